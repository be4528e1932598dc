import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { readOptions } from '#desk/asking/options.ts';
import { NewRecords, recordsFolder } from '#desk/records/new-records.ts';
import { paperLine, personLine } from '#desk/records/record-report.ts';
import { importRoster } from '#desk/records/roster-import.ts';
import { rosterRows } from '#desk/records/roster-rows.ts';
import { writeRecords } from '#desk/records/write-records.ts';
import { dayInChina } from '#format/date.ts';
import { printable } from '#format/printable.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readTables } from '#reader/spreadsheet/read-tables.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run consent:import`: reads a roster that a clerk filled in, and writes everyone and every paper in it. */
const HELP = `把填好的授权名单记下来：一人一个文件，一张授权书一个文件。先全部查一遍，有一格不对就一格一格说，什么也不写。

用法：npm run consent:import -- 名单.xlsx
　　　npm run consent:import -- 名单.csv

选项
  --dry-run  只说要写什么，不写
  --help     显示这段说明

名单用 npm run consent:template 写一份空的来填；WPS、LibreOffice 存的 .xlsx，UTF-8 或者 GB18030 的 .csv 都读。
记录里已经有的人（同名）不再记一遍；同一张授权书不记两遍；改过的授权书另记一张，旧的留着。备注以“例子”开头的一行不读。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了，或者没有要记的
  1  没有记：名单或者记录里有错误，或者写不进去
  2  没有记：命令写错了`;

const misused = (text: string) => complain(`${text}\n没有写任何文件。要看说明：npm run consent:import -- --help`, 2);
const refused = (text: string) => complain(`${text}\n\n没有写任何文件。`, 1);

/** The bytes of a file; null: there is none that can be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
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

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, [], ['dry-run', 'help'], 1);
  if ('wrong' in options) return misused(options.wrong);
  if (options.switches.has('help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [file] = options.others;
  if (file === undefined) return misused('要写填好的名单是哪个文件：npm run consent:import -- 名单.xlsx');
  const bytes = bytesOf(resolve(file));
  if (!bytes)
    return misused(`打不开“${file}”：没有这个文件，或者没有读它的权限。核对文件名，名字里有空格的放在引号里。`);
  const tables = await readTables(bytes, basename(file));
  if ('refused' in tables) return refused(`${basename(file)}：${tables.refused}`);
  const roster = rosterRows(tables);
  if ('wrong' in roster) return refused(roster.wrong.join('\n'));
  const environment = readEnvironment(process.env, process.cwd());
  const today = dayInChina(environment.now.toISOString());
  const folder = recordsFolder(environment, today);
  const broken = folder.read.problems.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) {
    return refused(`${problemsAsText(broken, environment.contentDir)}\n授权记录改好了才能再记。`);
  }
  const records = new NewRecords(folder);
  const { errors, notes, unchanged } = importRoster(roster.rows, records, today);
  if (errors.length > 0) {
    const where = roster.sheet === '' ? basename(file) : `${basename(file)}“${roster.sheet}”`;
    return refused(
      `${where}有${errors.length}处要改：\n${errors.map((one) => `  ${one}`).join('\n')}\n改好以后再运行一次。`,
    );
  }
  const told = notes.length > 0 ? `\n\n还有事要做：\n${notes.map((one) => `  ${one}`).join('\n')}` : '';
  const files = records.files();
  if (files.size === 0) {
    process.stdout.write(`■ 没有要记的：${unchanged}行都记过，没有变。\n`);
    return 0;
  }
  if (options.switches.has('dry-run')) {
    process.stdout.write(printable(`要写的（还没有写）：\n${summary(records, unchanged)}${told}\n`));
    return 0;
  }
  writeRecords(folder.dir, files);
  const next = '下一步\n  npm run check，看稿件还缺谁的授权。名单里有真名，收好。';
  process.stdout.write(
    printable(`■ 记好了，放在 ${shownPath(folder.dir)}：\n${summary(records, unchanged)}${told}\n\n${next}\n`),
  );
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return misused(error.message);
  return complain(failureWords(error, { failed: '没有记成', untouched: '没有写任何文件，以前的记录没有动。' }), 1);
});
