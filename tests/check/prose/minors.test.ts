import { describe, expect, test } from 'vitest';
import { minors } from '#check/prose/people/minors.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge } from './prose-of.ts';

const person = (id: string, more: Partial<Person>): Person => ({
  id,
  age_band: 'under-14',
  role: '小学生',
  sample: false,
  ...more,
});
const people = [
  person('zhuoma', { name: '样例卓玛', alias: '小卓' }),
  person('xiaohua', { name: '李小样', age_band: '14-17' }),
  person('laoshi', { name: '张样例', age_band: 'adult', role: '支教老师' }),
  person('zhaxi', { name: '扎西' }),
];

const nobody = minors(realKnowledge());
const somebody = minors(realKnowledge(people));
const told = (read: typeof nobody, ...texts: readonly (string | (Partial<ProseBlock> & { text: string }))[]) => {
  const prose = proseOf(...texts);
  return read(prose).map(
    ({ severity, code, block, start, end }) => `${severity}｜${code}｜${prose.blocks[block]?.text.slice(start, end)}`,
  );
};

const wrong: [string, string, string][] = [
  // Names of schools whose first or last character is a word of grammar elsewhere.
  ['样庭里小学六年级学生张小满的来信。', 'error', '张小满'],
  ['向阳小学六年级学生张小满。', 'error', '张小满'],
  ['张小满就读于和平小学六年级。', 'error', '张小满'],
  ['那曲小学六年级学生张小满。', 'error', '张小满'],
  // 其父 is somebody else; the house told by what stands beside it; an age before whoever is named at last.
  ['示范前滚翻的卓玛系样例镇小学四年级唯一的藏族学生，其父在镇上开修理铺。', 'error', '卓玛'],
  ['初二的卓玛天天坐在屋顶上听课，废电杆旁边就是她家。', 'error', '卓玛'],
  ['他才七岁，大名覃一诺，住在样例乡样树坪村六组。', 'error', '覃一诺'],
  // What kin do, what a pupil is chosen for, what was said to nobody, is no sign of somebody grown up.
  ['孩子叫卓玛，家在样例乡，爸爸是护林员，妈妈在家放牛。', 'error', '卓玛'],
  ['样例县中学学生会副主席卓玛主持了开班仪式，她今年读初三。', 'error', '卓玛'],
  ['卓玛是谁？她是样例市实验中学初一的学生，也是这次捐赠的发起人。', 'error', '卓玛'],
  ['样例镇居民的女儿、小学五年级学生卓玛当起了讲解员。', 'error', '卓玛'],
  ['卓玛，女，2008年6月生，现就读于样例县小学。', 'error', '卓玛'],
  // Names of any form: rarer syllables behind a word that says who, 小 before two syllables, called so and described.
  ['“我长大了要当飞行员！”样例乡小学的乃穷大声说。', 'error', '乃穷'],
  ['小普穷在样例乡小学门口等我们，他今年才上一年级。', 'error', '小普穷'],
  ['路过样例乡，一个叫亚杰的小姑娘带我们看她的房子，她说自己今年七岁。', 'error', '亚杰'],
  ['第一个跑来帮忙的是六（2）班的加多，老师说他是样例镇小学力气最大的孩子。', 'error', '加多'],
  // Where a child can be found: what it comes from, where it is at home without the word for the kind of place.
  ['李小花今年12岁，家住样山，暑假来到这里。', 'error', '李小花'],
  ['李小花，10岁，样山人，读四年级，爱写信。', 'error', '李小花'],
  ['11岁的卓玛家住样例乡样例村。', 'error', '卓玛'],
  ['11岁的卓玛在样例小学三年级2班读书。', 'error', '卓玛'],
  ['十一岁的次仁德吉，是三（2）班的班长。', 'error', '次仁德吉'],
  ['五年级学生扎西（10岁）来自样例村。', 'error', '扎西'],
  ['五年级学生扎西（10岁）在贡嘎县样例小学读书。', 'error', '扎西'],
  ['小学生次仁德吉在三年级2班。', 'error', '次仁德吉'],
  ['她叫李小花，今年9岁，在XX小学三年级2班读书。', 'error', '李小花'],
  ['名叫王小样的男孩今年8岁，家住样例小区。', 'error', '王小样'],
  ['三年级2班的李小花同学得了一等奖。', 'error', '李小花'],
  ['长沙市样例小学学生李小花写来一封信。', 'error', '李小花'],
  ['长沙市样例小学五年级的李小花写来一封信。', 'error', '李小花'],
  ['李小花（12岁），样例中学初一（3）班。', 'error', '李小花'],
  ['李小花，女，12岁，家住样例镇样例村三组。', 'error', '李小花'],
  ['12岁的藏族女孩央金，就读于扎囊县样例小学。', 'error', '央金'],
  ['刚满6岁的达娃，是样例幼儿园大一班的孩子。', 'error', '达娃'],
  ['卓玛今年10岁。她在桑日县样例小学四年级1班读书。', 'error', '卓玛'],
  ['在桑日县样例小学四年级1班，我们见到一个女孩。她叫卓玛，今年10岁。', 'error', '卓玛'],
  ['小朋友多吉住在样例路的样例小区。', 'error', '多吉'],
  ['初中生旦增家在样例乡样例村。', 'error', '旦增'],
  ['雏鹰中队的少先队员李小花上台发言。', 'error', '李小花'],
  ['样例村的11岁女孩卓玛爱画画。', 'error', '卓玛'],
  ['不满18岁的罗布在样例中学高二（1）班。', 'error', '罗布'],
  ['扎西今年7岁半，刚上样例小学一年级。', 'error', '扎西'],
  ['孩子叫“边巴”，9岁，家住样例村二组。', 'error', '边巴'],
  ['样例小学的王小样同学回了信。', 'error', '王小样'],
  ['女儿索朗拉姆今年5岁，在样例幼儿园小二班。', 'error', '索朗拉姆'],
  ['卓玛是样例乡小学三年级2班的学生。', 'error', '卓玛'],
  ['李小花就读于样例小学三年级2班。', 'error', '李小花'],
  ['央金在样例小学三年级2班读书。', 'error', '央金'],
  ['卓玛，11岁，长沙市样例小学五（2）班学生。', 'error', '卓玛'],
  ['来信的是隆子县玉麦乡小学四年级学生旦增卓嘎。', 'error', '旦增卓嘎'],
  ['小学生卓玛的家在玉麦乡。', 'error', '卓玛'],
  ['卓玛的家在玉麦乡样例村，她今年12岁。', 'error', '卓玛'],
  ['小旺堆今年8岁，在扎囊县样例小学二年级1班。', 'error', '小旺堆'],
  ['１１岁的卓玛在四年级1班。', 'error', '卓玛'],
  ['11岁的小A在样例小学三年级2班读书。', 'error', '小A'],
  ['11岁的李某在样例小学三年级2班。', 'error', '李某'],
  ['三年级（2）班的玉措给湖南的小朋友写了信。', 'error', '玉措'],
  ['昌果乡完小五年级学生达瓦说，他想去长沙。', 'error', '达瓦'],
  ['日当镇中心小学的卓玛今年10岁。', 'error', '卓玛'],
  ['“我第一次坐高铁。”扎西多吉说。他12岁，在隆子县中心小学读六年级。', 'error', '扎西多吉'],
];

