import { aidedStudents } from './aided-students.ts';
import { arithmetic } from './arithmetic.ts';
import { countsOfThings } from './counts.ts';
import { dates } from './dates.ts';
import { documentItself } from './document-itself.ts';
import { listCounts } from './list-counts.ts';
import { minors } from './minors.ts';
import { personalNumbers } from './personal-numbers.ts';
import { placeHomes } from './place-homes.ts';
import { placeNames } from './place-names.ts';
import { projectNumbers } from './project-numbers.ts';
import type { OwnKnowledge, OwnRule, PlanKnowledge, PlanRule, ProseReader } from './prose.ts';
import { quotationMarks } from './quotation-marks.ts';
import { spans } from './spans.ts';
import { textAndAnnex } from './text-and-annex.ts';
import { weekdays } from './weekdays.ts';
import { wrongWords } from './wrong-words.ts';

/** Rules that need no plan: language, calendar, privacy. */
const ownRules: readonly OwnRule[] = [
  personalNumbers,
  minors,
  aidedStudents,
  dates,
  weekdays,
  spans,
  arithmetic,
  quotationMarks,
  wrongWords,
];

/** Rules that compare a story with the plan. */
const planRules: readonly PlanRule[] = [
  placeNames,
  placeHomes,
  projectNumbers,
  countsOfThings,
  listCounts,
  documentItself,
  textAndAnnex,
];

/**
 * All that reads the text of stories, prepared once. Where the content has errors of its own the plan is not known, and
 * stories are not compared with it.
 */
export function proseReaders(known: OwnKnowledge, programme: PlanKnowledge['programme'] | null): ProseReader[] {
  const own = ownRules.map((rule) => rule(known));
  return programme ? [...own, ...planRules.map((rule) => rule({ ...known, programme }))] : own;
}
