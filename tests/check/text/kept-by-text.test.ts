import { expect, test } from 'vitest';
import { keptByText } from '#check/text/kept-by-text.ts';

test('a text is read once, whoever asks, also one that reads as nothing', () => {
  const asked: string[] = [];
  const read = keptByText((text) => {
    asked.push(text);
    return text === '' ? null : [text.length];
  });
  expect(read('甲乙')).toBe(read('甲乙'));
  expect([read(''), read('')]).toEqual([null, null]);
  expect(asked).toEqual(['甲乙', '']);
});

test('of many texts the last ones are kept and the first ones forgotten', () => {
  let readings = 0;
  const read = keptByText((text) => {
    readings++;
    return text.length;
  });
  for (let i = 0; i < 10_000; i++) read(String(i));
  expect([read('9999'), read('9000')]).toEqual([4, 4]);
  expect(readings).toBe(10_000);
  read('0');
  expect(readings).toBe(10_001);
});
