import { kilobytes } from '../table.ts';
import { tableLines } from '../text-table.ts';
import { KB } from '../weight-budgets.ts';
import type { Spread } from './browser-measures.ts';
import type { IndexingCost } from './indexing-cost.ts';
import type { Score } from './score.ts';
import { SEARCH_BUDGETS, type SearchResult } from './search-budgets.ts';

/** What the bench says of search, as a person reads it. */
export function searchReport(result: SearchResult): string {
  const { pages, indexing, browser } = result;
  const lines = [
    `■ 做索引（${indexing.pages}页，各一次；机器忙的时候会慢，时间只作参考）`,
    ...tableLines([
      ['做法', '用时', '内存最多占'],
      ['我们的', ...costCells(indexing.ours)],
      ['Pagefind 原来的', ...costCells(indexing.stock)],
    ]),
    '',
  ];
  if (!browser) return [...lines, '■ 搜索　没有浏览器，没有量。'].join('\n');
  const { scores, all, absentFound, bytes } = browser;
  return [
    ...lines,
    `■ 搜得对不对（${pages}页，逐字核对；时间从按回车到出结果）`,
    ...tableLines([
      ['搜什么', '几次', '该找的找到', '找到的都对', '有错的', '一半不超过', '九成半不超过'],
      ...scores.map(({ kind, score }) => [kind, ...scoreCells(score)]),
      ['合计', ...scoreCells(all)],
    ]),
    `  网站里没有的话，找出东西来的有${absentFound}次。`,
    '',
    '■ 搜一次要传多少（brotli；网页、脚本、索引都在内，字体和图片不算）',
    ...tableLines([
      ['怎样搜', '中位数', '九成半不超过', '预算', '余量'],
      ...bytes.cold.map(({ kind, ...spread }) => [`第一次，${kind}`, ...spreadCells(spread, null)]),
      ['第一次，合计', ...spreadCells(bytes.allCold, SEARCH_BUDGETS.cold)],
      ['接着搜别的', ...spreadCells(bytes.next, null)],
      ['再搜同一个', ...spreadCells(bytes.again, SEARCH_BUDGETS.repeated)],
    ]),
  ].join('\n');
}

const percent = (share: number) => (share === 1 ? '100%' : `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`);
const milliseconds = (value: number) => `${Math.round(value)}毫秒`;

function costCells({ seconds, memory }: IndexingCost): string[] {
  return [`${seconds.toFixed(1)}秒`, memory === null ? '这台电脑量不到' : `${Math.round(memory / KB / KB)} MB`];
}

function scoreCells({ queries, recall, precision, wrong, p50, p95 }: Score): string[] {
  return [`${queries}`, percent(recall), percent(precision), `${wrong}`, milliseconds(p50), milliseconds(p95)];
}

function spreadCells({ median, p95 }: Spread, budget: number | null): string[] {
  const left = budget === null ? null : budget - median;
  const margin = left === null ? '—' : `${left < 0 ? '超出' : '余'} ${kilobytes(Math.abs(left))}`;
  return [kilobytes(median), kilobytes(p95), budget === null ? '没有定' : kilobytes(budget), margin];
}
