import { letterOf } from '../../search/signs.ts';
import type { NameSpelling } from './spelling.ts';

/** What a character is to a reader of names. */
export type CharacterKind = 'unit' | 'none' | 'space' | 'dot' | 'hyphen' | 'apostrophe';

/** A character as it is compared: what it is, and the code points that stand for it where it is a unit. */
export interface FoldedCharacter {
  readonly kind: CharacterKind;
  readonly codes: readonly number[];
}

/** Signs between the parts of a name; the index of the search writes the first one as a letter of its own. */
const DOTS = new Set([...'·•・‧∙･⋅᛫⸱․.．་༌', letterOf('·')?.letter ?? '·', '\u0387']);
const HYPHENS = new Set([...'-‐‑﹣－_＿']);
const APOSTROPHES = new Set([..."'’‘ʼ`´＇"]);
/** Accents: `chén` is `chen`. Signs of other scripts (vowels of Tibetan) are letters. */
const ACCENT = /^[\u0300-\u036f]$/u;
const NO_WIDTH = /^\p{Default_Ignorable_Code_Point}$/u;
const BLANK = /^[\s\u2800]$/u;
/** Would become dots by their compatibility form, and are a pause. */
const PAUSES = new Set(['…', '‥']);

/**
 * The radicals of the supplement (U+2E80–2EFF) that are characters too and that no normal form joins with them. Pairs:
 * the radical, the character.
 */
const RADICALS =
  '⺁厂⺄乙⺇几⺈刀⺋卩⺏尢⺕彐⺖忄⺘扌⺙攵⺛旡⺠民⺡氵⺢水⺣灬⺤爪⺧牛⺨犭⺩王⺪疋⺬示⺭礻⺮竹⺯糸⺰纟⺲网⺶羊⺷羊⺹老⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻰龙⻱龟⻲龟⻳龟';

const radicals = new Map<string, string>();
for (const [i, character] of [...RADICALS].entries()) {
  if (i % 2 === 0) radicals.set(character, [...RADICALS][i + 1] ?? character);
}

const none: FoldedCharacter = { kind: 'none', codes: [] };
const space: FoldedCharacter = { kind: 'space', codes: [] };
const dot: FoldedCharacter = { kind: 'dot', codes: [] };
const hyphen: FoldedCharacter = { kind: 'hyphen', codes: [] };
const apostrophe: FoldedCharacter = { kind: 'apostrophe', codes: [] };

function folded(character: string, simplified: NameSpelling['simplified']): FoldedCharacter {
  if (DOTS.has(character)) return dot;
  if (HYPHENS.has(character)) return hyphen;
  if (APOSTROPHES.has(character)) return apostrophe;
  if (BLANK.test(character)) return space;
  if (NO_WIDTH.test(character) || ACCENT.test(character)) return none;
  if (PAUSES.has(character)) return { kind: 'unit', codes: [character.codePointAt(0) ?? 0] };
  const plain = (radicals.get(character) ?? character).normalize('NFKC').toLowerCase();
  const latin = /^\p{Script=Latin}/u.test(plain) ? plain.normalize('NFKD').replaceAll(/[\u0300-\u036f]/gu, '') : plain;
  const codes = [...latin].map((one) => simplified(one).codePointAt(0) ?? 0);
  return codes.length > 0 ? { kind: 'unit', codes } : none;
}

/** How characters are compared in names, as a function that remembers each. */
export type FoldCharacter = (code: number) => FoldedCharacter;

const made = new WeakMap<NameSpelling, FoldCharacter>();

/**
 * How characters are compared: simplified, lower case, half width, without accents; radicals as the characters they
 * look like; what has no width is nothing.
 */
export function characterFolding(spelling: NameSpelling): FoldCharacter {
  const before = made.get(spelling);
  if (before) return before;
  const known = new Map<number, FoldedCharacter>();
  const fold = (code: number): FoldedCharacter => {
    const found = known.get(code);
    if (found) return found;
    const result = folded(String.fromCodePoint(code), spelling.simplified);
    known.set(code, result);
    return result;
  };
  made.set(spelling, fold);
  return fold;
}
