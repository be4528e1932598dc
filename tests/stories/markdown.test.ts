import { toHtml } from 'hast-util-to-html';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type State, toHast } from 'mdast-util-to-hast';
import { describe, expect, test } from 'vitest';
import { checkBody } from '#stories/body/check-body.ts';
import { FOOTNOTES, readStory } from '#stories/grammar/markdown.ts';

/** A component as an element of its own name, so that its place shows. */
const component = (state: State, node: MdxJsxFlowElement | MdxJsxTextElement) => ({
  type: 'element' as const,
  tagName: node.name ?? 'none',
  properties: Object.fromEntries(node.attributes.map((a) => ('name' in a ? [a.name, String(a.value)] : ['', '']))),
  children: state.all(node),
});

/** The HTML of a story, its line ends and final spaces left out. */
function html(source: string, base = '/'): string {
  const handlers = { mdxJsxFlowElement: component, mdxJsxTextElement: component };
  return toHtml(toHast(readStory(source, base), { handlers, ...FOOTNOTES }), { closeSelfClosing: true }).replaceAll(
    '\n',
    '',
  );
}

/** Ordinary sentences: they pass the check in silence and come out as their writer meant. */
const sentences: readonly [source: string, meant: string][] = [
  ['**援藏项目：**共12项', '<p><strong>援藏项目：</strong>共12项</p>'],
  ['“**三下乡**”活动', '<p>“<strong>三下乡</strong>”活动</p>'],
  ['**“三下乡”**活动', '<p><strong>“三下乡”</strong>活动</p>'],
  [
    '**《办法》**规定，**（一）**总体，**50%**的人',
    '<p><strong>《办法》</strong>规定，<strong>（一）</strong>总体，<strong>50%</strong>的人</p>',
  ],
  [
    '共**<Num fact="a"/>**人，**<Num fact="a"/>名**',
    '<p>共<strong><Num fact="a"></Num></strong>人，<strong><Num fact="a"></Num>名</strong></p>',
  ],
  ['面积5*3', '<p>面积5*3</p>'],
  ['5*3*2，5 * 3 * 2，(1+2)*3*(4)', '<p>5*3*2，5 * 3 * 2，(1+2)*3*(4)</p>'],
  ['一处5*3米，另一处10*2*6米，2**3', '<p>一处5*3米，另一处10*2*6米，2**3</p>'],
  ['10~20人，30~40人，约～50人', '<p>10~20人，30~40人，约～50人</p>'],
  ['~~删去~~的字', '<p><del>删去</del>的字</p>'],
  ['（括号）＜尖括号＞｛大括号｝［方括号］', '<p>（括号）＜尖括号＞｛大括号｝［方括号］</p>'],
  ['《书名》〈篇名〉“引号”‘引号’「引号」', '<p>《书名》〈篇名〉“引号”‘引号’「引号」</p>'],
  ['50%，A&B，AT&amp;T，$5，￥5，#1，C#', '<p>50%，A&#x26;B，AT&#x26;T，$5，￥5，#1，C#</p>'],
  ['#话题# 今天的事', '<p>#话题# 今天的事</p>'],
  ['#一个话题# #又一个#', '<p>#一个话题# #又一个#</p>'],
  ['＃话题＃ 今天的事', '<p>＃话题＃ 今天的事</p>'],
  ['@某人 你好，发到a@example.cn，谢谢', '<p>@某人 你好，发到<a href="mailto:a@example.cn">a@example.cn</a>，谢谢</p>'],
  ['他说——好……', '<p>他说——好……</p>'],
  ['——他说', '<p>——他说</p>'],
  ['1. 甲\n2. 乙', '<ol><li>甲</li><li>乙</li></ol>'],
  ['1、甲\n\n1）乙\n\n（1）丙\n\n①丁\n\n1.戊', '<p>1、甲</p><p>1）乙</p><p>（1）丙</p><p>①丁</p><p>1.戊</p>'],
  ['2019.5.8印发，2019-05-08，3.5千米', '<p>2019.5.8印发，2019-05-08，3.5千米</p>'],
  ['[注]以上是去年的数。', '<p>[注]以上是去年的数。</p>'],
  ['[注]：以上是去年的数。', '<p>[注]：以上是去年的数。</p>'],
  [
    '见http://www.example.cn/a，后面还有。',
    '<p>见<a href="http://www.example.cn/a">http://www.example.cn/a</a>，后面还有。</p>',
  ],
  [
    '**https://example.cn/a**是网址，~~www.example.cn~~换了，**（一）**在后面。',
    '<p><strong><a href="https://example.cn/a">https://example.cn/a</a></strong>是网址，<del><a href="http://www.example.cn">www.example.cn</a></del>换了，<strong>（一）</strong>在后面。</p>',
  ],
  [
    '见https://example.cn/a~b*c/(1)。在[https://example.cn](/plan/)和(https://example.cn/b).',
    '<p>见<a href="https://example.cn/a~b*c/(1)">https://example.cn/a~b*c/(1)</a>。在<a href="/plan/">https://example.cn</a>和(<a href="https://example.cn/b">https://example.cn/b</a>).</p>',
  ],
  [
    '见 www.example.cn，（https://example.cn）。',
    '<p>见 <a href="http://www.example.cn">www.example.cn</a>，（<a href="https://example.cn">https://example.cn</a>）。</p>',
  ],
  ['&nbsp;文字&lt;20&gt;', '<p>文字&#x3C;20></p>'],
  ['\u3000\u3000第一段。\n\n\u3000\u3000第二段。', '<p>第一段。</p><p>第二段。</p>'],
  [
    '\u3000\u3000第一段。\n\u3000\u3000第二段，**粗**。\n\u3000\u3000第三段。',
    '<p>第一段。</p><p>第二段，<strong>粗</strong>。</p><p>第三段。</p>',
  ],
  [
    // An editor that breaks by width breaks inside a sentence: the check has nothing to ask.
    '编辑器按宽度断开的一行，断在句子中间，上一行总是写得满满的，一直写到边上为止，\n**第二行**也是写得满满的，所以断开的地方不是新的一段，读者看到的还是同一段话，就这样\nin English\nover lines',
    '<p>编辑器按宽度断开的一行，断在句子中间，上一行总是写得满满的，一直写到边上为止，<strong>第二行</strong>也是写得满满的，所以断开的地方不是新的一段，读者看到的还是同一段话，就这样in Englishover lines</p>',
  ],
  [
    '| 项目 | 人数 |\n|---|---:|\n| 甲：乙（丙） | 5*3 |',
    '<table><thead><tr><th>项目</th><th align="right">人数</th></tr></thead><tbody><tr><td>甲：乙（丙）</td><td align="right">5*3</td></tr></tbody></table>',
  ],
  ['x > y，a -> b，a → b，5 >= 3', '<p>x > y，a -> b，a → b，5 >= 3</p>'],
  ['>=20人的有3个', '<p>>=20人的有3个</p>'],
  ['> 引文一句\n> 第二行', '<blockquote><p>引文一句第二行</p></blockquote>'],
  ['好👍🏽，一家人👨‍👩‍👧，1️⃣', '<p>好👍🏽，一家人👨‍👩‍👧，1️⃣</p>'],
  ['ལྷོ་ཁ་，བོད་ཡིག', '<p>ལྷོ་ཁ་，བོད་ཡིག</p>'],
  ['姓名____，年龄____', '<p>姓名____，年龄____</p>'],
  ['*强调*的字，a*b', '<p><em>强调</em>的字，a*b</p>'],
  ['文\\*\\*字\\*\\*，文\\<字', '<p>文**字**，文&#x3C;字</p>'],
  ['We go\nimport and export goods', '<p>We goimport and export goods</p>'],
  ['文字\n\n---\n\n文字\n\n***', '<p>文字</p><hr /><p>文字</p><hr />'],
  ['<Num fact="a"/>', '<p><Num fact="a"></Num></p>'],
  ['- <Num fact="a"/>\n- 乙', '<ul><li><Num fact="a"></Num></li><li>乙</li></ul>'],
  ['<Num fact="a"/>册，<Num fact=\'a\' />册', '<p><Num fact="a"></Num>册，<Num fact="a"></Num>册</p>'],
  ['<Note kind="提示">\n文字\n</Note>', '<Note kind="提示"><p>文字</p></Note>'],
  ['前文\n<Figure name="b"/>\n后文', '<p>前文</p><Figure name="b"></Figure><p>后文</p>'],
  [
    '[字](https://example.cn/%E4%B8%80?a=b&c=d#e)、[字](/plan/#c-1)',
    '<p><a href="https://example.cn/%E4%B8%80?a=b&#x26;c=d#e">字</a>、<a href="/plan/#c-1">字</a></p>',
  ],
  ['[字][一]\n\n[一]: https://example.cn', '<p><a href="https://example.cn">字</a></p>'],
];

