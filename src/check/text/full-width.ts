import { mayMatch } from './glance.ts';

const DIGITS = /[０-９]/gu;

/**
 * Full-width characters (０, Ａ, ＋) as the narrow ones that a keyboard writes; every offset stays.
 * @param which those that are meant, with the flag g; without it the digits
 */
export const narrowed = (text: string, which: RegExp = DIGITS): string =>
  mayMatch(which, text) ? text.replaceAll(which, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)) : text;
