import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { problemsAsText } from '#check/print-problems.ts';
import { nextWords } from '#desk/approve/approve-words.ts';
import { sheetData } from '#desk/review/sheet-data.ts';
import { sinceWords } from '#desk/review/since-words.ts';
import { assemble } from '#domain/programme/programme.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { reviewSheet } from '#exports/review-sheet/review-sheet.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run review`: writes the sheet (送审单) that reviewers read before they sign. */
const HELP = `打印送审单：找到的人和他们的授权，要问清的事，读者会看到的稿件，每个数的出处，最后签字。

用法：npm run review -- 稿件id
　　　npm run review -- 稿件id --out 文件.html
　　　npm run review -- 稿件id --since

选项
  --out    写到哪个文件，不写就是 review/稿件id.html（这个文件夹不进 Git）
  --since  不写送审单，只列出每个人签字以后改了哪里
  --help   显示这段说明

用浏览器打开写好的文件，打印成 A4 纸或 PDF。送审单是内部材料，上面有授权书放在哪里，不要公开。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间；不写就是电脑上的时间`;

const say = (text: string) => process.stdout.write(`${text}\n`);

const misused = (text: string) => complain(`${text}\n要看说明：npm run review -- --help`, 2);

function readArguments(args: readonly string[]) {
  try {
    const options = { out: { type: 'string' }, since: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}

/** Puts the whole sheet in place of an older one, or nothing. */
function writeSheet(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const aside = `${target}.${process.pid}`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, target);
  } finally {
    rmSync(aside, { force: true });
  }
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) return misused(`看不懂：${args.join(' ')}。能用的有：稿件id、--out、--since、--help。`);
  if (asked.values.help) {
    say(HELP);
    return 0;
  }
  const [id, ...more] = asked.positionals;
  if (id === undefined || more.length > 0) return misused('要写一个稿件id：它就是稿件文件夹的名字。');
  const { contentDir, recordsDir, recordsSet, now } = readEnvironment(process.env, process.cwd());
  const { content, problems, standings, records } = readContent({
    ...{ dir: contentDir, recordsDir, recordsExpected: recordsSet, samples: true, now },
  });
  const standing = standings.find(({ story }) => story.id === id);
  const own = problems.filter(
    ({ file }) => file.startsWith(`stories/${id}/`) || file.startsWith(`samples/stories/${id}/`),
  );
  if (!standing && own.length > 0) {
    return complain(`${problemsAsText(own, contentDir)}\n\n没有写送审单：稿件改好了才能送审。`, 1);
  }
  if (!standing) {
    const hint =
      didYouMean(
        id,
        standings.map(({ story }) => story.id),
      ) || '它是 stories/ 里文件夹的名字。';
    return complain(`没有稿件“${id}”。${hint}`, 2);
  }
  if (asked.values.since) {
    say(`${sinceWords(standing)}\n\n下一步\n  ${nextWords(standing, standing.state, now)}`);
    return 0;
  }
  if (!content) return complain('没有写送审单：内容里有错误，数和人对不准。先运行 npm run check。', 1);
  const data = await sheetData({ standing, programme: assemble(content), records, problems, contentDir, now });
  const target = resolve(asked.values.out ?? `review/${id}.html`);
  writeSheet(target, reviewSheet(data));
  const { state } = standing;
  const pictures = data.story.pictures.size + (data.story.cover ? 1 : 0) + data.leftOut.length;
  const next = state.next
    ? `请${state.next}人看过，运行 npm run approve -- ${id} --step ${state.next} --by 姓名`
    : '审稿齐了，不用再审。';
  say(`■ 送审单写好了：${shownPath(target)}
  《${data.title}》，找到${data.people.length}个人、${pictures}张图、${data.numbers.length}个数
下一步
  用浏览器打开，打印出来。${next}`);
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return misused(error.message);
  const untouched = '稿件没有动；以前写过的送审单还是原来的。';
  return complain(failureWords(error, { failed: '没有写成送审单', untouched }), 1);
});
