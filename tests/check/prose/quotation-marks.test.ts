import { describe, expect, test } from 'vitest';
import { quotationMarks } from '#check/prose/language/quotation-marks.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = quotationMarks(realKnowledge());
const found = (...texts: (string | (Partial<ProseBlock> & { text: string }))[]) => told(read, proseOf(...texts));

const wrong: [string, string][] = [
  ['“手拉手结对书信交流。', 'error｜unpaired-mark｜“｜“……”成对'],
  ['手拉手”结对书信交流。', 'error｜unpaired-mark｜”'],
  ['“手拉手“结对书信交流。', 'error｜unpaired-mark｜“'],
  ['”手拉手”结对书信交流。', 'error｜unpaired-mark｜”'],
  ['《工作实施方案印发了。', 'error｜unpaired-mark｜《｜《……》成对'],
  ['工作实施方案》印发了。', 'error｜unpaired-mark｜》'],
  ['山南市（西藏自治区在高原上。', 'error｜unpaired-mark｜（'],
  ['山南市西藏自治区）在高原上。', 'error｜unpaired-mark｜）'],
  ['他说“《工作实施方案”》我读过。', 'error｜crossed-marks｜”'],
  ['他念《“三下乡》”方案。', 'error｜crossed-marks｜》'],
  ['他说：“我叫‘小雨。”', 'error｜unpaired-mark｜‘'],
  ['他说：“我叫小雨’。”', 'error｜unpaired-mark｜’'],
  ['团（队)干部培训', 'warning｜mixed-brackets｜（队)'],
  ['团(队）干部培训', 'warning｜mixed-brackets｜(队）'],
  ['“他说“走吧”就走了。”', 'warning｜nested-quotation-marks｜“'],
  ['他说"手拉手很好。', 'error｜unpaired-mark｜"'],
  ['他说“手拉手"很好。', 'error｜unpaired-mark｜"'],
  ['「手拉手結對。', 'error｜unpaired-mark｜「'],
  ['『手拉手」結對。', 'error｜unpaired-mark'],
  ['共青团湘〔2019号', 'error｜unpaired-mark｜〔'],
  ['两年（2019—2020年（附件2）都有。', 'error｜unpaired-mark｜（'],
];

const right = [
  '“手拉手”结对书信交流。',
  '他说：“我叫‘小雨’。”',
  '《“手拉手”结对方案》和《关于印发《工作实施方案》的通知》',
  '团（队）干部培训(详见附件)',
  '任务有：1）写信；2）回信；3）寄照片。',
  '1)写信',
  'a)写信',
  '（包括1）写信；2）回信）都做了。',
  '①写信②回信',
  '（一）青少年交流行动（1）写信',
  'I don’t know，他叫O’Brien，’19级，students’ books。',
  '在Xi’an，山南的拼法是Lho’kha。',
  '北纬29°14’30”，东经91°46’。',
  '1500米跑了5’30”。',
  '一块24"的屏幕',
  '他说"手拉手"很好。',
  '笑一个 :) 再见 :-)',
  '笑一个：）',
  '区间是[1, 2)，左边闭右边开。',
  '“……宣传典型人物……”',
  '他说：“去。”“不去。”“那好。”',
];

describe('marks that come in pairs', () => {
  test.each(wrong)('%s: what does not pair is found', (text, expected) => {
    const all = found(text);
    expect(all[0]).toContain(expected);
  });

  test.each(wrong.filter(([text]) => !text.startsWith('『')))('%s: it is told once', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a quotation of several paragraphs opens each and closes the last', () => {
    expect(found('他说：“第一段。', '“第二段‘里面’。', '“第三段。”', '后来呢。')).toEqual([]);
  });

  test('a quotation whose second paragraph does not open is told once', () => {
    const [first, ...rest] = found('他说：“第一段。', '第二段。”', '后来呢。');
    expect(rest).toEqual([]);
    expect(first).toContain('error｜unpaired-mark｜“');
  });

  test('a bracket may go around paragraphs', () => {
    expect(found('（编者按：以下是来信。', '信很短。）')).toEqual([]);
  });

  test('a title does not go on in the text', () => {
    expect(found({ text: '“手拉手结对', part: 'title' }, '“手拉手”结对')).toHaveLength(1);
  });

  test('in the words of others it is only doubtful', () => {
    expect(found({ text: '“手拉手结对', quoted: true })[0]).toMatch(/^warning/);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
