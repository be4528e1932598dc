import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY_COMPONENT_NAMES, type StoryComponentName } from '#domain/stories/components.ts';
import { MARK } from '#site/publish/manifest.ts';
import { readStory } from '#stories/grammar/markdown.ts';
import { exampleStories, NOT_OUT } from '../fixtures/stories/archive.ts';
import { HOSTILE } from '../fixtures/stories/hostile.ts';
import { builtSite } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  fileBehind,
  filesOf,
  hasClass,
  only,
  readPage,
  readText,
  squeezed,
  tag,
  textOf,
} from './pages.ts';

const archive = await builtSite('archive');
const examples = exampleStories();
const pageOf = (id: string) => readPage(archive, `/stories/${id}/`);
const proseOf = (id: string) => only(pageOf(id).root, classed('prose'), 'prose');

/** What a component is in the page of its story. */
const RENDERED: Readonly<Record<StoryComponentName, (e: Element) => boolean>> = {
  Num: (e) => hasClass(e, 'num') && elements(e, tag('a')).some((a) => attribute(a, 'href')?.startsWith('/facts/')),
  Name: (e) => e.tagName === 'bdi' && attribute(e, 'lang') !== null,
  Figure: (e) => e.tagName === 'figure' && hasClass(e, 'chart') && elements(e, tag('svg')).length > 0,
  Photo: (e) => e.tagName === 'figure' && hasClass(e, 'photo') && elements(e, tag('img')).length === 1,
  Gallery: (e) => hasClass(e, 'gallery') && elements(e, classed('photo')).length > 1,
  Quote: (e) => hasClass(e, 'pull') && elements(e, tag('blockquote')).length === 1,
  Timeline: (e) => hasClass(e, 'timeline') && elements(e, tag('li')).length > 1,
  Interview: (e) => hasClass(e, 'interview') && elements(e, tag('p')).length > 2,
  Note: (e) => e.tagName === 'aside' && hasClass(e, 'note'),
  Letter: (e) => hasClass(e, 'letter') && elements(e, classed('from')).length === 1,
  Roster: (e) => hasClass(e, 'roster') && elements(e, tag('li')).length > 1,
  Compare: (e) => hasClass(e, 'compare') && elements(e, classed('heads')).length === 1,
};

/** Attributes whose words a reader does not see as they are written. */
const UNSEEN = ['fact', 'place', 'lang', 'name', 'form', 'src', 'alt', 'clause', 'people', 'expires', 'press'];

