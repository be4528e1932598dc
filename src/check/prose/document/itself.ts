import { chineseNumber } from '#domain/plan/chinese-number.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { editDistance } from '#domain/search/nearest.ts';
import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { type AboutReader, aboutReader, normalTitle } from './words.ts';

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
  return matchesIn(text, DATE).map(({ index, 0: word, groups = {} }) => ({
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
/** Where none of these stands, no date of issue is told. */
const ISSUE = new RegExp(`${VERB}|落款|成文|署|发于|发在|写于`, 'u');
/** The document was begun, not issued, at that time. */
const BEGUN = /着手|开始|起草|酝酿|筹备|讨论|征求|拟|计划|准备/u;
const BEFORE_CLAUSE = /[^，。；：！？\n]*$/u;

/** What is issued at that date is a document: it stands behind the verb, or it was the subject before the date. */
const OBJECT =
  /^(?:了|的|过)?(?:[^，。；：、！？的]{0,14}?|(?:这份|本|该|援建|援[藏疆青])[^，。；：、！？]{0,14}?)(?:□|通知|方案|文件|关于)/u;
const SUBJECT = /(?:□|通知|方案|文件)(?:[^，。；、]{0,6}|由[^，。；、]{2,14}|[^。；、]{0,14}，)$/u;

/** 2019年5月，方案印发: the document stands between date and verb. */
const SUBJECT_BEHIND = /(?:这份|该|本|援[藏疆青]|援建|工作|实施)*(?:通知|方案|文件|□+)$/u;

/** A date of issue that a text gives, and whether it is the right one. */
interface IssueDate extends Range {
  readonly severity: 'error' | 'warning';
}

/** Dates of issue in a sentence that are not the document's. */
function issueDates({ document }: Programme, about: AboutReader) {
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
    if (!ISSUE.test(sentence)) return [];
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
  rest: narrowed(text).replaceAll(/《(?:[^《》]|《[^《》]*》){1,120}》/gu, (title) => '□'.repeat(title.length)),
});

const ISSUED =
  /(?<who>\p{Script=Han}{0,12}(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?:联合|共同|正式)?(?:印发|下发|发布|出台|颁布)(?:了|的)?(?=这份|本|该|□|这个)/gu;
/** 印发通知的是…: the body stands behind. */
const ISSUER_IS =
  /(?:印发|下发|发布|出台)(?:了)?(?:这份|该|本)?(?:通知|方案|文件|□)的(?:单位|部门|机关)?(?:是|为)(?<who>\p{Script=Han}{3,16}(?:委|办公室|办公厅|厅|局|部|委员会|政府|国务院|省委|团委))(?=[。，；！]|$)/gu;
/** 通知由…某年某月某日印发: a body of whole words between the document and the verb. */
const ISSUED_BY =
  /(?:通知|方案|文件|□)(?:(?:是|，)?由|是)(?<who>\p{Script=Han}{2,20}?(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?:于|在)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:联合|共同|正式)?(?:印发|下发|发布|出台|颁布)/gu;
/** 通知落款：某办公室. */
const SIGNED =
  /(?<![\p{Script=Han}])(?:这份|本|该)?(?:通知|方案|文件|□)的?(?:落款|署名)(?:单位)?(?:写的是|写着|是|为|：|:)(?<who>\p{Script=Han}{2,20}?(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?=[，。；！\d]|$)/gu;
const BODY = /(?:由|是|为|，|、|把|将|被|据|按照|根据|根据|日|月|年)/gu;

/** 团省委办公室: so far as it is written shortly. */
const isShort = (who: string) => /^团省委(?:办公室)?$|^办公室$/u.test(who);

/** Bodies said to have issued this document that are not its issuer. */
function wrongIssuers({ withoutTitles, isIssuer, about }: AboutReader, { issuer, date }: Programme['document']) {
  const [year, month, day] = date.split('-').map(Number);
  const dated = `${year}年${month}月${day}日`;
  return (sentence: string): Range[] => {
    const { another } = withoutTitles(sentence);
    if (another) return [];
    // Same length, so that offsets stay: a title of this document becomes signs.
    const text = sentence.replaceAll(/《(?:[^《》]|《[^《》]*》){1,120}》/gu, (title) => '□'.repeat(title.length));
    const signed = matchesIn(text, SIGNED).flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.indexOf(who);
      return issuer.includes(who.replace(/^团/u, '')) || isShort(who) ? [] : [{ start, end: start + who.length }];
    });
    // Its own day says which document is meant, whoever is named.
    const kind = text.includes(dated) ? 'this' : about(sentence);
    if (kind === 'not' || signed.length > 0) return signed;
    const behind = matchesIn(text, ISSUER_IS).flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.length - who.length;
      return isIssuer(who) ? [] : [{ start, end: start + who.length }];
    });
    const byWhom = matchesIn(text, ISSUED_BY).flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.indexOf(who);
      return isIssuer(who) ? [] : [{ start, end: start + who.length }];
    });
    if (kind !== 'this' || byWhom.length > 0) return [...behind, ...byWhom];
    const before = matchesIn(text, ISSUED).flatMap(({ index, groups }): Range[] => {
      const words = groups?.['who'] ?? '';
      const who = words.split(BODY).at(-1) ?? words;
      if (who.length < 3 || isIssuer(who)) return [];
      const start = index + words.length - who.length;
      return [{ start, end: start + who.length }];
    });
    return [...before, ...behind];
  };
}

