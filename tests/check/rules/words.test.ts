import { describe, expect, test } from 'vitest';
import { valuesIn } from '#check/text/numbers.ts';
import { didYouMean, editDistance, listed, nearest } from '#domain/search/nearest.ts';

describe('the nearest known word', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['nmae', 'name', 1],
    ['', 'abc', 3],
    ['甲乙', '乙甲', 1],
    ['same', 'same', 0],
  ])('%s and %s differ by %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is the least different one, and none where all are far', () => {
    expect(nearest('yangil', ['yangli', 'yangshu'])).toBe('yangli');
    expect(nearest('remarks', ['name', 'level'])).toBeNull();
    expect([didYouMean('nmae', ['name']), didYouMean('remarks', ['name'])]).toEqual(['是不是想写“name”？', '']);
  });

  test('long lists are cut and counted', () => {
    expect(listed(['甲', '乙', '丙'], 2)).toBe('甲、乙 等3个');
  });
});

describe('numbers in a Chinese text', () => {
  test.each([
    ['每年选取40人', 40],
    ['给予每人5000元', 5000],
    ['共1,200册', 1200],
    ['共１２册', 12],
    ['0.5万元', 0.5],
    ['0.5万元', 5000],
    ['五所学校', 5],
    ['两个队室', 2],
    ['二十八个乡镇', 28],
    ['一百零八人', 108],
    ['一万二千册', 12_000],
    ['二〇二一年', 2021],
  ])('%s holds %d', (text, number) => {
    expect(valuesIn(text)).toContain(number);
  });

  test('a part of a number is not a number of the text', () => {
    expect(valuesIn('每年140人')).not.toContain(40);
    expect(valuesIn('没有数')).toEqual([]);
  });
});
