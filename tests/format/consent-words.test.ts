import { expect, it } from 'vitest';
import type { Refusal } from '#domain/people/consent/permission.ts';
import { refusalWords } from '#format/consent-words.ts';

const cases: readonly [why: Refusal, words: string][] = [
  ['no-record', '授权记录里没有这个人'],
  ['no-consent', '没有授权书'],
  ['not-in-scope', '授权书没有写“肖像”'],
  ['not-on-channel', '授权书没有写“网站”'],
  ['expired', '授权书已过期'],
  ['withdrawn', '已撤回授权'],
  ['no-guardian', '没有监护人签字'],
];

it.each(cases)('%s is said as %s', (why, words) => {
  expect(refusalWords(why, 'portrait', 'site')).toBe(words);
});
