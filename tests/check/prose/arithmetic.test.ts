import { describe, expect, test } from 'vitest';
import { arithmetic } from '#check/prose/arithmetic/arithmetic.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = arithmetic(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

/** Wrong sentence, the same with the right value, severity, and a part of what is told as right. */
const pairs: [string, string, 'error' | 'warning', string][] = [
  ['40人加20人，共50人。', '40人加20人，共60人。', 'error', '合计60人'],
  ['80人×5000元=45万元。', '80人×5000元=40万元。', 'error', '=40万元'],
  ['80人、每人5000元，合计45万元。', '80人、每人5000元，合计40万元。', 'error', '合计40万元'],
  ['2019年50人、2020年50人，两年共110人。', '2019年50人、2020年50人，两年共100人。', 'error', '合计100人'],
  ['算法是50+25=80。', '算法是50+25=75。', 'error', '50+25=75'],
  [
    '这次来的人里，其中男生12人、女生9人，共20人。',
    '这次来的人里，其中男生12人、女生9人，共21人。',
    'error',
    '合计21人',
  ],
  ['队伍20人，其中男生12人、女生9人。', '队伍21人，其中男生12人、女生9人。', 'error', '合计21人'],
  ['20人中有5人，占30%。', '20人中有5人，占25%。', 'warning', '占25%'],
  ['四座城市，每座城市50人，四座城市共210人。', '四座城市，每座城市50人，四座城市共200人。', 'error', '合计200人'],
  ['每年10人，两年共30人。', '每年10人，两年共20人。', 'error', '合计20人'],
  ['2019年50万元，2020年25万元，合计80万元。', '2019年50万元，2020年25万元，合计75万元。', 'error', '合计75万元'],
  ['8个队室，每个5万元，共需50万元。', '8个队室，每个5万元，共需40万元。', 'error', '合计40万元'],
  ['全班42人，男生20人，女生21人。', '全班42人，男生20人，女生22人。', 'error', '合计41人'],
  ['甲队12人、乙队8人、丙队5人，一共27人。', '甲队12人、乙队8人、丙队5人，一共25人。', 'error', '合计25人'],
  ['50 + 50 + 50 + 50 = 220', '50 + 50 + 50 + 50 = 200', 'error', '200'],
  ['一共是16个，8×2=18。', '一共是16个，8×2=16。', 'error', '8×2=16'],
  ['40万元+18万元=60万元。', '40万元+18万元=58万元。', 'error', '=58万元'],
  ['70减20等于40。', '70减20等于50。', 'error', '70减20=50'],
  ['来了20人，其中女生25人。', '来了20人，其中女生15人。', 'error', '不超过20人'],
  [
    '两年75万元，其中2019年50万元、2020年35万元。',
    '两年75万元，其中2019年50万元、2020年25万元。',
    'error',
    '不超过75万元',
  ],
  ['收到信30封，寄出信28封，合计56封。', '收到信30封，寄出信28封，合计58封。', 'error', '合计58封'],
  ['40名学生，每名学生5000元，总计25万元。', '40名学生，每名学生5000元，总计20万元。', 'error', '合计20万元'],
  ['5000元、3000元，两项共9000元。', '5000元、3000元，两项共8000元。', 'error', '合计8000元'],
  ['算下来12÷4=4。', '算下来12÷4=3。', 'error', '12÷4=3'],
  ['20人，其中女生8人，占50%。', '20人，其中女生8人，占40%。', 'warning', '占40%'],
];

const right = [
  '50人、30人，连同去年共120人。',
  '第一批20人，第二批30人，三批共90人。',
  '队伍20人，其中男生12人。',
  '队伍20人，其中团员12人、女生9人。',
  '来了20—30人，又来了10人，共40人。',
  '约40人加20人，共65人。',
  '40多人和20人，一共60多人。',
  '长沙、株洲等地来了12人、8人，全省共50人。',
  '学校有老师12人、学生200人，共青团员30人。',
  '1+1=3的效果。',
  '“5+2”和“白加黑”的日子。',
  '联系电话：0731—88770000，共3部。',
  '附件2写2019年40人，2020年20人，合计60人；正文写每年20人。',
  '芙蓉学子80人，每人5000元，得40万元；绿色助学60人，每人3000元，得18万元，两行共58万元。',
  '书信交流两年共400人，每座城市每年50人。',
  '每座城市每年50人，四座城市两年共400人。',
  '每年40人，每人5000元，两年共40万元。',
  '10人，每人服务10天，共100天。',
  '100÷3=33.3。',
  '20人里有7人，占35%。',
  '30人中有10人，占33.3%。',
  '30人里有10人，占三成。',
  '一组5人，二组6人，三组的人最多，全班共42人。',
  '男生12人、女生9人都来了。',
  '2019年和2020年各40人，共80人。',
  '四市各2个，共8个。',
  '长沙12人，株洲8人，还有岳阳的，一共30人。',
  '50人、50人，比去年共多20人。',
  '两年263万元，2019年144万元、2020年119万元。',
  '发了30本书、20支笔，共50件。',
  '每人5000元，80人共40万元。',
  '40万元+18万元+40万元+80万元+10万元+75万元=263万元。',
  '8个×5万元=40万元，两年16个×5万元=80万元。',
  '20人×3000元=6万元。',
  '2019-05-08印发，共12个项目。',
  '上午来了12人，下午来了9人，晚上又来了几个，共25人。',
  '12个项目分成4个方面，共13个任务行。',
  '1个组长、6个副组长，共7人。',
];

