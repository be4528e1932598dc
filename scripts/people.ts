import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { fromLines, Stopped } from '#desk/asking/asked.ts';
import { readOptions } from '#desk/asking/options.ts';
import { UnreadFront, withNames } from '#desk/people/front-names.ts';
import { foundList, type NamesToSettle, type Settled, settleNames } from '#desk/people/settle-names.ts';
import { NewRecords, recordsFolder } from '#desk/records/new-records.ts';
import { findingsText, personLine } from '#desk/records/record-report.ts';
import { writeRecords } from '#desk/records/write-records.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { dayInChina } from '#format/date.ts';
import { NAME_KIND_WORDS } from '#format/name-words.ts';
import { printable } from '#format/printable.ts';
import { type Environment, EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { recordsOfStories } from '#reader/release/release-stories.ts';
import { atTheTerminal } from './terminal/at-the-terminal.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { pipedAnswers } from './terminal/piped-answers.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run people`: everyone named in a story with what covers them; asks about the rest and writes the answers down. */
const HELP = `稿件里提到了谁：一个一个列出来，写明凭什么可以写；没有定的一个一个问，答案写进稿头的 names。

用法：npm run people -- 稿件id
　　　npm run people -- 稿件id --list

选项
  --list   只列出来，不问
  --help   显示这段说明

每个名字答一个数：1 有记录或要建记录，2 公开的职务，3 别处登过，4 化名，5 不是人名；
按回车就用建议的，r 看全部原句，s 先不定。答 1、记录里没有的，可以当场记下这个人。
答案也可以一行一个从文件里来：npm run people -- 稿件id < 文件。答案用完了，剩下的先不定。
稿件除了 names 这几行，一个字也不改。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  列好了，或者写好了
  1  没有写：稿件里有错误，或者写不进去
  2  没有写：命令写错了
  130  中途停下了，没有写`;

const say = (text: string) => process.stdout.write(`${printable(text)}\n`);

const misused = (text: string) => complain(`${text}\n要看说明：npm run people -- --help`, 2);

/** Reads the story and what is around it; a number: it cannot be asked about, which was told. */
function namesOf(id: string, environment: Environment): NamesToSettle | number {
  const { contentDir, recordsDir, recordsSet, now } = environment;
  const read = readContent({ dir: contentDir, recordsDir, recordsExpected: recordsSet, samples: true, now });
  const { standings, problems } = read;
  const standing = standings.find(({ story }) => story.id === id);
  if (!standing) {
    const files = [`stories/${id}/`, `samples/stories/${id}/`];
    const errors = problems.filter(({ severity }) => severity === 'error');
    const own = errors.filter(({ file }) => files.some((folder) => file.startsWith(folder)));
    const told = own.length > 0 ? own : standings.length === 0 ? errors : [];
    if (told.length > 0)
      return complain(`${problemsAsText(told, contentDir)}\n先改好这些，再来问名字。什么也没有写。`, 1);
    const ids = standings.map(({ story }) => story.id);
    return complain(`没有稿件“${id}”。${didYouMean(id, ids) || '它是 stories/ 里文件夹的名字。'}`, 2);
  }
  const folder = recordsFolder(environment, dayInChina(now.toISOString()));
  const broken = folder.read.problems.some(({ severity }) => severity === 'error');
  const newRecords = broken || standing.sample ? null : new NewRecords(folder);
  return { standing, standings, records: recordsOfStories(read.records, standing.sample), newRecords };
}

/** Puts the answers into the story, and new people into the records: all of it or nothing. */
function write(names: NamesToSettle, { decisions }: Settled, { contentDir, recordsDir }: Environment): void {
  const path = join(contentDir, names.standing.file);
  const text = decisions.length > 0 ? withNames(readFileSync(path, 'utf8'), decisions) : null;
  const aside = `${path}.${process.pid}`;
  try {
    if (text !== null) writeFileSync(aside, text);
    if (names.newRecords && names.newRecords.people.length > 0) writeRecords(recordsDir, names.newRecords.files());
    if (text !== null) renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What was made, and what to do next. */
function report(names: NamesToSettle, settled: Settled, { contentDir }: Environment): void {
  const { decisions, toRecord, skipped } = settled;
  const { standing, newRecords } = names;
  const { story, file, approvals } = standing;
  const place = shownPath(join(contentDir, file));
  const made = [
    ...decisions.map(({ name, is, source }) => `  ${name}　${NAME_KIND_WORDS[is]}${source ? `：${source}` : ''}`),
    ...(newRecords?.people ?? []).map(
      (person) => `  记了${personLine(person)}　${shownPath(newRecords?.pathOf(`people/${person.id}.yaml`) ?? '')}`,
    ),
  ];
  say(
    made.length > 0
      ? `\n■ 写好了${decisions.length > 0 ? `：${place}` : ''}\n${made.join('\n')}`
      : '\n■ 什么也没有写。',
  );
  const next = [
    ...toRecord.map((name) => `记下${name}：npm run new:person -- --name ${name}`),
    ...[...toRecord, ...(newRecords?.people ?? []).map(({ name, alias }) => name ?? alias ?? '')].map(
      (name) => `收到${name}的授权书：npm run new:consent -- --person ${name}`,
    ),
    ...(skipped.length > 0 ? [`还没有定的：${skipped.join('、')}，再运行一次 npm run people -- ${story.id}`] : []),
    ...(decisions.length > 0 && approvals.length > 0
      ? [`稿头改了，签过的要看一眼再签：npm run review -- ${story.id} --since`]
      : []),
    '检查一遍：npm run check',
  ];
  say(`下一步\n${next.map((line) => `  ${line}`).join('\n')}`);
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, [], ['list', 'help'], 1);
  if ('wrong' in options) return misused(options.wrong);
  if (options.switches.has('help')) {
    say(HELP);
    return 0;
  }
  const [id] = options.others;
  if (id === undefined) return misused('要写一个稿件id：它就是稿件文件夹的名字。');
  const environment = readEnvironment(process.env, process.cwd());
  const names = namesOf(id, environment);
  if (typeof names === 'number') return names;
  const { lines, open } = foundList(names);
  say(
    lines.length > 0
      ? `《${names.standing.story.title}》提到${lines.length}个名字\n${lines.join('\n')}`
      : '稿件里没有找到人的名字。',
  );
  if (open.length === 0) {
    say(lines.length > 0 ? '\n■ 都定好了，没有要问的。' : '');
    return 0;
  }
  say(`\n还有${open.length}个没有定。`);
  const settled = options.switches.has('list') ? null : await ask();
  if (settled === null) {
    say(`下一步\n  一个一个定：npm run people -- ${id}`);
    return 0;
  }
  const findings = names.newRecords?.findings() ?? [];
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return complain(`${findingsText(wrong)}\n什么也没有写。`, 1);
  write(names, settled, environment);
  report(names, settled, environment);
  return 0;

  async function ask(): Promise<Settled | null> {
    if (typeof names === 'number') return null;
    if (process.stdin.isTTY) return atTheTerminal((asked) => settleNames(open, names, asked, false));
    const answers = await pipedAnswers(process.stdin);
    if (answers.length === 0) return null;
    return settleNames(
      open,
      names,
      fromLines(answers, (text) => process.stdout.write(printable(text))),
      true,
    );
  }
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return misused(error.message);
  if (error instanceof Stopped) return complain('\n停下了，什么也没有写。', 130);
  if (error instanceof UnreadFront) {
    return complain(
      '没有写：稿头的写法太特别，names 不知道加在哪里。照 content/README.md 的例子，自己在稿头加 names。',
      1,
    );
  }
  return complain(failureWords(error, { failed: '没有写成', untouched: '稿件和记录都没有动。' }), 1);
});
