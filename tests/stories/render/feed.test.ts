import { describe, expect, it } from 'vitest';
import { STORY_COMPONENT_NAMES } from '#domain/stories/components.ts';
import { COMPONENTS, lookupOf } from '#stories/render/components.ts';
import { feedHtml, framedHtml } from '#stories/render/feed.ts';
import { LOOKUP, PAGE } from './lookup.ts';

const html = (...lines: readonly string[]) =>
  feedHtml(lines.join('\n'), { base: '/aid/', page: PAGE, lookup: LOOKUP }).replaceAll('https://aid.example.cn', '');
/** Line breaks between two elements are nobody's business. */
const tight = (text: string) => text.replaceAll('>\n<', '><');
const PHOTO =
  '<Photo src="a.jpg" alt="一座桥" caption="桥" photographer="甲" holder="乙单位" licence="授权" people="无"/>';
const FIGURE =
  '<figure><img src="/aid/pictures/a.jpg-800.jpg" alt="一座桥" width="800" height="600"><figcaption>桥<br>甲／乙单位　授权</figcaption></figure>';

describe('the text of a story as HTML', () => {
  it('is plain: paragraphs, headings, lists, emphasis, tables', () => {
    expect(html('## 一', '', '**粗**和~~删~~。', '', '- 甲', '- 乙')).toBe(
      '<h2>一</h2>\n<p><strong>粗</strong>和<del>删</del>。</p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>',
    );
    expect(html('| 甲 | 乙 |', '|---|--:|', '| 1 | 2 |')).toContain('<td align="right">2</td>');
  });

  it('makes every address whole: inside the site under its base, on the page itself, and elsewhere', () => {
    const text = '[原文](/plan/#c-1)、[下文](#xia-wen)、[报](https://example.com/a?b=1&c=2)、[信](mailto:a@example.cn)';
    expect(feedHtml(text, { base: '/aid/', page: PAGE, lookup: LOOKUP })).toBe(
      '<p><a href="https://aid.example.cn/aid/plan/#c-1">原文</a>、' +
        `<a href="${PAGE}#xia-wen">下文</a>、` +
        '<a href="https://example.com/a?b=1&#x26;c=2">报</a>、<a href="mailto:a@example.cn">信</a></p>',
    );
  });

  it('links nothing that could run: such an address leads nowhere', () => {
    expect(html('[甲](javascript:alert(1))和[乙](data:text/html,x)')).toBe('<p><a>甲</a>和<a>乙</a></p>');
  });

  it('carries no class, style, id or script, whatever Markdown brings along', () => {
    const all = html('- [x] 做完', '- [ ] 没做', '', '注[^1]', '', '```js', 'a', '```', '', '[^1]: 说明');
    expect(all).not.toMatch(/<[^>]*\s(class|style|id|data-[\w-]+|aria-[\w-]+|on\w+)=/);
    expect(all).not.toMatch(/<(script|style|input|svg|iframe)/);
    expect(all).toContain('<li>☑ 做完</li>\n<li>☐ 没做</li>');
  });

  it('leads from a note mark to the note on the page, and has no arrow back', () => {
    const notes = html('注[^1]', '', '[^1]: 说明');
    expect(notes).toContain(`<sup><a href="${new URL(PAGE).pathname}#note-fn-1">1</a></sup>`);
    expect(notes).toContain('<h2>注释</h2>');
    expect(notes).toContain('<p>说明</p>');
    expect(notes).not.toContain('↩');
  });

  it('escapes what is no tag', () => {
    expect(html('a & b，《甲》，1 > 0')).toBe('<p>a &#x26; b，《甲》，1 > 0</p>');
  });
});

