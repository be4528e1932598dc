import { describe, expect, it } from 'vitest';
import { excerptOf } from '#domain/search/excerpt.ts';
import { find } from '#domain/search/find.ts';
import { foldingOf } from '#domain/search/folding.ts';
import type { Piece, Shown } from '#domain/search/found.ts';
import { parseQuery } from '#domain/search/query.ts';
import { arrayEngine, type PageText } from './array-engine.ts';

const FOLDING = foldingOf('麥麦');
const NAMES = { names: [], same: [] };
const FILL = '这一段文字很长，说的是别的许多事情，';

async function shown(typed: string, title: string, blocks: PageText['blocks'], facets = {}): Promise<Shown> {
  const engine = arrayEngine([{ url: '/aid/p/', title, blocks, facets }], FOLDING);
  const found = await find(parseQuery(typed, FOLDING), { engine, names: NAMES, folding: FOLDING, chosen: {} });
  const [hit, standing] = [found.exact[0], engine.pages.get('/aid/p/')];
  if (!hit || !standing) throw new Error(`${typed} not found`);
  return excerptOf(await engine.page(hit.id), hit, found.marks, FOLDING, standing);
}

/** What is marked stands in brackets. */
const read = (pieces: readonly Piece[]) => pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

describe('a hit', () => {
  it.each([
    ['玉麦', '说玉麥的事', '说[玉麥]的事'],
    ['说玉麦的事', '说玉麦的事', '[说玉麦的事]'],
    ['App', 'The app 很好', 'The [app] 很好'],
    ['1.2亿', '投入1.2亿元（两年）', '投入[1.2亿]元（两年）'],
    ['玉麦 麦的', '说玉麦的事', '说[玉麦的]事'],
    ['山南', '山南山南', '[山南][山南]'],
  ])('for %s has whole phrases of its title marked, as the page spells it', async (typed, title, text) => {
    const { title: pieces } = await shown(typed, title, [{ text: '别的' }]);
    expect(read(pieces)).toBe(text);
  });

  it('shows the block with most of what was asked for', async () => {
    const blocks = [{ text: `玉麦玉麦玉麦，${FILL}` }, { text: `玉麦的信，${FILL}` }];
    expect(read((await shown('玉麦 信', '玉麦', blocks)).excerpt)).toBe(`[玉麦]的[信]，${FILL}`);
  });

  it.each([
    [
      'stands in a short sentence: with the next one',
      [{ text: '到玉麦了。' }, { text: `信，${FILL}` }, { text: '完' }],
      `到[玉麦]了。　信，${FILL}`,
    ],
    [
      'stands in a label: what the page says first, for the title tells the rest',
      [{ text: '项目' }, { text: '寄出的信都到了。' }, { text: '玉麦乡' }, { text: '来源' }],
      '寄出的信都到了。',
    ],
    ['stands in the title alone: the block after it', [{ text: FILL + FILL }, { text: '完' }], FILL + FILL],
    ['stands at the end of a long block', [{ text: `${FILL.repeat(9)}玉麦` }], null],
  ])('that %s', async (_, blocks, text) => {
    const excerpt = read((await shown('玉麦', '玉麦', blocks)).excerpt);
    if (text === null) expect(excerpt).toMatch(/^……[^…]{50,64}\[玉麦\]$/u);
    else expect(excerpt).toBe(text);
  });

  it('stands in a label while the title does not hold it: the label, then what the page says first, no picture', async () => {
    const blocks = [{ text: `画里是${FILL}` }, { text: '寄出的信都到了。' }, { text: '玉麦乡' }, { text: '来源' }];
    expect(read((await shown('玉麦', '甲', blocks)).excerpt)).toBe('[玉麦]乡　寄出的信都到了。');
  });

  it('offers no other part of a page that holds no more than the word', async () => {
    const blocks = [{ text: `玉麦的信，${FILL}` }, { text: '玉麦', id: 'a' }, { text: '从玉麦寄出的第一封', id: 'b' }];
    const { others } = await shown('玉麦', '甲', blocks);
    expect(others.map(({ href }) => href)).toEqual(['/aid/p/#b']);
  });

  it('is cut on both sides in the middle of a long block, about 60 characters', async () => {
    const excerpt = read((await shown('玉麦', '甲', [{ text: `${FILL.repeat(9)}玉麦${FILL.repeat(9)}` }])).excerpt);
    expect(excerpt).toMatch(/^……[^…]{16}\[玉麦\][^…]{42}……$/u);
  });

  it('is not cut inside a word or a phrase', async () => {
    const latin = `${FILL.repeat(3)}extraordinarily kindhearted people玉麦${FILL.repeat(5)}`;
    expect(read((await shown('玉麦', '甲', [{ text: latin }])).excerpt)).toMatch(
      /^……extraordinarily kindhearted people\[/u,
    );
    const long = FILL.repeat(5);
    expect(read((await shown(`“${long}”`, '甲', [{ text: `前${long}后${FILL.repeat(4)}` }])).excerpt)).toContain(
      `[${long}]`,
    );
  });

  it('shows a second phrase whole that stands where it is cut', async () => {
    const text = `${FILL.repeat(2)}玉麦${'字'.repeat(41)}玉麦${FILL.repeat(4)}`;
    const { excerpt } = await shown('玉麦', '甲', [{ text }]);
    expect(excerpt.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual(['玉麦', '玉麦']);
  });

  it('leads to the paragraph of the excerpt', async () => {
    const blocks = [
      { text: FILL, id: 'a' },
      { text: `玉麦，${FILL}`, id: 'b' },
      { text: FILL, id: 'c' },
    ];
    expect((await shown('玉麦', '甲', blocks)).href).toBe('/aid/p/#b');
    expect((await shown('玉麦', '甲', [{ text: FILL, id: 'a' }, { text: '玉麦' }])).href).toBe('/aid/p/');
    expect((await shown('玉麦', '玉麦', [{ text: FILL, id: 'a' }])).href).toBe('/aid/p/');
  });

  it('tells three other paragraphs with an address of their own', async () => {
    const at = (id: string) => ({ text: `在${id}说玉麦，${FILL}`, id });
    const blocks = [
      { text: `玉麦玉麦，${FILL}`, id: 'a' },
      at('a'),
      { text: '玉麦' },
      at('b'),
      at('b'),
      at('c'),
      at('d'),
      at('e'),
    ];
    const { others } = await shown('玉麦', '玉麦', blocks);
    expect(others.map(({ href }) => href)).toEqual(['/aid/p/#b', '/aid/p/#c', '/aid/p/#d']);
    expect(read(others[0]?.excerpt ?? [])).toBe(`在b说[玉麦]，${FILL}`);
  });

  it('tells its kind and its cities', async () => {
    const hit = await shown('玉麦', '玉麦', [], { kind: ['解读'], city: ['长沙', '株洲'] });
    expect([hit.kind, hit.cities, hit.excerpt]).toEqual(['解读', ['长沙', '株洲'], []]);
    expect((await shown('玉麦', '玉麦', [])).kind).toBe('');
  });
});

describe('an excerpt of a related page', () => {
  it('marks what it was offered for', () => {
    const words = ['甲', '. ', '玉', '麦', '和', '雪', '沙'];
    const page = { url: '/p/', words, anchors: [], facets: {} };
    const hit = { id: '1', inTitle: false, at: [5] };
    const marks = [
      ['玉', '麦'],
      ['雪', '沙'],
    ];
    const { excerpt } = excerptOf(page, hit, marks, FOLDING, { place: 0, title: 1, length: 7 });
    expect(read(excerpt)).toBe('玉麦和[雪沙]');
  });
});
