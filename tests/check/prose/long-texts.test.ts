import { describe, expect, test } from 'vitest';
import { dates } from '#check/prose/calendar/dates.ts';
import { spans } from '#check/prose/calendar/spans.ts';
import { quotationMarks } from '#check/prose/language/quotation-marks.ts';
import { minors } from '#check/prose/people/minors.ts';
import type { ProseReader } from '#check/prose/prose.ts';
import { proseOf, realKnowledge } from './prose-of.ts';

/** Readers that took longest of what repeats: whatever is pasted, the work grows with the text and not with its square. */
const readers: readonly [of: string, read: ProseReader, characters: number, parts: readonly string[]][] = [
  [
    'quotation marks',
    quotationMarks(realKnowledge()),
    100_000,
    ['“', '”', '（', '）', '“《', '”》', '"', '‘', '’', '1）', '（1）', '“a”', '《“》”'],
  ],
  [
    'spans',
    spans(realKnowledge()),
    300_000,
    ['2019年至', '5月8日至5月1日', '8:30至', '5日至', '生2008年出生岁', '一', '——', '，'],
  ],
  [
    'dates',
    dates(realKnowledge()),
    300_000,
    ['1', '2019年', '2019年5月8日、', '5月8日', '8:75', '一', '1—', '2019-', '《a》2019年', '5月1、'],
  ],
  [
    'dates to come',
    dates({ terms: [], people: [], today: '2026-11-25' }),
    300_000,
    ['2027年5月，', '明年', '下个月已经', '将于2020年', '2027年5月已', '（2027年5月）', '了'],
  ],
];

describe.each(readers)('the reader of %s', (_of, read, characters, parts) => {
  test.each(parts)('reads a text of nothing but %s in time', (part) => {
    read(proseOf(part.repeat(Math.floor(characters / part.length))));
  });
});

describe('the reader of children', () => {
  const read = minors(realKnowledge());

  test.each(['小学', '11岁的卓玛', '学生', '三年级2班的李小花。', '家住', '汉'])(
    'reads a text of nothing but %s in time, and says little',
    (part) => {
      expect(read(proseOf(part.repeat(300_000 / part.length))).length).toBeLessThan(2);
    },
  );
});
