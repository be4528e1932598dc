import { decoded } from './entities.ts';
import { notWellFormed, tooMuch, unsafe } from './refusal.ts';
import { readTag, type XmlTag } from './tag.ts';

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** '' where it has no prefix. */
  readonly namespace: string;
  readonly value: string;
}

export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The text directly inside it. */
  readonly text: string;
  /** Line of its start tag, from 1. */
  readonly line: number;
}

/** An element while it is being read. */
interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
  /** Namespaces by prefix that hold inside it. */
  readonly scope: ReadonlyMap<string, string>;
}

/** More than any drawing needs, less than would cost a second. */
const DEEPEST = 100;
const MOST_ELEMENTS = 50_000;
const MOST_PREFIXES = 100;

/**
 * Reads XML that is written the plain way: no document type, no entities of its own, no instructions to programs. It is
 * stricter than a browser on purpose: what two programs could read in two ways is refused. Throws `Refused`.
 */
export function readXml(text: string): XmlElement {
  const lineAt = lineCounter(text);
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const line = lineAt(at);
    const inside = open.at(-1);
    if (text[at] !== '<') {
      const end = text.indexOf('<', at) < 0 ? text.length : text.indexOf('<', at);
      addText(inside, text.slice(at, end), line);
      at = end;
    } else if (text.startsWith('<!', at) || text.startsWith('<?', at)) {
      at = readAside(text, at, line, inside);
    } else if (text.startsWith('</', at)) {
      const end = endOf(text, '>', at, line);
      const name = text.slice(at + 2, end).trimEnd();
      if (inside?.name !== name) throw notWellFormed(line, `有对不上的 </${name.slice(0, 20)}>`);
      open.pop();
      at = end + 1;
    } else {
      const tag = readTag(text, at, line);
      const element = elementOf(tag, inside, line);
      if (root && !inside) throw notWellFormed(line, '在最外层的标签后面又有一个');
      if (++count > MOST_ELEMENTS) throw tooMuch(`图形超过${MOST_ELEMENTS}个`, `图形不超过${MOST_ELEMENTS}个`);
      root ??= element;
      inside?.children.push(element);
      if (!tag.closed && open.push(element) > DEEPEST) throw tooMuch(`套了超过${DEEPEST}层`, `最多套${DEEPEST}层`);
      at = tag.end;
    }
  }
  if (!root || open.length > 0) throw notWellFormed(lineAt(text.length), '以后没有写完');
  return root;
}

function addText(inside: Growing | undefined, raw: string, line: number): void {
  if (inside) inside.text += decoded(raw, line);
  else if (raw.trim() !== '') throw notWellFormed(line, '在标签以外有字');
}

function endOf(text: string, mark: string, from: number, line: number): number {
  const end = text.indexOf(mark, from);
  if (end < 0) throw notWellFormed(line, `以后缺“${mark}”`);
  return end;
}

/** Encodings other than these would make other letters of the same bytes. */
const DECLARATION = /^<\?xml\s[^<>&]*$/;
const OTHER_ENCODING = /encoding(?!\s*=\s*["'](utf-8|us-ascii)["'])/i;

/** What is no element: comments, CDATA, instructions to programs, declarations. Returns where the text goes on. */
function readAside(text: string, at: number, line: number, inside: Growing | undefined): number {
  if (text.startsWith('<!--', at)) {
    const end = endOf(text, '-->', at + 4, line);
    if (text.slice(at + 4, end + 1).includes('--')) throw notWellFormed(line, '的注释里有“--”');
    return end + 3;
  }
  if (text.startsWith('<![CDATA[', at) && inside) {
    const end = endOf(text, ']]>', at + 9, line);
    inside.text += text.slice(at + 9, end);
    return end + 3;
  }
  if (text.startsWith('<!', at)) {
    const mend = '用记事本打开，删掉以 <!DOCTYPE 开头的那一段（到 > 为止）；或者在画图软件里另存为“普通 SVG”。';
    throw unsafe(line, '文件类型声明 <!DOCTYPE', mend);
  }
  const end = endOf(text, '?>', at, line);
  const written = text.slice(at, end);
  const [target = ''] = written.slice(2).split(/\s/, 1);
  const declares = at === 0 && DECLARATION.test(written) && !OTHER_ENCODING.test(written);
  if (target === 'xpacket' || declares) return end + 2;
  throw unsafe(line, `给程序的指令 <?${target.slice(0, 20)}`);
}

function elementOf({ name, attributes: written }: XmlTag, parent: Growing | undefined, line: number): Growing {
  const parts = written.map(([full, value]) => ({ name: full, ...split(full), value }));
  const declared = parts.flatMap(({ name, prefix, local, value }): [string, string][] =>
    name === 'xmlns' ? [['', value]] : prefix === 'xmlns' ? [[local, value]] : [],
  );
  const outside = parent?.scope ?? NONE;
  const scope = declared.length > 0 ? new Map([...outside, ...declared]) : outside;
  if (scope.size > MOST_PREFIXES) throw tooMuch(`前缀超过${MOST_PREFIXES}个`, `前缀不超过${MOST_PREFIXES}个`);
  const { prefix, local } = split(name);
  const unknown = [prefix, ...parts.map((part) => part.prefix)].find((p) => !scope.has(p));
  if (unknown !== undefined) throw notWellFormed(line, `的前缀“${unknown}:”没有声明`);
  // The default namespace holds for elements alone.
  const attributes = parts.map((part) => ({ ...part, namespace: part.prefix ? (scope.get(part.prefix) ?? '') : '' }));
  return { name, local, namespace: scope.get(prefix) ?? '', attributes, children: [], text: '', line, scope };
}

/** What every document knows before it declares anything. */
const NONE: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

function split(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(colon, 0)), local: name.slice(colon + 1) };
}

/** Line of a position; positions only ever grow, so the text is walked through once. */
function lineCounter(text: string): (at: number) => number {
  let [line, next] = [1, text.indexOf('\n')];
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}
