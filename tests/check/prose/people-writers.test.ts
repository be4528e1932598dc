import { expect, test } from 'vitest';
import { KNOWN_PROGRAMME } from '../known-programme.ts';
import { countedPeople, read } from '../written-stories.ts';
import eleventh from './lists/people-eleventh.json' with { type: 'json' };
import ninth from './lists/people-ninth.json' with { type: 'json' };
import own from './lists/people-own.json' with { type: 'json' };
import tenth from './lists/people-tenth.json' with { type: 'json' };
import thirteenth from './lists/people-thirteenth.json' with { type: 'json' };
import training from './lists/people-training.json' with { type: 'json' };
import twelfth from './lists/people-twelfth.json' with { type: 'json' };

/**
 * Texts about people by writers who had not seen the rules; whole stories are read. Those with odd numbers were read
 * after the first look, those with even ones by nobody but for the ninth writer's, read when the tenth came.
 * First look, odd and even. Ninth: children 21 of 24 and 22 of 26 found, aided 22 of 24 and 23 of 26, right ones told 0 of
 * 39 and 1 of 41; texts of which not every name was found just as it is written 15 of 61 and 7 of 59. Tenth: children 33
 * and 35 of 40 found, aided 29 and 31 of 40, right ones told 3 and 3 of 40 (lines that run together, which are paragraphs
 * now), names not found 14 and 16 of 80.
 * Eleventh: children 35 of 37 and 17 of 18 found, aided 18 of 20 and 28 of 35, right ones told 1 and 0 (p11's own table
 * holds a number typed by hand, a rule of its own), names not found 7 of 57 and 7 of 53; of its even ones four names, and
 * nothing else, were looked at.
 * Training, by a writer who had not seen the rules, to learn from, all of it read: children 35 of 37 and 41 of 43 found at
 * first look, aided 32 and 37 of 50, right ones told 3 and 1 (two are tables with numbers typed by hand), names not found 24
 * of 87 and 24 of 93; the even ones were read when the odd ones had been learned from: children 41 of 43, aided 41 of 50.
 * Own: texts of our own, indirect on purpose, by whoever wrote the rules; those of each batch were read after they were
 * counted: aided 35 of 50, 30 of 50, 30 of 40, children 20 of 24 at first look, right ones told 1 of 50.
 * Twelfth and thirteenth, by two writers who had seen nothing. Twelfth, before the training list was learned from: children
 * 28 of 31 and 23 of 24 found, aided 20 of 23 and 26 of 32, right ones told none, names not found 14 and 12; behind that the
 * same of children and 27 of 32. Thirteenth, behind that: children 22 of 27 and 22 of 28, aided 25 of 28 and 24 of 27, right
 * ones told 3 (a table with numbers typed by hand, a button of WeChat, a count of aided students) and none, names not found
 * 18 and 15. Of their odd ones those that were missed were read then and some kinds mended; the even ones are held out.
 */
test.each([
  ['ninth, odd', ninth, 1, { child: 1, aided: 0, told: 0, names: 10 }],
  ['ninth, even', ninth, 0, { child: 2, aided: 0, told: 0, names: 4 }],
  ['tenth, odd', tenth, 1, { child: 1, aided: 0, told: 0, names: 4 }],
  ['tenth, even', tenth, 0, { child: 2, aided: 1, told: 0, names: 13 }],
  ['training, odd', training, 1, { child: 0, aided: 0, told: 2, names: 9 }],
  ['training, even', training, 0, { child: 0, aided: 3, told: 0, names: 12 }],
  ['own, odd', own, 1, { child: 0, aided: 2, told: 0, names: 0 }],
  ['own, even', own, 0, { child: 0, aided: 4, told: 0, names: 2 }],
  ['eleventh, odd', eleventh, 1, { child: 0, aided: 0, told: 1, names: 4 }],
  ['eleventh, even', eleventh, 0, { child: 1, aided: 3, told: 0, names: 4 }],
  ['twelfth, odd', twelfth, 1, { child: 1, aided: 3, told: 0, names: 10 }],
  ['twelfth, even', twelfth, 0, { child: 1, aided: 5, told: 0, names: 9 }],
  ['thirteenth, odd', thirteenth, 1, { child: 3, aided: 2, told: 3, names: 16 }],
  ['thirteenth, even', thirteenth, 0, { child: 6, aided: 3, told: 0, names: 15 }],
] as const)('people of a writer: %s', (which, people, odd, most) => {
  const result = countedPeople(people, odd);
  console.info(`people of the ${which}: ${JSON.stringify(result)}`);
  for (const [key, value] of Object.entries(result))
    expect(value, key).toBeLessThanOrEqual(most[key as keyof typeof most]);
});

