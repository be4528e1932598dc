import { describe, expect, it } from 'vitest';
import { slipColumns, slipLength, slipWords } from '#format/slip-title.ts';

const joined = (title: string) => slipWords(title).map((word) => word.map((piece) => piece.text).join(''));

describe('a title on the slip', () => {
  it('keeps every character in its order', () => {
    for (const title of ['一封信要走多远', '12个项目，谁来做？', '“三下乡”：2019年的10天', 'A&B <x> 甲']) {
      expect(joined(title).join('')).toBe(title);
    }
  });

  it('breaks between words, never before a closing mark and never after an opening one', () => {
    const words = joined('去“三下乡”的人，回来了。');
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => /^[”，。]/.test(word))).toEqual([]);
    expect(words.filter((word) => /“$/.test(word))).toEqual([]);
  });

  it('sets short numbers upright in one place and lets years run down', () => {
    expect(slipWords('12个').flat()[0]).toEqual({ text: '12', upright: true });
    expect(slipWords('2019年').flat()[0]).toEqual({ text: '2019', upright: false });
    expect(slipLength('12个')).toBe(2);
    expect(slipLength('2019年')).toBe(5);
  });

  it('takes one column up to nine places, two up to eighteen, three up to twenty-seven, and none beyond', () => {
    const columns = [9, 10, 18, 19, 27, 28].map((n) => slipColumns('字'.repeat(n)));
    expect(columns).toEqual([1, 2, 2, 3, 3, null]);
  });
});
