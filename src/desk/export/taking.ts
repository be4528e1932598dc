import { join } from 'node:path';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure } from '#charts/kit/figure.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { standalone } from '#charts/kit/standalone.ts';
import { assemble, type Content, dataDay, type Programme } from '#domain/programme/programme.ts';
import { type Clearing, clearingOf } from '#domain/release/clearing.ts';
import type { Records } from '#domain/release/records.ts';
import type { PictureFile } from '#domain/stories/picture.ts';
import { folderOfStory, type OpenPoint, type Story } from '#domain/stories/story.ts';
import type { House } from '#exports/posters/sheet.ts';
import {
  type TakenDocument,
  type TakenPicture,
  type TakenStory,
  takenDocument,
} from '#exports/taken-story/taken-story.ts';
import { dayInChina } from '#format/date.ts';
import { factNote } from '#format/fact-source.ts';
import { routesUnder } from '#format/routes.ts';
import { storyPage } from '#format/story-page.ts';
import { piecesOf } from '#format/title-pieces.ts';
import { Undecoded } from '#pictures/encoding/decode-apart.ts';
import { type FittedPicture, fittedPicture } from '#pictures/encoding/whole-picture.ts';
import type { Environment } from '#reader/environment.ts';
import { readPictureFile } from '#reader/picture-files.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { clearedStory } from '#reader/release/cleared-story.ts';
import { recordsOfStories, type Standing } from '#reader/release/release-stories.ts';
import { formOf } from '#stories/render/figure.ts';
import { type Done, NotDone } from '../act.ts';
import { readAll, standingOf } from '../content.ts';

/** Whoever draws: figures as PNG by their files. Handed in, for drawing belongs to the making of the site. */
export type DrawFigures = (
  drawings: readonly { readonly file: string; readonly svg: string }[],
  drawn: (drawing: { readonly file: string; readonly svg: string }, png: Uint8Array) => Promise<void>,
) => Promise<void>;

/** A story that was read to be taken out, with all that decides whether it may be. */
export interface Taking {
  readonly standing: Standing;
  readonly programme: Programme;
  readonly records: Records;
  readonly clearing: Clearing;
  /** As it may be shown: names given way, pictures left out. null: after that it cannot be read any more. */
  readonly story: Story | null;
  readonly day: string;
}

/** Of a story of which nothing can be read any more once names have given way. */
export const UNREADABLE: OpenPoint = {
  text: '换成化名以后这一篇读不懂了。',
  who: '编辑',
  mend: '在正文里把名字写成连着的几个字，中间不放链接、星号、换行。',
};

/** What a story that may not be taken out is answered with. */
interface Refusal {
  readonly id: string;
  /** That it may not. */
  readonly said: string;
  readonly reasons: readonly OpenPoint[];
  /** Ids of those of which an earlier export was taken away, and how that is said. */
  readonly removed: readonly string[];
  readonly removedSaid: string;
}

/** All reasons at once, each with how to mend it: as data for a program, else thrown as `NotDone`. */
export function refused({ id, said, reasons, removed, removedSaid }: Refusal, json: boolean): Done {
  if (json) {
    const told = reasons.map(({ text, who, mend }) => ({ text, who, mend }));
    return { text: JSON.stringify({ id, exported: null, reasons: told, removed }), code: 1 };
  }
  const lines = reasons.map(({ text, mend }) => `  ${text}\n    怎么办：${mend}`);
  throw new NotDone(`${said}\n${lines.join('\n')}${removedSaid}`);
}

/** Whether an id is that of a 样稿. */
const isSampleIn = ({ standings }: Pick<ReadResult, 'standings'>, id: string): boolean =>
  standings.some(({ story }) => story.id === id && story.sample);

const known = new WeakMap<Content, Programme>();

/** A programme out of its content, once for all that are taken out of it. */
function assembled(content: Content): Programme {
  const programme = known.get(content) ?? assemble(content);
  known.set(content, programme);
  return programme;
}

/** A story out of what was read. Throws `NotDone` where there is none, or where content has errors. */
export function takingOf(read: ReadResult, id: string, { contentDir, now }: Environment, undone: string): Taking {
  const standing = standingOf(read, id, contentDir, `\n${undone}稿件改好了才能导出。`);
  if (!read.content) throw new NotDone(`${undone}内容里有错误，数和人对不准。先运行 npm run check。`);
  const records = recordsOfStories(read.records, standing.sample);
  const day = dayInChina(now.toISOString());
  const clearing = clearingOf(standing.story, records, day);
  const story = clearedStory(standing.story, clearing, records);
  return { standing, programme: assembled(read.content), records, clearing, story, day };
}

/**
 * Reads the content for a story: without the 样稿, so that no made-up report stands in its numbers; with them only where
 * it is one.
 */
