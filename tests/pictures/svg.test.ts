import { describe, expect, it } from 'vitest';
import { readPictureHeader } from '#pictures/header.ts';
import { jpegOf, pngOf, svgOf } from './samples.ts';

const answer = (bytes: Uint8Array) => {
  const header = readPictureHeader('a.svg', bytes);
  return 'refusal' in header
    ? `${header.refusal.code}：${header.refusal.found}`
    : `${header.file.width}×${header.file.height}`;
};
const inside = (content: string) => answer(svgOf(content));
const whole = (text: string) => answer(Buffer.from(text));
const NS = 'xmlns="http://www.w3.org/2000/svg"';
const png = `data:image/png;base64,${pngOf(8, 8).toString('base64')}`;
const jpeg = `data:image/jpeg;base64,${jpegOf(8, 8).toString('base64')}`;

describe('a drawing that could run something', () => {
  it.each([
    ['脚本', '<script>alert(1)</script>'],
    ['脚本', '<script/>'],
    ['脚本', '<SCRIPT>alert(1)</SCRIPT>'],
    ['脚本', '<g><g>\n</g><script href="#a"/></g>'],
    ['脚本', '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'],
    ['脚本', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['脚本', '<x:script xmlns:x="urn:anything">alert(1)</x:script>'],
    ['脚本', '<script>&#97;lert(1)</script>'],
    ['脚本', '<script><![CDATA[alert(1)]]></script>'],
    ['脚本', '<handler type="text/ecmascript">alert(1)</handler>'],
    ['会执行的属性 onload', '<g onload="alert(1)"/>'],
    ['会执行的属性 ONCLICK', '<path ONCLICK="alert(1)"/>'],
    ['会执行的属性 onbegin', "<rect onbegin='alert(1)'/>"],
    ['会执行的属性 x:onload', '<rect xmlns:x="urn:x" x:onload="alert(1)"/>'],
    ['嵌入的网页（foreignObject）', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'],
    ['嵌入的网页（foreignObject）', '<foreignobject/>'],
    ['不能用的标签 <iframe>', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="a"/>'],
    ['不能用的标签 <h:p>', '<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>'],
    ['不能用的标签 <h:embed>', '<h:embed xmlns:h="urn:h" src="#a"/>'],
    ['会执行的链接（javascript:）', '<a href="javascript:alert(1)"><path/></a>'],
    ['会执行的链接（javascript:）', '<a xlink:href="&#106;avascript:alert(1)"/>'],
    ['会执行的链接（javascript:）', '<a xlink:href="&#x6A;ava&#x9;script:alert(1)"/>'],
    ['会执行的链接（javascript:）', '<a xlink:href=" \tJaVa\nScRiPt:alert(1)"/>'],
    ['会执行的链接（javascript:）', '<a xlink:href="java&#xAD;script:alert(1)"/>'],
    ['会执行的链接（javascript:）', '<g style="fill:url(javascript:alert(1))"/>'],
    ['动画', '<a><set attributeName="href" to="#a"/></a>'],
    ['动画', '<animate attributeName="xlink:href" values="#a"/>'],
    ['动画', '<animateTransform/>'],
    ['会执行的样式', '<style>g{behavior:x}</style>'],
    ['会执行的样式', '<style>g{-moz-binding:x}</style>'],
    ['会执行的样式', '<g style="width:e\\78 pression(1)"/>'],
  ])('is refused for %s: %s', (what, content) => {
    expect(inside(content)).toMatch(/^svg-unsafe：第[12]行带有/);
    expect(inside(content)).toContain(`带有${what}的 SVG`);
  });

  it('is refused for what stands at its root, too', () => {
    expect(answer(svgOf('', 'viewBox="0 0 9 9" onload="alert(1)"'))).toContain('会执行的属性 onload');
    expect(whole(`<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>`)).toContain('svg-broken');
  });
});

describe('a drawing that leads elsewhere', () => {
  it.each([
    ['别处的地址', '<a href="https://example.org/"/>'],
    ['别处的地址', '<a xlink:href="//example.org/"/>'],
    ['别处的地址', '<use xlink:href="other.svg#a"/>'],
    ['别处的地址', '<use XLINK:HREF="other.svg#a" xmlns:XLINK="http://www.w3.org/1999/xlink"/>'],
    ['别处的地址', '<use z:href="other.svg#a" xmlns:z="http://www.w3.org/1999/xlink"/>'],
    ['别处的地址', '<image href="http://example.org/a.png"/>'],
    ['别处的地址', '<image href="file:///etc/passwd"/>'],
    ['别处的地址', '<image href="../records/a.png"/>'],
    ['别处的地址', '<image src="a.png"/>'],
    ['别处的地址', '<image href=""/>'],
    ['不能用的标签 <feImage>', '<filter id="f"><feImage href="#a"/></filter>'],
    ['嵌入的数据（data:）', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['嵌入的数据（data:）', '<image href="data:text/html,%3Cscript%3E"/>'],
    ['嵌入的数据（data:）', '<image href="data:image/png;base64,PHNjcmlwdD4="/>'],
    ['嵌入的数据（data:）', `<use href="${png}"/>`],
    ['别处的地址（url）', '<rect fill="url(https://example.org/a#b)"/>'],
    ['别处的地址（url）', '<rect fill="URL( \'a.svg#b\' )"/>'],
    ['别处的地址（url）', '<rect style="fill:u&#114;l(a.svg#b)"/>'],
    ['别处的地址（url）', '<rect style="fill:\\75 rl(a.svg#b)"/>'],
    ['别处的地址（url）', '<rect style="fill:\\000075rl(//example.org)"/>'],
    ['别处的地址（url）', '<rect style="fill:ur/**/l(a.svg#b)"/>'],
    ['别处的地址（url）', '<rect style="fill:url(/**/#b)"/>'],
    ['别处的地址（url）', '<rect style="fill:url(#a);stroke:url(b.svg)"/>'],
    ['别处的地址（url）', '<style>rect{fill:url("https://example.org/")}</style>'],
    ['别处的地址（url）', '<style><![CDATA[rect{fill:url(a)}]]></style>'],
    ['别处的地址（url）', '<style>rect{cursor:url(data:image/png;base64,AA)}</style>'],
    ['别处的地址', '<style>rect{background:image-set("a.png" 1x)}</style>'],
    ['引入别的样式（@import）', '<style>@import "https://example.org/a.css";</style>'],
    ['引入别的样式（@import）', '<style>@IMPORT url(#a);</style>'],
    ['引入别的样式（@import）', '<style>@\\69mport "a.css";</style>'],
    ['引入别的样式（@import）', '<style>@im/**/port "a.css";</style>'],
    ['引入别的样式（@import）', '<style>&#64;import "a.css";</style>'],
    ['嵌入的字体（@font-face）', '<style>@font-face{font-family:a;src:url(#a)}</style>'],
    ['别处的地址（xml:base）', '<g xml:base="https://example.org/"><use href="#a"/></g>'],
  ])('is refused for %s: %s', (what, content) => {
    expect(inside(content)).toBe(`svg-unsafe：第1行带有${what}的 SVG`);
  });
});

describe('a drawing that instructs the program that reads it', () => {
  it.each([
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${NS} viewBox="0 0 9 9"/>`,
    `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg ${NS} viewBox="0 0 9 9"><text>&b;</text></svg>`,
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${NS} viewBox="0 0 9 9"><text>&a;</text></svg>`,
    `<!doctype svg><svg ${NS} viewBox="0 0 9 9"/>`,
    `<svg ${NS} viewBox="0 0 9 9"><!ENTITY a "b"></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><text>&a;</text></svg>`,
    `<svg ${NS} viewBox="0 0 9 9" id="&nbsp;"/>`,
    `<?xml-stylesheet href="a.css"?><svg ${NS} viewBox="0 0 9 9"/>`,
    `<?xml version="1.0" encoding="UTF-7"?><svg ${NS} viewBox="0 0 9 9"/>`,
    `<svg ${NS} viewBox="0 0 9 9"><?php echo 1 ?></svg>`,
  ])('is refused: %s', (text) => expect(whole(text)).toMatch(/^svg-unsafe：第1行带有/));

  it('says how to take the declaration out, on which line', () => {
    const header = readPictureHeader('a.svg', Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg ${NS}/>`));
    expect(header).toHaveProperty('refusal.found', '第2行带有文件类型声明 <!DOCTYPE的 SVG');
    expect(header).toHaveProperty('refusal.mend', expect.stringContaining('删掉以 <!DOCTYPE 开头的那一段'));
  });
});

describe('a drawing that is not well written', () => {
  it.each([
    `<svg ${NS} viewBox="0 0 9 9">`,
    `<svg ${NS} viewBox="0 0 9 9"><g></svg></g>`,
    `<svg ${NS} viewBox="0 0 9 9"/><svg ${NS}/>`,
    `<svg ${NS} viewBox="0 0 9 9"/>后面的字`,
    `<svg ${NS} viewBox=0/>`,
    `<svg ${NS} viewBox="0 0 9 9" viewBox="0 0 9 9"/>`,
    `<svg ${NS} viewBox="0 0 9 9"x="1"/>`,
    `<svg ${NS} viewBox="0 0 9 9"><path d="<g>"/></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><path/x/></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><text>A & B</text></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><text>&#0;</text></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><x:g/></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><!-- a -- b --></svg>`,
    `<svg ${NS} viewBox="0 0 9 9"><![CDATA[</svg>`,
    `<svg ${NS} viewBox="0 0 9 9">\u0000</svg>`,
    '<svg viewBox="0 0 9 9"/>',
    '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"/>',
  ])('is refused, so that no two programs read it in two ways: %s', (text) =>
    expect(whole(text)).toMatch(/^svg-broken：/),
  );

  it('is refused in another encoding: the same bytes could hold other letters', () => {
    const text = `<svg ${NS} viewBox="0 0 9 9"><text>字</text></svg>`;
    expect(answer(Buffer.from(`\ufeff${text}`, 'utf16le'))).toContain('编码不是 UTF-8');
    expect(answer(Buffer.from(text, 'latin1').fill(0xd7, 70, 72))).toContain('编码不是 UTF-8');
    expect(answer(Buffer.from(`\ufeff${text}`))).toBe('1200×1200');
  });
});

describe('a drawing that unfolds without end', () => {
  it('is refused for its size, its depth and its number of shapes', () => {
    expect(inside(`<!--${'a'.repeat(2_000_000)}-->`)).toMatch(/^svg-too-large：2.0 MB 大的 SVG/);
    expect(inside('<g>'.repeat(101) + '</g>'.repeat(101))).toMatch(/^svg-too-large：套了超过100层/);
    expect(inside('<g/>'.repeat(50_001))).toMatch(/^svg-too-large：图形超过50000个/);
    expect(inside('<g/>'.repeat(49_000))).toBe('1200×600');
  });

  it('is refused when a few lines that use each other come to millions', () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `<g id="a${i + 1}">${`<use xlink:href="#a${i}"/>`.repeat(10)}</g>`,
    );
    expect(inside(`<path id="a0"/>${lines.join('')}`)).toMatch(/^svg-too-large：反复引用/);
    const patterns = Array.from(
      { length: 9 },
      (_, i) => `<pattern id="a${i + 1}">${`<path fill="url(#a${i})"/>`.repeat(10)}</pattern>`,
    );
    expect(inside(`<path id="a0"/>${patterns.join('')}`)).toMatch(/^svg-too-large：反复引用/);
    const chain = Array.from({ length: 3000 }, (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/></g>`);
    expect(inside(chain.reverse().join(''))).toMatch(/^svg-too-large：引用套了/);
  });

  it('is refused when it is a part of itself', () => {
    expect(inside('<g id="a"><use href="#a"/></g>')).toContain('自己套自己');
    expect(inside('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).toContain('自己套自己');
  });

  it('does not make the check slow, however it is written', () => {
    // A slip to squares would run into the limit of the test: 2 MB of squares take an hour.
    for (const text of ['<', '<g ', '&', '<!--', '<a b="', '<?', ' ', 'a=', '&#1', '\n<g>', '<g a="url("/>'])
      expect(inside(text.repeat(Math.floor(1_900_000 / text.length)))).toMatch(/^svg-|^1200/);
    for (const attribute of [`viewBox="${'1'.repeat(1_000_000)}"`, `width="${'9'.repeat(1_000_000)}" height="1"`])
      expect(answer(svgOf('', attribute))).toMatch(/^svg-size/);
    expect(inside(`<style>${'/*\\'.repeat(300_000)}</style>`)).toBe('1200×600');
    for (const css of ['url(#'.repeat(300_000), `url(${' '.repeat(1_500_000)}`, `url('#${'a'.repeat(1_500_000)}`])
      expect(inside(`<style>${css}</style>`)).toMatch(/^svg-unsafe/);
    expect(inside(`<g style="${'\\75 '.repeat(300_000)}"/>`)).toBe('1200×600');
    expect(inside(`<g xmlns:q="urn:q" q:a="url(${' '.repeat(1_900_000)}"/>`)).toBe('1200×600');
    const prefixes = Array.from({ length: 101 }, (_, i) => `xmlns:p${i}="urn:p"`).join(' ');
    expect(inside(`<g ${prefixes}/>`)).toBe('svg-too-large：前缀超过100个的 SVG');
  });
});

describe('a drawing that asks for more than a minute of work', () => {
  const nested = (times: number, attributes: string) => `<g ${attributes}>`.repeat(times) + '</g>'.repeat(times);
  const blur = '<feGaussianBlur stdDeviation="9"/>';
  const used = (attributes: string) => {
    const group = (i: number) => `<g id="a${i}" ${attributes}>${`<use href="#a${i - 1}"/>`.repeat(5)}</g>`;
    return `<defs><path id="a0" ${attributes}/>${[1, 2, 3, 4].map(group).join('')}</defs><use href="#a4"/>`;
  };
  it.each([
    ['filters in filters', `<filter id="f"><feTurbulence/></filter>\n${nested(30, 'filter="url(#f)"')}`],
    [
      'the same in a style',
      `<filter id="f"><feTurbulence/></filter>\n${nested(30, 'style="fill:red; filter : url(#f)"')}`,
    ],
    ['filters without a name', `\n${nested(30, 'filter="blur(3px) blur(3px)"')}`],
    ['one filter of very many steps', `<filter id="f">${blur.repeat(500)}</filter>\n<path filter="url(#f)"/>`],
    ['costly steps', `<filter id="f">${'<feMorphology/>'.repeat(40)}</filter>\n<path filter="url(#f)"/>`],
    ['a filter used over and over', `<filter id="f">${blur}</filter>\n${used('filter="url(#f)"')}`],
    ['a mask used over and over', `<mask id="m"><path/></mask>\n${used('mask="url(#m)"').repeat(3)}`],
    ['layers without end', `<defs/>\n${'<g opacity=".5"/>'.repeat(30_000)}`],
  ])('is refused with its line: %s', (_, content) => {
    expect(inside(content)).toMatch(/^svg-too-large：滤镜、蒙版、图案套得太多（第[12]行），画出来要一分钟以上的 SVG$/);
  });

  it('is measured by its shape: a tall one has more to draw', () => {
    const steps = `<filter id="f">${blur.repeat(100)}</filter><path filter="url(#f)"/>`;
    expect(answer(svgOf(steps, 'viewBox="0 0 100 100"'))).toBe('1200×1200');
    expect(answer(svgOf(steps, 'viewBox="0 0 100 400"'))).toMatch(/^svg-too-large/);
  });

  it('is none for the shadows, masks and see-through layers of an ordinary one', () => {
    const shadow = `<filter id="f">${blur}<feOffset/><feBlend/></filter><mask id="m"><path/></mask>`;
    expect(inside(`${shadow}${'<path filter="url(#f)" mask="url(#m)"/>'.repeat(100)}`)).toBe('1200×600');
    expect(inside('<path opacity=".5"/>'.repeat(3000) + '<path opacity="1"/>'.repeat(30_000))).toBe('1200×600');
  });
});

describe('a drawing as programs write it', () => {
  it.each([
    '<path d="M0 0h9v9z" fill="#b3202a"/><text x="1" y="2">湘江 A&amp;B &#x6E58;</text><title>河</title>',
    '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)" stroke="url( \'#g\' )"/>',
    '<symbol id="a"><circle r="2"/></symbol><use href="#a"/><use xlink:href="#a" x="4"/>',
    '<style>.a{fill:red;font-family:"Noto Sans SC"}/* url */ @media print{.a{fill:url(#g)}}</style>',
    '<style type="text/css"><![CDATA[.st0{clip-path:url(#SVGID_2_);}]]></style>',
    `<image width="8" height="8" xlink:href="${png}"/><image href="${jpeg.replace('jpeg;', 'jpg;')}"/>`,
    '<g id="top"><a href="#top"><path/></a></g>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/><feOffset/></filter><g filter="url(#f)"/>',
    '<metadata><?xpacket begin="" id="a"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li rdf:resource="http://example.org/"/></rdf:RDF></metadata>',
    '<i:namedview xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="image (1)" i:export-filename="C:\\图\\src (2).png"/>',
    '<g transform="translate(1,2) rotate(3)" font-family="\'\\5FAE\\8F6F\'"><tspan/></g>',
  ])('passes: %s', (content) => expect(inside(content)).toBe('1200×600'));

  it('may have a declaration, comments and spaces around it', () => {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<!-- 画 -->\r\n<svg ${NS} viewBox="0 0 9 9">\r\n</svg>\r\n<!-- 完 -->\r\n`;
    expect(whole(text)).toBe('1200×1200');
    expect(whole(`<!--${'说明'.repeat(5000)}--><svg ${NS} viewBox="0 0 9 9"/>`)).toBe('1200×1200');
  });

  it('has the size it states, or the shape of its view as wide as pictures are offered', () => {
    const sized = (attributes: string) => answer(svgOf('', attributes));
    expect(sized('width="300" height="200px"')).toBe('300×200');
    expect(sized('width="210mm" height="297mm" viewBox="0 0 9 9"')).toBe('794×1123');
    expect(sized('width="72pt" height="1in"')).toBe('96×96');
    expect(sized('width="300" viewBox="0 0 3 2"')).toBe('300×200');
    expect(sized('height="200" viewBox="-1.5 -1 3 2"')).toBe('300×200');
    expect(sized('width="100%" height="100%" viewBox="0,0 3,2"')).toBe('1200×800');
    expect(sized('width="10em" height="5em" viewBox="0 0 3 2"')).toBe('1200×800');
  });

  it('is refused where it has no shape', () => {
    for (const attributes of ['', 'width="100%" height="50%"', 'viewBox="0 0 x 9"', 'width="300"'])
      expect(answer(svgOf('', attributes))).toBe('svg-size：没有写大小的 SVG');
    for (const attributes of [
      'viewBox="0 0 0 9"',
      'width="0" height="9"',
      'viewBox="0 0 0.001 0.001"',
      'viewBox="0 0 9e9 9"',
    ])
      expect(answer(svgOf('', attributes))).toMatch(/^svg-size：一边是/);
  });
});
