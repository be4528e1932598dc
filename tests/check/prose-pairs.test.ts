import { describe, expect, it } from 'vitest';
import { checkedStories, FRONT } from '../reader/story-mutation.ts';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import { PAIRS, RIGHT, WRONG } from './prose-sentences.ts';

/** What the check says of a sentence that stands in a story, on line 12 of its file. */
function told(sentence: string): string[] {
  const text = `${FRONT}\n第一段，什么也不说。\n\n${sentence}\n`;
  const { problems } = checkedStories({ 'stories/one/index.mdx': text }, { known: KNOWN_PROGRAMME });
  return problems.map(({ line, severity, code, message, mend }) => `${line} ${severity} ${code} ${message} ${mend}`);
}

describe('a sentence in a story', () => {
  it.each(PAIRS)('is told on its line where it is wrong, with what is right: %s', (wrong, _, says) => {
    const lines = told(wrong);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.startsWith('12 '))).toEqual([]);
    expect(lines.join('\n')).toContain(says);
  });

  it.each(PAIRS.map(([, right]) => right))('is left alone where it is right: %s', (right) => {
    expect(told(right)).toEqual([]);
  });

  it.each(WRONG)('is told where it is wrong: %s', (wrong) => {
    expect(told(wrong).filter((line) => line.startsWith('12 ')).length).toBeGreaterThan(0);
  });

  it.each(RIGHT)('is left alone where it says something else or says it well: %s', (right) => {
    expect(told(right)).toEqual([]);
  });
});
