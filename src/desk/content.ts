import { statSync } from 'node:fs';
import { problemsAsText } from '#check/print-problems.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import type { ReviewReader } from '#reader/approvals/story-review.ts';
import type { Environment } from '#reader/environment.ts';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { Misused, NotDone } from './act.ts';

/** Reads the whole content that a command works on, its records and, if not told otherwise, its samples. */
export const readAll = ({ contentDir, recordsDir, recordsSet, now }: Environment, samples = true): ReadResult =>
  readContent({ dir: contentDir, recordsDir, recordsExpected: recordsSet, samples, now });

/** Throws `Misused` where there is no such folder. */
export function wantFolder(contentDir: string): void {
  if (statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Misused(`找不到内容文件夹：${contentDir}\n请核对 CONTENT_DIR；不设它就用当前文件夹下的 content。`);
}

/** What was typed is one id of a story. Throws `Misused` where there is none, or more words. */
export function idOf([id, ...more]: readonly string[]): string {
  if (id === undefined || more.length > 0) throw new Misused('要写一个稿件id：它就是稿件文件夹的名字。');
  return id;
}

/** That no story has this id, with the one that may be meant; `orBroken`: it may be there and have an error. */
export function noStory(id: string, ids: Iterable<string>, orBroken = false): string {
  const [broken, where] = orBroken ? ['，或者稿件里有错误', '；先运行 npm run check'] : ['', ''];
  return `没有稿件“${id}”${broken}。${didYouMean(id, ids) || `它是 stories/ 里文件夹的名字${where}。`}`;
}

/**
 * The story of an id, as far as it has come. Throws `NotDone` where there is none: with its errors, or with all of them
 * where nothing could be read.
 * @param mend what is said behind the errors: what is not done because of them
 */
export function standingOf(
  { standings, problems }: Pick<ReadResult, 'standings' | 'problems'>,
  id: string,
  contentDir: string,
  mend: string,
): Standing {
  const found = standings.find(({ story }) => story.id === id);
  if (found) return found;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ file }) =>
    [`stories/${id}/`, `samples/stories/${id}/`].some((at) => file.startsWith(at)),
  );
  const told = own.length > 0 ? own : standings.length === 0 ? errors : [];
  if (told.length > 0) throw new NotDone(`${problemsAsText(told, contentDir)}\n${mend}`);
  throw new NotDone(
    noStory(
      id,
      standings.map(({ story }) => story.id),
    ),
    2,
  );
}

/** Reads a content folder for a review: every story without errors, whether or not it may come out. */
export const readForReview: ReviewReader = ({ contentDir: dir, recordsDir, recordsExpected, now, samples }) => {
  const { content, problems, standings } = readContent({ dir, recordsDir, recordsExpected, samples, now });
  const stories = new Map(standings.map((standing) => [standing.story.id, standing]));
  return { problems, stories, site: content?.site ?? null };
};
