import { describe, expect, it } from 'vitest';
import { paged, pageNumbers } from '#domain/stories/paging.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('a list in pages', () => {
  it('has as few pages as hold it, each full but the last', () => {
    expect([1, 24, 25, 48, 49].map((n) => paged(numbers(n), 24).map((p) => p.items.length))).toEqual([
      [1],
      [24],
      [24, 1],
      [24, 24],
      [24, 24, 1],
    ]);
  });

  it('has every item once and in order, and its pages are numbered from 1', () => {
    const pages = paged(numbers(100), 24);
    expect(pages.flatMap((page) => page.items)).toEqual(numbers(100));
    expect(pages.map((page) => page.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has one empty page where it is empty', () => {
    expect(paged([], 24)).toEqual([{ number: 1, items: [] }]);
  });
});

describe('the numbers of pages offered', () => {
  const offered = (current: number, count: number) =>
    pageNumbers(current, count)
      .map((n) => n ?? '…')
      .join(' ');

  it('are all of them where they are few', () => {
    expect(offered(1, 1)).toBe('1');
    expect(offered(4, 7)).toBe('1 2 3 4 5 6 7');
  });

  it('are the ends and the neighbours where they are many', () => {
    expect(offered(1, 17)).toBe('1 2 … 17');
    expect(offered(8, 17)).toBe('1 … 7 8 9 … 17');
    expect(offered(17, 17)).toBe('1 … 16 17');
  });

  it('never leave out a single number', () => {
    expect(offered(4, 17)).toBe('1 2 3 4 5 … 17');
    expect(offered(14, 17)).toBe('1 … 13 14 15 16 17');
    for (let current = 1; current <= 40; current++) {
      const shown = pageNumbers(current, 40);
      const hidden = shown.flatMap((n, i) => (n === null ? [(shown[i + 1] ?? 0) - (shown[i - 1] ?? 0) - 1] : []));
      expect(Math.min(...hidden)).toBeGreaterThan(1);
      expect(shown).toContain(current);
      expect(shown.length).toBeLessThan(10);
    }
  });
});
