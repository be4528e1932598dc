import { describe, expect, it } from 'vitest';
import { namesInTitles } from '#domain/programme/names-in-titles.ts';
import { slipOf } from '#format/slip-title.ts';
import { piecesOf } from '#format/title-pieces.ts';
import { contentWithStories } from '../domain/real-programme.ts';

const content = contentWithStories(true);
const cut = piecesOf(content);
const stories = content.stories.map(({ title }) => title);
const titles = [
  ...stories,
  ...content.stories.map(({ summary }) => summary),
  ...[content.document.title, content.document.plan_title],
  ...content.tables.map(({ title }) => title),
  ...content.projects.flatMap(({ title, lines }) => [title, ...lines.map((line) => line.title)]),
  ...[content.site.slip, content.site.description, content.site.map_title],
];
const terms = new Set(content.synonyms.flatMap(({ words }) => words));
/** Terms that are only searched may lie across a name, which comes first. */
const names = [...namesInTitles(content)].filter((name) => name.length <= 7 && !terms.has(name));

/** Where the parts of a text end. */
const endsOf = (parts: readonly string[]) => parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('').length);

describe('the titles of the content', () => {
  it('are cut inside no name of a place, a project, an organisation', () => {
    const split = titles.flatMap((title) => {
      const ends = endsOf(cut(title));
      return names.flatMap((name) => {
        const at = title.indexOf(name);
        return at >= 0 && ends.some((end) => end > at && end < at + name.length)
          ? [`${name}: ${cut(title).join('|')}`]
          : [];
      });
    });
    expect(split).toEqual([]);
  });

  it('keep the names that a page once broke', () => {
    expect(cut('共青团湖南省委援建西藏山南市').join('|')).toBe('共青团湖南省委|援建西藏|山南市');
  });

  it('have no piece and no column that begins with a particle or a sign that closes', () => {
    const columns = stories.flatMap((title) =>
      (slipOf(title, cut)?.columns ?? []).map((parts) => parts.map(({ text }) => text).join('')),
    );
    const wrong = [...titles.flatMap((title) => cut(title)), ...columns].filter((part) =>
      /^(?:[了们吧呢，。、；：！？）》”’】]|[地得着过]$|的)/u.test(part),
    );
    expect(wrong).toEqual([]);
  });
});
