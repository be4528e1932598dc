import { statSync } from 'node:fs';
import { join } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { Stopped } from '#desk/asking/asked.ts';
import { type Arguments, readArguments } from '#desk/new-story/arguments.ts';
import { answersOf, askAnswers } from '#desk/new-story/asking.ts';
import { isSound, readWithoutStories, takenIn, writeNewStory } from '#desk/new-story/folder.ts';
import { materialFor } from '#desk/new-story/material.ts';
import type { Answers, Surroundings } from '#desk/new-story/questions.ts';
import { storyText } from '#desk/new-story/text.ts';
import { assemble } from '#domain/programme/programme.ts';
import { type StoryKind, storySchema } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { type Environment, EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { atTheTerminal } from './terminal/at-the-terminal.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';
import { shownPath } from './terminal/shown-path.ts';

/** `npm run new:story`: asks a few questions and makes the folder of a new story. */
const HELP = `新建一篇稿子：问几个问题，在 content/stories 里建好文件夹和 index.mdx。

用法：npm run new:story
　　　npm run new:story -- 选项

选项（写了的就不再问）
  --kind      种类：person 人物、collective 集体、achievement 成果、practice 好办法、news 动态、explainer 解读
  --title     标题
  --summary   摘要，一两句话
  --people    写的是谁，名字照稿件里印的写，几个用顿号隔开；人物稿要写
  --projects  项目，id、名字或者号码，几个用顿号隔开
  --places    市、县、乡镇，写法同上
  --author    作者
  --editor    编辑
  --source    来源
  --date      日期，如 2026-03-01；不写就是今天
  --id        文件夹的名字和网址的末尾，小写字母、数字和连字符；不写就由种类和日期组成
  --sample    样稿：放到 content/samples/stories，正式网站里没有
  --yes       有建议的就用建议的，不再确认
  --help      显示这段说明

例：npm run new:story -- --kind news --title "标题" --summary "摘要" --editor "编辑" --source "来源" --yes

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  建好了
  1  没有建：内容有错误，或者写不进去
  2  没有建：命令写错了，或者少了选项
  130  中途停下了，没有建`;

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const refuse = (text: string) => complain(`${text}\n没有建任何文件。要看说明：npm run new:story -- --help`, 2);

/** The answers, from the flags or from whoever sits there; null where they said no. */
async function answersFrom(flags: Arguments, around: Surroundings): Promise<Answers | null | { wrong: string[] }> {
  if (!process.stdin.isTTY) {
    const { answers, wrong } = answersOf(flags, around);
    return wrong.length > 0 ? { wrong } : answers;
  }
  return atTheTerminal(async (asked) => {
    asked.tell('新建一篇稿子。随时按 Ctrl+C 停下，什么都不会留下。');
    const answers = await askAnswers(flags, around, asked);
    if (flags.yes) return answers;
    const reply = await asked.ask(
      `\n在 ${flags.sample ? 'samples/' : ''}stories/${answers.id} 建好它吗？回车就建，写 n 不建\n> `,
    );
    return /^\s*(n|no|不|否)/i.test(reply) ? null : answers;
  });
}

/** What was made, what the check says of it, and what to do next. */
function report(
  { contentDir, recordsDir, now }: Environment,
  file: string,
  { id, kind, title, date }: Answers,
  today: string,
): string {
  const own = readContent({ dir: contentDir, recordsDir, samples: true, now }).problems.filter((p) => p.file === file);
  const later = date !== undefined && date > today ? `\n  日期是 ${date}，到那一天网站上才有。` : '';
  const problems = own.length > 0 ? `\n\n检查对它有话说：\n${problemsAsText(own, contentDir)}\n` : '';
  return `■ 建好了：${shownPath(join(contentDir, file))}
  ${KIND_WORDS[kind as StoryKind]}《${title}》${later}${problems}

下一步
  1. 用记事本、VS Code 这样的纯文本编辑器打开它（不要用 Word），把提示的话换成你的稿子；照片放在同一个文件夹里。
     全部写法和例子在 content/README.md。
  2. npm run check　看看有没有写错
  3. npm run dev　边改边看，这一篇在 /stories/${id}/`;
}

async function main(args: readonly string[]): Promise<number> {
  const flags = readArguments(args);
  if ('wrong' in flags) return refuse(flags.wrong);
  if (flags.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const environment = readEnvironment(process.env, process.cwd());
  const { contentDir, now } = environment;
  if (!isFolder(contentDir)) {
    return refuse(`找不到内容文件夹：${contentDir}\n请核对 CONTENT_DIR；不设它就用当前文件夹下的 content。`);
  }
  const read = readWithoutStories(contentDir, now);
  if (!isSound(read)) {
    return complain(`${problemsAsText(read.problems, contentDir)}\n内容改好了才能新建稿子，没有建任何文件。`, 1);
  }
  const programme = assemble(read.content);
  const today = dayInChina(now.toISOString());
  const answers = await answersFrom(flags, { programme, today, taken: takenIn(contentDir) });
  if (answers === null) return complain('没有建任何文件。', 0);
  if ('wrong' in answers) return refuse(answers.wrong.join('\n'));
  const { id = '', ...front } = answers;
  storySchema.parse(front);
  const story = { id, sample: flags.sample };
  const file = writeNewStory(contentDir, story, storyText(answers, materialFor(programme, answers)));
  process.stdout.write(`${report(environment, file, answers, today)}\n`);
  return 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return refuse(error.message);
  if (error instanceof Stopped) return complain('\n停下了，没有建任何文件。', 130);
  return complain(failureWords(error, { failed: '没有建成', untouched: '没有建任何文件，别的稿子没有动。' }), 1);
});
