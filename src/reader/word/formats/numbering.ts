import { childOf, type Element, elementsOf, valOf } from '../../office/xml.ts';
import type { BlockFormat, Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** One level of a list: what is written before its items. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** Of a format of its own: `001, 002, 003, ...`. */
  readonly pattern: string;
  readonly text: string;
  readonly typeface: string;
  readonly restart: number | null;
  readonly isLegal: boolean;
  readonly isHidden: boolean;
  readonly style: string | undefined;
  readonly isPicture: boolean;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** The style of lists that it takes its levels from. */
  readonly takenFrom: string | undefined;
}

interface Numbered {
  readonly list: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 9999 as it is said: 一千〇二十. `first`: whether ten is 十 or 一十. */
function counted(n: number, digits: string, units: readonly string[], zero: string, first: boolean): string {
  if (n === 0) return digits[0] ?? '';
  if (n > 9999) {
    const below = n % 10_000;
    const gap = below > 0 && below < 1000 ? zero : '';
    return `${counted(Math.floor(n / 10_000), digits, units, zero, first)}${units[3]}${gap}${below ? counted(below, digits, units, zero, true) : ''}`;
  }
  let words = '';
  let gap = false;
  for (const [place, unit] of [
    [1000, units[2]],
    [100, units[1]],
    [10, units[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / place) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    const bare = place === 10 && digit === 1 && words === '' && !first;
    words += (gap ? zero : '') + (bare ? '' : (digits[digit] ?? '')) + unit;
    gap = false;
  }
  return words;
}

const eachDigit = (n: number, digits: string) => [...String(n)].map((digit) => digits[Number(digit)] ?? '').join('');
const SIMPLE_UNITS = ['十', '百', '千', '万'];
const FORMAL_UNITS = ['拾', '佰', '仟', '万'];

function roman(n: number): string {
  const parts = 'M 1000 CM 900 D 500 CD 400 C 100 XC 90 L 50 XL 40 X 10 IX 9 V 5 IV 4 I 1'.split(' ');
  let [words, left] = ['', n];
  for (let i = 0; i < parts.length; i += 2) {
    const value = Number(parts[i + 1]);
    while (left >= value) {
      words += parts[i];
      left -= value;
    }
  }
  return words;
}

/** A … Z, AA … ZZ: the same letter, ever more often. */
const letter = (n: number) => String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

/** Signs that stand one after another in Unicode, as far as they go; behind them plain numbers. */
const inARow = (first: string, most: number) => (n: number) =>
  n >= 1 && n <= most ? String.fromCodePoint((first.codePointAt(0) ?? 0) + n - 1) : String(n);

function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

const simple = (n: number) => counted(n, DIGITS, SIMPLE_UNITS, '零', false);
/** Above 99 digit by digit: 一〇一. */
const upToHundred = (n: number) => (n < 100 ? simple(n) : eachDigit(n, DIGITS));
const formal = (n: number) => counted(n, FORMAL, FORMAL_UNITS, '零', true);
const japanese = (n: number) => counted(n, DIGITS, SIMPLE_UNITS, '', false).replace(/^一(?=[百千])/, '');
const cycle = (signs: string) => (n: number) => (n >= 1 && n <= signs.length ? (signs[n - 1] ?? '') : String(n));
const wide = (n: number) => eachDigit(n, '０１２３４５６７８９');

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (n) => letter(n).toLowerCase(),
  ordinal,
  hex: (n) => n.toString(16).toUpperCase(),
  numberInDash: (n) => `- ${n} -`,
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: inARow('①', 20),
  decimalEnclosedCircleChinese: inARow('①', 20),
  decimalEnclosedFullstop: inARow('⒈', 20),
  decimalEnclosedParen: inARow('⑴', 20),
  ideographEnclosedCircle: inARow('㊀', 10),
  chineseCounting: upToHundred,
  chineseCountingThousand: simple,
  taiwaneseCounting: upToHundred,
  taiwaneseCountingThousand: simple,
  japaneseCounting: japanese,
  ideographDigital: (n) => eachDigit(n, DIGITS),
  japaneseDigitalTenThousand: (n) => eachDigit(n, DIGITS),
  taiwaneseDigital: (n) => eachDigit(n, '○一二三四五六七八九'),
  chineseLegalSimplified: formal,
  ideographLegalTraditional: (n) => counted(n, '零壹貳參肆伍陸柒捌玖', ['拾', '佰', '仟', '萬'], '零', true),
  japaneseLegal: (n) => counted(n, '〇壱弐参四五六七八九', ['拾', '百', '千', '萬'], '', true),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: (n) =>
    n >= 1 && n <= 60 ? `${STEMS[(n - 1) % 10]}${BRANCHES[(n - 1) % 12]}` : String(n),
  none: () => '',
};

/** Above these Word counts no further, and letters stand so often that nobody does. */
const MOST = { letters: 780, others: 32_767 } as const;

/** A number as a list of this format writes it; a format that is not known writes it in digits, as Word does. */
export function numberWords(n: number, format: string, pattern = ''): string {
  const padded = /^(0+)1\b/.exec(pattern);
  if (format === 'custom' && padded) return String(n).padStart((padded[1]?.length ?? 0) + 1, '0');
  if (n > (/Letter$/.test(format) ? MOST.letters : MOST.others)) return String(n);
  if (n <= 0 && format !== 'none' && !/^decimal/.test(format))
    return n === 0 && /hinese/.test(format) ? '〇' : String(n);
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(n) ?? String(n)) : String(n);
}

function levelOf(element: Element): Level {
  const rPr = childOf(element, 'w:rPr');
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  const vanish = childOf(rPr, 'w:vanish');
  const format = childOf(element, 'w:numFmt')?.attributes;
  const restart = Number(valOf(element, 'w:lvlRestart') ?? Number.NaN);
  return {
    start: Number(valOf(element, 'w:start') ?? 0) || 0,
    format: format?.['w:val'] ?? 'decimal',
    pattern: format?.['w:format'] ?? '',
    text: valOf(element, 'w:lvlText') ?? '',
    typeface: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
    restart: Number.isInteger(restart) ? restart : null,
    isLegal: childOf(element, 'w:isLgl') !== undefined && valOf(element, 'w:isLgl') !== '0',
    isHidden: vanish !== undefined && vanish.attributes['w:val'] !== '0',
    style: valOf(element, 'w:pStyle'),
    isPicture: childOf(element, 'w:lvlPicBulletId') !== undefined,
  };
}

const levelsIn = (element: Element): Map<number, Level> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]),
  );

