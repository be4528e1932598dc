import { isMoney } from '#domain/plan/quantity.ts';
import { inQuotes } from '#domain/plan/quotation.ts';
import { holds } from './amounts.ts';
import { called, type Verdict } from './finding.ts';
import type { LineKnown } from './known.ts';
import { MASK } from './names.ts';
import type { Claim } from './sentences.ts';
import { isPart, tellsOther } from './signs.ts';

const PER_BEFORE =
  /(?:每|人均|一)(?<measure>建(?:设|成|立)?(?:一|1)?个|人|名|位|个|所|间|处|生|册|套)?(?<noun>[^，。；\d每]{0,16})$/u;
const PER_AFTER = /^(?:[/／]|一|每)(?<measure>人|名|位|个|所|间|生)/u;
/** 每建成一个某室，按备注要…: what is paid for one stands in a clause of its own. */
const PER_ENDS = /(?:每|一)(?:建成?|办|盖|添)?(?:一|1)?(?:个|所|间|处|名)[^，。；\d每]{0,8}$/u;
/** 选中的新生，能领到四千元. */
const GETS = /(?:能|可以?|会|就)?(?:领到?|拿到?|得到?|发)(?:了)?(?:补助|资助)?$/u;
const ONE_WHO = /(?:新生|学生|学子|同学|孩子)(?:[，,]|都|就|能|可)?[^，。；\d]{0,4}$/u;
/** The sum is said to be the rate of one without 每. */
const RATE = /(?:标准|一次性补助|一次性资助|单价)(?![^，。；\d]*(?:共|合计|总计|加))[^，。；\d]{0,6}$/u;
/** Money for something else than what the plan names. */
const OTHER_PURPOSE =
  /餐|伙食|交通|车票|机票|车费|路费|住宿|门票|邮费|邮票|书费|文具|保险|红包|零花|零用|学费|学杂|生活费|工资|月薪|年薪|收入|奖金|稿费|每[天日月周餐]|每学[年期]|学年|一天|一个月|押金|报酬|电脑|手机|奖学金|贷款|低保/u;
const OTHER_ONE =
  /^(?:县|乡|镇|市|城|学校|小学|中学|月|季|学期|班|村|支部|老师|教师|志愿者|辅导员|队员|工作人员|家庭|贫困户)/u;

/** What one of what is given costs: `person` or `thing`; null where the number is no such rate. */
function rateOf({ clauseBefore: own, clauseAfter, before: ahead }: Claim): 'person' | 'thing' | 'any' | null {
  // 每建一个活动室，所需经费5万元.
  const behind = ahead.slice(0, ahead.length - own.length).replace(/[，,]$/u, '');
  const clauseBefore =
    !PER_BEFORE.test(own) && (/^(?:所需|需要?|约需)/u.test(own) || PER_ENDS.test(behind))
      ? behind.slice(-40) + own
      : own;
  const before = PER_BEFORE.exec(clauseBefore);
  const { measure = '', noun = '' } = before?.groups ?? PER_AFTER.exec(clauseAfter)?.groups ?? {};
  // 一个某项目的建设经费是: the name counts for nothing.
  const words = noun.replaceAll(MASK, '').replace(/^的?(?:所需)?(?:建设)?(?:经费|费用|资金|钱|补助|投入)?/u, '');
  if (before && (before[0].startsWith('人均') || measure !== '')) {
    if (before[0].startsWith('一') && words.length > 4) return RATE.test(clauseBefore) ? 'any' : null;
    if (OTHER_ONE.test(noun)) return null;
  } else if (measure === '') {
    if (
      GETS.test(own) &&
      (ONE_WHO.test(ahead.replace(GETS, '')) || (/一次/u.test(own) && /新生|学生|学子/u.test(ahead)))
    )
      return 'person';
    return RATE.test(clauseBefore) ? 'any' : null;
  }
  if (measure === '个' || measure === '') return measure === '' ? 'person' : 'any';
  return /^[人名位生]$/u.test(measure) ? 'person' : 'thing';
}

