import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import type { ProseBlock, Range } from '../prose.ts';
import type { AboutReader } from './document-itself-words.ts';

/** A day as far as a text says it. */
interface Day extends Range {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 上旬, 中旬, 下旬: 0, 1, 2. */
  readonly third: number | null;
}

const YEAR = '(?<year>(?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})';
const SMALL = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const DATE = new RegExp(
  `(?<![\\d—–~～至到-])(?:${YEAR}年(?:(?<month>${SMALL})月(?:份|(?<day>${SMALL})[日号]|(?<third>[上中下]旬|初|底|末))?)?|(?<year2>20\\d{2})[-./](?<month2>\\d{1,2})(?:[-./](?<day2>\\d{1,2}))?|(?<![\\d年])(?<month3>${SMALL})月(?:份|(?<day3>${SMALL})[日号]|(?<third3>[上中下]旬|初|底|末))?)(?![—–~～至到-]?\\d)`,
  'gu',
);
const number = (word: string | undefined) =>
  word === undefined ? null : /\d/.test(word) ? Number(word) : chineseNumber(word.replaceAll('○', '〇'));
const THIRDS: Readonly<Record<string, number>> = { 上旬: 0, 初: 0, 中旬: 1, 下旬: 2, 底: 2, 末: 2 };

function daysIn(text: string): Day[] {
  return [...text.matchAll(DATE)].map(({ index, 0: word, groups = {} }) => ({
    start: index,
    end: index + word.length,
    year: number(groups['year'] ?? groups['year2']),
    month: number(groups['month'] ?? groups['month2'] ?? groups['month3']),
    day: number(groups['day'] ?? groups['day2'] ?? groups['day3']),
    third: THIRDS[groups['third'] ?? groups['third3'] ?? ''] ?? null,
  }));
}

const VERB = '(?:印发|下发|发布|出台|制定|公布|颁布|印出|发出|发文)';
const VERB_NEXT = new RegExp(
  `^(?:，|,)?(?:就)?(?:由)?(?<who>[^，。；：《》“”的]{0,24}?)(?:正式|联合|共同|就|才|已经|已)*(?<verb>${VERB})(?!后|以后|之后|以来|之前|前|一|两|半|会|仪式|满|不久|当天|到|至|给)`,
  'u',
);
/** 印发于, 印发日期是, 落款写的是: the date follows. */
const DATE_NEXT = new RegExp(
  `(?:(?:${VERB}|发|写|签发)(?:于|在|是在|(?:的)?(?:日期|时间|日子)(?:是|为|写的是|写着|：)?)|(?:落款|成文|署)(?:的)?(?:日期|时间|日子)?(?:是|为|写的是|写着|：|在)?)$`,
  'u',
);
/** The document was begun, not issued, at that time. */
const BEGUN = /着手|开始|起草|酝酿|筹备|讨论|征求|拟|计划|准备/u;
const BEFORE_CLAUSE = /[^，。；：！？\n]*$/u;

/** What is issued at that date is a document: it stands behind the verb, or it was the subject before the date. */
const OBJECT =
  /^(?:了|的|过)?(?:[^，。；：、！？的]{0,14}?|(?:这份|本|该)[^，。；：、！？]{0,14}?)(?:□|通知|方案|文件|关于)/u;
const SUBJECT = /(?:□|通知|方案|文件)(?:[^，。；、]{0,6}|由[^，。；、]{2,14}|[^。；、]{0,14}，)$/u;

/** 2019年5月，方案印发: the document stands between date and verb. */
const SUBJECT_BEHIND = /(?:这份|该|本|援藏|援建|工作|实施)*(?:通知|方案|文件|□+)$/u;

/** A date of issue that a text gives, and whether it is the right one. */
export interface IssueDate extends Range {
  readonly severity: 'error' | 'warning';
}

/** Dates of issue in a sentence that are not the document's. */
export function issueDates({ document }: Programme, about: AboutReader) {
  /** 某办公室，某年某月某日印发: who issues says which document it is. */
  const byIssuer = (sentence: string) => sentence.includes(document.issuer) && /印发/u.test(sentence);
  const [year = 0, month = 0, day = 0] = document.date.split('-').map(Number);
  const differs = (date: Day) =>
    (date.year !== null && date.year !== year) ||
    (date.month !== null && date.month !== month) ||
    (date.day !== null && date.day !== day) ||
    (date.third !== null && date.third !== Math.min(2, Math.floor((day - 1) / 10)));
  const near = (date: Day) => date.year === year || (date.month === month && (date.day === null || date.day === day));

  return (sentence: string, block: ProseBlock): IssueDate[] => {
    if (!new RegExp(`${VERB}|落款|成文|署|发于|发在|写于`, 'u').test(sentence)) return [];
    const { rest: text } = maskTitles(sentence);
    return daysIn(text).flatMap((date): IssueDate[] => {
      if (!differs(date)) return [];
      const before = text.slice(Math.max(0, date.start - 60), date.start);
      const [lead = ''] = BEFORE_CLAUSE.exec(before) ?? [];
      const next = VERB_NEXT.exec(text.slice(date.end, date.end + 50));
      const said = DATE_NEXT.test(before);
      if ((!next && !said) || BEGUN.test(lead + (next?.groups?.['who'] ?? ''))) return [];
      const who = next?.groups?.['who'] ?? '';
      const [subject = ''] = SUBJECT_BEHIND.exec(who) ?? [];
      if (next && !about.isIssuer(who.slice(0, who.length - subject.length))) return [];
      const behind = next ? text.slice(date.end + next[0].length) : '';
      const alone = before.trim() === '' && !/通知|方案|文件|□/u.test(text);
      if (
        next &&
        subject === '' &&
        !OBJECT.test(behind) &&
        !SUBJECT.test(before) &&
        !alone &&
        !before.includes(document.issuer)
      )
        return [];
      const kind =
        byIssuer(sentence) && !about.withoutTitles(sentence).another && near(date) ? 'this' : about.about(sentence);
      // Only the paragraph speaks of the document: a doubt at most.
      const wider = kind === 'not' && !/通知|方案|文件|《/u.test(sentence) ? about.about(block.text) : 'not';
      if (kind === 'not' && wider !== 'this') return [];
      const sure = kind === 'this' || (kind === 'perhaps' && (near(date) || who !== ''));
      const firm = sure && next?.groups?.['verb'] !== '制定';
      return [{ start: date.start, end: date.end, severity: firm ? 'error' : 'warning' }];
    });
  };
}

/** Titles blanked: the years in them are no dates of issue. Offsets stay. */
const maskTitles = (text: string) => ({
  rest: text
    .replaceAll(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll(/《(?:[^《》]|《[^《》]*》){1,120}》/gu, (title) => '□'.repeat(title.length)),
});
