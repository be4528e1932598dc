import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { GENERATED } from '../fixtures/stories/archive.ts';
import { type BuiltSite, builtSites, SITE_NOW } from './built-site.ts';
import { elements, filesOf, readPage, readText, tag } from './pages.ts';
import { cardsIn } from './story-sites.ts';

const { production, archive, samples } = await builtSites('production', 'archive', 'samples');
const bytesOf = (site: BuiltSite, file: string) => readFileSync(join(site.folder, file));
const weight = (site: BuiltSite, path: string) => bytesOf(site, path.endsWith('/') ? `${path}index.html` : path).length;
const CONTENT = join(projectFolder, 'content');

/** Cards on one page of a list. */
const A_PAGE = 24;

describe('a site that has grown by four hundred stories', () => {
  const lists = filesOf(archive).filter(
    (file) => /^\/stories\/(index|page\/|by\/)/.test(file) && file.endsWith('.html'),
  );

  it('shows them all, on pages of at most 24 cards', () => {
    expect(lists.length).toBeGreaterThan(50);
    const counts = lists.map((file) => [file, cardsIn(readPage(archive, file).root).length] as const);
    expect(counts.filter(([, count]) => count < 1 || count > A_PAGE)).toEqual([]);
    const stories = JSON.parse(readText(archive, '/data/stories.json')) as unknown[];
    expect(stories.length).toBeGreaterThan(GENERATED);
    const pages = Math.ceil(stories.length / A_PAGE);
    expect(pages).toBeGreaterThan(6);
    expect(lists.filter((file) => /^\/stories\/(index|page\/)/.test(file)).length).toBe(pages);
    expect(lists).toContain(`/stories/page/${pages}/index.html`);
  });

  // The first list of the real site has eleven cards, that of the archive twenty-four; the other pages show a few
  // stories each and say how many more there are. The home page has a knot on each thread of its maps, and no more.
  it.each([
    ['/', 1.25],
    ['/stories/', 2.2],
    ['/stories/how-far-a-letter/', 1.25],
    ['/stories/who-leads/', 1.25],
    ['/projects/pen-pals/', 1.25],
    ['/pairings/changde/', 1.25],
    ['/facts/pen-pals-people/', 1.25],
    ['/departments/', 1.25],
    ['/progress/', 1.02],
    ['/plan/', 1.02],
  ] as const)('has a page %s of at most %f times the bytes it has today', (path, factor) => {
    expect(weight(archive, path) / weight(production, path)).toBeLessThanOrEqual(factor);
  });

  it('has townships and a wall of people that stay small however much is written', () => {
    const townships = filesOf(archive).filter((file) => /^\/townships\/.*\.html$/.test(file));
    expect(townships.length).toBe(28);
    expect(townships.filter((file) => weight(archive, file) > 50_000)).toEqual([]);
    expect(weight(archive, '/people/')).toBeLessThan(120_000);
  });

  it('has lists of the same weight at their beginning and at their end', () => {
    const weights = lists.map((file) => weight(archive, file));
    expect(Math.max(...weights)).toBeLessThan(1.15 * weight(archive, '/stories/'));
  });

  it('keeps the fonts of all pages as they are: a title brings its own few letters', () => {
    for (const font of ['/fonts/heading.woff2', '/fonts/tibetan.woff2']) {
      expect(weight(archive, font) / weight(production, font)).toBeLessThan(1.02);
    }
    expect(weight(archive, '/fonts/heading.woff2')).toBeLessThanOrEqual(45_000);
    const stories = JSON.parse(readText(archive, '/data/stories.json')) as { id: string; title: string }[];
    const own = stories.flatMap(({ id, title }) => {
      const [font] = /\/fonts\/title-\w+\.woff2/.exec(readText(archive, `/stories/${id}/index.html`)) ?? [];
      return font ? [{ id, length: title.length, bytes: weight(archive, font) }] : [];
    });
    expect(own.length).toBeGreaterThan(GENERATED / 4);
    expect(own.filter(({ bytes }) => bytes > 8_000)).toEqual([]);
    // Too long for a slip: in the reader's own serif.
    expect(own.filter(({ length }) => length > 40)).toEqual([]);
  });

  it('lists every page in the map of the site, but for what only says that a story is gone', () => {
    const listed = readText(archive, '/sitemap-0.xml').match(/<loc>/g)?.length;
    const pages = filesOf(archive).filter((file) => file.endsWith('.html') && !/^\/(?:404\.html|embed\/)/.test(file));
    const shown = pages.filter((file) => !readText(archive, file).includes('data-tombstone'));
    expect([listed, pages.length - shown.length]).toEqual([shown.length, 1]);
  });

  it('asks no other origin from any file', () => {
    const fetched =
      /\bsrc(?:set)?=["']?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/|@import\s+["'](?:https?:)?\/\/|<(?:image|use|feImage)\b[^>]*\bhref="(?:https?:)?\/\//;
    const files = filesOf(archive).filter((file) => /\.(html|css|js|svg|json|xml)$/.test(file));
    expect(files.filter((file) => fetched.test(readText(archive, file)))).toEqual([]);
    const loaded = files
      .filter((file) => /^\/stories\/(generated-00|example-|hostile-)/.test(file))
      .flatMap((file) =>
        elements(readPage(archive, file).root, tag('script', 'iframe', 'object', 'embed', 'video', 'audio')),
      )
      .filter((element) => element.attrs.some(({ name, value }) => name === 'src' && !value.startsWith('/')));
    expect(loaded).toEqual([]);
  });
});

const PICTURE = /\.(jpe?g|png|webp|avif|gif|svg)$/i;
/** The pictures beside the stories of a content folder, as their authors sent them. */
const originalsIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])stories[\\/]/.test(file) && PICTURE.test(file))
    .map((file) => ({ file, bytes: readFileSync(join(dir, file)) }));
