import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { builtSite } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  hasClass,
  idsOf,
  only,
  readPage,
  squeezed,
  tag,
  textOf,
} from './pages.ts';

/**
 * The notice as it was handed in, but for the name and the number of its contact, which stand nowhere in this repository.
 * Nothing in content/ is asked here: this file is the truth.
 */
const notice = readFileSync(join(projectFolder, 'tests/fixtures/notice.txt'), 'utf8');
const page = readPage(await builtSite('production'), '/plan/');
const article = only(page.root, tag('article'), 'article');

/** What stands beside the notice: addresses, what rests on a passage, and names of tables for screen readers. */
const isBeside = (element: Element) => hasClass(element, 'rests') || ['caption', 'details'].includes(element.tagName);
const printed = squeezed(textOf(article, isBeside));

const tables = elements(article, tag('table'));
const cells = (accept: (id: string) => boolean) =>
  elements(article, tag('td')).filter((cell) => accept(attribute(cell, 'id') ?? ''));
/** Cells of the target tables that hold a number or nothing: `a2-<line>-2019`, `a3-<line>-2019-<city>`. */
const targets = cells((id) => /^a[23]-.*-(2019|2020)(-[a-z]+)?$/.test(id) && !/-(departments|month)$/.test(id));

describe('the plan page', () => {
  it('holds the notice from the first character to the last, in order, and nothing else', () => {
    expect(firstDifference(printed, squeezed(notice))).toBeNull();
  });

  it('says visibly that name and number of the contact are withheld, at their addresses, and how to cite a roster', () => {
    const at = (id: string) => elements(article, (e) => attribute(e, 'id') === id).map((e) => textOf(e));
    expect([at('c-contact-person'), at('c-contact-phone')]).toEqual([['联系人、电话从略'], ['联系电话从略']]);
    const text = textOf(article);
    expect(text.split('姓名、职务是2019年5月印发时的情况。')).toHaveLength(2);
    // Behind the last who is named by an office, the office's head too.
    expect(text.indexOf('姓名、职务是')).toBeGreaterThan(text.indexOf('兼任办公室主任'));
  });

  it('holds every line of the notice', () => {
    const lines = notice
      .split(/[\n\t]/)
      .map(squeezed)
      .filter(Boolean);
    expect(lines.length).toBeGreaterThan(150);
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  });

  it('puts no mark and no link into a paragraph of the notice', () => {
    const paragraphs = elements(article, tag('p', 'h1', 'h2', 'h3')).filter((p) => attribute(p, 'id'));
    expect(paragraphs.length).toBeGreaterThan(50);
    // Where a line may end, and the columns of a roster, add no character and no meaning.
    const plain = ['br', 'wbr', 'span'];
    const inside = paragraphs.flatMap((p) => elements(p, (e) => e !== p && !plain.includes(e.tagName)));
    expect(inside.map((e) => e.tagName)).toEqual([]);
  });

  it('writes the numbers of the items as text, never as list markers', () => {
    expect(elements(article, tag('ol')).length).toBe(0);
    const lists = elements(article, tag('ul'));
    const beside = elements(article, (e) => hasClass(e, 'rests') || hasClass(e, 'cells')).flatMap((e) =>
      elements(e, tag('ul')),
    );
    expect(lists.length).toBe(beside.length);
    for (const start of [
      '一、指导思想',
      '六、工作要求',
      '（四）共青团强基固本工程',
      '12．山南市少先队阵地建设项目。',
    ]) {
      expect(printed).toContain(start);
    }
  });

  it('gives an address to every clause, every annex, every row and every cell', () => {
    const own = (element: Element) => attribute(element, 'id') !== null;
    const clauses = elements(article, (e) => ['p', 'h1', 'h2', 'h3'].includes(e.tagName)).filter(
      (e) => !hasClass(e, 'annex-label') && e.parentNode !== null && !hasClass(e.parentNode as Element, 'annex'),
    );
    const rows = elements(article, tag('tbody')).flatMap((body) => elements(body, tag('tr')));
    const notes = elements(article, classed('item'));
    expect([...clauses, ...rows, ...notes, ...elements(article, classed('annex'))].filter((e) => !own(e))).toEqual([]);
    const numbers = tables.slice(1).flatMap((table) => elements(table, (e) => hasClass(e, 'numeric')));
    expect(numbers.length).toBe(42 + 12);
    expect(numbers.filter((e) => !own(e))).toEqual([]);
  });

  it('lets every cell of the target tables be copied by its address', () => {
    const offered = elements(article, classed('cells')).flatMap((e) =>
      elements(e, tag('a')).map((a) => attribute(a, 'href')),
    );
    const missing = targets.map((cell) => `#${attribute(cell, 'id')}`).filter((address) => !offered.includes(address));
    expect(missing).toEqual([]);
  });

  it('uses every address once', () => {
    const ids = idsOf(page);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('offers beside every clause its own address to copy', () => {
    const offered = elements(article, classed('here')).map((a) => attribute(a, 'href'));
    const clauses = elements(article, (e) => ['p', 'h1', 'h2', 'h3'].includes(e.tagName)).flatMap((e) => {
      const id = attribute(e, 'id');
      return id && !hasClass(e, 'imprint') ? [`#${id}`] : [];
    });
    expect(clauses.filter((address) => !offered.includes(address))).toEqual([]);
  });

  it('shows 37 filled cells, 5 empty ones and 12 totals, each number linked to its fact', () => {
    const filled = targets.filter((cell) => textOf(cell) !== '');
    const totals = cells((id) => id.endsWith('-total'));
    expect([filled.length, targets.length - filled.length, totals.length]).toEqual([37, 5, 12]);
    for (const cell of [...filled, ...totals]) {
      const link = only(cell, tag('a'), `link in ${attribute(cell, 'id')}`);
      expect(attribute(link, 'href')).toMatch(/^\/facts\/[a-z0-9-]+\/$/);
    }
  });

  it('leaves the empty cells empty: no zero, no dash', () => {
    const empty = targets.filter((cell) => textOf(cell) === '').map((cell) => attribute(cell, 'id'));
    expect(empty).toEqual([
      'a2-one-family-exchange-2020',
      'a3-grassroots-league-2019-zhuzhou',
      'a3-grassroots-league-2019-changde',
      'a3-grassroots-league-2020-changsha',
      'a3-grassroots-league-2020-yueyang',
    ]);
    expect(targets.filter((cell) => textOf(cell) === '0')).toEqual([]);
  });
});

describe('the annexes on the plan page', () => {
  it('are three tables with a caption, and every header names what it heads', () => {
    expect(tables.length).toBe(3);
    for (const table of tables) {
      expect(elements(table, tag('caption')).length).toBe(1);
      const headers = elements(table, tag('th'));
      expect(headers.filter((th) => !/^(col|row|colgroup|rowgroup)$/.test(attribute(th, 'scope') ?? ''))).toEqual([]);
      for (const row of elements(only(table, tag('tbody'), 'tbody'), tag('tr'))) {
        expect(elements(row, (e) => attribute(e, 'scope') === 'row').length).toBe(1);
      }
    }
  });

  it('have rows of one width, spans counted, so that a cell stands under its header', () => {
    for (const table of tables) {
      const widths = new Set(widthsOf(table));
      expect(widths.size).toBe(1);
    }
  });
});

/** Where two texts part, with a few characters on both sides; null where they are the same. */
function firstDifference(printed: string, expected: string): { printed: string; expected: string } | null {
  if (printed === expected) return null;
  let at = 0;
  while (printed[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 20);
  return { printed: around(printed), expected: around(expected) };
}

/** Columns of each row of a table, with what hangs down from rows above. */
function widthsOf(table: Element): number[] {
  const hanging: number[] = [];
  const span = (cell: Element, name: string) => Number(attribute(cell, name) ?? 1);
  return elements(table, tag('tr')).map((row) => {
    let width = hanging.shift() ?? 0;
    for (const cell of elements(row, tag('td', 'th'))) {
      width += span(cell, 'colspan');
      for (let i = 0; i < span(cell, 'rowspan') - 1; i++) hanging[i] = (hanging[i] ?? 0) + span(cell, 'colspan');
    }
    return width;
  });
}
