import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { correctionSchema } from '#domain/corrections/correction.ts';
import { writtenSourceSchema } from '#domain/outside/citation.ts';
import { coverageSchema } from '#domain/outside/coverage.ts';
import { writtenFactSchema } from '#domain/outside/outside-fact.ts';
import { languageNameSchema } from '#domain/places/language-name.ts';
import { pairingSchema } from '#domain/places/pairing.ts';
import { writtenPlaceSchema } from '#domain/places/place.ts';
import { departmentsSchema } from '#domain/plan/department.ts';
import { documentSchema, pairingTableSchema, targetTableSchema } from '#domain/plan/plan.ts';
import { assemble } from '#domain/programme/programme.ts';
import { lineSchema, projectSchema } from '#domain/programme/project.ts';
import { reportSchema } from '#domain/programme/report.ts';
import { siteSchema } from '#domain/programme/site.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../architecture/source-files.ts';
import { exampleFiles, MANUAL, writeFiles } from './readme-examples.ts';

test('the examples of content/README.md together are a content folder that passes the check and builds a programme', () => {
  const dir = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    writeFiles(dir, exampleFiles());
    const { content, problems } = readContent({ dir, samples: true, now: new Date('2026-11-25T00:00:00Z') });
    expect(problems.map((p) => [p.code, p.message])).toEqual([
      ['placeholder-address', '网址还是占位的：现在是“https://aid.example.invalid/”，应当是正式网址。'],
    ]);
    if (!content) throw new Error('refused');
    const { facts, progress } = assemble(content);
    expect(facts.get('programme-money')?.value).toBe(0.6);
    expect(content.stories.map((story) => [story.id, story.body.facts, story.body.figures.length])).toEqual([
      ['di-yi-pi-shu', ['books-books-2021-jia'], 1],
    ]);
    expect(content.outside.map(({ id, sources }) => [id, sources.map((source) => source.id)])).toEqual([
      ['bing-1', ['yangli-ribao-2020', 'lishu-2020']],
    ]);
    expect(content.coverage.map(({ id, places }) => [id, places])).toEqual([['lishu-2020', ['bing', 'yangli-sheng']]]);
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
  place: writtenPlaceSchema,
  languageName: languageNameSchema,
  pairing: pairingSchema,
  departments: departmentsSchema,
  project: projectSchema,
  line: lineSchema,
  report: reportSchema,
  fact: writtenFactSchema,
  source: writtenSourceSchema,
  coverage: coverageSchema,
  correction: correctionSchema,
};

test.each(Object.keys(schemas))('content/README.md explains every key of a %s', (name) => {
  const keys = Object.keys(schemas[name]?.shape ?? {});
  expect(keys.filter((key) => !MANUAL.includes(`\`${key}\``))).toEqual([]);
});

test('content/README.md lists the code of every mistake that is told of corrections and data releases', () => {
  const files = ['src/check/rules/corrections.ts', 'src/reader/data-releases.ts'];
  const text = files.map((file) => readFileSync(join(projectFolder, file), 'utf8')).join('\n');
  const codes = Array.from(text.matchAll(/code: '([a-z-]+)'/g), ([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(12);
  expect(codes.filter((code) => code !== 'unexpected-file' && !MANUAL.includes(`\`${code}\``))).toEqual([]);
});
