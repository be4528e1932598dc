import { Converter } from 'opencc-js';
import { LETTER_FORMS, usualForm } from '#domain/search/letter-forms.ts';

const HAN: readonly (readonly [number, number])[] = [
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2ffff],
];

/** Between characters that are converted at once: no rule of OpenCC goes across it. */
const GAP = '\n';

type Pair = readonly [traditional: string, simplified: string];

let known: readonly Pair[] | undefined;

/** All pairs, written `麥麦萬万`: traditional first, sorted; behind them forms of letters. For making an index. */
export function allPairs(): string {
  known ??= findPairs();
  return known.flat().join('');
}

/**
 * Those of the pairs whose simplified form is among the characters in either spelling: others cannot be found anyway.
 * All spellings of one character stay together, so that their marks are those of {@link allPairs}.
 */
export function pairsOf(characters: ReadonlySet<string>): string {
  known ??= findPairs();
  const shown = new Set(known.filter(([from]) => characters.has(from)).map(([, to]) => to));
  return known
    .filter(([, to]) => characters.has(to) || shown.has(to))
    .flat()
    .join('');
}

let converters: Record<'t' | 'tw' | 'hk', (text: string) => string> | undefined;
let common: ReadonlySet<string> | undefined;

/** What one character becomes by itself in one kind of writing; the same where nothing or a word of more characters. */
function single(character: string, from: 't' | 'tw' | 'hk'): string {
  const make = (kind: 't' | 'tw' | 'hk') => Converter({ from: kind, to: 'cn' });
  converters ??= { t: make('t'), tw: make('tw'), hk: make('hk') };
  const to = converters[from](character);
  return [...to].length === 1 ? to : character;
}

function folded(character: string): string {
  if (character.normalize('NFKC') !== character) return character;
  common ??= simplifiedCharacters();
  const plain = single(character, 't');
  if (plain !== character || common.has(character)) return plain;
  const hongKong = single(character, 'hk');
  return hongKong !== character ? hongKong : single(character, 'tw');
}

/** The simplified or usual form of one character, as {@link allPairs} has it, without making all of them. */
export function simplifiedOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let to = usualForm(character);
  if (HAN.some(([first, last]) => code >= first && code <= last)) for (let step = 0; step < 4; step++) to = folded(to);
  return to;
}

/**
 * Every single character that becomes one other one. What Hong Kong and Taiwan write differently counts only where the
 * character is no simplified one itself: 著 and 么 are. A compatibility form needs no pair, it is folded as one.
 */
function findPairs(): Pair[] {
  const characters = [...hanCharacters()].filter((character) => character.normalize('NFKC') === character);
  const simplified = simplifiedCharacters();
  const pairs = new Map(changed(characters, 't'));
  const others = characters.filter((character) => !pairs.has(character) && !simplified.has(character));
  for (const [from, to] of [...changed(others, 'tw'), ...changed(others, 'hk')]) pairs.set(from, to);
  return [...[...pairs.keys()].sort().map((from): Pair => [from, endOf(from, pairs)]), ...letterPairs()];
}

/** Letters of another script that readers take for one: they fold like characters. */
const letterPairs = (): Pair[] =>
  [...LETTER_FORMS].flatMap((from, i, all): Pair[] => (i % 2 === 0 ? [[from, all[i + 1] ?? from]] : []));

function changed(characters: readonly string[], from: 't' | 'hk' | 'tw'): [string, string][] {
  const results = Converter({ from, to: 'cn' })(characters.join(GAP)).split(GAP);
  return characters.flatMap((character, i): [string, string][] => {
    const to = results[i] ?? character;
    return to !== character && [...to].length === 1 ? [[character, to]] : [];
  });
}

function* hanCharacters(): Generator<string> {
  for (const [first, last] of HAN) for (let code = first; code <= last; code++) yield String.fromCodePoint(code);
}

/** A pair must not lead to what folds again: a text is folded once. */
function endOf(from: string, pairs: ReadonlyMap<string, string>): string {
  let to = from;
  for (let step = 0; step < 4; step++) to = pairs.get(to) ?? to;
  return to;
}

/** The characters of GB 2312, the common simplified ones: read from the encoding's own rows 16–87. */
function simplifiedCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}
