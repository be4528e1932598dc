import { describe, expect, test } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { fictionalKnowledge, proseOf } from './prose-of.ts';

/** Documents that call themselves 协议, 规划, 备忘录, with 表一, 附表2 and annexes that are all name. */
const readersOf = (fixture: 'agreement' | 'joint' | 'schools' | 'hospitals') => {
  const known = fictionalKnowledge(fixture);
  const readers = proseReaders(known, known.programme);
  return (text: string) => readers.flatMap((read) => read(proseOf(text)));
};
const found = {
  agreement: readersOf('agreement'),
  joint: readersOf('joint'),
  schools: readersOf('schools'),
  hospitals: readersOf('hospitals'),
};
type Fixture = keyof typeof found;
const told = (fixture: Fixture, text: string) =>
  found[fixture](text).map((one) => `${text.slice(one.start, one.end)}｜${one.expected}`);

test.each<[Fixture, string, string]>([
  ['agreement', '互访写在附表2里。', '互访写在附表2｜“互访”列在表一'],
  ['agreement', '夏令营的名额列在表一里。', '夏令营的名额列在表一｜“夏令营”列在《夏令营名额》'],
  ['agreement', '协议第三条写着“三年共接待少年180名”。', '三年共接待少年180名｜“三年共接待少年150名”'],
  ['agreement', '正如协议所说，“会商由双方共同召集”。', '会商由双方共同召集｜“会商由双方轮流召集”'],
  ['agreement', '附表2的备注写着“以实际寄出的为准”。', '以实际寄出的为准｜“以实际收到的为准”'],
  ['agreement', '协议于2022年3月20日签订。', '2022年3月20日｜2022年2月20日'],
  ['agreement', '表一第一行是送课。', '第一行｜表一第1行是“互访”，“送课”在第2行'],
  ['agreement', '表一有6行。', '6行｜表一有4行'],
  ['agreement', '互访写在协议第五条。', '互访写在协议第五条｜“互访”是第四条'],
  ['agreement', '协议共有8个项目。', '8个项目｜6个项目'],
  ['agreement', '协议管两年。', '两年｜3年（2022年至2024年）'],
  ['agreement', '协议附了五张表。', '五张表｜3张表'],
  ['agreement', '2021年2月20日，双方签订了共建协议。', '2021年2月20日｜2022年2月20日'],
  ['agreement', '表一里互访2022年上半年是5批次。', '5批次｜“互访”2022年上半年2批次'],
  ['agreement', '互访2022年下半年计划2批次。', '2批次｜“互访”2022年下半年3批次'],
  ['agreement', '送课2024年7月到8月计划9课时。', '9课时｜“送课”2024年7—8月7.5课时'],
  ['joint', '支援关系列在附表2。', '支援关系列在附表2｜附表1：支援关系表'],
  ['joint', '三年规划是2021年1月印发的。', '2021年1月｜2022年1月10日'],
  ['joint', '规划的第一项是开班项目。', '第一项是开班项目｜“短期班”是第3项，一、3'],
  ['joint', '指挥部2024年计划送戏5场。', '5场｜“送戏”样例松风指挥部2024年2场'],
  ['joint', '送戏列在附表1。', '送戏列在附表1｜“送戏”列在附表2'],
  ['joint', '规划有五个附表。', '五个附表｜2张附表'],
  ['joint', '这份规划是2022年3月10日印发的。', '2022年3月10日｜2022年1月10日'],
  ['schools', '协议写着“全年同上60课时”。', '全年同上60课时｜“全年同上40课时”'],
  ['hospitals', '备忘录第三条写着“每期7天”。', '每期7天｜“每期5天”'],
  ['hospitals', '备忘录2021年4月5日签署。', '2021年4月5日｜2021年3月5日'],
  ['hospitals', '结对帮教写在第三条。', '结对帮教写在第三条｜“结对帮教”是第二条'],
])('%s: %s is told, with what is right', (fixture, text, expected) => {
  expect(told(fixture, text)).toEqual([expected]);
});

test.each<[Fixture, string]>([
  ['agreement', '互访写在表一里，送书列在表一和附表2里。'],
  ['agreement', '夏令营列在《夏令营名额》里，三年150名。'],
  ['agreement', '协议第三条写着“三年共接待少年150名”，第六条讲的是送书。'],
  ['agreement', '正如协议所说，“会商由双方轮流召集”。'],
  ['agreement', '2022年2月，双方签订了共建协议，协议附了三张表。'],
  ['agreement', '表一第一行是互访，表一有4行。'],
  ['agreement', '他和公司签了劳动协议，每年12000元；另一份协议共有8个项目。'],
  ['joint', '规划写着“三年送戏24场”，支援关系列在附表1，送戏列在附表2。'],
  ['agreement', '互访2022年上半年计划2批次，下半年计划3批次，全年5批次。'],
  ['agreement', '互访2022年第一季度计划1批次。'],
  ['agreement', '送课2024年暑期计划7.5课时。'],
  ['joint', '单位规划用地300亩，他给自己规划了8个项目。'],
  ['joint', '指挥部2024年计划送戏2场。'],
  ['schools', '协议于2023年1月5日签订，同上一堂课列在附件1。'],
  ['hospitals', '备忘录管五年，第三条写着“每期5天”。'],
])('%s: %s is let alone', (fixture, text) => {
  expect(told(fixture, text)).toEqual([]);
});

describe('what is said of a mistake', () => {
  test('names the document and its annexes as they name themselves, and the words that stand there', () => {
    const [one] = found
      .agreement('因此，协议的表一里写明，夏令营由社会组牵头，互访写在附表2里。')
      .filter(({ code }) => code === 'document-whereabouts');
    expect(one).toMatchObject({
      what: '这里写的出处和协议对不上',
      found: '“互访写在附表2”',
      expected: '“互访”列在表一',
      written: '表一',
    });
    expect(JSON.stringify([...found.agreement('协议附了五个附件，150名只写在表一里。')])).not.toMatch(/通知/);
  });

  test('leaves numbers alone that the site itself puts in', () => {
    const text = '协议的表一里，互访2022年计划8批次。';
    const at = text.indexOf('8');
    const prose = proseOf({ text, proved: [{ start: at, end: at + 1, fact: 'visits-batches-2022' }] });
    const known = fictionalKnowledge('agreement');
    expect(proseReaders(known, known.programme).flatMap((read) => read(prose))).toEqual([]);
  });
});
