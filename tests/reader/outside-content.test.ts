import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { WrittenSource } from '#domain/outside/citation.ts';
import type { WrittenCoverage } from '#domain/outside/coverage.ts';
import type { WrittenFact } from '#domain/outside/outside-fact.ts';

/** Title, publisher, day, address, how it was seen: as they were looked up, null where nobody saw it. */
type Looked = readonly (string | null)[];

/** What was looked up for the real content, entry by entry, in the words the site gives it. */
const LOOKED_UP: {
  readonly facts: readonly Record<string, unknown>[];
  readonly coverage: readonly Record<string, unknown>[];
} = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/outside.json'), 'utf8'));

const CONTENT = join(import.meta.dirname, '../../content');
const filesIn = <T>(folder: string): [id: string, data: T][] =>
  readdirSync(join(CONTENT, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace('.yaml', ''), parse(readFileSync(join(CONTENT, folder, name), 'utf8')) as T]);

const reports = new Map(filesIn<Omit<WrittenCoverage, 'id'>>('coverage'));
const outside = filesIn<Record<string, WrittenFact>>('outside').filter(([place]) => place !== 'sources');
const sources = parse(readFileSync(join(CONTENT, 'outside/sources.yaml'), 'utf8')) as Record<string, WrittenSource>;

const looked = (source: Omit<WrittenSource, 'note'>): Looked => [
  source.title ?? null,
  source.publisher,
  source.date ?? null,
  source.url ?? null,
  source.seen_as,
];
const sourceOf = (id: string) => sources[id] ?? reports.get(id);

/** The sentences of a note: each is kept, for readers or for staff. */
const sentences = (note: unknown) =>
  String(note)
    .split(/[。；]/u)
    .filter((one) => one !== '');
const kept = (
  note: unknown,
  { caution = '', note: own = '' }: { caution?: string | undefined; note?: string | undefined },
) => sentences(note).filter((one) => !`${caution}${own}`.includes(one));

describe('what was looked up outside the document', () => {
  test('stands in the content with the same place, words, number, day, sources and confidence', () => {
    const written = outside.flatMap(([place, facts]) =>
      Object.entries(facts).map(([id, { subject, fact, value, unit, as_of, source, also = [], confidence }]) => ({
        ...{ id, place, subject, fact, value: value ?? null, unit: unit ?? null, as_of: as_of ?? null },
        sources: [source, ...also].map((one) => looked(sourceOf(one) as WrittenSource)),
        confidence,
      })),
    );
    const wanted = LOOKED_UP.facts.map(({ note: _, ...fact }) => fact);
    const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
    expect(wanted).toHaveLength(121);
    expect(written.toSorted(byId)).toEqual(wanted.toSorted(byId));
  });

  test('lists the same reports of others, four of them on the work itself', () => {
    const written = [...reports].map(([id, report]) => ({
      ...{ id, source: looked(report), direct: report.direct ?? false, places: report.places ?? [] },
      ...{ projects: report.projects ?? [], summary: report.summary },
      numbers: (report.numbers ?? []).map(({ value, unit, what }) => [value, unit, what ?? '']),
      confidence: report.confidence,
    }));
    const wanted = LOOKED_UP.coverage.map(({ note: _, ...report }) => report);
    expect(wanted).toHaveLength(36);
    expect(written.filter(({ direct }) => direct)).toHaveLength(4);
    expect(written).toEqual(wanted);
  });

  test('keeps every caution and every conflict, for readers or for staff', () => {
    const all = new Map(outside.flatMap(([, facts]) => Object.entries(facts)));
    const lost = [
      ...LOOKED_UP.facts.map(({ id, note }) => [id, kept(note, all.get(String(id)) ?? {})]),
      ...LOOKED_UP.coverage.map(({ id, note }) => [id, kept(note, reports.get(String(id)) ?? {})]),
    ];
    expect(lost.filter(([, own]) => Array.isArray(own) && own.length > 0)).toEqual([]);
  });

  test('brings over no brand and no giver of tobacco, and nobody who appears in a report', () => {
    const shown = [
      ...outside.flatMap(([, facts]) => Object.values(facts).flatMap(({ fact, caution }) => [fact, caution ?? ''])),
      ...[...reports.values()].flatMap(({ title, summary, caution }) => [title, summary, caution ?? '']),
    ].join('\n');
    expect(shown).not.toMatch(/烟草|中烟|卷烟|巅峰贡蜜|桑杰曲巴|卓嘎|央宗/u);
  });
});
