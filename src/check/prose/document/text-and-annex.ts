import type { Programme } from '#domain/programme/programme.ts';
import { type NumberWord, numbersIn } from '../../text/numbers.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';

/** A line and year of which text and annex say different numbers. */
interface Disagreement {
  /** How prose calls the line. */
  readonly names: readonly string[];
  readonly name: string;
  readonly units: readonly string[];
  readonly year: number;
  readonly per: 'year' | 'total';
  readonly annex: { readonly value: number; readonly label: string };
  readonly text: { readonly value: number; readonly label: string };
  /** The words of the clause: who quotes them says where the number is from. */
  readonly clause: string;
}

/** Units that count the same as the line's own. */
const SAME: Readonly<Record<string, readonly string[]>> = { 人: ['人', '名', '位'] };

/** Every line and year in which the text says another number than the annex. */
function disagreementsOf({ lineYears, lines, projects, passages, targetTables }: Programme): Disagreement[] {
  return lineYears.flatMap(({ line: id, year, target, disagreement, unit }): Disagreement[] => {
    const line = lines.get(id);
    const project = projects.find((p) => p.id === line?.project);
    const per = disagreement?.per;
    if (
      !line ||
      !project ||
      !disagreement ||
      target === null ||
      year === null ||
      per === undefined ||
      per === 'unstated'
    )
      return [];
    const sum = lineYears.reduce((all, y) => all + (y.line === id ? (y.target ?? 0) : 0), 0);
    // A project of one line may be called by its own names; of several lines each has only its own.
    const names = [
      line.short,
      line.title,
      ...(project.lines.length === 1 ? [project.short, ...(project.aliases ?? [])] : []),
    ];
    const table = targetTables.find((t) => t.rows.some((row) => row.line === id));
    const row = table?.rows.find((r) => r.line === id);
    return [
      {
        names: [...new Set(names)],
        name: line.short,
        units: SAME[unit] ?? [unit],
        year,
        per,
        annex: {
          value: per === 'year' ? target : sum,
          label: `${table?.label ?? '附件'}，${row?.name ?? line.title}${per === 'year' ? `，${year}年` : ''}`,
        },
        text: { value: disagreement.quantity, label: passages.get(disagreement.source)?.label ?? disagreement.source },
        clause: passages.get(disagreement.source)?.text ?? '',
      },
    ];
  });
}

/** The paragraph says where its number is from, or that there are two. */
const SOURCED =
  /正文|附件|(?:方案|通知)的?第[一二三四五六七八九十\d]{1,2}项|不一致|出入|≠|任务表|两个数|[一二三四五六七八九十]（[一二三四五六七八九十]）\d/u;
/** Something that happened, or only a part: not the plan's number. */
const HAPPENED =
  /比[^，。；]{1,12}(?:多|少|增|减)|实际|已经|已有|实到|到场|报名|结业|首批|第一批|其中|另有|最终|后来|来自|[^为]了[^，。；]{0,3}$|第\S{1,2}期|每期|每班|每组|每批|每市|每县|每个/u;
/** The number is told as what is planned: then it is not the only one. */
const PLANNED = /计划|安排|方案|通知|规定|目标|任务|组织|选派|要|应当|文件/u;
const EVERY_YEAR = /每年|年均|一年|每一年|各年/u;

/** Which years a number speaks of: those named last before it; `every` for 每年. */
function yearsBefore(text: string): { years: readonly number[]; every: boolean } {
  const tokens = [...text.matchAll(/(?:19|20)\d{2}(?=年|[、和与—–~～至到-])|每年|年均|每一年/gu)];
  const last = tokens.at(-1);
  if (!last) return { years: [], every: EVERY_YEAR.test(text) };
  if (!/^\d/.test(last[0])) return { years: [], every: true };
  // 2019年和2020年: the years of one list belong together.
  const group = [last];
  for (const token of tokens.slice(0, -1).toReversed()) {
    const next = group.at(-1);
    if (!next || !/^\d/.test(token[0]) || !/^年?[、和与—–~～至到-]+$/u.test(text.slice(token.index + 4, next.index)))
      break;
    group.push(token);
  }
  return { years: group.map(([year]) => Number(year)), every: false };
}

