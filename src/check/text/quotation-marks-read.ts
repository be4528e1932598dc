import type { Range } from '../prose/prose.ts';

/** A mark of a pair where it stands; round brackets of both widths are one kind. */
export interface Mark {
  readonly at: number;
  readonly char: string;
  /** The opening mark of its pair. */
  readonly kind: string;
  readonly opens: boolean;
  /** A closing bracket behind a number or letter: 1） may be the label of an item. */
  readonly label: boolean;
}

/** What is wrong with the marks of one block. */
export type MarkFault = Range & {
  readonly kind: string;
  readonly fault: 'unclosed' | 'unopened' | 'twice' | 'crossed' | 'mixed' | 'nested';
};

/** Opening marks and what closes them. */
export const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '（': '）',
  '【': '】',
  '〔': '〕',
};
const OPENS = new Map(Object.entries(CLOSES).map(([open, close]) => [close, open]));
const ANY = /[“”‘’《》〈〉「」『』（）【】〔〕()]/gu;
const LETTER = /\p{Script=Latin}/u;
const LABEL =
  /(?:^|[^\p{Script=Han}\p{L}\d]|[^件第表图页条项款章附级年\p{L}\d.]|[括为是有])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]{1,4})$/u;

/** Whether a single quotation mark stands in or beside a Latin word, a year or a measure: don’t, ’19, 29°14’. */
const isApostrophe = (text: string, at: number, char: string) => {
  const [before, behind] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (LETTER.test(before) && LETTER.test(behind)) return true;
  return char === '‘' && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4)) && !text.slice(at + 1, at + 30).includes('’');
};

/** 29°14’30”, 5’30”: minutes and seconds. */
const isMeasure = (text: string, at: number) => /[’'′°]\d{1,2}(?:\.\d+)?$/u.test(text.slice(Math.max(0, at - 8), at));
const isSmiley = (text: string, at: number) => /(?:[:;=][-^o']?|：)$/u.test(text.slice(Math.max(0, at - 2), at));

/** All marks of a text that want a partner. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(ANY)].flatMap(({ index: at, 0: char }): Mark[] => {
    if ((char === '’' || char === '‘') && isApostrophe(text, at, char)) return [];
    if (char === '”' && isMeasure(text, at)) return [];
    if ((char === '(' || char === ')' || char === '）') && isSmiley(text, at)) {
      if (char !== '(' || !text.slice(at, at + 60).includes(')')) return [];
    }
    const wide = char === '(' ? '（' : char === ')' ? '）' : char;
    const opens = Object.hasOwn(CLOSES, wide);
    const label = wide === '）' && LABEL.test(text.slice(Math.max(0, at - 6), at));
    return [{ at, char, kind: opens ? wide : (OPENS.get(wide) ?? wide), opens, label }];
  });
}

/** A closing ’ without its partner that is an apostrophe after all: students’, ’19, 6’. */
export const mayBeApostrophe = (text: string, at: number): boolean =>
  /[\p{Script=Latin}\d]/u.test((text[at - 1] ?? '') + (text[at + 1] ?? ''));
