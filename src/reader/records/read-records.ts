import { join } from 'node:path';
import { finding, type Problem, problemAt, type Severity } from '#check/finding.ts';
import { recordRules } from '#check/rules/records/all-rules.ts';
import { type Reviewers, reviewersSchema } from '#domain/approvals/reviewers.ts';
import { type Consent, consentSchema } from '#domain/people/consent/consent.ts';
import { type Person, personSchema } from '#domain/people/consent/person.ts';
import { nearest } from '#domain/search/nearest.ts';
import { kindOf, RecordFiles } from './record-files.ts';
import { withoutLine } from './withheld.ts';

/** The folders of the records: the two that are read, and the one where scans of the papers may lie. */
const FOLDERS = ['people', 'consents', 'papers'];
/** The list of those who may sign. */
export const REVIEWERS_FILE = 'reviewers.yaml';
const ID = /^[a-z][a-z0-9-]*$/;
/** What its writer takes for a record. */
const WRITTEN = /\.(ya?ml|json|txt|csv)$/i;

const isFolder = (files: RecordFiles, file: string) => kindOf(join(files.dir, file)) === 'folder';

function passedOver(files: RecordFiles, file: string, what: string, mend: string, severity: Severity): void {
  const words = { what: `网站不读这个${what}`, now: '放在这里', should: '是 people/ 和 consents/ 里的“id.yaml”' };
  files.report(file, { code: 'unexpected-file', ...words, mend, severity });
}

/** Tells what lies in the records folder itself and is passed over. A record may be in it, with a withdrawal. */
export function tellStrayFiles(files: RecordFiles): void {
  for (const name of files.names('.')) {
    const folder = isFolder(files, name);
    if (FOLDERS.includes(name) && (folder || name === 'papers')) continue;
    if (name === REVIEWERS_FILE && !folder) continue;
    const near = nearest(name.replace(/\.[^.]*$/, ''), FOLDERS);
    if (folder) {
      const mend = near
        ? `文件夹的名字改成 ${near}。`
        : '记录放进 people/ 和 consents/，扫描件放进 papers/；别的东西从这里拿走。';
      const records = near === 'people' || near === 'consents' || files.names(name).some((one) => WRITTEN.test(one));
      passedOver(files, name, '文件夹', mend, records ? 'error' : 'warning');
    } else {
      const mend = WRITTEN.test(name)
        ? '人的记录放进 people/，授权书的记录放进 consents/，一个一个文件。'
        : '授权书的扫描件放进 papers/；用不着的删掉。';
      passedOver(files, name, '文件', mend, WRITTEN.test(name) || FOLDERS.includes(name) ? 'error' : 'warning');
    }
  }
}

/** The records of a folder by id; names that are none are told. `whole` is false where a record may be passed over. */
export function recordIds(files: RecordFiles, folder: 'people' | 'consents'): { ids: string[]; whole: boolean } {
  const ids: string[] = [];
  let whole = true;
  for (const name of files.names(folder)) {
    const file = `${folder}/${name}`;
    const id = name.replace(/\.yaml$/, '');
    const subfolder = isFolder(files, file);
    if (name.endsWith('.yaml') && !subfolder) {
      if (ID.test(id)) {
        ids.push(id);
        continue;
      }
      const words = {
        what: '文件名不是 id',
        now: '的文件名里有别的字',
        should: '是小写拼音字母开头，只有小写字母、数字和连字符 -，结尾是 .yaml',
      };
      const person = folder === 'people' ? '；授权书里的 person 也跟着改' : '';
      files.report(file, { code: 'bad-id', ...words, mend: `改文件名，例如 yangli-jia.yaml${person}。` });
      whole = false;
      continue;
    }
    const record = subfolder || WRITTEN.test(name);
    const mend = subfolder
      ? `${folder}/ 里不再分文件夹：把里面的记录移出来，扫描件放进 papers/。`
      : record
        ? '文件名改成“id.yaml”：小写拼音字母、数字和连字符，结尾是 .yaml。'
        : '授权书的扫描件放进 papers/，和 people/、consents/ 放在一起；用不着的删掉。';
    passedOver(files, file, subfolder ? '文件夹' : '文件', mend, record ? 'error' : 'warning');
    if (record) whole = false;
  }
  return { ids, whole };
}

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
  const place = { line: 1, column: 1 } as const;
  const one = finding({
    ...place,
    code: 'records-not-a-folder',
    what: '授权记录不是文件夹',
    found: '一个文件',
    expected: '放着 people/ 和 consents/ 的文件夹',
    mend: '改正 RECORDS_DIR；没有设 RECORDS_DIR 的，把这个文件移走。',
  });
  return { ...NONE, whole: false, problems: [problemAt(prefix, place, one)] };
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
