import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { assemble, type Content, type Programme } from '#domain/programme/programme.ts';
import { readContent } from '#reader/read-content.ts';

const CONTENT = join(import.meta.dirname, '../../content');

/** What was read once a worker: nobody may change it. */
const contents = new Map<string, Content>();

/**
 * The real content, joined, without its stories: they are nine tenths of the reading. Without reports unless `samples`.
 */
export function realContent(samples = false): Content {
  return once(`without stories, ${samples}`, () => {
    const dir = mkdtempSync(join(tmpdir(), 'content-'));
    try {
      const wanted = (path: string) => !APART.includes(basename(relative(CONTENT, path)));
      cpSync(CONTENT, dir, { recursive: true, filter: wanted });
      return read(dir, samples);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
}

/** The folders of stories and of the people in them, the samples' too. */
const APART = ['stories', 'records'];

/** The same with its stories. */
export const contentWithStories = (samples = false): Content =>
  once(`with stories, ${samples}`, () => read(CONTENT, samples));

function once(key: string, make: () => Content): Content {
  const content = contents.get(key) ?? make();
  contents.set(key, content);
  return content;
}

function read(dir: string, samples: boolean): Content {
  const { content, problems } = readContent({ dir, samples, now: new Date('2026-11-25T00:00:00Z') });
  if (!content) throw new Error(problems.map((p) => `${p.file}:${p.line} ${p.message}`).join('\n'));
  return content;
}

export const realProgramme = (samples = false): Programme => assemble(realContent(samples));
