import { expect, test } from 'vitest';
import { inQuotes } from '#domain/plan/quotation.ts';
import { realProgramme } from '../real-programme.ts';

test.each([
  ['挂职锻炼', '“挂职锻炼”'],
  ['中小学生“手拉手”结对书信交流', '“中小学生‘手拉手’结对书信交流”'],
  ['他说‘好’', '“他说‘好’”'],
  ['信里写“他说‘好’”', '“信里写‘他说“好”’”'],
])('%s between quotation marks is %s', (words, quoted) => {
  expect(inQuotes(words)).toBe(quoted);
});

test('no sentence of a fact has the same marks inside the marks', () => {
  const sentences = [...realProgramme(true).facts.values()].map(({ sentence }) => sentence);
  expect(sentences.filter((sentence) => /“[^”]*“/.test(sentence))).toEqual([]);
  expect(sentences.filter((sentence) => sentence.includes('‘手拉手’')).length).toBeGreaterThan(0);
});
