import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { documentNoun } from '#domain/plan/document-words.ts';
import { isMoney } from '#domain/plan/quantity.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { isQuantified } from '#domain/programme/project.ts';
import { isProved, MEASURE, NUMBER_WORD } from '../../text/count-words.ts';
import { matchesIn } from '../../text/glance.ts';
import { numbersIn } from '../../text/numbers.ts';
import { oncePer } from '../../text/once-per.ts';
import { stemOf } from '../../text/place-names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import { clauseRules } from './clause.ts';
import { wrongComparisons } from './comparisons.ts';
import { executorReader } from './executors.ts';
import { called, findingOf, type Verdict, type Wrong } from './finding.ts';
import { equals, holds, isFarOff, type Known, type LineKnown, leadOf } from './known.ts';
import { judgeCost, judgeDerivedMoney, programmeMoney } from './money.ts';
import { monthsIn } from './months.ts';
import { countsLine, type Family, familyOf, mayBePersons } from './nouns.ts';
import { wrongYears } from './placed.ts';
import { judgeQuantity, judgeUnsupported } from './quantities.ts';
import { type Claim, claimReader } from './sentences.ts';
import { isBare, isOtherRate, isPart, PLAN, statesNothing, tellsOther } from './signs.ts';
import { onlyLine, type Said } from './subjects.ts';
import { planTables } from './tables.ts';
import { namesOtherTime, withPlainDigits } from './time.ts';
import { rightFor } from './values.ts';
import { wrongPlaces } from './written.ts';

/** 每年2人 of a line that is planned in 批次: the plan names no number of persons. */
function judgeBatches(claim: Claim): Verdict | null {
  const { number, time, clause, clauseAfter, lines } = claim;
  const [first] = lines;
  if (!first || lines.length > 1 || familyOf(number.unit) !== 'people' || familyOf(first.line.unit) !== 'batches')
    return null;
  if (number.approximate || tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u)) return null;
  if (!mayBePersons(clauseAfter, first)) return null;
  // A number of persons beside the number of batches is a detail, not a wrong unit.
  if (/\d*批次?/u.test(clause)) return null;
  if (time.kind !== 'each' && !(time.kind === 'sum' && PLAN.test(clause))) return null;
  const told = first.years.flatMap((y) => first.inYear(y, 'all') ?? []);
  return {
    severity: 'warning',
    code: 'project-unit',
    what: `${called(first)}在文件里按${first.line.unit}计，没有写人数`,
    told,
    mend: `把单位改成${first.line.unit}，或者写<Num fact="${told[0]?.fact ?? ''}"/>；如果说的是一批里的人数，写明出处。`,
  };
}

const LASTS =
  /(?:为期|一\p{Script=Han}就是|每[人名位][^，。；\d]{0,8}|服务期?(?:时间)?(?:为|是)?|历时|时长(?:为|是)?|期限(?:为|是)?|[一每]期(?:要|得)?[待住学做干]?(?:满|上)?|时间(?:为|是|都?不足|不到|超过)|规定(?:的?是|为)|(?:要求?|定|写|说|讲)的(?:都|却|则)?是|周期(?:为|是)?|[待住学做干]满|(?:只|要|能|得|须|需)(?:在\p{Script=Han}{0,4})?待|满|锻炼(?:时间)?(?:为|是)?|[＊](?:为|是|时间|期|时间为)?)$/u;
/** 一期半年, 要在这里服务一个星期: how long, in a sentence about the plan. */
const STAYS = /(?:(?:服务|锻炼|学习|待|住|干)(?:上|满|够)?)$/u;
/** 少于40天都不算数: nothing but a bound stands before the number in its clause. */
const BARELY = /^(?:不得|不可|至少|必须|少于|低于|超过|多于|不)*$/u;
const PART_OF = /前|后|头|最后|第|每|花|休息|适应|路上|提前|等了|住了|又|再|还/u;

/** How many days a span may be: 一个月 is 28 to 31. */
function daysOf(value: number, unit: string): { least: number; most: number } | null {
  if (unit === '天' || unit === '日') return { least: value, most: value };
  if (unit === '周') return { least: value * 7, most: value * 7 };
  if (unit === '年' && value < 100) return { least: value * 365 - 5, most: value * 366 + 1 };
  return unit === '个月' ? { least: value * 28, most: value * 31 } : null;
}

