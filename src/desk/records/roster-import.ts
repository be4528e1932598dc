import { basename } from 'node:path';
import type { Finding } from '#check/finding.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import { plainName } from '#domain/people/consent/name.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { EXAMPLE_MARK, ROSTER_COLUMNS } from '#exports/roster/columns.ts';
import { AGE_BAND_WORDS, ageWords } from '#format/consent-words.ts';
import type { Table } from '#reader/spreadsheet/table.ts';
import { act, type Desk, type Done, Misused, NotDone } from '../act.ts';
import { answerAll, readAnswer, type WrongAnswer } from '../asking/questions.ts';
import { dayOfSerial } from '../clerk-words.ts';
import {
  cellTrouble,
  type Head,
  headsIn,
  isEmpty,
  type KeyedRow,
  keysByName,
  remarksOn,
  rowsBelow,
  severalSheets,
} from '../spreadsheet/head.ts';
import { openTables } from '../spreadsheet/open-tables.ts';
import { CONSENT_QUESTIONS, type ConsentDraft, consentOf } from './consent-questions.ts';
import { type ConsentRecord, type NewRecords, openRecords } from './new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './person-questions.ts';
import { paperLine, personLine } from './record-report.ts';

const columnOf = (key: string) => ROSTER_COLUMNS.find((column) => column.key === key);

/** What stands in a row of the roster, by the key of its column. */
type RosterRow = KeyedRow<string>;

/** The rows of a roster, or what is wrong with its head. */
type RosterRows =
  | { readonly rows: readonly RosterRow[]; readonly sheet: string }
  | { readonly wrong: readonly string[] };

const KEYS = keysByName(ROSTER_COLUMNS.map(({ key, heading, also }) => ({ key, names: [heading, ...also] })));
/** Columns without which nobody can be written down. */
const NEEDED = ['name', 'age', 'role'];

const isExample = (remark: string) => remark.trim().startsWith(EXAMPLE_MARK);

/** The rows below a head in which somebody stands. */
const peopleBelow = (head: Head<string>): readonly RosterRow[] =>
  rowsBelow(head)
    .filter(({ cells }) => !isExample(cells.get('remark')?.text ?? ''))
    .filter(({ cells }) => [...cells].some(([key, cell]) => key !== 'remark' && !isEmpty(cell)));

/** The rows with somebody in them: below the row that names most columns, without examples and empty ones. */
export function rosterRows(tables: readonly Table[]): RosterRows {
  const heads = headsIn(tables, KEYS).filter(({ columns }) => columns.size >= 3);
  const filled = heads.filter((one) => peopleBelow(one).length > 0);
  const [head] = filled.length > 0 ? filled : heads;
  if (!head) {
    return {
      wrong: [`没有找到“姓名”“年龄段”这一行标题。用 npm run consent:template 写一份空的名单，照着它的标题填。`],
    };
  }
  const place = head.table.name === '' ? '' : `“${head.table.name}”`;
  const missing = NEEDED.filter((key) => !head.columns.has(key) && !(key === 'name' && head.columns.has('alias')));
  const wrong = [
    ...head.twice.map((text) => `${place}第${head.row.number}行：“${text}”这一列有两列，只留一列。`),
    ...missing.map((key) => `${place}第${head.row.number}行：少了“${columnOf(key)?.heading ?? key}”这一列，加上它。`),
  ];
  const several = severalSheets(filled);
  if (several !== null) wrong.unshift(several);
  if (head.table.beyond !== undefined) wrong.push(head.table.beyond);
  if (wrong.length > 0) return { wrong };
  return { rows: peopleBelow(head), sheet: head.table.name };
}

/** What a roster comes to. The new records are in the `NewRecords` that was handed in. */
export interface RosterImport {
  /** Cell by cell; while there is one, nothing is written. */
  readonly errors: readonly string[];
  /** What the rules still ask for. */
  readonly notes: readonly string[];
  /** Rows of whom everything was there already. */
  readonly unchanged: number;
}

