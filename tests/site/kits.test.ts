import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import { fileSize } from '#format/file-size.ts';
import { fileIn, readZip } from '../exports/kits/read-zip.ts';
import { type BuiltSite, builtSites } from './built-site.ts';
import { attribute, classed, elements, filesOf, pagesOf, readPage, squeezed, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';
import { type StorySite, storySites } from './story-sites.ts';

let sites: StorySite[] = [];
let based: BuiltSite;
beforeAll(async () => {
  sites = await storySites();
  ({ based } = await builtSites('based'));
}, 600_000);
const siteOf = (name: string) => sites.find((one) => one.name === name) as StorySite;

const kitsOf = (site: BuiltSite) => filesOf(site).filter((file) => file.startsWith('/kits/') && file.endsWith('.zip'));
const zipOf = (site: BuiltSite, file: string) => readFileSync(join(site.folder, file));
const idOf = (file: string) => file.slice('/kits/'.length, -'.zip'.length);

describe.each(['production', 'samples'])('the press kits of the site: %s', (name) => {
  it('are one of the programme and one of each story that the press may take', () => {
    const { site, stories } = siteOf(name);
    const open = stories.filter(({ clearance }) => clearance.press.open).map(({ id }) => id);
    expect(kitsOf(site).map(idOf).sort()).toEqual([...open, PROGRAMME_KIT].sort());
    expect(open.length).toBeGreaterThan(3);
  });

  it('leave nothing else behind where the pages laid them out', () => {
    const { site } = siteOf(name);
    expect(filesOf(site).filter((file) => /^\/kits\/.*\.(json|tmp)$/.test(file))).toEqual([]);
  });

  it('hold the files that their manifest lists, byte for byte', () => {
    const { site } = siteOf(name);
    for (const file of kitsOf(site)) {
      const entries = readZip(zipOf(site, file));
      const { files } = JSON.parse(entries.at(-1)?.bytes.toString() ?? '');
      expect(files.map(({ path, bytes, sha256 }: Record<string, unknown>) => [path, bytes, sha256])).toEqual(
        entries
          .slice(0, -1)
          .map(({ name: path, bytes }) => [path, bytes.length, createHash('sha256').update(bytes).digest('hex')]),
      );
    }
  });

  it('are offered with their true size on the page of the story, in both lists, and nowhere with another', () => {
    const { site } = siteOf(name);
    const offers = pagesOf(site).flatMap(({ path, root }) =>
      elements(root, (element) => attribute(element, 'data-kit') !== null).map((room) => ({
        ...{ path, id: attribute(room, 'data-kit') ?? '', said: textOf(room) },
      })),
    );
    for (const { id, said } of offers) {
      const { bytes, files } = sizeOf(site, id);
      expect(`${id} ${said}`).toBe(`${id} （${files}个文件，${fileSize(bytes)}）`);
    }
    for (const id of kitsOf(site).map(idOf)) {
      const paths = offers.filter((offer) => offer.id === id).map(({ path }) => path);
      const own = id === PROGRAMME_KIT ? '/media/' : `/stories/${id}/`;
      expect([id, paths]).toEqual([id, expect.arrayContaining([own, '/kits/'])]);
    }
  });
});

function sizeOf(site: BuiltSite, id: string): { bytes: number; files: number } {
  const file = `/kits/${id}.zip`;
  return { bytes: statSync(join(site.folder, file)).size, files: readZip(zipOf(site, file)).length };
}

describe('where kits are offered', () => {
  it('a link leads to the file, below whatever path the site lies under', () => {
    const page = readPage(based, '/kits/');
    const links = elements(page.root, tag('a')).filter((a) => attribute(a, 'download') !== null);
    expect(links.length).toBeGreaterThan(3);
    for (const a of links) {
      const href = attribute(a, 'href') ?? '';
      expect(href).toMatch(/^\/aid\/kits\/[a-z0-9-]+\.zip$/);
      expect(existsSync(join(based.folder, href.slice('/aid/'.length)))).toBe(true);
    }
  });

  it('the newest stories stand first', () => {
    const { site, stories } = siteOf('samples');
    const dates = new Map(stories.map(({ id, date }) => [id, date]));
    const listed = elements(readPage(site, '/kits/').root, (element) => attribute(element, 'data-kit') !== null)
      .map((element) => attribute(element, 'data-kit') ?? '')
      .filter((id) => id !== PROGRAMME_KIT)
      .map((id) => dates.get(id) ?? '');
    expect(listed).toEqual(listed.toSorted().reverse());
  });

  it('of more than fit on a page, each stands on one page of the list, and the first of them for the media too', async () => {
    const { archive } = await builtSites('archive');
    const idsOn = (path: string) =>
      elements(readPage(archive, path).root, (element) => attribute(element, 'data-kit') !== null).map(
        (element) => attribute(element, 'data-kit') ?? '',
      );
    const pages = filesOf(archive)
      .filter((file) => /^\/kits\/(page\/\d+\/)?index\.html$/.test(file))
      .map((file) => file.replace('index.html', ''));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(idsOn).sort()).toEqual(kitsOf(archive).map(idOf).sort());
    expect(Math.max(...pages.map((page) => idsOn(page).length))).toBeLessThan(50);
    const [first, ...newest] = idsOn('/media/');
    expect([first, newest.length > 1]).toEqual([PROGRAMME_KIT, true]);
    expect(idsOn('/kits/').slice(1, 1 + newest.length)).toEqual(newest);
  }, 600_000);

  it('a story without one says why, in plain words, and names nobody', () => {
    const { site, stories } = siteOf('samples');
    const said = (why: string) =>
      stories
        .filter(({ clearance: { press } }) => !press.open && press.why === why)
        .map(({ id }) => {
          const [line] = elements(readPage(site, `/stories/${id}/`).root, classed('kit'));
          return line ? textOf(line).trim() : '';
        });
    expect(new Set(said('people'))).toEqual(
      new Set(['这一篇没有素材包：写到的人没有都同意用于媒体。要用的，先问本站的建设单位（待定）。']),
    );
    expect(new Set(said('reprint'))).toEqual(
      new Set(['这一篇没有素材包：文字是从别处转来的，要用的，问原来登的单位。']),
    );
    expect(new Set(said('not-out'))).toEqual(new Set(['这一篇正式发布以后才有素材包。']));
  });
});