/** How long somebody serves or learns, where the plan says so; undefined where the number is no time. */
function judgeDays(claim: Claim): Verdict | null | undefined {
  const { number, lines, clauseBefore } = claim;
  if (/^(?:课时|学时|小时|课|节|次|场)$/u.test(number.unit)) return otherUnit(claim);
  if (familyOf(number.unit) !== 'time' || lines.some((k) => k.line.unit === number.unit)) return undefined;
  const days = daysOf(number.value, number.unit);
  const told = lines.flatMap((k) => k.days);
  const [first] = lines;
  const bounded = number.bound !== null && PLAN.test(claim.sentence) ? BARELY.exec(clauseBefore) : null;
  const lasts = LASTS.exec(clauseBefore) ?? bounded ?? (PLAN.test(claim.sentence) ? STAYS.exec(clauseBefore) : null);
  if (!days || !first || told.length === 0 || !lasts) return null;
  if (number.bound === 'about') return isFarOff(days.most, '', told) ? daysVerdict(first, told) : null;
  if (number.unit === '日' && !/为期/u.test(lasts[0])) return null;
  // 某项目两年12人: the years of the plan, unless it is said to last so long.
  if (number.unit === '年' && number.value >= 1 && !/为期|历时|时长|期限/u.test(lasts[0])) return null;
  if (tellsOther(claim) || PART_OF.test(lasts[0].replace(/每[人名位]/u, ''))) return null;
  if (number.bound !== null) {
    // 不足三十天: one bound is enough to be wrong.
    if (
      told.some((k) =>
        [days.least, days.most].some((value) => holds({ ...number, value }, '', { value: k.value, unit: '' })),
      )
    )
      return null;
  } else if (told.some(({ value }) => days.least <= value && value <= days.most)) return null;
  return daysVerdict(first, told);
}

const daysVerdict = (first: LineKnown, told: readonly Known[]): Verdict => ({
  severity: 'error',
  code: 'project-days',
  what: `${called(first)}的天数与文件不一致`,
  told: told.map(asDays),
});

/** 计划80班, where the plan's words are 共90班. */
const isPlannedSum = ({ lines, clauseBefore }: Claim, lead: string) =>
  lead === '共' &&
  lines.every((k) => k.unsummed.length > 0) &&
  /(?:计划|安排|要)(?:开设?|办|组织)?$/u.test(clauseBefore);

/** 每班54学时, 共80班, where the plan's words have the same before another number; undefined where they have no such. */
function judgeStated(claim: Claim): Verdict | null | undefined {
  const { number, lines, clauseBefore, clauseAfter } = claim;
  const [first] = lines;
  const before = leadOf(clauseBefore);
  const own = lines
    .flatMap((k) => k.stated)
    .filter(({ unit, lead }) => unit === number.unit && (lead === before || isPlannedSum(claim, lead)));
  if (!first || own.length === 0) return undefined;
  // A sum of the line's own is compared with that; a rate is said of nothing else.
  const other = tellsOther(claim) || number.bound !== null || /^(?:的|里)/u.test(clauseAfter);
  if (other || own.some((k) => equals(number.value, number.unit, k))) return null;
  return {
    severity: 'error',
    code: 'project-number',
    what: `${called(first)}的数与文件不一致`,
    told: own,
  };
}

/** 每人服务10课时, where the plan counts the same number of days. */
function otherUnit({ number, lines, clauseBefore, clauseAfter }: Claim): Verdict | undefined {
  const told = lines.flatMap((k) => k.days);
  const [first] = lines;
  const same = told.some(({ value }) => value === number.value);
  if (!first || !same || number.approximate || !/(?:每[人名位][^，。；\d]{0,8}|为期|服务期)$/u.test(clauseBefore))
    return undefined;
  if (!/^(?:$|[，。；、！）]|(?:就|即|便|才|后)可?)/u.test(clauseAfter)) return undefined;
  return {
    severity: 'error',
    code: 'project-unit',
    what: `${called(first)}每人多久，文件里按天计`,
    told: told.map(asDays),
  };
}

const asDays = <T extends { value: number; unit: string }>(k: T) => ({ ...k, words: `每人${k.value}${k.unit}` });

