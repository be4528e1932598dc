import { describe, expect, test } from 'vitest';
import { spans } from '#check/prose/calendar/spans.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = spans(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string, string][] = [
  ['方案管2020年至2019年两个年度。', 'error｜reversed-span｜2020年至2019年', '“2019年”在前'],
  ['共青团湖南省委2020—2019年援建西藏山南市', 'error｜reversed-span｜2020—2019年', '“2019年”在前'],
  ['从2020年5月到2019年7月', 'error｜reversed-span', '“2019年7月”在前'],
  ['2019年8月20日至8月10日，大学生到山南。', 'error｜reversed-span', '“8月10日”在前'],
  ['8月20日至10日，大学生到山南。', 'error｜reversed-span｜8月20日至10日', '“10日”在前'],
  ['8月20日—8月10日', 'error｜reversed-span', '“8月10日”在前'],
  ['2019年5月—3月', 'error｜reversed-span｜2019年5月—3月', '“3月”在前'],
  ['2019年12月20日至1月10日', 'warning｜reversed-span', '2020年1月'],
  ['7月1日至7月10日，共11天。', 'error｜wrong-duration', '10天（两头都算），不算头一天是9天'],
  ['7月1日至10日，为期15天。', 'error｜wrong-duration', '10天'],
  ['7月1日到10日一共7天。', 'error｜wrong-duration', '10天'],
  ['为期11天的三下乡（7月1日至7月10日）', 'error｜wrong-duration', '10天'],
  ['历时二十天（8月1日—8月10日）', 'error｜wrong-duration', '10天'],
  ['2019年至2020年的三年里', 'error｜wrong-duration', '2年（两头都算），不算头一年是1年'],
  ['2019—2020年，为期三年', 'error｜wrong-duration', '2年'],
  ['从2016年到2019年，整整5年。', 'error｜wrong-duration', '4年'],
  ['2019年5月至10月，共8个月', 'error｜wrong-duration', '6个月'],
  ['7月1日至7月14日，为期三周', 'error｜wrong-duration', '2周'],
  ['7月1日至10日，志愿者在玉麦乡服务了15天。', 'warning｜wrong-duration', '10天'],
  ['挂职从2019年6月1日到6月30日，共35天。', 'error｜wrong-duration', '30天'],
  ['8:30至9:30两个小时', 'error｜wrong-duration', '1小时'],
  ['上午9点到11点，三个小时', 'error｜wrong-duration', '2小时'],
  ['14:00—14:40，共60分钟', 'error｜wrong-duration', '40分钟'],
  ['她2008年出生，2019年15岁。', 'warning｜wrong-age', '10岁或11岁'],
  ['他生于2001年，2019年他刚十二岁。', 'warning｜wrong-age', '17岁或18岁'],
  ['她2008年出生，今年12岁。', 'warning｜wrong-age', '17岁或18岁'],
];

const right = [
  '2019年至2020年，持续开展援藏青少年交流行动。',
  '2019—2020年的两年里',
  '2019年至2020年一年间',
  '8月20日至8月31日',
  '12月20日至1月10日，学校放假。',
  '9月至次年7月是一个学年，共11个月。',
  '2019年9月至次年3月',
  '2019年12月20日至2020年1月10日',
  '从2020年往前回看，2020年到2019年，数都在。',
  '2020年到2019年建的队室里去看。',
  '7月1日至7月10日，共10天。',
  '7月1日至7月10日，9天。',
  '7月1日至10日，近11天。',
  '7月1日至10日，每人服务15天。',
  '7月1日至10日，两支队伍共服务20天。',
  '7月1日至10日，集中培训5天。',
  '7月1日至10日，提前15天报名。',
  '8月5日至14日，为期10天。',
  '8月5—14日，为期10天。',
  '每年选派10人，每人服务10天（7月1日至8月31日）。',
  '2月20日至3月1日，共10天。',
  '2020年2月20日至3月1日，共11天。',
  '从2016年到2019年，整整4年。',
  '从2016年到2019年，整整三年。',
  '2016年9月至2019年7月，三年学业结束。',
  '2018—2020年三年行动计划',
  '2019—2020年三年级的孩子',
  '2019—2020年，五年后回访。',
  '2019年至2020年5月',
  '2019年5月至10月，共6个月',
  '2019年5月至10月，5个月',
  '7月1日至7月14日，为期两周',
  '湖南省——山南市项目，1——2',
  '8:30至9:30一个小时',
  '8:30至12:00，3个半小时',
  '下午2点到4点，两个小时',
  '22:00至6:00，8小时',
  '9:00至18:00，工作8小时',
  '比分3:2到5:4，两个小时',
  '她2008年出生，2019年11岁。',
  '她2008年出生，2019年12岁。',
  '她2008年出生，2019年来到长沙，父亲45岁。',
  '她2008年出生，2019年来信，15岁开始学画。',
  '2019年，满15岁的学生都可以报名。',
  '她2008年出生，今年18岁。',
  '0731—88770000',
  '2019—2020学年',
  '2019年5月8日至今，共七年。',
];

describe('spans of time', () => {
  test.each(wrong)('%s: what does not fit is found', (text, start, expected) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first).toContain(start);
    expect(first).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    '学员6月10日到粤，7月9日离粤，含首尾共40天。',
    '志愿者6月10日进疆，7月9日返苏，含首尾共40天。',
    '学员6月10日报到，7月9日返程，含首尾共40天。',
  ])('who goes from whichever province to whichever, it is found, and told once: %s', (text) => {
    expect(found(text).map((line) => line.split('｜').slice(0, 2).join('｜'))).toEqual(['error｜wrong-duration']);
  });

  test('a count that the site puts in is compared too', () => {
    const text = '8月5日至20日，为期10天。';
    const start = text.indexOf('10');
    const proved = [{ fact: 'summer-service-days', start, end: start + 3 }];
    expect(told(read, proseOf({ text, proved }))[0]).toContain('16天');
  });

  test('in the words of others it is only doubtful', () => {
    expect(told(read, proseOf({ text: '7月1日至7月10日，共11天', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
