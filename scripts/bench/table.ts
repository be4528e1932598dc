import { type BenchResult, differenceInWords, lastWeight } from './history.ts';
import { tableLines } from './text-table.ts';
import { isOver, KB, type Weight, type WeightGroup } from './weight-budgets.ts';

const GROUPS: readonly [WeightGroup, string][] = [
  ['页面', '一次打开要传多少（brotli，CSS 已在网页里；字体和图片另列）'],
  ['脚本', '脚本（已算在网页里）'],
  ['字体', '字体（所有网页共用，不算在网页里；没有预载的，用到时才取）'],
  ['地图', '地图，每种画法（已算在网页里）'],
  ['图', '图，每种画法（已算在网页里）'],
];

/** Of drawings only so many are shown, and all that are over their budget. */
const SHOWN = 6;

export const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} kB`;

/** Small differences in bytes: a tenth of a kB would hide them. */
const amount = (bytes: number) => (bytes < KB / 10 ? `${bytes} B` : kilobytes(bytes));

/** The whole report as a person reads it. */
export function benchReport(result: BenchResult, last: BenchResult | null): string {
  const groups = GROUPS.flatMap(([group, heading]) => {
    const weights = result.weights.filter((weight) => weight.group === group);
    return weights.length === 0 ? [] : [`■ ${heading}`, ...groupLines(weights, last), ''];
  });
  return [...buildLines(result, last), '', ...groups, summary(result, last)].join('\n');
}

function buildLines({ build }: BenchResult, last: BenchResult | null): string[] {
  const seconds = (value: number) => `${value.toFixed(1)}秒`;
  const megabytes = (value: number) => `${Math.round(value / KB / KB)} MB`;
  const compared = (now: number, key: 'seconds' | 'memory' | 'pages', say: (value: number) => string) =>
    last ? `，${differenceInWords(now, last.build[key], say)}` : '';
  return [
    `■ 生成网站（${build.runs}次的中位数；机器忙的时候会慢，时间只作参考）`,
    `  用时　${seconds(build.seconds)}${compared(build.seconds, 'seconds', seconds)}`,
    `  内存　最多占${megabytes(build.memory)}${compared(build.memory, 'memory', megabytes)}`,
    `  网页　${build.pages}页${compared(build.pages, 'pages', (value) => `${value}页`)}`,
  ];
}

function groupLines(weights: readonly Weight[], last: BenchResult | null): string[] {
  const [first] = weights;
  const listed = first?.group === '地图' || first?.group === '图';
  const shown = listed ? weights.filter((weight, index) => index < SHOWN || isOver(weight)) : weights;
  const header = [first?.group ?? '', '大小', '预算', '余量', ...(last ? ['和上次比'] : []), '在哪里'];
  const rows = shown.map((weight) => [
    weight.name,
    kilobytes(weight.bytes),
    weight.budget === null ? '没有定' : kilobytes(weight.budget),
    margin(weight),
    ...(last ? [differenceInWords(weight.bytes, lastWeight(weight, last), amount)] : []),
    weight.path + beside(weight),
  ]);
  const rest = weights.length - shown.length;
  return [...tableLines([header, ...rows]), ...(rest > 0 ? [`  其余${rest}张都更轻。`] : [])];
}

/** What is left of the budget, or by how much it is exceeded, in words. */
export function margin(weight: Weight): string {
  if (weight.budget === null) return '—';
  const left = weight.budget - weight.bytes;
  return left < 0 ? `超出 ${amount(-left)}` : `余 ${amount(left)}`;
}

function beside({ beside }: Weight): string {
  if (!beside) return '';
  const parts = [
    beside.fonts > 0 ? `预载字体 ${kilobytes(beside.fonts)}` : '',
    beside.images > 0 ? `图片 ${kilobytes(beside.images)}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `　另有${parts.join('，')}` : '';
}

function summary({ weights }: BenchResult, last: BenchResult | null): string {
  const over = weights.filter(isOver);
  const compare = last
    ? `和 ${last.at.slice(0, 16).replace('T', ' ')}（世界时）那次比。`
    : '还没有以前的记录，下次运行会和这次比。';
  if (over.length === 0) return `都在预算之内。${compare}`;
  return `超出预算的有${over.length}项：${over.map((w) => `${w.name}（${margin(w)}）`).join('、')}。${compare}`;
}
