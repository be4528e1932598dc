import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byOrder } from '#domain/stories/order.ts';
import type { Story } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { type BuiltSite, builtSites, SITE_NOW } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  fileBehind,
  hasClass,
  only,
  readPage,
  type SitePage,
  squeezed,
  tag,
  textOf,
} from './pages.ts';

const { production, samples } = await builtSites('production', 'samples');

/** The stories that a build shows, in the order of its lists. */
function storiesOf(withSamples: boolean): Story[] {
  const dir = join(projectFolder, 'content');
  const { content } = readContent({ dir, samples: withSamples, now: new Date(SITE_NOW) });
  return (content?.stories ?? []).toSorted(byOrder);
}

interface Shown {
  readonly site: BuiltSite;
  readonly story: Story;
  readonly page: SitePage;
}
const shown = (site: BuiltSite, stories: readonly Story[]): Shown[] =>
  stories.map((story) => ({ site, story, page: readPage(site, `/stories/${story.id}/`) }));
const released = shown(production, storiesOf(false));
const preview = shown(samples, storiesOf(true));
const all = [...released, ...preview];

const meta = (page: SitePage, name: string) =>
  elements(
    page.root,
    (e) => e.tagName === 'meta' && [attribute(e, 'property'), attribute(e, 'name')].includes(name),
  ).map((e) => attribute(e, 'content'));
const one = (page: SitePage, name: string): Element => only(page.root, classed(name), name);
/** Stories of which something is not as it should be, by id. */
const wrong = (list: readonly Shown[], test: (shown: Shown) => boolean) =>
  list.filter((s) => !test(s)).map(({ story }) => story.id);