const N = '(?<value>\\d{1,2}|[一二两三四五六七八九十]{1,3})';
/** 方案管三年, 通知为期三年, 三年的方案; the document also as it calls itself. */
const ofDocument = oncePer(
  ({ words }) =>
    new RegExp(
      `(?:方案|通知|计划|${RegExp.escape(words.document.noun)}|这轮援[藏疆青]|本轮援[藏疆青]|援[藏疆青]工作|结对)(?:(?:一共|总共|共)(?=[\\d一二三四五六七八九])|(?:一共|总共|共)?(?:一|要|得|会|将)?(?:管|为期|历时|跨|持续|实施|覆盖|涵盖|安排了?|执行)(?:了|的是|的?就是|起来)?(?:整整|足足)?)${N}(?<unit>个?年度|年)(?!级|前|后|来|多|初|底|[前后]|\\d)`,
      'gu',
    ),
);
/** 某项目三年共资助120人: so many years of a line together. */
const OF_LINE = new RegExp(
  `(?<![第近这那后前头\\d])${N}(?<unit>个?年度|年)(?:里|间|内)?(?:一共|总共|合计|共计|总计|共(?![青同享]))(?:计划|要|资助|选派|组织|建设|建立|安排|培训|扶助|投入|需要?)?[^，。；\\d]{0,4}\\d`,
  'gu',
);
/** 两家医院结对七年: how long those who are paired are so. */
const PAIRED_FOR = new RegExp(
  `结对(?:帮扶|援助|支援|共建|合作)?(?:，?(?:为期|前后|一共|总共|共)|的?时间(?:是|为)|期(?:是|为)?)?${N}(?<unit>个?年度|年)(?=$|[，。；！”）])`,
  'gu',
);
/** Both ends of the pairing stand in a text: two of them by name, or some counted: 四市, 两家医院. */
const namesEnds = oncePer(({ journeys, site, words }) => {
  const ends = journeys.flatMap(({ city, county }) => [city.name, county.name]);
  const names = [...new Set([...ends.map(stemOf), site.from, site.to])];
  const nouns = [words.giver.noun, words.receiver.noun, ...(words.giver.noun === '城市' ? ['市'] : [])];
  const some = new RegExp(`${NUMBER_WORD}${MEASURE}?(?:${nouns.map((noun) => RegExp.escape(noun)).join('|')})`, 'u');
  return (text: string) => some.test(text) || names.filter((name) => text.includes(name)).length > 1;
});
const UNTIL =
  /(?:方案|通知|计划)(?:一直|只|要|共)?(?:管|实施|执行|持续|安排|做|延续|覆盖)(?:到|至)(?<until>(?:19|20)\d{2})(?=年)/gu;
/** 2018—2020年援建某市的方案. */
const RANGE =
  /(?<from>(?:19|20)\d{2})年?[—–~～至到-]{1,2}(?<to>(?:19|20)\d{2})年(?:度)?[^，。；\d]{0,10}(?:援建|援[藏疆青])[^，。；\d]{0,10}(?:方案|计划)/gu;
/** 方案从2018年管到2020年. */
const FROM_TO =
  /(?:方案|通知)(?:的?(?:执行期|实施期|有效期|期限|时间))?(?:是|为)?[从自](?<from>(?:19|20)\d{2})年[^，。；\d]{0,8}(?:到|至)(?<to>(?:19|20)\d{2})年/gu;
/** 方案以2019年12月底为限: what the plan does to the end of some year. */
const DEADLINE =
  /(?:以|到|至|在|于|截至|止于)?(?<until>(?:19|20)\d{2})年(?:度)?(?:\d{1,2}月)?(?:[底末]|年底|\d{1,2}日)?(?:为(?:限|止|界|期限|截止)|止|截止|收官|收尾|到期|终止|期满|悉数完竣|全部(?:完成|结束)|划上句号)/gu;
/** 实施期为2019年至2021年, 方案管的是2020年和2021年. */
const COVERS =
  /(?:方案|通知|计划)(?:的?(?:执行|实施|有效)?(?:期限?|时间|年限|跨度))?(?:管|覆盖|涵盖|安排|涉及|针对|执行|实施|定)?(?:了|的)?(?:就|则)?(?:是|为|在|：)?(?<from>(?:19|20)\d{2})年?(?:度)?(?:[—–~～至到和、与及-]{1,2})(?<to>(?:19|20)\d{2})年/gu;
/** 任务表把第二批排到2021年. */
const LISTED_IN =
  /(?:任务表|附件\d?|方案|通知)[^。；]{0,24}?(?:排|列|安排|定|写|管|放|拖|延)(?:到|在|至)了?(?<year>(?:19|20)\d{2})年/gu;
