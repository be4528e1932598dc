import type { Certainty } from '#domain/people/mentions.ts';
import { matchesIn } from '../text/glance.ts';
import { isTypicalGiven, mayBeGiven, surnameAt } from '../text/names/characters.ts';
import { cueAfter, cueBefore } from '../text/names/cues.ts';
import { isOfDottedName, isSound } from '../text/names/dotted.ts';
import { isOrdinaryWord } from '../text/names/han.ts';
import { namesIn } from '../text/names/names.ts';
import { wordBoundsOf } from '../text/names/reading.ts';
import { isTibetanSyllable, tibetanNameAt } from '../text/names/tibetan.ts';

/** A name in a text, as `slice` counts. */
export interface PlacedName {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
}

/** How words end that say what somebody is, or that are an office, a place, a paper. */
const NO_NAME_END =
  /(?:[们者员师生长民部处局委会校院所馆社报队班组站办网厅室乡镇县市区省州村厂店司书信文案知表单法友方团级科课系童孩人里上下中内外]|代表|大家|全体|同学|学生|孩子|大学|小学|中心|公司|集团|编者|匿名|化名|佚名|不详)$/u;
const NO_NAME_BEGIN = /^(?:谢谢|感谢)|^[一二三四五六七八九十两几各全某这那本我你他她无每第近约]/u;
const MARKS = /^[\s“”‘’"'「」『』【】<>〈〉*＊·—－-]+|[\s“”‘’"'「」『』【】<>〈〉*＊·—－-]+$/gu;
const DOTTED = /^\p{Script=Han}{1,10}(?:[·•・‧∙.．]\p{Script=Han}{1,10}){1,3}$/u;
const LATIN =
  /^\p{Lu}[\p{Script=Latin}\p{M}'’.-]{0,30}(?: {1,2}\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]{0,30}){0,3}$/u;
const LATIN_AMONG_HAN =
  /\p{Lu}[\p{Script=Latin}\p{M}'’.-]{0,30}(?: {1,2}\p{Lu}[\p{Script=Latin}\p{M}'’.-]{0,30}){0,3}/gu;
const CAPITALS = /^[A-Z\d.-]{1,6}$/u;
const OTHER_SCRIPTS =
  /^[\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Cyrillic}\p{M}][\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Cyrillic}\p{M} ·.-]{1,60}$/u;

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);
const isOneWord = (text: string) => wordBoundsOf(text).wordEnd(0) >= text.length;
const isRole = (text: string) =>
  cueBefore(text, text.length)?.word.length === text.length || cueAfter(text, 0)?.word.length === text.length;
const every = (text: string, is: (character: string) => boolean) => [...text].every(is);

/** A surname and one or two characters, as they stand where a name is expected. */
function hanShape(text: string): Certainty | null {
  const surname = surnameAt(text, 0);
  const given = text.slice(surname?.length ?? 0);
  if (NO_NAME_BEGIN.test(text)) return null;
  if (!surname || given.length === 0 || given.length > 2 || !mayBeGiven(given)) return null;
  const word = isOneWord(text);
  if (isTypicalGiven(given)) return word || (!surname.common && given.length === 1) ? 'likely' : 'certain';
  if (word || NO_NAME_END.test(text)) return null;
  return surname.common ? 'certain' : 'likely';
}

/** Parts of names of other languages, joined by dots. */
const isDotted = (text: string) => DOTTED.test(text) && isOfDottedName(text.replaceAll(/[·•・‧∙.．]/gu, ''));

/** Whether a text alone is found to be a name, all of it. */
const isFound = (text: string) => namesIn(text).some(({ start, end }) => start === 0 && end === text.length);

