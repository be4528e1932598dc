import { describe, expect, it } from 'vitest';
import { aidedStudents } from '#check/prose/people/aided-students.ts';
import { minors } from '#check/prose/people/minors.ts';
import { checkBody } from '#stories/body/check-body.ts';
import { realKnowledge } from './prose-of.ts';
import { proseOfText } from './prose-of-text.ts';

/** Made up of the parts of which such names are made; nobody is meant. Uyghur, Kazakh, Kyrgyz, Tajik, Mongolian, Yi, Tibetan. */
const WITH_DOT =
  '阿依古丽·买买提 图尔荪江·热合曼 麦尔哈巴·吐逊 努尔比亚·阿卜杜拉 阿卜杜热西提·吐尔逊尼亚孜 叶尔兰·赛力克 库丽夏西·哈力别克 古丽巴努·托合托逊 热孜万古丽·玉苏甫 买尔旦·艾麦提 祖丽胡马尔·依布拉音 伊力亚尔·克里木 迪丽努尔·喀迪尔 海里其古丽·阿吉 木扎帕尔·牙生 帕尔哈提·玉素因 别克扎提·朱马汗 加娜尔·哈孜 努尔加玛丽·阿山 那·斯琴巴雅尔 的日·阿呷木 马海·尔聪 吉木·日古 阿苏·越尔 沙马·伍各 尼玛·卓嘎 热夏提·阿布都克里木 艾孜买提·肖开提 古再努尔·巴拉提 约日古丽·库尔班 奥布力·卡斯木 凯丽比努尔·穆塔里甫 谢尔扎提·夏木西 玛依努尔·皮达 苏比努尔·约麦尔'.split(
    ' ',
  );
const WITHOUT =
  '次仁卓玛 阿依古丽 阿依努尔 古丽米热 热依汗古丽 巴合提古丽 叶尔克西 乌云其木格 巴音孟克 斯琴高娃 宝音德力格尔 其其格玛 乌力吉巴图 额尔登巴特 朝鲁门 阿拉腾其木格 吉克阿牛 沙马拉哈 阿苏越尔 曲比阿乌 吉木日古 马海尔聪 迪丽拜尔 买买提江 吐尔逊江 阿不都拉 玉素甫江 热娜古丽 帕提古丽 塔吉古丽 木拉提汗 哈力别克 叶森哈孜 那日苏 萨日娜 娜仁托娅'.split(
    ' ',
  );

const FRAMES: readonly ((name: string) => string)[] = [
  (n) => `志愿者${n}在样例小学教了三年书。`,
  (n) => `三年级学生${n}写了一封信。`,
  (n) => `${n}今年十一岁，在样例小学读五年级。`,
  (n) => `“我们这里的桥修好了。”${n}说。`,
  (n) => `那天晚上，${n}和样例甲一起上山。`,
  (n) => `- ${n}\n- 样例甲`,
  (n) => `<Quote by="${n}">\n\n路修好了。\n\n</Quote>`,
  (n) => `<Letter from="${n}">\n\n路修好了。\n\n</Letter>`,
  (n) => `孩子们（${n}等）给笔友写信。`,
  (n) => `左起：${n}、样例甲。`,
  (n) => `${n}老师把课本发下去。`,
  (n) => `她的名字叫${n}，住在河边。`,
];

const named = (text: string) => checkBody(`${text}\n`).body?.naming.mentions.map(({ name }) => name) ?? [];

describe.each([
  ['whose parts a dot joins', WITH_DOT],
  ['without a surname and without a dot', WITHOUT],
])('names %s', (_, names) => {
  it.each(names)('are found whole wherever they stand in a story: %s', (name) => {
    expect(FRAMES.map((frame) => frame(name)).filter((text) => !named(text).includes(name))).toEqual([]);
  });

  it('of pupils beside their school are told, and of those who are aided beside the money', () => {
    const rules = [minors(realKnowledge()), aidedStudents(realKnowledge())];
    const codes = (text: string) => rules.flatMap((read) => read(proseOfText(text))).map(({ code }) => code);
    const child = (name: string) => codes(`样例小学三年级学生${name}写了一封信。`).includes('minor-identifiable');
    const aided = (name: string) => codes(`${name}家里困难，拿到资助5000元。`).includes('aided-student-named');
    expect(names.filter((name) => !child(name))).toEqual([]);
    expect(names.filter((name) => !aided(name))).toEqual([]);
  });
});

describe('what looks like such a name', () => {
  it.each([
    '活动主题是“中国·长沙”，为期三天。',
    '“诗意·江南”读书会在样例小学举行。',
    '“大美·西藏”摄影展开幕，旁边是“新疆·吐鲁番的葡萄”。',
    '“书香·校园行”“石榴籽·一家亲”“同心·石榴红”都办过了。',
    '“拉萨·布达拉宫”的模型摆在桌上。',
    '“少年·中国说”朗诵会，“云上·石头城”网课。',
    '他开着一辆别克轿车进山，又换乘大巴。',
    '全校有塔吉克族、哈萨克族和柯尔克孜族学生。',
    '乌云密布，眼看就要下雨，孩子们跑回教室。',
    '库尔班节那天，食堂做了抓饭。',
    '巴音郭楞蒙古自治州的网络通了。',
    '从大海来的风吹过马海毛的围巾。',
    '阿尔金山的风很大，阿尔山的雪很厚。',
    '加勒比海的图片贴在墙上。',
  ])('is none: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});
