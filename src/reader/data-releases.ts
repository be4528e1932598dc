import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { z } from 'zod';
import { parseJson } from '#check/data/parse-data.ts';
import {
  CHECKSUMS,
  DESCRIPTION,
  FACTS_FILE,
  type FrozenData,
  type FrozenFact,
  type FrozenFile,
  RELEASES_FOLDER,
} from '#domain/data-releases/data-release.ts';
import type { ContentFiles } from './content-files.ts';
import { sha256 } from './sha256.ts';

/** A data release with the hash by which the next one knows it. */
export interface ReadRelease extends FrozenData {
  readonly list: string;
  /** The release before it, as it was when this one was made. */
  readonly before: { readonly date: string; readonly list: string } | null;
}

const LINE = /^([0-9a-f]{64}) {2}([\w.-]+)$/;

/** How a frozen file comes back. */
const BACK = '从 Git 里取回定版时的那一份（git checkout）；真要改数，改内容，再定新的一版（npm run release:data）。';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The rows of a table by the names of its columns. */
function rowsOf(bytes: Uint8Array): Map<string, string>[] {
  const [columns = [], ...rows] = parseCsv(text(bytes).replace(/^\uFEFF/, ''));
  return rows.map((row) => new Map(columns.map((column, i) => [String(column), String(row[i] ?? '')])));
}

