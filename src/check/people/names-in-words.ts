import type { Certainty } from '#domain/people/mentions.ts';
import { matchesIn } from '../text/glance.ts';
import { cueAfter, cueBefore } from '../text/names/cues.ts';
import { type FoundName, namesIn } from '../text/names/names.ts';
import { wordBoundsOf } from '../text/names/reading.ts';
import { isWhollyTibetan } from '../text/names/tibetan.ts';
import { ADULT_WORDS } from '../text/roles.ts';
import { isOrdinary, leadName, namesInField, type PlacedName } from './field-names.ts';

/** Names that the plan itself prints: its officials are public by its own words. Whom it withholds is not among them. */
export const namesInPlan = (passages: Iterable<string>): ReadonlySet<string> =>
  new Set(
    [...passages].flatMap((text) =>
      namesIn(text).flatMap(({ name, certainty }) => (certainty === 'certain' ? [name] : [])),
    ),
  );

/** A word of more than grammar stands beside a name and says that it is one: 学生…, …表示. */
const isAnnounced = ({ before, after }: Pick<FoundName, 'before' | 'after'>): boolean =>
  (before !== null && before.word.length > 1) || (after !== null && after.word.length > 1);

/** 样例是援藏干部: what somebody is, behind the name. */
const IS_SOMEBODY = new RegExp(`^是(?:一[名位]|个)?[^，。；！？的]{0,6}(?:${ADULT_WORDS})(?=[，。；]|$)`, 'u');
/** Syllables that names of other languages and words of two characters end with more often than Tibetan names. */
const FOREIGN = /[斯尔沃土根]/u;
const PAUSE = /[，。；：:！？“”‘’（）()、\s—|｜]/u;
/**
 * A surname and two characters that open a clause, or close one behind a word of grammar: 冯远志教了三年书, 交给冯远志，;
 * of one character only who is told at last: 主持的是刘洋。
 */
const isOfSyllables = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end);
  return (
    name.length % 2 === 0 &&
    !FOREIGN.test(name) &&
    isWhollyTibetan(name) &&
    !/[在到从往赴去来回抵至离经、]/u.test(text.charAt(start - 1))
  );
};
const isApartSyllables = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end);
  return (
    name.length % 2 === 0 &&
    !FOREIGN.test(name) &&
    !isOrdinary(name, 'likely') &&
    text.charAt(start - 1) !== '、' &&
    text.charAt(end) !== '、'
  );
};
function standsApart(text: string, { start, end, form, before }: FoundName): boolean {
  const apart =
    (start === 0 || PAUSE.test(text.charAt(start - 1))) && (end === text.length || PAUSE.test(text.charAt(end)));
  if (form === 'veiled') return true;
  if (form === 'tibetan') return apart ? isApartSyllables(text, start, end) : isOfSyllables(text, start, end);
  if (form !== 'han') return false;
  const closed = end === text.length || PAUSE.test(text.charAt(end));
  if (end - start < 3)
    return (
      (closed && text.slice(Math.max(0, start - 2), start) === '的是') || IS_SOMEBODY.test(text.slice(end, end + 14))
    );
  // 马路｜修到了村口: a word of the dictionary, and what is done.
  if (wordBoundsOf(text).wordEnd(start) === end - 1) return false;
  if (start === 0 || PAUSE.test(text.charAt(start - 1))) return true;
  return before !== null && closed;
}

/** Names of running words: certain ones, and likely ones that a word beside them announces or that stand apart. */
const running = (text: string): PlacedName[] =>
  namesIn(text)
    .filter((name) => name.certainty === 'certain' || isAnnounced(name) || standsApart(text, name))
    .map(({ start, end, certainty }) => ({ start, end, certainty }));

const ADDRESSED = /同学|老师|先生|女士|校长|书记|主任|医生|同志|阿姨|叔叔/gu;

/** A clause that opens with some characters and what somebody is called by: 巴特尔同学写了一封信. */
function addressed(text: string): PlacedName[] {
  return matchesIn(text, ADDRESSED).flatMap(({ index }): PlacedName[] => {
    const run = /(?:^|[^\p{Script=Han}])(\p{Script=Han}{2,4})$/u.exec(text.slice(Math.max(0, index - 6), index))?.[1];
    if (run === undefined) return [];
    const [only] = namesInField(run);
    const whole = only && only.end - only.start === run.length && only.certainty === 'certain';
    return whole ? [{ start: index - run.length, end: index, certainty: 'likely' }] : [];
  });
}

const OTHER_LETTERS =
  /\p{Lu}[\p{Ll}\p{M}'’-]{1,30}(?: {1,2}\p{Lu}[\p{Script=Latin}\p{M}'’.-]{0,30}){0,3}|[\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}][\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}\p{M} ་·]{1,60}/gu;

/** Names in other letters, where a word beside them announces somebody: 志愿者 Tsering Dolma, Tom说. */
function otherLetters(text: string): PlacedName[] {
  return matchesIn(text, OTHER_LETTERS).flatMap(({ index, 0: match }): PlacedName[] => {
    const name = match.trimEnd();
    const end = index + name.length;
    const [before, after] = [cueBefore(text, index), cueAfter(text, end + (text.charAt(end) === ' ' ? 1 : 0))];
    if (!isAnnounced({ before, after }) && !(after && 'called' === after.role)) return [];
    return [{ start: index, end, certainty: / |་/u.test(name) || after ? 'certain' : 'likely' }];
  });
}

