import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type DataPath, type Finding, finding, type Position, type Statement } from '../finding.ts';

const WORDS: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  BAD_INDENT: ['这一行的缩进和上下行对不齐', '同一层的各行，行首空格要一样多；下一层多两个空格。'],
  BAD_ALIAS: ['这里用了 * 开头的写法', '文字以 * 或 & 开头时，请把整句放进英文引号里。'],
  BAD_SCALAR_START: ['这段文字开头的符号有特别的意思（@ 或 `）', '请把整段文字放进英文引号里。'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠 \\ 用错了', '改用英文单引号，里面的反斜杠就不用管了。'],
  BLOCK_AS_IMPLICIT_KEY: [
    '这一行里有两个“键: 值”，或者下一行多缩进了',
    '一行只写一个“键: 值”，同一层的行首空格一样多；值里有英文冒号加空格时，把值放进英文引号里。',
  ],
  BLOCK_IN_FLOW: ['大括号或方括号里夹了分行的写法', '把括号里的内容写在一行里，各项用英文逗号隔开。'],
  IMPOSSIBLE: ['这一行读不懂', '对照 content/README.md 里的例子重写这一行。'],
  KEY_OVER_1024_CHARS: ['键太长了', '检查这一行的冒号：多半是前面少了一个换行。'],
  MISSING_CHAR: [
    '这里少了一个符号（引号、括号、逗号，或冒号后面的空格）',
    '引号和括号要成对，都用英文的；英文冒号后面要空一格。',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '键占了两行，多半是上一行少了冒号或引号没有关上',
    '每一行都写成“键: 值”，用英文冒号，冒号后面空一格。',
  ],
  MULTIPLE_DOCS: ['一个文件里有两份内容（中间有 --- 分隔线）', '删掉 --- 这一行，或者分成两个文件。'],
  UNEXPECTED_TOKEN: [
    '这里多了一个符号，或者前面的引号、括号没有关上',
    '检查这一行和上一行的引号、括号、逗号是不是成对、是不是英文的。',
  ],
};