function numberedOf(element: Element): Numbered {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (const override of elementsOf(element).filter(({ name }) => name === 'w:lvlOverride')) {
    const at = Number(override.attributes['w:ilvl'] ?? 0);
    const start = Number(valOf(override, 'w:startOverride') ?? Number.NaN);
    if (Number.isInteger(start)) starts.set(at, start);
    const level = childOf(override, 'w:lvl');
    if (level) levels.set(at, levelOf(level));
  }
  return { list: valOf(element, 'w:abstractNumId') ?? '', starts, levels };
}

/** How far a list has come. */
interface Count {
  /** Numbers of the levels down to that of the last item. */
  numbers: number[];
  /** The last number of each level, and the highest level that an item has had since. */
  readonly last: Map<number, { number: number; above: number }>;
  /** The restarts that have been done. */
  readonly restarted: Set<string>;
}

/** What the program writes before an item by itself. */
export interface ItemLabel {
  readonly label: string | null;
  readonly level: number;
  readonly ordered: boolean;
}

export interface Numbering {
  /** Counts one more item; null: what stands before it is nothing, as if it were none. */
  readonly next: (list: NonNullable<BlockFormat['list']>, styles: readonly string[]) => ItemLabel | null;
}

function bulletOf({ text, typeface, isPicture }: Level): string {
  if (isPicture) return '•';
  // A sign that few typefaces have is a point like others.
  const shown = (sign: string) => symbolOf(typeface, sign.codePointAt(0) ?? 0) ?? '•';
  return [...text].map((sign) => (/^[\0-\u2aff\u3000-\uffff]$/u.test(shown(sign)) ? shown(sign) : '•')).join('');
}

