import { describe, expect, test } from 'vitest';
import { allRules } from '#check/rules/all-rules.ts';
import type { Draft } from '#check/rules/draft.ts';
import type { Place } from '#domain/places/place.ts';
import { passagesOf } from '#domain/plan/locator.ts';
import type { PairingTable, TargetTable } from '#domain/plan/plan.ts';
import type { Project } from '#domain/programme/project.ts';

/** A programme of another shape: one city with two counties, three years, a target of 0, words for numbers. */
const pairingTable: PairingTable = {
  id: 'a1',
  kind: 'pairings',
  label: '附件1',
  title: '结对',
  columns: ['市', '县', '乡镇'],
  rows: [
    { city: 'jia', county: 'yi', cells: ['甲市', '乙县', '丙乡'] },
    { city: 'jia', county: 'wu', cells: ['甲市', '戊县', '己镇、庚乡'] },
  ],
};
const year = (y: number) => ({ year: y, label: `${y}年`, executors: [{ id: 'jia', label: '甲市' }] });
const targetTable: TargetTable = {
  id: 'a2',
  kind: 'targets',
  label: '附件2',
  title: '任务',
  head: '项目',
  total_head: '合计',
  years: [2021, 2022, 2023].map(year),
  rows: [
    {
      line: 'trees',
      group: '植树',
      name: '植树',
      unit: '棵数',
      cells: { 2021: { jia: 0 }, 2022: { jia: null }, 2023: { jia: 30 } },
      total: 30,
    },
  ],
};
const place = (id: string, level: Place['level'], name: string): Place => ({ id, level, name });
const places = [
  place('jia', 'city', '甲市'),
  place('yi', 'county', '乙县'),
  place('wu', 'county', '戊县'),
  place('bing', 'township', '丙乡'),
  place('ji', 'township', '己镇'),
  place('geng', 'township', '庚乡'),
];
const clauses: Draft['clauses'] = [
  { id: 'c-1', role: 'section', text: '一、任务' },
  { id: 'c-1-1', role: 'item', text: '1．植树三十棵。（牵头单位：林业组）' },
];
const project: Project = {
  id: 'trees',
  number: 1,
  title: '植树',
  short: '植树',
  field: 'c-1',
  clause: 'c-1-1',
  lead: ['linye'],
  partners: [],
  lines: [
    {
      id: 'trees',
      project: 'trees',
      title: '植树',
      short: '植树',
      what: 'trees',
      unit: '棵',
      row: 'a2-trees',
      text_targets: [{ quantity: 30, per: 'total', source: 'c-1-1', quote: '植树三十棵' }],
    },
  ],
};
const draft: Draft = {
  site: null,
  document: null,
  clauses,
  tables: [
    { file: 'plan/annex-1.yaml', table: pairingTable },
    { file: 'plan/annex-2.yaml', table: targetTable },
  ],
  tablesWhole: true,
  places,
  placesWhole: true,
  pairings: [
    { city: 'jia', county: 'yi', townships: ['bing'], source: 'a1-jia-yi' },
    { city: 'jia', county: 'wu', townships: ['ji', 'geng'], source: 'a1-jia-wu' },
  ],
  projects: [project],
  projectsWhole: true,
  departments: { departments: { linye: { name: '林业组', source: 'c-1-1' } } },
  reports: [],
  outside: [],
  sources: {},
  coverage: [],
  knownSources: new Set(),
  waters: null,
  watersExist: false,
  wide: null,
  phone: null,
  cloth: null,
  passages: passagesOf(clauses, [pairingTable, targetTable]),
  knownPlaces: new Map(places.map((p) => [p.id, p.level])),
  knownLines: new Set(['trees']),
  knownDepartments: new Map([['linye', '林业组']]),
  today: '2026-11-25',
};
const codes = (changed: Partial<Draft>) => allRules({ ...draft, ...changed }).map((f) => `${f.file} ${f.code}`);

describe('a programme of another shape', () => {
  test('is clean', () => {
    expect(codes({})).toEqual([]);
  });

  test('a city with two counties is compared row by row', () => {
    const [first, second] = draft.pairings ?? [];
    if (!first || !second) throw new Error('no pairings');
    const swapped = [
      { ...first, townships: second.townships },
      { ...second, townships: first.townships },
    ];
    expect(codes({ pairings: swapped })).toEqual(['pairings.yaml townships-differ', 'pairings.yaml townships-differ']);
    expect(codes({ pairings: [second, first] })).toEqual(['pairings.yaml pairing-order']);
  });

  test('parts that could not be read silence the rules that need them, and only those', () => {
    expect(codes({ pairings: null, placesWhole: false, knownPlaces: null })).toEqual([]);
    const wrong: TargetTable = { ...targetTable, rows: targetTable.rows.map((row) => ({ ...row, total: 31 })) };
    const tables = [{ file: 'plan/annex-2.yaml', table: wrong }];
    expect(codes({ tables, tablesWhole: false, clauses: null, pairings: null })).toEqual([
      'plan/annex-2.yaml total-differs',
    ]);
  });

  test('a clause that names no department at all is worth a warning, not an error', () => {
    const silent = [clauses[0], { id: 'c-1-1', role: 'item' as const, text: '1．植树三十棵。' }].flatMap(
      (c) => c ?? [],
    );
    const found = allRules({ ...draft, clauses: silent, passages: passagesOf(silent, [pairingTable, targetTable]) });
    expect(found.map((f) => [f.code, f.severity])).toEqual([['department-not-in-clause', 'warning']]);
  });
});