/** Whether a text that stands where somebody's name is expected is one by its form; the whole of it. */
function shapeOf(text: string): Certainty | null {
  if (OTHER_SCRIPTS.test(text) || isDotted(text)) return 'certain';
  if (LATIN.test(text)) return CAPITALS.test(text) ? null : 'certain';
  if (!isHan(text) || text.length < 2 || text.length > 8) return null;
  if (isRole(text)) return null;
  if (tibetanNameAt(text, 0)?.length === text.length) return 'certain';
  if (text.startsWith('样例')) return /^样例[甲乙丙丁戊己庚辛壬癸]$/u.test(text) || isFound(text) ? 'certain' : null;
  if (surnameAt(text, 0) && /^.{1,2}某{1,2}$/u.test(text)) return 'certain';
  if (text.length < 5) {
    const han = hanShape(text);
    if (han) return han;
  }
  if (NO_NAME_BEGIN.test(text) || NO_NAME_END.test(text)) return null;
  const word = isOneWord(text);
  if (every(text, isTibetanSyllable) || every(text, isSound)) return word ? 'likely' : 'certain';
  if (text.length > 4 || !mayBeGiven(text) || word) return null;
  return /^[小阿老]/u.test(text) || text.charAt(0) === text.charAt(1) ? 'certain' : 'likely';
}

/** A part of a text. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** A piece without what stands at its ends: spaces, quotation marks, dashes. */
function trimmed({ text, start }: Piece): Piece {
  const lead = /^[\s“”‘’"'「」『』【】<>〈〉*＊·—－-]*/u.exec(text)?.[0].length ?? 0;
  return { text: text.replaceAll(MARKS, ''), start: start + lead };
}

const part = ({ text, start }: Piece, from: number, to: number): Piece => ({
  text: text.slice(from, to),
  start: start + from,
});

/** A piece without the words at its ends that say who somebody is: 支教老师李小禾, 冯远志老师. */
function withoutRoles(piece: Piece): Piece[] {
  const { text } = piece;
  const found: Piece[] = [];
  for (let at = 2; at < text.length; at++) {
    const whole = cueAfter(text, at);
    if (whole && at + whole.word.length === text.length) found.push(part(piece, 0, at));
  }
  const role = cueBefore(text, text.length);
  if (role && role.word.length > 1) found.push(part(piece, 0, text.length - role.word.length));
  for (let at = 1; at + 1 < text.length; at++) {
    const before = cueBefore(text, at);
    if (before && before.word.length > 1) found.push(part(piece, at, text.length));
  }
  return found;
}

const placed = ({ text, start }: Piece, certainty: Certainty): PlacedName[] => [
  { start, end: start + text.length, certainty },
];

/** The names of a piece that holds a name, with or without words around it. */
function namesOfPiece(raw: Piece): PlacedName[] {
  const piece = trimmed(raw);
  if (piece.text.length < 2) return [];
  const own = shapeOf(piece.text);
  if (own) return placed(piece, own);
  for (const less of withoutRoles(piece)) {
    const shape = shapeOf(less.text);
    if (shape === 'certain') return placed(less, shape);
  }
  // Names in other letters among Han words: 支教志愿者 Tsering Dolma.
  const latin = /\p{Script=Han}/u.test(piece.text) ? matchesIn(piece.text, LATIN_AMONG_HAN) : [];
  const inOther = latin.flatMap(({ index, 0: name }) => {
    const one = trimmed({ text: name, start: piece.start + index });
    return CAPITALS.test(one.text) ? [] : placed(one, 'certain');
  });
  if (inOther.length > 0) return inOther;
  const joined = piecesOf(piece, /[和与及跟]/u);
  if (joined.length > 1) {
    const each = joined.flatMap((one) => (one.text === piece.text ? [] : namesOfPiece(one)));
    if (each.some(({ certainty }) => certainty === 'certain')) return each;
  }
  if (DOTTED.test(piece.text)) return placed(piece, 'likely');
  return namesIn(piece.text).map(({ start, end, certainty }) => ({
    ...{ start: start + piece.start, end: end + piece.start, certainty },
  }));
}

/** A text cut at the characters that part names. */
function piecesOf({ text, start }: Piece, parting: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !parting.test(text.charAt(at))) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), start: start + from });
    from = at + 1;
  }
  return pieces;
}

