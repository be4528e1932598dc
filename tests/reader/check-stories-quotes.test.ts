import { describe, expect, it } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { DocumentText } from '#check/prose/document/text.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import { unprovedNumbers } from '#stories/body/unproved.ts';
import { realProgramme } from '../domain/real-programme.ts';
import { told } from './mutation.ts';
import { checkedStories, FRONT, KNOWN } from './story-mutation.ts';

const programme = realProgramme();
const document = new DocumentText(programme);
const readers = proseReaders({ terms: [], people: [], today: '2026-11-25' }, programme);
const known = {
  ...KNOWN,
  passages: new Set(programme.passages.keys()),
  readers: () => readers,
  quotesDocument: (words: string) => document.holds(words),
  fingerprint: 'the real programme',
};
const FILE = 'stories/one/index.mdx';

function checked(body: string, front = FRONT) {
  const { problems, stories } = checkedStories({ [FILE]: `${front}\n${body}\n` }, { known });
  return { told: problems.map((problem) => told(problem).replace(`${FILE}:`, '')), published: stories.length };
}

const quote = (words: string, attributes: string) => `<Quote ${attributes}>\n\n${words}\n\n</Quote>`;

describe('a Quote in a story', () => {
  it('is told with the right words where its clause says no such thing, and the story does not come out', () => {
    const body = quote('“给予每人八千元一次性补助，名额不限”', 'by="《实施方案》" clause="c-4-3-7"');
    expect(checked(body)).toEqual({
      told: [
        '12:2 error quote-not-in-document｜引文和原文不同：现在是“给予每人八千元一次性补助，名额不限”，应当是“给予每人5000元一次性补助”（见四（三）7）。｜照原文改，一字不差；略去的地方写……；不是原话就不用 Quote。',
      ],
      published: 0,
    });
  });

  it('is told the right address where its words stand at another', () => {
    const body = quote('“目标明晰，责任具体”', 'clause="c-4-3-7"');
    expect(checked(body).told).toEqual([
      '12:2 error quote-not-in-document｜引文不在这一条里：现在是“目标明晰，责任具体”，应当是这几个字在六、2（见六、2）。｜把 clause 改成 c-6-2，或者改引四（三）7里的话。',
    ]);
  });

  it('cannot be accepted where it is wrong', () => {
    const front = FRONT.replace(
      '---\n',
      '---\naccept:\n  - { code: quote-not-in-document, reason: 打字的人这样写的 }\n',
    );
    const body = quote('“给予每人八千元一次性补助”', 'clause="c-4-3-7"');
    const { told: lines, published } = checked(body, front);
    expect(lines.map((line) => line.split(' ')[2]?.split('｜')[0])).toEqual([
      'accept-refused',
      'quote-not-in-document',
    ]);
    expect(published).toBe(0);
  });

  it('is left alone where its words stand there, and where they are a person’s', () => {
    const body = [
      quote('“**给予**每人5000元一次性补助”', 'by="《实施方案》" clause="c-4-3-7"'),
      quote('“我们也写了一封信。”', 'by="样例甲" role="样例老师"'),
    ];
    expect(checked(body.join('\n\n'))).toEqual({ told: [], published: 1 });
  });
});

describe('a number in quotation marks', () => {
  const unproved = (body: string) =>
    unprovedNumbers(checkedBody(body).prose, known.quotesDocument).map(({ number }) => number);

  it.each([
    ['of the document is proved by it', quote('“给予每人5000元一次性补助”', 'clause="c-4-3-7"'), []],
    ['of the document in a sentence is too', '通知写道：“每年选派10人，每人服务10天”。', []],
    ['of somebody else has to be asked about', quote('“我们收到了300封信。”', 'by="样例甲"'), ['300封']],
    ['of somebody else in a sentence has too', '她说：“一共300封信。”', ['300封']],
  ])('%s', (_title, body, numbers) => {
    expect(unproved(body)).toEqual(numbers);
  });
});

describe('a number typed by hand', () => {
  const found = (...lines: readonly string[]) =>
    unprovedNumbers(checkedBody(lines.join('\n')).prose, known.quotesDocument);
  const numbers = (...lines: readonly string[]) => found(...lines).map(({ number }) => number);

  it('is told as it stands, with its half', () => {
    expect(numbers('走了3个半小时，又等了2天半。')).toEqual(['3个半小时', '2天半']);
    expect(numbers('画了3个半圆，写了1个半月。')).toEqual(['3个', '1个半月']);
  });

  it('in a table needs no unit, and is told with the head of its row and column', () => {
    const table = ['|地点|捐书|年份|', '|---|---|---|', '|某乡|1000|2025|', '|合计|1,200|2025|'];
    expect(found(...table).map(({ number, sentence }) => [number, sentence])).toEqual([
      ['1000', '表里某乡，捐书：1000'],
      ['1,200', '表里合计，捐书：1,200'],
    ]);
  });

  it('is none of rank, of the calendar, or of a list of numbers to find something by', () => {
    expect(numbers('|序号|日期|电话|', '|---|---|---|', '|1|5月8日|110|')).toEqual([]);
    expect(numbers('|2019|2020|', '|---|---|', '|甲|乙|')).toEqual([]);
  });
});
