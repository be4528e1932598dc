import { describe, expect, test } from 'vitest';
import { aidedStudents } from '#check/prose/people/aided-students.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge } from './prose-of.ts';

const person = (id: string, more: Partial<Person>): Person => ({
  id,
  age_band: 'adult',
  role: '大学新生',
  sample: false,
  ...more,
});
const people = [
  person('qiong', { name: '样例琼', alias: '小琼', aided: true }),
  person('alias', { alias: '样例同学', aided: true }),
  person('teacher', { name: '张样例', role: '老师' }),
];
const nobody = aidedStudents(realKnowledge());
const somebody = aidedStudents(realKnowledge(people));
const told = (read: typeof nobody, ...texts: readonly (string | (Partial<ProseBlock> & { text: string }))[]) => {
  const prose = proseOf(...texts);
  return read(prose).map(
    ({ severity, code, block, start, end }) =>
      `${severity}｜${code}｜${block}｜${prose.blocks[block]?.text.slice(start, end)}`,
  );
};

const wrong = [
  // Who is named as one who got something, in a row of names or where it is handed over.
  ['助学行动受助名单：央宗。', '央宗'],
  ['受助学生代表德吉（左三）从领导手中接过助学金信封。', '德吉'],
  ['贫困户嘎玛家今年分到了两头奶牛，是外地的青年企业家送的。', '嘎玛'],
  ['“谢谢叔叔阿姨给我的3000元。”普布央金在信里写道。', '普布央金'],
  // Signs as open classes: any illness that is found in somebody, debts, those who bring up a child, what a house suffered.
  ['医生来义诊，查出初中生琼吉有脊柱侧弯，家里都沉默了。', '琼吉'],
  ['央拉考上了大学，可她爸爸没能来，他躺在县医院里，等着做第二次手术。', '央拉'],
  ['父亲还欠着信用社的钱，录取通知书到的那天，平措朗杰躲在屋后哭了。', '平措朗杰'],
  ['强巴丹增从小是奶奶一手带大的。', '强巴丹增'],
  ['达瓦次仁家的屋顶被大雪压塌了。', '达瓦次仁'],
  ['普珍卓玛今年的学费是村里人凑的。', '普珍卓玛'],
  ['现在的次旦卓嘎是学生会干部，从前是靠救济粮过日子的孩子。', '次旦卓嘎'],
  ['顾小鹿的病拖不得，药要吃一辈子。', '顾小鹿'],
  ['受助学生卓玛家庭贫困，这次领到5000元。', '卓玛'],
  ['受助学生卓玛领到5000元。', '卓玛'],
  ['受资助的学生扎西，父母双亡，跟着奶奶长大。', '扎西'],
  ['受资助学生李小样说，5000元够一年的书费。', '李小样'],
  ['贫困学生王小样考上了样例大学。', '王小样'],
  ['贫困大学新生次仁德吉拿到了补助。', '次仁德吉'],
  ['建档立卡家庭的学生多吉领到了第一笔钱。', '多吉'],
  ['被资助的大学生央金是单亲家庭的孩子。', '央金'],
  ['受助者平措患病多年。', '平措'],
  ['受助新生格桑收到五千元。', '格桑'],
  ['李小样是一名受助学生，家里欠债8万元。', '李小样'],
  ['困难学生卓玛收到助学金3000元。', '卓玛'],
  ['孤儿边巴收到了助学金。', '边巴'],
  ['学生卓玛家境贫寒，今年领到助学金5000元。', '卓玛'],
  ['19岁的卓玛父亲重病，公益助学给了她5000元。', '卓玛'],
  ['李小样同学来自低保家庭，获得资助5000元。', '李小样'],
  ['女孩名叫拉姆，父亲早逝，开学前收到补助2000元。', '拉姆'],
  ['受助学生 “卓玛” 家庭贫困。'.replaceAll(' ', ''), '卓玛'],
  ['受助学生小A家庭贫困，领到5000元。', '小A'],
  ['受助学生李某家庭贫困，领到5000元。', '李某'],
  ['学生卓玛家境贫寒，成绩一直很好。', '卓玛'],
  ['贫困学生达瓦卓玛领到了3000元助学金。', '达瓦卓玛'],
  ['央金拉姆家庭困难，父亲去年去世，这次拿到5000元。', '央金拉姆'],
  ['芙蓉学子扎西多吉得到补助5000元。', '扎西多吉'],
] as const;

