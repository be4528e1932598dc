import { describe, expect, it } from 'vitest';
import { allPairs, pairsOf } from '#check/text/folding-table.ts';
import { foldingOf, NO_FOLDING } from '#domain/search/folding.ts';
import { NUMBER_END, shownWord } from '#domain/search/tokens.ts';
import { pageTree } from '#site/pages/page-tree.ts';
import { type IndexCopy, indexCopy } from '#site/search/index-copy.ts';
import { copyOf as copyOfTree, type PageCopy } from '#site/search/page-copy.ts';

const HEAD = '<!DOCTYPE html><html><head><title>窗口｜站名</title><style>p{}</style></head>';

const copyOf = (html: string) => copyOfTree(pageTree(html));

function pageOf(inner: string, attributes = ''): string {
  return `${HEAD}<body><header>页眉</header><main id="main" data-pagefind-body ${attributes}>${inner}</main><p>页脚</p></body></html>`;
}

function read(html: string): PageCopy {
  const copy = copyOf(html);
  if (!copy) throw new Error('the page has no copy');
  return copy;
}

function textsOf(inner: string): string[] {
  return read(pageOf(inner)).blocks.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim());
}

function anchorsOf(inner: string): Record<string, string> {
  return Object.fromEntries(read(pageOf(inner)).blocks.map(({ text, anchor }) => [text.trim(), anchor]));
}

describe('the copy of a page', () => {
  it('is none where nothing is marked to be searched', () => {
    expect(copyOf(`${HEAD}<body><main><p>data-pagefind-body</p></main></body></html>`)).toBeNull();
    expect(copyOf(`${HEAD}<body><main><p>正文</p></main></body></html>`)).toBeNull();
  });

  it('leaves out what stands outside of the marked part', () => {
    expect(textsOf('<p>正文</p>')).toEqual(['正文']);
  });

  it('takes several marked parts in their order, and a part in a part once', () => {
    const html = `${HEAD}<body><div data-pagefind-body>甲<p data-pagefind-body>乙</p></div>丙<p data-pagefind-body>丁</p></body>`;
    expect(read(html).blocks.map(({ text }) => text)).toEqual(['甲', '乙', '丁']);
  });

  it.each([
    ['a paragraph', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['a cell', '<table><caption>题</caption><tr><th>甲</th><td>乙</td></tr></table>', ['题', '甲', '乙']],
    ['a list in a list', '<ul><li>甲<ul><li>乙</li></ul>丙</li></ul>', ['甲', '乙', '丙']],
    ['a term and what it says', '<dl><dt>甲</dt><dd>乙</dd></dl>', ['甲', '乙']],
    ['text beside blocks', '<div>甲<p>乙</p>丙</div>', ['甲', '乙', '丙']],
    ['a caption', '<figure><figcaption>甲</figcaption></figure>', ['甲']],
    ['what is folded up', '<details><summary>甲</summary>乙</details>', ['甲', '乙']],
    ['a block inside a link', '<a href="/">甲<span>乙<div>丙</div></span></a>', ['甲乙', '丙']],
    ['text for screen readers', '<p>甲<span class="sr">乙</span></p>', ['甲乙']],
  ])('makes blocks: %s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it.each([
    ['inline elements join without a gap', '<p>书<b>信</b><a href="/">交</a><span>流</span></p>', ['书信交流']],
    ['an end of line is white space', '<p>甲<br>乙</p>', ['甲 乙']],
    ['a place to break is nothing', '<p>甲<wbr>乙</p>', ['甲乙']],
    ['readings above a character are no text', '<p><ruby>隆<rp>(</rp><rt>lóng</rt><rp>)</rp>子</ruby></p>', ['隆子']],
    ['what was struck out is still read', '<p>甲<del>乙</del></p>', ['甲乙']],
    ['entities are the characters they name', '<p>A&amp;B&lt;b&gt;&nbsp;&#20864;</p>', ['A&B<b> 冀']],
  ])('reads text as a browser does: %s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it.each([
    ['nav', '<nav>弃</nav>'],
    ['form', '<form><p>弃</p></form>'],
    ['label', '<label>弃</label>'],
    ['footer', '<footer>弃</footer>'],
    ['svg', '<svg><text>弃</text><foreignObject><p>弃</p></foreignObject></svg>'],
    ['noscript', '<noscript>弃</noscript>'],
    ['template', '<template><p>弃</p></template>'],
    ['script', '<script>弃</script>'],
    ['style', '<style>弃</style>'],
    ['textarea', '<textarea>弃</textarea>'],
    ['select', '<select><option>弃</option></select>'],
    ['button', '<button>弃</button>'],
    ['what asks not to be searched', '<div data-pagefind-ignore><p>弃</p></div>'],
    ['what is hidden', '<p hidden>弃</p>'],
  ])('leaves out %s', (_, html) => {
    expect(textsOf(`<p>甲</p>${html}<p>乙</p>`)).toEqual(['甲', '乙']);
  });

  it('keeps what is hidden only until it is found', () => {
    expect(textsOf('<div hidden="until-found">甲</div>')).toEqual(['甲']);
  });

  it('sets the words of a picture after the text they stand in, and none for a picture without', () => {
    const html = '<p>甲<img src="a.jpg" alt="合影">乙<img src="b.jpg" alt=""><img src="c.jpg"></p><p>丙</p>';
    expect(textsOf(html)).toEqual(['甲乙', '合影', '丙']);
  });
});

