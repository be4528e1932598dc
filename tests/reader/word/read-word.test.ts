import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  box,
  docx,
  docxParts,
  field,
  item,
  level,
  NAMES,
  numbering,
  p,
  part,
  r,
  style,
} from '../../fixtures/word/write-docx.ts';
import { leftOf, linesOf, manuscriptOf } from './shown.ts';

const NORMAL = style('a', 'Normal', '', 'paragraph', ' w:default="1"');

describe('lists', () => {
  const heads = numbering(
    {
      0:
        level(0, 'chineseCountingThousand', '%1、') +
        level(1, 'chineseCountingThousand', '（%2）') +
        level(2, 'decimal', '%3.') +
        level(3, 'decimal', '%1.%2.%4', '<w:isLgl/>'),
    },
    { 1: 0, 2: [0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'] },
  );

  it('are numbered as Word numbers them: level by level, each beginning anew under the next higher', async () => {
    const body = [
      ...[item('甲', 1), item('乙', 1, 1), item('丙', 1, 1), item('丁', 1, 2)],
      ...[item('戊', 1, 3), item('己', 1), item('庚', 1, 1), item('辛', 2), item('壬', 1)],
    ];
    expect(await linesOf({ body: body.join(''), numbering: heads })).toEqual([
      ...['一、｜甲', '（一）｜乙', '（二）｜丙', '1.｜丁', '1.2.1｜戊'],
      ...['二、｜己', '（一）｜庚', '一、｜辛', '二、｜壬'],
    ]);
  });

  it('count a level that was left out as one', async () => {
    const body = item('乙', 1, 1) + item('甲', 1);
    expect(await linesOf({ body, numbering: heads })).toEqual(['（一）｜乙', '二、｜甲']);
  });

  it('write their numbers in each of the formats of Word', async () => {
    const formats = [
      ...[
        'decimal',
        'decimalZero',
        'upperRoman',
        'lowerRoman',
        'upperLetter',
        'lowerLetter',
        'ordinal',
        'numberInDash',
      ],
      ...['chineseCounting', 'chineseCountingThousand', 'ideographDigital', 'chineseLegalSimplified'],
      ...['ideographTraditional', 'ideographZodiac', 'ideographZodiacTraditional', 'decimalFullWidth'],
      ...['decimalEnclosedCircle', 'decimalEnclosedCircleChinese', 'decimalEnclosedParen', 'decimalEnclosedFullstop'],
      ...['japaneseCounting', 'taiwaneseCountingThousand', 'nobodyKnowsThisOne'],
    ];
    const lists = Object.fromEntries(
      formats.map((format, i) => [i, level(0, format, '%1').replace('w:start w:val="1"', 'w:start w:val="12"')]),
    );
    const numbers = Object.fromEntries(formats.map((_, i) => [i + 1, i]));
    const body = formats.map((format, i) => item(format, i + 1)).join('');
    expect((await linesOf({ body, numbering: numbering(lists, numbers) })).map((line) => line.split('｜')[0])).toEqual([
      ...['12', '12', 'XII', 'xii', 'L', 'l', '12th', '- 12 -'],
      ...['十二', '十二', '一二', '壹拾贰'],
      ...['12', '亥', '乙亥', '１２'],
      ...['⑫', '⑫', '⑿', '⒓'],
      ...['十二', '十二', '12'],
    ]);
  });

  it('have bullets, also those of typefaces of signs', async () => {
    const sign = (face: string) => `<w:rPr><w:rFonts w:ascii="${face}" w:hAnsi="${face}"/></w:rPr>`;
    const bullet = (at: number, text: string, face: string) =>
      level(at, 'bullet', text).replace('</w:lvl>', `${sign(face)}</w:lvl>`);
    const lists = { 0: bullet(0, '\uf0b7', 'Symbol') + bullet(1, '\uf0d8', 'Wingdings') + bullet(2, 'l', 'Wingdings') };
    const body = item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 2);
    expect(await linesOf({ body, numbering: numbering(lists, { 1: 0 }) })).toEqual(['•｜甲', '➢｜乙', '●｜丙']);
    const { blocks } = await manuscriptOf({ body, numbering: numbering(lists, { 1: 0 }) });
    expect(blocks[1]).toMatchObject({ list: { id: '1', level: 1, ordered: false } });
  });

  it('are also those of styles: linked level by level, and taken from a style of lists', async () => {
    const linked =
      level(0, 'decimal', '第%1章', '<w:pStyle w:val="1"/>') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="2"/>');
    const styles =
      NORMAL +
      style('1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('x', '自己的', '<w:basedOn w:val="2"/>') +
      style('L', '我的列表', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', 'numbering');
    const xml = numbering(
      { 0: linked, 1: '<w:numStyleLink w:val="L"/>', 2: `<w:styleLink w:val="L"/>${level(0, 'upperLetter', '%1)')}` },
      { 1: 0, 2: 1, 3: 2 },
    );
    const styled = (text: string, id: string, more = '') => p(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled('甲', '1') +
      styled('乙', '2') +
      styled('丙', 'x') +
      styled('丁', '1', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      item('戊', 2) +
      item('己', 3);
    expect(await linesOf({ body, styles, numbering: xml })).toEqual([
      ...['# 第1章｜甲', '## 1.1｜乙', '## 1.2｜丙', '# 丁', 'A)｜戊', 'B)｜己'],
    ]);
  });

  it('do not begin anew where the level says so, and take a format of their own', async () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const lists = {
      0: level(0, 'decimal', '%1') + level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>'),
      1: level(0, 'decimal', 'NO.%1').replace('<w:numFmt w:val="decimal"/>', custom),
      2: level(0, 'none', '附：') + level(1, 'none', ''),
    };
    const body = [
      item('甲', 1),
      item('乙', 1, 1),
      item('丙', 1),
      item('丁', 1, 1),
      item('戊', 2),
      item('己', 3),
      item('庚', 3, 1),
    ];
    expect(await linesOf({ body: body.join(''), numbering: numbering(lists, { 1: 0, 2: 1, 3: 2 }) })).toEqual([
      ...['1｜甲', '1｜乙', '2｜丙', '2｜丁', 'NO.001｜戊', '附：｜己', '庚'],
    ]);
  });
});

describe('what was corrected', () => {
  const by = 'w:id="1" w:author="甲" w:date="2020-01-01T00:00:00Z"';
  it('is read as if every correction were taken', async () => {
    const body =
      p(`${r('留')}<w:ins ${by}>${r('加')}</w:ins><w:del ${by}><w:r><w:delText>删</w:delText></w:r></w:del>`) +
      p(`<w:moveFrom ${by}>${r('走')}</w:moveFrom>`) +
      p(`${r('前')}`, `<w:rPr><w:del ${by}/></w:rPr>`) +
      p(r('后'), '<w:jc w:val="center"/>') +
      p(`<w:moveTo ${by}>${r('走')}</w:moveTo>`);
    expect(await linesOf(body)).toEqual(['留加', '前后', '走']);
    expect(await leftOf(body)).toEqual(['修订时删掉的字：删']);
    expect((await manuscriptOf(body)).blocks[1]).toMatchObject({ align: 'center' });
  });

  it('leaves out deleted rows', async () => {
    const row = (text: string, trPr = '') => `<w:tr>${trPr}<w:tc>${p(text)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('甲')}${row('乙', `<w:trPr><w:del ${by}/></w:trPr>`)}${row('丙', `<w:trPr><w:ins ${by}/></w:trPr>`)}</w:tbl>`;
    expect(await linesOf(body)).toEqual(['| 0: 甲 |', '| 0: 丙 |']);
    expect(await leftOf(body)).toEqual(['修订时删掉的字：乙']);
  });

  it('names comments and hidden words, by themselves and by their style', async () => {
    const styles = NORMAL + style('h', '藏', '<w:rPr><w:vanish/></w:rPr>', 'character');
    const body = p(
      `<w:commentRangeStart w:id="3"/>${r('甲')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${r('藏一', '<w:vanish/>')}${r('藏二', '<w:rStyle w:val="h"/>')}${r('乙', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')}`,
    );
    const comments = `<w:comment w:id="3">${p('请核对')}</w:comment>`;
    expect(await linesOf({ body, styles, comments })).toEqual(['甲乙']);
    expect(await leftOf({ body, styles, comments })).toEqual(['批注：请核对', '隐藏的文字：藏一藏二']);
  });
});

describe('fields', () => {
  it('keep what they show and leave out page numbers', async () => {
    const body =
      p(`${r('图 ')}${field('SEQ 图 \\* ARABIC', r('1'))}${r(' 山')}`) +
      p(`${r('共 ')}<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple>${r(' 页')}`) +
      p(field(`IF ${'x'} = "`, r('里') + field('REF _Ref1 \\h', r('外')))) +
      p(field('DATE', r('2020年1月1日')));
    expect(await linesOf(body)).toEqual(['图 1 山', '共  页', '里外', '2020年1月1日']);
    expect(await leftOf(body)).toEqual(['页码：9']);
  });

  it('are not lost where their end is missing', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    expect(await linesOf(p(begin + r('甲')) + p('乙'))).toEqual(['甲', '乙']);
  });

  it('make links of the web, and name all others', async () => {
    const body =
      p(field('HYPERLINK "https://example.org/a" \\o "提示"', r('甲'))) +
      p(field('HYPERLINK \\l "_bookmark"', r('乙'))) +
      p(field('HYPERLINK "javascript:alert(1)"', r('丙'))) +
      p(`<w:hyperlink r:id="rId9">${r('丁')}</w:hyperlink><w:hyperlink w:anchor="here">${r('戊')}</w:hyperlink>`) +
      p(`<w:hyperlink r:id="rId8">${r('己')}</w:hyperlink>${r('庚')}`);
    const rels = {
      rId9: ['hyperlink', 'mailto:a@example.org', true],
      rId8: ['hyperlink', 'file:///C:/a.docx', true],
    } as const;
    expect(await linesOf({ body, rels })).toEqual([
      ...['〔甲→https://example.org/a〕', '〔乙→#_bookmark〕', '丙', '〔丁→mailto:a@example.org〕〔戊→#here〕', '己庚'],
    ]);
    expect(await leftOf({ body, rels })).toEqual(['链接（javascript:alert(1)）：丙', '链接（file:///C:/a.docx）：己']);
  });

  it('lead to a place of the document however a program writes it, and keep spaces of an address', async () => {
    const rels = { rId1: ['hyperlink', '#end', true], rId2: ['hyperlink', ' https://example.org/a b ', true] } as const;
    const body = p(
      `<w:hyperlink r:id="rId1">${r('甲')}</w:hyperlink><w:hyperlink r:id="rId2">${r('乙')}</w:hyperlink>`,
    );
    expect(await linesOf({ body, rels })).toEqual(['〔甲→#end〕〔乙→https://example.org/a%20b〕']);
    expect(await leftOf({ body, rels })).toEqual([]);
  });

  it('that fetch are kept as they stand and named', async () => {
    const body =
      p(field('INCLUDETEXT "\\\\\\\\server\\\\a.docx"', r('甲'))) + p(field('DDEAUTO excel "a" "b"', r('乙')));
    expect(await linesOf(body)).toEqual(['甲', '乙']);
    expect(await leftOf(body)).toEqual([
      '从别处取来的内容（INCLUDETEXT 域，留下的是文件里存着的字）：甲',
      '从别处取来的内容（DDEAUTO 域，留下的是文件里存着的字）：乙',
    ]);
  });

  it('of a form show what is filled in', async () => {
    const check = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const list =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="男"/><w:listEntry w:val="女"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = p(`${check('<w:checked/>')}${r('是')}${check('')}${r('否')}${list}${field('FORMTEXT', r('某某'))}`);
    expect(await linesOf(body)).toEqual(['☒是☐否女某某']);
  });

  it('of any length cost little', async () => {
    const body =
      p(field(`EQ \\o\\ac(○,${' '.repeat(100_000)}x`, null)) + p(field(`EQ ${'\\s\\up1('.repeat(20_000)}`, null));
    expect((await leftOf(body)).map((line) => line.slice(0, 8))).toEqual(['公式（EQ 域）', '公式（EQ 域）']);
  });

  it('circle a character and write its sound above it, in the older way', async () => {
    const body = p(
      field('eq \\o\\ac(○,3)', null) +
        field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(xiāng),湘)', null) +
        field('EQ \\f(1,2)', null),
    );
    expect(await linesOf(body)).toEqual(['③湘']);
    expect(await leftOf(body)).toEqual(['注音：湘（xiāng）', '公式（EQ 域）：\\f(1,2)']);
  });
});

describe('a table of contents', () => {
  const toc1 = '<w:pStyle w:val="TOC1"/>';
  const styles = NORMAL + style('TOC1', 'toc 1') + style('10', '目录 1') + style('TOCHeading', 'TOC Heading');
  it('is left out, as a control, as a field over many paragraphs, or by its style', async () => {
    const body =
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('甲 1')}</w:sdtContent></w:sdt>` +
      p('文') +
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第一章')}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1 \\h', r('1'))}`,
      ) +
      p(r('第二章')) +
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
      p('字') +
      p('第三章', toc1) +
      p('第四章', '<w:pStyle w:val="10"/>');
    expect(await linesOf({ body, styles })).toEqual(['文', '字']);
    expect(await leftOf({ body, styles })).toEqual(['目录：目录 甲 1', '目录：第一章 1第二章 第三章 第四章']);
  });
});

