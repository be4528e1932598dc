import { describe, expect, test } from 'vitest';
import { textAndAnnex } from '#check/prose/document/text-and-annex.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = textAndAnnex(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string, string][] = [
  ['2019年，团干培训计划40人。', '40人', '附件2，团（队）干部培训，2019年：40人；正文四（二）5：每年20人'],
  ['团干培训每年20人来湖南。', '20人', '附件2，团（队）干部培训，2019年：40人；正文四（二）5：每年20人'],
  ['挂职锻炼2019年安排8名。', '8名', '附件2，挂职锻炼，2019年：8名；正文四（二）6：每年4名'],
  ['挂职锻炼每年四人，为期30天。', '四人', '附件2，挂职锻炼，2019年：8人；正文四（二）6：每年4人'],
  ['挂职锻炼，2019年和2020年各计划4人。', '4人', '附件2，挂职锻炼，2019年：8人'],
  ['2019年挂职锻炼的名额是4个人。', '4个', '附件2，挂职锻炼，2019年：8人；正文四（二）6：每年4人'],
];

const right = [
  '2019年，团干培训附件2写40人。',
  '团干培训2019年计划40人，正文写的是20人。',
  '团干培训2019年40人，2020年20人。',
  '2020年，团干培训计划20人。',
  '挂职锻炼2020年4人。',
  '挂职锻炼为期30天，每人都有师傅。',
  '2019年5月，团干培训来了40人。',
  '三下乡每年10人，每人10天。',
  '融情实践2019年20人。',
  '团干培训分4个小组，每组5人。',
  '挂职锻炼两年合计12人。',
  '2019年，团干培训有15人，这个数和计划无关。',
  '挂职锻炼这一条写着“每年组织4名山南市团干部或少先队辅导员来湘”。',
  '基层团组织建设两年合计4个。',
];

describe('where text and annex disagree', () => {
  test.each(wrong)('%s: both values are named, the annex first', (text, words, expected) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first).toContain(`warning｜text-and-annex｜${words}｜`);
    expect(first).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a number that the site puts in carries its own mark', () => {
    const text = '2019年，团干培训计划40人。';
    const start = text.indexOf('40');
    const proved = [{ fact: 'cadre-training-people-2019', start, end: start + 3 }];
    expect(told(read, proseOf({ text, proved }))).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
