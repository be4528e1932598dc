import { type Consent, TOLD } from './consent.ts';
import { plainName } from './name.ts';
import type { Person } from './person.ts';

/** What a paper signed for a minor may lack. */
export type GuardianDefect = 'no-guardian' | 'not-told' | 'no-refusal-offered' | 'not-separate';

/** One of the six things a child's guardian has to be told. */
export type ToldItem = (typeof TOLD)[number];

/** The six things as a clerk says them. */
export const TOLD_WORDS: Readonly<Record<ToldItem, string>> = {
  purpose: '目的',
  scope: '范围',
  storage: '存储地点和期限',
  safety: '安全措施',
  complaint: '投诉渠道',
  deletion: '更正和删除的办法',
};

/** What the guardian was not told, in the order of the law. */
export const untold = ({ told = [] }: Consent): ToldItem[] => TOLD.filter((item) => !told.includes(item));

/** A child does not consent for itself: whoever bears its name is no guardian, but a slip of the pen. */
export const signedByChild = ({ name }: Person, { guardian }: Consent) =>
  guardian !== undefined && name !== undefined && plainName(guardian.name) === plainName(name);

/**
 * Everything that a paper lacks to hold for a minor, the gravest first; nothing for anybody else. From 14 on a guardian
 * has to sign; below 14 also on a paper of its own, after being told six things and that they may refuse.
 */
export function guardianDefects(person: Person, paper: Consent): GuardianDefect[] {
  if (person.age_band !== 'under-14' && person.age_band !== '14-17') return [];
  const found: GuardianDefect[] = [];
  if (paper.guardian === undefined || signedByChild(person, paper)) found.push('no-guardian');
  if (person.age_band === '14-17') return found;
  if (untold(paper).length > 0) found.push('not-told');
  if (paper.refusal_offered !== true) found.push('no-refusal-offered');
  if (paper.separate !== true) found.push('not-separate');
  return found;
}
