import { type Amount, isSame, type Miscalculation, spelled } from './amounts.ts';

/** 一个10万元, 每人5000元: what one costs, right before the sum. */
const RATE = /(?<each>[一每乘×])(?<measure>[个人名位所间处套]|(?<=[乘×]))[^，。；、\d]{0,8}$/u;
const TOTAL = /(?:就是|一共|总共|合计|总计|共计|加起来|合起来|加在一起|共(?!青|同|产|享|识)|总额)[^，。；\d]{0,6}$/u;
/** Something else is in the total, or it is of more than one time. */
const MORE =
  /另|还有|此外|其他|其余|连同|不含|包括|约|近|其中|等(?!于|级|额)|至少|超过|累计|已|实际|剩|去年|今年|每年|两年|[四两三二]市|每市|正文|附件|备注/u;
/** Whether a sum of money is what one of something costs. */
export const isRate = (text: string, { start, unit }: Amount) =>
  unit === '元' && RATE.test(text.slice(Math.max(0, start - 12), start));

const persons = (measure: string) => (/^[名位]$/u.test(measure) ? '人' : measure);

/** 4个、一个10万元，加上16个、一个5万元，总共120万元: several counts with what one of each costs, and their sum. */
export function costsTogether(text: string, amounts: readonly Amount[]): Miscalculation[] {
  const money = amounts.filter((a) => a.unit === '元');
  const total = money.at(-1);
  const rates = money.slice(0, -1);
  if (!total || rates.length === 0 || MORE.test(text) || amounts.some((a) => a.approximate)) return [];
  if (!TOTAL.test(text.slice(Math.max(0, total.start - 14), total.start))) return [];
  let from = 0;
  const parts: { readonly count: Amount; readonly rate: Amount }[] = [];
  for (const rate of rates) {
    const { each, measure = '' } = RATE.exec(text.slice(Math.max(0, rate.start - 12), rate.start))?.groups ?? {};
    // 一个 in 一个10万元 is read as an amount of its own.
    const one = each === '一' ? rate.start - 12 : rate.start;
    const counts = amounts.filter(
      (a) =>
        a.start >= from &&
        a.end <= rate.start &&
        (measure === '' ? a.end >= rate.start - 3 : a.unit === persons(measure)) &&
        !(a.value === 1 && a.start >= one),
    );
    const [count] = counts;
    if (!count || counts.length > 1) return [];
    parts.push({ count, rate });
    from = rate.end;
  }
  const [first] = parts;
  const sum = parts.reduce((all, { count, rate }) => all + count.value * rate.value, 0);
  if (!first || isSame(sum, total.value)) return [];
  const words = parts.map(({ count, rate }) => `${count.value}×${spelled(rate.value, '元')}`).join('+');
  return [
    {
      ...{ start: first.count.start, end: total.end, severity: 'error', code: 'wrong-product' },
      what: '数量乘每份的钱，与合计不一致',
      expected: `${words}，合计${spelled(sum, '元')}`,
    },
  ];
}
