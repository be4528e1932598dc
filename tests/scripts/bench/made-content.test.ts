import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { changeOneWord, writeMadeContent } from '../../../scripts/bench/scale/made-content.ts';
import { ownStory, plainStory } from '../../../scripts/bench/scale/story-files.ts';

const region = join(import.meta.dirname, '../../fixtures/region');
const now = new Date('2026-12-01T01:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'made-content-'));
afterAll(() => rmSync(folder, { recursive: true }));

const make = (name: string) => writeMadeContent({ source: region, target: join(folder, name), count: 3, now });
const fileOf = (name: string, id: string) => readFileSync(join(folder, name, 'stories', id, 'index.mdx'), 'utf8');

describe('stories made for the bench', () => {
  const stories = make('first');
  const read = readContent({ dir: join(folder, 'first'), samples: false, now });

  it('are as many as were asked for, each with a title of its own', () => {
    expect(stories.map(({ id }) => id)).toEqual(['made-00001', 'made-00002', 'made-00003']);
    expect(new Set(stories.map(({ title }) => title)).size).toBe(3);
  });

  it('pass the check without a word and are let out', () => {
    expect(read.problems.filter(({ file }) => file.startsWith('stories/made-'))).toEqual([]);
    expect(read.content?.stories.map(({ id }) => id)).toEqual(expect.arrayContaining(stories.map(({ id }) => id)));
  });

  it('hold about 900 characters with a heading and a number, as others do', () => {
    for (const { body } of read.content?.stories.filter(({ id }) => id.startsWith('made-')) ?? []) {
      expect(body.text.length).toBeGreaterThan(750);
      expect(body.text.length).toBeLessThan(1200);
      expect(body.source).toMatch(/^## /m);
      expect(body.facts.length).toBe(1);
    }
  });

  it('are the same in every run', () => {
    make('second');
    for (const { id } of stories) expect(fileOf('second', id)).toBe(fileOf('first', id));
  });

  it('are plain Markdown for other programs: the same words, the numbers written out', () => {
    for (const story of stories) {
      const plain = plainStory(story);
      expect(plain).not.toMatch(/<[A-Z]/);
      for (const block of story.blocks) if ('words' in block) expect(plain).toContain(block.words);
    }
  });

  it('are let out too with one word changed, in one of them', () => {
    const changed = changeOneWord(join(folder, 'first'), stories, now);
    const differ = stories.filter((story) => fileOf('first', story.id) !== ownStory(story));
    expect(differ.map(({ id }) => id)).toEqual([changed]);
    expect(readContent({ dir: join(folder, 'first'), samples: false, now }).content?.stories.length).toBe(
      read.content?.stories.length,
    );
  });
});
