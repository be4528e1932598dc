import { type Answerer, Refused } from '#desk/asking/answerer.ts';
import { readOptions } from '#desk/asking/options.ts';
import { askPerson } from '#desk/records/ask-person.ts';
import { readName } from '#desk/records/clerk-words.ts';
import { CONSENT_QUESTIONS, type ConsentDraft, consentOf } from '#desk/records/consent-questions.ts';
import { type NewRecords, peopleNamed } from '#desk/records/new-records.ts';
import { formKind, printForm } from '#desk/records/print-form.ts';
import { paperLine, personLine } from '#desk/records/record-report.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { type Environment, readEnvironment } from '#reader/environment.ts';
import { runRecordCommand, writeNewRecords } from './terminal/record-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run new:consent`: asks what stands on a signed paper and writes its record, and that of the person. */
const HELP = `记一张签了字的授权书：照着纸一句一句答，在授权记录的 consents 里写好一个文件。没有记过的人，先问几句他是谁，一起记。

用法：npm run new:consent
　　　npm run new:consent -- 选项
　　　npm run new:consent -- --print 成年　写一份空的授权书，打印出来请人签

选项（写了的就不再问）
  --person           谁的，写名字
  --scope            同意用什么：姓名、肖像、声音、事迹，几个用顿号隔开
  --channels         用在哪里：网站、微信、媒体
  --signed           哪一天签的：2026年5月1日、2026-5-1、2026.5.1
  --until            到哪一天为止，或者 5年（从签字那天起算）
  --signer           没有成年的，监护人的姓名；已去世的，近亲属的姓名
  --relation         他是孩子、去世的人的什么人：母亲、妻子……
  --none-closer      去世的人的配偶、子女、父母都不在了：是
  --told             不满14岁的，告诉过监护人哪几件事：目的、范围、存储地点和期限、安全措施、投诉渠道、更正和删除的办法；都说过写 都说过
  --refusal-offered  不满14岁的，告诉过监护人可以不同意：是、否
  --separate         不满14岁的，单独签的一份：是、否
  --paper            这张纸放在哪里
  --name --alias --age --role --aided --died --namesake　记录里还没有这个人时用，见 npm run new:person -- --help
  --yes              没有写的都不问，也不再确认
  --help             显示这段说明

打印授权书（不记什么）
  --print  哪一种：成年、14—17岁、不满14岁、近亲属（本人已去世）
  --person 填上谁的名字；--story 稿件id 填上稿件的题目和写到的人，一人一页
  --out    写到哪个文件，不写就是 review/授权书-….html（这个文件夹不进 Git）

例：npm run new:consent -- --person 样例甲 --scope 姓名、事迹 --channels 网站 --signed 2026年5月1日 --until 5年 --paper "宣传部铁柜，授权书第12号"

答案也可以写在一个文件里，一行一个：npm run new:consent < 文件。续签的再记一张，旧的不动；撤回的在那一张里加 withdrawn，见 content/README.md。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了
  1  没有记：记录里有错误，或者写不进去
  2  没有记：命令写错了，或者少了选项
  130  中途停下了，没有记`;

const OF_PERSON = ['name', 'namesake', 'alias', 'age', 'role', 'aided', 'died'] as const;
const OF_PAPER = [
  ...(['scope', 'channels', 'signed', 'until', 'signer', 'relation', 'none-closer'] as const),
  ...(['told', 'refusal-offered', 'separate', 'paper'] as const),
];

const OF_FORM = ['print', 'story', 'out'] as const;

/** Whose paper it is: somebody in the records by name, one of several who bear it, or somebody new. */
async function ownerOf(name: string, records: NewRecords, answerer: Answerer): Promise<Person> {
  const { ask, tell } = answerer;
  const found = records.everyone.filter(({ id }) => id === name);
  const named = found.length > 0 ? found : peopleNamed(records.everyone, name);
  const [only, ...more] = named;
  if (only && more.length > 0) {
    const list = named.map((person, i) => `${i + 1} ${personLine(person)}`).join('\n  ');
    const several = `有${named.length}个人叫这个名字：\n  ${list}`;
    for (;;) {
      const reply = await ask(
        `\n${several}\n是哪一个，写号码\n> `,
        `${several}\n--person 写他的 id：${named.map(({ id }) => id).join('、')}。`,
      );
      const chosen = named[Number(reply.normalize('NFKC').trim()) - 1];
      if (chosen) return chosen;
      tell(`  写1到${named.length}的一个号码。`);
    }
  }
  if (only) return only;
  const known = records.everyone.flatMap((person) => [person.name ?? [], person.alias ?? []].flat());
  tell(`记录里还没有“${name}”，先记这个人。${didYouMean(name, known)}`);
  return askPerson(name, records, answerer);
}

/** The name of whoever the paper is of, as it was typed or is asked for. */
async function nameOf(typed: string | undefined, { ask, tell }: Answerer): Promise<string> {
  const bare = (text: string) => text.replace(/\s*[（(]化名[）)]\s*$/u, '');
  if (typed !== undefined) {
    const reading = readName(bare(typed));
    if ('value' in reading) return reading.value;
    throw new Refused(`--person　现在是“${typed}”，应当是${reading.expected}。`);
  }
  for (;;) {
    const reply = await ask('\n谁的授权书，写名字\n> ', '还缺 --person。');
    const reading = readName(bare(reply));
    if ('value' in reading) return reading.value;
    tell(`  应当是${reading.expected}。`);
  }
}

/** Writes the forms that were asked for, and says what to do with them. */
function printed(print: string, given: ReadonlyMap<string, string>, environment: Environment): number {
  const request = { kind: formKind(print), person: given.get('person'), story: given.get('story') };
  const { target, people } = printForm(request, given.get('out'), environment);
  const filled = people > 0 ? `，填上了${people}个人的名字，一人一页` : '，名字空着';
  process.stdout.write(`■ 授权书写好了：${shownPath(target)}${filled}

下一步
  1. 第一次用以前，请有权确认的人（法务或上级主管）看过措辞
  2. 用浏览器打开，打印成 A4 纸，请人签字；签好的记下来：npm run new:consent\n`);
  return 0;
}

await runRecordCommand('new:consent', async (args, refuse) => {
  const options = readOptions(args, ['person', ...OF_PERSON, ...OF_PAPER, ...OF_FORM], ['yes', 'help']);
  if ('wrong' in options) return refuse(options.wrong);
  const { given, switches } = options;
  if (switches.has('help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const environment = readEnvironment(process.env, process.cwd());
  const print = given.get('print');
  if (print !== undefined) return printed(print, given, environment);
  const misplaced = OF_FORM.find((one) => given.has(one));
  if (misplaced) return refuse(`--${misplaced} 只和 --print 一起用。`);
  return writeNewRecords(
    environment,
    { given, yes: switches.has('yes') },
    async (answerer, records, today) => {
      const name = await nameOf(given.get('person') ?? given.get('name'), answerer);
      const owner = await ownerOf(name, records, answerer);
      if (owner.age_band === 'collective') throw new Refused('集体不用授权书；是集体里某个人签的，写这个人的名字。');
      const start: ConsentDraft = { owner, today };
      const paper = records.addConsent(consentOf(await answerer.answer(CONSENT_QUESTIONS, start), owner.id));
      return `${personLine(owner)}\n  ${paperLine(paper)}`;
    },
    () => '再记一张：npm run new:consent；都记完了：npm run check',
  );
});
