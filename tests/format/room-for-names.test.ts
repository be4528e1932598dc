import { describe, expect, it } from 'vitest';
import { fitsSlip, groupFit, isFew, isWordy, slipFit, titleFit } from '#format/room-for-names.ts';

const long = (letters: number) => '甲'.padEnd(letters, '样');

describe('the title of the home page', () => {
  it('is written at full size up to seven characters, and smaller step by step up to twelve', () => {
    expect(titleFit(['四座城，四个县', '二十八根线'])).toBe('');
    expect(titleFit(['十三座城，十三个县', '六十根线'])).toBe('stepped t9');
    expect(titleFit(['两座城', '一百二十八根线'])).toBe('stepped t8');
    expect(fitsSlip('三个支援单位，两个区')).toBe(true);
    expect(fitsSlip('十三个前方指挥部，十三个团场')).toBe(false);
  });

  it('stands on higher stripes where there are fewer than twenty-eight', () => {
    expect([1, 27, 28, 120].map(isFew)).toEqual([true, true, false, false]);
  });
});

describe('the label of a group', () => {
  it('is as it was drawn for where names are short and stripes many', () => {
    const plain = { roomy: false, headed: false, brief: false, long: false, longer: false };
    expect(groupFit('甲乙', '丙丁', 8, 28)).toEqual(plain);
    expect(groupFit('甲乙', '丙丁', 4, 28)).toEqual(plain);
  });

  it('makes its group higher on a wide page, and heads it on a phone, where it has no place beside the stripes', () => {
    expect(groupFit(long(12), long(12), 7, 28)).toEqual({
      roomy: true,
      headed: true,
      brief: false,
      long: true,
      longer: true,
    });
    expect(groupFit(long(5), long(5), 4, 60)).toMatchObject({ roomy: true, headed: false, brief: true, longer: false });
    expect(groupFit('甲乙', '丙丁', 1, 28)).toMatchObject({ roomy: true, headed: true, long: false });
  });

  it('stands on end beside the one stripe that is as high as the cloth', () => {
    expect(groupFit(long(12), long(12), 1, 1)).toMatchObject({ headed: false, brief: false });
  });
});

describe('the slip of a pairing', () => {
  it.each([
    ['甲乙', ['丙丁'], ''],
    ['甲乙', ['丙丁戊'], 'size-1'],
    [long(8), ['丙丁'], 'size-2'],
    [long(8), [long(8), long(8)], 'size-3'],
    [long(12), [long(12)], 'size-4'],
    ['甲乙', ['丙丁', '戊己', '庚辛'], 'size-4'],
    ['甲乙', ['丙', '丁', '戊', '己'], 'flat'],
    [long(13), ['丙丁'], 'flat'],
  ])('sets %s and %j as %s', (city, counties, size) => expect(slipFit(city, counties, '样例岸')).toBe(size));

  it('gives way where the line beside it is long', () => {
    expect(slipFit('甲乙', ['丙丁'], long(24))).toBe('size-1');
  });
});

describe('the stripes of a pairing', () => {
  it('take a second line for a long name or for the name of today', () => {
    expect(isWordy('荷桥乡', null)).toBe(false);
    expect(isWordy(long(8), null)).toBe(true);
    expect(isWordy('甲镇', '荷桥街道')).toBe(false);
    expect(isWordy('甲镇', long(12))).toBe(true);
  });
});
