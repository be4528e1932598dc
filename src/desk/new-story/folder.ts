import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory, folderOfStory } from '#domain/stories/story.ts';
import { readContent } from '#reader/read-content.ts';

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
export function readWithoutStories(contentDir: string, now: Date): ReturnType<typeof readContent> {
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
export const isSound = (read: ReturnType<typeof readContent>): read is typeof read & { content: Content } =>
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
