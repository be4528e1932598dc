import { isUtf8 } from 'node:buffer';
import { type Finding, finding, type Position } from '../finding.ts';

const SAVE_AS_UTF8 = '用记事本打开这个文件，选“另存为”，编码选 UTF-8，保存后再检查一次。';

/** Line and byte (from 1) of the first byte that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): Position & { byte: number } {
  let [line, start] = [1, 0];
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    if (!isUtf8(bytes.subarray(start, i))) break;
    line++;
    start = i + 1;
  }
  let length = 0;
  // The longest beginning of the line that is whole; at most three bytes of a character may be missing at its end.
  for (let i = start; i < bytes.length && bytes[i] !== 0x0a; i++)
    if (isUtf8(bytes.subarray(start, i + 1))) length = i + 1 - start;
  const column = [...new TextDecoder().decode(bytes.subarray(start, start + length))].length + 1;
  return { line, column, byte: start + length + 1 };
}

const FORBIDDEN: readonly { code: string; name: string; pattern: RegExp }[] = [
  {
    code: 'control-character',
    name: '控制字符',
    pattern: /(?![\t\r\n\u0085])\p{Cc}/u,
  },
  { code: 'bidi-character', name: '改变文字方向的隐形字符', pattern: /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/ },
  { code: 'line-separator', name: '看不见的分行符', pattern: /[\u2028\u2029]/ },
];

const everywhere = (pattern: RegExp) => new RegExp(pattern.source, `${pattern.flags}g`);

/**
 * What nobody sees and nobody typed: it comes along from WeChat and from web pages. Soft hyphens and Hangul fillers hide
 * as well; what joins the parts of an emoji does not.
 */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u180e\u200b\u200c\u2060-\u2064\u3164\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/** The text without what nobody sees. */
const withoutInvisible = (text: string) => text.replaceAll(INVISIBLE, '');

/** Of very many lines the first ones are named. */
const MOST_LINES = 10;

/** Characters nobody sees, told once for the whole text: they are taken out in reading. */
function invisibleCharacters(text: string): Finding<Position>[] {
  const lines = text.split(/\r\n?|\n/).flatMap((content, index) => {
    const count = content.match(INVISIBLE)?.length ?? 0;
    return count > 0 ? [{ number: index + 1, column: content.search(INVISIBLE) + 1, count }] : [];
  });
  const [first] = lines;
  if (!first) return [];
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const numbers = lines.slice(0, MOST_LINES).map(({ number }) => number);
  const where = `第${numbers.join('、')}行${lines.length > MOST_LINES ? '等处' : ''}`;
  return [
    finding({
      ...{ line: first.number, column: first.column, severity: 'warning', code: 'invisible-character' },
      what: '文字里有看不见的零宽字符',
      now: `共${count}个，在${where}`,
      should: '一个也没有；读的时候已经去掉',
      mend: '不用一个一个删，不去掉也不影响网页；稿件运行 npm run tidy -- <稿件id>，从文件里一次去掉。',
    }),
  ];
}

/** The text as far as it can be read: a space for each character that must not be there. */
const legible = (text: string) =>
  FORBIDDEN.reduce((rest, { pattern }) => rest.replace(everywhere(pattern), (c) => ' '.repeat(c.length)), text);

function forbiddenCharacters(text: string): Finding<Position>[] {
  return text.split(/\r\n?|\n/).flatMap((content, index) =>
    FORBIDDEN.flatMap(({ code, name, pattern }) => {
      const at = content.search(pattern);
      if (at < 0) return [];
      const point = (content.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const count = content.match(everywhere(pattern))?.length ?? 1;
      const more = count > 1 ? `（这一行共有${count}个）` : '';
      const says = `这一行第${at + 1}个字是${name}（U+${point}），应当只有看得见的字${more}。`;
      const mend = '把光标移到这里，删掉这个字；不好删就把整行重新打一遍。';
      return [finding({ line: index + 1, column: at + 1, code, says, mend })];
    }),
  );
}

/** What a file holds as text. */
interface FileText {
  /** null where there is none to go on with. */
  readonly text: string | null;
  /** The same with spaces for the characters that must not be there, to look for further mistakes; null as above. */
  readonly legible: string | null;
  readonly problems: Finding<Position>[];
}

const decoder = new TextDecoder('utf-8');

/** Text of a file from its bytes: UTF-8, with or without BOM, any line ends. */
export function readText(bytes: Uint8Array): FileText {
  const start = { line: 1, column: 1 };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const words = { what: '文件的编码不对', now: '是 UTF-16（Unicode）', should: '是 UTF-8' };
    const problems = [finding({ ...start, code: 'not-utf-8', ...words, mend: SAVE_AS_UTF8 })];
    return { text: null, legible: null, problems };
  }
  if (!isUtf8(bytes)) {
    const { byte, ...at } = firstBadByte(bytes);
    const says = `文件的编码不对：第${at.line}行（第${byte}个字节）不是 UTF-8，多半是用 GBK（ANSI）保存的；应当是 UTF-8。`;
    return { text: null, legible: null, problems: [finding({ ...at, code: 'not-utf-8', says, mend: SAVE_AS_UTF8 })] };
  }
  const written = decoder.decode(bytes);
  const text = withoutInvisible(written);
  if (text.trim() === '') {
    const mend = '照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。';
    const words = { what: '文件是空的', now: '一个字也没有', should: '有内容' };
    return { text: null, legible: null, problems: [finding({ ...start, code: 'empty-file', ...words, mend })] };
  }
  const problems = [...invisibleCharacters(written), ...forbiddenCharacters(text)];
  const broken = problems.some((p) => p.code === 'control-character');
  return { text: broken ? null : text, legible: problems.length > 0 ? legible(text) : text, problems };
}
