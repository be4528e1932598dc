import { isPublishedAccount, isPublishedMail } from './personal-context.ts';
import { masked } from './personal-digits.ts';
import { hitsOf, type PersonalFinder } from './personal-hits.ts';

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[（([]at[）)\]]\s?)(?<host>[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})/giu;
/** Where people, not institutions, have their mail. */
const PROVIDER =
  /^(?:(?:vip\.)?(?:qq|163|126|sina|sohu|188)\.com|foxmail\.com|yeah\.net|139\.com|189\.cn|wo\.cn|sina\.(?:cn|com\.cn)|aliyun\.com|gmail\.com|hotmail\.com|outlook\.(?:com|cn)|live\.(?:com|cn)|yahoo\.(?:com|cn|com\.cn)|icloud\.com|me\.com|msn\.(?:com|cn)|tom\.com|21cn\.com|263\.net|proton\.me)$/iu;

/** Mail addresses at the providers of private people, but not those an institution asks to write to. */
export const mailAddresses: PersonalFinder = (source) =>
  hitsOf(source, MAIL, (range, words, match) => {
    const host = match.groups?.['host'] ?? '';
    if (!PROVIDER.test(host) || isPublishedMail(source.around(range))) return null;
    return { kind: 'mail', severity: 'warning', shown: `${words.slice(0, 1)}****@${host}` };
  });

const NUMBER_OF = '(?:号码|账号|帐号|号|ID|id)?[（(]?(?:同号)?';
const SAYS = '[ \\u3000]{0,2}(?:[：:]|是|为|叫)?[ \\u3000“"]{0,2}';
const WECHAT = new RegExp(
  `(?:微信|[Vv][Xx]|[Ww]e[Cc]hat)(?:(?:号码|账号|帐号|号|ID|id)${SAYS}|[ \\u3000]{0,2}[：:][ \\u3000“"]{0,2}|(?:是|为)[ \\u3000“"]{0,2})(?<it>[A-Za-z][\\w-]{4,19}|[1-9]\\d{4,10})(?![\\w@-])`,
  'gu',
);
const ADD_WECHAT =
  /加(?:我|他|她|一下)?的?(?:个人)?微信[ \u3000]{0,2}(?<it>[A-Za-z][\w-]{4,19}|[1-9]\d{4,10})(?![\w@-])/gu;
const QQ = new RegExp(`(?:[Qq]{2}|扣扣)${NUMBER_OF}${SAYS}(?<it>[1-9]\\d{4,10})(?![\\w@-])`, 'gu');
const OTHERS = new RegExp(
  `(?:抖音|快手|小红书|微博|哔哩哔哩|B站)(?:号码|账号|帐号|号|ID|id)${SAYS}(?<it>[\\w.-]{4,24})(?![\\w@])`,
  'gu',
);

/** Accounts under which a person is chatted with. */
export const chatAccounts: PersonalFinder = (source) =>
  [WECHAT, ADD_WECHAT, QQ, OTHERS].flatMap((pattern) =>
    hitsOf(source, pattern, (range, words) => {
      const around = source.around(range);
      if (isPublishedAccount(around) || /^\s?(?:万|亿|人|名|个|元)/u.test(around.after)) return null;
      return { kind: 'account', severity: 'warning', shown: masked(words, 2, 1) };
    }),
  );
