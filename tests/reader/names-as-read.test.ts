import { describe, expect, it } from 'vitest';
import { allPairs, simplifiedOf } from '#check/text/folding-table.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import { replaceNames } from '#domain/release/names/replace-names.ts';
import { nameSpelling } from '#reader/release/name-spelling.ts';
import { checkBody } from '#stories/body/check-body.ts';

const NAMES = ['样舟骏', '样西次仁', '索朗·卓玛', 'Tenzin Dolma', '丹增拉姆', '样林', '\u0628\u0643\u064a\u0628'];
const finder = nameFinder(NAMES, nameSpelling);
const named = (text: string, form: 'markdown' | 'html' | 'plain' = 'markdown') =>
  finder.find(text, form).map(({ name }) => name);
const renamed = (text: string) => replaceNames(text, 'markdown', finder, () => '小禾');

/** A spelling in a story, the name it is, and the story with another name in its place. */
const SPELLINGS: readonly (readonly [spelling: string, name: string, renamed: string])[] = [
  ['样舟骏来了', '样舟骏', '小禾来了'],
  ['\u0628\u06a9\u06cc\u0628来了', '\u0628\u0643\u064a\u0628', '小禾来了'],
  ['和样[舟](/plan/)骏来', '样舟骏', '和小禾来'],
  ['[样](/plan/)舟骏来', '样舟骏', '[小禾](/plan/)来'],
  ['样[舟骏](/plan/)来', '样舟骏', '小禾来'],
  ['样[舟骏的家](/plan/)', '样舟骏', '小禾[的家](/plan/)'],
  ['[样舟骏](/plan/ "题目")', '样舟骏', '[小禾](/plan/ "题目")'],
  ['[样舟](/plan/)[骏](/map/)', '样舟骏', '[小禾](/plan/)'],
  ['**样**舟骏来', '样舟骏', '**小禾**来'],
  ['样**舟骏**来', '样舟骏', '小禾来'],
  ['样**舟**骏', '样舟骏', '小禾'],
  ['*样*舟*骏*', '样舟骏', '*小禾*'],
  ['***样舟***骏', '样舟骏', '***小禾***'],
  ['~~样舟~~骏', '样舟骏', '~~小禾~~'],
  ['样`舟`骏', '样舟骏', '小禾'],
  ['样\\舟骏', '', '样\\舟骏'],
  ['样&zwj;舟骏', '样舟骏', '小禾'],
  ['&#26679;舟&#x9a8f;', '样舟骏', '小禾'],
  ['样&nbsp;舟&emsp;骏', '样舟骏', '小禾'],
  ['样\\\n舟骏来', '样舟骏', '小禾\n来'],
  ['样  \n舟骏\n来', '样舟骏', '小禾\n&#x200b;\n来'],
  ['> 样舟\n> 骏来', '样舟骏', '> 小禾\n> 来'],
  ['> 样舟\n骏来', '样舟骏', '> 小禾\n来'],
  ['样            舟      骏', '样舟骏', '小禾'],
  ['样　　　　　　舟　　　　　　骏', '样舟骏', '小禾'],
  ['样\u2003舟\u2009骏', '样舟骏', '小禾'],
  ['样\u200b舟\u2060骏', '样舟骏', '小禾'],
  ['样\u00ad舟\ufeff骏', '样舟骏', '小禾'],
  ['样\ufe00舟\u{e0100}骏\ufe0f来', '样舟骏', '小禾\ufe0f来'],
  ['樣舟駿', '样舟骏', '小禾'],
  ['樣舟骏', '样舟骏', '小禾'],
  ['样⾈骏', '样舟骏', '小禾'],
  ['样舟[^1]骏\n\n[^1]: 注。', '样舟骏', '小禾\n\n[^1]: 注。'],
  ['样·舟·骏', '样舟骏', '小禾'],
  ['样-舟-骏', '样舟骏', '小禾'],
  ['样西·次仁', '样西次仁', '小禾'],
  ['样西・次仁', '样西次仁', '小禾'],
  ['样西•次仁和样西‧次仁', '样西次仁', '小禾和小禾'],
  ['样西.次仁，样西．次仁', '样西次仁', '小禾，小禾'],
  ['样西 · 次仁', '样西次仁', '小禾'],
  ['樣西次仁', '样西次仁', '小禾'],
  ['索朗卓玛', '索朗·卓玛', '小禾'],
  ['索朗 卓瑪', '索朗·卓玛', '小禾'],
  ['索朗·**卓玛**', '索朗·卓玛', '小禾'],
  ['tenzin dolma', 'Tenzin Dolma', '小禾'],
  ['TENZIN  DOLMA', 'Tenzin Dolma', '小禾'],
  ['Tenzin-Dolma', 'Tenzin Dolma', '小禾'],
  ['TenzinDolma', 'Tenzin Dolma', '小禾'],
  ['ｔｅｎｚｉｎ　ｄｏｌｍａ', 'Tenzin Dolma', '小禾'],
  ['Tenzín Dölma', 'Tenzin Dolma', '小禾'],
  ['Tenzin\nDolma', 'Tenzin Dolma', '小禾\n'],
  ['Tenzing Lhamo 来', '丹增拉姆', '小禾 来'],
  ['Danzeng Lamu', '丹增拉姆', '小禾'],
  ['Yang Zhoujun', '样舟骏', '小禾'],
  ['yàng zhōu jùn', '样舟骏', '小禾'],
  ['Zhoujun Yang', '样舟骏', '小禾'],
  ['yangzhoujun', '样舟骏', '小禾'],
  ['Yang Lin', '样林', '小禾'],
  ['[看](/people/yang-zhou-jun/)', '样舟骏', '[看](/people/小禾/)'],
  ['[看](/people/%E6%A0%B7%E8%88%9F%E9%AA%8F/)', '样舟骏', '[看](/people/小禾/)'],
  ['[看](/p/%25E6%25A0%25B7%25E8%2588%259F%25E9%25AA%258F)', '样舟骏', '[看](/p/小禾)'],
  ['[看][一]\n\n[一]: /people/样舟骏/', '样舟骏', '[看][一]\n\n[一]: /people/小禾/'],
  ['<Photo alt="样 舟 骏在笑"/>', '样舟骏', '<Photo alt="小禾在笑"/>'],
  ["<Photo people='样&#33311;骏'/>", '样舟骏', "<Photo people='小禾'/>"],
  ['![样舟骏](a.jpg)', '样舟骏', '![小禾](a.jpg)'],
  ['| 样舟骏 | 3 |', '样舟骏', '| 小禾 | 3 |'],
  ['## 样**舟**骏的一天\n\n文', '样舟骏', '## 小禾的一天\n\n文'],
];

