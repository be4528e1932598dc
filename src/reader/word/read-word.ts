import { kindOf, nameOfOther, type OtherKind } from '#pictures/kind.ts';
import type { Block, LeftOut, Manuscript } from '#stories/manuscript/manuscript.ts';
import { openPackage, type Package } from '../office/package.ts';
import { childOf, type Element, UnreadableXml, type XmlTrouble } from '../office/xml.ts';
import {
  type OpenZip,
  openZip,
  type ReadableBytes,
  type UnreadableFile,
  type ZipTrouble,
} from '../office/zip-parts.ts';
import { type Draft, leftOut, mapInlines, TooLong } from './body/draft.ts';
import { type Source, walkDocument } from './body/walk.ts';
import { type SeenPicture, settlePictures } from './drawings/pictures.ts';
import { numberingOf } from './formats/numbering.ts';
import { stylesOf } from './formats/styles.ts';

/**
 * A document with sixty photos of a good camera stays below these; what a small file claims to hold does not. A part is
 * one photo, or all words of a thick book.
 */
const LIMITS = { parts: 10_000, bytes: 512 * 1024 * 1024, part: 64 * 1024 * 1024 };
const MOST_BYTES = 256 * 1024 * 1024;
/** A book of three hundred pages in which every few words are a run of their own has half as many. */
const MOST_ELEMENTS = 600_000;
/** Its words and everything said of them, as XML. */
const MOST_XML = 80 * 1024 * 1024;

const AGAIN = '用 Word 或 WPS 打开，另存为“Word 文档（.docx）”再来一次。';
const SAVE_AGAIN = '请对方用 Word 或 WPS 打开，另存一份再发。';
const TOO_LONG = '文件太长，不像一篇稿子，没有读。把要用的那一部分单独存成一个文件再来。';

const ZIP_WORDS: Readonly<Record<ZipTrouble, string>> = {
  'not-a-zip': `这不是 Word 文档（.docx），只是名字像。${AGAIN}`,
  damaged: '文件坏了，或者没有传完。请对方重发一份。',
  encrypted: `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`,
  'part-twice': `文件不正常：里面同一个零件放了两次。${SAVE_AGAIN}`,
  'too-large': '文件展开以后太大，不像一篇稿子，没有读。把图片压缩一下，或者分成几份再来。',
  outside: `文件不正常：里面的零件放到了文件外面。${SAVE_AGAIN}`,
};

const XML_WORDS: Readonly<Record<XmlTrouble, string>> = {
  damaged: ZIP_WORDS.damaged,
  declares: `文件不正常：里面有不该有的声明，没有读。${SAVE_AGAIN}`,
  'too-deep': `文件不正常：里面一层套一层，套得太深，没有读。${SAVE_AGAIN}`,
  'too-large': TOO_LONG,
};

const MACROS = '这份文件带着宏（.docm 或者里面有宏），没有读。另存为不带宏的“Word 文档（.docx）”再来一次。';

const has = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'));

/** A file of the old kind of Office, by what it says it holds. */
function oldOffice(bytes: Buffer, fileName: string): string {
  if (has(bytes, 'EncryptedPackage') || has(bytes, 'EncryptionInfo')) return ZIP_WORDS.encrypted;
  if (has(bytes, 'WordDocument')) {
    return /\.(?:wps|wpt)$/i.test(fileName)
      ? `这是 WPS 文字的 .wps 文件，读不了。${AGAIN}`
      : `这是旧格式的 Word 文档（.doc），读不了。${AGAIN}`;
  }
  if (has(bytes, 'Workbook')) return '这是旧格式的 Excel 表格（.xls），不是 Word 文档。把要用的文字拷到 Word 里再来。';
  if (has(bytes, 'PowerPoint Document'))
    return '这是旧格式的幻灯片（.ppt），不是 Word 文档。把要用的文字拷到 Word 里再来。';
  if (has(bytes, '__properties_version1.0')) return '这是一封邮件（.msg），不是 Word 文档。把附件另存出来再来一次。';
  return `这是旧格式的 Office 文件，或者加了密码，读不了。${AGAIN}`;
}

