import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { makeProgramme, SHAPES, type ShapeName } from '../fixtures/shapes/programme.ts';

const root = mkdtempSync(join(tmpdir(), 'shapes-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a programme of any size', () => {
  it.each(Object.keys(SHAPES) as ShapeName[])('passes the check: %s', (name) => {
    const dir = join(root, name);
    makeProgramme(dir, name);
    const { content, problems } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
    expect(problems).toEqual([]);
    const names = content?.places.map((place) => place.name) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });
});
