import { z } from 'zod';

/**
 * The languages in which a place may have a name of its own beside the Chinese one, by their code: the word for what it
 * is written in. Those that stand on signs in China, and those that visitors read.
 */
export const LANGUAGES = {
  bo: '藏文',
  ug: '维吾尔文',
  kk: '哈萨克文',
  ky: '柯尔克孜文',
  mn: '蒙古文',
  ii: '彝文',
  za: '壮文',
  ko: '朝鲜文',
  sjo: '锡伯文',
  khb: '西双版纳傣文',
  tdd: '德宏傣文',
  lis: '傈僳文',
  kac: '景颇文',
  lhu: '拉祜文',
  ru: '俄文',
  en: '英文',
} as const;
export type Language = keyof typeof LANGUAGES;

/** The letters each is written in; some in several scripts. */
const SCRIPTS: Readonly<Record<Language, readonly RegExp[]>> = {
  bo: [/^\p{Script=Tibetan}$/u],
  ug: [/^\p{Script=Arabic}$/u, /^\p{Script=Latin}$/u],
  kk: [/^\p{Script=Arabic}$/u, /^\p{Script=Cyrillic}$/u, /^\p{Script=Latin}$/u],
  ky: [/^\p{Script=Arabic}$/u, /^\p{Script=Cyrillic}$/u],
  mn: [/^\p{Script=Mongolian}$/u, /^\p{Script=Cyrillic}$/u],
  ii: [/^\p{Script=Yi}$/u],
  za: [/^\p{Script=Latin}$/u],
  ko: [/^\p{Script=Hangul}$/u],
  sjo: [/^\p{Script=Mongolian}$/u],
  khb: [/^\p{Script=New_Tai_Lue}$/u, /^\p{Script=Tai_Tham}$/u],
  tdd: [/^\p{Script=Tai_Le}$/u],
  lis: [/^\p{Script=Lisu}$/u, /^\p{Script=Latin}$/u],
  kac: [/^\p{Script=Latin}$/u],
  lhu: [/^\p{Script=Latin}$/u],
  ru: [/^\p{Script=Cyrillic}$/u],
  en: [/^\p{Script=Latin}$/u],
};

/** Which of the scripts of its language a name is written in, all its letters; -1: in none of them. */
export function scriptOf({ lang, text }: { readonly lang: Language; readonly text: string }): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length === 0
    ? -1
    : SCRIPTS[lang].findIndex((script) => letters.every((letter) => script.test(letter)));
}

const languages = Object.keys(LANGUAGES) as [Language, ...Language[]];
export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** 藏文名: what a name in this language is called. */
export const nameWord = (lang: Language): string => `${LANGUAGES[lang]}名`;

/** The name itself, with where it was read; never machine-made. `note` tells what a reader must know of this form. */
export const writtenName = {
  text: z.string().min(1),
  source: z.string().min(4),
  note: z.string().min(4).optional(),
  /** Read, but not compared with the authority that decides: shown as 待核. */
  unverified: z.boolean().optional(),
};

/** A name in another language. */
export const languageNameSchema = z.strictObject({ lang: z.enum(languages), ...writtenName });
export type LanguageName = z.output<typeof languageNameSchema>;

/** Whatever may have names in other languages. */
export interface Named {
  readonly names?: readonly LanguageName[] | undefined;
}

/** The one that stands where there is room for one: on maps, on the cloth, at the head of a page. */
export const firstName = ({ names }: Named): LanguageName | undefined => names?.[0];

/** The languages in which any of these has a name, as they first come. */
export const languagesOf = (all: readonly Named[]): Language[] => [
  ...new Set(all.flatMap(({ names = [] }) => names.map(({ lang }) => lang))),
];

/** Right to left where the first letter is of a script that runs so; a language may have several scripts. */
export function directionOf(text: string): 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(letter) ? 'rtl' : undefined;
}

/** The end of a language tag for what is written in columns where it stands alone. */
const IN_COLUMNS = '-Mong';

/** The tag of a name that stands alone: with its script where that is written in columns (`mn-Mong`). */
export const tagAlone = ({ lang, text }: { readonly lang: Language; readonly text: string }): string =>
  /\p{Script=Mongolian}/u.test(text) ? `${lang}${IN_COLUMNS}` : lang;

export const isInColumns = (tag: string): boolean => tag.endsWith(IN_COLUMNS);

/** Whether it is written in letters that the fonts of Chinese text do not hold. */
export const hasOwnScript = (text: string): boolean =>
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}])\p{L}/u.test(text);

/** Where the method page tells of the names in a language; the first has an address that is older than the others. */
export const namesAnchor = (lang: Language): string => (lang === 'bo' ? 'tibetan' : `names-${lang}`);
