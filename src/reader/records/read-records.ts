import type { Problem } from '#check/finding.ts';
import { recordRules } from '#check/rules/records/all-rules.ts';
import { type Reviewers, reviewersSchema } from '#domain/approvals/reviewers.ts';
import { type Consent, consentSchema } from '#domain/people/consent/consent.ts';
import { type Person, personSchema } from '#domain/people/consent/person.ts';
import { kindOf, RecordFiles } from './record-files.ts';
import { REVIEWERS_FILE, recordIds, tellStrayFiles } from './stray-files.ts';
import { withoutLine } from './withheld.ts';

/** What the problems of a records folder call it, wherever it lies. */
export type RecordsPrefix = 'records' | 'samples/records';

/** The people and papers of one records folder. */
export interface ReadRecords {
  readonly people: Person[];
  readonly consents: Consent[];
  /** Who may sign; null where the folder does not say. */
  readonly reviewers: Reviewers | null;
  /** Whether everything in it could be read; else a withdrawal may be missing. */
  readonly whole: boolean;
  readonly problems: Problem[];
}

const NONE: ReadRecords = { people: [], consents: [], reviewers: null, whole: true, problems: [] };

function notAFolder(prefix: RecordsPrefix): ReadRecords {
  const message = '授权记录不是文件夹：现在是一个文件，应当是放着 people/ 和 consents/ 的文件夹。';
  const mend = '改正 RECORDS_DIR；没有设 RECORDS_DIR 的，把这个文件移走。';
  const place = { file: prefix, line: 1, column: 1 } as const;
  const problem: Problem = { ...place, severity: 'error', code: 'records-not-a-folder', message, mend };
  return { ...NONE, whole: false, problems: [problem] };
}

/**
 * Reads the records in a folder and checks them; without the folder there are none. Problems name files from `prefix`
 * on and hold neither the names of people and guardians nor the place of a paper.
 */
export function readRecords(dir: string, prefix: RecordsPrefix, sample: boolean, today: string): ReadRecords {
  const kind = kindOf(dir);
  if (kind === null) return NONE;
  if (kind === 'file') return notAFolder(prefix);
  const files = new RecordFiles(dir);
  tellStrayFiles(files);
  const filed = { people: recordIds(files, 'people'), consents: recordIds(files, 'consents') };
  const people = filed.people.ids.flatMap((id): Person[] => {
    const { value } = files.read(`people/${id}.yaml`, personSchema);
    return value ? [{ ...value, id, sample }] : [];
  });
  const consents = filed.consents.ids.flatMap((id): Consent[] => {
    const { value } = files.read(`consents/${id}.yaml`, consentSchema);
    return value ? [{ ...value, id, sample }] : [];
  });
  const reviewers = files.read(REVIEWERS_FILE, reviewersSchema, true);
  const findings = recordRules({ people, consents, knownPeople: new Set(filed.people.ids), today });
  files.addOfRules(findings.map((one) => ({ ...one, file: one.file.slice(prefix.length + 1) })));
  const read = people.length === filed.people.ids.length && consents.length === filed.consents.ids.length;
  const listed = reviewers.value !== null || !reviewers.exists;
  // What stands in the way of reading is told as an error; a mistake of the rules leaves the records as they are.
  const whole = read && listed && filed.people.whole && filed.consents.whole && !files.problems.some(isInTheWay);
  const fileOf = ({ file }: Problem) => (file === '.' ? prefix : `${prefix}/${file}`);
  const problems = files.sorted().map((problem) => ({ ...withoutLine(problem), file: fileOf(problem) }));
  return { people, consents, reviewers: reviewers.value, whole, problems };
}

const isInTheWay = ({ code, severity }: Problem) =>
  severity === 'error' && (code === 'unexpected-file' || code === 'unreadable-folder');
