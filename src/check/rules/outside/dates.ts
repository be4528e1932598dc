import { isToCome } from '#domain/outside/citation.ts';
import { type DataPath, type Finding, finding, shown } from '../../finding.ts';
import { citationsOf, type Draft, fileOfFacts, type Rule } from '../draft.ts';

function wrongDate(draft: Draft, file: string, path: DataPath, date: string | undefined): Finding[] {
  if (date === undefined || date.startsWith('约')) return [];
  const base = { file, path, found: shown(date) };
  if (date.length === 10 && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) {
    const mend = '对照日历改正；只知道年、月的，写 2018-05 或 2018。';
    return [finding({ ...base, code: 'no-such-date', what: '没有这一天', expected: '日历上有的日期', mend })];
  }
  if (!isToCome(date, draft.today)) return [];
  const expected = `不晚于今天（${draft.today}）`;
  const mend = '核对原文的日期。到那一天以前网站上没有它；今天由 SITE_NOW 指定，不指定就是电脑上的今天。';
  return [finding({ ...base, severity: 'warning', code: 'date-in-future', what: '日期还没有到', expected, mend })];
}

/** Days that a calendar has; what is dated later than today is told, for it is not there yet. */
export const outsideDates: Rule = (draft) => [
  ...citationsOf(draft).flatMap(({ file, path, source }) => wrongDate(draft, file, [...path, 'date'], source.date)),
  ...draft.outside.flatMap(({ place, facts }) =>
    Object.entries(facts).flatMap(([id, fact]) => wrongDate(draft, fileOfFacts({ place }), [id, 'as_of'], fact.as_of)),
  ),
];
