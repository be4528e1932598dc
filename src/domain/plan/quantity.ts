/** A number with what it counts. Only like is added to like. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** Amounts of money in one another: how many 元 one of them is. */
const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** Whether a unit is an amount of money. */
export function isMoney(unit: string): boolean {
  return unit in YUAN;
}

/** Measures of what is not counted one by one. */
const MEASURES =
  /^(?:平方|立方)?(?:公里|千米|里|米|厘米)$|^(?:亩|公顷|吨|公斤|千克|斤|升|度|小时|分钟|天|月|年|学时|课时|工时)$/u;

/** Whether a unit counts what has no halves: people, rooms, batches; not money, measures and shares. */
export const isCounted = (unit: string): boolean => !isMoney(unit) && !MEASURES.test(unit) && !/[%％]/u.test(unit);

/** Sum of quantities of one unit. Throws a RangeError on different units: persons and rooms make no sum. */
export function sum(quantities: readonly Quantity[]): Quantity {
  const [first] = quantities;
  if (!first) throw new RangeError('没有可以相加的数');
  const other = quantities.find((q) => q.unit !== first.unit);
  if (other) throw new RangeError(`单位不同，不能相加：${first.unit}、${other.unit}`);
  return { value: quantities.reduce((total, q) => total + q.value, 0), unit: first.unit };
}

/** An amount of money in another unit of money. Throws a RangeError where one of the two is not money. */
export function convertMoney({ value, unit }: Quantity, to: string): Quantity {
  const [a, b] = [YUAN[unit], YUAN[to]];
  if (a === undefined || b === undefined) throw new RangeError(`不是金额，不能换算：${unit} → ${to}`);
  return { value: (value * a) / b, unit: to };
}
