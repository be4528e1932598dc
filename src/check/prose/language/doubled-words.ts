import { matchesIn } from '../../text/glance.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range } from '../prose.ts';

/**
 * Characters that nobody doubles, each with those before it and those behind it with which it makes a word of its own:
 * 现在｜在, 为了｜了解. A doubled character between two of neither is a slip.
 */
const SINGLE: Readonly<Record<string, readonly [endsWordWith: string, beginsWordWith: string]>> = {
  的: ['目标有众中', '确士放'],
  了: ['不时为除', '解不结却然望如断'],
  是: ['求为于国凡只', '否非'],
  在: ['现存实潜内外所自健好旨何还', '建校职线编岗册读场任家园逃籍乎意于此世'],
  和: ['平温暖总共柔缓调饱讲求议', '美气睦谐平田顺县硕解善'],
  与: ['参给授赐付干', '会时众其否'],
  把: ['一两几火拖手个', '关手柄握控守脉戏'],
  被: ['棉毯植铺褥', '子套褥单罩动'],
  于: ['', '都田是谦洪姓家'],
  也: ['', '门许罢好'],
  都: ['成首古故京旧帝东丰国江州港名魔', '江市督护城匀昌'],
  就: ['成造迁高屈练铸', '业职餐诊医读近任座寝绪学此'],
  很: ['', ''],
  们: ['', ''],
  已: ['', ''],
  着: ['', '手重急火陆装凉迷色落眼实想力'],
  我: ['自卿', ''],
  你: ['', ''],
  他: ['吉其', '乡'],
  她: ['', ''],
  它: ['其', ''],
  这: ['', ''],
  那: ['支', '曲坡霸'],
  将: ['大小上中少名武麻猛干主部虎老战健', '军来士领近相才就要'],
  还: ['归偿返退奉送交生讨放发', '原款乡清债书钱给贷俗'],
  从: ['服听顺遵依随跟侍盲', '容事军业政前此小严头而医教众'],
  到: ['迟周独', '期底处位达来场访岗货账会校家'],
  并: ['合吞兼归', '不非没未且列存肩举重行入轨'],
  而: ['从进因反然故幸忽时继', '且后今已立是言非'],
  但: ['不非岂', '愿凡丁'],
  且: ['而并况尚暂苟姑', '慢不'],
  或: ['抑间容', '许多少是大'],
  及: ['普涉顾波触提危殃论言埃谈不', '时格早'],
  没: ['淹出吞埋沉隐湮', '无'],
  有: ['所没拥只富具享占含持国私公共特稀仅还带存设罕如乌无未', '关效限所趣力利益机用人些时点没待害色名声意条说序着'],
  能: ['功性技可才智职节只潜动产全万机势官体', '源力否量手干见动级'],
  要: ['主重需必摘纪只想就还将不提概次首紧简冲扼机', '求点闻素件么紧害务塞旨事职道价是'],
  不: ['要无毫从何好是对差', ''],
  以: ['可所难得加足予借何', '色及来内外上下前后为便免致此身'],
  由: ['自理缘经事', '于此来衷'],
  因: ['原成基起病外内诱', '为此素而果公病人'],
  使: ['促迫致大天即驱公特行假', '用命者得馆节'],
  让: ['转出忍谦礼', '座步利路位'],
  给: ['供配补自', '予力养'],
  向: ['方走流去动面转导指志意取定朝倾纵横风偏趋', '上往导来阳日心'],
  对: ['一核校针面相绝反配比应派作敌不结双', '流子联手象方策话口应比外立接付面岸'],
  又: ['', ''],
  元: ['', '旦宵首月帅素件气老年谋曲音宇朝代钱'],
  才: ['人刚天英奇口文', '能华干艺'],
};

/** Two characters or more, once more behind themselves. */
const REPEATED = /(?<word>\p{Script=Han}{2,8}?)\k<word>+/gu;
/** The same day or year twice. */
const DATE_TWICE = /(?<![\d.])(?<word>\d{1,4}[年月日])\k<word>/gu;
const DOUBLED = new RegExp(`(?<word>[${Object.keys(SINGLE).join('')}])\\k<word>`, 'gu');
/** Pauses one behind the other. */
const MARKS = /[，、；：。]{2,}/gu;

/** One by one, very much, not yet: what begins so is doubled on purpose. */
const COUNTED =
  /^(?:[一二两三四五六七八九十百千几半每多好很太最更越又再真可挺不没某](?<!没(?=有))|大口|大把|小口|.一$)/u;
