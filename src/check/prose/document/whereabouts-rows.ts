import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import { clausesIn } from '../../text/sentences.ts';
import { literal } from '../counts/scope.ts';
import { mentionFinder } from '../projects/names.ts';
import type { Range } from '../prose.ts';
import type { Misplaced } from './whereabouts-annexes.ts';

const NUMERALS = '一二三四五六七八九';
const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const ANNEX = /附件(?<no>[一二三\d])/gu;
/** The row of a table, by its place. */
const ROW = new RegExp(
  `(?:第(?<nth>${N})|(?<first>首|头一|最上面一|开头一)|倒数第(?<back>${N})|(?<last>最后一|末|最末一|最下面一|末尾一))(?:个)?行`,
  'gu',
);
const COUNT =
  /(?<lead>第|[前后]|倒数|最后|上|下)?(?<many>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?行(?:任务|数据|项目|字)?(?=$|[，。；！、]|，)/gu;
const DENIED = /不是|并非|而非|没有|误|错|如果|[？?]|表头|合计|空行/u;
const numeral = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

/** A row of an annex, by what it is called. */
interface Row {
  readonly name: string;
  readonly is: (text: string) => Range[];
}

/** Rows of the annexes that a sentence gives another place in their table, and how many it says that a table has. */
export function rowReader(programme: Programme) {
  const { tables, journeys, lines } = programme;
  const mentionsIn = mentionFinder(programme);
  const named = (words: readonly string[]) => {
    const pattern = new RegExp(words.map(literal).join('|') || '(?!)', 'gu');
    return (text: string): Range[] =>
      [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  };
  const annexes = tables.map((table) => ({
    label: table.label,
    rows:
      table.kind === 'targets'
        ? table.rows.map((row): Row => {
            const is = (text: string) =>
              mentionsIn(text).filter((m) => m.lines.length === 1 && m.lines[0] === row.line);
            return { name: lines.get(row.line)?.short ?? row.name, is };
          })
        : journeys.map(({ city, county }): Row => {
            const short = (name: string) => name.replace(/[市县]$/u, '');
            const words = [
              county.name,
              ...(short(county.name).length > 1 ? [short(county.name)] : []),
              short(city.name),
            ];
            return { name: `${city.name}、${county.name}`, is: named(words) };
          }),
  }));

  return (text: string): Misplaced[] => {
    if (!text.includes('行') || !text.includes('附件') || DENIED.test(text)) return [];
    const annexAt = (at: number) => {
      const all = [...text.matchAll(ANNEX)];
      const near = all.findLast(({ index }) => index <= at) ?? all[0];
      const no = near?.groups?.['no'] ?? '';
      const label = `附件${NUMERALS.includes(no) ? NUMERALS.indexOf(no) + 1 : no}`;
      return annexes.find((annex) => annex.label === label);
    };
    const places = [...text.matchAll(ROW)].flatMap(({ index, 0: words, groups = {} }): Misplaced[] => {
      const annex = annexAt(index);
      const clause = clausesIn(text).find(({ start, end }) => start <= index && index < end);
      if (!annex || !clause) return [];
      const { nth, back, first } = groups;
      const total = annex.rows.length;
      const place = nth ? numeral(nth) : back ? total + 1 - numeral(back) : first ? 1 : total;
      const own = text.slice(clause.start, clause.end);
      const found = annex.rows.flatMap((row, i) => row.is(own).map((range) => ({ row, i, range })));
      const [one] = found;
      // Two rows in one clause: which of them stands there is not told.
      if (!one || found.some(({ i }) => i !== one.i) || one.i + 1 === place || (text.match(ROW) ?? []).length > 1)
        return [];
      const right = `${annex.label}第${place}行是“${annex.rows[place - 1]?.name ?? '空的'}”，“${one.row.name}”在第${one.i + 1}行`;
      return [{ start: index, end: index + words.length, right, written: annex.label }];
    });
    const counts = [...text.matchAll(COUNT)].flatMap(({ index, 0: words, groups = {} }): Misplaced[] => {
      const annex = annexAt(index);
      const said = numeral(groups['many'] === '两' ? '二' : (groups['many'] ?? ''));
      const clause = clausesIn(text).find(({ start, end }) => start <= index && index < end);
      const own = clause ? text.slice(clause.start, index) : '';
      if (!annex || groups['lead'] || said < 2 || said === annex.rows.length || !own.includes('附件')) return [];
      if (
        !/(?:有|共|列了?|是|排了?|列着|写了?|分为|分成|只)$/u.test(own) ||
        /附件[^附]*附件|其中|里的|另|[月年市县]/u.test(own)
      )
        return [];
      return [
        {
          start: index,
          end: index + words.length,
          right: `${annex.label}有${annex.rows.length}行`,
          written: annex.label,
        },
      ];
    });
    return [...places, ...counts];
  };
}
