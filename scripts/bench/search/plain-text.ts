import { Converter } from 'opencc-js';

/** A text as it is compared, and where in it a number goes on. */
export interface PlainText {
  readonly text: string;
  /** One entry a place in the text: 1 where the characters before and behind it belong to one number. */
  readonly inNumber: Uint8Array;
}

const NUMBER =
  /(?:[0-9]{1,3}(?:,[0-9]{3})+|[０-９]{1,3}(?:，[０-９]{3})+)(?![0-9０-９])(?:[.．][0-9０-９]+)*|[0-9０-９]+(?:[.．][0-9０-９]+)*/gu;
const NOTHING = /^[\s\p{Default_Ignorable_Code_Point}]$/u;
const DASH = /[-‐‑‒–—―─−ー]/gu;

const toSimplified = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

/** One character: NFKC, simplified, lower case, all dashes one; nothing of white space. */
function plainCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = NOTHING.test(character)
    ? ''
    : [...character.normalize('NFKC')]
        .map((one) => toSimplified(one))
        .join('')
        .toLowerCase()
        .replace(DASH, '-')
        .replace(/\s/gu, '');
  known.set(character, plain);
  return plain;
}

/** A text as it is compared: spelling and white space make no difference, the borders of numbers do. */
export function plainText(raw: string): PlainText {
  const goesOn = new Set<number>();
  for (const { 0: number, index } of raw.matchAll(NUMBER)) {
    for (let i = 1; i < number.length; i++) goesOn.add(index + i);
  }
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of raw) {
    const plain = plainCharacter(character);
    if (goesOn.has(at) && plain !== '') places.push(text.length);
    text += plain;
    at += character.length;
  }
  const inNumber = new Uint8Array(text.length + 1);
  for (const place of places) inNumber[place] = 1;
  return { text, inNumber };
}

/** Whether a text holds another one, numbers only whole: `20人` is not in `120人`, `2亿` not in `1.2亿`. */
export function contains(whole: PlainText, part: PlainText): boolean {
  if (part.text === '') return false;
  for (let at = whole.text.indexOf(part.text); at >= 0; at = whole.text.indexOf(part.text, at + 1)) {
    if (part.inNumber.every((goesOn, i) => goesOn === whole.inNumber[at + i])) return true;
  }
  return false;
}
