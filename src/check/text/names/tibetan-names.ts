import { isHan } from './character-set.ts';
import { cueAfter } from './name-cues.ts';
import { ownsAt } from './person-words.ts';
import {
  closesAt,
  goesOn,
  isBesideName,
  isStrong,
  type NameAt,
  type NameFinder,
  opensAfterWord,
  opensAt,
  type Reading,
} from './reading.ts';
import {
  closesTibetan,
  isPlainlyTibetan,
  isTibetanSyllable,
  makesNoPerson,
  type TibetanName,
  tibetanNameAt,
} from './tibetan-parts.ts';

const isSyllableAlone = ({ text, bounds }: Reading, at: number) =>
  isTibetanSyllable(text.charAt(at)) && bounds.wordEnd(at) === at + 1;

/** A name of the stock, with a syllable or two more where they close it: 扎西措, 米玛布赤. */
const ofStock = (reading: Reading, at: number, stock: TibetanName, announced: boolean): NameAt | null => {
  const { text } = reading;
  const whole = at + stock.length;
  const two = stock.length === 2 && isSyllableAlone(reading, whole) && isSyllableAlone(reading, whole + 1);
  const longer = closesTibetan(text.charAt(whole)) && isSyllableAlone(reading, whole) && closesAt(reading, whole + 1);
  const end = two && closesAt(reading, whole + 2) ? whole + 2 : longer ? whole + 1 : whole;
  // 其美｜学: a word of the dictionary lies across the end; 加｜拉加斯: a piece of a foreign name.
  // Two whole parts make a name whatever word lies across their end: 次仁央宗｜教书.
  if (!announced && stock.length < 4 && isHan(text, end) && !reading.bounds.isBound(end)) return null;
  if (!announced && isHan(text, at - 1) && !opensAt(reading, at) && stock.length < 4) return null;
  if (makesNoPerson(text.slice(end, end + 3)) || (!stock.plain && !announced && !closesAt(reading, end))) return null;
  const certain = stock.plain || announced || cueAfter(text, end) !== null;
  return { end, form: 'tibetan', certainty: certain ? 'certain' : 'likely' };
};

/** A name of nothing but syllables that make no words, where a person is announced or it stands alone: 玉措, 嘎松. */
const ofSyllables = (reading: Reading, at: number, announced: boolean, opened: boolean): NameAt | null => {
  const { text } = reading;
  const behind = tibetanNameAt(text, at + 2);
  if (behind && isTibetanSyllable(text.charAt(at + 1)) && !makesNoPerson(text.slice(at + 2, at + 5))) {
    return { end: at + 2 + behind.length, form: 'tibetan', certainty: 'certain' };
  }
  let end = at;
  while (end - at < 4 && isSyllableAlone(reading, end)) end++;
  for (; end - at >= 2; end--) {
    if (!closesAt(reading, end) || makesNoPerson(text.slice(end, end + 3)) || !isPlainlyTibetan(text.slice(at, end)))
      continue;
    const closed = !isHan(text, end);
    const alone = !isHan(text, at - 1) && (closed || (end - at > 2 && goesOn(text.charAt(end))));
    const named =
      announced ||
      alone ||
      (opened && (closed || goesOn(text.charAt(end)))) ||
      cueAfter(text, end) !== null ||
      ownsAt(text, end);
    return named ? { end, form: 'tibetan', certainty: 'likely' } : null;
  }
  return null;
};

/** Tibetan names: of the stock of their parts, or of nothing but their syllables. */
export const tibetanName: NameFinder = (reading, at, before) => {
  const stock = tibetanNameAt(reading.text, at);
  if (stock) return ofStock(reading, at, stock, isStrong(before) || isBesideName(reading, at, at + stock.length));
  if (!isTibetanSyllable(reading.text.charAt(at)) || !opensAt(reading, at)) return null;
  return ofSyllables(reading, at, isStrong(before), before !== null || opensAfterWord(reading.text, at));
};
