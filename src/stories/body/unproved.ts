import { numbersIn } from '#check/text/numbers.ts';
import { sentencesIn } from '#check/text/sentences.ts';
import type { SourceBlock } from './prose.ts';

/** A number that was typed by hand: no fact stands for it. */
export interface UnprovedNumber {
  /** As it is written, with its unit. */
  readonly number: string;
  readonly sentence: string;
  /** Its offset in the source. */
  readonly at: number;
}

/** Units of the calendar and of rank: not what is measured or promised. */
const OF_TIME = new Set(['年', '月', '日', '岁', '', '周年']);

/** Columns whose bare numbers count nothing: days, years, ranks, numbers to call or to find something by. */
const NO_COUNTS = /年份|年度|^年$|月份|日期|时间|序号|编号|名次|排名|代码|电话|邮编|届|期数/u;

/** Of each cell of the tables the words at the head of its column and of its row. */
function headsOf(blocks: readonly SourceBlock[]) {
  const words = new Map(
    blocks.flatMap(({ cell, text }) => (cell ? [[`${cell.table} ${cell.row} ${cell.column}`, text.trim()]] : [])),
  );
  return ({ table, row, column }: NonNullable<SourceBlock['cell']>) => ({
    column: words.get(`${table} 0 ${column}`) ?? '',
    row: column === 0 ? '' : (words.get(`${table} ${row} 0`) ?? ''),
  });
}

/** 半 behind a unit of time or measure: 两天半 is no 两天. */
const HALF = /^半(?![个数价径圆途路成票])/u;

/**
 * Numbers with a unit that were typed by hand in figures; in a table also those without, for the unit stands at its head
 * or is known. The document's own words in quotation marks prove theirs; of
 * everybody else's somebody has to ask.
 * @param isDocument whether quoted words stand in the document
 */
export function unprovedNumbers(
  blocks: readonly SourceBlock[],
  isDocument: (words: string) => boolean,
): UnprovedNumber[] {
  const proved = (text: string) =>
    text.replaceAll(/“[^”]*”|《[^》]*》/g, (found) =>
      found.startsWith('《') || isDocument(found) ? '　'.repeat(found.length) : found,
    );
  const headOf = headsOf(blocks);
  return blocks.flatMap(({ text, quoted, offsets, cell }) => {
    if (quoted && isDocument(text)) return [];
    const words = proved(text);
    const sentences = sentencesIn(text);
    const heads = cell && cell.row > 0 ? headOf(cell) : null;
    const counts = heads !== null && !NO_COUNTS.test(heads.column);
    return numbersIn(words)
      .filter(({ start, unit, ordinal }) => {
        const typed = /[\d０-９]/.test(words[start] ?? '') && !ordinal;
        return typed && (!OF_TIME.has(unit) || (unit === '' && counts));
      })
      .map(({ start, end, unit }): UnprovedNumber => {
        const sentence = sentences.find((range) => range.start <= start && start < range.end);
        const behind = end + unit.length;
        const [half = ''] = HALF.exec(text.slice(behind, behind + 2)) ?? [];
        return {
          number: text.slice(start, behind) + half,
          sentence: heads ? placeInTable(heads, text) : sentence ? text.slice(sentence.start, sentence.end) : text,
          at: offsets[start] ?? 0,
        };
      });
  });
}

/** Where in a table a number stands, in the words of its head: a cell alone says nothing. */
const placeInTable = ({ row, column }: { row: string; column: string }, text: string) =>
  `表里${[row, column].filter(Boolean).join('，')}：${text}`;
