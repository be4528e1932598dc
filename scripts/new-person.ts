import { dayInChina } from '#format/date.ts';
import { EnvironmentError, readEnvironment } from './lib/environment.ts';
import { failureWords } from './lib/failure-words.ts';
import { problemsAsText } from './lib/print-problems.ts';
import { NewRecords, recordsFolder } from './lib/records/new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './lib/records/person-questions.ts';
import { Refused, withAnswers } from './lib/records/record-answers.ts';
import { findingsText, personLine, shownPath } from './lib/records/record-report.ts';
import { writeRecords } from './lib/records/write-records.ts';
import { runCommand } from './lib/run-command.ts';
import { Stopped } from './lib/terminal/asked.ts';
import { readOptions } from './lib/terminal/options.ts';

/** `npm run new:person`: asks who somebody is and writes their record. */
const HELP = `记一个人：问几句，在授权记录的 people 里写好一个文件。授权书用 npm run new:consent 记，那里没有记过的人也会一起记。

用法：npm run new:person
　　　npm run new:person -- 选项

选项（写了的就不再问）
  --name      真名；只知道化名的不写
  --alias     化名，代替真名印出来的
  --age       年龄段：不满14岁、14—17岁、成年人、集体
  --role      身份，给读者看的，如 支教志愿者、小学生；孩子的不写学校和班级
  --aided     是不是受助的人：是、否；不写就是否
  --died      已去世的：2019-08-02、2019年8月、2019；不知道哪一天写 是
  --namesake  记录里有同名的另一个人时，怎样分清
  --yes       没有写的都不问，也不再确认
  --help      显示这段说明

例：npm run new:person -- --name 样例甲 --age 成年人 --role 支教志愿者

答案也可以写在一个文件里，一行一个：npm run new:person < 文件。
记录只放在管记录的人那里，Git 不收，网站里没有。有化名的，文件名用化名的拼音，看不出真名。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了
  1  没有记：记录里有错误，或者写不进去
  2  没有记：命令写错了，或者少了选项
  130  中途停下了，没有记`;

const OPTIONS = ['name', 'namesake', 'alias', 'age', 'role', 'aided', 'died'] as const;

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

const refuse = (text: string) => complain(`${text}\n没有写任何文件。要看说明：npm run new:person -- --help`, 2);

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS, ['yes', 'help']);
  if ('wrong' in options) return refuse(options.wrong);
  if (options.switches.has('help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const environment = readEnvironment(process.env, process.cwd());
  const folder = recordsFolder(environment, dayInChina(environment.now.toISOString()));
  const errors = folder.read.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return complain(`${problemsAsText(errors, environment.contentDir)}\n授权记录改好了才能再记，没有写任何文件。`, 1);
  }
  const records = new NewRecords(folder);
  const start: PersonDraft = { known: folder.read.people };
  const written = await withAnswers(
    Object.fromEntries(options.given),
    options.switches.has('yes'),
    async ({ answer, ask, present }) => {
      const draft = await answer(PERSON_QUESTIONS, start);
      const person = records.addPerson(personOf(draft));
      if (!present) return person;
      const reply = await ask(`\n${personLine(person)}\n写下来吗？回车就写，写 n 不写\n> `, '');
      return /^\s*(n|no|不|否)/i.test(reply) ? null : person;
    },
  );
  if (written === null) return complain('没有写任何文件。', 0);
  const findings = records.findings();
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return complain(`${findingsText(wrong)}\n没有写任何文件。`, 2);
  writeRecords(folder.dir, records.files());
  const [file = ''] = records.files().keys();
  const told = findings.length > 0 ? `\n\n看一眼：\n${findingsText(findings)}` : '';
  const next =
    written.age_band === 'collective'
      ? '集体不用授权书；照片里认得出的人，一个一个另外记。'
      : `收到授权书以后：npm run new:consent -- --person ${written.name ?? written.alias}`;
  process.stdout.write(
    `\n■ 记好了：${personLine(written)}\n  ${shownPath(records.pathOf(file))}${told}\n\n下一步\n  ${next}\n`,
  );
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError || error instanceof Refused) return refuse(error.message);
  if (error instanceof Stopped) return complain('\n停下了，没有写任何文件。', 130);
  return complain(failureWords(error, { failed: '没有记成', untouched: '没有写任何文件，别的记录没有动。' }), 1);
});
