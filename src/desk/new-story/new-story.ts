import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import type { StoryKind } from '#domain/stories/kinds.ts';
import { fileOfStory, folderOfStory, storySchema } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import { act, type Desk, NotDone } from '../act.ts';
import { confirmed } from '../asking/questions.ts';
import { readAll, wantFolder } from '../content.ts';
import { type Answers, FIELDS, STORY_QUESTIONS, type StoryDraft } from './questions.ts';
import { materialFor, storyText } from './text.ts';

/** Where a story of this id lies already, among the stories or the samples, as the content folder has it; or null. */
export function takenIn(contentDir: string): (id: string) => string | null {
  return (id) => {
    const folders = [false, true].map((sample) => folderOfStory({ id, sample }));
    return folders.find((folder) => existsSync(join(contentDir, folder))) ?? null;
  };
}

/** What a new story does not need to know, or must not: other stories may be half written and full of mistakes. */
const APART = ['stories', 'samples', 'records', 'data-releases'];

/** The content without its stories, with what is wrong with it. It is read from a copy: the reader reads whole folders. */
export function readWithoutStories(contentDir: string, now: Date): ReadResult {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  // The folder may be a link to where the content really lies.
  const from = realpathSync(contentDir);
  try {
    const wanted = (path: string) => !APART.includes(relative(from, path));
    cpSync(from, dir, { recursive: true, filter: wanted });
    return readContent({ dir, samples: false, now });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Whether the content is sound enough to take examples from it: facts can be made only of what agrees with itself. */
const isSound = (read: ReadResult): read is ReadResult & { content: Content } =>
  read.content !== null && read.problems.every((problem) => problem.severity !== 'error');

/**
 * Writes a new story, at once or not at all: it is made aside and put in place by its new name. Returns its file inside
 * the content folder. Throws where there is such a folder already or nothing can be written.
 */
export function writeNewStory(contentDir: string, story: { id: string; sample: boolean }, text: string): string {
  const folder = join(contentDir, folderOfStory(story));
  if (existsSync(folder))
    throw Object.assign(new Error(`已经有 ${folder} 了，没有动它。`), { code: 'EEXIST', path: folder });
  mkdirSync(dirname(folder), { recursive: true });
  const aside = join(dirname(folder), `.${basename(folder)}-${process.pid}`);
  try {
    mkdirSync(aside);
    writeFileSync(join(aside, 'index.mdx'), text);
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return fileOfStory(story);
}

/** What was made, what the check says of it, and what to do next. */
function report({ environment, shown }: Desk, file: string, { id, kind, title, date }: Answers, today: string): string {
  const { contentDir } = environment;
  const own = readAll(environment).problems.filter((problem) => problem.file === file);
  const later = date !== undefined && date > today ? `\n  日期是 ${date}，到那一天网站上才有。` : '';
  const problems = own.length > 0 ? `\n\n检查对它有话说：\n${problemsAsText(own, contentDir)}\n` : '';
  return `■ 建好了：${shown(join(contentDir, file))}
  ${KIND_WORDS[kind as StoryKind]}《${title}》${later}${problems}

下一步
  1. 用记事本、VS Code 这样的纯文本编辑器打开它（不要用 Word），把提示的话换成你的稿子；照片放在同一个文件夹里。
     全部写法和例子在 content/README.md。
  2. npm run check　看看有没有写错
  3. npm run dev　边改边看，这一篇在 /stories/${id}/`;
}

/** Asks a few questions and makes the folder of a new story. */
export const newStory = act({
  name: 'new:story',
  values: FIELDS,
  switches: ['sample', 'yes'],
  undone: '没有建任何文件。',
  stopped: '停下了，没有建任何文件。',
  failed: '没有建成',
  untouched: '没有建任何文件，别的稿子没有动。',
  run: async ({ given, switches }, desk) => {
    const { contentDir, now } = desk.environment;
    const [sample, yes] = [switches.has('sample'), switches.has('yes')];
    wantFolder(contentDir);
    const read = readWithoutStories(contentDir, now);
    if (!isSound(read)) {
      throw new NotDone(`${problemsAsText(read.problems, contentDir)}\n内容改好了才能新建稿子，没有建任何文件。`);
    }
    const programme = assemble(read.content);
    const today = dayInChina(now.toISOString());
    const answers = await desk.withAnswers(Object.fromEntries(given), yes, async (answerer) => {
      if (answerer.present) answerer.tell('新建一篇稿子。随时按 Ctrl+C 停下，什么都不会留下。');
      const agreed = yes || answerer.present;
      const start: StoryDraft = { programme, today, taken: takenIn(contentDir), agreed, answers: {} };
      const { answers } = await answerer.answer(STORY_QUESTIONS, start);
      const place = `${sample ? 'samples/' : ''}stories/${answers.id}`;
      return (await confirmed(answerer, `在 ${place} 建好它吗？回车就建，写 n 不建`)) ? answers : null;
    });
    if (answers === null) throw new NotDone('没有建任何文件。', 0);
    const { id = '', ...front } = answers;
    storySchema.parse(front);
    const file = writeNewStory(contentDir, { id, sample }, storyText(answers, materialFor(programme, answers)));
    return report(desk, file, answers, today);
  },
});
