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

describe('a drawing in which something could run', () => {
  it('is taken: the site shows its pixels and never itself', () => {
    for (const content of [
      '<script>alert(1)</script>',
      '<g onload="alert(1)"/>',
      '<a href="javascript:alert(1)"/>',
      '<set/>',
    ])
      expect(inside(content)).toBe('1200×600');
  });
});

describe('a drawing that leads elsewhere', () => {
  it.each([
    ['别处的地址', '<use xlink:href="other.svg#a"/>'],
    ['别处的地址', '<use XLINK:HREF="other.svg#a" xmlns:XLINK="http://www.w3.org/1999/xlink"/>'],
    ['别处的地址', "<use z:href = 'other.svg#a' xmlns:z='http://www.w3.org/1999/xlink'/>"],
    ['别处的地址', '<image href="http://example.org/a.png"/>'],
    ['别处的地址', '<image href="file:///etc/passwd"/>'],
    ['别处的地址', '<image href="../records/a.png"/>'],
    ['别处的地址', '<image width="8" xlink:href="a.png"/>'],
    ['别处的地址', '<image href=""/>'],
    ['别处的地址', '<filter id="f"><feImage href="a.png"/></filter>'],
    ['别处的地址', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['别处的地址', '<image href="data:image/png;base64,PHNjcmlwdD4="/>'],
    ['别处的地址（url）', '<rect fill="url(https://example.org/a#b)"/>'],
    ['别处的地址（url）', '<rect fill="URL( \'a.svg#b\' )"/>'],
    ['别处的地址（url）', '<rect style="fill:url(#a);stroke:url(b.svg)"/>'],
    ['别处的地址（url）', '<style>rect{fill:url("https://example.org/")}</style>'],
    ['别处的地址（url）', '<style><![CDATA[rect{fill:url(a)}]]></style>'],
    ['引入别的样式（@import）', '<style>@import "https://example.org/a.css";</style>'],
    ['嵌入的字体（@font-face）', '<style>@font-face{font-family:a;src:url(#a)}</style>'],
  ])('is refused for %s, which would be missing: %s', (what, content) => {
    expect(inside(content)).toBe(`svg-unsafe：第1行带有${what}的 SVG`);
    expect(inside(`<!-- a\nb -->\n${content}`)).toBe(`svg-unsafe：第3行带有${what}的 SVG`);
    expect(inside(`<!--${content}-->`)).toBe('1200×600');
  });
});

describe('a drawing that instructs the program that reads it', () => {
  it.each([
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${NS} viewBox="0 0 9 9"/>`,
    `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg ${NS} viewBox="0 0 9 9"><text>&b;</text></svg>`,
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${NS} viewBox="0 0 9 9"><text>&a;</text></svg>`,
    `<!doctype svg><svg ${NS} viewBox="0 0 9 9"/>`,
    `<svg ${NS} viewBox="0 0 9 9"><!ENTITY a "b"></svg>`,
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
    `<svg ${NS} viewBox="0 0 9 9"><path d="M0 0`,
    `<svg ${NS} viewBox="0 0 9 9"/>后面的字`,
    `<svg ${NS} viewBox="0 0 9 9">\u0000</svg>`,
    '<svg viewBox="0 0 9 9"/>',
    '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"/>',
  ])('is refused where its beginning or its end is not there: %s', (text) =>
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
  it('is refused for its size', () => {
    expect(inside(`<!--${'a'.repeat(2_000_000)}-->`)).toMatch(/^svg-too-large：2.0 MB 大的 SVG/);
  });

  it('does not make the check slow, however it is written', () => {
    // A slip to squares would run into the limit of the test: 2 MB of squares take an hour.
    for (const text of [
      '<',
      '<g ',
      '&',
      '<!--',
      '<a b="',
      '<?',
      ' ',
      'a=',
      '&#1',
      '\n<g>',
      '<g a="url("/>',
      ' href',
      ' href=""',
    ])
      expect(inside(text.repeat(Math.floor(1_900_000 / text.length)))).toMatch(/^svg-|^1200/);
    for (const attribute of [`viewBox="${'1'.repeat(1_000_000)}"`, `width="${'9'.repeat(1_000_000)}" height="1"`])
      expect(answer(svgOf('', attribute))).toMatch(/^svg-size/);
    for (const css of ['url(#'.repeat(300_000), `url(${' '.repeat(1_500_000)}`, `url('#${'a'.repeat(1_500_000)}`])
      expect(inside(`<style>${css}</style>`)).toMatch(/^svg-unsafe|^1200/);
    expect(whole(`${' '.repeat(60_000)}<!--${' '.repeat(1_900_000)}`)).toMatch(/^(svg|picture)-/);
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
    '<script/><a href="https://example.org/"><path/></a>',
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
