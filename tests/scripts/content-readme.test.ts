import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { departmentsSchema } from '#domain/department.ts';
import { pairingSchema } from '#domain/pairing.ts';
import { placeSchema } from '#domain/place.ts';
import { documentSchema, pairingTableSchema, targetTableSchema } from '#domain/plan.ts';
import { assemble } from '#domain/programme.ts';
import { lineSchema, projectSchema } from '#domain/project.ts';
import { reportSchema } from '#domain/report.ts';
import { siteSchema } from '#domain/site.ts';
import { readContent } from '../../scripts/lib/read-content.ts';

const README = readFileSync(join(import.meta.dirname, '../../content/README.md'), 'utf8');

test('the examples of content/README.md together are a content folder that passes the check and builds a programme', () => {
  const dir = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    for (const [, file, text] of README.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)) {
      const path = join(dir, String(file));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, String(text));
    }
    const { content, problems } = readContent({ dir, samples: true, now: new Date('2026-11-25T00:00:00Z') });
    expect(problems.map((p) => [p.code, p.message])).toEqual([
      ['placeholder-address', '网址还是占位的：现在是“https://aid.example.invalid/”，应当是正式网址。'],
    ]);
    if (!content) throw new Error('refused');
    const { facts, progress } = assemble(content);
    expect(facts.get('programme-money')?.value).toBe(0.6);
    expect(progress.map((row) => `${row.line} ${row.executor} ${row.status}`)).toEqual([
      'books jia below',
      'books sheng not-listed',
      'visits jia unquantified-reported',
    ]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

const schemas: Record<string, z.ZodObject> = {
  site: siteSchema,
  document: documentSchema,
  pairingTable: pairingTableSchema,
  targetTable: targetTableSchema,
  place: placeSchema,
  pairing: pairingSchema,
  departments: departmentsSchema,
  project: projectSchema,
  line: lineSchema,
  report: reportSchema,
};

test.each(Object.keys(schemas))('content/README.md explains every key of a %s', (name) => {
  const keys = Object.keys(schemas[name]?.shape ?? {});
  expect(keys.filter((key) => !README.includes(`\`${key}\``))).toEqual([]);
});