const right = [
  '样例县完小校长卓玛介绍，新队室今年秋天正式投入使用。',
  '二十年前，卓玛从样例县中学毕业，如今她是县医院的外科医生。',
  '样例镇小学食堂今天吃土豆炖牛肉，还有卓玛厨房送来的酸奶。',
  '县里的“阿佳”刺绣合作社给样例乡小学送来了十二面绣好的中队旗。',
  '藏戏《卓娃桑姆》走进样例镇小学，学生们看得目不转睛。',
  '孩子们把向日葵种子种在样例乡小学的围墙边，取名“向阳”。',
  '样例乡小学门口的小狗叫卓玛，孩子们天天和它玩。',
  '样例乡小学的孩子都知道仓央嘉措的诗。',
  '11岁的卓玛（化名）在一所乡村小学读书。',
  '11岁的卓玛（化名）是三年级2班的。',
  '11岁的卓玛喜欢画画。',
  '五年级学生扎西（10岁）写了第一封信。',
  '11岁的卓玛说，她想看一看海。',
  '11岁的某某在样例小学三年级2班。',
  '五年级的孩子们在样例小学的操场上等着。',
  '样例小学三年级2班收到了46封信。',
  '长沙市样例小学和贡嘎县样例小学结成对子。',
  '22岁的志愿者李样例在样例小学三年级2班支教。',
  '大学生王样例来自样例大学，在样例小学教音乐。',
  '校长扎西介绍，样例小学三年级2班有40名学生。',
  '样例小学的张样例老师教四年级1班。',
  '辅导员李小样带着样例小学的孩子们写信。',
  '中小学生结对写信，学生代表在样例小学发言。',
  '学生们来自样例村，学生干部先上台。',
  '全体同学在样例小学集合，三年级2班的同学唱了歌。',
  '高年级同学带着低年级同学，在样例小学种树。',
  '大学生志愿者到样例村小学支教。',
  '学生方阵从样例小学出发，一直走到样例村。',
  '学生高兴地跑回样例小学三年级2班的教室。',
  '学生周末回样例村，周一返校到三年级2班。',
  '学生文艺队在样例小学三年级2班排练。',
  '学生资助和学生安全，是样例小学的两件事。',
  '学生家长住在样例村，走到三年级2班要半小时。',
  '11岁的卓玛收到了长沙市样例小学同学们的来信。',
  '11岁的卓玛最喜欢样例小学的老师。',
  '11岁的卓玛在一所乡村小学读书。',
  '12岁的多吉家住偏远的山村。',
  '李样例9岁那年随父母搬到样例村，现在是一名医生。',
  '大学三年级学生李样例来自样例大学2班。',
  '西藏大学新生卓玛，毕业于样例中学。',
  '19岁的卓玛毕业于山南市样例中学，考上了样例大学。',
  '孩子们叫达娃乡的小学为“山上的学校”，三年级2班在二楼。',
  '格桑花开满样例小学，三年级2班的孩子数了数。',
  '扎西德勒！样例小学三年级2班的孩子们喊。',
  '我们把这种写法叫“结对”，样例小学三年级2班先试。',
  '卓玛是样例小学三年级2班的班主任。',
  '李样例在样例小学三年级2班上了第一堂课。',
  '志愿者李样例在样例小学三年级2班学习怎样上课。',
  '长沙与贡嘎县的8个乡镇结对，样例小学三年级2班写信最多。',
  '通知发到各市级团委，张样例是少年部的人。',
  '学生张开双手，跑过样例小学三年级2班的门口。',
  '三年级2班的方案最好，样例小学给了奖。',
  '三年级2班的金色奖状挂在样例小学的墙上。',
  '2019年，10岁的样例小学搬到样例村。',
  '李样例的家在样例村，他今年21岁，教样例小学三年级2班。',
  '雷锋班、雷锋小学，都是名字。',
  '消防中队的队员到样例小学讲课，学生听得认真。',
  '11岁的样例小学生一在样例小学三年级2班。',
];

