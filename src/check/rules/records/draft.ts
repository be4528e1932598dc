import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import type { Finding } from '../../finding.ts';

/** The records as far as they could be read: of one folder, the real ones or those of the 样稿. */
export interface RecordDraft {
  readonly people: readonly Person[];
  readonly consents: readonly Consent[];
  /** Ids of everyone who has a file, also one with mistakes. */
  readonly knownPeople: ReadonlySet<string>;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Papers that may still permit something; what is over or taken back needs no mending. */
export const standing = ({ consents, today }: RecordDraft) =>
  consents.filter(({ until, withdrawn }) => until >= today && (withdrawn === undefined || withdrawn > today));

/** One kind of mistake that files in the right form can still hold together. */
export type RecordRule = (draft: RecordDraft) => Finding[];

const folder = (sample: boolean) => (sample ? 'samples/records' : 'records');

/** Where a person's record lies. */
export const fileOfPerson = ({ id, sample }: Pick<Person, 'id' | 'sample'>) => `${folder(sample)}/people/${id}.yaml`;

/** Where the record of a paper lies. */
export const fileOfConsent = ({ id, sample }: Pick<Consent, 'id' | 'sample'>) =>
  `${folder(sample)}/consents/${id}.yaml`;
