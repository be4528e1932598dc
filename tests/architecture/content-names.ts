import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from './source-files.ts';

/** A name or id that only content may know, and where it is written. */
export interface ContentName {
  readonly word: string;
  readonly from: string;
}

/** Ids shorter than this are ordinary letters in any code. */
const SHORTEST_ID = 4;
/** Keys of the content files whose values are names, at whatever depth they stand. */
const NAME_KEYS = new Set([
  ...['name', 'name_today', 'name_bo', 'names', 'former_names', 'romanisations', 'title', 'short', 'organisation'],
  // the two ends of the programme in site.yaml
  ...['from', 'to'],
]);
/** The files and folders of content/ that name things; the map is GeoJSON, which YAML reads too. */
const NAMING = ['places.yaml', 'departments.yaml', 'pairings.yaml', 'site.yaml', 'projects', 'plan/body.yaml', 'map'];
/** In the roster and the contact block of the notice: a label, a colon, the name, two spaces or the end. */
const PERSON = /(?:^|[：])\s*(\p{Script=Han}(?:\s*\p{Script=Han}){1,3})(?=\s{2}\p{Script=Han}|$)/u;
/** Endings of official names: the stem of a place's name counts as a name too. */
const UNIT = /(省|市|县|区|乡|镇|自治区)$/u;

/** Every name and id that content states, longest first, each once. Reads whatever files are there. */
export function contentNames(): readonly ContentName[] {
  const found = new Map<string, string>();
  for (const file of NAMING.flatMap(filesAt)) {
    const data: unknown = parse(readFileSync(join(projectFolder, 'content', file), 'utf8'));
    for (const word of [...namesIn(file, data), ...idsIn(file, data)]) if (!found.has(word)) found.set(word, file);
  }
  return [...found].map(([word, from]) => ({ word, from })).sort((a, b) => b.word.length - a.word.length);
}

function filesAt(path: string): readonly string[] {
  const full = join(projectFolder, 'content', path);
  const kind = statSync(full, { throwIfNoEntry: false });
  if (kind === undefined) return [];
  return kind.isDirectory() ? readdirSync(full).map((name) => `${path}/${name}`) : [path];
}

function namesIn(file: string, data: unknown): readonly string[] {
  const words = file === 'plan/body.yaml' ? personsIn(data) : valuesUnder(NAME_KEYS, data);
  const stems = file === 'places.yaml' ? words.map((word) => word.replace(UNIT, '')) : [];
  return [...words, ...stems].filter(
    (word) => [...word].length >= (/^[\p{Script=Latin}\s]+$/u.test(word) ? SHORTEST_ID : 2),
  );
}

/** Strings below the given keys; `{ text, source }` counts by its text. */
function valuesUnder(keys: ReadonlySet<string>, data: unknown, inside = false): readonly string[] {
  if (typeof data === 'string') return inside ? [data] : [];
  if (Array.isArray(data)) return data.flatMap((item) => valuesUnder(keys, item, inside));
  if (typeof data !== 'object' || data === null) return [];
  const entries = Object.entries(data);
  return entries.flatMap(([key, value]) => valuesUnder(keys, value, keys.has(key) || (inside && key === 'text')));
}

function personsIn(data: unknown): readonly string[] {
  const clauses = Array.isArray(data) ? (data as { role?: string; text?: string }[]) : [];
  return clauses
    .filter((clause) => clause.role === 'roster' || clause.role === 'contact')
    .map((clause) => PERSON.exec(clause.text ?? '')?.[1]?.replaceAll(/\s/gu, '') ?? '')
    .filter(Boolean);
}

/** Ids are the keys of a list, the names of files in a folder, and the lines of a project. */
function idsIn(file: string, data: unknown): readonly string[] {
  const ids: string[] = [];
  if (file.startsWith('projects/')) ids.push(file.slice('projects/'.length).replace(/\.yaml$/, ''), ...lineIds(data));
  if (file === 'places.yaml') ids.push(...Object.keys(record(data)));
  if (file === 'departments.yaml') ids.push(...Object.keys(record(record(data).departments)));
  return ids.filter((id) => id.length >= SHORTEST_ID);
}

function lineIds(data: unknown): readonly string[] {
  const lines = record(data).lines;
  if (!Array.isArray(lines)) return Object.keys(record(lines));
  return lines.map((line) => record(line).id).filter((id) => typeof id === 'string');
}

function record(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