/** A document number that cannot be this document's. */
interface WrongNumber extends Range {
  readonly severity: 'error' | 'warning';
}

const NUMBER =
  /(?<letters>\p{Script=Han}{1,10})[〔［[【﹝（(]\s*(?<year>(?:19|20)\d{2})\s*[〕］\]】﹞）)]\s*第?\s*(?<no>\d{1,4})\s*号/gu;
const SOURCE = /依据|根据|按照|贯彻|落实|参照|遵照|对照|转发|执行/u;
/** What stands directly before a number that says it is a document's. */
const CALLED = /(?:(?:发文)?字号|文号|(?:文件|发文|通知)编号)(?:写的?是|写作|写着|印着|是|为|：|:|即|叫)*$/u;
const same = (number: string) => number.replaceAll(/[^\p{Script=Han}\d]/gu, '').replace('第', '');

/** Document numbers that a sentence gives to this document. */
function wrongNumbers({ document }: Programme, { titles, about }: AboutReader) {
  const isOwn = (title: string) => {
    const plain = normalTitle(title);
    return titles.some((t) => t === plain || (plain.length > 3 && t.includes(plain)));
  };
  return (sentence: string): WrongNumber[] =>
    matchesIn(sentence, NUMBER).flatMap(({ index, 0: word, groups }): WrongNumber[] => {
      const { letters = '', year = '', no = '' } = groups ?? {};
      const wanted = document.number === null ? null : same(document.number);
      if (wanted?.endsWith(`${year}${Number(no)}号`) && same(letters).endsWith(wanted.replace(/\d.*$/u, ''))) return [];
      // Only the last letters before the bracket belong to the number: 通知是甲乙发〔2019〕12号.
      const short = /[^是为即的号通知方案文件于按据照作着]*$/u.exec(letters)?.[0] ?? letters;
      const start = index + letters.length - short.length;
      const end = index + word.length;
      const before = sentence.slice(0, start);
      const title = /《([^《》]|《[^《》]*》)+》[（(]?$/u.exec(before.slice(-160))?.[0];
      if (title !== undefined) return isOwn(title.replace(/[（(]$/u, '')) ? [{ start, end, severity: 'error' }] : [];
      const clause = before.slice(
        Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('。')) + 1,
      );
      if (SOURCE.test(clause)) return [];
      const called = CALLED.test(before);
      // A number without a document beside it is this one's, unless another body is named.
      const kind = about(`${called ? '通知' : ''}${before}${sentence.slice(end)}`);
      if (kind === 'this') return [{ start, end, severity: 'error' }];
      const beside =
        called ||
        /(?:通知|方案)[^，。；]{0,12}$/u.test(before) ||
        /^[）)]?(?:的)?(?:通知|方案)/u.test(sentence.slice(end));
      return kind === 'perhaps' && beside ? [{ start, end, severity: 'warning' }] : [];
    });
}

/** A title that is nearly the document's own. */
interface WrongTitle extends Range {
  readonly right: string;
  readonly severity: 'error' | 'warning';
}

/** Titles in 《》, the outer and the inner ones. */
function titlesIn(text: string): Range[] {
  const [open, found]: [number[], Range[]] = [[], []];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') open.push(i);
    if (text[i] !== '》') continue;
    const start = open.pop();
    if (start !== undefined && i - start < 160) found.push({ start, end: i + 1 });
  }
  return found;
}

/** Whether a text's letters all stand in a longer one, in order: something was left out, nothing changed. */
function isShortened(text: string, whole: string): boolean {
  let at = -1;
  return [...text].every((letter) => {
    at = whole.indexOf(letter, at + 1);
    return at >= 0;
  });
}

const oneLine = (title: string) => title.replaceAll(/\s+/g, '');