/** Whether a number states one of the two values for the time in which they differ. */
function states(item: Disagreement, number: NumberWord, sentence: string): boolean {
  const { value, unit, approximate, ordinal, start, end } = number;
  if (approximate || ordinal || !item.units.includes(unit)) return false;
  if (value !== item.annex.value && value !== item.text.value) return false;
  const clause = sentence.slice(
    Math.max(...['，', '；', '。'].map((m) => sentence.lastIndexOf(m, start - 1))) + 1,
    start,
  );
  if (HAPPENED.test(clause) || /^[^，。；]{0,8}(?:来了|到了|参加了|报了名|结业|完成了)/u.test(sentence.slice(end)))
    return false;
  const before = sentence.slice(0, start);
  const total = /共|合计|总计|累计/u.test(clause);
  if (item.per === 'total') return total;
  const { years, every } = yearsBefore(before);
  // 2019年40人, and no more: the annex's cell of that year, which stands first.
  if (!every && value === item.annex.value && !PLANNED.test(clause.split('：').at(-1) ?? '')) return false;
  return !total && (every || years.includes(item.year));
}

/** The numbers of a text; 4个人 counts persons. */
const personsIn = (text: string) =>
  numbersIn(text).map((n) => (n.unit === '个' && text.startsWith('个人', n.end) ? { ...n, unit: '人' } : n));

/** Whether the number stands in words that are the clause's own. */
function isQuoted({ clause }: Disagreement, { start }: NumberWord, sentence: string): boolean {
  const [open, close] = [sentence.lastIndexOf('“', start), sentence.indexOf('”', start)];
  const inside = open >= 0 && close > start ? sentence.slice(open + 1, close) : sentence.trim();
  return inside.length > 5 && clause.includes(inside);
}

/** A number by hand on which text and annex differ, told as if it were the only one: both stand, the annex first. */
export const textAndAnnex: PlanRule = ({ programme }) => {
  const items = disagreementsOf(programme);

  function inBlock(source: ProseBlock, block: number): ProseFinding[] {
    const { text, proved } = source;
    if (!items.some(({ names }) => names.some((name) => text.includes(name))) || SOURCED.test(text)) return [];
    let all: readonly NumberWord[] | null = null;
    return sentencesIn(text).flatMap(({ start: offset, text: sentence }) => {
      const named = items.filter(({ names }) => names.some((name) => sentence.includes(name)));
      if (named.length === 0 || sentence.length > 2000) return [];
      return personsIn(sentence).flatMap((number): ProseFinding[] => {
        const range = { ...number, start: number.start + offset, end: number.end + offset };
        if (proved.some((p) => p.start < range.end && range.start < p.end)) return [];
        const item = named.find((i) => states(i, number, sentence) && !isQuoted(i, number, sentence));
        if (!item) return [];
        const other = number.value === item.annex.value ? item.text : item.annex;
        all ??= personsIn(text);
        if (all.some((n) => n.value === other.value && item.units.includes(n.unit))) return [];
        return [finding(source, block, item, range)];
      });
    });
  }

  return ({ blocks }) => blocks.flatMap(inBlock);
};

function finding(
  source: ProseBlock,
  block: number,
  item: Disagreement,
  { start, end, unit }: NumberWord,
): ProseFinding {
  const { annex, text, name, year, per } = item;
  const words = source.text.slice(start, end + unit.length);
  const time = per === 'year' ? `${year}年` : '';
  const [first, second] = [
    `${annex.label}：${annex.value}${unit}`,
    `${text.label}：${per === 'year' ? '每年' : '共'}${text.value}${unit}`,
  ];
  return {
    block,
    start,
    end: start + words.length,
    severity: 'warning',
    code: 'text-and-annex',
    what: `${time}“${name}”的数，正文与附件不一致，这里只写了一个`,
    found: `“${words}”`,
    expected: `两个数并列，附件在前：${first}；正文${second}`,
    written: `${annex.label}；正文${text.label}`,
    mend: `写明这个数取自附件还是正文，并写上另一个；或者改用事实编号，网站会在旁边标出≠。`,
  };
}