describe('tables', () => {
  const cell = (inside: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${inside}</w:tc>`;
  it('have their merged cells, also in another table and in controls', async () => {
    const inner = `<w:tbl><w:tr>${cell(p('里'))}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cell(p('甲'), '<w:gridSpan w:val="2"/>')}${cell(p('乙'), '<w:vMerge w:val="restart"/>')}</w:tr><w:sdt><w:sdtContent><w:tr>${cell(p('丙') + p('丁'))}${cell(inner + p(''))}${cell(p('藏'), '<w:vMerge/>')}</w:tr></w:sdtContent></w:sdt><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(p('戊'))}${cell(p(''), '<w:vMerge w:val="continue"/>')}</w:tr></w:tbl>`;
    expect(await linesOf(body)).toEqual(['| 0 2×1: 甲 | 2 1×3: 乙 |', '| 0: 丙 / 丁 | 1: | 0: 里 | /  |', '| 1: 戊 |']);
    expect(await leftOf(body)).toEqual(['合并的单元格里盖住的字：藏']);
  });
});

describe('boxes and drawings', () => {
  it('are read once, behind the paragraph they are anchored in', async () => {
    expect(await linesOf(p(r('前') + box(p('框一') + p('框二')) + r('后')) + p('下'))).toEqual([
      ...['前后', '[框] 框一', '[框] 框二', '下'],
    ]);
  });

  it('name what cannot be carried, with its words', async () => {
    const graphic = (inside: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="人数"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="rId5"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId6"/></w:object></w:r>';
    const body =
      p(graphic('<c:chart r:id="rId1"/>')) +
      p(graphic('<dgm:relIds r:dm="rId2"/>')) +
      p(object) +
      '<w:altChunk r:id="rId7"/>' +
      p('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>');
    const chart = part(
      'c:chartSpace',
      '<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>每年</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>',
    );
    const data = part('dgm:dataModel', '<dgm:pt><dgm:t><a:p><a:r><a:t>第一步</a:t></a:r></a:p></dgm:t></dgm:pt>');
    const words = {
      body,
      rels: {
        rId1: ['chart', 'charts/a.xml'],
        rId2: ['diagramData', 'diagrams/a.xml'],
        rId5: ['image', 'media/a.emf'],
      },
      parts: { 'word/charts/a.xml': chart, 'word/diagrams/a.xml': data, 'word/media/a.emf': new Uint8Array(50) },
    } as const;
    expect(await leftOf(words)).toEqual([
      ...[
        '图表：人数：每年',
        'SmartArt 图形：人数：第一步',
        '嵌在文件里的对象（Excel.Sheet.12）',
        '嵌进来的另一份文件',
      ],
    ]);
    expect(await linesOf(words)).toEqual(['', '', '[框] 艺术字']);
  });
});

describe('letters', () => {
  it('keep tabs, breaks and signs, and no page', async () => {
    const body =
      p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>') +
      p('<w:r><w:br w:type="page"/><w:t>戊</w:t></w:r>') +
      p('<w:r><w:t>己</w:t><w:br w:type="page"/><w:t>庚</w:t><w:br w:type="column"/></w:r>') +
      p('<w:r><w:t>0731</w:t><w:noBreakHyphen/><w:t>12</w:t><w:softHyphen/><w:t>34</w:t><w:ptab/></w:r>') +
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t></w:r>',
      ) +
      p(r('\uf0fc好', '<w:rFonts w:ascii="Wingdings"/>'));
    expect(await linesOf(body)).toEqual(['甲⇥乙↵丙↵丁', '戊', '己↵庚', '0731-1234⇥', '☑是□否', '✓好']);
  });

  it('stand above or below the line where their size or their place says so, and nowhere else', async () => {
    const sized = (text: string, by: number, size: number) =>
      r(text, `<w:position w:val="${by}"/><w:sz w:val="${size}"/>`);
    const body =
      p(r('H') + sized('2', -2, 15) + r('O，m') + sized('注', 8, 15)) +
      p(r('x') + r('2', '<w:position w:val="8"/>') + r('y') + r('10', '<w:position w:val="-6"/>')) +
      p(sized('小字', -1, 19) + r('高', '<w:position w:val="6"/>') + r('12', '<w:position w:val="2"/>'));
    expect(await linesOf(body)).toEqual(['H〔sub 2〕O，m〔super 注〕', 'x〔super 2〕y〔sub 10〕', '小字高12']);
  });

  it('lose what turns others, and say so', async () => {
    const body = p(r('甲\u202e乙\u2066丙\u200b丁\ufeff'));
    expect(await linesOf(body)).toEqual(['甲乙丙丁']);
    expect(await leftOf(body)).toEqual(['看不见的控制字符：甲乙丙丁']);
  });

  it('have their sound left out, and formulas in a line', async () => {
    const ruby =
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>xiāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>湘</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const body =
      p(ruby + r('江')) +
      p(
        `${r('面积 ')}<m:oMath>${run('x')}<m:sSup><m:e>${run('y')}</m:e><m:sup>${run('2')}</m:sup></m:sSup></m:oMath>`,
      ) +
      p(
        `<m:oMathPara><m:oMath><m:f><m:num>${run('a+b')}</m:num><m:den>${run('2')}</m:den></m:f></m:oMath></m:oMathPara>`,
      );
    expect(await linesOf(body)).toEqual(['湘江', '面积 xy〔super 2〕', '(a+b)/2']);
    expect(await leftOf(body)).toEqual(['注音：湘（xiāng）', '公式（排成了一行字，请核对）：(a+b)/2']);
  });

  it('join a large first letter with its paragraph', async () => {
    const body = p('一', '<w:framePr w:dropCap="drop"/>') + p('年来');
    expect(await linesOf(body)).toEqual(['一年来']);
  });
});

describe('notes', () => {
  it('stand in the order of their marks, without their own numbers', async () => {
    const mark = (kind: string, id: number, more = '') => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
    const note = (kind: string, id: number, text: string, more = '') =>
      `<w:${kind} w:id="${id}"${more}>${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;
    const body = p(`${r('甲')}${mark('footnote', 3)}${r('乙')}${mark('footnote', 2)}${mark('endnote', 1)}`);
    const footnotes =
      note('footnote', -1, '线', ' w:type="separator"') +
      note('footnote', 2, '后') +
      note('footnote', 3, '先') +
      note('footnote', 4, '没人提');
    const words = { body, footnotes, endnotes: note('endnote', 1, '末') };
    expect(await linesOf(words)).toEqual([
      '甲〔注 footnote-3〕乙〔注 footnote-2〕〔注 endnote-1〕',
      ...['〔footnote-3〕先', '〔footnote-2〕后', '〔endnote-1〕末'],
    ]);
    expect((await manuscriptOf(words)).notes.map(({ kind }) => kind)).toEqual(['footnote', 'footnote', 'endnote']);
  });
});