/** Titles of a text that are nearly but not exactly the title of the notice or of its plan. */
function wrongTitles({ document, tables, clauses }: Programme) {
  const own = [document.plan_title, document.title].map((title) => ({
    title: oneLine(title),
    plain: normalTitle(title),
  }));
  const others = [...tables.map((t) => t.title), ...clauses.filter((c) => c.role === 'title').map((c) => c.text)];
  const known = [...own.map((o) => o.plain), ...others.map(normalTitle)];
  const range = /(?<from>\d{4})年?[—–―－~～至到-]+(?<to>\d{4})/u;
  const [, tail = ''] = document.plan_title.split(range.exec(document.plan_title)?.[0] ?? '\n');
  // Without 《》 the title is known by what follows its years.
  const bare =
    tail.length > 5
      ? new RegExp(`(?<years>\\d{4}年?[—–―－~～至到-]+\\d{4})${RegExp.escape(tail.slice(0, 6))}`, 'gu')
      : null;
  const years = (text: string) => (range.exec(text)?.slice(1, 3) ?? []).join('-');

  function inBrackets(text: string): WrongTitle[] {
    return titlesIn(text).flatMap(({ start, end }): WrongTitle[] => {
      const title = normalTitle(text.slice(start + 1, end - 1));
      if (title.length < 10 || known.some((k) => k.includes(title))) return [];
      const scored = own.map((o) => ({ ...o, distance: editDistance(title, o.plain) }));
      const [best] = scored.toSorted((a, b) => a.distance - b.distance);
      if (!best || best.distance > Math.max(2, Math.floor(best.plain.length * 0.15))) return [];
      if (others.some((other) => editDistance(title, normalTitle(other)) < best.distance)) return [];
      // The wrong letters stand in the inner title: it is told there.
      const inner = titlesIn(text).some((t) => t.start > start && t.end < end);
      if (inner && best.plain !== own[1]?.plain) return [];
      return [{ start, end, right: best.title, severity: isShortened(title, best.plain) ? 'warning' : 'error' }];
    });
  }

  return (text: string): WrongTitle[] => {
    const found = inBrackets(text);
    const innermost = found.filter((f) => !found.some((o) => o !== f && o.start >= f.start && o.end <= f.end));
    const narrow = narrowed(text);
    const plain = bare ? matchesIn(narrow, bare) : [];
    return [
      ...innermost,
      ...plain.flatMap(({ index, groups }): WrongTitle[] => {
        const words = groups?.['years'] ?? '';
        const told = innermost.some((f) => f.start <= index && index < f.end);
        if (told || years(words) === years(document.plan_title)) return [];
        return [{ start: index, end: index + words.length, right: oneLine(document.plan_title), severity: 'error' }];
      }),
    ];
  };
}

type Told = Pick<ProseFinding, 'severity' | 'code' | 'what' | 'expected' | 'written' | 'mend'>;

/** What is said of each kind of mistake about the document. */
function messages({ document, clauses, passages }: Programme) {
  const [year = '', month = '', day = ''] = document.date.split('-');
  const date = `${year}年${Number(month)}月${Number(day)}日`;
  const at = (role: string) => {
    const clause = clauses.find((c) => c.role === role);
    return clause ? (passages.get(clause.id)?.label ?? null) : null;
  };
  const number = document.number;
  return {
    date: (severity: ProseFinding['severity']): Told => ({
      severity,
      code: 'document-date',
      what: '通知的印发日期不对',
      expected: date,
      written: at('date'),
      mend: `改成${date}；如果说的是另一份文件，写出它的名字。`,
    }),
    number: (severity: ProseFinding['severity']): Told => ({
      severity,
      code: 'document-number',
      what: number === null ? '通知没有写发文字号' : '通知的发文字号不对',
      expected: number ?? '不写字号',
      written: null,
      mend:
        number === null
          ? '删去这个字号；如果说的是另一份文件，写出它的名字。'
          : `改成${number}；如果说的是另一份文件，写出它的名字。`,
    }),
    title: (severity: ProseFinding['severity'], right: string): Told => ({
      severity,
      code: 'document-title',
      what: '文件的标题和原文不同',
      expected: `《${right}》`,
      written: at('title'),
      mend: `照原文改成《${right}》，一个字不差；要用简称，写“${document.short}”。`,
    }),
    issuer: (): Told => ({
      severity: 'warning',
      code: 'document-issuer',
      what: '印发这份通知的单位和落款不同',
      expected: document.issuer,
      written: at('signature'),
      mend: `改成${document.issuer}；如果说的是另一份文件，写出它的名字。`,
    }),
  };
}

/** The date, number, title and issuer of the notice itself, where a sentence speaks of it. */
export const documentItself: PlanRule = ({ programme }) => {
  const about = aboutReader(programme);
  const dates = issueDates(programme, about);
  const numbers = wrongNumbers(programme, about);
  const titles = wrongTitles(programme);
  const issuers = wrongIssuers(about, programme.document);
  const tell = messages(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      const found = (range: Range, told: Told): ProseFinding => ({
        block,
        ...range,
        ...told,
        ...(source.quoted ? { severity: 'warning' as const } : {}),
        found: `“${source.text.slice(range.start, range.end)}”`,
      });
      const inSentences = sentencesIn(source.text).flatMap(({ start, text: whole }) => {
        const text = whole.slice(0, 2000);
        const moved = (range: Range) => ({ start: range.start + start, end: range.end + start });
        return [
          ...dates(text, source).map((d) => found(moved(d), tell.date(d.severity))),
          ...numbers(text).map((n) => found(moved(n), tell.number(n.severity))),
          ...issuers(text).map((i) => found(moved(i), tell.issuer())),
        ];
      });
      return [
        ...inSentences,
        ...titles(source.text).map((t) => found({ start: t.start, end: t.end }, tell.title(t.severity, t.right))),
      ];
    });
};
