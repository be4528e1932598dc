import { matchesIn } from '../../text/glance.ts';
import { numbersIn } from '../../text/numbers.ts';
import { PROVINCE } from '../../text/provinces.ts';
import { clausesIn } from '../../text/sentences.ts';
import type { Range } from '../prose.ts';
import { called, type Wrong } from './finding.ts';
import type { LineKnown } from './known.ts';
import { MASK, type ProjectMention } from './names.ts';
import { saysSo, statementAround, statesNothing } from './signs.ts';
import type { Said } from './subjects.ts';
import { timeOf } from './time.ts';

const PERIOD =
  /(?<![\d第个到至—–~～和或-])(?<year>(?:19|20)\d{2}年)?(?:(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?![\d一二三四五六七八九十到至—–~～、和或底初中上下末旬前后以起-])|(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度|(?<whole>全年|整年))/gu;
const WORDS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The plan is told: 计划, 安排 …; or it takes place in that month, year by year. */
const PLANNED =
  /计划(?:时间)?|安排|每年|定在|排在|排的|放在|轮到|时间[是为填写]|规定|方案|附件|通知(?!书)|任务表|应当|拟|都在|均在|固定/u;
const HELD = new RegExp(
  `^(?:份)?(?:全面|统一|集中|正式)?(?:开展|举行|举办|实施|进行|组织|启动|开始|发放|选派|落实|完成|派出|派|[进来]${PROVINCE}|成行|动身|办|出发)`,
  'u',
);
/** Only this may stand between a name and its month where no word of planning does. */
const BETWEEN =
  /^[发放给定排定在统一项目活动行计划工作服务实践补助两栏那这于的时间填写是为：:，般通常都均也只每年则将放安份]*$/u;
/** Between a month and a name behind it: 7月的是某项目, 10月轮到某项目. */
const AHEAD =
  /^(?:份)?(?:的是|的有|轮到|是|要做的是|做的(?:[一二两三四]件事)?是|开展的是|排的(?:只)?(?:有|是)|安排的(?:只)?(?:有|是))[^，。；]{0,6}$/u;
const HAPPENED =
  /(?<![为除])了(?!解)|已|实际|当天|当日|抵达|来到|走进|出发|启程|报名|录取|结束|上报|截至|今年|去年|明年|延期|推迟|提前|改到|改期|改为|曾|第\S批|首批|采访|印发|下发|召开|[月日][底初]|之前|以前|前(?:完成|报)|过|报名|申请|评审|行前|准备|动员|总结|审核|面试|选拔|公示|招募|回访|入学|开学/u;

/** The plan sets it in that month; it was moved there later. */
const SET = /(?:安排|排|定|放)在(?:每年|(?:19|20)\d{2}年)?(?:的)?$/u;
const MOVED = /实际|延期|推迟|提前|改|今年|去年|明年|后来|最终|[月日][底初]|报名|评审|动员|总结|面试|公示|招募/u;

/** A month, a quarter, half a year or all of it, in months. */
interface Place extends Range {
  readonly kind: 'month' | 'part' | 'whole';
  readonly from: number;
  readonly to: number;
}

/** 尚迟一月, 早两月: how much later. */
const APART = /(?:迟|晚|早|差|隔|提前|推后)了?$/u;
const placesIn = (text: string): Place[] =>
  matchesIn(text, PERIOD)
    .filter(({ index }) => !APART.test(text.slice(0, index)))
    .map(({ index, 0: word, groups = {} }): Place => {
      const { year = '', month, half, quarter } = groups;
      const range = { start: index + year.length, end: index + word.length };
      if (month !== undefined) {
        const number = /\d/.test(month) ? Number(month) : WORDS.indexOf(month);
        return { ...range, kind: 'month', from: number, to: number };
      }
      if (half !== undefined)
        return { ...range, kind: 'part', ...(half === '上' ? { from: 1, to: 6 } : { from: 7, to: 12 }) };
      if (quarter === undefined) return { ...range, kind: 'whole', from: 1, to: 12 };
      const last = 3 * (/\d/.test(quarter) ? Number(quarter) : WORDS.indexOf(quarter));
      return { ...range, kind: 'part', from: last - 2, to: last };
    });

/** Whether the sentence says when the line takes place: `plan` it names planning, `told` name and month stand together. */
function saysWhen(text: string, mention: ProjectMention, place: Place): 'plan' | 'told' | null {
  const clause = statementAround(text, place.end);
  const lead = text.slice(Math.max(0, mention.end), place.start);
  // 安排在9月出发: what the month is planned for does not make it one that has been.
  if (SET.test(lead) && lead.length < 20 && !MOVED.test(clause)) return 'plan';
  // …，任务表是这样排的.
  if (saysSo(text) && lead.length < 16 && !/[，。；]/u.test(lead) && place.kind !== 'whole') return 'plan';
  if (HAPPENED.test(clause)) return null;
  const behind = text.slice(place.end);
  const between = mention.end <= place.start ? text.slice(mention.end, place.start) : null;
  const planned = PLANNED.test(text.replaceAll(MASK, ''));
  if (place.kind === 'whole')
    return planned && /计划时间|(?:安排|排|定)在$/u.test(text.slice(Math.max(0, place.start - 8), place.start))
      ? 'plan'
      : null;
  if (between !== null && between.length < 16) {
    // The name may stand in quotation marks.
    const bare = between.replaceAll(
      /(?:19|20)\d{2}年|^[”’」』》]|(?:在|按|照)?(?:附件\d?|任务表|方案|通知)(?:里|中|上)?的?/gu,
      '',
    );
    if (/计划时间(?:是|为|：|在)?$/u.test(bare)) return 'plan';
    if (BETWEEN.test(bare) && (HELD.test(behind) || /^[，。；、）]?$|^[，。；、）]/u.test(behind.trim()) || planned))
      return planned ? 'plan' : 'told';
  }
  // 每年7月组织学生参加某项目, 7月的是某项目: the month stands before the name.
  const ahead = mention.start >= place.end ? text.slice(place.end, mention.start) : null;
  if (ahead === null || ahead.length >= 16 || /[，。；]/u.test(ahead)) return null;
  return planned ? 'plan' : AHEAD.test(ahead) ? 'told' : null;
}

/** The name that a month belongs to: of one that stands behind it in its clause, or the last before it. */
function ownerOf(place: Place, mentions: readonly ProjectMention[], text: string): ProjectMention | undefined {
  const clause = clausesIn(text).find(({ end }) => end > place.start);
  const [only, ...more] = mentions.filter((m) => clause && m.start >= clause.start && m.end <= clause.end);
  if (only && more.length === 0) return only;
  const before = mentions.findLast((m) => m.end <= place.start);
  const behind = mentions.find((m) => m.start >= place.end);
  const gap = behind && text.slice(place.end, behind.start);
  const apart = before && /[，。；、]/u.test(text.slice(before.end, place.start));
  return behind && gap !== undefined && AHEAD.test(gap) && (apart || !before) ? behind : (before ?? behind);
}

/** The plan's time is told, in whatever words; a row of the annex on one line tells nothing else. */
const OF_PLAN = /计划(?:时间|[在于排])|(?:安排|排|定|放)在|任务表|附件|方案|通知(?!书)|按计划|计划[上里中]|轮到|[｜|]/u;
/** Another time than the plan's, or a step on the way there. */
const OTHER_TIME =
  /实际|延期|推迟|提前|改[到在期为]|已|[今去明]年|上报|截至|[月日][底初]|之前|以前|报名|申请|评审|动员|总结|面试|公示|招募|审核|选拔|筹备|准备|结束|完成|回来|印发|下发|召开|当[天日月]/u;

/** Whether a month, however the words stand, can only be the line's: no other month and no other project stands there. */
const isOnlyMonth = (text: string, place: Place, all: readonly Place[], known: LineKnown): boolean =>
  place.kind === 'month' &&
  OF_PLAN.test(text) &&
  !OTHER_TIME.test(text) &&
  all.every((other) => other === place || !known.years.some((year) => known.month(year)?.from === other.from));

/** The month in which a line takes place, against the annex. */
export function monthsIn(
  { text, mentions }: Said,
  lines: ReadonlyMap<string, LineKnown>,
  isOtherTime: (text: string) => boolean,
): Wrong[] {
  if (mentions.length === 0 || !/月|全年|半年|季度/u.test(text)) return [];
  const places = placesIn(text).flatMap((place) => {
    if (statesNothing(text, place.start) || isOtherTime(statementAround(text, place.start))) return [];
    const mention = ownerOf(place, mentions, text);
    const ids = [...new Set(mention?.lines ?? [])];
    const [known, ...others] = ids.flatMap((id) => lines.get(id) ?? []);
    // Several lines that are planned for the same months are told as one.
    const when = (k: LineKnown) => k.years.map((year) => k.month(year)?.words).join();
    return mention && known && others.every((k) => when(k) === when(known)) ? [{ place, mention, known }] : [];
  });
  return places.flatMap(({ place, mention, known }): Wrong[] => {
    const alone = isOnlyMonth(
      text,
      place,
      places.flatMap((p) => (p.mention === mention ? [p.place] : [])),
      known,
    );
    const says = saysWhen(text, mention, place) ?? (alone ? 'told' : null);
    const right = says ? monthOf(known, text, place) : null;
    if (!says || !right) return [];
    // The right month is told of the line too: this one is of another step.
    if (
      places.some(
        (p) => p.mention === mention && p.place !== place && text.slice(p.place.start, p.place.end) === right.words,
      )
    )
      return [];
    return [
      {
        ...{ start: place.start, end: place.end, code: 'project-month' },
        severity: says === 'plan' ? 'error' : 'warning',
        what: `${called(known)}的月份与附件不一致`,
        expected: `${called(known)}${right.words}`,
        written: right.written,
        mend: `如果说的是计划，改成${right.words}；如果说的是实际在哪一月，写明“实际”或者写明日子。`,
      },
    ];
  });
}

/** The right month, where the one that stands there is wrong; null where it fits or the annex names none. */
function monthOf(known: LineKnown, text: string, place: Place): { words: string; written: string } | null {
  const { years } = timeOf(
    text.slice(0, place.start),
    text.slice(place.end),
    { total: false, unit: '月', read: numbersIn },
    known.years,
  );
  const asked = years.length > 0 ? years : known.years;
  const all = asked.flatMap((year) => {
    const month = known.month(year);
    return month ? [{ year, ...month }] : [];
  });
  const [first] = all;
  if (!first) return null;
  const fits = (m: { from: number; to: number }) => {
    const whole = m.from === 1 && m.to === 12;
    if (place.kind === 'whole') return whole;
    // 计划时间是5月 of a line that is planned for the whole year says too little.
    if (whole)
      return !/计划时间(?:是|为|：|在)?\d|时间(?:写的|填的)?(?:是|为)\d|只(?:安排|排|放|定)?在|(?:都|均)?(?:定|排|放|安排)在(?:每年)?(?:的)?\d/u.test(
        text,
      );
    return place.kind === 'month' ? m.from <= place.from && place.to <= m.to : place.from <= m.from && m.to <= place.to;
  };
  return all.some(fits) ? null : { words: first.words, written: known.where(first.year) };
}
