import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { type Context, explainIssues, type Issue, misnamed } from '#check/data/explain-issue.ts';
import { type ParsedData, parseJson, parseYaml } from '#check/data/parse-data.ts';
import { readText } from '#check/data/read-text.ts';
import {
  type Finding,
  finding,
  type Position,
  type Problem,
  problemAt,
  type Statement,
  shown,
  type Where,
} from '#check/finding.ts';
import { type NamedThings, notAnId } from '#check/rules/named-things.ts';
import { keptByText } from '#check/text/kept-by-text.ts';
import { readFileWithin, type Unread } from './read-file.ts';

/** One part of the content as read: `value` where its schema passed, `raw` where at least the file could be parsed. */
export interface Part<T> {
  readonly value: T | null;
  readonly raw: unknown;
  /** Whether there is such a file at all. */
  readonly exists: boolean;
}

/** Names in folders that are nobody's content: hidden files, notes, what operating systems leave behind. */
const IGNORED = /^\.|^~\$|^(README\.md|Thumbs\.db|desktop\.ini)$/i;

/** A larger file holds no content that a person wrote; the rivers of a country take a tenth of it. */
const MOST_BYTES = 10_000_000;

const CANNOT_BE_READ: Statement = {
  code: 'unreadable-file',
  what: '文件读不出来',
  now: '打不开',
  should: '是一个能读的普通文件',
  mend: '看看它是不是文件夹、快捷方式，或者被别的程序占着、没有读的权限。',
};

/** What is told of each reason why a file is not read. */
const UNREAD: Readonly<Record<Unread, Statement>> = {
  outside: {
    code: 'link-outside',
    what: '这是一个快捷方式（链接），指到文件夹外面',
    now: '内容在别处',
    should: '是文件本身',
    mend: '把文件本身拷到这里，换掉快捷方式。',
  },
  'not-a-file': CANNOT_BE_READ,
  unreadable: CANNOT_BE_READ,
  'too-large': {
    code: 'file-too-large',
    what: '文件太大',
    now: `超过${MOST_BYTES / 1_000_000} MB`,
    should: '是人写得出来的文字',
    mend: '多半是误把别的文件存成了这个名字；换回原来的文件。',
  },
};

/** Where a finding stands whose place nobody knows, or that is of its file as a whole. */
const START: Position = { line: 1, column: 1 };

/**
 * What stands in a file of data. Read again, as a preview reads after each change, it is not parsed again where it has
 * not changed. A hundred files or two are kept: the data of a programme, and not all that grows with its people.
 */
const parsedOnce = keptByText(parseYaml, 100);

/** Reads files of one content folder, collects what is wrong with them and turns findings into problems with positions. */
export class ContentFiles {
  readonly problems: Problem[] = [];
  /** The content folder; absolute. */
  readonly dir: string;
  readonly #parsed = new Map<string, ParsedData>();
  readonly #failed: (Context & { readonly issues: readonly Issue[] })[] = [];

  constructor(dir: string) {
    this.dir = dir;
  }

  /** Names in a subfolder that count as content, sorted; empty where the folder is missing. */
  names(folder: string): string[] {
    const path = join(this.dir, folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(path)
      .filter((name) => !IGNORED.test(name))
      .sort();
  }

  /** A file that was meant to be this one: places.yml, Places.yaml, places.yaml.txt. */
  #misnamedFile(file: string): string | undefined {
    const stem = (name: string) => name.toLowerCase().replace(/(?:\.(?:ya?ml|json|txt))+$/u, '');
    const folder = dirname(file) === '.' ? '' : dirname(file);
    return this.names(folder).find((name) => stem(name) === stem(basename(file)) && name !== basename(file));
  }

