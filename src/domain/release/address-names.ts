import { namesMeant } from '../people/bearers.ts';
import type { Records } from './records.ts';

/**
 * Whether the id of a story is made of a name that it prints: its pinyin, joined or parted by hyphens. In the story of
 * that very person it is no other word, even where it is as short as `li-ming`.
 */
export function addressNames(id: string, printed: string, records: Pick<Records, 'people' | 'spelling'>): boolean {
  const parts = id.split('-').map((part) => part.replaceAll(/\d/g, ''));
  const spellings = namesMeant(printed, records).flatMap((name) => [
    ...records.spelling.latin(name).map(({ words }) => words),
    name.toLowerCase(),
  ]);
  const joined = new Set(spellings.map((words) => words.replaceAll(/[^a-z]/g, '')).filter((word) => word.length > 2));
  return parts.some((_, from) =>
    parts.slice(from).some((__, i) => joined.has(parts.slice(from, from + i + 1).join(''))),
  );
}
