/** One thing weighed, with the most it may weigh. */
export interface Weight {
  group: WeightGroup;
  /** What it is, in Chinese; the same in every run. */
  name: string;
  /** Where in the built site, from its root. */
  path: string;
  bytes: number;
  /** Bytes; null: the design sets none. */
  budget: number | null;
  /** Said beside it, outside the budget; bytes. */
  beside?: { images: number; fonts: number };
}

export type WeightGroup = '页面' | '脚本' | '字体' | '地图' | '图';

/** A kind of page: its pages are the folder's own page (`pages/`) or those one level below (`pages/*`). */
interface PageKind {
  name: string;
  folder: string;
  each: boolean;
  budget: number | null;
}

/** 1 kB is 1000 bytes, as networks count. */
export const KB = 1000;

/** The kinds of page that are weighed, in the order of the table. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: '首页', folder: '', each: false, budget: 30 * KB },
  { name: '故事', folder: 'stories', each: true, budget: 14 * KB },
  { name: '故事目录', folder: 'stories', each: false, budget: 20 * KB },
  { name: '项目', folder: 'projects', each: true, budget: 20 * KB },
  { name: '乡镇', folder: 'townships', each: true, budget: 20 * KB },
  { name: '结对', folder: 'pairings', each: true, budget: 20 * KB },
  { name: '数字', folder: 'facts', each: true, budget: 20 * KB },
  { name: '图册', folder: 'figures', each: false, budget: 20 * KB },
  { name: '通知全文', folder: 'plan', each: false, budget: null },
  { name: '进展', folder: 'progress', each: false, budget: null },
  { name: '结对总览', folder: 'pairings', each: false, budget: null },
];

/** Script of the heaviest page, fonts of all pages, and each form of a drawing. */
export const BUDGETS = { script: 3 * KB, headingFont: 45 * KB, map: 6 * KB, chart: 3 * KB } as const;

/** The engine's own names of figures that are maps; all other figures are charts. */
export function isMap(figure: string): boolean {
  return /(^|-)map(-|$)|^pairing-/.test(figure);
}

/** Whether something weighs more than it may. */
export function isOver(weight: Weight): boolean {
  return weight.budget !== null && weight.bytes > weight.budget;
}