/** The facts of a release; what a spreadsheet would have taken for a formula stands behind a mark. */
function factsOf(bytes: Uint8Array): FrozenFact[] {
  return rowsOf(bytes).map((row) => {
    const of = (key: string) => (row.get(key) ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
    return {
      ...{ id: of('id'), label: of('label'), value: of('value'), unit: of('unit'), source: of('source') },
      basis: of('basis') as FrozenFact['basis'],
      day: of('day') || null,
      from: of('rests_on').split(' ').filter(Boolean),
    };
  });
}

const describedSchema = z.object({ previous: z.object({ version: z.string(), hash: z.string() }).optional() });

/** What a release says of the one before it. */
function beforeOf(bytes: Uint8Array): ReadRelease['before'] {
  const { data } = describedSchema.safeParse(parseJson(text(bytes)).data?.value);
  return data?.previous ? { date: data.previous.version, list: data.previous.hash.replace(/^sha256:/, '') } : null;
}

/** Reads one release and holds every file against its list; null where it is not as it was made, which is told. */
function readRelease(files: ContentFiles, date: string): ReadRelease | null {
  const folder = `${RELEASES_FOLDER}/${date}`;
  const present = files.names(folder);
  if (!present.includes(CHECKSUMS)) {
    files.report(`${folder}/${CHECKSUMS}`, {
      code: 'frozen-list-missing',
      what: `数据版本${date}没有校验值的清单`,
      now: `没有 ${CHECKSUMS}`,
      should: '有定版时做好的那一份',
      mend: `${BACK}这个文件夹是手工建的，就把它移走。`,
    });
    return null;
  }
  const list = files.bytes(`${folder}/${CHECKSUMS}`);
  if (!list) return null;
  const named = text(list)
    .split('\n')
    .flatMap((line) => {
      const [, hash, name] = LINE.exec(line) ?? [];
      return hash && name ? [{ hash, name }] : [];
    });
  const bytesOf = new Map<string, Uint8Array>();
  let whole = true;
  for (const { hash, name } of named) {
    const file = `${folder}/${name}`;
    if (!present.includes(name)) {
      whole = false;
      files.report(file, {
        code: 'frozen-file-missing',
        what: `数据版本${date}少了一个文件`,
        now: `没有 ${name}`,
        should: '和定版时一样，一个文件也不少',
        mend: BACK,
      });
      continue;
    }
    const bytes = files.bytes(file);
    if (!bytes) {
      whole = false;
      continue;
    }
    bytesOf.set(name, bytes);
    const now = sha256(bytes);
    if (now === hash) continue;
    whole = false;
    files.report(file, {
      code: 'frozen-file-changed',
      what: `数据版本${date}的文件改过了`,
      now: `校验值是 ${now.slice(0, 12)}…`,
      should: `是定版时的 ${hash.slice(0, 12)}…，一个字节也不变`,
      mend: BACK,
    });
  }
  const known = new Set([CHECKSUMS, ...named.map(({ name }) => name)]);
  for (const name of present.filter((one) => !known.has(one))) {
    whole = false;
    files.report(`${folder}/${name}`, {
      code: 'frozen-file-added',
      what: `数据版本${date}多了一个文件`,
      now: `有 ${name}`,
      should: '和定版时一样，一个文件也不多',
      mend: '把它移到别处去；要多发布一样，定新的一版（npm run release:data）。',
    });
  }
  const [facts, description] = [bytesOf.get(FACTS_FILE), bytesOf.get(DESCRIPTION)];
  if (!whole || !facts || !description) return null;
  const listed: FrozenFile = { name: CHECKSUMS, bytes: list.length, sha256: sha256(list) };
  return {
    date,
    facts: factsOf(facts),
    files: [
      ...[...bytesOf].map(([name, { length }]) => ({ name, bytes: length, sha256: hashIn(named, name) })),
      listed,
    ],
    list: listed.sha256,
    before: beforeOf(description),
  };
}

const hashIn = (named: readonly { hash: string; name: string }[], name: string) =>
  named.find((one) => one.name === name)?.hash ?? '';

/** Every release knows the one before it: one that is gone, or has another list, is told. */
function chainHolds(files: ContentFiles, releases: readonly ReadRelease[], dates: readonly string[]): boolean {
  let whole = true;
  for (const { date, before } of releases) {
    if (!before) continue;
    const own = releases.find((one) => one.date === before.date);
    if (own?.list === before.list) continue;
    // One that could not be read was told already.
    if (!own && dates.includes(before.date)) continue;
    whole = false;
    const file = `${RELEASES_FOLDER}/${before.date}`;
    files.report(own ? `${file}/${CHECKSUMS}` : file, {
      ...(own
        ? { code: 'frozen-file-changed', what: `数据版本${before.date}的清单改过了`, now: '和定版时的不一样' }
        : { code: 'data-release-missing', what: `数据版本${before.date}不见了`, now: '没有这个文件夹' }),
      should: `是数据版本${date}记着的那一版`,
      mend: '发布过的网址不能没有：从 Git 里取回来（git checkout）。',
    });
  }
  return whole;
}

/** The data releases up to a day, each held against its list of hashes; a missing folder is none. */
export function readDataReleases(
  files: ContentFiles,
  today: string,
): { readonly releases: readonly ReadRelease[]; readonly whole: boolean } {
  let whole = true;
  const dates: string[] = [];
  for (const name of files.names(RELEASES_FOLDER)) {
    if (z.iso.date().safeParse(name).success) {
      if (name <= today) dates.push(name);
      continue;
    }
    whole = false;
    files.report(`${RELEASES_FOLDER}/${name}`, {
      code: 'unexpected-file',
      what: '这里只放数据版本',
      now: `有“${name}”`,
      should: '是 npm run release:data 做好的、以日期为名的文件夹',
      mend: '把它移到别处去。',
    });
  }
  const read = dates.map((date) => readRelease(files, date));
  const releases = read.filter((one): one is ReadRelease => one !== null);
  const holds = chainHolds(files, releases, dates);
  return { releases, whole: whole && holds && releases.length === dates.length };
}

/** The bytes of a frozen file. Throws where they are not those that the check read: it was changed while we built. */
export function frozenBytes(contentDir: string, date: string, { name, sha256: hash }: FrozenFile): Buffer {
  const bytes = readFileSync(join(contentDir, RELEASES_FOLDER, date, name));
  if (sha256(bytes) === hash) return bytes;
  throw new Error(`${RELEASES_FOLDER}/${date}/${name} 在生成的时候改过了；运行 npm run check 查看。`);
}
