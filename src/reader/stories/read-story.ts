import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '#check/data/read-text.ts';
import { type Finding, finding, type Position, type Problem } from '#check/finding.ts';
import { frontMentions } from '#check/people/front-naming.ts';
import type { PictureFile } from '#domain/stories/picture.ts';
import {
  type FrontMatter,
  fileOfStory,
  folderOfStory,
  NOT_YET_TAKEN,
  type Story,
  type StoryPicture,
} from '#domain/stories/story.ts';
import { acceptedOnes } from '#stories/body/accept.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import { nameProblems } from '#stories/body/names.ts';
import { type PictureFault, pictureFaults } from '#stories/body/picture-rules.ts';
import { type BodyProblem, inOrder, mistake, StoryLines } from '#stories/body/problem.ts';
import { splitStory } from '#stories/body/split.ts';
import { type UnprovedNumber, unprovedNumbers } from '#stories/body/unproved.ts';
import type { PictureUse } from '#stories/body/uses.ts';
import { saidFaults } from '#stories/front-matter/profile-rules.ts';
import type { KnownToStories } from '#stories/known.ts';
import type { ContentFiles } from '../content-files.ts';
import { readFileWithin } from '../read-file.ts';
import { sha256 } from '../sha256.ts';
import { isPictureName, type NoPicture, StoryPictures } from './folder-pictures.ts';
import { locateInFront, readFrontMatter } from './front-matter.ts';
import { proseProblems } from './prose-problems.ts';

export interface FoundStory {
  /** Name of its folder. */
  readonly id: string;
  readonly sample: boolean;
  /** Of everything in its folder. */
  readonly names: readonly string[];
}

/** A larger file is no story. */
const MOST_BYTES = 1_000_000;

/** The text of a story file, made one: line ends `\n`; null where there is none to go on with. */
function textOf(files: ContentFiles, file: string): string | null {
  const size = statSync(join(files.dir, file), { throwIfNoEntry: false })?.size ?? 0;
  if (size > MOST_BYTES) {
    const words = {
      what: '稿件的文件太大',
      now: `是${Math.ceil(size / 1000)}千字节`,
      should: `是不超过${MOST_BYTES / 1000}千字节的文字`,
    };
    files.report(file, { code: 'story-too-large', ...words, mend: '稿件里只放文字；图片放在旁边单独的文件里。' });
    return null;
  }
  const bytes = files.bytes(file);
  if (bytes === null) return null;
  const { legible, problems } = readText(bytes);
  files.tell(file, problems);
  return legible?.replaceAll(/\r\n?/g, '\n') ?? null;
}

const isFile = (found: PictureFile | NoPicture): found is PictureFile => 'hash' in found;

/** What is wrong with the pictures of the body and of what is written about them. */
function bodyPictures(uses: readonly PictureUse[], pictures: StoryPictures, when: { today: string; sample: boolean }) {
  return uses.flatMap((use): BodyProblem[] => {
    const { src, alt, rights } = use;
    const at = { src: use.at, alt: use.altAt, expires: use.expiresAt };
    const file = pictures.find(src);
    const shown = isFile(file) ? file : null;
    const written = { src, alt, rights: rights !== null, expires: rights?.expires, file: shown };
    // Of a plain picture that is not there, its rights are no matter yet.
    if (!isFile(file) && rights === null) return [mistake(use.at, file)];
    return [
      ...(isFile(file) ? [] : [mistake(use.at, file)]),
      ...pictureFaults(written, when).map(({ on, ...parts }: PictureFault) => mistake(at[on], parts)),
    ];
  });
}

/** The same for the cover, as far as it is written. */
function coverPicture(file: string, raw: unknown, pictures: StoryPictures, when: { today: string; sample: boolean }) {
  const cover = (raw as { cover?: Record<string, unknown> } | undefined)?.cover;
  const text = (key: string) => (typeof cover?.[key] === 'string' ? cover[key] : undefined);
  const src = text('src');
  if (!src) return [];
  const found = pictures.find(src);
  const written = {
    src,
    alt: text('alt') ?? '',
    rights: true,
    expires: text('expires'),
    file: isFile(found) ? found : null,
  };
  const faults = pictureFaults(written, when);
  return [
    ...(isFile(found) ? [] : [finding({ file, path: ['cover', 'src'], ...found })]),
    ...faults.map(({ on, ...parts }): Finding => finding({ file, path: ['cover', on], ...parts })),
  ];
}

/** What is decided about a story only when the records are read. */
const NOTHING_DECIDED = { portraits: [], agreed: [], aliases: [], open: [], press: NOT_YET_TAKEN } as const;

/** A story as it is written, whether or not it may be shown. */
export interface ReadStory {
  readonly story: Story;
  /** Its file, line ends `\n`. */
  readonly text: string;
  /** Its front matter as data, for the digest of a review. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Numbers typed by hand. */
  readonly unproved: readonly UnprovedNumber[];
  /** Findings of the check that its editor answers for. */
  readonly accepted: readonly Problem[];
  /** Whether beside it still lies what an import asks of its writer. */
  readonly imported: boolean;
  /** Line and column of an offset in the body. */
  readonly position: (offset: number) => Position;
}