describe('sums, products and shares', () => {
  test.each(pairs)('%s: what is right is named', (wrong, _right, severity, expected) => {
    const [first = '', ...rest] = found(wrong);
    expect(rest).toEqual([]);
    expect(first.split('｜')[0]).toBe(severity);
    expect(first.split('｜')[3]).toContain(expected);
  });

  test.each(pairs)('what adds up is left alone: not %s but %s', (_wrong, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('numbers that the site puts in are calculated with, a sum typed by hand is wrong', () => {
    const text = '2019年40人、2020年40人，两年共90人。';
    const first = text.indexOf('40人');
    const proved = [first, text.lastIndexOf('40人')].map((start) => ({ fact: 'a', start, end: start + 3 }));
    expect(told(read, proseOf({ text, proved }))).toHaveLength(1);
  });

  test('where the site puts in every number nothing is said', () => {
    const text = '2019年40人、2020年40人，两年共90人。';
    const proved = [...text.matchAll(/\d+人/g)].map(({ index, 0: word }) => ({
      ...{ fact: 'a', start: index, end: index + word.length },
    }));
    expect(told(read, proseOf({ text, proved }))).toEqual([]);
  });

  test('in the words of somebody else a mistake is a warning', () => {
    expect(told(read, proseOf({ text: '50+25=80。', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});

/** The cells of a table written as Markdown writes it; an empty cell is no block. */
const tableOf = (...lines: readonly string[]) =>
  proseOf(
    ...lines.flatMap((line, row) =>
      line
        .split('|')
        .flatMap((text, column) =>
          text.trim() === ''
            ? []
            : [{ text: text.trim(), part: 'cell' as const, group: row, cell: { table: 0, row, column } }],
        ),
    ),
  );

describe('the total of a table', () => {
  test.each([
    ['a total row', ['县|封数', '甲县|120', '乙县|80', '合计|220'], '220｜120+80，合计200'],
    ['a total column', ['鼓号|2019年|2020年|合计', '鼓|8|8|18', '号|4|—|4'], '18｜8+8，合计16'],
    [
      'numbers with a unit and a comma',
      ['村|金额', '甲|1,200元', '乙|800元', '总 计|2,100元'],
      '2,100元｜1200+800，合计2000元',
    ],
    ['an empty cell, which is none', ['村|户', '甲|5', '乙|', '丙|3', '合计|9'], '9｜5+3，合计8'],
    [
      'a subtotal, which is not added twice',
      ['村|户', '甲|5', '乙|4', '小计|9', '丙|3', '合计|21'],
      '21｜5+4+3，合计12',
    ],
  ])('is told where it is not the sum: %s', (_, lines, expected) => {
    const [first = '', ...rest] = told(read, tableOf(...lines));
    expect([first.split('｜').slice(0, 4).join('｜'), rest]).toEqual([`warning｜table-total｜${expected}`, []]);
  });

  test.each([
    ['it adds up', ['县|封数', '甲县|120', '乙县|80', '合计|200']],
    ['percentages', ['村|占比', '甲|60%', '乙|40%', '合计|90%']],
    ['a part of a row above', ['村|户', '甲|12', '其中：孤寡|8', '合计|12']],
    ['columns of several kinds', ['村|人数|金额|合计', '甲|4|800|1', '乙|5|900|2']],
    ['words among the numbers', ['村|户', '甲|五户多', '乙|8', '丙|4', '合计|20']],
    ['no more than one number', ['村|户', '甲|12', '合计|14']],
  ])('is left alone: %s', (_, lines) => {
    expect(told(read, tableOf(...lines))).toEqual([]);
  });
});
