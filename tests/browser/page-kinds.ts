/** One page of each kind, without the base. What holds for one township page holds for all of them: they share a template. */
export const PAGE_KINDS: readonly string[] = [
  '',
  'pairings/',
  'pairings/changsha/',
  'townships/yumai/',
  'projects/',
  'projects/cadre-training/',
  'progress/',
  'departments/',
  'plan/',
  'facts/',
  'facts/furong-people-2019/',
  'facts/programme-money/',
  'figures/',
  'about/',
  'about/method/',
  '404.html',
];
