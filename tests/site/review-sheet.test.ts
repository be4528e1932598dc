import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sheetData } from '#desk/review/sheet-data.ts';
import { assemble } from '#domain/programme/programme.ts';
import { reviewSheet } from '#exports/review-sheet/sheet.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { builtSite, SITE_NOW } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  hasClass,
  only,
  readPage,
  squeezed,
  tag,
  textOf,
} from './pages.ts';

const samples = await builtSite('samples');
const contentDir = join(projectFolder, 'content');
const now = new Date(SITE_NOW);
const { content, standings, records, problems } = readContent({ dir: contentDir, samples: true, now });
if (!content) throw new Error('content does not pass its check');
const programme = assemble(content);

/**
 * What is compared is `article.story`, the story as the page and the sheet show it: cover, title and what stands under it,
 * corrections, text, box. Of the page that is all but what works only on a screen: the list of the headings, the links
 * to files to take away, the arrow back from a note, and words that nobody sees. Of the sheet it is all but what is for the reviewer and
 * says so by `data-aid`; lines and addresses are drawn by the style and are no text.
 */
const OF_THE_SCREEN = (e: Element) =>
  e.tagName === 'nav' ||
  hasClass(e, 'vh') ||
  hasClass(e, 'sr-only') ||
  attribute(e, 'data-footnote-backref') !== null ||
  hasClass(e, 'take') ||
  (e.tagName === 'a' && (attribute(e, 'href') ?? '').includes('/pictures/'));
const OF_THE_REVIEWER = (e: Element) => attribute(e, 'data-aid') !== null;

async function both(id: string): Promise<readonly [page: Element, sheet: Element]> {
  const standing = standings.find(({ story }) => story.id === id);
  if (!standing) throw new Error(`no story ${id}`);
  const html = reviewSheet(await sheetData({ standing, programme, records, problems, contentDir, now }));
  const story = (e: Element) => e.tagName === 'article' && hasClass(e, 'story');
  return [only(readPage(samples, `/stories/${id}/`).root, story, 'story'), only(parse(html), story, 'story')];
}

/** Lists and tables as they are built; of a comparison only the words are the same. */
function built(story: Element, skip: (e: Element) => boolean) {
  const hidden = new Set(elements(story, (e) => skip(e) || hasClass(e, 'compare')).flatMap((e) => elements(e)));
  const own = (...names: readonly string[]) => elements(story, tag(...names)).filter((e) => !hidden.has(e));
  const said = (e: Element) => squeezed(textOf(e, skip));
  return {
    headings: own('h1', 'h2', 'h3', 'h4').map(said),
    lists: own('ol', 'ul').map((list) => [
      list.tagName,
      attribute(list, 'start') ?? '1',
      ...elements(list, tag('li')).map(said),
    ]),
    tables: own('table').map((table) =>
      elements(table, tag('tr')).map((tr) => elements(tr, tag('th', 'td')).map(said)),
    ),
    quotations: own('blockquote')
      .filter((e) => !inLetter(e))
      .map(said),
    pictures: own('img').map((img) => attribute(img, 'alt')),
  };
}

/** The page sets a letter as a section, the sheet as a quotation inside one. */
const inLetter = (e: Element): boolean => {
  for (let node: Element['parentNode'] = e; node && 'tagName' in node; node = node.parentNode)
    if (hasClass(node, 'letter')) return true;
  return false;
};

/** The words of a story as one text, cut after each full stop so that a difference can be read. */
const sentences = (story: Element, skip: (e: Element) => boolean) =>
  squeezed(textOf(story, skip)).split(/(?<=[。！？])/);

const STORIES = [
  'sample-explainer-components',
  'sample-explainer-long',
  'sample-two-letters',
  'sample-team-roster',
  'sample-interview-qa',
  'sample-interview-told',
  'sample-gallery-two',
  'sample-gallery-five',
  'sample-person-photo',
  'sample-rule-fallback',
  'sample-rule-expired-picture',
  'sample-news-reprint',
  'two-year-calendar',
  'where-money-goes',
];

describe('the story on the review sheet', () => {
  it.each(STORIES)('is what the page shows, word for word, in the same order: %s', async (id) => {
    const [page, sheet] = await both(id);
    expect(sentences(sheet, OF_THE_REVIEWER)).toEqual(sentences(page, OF_THE_SCREEN));
    expect(built(sheet, OF_THE_REVIEWER)).toEqual(built(page, OF_THE_SCREEN));
  });

  it('holds every component there is and a line for each block', async () => {
    const [page, sheet] = await both('sample-explainer-components');
    for (const name of ['letter', 'roster', 'interview', 'timeline', 'gallery', 'note', 'chart', 'num', 'compare'])
      expect([name, elements(sheet, classed(name)).length]).toEqual([name, elements(page, classed(name)).length]);
    const lines = elements(sheet)
      .flatMap((e) => attribute(e, 'data-line') ?? [])
      .map(Number);
    expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
    expect(lines.length).toBeGreaterThan(40);
  });
});
