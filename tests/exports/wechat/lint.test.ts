import { describe, expect, it } from 'vitest';
import { lintWechat, type WechatBreach } from '#exports/wechat/lint.ts';
import { LIMITS, RULES_AS_OF } from '#exports/wechat/rules.ts';

const rules = (html: string) => [...new Set(lintWechat(html).map(({ rule }) => rule))];

/** What the platform takes away, or what is not read there, each in a few words. */
const BREACHES: readonly (readonly [what: string, html: string, rule: WechatBreach['rule']])[] = [
  ['an id', '<p id="a">好</p>', 'attribute'],
  ['a class', '<p class="a">好</p>', 'attribute'],
  ['a data attribute', '<p data-a="1">好</p>', 'attribute'],
  ['a handler', '<p onclick="alert(1)">好</p>', 'attribute'],
  ['an accessible name', '<section aria-label="a">好</section>', 'attribute'],
  ['a div', '<div>好</div>', 'tag'],
  ['a script', '<script>1</script>', 'tag'],
  ['a style sheet', '<style>p{}</style>', 'tag'],
  ['a linked style sheet', '<link rel="stylesheet" href="a.css">', 'tag'],
  ['a form', '<form><p>好</p></form>', 'tag'],
  ['a field', '<input value="a">', 'tag'],
  ['a button', '<button>好</button>', 'tag'],
  ['a frame', '<iframe src="https://example.com"></iframe>', 'tag'],
  ['an object', '<object data="a.pdf"></object>', 'tag'],
  ['a film', '<video src="a.mp4"></video>', 'tag'],
  ['a sound', '<audio src="a.mp3"></audio>', 'tag'],
  ['HTML in a drawing', '<svg width="9" height="9"><foreignObject><p>好</p></foreignObject></svg>', 'tag'],
  ['definitions', '<svg width="9" height="9"><defs><path d="M0 0"/></defs></svg>', 'tag'],
  ['a gradient', '<svg width="9" height="9"><linearGradient><stop/></linearGradient></svg>', 'tag'],
  ['a clip path', '<svg width="9" height="9"><clipPath><rect/></clipPath></svg>', 'tag'],
  ['a marker', '<svg width="9" height="9"><marker/></svg>', 'tag'],
  ['a use', '<svg width="9" height="9"><use href="#a"/></svg>', 'tag'],
  ['what refers to an id', '<svg width="9" height="9"><rect fill="url(#a)"/></svg>', 'svg-reference'],
  ['a drawing without size', '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>', 'svg-size'],
  ['a drawing as wide as it may be', '<svg width="100%" height="9"><path d="M0 0"/></svg>', 'svg-size'],
  ['a picture from elsewhere', '<img src="https://example.com/a.jpg" alt="a">', 'picture'],
  ['a picture in the text itself', '<img src="data:image/png;base64,AAAA" alt="a">', 'picture'],
  ['a picture of a kind that is not taken', '<img src="pictures/01-a.webp" alt="a">', 'picture'],
  ['a picture in several widths', '<img src="pictures/01-a.jpg" srcset="b.jpg 2x" alt="a">', 'attribute'],
  ['a link with a script', '<p><a href="javascript:alert(1)">好</a></p>', 'link'],
  ['a link to elsewhere', '<p><a href="https://example.com/">好</a></p>', 'link'],
  ['a link inside the text', '<p><a href="#a">好</a></p>', 'link'],
  ['a fixed place', '<p style="position:fixed;top:0">好</p>', 'style'],
  ['a background picture', '<p style="background-image:url(a.png)">好</p>', 'style'],
  ['a background of all kinds', '<p style="background:#f5f5f5">好</p>', 'style'],
  ['what floats', '<p style="float:left">好</p>', 'style'],
  ['what moves', '<p style="animation:a 1s">好</p>', 'style'],
  ['what is turned', '<p style="transform:rotate(3deg)">好</p>', 'style'],
  ['something fetched by a style', '<p style="border:url(a.png)">好</p>', 'style-value'],
  ['a variable', '<p style="color:var(--ink)">好</p>', 'style-value'],
  ['a sum', '<p style="width:calc(1px + 1px)">好</p>', 'style-value'],
  ['what is hidden', '<p style="display:none">好</p>', 'style-value'],
  ['a grid', '<section style="display:grid"><p>好</p></section>', 'style-value'],
  ['what outdoes others', '<p style="margin:0 !important">好</p>', 'style-value'],
  ['a size by the window', '<p style="width:50vw">好</p>', 'style-value'],
  ['small type', '<p style="font-size:11px">好</p>', 'small-type'],
  ['type in a unit of its own', '<p style="font-size:1.2em">好</p>', 'small-type'],
  ['a list in a list', '<ul><li>甲<ul><li>乙</li></ul></li></ul>', 'nested-list'],
  ['a list in a list of numbers', '<ol><li><section><ul><li>乙</li></ul></section></li></ol>', 'nested-list'],
  ['a background with a hue', '<p style="background-color:#f5f2ea">好</p>', 'background'],
  ['a dark background', '<p style="background-color:#222222;color:#ffffff">好</p>', 'background'],
  ['pale type', '<p style="color:#999999">好</p>', 'contrast'],
  ['a grey that a dark screen leaves as it is', '<p style="color:#5b626a">好</p>', 'contrast'],
  ['a red that a dark screen leaves as it is', '<p style="color:#b3202a">好</p>', 'contrast'],
  ['a colour by name', '<p style="color:red">好</p>', 'contrast'],
  ['white type on the page', '<p style="color:#ffffff">好</p>', 'contrast'],
  ['words outside', '好<p>好</p>', 'bare'],
  ['a comment', '<p>好</p><!-- a -->', 'tag'],
  ['a text that is too long', `<p>${'好'.repeat(LIMITS.characters)}</p>`, 'characters'],
  ['a text that is too heavy', `<p>${'好'.repeat(LIMITS.bytes / 3)}</p>`, 'bytes'],
];