  /** Reads one file with its schema. A missing file is a problem unless it is `optional`. */
  read<S extends z.ZodType>(file: string, schema: S, optional = false): Part<z.output<S>> {
    const path = join(this.dir, file);
    if (!existsSync(path)) {
      if (!optional) {
        const words = { what: '缺少文件', now: `没有 ${file}`, should: '有这个文件' };
        const other = this.#misnamedFile(file);
        const mend = other ? `把 ${other} 改名为 ${basename(file)}。` : '照 content/README.md 里的例子建好这个文件。';
        this.report(file, { code: 'missing-file', ...words, mend });
      }
      return { value: null, raw: undefined, exists: false };
    }
    const bytes = this.bytes(file);
    if (bytes === null) return { value: null, raw: undefined, exists: true };
    const { text, problems } = readText(bytes);
    // A list to which nobody has written anything yet.
    const mayBeEmpty = optional && schema.safeParse(null).success;
    const isEmpty = (all: readonly { readonly code: string }[]) =>
      mayBeEmpty && all.length > 0 && all.every(({ code }) => code === 'empty-file');
    if (isEmpty(problems)) return { value: schema.parse(null), raw: null, exists: true };
    this.tell(file, problems);
    if (text === null) return { value: null, raw: undefined, exists: true };
    const { data, problems: broken } = file.endsWith('.json') ? parseJson(text) : parsedOnce(text);
    if (isEmpty(broken)) return { value: schema.parse(null), raw: null, exists: true };
    this.tell(file, broken);
    if (data === null) return { value: null, raw: undefined, exists: true };
    this.#parsed.set(file, data);
    const result = schema.safeParse(data.value);
    if (result.success) {
      // A key given twice parses, but which of the two counts would be a guess.
      if (broken.length > 0) return { value: null, raw: undefined, exists: true };
      return { value: result.data, raw: data.value, exists: true };
    }
    this.add(explainIssues(file, schema, data.value, result.error.issues));
    this.#failed.push({ file, schema, data: data.value, issues: result.error.issues });
    return { value: null, raw: broken.length > 0 ? undefined : data.value, exists: true };
  }

  /** The bytes of a file; null where it cannot be read, which is told. */
  bytes(file: string): Uint8Array | null {
    const found = readFileWithin(join(this.dir, file), this.dir, MOST_BYTES);
    if (typeof found !== 'string') return found;
    this.report(file, UNREAD[found]);

    return null;
  }

  /** Takes in data that somebody else read from a file, so that findings in it get their places. */
  locateBy(file: string, data: ParsedData): void {
    this.#parsed.set(file, data);
  }

  /** Of names that stand where an id belongs, says which id that is, now that it is known what everything is called. */
  nameIds(named: NamedThings): void {
    for (const { file, schema, data, issues } of this.#failed) {
      for (const { path, word, refersTo } of misnamed(schema, data, issues)) {
        const at = this.#parsed.get(file)?.locate(path);
        const found = this.problems.findIndex(
          (p) => p.file === file && p.code === 'bad-id' && p.line === at?.line && p.column === at.column,
        );
        const problem = this.problems[found];
        const words = { file, path, code: 'bad-id', found: shown(word), ...notAnId(word, named[refersTo]) };
        const { message, mend } = finding(words);
        if (problem) this.problems[found] = { ...problem, message, mend };
      }
    }
  }

  /** Every file whose data could be read, with its data. */
  *data(): Generator<readonly [file: string, value: unknown]> {
    for (const [file, { value }] of this.#parsed) yield [file, value];
  }

  /** Something wrong with a file as a whole. */
  report(file: string, statement: Statement): void {
    this.tell(file, [finding({ ...START, ...statement })]);
  }

  /** Findings in data, each at its place in its file. */
  add(findings: readonly Finding[]): void {
    for (const one of findings) this.tell(one.file, [one]);
  }

  /**
   * Findings of one file, however they say where they stand: here alone a place becomes a line and a column.
   * @param position of an offset in its text, where findings count so
   */
  tell(file: string, findings: readonly Finding<Where>[], position: (at: number) => Position = () => START): void {
    const placeOf = (where: Where): Position => {
      if ('path' in where) return this.#parsed.get(file)?.locate(where.path, where.on) ?? START;
      return 'at' in where ? position(where.at) : where;
    };
    this.problems.push(...findings.map((one) => problemAt(file, placeOf(one), one)));
  }

  /** All problems, by file (in the order files were read), line and column; the same one only once. */
  sorted(): Problem[] {
    const order = new Map<string, number>();
    for (const { file } of this.problems) if (!order.has(file)) order.set(file, order.size);
    const place = (p: Problem) => order.get(p.file) ?? 0;
    const all = this.problems.toSorted((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
    const seen = new Set<string>();
    return all.filter((p) => {
      const key = JSON.stringify(p);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }
}
