import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Taken } from '#desk/export/taking.ts';
import { storyDocument, type WordPicture } from '#exports/word/story-document.ts';
import { sourceWords } from '#format/figure-taken.ts';
import { bare, headWords, plainWords, stories, takenOf } from '../taken-words.ts';

let picture: WordPicture;
beforeAll(async () => {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#284' } })
    .png()
    .toBuffer();
  picture = { bytes, format: 'png', width: 400, height: 300 };
});

const made = (taken: Taken, state: readonly string[] = []) =>
  storyDocument({
    ...{ ...taken, state, site: '样例网站' },
    pictures: new Map(taken.document.pictures.map(({ number }) => [number, picture])),
  });

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''))
    .join('');

/** The parts of a document that are read here, as XML. */
async function xmlOf(taken: Taken, state?: readonly string[]) {
  const files = unzipSync(await made(taken, state));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    names: Object.keys(files),
    body: part('word/document.xml'),
    notes: part('word/footnotes.xml'),
    styles: part('word/styles.xml'),
    footer: part('word/footer1.xml'),
    core: part('docProps/core.xml'),
  };
}

describe.each(stories)('%s on paper', (id) => {
  it('has the words of the story, no fewer and no more, and every note at the foot', async () => {
    const taken = takenOf(id);
    const { page, figures, address } = taken.story;
    const { body, notes } = await xmlOf(taken);
    const sources = [...figures.values()].map(({ source }) => bare(sourceWords(source)));
    const own = body
      .split('<w:p>')
      .filter((paragraph) => !/w:val="(?:Title|State)"/.test(paragraph))
      .join('');
    const words = sources.reduce((text, source) => text.replaceAll(source, ''), bare(plain(own)));
    const end = words.lastIndexOf(bare(`来源：${page.byline[0]?.text ?? ''}`));
    const foot = bare(plain(notes));
    const told = foot.replaceAll(/（https?:[^）]*）/g, '');
    const { text, notes: authors } = plainWords(taken);
    expect(words.slice(0, end)).toBe(`${headWords(taken)}${text}`);
    for (const note of authors.split('。').filter((sentence) => sentence.length > 12)) expect(told).toContain(note);
    for (const { words: note, address: to } of taken.document.numbers) expect(foot).toContain(bare(`${note}${to}`));
    for (const { address: to } of taken.document.links) expect(foot).toContain(bare(to));
    expect(words.slice(end)).toContain(bare(address));
  });
});

describe('a story on paper', () => {
  const long = takenOf('sample-explainer-long');
  const all = takenOf('sample-explainer-components');

  it('has real headings, lists, tables, notes, pictures and a page number, on A4', async () => {
    const { body, notes, styles, footer, names } = await xmlOf(long);
    for (const style of ['Heading1', 'Heading2', 'Title', 'BodyText', 'Quote'])
      expect(body).toContain(`w:val="${style}"`);
    expect(styles).toMatch(/<w:name w:val="heading 1"\/>/i);
    // Word takes a name for one style.
    const named = [...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name);
    expect(named.length).toBe(new Set(named).size);
    expect(body).toContain('<w:numPr>');
    expect(body).toMatch(/<w:ilvl w:val="1"\/>/);
    expect(body).toContain('<w:tbl>');
    expect(body.match(/<w:footnoteReference /g)?.length).toBe(notes.match(/<w:footnote w:id="[1-9]/g)?.length);
    // Word does not open a document with a note on a note.
    expect(notes).not.toContain('<w:footnoteReference ');
    expect(footer).toContain('PAGE');
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const pictured = await xmlOf(all);
    expect(pictured.body.match(/<w:drawing>/g)?.length).toBe(8);
    expect(names).toContain('word/fontTable.xml');
    for (const face of ['仿宋', '黑体', '宋体']) expect(styles + footer).toContain(`w:eastAsia="${face}"`);
  });

  it('is the same bytes whenever it is made, and dated as the story is', async () => {
    const [first, again] = [await made(all), await made(all)];
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    const { core } = await xmlOf(all);
    expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['2026-11-05T', '2026-11-05T']);
  });

  it('says above its title how far it has come', async () => {
    const { body } = await xmlOf(all, ['草稿，不要外传', '还没有初审。']);
    const words = plain(body);
    expect(words.startsWith('草稿，不要外传还没有初审。')).toBe(true);
  });
});
