import { describe, expect, it } from 'vitest';
import { slipOf, slipWords } from '#format/slip-title.ts';

const columns = (title: string) => slipOf(title)?.columns.map((pieces) => pieces.map((piece) => piece.text).join(''));

describe('a title on the slip', () => {
  it('keeps every character in its order', () => {
    for (const title of ['一封信要走多远', '12个项目，谁来做？', '“三下乡”：2019年的10天', 'A&B <x> 甲']) {
      expect(columns(title)?.join('')).toBe(title);
    }
  });

  it('breaks between words, never before a closing mark and never after an opening one', () => {
    const words = slipWords('去“三下乡”的人，回来了。');
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => /^[”，。]/.test(word))).toEqual([]);
    expect(words.filter((word) => /“$/.test(word))).toEqual([]);
  });

  it('ends a column at a pause where there is one, and makes columns equal elsewhere', () => {
    expect(columns('两座城，一根线')).toEqual(['两座城，', '一根线']);
    expect(columns('一封信要走多远')?.map((c) => c.length)).toEqual([3, 4]);
  });

  it('sets short numbers upright in one place and lets years run down', () => {
    expect(slipOf('12个')).toMatchObject({ columns: [[{ text: '12', upright: true }, { text: '个' }]], rows: 2 });
    expect(slipOf('2019年')).toMatchObject({ columns: [[{ text: '2019', upright: false }, { text: '年' }]], rows: 5 });
  });

  it('stands in one column up to five places, in up to three beyond, and on no slip where it is too long', () => {
    const counts = [1, 5, 6, 12, 16, 27, 28, 60].map((n) => columns('字'.repeat(n))?.length ?? null);
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, null, null]);
    expect(columns('一个绝不断开的Supercalifragilistic词')).toBeUndefined();
  });
});
