import { isHan } from './character-set.ts';
import { isTypicalGiven, mayBeGiven } from './given-names.ts';
import { pointsOf } from './han-points.ts';
import { signsOfHanName } from './han-signs.ts';
import { closesAt, type NameFinder, opensAt } from './reading.ts';
import { surnameAt } from './surnames.ts';
import { makesNoPerson, tibetanNameAt } from './tibetan-parts.ts';

/** From so many points a name is sure: about one in fifty is none. */
const CERTAIN = 1.2;
/** From so many points it is more likely a name than not. */
const LIKELY = 0;

/** 谢敏｜来了, 王海｜说过: what is done, no part of a name. */
const isDone = (text: string, at: number): boolean =>
  /^[来去到回走说看听讲问坐跑笑哭教写][了过着]/u.test(text.slice(at, at + 2));

/** Surname and given name of one or two characters: whichever length has more points. */
export const hanName: NameFinder = (reading, at, before) => {
  const surname = surnameAt(reading.text, at);
  if (!surname) return null;
  let best: { readonly end: number; readonly points: number } | null = null;
  for (const length of [2, 1] as const) {
    if (length === 2 && isDone(reading.text, at + surname.length + 1)) continue;
    const signs = signsOfHanName(reading, at, before, surname, length);
    const points = signs ? pointsOf(signs) : Number.NEGATIVE_INFINITY;
    if (points >= LIKELY && points > (best?.points ?? Number.NEGATIVE_INFINITY)) {
      best = { end: at + surname.length + length, points };
    }
  }
  return best && { end: best.end, form: 'han', certainty: best.points >= CERTAIN ? 'certain' : 'likely' };
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
    text.charAt(from) === '小' &&
    mayBeGiven(text.charAt(from + 1)) &&
    !/[学区组队镇村店屋院河路桥车站馆]/u.test(text.charAt(from + 1));
  const end = from + (familiar ? 2 : 1);
  // Those of whom nothing is told but their number: 样例甲.
  if (/[甲乙丙丁戊己庚辛壬癸]/u.test(text.charAt(from))) {
    return makesNoPerson(text.slice(end, end + 3)) || /[小中大]/u.test(text.charAt(end))
      ? null
      : { end, form: 'han', certainty: 'certain' };
  }
  if (
    !familiar &&
    (!isTypicalGiven(text.charAt(from)) || /[小大中高乡村镇县市省路编作摄单信画图书同]/u.test(text.charAt(from)))
  )
    return null;
  return isHan(text, from) && closesAt(reading, end) ? { end, form: 'han', certainty: 'certain' } : null;
};
