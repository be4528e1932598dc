import { Converter } from 'opencc-js';
import { type Chance, chanceOf } from './chance.ts';
import { type TruePage, truthOf } from './truth.ts';
import { type Texts, textsOf } from './windows.ts';

/** What is typed into the search, with the kind of thing it is. */
export interface Query {
  readonly kind: QueryKind;
  readonly text: string;
}

/** The kinds, in the order of the table, in a reader's words. */
export const QUERY_KINDS = [
  '一个字',
  '两个字',
  '三个字',
  '四个字',
  '六个字',
  '带标点',
  '半句话',
  '地名和项目',
  '人名',
  '数字',
  '字母',
  '繁体',
  '全角',
  '两个词',
  '没有的',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** Names that a list of queries holds all of. */
export interface QueryNames {
  readonly places: readonly string[];
  readonly people: readonly string[];
}

export interface SampleOptions {
  readonly names: QueryNames;
  readonly seed: number;
  /** About how many of each sampled kind; names are all taken. */
  readonly each: number;
}

const toTraditional = Converter({ from: 'cn', to: 't' });
const full = (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

/** A list of queries from the pages' own text, the same for the same pages and seed; none twice. */
export function sampleQueries(pages: readonly TruePage[], { names, seed, each }: SampleOptions): Query[] {
  const chance = chanceOf(seed);
  const texts = textsOf(pages, chance);
  const few = Math.ceil(each / 2);
  const samples: Readonly<Record<QueryKind, readonly string[]>> = {
    一个字: texts.han(1, few),
    两个字: texts.han(2, each),
    三个字: texts.han(3, each),
    四个字: texts.han(4, each),
    六个字: texts.han(6, few),
    带标点: texts.punctuated(few),
    半句话: texts.sentences(few),
    地名和项目: names.places,
    人名: names.people,
    数字: texts.numbers(few),
    字母: texts.letters(few),
    繁体: texts.han(3, each).map(toTraditional).filter(isTraditional).slice(0, few),
    全角: texts.numbers(few).map(full),
    两个词: pairs(texts, chance, few),
    没有的: absent(pages, texts, chance, few),
  };
  const seen = new Set<string>();
  return QUERY_KINDS.flatMap((kind) => samples[kind].map((text) => ({ kind, text }))).filter(
    ({ text }) => text !== '' && !seen.has(text) && seen.add(text),
  );
}

const toSimplified = Converter({ from: 't', to: 'cn' });
const isTraditional = (text: string) => [...text].some((character) => toSimplified(character) !== character);

/** Two words each, parted as people part them; some pages hold both, of some pairs none does. */
function pairs({ han }: Texts, chance: Chance, count: number): string[] {
  const [first, second] = [han(2, count), chance.shuffled(han(3, count))];
  return first.map((one, i) => `${one}${['　', ' ', '、', '，'][i % 4]}${second[i] ?? ''}`);
}

/** Characters of the text in another order, which no page holds. */
function absent(pages: readonly TruePage[], { han }: Texts, chance: Chance, count: number): string[] {
  return [...han(4, count * 2), ...han(6, count)]
    .map((text) => chance.shuffled([...text]).join(''))
    .filter((text) => truthOf(pages, text).size === 0)
    .slice(0, count);
}
