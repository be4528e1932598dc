import { chineseNumber } from '../../rules/numerals.ts';
import { isOtherNumber, isPublishedPhone } from './personal-context.ts';
import { compact, GAP, masked } from './personal-digits.ts';
import { hitsOf, type PersonalFinder } from './personal-hits.ts';

const SPLIT = '[ \\u00a0\\u3000-]';
const MOBILE = new RegExp(
  `(?<![\\dA-Za-z_/=#]|\\d\\.)(?:[（(]?(?:\\+|00)?86[）)]?${GAP})?` +
    `(?<it>1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}|1[3-9]\\d{2}${SPLIT}\\d{3}${SPLIT}\\d{4}|1[3-9]\\d${SPLIT}\\d{3}${SPLIT}\\d{5}|1[3-9]\\d{3}${SPLIT}\\d{6})` +
    '(?![\\dA-Za-z_/]|\\.\\d)',
  'gu',
);
const LABELLED = /(?:tel|phone|mobile|wx|vx|qq)[:：.]?\s?$/iu;
const GLUED = /(?:tel|phone|mobile|wx|vx|qq)(?<it>1[3-9]\d{9})(?!\d)/giu;
/** 一三八〇〇一三八〇〇〇, read out loud with 幺. */
const SPOKEN =
  /(?<![零〇一二三四五六七八九十幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九十幺])/gu;

const digitsOf = (words: string) => [...words].map((c) => chineseNumber(c.replace('幺', '一')) ?? '').join('');

/** Mobile numbers, however they are grouped: they are always somebody's. */
export const mobileNumbers: PersonalFinder = (source) => [
  ...hitsOf(source, MOBILE, (range, words) => {
    const around = source.around(range);
    const labelled = /电话|手机|微信|号码|拨打|致电/u.test(around.before.slice(-10)) || LABELLED.test(around.before);
    return isOtherNumber(around) && !(labelled && !/编号|单号/u.test(around.before.slice(-10)))
      ? null
      : { kind: 'mobile', severity: 'error', shown: masked(compact(words)) };
  }),
  ...hitsOf(source, GLUED, (_range, words) => ({ kind: 'mobile', severity: 'error', shown: masked(words) })),
  ...hitsOf(source, SPOKEN, (_range, words) => ({ kind: 'mobile', severity: 'error', shown: masked(digitsOf(words)) })),
];

const AREA = '(?:10|2\\d|[3-9]\\d{2})';
const LANDLINE = new RegExp(
  `(?<![\\dA-Za-z_/=.-])(?:[（(]0${AREA}[）)]${GAP}|0${AREA}[-‐‑‒–—―－− \\u00a0\\u3000]{1,3}|(?:\\+86|0086)${GAP}0?${AREA}[ -])[2-9]\\d{2,3}[ -]?\\d{4}(?![\\dA-Za-z_])`,
  'gu',
);
const JOINED = new RegExp(`(?<![\\dA-Za-z_/=.-])0${AREA}[2-9]\\d{6,7}(?![\\dA-Za-z_])`, 'gu');
const SHORT = /(?:电话|座机|固话|宅电)(?:号码)?[是为：:\s]{0,3}(?<it>[2-9]\d{2,3}[ -]?\d{4})(?![\dA-Za-z_-]|\.\d)/gu;

/** Landlines, but not those under which an institution asks to be called. */
export const landlines: PersonalFinder = (source) =>
  [LANDLINE, JOINED, SHORT].flatMap((pattern) =>
    hitsOf(source, pattern, (range, words) => {
      const around = source.around(range);
      if (isPublishedPhone(around) || isOtherNumber(around)) return null;
      if (pattern === JOINED && !/电话|座机|固话|宅电|拨打|致电|tel/iu.test(around.before)) return null;
      return { kind: 'landline', severity: 'warning', shown: masked(compact(words), 4, 2) };
    }),
  );