describe('controls and unknown elements', () => {
  it('are read for what is in them, prompts are not', async () => {
    const control = (inside: string, sdtPr = '') =>
      `<w:sdt><w:sdtPr><w:alias w:val="标题控件"/>${sdtPr}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const body =
      control(p('甲') + control(p(control(r('乙'))))) +
      p(`${r('姓名：')}${control(r('单击此处输入文字。'), '<w:showingPlcHdr/>')}`) +
      control(p('提示'), '<w:showingPlcHdr/>') +
      control(p('- 1 -'), '<w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/></w:docPartObj>') +
      `<w:customXml w:uri="a">${p(`<w:smartTag w:element="a">${r('丙')}</w:smartTag><x:y xmlns:x="urn:x">${r('丁')}</x:y>`)}</w:customXml>`;
    expect(await linesOf(body)).toEqual(['甲', '乙', '姓名：', '丙丁']);
    expect(await leftOf(body)).toEqual(['页码：- 1 -']);
  });
});

describe('how a paragraph looks', () => {
  const styles =
    `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>${NORMAL}` +
    style(
      '1',
      'heading 1',
      '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>',
    ) +
    style('2', '标题 2', '<w:basedOn w:val="a"/>') +
    style('t', '我的标题', '<w:basedOn w:val="1"/>') +
    style('s', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character') +
    style('c', 'Round', '<w:basedOn w:val="d"/>') +
    style('d', 'Trip', '<w:basedOn w:val="c"/>');
  const look = async (body: string) => (await manuscriptOf({ body, styles })).blocks[0];

  it('is computed through its styles', async () => {
    expect(await look(p('甲', '<w:pStyle w:val="t"/>'))).toMatchObject({
      ...{ styles: ['我的标题', 'heading 1', 'Normal'], outline: 1, align: 'center', size: 22, bold: true },
    });
    expect(await look(p('甲', '<w:pStyle w:val="2"/>'))).toMatchObject({ outline: 2, size: 10.5, bold: false });
    expect(await look(p('甲', '<w:outlineLvl w:val="2"/><w:jc w:val="end"/>'))).toMatchObject({
      outline: 3,
      align: 'right',
    });
    expect(await look(p('甲', '<w:pStyle w:val="c"/>'))).toMatchObject({ styles: ['Round', 'Trip'] });
  });

  it('turns bold of a style inside bold of another one', async () => {
    const heading = '<w:pStyle w:val="1"/>';
    expect(await look(p(r('甲', '<w:rStyle w:val="s"/>'), heading))).toMatchObject({ bold: false });
    expect(await look(p(r('甲', '<w:rStyle w:val="s"/><w:b/>'), heading))).toMatchObject({ bold: true });
    expect(await look(p(r('甲', '<w:rStyle w:val="s"/>')))).toMatchObject({ bold: true });
    expect(await look(p(r('甲') + r('乙', '<w:b w:val="0"/><w:sz w:val="28"/>'), heading))).toMatchObject({
      bold: false,
      size: 22,
    });
  });
});

describe('other ways to write the same', () => {
  const plain = p('甲', '<w:jc w:val="center"/>') + p(r('乙'));
  const same = async (bytes: Uint8Array) => expect(await linesOf(bytes)).toEqual(['甲', '乙']);

  it('are read: the strict form, other prefixes, UTF-16, another name, no styles', async () => {
    const whole = part('w:document', `<w:body>${plain}</w:body>`);
    const strict = Object.entries({ w: 'wordprocessingml', r: 'officeDocument/relationships' }).reduce(
      (text, [prefix, name]) =>
        text.replaceAll(NAMES[prefix] ?? '', `http://purl.oclc.org/ooxml/${name}${prefix === 'w' ? '/main' : ''}`),
      whole,
    );
    await same(docx(strict));
    await same(
      docx(
        whole
          .replaceAll('<w:', '<ns0:')
          .replaceAll('</w:', '</ns0:')
          .replaceAll(' w:', ' ns0:')
          .replaceAll('xmlns:w=', 'xmlns:ns0='),
      ),
    );
    const text = whole.replace('UTF-8', 'UTF-16');
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16()])
      await same(docx({ body: '', parts: { 'word/document.xml': bytes } }));
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${NAMES['r']}/officeDocument" Target="/other/main.xml"/></Relationships>`;
    await same(docx({ body: '', parts: { 'word/document.xml': null, '_rels/.rels': rels, 'other/main.xml': whole } }));
  });

  it('are read whatever a relationship says: of itself, of nothing, of a template elsewhere', async () => {
    const rels = {
      a: ['footnotes', 'document.xml'],
      b: ['endnotes', '../../../../etc/passwd'],
      c: ['styles', 'nothing.xml'],
      d: ['comments', 'document.xml'],
      e: ['settings', 'settings.xml'],
    } as const;
    const template = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${NAMES['r']}/attachedTemplate" Target="http://127.0.0.1:1/a.dotm" TargetMode="External"/></Relationships>`;
    const parts = {
      'word/settings.xml': part('w:settings', '<w:attachedTemplate r:id="a"/>'),
      'word/_rels/settings.xml.rels': template,
    };
    const body = plain + p('<w:r><w:footnoteReference w:id="1"/></w:r>');
    expect(await linesOf({ body, rels, parts })).toEqual(['甲', '乙', '']);
  });

  it('are unpacked: as they are, with what is told behind them, in the large form', async () => {
    const parts = docxParts({ body: plain });
    const asTheyAre = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(String(text))])),
      {
        level: 0,
      },
    );
    await same(asTheyAre);
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_, piece) => pieces.push(piece));
    for (const [name, text] of Object.entries(parts)) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(strToU8(String(text)), true);
    }
    zip.end();
    await same(Buffer.concat(pieces));
    // The number of parts and the place of their list, once more in eight bytes each.
    const small = Buffer.from(asTheyAre);
    const end = small.subarray(-22);
    const large = Buffer.alloc(56 + 20);
    large.write('PK\x06\x06', 0, 'latin1');
    large.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
    large.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
    large.write('PK\x06\x07', 56, 'latin1');
    large.writeBigUInt64LE(BigInt(small.length - 22), 64);
    end.writeUInt16LE(0xffff, 10);
    end.writeUInt32LE(0xffffffff, 16);
    await same(Buffer.concat([small.subarray(0, -22), large, end]));
  });

  it('are chosen between once: the form that is understood, else the other one', async () => {
    const either = (needs: string) =>
      p(
        `<mc:AlternateContent><mc:Choice Requires="${needs}">${r('新')}</mc:Choice><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent>`,
      );
    expect(await linesOf(either('w14 wps') + either('cx1') + either('wps cx1'))).toEqual(['新', '旧', '旧']);
  });
});
