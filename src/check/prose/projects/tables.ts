import { isMoney } from '#domain/plan/quantity.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { SOME_YEARS } from '../../text/some-years.ts';
import type { ProseBlock, ProseFinding } from '../prose.ts';
import { executorReader } from './executors.ts';
import { called } from './finding.ts';
import { type Known, knownLines, type LineKnown } from './known.ts';
import { masked, mentionFinder } from './names.ts';
import { familyOf } from './nouns.ts';

/** Columns and rows that hold something else than the plan's numbers. */
const OTHER = /实际|完成|上报|已|占|比|率|均|每|单价|标准|正文|累计|报名|序号|月份|时间|部室|备注|增|减|差/u;
const TOTAL = new RegExp(`^(?:${SOME_YEARS}?(?:合计|总计|共计|总数)|${SOME_YEARS}共?)(?:[（(][^）)]{0,6}[）)])?$`, 'u');
const FIGURE = /^(?<digits>\d{1,4}(?:\.\d+)?)(?<unit>\p{Script=Han}{0,2})$/u;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=年|$)/u;

/** What the headings of a cell say that its number is. */
interface Meant {
  readonly known: LineKnown;
  /** null: all years together. */
  readonly year: number | null;
  readonly who: 'all' | readonly string[];
}

type Cell = ProseBlock & { readonly block: number; readonly cell: NonNullable<ProseBlock['cell']> };

/** Cells of a story's own table whose row and column name a line, a year or a city of the plan and that hold another number. */
export function planTables(programme: Programme) {
  const find = mentionFinder(programme);
  const executors = executorReader(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const { years } = programme.document;

  /** What one heading says: of which line, year and city it is. */
  function said(text: string) {
    const mentions = find(text);
    const ids = [...new Set(mentions.flatMap((m) => m.lines))];
    const rest = masked(text, mentions);
    const { kind, who } = executors.read(rest);
    const year = YEAR.exec(rest)?.[0];
    return {
      lines: ids.flatMap((id) => lines.get(id) ?? []),
      year: year === undefined ? (TOTAL.test(text) ? ('total' as const) : undefined) : Number(year),
      who: kind === 'open' ? undefined : who,
      other: OTHER.test(rest),
      money: /元/u.test(rest),
    };
  }

  function meantBy(headings: readonly string[]): Meant | null {
    const all = headings.map(said);
    const [known, ...more] = all.flatMap((s) => s.lines);
    const when = all.flatMap((s) => (s.year === undefined ? [] : [s.year]));
    const whose = all.flatMap((s) => (s.who === undefined ? [] : [s.who]));
    if (!known || more.length > 0 || all.some((s) => s.other) || when.length !== 1 || whose.length > 1) return null;
    if (all.some((s) => s.money) !== isMoney(known.line.unit) && all.some((s) => s.money)) return null;
    const [year] = when;
    const who = whose[0] ?? 'all';
    if (who !== 'all' && known.executors.length === 0) return null;
    if (year !== 'total' && (year === undefined || !years.includes(year))) return null;
    return { known, year: year === 'total' ? null : year, who };
  }

  function judge(own: Cell, { known, year, who }: Meant): ProseFinding[] {
    const { digits, unit = '' } = FIGURE.exec(own.text.trim())?.groups ?? {};
    if (digits === undefined || own.proved.length > 0) return [];
    if (unit !== '' && familyOf(unit) !== familyOf(known.line.unit) && unit !== known.line.unit) return [];
    const right: Known | null = year === null ? known.inAll(who) : known.inYear(year, who);
    const value = Number(digits);
    if (value === (right?.value ?? 0)) return [];
    // What the text says of the year is another number of the same line.
    if (known.texts.some((t) => t.value === value)) return [];
    return [
      {
        ...{ block: own.block, start: 0, end: own.text.length },
        severity: 'warning',
        code: 'project-number',
        what: `表里${called(known)}的数与附件不一致`,
        found: `“${own.text}”`,
        expected: right?.words ?? (year === null ? `${called(known)}没有写合计` : known.unplanned(year)),
        written: right?.written ?? known.where(year ?? years[0] ?? 0, who),
        mend: '照附件改这一格；附件是空的，这一格也空着；表里是实际数的，在表头写明“实际”。',
      },
    ];
  }

  /** 表二　某项目建设年度: a short line right before a table says what it is of, where it names one line. */
  const captionOf = (before: ProseBlock | undefined): string | null => {
    if (!before || before.part === 'cell' || before.text.length > 40 || /[。；！？]/u.test(before.text)) return null;
    const named = new Set(find(before.text).flatMap((m) => m.lines));
    return named.size === 1 && !OTHER.test(before.text) ? before.text : null;
  };

  return (blocks: readonly ProseBlock[]): ProseFinding[] => {
    const cells = blocks.flatMap((source, block): Cell[] =>
      source.cell ? [{ ...source, block, cell: source.cell }] : [],
    );
    return [...Map.groupBy(cells, ({ cell }) => cell.table).values()].flatMap((table) => {
      if (table.length > 600) return [];
      const at = new Map(table.map((one) => [`${one.cell.row} ${one.cell.column}`, one]));
      const text = (row: number, column: number) => at.get(`${row} ${column}`)?.text ?? '';
      const caption = captionOf(blocks[(table[0]?.block ?? 0) - 1]);
      return table.flatMap((own) => {
        const { row, column } = own.cell;
        if (row === 0 || column === 0 || !/\d/u.test(own.text)) return [];
        // The first columns and the corner may both say what a row is.
        const labels = Array.from({ length: Math.min(column, 3) }, (_, i) => text(row, i)).filter(
          (l) => !/^\d/u.test(l) || YEAR.test(l),
        );
        const headings = [...labels, text(0, column)];
        const meant =
          meantBy(headings) ?? meantBy([text(0, 0), ...headings]) ?? (caption ? meantBy([caption, ...headings]) : null);
        return meant ? judge(own, meant) : [];
      });
    });
  };
}
