import { cellsOf, monthsOf } from '#domain/plan/cell.ts';
import { partWords } from '#domain/plan/period.ts';
import { finding } from '../finding.ts';
import type { Rule } from './draft.ts';

/** Times of no certain months: there is nothing to mend. */
const SEASON = /^(?:暑[期假]|寒假|[春夏秋冬][季天]|长期|暑期、寒假|寒暑假)$/u;

/** Words for a planned time that the overview can place: 5月, 5—6月, 全年. Others are shown, but span the year. */
export const months: Rule = (draft) =>
  draft.tables.flatMap(({ file, table }) => {
    if (table.kind !== 'targets') return [];
    return cellsOf(table).flatMap((cell) => {
      if (cell.month === null || cell.month === partWords(cell.period) || SEASON.test(cell.month)) return [];
      const span = monthsOf(cell.month);
      if (span && span.from >= 1 && span.to <= 12 && span.from <= span.to) return [];
      const row = table.rows.findIndex((r) => r.line === cell.line);
      return [
        finding({
          file,
          path: ['rows', row, 'cells', cell.period.key, cell.executor, 'month'],
          severity: 'warning',
          code: 'unreadable-month',
          what: '计划时间排不进月份表',
          found: `“${cell.month}”`,
          expected: '5月、5—6月、全年、上半年、第三季度这样的写法',
          mend: '如果原件就是这样写的，可以不改，月份表里按未写月份处理；否则照原件改正。',
        }),
      ];
    });
  });