const OTHER_PERIOD = /实际|已经|截至|累计|近|过去|[以往后]来|回顾|上一轮|下一轮|新一轮|不是|如果|假如|若|其他|另一/u;

/** Lengths of time that a sentence gives the plan or a line of it, where the plan has another number of years. */
function wrongPeriods({ raw, own }: Said, programme: Programme): Wrong[] {
  const { document } = programme;
  const { years } = document;
  const [first, last] = [years[0], years.at(-1)];
  if (!raw.includes('年') || OTHER_PERIOD.test(raw)) return [];
  const span = `${years.length}年（${first === last ? `${first}年` : `${first}年至${last}年`}）`;
  const told = (start: number, end: number, severity: Wrong['severity'] = 'error'): Wrong => ({
    ...{ start, end, code: 'project-period', severity, expected: span, written: document.short },
    what: `${documentNoun({ called: document.called, title: document.plan_title })}管几年，与文件不一致`,
    mend: `改成${span}；如果说的是别的时候，写明是哪几年。`,
  });
  const until = matchesIn(raw, UNTIL).flatMap(({ index, 0: words, groups }) =>
    Number(groups?.['until']) === last ? [] : [told(index, index + words.length)],
  );
  const ranges = [...matchesIn(raw, RANGE), ...matchesIn(raw, FROM_TO)].flatMap(({ index, 0: words, groups }) =>
    Number(groups?.['from']) === first && Number(groups?.['to']) === last ? [] : [told(index, index + words.length)],
  );
  const within = matchesIn(raw, DEADLINE).flatMap(({ index, 0: words, groups }) =>
    !/方案|通知|援[藏疆青建]/u.test(raw) ||
    !years.includes(Number(groups?.['until'])) ||
    Number(groups?.['until']) === last ||
    !/任务|方案|援/u.test(raw)
      ? []
      : [told(index, index + words.length, 'warning')],
  );
  const covered = matchesIn(raw, COVERS).flatMap(({ index, 0: words, groups }) =>
    Number(groups?.['from']) === first && Number(groups?.['to']) === last ? [] : [told(index, index + words.length)],
  );
  const listed = matchesIn(raw, LISTED_IN).flatMap(({ index, 0: words, groups }) => {
    const year = Number(groups?.['year']);
    const isNear = first !== undefined && last !== undefined && year >= first - 3 && year <= last + 3;
    return years.includes(year) || !isNear ? [] : [told(index, index + words.length, 'warning')];
  });
  const lengths = (matches: readonly RegExpExecArray[], severity?: Wrong['severity']) =>
    matches.flatMap((match): Wrong[] => {
      const { value = '', unit = '' } = match.groups ?? {};
      const said = /\d/.test(value) ? Number(value) : chineseNumber(value);
      if (said === null || said === years.length || said === 1) return [];
      const start = match.index + match[0].indexOf(value);
      return [told(start, start + value.length + unit.length, severity)];
    });
  const long = lengths([...matchesIn(raw, ofDocument(programme)), ...(own ? matchesIn(raw, OF_LINE) : [])]);
  // How long people, classes and schools write to one another is their own business.
  const paired = matchesIn(raw, PAIRED_FOR).filter(({ index }) => namesEnds(programme)(raw.slice(0, index)));
  const isNew = ({ start }: Wrong) => !long.some((other) => other.start === start);
  return [...until, ...ranges, ...within, ...covered, ...listed, ...long, ...lengths(paired, 'warning').filter(isNew)];
}

const DERIVED = /推算|测算|能?算得?出|可以算|加起来|加得出/u;
const WHOLE = /[两三四五六七八九十](?:个?年度|年(?!级))|合计|总计|总共|一共|共(?!青|同)|全部|(?:19|20)\d{2}年/u;
const OTHER_MONEY = /不是|并非|误|如果|假如|约|近|实际|拨|花了|花费|筹|捐|到账|上报|截至|每[人名个年]/u;

