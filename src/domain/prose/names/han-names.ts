import { isTypicalGiven, mayBeGiven } from './given-names.ts';
import { cueAfter } from './name-cues.ts';
import { closesAt, isHan, isStrong, type NameFinder, opensAt, opensPlainly, speaks } from './reading.ts';
import { surnameAt } from './surnames.ts';
import { makesNoPerson, tibetanNameAt } from './tibetan-parts.ts';

/** Characters that close a name only where a person is announced. */
const GRAMMAR = new Set('和有归才在去到说是的与及以');
/** Given names of one character that rather make a family or a place: 刘家, 张庄. */
const FAMILY = new Set('家氏门庄姓府村');

/** Surname and given name of one or two characters. */
export const hanName: NameFinder = (reading, at, before) => {
  const { text, bounds } = reading;
  const surname = surnameAt(text, at);
  if (!surname || !opensAt(reading, at)) return null;
  const given = at + surname.length;
  const firstWord = bounds.wordEnd(at);
  const lengths = [2, 1].filter((n) => mayBeGiven(text.slice(given, given + n)) && given + n <= text.length);
  const typicalFirst = lengths.toSorted(
    (a, b) =>
      Number(isTypicalGiven(text.slice(given, given + b))) - Number(isTypicalGiven(text.slice(given, given + a))),
  );
  for (const length of typicalFirst) {
    const end = given + length;
    const word = text.slice(given, end);
    if (!closesAt(reading, end) || (length === 1 && FAMILY.has(word))) continue;
    if (makesNoPerson(text.slice(end, end + 3))) continue;
    const after = cueAfter(text, end);
    const strong =
      isStrong(before) ||
      (after !== null && after.role !== 'called') ||
      isStrong(after) ||
      speaks(text, end) ||
      (!isHan(text, at - 1) && text.charAt(end) === '说');
    const typical = isTypicalGiven(word);
    // A whole word of the dictionary, or one that begins with the surname, is rather that word: 高原, 马上, 李子涵.
    const isWord = firstWord >= end;
    const split = bounds.isBound(given);
    const plain = opensPlainly(reading, at);
    // Whole words are names only behind an office and before a pause or what people do: 秘书长夏天出席.
    const inOffice = before?.role === 'adult' && (!isHan(text, end) || isStrong(after));
    if (isWord && !(strong && typical && (length === 2 || speaks(text, end))) && !inOffice) continue;
    if (!surname.common && length === 1 && after === null && isHan(text, end)) continue;
    // 方法和, 夏天有: the last character is rather a word of grammar.
    if (!strong && GRAMMAR.has(word.slice(-1))) continue;
    if (!split && !strong && !(plain && typical && length === 2 && surname.common)) continue;
    if (!surname.common && !strong) continue;
    const parted = !isHan(text, end) || '和与及'.includes(text.charAt(end));
    if (!typical && !(strong && (split || parted) && (length === 2 || after !== null))) continue;
    if (!plain && !isStrong(before)) continue;
    // 向世界, 曾希望: what follows the surname is a word of its own.
    const loose = length === 1 || bounds.wordEnd(given) === given + 1;
    if (!surname.common && !loose && !isStrong(before)) continue;
    const certain = typical && split && surname.common && (strong || (length === 2 && loose));
    return { end, form: 'han', certainty: certain ? 'certain' : 'likely' };
  }
  return null;
};

/** 李某, 罗某某, 欧阳某: a surname without its given name. */
export const veiledName: NameFinder = (reading, at) => {
  const { text } = reading;
  const surname = surnameAt(text, at);
  if (!surname || text.charAt(at + surname.length) !== '某' || !opensAt(reading, at)) return null;
  const from = at + surname.length;
  const last = text.charAt(from + 1);
  const given = isTypicalGiven(last) && !isHan(text, from + 2) && last !== '';
  const length = given || /[某甲乙丙丁]/u.test(last) ? 2 : 1;
  const end = from + length;
  // 某一天, 某个, 某地: words that begin with 某 and only stand behind a surname's character.
  return length === 1 && /^[一个些种地时处年月日天次项人校县乡]/u.test(text.slice(end, end + 1))
    ? null
    : { end, form: 'veiled', certainty: 'certain' };
};

/** 样例 stands for the surname of everyone who is made up: 样例小明, 样例卓玛. */
export const sampleName: NameFinder = (reading, at) => {
  const { text } = reading;
  if (!text.startsWith('样例', at) || !opensAt(reading, at)) return null;
  const from = at + 2;
  const tibetan = tibetanNameAt(text, from);
  if (tibetan) return { end: from + tibetan.length, form: 'han', certainty: 'certain' };
  const familiar =
    text.charAt(from) === '小' && mayBeGiven(text.charAt(from + 1)) && !/[学区组队镇村]/u.test(text.charAt(from + 1));
  const end = from + (familiar ? 2 : 1);
  if (!familiar && (!isTypicalGiven(text.charAt(from)) || /[小大中高乡村镇县市省路编作摄单]/u.test(text.charAt(from))))
    return null;
  return isHan(text, from) && closesAt(reading, end) ? { end, form: 'han', certainty: 'certain' } : null;
};
