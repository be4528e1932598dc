import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { problemsAsText } from '#check/print-problems.ts';
import { folderOfStory } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { readContent } from '#reader/read-content.ts';
import { act, type Desk, NotDone } from '../act.ts';
import { confirmed } from '../asking/questions.ts';
import { contentFiles, type WholeProgramme, wholeProgramme } from './made/content-files.ts';
import { explainerText } from './made/explainer.ts';
import { FIELDS, PROGRAMME_QUESTIONS, type ProgrammeDraft } from './questions.ts';

const EXPLAINER = 'zen-yang-jie-dui';
const NOTHING = '没有建任何文件。';

const isInside = (path: string, folder: string) => {
  const own = relative(folder, path);
  return own === '' || (!own.startsWith('..') && !isAbsolute(own));
};

/** Why no new content can lie at a path: something is there already, or it would lie inside other content. */
function refusedAt(path: string, contentDir: string): string | null {
  if (isInside(path, contentDir)) return `“${path}”在现在的内容文件夹里面，两套内容不能混在一起：换一个地方。`;
  if (!existsSync(path)) return null;
  try {
    if (readdirSync(path).length === 0) return null;
  } catch {
    return `“${path}”已经有了，不是能用的文件夹，没有动它：换一个名字。`;
  }
  return `“${path}”里已经有东西了，没有动它：换一个名字。`;
}

/**
 * Writes a content folder, whole or not at all: it is made beside its place, looked at, and then takes its name.
 * Returns what the check says of it. Throws `NotDone` where it says that something is an error: then nothing is left.
 */
function writeWhole(path: string, files: ReadonlyMap<string, string>, now: Date): readonly Problem[] {
  mkdirSync(dirname(path), { recursive: true });
  const aside = mkdtempSync(join(dirname(path), `.${basename(path)}-`));
  try {
    for (const [file, text] of files) {
      const own = join(aside, file);
      mkdirSync(dirname(own), { recursive: true });
      writeFileSync(own, text);
    }
    const { problems } = readContent({ dir: aside, samples: false, now });
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new NotDone(
        `照这些答案做出来的内容有错误：\n\n${problemsAsText(errors, path)}\n\n改了答案再来一次，${NOTHING}`,
      );
    if (existsSync(path)) rmdirSync(path);
    renameSync(aside, path);
    return problems;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** A path as it is typed in a shell. */
const typed = (path: string) =>
  /^[\w./~@%+:\p{Script=Han}-]+$/u.test(path) ? path : `"${path.replaceAll(/(["$`\\])/g, '\\$1')}"`;

const saysHowMuch = (target: WholeProgramme['target']) =>
  target === undefined
    ? '还没有数'
    : typeof target.quantity === 'number'
      ? '一个数'
      : `一句做多少的话（${target.quantity}）`;

/** What was made, what the check says of it, and what to do next. */
function report(
  { shown }: Desk,
  path: string,
  files: readonly string[],
  programme: WholeProgramme,
  problems: readonly Problem[],
): string {
  const folder = typed(shown(path));
  const { giver, receiver, project, target } = programme;
  const open = problems.map(({ file, line, message }) => `\n  ${file} 第${line}行　${message}`);
  const told = open.length > 0 ? `\n检查没有错误，还没有定的有：${open.join('')}\n` : '\n检查没有话说。\n';
  return `■ 建好了：${shown(path)}
  一份文件，一组结对（${giver.name}、${receiver.name}），一个项目（${project}），${saysHowMuch(target)}，一篇解读：
${files.map((file) => `  ${file}`).join('\n')}
  每个文件里，井号开头的行说明下面的键是什么。没有问到的都空着，没有编。
${told}
下一步（Windows 上先写一行 set CONTENT_DIR=那个文件夹，再写后面的命令）
  1. CONTENT_DIR=${folder} npm start　看网站
  2. 用记事本、VS Code 打开里面的文件，照原文把 plan/body.yaml 抄全，再添结对、项目；写法在 content/README.md
  3. CONTENT_DIR=${folder} npm run check　每改一处查一次`;
}

/** Asks twelve questions and makes a content folder that builds at once. */
export const newProgramme = act({
  name: 'new:programme',
  values: FIELDS,
  switches: ['yes'],
  undone: NOTHING,
  stopped: `停下了，${NOTHING}`,
  failed: '没有建成',
  untouched: '没有建任何文件，别的内容没有动。',
  run: async ({ given, switches }, desk) => {
    const { contentDir, now } = desk.environment;
    const yes = switches.has('yes');
    const pathOf = (folder: string) => resolve(desk.cwd, folder);
    const start: ProgrammeDraft = { refused: (folder) => refusedAt(pathOf(folder), contentDir) };
    const draft = await desk.withAnswers(Object.fromEntries(given), yes, async (answerer) => {
      if (answerer.present)
        answerer.tell('从头做一套内容：十二个问题，照着文件答。随时按 Ctrl+C 停下，什么都不会留下。');
      const own = await answerer.answer(PROGRAMME_QUESTIONS, start);
      const agreed = await confirmed(answerer, `在 ${pathOf(own.folder ?? '')} 建好它吗？回车就建，写 n 不建`);
      return agreed ? own : null;
    });
    if (draft === null) throw new NotDone(NOTHING, 0);
    const programme = wholeProgramme(draft);
    const path = pathOf(programme.folder);
    const files = contentFiles(programme);
    const story = `${folderOfStory({ id: EXPLAINER, sample: false })}/index.mdx`;
    files.set(story, explainerText(programme, dayInChina(now.toISOString())));
    return report(desk, path, [...files.keys()], programme, writeWhole(path, files, now));
  },
});
