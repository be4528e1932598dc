import { chineseNumber } from './chinese-number.ts';

/** The number that a paragraph begins with, as the document prints it and as it is cited. */
export interface Numbering {
  /** 四, （一）, 1, 第三条, 一是, ①, 1.2.3. */
  readonly printed: string;
  /** Numbers of one form count on from one another, so a form says how deep in its heading a paragraph stands. */
  readonly form: string;
}

const HAN = '[零〇一二三四五六七八九十百千两]+';
/** What begins with a quantity and no number: 1.5万元, 30.5公里. */
const UNIT = '(?![\\d.]*\\s*[%％‰万亿元人倍米公里吨升度天年月日时分秒个名次张册平])';

/** Printed forms, the longer ones first; what is captured is what is cited. */
const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ...['编', '篇', '部分', '章', '节', '条', '款', '项', '目'].map(
    (unit) => [unit, new RegExp(`^(第\\s*(?:${HAN}|\\d+)\\s*${unit})(?![^\\s：:、，．.]{0,2}第)`, 'u')] as const,
  ),
  ['一是', new RegExp(`^((?:${HAN})是)(?!否)`, 'u')],
  ['一、', new RegExp(`^(${HAN})[、．.]`, 'u')],
  ['（一）', new RegExp(`^([（(]${HAN}[）)])`, 'u')],
  ['1.1', new RegExp(`^(\\d+(?:\\.\\d+)+)${UNIT}(?=[\\s．.、：:\\p{Script=Han}])`, 'u')],
  ['1.', /^(\d+)\s*[．.、](?!\d)/u],
  ['（1）', /^([（(]\d+[）)])/u],
  ['1）', /^(\d+[）)])/u],
  ['①', /^([①-⑳㉑-㉟㊱-㊿❶-❿])/u],
  ['甲、', /^([甲乙丙丁戊己庚辛壬癸])[、．.]/u],
  ['I.', /^(\p{Nl}+)[、．.\s]/u],
  ['A.', /^([A-Za-z])[、．.](?!\w)/u],
  ['（A）', /^([（(][A-Za-z][）)])/u],
];

/** Brackets as they are cited, whichever were typed. */
const cited = (printed: string) => printed.replaceAll('(', '（').replaceAll(')', '）').replaceAll(/\s/gu, '');

/** The number that stands at the beginning of a text; null where none stands there. */
export function printedNumbering(text: string): Numbering | null {
  const start = text.trimStart();
  for (const [form, pattern] of FORMS) {
    const printed = pattern.exec(start)?.[1];
    if (printed !== undefined) return { printed: cited(printed), form };
  }
  return null;
}

/** A heading without the number that it begins with: 工作制度 of 五、工作制度, 提高认识 of 1．提高认识. */
export const withoutNumbering = (text: string): string =>
  text.replace(/^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[．.、])\s*/u, '').trim();

/**
 * A number that was written by itself, whatever sign a document prints behind it: 三 of 三、, 2 of 2．. What has no known
 * form (附则) is cited as it stands.
 */
export function statedNumbering(number: string): Numbering {
  const bare = number.trim();
  const found = printedNumbering(bare) ?? printedNumbering(`${bare}、`);
  return found ?? { printed: bare, form: 'own' };
}

/** The number of a paragraph: what the content says, else what its text begins with. */
export function numberingOf({ number, text }: { number?: string | undefined; text: string }): Numbering | null {
  return number === undefined ? printedNumbering(text) : statedNumbering(number);
}

/** Whether two writings mean the same number: 3 and 3．, （一） and (一), 第三条. */
export function sameNumber(a: string, b: string): boolean {
  return statedNumbering(a).printed === statedNumbering(b).printed;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** How many a printed number counts: 3 of 第三条, （三）, 3 and ③; null where it counts nothing, or by levels (1.2.3). */
export function ordinalOf(number: number | string): number | null {
  if (typeof number === 'number') return number;
  const bare = /^(?:第\s*)?[（(]?\s*(\d+|[零〇一二三四五六七八九十百千两]+|[①-⑳])\s*[）)]?(?:\D{0,2})$/u.exec(
    number,
  )?.[1];
  if (bare === undefined) return null;
  if (CIRCLED.includes(bare)) return CIRCLED.indexOf(bare) + 1;
  return /^\d+$/.test(bare) ? Number(bare) : chineseNumber(bare);
}

/** A number where there is no room for more than digits: 3 of 第三条. */
export const shortNumber = (number: number | string): string => String(ordinalOf(number) ?? number);

/**
 * The number a project is shown with: as its clause prints it. Plain ones (1．) are numbers, as content may write all.
 */
export function numberOfProject(own: number | string, clause: Parameters<typeof numberingOf>[0] | undefined) {
  const numbering = clause ? numberingOf(clause) : null;
  if (numbering === null) return own;
  return numbering.form === '1.' ? Number(numbering.printed) : numbering.printed;
}

/** Whether a project may be said to have this number where its clause prints that one: 3 too for 第三条. */
export function isNumbered(own: number | string, printed: string): boolean {
  if (typeof own === 'string' && sameNumber(own, printed)) return true;
  const value = ordinalOf(own);
  return value !== null && value === ordinalOf(printed) && (typeof own === 'number' || /^[\d\s]+$/.test(own));
}

/** Numbers that run through a whole document: they need no heading above them to be found. */
const ALONE: ReadonlySet<string> = new Set(['条', '1.1']);

/** Whether a number names its paragraph without the headings above. */
export const standsAlone = ({ form }: Pick<Numbering, 'form'>): boolean => ALONE.has(form);

/** Numbers one below the other as one citation: 四（一）1; 五、1; 第三条（二）; 第二章第一节; 第三条，一是. */
export function citationOf(numbers: readonly string[]): string {
  return numbers.reduce((above, number) => {
    if (above === '') return number;
    const bracketed = /^[（①-㊿❶-❿]/u.test(number) || /[）①-㊿❶-❿]$/u.test(above);
    const counted = /^第.+[编篇部分章节条款项目]$/u;
    if (bracketed || (counted.test(above) && counted.test(number))) return above + number;
    const bare = /^(?:[零〇一二三四五六七八九十百\d]+|[甲乙丙丁戊己庚辛壬癸])$/u;
    return bare.test(above) && bare.test(number) ? `${above}、${number}` : `${above}，${number}`;
  }, '');
}