describe('An ordinary Chinese sentence', () => {
  test.each(sentences)('%j passes the check in silence', (source) => {
    expect(checkBody(source).problems).toEqual([]);
  });

  test.each(sentences)('%j comes out as it was meant', (source, meant) => {
    expect(html(source)).toBe(meant);
  });
});

describe('Addresses', () => {
  test('inside the site get the base path the site lies under', () => {
    expect(html('[字](/plan/#c-1)，[字][一]，[字](https://example.cn)\n\n[一]: /projects/', '/base/')).toBe(
      '<p><a href="/base/plan/#c-1">字</a>，<a href="/base/projects/">字</a>，<a href="https://example.cn">字</a></p>',
    );
  });

  test('of plain pictures are names of files, by reference too, and never stop the reading', () => {
    expect(html('![操场](%E5%9B%BE.jpg)\n\n![操场][一]和![操场](%zz.jpg)\n\n[一]: a.jpg')).toBe(
      '<PlainPhoto src="图.jpg" alt="操场"></PlainPhoto><p><PlainPhoto src="a.jpg" alt="操场"></PlainPhoto>和<PlainPhoto src="%zz.jpg" alt="操场"></PlainPhoto></p>',
    );
  });
});

test('footnotes are numbered and stand at the end', () => {
  const result = html('文[^注]字\n\n[^注]: 注释');
  expect(result).toContain('<sup><a href="#note-fn-%E6%B3%A8" id="note-fnref-%E6%B3%A8"');
  expect(result).toMatch(/注释 <a href="#note-fnref-/);
});