describe('the examples of the manual, each as a story of its own', () => {
  it('are there for every component', () => {
    expect([...new Set(examples.map(({ name }) => name))].sort()).toEqual([...STORY_COMPONENT_NAMES].sort());
  });

  it.each(examples)('are rendered: $id', ({ id, name, body }) => {
    const prose = proseOf(id);
    const written = body.match(new RegExp(`<${name}\\b`, 'g'))?.length ?? 0;
    expect(elements(prose, RENDERED[name as StoryComponentName]).length).toBe(written);
  });

  it.each(examples)('leave no Markdown and no component in the page: $id', ({ id }) => {
    const { html, root } = pageOf(id);
    const main = only(root, tag('main'), 'main');
    // A field to copy from may hold code: it is meant to.
    expect(textOf(main, tag('style', 'script', 'textarea'))).not.toMatch(/[{}]|\*\*|\]\(|<\/?[A-Z]|^#+ /m);
    expect(html).not.toMatch(new RegExp(`</?(${STORY_COMPONENT_NAMES.join('|')})\\b`));
    // A name that nobody knew would have become an element of its own.
    const known = /^(h[1-6]|[a-z]+|[a-z]+-[a-z-]+)$/;
    expect(elements(main).filter((e) => !known.test(e.tagName) && !insideSvg(e))).toEqual([]);
  });

  it.each(examples)('show every word of the example and of its attributes: $id', ({ id, body }) => {
    const shown = squeezed(textOf(proseOf(id)));
    const words = Array.from(body.matchAll(/ (\w+)="([^"]*)"/g))
      .filter(([, key = '']) => !UNSEEN.includes(key))
      .map(([, , value = '']) => value);
    const text = wordsOf(readStory(body, '/'));
    expect([...words, ...text].map(squeezed).filter((part) => !shown.includes(part))).toEqual([]);
  });

  it('show pictures that are there, in every kind and width they are offered in', () => {
    const lost = examples.flatMap(({ id }) =>
      elements(proseOf(id), tag('img', 'source')).flatMap((e) => {
        const many = (attribute(e, 'srcset') ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? '');
        return [attribute(e, 'src') ?? '', ...many].filter((src) => src !== '' && fileBehind(archive, src) === null);
      }),
    );
    expect(lost).toEqual([]);
    const images = examples.flatMap(({ id }) => elements(proseOf(id), tag('img')));
    expect(images.length).toBeGreaterThan(4);
    expect(images.filter((img) => !attribute(img, 'alt') || !attribute(img, 'width'))).toEqual([]);
  });
});

const insideSvg = (e: Element): boolean => {
  for (let node = e.parentNode; node && 'tagName' in node; node = node.parentNode)
    if (node.tagName === 'svg') return true;
  return e.tagName === 'svg';
};

/** The words of a Markdown tree, text by text. */
function wordsOf(node: {
  readonly value?: unknown;
  readonly children?: readonly unknown[];
  readonly type?: string;
}): string[] {
  if (node.type === 'text') return [String(node.value)];
  return (node.children ?? []).flatMap((child) => wordsOf(child as Parameters<typeof wordsOf>[0]));
}

describe('stories of honest writers that could break something', () => {
  it.each(HOSTILE)('come out as they were meant: $id', ({ id, title, shown, elements: wanted = [], hidden = [] }) => {
    const { root } = pageOf(id);
    expect(textOf(only(root, tag('h1'), 'h1')).trim()).toBe(title);
    const head = only(root, (e) => e.tagName === 'title' && attribute(e, 'id') === null, 'title');
    expect(textOf(head)).toMatch(new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    const main = only(root, tag('main'), 'main');
    const text = squeezed(textOf(main));
    expect(shown.map(squeezed).filter((words) => !text.includes(words))).toEqual([]);
    for (const [name, words] of wanted) {
      expect([name, elements(main, tag(name)).map((e) => textOf(e))]).toEqual([name, expect.arrayContaining([words])]);
    }
    expect(hidden.filter((words) => squeezed(textOf(proseOf(id))).includes(words))).toEqual([]);
  });

  it('name a picture in Chinese, and its page shows what was made of it', () => {
    const sources = elements(pageOf('hostile-picture').root, tag('img')).map((img) => attribute(img, 'src') ?? '');
    expect(sources.filter((src) => !src.startsWith('/posters/')).length).toBe(2);
    for (const src of sources) expect(fileBehind(archive, src)).not.toBeNull();
  });

  it('stand in the lists under their own titles', () => {
    const list = JSON.parse(readText(archive, '/data/stories.json')) as { id: string; title: string }[];
    for (const { id, title } of HOSTILE) expect(list.find((story) => story.id === id)?.title).toBe(title);
  });
});

describe('stories whose time is not now', () => {
  const [over = NOT_OUT[0], ...before] = NOT_OUT.toReversed();
  const naming = (words: string) =>
    // The mark of the build lists the files there are, by name: an empty place among them.
    filesOf(archive)
      .filter((file) => file !== `/${MARK}`)
      .filter((file) => /\.(html|json|xml|csv)$/.test(file) && readText(archive, file).includes(words));

  it.each(before)('are nowhere in the site: $id', ({ id }) => {
    const source = readFileSync(join(archive.content, 'stories', id, 'index.mdx'), 'utf8');
    expect(source).toContain(id);
    expect(existsSync(join(archive.folder, 'stories', id))).toBe(false);
    expect(naming(id)).toEqual([]);
  });

  it('leave a page that says so where they were, and no word of theirs', () => {
    const page = `/stories/${over.id}/index.html`;
    expect(naming(over.id)).toEqual([page]);
    expect(readText(archive, page)).toContain('这一篇已经撤下');
    expect(naming(`不在的正文${over.id}`)).toEqual([]);
  });
});