/** 每个5万元出自正文第十二项, where the note of an annex has it. */
function misplacedCost({ source }: Claim, fitting: readonly LineKnown[]): Verdict | null {
  const [first] = fitting;
  const isThere = (k: LineKnown) =>
    k.costAt === source.kind &&
    (source.kind !== 'annex' || source.label === null || k.cost?.written.includes(source.label));
  if (source.kind === 'open' || !first?.cost || fitting.some(isThere)) return null;
  return {
    severity: 'error',
    code: 'project-source',
    what: `${called(first)}每${first.cost.per}多少钱，不写在${source.kind === 'text' ? '正文' : '附件'}里`,
    told: [],
    expected: `${first.cost.words}写在${first.cost.written}`,
    written: first.cost.written,
    mend: `把出处改成${first.cost.written}。`,
  };
}

const REGULAR =
  /每人[^，。；\d]{0,6}(?:每|一)(?:个)?(?:月|年|学[年期]|季度?)|(?:每个?|按|逐|月)(?:月|学[年期]|季度?)|一个?(?:月|学[年期])|按(?:学年|年|月|学期)|年年|每年(?:都|各)?(?:有|发|领|给)/u;
const ONCE = /一次|不是|并非|而非|生活费|学费|[？?]/u;

/** 每人每月3000元, where the plan gives the sum once. */
function givenRegularly({ number, lines, sentence, clauseBefore, clauseAfter, before }: Claim): Verdict | null {
  const [known] = lines.filter((k) => k.cost && holds(number, number.unit, k.cost) && ONCE.test(k.words));
  const clause = clauseBefore + clauseAfter;
  const told = REGULAR.exec(clause) ?? REGULAR.exec(before.slice(-24));
  if (!known?.cost || !told || ONCE.test(sentence) || !/每[人名位]|人均|补助|资助/u.test(sentence)) return null;
  return {
    severity: 'error',
    code: 'project-cost',
    what: `${called(known)}的补助是一次性的，不是${inQuotes(told[0])}发的`,
    told: [known.cost],
    expected: `${known.cost.words}，一次性补助`,
    mend: `删去${inQuotes(told[0])}，写“一次性”。`,
  };
}

/** Money for one person or one site that contradicts what the plan names; undefined where the number is no such rate. */
export function judgeCost(claim: Claim): Verdict | null | undefined {
  const { number, lines, sentence } = claim;
  if (!isMoney(number.unit)) return undefined;
  const regular = givenRegularly(claim);
  if (regular) return regular;
  const rate = rateOf(claim);
  if (rate === null) return undefined;
  const costs = lines.flatMap((k) => (k.cost ? [{ known: k, cost: k.cost }] : []));
  const fitting = costs.filter(({ cost }) => rate === 'any' || (rate === 'person') === /^[人名位]$/u.test(cost.per));
  const [first] = fitting;
  if (!first || number.bound === 'about' || OTHER_PURPOSE.test(sentence) || tellsOther(claim)) return null;
  // 两个渠道都是每人3000元, where they give different sums.
  const alike = fitting.length > 1 && /(?:都|均|一样|同样)[^，。；\d]{0,6}$/u.test(claim.clauseBefore);
  const fit = (of: typeof fitting) => of.filter(({ cost }) => holds(number, number.unit, cost));
  if (isPart(claim.before, /每/u)) return null;
  if (alike ? fit(fitting).length === fitting.length : fit(fitting).length > 0)
    return misplacedCost(
      claim,
      fit(fitting).map(({ known }) => known),
    );
  return {
    severity: 'error',
    code: 'project-cost',
    what: `${called(first.known)}每${first.cost.per}多少钱，与文件不一致`,
    told: fitting.map(({ cost }) => cost),
  };
}