describe('the kit of the programme', () => {
  const entries = () => readZip(zipOf(siteOf('production').site, `/kits/${PROGRAMME_KIT}.zip`));
  const text = (name: string) =>
    entries()
      .find((entry) => entry.name === name)
      ?.bytes.toString() ?? '';

  it('has the texts of the page for the media, its ten numbers, how they are quoted and whom to ask', () => {
    const { content } = siteOf('production');
    const { short = '', medium = '', long = '', facts = [] } = content.site.press ?? {};
    for (const words of [short, medium, long]) expect(text('正文.txt')).toContain(words);
    expect(readCsv(text('facts.csv')).records.map(({ fact }) => fact)).toEqual(facts);
    const page = squeezed(textOf(readPage(siteOf('production').site, '/media/').root));
    const rules = text('说明.txt')
      .split('\r\n')
      .filter((line) => line.startsWith('・引') || line.startsWith('・计划数'));
    expect(rules.length).toBe(3);
    for (const rule of rules) expect(page).toContain(squeezed(rule.slice(1)));
  });

  it('has every figure and table of the site, and its marks, as the site has them', () => {
    const { site } = siteOf('production');
    const files = filesOf(site);
    const own = files.filter((file) =>
      /^\/(figures\/.*\.(svg|png|csv)|data\/[^/]*\.csv|data\/datapackage\.json)$/.test(file),
    );
    for (const file of own) {
      const inside = entries().find(({ name }) => `/${name}` === file);
      expect([file, inside?.bytes.equals(readFileSync(join(site.folder, file)))]).toEqual([file, true]);
    }
    const marks = entries().filter(({ name }) => name.startsWith('marks/'));
    expect(marks.map(({ name }) => name)).toEqual(['marks/cloth.svg', 'marks/mark.svg', 'marks/mark.png']);
  });
});

describe('the kits of a preview', () => {
  it('say in every text that they are samples', () => {
    const { site } = siteOf('samples');
    for (const file of kitsOf(site)) {
      for (const { name, bytes } of readZip(zipOf(site, file)))
        if (name.endsWith('.txt')) expect(bytes.toString().startsWith('\uFEFF【样稿】')).toBe(true);
    }
  });

  it('are none of a story that waits, was withdrawn, or tells of somebody who did not agree to the press', () => {
    const kits = kitsOf(siteOf('samples').site).map(idOf);
    expect(kits.filter((id) => /^sample-rule-(embargo|withdrawn|ended|minor|names|aided)/.test(id))).toEqual([]);
    expect(kits).toContain('sample-portrait-finished');
  });

  it('show no picture but those that may be taken', () => {
    const { site, stories } = siteOf('samples');
    for (const { id, clearance } of stories) {
      if (!clearance.press.open) continue;
      const manifest = JSON.parse(fileIn(zipOf(site, `/kits/${id}.zip`), 'manifest.json').toString());
      const pictures = manifest.files.flatMap(({ picture }: { picture?: string }) => picture ?? []);
      expect([id, pictures]).toEqual([id, [...clearance.press.pictures]]);
    }
  });
});