/** Words said twice for weight, as a greeting, or for a sound. */
const EMPHATIC = new Set(
  '非常 特别 十分 永远 许多 无数 经常 千万 如何 怎样 这样 那样 什么 哪里 为什么 谢谢 加油 欢迎 恭喜 辛苦 保重 你好 您好 再见 可以 是的 对的 行的 好的 等等 慢慢 轻轻 自己 彼此 雪白 通红 漆黑 碧绿 笔直 冰凉 滚烫 金黄 湛蓝 乌黑 火红 碧蓝 嫩绿 蔚蓝 鲜红 粉红 滚圆 金灿 温柔 快乐 对不起 没关系 没事 哎呀 哎哟'.split(
    ' ',
  ),
);
/** What one does a little of: 研究研究. */
const A_LITTLE = new Set(
  '研究 讨论 学习 活动 休息 商量 考虑 了解 打听 参观 观察 体验 锻炼 交流 练习 收拾 打扫 整理 认识 比较 分析 总结 检查 介绍 解释 准备 放松 感受 回忆 思考 琢磨 合计 计算 调整 调查 联系 照顾 帮助 关心 安慰 鼓励 教育 改善 提高 表扬 批评 评价 评论 宣传 展示 表现 尝试 试验 打扮 庆祝 热闹 高兴 痛快 凉快 暖和 亲近 熟悉 适应 管理 治理 处理 解决 修改 修理 布置 安排 清理 清洗 反省 反思 回顾 展望 祝贺 慰问 问候 探讨 切磋 摸索 走动 溜达 晒晒 见识 折腾 意思 指点 指导 点拨 提醒 配合 支持 照应 张罗 支援 帮忙 动员 发动 引导 开导 疏导 实践 演练 排练 训练 培训 温习 复习 预习 朗读 欣赏 品尝 享受 参考 借鉴 核对 核实 确认 落实 巩固 充实 丰富 完善 推敲 斟酌 权衡 掂量'.split(
    ' ',
  ),
);
/** Behind 学生学生: with it the second one is a longer word, 大学｜大学生. */
const SUFFIX =
  /^[生者会部节院室员县市省区镇乡村团委家长队馆所校处司局组界版史科系班线路桥园性化度力式曲法论院证费卡币树城]/u;
/** How a sound or a manner goes on. */
const MANNER = /^[地响叫]/u;
/** Syllables of names that come from other tongues: two of them twice is a name, or calling it. */
const NAME =
  /^[阿巴班贝贡布次达德丹措多尔嘎格桑吉加卡拉兰卢罗洛玛曼米姆穆娜纳尼诺帕平仁萨珊斯索塔特瓦维西亚央扎珠卓宗旦增白琼普赤益旺久坚赞江白朗杰尊珍顿罗伦沃哈卓]{2,3}$/u;
/** Between which nothing is the writer's own: titles. */
const TITLE = /《[^《》]{0,80}》/gu;

/** Before a noun: 这次活动. */
const NOUN_BEFORE = /[次个项的场类种本该此这那]$/u;

const isMeant = (before: string, word: string, behind: string) =>
  COUNTED.test(word) ||
  EMPHATIC.has(word) ||
  (A_LITTLE.has(word) && !NOUN_BEFORE.test(before)) ||
  NAME.test(word) ||
  SUFFIX.test(behind) ||
  MANNER.test(behind) ||
  // 高高兴兴, 哈哈哈哈, 谢谢谢谢.
  new Set(word).size === 1;

function finding(block: number, { start, end }: Range, found: string, expected: string, mark: boolean): ProseFinding {
  return {
    ...{ block, start, end, severity: 'warning' },
    code: mark ? 'doubled-mark' : 'doubled-word',
    what: mark ? '标点写了两个' : '同一个词写了两遍',
    found: `“${found}”`,
    expected,
    written: null,
    mend: mark ? '留一个，多的删掉。' : '删掉一个；本来就要说两遍的，不用改。',
  };
}

function marks(block: ProseBlock, index: number): ProseFinding[] {
  return matchesIn(block.text, MARKS).map(({ index: start, 0: found }) => {
    const pause = found.includes('。') ? '。' : (found[0] ?? '');
    const expected = /^。{2,}$/u.test(found) ? '“。”；省略号写成“……”' : `“${pause}”`;
    return finding(index, { start, end: start + found.length }, found, expected, true);
  });
}

function words(block: ProseBlock, index: number): ProseFinding[] {
  const text = block.text.replaceAll(TITLE, (title) => '□'.repeat(title.length));
  const told: ProseFinding[] = [];
  const tell = (start: number, word: string) => {
    const range = { start, end: start + 2 * word.length };
    if (told.some((one) => one.start < range.end && range.start < one.end)) return;
    told.push(finding(index, range, word + word, `“${word}”`, false));
  };
  for (const { index: start, groups, 0: whole } of matchesIn(text, REPEATED)) {
    const word = groups?.['word'] ?? '';
    const [before, behind] = [text[start - 1] ?? '', text[start + whole.length] ?? ''];
    // “然后然后”: the words are what is spoken of.
    const named = before === '“' && behind === '”';
    if (!named && !isMeant(before, word, behind)) tell(start, word);
  }
  for (const { index: start, groups } of matchesIn(text, DATE_TWICE)) tell(start, groups?.['word'] ?? '');
  for (const { index: start, groups } of matchesIn(text, DOUBLED)) {
    const word = groups?.['word'] ?? '';
    const [before, behind] = [text[start - 1] ?? '', text[start + 2] ?? ''];
    const [ends = '', begins = ''] = SINGLE[word] ?? [];
    // Three of them, or a stammer: 我我…….
    if (before === word || behind === word || behind === '…' || behind === '—') continue;
    if ((before !== '' && ends.includes(before)) || (behind !== '' && begins.includes(behind))) continue;
    // 来来去去, 是是非非: each doubled.
    if (behind !== '' && behind === text[start + 3]) continue;
    tell(start, word);
  }
  return told.toSorted((a, b) => a.start - b.start);
}

/** Words and marks that were typed twice: 的的, 他们他们, ，，. What language doubles on purpose is left alone. */
export const doubledWords: OwnRule = () => {
  return ({ blocks }) => blocks.flatMap((block, index) => [...words(block, index), ...marks(block, index)]);
};
