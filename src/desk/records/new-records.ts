import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '#check/finding.ts';
import { problemsAsText } from '#check/print-problems.ts';
import { recordRules } from '#check/rules/records/all-rules.ts';
import { personsNamed } from '#domain/people/bearers.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { dayInChina } from '#format/date.ts';
import { soundOf } from '#format/pinyin.ts';
import type { Environment } from '#reader/environment.ts';
import { expectedRecords } from '#reader/records/expected-records.ts';
import { type ReadRecords, readRecords } from '#reader/records/read-records.ts';
import { nameSpelling } from '#reader/release/name-spelling.ts';
import { NotDone } from '../act.ts';
import { wantFolder } from '../content.ts';
import { yamlOf } from '../yaml-of.ts';

/** A person as it is written down: without what the file's name and place say. */
export type PersonRecord = Omit<Person, 'id' | 'sample'>;
/** A paper as it is written down. */
export type ConsentRecord = Omit<Consent, 'id' | 'sample'>;

/** The file of someone: `people/<id>.yaml`. */
export function personRecordText(person: PersonRecord): string {
  const { name, also, alias, age_band, role, aided, namesake, died } = person;
  return yamlOf({ name, also, alias, age_band, role, aided: aided || undefined, namesake, died });
}

/** The file of a paper: `consents/<id>.yaml`. */
export function consentRecordText(paper: ConsentRecord): string {
  const {
    person,
    scope,
    channels,
    signed,
    until,
    guardian,
    kin,
    told,
    refusal_offered,
    separate,
    paper: place,
  } = paper;
  const { withdrawn } = paper;
  return yamlOf({
    ...{ person, scope, channels, signed, until, guardian, kin, told, refusal_offered, separate },
    ...{ paper: place, withdrawn },
  });
}

/** The first of a name, name-2, name-3 … that is free. */
function numbered(stem: string, isTaken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/**
 * An id for someone new: the pinyin of the name that is printed. The check names files in what it says, so whoever has a
 * 化名 has an id made of that and never of the real name. What has no pinyin is numbered.
 */
export function newPersonId(
  { name, alias }: Pick<PersonRecord, 'name' | 'alias'>,
  isTaken: (id: string) => boolean,
): string {
  const words = soundOf(alias ?? name ?? '', true)
    .normalize('NFKD')
    .toLowerCase();
  const stem = words
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-$/u, '');
  return numbered(stem === '' ? 'person' : stem, isTaken);
}

/** An id for a new paper: whose it is and the year in which it was signed. */
export const newConsentId = (person: string, signed: string, isTaken: (id: string) => boolean): string =>
  numbered(`${person}-${signed.slice(0, 4)}`, isTaken);

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

/**
 * New records to add to those of a command. Throws `NotDone` where one that is there has an error, and `Misused` where
 * the content folder is not there in which they would lie: a slip in its name makes no folder.
 */
export function openRecords(environment: Environment): { records: NewRecords; today: string } {
  if (!environment.recordsSet) wantFolder(environment.contentDir);
  const today = dayInChina(environment.now.toISOString());
  const folder = recordsFolder(environment, today);
  const errors = folder.read.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new NotDone(`${problemsAsText(errors, environment.contentDir)}\n授权记录改好了才能再记，没有写任何文件。`);
  }
  return { records: new NewRecords(folder), today };
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

  /** Writes them, all or none: see `writeRecords`. */
  write(): void {
    writeRecords(this.#folder.dir, this.files());
  }
}

/** Puts a file in place under a name that nobody has, whole or not at all. */
function place(aside: string, target: string): void {
  try {
    linkSync(aside, target);
  } catch (error) {
    // File systems without links; what is there already stays in either way.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(aside, target, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes new records, all of them or none: `files` by their path in the records folder. Throws where one is there
 * already or cannot be written; then what was written before it is taken back.
 */
export function writeRecords(recordsDir: string, files: ReadonlyMap<string, string>): void {
  const written: string[] = [];
  const asides: string[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(recordsDir, path);
      if (existsSync(target))
        throw Object.assign(new Error(`已经有 ${target} 了，没有动它。`), { code: 'EEXIST', path: target });
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      const aside = join(dirname(target), `.${basename(target)}.${process.pid}`);
      asides.push(aside);
      writeFileSync(aside, text, { mode: 0o600 });
    }
    for (const [i, path] of [...files.keys()].entries()) {
      const target = join(recordsDir, path);
      place(asides[i] ?? '', target);
      written.push(target);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  } finally {
    for (const path of asides) rmSync(path, { force: true });
  }
}
