import { called, type Verdict, type Wrong } from './finding.ts';
import type { Known, LineKnown } from './known.ts';
import { countsLine, type Family, familyOf } from './nouns.ts';
import type { Claim } from './sentences.ts';
import { isBare, isOtherRate, isPart, PLAN, tellsOther } from './signs.ts';
import { onlyLine, type Said } from './subjects.ts';
import { rightFor } from './values.ts';

/** Units in which somebody may state a line by mistake; times, ranks and shares are none. */
const MISTAKEN = /^(?:[人名位个所间处座批元封篇册本套件场次户家支课节]|批次|万元|亿元|人次|场次|课时|学时)$/u;

/** A number that is the plan's, with a unit in which the plan does not count the line: 某项目2019年5人. */
export function judgeUnit(claim: Claim): Verdict | null {
  const { number, lines, time, executors, clause, clauseAfter } = claim;
  const [first] = lines;
  if (!first || lines.length > 1 || first.line.row === undefined || number.approximate) return null;
  if (!MISTAKEN.test(number.unit) || countsLine(number.unit, first)) return null;
  // 每人5元 is no number of the line; 10场宣讲 counts something else.
  if (!/^(?:$|[，,。；;、）)！])/u.test(clauseAfter)) return null;
  if (tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u) || /每[人名位个所]/u.test(clause))
    return null;
  if (time.kind === 'open' && executors.kind === 'open') return null;
  if (/[来去到]了|[那这当]天/u.test(claim.before)) return null;
  const { fit, told } = rightFor(first, time, executors);
  if (!fit.some(({ value }) => value === number.value)) return null;
  const plain = isBare(clause.replaceAll(number.unit, ''));
  if (!plain && !PLAN.test(clause) && time.kind !== 'each') return null;
  return { ...unitVerdict(first, told), severity: plain ? 'error' : 'warning' };
}

const unitVerdict = (known: LineKnown, told: readonly Known[]): Verdict => ({
  severity: 'error',
  code: 'project-unit',
  what: `${called(known)}的单位与文件不一致`,
  told,
});

const NAMED: Readonly<Record<string, Family>> = {
  ...{ 人数: 'people', 人: 'people', 名: 'people' },
  ...{ 批次: 'batches', 批: 'batches' },
  ...{ 个数: 'sites', 个: 'sites' },
  ...{ 金额: 'money', 万元: 'money', 元: 'money', 资金: 'money' },
};
const SAYS =
  /(?:单位(?:都|也)?(?:是|为|写的是)|列为|列的是|填的是|写的是|记(?:作|为)|(?:按|以|用|论))[“‘]?(?<unit>人数|批次|个数|金额|万元|资金|人|名|批|个|元)[”’]?(?=[：:]\d|(?:来)?(?:计|算|数|统计|计算|计数|列)(?:[，。；的]|$)|为单位|计量|[”’]?(?:[，。；]|$))/gu;
const DENIED = /不是|并非|而非|不按|没有|误|错|实际|如果/u;

/** 把某行列为“人数”: how a line is counted, where the annex counts it otherwise. */
export function wrongUnits({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] {
  if (text.length > 300 || !/附件|通知|方案|文件|任务表|单位/u.test(text) || DENIED.test(text)) return [];
  const known = onlyLine(mentions, lines);
  const own = known && familyOf(known.line.unit);
  if (!known || !own || known.line.row === undefined) return [];
  return [...text.matchAll(SAYS)].flatMap(({ index, 0: words, groups }): Wrong[] => {
    if (NAMED[groups?.['unit'] ?? ''] === own) return [];
    return [
      {
        ...{ start: index, end: index + words.length, code: 'project-unit', severity: 'error' },
        what: `${called(known)}的单位与附件不一致`,
        expected: `按${known.line.unit}计`,
        written: known.where(known.years[0] ?? 0),
        mend: `改成“${known.line.unit}”。`,
      },
    ];
  });
}