/** Pictures nobody sees are mostly left over from an earlier version, or spelt differently in the text. */
function unusedPictures(files: ContentFiles, place: FoundStory, pictures: StoryPictures): void {
  for (const name of pictures.unused()) {
    const words = { what: '这张图片没有用到', now: `稿件里没有写“${name}”`, should: '是用到的图片' };
    const mend = '在稿件里用上它，或者从文件夹里删掉。';
    files.report(`${folderOfStory(place)}/${name}`, { code: 'picture-unused', ...words, mend, severity: 'warning' });
  }
}

/** A story that was read before: all that its reading came to, as plain data. */
export interface KeptStory extends Omit<ReadStory, 'position'> {
  /** Its front matter, as {@link locateInFront} wants it. */
  readonly front: string;
  readonly problems: readonly Problem[];
}

/** Stories that were read before, by the digest of all that their reading depends on. */
export interface KeptStories {
  readonly get: (digest: string) => KeptStory | undefined;
  readonly set: (digest: string, story: KeptStory) => void;
}

/**
 * Reads one story from its folder and tells everything that is wrong with it, all at once. null: it has an error. Throws
 * nothing on bad content.
 * @param kept what was read before: where nothing has changed it is not read and checked again
 */
export function readStory(
  files: ContentFiles,
  place: FoundStory,
  known: KnownToStories,
  today: string,
  kept?: KeptStories,
): ReadStory | null {
  const key = kept ? digestOf(files, place, known, today) : null;
  const before = key === null ? undefined : kept?.get(key);
  if (before) return readBefore(files, place, before);
  const from = files.problems.length;
  const read = readAnew(files, place, known, today);
  if (read && key !== null) {
    const { position: _, ...rest } = read;
    const { front } = splitStory(read.text);
    kept?.set(key, { ...rest, front: front ?? '', problems: files.problems.slice(from) });
  }
  return read;
}

/** Changes with all that the reading of a story depends on; null where not all of it is known. */
function digestOf(files: ContentFiles, place: FoundStory, known: KnownToStories, today: string): string | null {
  const bytes = known.facts && readFileWithin(join(files.dir, fileOfStory(place)), files.dir, MOST_BYTES);
  if (!bytes || typeof bytes === 'string') return null;
  const stamps = place.names.filter(isPictureName).map((name) => {
    const stat = lstatSync(join(files.dir, folderOfStory(place), name), { throwIfNoEntry: false, bigint: true });
    return stat && [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join();
  });
  const { id, sample, names } = place;
  return sha256(JSON.stringify([known.fingerprint, today, id, sample, names, stamps, sha256(bytes)]));
}

function readBefore(files: ContentFiles, place: FoundStory, { front, problems, ...read }: KeptStory): ReadStory {
  files.locateBy(fileOfStory(place), { value: read.raw, locate: locateInFront(front) });
  files.problems.push(...problems);
  const { source, firstLine } = read.story.body;
  const lines = new StoryLines(source, firstLine);
  return { ...read, position: (offset) => lines.position(offset) };
}

function readAnew(files: ContentFiles, place: FoundStory, known: KnownToStories, today: string): ReadStory | null {
  const file = fileOfStory(place);
  const before = files.problems.length;
  const text = textOf(files, file);
  if (text === null) return null;
  const pictures = new StoryPictures(join(files.dir, folderOfStory(place)), place.names);
  const when = { today, sample: place.sample };
  const { front, body: source, firstLine, problems } = splitStory(text);
  files.tell(file, problems);
  const { value, raw } = front === null ? { value: null, raw: undefined } : readFrontMatter(files, file, front, known);
  files.add(coverPicture(file, raw, pictures, when));

  const { problems: inBody, uses, prose, body } = checkedBody(source);
  const lines = new StoryLines(source, firstLine);
  const said = proseProblems(file, (raw ?? {}) as Partial<FrontMatter>, prose, known);
  files.add(said.front);
  // Of a text that could not be read to its end nobody knows what it does not say.
  if (body) files.add(saidFaults(file, raw, said.spoken));
  const all = [...inBody, ...nameProblems(uses, known), ...bodyPictures(uses.pictures, pictures, when), ...said.body];
  files.tell(file, all, (at) => lines.position(at));
  const found = files.problems.splice(before);
  const readByAll = known.facts !== null && body !== null;
  const { own, accepted, remarks } = acceptedOnes(inOrder(found), value ?? {}, file, said.codes, readByAll);
  files.add(remarks);
  files.problems.push(...own);
  unusedPictures(files, place, pictures);
  if (!value || !body || [...own, ...remarks].some(({ severity }) => severity === 'error')) return null;

  const shown = body.pictures.flatMap(({ src, ...told }): StoryPicture[] => {
    const picture = pictures.find(src);
    return isFile(picture) ? [{ file: picture, ...told }] : [];
  });
  const cover = value.cover && pictures.find(value.cover.src);
  const coverFile = cover && isFile(cover) ? { coverFile: cover } : {};
  const { id, sample } = place;
  const written = { ...body, source, firstLine, pictures: shown };
  const unnamed = { ...value, id, sample, ...coverFile, body: written, clearance: NOTHING_DECIDED };
  const story: Story = { ...unnamed, named: frontMentions(unnamed) };
  const unproved = unprovedNumbers(prose, known.quotesDocument);
  const position = (offset: number) => lines.position(offset);
  const imported = place.names.includes('import.md');
  return { story, text, raw: raw as ReadStory['raw'], unproved, accepted, imported, position };
}
