import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { hourOf } from '#domain/release/hours.ts';
import type { Story } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { ContentFiles } from '#reader/content-files.ts';
import { readStories } from '#reader/stories/read-stories.ts';
import type { KnownToStories } from '#stories/known.ts';
import { pngOf } from '../pictures/samples.ts';
import { NOW, told } from './mutation.ts';

/** What the stories of these tests may name: nothing real. */
export const KNOWN: KnownToStories = {
  facts: new Set(['books-count-2021', 'books-count-2022', 'jia-bing-distance']),
  figures: new Set(['overview', 'crossing-strip']),
  passages: new Set(['c-1-1', 'c-1-2', 'a2-books-2021']),
  projects: new Set(['books', 'visits']),
  places: new Set(['jia', 'yi', 'bing-xiang']),
  languageNames: new Map([['yi', [{ lang: 'ug', text: 'بەپبەپ', source: '虚构的例子' }]]]),
  named: {
    projects: [
      { id: 'books', names: ['捐书'] },
      { id: 'visits', names: ['走访'] },
    ],
    places: [
      { id: 'jia', names: ['甲市'] },
      { id: 'yi', names: ['乙县'] },
      { id: 'bing-xiang', names: ['丙乡'] },
    ],
  },
  values: new Map(),
  placeNames: new Set(),
  readers: () => [],
  quotesDocument: () => false,
  fingerprint: '',
};

/** Front matter with nothing wrong; the body begins on line 9, which is empty. */
export const FRONT = `---
kind: news
title: 一件小事
summary: 一句话说明这件事。
date: 2026-01-05
editor: 编辑部
source: 本站
---
`;

/** A picture of ordinary size, by its header; nobody here decodes it. */
export const PNG = pngOf(800, 600);

/** Files of a content folder: text or bytes; an object with `link` is a symbolic link. */
export type StoryFiles = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** What the check says of some stories alone, and for which of them it is time. */
export function checkedStories(
  written: StoryFiles,
  { known = KNOWN, samples = true, now = NOW }: { known?: KnownToStories; samples?: boolean; now?: Date } = {},
): { problems: Problem[]; stories: Story[]; whole: boolean } {
  const dir = mkdtempSync(join(tmpdir(), 'stories-'));
  try {
    for (const [name, content] of Object.entries(written)) {
      const path = join(dir, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, path);
      else writeFileSync(path, content);
    }
    const files = new ContentFiles(dir);
    const { read, whole } = readStories(files, known, { samples, today: dayInChina(now.toISOString()) });
    const stories = read.map(({ story }) => story).filter((story) => hourOf(story, now) === 'now');
    return { problems: files.sorted(), stories, whole };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const FILE = 'stories/one/index.mdx';

/** What is told of one story with this text, each problem in one string; of problems in that file without its name. */
export function toldOf(text: string | Uint8Array, beside: StoryFiles = {}): string[] {
  const { problems } = checkedStories({ [FILE]: text, ...beside });
  return problems.map((problem) => told(problem).replace(`${FILE}:`, ''));
}

/** The same of a story with good front matter and this body, from line 10 on. */
export const toldOfBody = (body: string, beside?: StoryFiles) => toldOf(`${FRONT}\n${body}\n`, beside);

export interface StoryCase {
  readonly title: string;
  /** The whole text, or the body under good front matter: its first line is line 10 of the file. */
  readonly text?: string | Uint8Array;
  readonly body?: string;
  readonly beside?: StoryFiles;
  /** `line:column severity code｜message｜mend`, in order. */
  readonly told: readonly string[];
}

export const toldOfCase = ({ text, body = '', beside }: StoryCase) =>
  text === undefined ? toldOfBody(body, beside) : toldOf(text, beside);
