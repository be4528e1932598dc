import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import type { KeptStory } from '#reader/stories/read-story.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';

const dir = mkdtempSync(join(tmpdir(), 'kept-stories-'));
beforeAll(() => cpSync(join(projectFolder, 'content'), dir, { recursive: true }));
afterAll(() => rmSync(dir, { recursive: true }));

const NOW = new Date('2026-12-01T09:00:00+08:00');

/** What was read, as it would come from a file. */
let disk = new Map<string, KeptStory>();

/** How many stories were read anew, and all that came of the reading. */
function read(now: Date, kept: Map<string, KeptStory> | null): { anew: number; told: string } {
  const before = kept?.size ?? 0;
  const result = readContent({ dir, samples: true, now, ...(kept && { kept }) });
  return { anew: (kept?.size ?? 0) - before, told: toldOf(result) };
}

const toldOf = ({ content, problems, standings, changes, banned }: ReadResult): string =>
  JSON.stringify([content, problems, changes, banned, standings.map((one) => ({ ...one, at: one.position(40) }))]);

const onDisk = (kept: Map<string, KeptStory>) => new Map<string, KeptStory>(JSON.parse(JSON.stringify([...kept])));

describe('a story that was read before', () => {
  it('is told word for word as when it is read, from a file too', () => {
    const plain = read(NOW, null);
    const first = new Map<string, KeptStory>();
    expect(read(NOW, first)).toEqual({ anew: first.size, told: plain.told });
    expect(first.size).toBeGreaterThan(10);
    disk = onDisk(first);
    expect(read(NOW, disk)).toEqual({ anew: 0, told: plain.told });
  });

  it('is read alone again where only its own file has changed', () => {
    const [{ story } = { story: undefined }] = disk.values();
    const file = join(dir, 'stories', story?.id ?? '', 'index.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n又添了一句。\n`);
    const { anew, told } = read(NOW, disk);
    expect([anew, told === read(NOW, null).told, told.includes('又添了一句')]).toEqual([1, true, true]);
  });

  it('is not read again where what others say or published has changed: no story is compared with it', () => {
    rmSync(join(dir, 'coverage'), { recursive: true });
    rmSync(join(dir, 'outside'), { recursive: true });
    expect(read(NOW, disk)).toEqual({ anew: 0, told: read(NOW, null).told });
  });

  it('is read again with all others where what it is compared with has changed: the day, a term, a person', () => {
    const all = read(NOW, new Map()).anew;
    const later = new Date('2026-12-02T09:00:00+08:00');
    expect(read(later, disk)).toEqual({ anew: all, told: read(later, null).told });
    writeFileSync(
      join(dir, 'terms.yaml'),
      readFileSync(join(dir, 'terms.yaml'), 'utf8').split('\n- ').slice(0, -1).join('\n- '),
    );
    expect(read(NOW, disk)).toEqual({ anew: all, told: read(NOW, null).told });
  });
});
