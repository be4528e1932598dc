import { CHANNELS, type Channel, SCOPES, type Scope, TOLD } from '#domain/people/consent/consent.ts';
import { TOLD_WORDS, type ToldItem } from '#domain/people/consent/guardian.ts';
import { kinRank } from '#domain/people/consent/kin.ts';
import { AGE_BANDS, type AgeBand, type Person } from '#domain/people/consent/person.ts';
import { AGE_BAND_WORDS, CHANNEL_WORDS, SCOPE_WORDS } from '#format/consent-words.ts';

/** What a clerk wrote, understood; or what should stand there, to end a sentence “应当是…”. */
export type Reading<T> = { readonly value: T } | { readonly expected: string };

/** Signs that nobody sees and that say nothing. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u2060\ufeff]/gu;

/** A text of one line: spaces at the ends and signs that nobody sees are no part of it. */
export const tidyLine = (text: string) => text.replaceAll(UNSEEN, '').replaceAll(/\s+/gu, ' ').trim();

/** Text as it is compared: half-width, without spaces at the ends or in between. */
const plain = (text: string) => tidyLine(text.normalize('NFKC')).replaceAll(' ', '');

/** Names of people: no remark behind it, no list in it. */
export function readName(text: string): Reading<string> {
  const name = tidyLine(text);
  if (/[（(]/u.test(name)) return { expected: '只有名字，不带括号里的说明' };
  if (/[，,、；;/]/u.test(name)) return { expected: '一个人的名字；几个人的一个一个写' };
  return name === '' ? { expected: '一个名字' } : { value: name };
}

/** A text of one line that says something. */
export const readLine = (text: string): Reading<string> =>
  tidyLine(text) === '' ? { expected: '写上内容' } : { value: tidyLine(text) };

interface Word<T> {
  readonly value: T;
  readonly words: readonly string[];
}

const AGE_WORDS: readonly Word<AgeBand>[] = [
  {
    value: 'under-14',
    words: ['不满14岁', '不满14周岁', '未满14岁', '未满14周岁', '14岁以下', '14周岁以下', '0-13岁', '儿童'],
  },
  { value: '14-17', words: ['14—17岁', '14至17岁', '14到17岁', '14岁到17岁', '14岁至17岁', '14-17', '14-17周岁'] },
  { value: 'adult', words: ['成年人', '成年', '成人', '大人', '18岁以上', '18周岁以上', '满18岁', '已成年'] },
  { value: 'collective', words: ['集体', '团队', '单位'] },
];

const dashes = (text: string) => plain(text).replaceAll(/[—–－~～-]+/gu, '-');

function among<T>(text: string, words: readonly Word<T>[]): T | undefined {
  const own = dashes(text);
  return words.find((one) => one.value === own || one.words.some((word) => dashes(word) === own))?.value;
}

/** 年龄段: the word or the id. An age is none, neither is a number: it might be one. */
export function readAgeBand(text: string): Reading<AgeBand> {
  const value = among(text, AGE_WORDS);
  if (value !== undefined) return { value };
  return { expected: `${AGE_BANDS.map((band) => AGE_BAND_WORDS[band]).join('、')}里的一个` };
}

const YES = [
  '是',
  '对',
  '有',
  '√',
  '✓',
  '✔',
  'y',
  'yes',
  '1',
  'true',
  '说过',
  '告诉过',
  '同意',
  '可以',
  '受助',
  '都不在',
  '都不在了',
];
const NO = [
  '否',
  '不',
  '不是',
  '没有',
  '无',
  '未',
  '×',
  'x',
  'n',
  'no',
  '0',
  'false',
  '没说过',
  '没有说过',
  '没说',
  '在',
  '不同意',
];

/** 是 or 否, in the ways they are ticked. */
export function readYesNo(text: string): Reading<boolean> {
  const own = plain(text).toLowerCase();
  if (YES.includes(own)) return { value: true };
  return NO.includes(own) ? { value: false } : { expected: '是 或者 否' };
}

/** Several words of a fixed list, by word or id, joined by 、 or commas, spaces, line ends; 全部 for all. */
function readSeveral<T extends string>(text: string, all: readonly Word<T>[]): Reading<T[]> {
  const expected = `${all.map(({ words: [first] }) => first).join('、')}里的一个或者几个，用顿号隔开`;
  if (/^(全部|都有|全|都|都说过|都告诉过|全部说过|六件事都说过|六件都说过)$/u.test(plain(text))) {
    return { value: all.map(({ value }) => value) };
  }
  const parts = text.split(/[、，,；;/+＋\s和与及]+/u).filter((part) => plain(part) !== '');
  const found = parts.map((part) => among(part, all));
  if (parts.length === 0 || found.includes(undefined)) return { expected };
  return { value: all.map(({ value }) => value).filter((value) => found.includes(value)) };
}

const SCOPE_CHOICES: readonly Word<Scope>[] = SCOPES.map((value) => {
  const more: Readonly<Record<Scope, readonly string[]>> = {
    name: ['名字', '真名'],
    portrait: ['照片', '肖像照片', '图片'],
    voice: ['录音', '音频'],
    story: ['故事', '事情', '经历'],
  };
  return { value, words: [SCOPE_WORDS[value], ...more[value]] };
});

const CHANNEL_CHOICES: readonly Word<Channel>[] = CHANNELS.map((value) => {
  const more: Readonly<Record<Channel, readonly string[]>> = {
    site: ['本站', '本网站'],
    wechat: ['微信公众号', '公众号'],
    press: ['报刊', '报纸', '新闻媒体'],
  };
  return { value, words: [CHANNEL_WORDS[value], ...more[value]] };
});

const TOLD_CHOICES: readonly Word<ToldItem>[] = TOLD.map((value) => {
  const more: Readonly<Record<ToldItem, readonly string[]>> = {
    purpose: ['用途'],
    scope: ['使用范围'],
    storage: ['存储', '存储地点', '保存'],
    safety: ['安全'],
    complaint: ['投诉'],
    deletion: ['更正删除', '更正', '删除', '更正删除的办法'],
  };
  return { value, words: [TOLD_WORDS[value], ...more[value]] };
});

/** 姓名、肖像、声音、事迹. */
export const readScope = (text: string) => readSeveral(text, SCOPE_CHOICES);
/** 网站、微信、媒体. */
export const readChannels = (text: string) => readSeveral(text, CHANNEL_CHOICES);
/** The six things a child's guardian has to be told. */
export const readTold = (text: string) =>
  readSeveral(text.replaceAll('更正和删除', '更正删除').replaceAll('地点和期限', ''), TOLD_CHOICES);

const DIGITS = '零一二三四五六七八九';
/** 二〇二六 → 2026, 十二 → 12, 二十三 → 23; what is no number stays as it is. */
function arabic(text: string): string {
  const own = text.replaceAll(/[〇○]/gu, '零').replaceAll('两', '二');
  const tens = /^([二三]?)十([一二三四五六七八九]?)$/u.exec(own);
  if (tens) return `${(tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0)}`;
  return /^[零一二三四五六七八九]+$/u.test(own) ? [...own].map((digit) => DIGITS.indexOf(digit)).join('') : text;
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const DAY = '年-月-日，例如 2026-05-01 或者 2026年5月1日';

/** A number that stands for a day in a workbook: days since the end of 1899. */
export function dayOfSerial(text: string): string {
  if (!/^[2-7]\d{4}(\.0+)?$/.test(text)) return text;
  return new Date(Date.UTC(1899, 11, 30) + Number.parseInt(text, 10) * 86_400_000).toISOString().slice(0, 10);
}

/** A day in the usual ways: 2026年5月1日, 2026-5-1, 2026.5.1, 2026/5/1, 20260501, full-width or in Chinese digits. */
export function readDay(text: string): Reading<string> {
  const own = plain(text.replace(/\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$/u, ''))
    .replace(/^(?:截至|截止到?|至|到)/u, '')
    .replace(/(?:00:00(?::00)?|T.*|\(?(?:星期|周).\)?|止)$/u, '');
  const [, y = '', m = '', d = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(own) ?? /^([^年./-]+)[年./-]([^月./-]+)[月./-]([^日号]+)[日号]?$/u.exec(own) ?? [];
  const [year, month, day] = [y, m, d].map(arabic);
  if (!year || !month || !day || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) {
    return { expected: DAY };
  }
  const iso = isoDay(year, month, day);
  return iso === null
    ? { expected: `日历上有的一天；${year}年${Number(month)}月没有${Number(day)}日` }
    : { value: iso };
}

/** The last day of a term that begins on a day: a day, or 3年, 五年 counted from it. */
export function readUntil(text: string, signed: string | undefined): Reading<string> {
  const years = /^(\d{1,2}|[一二两三四五六七八九十]{1,3})年$/u.exec(plain(text))?.[1];
  if (years === undefined || signed === undefined) {
    const own = readDay(text);
    if ('value' in own || !/长期|永久|无限|没有期限|不限/u.test(text)) return own;
    return { expected: `到哪一天为止，例如 2031-04-30 或者 5年；没有期限的，和签字的人商定一个日子` };
  }
  const date = new Date(`${signed}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + Number(arabic(years)));
  date.setUTCDate(date.getUTCDate() - 1);
  return { value: date.toISOString().slice(0, 10) };
}

/** Since when someone is dead: a day, a month, a year, or that it is not known; 否 is undefined. */
export function readDied(text: string): Reading<Person['died']> {
  const own = plain(text);
  if (/^(是|已去世|去世|不知道|不详|y|yes|true|去世了|已故|故去)$/iu.test(own)) return { value: true };
  if (/^(否|没有|在世|健在|无|n|no|false)$/iu.test(own)) return { value: undefined };
  const partial = /^([^年./-]{4})(?:年|[./-]|$)(?:([^月./-]{1,2})月?)?$/u.exec(own.replace(/去世$/u, ''));
  if (partial) {
    const [year, month] = [arabic(partial[1] ?? ''), arabic(partial[2] ?? '')];
    if (/^\d{4}$/.test(year) && month === '') return { value: year };
    if (/^\d{4}$/.test(year) && Number(month) >= 1 && Number(month) <= 12)
      return { value: `${year}-${month.padStart(2, '0')}` };
  }
  const day = readDay(own.replace(/去世$/u, ''));
  return 'value' in day
    ? day
    : { expected: '去世的日子，例如 2019-08-02、2019年8月、2019；不知道哪一天的写 是，没有去世的空着' };
}

/** What next of kin someone is, as far as they may sign. */
export function readKinRelation(text: string): Reading<string> {
  if (kinRank(text) !== null) return { value: tidyLine(text) };
  return {
    expected:
      '他是去世的人的什么人：妻子、丈夫、儿子、女儿、父亲、母亲；他们都不在了，才是兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。别的人签的不算',
  };
}