describe('a name as people read it', () => {
  it.each(SPELLINGS)('%j is %s, and gives way to another name', (spelling, name, expected) => {
    expect([...new Set(named(spelling))]).toEqual(name === '' ? [] : [name]);
    expect(renamed(spelling)).toBe(expected);
  });

  it.each(SPELLINGS)('leaves a story that can be read, line for line, and not the name: %j', (spelling) => {
    const before = `从前。\n\n${spelling}\n\n后来。`;
    const after = renamed(before);
    const errors = (text: string) => checkBody(text).problems.filter(({ severity }) => severity === 'error').length;
    expect(errors(after)).toBe(errors(before));
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    expect(named(after)).toEqual([]);
  });

  it.each([
    ['two paragraphs', '山里种样\n\n林子很大', '样林'],
    ['two items', '- 样\n- 林', '样林'],
    ['two cells', '| 样 | 林 |', '样林'],
    ['two rows', '| 一 | 样 |\n| 林 | 二 |', '样林'],
    ['a heading and its text', '# 样\n林', '样林'],
    ['two sentences', '看样。林子很大', '样林'],
    ['two sentences in Latin letters', 'by Tenzin. Dolma came', 'Tenzin Dolma'],
    ['a list with 、', '样、林', '样林'],
    ['two facts with a point between', '图样 · 林场', '样林'],
    ['a longer word', 'Mutenzin Dolmabahce', 'Tenzin Dolma'],
    ['words that only sound so', 'yang lin', '样林'],
    ['two attributes', '<Photo alt="图样" caption="林场"/>', '样林'],
    ['a number that is put in', '样<Num fact="a"/>林', '样林'],
  ])('does not reach over %s', (_, text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['tags inside', '<p>样<a href="/x/">舟</a><b>骏</b></p>'],
    ['a break', '<p>样<br>舟骏</p>'],
    ['the number of a note', '<p>样舟<sup><a href="#n1" id="r1">1</a></sup>骏</p>'],
    ['a reading above it', '<ruby>样<rp>(</rp><rt>yang</rt><rp>)</rp>舟</ruby>骏'],
    ['an attribute', '<img alt="样舟&#39567;骏" title="样&#33311;骏">'],
    ['an address', '<a href="/people/%e6%a0%b7%e8%88%9f%e9%aa%8f/">看</a>'],
    ['an anchor', '<h2 id="样舟骏的一天">小禾</h2>'],
    ['a script', '<script type="application/ld+json">{"name":"样舟骏"}</script>'],
    ['a comment', '<!-- 样舟骏 -->'],
    ['pages in a feed', '<description><![CDATA[<p>样<b>舟</b>骏</p>]]></description>'],
    ['parts of a drawing', '<text x="1"><tspan>样舟</tspan><tspan>骏</tspan></text>'],
  ])('is seen in a page through %s', (_, text) => {
    expect(new Set(named(text, 'html'))).toEqual(new Set(['样舟骏']));
  });

  it.each([
    ['two paragraphs', '<p>图样</p><p>林场</p>'],
    ['two cells', '<td>样</td><td>林</td>'],
    ['two items', '<li>样<li>林'],
    ['two texts of a drawing', '<text>样</text><text>林</text>'],
  ])('is not seen in a page over %s', (_, text) => {
    expect(named(text, 'html')).toEqual([]);
  });
});

