import type { Finding } from '../../finding.ts';
import type { RecordDraft, RecordRule } from './draft.ts';
import { guardians, papersOfCollectives, papersOfMinors } from './guardians.ts';
import { deaths, kinOfTheDead, kinWrittenAsGuardians, papersOfTheDead } from './kin.ts';
import { aliasesOfOthers, nameRemarks, namesOfOne, rolesOfMinors, sharedNames } from './names.ts';
import { daysOfPapers, listedTwice, unknownPeople } from './papers.ts';

const RULES: readonly RecordRule[] = [
  namesOfOne,
  nameRemarks,
  aliasesOfOthers,
  sharedNames,
  rolesOfMinors,
  unknownPeople,
  daysOfPapers,
  listedTwice,
  papersOfMinors,
  guardians,
  kinWrittenAsGuardians,
  kinOfTheDead,
  papersOfTheDead,
  deaths,
  papersOfCollectives,
];

/**
 * What is wrong with records whose files have the right form each. No sentence names a person, a guardian or the place
 * of a paper: what the check says may be read by many.
 */
export const recordRules = (draft: RecordDraft): Finding[] => RULES.flatMap((rule) => rule(draft));
