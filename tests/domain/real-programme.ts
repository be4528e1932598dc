import { join } from 'node:path';
import { assemble, type Content, type Programme } from '#domain/programme/programme.ts';
import { readContent } from '#reader/read-content.ts';

/** Read once a worker: nobody may change it. */
const before = new Map<boolean, Content>();

/** The real content, joined; without reports unless `samples`. */
export function realContent(samples = false): Content {
  const content = before.get(samples) ?? read(samples);
  before.set(samples, content);
  return content;
}

function read(samples: boolean): Content {
  const dir = join(import.meta.dirname, '../../content');
  const { content, problems } = readContent({ dir, samples, now: new Date('2026-11-25T00:00:00Z') });
  if (!content) throw new Error(problems.map((p) => `${p.file}:${p.line} ${p.message}`).join('\n'));
  return content;
}

export const realProgramme = (samples = false): Programme => assemble(realContent(samples));
