import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Taken } from '#desk/export/taking.ts';
import { STORY_COMPONENT_NAMES } from '#domain/stories/components.ts';
import { pictureFile, wechatHtml } from '#exports/wechat/article.ts';
import { lintWechat } from '#exports/wechat/lint.ts';
import { sourceWords } from '#format/figure-taken.ts';
import { elements, tag, textOf } from '../../site/pages.ts';
import { bare, headWords, plainWords, stories, takenOf } from '../taken-words.ts';

const filesOf = ({ document }: Taken) => new Map(document.pictures.map((one) => [one.number, pictureFile(one, 'jpg')]));
const articleOf = (taken: Taken, shown = false) =>
  wechatHtml({ story: taken.story, document: taken.document, files: filesOf(taken), shown });

/** The words of an article without its notes and marks, what stands behind the text, and the source of each figure. */
function articleWords(html: string, { story: { page, figures } }: Taken): string {
  const [root] = parseFragment(html).childNodes;
  if (!root || !('childNodes' in root)) throw new Error('no article');
  const marks = new Set(elements(root as Parameters<typeof elements>[0], tag('sup')));
  const text = textOf(root as Parameters<typeof textOf>[0], (e) => marks.has(e));
  const words = bare(text.replaceAll(/〔此处放图[^〕]*〕|\[注\d+\]/g, ''));
  const end = words.lastIndexOf(bare(`来源：${page.byline[0]?.text ?? ''}`));
  const sources = [...figures.values()].map(({ source }) => bare(sourceWords(source)));
  return sources.reduce((own, source) => own.replaceAll(source, ''), words.slice(0, end));
}

describe.each(stories)('%s as an article', (id) => {
  const taken = takenOf(id);
  const article = articleOf(taken);

  it('keeps every rule of the official account', () => {
    expect(lintWechat(article)).toEqual([]);
    expect(lintWechat(articleOf(taken, true)).filter(({ rule }) => rule === 'picture')).toEqual([]);
  });

  it('has the words of the story, no fewer and no more, but for the notes', () => {
    const { text, notes } = plainWords(taken);
    expect(articleWords(article, taken)).toBe(`${headWords(taken)}${text}${notes && `注${notes}`}`);
  });
});

describe('all of them together', () => {
  it('have every component, every number a note, every link one', () => {
    const all = stories.map(takenOf);
    const written = all.map(({ story }) => story.markdown).join('\n');
    expect(STORY_COMPONENT_NAMES.filter((name) => !written.includes(`<${name}`))).toEqual([]);
    for (const taken of all) {
      const html = articleOf(taken);
      expect(taken.document.numbers.length).toBe(taken.story.page.numbers.size);
      for (let i = 1; i <= taken.document.numbers.length; i++) expect(html).toContain(`[${i}]`);
      for (let i = 1; i <= taken.document.links.length; i++) expect(html).toContain(`[链${i}]</sup>`);
      expect(html).not.toMatch(/<a\b/);
    }
  });
});

describe('a number of which the document says something else elsewhere', () => {
  it('says so right there, and its note says what', () => {
    const taken = takenOf('text-and-annex');
    const html = articleOf(taken);
    expect(html).toMatch(/\[1\]≠<\/sup>/);
    expect(html).toContain('文件别处写的不一样：');
  });
});
