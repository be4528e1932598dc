import type { Programme } from '../../programme.ts';
import { isMoney } from '../../quantity.ts';
import { equals } from './project-amounts.ts';
import { called, type Verdict } from './project-finding.ts';
import type { Known, LineKnown } from './project-known.ts';
import type { Claim } from './project-sentences.ts';
import { isOtherRate, isPart, tellsOther } from './project-signs.ts';

const DERIVED = /推算|测算|算下来|算得|算出|合计|总计|总额|共需|需要|所需|需|共(?!青|同)|按|乘|×/u;

const isKnown = (k: Known | null): k is Known => k !== null;

/** What a line costs in a year or in all: the plan names quantity and cost of one, the product is derived. */
function moneyOf(known: LineKnown, { time }: Claim): readonly Known[] {
  const years = known.years.map((y) => known.money(y)).filter(isKnown);
  const all = [known.money()].filter(isKnown);
  if (time.kind === 'each') return years;
  if (time.kind === 'sum' && time.years.length === 1) return [known.money(time.years[0])].filter(isKnown);
  return time.kind === 'sum' ? all : [...years, ...all];
}

/** An amount for a whole line that counts something else: it must be what quantity and cost of one make. */
export function judgeDerivedMoney(claim: Claim): Verdict | null {
  const { number, time, executors, clause } = claim;
  const lines = claim.lines.filter((k) => k.cost !== null);
  const [first] = lines;
  if (!isMoney(number.unit) || !first || number.approximate || executors.kind !== 'open') return null;
  if (tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u)) return null;
  const each = lines.map((k) => moneyOf(k, claim));
  const told = each.flat();
  const rates = lines.flatMap((k) => (k.cost ? [k.cost] : []));
  const sums = [0, 1, 2].map((i) => each.reduce((sum, all) => sum + (all[i]?.value ?? 0), 0));
  const [sample] = told;
  const fits = (k: Known) => equals(number.value, number.unit, k);
  if (!sample || told.some(fits) || rates.some(fits) || sums.some((value) => fits({ ...sample, value }))) return null;
  const pinned = time.kind !== 'open';
  if (!(pinned ? DERIVED : /推算|共需|合计需|总共需/u).test(clause)) return null;
  const certain = pinned && /推算|测算|算|共|合计|总计|总额/u.test(clause);
  return {
    severity: certain ? 'error' : 'warning',
    code: 'project-money',
    what: `${called(first)}的金额与推算的不一致`,
    told: told.map((k) => ({ ...k, words: `推算${k.words}` })),
  };
}

/** 两年可推算263万元: the money of the whole programme, in a sentence that names no project. */
export function programmeMoney({ facts, document }: Programme): readonly Known[] {
  return [...document.years, undefined].flatMap((year) => {
    const id = `programme-money${year === undefined ? '' : `-${year}`}`;
    const fact = facts.get(id);
    if (!fact || typeof fact.value !== 'number') return [];
    const words = `${year === undefined ? '各年合计' : `${year}年`}${fact.value}${fact.unit}`;
    return [{ value: fact.value, unit: fact.unit, fact: id, words, written: `事实 ${id}` }];
  });
}
