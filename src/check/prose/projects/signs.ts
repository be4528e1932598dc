import { MASK } from './names.ts';

/** Words of a plan: what a number beside them states is compared even where no time is named. */
export const PLAN =
  /计划|规定|方案|通知|附件|任务|目标|拟|名额|指标|要求|预算|标准|推算|文件|正文|每年|人均|安排(?!了)|按照|应当|(?<![一])将(?!近|于|来)/u;
/** Words of doing: they state the plan only beside a year or a sum. */
export const DOING =
  /选派|组织|资助|选取|选定|扶助|补助|给予|建设|建立|新建|支持|扶持|帮扶|培训|派出?|招收|列(?:了|有|出|为)?|投入|拨付|经费|资金|金额|人数|需要?|共需|接收|邀请|配备|开展|承担|排(?:着|定)|拿(?:出|了)?|(?:给|加到|减到)(?=[\d一二两三四五六七八九十百千]+万?元)|(?<=[年再])出(?=[\d一二三四五六七八九十百])|(?<!需|重|主|必|首|摘|纪)要(?!闻|求|点)|建(?!议|成|筑)|(?<![规确决一])定(?:了|为|的是)/u;

/** Something that happened, was counted at some time, or is about some of them. */
const HAPPENED =
  /实际|收到|送[去来到给]|[那这]天|合影|已(?!列|写)|上报|报名|报了|报来|首批|当天|当日|当晚|当场|现场|到场|到会|在场|全国|全省|全区|全班|班里|全校|校内|申请|候选|初选|入围|推荐|初审|成行|此前|截至|目前|至今|迄今|最终|最后|后来|原来|原先|先后|陆续|分批|来自|不幸|离开|缺席|请假|剩下|余下|余额|结余|一行|(?<![为除列写填记标定排担])了(?!解)|过(?=[\p{Script=Han}＊]{0,3}\d)|曾|走进|走访|来到|抵达|出发|启程|结业|毕业|录取|获奖|奖金|评选|评出|获评|募集|募得|筹集|筹得|捐|爱心|企业|自筹|另|此外|额外|增派|增加|增至|追加|减少|减至|减到(?![\d一二两三四五六七八九十百千]+万?元)|降到|降至|增到|扩大|调整|翻番|相差|多出|少了|超出|差额|缺口|不是|并非|而非|误|写错|写成|如果|假如|假设|假定|倘若|要是|比如|听说|据说|传言|传闻|设想|盼|但愿|最好|再多|再少|建议|希望能|争取|恨不得|有人|比(?!例|赛)|之一|一半|半数|分之|平均|更|仅.{0,2}占|占|左右|大约/u;
/** The same behind a number: 10人来了. */
const HAPPENED_AFTER =
  /^[^，。；]{0,10}?(?:另外|捐|赞助|自己出|来了|到了|参加了|参加过|报了名|结业|毕业|完成了|回来|回去|已经|已|到场|到齐|全部到|上车|登机|合影|坐在|围坐|站在)/u;
const DONE = /(?<!要|将|需|须|计划|任务是)建成|完成|落实|实现|达到|达成|累计/u;
/** 按任务表，两年建成…: it is the plan that says so. */
export const BY_PLAN =
  /(?:按照?|依照?|照|根据)[^，。；]{0,8}(?:计划|方案|任务表|附件\d?|通知|文件|规定|安排)(?:的?(?:要求|规定|安排|数))?[，,][^，。；]*$/u;
/** So many a group, a day, a school: another rate than the plan's. */
const OTHER_RATE =
  /每(?:批|组|队|支|班|校|所学校|场|次|期|天|日|月|周|晚|县|个县|乡|个乡|镇|个镇|村|户|家|季|学期|学年|节|小时|车|个月|一?餐|两|隔)/u;
/** 惠及200人: those reached, not those sent. */
const REACHED =
  /(?:惠及|覆盖|受益|影响|吸引|带动|走访|慰问|看望|义诊|辐射|发动|动员|涉及|面向|联系|服务|采访|接待|救助|接诊|观看|观众|听众|点击|阅读|转发)[^，。；]{0,6}$|(?:教|陪|帮|向|让|给(?!予))$/u;
/** Sentences that suppose, ask or compare: nothing in them states the plan. */
const NO_STATEMENT =
  /[？?][”’」』）)]*\s*$|如果|假如|假设|假定|倘若|要是|实际|实到|上报|截至|报名|到场|不一致|出入|误写|写错|错写|更正|[比低高超][于过出]?计划|超额|完成(?:率|了|\d)|[没未]有?完成|(?:基本|全部|圆满|如期)完成|据统计|统计显示|数据显示|回顾|受.{0,4}影响|因故/u;
/** A school or a firm that sends its own people: not the plan's number. */
const SOMEBODY =
  /(?:大学(?!生)|某校|某班|学院|中学|小学|学校|高校|公司|企业|医院|协会|商会|基金会|班级|支部|社团|服务队|老师|书店|银行)(?:团委)?[^，。；\d＊]{0,4}(?:组织|选派|派出|派|安排|资助|捐|带|有|来)[^，。；\d]{0,4}$/u;
const PART = /其中|里面|当中|一部分|部分(?!门)|其余|其他|别的/u;