/** What a file is that is neither a zip nor an old file of Office. */
function otherFile(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 2048);
  const plain = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (plain.startsWith('{\\rtf')) return `这是 RTF 文档，不是 .docx，只是名字像。${AGAIN}`;
  if (head.includes('%PDF-')) return '这是 PDF 文件，读不了。向对方要原来的 Word 文档（.docx）。';
  if (/^(?:MIME-Version:|From: <|Content-Type: multipart\/related)/i.test(plain))
    return `这是单个文件网页（.mht），不是 .docx。${AGAIN}`;
  if (
    /progid="Word\.Document"|<pkg:package|wordprocessingml|schemas-microsoft-com:office:word/i.test(head) &&
    !/<html/i.test(head)
  )
    return `这是 Word 的 XML 文档，不是 .docx。${AGAIN}`;
  const kind = kindOf(bytes);
  if (kind === 'html') return `这是网页，不是 .docx，只是名字像。${AGAIN}`;
  if (kind === 'text') return `这是纯文本，不是 .docx。${AGAIN}`;
  if (kind === 'xml') return `这是 XML 文件，不是 .docx。${AGAIN}`;
  if (kind === 'unknown') return ZIP_WORDS['not-a-zip'];
  if (['jpeg', 'png', 'gif', 'webp', 'avif', 'svg', 'heic', 'tiff', 'bmp', 'psd', 'ico', 'jxl', 'jp2'].includes(kind))
    return '这是一张图片，不是 Word 文档，只是名字像。图片里的字读不了：向对方要原来的 Word 文档（.docx）。';
  if (kind === 'zip' || kind === 'gzip') return '这是压缩包，不是 Word 文档。先解开，再用里面的 .docx。';
  return `这是${nameOfOther(kind as OtherKind)}，不是 Word 文档。${AGAIN}`;
}

/** What a zip holds that is no document of Word. */
function otherZip(zip: OpenZip): string {
  const holds = (name: string) => zip.part(name) !== null;
  const kind = zip.part('mimetype')?.toString('latin1') ?? '';
  if (holds('xl/workbook.xml') || holds('xl/workbook.bin') || kind.includes('spreadsheet'))
    return '这是表格（Excel），不是 Word 文档。把要用的文字拷到 Word 里再来。';
  if (holds('ppt/presentation.xml') || kind.includes('presentation'))
    return '这是幻灯片（PowerPoint），不是 Word 文档。把要用的文字拷到 Word 里再来。';
  if (kind.includes('opendocument.text')) return `这是 OpenDocument 文档（.odt），读不了。${AGAIN}`;
  if (kind.includes('epub')) return '这是电子书（.epub），不是 Word 文档。向对方要原来的 Word 文档（.docx）。';
  if (holds('Index/Document.iwa') || holds('index.xml'))
    return '这是苹果 Pages 文稿，读不了。在 Pages 里选“导出为 Word”，存成 .docx 再来一次。';
  if (zip.names.some((name) => /\.docx$/i.test(name))) return '这是压缩包，不是 Word 文档。先解开，再用里面的 .docx。';
  return ZIP_WORDS['not-a-zip'];
}

/** What speaks against reading the document of a package; null: nothing. */
function wrongPackage(pack: Package, zip: OpenZip): string | null {
  const types = [pack.main ?? '', ...pack.names].map(pack.contentType);
  const isMacro = (type: string) => /macroEnabled|vbaProject/i.test(type);
  if (types.some(isMacro) || pack.names.some((name) => /vbaProject|vbaData/i.test(name))) return MACROS;
  if (pack.main === null || !zip.part(pack.main)) return otherZip(zip);
  const type = pack.contentType(pack.main);
  if (/spreadsheetml|presentationml|visio/i.test(type)) return otherZip(zip);
  return null;
}

/** A part that the document names; null: there is none, or it is something else. */
function partOf(pack: Package, main: string, type: string, root: string): readonly [string, Element] | null {
  const found = [...pack.relationships(main).values()].find((one) => one.type === type && !one.external);
  const element = found && pack.xml(found.target);
  return found && element?.name === root ? [found.target, element] : null;
}

