import type { Person } from '#domain/people/consent/person.ts';
import { type Desk, type Given, NotDone } from '../act.ts';
import { type Answerer, confirmed } from '../asking/questions.ts';
import { type NewRecords, openRecords } from './new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './person-questions.ts';
import { findingsText } from './record-report.ts';

/** How an act that writes records speaks where it writes none. */
export const WRITES_RECORDS = {
  undone: '没有写任何文件。',
  stopped: '停下了，没有写任何文件。',
  failed: '没有记成',
  untouched: '没有写任何文件，别的记录没有动。',
} as const;

/** Asks who somebody of that name is, and puts them among the records that are still to be written. */
export async function askPerson(name: string, records: NewRecords, { answer }: Answerer): Promise<Person> {
  const start: PersonDraft = { known: records.everyone, name };
  const others = PERSON_QUESTIONS.filter(({ option }) => option !== 'name');
  return records.addPerson(personOf(await answer(others, start)));
}

/**
 * Asks for new records, shows them to whoever sits there, and writes all of them or none; returns what is said of it.
 * @param yes nothing is asked that need not be, and nothing is confirmed
 * @param ask puts what was answered among the records, and says it in lines
 * @param next what to do after that
 */
export async function askRecords(
  { environment, shown, withAnswers }: Desk,
  given: Given,
  yes: boolean,
  ask: (answerer: Answerer, records: NewRecords, today: string) => Promise<string>,
  next: (records: NewRecords) => string,
): Promise<string> {
  const { records, today } = openRecords(environment);
  const lines = await withAnswers(given, yes, async (answerer) => {
    const asked = await ask(answerer, records, today);
    return (await confirmed(answerer, `${asked}\n写下来吗？回车就写，写 n 不写`)) ? asked : null;
  });
  if (lines === null) throw new NotDone('没有写任何文件。', 0);
  const findings = records.findings();
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new NotDone(`${findingsText(wrong)}\n没有写任何文件。`, 2);
  records.write();
  const paths = [...records.files().keys()].map((file) => `  ${shown(records.pathOf(file))}`).join('\n');
  const told = findings.length > 0 ? `\n\n还有事要做：\n${findingsText(findings)}` : '';
  return `\n■ 记好了：${lines}\n${paths}${told}\n\n下一步\n  ${next(records)}`;
}
