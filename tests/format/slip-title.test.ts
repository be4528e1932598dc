import { describe, expect, it } from 'vitest';
import { slipOf } from '#format/slip-title.ts';
import { titlePieces } from '#format/title-pieces.ts';

const cut = titlePieces(['样例团县委']);
const columns = (title: string) =>
  slipOf(title, cut)?.columns.map((pieces) => pieces.map((piece) => piece.text).join(''));

describe('a title on the slip', () => {
  it('keeps every character in its order', () => {
    for (const title of ['一封信要走多远', '12个项目，谁来做？', '“三下乡”：2019年的10天', 'A&B <x> 甲']) {
      expect(columns(title)?.join('')).toBe(title);
    }
  });

  it('ends a column where a piece of the title ends: never inside a name, none begins with 的、了 or a comma', () => {
    expect(columns('样例团县委的信')).toEqual(['样例团县委的', '信']);
    expect(columns('信从样例团县委来了')).toEqual(['信从', '样例团县委来了']);
    expect(columns('桥修好了，先写谁？')).toEqual(['桥修好了，', '先写谁？']);
  });

  it('ends a column at a pause where there is one, and makes columns equal elsewhere', () => {
    expect(columns('两座城，一根线')).toEqual(['两座城，', '一根线']);
    expect(columns('一封信要走多远')?.map((c) => c.length)).toEqual([3, 4]);
  });

  it('sets short numbers upright in one place and lets years run down', () => {
    expect(slipOf('12个', cut)).toMatchObject({ columns: [[{ text: '12', upright: true }, { text: '个' }]], rows: 2 });
    expect(slipOf('2019年', cut)).toMatchObject({
      columns: [[{ text: '2019', upright: false }, { text: '年' }]],
      rows: 5,
    });
  });

  it('stands in one column up to five places, in up to three beyond, and on no slip where it is too long', () => {
    const lengths = [1, 5, 6, 12, 16, 27, 28, 60].map((n) => columns('字'.repeat(n))?.length ?? null);
    expect(lengths).toEqual([1, 1, 2, 2, 3, 3, null, null]);
    expect(columns('一个绝不断开的Supercalifragilistic词')).toBeUndefined();
  });
});