const moved = (name: PlacedName, by: number): PlacedName => ({ ...name, start: name.start + by, end: name.end + by });

/** Names that words of a picture tell by where they stand in it: 图左为…, 左起：…、…. */
const IN_PICTURE =
  /(?:[左右中前后](?:[一二三四五六七八九]|[起侧边方])?(?:至右|到右|往右|起)?(?:依次)?(?:分别)?(?:[是为]|[：:])|(?:依次|分别)[是为][：:]?|[左右]起[：:]?|(?:图|画面|照片)[左右中]?(?:[为是]|[：:]))/gu;
/** … and those behind which it is told: …（右二）, …（左）. */
const TOLD_BEHIND = /[（(](?:图|画|前排|后排|中排|第[一二三]排)?[左右中前后][^（）()]{0,6}[）)]/gu;
/** Longer items of a list hold more than a name. */
const LONGEST_ITEM = 24;
const CLAUSE = /[。；！？\n]/u;

function inPicture(text: string): PlacedName[] {
  const found: PlacedName[] = [];
  for (const { index, 0: cue } of matchesIn(text, IN_PICTURE)) {
    const from = index + cue.length;
    const [list = ''] = text.slice(from, from + 200).split(CLAUSE);
    // After a comma the sentence may go on: up to there each item of the list is looked at by its place.
    const [first = ''] = list.split(/[，,]/u);
    let at = from;
    for (const item of first.split('、')) {
      const names = item.length < LONGEST_ITEM ? namesInField(item) : [];
      found.push(...names.map((name) => moved(name, at)));
      at += item.length + 1;
    }
  }
  for (const { index } of matchesIn(text, TOLD_BEHIND)) {
    const before = text.slice(Math.max(0, index - LONGEST_ITEM), index);
    const word =
      /(?:\p{Lu}[\p{Script=Latin}\p{M}'’.-]*(?: \p{Lu}[\p{Script=Latin}\p{M}'’.-]*){0,3}|[^，。；、：:！？（）()\s]*)$/u.exec(
        before,
      )?.[0] ?? '';
    const names = namesInField(word).filter(({ end }) => end === word.length);
    found.push(...names.map((name) => moved(name, index - word.length)));
  }
  return found;
}

const ENUMERATION = /[^、，,。；;：:！？\n（）()]{1,16}(?:[、][^、，,。；;：:！？\n（）()]{1,16}){2,60}/gu;

/** Of several in a row of whom one is a name the others are too, where the form allows it: 张远舟、李小禾、阿依古丽. */
function inEnumerations(text: string, sure: readonly PlacedName[]): PlacedName[] {
  if (sure.length === 0) return [];
  return matchesIn(text, ENUMERATION).flatMap(({ index, 0: list }) => {
    const items = list.split('、');
    let at = index;
    const each = items.map((item) => {
      const place = at;
      at += item.length + 1;
      return {
        item,
        place,
        holds: sure.some(({ start, end }) => start === place && end === at - 1),
      };
    });
    if (!each.some(({ holds }) => holds)) return [];
    return each.slice(1, -1).flatMap(({ item, place }) => {
      const [only, ...more] = item.length < LONGEST_ITEM ? namesInField(item) : [];
      if (!only || more.length > 0 || only.end - only.start < item.length) return [];
      return [{ ...moved(only, place), certainty: 'likely' as Certainty }];
    });
  });
}

/** Between the parts of a title or a heading of which one alone may be somebody's name: 冯远志：第三个冬天. */
const BETWEEN_PARTS = /([：:—–｜|\s，,、“”]+)/u;

function titleParts(text: string): PlacedName[] {
  const found: PlacedName[] = [];
  let at = 0;
  for (const segment of text.split(BETWEEN_PARTS)) {
    const name = leadName(segment);
    if (name) found.push(moved(name, at));
    at += segment.length;
  }
  return found;
}

/** What words are, for the names that may be in them. */
interface WordsKind {
  /** A line that stands by itself: a title, a heading, a cell, an item of a list. */
  readonly alone: boolean;
  /** Words about a picture. */
  readonly picture: boolean;
}

/** Names without those that lie inside another: of two at one place the longer, of two alike the certain one. */
export function withoutOverlaps(names: readonly PlacedName[]): PlacedName[] {
  const sorted = names.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.certainty === 'likely') - Number(b.certainty === 'likely'),
  );
  const kept: PlacedName[] = [];
  for (const name of sorted) {
    const last = kept.at(-1);
    if (last && name.start < last.end) {
      if (name.start === last.start && name.end === last.end) continue;
      // What the form of a field makes longer than the words say gives way to the certain name.
      if (last.certainty === 'likely' && name.certainty === 'certain') kept[kept.length - 1] = name;
      continue;
    }
    kept.push(name);
  }
  return kept;
}

/** All names in words, from left to right. */
export function namesInWords(text: string, { alone, picture }: WordsKind): PlacedName[] {
  const found = running(text);
  const sure = found.filter(({ certainty }) => certainty === 'certain');
  return withoutOverlaps([
    ...found,
    ...otherLetters(text),
    ...addressed(text),
    ...inEnumerations(text, sure),
    ...(alone ? titleParts(text) : []),
    ...(picture ? inPicture(text) : []),
  ]);
}
