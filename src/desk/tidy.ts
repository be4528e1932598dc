import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '#check/data/read-text.ts';
import { ContentFiles } from '#reader/content-files.ts';
import { findStories } from '#reader/stories/folders.ts';
import { splitStory } from '#stories/body/split.ts';
import { textChanges } from '#stories/text-changes.ts';
import { tidyStory } from '#stories/tidy.ts';
import { act, NotDone } from './act.ts';
import { idOf, noStory } from './content.ts';
import { replaceFile } from './replace-file.ts';
import { changeLine } from './review/since-words.ts';

/** The file of a story that can be read as text, inside the content folder. Throws `NotDone`. */
function fileOf(contentDir: string, id: string): string {
  const files = new ContentFiles(contentDir);
  const found = [false, true].flatMap((sample) => findStories(files, sample).places);
  const own = found.find((one) => one.id === id);
  if (!own) {
    const ids = found.map((one) => one.id);
    throw new NotDone(noStory(id, ids), 2);
  }
  const file = `${own.sample ? 'samples/' : ''}stories/${id}/index.mdx`;
  const bytes = files.bytes(file);
  const broken =
    bytes === null
      ? (files.problems.at(-1)?.message ?? '读不出来')
      : readText(bytes).problems.find(({ code }) => code === 'not-utf-8')?.message;
  if (broken !== undefined) throw new NotDone(`没有整理：${file} ${broken}`);
  return file;
}

/** Of very many changes the first ones are shown. */
const MOST_SHOWN = 40;

/** Puts right what pasting does to a story, and shows what it changed. */
export const tidy = act({
  name: 'tidy',
  values: [],
  switches: ['show'],
  others: Number.POSITIVE_INFINITY,
  unreadable: (args) => `看不懂：${args.join(' ')}。能用的有：稿件id、--show、--help。`,
  undone: '',
  failed: '没有整理',
  untouched: '稿件没有动，还是原来的样子。',
  run: ({ others, switches }, { environment: { contentDir }, shown }) => {
    const id = idOf(others);
    const path = join(contentDir, fileOf(contentDir, id));
    const before = readFileSync(path, 'utf8');
    const { text, done } = tidyStory(before, (whole) => whole.length - splitStory(whole).body.length);
    if (text === before) return `■ ${shown(path)} 已经是整齐的，没有动它。`;
    const changes = textChanges(before.replaceAll(/\r\n?/g, '\n'), text);
    const rest = changes.length - MOST_SHOWN;
    const lines = changes.slice(0, MOST_SHOWN).map(changeLine);
    const list = [...lines, ...(rest > 0 ? [`  …另有${rest}处`] : [])].join('\n');
    const sum = done.map(({ what, count }) => `  ${what}：${count}处`).join('\n');
    if (switches.has('show')) {
      return `${list}\n\n■ 会改这些，现在没有写\n${sum}\n下一步\n  要改就运行 npm run tidy -- ${id}`;
    }
    replaceFile(path, text);
    return `${list}\n\n■ 整理好了：${shown(path)}\n${sum}\n下一步\n  看一遍上面改的地方，再运行 npm run check。签过的审稿要重新签。`;
  },
});
