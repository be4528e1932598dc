import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { changed, listAt, oldOffice, rawZip } from '../../fixtures/raw-zip.ts';
import { docx, docxParts, p, part, r } from '../../fixtures/word/write-docx.ts';
import { readBytes } from './shown.ts';

const AGAIN = '用 Word 或 WPS 打开，另存为“Word 文档（.docx）”再来一次。';
const SAVE_AGAIN = '请对方用 Word 或 WPS 打开，另存一份再发。';
const DAMAGED = '文件坏了，或者没有传完。请对方重发一份。';
const NOT_WORD = `这不是 Word 文档（.docx），只是名字像。${AGAIN}`;
const MACROS = '这份文件带着宏（.docm 或者里面有宏），没有读。另存为不带宏的“Word 文档（.docx）”再来一次。';
const TOO_LONG = '文件太长，不像一篇稿子，没有读。把要用的那一部分单独存成一个文件再来。';
const TOO_LARGE = '文件展开以后太大，不像一篇稿子，没有读。把图片压缩一下，或者分成几份再来。';
const OUTSIDE = `文件不正常：里面的零件放到了文件外面。${SAVE_AGAIN}`;
const DECLARES = `文件不正常：里面有不该有的声明，没有读。${SAVE_AGAIN}`;
const PICTURE = '这是一张图片，不是 Word 文档，只是名字像。图片里的字读不了：向对方要原来的 Word 文档（.docx）。';

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
    { level: 1 },
  );

const good = docx(p('甲'));

/** A zip of parts: names may stand there twice, lead anywhere, be links. */
const stored = (files: readonly (readonly [name: string, text: string | Buffer, attributes?: number])[]): Buffer =>
  rawZip(files.map(([name, bytes, attributes = 0]) => ({ name, bytes, attributes })));

const storedParts = (body: string) =>
  Object.entries(docxParts({ body })).map(([name, text]) => [name, String(text)] as const);

/** A document whose main part has these bytes. */
const withMain = (main: string | Uint8Array) =>
  stored([
    ...storedParts('').filter(([name]) => name !== 'word/document.xml'),
    ['word/document.xml', Buffer.from(main)],
  ]);
