import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import type { Wrong } from './finding.ts';
import type { Said } from './subjects.ts';

const N = '(?<value>\\d{1,2}|[一二两三四五六七八九十]{1,3})';
/** 方案管三年, 通知为期三年, 三年的方案. */
const OF_DOCUMENT = new RegExp(
  `(?:方案|通知|计划|这轮援藏|本轮援藏|援藏工作|结对)(?:(?:一共|总共|共)(?=[\\d一二三四五六七八九])|(?:一共|总共|共)?(?:管|为期|历时|跨|持续|实施|覆盖|涵盖|安排了?|执行)(?:了|的是)?)${N}(?<unit>个?年度|年)(?!级|前|后|来|多|初|底|[前后]|\\d)`,
  'gu',
);
/** 某项目三年共资助120人: so many years of a line together. */
const OF_LINE = new RegExp(
  `(?<![第近这那后前头\\d])${N}(?<unit>个?年度|年)(?:里|间|内)?(?:一共|总共|合计|共计|总计|共(?![青同享]))(?:计划|要|资助|选派|组织|建设|建立|安排|培训|扶助|投入|需要?)?[^，。；\\d]{0,4}\\d`,
  'gu',
);
const UNTIL =
  /(?:方案|通知|计划)(?:一直|只|要|共)?(?:管|实施|执行|持续|安排|做|延续|覆盖)(?:到|至)(?<until>(?:19|20)\d{2})(?=年)/gu;
/** 2018—2020年援建某市的方案. */
const RANGE =
  /(?<from>(?:19|20)\d{2})年?[—–~～至到-]{1,2}(?<to>(?:19|20)\d{2})年(?:度)?[^，。；\d]{0,10}(?:援建|援藏)[^，。；\d]{0,10}(?:方案|计划)/gu;
const OTHER = /实际|已经|截至|累计|近|过去|[以往后]来|回顾|上一轮|下一轮|新一轮|不是|如果|假如|若|其他|另一/u;

/** Lengths of time that a sentence gives the plan or a line of it, where the plan has another number of years. */
export function wrongPeriods({ raw, own }: Said, { document }: Pick<Programme, 'document'>): Wrong[] {
  const { years } = document;
  const [first, last] = [years[0], years.at(-1)];
  if (!raw.includes('年') || OTHER.test(raw)) return [];
  const span = `${years.length}年（${first === last ? `${first}年` : `${first}年至${last}年`}）`;
  const told = (start: number, end: number): Wrong => ({
    ...{ start, end, code: 'project-period', severity: 'error', expected: span, written: document.short },
    what: '方案管几年，与文件不一致',
    mend: `改成${span}；如果说的是别的时候，写明是哪几年。`,
  });
  const until = [...raw.matchAll(UNTIL)].flatMap(({ index, 0: words, groups }) =>
    Number(groups?.['until']) === last ? [] : [told(index, index + words.length)],
  );
  const ranges = [...raw.matchAll(RANGE)].flatMap(({ index, 0: words, groups }) =>
    Number(groups?.['from']) === first && Number(groups?.['to']) === last ? [] : [told(index, index + words.length)],
  );
  const long = [...raw.matchAll(OF_DOCUMENT), ...(own ? raw.matchAll(OF_LINE) : [])].flatMap((match): Wrong[] => {
    const { value = '', unit = '' } = match.groups ?? {};
    const said = /\d/.test(value) ? Number(value) : chineseNumber(value);
    if (said === null || said === years.length || said === 1) return [];
    const start = match.index + match[0].indexOf(value);
    return [told(start, start + value.length + unit.length)];
  });
  return [...until, ...ranges, ...long];
}