describe('the components as HTML', () => {
  it('are all there: what authors may write, and what their plain pictures become', () => {
    expect(Object.keys(COMPONENTS).sort()).toEqual([...STORY_COMPONENT_NAMES, 'PlainPhoto'].sort());
  });

  const paragraph = '<p>一段。</p>';
  const list = '<ul>\n<li><strong>甲</strong>，一</li>\n</ul>';
  const LIST = '- **甲**，一';
  it.each([
    ['有<Num fact="books"/>。', '<p>有<a href="/aid/facts/books/">50册</a>（附件2）。</p>'],
    ['<Num fact="about"/>', '<p><a href="/aid/facts/about/">约50册</a>（附件2）</p>'],
    ['有<Num fact="corrected"/>。', '<p>有<a href="/aid/facts/corrected/">50册</a>（附件2，更正过）。</p>'],
    ['有<Num fact="against"/>。', '<p>有<a href="/aid/facts/against/">50册</a>（附件2，正文与附件不一致）。</p>'],
    [
      '<Figure name="books" title="换"/>',
      '<figure><a href="/aid/figures/books.svg"><img src="/aid/figures/books.png" alt="换"></a><figcaption><strong>换</strong>　计划50册。</figcaption></figure>',
    ],
    [PHOTO, FIGURE],
    ['![一座桥](a.jpg)', '<p><img src="/aid/pictures/a.jpg-800.jpg" alt="一座桥" width="800" height="600"></p>'],
    [`<Gallery caption="两张">\n\n${PHOTO}\n\n${PHOTO}\n\n</Gallery>`, `${FIGURE}${FIGURE}<p>两张</p>`],
    [
      '<Quote by="甲" role="老师" clause="c-1">\n\n一段。\n\n</Quote>',
      `<blockquote cite="/aid/plan/#c-1">${paragraph}<p>——<cite>甲，老师　<a href="/aid/plan/#c-1">方案，c-1</a></cite></p></blockquote>`,
    ],
    ['<Quote>\n\n一段。\n\n</Quote>', `<blockquote>${paragraph}</blockquote>`],
    [`<Timeline title="一年">\n\n${LIST}\n\n</Timeline>`, `<p><strong>一年</strong></p>${list}`],
    [
      `<Roster title="一队" note="共一人。">\n\n${LIST}\n\n</Roster>`,
      `<p><strong>一队</strong></p>${list}<p>共一人。</p>`,
    ],
    ['<Interview by="甲" role="老师">\n\n一段。\n\n</Interview>', `<p><strong>甲</strong>　老师　问答</p>${paragraph}`],
    ['<Interview by="甲" form="讲述">\n\n一段。\n\n</Interview>', `<p><strong>甲</strong>　讲述</p>${paragraph}`],
    [
      '<Note kind="链接" title="去处">\n\n一段。\n\n</Note>',
      `<aside><p><strong>链接</strong>　去处</p>${paragraph}</aside>`,
    ],
    [
      `<Letter from="甲" to="乙" date="5月">\n\n一段。\n\n${PHOTO}\n\n</Letter>`,
      `<blockquote><p>乙：</p>${paragraph}${FIGURE}<p>甲　5月</p></blockquote>`,
    ],
  ])('%s', (source, expected) => {
    expect(tight(html(source))).toBe(tight(expected));
  });

  it('put a comparison into a table, left and right under the names of the two places', () => {
    const inside = '- 海拔\n  - 低<Num fact="books"/>\n  - 高\n- 路\n  - 短\n  - 长';
    const rows =
      '<tr><th>海拔</th><td>低<a href="/aid/facts/books/">50册</a>（附件2）</td><td>高</td></tr><tr><th>路</th><td>短</td><td>长</td></tr>';
    const table = (left: string, right: string) =>
      `<table><thead><tr><th></th><th>${left}</th><th>${right}</th></tr></thead><tbody>${rows}</tbody></table>`;
    expect(html(`<Compare>\n\n${inside}\n\n</Compare>`)).toBe(table('甲省', '乙地'));
    expect(tight(html(`<Compare title="两地" left="东" right="西">\n\n${inside}\n\n</Compare>`))).toBe(
      `<p><strong>两地</strong></p>${table('东', '西')}`,
    );
    // Empty lines between the things make the list a loose one: the same table.
    expect(html(`<Compare>\n\n${inside.replace('\n- 路', '\n\n- 路')}\n\n</Compare>`)).toBe(table('甲省', '乙地'));
  });

  it('print the number of the approval of a map made elsewhere', () => {
    const map = PHOTO.replace('people=', 'map_approval="GS（2020）0000号" people=');
    expect(html(map)).toContain('<br>审图号：GS（2020）0000号　甲／乙单位　授权</figcaption>');
  });

  it('throw on a name that nobody knows, as the check would have told', () => {
    expect(() => html('<Foto src="a"/>')).toThrow('没有写法 Foto');
    expect(() => html('<toString/>')).toThrow('没有写法 toString');
    const parts = {
      numbers: new Map(),
      names: new Map(),
      pictures: new Map(),
      passage: LOOKUP.passage,
      sides: LOOKUP.sides,
    };
    const lookup = lookupOf(parts, () => undefined);
    expect(() => lookup.number('x')).toThrow('没有事实 x');
    expect(() => lookup.picture('x')).toThrow('没有图片 x');
    expect(() => lookup.figure('x')).toThrow('没有图 x');
  });
});

describe('the frame round the text of a story', () => {
  const frame = {
    subtitle: null,
    corrections: [],
    cover: null,
    profile: null,
    source: '甲报',
    sourceUrl: null,
    author: null,
    editor: '乙',
    dateText: '2026年11月25日',
  };
  const back = `<a href="${PAGE}">在网站上看这一篇</a></p>`;

  it('says behind it who answers for it, and leads to the page', () => {
    expect(framedHtml('<p>文</p>', frame, PAGE)).toBe(
      `<p>文</p>\n<p>来源：甲报　编辑：乙　时间：2026年11月25日　${back}`,
    );
    expect(framedHtml('<p>文</p>', { ...frame, author: '丙', sourceUrl: 'https://example.com/' }, PAGE)).toBe(
      `<p>文</p>\n<p>来源：<a href="https://example.com/">甲报</a>　作者：丙　编辑：乙　时间：2026年11月25日　${back}`,
    );
  });

  it('says before the text who the person is whom it tells of', () => {
    const rows = [
      { term: '从哪来', text: '甲市', href: '/pairings/jia/' },
      { term: '多久', text: '2019年起', href: null },
    ];
    const profile = { name: '样例小禾', alias: true, rows, words: '“好”' };
    const [first] = framedHtml('<p>文</p>', { ...frame, profile }, PAGE).split('\n');
    expect(first).toBe('<p><strong>样例小禾</strong>（化名）　从哪来：甲市　多久：2019年起<br>“好”</p>');
  });

  it('puts second title, corrections and the cover with its rights before it', () => {
    const cover = {
      ...{ alt: '一座桥', caption: '桥', photographer: '甲', holder: '甲', licence: '授权' },
      picture: LOOKUP.picture('a'),
    };
    const corrections = [{ dateText: '2026年11月26日', text: '五十应为五。' }];
    const [subtitle, correction, picture] = framedHtml(
      '<p>文</p>',
      { ...frame, subtitle: '副题', corrections, cover },
      PAGE,
    ).split('\n');
    expect(subtitle).toBe('<p><strong>副题</strong></p>');
    expect(correction).toBe('<p><strong>更正</strong>　2026年11月26日　五十应为五。</p>');
    expect(picture).toBe(
      '<figure><img src="https://aid.example.cn/aid/pictures/a-800.jpg" alt="一座桥" width="800" height="600"><figcaption>桥<br>甲　授权</figcaption></figure>',
    );
  });
});