describe('children who can be found by what stands beside their names', () => {
  test.each(wrong)('%s: %s', (text, severity, name) => {
    expect(told(nobody, text)).toEqual([`${severity}｜minor-identifiable｜${name}`]);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(told(nobody, text)).toEqual([]);
  });

  test('a story that says that all names are made up may tell the class', () => {
    expect(told(nobody, '11岁的卓玛是三年级2班的。', '文中孩子均为化名。')).toEqual([]);
  });

  test.each([
    ['11岁的卓玛（化名）在样例小学三年级2班读书。'],
    ['卓玛（化名）在样例小学读书。'],
    ['11岁的卓玛在样例小学三年级2班读书。', '文中孩子均为化名。'],
  ])('a school finds a child under any name: %s', (...texts) => {
    expect(told(nobody, ...texts)).toEqual(['error｜alias-identifiable｜卓玛']);
  });

  test('a child is told of once in a paragraph', () => {
    const text = '11岁的卓玛在样例小学三年级2班。卓玛今年11岁，家住样例村。';
    expect(told(nobody, text)).toEqual(['error｜minor-identifiable｜卓玛']);
  });

  test('a grown-up whom nothing says to be one is let through by what they do, and the words say so', () => {
    const bare = proseOf('“学生们很高兴。”红枫小学的陈桂兰说。');
    const [found] = nobody(bare);
    expect(found?.mend).toContain('是大人的，写明是做什么的（老师、校长、家长）');
    expect(told(nobody, '“学生们很高兴。”红枫小学的老师陈桂兰说。')).toEqual([]);
  });

  test.each([
    ['样例卓玛在样例小学读书。', 'error'],
    ['样例卓玛是三年级2班的。', 'error'],
    ['样例卓玛家住样例村。', 'error'],
    ['样例卓玛爱画画。她在样例小学读书。', 'error'],
    ['李小样是样例中学的学生。', 'error'],
    ['样　例　卓　玛在样例小学读书。', 'error'],
    ['样例卓玛写完了信。样例小学在山那边。', 'warning'],
  ])('a child of the records: %s %s', (text, severity) => {
    expect(told(somebody, text).map((t) => t.split('｜').slice(0, 2))).toEqual([[severity, 'minor-identifiable']]);
  });

  test.each([
    '样例卓玛爱画画。',
    '小卓（化名）在一所乡村小学读书。',
    '小卓是三年级2班的。',
    '张样例在样例小学三年级2班教书。',
    '次仁扎西大叔在样例小学看门。',
    '扎西乡样例小学建成了。',
    '样例卓玛喜欢一所小学。',
  ])('the records know nothing against: %s', (text) => {
    expect(told(somebody, text)).toEqual([]);
  });

  test('a 化名 of the records with a school is an error', () => {
    expect(told(somebody, '小卓（化名）在样例小学三年级2班。')).toEqual(['error｜alias-identifiable｜小卓']);
  });

  test('the row of a table is one sentence', () => {
    const cell = (text: string) => ({ text, part: 'cell' as const, group: 1 });
    expect(told(somebody, cell('样例卓玛'), cell('样例小学'), cell('三年级2班'))).toEqual([
      'error｜minor-identifiable｜样例卓玛',
    ]);
  });

  test('the child’s name is not repeated', () => {
    const [finding] = somebody(proseOf('样例卓玛在样例小学读书。'));
    expect(JSON.stringify(finding)).not.toContain('样例卓玛');
  });

  test('the whole notice raises nothing', () => {
    expect(told(somebody, ...noticeTexts())).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(nobody(prose)).toEqual([]);
  });
});
