import { describe, expect, test } from 'vitest';
import { dates } from '#check/prose/calendar/dates.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = dates(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string, string][] = [
  ['2019年2月29日，联席会议召开。', 'error｜impossible-date｜2019年2月29日', '2月28日'],
  ['座谈会定在2月30日。', 'error｜impossible-date｜2月30日', '最多29天'],
  ['名单13月5日报来。', 'error｜impossible-date｜13月5日', '1月到12月'],
  ['2020年6月31日，第一批志愿者进藏。', 'error｜impossible-date｜2020年6月31日', '6月30日'],
  ['2019年0月8日印发。', 'error｜impossible-date｜2019年0月8日', '1月到12月'],
  ['写于2019-02-30。', 'error｜impossible-date｜2019-02-30', '2月28日'],
  ['更新日期 2019/4/31', 'error｜impossible-date｜2019/4/31', '4月30日'],
  ['2019.9.31，长沙。', 'error｜impossible-date｜2019.9.31', '9月30日'],
  ['二〇一九年四月三十一日，信到了。', 'error｜impossible-date｜二〇一九年四月三十一日', '4月30日'],
  ['二零一九年十一月三十一日，信到了。', 'error｜impossible-date', '11月30日'],
  ['培训从6月28日至31日。', 'error｜impossible-date｜31日', '6月30日'],
  ['2019年2月25日—2月29日培训。', 'error｜impossible-date｜2月29日', '2月28日'],
  ['4月29日、30日、31日三天都有雪。', 'error｜impossible-date｜31日', '4月30日'],
  ['2019 年 9 月 31 日，鼓号队成立。', 'error｜impossible-date｜2019 年 9 月 31 日', '9月30日'],
  ['２０１９年４月３１日印发。', 'error｜impossible-date｜２０１９年４月３１日', '4月30日'],
  ['三下乡安排在13月。', 'warning｜impossible-date｜13月', '1月到12月'],
  ['2019年13月，团干培训开班。', 'error｜impossible-date｜2019年13月', '1月到12月'],
  ['二月三十日，孩子们收到了信。', 'warning｜impossible-date｜二月三十日', '最多29天'],
  ['5月32号出发。', 'error｜impossible-date｜5月32号', '5月31日'],
  ['每天上午25时出发。', 'error｜impossible-time｜25时', '0时到23时'],
  ['会议于24:30开始。', 'error｜impossible-time｜24:30', '24:00或0:00'],
  ['早上8:75集合。', 'error｜impossible-time｜8:75', '00分到59分'],
  ['08：75 出门', 'error｜impossible-time｜08：75', '00分到59分'],
  ['下午3点61分，车到了县城。', 'error｜impossible-time', '00分到59分'],
  ['队室已于2027年3月建成。', 'warning｜future-date｜2027年3月', '2026-11-25'],
  ['2028年5月，孩子们收到了第一封信。', 'warning｜future-date｜2028年5月', '2026-11-25'],
];

const right = [
  '2019年5月8日印发。',
  '2020年2月29日，志愿者在路上。',
  '2月29日出生的孩子，四年过一次生日。',
  '2月28日、3月31日、4月30日都有人来信。',
  '农历二月三十日，村里办了茶会。',
  '藏历二月三十日，寺里挂起了唐卡。',
  '腊月三十，志愿者没有回家。',
  '光绪三十年二月三十日，有人路过这里。',
  '2019年2月没有29日，所以改在28日。',
  '有人把日期写成2月30日，后来改了。',
  '二〇一九年五月八日印发。',
  '2019-05-08，2019/5/31，2019.10.31。',
  '网址是https://example.com/2019/13/45/a。',
  '第13月的账。',
  '他养了一头13月龄的牦牛。',
  '十三个月过去了。',
  '比分是8:75，双方都笑了。',
  '按1:100兑水，按3:80配比。',
  '约翰福音3:16，诗篇119:105。',
  '上午8:30出发，晚上24:00到达。',
  '07:30 出门，19:40 收尾。',
  '全程历时25时30分。',
  '价格涨了25点。',
  '得了9点75分。',
  '5月8日，2号楼的灯亮着。',
  '活动从8月20日至31日，每天10人。',
  '2月份30个孩子来过。',
  '队室计划于2027年3月建成。',
  '预计到2027年3月，就能建成了。',
  '借期到2028年6月30日。',
  '2020年3月，第一批信寄出了。',
  '已于2026年11月25日停报。',
  '2019年第3期，第4—31页。',
  '版本是2.30.1，2019.12.',
  '宿舍在6月31巷旁边。',
];

describe('days and times that there are not', () => {
  test.each(wrong)('%s: what is impossible is found', (text, start, expected) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first).toContain(start);
    expect(first).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('in the words of others it is only doubtful', () => {
    expect(told(read, proseOf({ text: '2019年2月30日，晴。', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('a story of a later day may tell of that day', () => {
    const story = { ...proseOf('队室已于2035年3月建成。'), date: '2036-01-01' };
    expect(told(read, story)).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
