import { parseYaml } from '#check/data/parse-data.ts';
import type { Position } from '#check/data/read-text.ts';
import type { MentionPlace } from '#domain/people/mentions.ts';
import type { ReadStory } from '#reader/stories/read-story.ts';
import { splitStory } from '#stories/body/split.ts';

/** What of a read story tells where something stands in its file. */
export type PlacedStory = Pick<ReadStory, 'position'> & { readonly text: string };

/**
 * Finds line and column of the places of a story that name somebody, counted from 1 in its file. In a value of the front
 * matter the column is that of the name where the value stands on one line, else of the value.
 */
export function mentionPositions({ text, position }: PlacedStory): (at: MentionPlace, name: string) => Position {
  const front = splitStory(text).front ?? '';
  const data = parseYaml(front).data;
  const lines = text.split('\n');
  return ({ path, start }, name) => {
    if (path === null) return position(start);
    const { line, column } = data?.locate(path) ?? { line: 1, column: 1 };
    const found = (lines[line - 1] ?? '').indexOf(name, column - 1);
    return { line, column: found < 0 ? column : found + 1 };
  };
}
