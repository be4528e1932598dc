import { csv } from '../data/csv.ts';
import type { KitFact, KitSite } from './kit-site.ts';
import type { FileNote, KitFile } from './press-kit.ts';

/** A picture of a kit as its list of captions tells it. */
export interface Captioned {
  readonly path: string;
  readonly note: FileNote;
  readonly alt: string;
  /** Who can be recognised in it, joined by 、; empty where nobody can. */
  readonly people: string;
}

type Row = readonly (string | number | null)[];

/** A table of a kit; of a preview every row says so. */
export function tableOf(
  { sample }: KitSite,
  path: string,
  note: FileNote,
  columns: readonly string[],
  rows: readonly Row[],
): KitFile {
  const text = sample
    ? csv(
        [...columns, 'sample'],
        rows.map((row) => [...row, '样稿']),
      )
    : csv(columns, rows);
  return { path, note, from: { text } };
}

const own = (caption: string): FileNote => ({ caption, credit: null, licence: null, expires: null });

/** Who took each picture, why it may be used and how long. */
export const captionsTable = (site: KitSite, pictures: readonly Captioned[]): KitFile =>
  tableOf(
    site,
    'captions.csv',
    own('每张照片、每张图：说明、画面、署名、许可、用到哪一天、谁在里面'),
    ['file', 'caption', 'alt', 'credit', 'licence', 'expiry', 'people'],
    pictures.map(({ path, note, alt, people }) => [
      ...[path, note.caption, alt, note.credit, note.licence, note.expires],
      people || null,
    ]),
  );

/** Every number with what it rests on. */
export const factsTable = (site: KitSite, facts: readonly KitFact[]): KitFile =>
  tableOf(
    site,
    'facts.csv',
    own('数和出处，一行一个'),
    ['fact', 'label', 'value', 'unit', 'sentence', 'source', 'quote', 'worked', 'against', 'url'],
    facts.map(({ id, label, value, unit, sentence, source, quote, worked, against, url }) => [
      ...[id, label, value, unit, sentence, source, quote, worked, against, url],
    ]),
  );