const PARTS = /[、，,；;：:/／&＆\n\u3000｜|。！!？?（）()]/u;
/** A name of two characters, set apart to the width of three: 王　磊. */
const SPACED = /(?<!\p{Script=Han})\p{Script=Han}[ \u3000]{1,4}\p{Script=Han}(?!\p{Script=Han})/gu;
/** What is said to be somebody's other name. */
const MARKED = /[（(][^（()）]{0,8}化名[^（()）]{0,8}[）)]/gu;

/** The length of the longest name that a reader of fields knows. */
const LONGEST_FIELD = 400;

/**
 * The names in a field that holds people: its place is the evidence, so that any likely form is one. Words that say what
 * somebody is, offices and titles of works are none.
 */
export function namesInField(whole: string): PlacedName[] {
  const text = whole.slice(0, LONGEST_FIELD).replaceAll(/《[^《》]{0,100}》/gu, (work) => '、'.repeat(work.length));
  const found: PlacedName[] = [];
  const marked = matchesIn(text, MARKED).map(({ index }) => index);
  const spaced = matchesIn(text, SPACED).filter(({ 0: name }) => shapeOf(name.replaceAll(/[ \u3000]/gu, '')));
  const taken = spaced.map(({ index, 0: name }): PlacedName => ({ ...span(index, name), certainty: 'certain' }));
  let rest = text;
  for (const { start, end } of taken) rest = `${rest.slice(0, start)}${'、'.repeat(end - start)}${rest.slice(end)}`;
  for (const piece of piecesOf({ text: rest, start: 0 }, PARTS)) {
    const bare = trimmed(piece);
    const isMarked = marked.includes(piece.start + piece.text.length);
    if (isMarked && bare.text.length > 1 && bare.text.length < 13) {
      found.push(...placed(bare, 'certain'));
      continue;
    }
    // 李小禾 张远舟: several words of which each may be a name; Latin names hold spaces themselves.
    const words = /\p{Script=Han} +\p{Script=Han}/u.test(bare.text) ? piecesOf(bare, /\s/u) : [bare];
    for (const word of words) found.push(...namesOfPiece(word));
  }
  return [...taken, ...found].toSorted((a, b) => a.start - b.start);
}

const span = (start: number, text: string) => ({ start, end: start + text.length });

/** 江边, 高处: a place beside something. 甲项, 丁组: one of several that have no names. */
const ORDINARY_FORM = /^.[边旁侧岸畔间头口处]$|^[甲乙丙戊己庚辛壬癸]\p{Script=Han}$|^丁[项事组队班方级等类区村户]$/u;
/** Whether a text is made like a name but stands for a place or for one of several: 江边, 甲组. */
export const isOrdinary = (text: string, certainty: Certainty): boolean =>
  isOrdinaryWord(text) || (certainty === 'likely' && ORDINARY_FORM.test(text));

const NUMBERED = /^[\s\d０-９一二三四五六七八九十百①-⑳（(]{0,6}[．.、)）]\s*/u;
/** Longer words are a sentence, no heading of one person. */
const LONGEST_LEAD = 16;

/**
 * The name that a heading, a bold lead-in, a table cell or a line of its own consists of: 冯远志, 1．张远舟. Where anything
 * may stand, more than the form is asked for than in a field.
 */
export function leadName(whole: string): PlacedName | null {
  if (whole.length > LONGEST_LEAD) return null;
  const number = NUMBERED.exec(whole)?.[0].length ?? 0;
  const { text, start } = trimmed({ text: whole.slice(number), start: number });
  if (text.length < 2) return null;
  const [only] = namesIn(text);
  if (only && only.end - only.start === text.length) {
    const { certainty } = only;
    return isOrdinary(text, certainty) ? null : { ...span(start, text), certainty };
  }
  if (isDotted(text)) return { ...span(start, text), certainty: 'certain' };
  const surname = surnameAt(text, 0);
  if (!surname?.common || text.length !== surname.length + 2 || hanShape(text) === null || isRole(text)) return null;
  return NO_NAME_END.test(text) ? null : { ...span(start, text), certainty: 'likely' };
}
