import { join } from 'node:path';
import type { PlanKnowledge, ProseBlock, ProseFinding, ProseReader, StoryProse } from '#check/prose/prose.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { assemble } from '#domain/programme/programme.ts';
import { readContent } from '#reader/read-content.ts';
import { realProgramme } from '../../domain/real-programme.ts';

/** A story of plain paragraphs, or of the blocks handed in. */
export function proseOf(...texts: readonly (string | (Partial<ProseBlock> & { text: string }))[]): StoryProse {
  const blocks = texts.map((text) => ({
    part: 'paragraph' as const,
    proved: [],
    group: null,
    quoted: false,
    ...(typeof text === 'string' ? { text } : text),
  }));
  return { blocks, date: '2026-11-01' };
}

/** The real programme and nobody in the records. */
export function realKnowledge(people: readonly Person[] = []): PlanKnowledge {
  return { programme: realProgramme(), terms: [], people, today: '2026-11-25' };
}

/** A programme of made-up places, and nobody in the records; the others: programmes with words of their own. */
export function fictionalKnowledge(
  fixture: 'region' | 'joint' | 'agreement' | 'schools' | 'hospitals' = 'region',
): PlanKnowledge {
  const dir = join(import.meta.dirname, '../../fixtures', fixture);
  const { content } = readContent({ dir, samples: false, now: new Date('2030-01-01T00:00:00Z') });
  if (!content) throw new Error(`the fictional ${fixture} is not whole`);
  return { ...realKnowledge(), programme: assemble(content) };
}

/** What a reader finds in a story: severity, code, the words found, and what is right. */
export const told = (reader: ProseReader, prose: StoryProse) =>
  reader(prose).map(({ severity, code, block, start, end, expected, written }: ProseFinding) =>
    [severity, code, prose.blocks[block]?.text.slice(start, end), expected, written ?? ''].join('｜'),
  );
