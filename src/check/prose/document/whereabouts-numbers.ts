import type { Programme } from '#domain/programme/programme.ts';
import { numbersIn } from '../../text/numbers.ts';
import { clausesIn } from '../../text/sentences.ts';
import { mentionFinder } from '../projects/names.ts';
import type { Range } from '../prose.ts';
import type { Misplaced } from './whereabouts-annexes.ts';

const NUMERALS = '一二三四五六七八九';
const HALF = `(?<half>正文|附件(?:\\d|[${NUMERALS}](?!个|字))?)`;
/** 附件2没有写…, 翻遍正文也找不到…: what is missing follows, or stood before. */
const ABSENT = new RegExp(
  `${HALF}[^，。；“”没未找查看见]{0,8}(?:没有?(?:写|提|列|说|出现|规定|标|讲|给|记)?|找不[到出]|查不[到出]|看不[到出]|见不到|不见|未(?:写|提|列|见)|一个字也?没提|一字[未不]提|只字[未不]提)(?:过|到|明|出|及|有|了)?(?<what>[^，。；！？]{0,24})`,
  'gu',
);
/** 写在正文第1项, 只见于附件2; 只有正文写了. */
const LOCATED = new RegExp(
  `(?<only>只|仅|单)?(?:写|列|记|出现|印|放|标)?(?:在|见于)(?:了)?(?:通知|方案)?的?${HALF}|(?<only2>只有|仅)${HALF.replace('half', 'half2')}(?:里|中)?(?:写|有|提|列)|(?<=[，])${HALF.replace('half', 'half3')}(?:里|中|上)?(?:第\\d+项)?(?:就|都|也|是)?(?:写得|写着|写了|写明|写的|列着|列了|有写|说得)`,
  'gu',
);
/** A clause without a subject of its own: it goes on about the number before it. */
const GOES_ON = /^(?:这|那|它|此|该|只|仅|单|就|才|而|却|都|也|但)/u;
const UNSURE = /[？?]|吗|不只|不仅|如果|假如|另一|误|错/u;
/** How each unit is called as a measure. */
const MEASURES: readonly (readonly [units: RegExp, words: RegExp])[] = [
  [/^[人名位]$/u, /^(?:人数|名额|几个人|多少人)$/u],
  [/^[天日]$/u, /^(?:天数|几天|多少天)$/u],
  [/元$/u, /^(?:金额|钱|钱数|经费|多少钱|标准)$/u],
  [/^[个所间]$/u, /^(?:个数|几个|多少个)$/u],
];
/** Says nothing of what is missing; 数 only where it is no measure's. */
const FILL = /这个|这一|数字|(?<![人天个钱])数|各市|每市|每人|每年|一年|的|任务|也|都/gu;

const unitOf = (unit: string) => (/^[名位]$/u.test(unit) ? '人' : unit === '日' ? '天' : unit);
const keyOf = (value: number, unit: string) => `${value}${unitOf(unit)}`;
const numbersOf = (text: string) =>
  numbersIn(text).filter(({ unit, ordinal, approximate }) => unit !== '' && !ordinal && !approximate);

/** The numbers that the text and each annex give for a project, and where the text gives them. */
function saidOf({ projects, passages, targetTables }: Programme) {
  return projects.map((project) => {
    const text = new Set(numbersOf(passages.get(project.clause)?.text ?? '').map((n) => keyOf(n.value, n.unit)));
    const annexes = new Map<string, Set<string>>();
    for (const table of targetTables) {
      const own = new Set<string>();
      for (const row of table.rows) {
        const line = project.lines.find(({ id }) => id === row.line);
        if (!line) continue;
        const cells = Object.values(row.cells).flatMap((year) => Object.values(year));
        for (const cell of [...cells, row.total]) {
          const value = typeof cell === 'object' && cell !== null ? cell.quantity : cell;
          if (typeof value === 'number') own.add(keyOf(value, line.unit));
          else if (value) for (const n of numbersOf(value)) own.add(keyOf(n.value, n.unit));
        }
      }
      const sources = project.lines.map(({ unit_cost }) => unit_cost?.source);
      for (const note of (table.notes ?? []).filter(({ id }) => sources.includes(id)))
        for (const n of numbersOf(note.text)) own.add(keyOf(n.value, n.unit));
      annexes.set(table.label, own);
    }
    return { project, text, annexes, label: passages.get(project.clause)?.label ?? project.clause };
  });
}

