import { expect, it } from 'vitest';
import { hasOtherProvince } from '#check/prose/scope.ts';
import { fictionalKnowledge, realKnowledge } from './prose-of.ts';

it('which provinces are others is told by the programme', () => {
  const sentences = [
    '湖南有14个市。',
    '西藏有7个市。',
    '广东有21个市。',
    '江西有11个市。',
    '12个省都来了。',
    '省级有12个项目。',
  ];
  const others = (programme: Parameters<typeof hasOtherProvince>[1]) =>
    sentences.filter((sentence) => hasOtherProvince(sentence, programme));
  expect(others(realKnowledge().programme)).toEqual(sentences.slice(2, 5));
  expect(others(fictionalKnowledge().programme)).toEqual(sentences.slice(0, 5));
});