function sourceOf(pack: Package, main: string, root: Element): Source {
  const part = (type: string, name: string) => partOf(pack, main, type, name);
  const styles = stylesOf(part('styles', 'w:styles')?.[1] ?? null);
  return {
    pack,
    main,
    root,
    styles,
    numbering: numberingOf(part('numbering', 'w:numbering')?.[1] ?? null, styles),
    footnotes: part('footnotes', 'w:footnotes'),
    endnotes: part('endnotes', 'w:endnotes'),
    comments: part('comments', 'w:comments')?.[1] ?? null,
  };
}

/** What was left out, in order; a picture that was refused in the place where it stood. */
function allLeft(draft: Draft, seen: ReadonlyMap<string, SeenPicture>): LeftOut[] {
  return draft.left.flatMap((one): LeftOut[] => {
    if (!('key' in one)) return [leftOut(one)];
    const picture = seen.get(one.key);
    const what = picture && ('refused' in picture ? (one.preview ? null : picture.refused) : picture.note);
    return what ? [leftOut({ place: one.place, what, words: one.alt || one.place.words })] : [];
  });
}

async function manuscriptOf(pack: Package, main: string, folder: string): Promise<Manuscript | UnreadableFile> {
  const root = pack.xml(main);
  if (root?.name !== 'w:document') return { refused: ZIP_WORDS['not-a-zip'] };
  if (!childOf(root, 'w:body')) return { refused: ZIP_WORDS.damaged };
  const { blocks, notes, draft } = walkDocument(sourceOf(pack, main, root));
  const seen = await settlePictures(
    draft.left.filter((one) => 'key' in one),
    pack,
    folder,
  );
  const settled = (all: readonly Block[]) =>
    mapInlines(all, (inline) => {
      if (inline.type !== 'picture') return [inline];
      const found = seen.get(inline.picture);
      return found && 'picture' in found ? [{ ...inline, picture: found.picture.id }] : [];
    });
  const pictures = [...seen.values()].flatMap((one) => ('picture' in one ? [one.picture] : []));
  return {
    blocks: settled(blocks),
    notes: notes.map((note) => ({ ...note, blocks: settled(note.blocks) })),
    pictures: pictures.filter((picture, i) => pictures.findIndex(({ id }) => id === picture.id) === i),
    left: allLeft(draft, seen),
  };
}

/** Those of its bytes by which a file tells what it is, if it is no zip; of one of the old Office all. */
const HEAD = 65_536;

/**
 * What a document of Word holds, written by whatever program; or one sentence that says why it is not read. Its kind is
 * told by its bytes. Nothing outside of it is asked for, whatever it names. Never throws over what stands in a file.
 * @param folder an empty one, in which the bytes of its pictures lie as long as they are read
 */
export async function readWord(
  bytes: ReadableBytes,
  fileName: string,
  folder: string,
): Promise<Manuscript | UnreadableFile> {
  if (bytes.length === 0) return { refused: '文件是空的（0字节）。请对方重发一份。' };
  if (bytes.length > MOST_BYTES) return { refused: ZIP_WORDS['too-large'] };
  const head = bytes.at(0, HEAD);
  if (head.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0')
    return { refused: oldOffice(bytes.at(0, bytes.length), fileName) };
  if (head.toString('latin1', 0, 2) !== 'PK') return { refused: otherFile(head) };
  const zip = openZip(bytes, LIMITS);
  if (typeof zip === 'string') return { refused: ZIP_WORDS[zip] };
  try {
    const pack = openPackage(zip, { elements: MOST_ELEMENTS, bytes: MOST_XML });
    const wrong = wrongPackage(pack, zip);
    if (wrong !== null || pack.main === null) return { refused: wrong ?? ZIP_WORDS['not-a-zip'] };
    return await manuscriptOf(pack, pack.main, folder);
  } catch (error) {
    if (error instanceof UnreadableXml) return { refused: XML_WORDS[error.trouble] };
    if (error instanceof TooLong) return { refused: TOO_LONG };
    throw error;
  }
}