describe('the title of a page', () => {
  it('is the h1 and no block, whatever stands before it', () => {
    const copy = read(pageOf('<p>解读</p><h1 id="t">一个数<wbr><span>怎样</span>\n  <br>查到底</h1><p>甲</p>'));
    expect(copy.title).toBe('一个数怎样 查到底');
    expect(copy.blocks.map(({ text }) => text)).toEqual(['解读', '甲']);
  });

  it('is the first h1 where there are two: the other is a block', () => {
    const copy = read(pageOf('<h1> </h1><h1>甲</h1><h1>乙</h1>'));
    expect(copy.title).toBe('甲');
    expect(copy.blocks.map(({ text, level }) => [text, level])).toEqual([['乙', 1]]);
  });

  it('is what the window is called where there is no h1, without the name of the site', () => {
    expect(read(pageOf('<p>甲</p>')).title).toBe('窗口');
  });
});

describe('the anchor of a block', () => {
  it('is its own id, then that of what it stands in, then that of the heading before it', () => {
    const html = `<p>始</p><h2 id="a">一</h2><p>随</p><p id="p">己</p><div id="d"><p>内</p></div><p>又随</p>`;
    expect(anchorsOf(html)).toEqual({ 始: '', 一: 'a', 随: 'a', 己: 'p', 内: 'd', 又随: 'a' });
  });

  it('is not that of a heading of a section that has ended', () => {
    const html = '<h2 id="a">一</h2><section><h3 id="b">二</h3><p>内</p></section><p>外</p>';
    expect(anchorsOf(html)).toMatchObject({ 内: 'b', 外: 'a' });
    expect(anchorsOf('<section><h2 id="a">一</h2></section><section><p>外</p></section>')).toMatchObject({ 外: '' });
  });

  it('ends with a heading of the same rank that has no id, not with a lower one', () => {
    const html = '<h2 id="a">一</h2><h3>二</h3><p>低</p><h2>三</h2><p>同</p>';
    expect(anchorsOf(html)).toEqual({ 一: 'a', 二: 'a', 低: 'a', 三: '', 同: '' });
  });

  it('is neither the id of the body, nor of main, nor of the title, nor of what stands in the line', () => {
    const html = `${HEAD}<body><main id="main"><div id="x" data-pagefind-body><h1 id="t">题</h1><p>甲<b id="i">乙</b></p></div></main></body>`;
    expect(read(html).blocks.map(({ anchor }) => anchor)).toEqual(['']);
  });

  it('goes with a picture', () => {
    expect(anchorsOf('<figure id="f"><img src="a" alt="图"><figcaption>说明</figcaption></figure>')).toEqual({
      图: 'f',
      说明: 'f',
    });
  });

  it('knows how high a heading stands', () => {
    expect(read(pageOf('<h2><span>甲</span></h2><p>乙</p>')).blocks.map(({ level }) => level)).toEqual([2, 0]);
  });
});

describe('what a page says of itself', () => {
  it('is read as it is written', () => {
    const said =
      'data-search="kind=解读&amp;city=长沙&amp;city=株洲&amp;city=长沙&amp;project=100%+&amp;year=2019&amp;other=1&amp;county=&amp;date=2026-08-19"';
    expect(read(pageOf('', said))).toMatchObject({
      facets: { kind: ['解读'], city: ['长沙', '株洲'], project: ['100%+'], year: ['2019'] },
      date: '2026-08-19',
    });
    expect(Object.keys(read(pageOf('', said)).facets)).toEqual(['kind', 'city', 'project', 'year']);
  });

  it('may be missing', () => {
    expect(read(pageOf('<p>甲</p>'))).toMatchObject({ facets: {}, date: '' });
    expect(read(pageOf('', 'data-search="date=2026年"'))).toMatchObject({ date: '' });
  });
});