/** A clause that goes on about the number before it: 这是实际的数, 都是报名的. */
const REFERS_BACK = /^[，,：:](?:这|那|都|均|全|其中|为|系|是)/u;
/** The words before it say that what stands there is the paper's. */
const OF_PAPER =
  /(?:这|那|以上)[^，。；]{0,6}(?:是|都|按|照)[^，。；]{0,8}(?:任务表|附件|方案|通知|正文|计划|文件|表)|(?:任务表|附件\d?|方案|通知|正文|文件|备注)(?:上|里|中)?[^，。；]{0,4}(?:排|写|定|列|核|给|规定|安排)/u;

/** The part of a sentence that bears on a place in it: up to the end of its clause, with a next one that speaks of it. */
export function statementAround(sentence: string, at: number): string {
  const start = sentence.lastIndexOf('；', at - 1) + 1;
  const pause = (from: number) => {
    const found = sentence.slice(from).search(/[，,；。：:！？!?]/u);
    return found < 0 ? sentence.length : from + found;
  };
  const end = pause(at);
  return sentence.slice(start, REFERS_BACK.test(sentence.slice(end)) ? pause(end + 1) : end);
}

/** Whether a sentence states nothing of the plan: a question, or where it asks for one place, what bears on that place. */
export const statesNothing = (sentence: string, at?: number) =>
  /[？?][”’」』）)]*\s*$/u.test(sentence) ||
  NO_STATEMENT.test(at === undefined ? sentence : statementAround(sentence, at));

/** Whether what bears on a place is said to be the paper's: 这是任务表上写好的. */
export const isOfPaper = (sentence: string, at: number) => OF_PAPER.test(statementAround(sentence, at));

const SAYS_SO =
  /(?:任务表|附件\d?|方案|通知|正文|文件|备注)(?:里|中|上)?(?:就|也|都)?是?(?:这样|这么|如此)(?:写|规定|定|说|安排|排|列)/u;
/** Whether a sentence ends by saying that the document says so: whatever else it tells, its number is the document's. */
export const saysSo = (sentence: string) => SAYS_SO.test(sentence);

/** What a number stands in. */
export interface Surroundings {
  /** Its clause up to the number, and from behind its unit on. */
  readonly clauseBefore: string;
  readonly clauseAfter: string;
  /** The sentence up to the number. */
  readonly before: string;
  /** The sentence says that it is the paper's number. */
  readonly ofPaper: boolean;
  /** 方案这样写, behind it. */
  readonly saidSo: boolean;
}

/** Whether the clause of a number tells of something that happened or of another quantity. */
export function tellsOther({
  clauseBefore: before,
  clauseAfter,
  before: ahead,
  ofPaper,
  saidSo,
}: Surroundings): boolean {
  if (saidSo) return false;
  const clauseBefore = ofPaper ? before.replaceAll(/(?<=\p{Script=Han})了/gu, '') : before;
  const clause = clauseBefore + clauseAfter;
  if (HAPPENED.test(clauseBefore) || HAPPENED_AFTER.test(clauseAfter)) return true;
  if (/^[^，。；]{0,12}?(?:(?<![为除列写填记标定排担])了(?!解)|实际|占|不是|左右|上下)/u.test(clauseAfter)) return true;
  if (SOMEBODY.test(clauseBefore)) return true;
  return DONE.test(clause) && !PLAN.test(clause) && !BY_PLAN.test(ahead);
}

/**
 * Whether a number is so many of another unit, or those reached.
 * @param words of the clause, which may count those reached itself: 三年共接待少年150名
 */
export const isOtherRate = ({ clauseBefore, clauseAfter }: Surroundings, words = '', unit = '') => {
  const found = REACHED.exec(clauseBefore)?.[0];
  // 只给5万元: money reaches nobody.
  // 惠及200名大学新生: those whom the clause itself counts.
  const own = words !== '' && words.includes(/^\p{Script=Han}{2,4}/u.exec(clauseAfter)?.[0] ?? '\n');
  const reached = own || (found?.length === 1 && unit.endsWith('元')) ? undefined : found;
  return (
    OTHER_RATE.test(clauseBefore) ||
    (reached !== undefined && !countsWith(words, reached, unit)) ||
    /^[/／](?!人|年|个|名)/u.test(clauseAfter)
  );
};

/** Whether the same words stand before a number of the same unit. */
const countsWith = (words: string, before: string, unit: string): boolean =>
  unit !== '' &&
  new RegExp(`${RegExp.escape(before)}[^，。；\\d]{0,4}\\d+(?:\\.\\d+)?${RegExp.escape(unit)}`, 'u').test(words);

/** 其中男生12人: a part, unless a time, a name or somebody named behind it says of what. */
export function isPart(before: string, saysWhich: RegExp): boolean {
  const match = [...before.matchAll(new RegExp(PART, 'gu'))].at(-1);
  if (!match) return false;
  const rest = before.slice(match.index + match[0].length);
  return !(rest.includes(MASK) || saysWhich.test(rest) || /(?:19|20)\d{2}年|每[年人名个]/u.test(rest));
}

const FILLER =
  /(?:在)?(?:19|20)\d{2}年?|[隔转来]年|\d+(?:\.\d+)?|计划|合计|总计|一共|分别|承担|省本级|本级|每年|年度|[两三四五六七八九十]年(?!级)|人数|名额|资金|金额|经费|总额|全部|项目|活动|行动|目标|任务|补助|[＊＃\s头第首次翌先再前后“”「」『』《》（）()、，：:；。！—–~～一二两三四五六七八九十百千万亿零人名位元个批次共为是有的和与及各市团省年均都写列就只也，至到]/gu;

/** Whether a clause holds nothing but a name, a time and numbers. */
export const isBare = (clause: string) => clause.replaceAll(FILLER, '').length === 0;
