import { isMoney } from '#domain/plan/quantity.ts';
import type { NumberWord } from '../../text/numbers.ts';
import { PROVINCE } from '../../text/provinces.ts';
import type { LineKnown } from './known.ts';
import { MASK } from './names.ts';

/** What is counted: people, sites, batches …; null for what no line counts. */
export type Family = 'people' | 'sites' | 'batches' | 'shows' | 'lessons' | 'classes' | 'money' | 'time' | null;

const FAMILIES: Readonly<Record<string, Family>> = {
  ...{ 人: 'people', 名: 'people', 位: 'people' },
  ...{ 个: 'sites', 所: 'sites', 间: 'sites', 处: 'sites', 座: 'sites', 家: 'sites' },
  ...{ 批次: 'batches', 批: 'batches' },
  ...{ 场: 'shows', 场次: 'shows' },
  ...{ 课时: 'lessons', 学时: 'lessons' },
  ...{ 班: 'classes', 个班: 'classes', 班次: 'classes' },
  ...{ 天: 'time', 日: 'time', 周: 'time', 个月: 'time', 年: 'time' },
};

export const familyOf = (unit: string): Family => (isMoney(unit) ? 'money' : (FAMILIES[unit] ?? null));
/** Whether a unit counts what the line counts; units that the engine does not know must be the line's own. */
export const countsLine = (unit: string, { line }: LineKnown) =>
  unit === line.unit || (familyOf(unit) !== null && familyOf(unit) === familyOf(line.unit));

/** A number as it is meant: 4个人 counts persons, 5千元 is 5000元, 30万 is an amount. */
export function meant(number: NumberWord, text: string): NumberWord {
  const rest = text.slice(number.end, number.end + 6);
  if (number.unit === '个' && /^个人(?!员)/u.test(rest)) return { ...number, unit: '人', end: number.end + 1 };
  if (number.unit === '个' && /^个(?:名额|学生|大学生|孩子|同学|新生|青年)/u.test(rest))
    return { ...number, unit: '人' };
  if (number.unit === '个' && /^个(?:星期|礼拜)/u.test(rest)) return { ...number, unit: '周' };
  if (
    number.unit === '个' &&
    /(?:名额|人数|学生|新生|孩子|志愿者|队员|干部|辅导员|青少年|[来去到派选]的人|的人数?)[^，。；\d]{0,8}$/u.test(
      text.slice(Math.max(0, number.start - 12), number.start),
    ) &&
    /^个(?:$|[，。；！）])/u.test(rest)
  )
    return { ...number, unit: '人' };
  if (number.unit !== '') return number;
  const [, thousand] = /^([千百])元/u.exec(rest) ?? [];
  if (thousand)
    return { ...number, value: number.value * (thousand === '千' ? 1000 : 100), unit: '元', end: number.end + 1 };
  if (
    /^块/u.test(rest) ||
    (/[千万]$/u.test(text.slice(number.start, number.end)) && /^(?:$|[，。；、）)！\s])/u.test(rest))
  )
    return { ...number, unit: '元' };
  return number;
}

/** People who are never the ones a line counts, unless its clause names them. */
const OTHERS =
  /^(?:的)?(?:\p{Script=Han}{0,3})(?:老师|教师|教授|讲师|记者|专家|导师|评委|医生|护士|工作人员|女生|男生|女性|男性|女|男|家长|司机|队长|组长|班主任|嘉宾|代表|书记|部长|领队|群众|村民|居民|牧民|农民|观众|听众|网友|读者|选手|创业者|藏族|汉族|党员|负责人|领导)/u;
/** 10人小组, 20人次, 5人座: no number of persons. */
const NOT_PERSONS = /^(?:次|份|座|间|小组|一组|小队|团队|团(?![干员队])|队(?!员)|班(?!干)|以|桌|车|合|家)/u;
const PAUSE = /^(?:$|[^\p{Script=Han}＊＃])/u;
/** Verbs and adverbs that may follow a number of persons. */
const GOES_ON =
  /^(?:来|赴|到|进|入|去|前往|参|接受|列|享|获|得|为|在|从|给|由|分|开展|服务|的|左|组成|每|作|当|与|和|、|给予|共|是|进行|学习|挂职|培训|受)/u;
/** Whom a plan of this kind counts, whatever its lines are called. */
const PERSONS = new RegExp(
  String.raw`^(?:\p{Script=Han}{0,8})(?:学生|大学生|同学|青少年|青年|志愿者|人员|孩子|儿童|学员|队员|团员|少先队员|新生|学子|对象|名额|团干|干部|辅导员|骨干|师生|小朋友|成员|[来到赴进入在]${PROVINCE})`,
  'u',
);

const clauseOf = ({ project, line }: LineKnown) =>
  `${project.title}${line.title}${line.text_targets?.map((t) => t.quote).join('') ?? ''}`;

/** Whether the persons counted may be those of the line. `after`: the clause from behind the unit on. */
export function mayBePersons(after: string, known: LineKnown): boolean {
  if (NOT_PERSONS.test(after)) return false;
  if (PAUSE.test(after) || after.startsWith(MASK)) return true;
  const other = OTHERS.exec(after)?.[0];
  // 60名教师: whom the clause itself counts.
  if (other) return clauseOf(known).includes(other);
  return GOES_ON.test(after) || PERSONS.test(after) || doesIt(after, known);
}

/** 50人写信 of a line of letters: what they do, in a word that shares a character with the line's name, and nothing more. */
function doesIt(after: string, { line }: LineKnown): boolean {
  const [, deed = ''] = /^\p{Script=Han}(\p{Script=Han})(?:$|[，。；！）])/u.exec(after) ?? [];
  return deed !== '' && line.short.includes(deed);
}

/** Whether the things counted may be those of the line: nothing is said, or a word of its names. */
export function mayBeThings(after: string, known: LineKnown): boolean {
  if (PAUSE.test(after) || after.startsWith(MASK)) return true;
  const [run = ''] = /^\p{Script=Han}{1,8}/u.exec(after) ?? [];
  if (
    /[员长生人]$/u.test(run) ||
    /^(?:市|县|乡|镇|城|村|部|项目|方面|任务|年|月|学校|小学|中学|班|支部|团委)/u.test(run)
  )
    return false;
  const own = clauseOf(known) + known.project.short + (known.project.aliases?.join('') ?? '');
  for (let i = 0; i + 2 <= run.length; i++) if (own.includes(run.slice(i, i + 2))) return true;
  return /^(?:所|需|每|投|经|给|由|建|都|的$|点$)/u.test(run);
}
