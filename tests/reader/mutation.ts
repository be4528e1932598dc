import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { readContent } from '#reader/read-content.ts';

const CONTENT = join(import.meta.dirname, '../../content');
export const NOW = new Date('2026-11-25T00:00:00Z');

/** One change of one file: words replaced (they must be there), or the whole file written, or (null) deleted. */
export interface Mutation {
  readonly file: string;
  readonly replace?: readonly [from: string | RegExp, to: string];
  readonly write?: string | Uint8Array | null;
}

/** A copy of the real content with the changes made, its stories only where one is changed; the caller removes it. */
export function mutatedContent(mutations: readonly Mutation[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  for (const part of [
    'site.yaml',
    'places.yaml',
    'pairings.yaml',
    'departments.yaml',
    'plan',
    'projects',
    'map',
    'samples/reports',
    ...(mutations.some(({ file }) => file.startsWith('stories/')) ? ['stories'] : []),
  ]) {
    cpSync(join(CONTENT, part), join(dir, part), { recursive: true });
  }
  for (const { file, replace, write } of mutations) {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    if (write === null) rmSync(path);
    else if (write !== undefined) writeFileSync(path, write);
    else if (replace) {
      const before = readFileSync(path, 'utf8');
      const after = before.replace(replace[0], () => replace[1]);
      if (after === before) throw new Error(`${file} 里没有可以改的“${replace[0]}”`);
      writeFileSync(path, after);
    }
  }
  return dir;
}

/** What the check says of the changed content, but for the one warning that the real content has. */
export function problemsAfter(mutations: readonly Mutation[], now = NOW): { problems: Problem[]; refused: boolean } {
  const dir = mutatedContent(mutations);
  try {
    const { problems, content } = readContent({ dir, samples: true, now });
    const refused = content === null || problems.some((p) => p.severity === 'error');
    return { problems: problems.filter((p) => p.code !== 'placeholder-address'), refused };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** A problem in one string, as the tests pin it. */
export const told = (p: Problem) => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}｜${p.message}｜${p.mend}`;

export interface Case {
  readonly title: string;
  readonly mutations: readonly Mutation[];
  /** Every problem told, in order; an error refuses the content, a warning does not. */
  readonly told: readonly string[];
  readonly refused: boolean;
}
