import { describe, expect, test } from 'vitest';
import { placeStrangers } from '#check/prose/places/strangers.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = placeStrangers(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

describe('a city in the list of those that are paired', () => {
  test.each(['参加结对的有长沙、株洲、岳阳、常德、湘潭五个市的团委。', '结对的是长沙、株洲、湘潭和岳阳四座城市。'])(
    'is told where it is none of them: %s',
    (text) => {
      expect(found(text)).toEqual(['error｜city-not-listed｜湘潭｜4座：长沙、株洲、岳阳、常德｜附件1']);
    },
  );

  test.each([
    '参加结对的有长沙、株洲、岳阳、常德四个市的团委。',
    '长沙、株洲、湘潭三个市连成一片，叫长株潭。',
    '长沙、株洲、岳阳、常德和山南五个市的学生都在信里写了名字，结对的是前四个市和山南的四个县。',
  ])('is left alone where all are, or nothing is said of pairing: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('is none in the notice and the explainers', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
    for (const [, prose] of explainers()) expect(told(read, prose)).toEqual([]);
  });
});
