import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#check/finding.ts';
import { recordRules } from '#check/rules/records/record-rules.ts';
import { personsNamed } from '#domain/people/bearers.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import type { Environment } from '#reader/environment.ts';
import { expectedRecords } from '#reader/records/expected-records.ts';
import { type ReadRecords, readRecords } from '#reader/records/read-records.ts';
import { nameSpelling } from '#reader/release/name-spelling.ts';
import { newConsentId, newPersonId } from './record-ids.ts';
import { type ConsentRecord, consentRecordText, type PersonRecord, personRecordText } from './record-text.ts';

/** Where records are written to, and what is there. */
export interface RecordsFolder {
  readonly dir: string;
  readonly read: ReadRecords;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The records a command adds to. With RECORDS_DIR the folder must be there: an unplugged disk is no empty folder. */
export function recordsFolder({ recordsDir, recordsSet }: Environment, today: string): RecordsFolder {
  const read = recordsSet ? expectedRecords(recordsDir, today) : readRecords(recordsDir, 'records', false, today);
  return { dir: recordsDir, read, today };
}

/** Everyone of that name, real or 化名, however it is spelt. */
export const peopleNamed = (people: readonly Person[], name: string): Person[] =>
  personsNamed(name, { people, spelling: nameSpelling });

/** Records that are still to be written: each gets an id of its own as it is added. */
export class NewRecords {
  readonly people: Person[] = [];
  readonly consents: Consent[] = [];
  readonly #folder: RecordsFolder;

  constructor(folder: RecordsFolder) {
    this.#folder = folder;
  }

  /** Everyone, those to be written too. */
  get everyone(): Person[] {
    return [...this.#folder.read.people, ...this.people];
  }

  /** Every paper, those to be written too. */
  get papers(): Consent[] {
    return [...this.#folder.read.consents, ...this.consents];
  }

  addPerson(record: PersonRecord): Person {
    const id = newPersonId(record, (one) => this.#isTaken('people', one));
    const person = { ...record, id, sample: false };
    this.people.push(person);
    return person;
  }

  addConsent(record: ConsentRecord): Consent {
    const id = newConsentId(record.person, record.signed, (one) => this.#isTaken('consents', one));
    const paper = { ...record, id, sample: false };
    this.consents.push(paper);
    return paper;
  }

  /** Whether a file of that id is there, also one that could not be read. */
  #isTaken(folder: 'people' | 'consents', id: string): boolean {
    const known = folder === 'people' ? this.everyone : this.papers;
    return known.some((one) => one.id === id) || existsSync(this.pathOf(`${folder}/${id}.yaml`));
  }

  /** The files to be written, by their path in the records folder. */
  files(): Map<string, string> {
    const people = this.people.map((person) => [`people/${person.id}.yaml`, personRecordText(person)] as const);
    const papers = this.consents.map((paper) => [`consents/${paper.id}.yaml`, consentRecordText(paper)] as const);
    return new Map([...people, ...papers]);
  }

  /** What the rules say of the records with these among them, as far as it is of these. */
  findings(): Finding[] {
    const { everyone: people, papers: consents } = this;
    const { today } = this.#folder;
    const own = new Set([...this.files().keys()].map((file) => `records/${file}`));
    const all = recordRules({ people, consents, knownPeople: new Set(people.map(({ id }) => id)), today });
    return all.filter(({ file }) => own.has(file));
  }

  /** Where a file of these lies. */
  pathOf = (file: string) => join(this.#folder.dir, file);
}
