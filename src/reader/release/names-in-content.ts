import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Finding, finding } from '#check/finding.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import type { NameSpelling } from '#domain/release/names/spelling.ts';
import { printable } from '#format/printable.ts';
import type { ContentFiles } from '../content-files.ts';
import { nameSpelling } from './name-spelling.ts';

/** Names that may not be read. */
export interface NotToBeRead {
  /** Those that stop this build. */
  readonly banned: readonly string[];
  /** Those that stop the one for the public. */
  readonly unnamed: readonly string[];
  readonly spelling: NameSpelling;
}

/** Files of which stories have rules of their own, the document is public, and nothing else is shown. */
const OTHERS = /^(?:samples\/)?(?:stories|records|plan)\/|^terms\.yaml$/;
/** Who may sign is asked for, never shown. */
const UNSHOWN = new Set(['reviewers']);

type Path = readonly (string | number)[];

function* textsIn(value: unknown, path: Path): Generator<readonly [text: string, path: Path]> {
  if (typeof value === 'string') yield [value, path];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (!UNSHOWN.has(key)) yield* textsIn(one, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** What the last guard of a build would stop at in files that are no stories, each at its place. */
export function namesInContent(files: ContentFiles, { banned, unnamed, spelling }: NotToBeRead): Finding[] {
  if (banned.length + unnamed.length === 0) return [];
  const finder = nameFinder([...banned, ...unnamed], spelling);
  const stopping = new Set(banned);
  const found: Finding[] = [];
  for (const [file, value] of files.data()) {
    if (OTHERS.test(file)) continue;
    for (const [text, path] of textsIn(value, [])) {
      const [first] = finder.find(text, 'markdown');
      if (!first) continue;
      const stops = stopping.has(first.name);
      found.push(
        finding({
          ...{ file, path, severity: stops ? 'error' : 'warning', code: 'name-not-permitted' },
          what: stops ? '这个名字没有授权，网站里不能出现' : '这个名字没有授权，正式的网站生成不了',
          found: `“${text.slice(first.start, first.end)}”`,
          expected: '没有这个名字的话，或者化名',
          mend: '去掉它，或者换成化名；是同名的另一个人，就在授权记录 people/ 里这个人的文件上写 namesake 说明。',
        }),
      );
    }
  }
  return found;
}

const TEXT = /\.(?:mdx?|ya?ml|json|csv|txt)$/;
const PRIVATE = /(?:^|\/)(?:records|approvals)\//;

/** Where in the files of a content folder names stand, however they are written: `file:line:column`. */
export function placesInContent(dir: string, names: readonly string[]): Map<string, string[]> {
  const finder = nameFinder(names, nameSpelling);
  const places = new Map<string, string[]>();
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = relative('.', file).replaceAll('\\', '/');
    if (!TEXT.test(path) || PRIVATE.test(path)) continue;
    const text = readFileSync(join(dir, file), 'utf8');
    for (const { name, start } of finder.find(text, 'markdown')) {
      const before = text.slice(0, start).split('\n');
      const place = `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  return places;
}

/** How many lines of one kind are printed. */
const MOST = 20;

/**
 * What is said where a name that nobody may see got into a page by a way the rules do not know: the pages, and the lines
 * of the content that it came from.
 */
export function namesWords(shown: readonly { name: string; file: string }[], contentDir: string): string {
  const names = [...new Set(shown.map(({ name }) => name))];
  const places = placesInContent(contentDir, names);
  const pages = shown.slice(0, MOST).map(({ name, file }) => `  ${name}　在网页 ${printable(file)}`);
  const lines = names.flatMap((name) =>
    (places.get(name) ?? []).slice(0, MOST).map((place) => `  ${name}　${printable(place)}`),
  );
  const from = lines.length > 0 ? `内容文件夹里写着它的地方（文件:行:列）：\n${lines.join('\n')}\n` : '';
  return `没有生成网站：下面的名字没有授权，却出现在网页里（共${shown.length}处）。
${pages.join('\n')}
${from}怎么改：去掉这个名字，或者换成化名。若是同名的另一个人，在授权记录 people/ 里这个人的文件上写 namesake 说明。`;
}
