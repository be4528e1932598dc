import { isHan } from './character-set.ts';
import { isSound } from './dotted-names.ts';
import { countedIn, isTypicalGiven, mayBeGiven } from './given-names.ts';
import type { HanSign } from './han-points.ts';
import { type Cue, cueAfter } from './name-cues.ts';
import { isKnown, isTitleAt, makesBody } from './no-names.ts';
import { doesAt, isWhenAt, leadsTo, ownsAt } from './person-words.ts';
import { goesOn, isBesideName, isStrong, opensAfterWord, type Reading, speaks } from './reading.ts';
import type { Surname } from './surnames.ts';
import { makesNoPerson } from './tibetan-parts.ts';

/** Given names of one character that rather make a family or a place: 刘家, 张庄. */
const FAMILY = new Set('家氏门庄姓府村');
/** Words of grammar with which a given name hardly ends or begins: 卢亮以, 米和水. */
const GRAMMAR = new Set('和有归才在去到说是的与及以时后前');
const BEGINS_WITH_GRAMMAR = new Set('和有归才在去到说是的与及以时后前入而于');
const AND = /[和与跟同及]/u;
const PAUSE = /[\p{P}\p{S}\s]/u;
const NUMBER = /[\d０-９一二三四五六七八九十百千万亿几两数第]/u;

/** A name as it is tried: a surname and so many characters of a given name. */
interface Tried {
  readonly at: number;
  readonly given: number;
  readonly end: number;
  readonly length: 1 | 2;
  readonly word: string;
}

/** Whether what is tried can be no name, whatever stands around it. */
function isNoName(
  { text, bounds }: Reading,
  surname: Surname,
  { at, given, end, length, word }: Tried,
  before: Cue | null,
): boolean {
  if (word.length < length || !mayBeGiven(word) || (length === 1 && FAMILY.has(word))) return true;
  if (makesNoPerson(text.slice(end, end + 3)) || makesBody(text, end) || isKnown(text.slice(at, end))) return true;
  if (
    isTitleAt(text, given) ||
    (length === 2 && /[馆站所厂社班连排营部州区处科组队县市镇乡村校院局厅司行会]长/u.test(word))
  )
    return true;
  // 米｜和｜水: somebody or something joined to the surname's character.
  if (length === 2 && /^[和与及]/u.test(word)) return true;
  // 金融家, 钱塘江: words of three characters are names only where somebody is announced.
  if (
    length === 2 &&
    surname.length === 1 &&
    bounds.wordEnd(at) === end &&
    !isStrong(before) &&
    !isStrong(cueAfter(text, end)) &&
    !speaks(text, end)
  )
    return true;
  // A word of the dictionary that stands by itself: the words of a link, a cell.
  if (at === 0 && end === text.length && bounds.wordEnd(at) >= end) return true;
  // 向｜世界: a word of grammar and another word.
  if (surname.grammar && length === 2 && bounds.wordEnd(given) >= end && !isStrong(before)) return true;
  if (surname.grammar && !isStrong(before) && countedIn(word).namely === 0 && !isStrong(cueAfter(text, end)))
    return true;
  // 老师傅: the last character of 老师 and 傅 make another word.
  if (text.charAt(at) === '傅' && text.charAt(at - 1) === '师') return true;
  // 李鹏｜和夫人: what joins a name to somebody else is no part of it.
  if (length === 2 && /[和与及]$/u.test(word) && isHan(text, end) && !speaks(text, end)) return true;
  return isHan(text, at - 1) && !bounds.isBound(at) && !opensAfterWord(text, at) && !isStrong(before);
}

const madeOf = ({ text }: Reading, surname: Surname, { at, end, length, word }: Tried): HanSign[] => {
  const { typical, namely, foreign } = countedIn(word);
  const signs: HanSign[] = [length === 1 ? 'one' : 'two'];
  signs.push(
    surname.length === 2
      ? 'surname-double'
      : surname.common
        ? 'surname-common'
        : surname.middle
          ? 'surname-middle'
          : 'surname-rare',
  );
  if (surname.wordy) signs.push('surname-wordy');
  if (surname.grammar) signs.push('surname-grammar');
  signs.push(`typical-${typical}-of-${length}` as HanSign, `namely-${namely}-of-${length}` as HanSign);
  if (foreign > 0) signs.push(foreign === 1 ? 'foreign-1' : 'foreign-2');
  if ([...text.slice(at, end)].every(isSound)) signs.push(`sounds-${length}`);
  if (length === 1 && /[西北中外上下内]/u.test(word)) signs.push('direction');
  const last = word.slice(-1);
  if (length === 2 && BEGINS_WITH_GRAMMAR.has(word.charAt(0))) signs.push('starts-in-grammar');
  if (GRAMMAR.has(last)) signs.push('ends-in-grammar');
  else if (goesOn(last) && namely === 0) signs.push('ends-going-on');
  return signs;
};

