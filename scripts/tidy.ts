import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readText } from '#check/data/read-text.ts';
import { changeLine } from '#desk/review/since-words.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { printable } from '#format/printable.ts';
import { ContentFiles } from '#reader/content-files.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { findStories } from '#reader/stories/folders.ts';
import { splitStory } from '#stories/body/split.ts';
import { textChanges } from '#stories/text-changes.ts';
import { tidyStory } from '#stories/tidy.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run tidy`: puts right what pasting does to a story, and shows what it changed. */
const HELP = `整理一篇从 Word、WPS、公众号粘来的稿子：分段、空行、看不见的字符、全角的记号、半角的标点、直引号、粘来的表格。一个字也不改。

用法：npm run tidy -- 稿件id
　　　npm run tidy -- 稿件id --show

选项
  --show   只显示会改哪里，不写文件
  --help   显示这段说明

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content`;

const say = (text: string) => process.stdout.write(`${printable(text)}\n`);

const misused = (text: string) => complain(`${text}\n要看说明：npm run tidy -- --help`, 2);

function readArguments(args: readonly string[]) {
  try {
    const options = { show: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}

/** The file of a story, inside the content folder; or which ids there are. */
function fileOf(files: ContentFiles, id: string): { file: string } | { ids: string[] } {
  const found = [false, true].flatMap((sample) => findStories(files, sample).places);
  const own = found.find((one) => one.id === id);
  if (!own) return { ids: found.map((one) => one.id) };
  return { file: `${own.sample ? 'samples/' : ''}stories/${id}/index.mdx` };
}

/** Of very many changes the first ones are shown. */
const MOST_SHOWN = 40;

function main(args: readonly string[]): number {
  const asked = readArguments(args);
  if (!asked) return misused(`看不懂：${args.join(' ')}。能用的有：稿件id、--show、--help。`);
  if (asked.values.help) {
    say(HELP);
    return 0;
  }
  const [id, ...more] = asked.positionals;
  if (id === undefined || more.length > 0) return misused('要写一个稿件id：它就是稿件文件夹的名字。');
  const { contentDir } = readEnvironment(process.env, process.cwd());
  const files = new ContentFiles(contentDir);
  const found = fileOf(files, id);
  if ('ids' in found)
    return complain(`没有稿件“${id}”。${didYouMean(id, found.ids) || '它是 stories/ 里文件夹的名字。'}`, 2);
  const bytes = files.bytes(found.file);
  const broken =
    bytes === null
      ? files.problems.at(-1)?.message
      : readText(bytes).problems.find((p) => p.code === 'not-utf-8')?.message;
  if (bytes === null || broken) return complain(`没有整理：${found.file} ${broken ?? '读不出来'}`, 1);

  const path = join(contentDir, found.file);
  const before = readFileSync(path, 'utf8');
  const { text, done } = tidyStory(before, (whole) => whole.length - splitStory(whole).body.length);
  const place = shownPath(path);
  if (text === before) {
    say(`■ ${place} 已经是整齐的，没有动它。`);
    return 0;
  }
  const changes = textChanges(before.replaceAll(/\r\n?/g, '\n'), text);
  const rest = changes.length - MOST_SHOWN;
  say(changes.slice(0, MOST_SHOWN).map(changeLine).join('\n'));
  if (rest > 0) say(`  …另有${rest}处`);
  const list = done.map(({ what, count }) => `  ${what}：${count}处`).join('\n');
  if (asked.values.show) {
    say(`\n■ 会改这些，现在没有写\n${list}\n下一步\n  要改就运行 npm run tidy -- ${id}`);
    return 0;
  }
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
  say(`\n■ 整理好了：${place}\n${list}\n下一步\n  看一遍上面改的地方，再运行 npm run check。签过的审稿要重新签。`);
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return misused(error.message);
  return complain(failureWords(error, { failed: '没有整理', untouched: '稿件没有动，还是原来的样子。' }), 1);
});
