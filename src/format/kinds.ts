import type { StoryKind } from '#domain/stories/kinds.ts';

/** What a kind of story is called. */
export const KIND_WORDS: Readonly<Record<StoryKind, string>> = {
  person: '人物',
  collective: '集体',
  achievement: '成果',
  practice: '好办法',
  news: '动态',
  explainer: '解读',
};

/** What kind of page something stands on, in the words by which search results are told apart; stories have their own. */
export const PAGE_KINDS = {
  township: '乡镇',
  pairing: '结对',
  project: '项目',
  progress: '进展',
  fact: '事实',
  plan: '文件',
  department: '部门',
  coverage: '媒体报道',
  data: '数据',
  about: '说明',
} as const;