/** The money that can be derived for the whole programme, told wrong in a sentence that names no project. */
function programmeMoneyReader(programme: Programme, names: (text: string) => readonly unknown[]) {
  const known = programmeMoney(programme);
  const { years } = programme.document;
  const { city, county } = executorReader(programme);
  const issued = Number(programme.document.date.slice(0, 4));
  return (source: ProseBlock, block: number): ProseFinding[] => {
    const text = withPlainDigits(source.text);
    if (known.length === 0 || !DERIVED.test(text)) return [];
    return sentencesIn(text).flatMap(({ start, text: sentence }): ProseFinding[] => {
      if (sentence.length > 500 || !DERIVED.test(sentence) || !WHOLE.test(sentence) || OTHER_MONEY.test(sentence))
        return [];
      // Of one city, or of one kind of cost: not the whole.
      if (sentence.search(city) >= 0 || county.test(sentence)) return [];
      if (statesNothing(sentence) || namesOtherTime(sentence, years, issued) || names(sentence).length > 0) return [];
      const amounts = numbersIn(sentence).filter((n) => isMoney(n.unit) && !n.approximate);
      // Several amounts are parts of a sum, or one for each year.
      const [number] = amounts;
      if (!number || amounts.length > 1 || known.some((k) => equals(number.value, number.unit, k))) return [];
      const range = { start: start + number.start, end: start + number.end + number.unit.length };
      if (isProved(source, range)) return [];
      const expected = known.map((k) => k.words).join('，');
      return [
        {
          ...{ block, ...range, expected, severity: 'warning', code: 'project-money' },
          what: '能推算出的金额与网站算的不一致',
          found: `“${text.slice(range.start, range.end)}”`,
          written: known.at(-1)?.written ?? null,
          mend: '如果说的是按计划能推算出的金额，写<Num fact="programme-money"/>，由网站填数；如果说的是别的钱，写明是什么钱。',
        },
      ];
    });
  };
}

/** Units in which somebody may state a line by mistake; times, ranks and shares are none. */
const MISTAKEN = /^(?:[人名位个所间处座批元封篇册本套件场次户家支课节班期队]|批次|万元|亿元|人次|场次|课时|学时)$/u;

const THING = /^\p{Script=Han}{2,3}(?:$|[，,。；;、）)！])/u;
const COUNTS_IT = /(?:附件|附表|任务表|方案|通知|按计划|照计划)/u;
/** 按附件，每市每年50所学校: a thing that the paper is said to count, where the number was not told of anything before. */
function isThingOfPaper({ number, before, clauseBefore, clauseAfter, sentence }: Claim): boolean {
  if (!THING.test(clauseAfter) || !COUNTS_IT.test(sentence) || isMoney(number.unit)) return false;
  const isTold = numbersIn(before).some(({ value, unit }) => value === number.value && unit !== '');
  return !isTold && /(?:[是为有派选年]|资助|安排|组织|帮扶|建设|支持)$/u.test(clauseBefore);
}

/** A number that is the plan's, with a unit in which the plan does not count the line: 某项目2019年5人. */
function judgeUnit(claim: Claim): Verdict | null {
  const { number, lines, time, executors, clause, clauseAfter } = claim;
  const [first] = lines;
  if (!first || lines.length > 1 || !isQuantified(first.line) || number.approximate) return null;
  if (!MISTAKEN.test(number.unit) || countsLine(number.unit, first)) return null;
  // 每人5元 is no number of the line; 10场宣讲 counts something else.
  const persons =
    familyOf(number.unit) === 'people' &&
    /^(?:的)?\p{Script=Han}{0,3}(?:儿童|孩子|学生|青年|青少年|少年|老师|人)(?:$|[，,。；;、）)！])/u.test(clauseAfter);
  // 附件里每市每年50所学校: a thing is named behind it, and the paper is said to count it.
  const things = isThingOfPaper(claim);
  if (!persons && !things && !/^(?:信|书信)?(?:$|[，,。；;、）)！])/u.test(clauseAfter)) return null;
  if (tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u) || /每[人名位个所]/u.test(clause))
    return null;
  if (time.kind === 'open' && executors.kind === 'open') return null;
  if (/[来去到]了|[那这当]天/u.test(claim.before)) return null;
  const { fit, told } = rightFor(first, time, executors);
  if (!fit.some(({ value }) => value === number.value)) return null;
  const plain = isBare(clause.replaceAll(number.unit, ''));
  // 那个50，说的是五十个青年: the number again, with what it is said to count.
  const again = /(?:是|为|指|等于|即)$/u.test(claim.clauseBefore) && time.kind !== 'open';
  if (!plain && !again && !things && !PLAN.test(clause) && time.kind !== 'each') return null;
  return { ...unitVerdict(first, told), severity: plain ? 'error' : 'warning' };
}

