import { problemsAsText } from '#check/print-problems.ts';
import { type Answerer, Refused } from '#desk/asking/answerer.ts';
import { Stopped } from '#desk/asking/asked.ts';
import { NewRecords, recordsFolder } from '#desk/records/new-records.ts';
import { findingsText } from '#desk/records/record-report.ts';
import { writeRecords } from '#desk/records/write-records.ts';
import { dayInChina } from '#format/date.ts';
import { type Environment, EnvironmentError } from '#reader/environment.ts';
import { withAnswers } from './answers.ts';
import { complain } from './complain.ts';
import { failureWords } from './failure-words.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

/** What was typed behind such a command. */
interface Typed {
  readonly given: ReadonlyMap<string, string>;
  /** Nothing is asked that need not be, and nothing is confirmed. */
  readonly yes: boolean;
}

/**
 * Asks for new records, shows them to whoever sits there, and writes all of them or none; returns the exit code.
 * @param ask puts what was answered among the records, and says it in lines
 * @param next what to do after that
 */
export async function writeNewRecords(
  environment: Environment,
  { given, yes }: Typed,
  ask: (answerer: Answerer, records: NewRecords, today: string) => Promise<string>,
  next: (records: NewRecords) => string,
): Promise<number> {
  const today = dayInChina(environment.now.toISOString());
  const folder = recordsFolder(environment, today);
  const errors = folder.read.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return complain(`${problemsAsText(errors, environment.contentDir)}\n授权记录改好了才能再记，没有写任何文件。`, 1);
  }
  const records = new NewRecords(folder);
  const lines = await withAnswers(Object.fromEntries(given), yes, async (answerer) => {
    const asked = await ask(answerer, records, today);
    if (!answerer.present) return asked;
    const reply = await answerer.ask(`\n${asked}\n写下来吗？回车就写，写 n 不写\n> `, '');
    return /^\s*(n|no|不|否)/i.test(reply) ? null : asked;
  });
  if (lines === null) return complain('没有写任何文件。', 0);
  const findings = records.findings();
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return complain(`${findingsText(wrong)}\n没有写任何文件。`, 2);
  const files = records.files();
  writeRecords(folder.dir, files);
  const paths = [...files.keys()].map((file) => `  ${shownPath(records.pathOf(file))}`).join('\n');
  const told = findings.length > 0 ? `\n\n还有事要做：\n${findingsText(findings)}` : '';
  process.stdout.write(`\n■ 记好了：${lines}\n${paths}${told}\n\n下一步\n  ${next(records)}\n`);
  return 0;
}

/** Runs a command that writes records; `main` gets the way to refuse what was typed. */
export const runRecordCommand = (
  name: string,
  main: (args: readonly string[], refuse: (text: string) => number) => Promise<number>,
): Promise<void> => {
  const refuse = (text: string) => complain(`${text}\n没有写任何文件。要看说明：npm run ${name} -- --help`, 2);
  return runCommand(
    (args) => main(args, refuse),
    (error) => {
      if (error instanceof EnvironmentError || error instanceof Refused) return refuse(error.message);
      if (error instanceof Stopped) return complain('\n停下了，没有写任何文件。', 130);
      return complain(failureWords(error, { failed: '没有记成', untouched: '没有写任何文件，别的记录没有动。' }), 1);
    },
  );
};