describe('the rules for an article of an official account', () => {
  it.each(BREACHES)('stop %s', (_, html, rule) => {
    const found = lintWechat(html);
    expect(found.map((one) => one.rule)).toContain(rule);
    // Said to a clerk: in Chinese, with what stands there.
    for (const { words, found: written } of found)
      expect([/[一-鿿]/.test(words), written !== '']).toEqual([true, true]);
  });

  it.each([
    [
      '<section style="font-size:17px;line-height:1.8;color:#16181b"><p style="margin:0 0 1em">好<strong>的</strong></p></section>',
    ],
    ['<h2 style="font-size:21px;font-weight:bold;border-left:4px solid #5b626a">标题</h2>'],
    ['<section style="background-color:#f5f5f5;color:#3b4046"><p>底是很浅的灰</p></section>'],
    ['<p style="color:#3b4046">这个灰在深色里变浅，看得清</p>'],
    ['<ul style="padding-left:1em"><li>甲</li><li>乙</li></ul><ol start="3"><li>丙</li></ol>'],
    [
      '<table style="border-collapse:collapse"><tbody><tr><th colspan="2">甲</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['<p><img src="pictures/01-a.jpg" alt="图" style="display:block;width:100%"></p>'],
    ['<p><img src="https://mmbiz.qpic.cn/a/640" alt="图"></p>'],
    ['<p><a href="https://mp.weixin.qq.com/s/a">另一篇</a></p>'],
    [
      '<section><svg width="20" height="20" viewBox="0 0 20 20"><rect width="9" height="9" fill="#123456"/></svg></section>',
    ],
    [`<p>${'好'.repeat(LIMITS.characters - 100)}</p>`],
  ])('let pass %s', (html) => {
    expect(rules(html)).toEqual([]);
  });

  it('are of a day', () => {
    expect(RULES_AS_OF).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
