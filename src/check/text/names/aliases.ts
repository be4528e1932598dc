import { isHan } from '../character-set.ts';
import { matchesIn } from '../glance.ts';
import type { Range } from '../range.ts';
import { mayBeGiven } from './characters.ts';
import { type NameFinder, opensAt } from './reading.ts';
import { tibetanNameAt } from './tibetan.ts';

const BEHIND = /^[”"’」』]?[（(][^（()）]{0,8}化名/u;
const BEFORE = /化名[为叫是：:]?[“"‘「]?$/u;

/** Whether words say of a name, where it stands, that it is made up: 小禾（化名）, 化名小禾. */
export const isMarkedAlias = (text: string, { start, end }: Range): boolean =>
  BEHIND.test(text.slice(end, end + 14)) || BEFORE.test(text.slice(Math.max(0, start - 6), start));

/** A name that is said to be made up behind it: 小央（化名）, 卓玛为化名. */
const ALIAS = /^[”"’]?(?:[（(]化名|，化名|(?:均为|都是|皆为|[为是系均])化名)/u;
/** Who is called so, and by what name really: 胖墩儿真名丁一航. */
const BY_REAL_NAME = /^[”"’]?[，,]?(?:真名|本名|大名|学名|全名)[叫是为]?[：:]?\p{Script=Han}/u;
const TOLD_NEAR = /化名|真名|本名|大名|学名|全名/gu;
/** “小雨”“石头”均为化名: all that is quoted before it. */
const ALIASES = /^”(?:[、和]?“[^”]{1,4}”){1,6}(?:均为|都是|皆为)化名/u;
/** How far behind a name it may be said to be made up. */
const NEAR = 44;
/** A name and the marks behind it are no longer than this. */
const LONGEST = 6;

/** Whether 化名 or a real name follows near an offset of a text; the text is searched once. */
export function aliasesNear(text: string): (at: number) => boolean {
  const told = matchesIn(text, TOLD_NEAR);
  if (told.length === 0) return () => false;
  const near = new Uint8Array(text.length);
  for (const { index, 0: word } of told) near.fill(1, Math.max(0, index - (word === '化名' ? NEAR : LONGEST)), index);
  return (at) => near[at] === 1;
}

const isSaidBehind = (text: string, at: number, end: number): boolean => {
  const rest = text.slice(end, end + NEAR);
  return ALIAS.test(rest) || BY_REAL_NAME.test(rest) || (text.charAt(at - 1) === '“' && ALIASES.test(rest));
};

/** Whatever is said behind it to be a made-up name. */
export const aliasName: NameFinder = (reading, at) => {
  const { text } = reading;
  if (!reading.isAliasNear(at) || !isHan(text, at) || !opensAt(reading, at)) return null;
  const firstWord = reading.bounds.wordEnd(at) - at;
  for (const length of [4, 3, 2]) {
    const word = text.slice(at, at + length);
    // 文中｜卓玛: a word of the dictionary before a name is no part of it.
    if (firstWord > 1 && firstWord < length && tibetanNameAt(text, at)?.length !== length) continue;
    if (word.length < length || !mayBeGiven(word) || !isSaidBehind(text, at, at + length)) continue;
    return { end: at + length, form: 'called', certainty: 'certain' };
  }
  return null;
};
