import { createHash } from 'node:crypto';
import { CHECKSUMS, type DataRelease, DESCRIPTION, FACTS_FILE } from '#domain/data-releases/data-release.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { routesUnder } from '#format/routes.ts';
import { factsCsv } from './facts-table.ts';
import { frozenPackage, type ReleaseBefore } from './package.ts';
import { DATA_TABLE_NAMES, tableCsv, tableJson } from './tables.ts';

/** A file of a data release, before it is written. */
export interface ReleaseText {
  readonly name: string;
  readonly text: string;
}

/** Addresses in a release are those of a site at the top of its address: the files are the same wherever it lies. */
const { passage } = routesUnder('/');

/** What a release is made for: the figures, without what describes them. No story, and nobody, is in any of them. */
export const figureFiles = (programme: Programme): ReleaseText[] => [
  ...DATA_TABLE_NAMES.flatMap((name) => [
    { name: `${name}.csv`, text: tableCsv(name, programme, passage) },
    { name: `${name}.json`, text: tableJson(name, programme, passage) },
  ]),
  { name: FACTS_FILE, text: factsCsv(programme.facts.values(), passage) },
];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** All files of a data release, the list of hashes last: `sha256sum -c` reads it. */
export function releaseFiles(programme: Programme, date: string, before: ReleaseBefore | null): ReleaseText[] {
  const described = frozenPackage(programme, date, passage, before);
  const files = [
    ...figureFiles(programme),
    { name: DESCRIPTION, text: `${JSON.stringify(described, null, 2)}\n` },
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const list = files.map(({ name, text }) => `${sha256(text)}  ${name}\n`).join('');
  return [...files, { name: CHECKSUMS, text: list }];
}

/** The newest data release whose figures are those of today, so that it can be cited for them; null where none is. */
export function sameRelease(programme: Programme): string | null {
  const { dataReleases } = programme.content;
  if (dataReleases.length === 0) return null;
  const figures = figureFiles(programme).map((file) => ({ name: file.name, sha256: hashOf(file) }));
  const holds = ({ files }: DataRelease) =>
    figures.every(({ name, sha256: own }) => files.some((file) => file.name === name && file.sha256 === own));
  return dataReleases.findLast(holds)?.date ?? null;
}

/** The hash by which a file of a release is known. */
export const hashOf = ({ text }: ReleaseText): string => sha256(text);