const right = [
  '捐款明细：胡样明1000元，李样燕500元，王志样2000元，匿名300元。',
  '样例医院援藏专家组组长汪样例，带队为残疾儿童做了康复评估。',
  '卓玛刺绣合作社免费培训残疾妇女四十人次。',
  '样例市残疾人艺术团团长次旦卓嘎带队来演出。',
  '出身贫寒的红军师长张样例，在这里家喻户晓。',
  '受资助的四十名新生来自嘎玛、次旦、达瓦等县。',
  '卓玛老师自己也有关节炎，却从没请过一天假。',
  '每人给予5000元一次性补助。',
  '给考入湖南普通高校的山南市贫困大学新生每人5000元。',
  '受助学生卓玛（化名）家庭贫困，这次领到5000元。',
  '受助学生某某领到5000元。',
  '受助学生卓玛说，她想当老师。',
  '受助学生在会上发言，5000元已经发到每个人手里。',
  '受助学生名单公布，一共50人，每人5000元。',
  '受助学生代表上台，接过5000元的牌子。',
  '贫困学生们领到了书包。',
  '贫困学生高兴地说，5000元够用一年。',
  '受助学生许多人来自贫困家庭。',
  '受助学生金额为5000元。',
  '受助学生方面，每人5000元。',
  '志愿者李样例给贫困学生捐了5000元。',
  '学生李样例向贫困家庭捐款5000元。',
  '李样例同学带头为困难家庭募集5000元，送去补助。',
  '受助学生卓玛在大会上发言，两年累计发放263万元。',
  '样例基金会给贫困大学新生每人5000元补助。',
  '19岁的卓玛考上了样例大学。',
  '学生卓玛获得一等奖，奖品值500元。',
  '贫困县的学生达娃说，他想学医。',
  '扎西德勒，受助学生们说，5000元收到了。',
  '助学金标准为每人5000元，资助贫困大学新生90人。',
  '张样例老师说，家庭困难的学生每人补助5000元。',
  '孤儿院的孩子收到了书。',
  '贫困不是标签，5000元也不是。',
];

describe('students who were helped', () => {
  test.each(wrong)('nobody’s record, but told of: %s', (text, name) => {
    expect(told(nobody, text)).toEqual([`error｜aided-student-named｜0｜${name}`]);
  });

  test.each(right)('nothing is said of: %s', (text) => {
    expect(told(nobody, text)).toEqual([]);
  });

  test('a story that says that its names are made up is left alone', () => {
    expect(told(nobody, '受助学生卓玛家庭贫困，领到5000元。', '文中人物均为化名。')).toEqual([]);
  });

  test('a real name with hardship and money anywhere is an error where the name first stands', () => {
    const texts = ['样例琼上大学了。', '家庭贫困的新生有很多。', '每人5000元。', '样例琼写了信。'];
    expect(told(somebody, ...texts)).toEqual(['error｜aided-student-named｜0｜样例琼']);
  });

  test('money that the site puts in counts as money', () => {
    const text = '每人5000元。';
    const proved = [{ start: 2, end: 7, fact: 'furong-unit-cost' }];
    expect(told(somebody, '样例琼上大学了。', '低保家庭的孩子', { text, proved })).toHaveLength(1);
  });

  test.each([
    ['样例琼家境贫寒。', 'error'],
    ['样例琼领到5000元。', 'error'],
    ['样例琼领到五千元。', 'error'],
    ['样例琼的父亲卧病在床。', 'error'],
  ])('a real name with one of them in a paragraph: %s %s', (text, severity) => {
    expect(told(somebody, '开头。', text)).toEqual([`${severity}｜aided-student-named｜1｜样例琼`]);
  });

  test.each(['每人5000元。', '给贫困大学新生的补助。'])(
    'a real name with one of them elsewhere is doubtful: %s',
    (text) => {
      expect(told(somebody, '样例琼上大学了。', text)).toEqual(['warning｜aided-student-named｜0｜样例琼']);
    },
  );

  test('a name in the title counts like any other', () => {
    const title = { text: '样例琼的第一年', part: 'title' as const };
    expect(told(somebody, title, '父母双亡。', '领到5000元。')).toEqual(['error｜aided-student-named｜0｜样例琼']);
  });

  test.each([
    ['样例琼坐在图书室里。'],
    ['小琼（化名）家境贫寒，领到5000元。'],
    ['小琼家境贫寒。', '小琼是化名。'],
    ['样例同学先做习题。', '每人5000元。', '文中样例同学是化名。'],
    ['张样例老师给贫困学生每人5000元。'],
  ])('the records have nothing against: %s', (...texts) => {
    expect(told(somebody, ...texts)).toEqual([]);
  });

  test('a 化名 that does not say it is one is a warning, once', () => {
    expect(told(somebody, '小琼坐在图书室里。', '小琼先做习题。')).toEqual(['warning｜alias-unsaid｜0｜小琼']);
  });

  test('the real name is not repeated, the right way is named', () => {
    const [finding] = somebody(proseOf('样例琼领到5000元。'));
    expect(JSON.stringify(finding)).not.toContain('样例琼');
    expect(finding?.expected).toContain('化名');
  });

  test('the whole notice raises nothing', () => {
    expect(told(somebody, ...noticeTexts())).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(nobody(prose)).toEqual([]);
  });

  test.each(['受助学生', '5000元', '贫困', '受助学生卓玛', '十'])('a text of nothing but %s is read', (part) => {
    expect(nobody(proseOf(part.repeat(300_000 / part.length))).length).toBeLessThan(2);
  });
});
