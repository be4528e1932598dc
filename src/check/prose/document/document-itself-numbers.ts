import type { Programme } from '#domain/programme/programme.ts';
import type { Range } from '../prose.ts';
import { type AboutReader, normalTitle } from './document-itself-words.ts';

/** A document number that cannot be this document's. */
export interface WrongNumber extends Range {
  readonly severity: 'error' | 'warning';
}

const NUMBER =
  /(?<letters>\p{Script=Han}{1,10})[〔［[【﹝（(]\s*(?<year>(?:19|20)\d{2})\s*[〕］\]】﹞）)]\s*第?\s*(?<no>\d{1,4})\s*号/gu;
const SOURCE = /依据|根据|按照|贯彻|落实|参照|遵照|对照|转发|执行/u;
/** What stands directly before a number that says it is a document's. */
const CALLED = /(?:(?:发文)?字号|文号|(?:文件|发文|通知)编号)(?:写的?是|写作|写着|印着|是|为|：|:|即|叫)*$/u;
const same = (number: string) => number.replaceAll(/[^\p{Script=Han}\d]/gu, '').replace('第', '');

/** Document numbers that a sentence gives to this document. */
export function wrongNumbers({ document }: Programme, { titles, about }: AboutReader) {
  const isOwn = (title: string) => {
    const plain = normalTitle(title);
    return titles.some((t) => t === plain || (plain.length > 3 && t.includes(plain)));
  };
  return (sentence: string): WrongNumber[] =>
    [...sentence.matchAll(NUMBER)].flatMap(({ index, 0: word, groups }): WrongNumber[] => {
      const { letters = '', year = '', no = '' } = groups ?? {};
      const wanted = document.number === null ? null : same(document.number);
      if (wanted?.endsWith(`${year}${Number(no)}号`) && same(letters).endsWith(wanted.replace(/\d.*$/u, ''))) return [];
      // Only the last letters before the bracket belong to the number: 通知是甲乙发〔2019〕12号.
      const short = /[^是为即的号通知方案文件于按据照作着]*$/u.exec(letters)?.[0] ?? letters;
      const start = index + letters.length - short.length;
      const end = index + word.length;
      const before = sentence.slice(0, start);
      const title = /《([^《》]|《[^《》]*》)+》[（(]?$/u.exec(before.slice(-160))?.[0];
      if (title !== undefined) return isOwn(title.replace(/[（(]$/u, '')) ? [{ start, end, severity: 'error' }] : [];
      const clause = before.slice(
        Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('。')) + 1,
      );
      if (SOURCE.test(clause)) return [];
      const called = CALLED.test(before);
      // A number without a document beside it is this one's, unless another body is named.
      const kind = about(`${called ? '通知' : ''}${before}${sentence.slice(end)}`);
      if (kind === 'this') return [{ start, end, severity: 'error' }];
      const beside =
        called ||
        /(?:通知|方案)[^，。；]{0,12}$/u.test(before) ||
        /^[）)]?(?:的)?(?:通知|方案)/u.test(sentence.slice(end));
      return kind === 'perhaps' && beside ? [{ start, end, severity: 'warning' }] : [];
    });
}