describe('the page of a story', () => {
  it('exists for every story that is out, in enough number to mean something', () => {
    expect(released.length).toBeGreaterThanOrEqual(8);
    expect(preview.length).toBeGreaterThanOrEqual(released.length + 15);
  });

  it('has the title as its one h1, whole, as the front matter has it', () => {
    const heading = ({ page }: Shown) => elements(page.root, tag('h1')).map((h1) => textOf(h1).trim());
    expect(wrong(all, (s) => heading(s).join('｜') === s.story.title)).toEqual([]);
  });

  it('says in its head what it is, when it came out and where it lives', () => {
    const right = ({ page, story }: Shown) =>
      textOf(only(page.root, (e) => e.tagName === 'title' && attribute(e, 'id') === null, 'title')).startsWith(
        story.title,
      ) &&
      meta(page, 'description')[0] === story.summary &&
      meta(page, 'og:title')[0] === story.title &&
      meta(page, 'og:type')[0] === 'article' &&
      meta(page, 'article:published_time')[0] === story.date &&
      (meta(page, 'og:url')[0] ?? '').endsWith(`/stories/${story.id}/`);
    expect(wrong(all, right)).toEqual([]);
  });

  it('announces the feed and the list of stories as every page does', () => {
    const links = (page: SitePage) =>
      elements(page.root, (e) => e.tagName === 'link' && attribute(e, 'rel') === 'alternate').map((e) =>
        attribute(e, 'href'),
      );
    expect(wrong(all, ({ page }) => links(page).join() === '/feed.xml,/feed.json,/data/stories.json')).toEqual([]);
  });

  it('names kind, source, author, editor and time, in this order, and how long it takes to read', () => {
    const right = ({ page, story }: Shown) => {
      const said = [...elements(one(page, 'by'), tag('span'))].map((span) => squeezed(textOf(span)));
      const [year, month, day] = story.date.split('-').map(Number);
      const expected = [
        `来源：${squeezed(story.source)}`,
        ...(story.author ? [`作者：${squeezed(story.author)}`] : []),
        `编辑：${squeezed(story.editor)}`,
        `时间：${year}年${month}月${day}日`,
      ];
      return (
        said.slice(0, -1).join() === expected.join() &&
        /^约\d+分钟$/.test(said.at(-1) ?? '') &&
        textOf(one(page, 'kick')).includes(KIND_WORDS[story.kind])
      );
    };
    expect(wrong(all, right)).toEqual([]);
  });

  it('leads to the original where another paper had it first', () => {
    const reprints = all.filter(({ story }) => story.source_url);
    expect(reprints.length).toBeGreaterThan(0);
    const right = ({ page, story }: Shown) =>
      elements(one(page, 'by'), tag('a')).some((a) => attribute(a, 'href') === story.source_url);
    expect(wrong(reprints, right)).toEqual([]);
  });

  it('prints every fact it names with its unit and a link to where it is proved', () => {
    const right = ({ page, story }: Shown) => {
      const printed = elements(one(page, 'prose'), (e) => hasClass(e, 'num')).flatMap((num) => elements(num, tag('a')));
      const links = new Set(printed.map((a) => attribute(a, 'href')));
      return story.body.facts.every((id) => links.has(`/facts/${id}/`));
    };
    expect(all.filter(({ story }) => story.body.facts.length > 0).length).toBeGreaterThan(8);
    expect(wrong(all, right)).toEqual([]);
  });

  it('tells what was corrected before the text begins', () => {
    const corrected = all.filter(({ story }) => story.corrections?.length);
    expect(corrected.length).toBeGreaterThan(0);
    const right = ({ page, story }: Shown) => {
      const [first] = elements(one(page, 'prose')).slice(1);
      return (
        first !== undefined &&
        hasClass(first, 'corrections') &&
        (story.corrections ?? []).every((c) => textOf(first).includes(c.text)) &&
        meta(page, 'article:modified_time')[0] ===
          story.corrections
            ?.map((c) => c.date)
            .toSorted()
            .at(-1)
      );
    };
    expect(wrong(corrected, right)).toEqual([]);
  });

  it('has a list of its sections where it is long, and every entry leads to one', () => {
    const listed = all.filter(({ page }) => elements(page.root, classed('toc')).length > 0);
    expect(listed.length).toBeGreaterThan(0);
    const right = ({ page }: Shown) => {
      const ids = new Set(elements(page.root, tag('h2')).map((h2) => `#${attribute(h2, 'id')}`));
      const entries = elements(one(page, 'toc'), tag('a')).map((a) => attribute(a, 'href') ?? '');
      return entries.length > 3 && entries.every((href) => ids.has(decodeURI(href)) || ids.has(href));
    };
    expect(wrong(listed, right)).toEqual([]);
  });

  it('offers related stories, never itself, each with what the two share', () => {
    const related = all.flatMap(({ story, page }) =>
      elements(page.root, classed('shelf')).flatMap((shelf) => elements(shelf, tag('li')).map((li) => ({ story, li }))),
    );
    expect(related.length).toBeGreaterThan(20);
    for (const { story, li } of related) {
      const [link] = elements(li, tag('a'));
      expect(attribute(link as Element, 'href')).not.toBe(`/stories/${story.id}/`);
      expect(textOf(only(li, classed('meta'), 'meta'))).toMatch(/同写|同在|同属/);
    }
  });

  it('leads to the one before and the one after in the order of the lists', () => {
    for (const list of [released, preview]) {
      list.forEach(({ page }, i) => {
        const turn = (rel: string) =>
          elements(page.root, (e) => e.tagName === 'a' && attribute(e, 'rel') === rel).map((a) => attribute(a, 'href'));
        const address = (at: number) => (list[at] ? [`/stories/${list[at].story.id}/`] : []);
        expect([turn('prev'), turn('next')]).toEqual([address(i - 1), address(i + 1)]);
      });
    }
  });

  it('shows pictures that are there, in three kinds, with what is seen and a place kept free', () => {
    const pictures = all.flatMap(({ site, page }) =>
      elements(page.root, (e) => e.tagName === 'picture').map((picture) => ({ site, picture })),
    );
    expect(pictures.length).toBeGreaterThan(10);
    for (const { site, picture } of pictures) {
      const img = only(picture, tag('img'), 'img');
      expect(attribute(img, 'alt')).not.toBeNull();
      expect(Number(attribute(img, 'width')) * Number(attribute(img, 'height'))).toBeGreaterThan(0);
      const sources = elements(picture, tag('source'));
      expect(sources.map((s) => attribute(s, 'type'))).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
      const files = sources.flatMap((s) =>
        (attribute(s, 'srcset') ?? '').split(',').map((part) => part.split(' ')[0] ?? ''),
      );
      expect([...files, attribute(img, 'src') ?? ''].filter((file) => fileBehind(site, file) === null)).toEqual([]);
    }
  });
});

describe('a sample', () => {
  it('is marked on its page and kept out of search engines', () => {
    const own = preview.filter(({ story }) => story.sample);
    expect(own.length).toBeGreaterThanOrEqual(15);
    expect(wrong(own, ({ page }) => meta(page, 'robots')[0] === 'noindex')).toEqual([]);
    expect(wrong(own, ({ page }) => elements(one(page, 'head'), classed('sample')).length === 1)).toEqual([]);
  });
});