const unitVerdict = (known: LineKnown, told: readonly Known[]): Verdict => ({
  severity: 'error',
  code: 'project-unit',
  what: `${called(known)}的单位与文件不一致`,
  told,
});

const NAMED: Readonly<Record<string, Family>> = {
  ...{ 人数: 'people', 人: 'people', 名: 'people' },
  ...{ 批次: 'batches', 批: 'batches' },
  ...{ 个数: 'sites', 个: 'sites' },
  ...{ 金额: 'money', 万元: 'money', 元: 'money', 资金: 'money' },
};
const SAYS =
  /(?:单位(?:都|也)?(?:是|为|写的是|写的|定为|写作|写着|用的是)|指的是|说的是|列为|列的是|填的是|写的是|记(?:作|为)|(?:按|以|用|论))[“‘]?(?<unit>人数|批次|个数|金额|万元|资金|人|名|批|个|元|封|套|场次|场|次|所|间|天|户|件|本|对|班)[”’]?(?=[：:]\d|(?:来)?(?:计|算|数|统计|计算|计数|列)(?:[，。；的]|$)|为单位|计量|[”’]?(?:[，。；]|$))/gu;
const NOT_THE_UNIT = /不是|并非|而非|不按|没有|误|错|实际|如果/u;

/** 把某行列为“人数”: how a line is counted, where the annex counts it otherwise. */
function wrongUnits({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] {
  if (text.length > 300 || !/附件|通知|方案|文件|任务表|单位/u.test(text) || NOT_THE_UNIT.test(text)) return [];
  const known = onlyLine(mentions, lines);
  const own = known && familyOf(known.line.unit);
  if (!known || !own || known.line.row === undefined) return [];
  return matchesIn(text, SAYS).flatMap(({ index, 0: words, groups }): Wrong[] => {
    const unit = groups?.['unit'] ?? '';
    if (unit === known.line.unit || (NAMED[unit] ?? familyOf(unit)) === own) return [];
    return [
      {
        ...{ start: index, end: index + words.length, code: 'project-unit', severity: 'error' },
        what: `${called(known)}的单位与附件不一致`,
        expected: `按${known.line.unit}计`,
        written: known.where(known.years[0] ?? 0),
        mend: `改成“${known.line.unit}”。`,
      },
    ];
  });
}

const MONTH_DAY = '(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号]?';
const STAY = new RegExp(
  `${MONTH_DAY}[^，。；\\d]{0,8}(?:[—–~～至到、，-]|算到|返|回|结)[^。；\\d]{0,4}(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号]?`,
  'u',
);
const FITS = /正好|恰好|刚好|恰|正满|满期|期满|相等|吻合|相符|合乎|对上|符合|一致|足数|够数/u;
const DAY = 24 * 3600 * 1000;
/** 8月3日进村，8月18日离村，恰是规定的天数: a span of days that is said to be as long as the plan has somebody stay. */
function spansOfStay({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] {
  const match = /\d月\d/u.test(text) ? STAY.exec(text) : null;
  const fit = match && FITS.exec(text.slice(match.index + match[0].length));
  if (
    !match ||
    !fit ||
    /不|没|未|如果不/u.test(text.slice(match.index)) ||
    !/方案|通知|计划|规定|满期|[＊]/u.test(text)
  )
    return [];
  const named = onlyLine(mentions, lines);
  const known = (named ? [named] : [...lines.values()]).filter(({ days }) => days.length > 0);
  const { m, d, m2, d2 } = match.groups ?? {};
  const [from, to] = [Date.UTC(2021, Number(m) - 1, Number(d)), Date.UTC(2021, Number(m2) - 1, Number(d2))];
  const days = Math.round((to - from) / DAY);
  if (
    known.length === 0 ||
    days <= 0 ||
    known.some((k) => k.days.some(({ value }) => value === days || value === days + 1))
  )
    return [];
  const [first] = known;
  return first
    ? [
        {
          ...{
            start: match.index,
            end: match.index + match[0].length,
            code: 'project-days',
            severity: 'warning' as const,
          },
          what: '起止日子和文件的天数不一致',
          expected: known.flatMap((k) => k.days.map(({ value, unit }) => `${called(k)}${value}${unit}`)).join('；'),
          written: first.days[0]?.written ?? null,
          mend: `从头到尾数是${days + 1}天：照文件改日子，或者不说正好。`,
        },
      ]
    : [];
}

/** 两年计划的服务量是四百人天: persons of a line times the days of each. */
function personDays({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] {
  const known = /人天|人日|人次天/u.test(text) ? onlyLine(mentions, lines) : undefined;
  const each = known?.days[0]?.value;
  if (!known || each === undefined || tellsSome(text)) return [];
  return numbersIn(text).flatMap((number): Wrong[] => {
    const rest = text.slice(number.end);
    if (number.unit !== '人' || !/^人[天日]/u.test(rest) || number.approximate) return [];
    const right = [...known.years.map((year) => known.inYear(year, 'all')), known.inAll('all')].flatMap((k) =>
      k ? [k.value * each] : [],
    );
    if (right.includes(number.value)) return [];
    return [
      {
        ...{ start: number.start, end: number.end + 2, code: 'project-number', severity: 'warning' },
        what: `${called(known)}的人天和文件算出来的不一致`,
        expected: [...new Set(right)].map((value) => `${value}人天`).join('；'),
        written: known.where(known.years[0] ?? 0),
        mend: '照文件的人数乘天数；如果说的是实际，写明“实际”。',
      },
    ];
  });
}
const tellsSome = (text: string) => /实际|如果|其中|不是|完成|上报|[？?]$/u.test(text);

/** What is wrong with a number, by what it states: for one, how long, how many, how much in all. */
function judge(claim: Claim): Verdict | null {
  const cost = judgeCost(claim);
  if (cost !== undefined) return cost;
  const stated = judgeStated(claim);
  if (stated !== undefined) return stated;
  const days = judgeDays(claim);
  if (days !== undefined) return days;
  return (
    judgeQuantity(claim) ??
    judgeDerivedMoney(claim) ??
    judgeBatches(claim) ??
    judgeUnit(claim) ??
    judgeUnsupported(claim)
  );
}

/** Numbers, months and years typed by hand beside the name of a project that contradict the plan. */
export const projectNumbers: PlanRule = ({ programme }) => {
  const { claims, executors, find, lines, read, subjects } = claimReader(programme);
  const inTables = planTables(programme);
  const wholeMoney = programmeMoneyReader(programme, find);
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));
  const ofClauses = clauseRules(programme);
  const ofPlan = (rule: (said: Said) => Wrong[]) => (said: Said) => {
    const wrong = rule(said);
    return wrong.length === 0 || namesOtherTime(said.text, years, issued) ? [] : wrong;
  };
  /** What a sentence says wrongly of a line besides its numbers. */
  const rules: readonly ((said: Said) => Wrong[])[] = [
    (said) => monthsIn(said, lines, (text) => namesOtherTime(text, years, issued)),
    (said) => wrongPeriods(said, programme),
    ofPlan((said) => wrongYears(said, lines, executors)),
    ofPlan((said) => wrongComparisons(said, { lines, executors, read })),
    ofPlan((said) => ofClauses(said, lines)),
    (said) => wrongUnits(said, lines),
    (said) => [...spansOfStay(said, lines), ...personDays(said, lines)],
    wrongPlaces({ executors: executors.read, lines, read }),
  ];
  const inSentence = (source: ProseBlock, block: number, said: Said): ProseFinding[] =>
    rules.flatMap((rule) =>
      rule(said).map(({ start, end, severity, ...told }): ProseFinding => {
        const range = { start: start + said.start, end: end + said.start };
        const found = `“${source.text.slice(range.start, range.end)}”`;
        return { block, ...range, ...told, found, severity: source.quoted ? 'warning' : severity };
      }),
    );

  return ({ blocks }) => {
    const cityNamed = blocks.some((b) => b.text.search(executors.city) >= 0 || executors.county.test(b.text));
    const told = blocks.flatMap((source, block) => {
      const sentences = subjects(source);
      const numbers = sentences.flatMap((said) =>
        claims(said, source, cityNamed).flatMap((claim) => {
          const verdict = said.implied ? judgeCost(claim) : judge(claim);
          return verdict ? [findingOf(claim, source.text, block, source.quoted, verdict)] : [];
        }),
      );
      // A number that is wrong is not told again as a year that is.
      const others = sentences
        .flatMap((said) => (said.implied ? [] : inSentence(source, block, said)))
        .filter((f) => !numbers.some((n) => n.start < f.end && f.start < n.end));
      return [...numbers, ...others, ...wholeMoney(source, block)];
    });
    return [...told, ...inTables(blocks)];
  };
};