export function readFor(id: string, environment: Environment): ReadResult {
  const read = readAll(environment, false);
  if (read.standings.some(({ story }) => story.id === id) || read.standings.length === 0) return read;
  const all = readAll(environment, true);
  return isSampleIn(all, id) ? all : read;
}

/** Where the pages of a site lie. */
const addressOf = (id: string, programme: Programme, { siteUrl, base }: Environment): string =>
  new URL(routesUnder(base).story(id), siteUrl ?? programme.site.address).href;

function figuresOf(programme: Programme, { body }: Story, base: string): Map<string, Figure> {
  const { named } = figureCatalogue(programme, routesUnder(base));
  return new Map(
    body.figures.flatMap(({ name }) => {
      const figure = named.get(name)?.();
      return figure ? [[name, figure] as const] : [];
    }),
  );
}

/** A story with the document made of it. */
export interface Taken {
  readonly story: TakenStory;
  readonly document: TakenDocument;
}

/** A story as a document. */
export function takenFrom(programme: Programme, story: Story, environment: Environment): Taken {
  const { base } = environment;
  const { cover, coverFile } = story;
  const taken: TakenStory = {
    id: story.id,
    page: storyPage(programme, story, routesUnder(base)),
    markdown: story.body.source,
    ...{ base, address: addressOf(story.id, programme, environment) },
    figures: figuresOf(programme, story, base),
    cover: cover && coverFile ? cover.src : null,
    proof: (fact) => factNote(programme, fact),
  };
  return { story: taken, document: takenDocument(taken) };
}

const filesOf = ({ cover, coverFile, body }: Story): Map<string, PictureFile> =>
  new Map([
    ...(cover && coverFile ? [[cover.src, coverFile] as const] : []),
    ...body.pictures.map(({ file }) => [file.src, file] as const),
  ]);

/** The bytes of a picture of a story. Throws `NotDone` where its file cannot be read. */
export function bytesOf(story: Story, file: PictureFile, contentDir: string, undone: string): Uint8Array {
  const bytes = readPictureFile(join(contentDir, folderOfStory(story), file.onDisk ?? file.src));
  if (typeof bytes === 'string') throw new NotDone(`${undone}图片 ${file.src} 读不出来：${bytes}`);
  return bytes;
}

/** What all pictures drawn for a story are drawn with. */
export const houseOf = ({ content, site }: Programme): House => ({
  name: site.name,
  cloth: clothOf(content),
  cut: piecesOf(content),
});

/** How the pictures of a document are made. */
export interface PictureMaking {
  readonly programme: Programme;
  readonly contentDir: string;
  readonly widest: number;
  readonly heaviest: number;
  /** Which drawing of a figure is taken where there are several. */
  readonly form: 'phone' | 'wide';
  readonly drawFigures: DrawFigures;
  readonly undone: string;
}

/** Waits for what is drawn; of letters that no font has whoever draws tells in words, which are said here of the export. */
export async function whenDrawn(drawn: Promise<void>, undone: string): Promise<void> {
  await drawn.catch((error: unknown) => {
    const told =
      error instanceof Error && error.name === 'DrawingError' ? error.message.replace(/^[^：]*：/, undone) : null;
    throw told === null ? error : new NotDone(told);
  });
}

/** The pictures of a document as files, by their number: photos scaled, figures drawn as the site draws them. Throws `NotDone`. */
export async function madePictures(
  { story: { figures }, document }: Taken,
  story: Story,
  making: PictureMaking,
): Promise<Map<number, FittedPicture>> {
  const { programme, contentDir, widest, heaviest, form: kind, drawFigures, undone } = making;
  const files = filesOf(story);
  const made = new Map<number, FittedPicture>();
  for (const picture of document.pictures) {
    const { name, number } = picture;
    const file = picture.kind === 'photo' && files.get(name);
    if (!file) continue;
    try {
      const bytes = bytesOf(story, file, contentDir, undone);
      made.set(number, await fittedPicture(bytes, file, { widest, heaviest }));
    } catch (error) {
      if (error instanceof Undecoded) throw new NotDone(`${undone}图片 ${name} 打不开：换一张好的。`);
      throw error;
    }
  }
  const cloth = clothOf(programme.content);
  const origin = { site: programme.site.name, day: dataDay(programme.content) };
  const drawings = document.pictures.flatMap((picture: TakenPicture) => {
    const figure = picture.kind === 'figure' && figures.get(picture.name);
    const form = figure && formOf(figure, kind);
    return form ? [{ file: `${picture.number}`, svg: standalone(figure, form, cloth, origin) }] : [];
  });
  const drawn = drawFigures(drawings, async ({ file }, png) => {
    const [width = 0, height = 0] = sizeOfPng(png);
    made.set(Number(file), { bytes: png, format: 'png', width, height });
  });
  await whenDrawn(drawn, undone);
  return made;
}

/** Width and height stand in the header of a PNG. */
function sizeOfPng(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}