/** Of the kinds that were missed, in words of our own: somebody who tells too much, and somebody like them who does not. */
const WRONG = [
  '五年级的中队长次旺多吉把旗交给了下一班。',
  '大家管那里叫“河边小学”。丹增朗嘎每天走半个钟头去那里上一年级。',
  '覃小满放学后先去澧水镇杨柳巷的奶奶家，今年刚上二年级。',
  '我是卓玛央宗的爸爸，孩子在样例县完小四（2）班。',
  '“我叫次仁旺姆，住在样例乡样例村。”跑在最前面的小姑娘说。',
  '样例小学六（1）班的副班长刘同学，主动报了名。',
  '村小的孩子都喊她阿朵。她坐在第二排，写字用左手。',
  '样例县样例小学初一（3）班团支部书记边巴卓嘎领誓。',
  '扎西欧珠家住样例镇样例村，每天走四十分钟山路上学。',
  '益西措姆欠了两年房租，房东催过三回。',
  '大雪封山那年，平措旺堆丢了左手，团委替他报了扶持资金。',
  '工作队给拉珍送去一件羊皮袄、一双棉鞋。',
  '德吉一年学费五千二，县里替她出了两千六。',
  '春蕾专项给每人三千元。央金拉姆是今年的三十人之一，汇款单她一直留着。',
  '阿旦靠捡瓶子供妹妹念书，冬天手上全是口子。',
  '爱心包裹受益学生：次旦（孤儿）、尼珍（单亲）。',
  '收到善款的名单：石阿婆，手术费1800元；向老四，修房款6000元。',
  '凯迪日耶没了爹娘，是舅舅拉扯大的。',
  '老师喊他“石头”，他是三年级一班的，家在样例镇。',
  '读的是县医院对面的幼儿园，阿朵今年五岁。',
  '受益户：阿苦阿牛。帮扶措施：发放鸡苗五十羽。致贫原因：缺劳力。',
  '石老三的腿是在工地上没的，赔的钱还没拿到，团省委先给他送去两千。',
  '禤阿婆得了癌症，县里给她五千元。',
  '龙叔生了场大病，花光积蓄。',
  '乜春生靠低保过日子，工作队给他送去一袋米。',
  '今年入冬前，艾合买提的小卖部烧得只剩四面墙，志愿者替他凑了一万二。',
  '央珍肚子里长了东西，手术要三万，乡里发动大家捐了两万七。',
  '拉巴家的房子在地震里垮了，分到两万块的重建款。',
  '宗吉吃百家饭长大，福利院给她办了十八岁生日。',
  '龚翠花的男人喝农药死了，留下两个娃，今年每个娃拿到两千五。',
  '杨秀莲戴上了新的假牙，钱是义诊队出的。',
  '吉木日黑没有户口，上不了学，跟着舅舅放羊。',
];
const RIGHT = [
  '样例小学的少先队辅导员次旺多吉，带着五年级的中队长们升旗。',
  '“河边小学”是孩子们起的名字，老师丹增朗嘎在那里教了八年。',
  '六年级的班长们把信收齐，一封一封排好。',
  '副校长刘同庆在样例小学六（1）班听了一节课。',
  '孩子们告诉老师：“我们看见月亮了。”',
  '桑杰卓玛在样例镇织邦典。放学后，几个孩子在她的织机旁写作业。',
  '样例小学五年级全体同学向远方的伙伴问好！',
  '志愿者央金拉姆给受灾户送去十二件棉衣、三十袋大米。',
  '县里替三百名学生出了学费，一年一百二十万元。',
  '春蕾专项今年给每人三千元，一共三十人，名单不公布。',
  '爱心捐款名单：石磊，1800元；向前进，6000元。',
  '赛事每年8个班，三年一共24个班。',
  '敬老院护理员格玛每天给老人念报，谁耳朵聋，她就念大声一点。',
  '扎西曲登社区的低收入户，去年人均增收3000元。',
  '受益户：全村牧民。致贫原因：缺劳力。',
  '联系人：待定。受助学生：名单另附。',
  '大家喊他“师傅”，他在扎囊县修了十年车。',
  '老师们在县医院对面的幼儿园听课。',
  '李国栋教授给次仁曲珍的学校捐了两万元。',
  '医生吴海给二十位白内障老人做了手术。',
  '志愿者陈思雨的妈妈也得过癌症，所以她最懂病房里的孩子。',
  '创业帮扶两年，一共用了八千元。',
];

test('further texts of the kinds that were missed are told, and right ones like them left alone', () => {
  const codes = read([...WRONG, ...RIGHT], KNOWN_PROGRAMME).map((one) => one.codes);
  expect(WRONG.filter((_, at) => codes[at]?.length === 0)).toEqual([]);
  expect(RIGHT.filter((_, at) => (codes[WRONG.length + at]?.length ?? 0) > 0)).toEqual([]);
});
