import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readOptions } from '#desk/asking/options.ts';
import { peopleFound } from '#domain/people/found-people.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { type RosterEntry, rosterWorkbook } from '#exports/roster/workbook.ts';
import { type Environment, EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run consent:template`: writes the .xlsx in which a clerk writes down a whole roster and its papers. */
const HELP = `写一份空的授权名单（.xlsx）：一人一行，姓名、年龄段、监护人、同意什么、到哪一天、授权书放在哪里，有说明，有例子。
填好以后 npm run consent:import -- 文件名，一次全部记下来。

用法：npm run consent:template
　　　npm run consent:template -- --story 稿件id

选项
  --story  先填上这篇稿子里写到、记录里还没有的人
  --out    写到哪个文件，不写就是 review/授权名单.xlsx（这个文件夹不进 Git）
  --help   显示这段说明

已经有的文件不动。填了名字的名单是内部材料，不要公开。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  写好了
  1  没有写：写不进去
  2  没有写：命令写错了，没有这篇稿子，或者文件已经有了`;

const refuse = (text: string) => complain(`${text}\n没有写任何文件。要看说明：npm run consent:template -- --help`, 2);

/** Everyone named in a story whom nothing covers yet; or that there is no such story. */
function entriesOf(id: string, { contentDir, recordsDir, recordsSet, now }: Environment): RosterEntry[] | string {
  const read = readContent({ dir: contentDir, recordsDir, recordsExpected: recordsSet, samples: true, now });
  const story = read.standings.find((one) => one.story.id === id)?.story;
  if (!story) {
    const known = read.standings.map((one) => one.story.id);
    return `没有稿件“${id}”，或者稿件里有错误。${didYouMean(id, known) || '它是 stories/ 里文件夹的名字；先运行 npm run check。'}`;
  }
  return peopleFound(story, read.records)
    .filter(({ cover }) => cover.is === 'undecided')
    .map(({ name, certainty }) => ({
      name,
      remark: certainty === 'certain' ? `稿件 ${id}` : `稿件 ${id}，可能是人名；不是就删掉这一行`,
    }));
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['story', 'out'], ['help']);
  if ('wrong' in options) return refuse(options.wrong);
  if (options.switches.has('help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const environment = readEnvironment(process.env, process.cwd());
  const target = resolve(options.given.get('out') ?? 'review/授权名单.xlsx');
  if (!/\.xlsx$/i.test(target)) return refuse(`--out 现在是“${options.given.get('out')}”，应当以 .xlsx 结尾。`);
  if (existsSync(target)) return refuse(`已经有 ${shownPath(target)} 了，没有动它。移走它，或者用 --out 写到别处。`);
  const id = options.given.get('story');
  const entries = id === undefined ? [] : entriesOf(id, environment);
  if (typeof entries === 'string') return refuse(entries);
  const bytes = await rosterWorkbook(entries, environment.now);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 });
  const filled =
    id === undefined
      ? ''
      : entries.length > 0
        ? `\n  填上了${entries.length}个人的名字`
        : '\n  这篇稿子里的人记录里都有了，没有要填的';
  process.stdout.write(`■ 授权名单写好了：${shownPath(target)}${filled}

下一步
  1. 用 Excel 或 WPS 打开，一人一行照着授权书填；怎么填在“怎么填”那一页
  2. npm run consent:import -- "${shownPath(target)}"　一次记下来；先看看：加 --dry-run\n`);
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return refuse(error.message);
  return complain(failureWords(error, { failed: '没有写成授权名单', untouched: '没有写任何文件。' }), 1);
});