describe('the pairs of characters', () => {
  const pairs = foldingOf(pairsOf(new Set('麦万于干发么著后只台痹'))).simplified;

  it.each([
    ['麥', '麦'],
    ['萬', '万'],
    ['於', '于'],
    ['乾', '干'],
    ['發', '发'],
    ['髮', '发'],
    ['枱', '台'],
    ['痺', '痹'],
  ])('fold %s into %s', (from, to) => {
    expect(pairs.get(from)).toBe(to);
  });

  it.each([...'著么后只干麦'])('leave %s as it is', (character) => {
    expect(pairs.has(character)).toBe(false);
  });

  it('are only those of characters that are shown, in either spelling', () => {
    expect(pairsOf(new Set('麦'))).toBe('麥麦');
    expect(pairsOf(new Set('麥'))).toBe('麥麦');
    expect(pairsOf(new Set('髮'))).toBe('發发髮发');
    expect(pairsOf(new Set('的a1'))).toBe('');
  });

  it('keep the marks of the index where only some are handed on', () => {
    const all = foldingOf(allPairs()).spellings;
    const some = foldingOf(pairsOf(new Set('發台'))).spellings;
    expect([...some.keys()].sort()).toEqual(['发', '台']);
    for (const [character, spellings] of some) expect(spellings).toEqual(all.get(character));
  });

  it('are folded once: no simplified form is folded again', () => {
    const all = foldingOf(allPairs());
    expect(all.simplified.size).toBeGreaterThan(3000);
    for (const to of all.simplified.values()) expect(all.simplified.has(to)).toBe(false);
  });
});

describe('the copy that goes into the index', () => {
  /** The words of each block, the title first. */
  const blocks = ({ content }: IndexCopy) =>
    content.split(/(?<=(?:^|\u200b)\. )\u200b/u).map((block) => block.split('\u200b'));

  it('parts the words and ends every block with one of its own', () => {
    const copy = indexCopy(read(pageOf('<h1>题</h1><p>援藏20人 </p><p>工 作</p>')), NO_FOLDING);
    expect(blocks(copy)).toEqual([
      ['题', '. '],
      ['援', '藏', `20${NUMBER_END}`, '人', '. '],
      ['工 ', '作', '.'],
    ]);
    expect(copy).toMatchObject({ title: 1, length: 10 });
  });

  it('names an anchor where it begins, and its end', () => {
    const html = '<h1>题</h1><p>甲</p><p id="a">乙</p><p>丙</p><p>丁</p><p id="b">戊</p>';
    expect(indexCopy(read(pageOf(html)), NO_FOLDING).anchors).toEqual([
      { id: 'a', at: 4 },
      { id: '-', at: 6 },
      { id: 'b', at: 10 },
    ]);
  });

  it('leaves out blocks without a word', () => {
    const copy = indexCopy(read(pageOf('<h1>题</h1><p>\u00ad\u200b</p><p id="x">\u0085</p><p>甲</p>')), NO_FOLDING);
    expect(blocks(copy)).toEqual([
      ['题', '. '],
      ['甲', '.'],
    ]);
    expect(copy).toMatchObject({ length: 4, anchors: [] });
  });

  it('holds what the page shows, spelling for spelling', () => {
    const text = '《玉麥（Yumai）》１，２３４人，1.2亿元“卓嘎”…';
    const folding = foldingOf(pairsOf(new Set(text)));
    const copy = indexCopy(read(pageOf(`<h1>题</h1><p>${text}</p>`)), folding);
    const shown = blocks(copy)[1]
      ?.slice(0, -1)
      .map((word) => shownWord(word, folding));
    expect(shown?.join('')).toBe('《玉麥（Yumai）》1,234人，1.2亿元“卓嘎”…');
    expect(copy.content).toContain('麦');
    expect(copy.content).not.toContain('麥');
  });

  it('says the facets and the date of the page as they are', () => {
    const copy = read(pageOf('<h1>题</h1>', 'data-search="kind=报道&amp;date=2020-01-02"'));
    expect(indexCopy(copy)).toMatchObject({ facets: { kind: ['报道'] }, date: '2020-01-02' });
  });
});
