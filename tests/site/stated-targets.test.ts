import { describe, expect, it, test } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { targetTableSchema } from '#domain/plan/plan.ts';
import { assemble } from '#domain/programme/programme.ts';
import { readContent } from '#reader/read-content.ts';
import { proseOf } from '../check/prose/prose-of.ts';
import { FORMS } from '../fixtures/targets/programme.ts';
import { builtSite } from './built-site.ts';
import { attribute, elements, only, readPage, readText, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * Every way in which a document states a target (tests/fixtures/targets), each through all that must come of it: the
 * schema takes it, its cell stands on `/plan/` as it is printed, it is drawn, downloaded and compared by what it means, and
 * the check of prose lets its number alone and names one with another digit.
 */
const site = await builtSite('targets');
const { content, problems } = readContent({ dir: site.content, samples: false, now: new Date('2026-11-25T00:00:00Z') });
if (!content) throw new Error(problems.map(({ message }) => message).join('\n'));
const programme = assemble(content);
const readers = proseReaders({ terms: [], people: [], today: '2026-11-25' }, programme);
const told = (text: string) => readers.flatMap((read) => read(proseOf(text))).map(({ expected }) => expected);

const words = (node: Parameters<typeof textOf>[0]) => textOf(node, tag('head', 'script', 'style')).replace(/\s+/g, '');
const plan = readPage(site, '/plan/').root;
const shown = (id: string) => words(only(plan, (e) => attribute(e, 'id') === id, id));
const rows = (name: string) => readCsv(readText(site, `/data/${name}.csv`)).records;
const drawing = (name: string) => readText(site, `/figures/${name}.svg`).replaceAll(/<[^>]*>/g, ' ');

it('is content without a mistake', () => {
  expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([]);
});

describe.each(FORMS)('$name', (form) => {
  const { id, name, unit, cells = {}, total, more = {}, text } = form;

  test('stands on the page of the document as it is printed', () => {
    const at = Object.entries(cells).map(([key, printed]) => [
      shown(`${cellTable(form)}-${id}-${key}`),
      String(printed),
    ]);
    const also = Object.entries(more).map(([key, printed]) => [shown(`a2-${id}-${key}`), String(printed)]);
    const sum = total === undefined ? [] : [[shown(`a1-${id}-total`), String(total)]];
    expect([...at, ...also, ...sum].filter(([is, should]) => is !== should)).toEqual([]);
    if (text) expect(words(plan)).toContain(text.quote);
  });

  test('is drawn in the figure of all lines and in its own', () => {
    expect(drawing('overview')).toContain(form.drawn);
    expect(drawing(`progress-${id}`)).toContain(form.drawn);
  });

  test('is downloaded with what it means, and compared with its report by that', () => {
    const own = rows('targets').filter((r) => r['line'] === id && r['words'] !== '');
    expect(
      own.map((r) => ['year', 'quantity', 'period', 'bound', 'quantity_to', 'words'].map((c) => r[c]).join(' ')),
    ).toEqual(form.csv);
    expect(own.map((r) => r['unit'])).toEqual(own.map(() => unit));
    const states = rows('progress')
      .filter((r) => r['line'] === id)
      .map((r) => r['status']);
    expect(states).toContain(form.status);
  });

  test('is found by the check of prose, and let alone where it is right', () => {
    expect(told(form.right)).toEqual([]);
    if (form.wrong) expect(told(form.wrong).join()).toContain(form.says);
  });

  test('has its state on the page of its project, and nothing undefined', () => {
    const page = words(readPage(site, `/projects/${id}/`).root);
    expect(page).toContain(name);
    expect(page).not.toMatch(/undefined|NaN|null/);
  });
});

/** The table in which the first cells of a form stand. */
const cellTable = ({ cells = {} }: (typeof FORMS)[number]) =>
  Object.keys(cells).some((key) => /q3|m7|whole/.test(key)) ? 'a2' : 'a1';

it('adds up only what may be added', () => {
  const sums = programme.lineYears.filter(({ year }) => year !== null).map((y) => `${y.line} ${y.year} ${y.planned}`);
  for (const sum of ['hufang 2022 5', 'tushujiao 2021 10', 'peixun 2021 20余']) expect(sums).toContain(sum);
});

it('tells a group once for the rows that follow one another in it', () => {
  const table = only(plan, (e) => attribute(e, 'id') === 'a1', 'a1');
  const groups = elements(table, (e) => attribute(e, 'scope') === 'rowgroup').map(words);
  expect(groups.length).toBeGreaterThan(3);
  expect(groups.filter((group, i) => group === groups[i - 1])).toEqual([]);
});

test.each([-5, '-5', '−5', '负5', '同上', '四百', '400人', '5,000'])('never takes %j for a target', (quantity) => {
  const cell = targetTableSchema.shape.rows.element.shape.cells;
  expect(cell.safeParse({ 2021: { feng: quantity } }).success).toBe(false);
});
