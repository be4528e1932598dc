import type { PictureFile } from '../stories/picture.ts';
import { isPlaceId } from '../stories/profile.ts';
import type { Story } from '../stories/story.ts';
import type { Clearing } from './clearing.ts';
import { type NameFinder, nameFinder } from './names/name-finder.ts';
import { replaceNames } from './names/replace-names.ts';
import type { Records } from './records.ts';

/** A tag of a picture, whole. */
const PHOTO = /<Photo\b(?:[^>"']|"[^"]*"|'[^']*')*\/>/g;
const GALLERY = /<Gallery\b(?:[^>"']|"[^"]*"|'[^']*')*>([\s\S]*?)<\/Gallery>/g;
/** A plain picture with its address. */
const PLAIN = /!\[[^[\]]{0,1000}\]\(\s{0,9}<?([^()<>\n"]{1,300}?)>?(?:\s+"[^"\n]{0,500}")?\s{0,9}\)/g;
const linesOf = (text: string) => '\n'.repeat(text.split('\n').length - 1);

/** The source without the pictures that are left out; a gallery of which none is left goes too. Lines stay where they are. */
function withoutPictures(source: string, left: ReadonlySet<string>): string {
  const rest = source.replaceAll(PHOTO, (tag) => {
    const [, , src = ''] = /\ssrc\s*=\s*(["'])(.*?)\1/.exec(tag) ?? [];
    return left.has(src) ? linesOf(tag) : tag;
  });
  const shown = rest.replaceAll(PLAIN, (image, src: string) => (left.has(fileOfAddress(src)) ? linesOf(image) : image));
  return shown.replaceAll(GALLERY, (all, inside: string) => (inside.trim() === '' ? linesOf(all) : all));
}

/** What is shown of a story: names given way, pictures gone, in the front matter and in the source of the body. */
export interface ClearedText {
  readonly front: Omit<Story, 'id' | 'sample' | 'body' | 'clearance'>;
  readonly source: string;
}

/** The name of a file as an address says it. */
function fileOfAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Keys of the front matter that hold no words: what is in them stays as it is. */
const WORDLESS = new Set([
  'kind',
  'date',
  'projects',
  'places',
  'weight',
  'publish_at',
  'unpublish_at',
  'expires',
  'since',
  'code',
]);

/** Keys that hold a place by its id, or words. */
const PLACES = new Set(['from', 'at']);
const isWordless = (key: string, value: unknown) =>
  WORDLESS.has(key) || (PLACES.has(key) && typeof value === 'string' && isPlaceId(value));

/** Data with every text in it changed. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => eachText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, isWordless(key, one) ? one : eachText(one, change)]),
  );
}

/** Picture files whose own names are made of a name, by what they are called instead. */
function renamedFiles(story: Story, finder: NameFinder): Map<string, string> {
  const files = [...(story.coverFile ? [story.coverFile] : []), ...story.body.pictures.map(({ file }) => file)];
  const telling = files.filter(({ src }) => finder.find(src, 'plain').length > 0);
  return new Map(telling.map(({ src, hash, format }) => [src, `${hash}.${format}`]));
}

/** The source with its pictures called otherwise. */
function withFilesRenamed(source: string, files: ReadonlyMap<string, string>): string {
  let text = source;
  for (const [src, name] of files) {
    for (const written of new Set([src, encodeURI(src)])) {
      for (const [before, after] of ['""', "''", '()', '<>']) {
        text = text.replaceAll(`${before}${written}${after}`, `${before}${name}${after}`);
      }
    }
  }
  return text;
}

/** How the names of one story give way. */
const renaming = ({ instead }: Clearing, { spelling }: Pick<Records, 'spelling'>) => {
  const finder = nameFinder(instead.keys(), spelling);
  const rename = (text: string) => replaceNames(text, 'markdown', finder, (name) => instead.get(name) ?? name);
  return { finder, rename };
};

/** The words of a story as they may be shown. Nothing of what gave way is left in them. */
export function clearedText(story: Story, clearing: Clearing, records: Pick<Records, 'spelling'>): ClearedText {
  const { leftOut } = clearing;
  const { finder, rename } = renaming(clearing, records);
  const files = renamedFiles(story, finder);
  const left = new Set(leftOut.map(({ src }) => src));
  const {
    id: _id,
    sample: _sample,
    body,
    clearance: _clearance,
    fallbacks: _fallbacks,
    cover,
    coverFile,
    ...front
  } = story;
  const { source_url: address, ...rest } = front;
  // An address of somewhere else cannot be called otherwise: it goes.
  const found = address !== undefined && finder.find(address, 'plain').length === 0 ? { source_url: address } : {};
  const shown = cover && !left.has(cover.src) ? { ...cover, src: files.get(cover.src) ?? cover.src } : null;
  // Names may stand in any of its words, and in those about its pictures.
  const words = eachText({ ...rest, ...(shown && { cover: shown }) }, rename) as typeof rest;
  const file = shown && coverFile ? { coverFile: renamedFile(coverFile, files) } : {};
  const source = rename(withFilesRenamed(withoutPictures(body.source, left), files));
  return { front: { ...words, ...found, ...file }, source };
}

/** A file under another name, with its own one to read it by. */
function renamedFile(file: PictureFile, files: ReadonlyMap<string, string>): PictureFile {
  const src = files.get(file.src);
  return src === undefined ? file : { ...file, src, onDisk: file.onDisk ?? file.src };
}

/** The pictures of the body that are still shown, with the names that stand for people now. */
export function clearedPictures(
  story: Story,
  clearing: Clearing,
  records: Pick<Records, 'spelling'>,
): Story['body']['pictures'] {
  const { finder, rename } = renaming(clearing, records);
  const files = renamedFiles(story, finder);
  const left = new Set(clearing.leftOut.map(({ src }) => src));
  return story.body.pictures
    .filter(({ file }) => !left.has(file.src))
    .map(({ file, rights, ...how }) => ({
      ...how,
      file: renamedFile(file, files),
      rights: rights && (eachText({ ...rights, src: files.get(rights.src) ?? rights.src }, rename) as typeof rights),
    }));
}