/** The lists of a document, counted item by item as Word counts them: several numbers of one list go on together. */
export function numberingOf(root: Element | null, styles: Styles): Numbering {
  const lists = new Map<string, List>();
  const numbered = new Map<string, Numbered>();
  for (const element of elementsOf(root ?? undefined)) {
    const id = element.attributes['w:abstractNumId'] ?? element.attributes['w:numId'] ?? '';
    if (element.name === 'w:abstractNum')
      lists.set(id, { levels: levelsIn(element), takenFrom: valOf(element, 'w:numStyleLink') });
    if (element.name === 'w:num') numbered.set(id, numberedOf(element));
  }
  /** The list whose levels a number uses; one that is taken from a style leads to another, once. */
  function listOf(id: string): readonly [id: string, list: List | undefined] {
    const list = lists.get(id);
    const number = list?.takenFrom === undefined ? undefined : styles.listOf(list.takenFrom);
    const other = number === undefined ? undefined : numbered.get(number)?.list;
    return other === undefined ? [id, list] : [other, lists.get(other)];
  }
  const counts = new Map<string, Count>();

  function count(of: Count, number: string, level: number, own: Numbered, start: (level: number) => number): number[] {
    const numbers = of.numbers.slice(0, level);
    // Levels that were left out stand as if there had been one.
    while (numbers.length < level) numbers.push(start(numbers.length));
    const override = own.starts.get(level);
    const key = `${number}/${level}`;
    const before = of.last.get(level);
    const goesOn = of.numbers[level];
    let next = goesOn === undefined ? start(level) : goesOn + 1;
    const restart = listOf(own.list)[1]?.levels.get(level)?.restart ?? null;
    if (goesOn === undefined && before && restart !== null && before.above >= restart) next = before.number + 1;
    if (override !== undefined && !of.restarted.has(key)) next = override;
    of.restarted.add(key);
    for (const one of of.last.values()) one.above = Math.min(one.above, level);
    of.last.set(level, { number: next, above: 9 });
    numbers.push(next);
    of.numbers = numbers;
    return numbers;
  }

  return {
    next: ({ number, level: stated, ofStyle }, styleIds) => {
      const own = numbered.get(number);
      if (!own) return null;
      const [id, list] = listOf(own.list);
      const levelAt = (at: number) => own.levels.get(at) ?? list?.levels.get(at);
      const linked = [...(list?.levels ?? [])].filter(([, { style }]) => style !== undefined);
      const ofItsStyle = styleIds.flatMap((styleId) => linked.find(([, { style }]) => style === styleId) ?? [])[0];
      const at = stated ?? (typeof ofItsStyle === 'number' ? ofItsStyle : ofStyle);
      const level = levelAt(at);
      if (!level) return null;
      const counting = counts.get(id) ?? { numbers: [], last: new Map(), restarted: new Set() };
      counts.set(id, counting);
      const start = (of: number) => own.starts.get(of) ?? levelAt(of)?.start ?? 1;
      const numbers = count(counting, number, at, own, start);
      if (level.format === 'bullet') {
        const label = bulletOf(level);
        return { label: level.isHidden || label.trim() === '' ? null : label, level: at, ordered: false };
      }
      const label = level.text.replaceAll(/%([1-9])/g, (_, digit) => {
        const of = Number(digit) - 1;
        const { format = 'decimal', pattern = '' } = levelAt(of) ?? {};
        const shown = level.isLegal && format !== 'none' ? 'decimal' : format;
        return of > at ? '' : numberWords(numbers[of] ?? 1, shown, pattern);
      });
      const trimmed = label.replaceAll(/^ +| +$/g, '');
      if (trimmed === '' && level.format === 'none') return null;
      return {
        label: level.isHidden || trimmed === '' ? null : trimmed,
        level: at,
        ordered: level.format !== 'none',
      };
    },
  };
}
