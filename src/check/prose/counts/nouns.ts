import type { Programme } from '#domain/programme/programme.ts';
import { literal, RELATION } from './scope.ts';
import type { ThingKind } from './things.ts';
import { MEASURE, NUMBER_WORD } from './words.ts';

/** A counted noun: which kind of thing it is, and where it stands. */
export interface CountedNoun {
  readonly kind: ThingKind;
  /** What stands between measure word and noun: 结对, 受援, 市级. */
  readonly modifier: string;
  /** The noun itself. */
  readonly word: string;
  /** Where the phrase ends, counted from the end of the number. */
  readonly length: number;
  /** 四市, 4县: no measure word between. */
  readonly bare: boolean;
  /** The noun stands before its number: 乡镇共28个. */
  readonly inverted: boolean;
}

/** Words that only describe: the things counted stay the same. */
const PLAIN = '的|具体|重点|主要|地级|市级|省级|受助|结成|对应|共建|援藏|工作|大|相关|承担|目标|参与|合作|农牧区|基层';

/** The nouns of things and the letters behind them with which they are other words. */
const NOUNS: readonly (readonly [ThingKind, string])[] = [
  ['lines', '任务行'],
  ['townships', '乡镇(?!企业|干部|长|卫生|中心|小学|中学|学校|书记|政府|党|医|派出|街道|教)'],
  ['cities', '团市委|地级市|城市(?!人|社区|学校|里|居|化|管|家庭|孩子|学生|小学|中学)'],
  ['projects', '项目(?!组|部|点|办|经理|团队|负责|书|库|单位|县|乡|类|名|资金|编号|牵头)'],
  ['tasks', '任务(?!书|清单|点|组|表|单)'],
  ['annexes', '附件'],
  ['fields', '方面|类(?=[，。；：]|$)|行动(?!队|组|者|派|方案|计划|指南)|工程(?!队|师|部)|板块|大类'],
  ['counties', '县城|县(?!区|市|级|委|长|政|域|直|属|人|中|一(?!共)|二|三|小|医|乡|志|教|份|城)'],
  ['cities', '市(?!州|区|级|委|长|政|场|内|辖|县|直|民|教|里|属|人|立|中心|面|分)'],
];

/** Reads the noun that a number counts, behind it or before it. */
export function nounReader({ site, places, departments }: Programme) {
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const names = [site.from, site.to, region, region.replace(/[省市县区]$/u, '')].map(literal);
  const cities = departments.filter((d) => d.kind === 'cities').map((d) => d.name.replace(/^(?:\d+个|各)/, ''));
  const nouns = NOUNS.map(
    ([kind, noun], i) => [kind, i === 2 ? [...cities.map(literal), noun].join('|') : noun] as const,
  );
  const groups = nouns.map(([, noun], i) => `(?<n${i}>${noun})`).join('|');
  const modifiers = `(?:${[RELATION, PLAIN, ...names].join('|')}){0,4}`;
  const behind = new RegExp(`^(?<measure>${MEASURE})?(?<modifier>${modifiers})(?:${groups})`, 'u');
  const alone = /^(?:个|座|项|家|行|类|份)(?=[，。；、！？）)：:…\s]|$)/u;
  const before = new RegExp(
    `(?:${groups})(?:总数|数量|数目|名单)?(?:里|中)?(?:一共|总共|共计|合计|总计|共|也|只|就|仅|则)*(?:有|是|为|达到|多达|达|列了|列出了?|列有)?$`,
    'u',
  );
  const kindOf = (found: Record<string, string | undefined>) => nouns.find((_, i) => found[`n${i}`] !== undefined)?.[0];
  const wordOf = (found: Record<string, string | undefined>) => nouns.map((_, i) => found[`n${i}`] ?? '').join('');
  return (start: string, rest: string): CountedNoun | null => {
    const match = behind.exec(rest.slice(0, 40));
    const kind = match?.groups && kindOf(match.groups);
    if (match?.groups && kind) {
      const { measure, modifier = '' } = match.groups;
      const bare = measure === undefined;
      const kinds = match[0] === '类' ? ['fields'] : ['cities', 'counties', 'townships'];
      if (bare && (modifier !== '' || !kinds.includes(kind))) return null;
      return { kind, modifier, word: wordOf(match.groups), length: match[0].length, bare, inverted: false };
    }
    const measure = alone.exec(rest.slice(0, 4));
    const found = measure && before.exec(start.slice(-24));
    const earlier = found?.groups && kindOf(found.groups);
    return measure && earlier
      ? {
          kind: earlier,
          modifier: '',
          word: wordOf(found.groups ?? {}),
          length: measure[0].length,
          bare: false,
          inverted: true,
        }
      : null;
  };
}

/** Counts that run together, at the end of a text: 共有4座城市、4个县和. */
export const CHAIN = new RegExp(
  `${NUMBER_WORD}${MEASURE}?[^，。；：、！？\\d]{0,8}?(?:城市|团市委|市|县|乡镇|项目|任务|附件|镇|乡)(?:（[^）]{0,60}）)?[、，,和与及对]*$`,
  'u',
);
