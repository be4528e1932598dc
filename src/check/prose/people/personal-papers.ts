import { isOtherNumber, isPublishedBankAccount } from './personal-context.ts';
import { compact, GAP, identityChecksum, isBirthDate, isProvince, luhn, masked } from './personal-digits.ts';
import { hitsOf, type PersonalFinder } from './personal-hits.ts';

/** G, L: a pupil's number is the identity number with a letter before it; a disability card's has two digits more. */
const IDENTITY = new RegExp(
  `(?<![\\dA-Za-z_/=.])[GLgl]?(?<it>\\d{6}${GAP}(?:\\d{8}|\\d{4}${GAP}\\d{2}${GAP}\\d{2})${GAP}\\d{3}[\\dXx×](?:[1-7][1-4])?)(?![\\dA-Za-z_])`,
  'gu',
);
const OLD_IDENTITY = /(?<![\dA-Za-z_/=.-])\d{15}(?![\dA-Za-z_/-]|\.\d)/gu;

/** Identity numbers of 18 characters, and the old ones of 15. */
export const identityNumbers: PersonalFinder = (source) => [
  ...hitsOf(source, IDENTITY, (range, words) => {
    const id = compact(words.replace('×', 'X')).slice(0, 18);
    const around = source.around(range);
    const labelled = /身份证|身份号码|证件号|公民身份|学籍号|残疾/u.test(around.before);
    const born = isBirthDate(id.slice(6, 14), source.today);
    if (!labelled && (!born || !isProvince(id) || isOtherNumber(around))) return null;
    const severity = born && identityChecksum(id) ? 'error' : 'warning';
    return { kind: 'identity', severity, shown: masked(id, 3, 2) };
  }),
  ...hitsOf(source, OLD_IDENTITY, (range, words) => {
    const around = source.around(range);
    const born = isBirthDate(`19${words.slice(6, 12)}`, source.today);
    if (!born || !isProvince(words) || isOtherNumber(around)) return null;
    return { kind: 'identity', severity: 'warning', shown: masked(words, 3, 2) };
  }),
];

const CARD =
  /(?<![\dA-Za-z_/=.])(?:\d{16,19}|\d{4}(?:[ \u00a0\u3000-]\d{4}){3}(?:[ \u00a0\u3000-]?\d{1,3})?|\d{6}[ -]\d{10,13})(?![\dA-Za-z_/]|\.\d|[ -]\d)/gu;
const CARD_LABEL = /银行卡|卡号|储蓄卡|信用卡|借记卡|存折|银行账[号户]|账号|账户|户头|打到|汇到|转到/u;

/** Numbers of bank cards: the last digit answers for the others. */
export const bankCards: PersonalFinder = (source) =>
  hitsOf(source, CARD, (range, words) => {
    const number = compact(words);
    const around = source.around(range);
    const labelled = CARD_LABEL.test(around.before);
    if (isPublishedBankAccount(around) || (!labelled && isOtherNumber(around))) return null;
    if (luhn(number) && (labelled || /^(?:[3-6]|95)/.test(number)) && !/^0+$/.test(number)) {
      return { kind: 'bank-card', severity: 'error', shown: masked(number) };
    }
    return /银行卡号?|卡号/u.test(around.before.slice(-12))
      ? { kind: 'bank-card', severity: 'warning', shown: masked(number) }
      : null;
  });

const PASSPORT = /(?<![\dA-Za-z])(?:[EGDSPHKegdsphk]\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\d{7})(?![\dA-Za-z])/gu;
const PASS = /(?<![\dA-Za-z])(?:[CWHMTcwhmt]\d{8,10}|[Cc][A-HJ-NP-Za-hj-np-z]\d{7})(?![\dA-Za-z])/gu;

/** Numbers of passports and travel permits, where the sentence says that they are such. */
export const travelDocuments: PersonalFinder = (source) =>
  (
    [
      [PASSPORT, /护照/u],
      [PASS, /通行证|回乡证|台胞证/u],
    ] as const
  ).flatMap(([pattern, label]) =>
    hitsOf(source, pattern, (range, words) =>
      label.test(source.around(range).before)
        ? { kind: 'travel-document', severity: 'warning', shown: masked(words, 2, 2) }
        : null,
    ),
  );

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・.\s-]?(?=[A-Z]{0,3}\d)[A-HJ-NP-Z\d]{5,6}(?![\dA-Za-z])/gu;

/** Number plates of cars. */
export const carPlates: PersonalFinder = (source) =>
  hitsOf(source, PLATE, (_range, words) =>
    (words.match(/\d/g)?.length ?? 0) >= 3
      ? { kind: 'plate', severity: 'warning', shown: `${words.slice(0, 2)}****${words.slice(-1)}` }
      : null,
  );