const document = (inside: string) => part('w:document', `<w:body>${inside}</w:body>`);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const FILES: [what: string, bytes: () => Uint8Array, sentence: string, name?: string][] = [
  ['an empty file', () => new Uint8Array(), '文件是空的（0字节）。请对方重发一份。'],
  ['an old .doc', () => oldOffice('WordDocument'), `这是旧格式的 Word 文档（.doc），读不了。${AGAIN}`, '稿.doc'],
  ['a .doc called .docx', () => oldOffice('WordDocument'), `这是旧格式的 Word 文档（.doc），读不了。${AGAIN}`],
  ['a .wps', () => oldOffice('WordDocument'), `这是 WPS 文字的 .wps 文件，读不了。${AGAIN}`, '稿.wps'],
  [
    'a document behind a password',
    () => oldOffice('EncryptionInfo', 'EncryptedPackage'),
    `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`,
  ],
  [
    'an old .xls',
    () => oldOffice('Workbook'),
    '这是旧格式的 Excel 表格（.xls），不是 Word 文档。把要用的文字拷到 Word 里再来。',
  ],
  [
    'an old .ppt',
    () => oldOffice('PowerPoint Document'),
    '这是旧格式的幻灯片（.ppt），不是 Word 文档。把要用的文字拷到 Word 里再来。',
  ],
  [
    'a mail of Outlook',
    () => oldOffice('__properties_version1.0'),
    '这是一封邮件（.msg），不是 Word 文档。把附件另存出来再来一次。',
  ],
  [
    'something else of the old Office',
    () => oldOffice('Contents'),
    `这是旧格式的 Office 文件，或者加了密码，读不了。${AGAIN}`,
  ],
  ['RTF', () => strToU8('{\\rtf1\\ansi hello}'), `这是 RTF 文档，不是 .docx，只是名字像。${AGAIN}`],
  ['PDF', () => strToU8('%PDF-1.7\n%\u00e2\u00e3'), '这是 PDF 文件，读不了。向对方要原来的 Word 文档（.docx）。'],
  [
    'a web page',
    () => strToU8('<!DOCTYPE html><html><body>甲</body></html>'),
    `这是网页，不是 .docx，只是名字像。${AGAIN}`,
  ],
  [
    'a web page saved by Word',
    () => strToU8('<html xmlns:w="urn:schemas-microsoft-com:office:word"><body/></html>'),
    `这是网页，不是 .docx，只是名字像。${AGAIN}`,
  ],
  [
    'a web archive',
    () => strToU8('MIME-Version: 1.0\nContent-Type: multipart/related\n\n'),
    `这是单个文件网页（.mht），不是 .docx。${AGAIN}`,
  ],
  [
    'a document as one XML',
    () => strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'),
    `这是 Word 的 XML 文档，不是 .docx。${AGAIN}`,
  ],
  ['other XML', () => strToU8('<?xml version="1.0"?><list/>'), `这是 XML 文件，不是 .docx。${AGAIN}`],
  ['plain text', () => strToU8('只是一段话。\n'), `这是纯文本，不是 .docx。${AGAIN}`],
  ['a photo', () => Buffer.from('ffd8ffe000104a464946', 'hex'), PICTURE],
  ['a screenshot', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), PICTURE],
  [
    'a compressed folder of another kind',
    () => Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
    '这是压缩包，不是 Word 文档。先解开，再用里面的 .docx。',
  ],
  ['gzip', () => Buffer.from('1f8b0800', 'hex'), '这是压缩包，不是 Word 文档。先解开，再用里面的 .docx。'],
  ['noise', () => Buffer.from('00010203deadbeef', 'hex'), NOT_WORD],
  ['a zip of documents', () => zip({ '稿.docx': good }), '这是压缩包，不是 Word 文档。先解开，再用里面的 .docx。'],
  ['a zip of anything', () => zip({ 'a.txt': 'a' }), NOT_WORD],
  [
    'an Excel workbook',
    () => zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
    '这是表格（Excel），不是 Word 文档。把要用的文字拷到 Word 里再来。',
  ],
  [
    'a presentation',
    () => zip({ 'ppt/presentation.xml': '<p/>' }),
    '这是幻灯片（PowerPoint），不是 Word 文档。把要用的文字拷到 Word 里再来。',
  ],
  [
    'an .odt',
    () => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    `这是 OpenDocument 文档（.odt），读不了。${AGAIN}`,
  ],
  [
    'an .ods',
    () => zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    '这是表格（Excel），不是 Word 文档。把要用的文字拷到 Word 里再来。',
  ],
  [
    'a book',
    () => zip({ mimetype: 'application/epub+zip' }),
    '这是电子书（.epub），不是 Word 文档。向对方要原来的 Word 文档（.docx）。',
  ],
  [
    'a document of Pages',
    () => zip({ 'Index/Document.iwa': 'a' }),
    '这是苹果 Pages 文稿，读不了。在 Pages 里选“导出为 Word”，存成 .docx 再来一次。',
  ],
  [
    'macros by their kind',
    () => docx({ body: p('甲'), type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    MACROS,
  ],
  ['macros by their part', () => docx({ body: p('甲'), parts: { 'word/vbaProject.bin': new Uint8Array(9) } }), MACROS],
  ['the first half', () => good.subarray(0, good.length / 2), DAMAGED],
  ['all but the last byte', () => good.subarray(0, -1), DAMAGED],
  ['two bytes', () => strToU8('PK'), NOT_WORD],
  ['a sum that does not fit', () => changed(good, (copy) => copy.writeUInt32LE(1, listAt(copy) + 16)), DAMAGED],
  ['a part behind the end', () => changed(good, (copy) => copy.writeUInt32LE(0x7fffffff, listAt(copy) + 42)), DAMAGED],
  [
    'a zip behind a password',
    () => changed(good, (copy) => copy.writeUInt16LE(1, listAt(copy) + 8)),
    `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`,
  ],
  [
    'a way of packing that Office does not know',
    () => changed(good, (copy) => copy.writeUInt16LE(99, listAt(copy) + 10)),
    DAMAGED,
  ],
  [
    'a part that stands twice',
    () => stored([...storedParts(p('甲')), ['word/document.xml', document(p('乙'))]]),
    `文件不正常：里面同一个零件放了两次。${SAVE_AGAIN}`,
  ],
  [
    'a part that stands twice in capitals',
    () => stored([...storedParts(p('甲')), ['WORD/Document.XML', document(p('乙'))]]),
    `文件不正常：里面同一个零件放了两次。${SAVE_AGAIN}`,
  ],
  ['a name that climbs', () => stored([...storedParts(p('甲')), ['word/../../../etc/cron.d/a', 'a']]), OUTSIDE],
  [
    'a name that climbs with the strokes of Windows',
    () => stored([...storedParts(p('甲')), ['..\\..\\a.exe', 'a']]),
    OUTSIDE,
  ],
  ['an absolute name', () => stored([...storedParts(p('甲')), ['/etc/passwd', 'a']]), OUTSIDE],
  ['a name on a drive', () => stored([...storedParts(p('甲')), ['C:\\a.exe', 'a']]), OUTSIDE],
  ['a link', () => stored([...storedParts(p('甲')), ['word/media/image1.png', '/etc/passwd', 0xa1ff0000]]), OUTSIDE],
  [
    'a part of many gigabytes',
    () => stored([...storedParts(p('甲')), ['word/media/a.png', Buffer.alloc(65 * 1024 * 1024)]]),
    TOO_LARGE,
  ],
  [
    'more parts than any document',
    () => stored(Array.from({ length: 10_001 }, (_, i) => [`${i}`, 'a'] as const)),
    TOO_LARGE,
  ],
  [
    'damaged UTF-8',
    () => withMain(Buffer.concat([Buffer.from(document('').slice(0, -30)), Buffer.from([0xff, 0xc0])])),
    DAMAGED,
  ],
  ['half of its words', () => withMain(document(p('甲')).slice(0, -20)), DAMAGED],
  ['elements that overlap', () => withMain('<?xml version="1.0"?><a><b></a></b>'), DAMAGED],
  ['a prefix of nobody', () => withMain('<?xml version="1.0"?><w:document/>'), DAMAGED],
  ['an encoding that Office does not write', () => withMain('<?xml version="1.0" encoding="gb2312"?><a/>'), DAMAGED],
  ['no words at all', () => withMain(''), DAMAGED],
  ['an entity of nobody', () => withMain(document(p('<w:r><w:t>&a;</w:t></w:r>'))), DAMAGED],
  ['a declaration', () => withMain('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), DECLARES],
  [
    'a declaration that multiplies',
    () => withMain('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    DECLARES,
  ],
  [
    'a declaration in UTF-16',
    () => withMain(utf16('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>')),
    DECLARES,
  ],
  [
    'a declaration in the styles',
    () => docx({ body: p('甲'), styles: '<?xml version="1.0"?><!DOCTYPE a><a/>' }),
    DECLARES,
  ],
  [
    'a declaration in the relationships',
    () => docx({ body: p('甲'), parts: { 'word/_rels/document.xml.rels': '<!DOCTYPE a><a/>' } }),
    DECLARES,
  ],
  [
    'ten thousand levels',
    () => withMain(document('<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000))),
    `文件不正常：里面一层套一层，套得太深，没有读。${SAVE_AGAIN}`,
  ],
  [
    'ten thousand fields inside each other',
    () =>
      withMain(
        document(
          p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(10_000) +
              r('甲') +
              '<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(10_000),
          ),
        ),
      ),
    `文件不正常：里面一层套一层，套得太深，没有读。${SAVE_AGAIN}`,
  ],
  [
    'more attributes than any element has',
    () => withMain(document(`<w:p ${Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    DAMAGED,
  ],
  ['more runs than a book has', () => withMain(document(p('<w:r><w:t>a</w:t></w:r>'.repeat(310_000)))), TOO_LONG],
  ['a book in one paragraph', () => withMain(document(p(r('字'.repeat(400_000))))), TOO_LONG],
  ['a paragraph of nothing but breaks', () => withMain(document(p('<w:r><w:br/></w:r>'.repeat(90_000)))), TOO_LONG],
  [
    'a paragraph whose letters all look another way',
    () => withMain(document(p(Array.from({ length: 9000 }, (_, i) => r('a', i % 2 ? '<w:b/>' : '')).join('')))),
    TOO_LONG,
  ],
  ['a hundred thousand paragraphs', () => withMain(document('<w:p/>'.repeat(100_000))), TOO_LONG],
  [
    'another document in the place of this one',
    () => withMain('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
    NOT_WORD,
  ],
  ['no document', () => docx({ body: '', parts: { 'word/document.xml': null } }), NOT_WORD],
  [
    'a document that is a workbook by its kind',
    () =>
      docx({ body: p(r('甲')), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    NOT_WORD,
  ],
];

describe('a file that is not read', () => {
  it.each(FILES)('%s: one sentence says what it is and what to do', async (_, bytes, sentence, name) => {
    expect(await readBytes(bytes(), name)).toEqual({ refused: sentence });
  });
});