const allFiles = (site: BuiltSite) =>
  filesOf(site)
    .filter((file) => statSync(join(site.folder, file)).size > 0)
    .map((file) => ({ file, bytes: bytesOf(site, file) }));
const holding = (files: ReturnType<typeof allFiles>, needle: Buffer | string) =>
  files.filter(({ bytes }) => bytes.includes(needle)).map(({ file }) => file);

describe('the pictures of a site', () => {
  it.each([
    ['archive', archive, archive.content],
    ['samples', samples, CONTENT],
    ['production', production, CONTENT],
  ] as const)('are made anew: no byte string of an original leaves the content folder (%s)', (_, site, dir) => {
    const originals = originalsIn(dir);
    // What the press may take it takes as it is, without what a camera adds: see the tests of kits.
    const files = allFiles(site).filter(({ file }) => !file.startsWith('/kits/'));
    expect(originals.length).toBeGreaterThan(8);
    const leaked = originals.flatMap(({ file, bytes }) => holding(files, bytes).map((built) => `${file} in ${built}`));
    expect(leaked).toEqual([]);
  });

  it.each([
    ['archive', archive, archive.content, 'ARCHIVE-CAMERA'],
    ['samples', samples, CONTENT, 'SAMPLE CAMERA'],
  ] as const)('say nothing of camera, place and time, though the originals do (%s)', (_, site, dir, camera) => {
    const originals = originalsIn(dir);
    const marks = ['Exif\0\0', camera, 'GPSLatitude', 'http://ns.adobe.com/xap'];
    expect(
      originals.filter(({ bytes }) => bytes.includes('Exif\0\0') && bytes.includes(camera)).length,
    ).toBeGreaterThan(2);
    // Degrees of a latitude as the originals write them: 29/1, 14/1, in either order of bytes.
    const degrees = [
      Buffer.from([29, 0, 0, 0, 1, 0, 0, 0, 14, 0, 0, 0, 1, 0, 0, 0]),
      Buffer.from([0, 0, 0, 29, 0, 0, 0, 1, 0, 0, 0, 14, 0, 0, 0, 1]),
    ];
    expect(originals.filter(({ bytes }) => degrees.some((d) => bytes.includes(d))).length).toBeGreaterThan(2);
    const pictures = allFiles(site).filter(({ file }) => file.startsWith('/pictures/'));
    expect(pictures.length).toBeGreaterThan(10);
    expect([...marks, ...degrees].flatMap((mark) => holding(pictures, mark))).toEqual([]);
  });
});

describe('the samples', () => {
  const { content } = readContent({ dir: CONTENT, samples: true, now: new Date(SITE_NOW) });
  const only = (content?.stories ?? []).filter((story) => story.sample);

  it.each([
    ['production', production],
    ['archive', archive],
  ] as const)('are nowhere in the site "%s": no id, no title, no text, no picture', (_, site) => {
    expect(only.length).toBeGreaterThanOrEqual(15);
    const files = allFiles(site);
    for (const { id, title, summary, coverFile, body } of only) {
      const pictures = [...(coverFile ? [coverFile] : []), ...body.pictures.map(({ file }) => file)];
      for (const words of [id, title, summary, ...pictures.map(({ hash }) => hash)]) {
        expect([words, holding(files, words)]).toEqual([words, []]);
      }
    }
  });
});
