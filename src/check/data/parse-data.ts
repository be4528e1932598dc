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
import type { DataPath } from '../finding.ts';
import type { Position, TextProblem } from './read-text.ts';
import { explainYamlError } from './yaml-errors.ts';

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

/** Anchors, aliases, tags and merge keys: legal YAML that nobody here should have to understand. */
function refusedFeatures(document: Document, at: (offset: number) => Position): TextProblem[] {
  const problems: TextProblem[] = [];
  const refuse = (offset: number, what: string) => {
    problems.push({
      ...at(offset),
      severity: 'error',
      code: 'yaml-feature',
      message: `用了本站不用的写法：现在是${what}，应当是直接写出内容。`,
      mend: '把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
    });
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
function wideIndents(rows: readonly string[]): TextProblem[] {
  return rows.flatMap((row, index) => {
    const at = row.search(/[\u3000\u00a0]/);
    if (at < 0 || !/^[ \u3000\u00a0]+(- |[A-Za-z][\w-]*\s*[:：])/.test(row)) return [];
    return [
      {
        line: index + 1,
        column: at + 1,
        severity: 'error' as const,
        code: 'wide-space-indent',
        message: '行首用了全角空格：现在是全角空格，应当是半角空格。',
        mend: '删掉行首的空格，切换到英文输入法，再按空格键，每层两个。',
      },
    ];
  });
}

/** Data of a YAML file. `data` is null where the file is broken; all its complaints are in `problems`. */
export function parseYaml(text: string): { data: ParsedData | null; problems: TextProblem[] } {
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
  const broken = document.errors.flatMap((error): TextProblem[] => {
    const position = at(unclosedQuote(document, text, error) ?? error.pos[0]);
    const complaint = explainYamlError(error, rows[position.line - 1] ?? '');
    // One broken line is often complained about several times.
    const key = `${position.line} ${complaint.code}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...position, severity: 'error', ...complaint }];
  });
  const indents = wideIndents(rows);
  // Wrong indentation makes the parser stumble over everything after it: only the cause is told.
  const causes = [...broken.filter((p) => p.code === 'tab-indent'), ...indents];
  const told = causes.length > 0 ? causes : broken.filter((p, i) => p.code !== 'broken-yaml' || i < 3);
  const problems = [...told, ...refusedFeatures(document, at)];
  const duplicatesOnly = document.errors.every((e) => e.code === 'DUPLICATE_KEY');
  if (problems.some((p) => p.code !== 'duplicate-key') || !duplicatesOnly) return { data: null, problems };
  if (document.contents === null) {
    const message = '文件是空的：现在只有注释，应当有内容。';
    const mend = '照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。';
    return { data: null, problems: [{ line: 1, column: 1, severity: 'error', code: 'empty-file', message, mend }] };
  }
  return { data: { value: document.toJS(), locate: locator(document, lines) }, problems };
}

/** Data of a JSON file; positions are looked up only when something has to be told. */
export function parseJson(text: string): { data: ParsedData | null; problems: TextProblem[] } {
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
    const message = 'JSON 读不懂：现在这里的符号不对，应当是成对的引号、括号和一个个英文逗号。';
    const mend = '这个文件由程序生成，请用原来的程序重新导出，不要手改。';
    return { data: null, problems: [{ ...position, severity: 'error', code: 'broken-json', message, mend }] };
  }
}