/** How the dictionary cuts it: an unknown name falls into loose characters. */
const cutOf = (
  { text, bounds }: Reading,
  { at, given, end, length, word }: Tried,
  surname: Surname,
  before: Cue | null,
): HanSign[] => {
  const signs: HanSign[] = [];
  const firstWord = bounds.wordEnd(at);
  // 书记龙四｜清和村民: the dictionary takes 清和 for a word.
  const and = isStrong(before) && AND.test(text.charAt(end)) && bounds.isBound(end + 1);
  // 秘书长夏天出席: a word of the dictionary is a name where an office announces it.
  const announcedWord: HanSign[] =
    isStrong(before) && surname.common && isTypicalGiven(word) && (!isHan(text, end) || isStrong(cueAfter(text, end)))
      ? ['announced-word']
      : [];
  const closed = !isHan(text, end) || bounds.isBound(end) || and;
  if (firstWord > end) signs.push('inside-word');
  else if (firstWord === end) signs.push(`is-word-${length}`, ...announcedWord);
  else if (!bounds.isBound(given)) signs.push('word-from-surname');
  else if (length === 2 && bounds.wordEnd(given) === end)
    signs.push(`given-is-word-${countedIn(word).namely}` as HanSign);
  else if (closed) signs.push('loose');
  if (!closed && firstWord <= end) signs.push('word-over-end');
  if (isHan(text, at - 1) && !bounds.isBound(at)) signs.push('word-over-start');
  return signs;
};

const beforeOf = ({ text, bounds }: Reading, at: number, before: Cue | null): HanSign => {
  const last = text.charAt(at - 1);
  if (isStrong(before)) return before?.role === 'called' ? 'before-called' : 'before-strong';
  if (at === 0) return 'before-nothing';
  if (last === '、') return 'before-list';
  if (NUMBER.test(last)) return 'before-number';
  if (PAUSE.test(last) || !isHan(text, at - 1)) return 'before-pause';
  if (AND.test(last)) return 'before-and';
  if (opensAfterWord(text, at)) return 'before-grammar';
  if (at > 1 && !bounds.isBound(at - 1)) {
    if (leadsTo(text, at)) return 'before-verb';
    return /[员师匠]/u.test(last) ? 'before-office' : 'before-word';
  }
  return isSound(last) ? 'before-sound' : 'before-loose';
};

const afterOf = ({ text, bounds }: Reading, end: number, said: boolean): HanSign => {
  const next = text.charAt(end);
  if (speaks(text, end)) return said ? 'after-quote' : 'after-speaks';
  if (text.startsWith('：“', end)) return 'after-speech';
  const after = cueAfter(text, end);
  if (after && isStrong(after)) return after.role === 'called' ? 'after-called' : 'after-strong';
  if (next === '') return 'after-nothing';
  if (next === '、') return 'after-list';
  if (/[（(]/u.test(next))
    return /[左右中前后男女图\d一二三四化]/u.test(text.charAt(end + 1)) ? 'after-place' : 'after-bracket';
  if (isWhenAt(text, end)) return 'after-when';
  if (!isHan(text, end)) return 'after-pause';
  if (AND.test(next)) return 'after-and';
  if (doesAt(text, end)) return 'after-verb';
  if (ownsAt(text, end)) return 'after-owns';
  if (goesOn(next)) return 'after-grammar';
  if (bounds.isBound(end) && bounds.wordEnd(end) - end > 1) return 'after-word';
  return isSound(next) ? 'after-sound' : 'after-loose';
};

/** 刘正｜学: a loose character behind a name of two rather belongs to it. */
const hasMoreBehind = ({ text, bounds }: Reading, end: number): boolean =>
  isHan(text, end) &&
  bounds.isBound(end) &&
  bounds.wordEnd(end) === end + 1 &&
  isTypicalGiven(text.charAt(end)) &&
  !goesOn(text.charAt(end));

/**
 * All that speaks for or against a name of a surname and `length` characters at an offset: what it is made of, how the
 * dictionary cuts it, what stands before and behind; null: it cannot be one.
 */
export function signsOfHanName(
  reading: Reading,
  at: number,
  before: Cue | null,
  surname: Surname,
  length: 1 | 2,
): HanSign[] | null {
  const given = at + surname.length;
  const end = given + length;
  const tried: Tried = { at, given, end, length, word: reading.text.slice(given, end) };
  if (isNoName(reading, surname, tried, before)) return null;
  return [
    ...madeOf(reading, surname, tried),
    ...cutOf(reading, tried, surname, before),
    beforeOf(reading, at, before),
    afterOf(reading, end, /[”」]/u.test(reading.text.charAt(at - 1))),
    ...(length === 1 && hasMoreBehind(reading, end) ? (['more-behind'] as const) : []),
    ...(isBesideName(reading, at, end) ? (['beside-name'] as const) : []),
  ];
}
