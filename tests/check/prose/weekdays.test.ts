import { describe, expect, test } from 'vitest';
import { weekdays } from '#check/prose/calendar/weekdays.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = weekdays(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string, string][] = [
  ['2019年5月8日（星期四），通知印发。', 'error｜wrong-weekday｜2019年5月8日（星期四', '星期三'],
  ['2019年5月8日(周五)，通知印发。', 'error', '2019年5月8日是星期三'],
  ['2019年5月8日是星期天。', 'error', '星期三'],
  ['2019年5月8日星期日，天晴。', 'error', '星期三'],
  ['2019年5月8日，礼拜二，通知印发。', 'error', '星期三'],
  ['2019年5月8日 星期一 晴', 'error', '星期三'],
  ['2019年5月8日上午9:00（周四）开会。', 'error', '星期三'],
  ['二〇一九年五月八日（星期四）', 'error', '星期三'],
  ['2020-02-29（星期五）', 'error', '2020年2月29日是星期六'],
  ['通知在2019年印发，5月8日（星期四）的事。', 'error', '星期三'],
  ['2019年7月1日（周二）至7月10日（周三）', 'error', '2019年7月1日是星期一'],
  ['2019年7月1日（周一）至10日（周四）', 'error', '2019年7月10日是星期三'],
  ['星期四（2019年5月8日），通知印发。', 'error', '星期三'],
  ['今年11月25日（星期四），网站没有收到上报。', 'warning', '2026年11月25日是星期三'],
  ['2019年有过这样的事。5月8日（星期四）又开会。', 'warning', '2019年5月8日是星期三'],
  ['2019年5月8日周四鸣锣开会。', 'warning', '星期三'],
];

const right = [
  '2019年5月8日（星期三），通知印发。',
  '2019年5月8日(周三)印发。',
  '2020年2月29日（星期六）',
  '2019年5月12日，星期日，母亲节。',
  '2019年5月12日是星期天。',
  '5月8日（星期四），孩子们来了。',
  '2019—2020年，5月8日（星期五）都有活动。',
  '《2019年方案》说，5月8日（星期五）开会。',
  '每年5月8日，周四的课照常上。',
  '2019年5月8日，周四的课改在周五。',
  '2019年5月8日（周一至周五开放）',
  '每周四（2019年5月8日起）开放。',
  '2019年5月8日（农历四月初四，星期三）',
  '2019年5月8日一周后，信到了。',
  '2019年5月8日周一次会都没有开。',
  '星期一定题，星期三采访。',
  '2019年2月30日（星期四）',
  '农历四月八日（星期四）',
  '2019年印发。2026年的事另说，11月25日（星期三）没有上报。',
  '2019年印发的通知，如今过了七年。11月1日（星期日）开会。',
];

describe('days of the week', () => {
  test.each(wrong)('%s: the wrong day of the week is found', (text, start, expected) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first?.startsWith(start)).toBe(true);
    expect(first).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('in the words of others it is only doubtful', () => {
    expect(told(read, proseOf({ text: '2019年5月8日（星期四）', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });

  test.each(['周一', '5月8日（周一', '2019年5月8日周一', '周'])('a text of nothing but %s is read in time', (part) => {
    read(proseOf(part.repeat(Math.floor(300_000 / part.length))));
  });
});