const PERSON_KEYS = PERSON_QUESTIONS.map(({ option }) => option);
const PAPER_KEYS = CONSENT_QUESTIONS.map(({ option }) => option);

/** The cells of a row as they would be typed behind the options. */
const typedIn = ({ cells }: RosterRow): Record<string, string> =>
  Object.fromEntries(
    [...cells]
      .filter(([, cell]) => !isEmpty(cell))
      .map(([key, { text }]) => [key, columnOf(key)?.isDay || key === 'died' ? dayOfSerial(text.trim()) : text]),
  );

/** Whether two papers say the same; that one was taken back since makes no other of it. */
function isSamePaper(a: ConsentRecord | Consent, b: ConsentRecord): boolean {
  const said = ({
    scope,
    channels,
    told = [],
    guardian,
    kin,
    person,
    signed,
    until,
    refusal_offered,
    separate,
    paper,
  }: ConsentRecord) =>
    JSON.stringify([
      ...[person, signed, until, scope.toSorted(), channels.toSorted(), told.toSorted(), plainName(paper)],
      ...[guardian && [plainName(guardian.name), guardian.relation], kin && [plainName(kin.name), kin.relation]],
      ...[kin?.none_closer === true, refusal_offered === true, separate === true],
    ]);
  return said(a) === said(b);
}

/** Reads the rows one after the other into records. */
class Import {
  readonly errors: string[] = [];
  readonly notes: string[] = [];
  unchanged = 0;
  readonly #records: NewRecords;
  readonly #today: string;
  /** The row that a new record comes from, by its file. */
  readonly #rows = new Map<string, number>();

  constructor(records: NewRecords, today: string) {
    this.#records = records;
    this.#today = today;
  }