describe('the table by which names are folded', () => {
  it('is the one of the search', () => {
    const pairs = [...allPairs()];
    const wrong = pairs.filter((from, i) => i % 2 === 0 && simplifiedOf(from) !== pairs[i + 1]);
    expect(wrong).toEqual([]);
    expect(pairs.filter((to, i) => i % 2 === 1 && simplifiedOf(to) !== to)).toEqual([]);
  });
});

describe('the work of finding names', () => {
  /** Characters that are looked at: every code unit that is asked of the text, counted by a text that counts. */
  const steps = (text: string, names: number) => {
    let folded = 0;
    const spelling = { ...nameSpelling, simplified: (character: string) => character };
    const many = nameFinder(
      [...Array(names).keys()].map((i) => `样${String.fromCodePoint(0x4e00 + i)}`),
      spelling,
    );
    const read = many.read(text, 'markdown');
    folded += read.codes.length;
    return folded;
  };

  it.each([
    ['openings of tags', '<a '],
    ['openings of tags with a value', '<a b="'],
    ['openings of links', '['],
    ['addresses without an end', ']('],
    ['comments without an end', '<!--'],
    ['escaped addresses', '](\\'],
    ['percent signs', '%e9'],
    ['entities', '&#x1'],
    ['marks of emphasis', '*样'],
    ['quotations', '> '],
    ['a name without its end', '样舟'],
  ])('reads every character of %s once or twice', (_, part) => {
    const text = part.repeat(20_000);
    expect(steps(text, 500)).toBeLessThan(3 * text.length);
    expect(renamed(text).length).toBeGreaterThan(0);
  });
});
