import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { realProgramme } from '../domain/real-programme.ts';
import { NOW } from '../reader/mutation.ts';

const block = (text: string, part: ProseBlock['part'] = 'paragraph'): ProseBlock => ({
  ...{ part, text, proved: [], group: null, quoted: false },
});

describe('all that reads the words of stories, together', () => {
  const readers = proseReaders({ terms: [], people: [], today: '2026-11-25' }, realProgramme());
  const told = (blocks: ProseBlock[]) =>
    readers.flatMap((read) => read({ blocks, date: '2026-11-01' })).map((f) => `${f.code} ${f.found}`);

  it('finds nothing wrong with the notice, clause by clause and as one text', () => {
    const { clauses, tables } = realProgramme();
    const texts = [
      ...clauses.map(({ text }) => text),
      ...tables.flatMap((t) => [t.title, ...(t.notes ?? []).map((n) => n.text)]),
    ];
    expect(texts.flatMap((text) => told([block(text)]))).toEqual([]);
    expect(told(texts.map((text) => block(text)))).toEqual([]);
  });

  it('finds nothing wrong with any story of the site and the samples', () => {
    const { problems } = readContent({ dir: join(projectFolder, 'content'), samples: true, now: NOW });
    const files = problems.filter(({ code }) => code !== 'placeholder-address' && code !== 'picture-expired');
    expect(files.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });
});