/** The Chinese words for one complaint of the parser; `line` is the text of the line it complains about. */
function explainYamlError(error: YAMLError, line: string): Statement {
  if (error.code === 'DUPLICATE_KEY') {
    const key = line.match(/^[\s-]*([^:：]+?)\s*:/)?.[1] ?? '';
    const what = key === '' ? '同一个键写了两次' : `键“${key}”写了两次`;
    return {
      code: 'duplicate-key',
      what,
      now: '同一层里有两个',
      should: '只有一个',
      mend: '删掉一个；如果是两样东西，请给其中一个换名字。',
    };
  }
  if (error.code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) {
    return {
      code: 'tab-indent',
      what: '行首用了制表符（Tab 键）',
      now: '是 Tab',
      should: '是空格',
      mend: '删掉行首的 Tab，改用空格，每层两个。',
    };
  }
  const [message, usual] = WORDS[error.code] ?? ['这一行的写法读不懂', '对照 content/README.md 里的例子重写这一行。'];
  const wide = /[{[].*[，：]|^[\w\s-]*：/.test(line.replaceAll(/'[^']*'|"[^"]*"/g, ''));
  const mend = wide ? `这一行里有全角的“，”或“：”，用作分隔的要改成英文的 , 和 : 。${usual}` : usual;
  const text = line.trim();
  const seen = text === '' ? '' : `：现在是“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  return { code: 'broken-yaml', says: `${message}${seen}，应当是“键: 值”或以“- ”开头的一行。`, mend };
}

/** A file's data with the way back from a path in it to a line and a column. */
export interface ParsedData {
  readonly value: unknown;
  /** Where a path stands; of what is missing, where the nearest thing around it stands. */
  readonly locate: (path: DataPath, on?: 'key') => Position;
}

function locator(document: Document, lines: LineCounter): ParsedData['locate'] {
  return (path, on) => {
    let node: unknown = document.contents;
    let at = 0;
    const start = (n: unknown) => (isNode(n) && n.range ? n.range[0] : null);
    at = start(node) ?? 0;
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
        if (!pair) break;
        const key = start(pair.key);
        node = pair.value;
        // An empty value has no place of its own: point at its key.
        const empty = isScalar(node) && node.value === null && node.source !== 'null' && node.source !== '~';
        at = (last && on === 'key') || empty ? (key ?? at) : (start(node) ?? key ?? at);
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (node === undefined) break;
        at = start(node) ?? at;
      } else break;
    }
    const { line, col } = lines.linePos(at);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

/** Without these signs there is none of them; a merge key may also be spelt in codes. */
const MAY_REFUSE = /[&*!\\]|<</;

/** Anchors, aliases, tags and merge keys: legal YAML that nobody here should have to understand. */
function refusedFeatures(document: Document, text: string, at: (offset: number) => Position): Finding<Position>[] {
  const problems: Finding<Position>[] = [];
  if (!MAY_REFUSE.test(text)) return problems;
  const refuse = (offset: number, what: string) => {
    problems.push(
      finding({
        ...at(offset),
        code: 'yaml-feature',
        what: '用了本站不用的写法',
        found: what,
        expected: '直接写出内容',
        mend: '把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
      }),
    );
  };
  visit(document, (_, node) => {
    if (isPair(node)) {
      if (isScalar(node.key) && node.key.value === '<<') refuse(node.key.range?.[0] ?? 0, '合并键 <<');
      return;
    }
    if (!isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) refuse(offset, `引用 *${node.source}`);
    else if (node.anchor) refuse(offset, `记号 &${node.anchor}`);
    else if (node.tag) refuse(offset, `标签 ${node.tag.replace('tag:yaml.org,2002:', '!!')}`);
  });
  return problems;
}

/** Where the quotation mark stands that is never closed; the parser complains at the end of the file only. */
function unclosedQuote(document: Document, text: string, error: YAMLError): number | null {
  if (!/^Missing closing/.test(error.message)) return null;
  let start: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type?.startsWith('QUOTE') && node.range && text.slice(node.range[1]).trim() === '')
        start = node.range[0];
    },
  });
  return start;
}

/** Indentation by wide or non-breaking spaces looks right and is read as text. */
function wideIndents(rows: readonly string[]): Finding<Position>[] {
  return rows.flatMap((row, index) => {
    const [indent] = /^[ \u3000\u00a0]+(?=- |[A-Za-z][\w-]*\s*[:：])/.exec(row) ?? [''];
    const at = indent.search(/[\u3000\u00a0]/);
    if (at < 0) return [];
    return [
      finding({
        line: index + 1,
        column: at + 1,
        code: 'wide-space-indent',
        what: '行首用了全角空格',
        found: '全角空格',
        expected: '半角空格',
        mend: '删掉行首的空格，切换到英文输入法，再按空格键，每层两个。',
      }),
    ];
  });
}

/** Signs that look right where only the narrow one is read, by what stands in their place. */
const LOOKS_RIGHT: readonly (readonly [
  RegExp,
  Pick<Statement, 'code'> & { what: string; found: string; expected: string; mend: string },
])[] = [
  [
    /^\s*(?:- )?[A-Za-z_][\w-]*\s*()：/du,
    {
      code: 'full-width-colon',
      what: '冒号是全角的',
      found: '“：”',
      expected: '英文冒号和一个空格',
      mend: '切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
    },
  ],
  [
    /^\s*(?:- )?[A-Za-z_][\w-]*\s*:()[\u3000\u00a0]/du,
    {
      code: 'wide-space-after-colon',
      what: '冒号后面是全角空格',
      found: '全角空格',
      expected: '半角空格',
      mend: '删掉冒号后面的空格，切换到英文输入法，再按一下空格键。',
    },
  ],
  [
    /^\s*(?:- )?[A-Za-z_][\w-]*():(?=[^\s:/\u3000\u00a0])/du,
    {
      code: 'colon-without-space',
      what: '冒号后面少了空格',
      found: '冒号紧接着值',
      expected: '冒号后面空一格',
      mend: '英文冒号后面空一格，再写值。',
    },
  ],
  [
    /^\s*-()[\u3000\u00a0]/du,
    {
      code: 'wide-space-after-dash',
      what: '“-”后面是全角空格',
      found: '全角空格',
      expected: '半角空格',
      mend: '删掉“-”后面的空格，切换到英文输入法，再按一下空格键。',
    },
  ],
  [
    /^\s*()[－—–−·•][\s\u3000]*[A-Za-z_][\w-]*\s*[:：]/du,
    {
      code: 'wide-dash',
      what: '列表前面的横线不是英文的',
      found: '全角的横线',
      expected: '英文的“-”和一个空格',
      mend: '切换到英文输入法，改成“- ”，后面空一格。',
    },
  ],
];

/** Lines of a broken file that look right and are not: what the parser stumbles over comes after them. */
function looksRight(rows: readonly string[]): Finding<Position>[] {
  return rows.flatMap((row, index) =>
    LOOKS_RIGHT.flatMap(([pattern, words]) => {
      const found = pattern.exec(row.replace(/\s#.*$/u, ''));
      return found
        ? [finding({ line: index + 1, column: (found.indices?.[1]?.[0] ?? found[0].length) + 1, ...words })]
        : [];
    }).slice(0, 1),
  );
}

/** Data of a YAML file. `data` is null where the file is broken; all its complaints are in `problems`. */
export function parseYaml(text: string): { data: ParsedData | null; problems: Finding<Position>[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    merge: false,
    logLevel: 'silent',
  });
  const rows = text.split(/\r?\n/);
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const seen = new Set<string>();
  const broken = document.errors.flatMap((error): Finding<Position>[] => {
    const position = at(unclosedQuote(document, text, error) ?? error.pos[0]);
    const complaint = explainYamlError(error, rows[position.line - 1] ?? '');
    // One broken line is often complained about several times.
    const key = `${position.line} ${complaint.code}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [finding({ ...position, ...complaint })];
  });
  const indents = wideIndents(rows);
  // Wrong indentation makes the parser stumble over everything after it: only the cause is told.
  const isBroken = broken.some(({ code }) => code === 'broken-yaml');
  const causes = [...broken.filter((p) => p.code === 'tab-indent'), ...indents, ...(isBroken ? looksRight(rows) : [])];
  const told = causes.length > 0 ? causes : broken.filter((p, i) => p.code !== 'broken-yaml' || i < 3);
  const problems = [...told, ...refusedFeatures(document, text, at)];
  const duplicatesOnly = document.errors.every((e) => e.code === 'DUPLICATE_KEY');
  if (problems.some((p) => p.code !== 'duplicate-key') || !duplicatesOnly) return { data: null, problems };
  if (document.contents === null) {
    const words = { what: '文件是空的', now: '只有注释', should: '有内容' };
    const mend = '照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。';
    return { data: null, problems: [finding({ line: 1, column: 1, code: 'empty-file', ...words, mend })] };
  }
  return { data: { value: document.toJS(), locate: locator(document, lines) }, problems };
}

/** Data of a JSON file; positions are looked up only when something has to be told. */
export function parseJson(text: string): { data: ParsedData | null; problems: Finding<Position>[] } {
  try {
    const value: unknown = JSON.parse(text);
    let yaml: ParsedData | null | undefined;
    const locate: ParsedData['locate'] = (path, on) => {
      yaml ??= parseYaml(text.replaceAll('\t', ' ')).data;
      return yaml?.locate(path, on) ?? { line: 1, column: 1 };
    };
    return { data: { value, locate }, problems: [] };
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const words = { what: 'JSON 读不懂', now: '这里的符号不对', should: '是成对的引号、括号和一个个英文逗号' };
    const mend = '这个文件由程序生成，请用原来的程序重新导出，不要手改。';
    return { data: null, problems: [finding({ ...position, code: 'broken-json', ...words, mend })] };
  }
}
