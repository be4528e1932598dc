import { matchesIn } from '../glance.ts';
import { type Wordings, wordingsIn } from '../wordings.ts';
import { tellsHardship } from './hardships.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What tells that somebody is given aid, by kinds, a line a wording (see `Wordings`); beside it stands an amount. */
const AIDS: Wordings = {
  named: `
    受助|获助|受资助|被资助|获资助|资助|补助|助学金|助学款|助学对象|救助|扶助|应急款|扶持金|慰问金|学子|补贴
    减免|名额|资助款|恩情|够不够|红包|生活费|慰问
    扶持|帮扶|救助|补助|资助|扶助|帮困|助学|爱心|救急|周转 资金|款|金
    重建|安置|补偿|救灾|抚恤|丧葬|理赔|赔偿|抚慰 [款金]
    项目|基金 …4 帮助
    津贴|低保金|扶助金|互助金|爱心卡|租房券|消费券|代金券|核销|托底|养老金|抚恤|保险金|理赔|赔付|报销|退税
    贴息|免息|贴补|补给|补偿|缓缴|缓交|停息|挂账|申请到|申请了|代缴|免收|减收|免除|免掉|少收
    善款|捐款|捐给|众筹|压岁钱
  `,
  received: `
    领到|拿到|到账|转给|领款|领走|领了|收款人|金额|实发|到户|接过|拿着|获批|批下|批了|入账|进账|下来了|已转
    补发|领取|下发|发给|发了
    汇款单|汇 !报|总|集|聚|演|率|款|入|编
    得到|收到|获得 !了?[^，。；]{0,6}奖
    这笔钱|那笔钱|这钱|那钱
    钱是 …12 出|给|捐|凑|付|寄 的
  `,
  given: String.raw`
    给我们?(家)?的|给了|给予|发放|发给|寄来|汇来|塞给|塞进|塞到|塞钱|塞了|凑了|凑钱|免了|免费|报得|报了|送来
    送去|送上|打到|打给|转账|转来|垫付|垫上|支付|学费|住宿费|转交|递给|资助了|掏了|掏出
    给了 {n}[百千万]
    交到了? …14 手 [中里上]
    凑了 (?=[^。；]{0,20}(?:送|给|交))
    凑的|凑出|凑齐|凑足
    替|帮|为|给 [他她](们)?家? …6 出|交|付|垫|免|补|承担|还|凑|捐|筹|攒|寄|汇|打|送 [了去来过]{0,2} …8 [百千万元费]
    大家|乡亲们?|同学们|师生|众人|全村|全班|全校|邻居们? …4 捐|凑
    每个?学期|每月|每年|每个月 …3 \d|[一二两三四五六七八九][百千万]
    年|月|学期 …4 寄|汇|给
    寄来的|要不是|幸亏|多亏
    {costs} …6 由
  `,
};
const AID = wordingsIn(AIDS, VOCABULARY);
/** What somebody earned is no aid. */
const EARNED = /奖[金品学]|[一二三]等奖|工资|稿费|年薪|利润|纯利|分红|卖[了出]/u;
const HAN = '[一二两三四五六七八九]';
/** 三千, 八千三, 四万零二百: a number that ends in a thought without a measure. */
const ROUND = `${HAN}(?:[百千万][零一二三四五六七八九]?){1,3}`;
const UNIT =
  '[\\d０-９][\\d０-９,，.]{0,15}\\s?[十百千万亿]{0,2}|[一二两三四五六七八九十百千万亿几零壹贰叁肆伍陆柒捌玖拾佰仟]{1,8}';
/** What an amount looks like: with its unit, or bare where something beside it tells that money is meant. */
const AMOUNTS = [
  `(?:${UNIT})(?:余|多|来)?\\s?[万亿]?(?:[美港欧]?元(?![旦月宵素件老帅首]|二次|一次(?!性)|方程|化)|块钱|块(?=[，。；、！？低”]|$|学费)|人民币)`,
  '[￥¥]\\s?\\d',
  '(?<=给了|还差|收到|领到|寄来的?|寄给我的?|送来|塞给[我他她]|汇来|打来|资助了?|助学金)[一二两三四五六七八九十]{1,3}[百千万](?=[，。；！？多]|$)',
  `(?<=(?:[费租款金钱券]|贷款|补助|补贴|批下来|加上|[出给补交寄凑免垫领发批]了?|各|每人|一共|寄来的?|[每个](?:月|年|季度?|学期|次)|一[月年季])[^，。；！？\\d]{0,3})${HAN}(?:[百千]|万)(?:${HAN}(?:[百千]|百)?)?(?=[，。；！？多块、]|$)`,
  `(?<![第海拔零十百千万约近\\d年])${ROUND}[余多]?(?=[，。；！？）”]|$)`,
  '[百千万]块(?![石地布牌砖糖])',
  '(?<![\\d.年〔])(?:[1-9]\\d{2,4}(?:\\.00)?)(?=$|[，、；。])',
];
const AMOUNT = new RegExp(AMOUNTS.join('|'), 'gu');
/** Money of a whole project, not of one person. */
const TOTAL =
  /(?:总|合计|加起来|(?:共|累计)发放|基金|专项|预算|募集|筹集|募得|捐[赠款出资]|投入|投资|拨款|人均|标准)[^，。；]{0,12}$/u;
/** What each of several is given. */
const EACH = /(?:每人|每名|每户|每位|各|一人|每生)[^，。；]{0,6}$/u;
/** Summed up: of one person where no number of people stands beside it. */
const SUMMED = /(?:共|累计)[^，。；]{0,12}$/u;
const PEOPLE = /[\d一二三四五六七八九十百千两几多]\s?(?:余|多)?(?:名|人|户|位|个(?:学生|孩子|家庭))/u;
/** What may tell of aid without any of these. */
const AIDED = /受助|资助|受捐助|救助|扶助|受赠|助学金|补助|慰问|帮扶|贫困|助学|\p{Script=Han}学子|捐赠|圆梦|春蕾|低保/u;

/** Whether a text tells that somebody is given aid. */
export const tellsAid = (text: string): boolean => AID(text) && !EARNED.test(text);

/** Whether a text tells an amount of money. */
export const tellsAmount = (text: string): boolean => text.search(AMOUNT) >= 0;

/** Whether a text tells an amount that may be one person's: no total, no budget. */
export const tellsOwnAmount = (text: string): boolean => {
  const ofMany = PEOPLE.test(text);
  return matchesIn(text, AMOUNT).some(({ index }) => {
    const before = text.slice(Math.max(0, index - 16), index);
    return (EACH.test(before) || !TOTAL.test(before)) && !(ofMany && SUMMED.test(before));
  });
};

/** Whether a text may tell of aid or hardship at all: most tell neither. */
export const mayTellOfAid = (text: string): boolean =>
  tellsHardship(text) || (tellsAid(text) && tellsOwnAmount(text)) || AIDED.test(text);
