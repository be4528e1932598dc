import { soundOf } from '#format/pinyin.ts';
import type { PersonRecord } from './record-text.ts';

/** The first of a name, name-2, name-3 … that is free. */
function numbered(stem: string, isTaken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/**
 * An id for someone new: the pinyin of the name that is printed. The check names files in what it says, so whoever has a
 * 化名 has an id made of that and never of the real name. What has no pinyin is numbered.
 */
export function newPersonId(
  { name, alias }: Pick<PersonRecord, 'name' | 'alias'>,
  isTaken: (id: string) => boolean,
): string {
  const words = soundOf(alias ?? name ?? '', true)
    .normalize('NFKD')
    .toLowerCase();
  const stem = words
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-$/u, '');
  return numbered(stem === '' ? 'person' : stem, isTaken);
}

/** An id for a new paper: whose it is and the year in which it was signed. */
export const newConsentId = (person: string, signed: string, isTaken: (id: string) => boolean): string =>
  numbered(`${person}-${signed.slice(0, 4)}`, isTaken);
