import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import { sentencesIn } from '../sentences.ts';
import { judgeBatches } from './project-batches.ts';
import { judgeCost } from './project-costs.ts';
import { judgeDays } from './project-days.ts';
import { called, findingOf, type Verdict } from './project-finding.ts';
import { judgeDerivedMoney } from './project-money.ts';
import { monthsIn } from './project-months.ts';
import { masked } from './project-names.ts';
import { wrongPeriods } from './project-periods.ts';
import { wrongYears } from './project-placed.ts';
import { programmeMoneyReader } from './project-programme.ts';
import { judgeQuantity } from './project-quantities.ts';
import { type Claim, claimReader } from './project-sentences.ts';
import { planTables } from './project-tables.ts';
import { namesOtherTime, narrow } from './project-time.ts';
import { judgeUnit, wrongUnits } from './project-units.ts';
import { wrongPlaces } from './project-written-findings.ts';

/** What is wrong with a number, by what it states: for one, how long, how many, how much in all. */
function judge(claim: Claim): Verdict | null {
  const cost = judgeCost(claim);
  if (cost !== undefined) return cost;
  const days = judgeDays(claim);
  if (days !== undefined) return days;
  return judgeQuantity(claim) ?? judgeDerivedMoney(claim) ?? judgeBatches(claim) ?? judgeUnit(claim);
}

/** Numbers and months typed by hand beside the name of a project that contradict the plan. */
export const projectNumbers: PlanRule = ({ programme }) => {
  const { claims, executors, find, lines, read } = claimReader(programme);
  const inTables = planTables(programme);
  const writing = wrongPlaces({ executors: executors.read, find, lines, read });
  const wholeMoney = programmeMoneyReader(programme, find);
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));

  function months(source: ProseBlock, block: number): ProseFinding[] {
    if (!/月|全年/u.test(source.text)) return [];
    const text = narrow(source.text);
    return sentencesIn(text).flatMap(({ start, end }) => {
      const raw = text.slice(start, end);
      if (raw.length > 600 || !/月|全年/u.test(raw)) return [];
      const mentions = find(raw);
      const sentence = masked(raw, mentions);
      if (mentions.length === 0 || namesOtherTime(sentence, years, issued)) return [];
      return monthsIn(sentence, mentions, lines).map(
        (found): ProseFinding => ({
          ...{ ...found, block, start: found.start + start, end: found.end + start },
          severity: source.quoted ? 'warning' : found.severity,
        }),
      );
    });
  }

  /** How long the plan lasts, said wrong. */
  function periods(source: ProseBlock, block: number): ProseFinding[] {
    if (!source.text.includes('年')) return [];
    const text = narrow(source.text);
    return sentencesIn(text).flatMap(({ start, end }) => {
      const raw = text.slice(start, end);
      if (raw.length > 600) return [];
      return wrongPeriods(raw, find(raw).length > 0, programme).map(
        (wrong): ProseFinding => ({
          ...{ block, start: wrong.start + start, end: wrong.end + start, code: 'project-period' },
          severity: source.quoted ? 'warning' : 'error',
          what: '方案管几年，与文件不一致',
          found: `“${source.text.slice(wrong.start + start, wrong.end + start)}”`,
          expected: wrong.expected,
          written: programme.document.short,
          mend: `改成${wrong.expected}；如果说的是别的时候，写明是哪几年。`,
        }),
      );
    });
  }

  /** How a line is counted, said wrong. */
  function units(source: ProseBlock, block: number): ProseFinding[] {
    const text = narrow(source.text);
    if (!/单位|列为|列的|填的|写的|记[作为]|[按以用论]/u.test(text)) return [];
    return sentencesIn(text).flatMap(({ start, end }): ProseFinding[] => {
      const raw = text.slice(start, end);
      if (raw.length > 300 || !/附件|通知|方案|文件|任务表|单位/u.test(raw)) return [];
      const mentions = find(raw);
      const [known, ...others] = [...new Set(mentions.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
      if (!known || others.length > 0) return [];
      return wrongUnits(masked(raw, mentions), known).map((wrong): ProseFinding => {
        const range = { start: wrong.start + start, end: wrong.end + start };
        return {
          ...{ block, ...range, code: 'project-unit', severity: source.quoted ? 'warning' : 'error' },
          what: `${called(known)}的单位与附件不一致`,
          found: `“${source.text.slice(range.start, range.end)}”`,
          expected: `按${known.line.unit}计`,
          written: known.where(known.years[0] ?? 0),
          mend: `改成“${known.line.unit}”。`,
        };
      });
    });
  }

  /** A year in which a line is placed, where the annex has nothing for it. */
  function placed(source: ProseBlock, block: number): ProseFinding[] {
    const text = narrow(source.text);
    if (!/[在到进是有]了?\d{4}年/u.test(text)) return [];
    return sentencesIn(text).flatMap(({ start, end }) => {
      const raw = text.slice(start, end);
      if (raw.length > 600) return [];
      const mentions = find(raw);
      return wrongYears(masked(raw, mentions), mentions, lines, executors.read).map((wrong): ProseFinding => {
        const range = { start: wrong.start + start, end: wrong.end + start };
        const right = wrong.right.map((year) => `${year}年`).join('、');
        return {
          ...{ block, ...range, code: 'project-year-not-listed', severity: source.quoted ? 'warning' : 'error' },
          what: `${called(wrong.known)}${wrong.year}年没有计划数`,
          found: `“${source.text.slice(range.start, range.end)}”`,
          expected: right,
          written: wrong.known.where(wrong.right[0] ?? wrong.year, wrong.who),
          mend: `改成${right}；如果说的是实际在哪一年，写明“实际”。`,
        };
      });
    });
  }

  return ({ blocks }) => {
    const cityNamed = blocks.some((b) => b.text.search(executors.city) >= 0 || executors.county.test(b.text));
    const told = blocks.flatMap((source, block) => {
      const numbers = claims(source, cityNamed).flatMap((claim) => {
        const verdict = judge(claim);
        return verdict ? [findingOf(claim, source.text, block, source.quoted, verdict)] : [];
      });
      return [
        ...numbers,
        ...months(source, block),
        ...periods(source, block),
        ...placed(source, block),
        ...units(source, block),
        ...writing(source, block),
        ...wholeMoney(source, block),
      ];
    });
    return [...told, ...inTables(blocks)];
  };
};
