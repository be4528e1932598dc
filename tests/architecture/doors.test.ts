import { describe, expect, it } from 'vitest';
import { neighbours } from './doors.ts';
import { filesBelow } from './source-files.ts';

/** Files that only their neighbour imports and that are files of their own all the same, and why. */
const REASONS: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.astro$/, 'Astro has one component a file'],
  [/^src\/check\/rules\/(?:[\w-]+\/)?[\w-]+\.ts$/, 'one file a rule, registered in one list'],
  [/^src\/charts\/.*\/(?:layout|draw|words|types)\.ts$/, 'a figure is layout, drawing and words'],
  [/^src\/client\//, 'a script of the browser is put together from its parts'],
  [/^src\/pictures\/(?:jpeg|avif)\.ts$/, 'one file a format of pictures'],
  [/\.mjs$/, 'runs on any Node, before anything is installed'],
];

/** So many stand without one of these reasons. It may only sink: whoever lowers it writes the new number here. */
const MOST = 86;

describe('a file that only its neighbour imports', () => {
  it('has a reason to be one, or there are fewer of them than before', () => {
    const files = filesBelow(['src', 'scripts'], ['.ts', '.astro', '.mjs']);
    const without = neighbours(files).filter(({ path }) => !REASONS.some(([pattern]) => pattern.test(path)));
    const list = without.map(({ path, importer }) => `${path}: only ${importer} imports it`);
    console.log(`${list.length} of ${files.length} files are imported by one neighbour only (at most ${MOST})`);
    expect(list.length, `${list.join('\n')}\nput one of them into the file that imports it`).toBeLessThanOrEqual(MOST);
  });

  it('is told from one that others need, from a worker, and from one that another folder needs', () => {
    const file = (path: string, text = '') => ({ path, text });
    const files = [
      file('src/domain/a.ts', "import './b.ts';\nimport type { C } from '#domain/c.ts';\nimport './both.ts';"),
      file('src/domain/b.ts', "import './both.ts';"),
      file('src/domain/c.ts'),
      file('src/domain/both.ts'),
      file('src/domain/worker.ts'),
      file('src/format/d.ts', "import '#domain/e.ts';"),
      file('src/domain/e.ts'),
    ];
    expect(neighbours(files).map(({ path }) => path)).toEqual(['src/domain/b.ts', 'src/domain/c.ts']);
  });
});