  #tell({ number }: RosterRow, key: string, problem: string): void {
    this.errors.push(`第${number}行“${columnOf(key)?.heading ?? key}”：${problem}`);
  }

  /** What is wrong with the answers of a row, each at its cell. */
  #tellAll(row: RosterRow, wrong: readonly WrongAnswer[], missing: readonly string[]): boolean {
    for (const { option, problem } of wrong) this.#tell(row, option, problem);
    for (const option of missing) {
      const column = columnOf(option);
      this.#tell(row, option, `空着，应当填上：${column?.explained ?? ''}。`);
    }
    return wrong.length + missing.length > 0;
  }

  /** Everyone whom a row may mean: by the real name, else by the 化名. */
  #bearers({ name, alias }: Record<string, string>): Person[] {
    const same = (a: string | undefined, b: string) => a !== undefined && plainName(a) === plainName(b);
    const everyone = this.#records.everyone;
    return name
      ? everyone.filter((one) => same(one.name, name))
      : everyone.filter((one) => same(one.alias, alias ?? ''));
  }

  /** Somebody in the records already: what the row says of them must be what stands there. */
  #known(row: RosterRow, typed: Record<string, string>, person: Person): Person | null {
    const source = this.#rows.get(`people/${person.id}.yaml`);
    const there = source === undefined ? '记录里' : `第${source}行里`;
    let draft: PersonDraft = { known: [] };
    let sound = true;
    for (const question of PERSON_QUESTIONS) {
      const own = typed[question.option];
      if (own === undefined || !['alias', 'age', 'aided', 'died'].includes(question.option)) continue;
      const read = readAnswer(question, own, draft);
      if ('value' in read) draft = read.value;
      else {
        this.#tell(row, question.option, read.problem);
        sound = false;
      }
    }
    const differ = (key: string, now: string, then: string) => {
      this.#tell(
        row,
        key,
        `现在是“${now}”，${there}他是“${then}”。对照以后改成一样；是另一个同名的人，用 npm run new:person 记。`,
      );
      sound = false;
    };
    if (draft.alias !== undefined && plainName(draft.alias) !== plainName(person.alias ?? '')) {
      differ('alias', draft.alias, person.alias ?? '没有化名');
    }
    if (draft.age_band !== undefined && draft.age_band !== person.age_band) {
      differ('age', AGE_BAND_WORDS[draft.age_band], AGE_BAND_WORDS[person.age_band]);
    }
    if (draft.aided === true && person.aided !== true) differ('aided', '是', '否');
    if (draft.died !== undefined && draft.died !== person.died) {
      differ('died', String(typed['died']), ageWords(person));
    }
    return sound ? person : null;
  }

  /** Whom a row is about, put among the records where nobody knew them; null: that cannot be told. */
  #person(row: RosterRow, typed: Record<string, string>): Person | null {
    const bearers = this.#bearers(typed);
    const own =
      bearers.length > 1 ? bearers.filter(({ role }) => plainName(role) === plainName(typed['role'] ?? '')) : bearers;
    const [known, ...more] = own;
    if (known && more.length === 0) return this.#known(row, typed, known);
    if (bearers.length > 0) {
      const roles = bearers.map(({ role }) => role).join('、');
      this.#tell(row, 'name', `记录里有${bearers.length}个人叫这个名字，“身份”写成其中一个：${roles}。`);
      return null;
    }
    const answers = Object.fromEntries(PERSON_KEYS.map((key) => [key, typed[key]]));
    const { draft, wrong, missing } = answerAll(PERSON_QUESTIONS, answers, {
      known: this.#records.everyone,
    } as PersonDraft);
    if (
      this.#tellAll(
        row,
        wrong,
        missing.map((key) => (key === 'alias' ? 'name' : key)),
      )
    )
      return null;
    const person = this.#records.addPerson(personOf(draft));
    this.#rows.set(`people/${person.id}.yaml`, row.number);
    return person;
  }

  add(row: RosterRow): void {
    for (const one of remarksOn(row, (key) => columnOf(key)?.heading ?? key)) this.notes.push(`${one}。`);
    const unclear = [...row.cells].flatMap(([key, cell]) => {
      const trouble = key === 'remark' ? null : cellTrouble(cell);
      return trouble === null ? [] : [[key, trouble] as const];
    });
    for (const [key, trouble] of unclear) this.#tell(row, key, trouble);
    if (unclear.length > 0) return;
    const typed = typedIn(row);
    const before = this.#records.people.length;
    const person = this.#person(row, typed);
    const answers = Object.fromEntries(PAPER_KEYS.map((key) => [key, typed[key]]));
    const written = PAPER_KEYS.filter((key) => answers[key] !== undefined);
    if (!person) return;
    const isNew = this.#records.people.length > before;
    if (person.age_band === 'collective') {
      for (const key of written)
        this.#tell(row, key, '集体不用授权书，应当空着；是集体里某个人签的，另起一行写这个人。');
      return;
    }
    // Who is to sign is often known before anything is signed.
    if (!written.some((key) => key !== 'signer' && key !== 'relation')) {
      if (!isNew) this.unchanged++;
      return;
    }
    const start: ConsentDraft = { owner: person, today: this.#today };
    const { draft, wrong, missing } = answerAll(CONSENT_QUESTIONS, answers, start);
    if (this.#tellAll(row, wrong, missing)) return;
    const paper = consentOf(draft, person.id);
    if (this.#records.papers.some((one) => isSamePaper(one, paper))) {
      if (!isNew) this.unchanged++;
      return;
    }
    const { id } = this.#records.addConsent(paper);
    this.#rows.set(`consents/${id}.yaml`, row.number);
  }

  /** A finding of the rules as it is said of the sheet. */
  #said({ file, message, mend }: Finding): string {
    const own = this.#rows.get(file.replace(/^records\//, ''));
    return `${own === undefined ? file : `第${own}行`}：${message}怎么改：${mend}`;
  }

  result(): RosterImport {
    const findings = this.errors.length > 0 ? [] : this.#records.findings();
    const of = (severity: Finding['severity']) =>
      findings.filter((one) => one.severity === severity).map((one) => this.#said(one));
    return {
      errors: [...this.errors, ...of('error')],
      notes: [...of('warning'), ...this.notes],
      unchanged: this.unchanged,
    };
  }
}

/** Reads a roster into records that are still to be written. */
export function importRoster(rows: readonly RosterRow[], records: NewRecords, today: string): RosterImport {
  const all = new Import(records, today);
  for (const row of rows) all.add(row);
  return all.result();
}

/** What was, or would be, written. */
function summary(records: NewRecords, unchanged: number): string {
  const papersOf = (id: string) => records.consents.filter(({ person }) => person === id);
  const known = new Set(records.people.map(({ id }) => id));
  const more = records.consents.filter(({ person }) => !known.has(person));
  const lines = [
    ...records.people.flatMap((person) => [
      `  ${personLine(person)}`,
      ...papersOf(person.id).map((paper) => `    授权书：${paperLine(paper)}`),
    ]),
    ...more.map((paper) => {
      const owner = records.everyone.find(({ id }) => id === paper.person);
      return `  ${owner ? personLine(owner) : paper.person}（已有记录）\n    授权书：${paperLine(paper)}`;
    }),
  ];
  const same = unchanged > 0 ? `；另有${unchanged}行以前记过，没有变` : '';
  return `${lines.join('\n')}\n  新记${records.people.length}个人、${records.consents.length}张授权书${same}`;
}

const refused = (text: string) => new NotDone(`${text}\n\n没有写任何文件。`);

/** Reads the file of a roster that was filled in, and writes everyone and every paper in it, or says what is wrong. */
function importFile(file: string, dry: boolean, { environment, cwd, shown }: Desk): Done {
  const opened = openTables(file, cwd);
  if ('refused' in opened) throw refused(`${basename(file)}：${opened.refused}`);
  const { tables, left } = opened;
  const roster = rosterRows(tables);
  if ('wrong' in roster) throw refused(`${basename(file)}：${roster.wrong.join('\n')}`);
  const { records, today } = openRecords(environment);
  const { errors, notes, unchanged } = importRoster(roster.rows, records, today);
  if (errors.length > 0) {
    const where = roster.sheet === '' ? basename(file) : `${basename(file)}“${roster.sheet}”`;
    const list = errors.map((one) => `  ${one}`).join('\n');
    throw refused(`${where}有${errors.length}处要改：\n${list}\n改好以后再运行一次。`);
  }
  const beside = left === null ? '' : `\n\n${left}`;
  if (records.files().size === 0) return `■ 没有要记的：${unchanged}行都记过，没有变。`;
  const told = notes.length > 0 ? `\n\n还有事要做：\n${notes.map((one) => `  ${one}`).join('\n')}` : '';
  const sum = `${summary(records, unchanged)}${told}${beside}`;
  if (dry) return `要写的（还没有写）：\n${sum}`;
  records.write();
  const next = '下一步\n  npm run check，看稿件还缺谁的授权。名单里有真名，收好。';
  return `■ 记好了，放在 ${shown(environment.recordsDir)}：\n${sum}\n\n${next}`;
}

/** Reads a roster that a clerk filled in, and writes everyone and every paper in it. */
export const consentImport = act({
  name: 'consent:import',
  values: [],
  switches: ['dry-run'],
  others: 1,
  undone: '没有写任何文件。',
  failed: '没有记成',
  untouched: '没有写任何文件，以前的记录没有动。',
  run: ({ others: [file], switches }, desk) => {
    if (file === undefined) throw new Misused('要写填好的名单是哪个文件：npm run consent:import -- 名单.xlsx');
    return importFile(file, switches.has('dry-run'), desk);
  },
});