/**
 * Reads sentences that say of one number of a project that the text or an annex does not have it, or that it stands in
 * the one of them in which it does not stand. Sentences with several such numbers are left alone.
 */
export function halfReader(programme: Programme) {
  const all = saidOf(programme);
  const mentionsIn = mentionFinder(programme);
  const projectOf = new Map(all.flatMap((said) => said.project.lines.map(({ id }) => [id, said])));

  function about(text: string, mentions: readonly (Range & { lines: readonly string[] })[]) {
    const named = new Set(mentions.map(({ lines }) => projectOf.get(lines[0] ?? '')));
    const [only] = named;
    if (named.size > 0) return named.size === 1 ? only : undefined;
    // 写在正文第1项: the item says what it is about.
    const item = /正文(?:的|里的)?第(?<no>\d{1,2}|[一二三四五六七八九])项/u.exec(text)?.groups?.['no'];
    const number = item === undefined ? 0 : NUMERALS.includes(item) ? NUMERALS.indexOf(item) + 1 : Number(item);
    return all.find(({ project }) => project.number === number);
  }

  return (text: string): Misplaced[] => {
    if (!/正文|附件/u.test(text) || UNSURE.test(text)) return [];
    const mentions = mentionsIn(text);
    const said = about(text, mentions);
    if (!said) return [];
    const annexKeys = [...said.annexes.values()].flatMap((keys) => [...keys]);
    const numbers = numbersOf(text).filter((n) => {
      const key = keyOf(n.value, n.unit);
      return said.text.has(key) || annexKeys.includes(key);
    });
    const [number] = numbers;
    const key = number ? keyOf(number.value, number.unit) : '';
    if (!number || numbers.some((n) => keyOf(n.value, n.unit) !== key)) return [];
    const labels = [...said.annexes].flatMap(([label, keys]) => (keys.has(key) ? [label] : []));
    const [inText, inAnnex] = [said.text.has(key), labels.length > 0];
    // 2020年20人 is the annex's though the text has 20人 for every year.
    if (inText && inAnnex && /(?:19|20)\d\d年/u.test(text)) return [];
    const holds = (half: string) => {
      if (half === '正文') return inText;
      const no = half.slice(2);
      const label = `附件${NUMERALS.includes(no) && no !== '' ? NUMERALS.indexOf(no) + 1 : no}`;
      return label === '附件' ? inAnnex : labels.includes(label);
    };
    const where = [...labels, ...(inText ? [`正文${said.label}`] : [])].join('、');
    const fault = (start: number, end: number): Misplaced => ({
      ...{ start, end, written: where },
      right: `“${said.project.short}”的${text.slice(number.start, number.end)}${number.unit}写在${where}`,
    });

    const isMissing = (what: string, from: number): boolean => {
      if (from <= number.start && number.start < from + what.length) return true;
      const named = mentions.filter(({ start, end }) => start >= from && end <= from + what.length);
      const rest = named.reduce((left, { start, end }) => left.replace(text.slice(start, end), ''), what);
      const measure = MEASURES.find(([units]) => units.test(unitOf(number.unit)))?.[1];
      const bare = rest.replaceAll(FILL, '');
      return (bare === '' && (named.length === 0 || number.start < from)) || (measure?.test(bare) ?? false);
    };
    const absent = [...text.matchAll(ABSENT)].flatMap(({ index, 0: words, groups }): Misplaced[] => {
      const { half = '', what = '' } = groups ?? {};
      const end = index + words.length;
      return holds(half) && isMissing(what, end - what.length) ? [fault(index, end)] : [];
    });
    if (absent.length > 0) return absent;
    const clauses = clausesIn(text);
    return [...text.matchAll(LOCATED)].flatMap(({ index, 0: words, groups }): Misplaced[] => {
      const half = groups?.['half'] ?? groups?.['half2'] ?? groups?.['half3'] ?? '';
      const clause = clauses.find(({ start, end }) => start <= index && index < end);
      if (!clause || number.start > index) return [];
      const goesOn = GOES_ON.test(text.slice(clause.start, clause.end)) || clause.start === index;
      if (number.start < clause.start && !goesOn) return [];
      return !holds(half) && (half === '正文' ? inAnnex : inText) ? [fault(index, index + words.length)] : [];
    });
  };
}
