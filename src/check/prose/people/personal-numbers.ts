import { chineseNumber } from '#domain/plan/chinese-number.ts';
import type { Severity } from '../../finding.ts';
import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range } from '../prose.ts';

const WIDE = /[０-９Ａ-Ｚａ-ｚ＋＠＿．]/gu;

/** The text with full-width digits, letters and marks of addresses made narrow; every offset stays what it was. */
const plainOf = (text: string): string => narrowed(text, WIDE);

/** What writers put between the groups of a number: spaces, hyphens and dashes of any kind, a point. */
const GAP = '[ \\u00a0\\u3000]{0,2}[-‐‑‒–—―－−·.]{0,2}[ \\u00a0\\u3000]{0,2}';

/** Only the digits and letters of a number, without what groups them. */
const compact = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '');

/** A number that can be told apart but not used: its middle is gone. */
const masked = (number: string, head = 3, tail = 4): string =>
  `${number.slice(0, head)}****${number.slice(Math.max(head, number.length - tail))}`;

/** Whether the last digit of a card number is the one its others ask for (Luhn). */
export function luhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, c, i) => {
    const doubled = Number(c) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Whether the last of 18 characters is the one the others ask for (ISO 7064 MOD 11-2). */
export function identityChecksum(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce((total, c, i) => total + Number(c) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase();
}

/** Whether `YYYYMMDD` is a day on which somebody alive today may be born. */
function isBirthDate(date: string, today: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  const days = [31, year % 4 === 0 && year !== 1900 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1900 && date <= today.replaceAll('-', '') && days !== undefined && day >= 1 && day <= days;
}

/** Provinces by the first two digits of their codes. */
const isProvince = (code: string): boolean => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(code);

/** A number seen in a text, with the words around it that tell whose it is. */
interface Surroundings {
  /** The sentence up to the number. */
  readonly before: string;
  readonly sentence: string;
  /** What follows it at once. */
  readonly after: string;
}

/** The number of the sentence an offset stands in. */
export function sentenceNumberAt(sentences: readonly Range[], offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}

/** Prepares a text: what surrounds a range of it, within its sentence. */
function surroundingsIn(text: string): (range: Range) => Surroundings {
  const sentences = sentencesIn(text);
  return ({ start, end }) => {
    const own = sentences[sentenceNumberAt(sentences, start)] ?? { start: 0, end: text.length };
    return {
      before: text.slice(Math.max(own.start, start - 60), start),
      sentence: text.slice(Math.max(own.start, start - 120), Math.min(Math.max(own.end, end), end + 120)),
      after: text.slice(end, end + 8),
    };
  };
}

const OTHER_NUMBER =
  /(?:订单|单号|流水|交易|运单|快递|编号|工单|凭证|发票|合同|批号|条码|条形码|书号|刊号|ISBN|ISSN|信用代码|机构代码|代码|编码|文号|许可证|备案|审图号|邮编|序列号|版本|货号|型号|DOI|经度|纬度|存档号|档案号|索书号)[^，。；、\d]{0,8}$/iu;
const UNIT =
  /^\s{0,2}(?:余|多|来)?(?:万|亿|元|人|名|件|个|次|册|本|字|套|份|封|篇|株|棵|吨|公里|公斤|千米|平方|立方|米|千瓦|度|年|户|家|％|%)/u;

/** Whether a long number says of itself that it counts something, or numbers a thing: an amount, an order, a book. */
const isOtherNumber = ({ before, after }: Surroundings): boolean =>
  (OTHER_NUMBER.test(before) && !/身份|残疾|护照|卡号/.test(before.slice(-14))) ||
  /[￥¥$]\s?$/.test(before) ||
  UNIT.test(after);

const OWNER =
  '(?:他|她|我|自己|本人|个人|私人|家长|监护人|父亲|母亲|父母|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|家里|家中|(?<![国大专作各商厂行])家|同学|学生|孩子)';
const PRIVATE = new RegExp(
  `${OWNER}的?(?:常用|私人|个人|家庭)?(?:联系)?(?:电话|号码|座机|固话|方式|(?:电子)?(?:邮箱|信箱|邮件))|家庭(?:联系)?(?:电话|座机)|宅电|家用电话|(?:私人|个人)(?:邮箱|电话|信箱)`,
  'u',
);
const PUBLISHED_PHONE =
  /联系电话|联系方式|咨询|举报|监督|投诉|热线|客服|办公|值班|总机|传真|服务|报名|救助|求助|预约|订票|前台|接待|来电|稿|团委|委员会|学校|中心|医院|派出所|政府|单位|公司|基金会|协会|报社|编辑部|组委会|专线|宾馆|酒店/u;
const PUBLISHED_MAIL =
  /电子邮箱|电子信箱|电子邮件|联系邮箱|官方|公共邮箱|公开邮箱|工作邮箱|咨询|举报|监督|投诉|报名|客服|办公|稿|征集|团委|委员会|编辑部|组委会|单位|基金会|协会|E-?mail\s?[:：]/iu;
const PUBLISHED_ACCOUNT = /公众号|官方|官微|客服|热线|咨询|稿|举报|企业微信|服务号|订阅号|视频号|报名/u;

/** Whether the sentence says that it is somebody's own: 家庭电话, 她的邮箱. */
const isPrivate = ({ sentence }: Surroundings) => PRIVATE.test(sentence);

const isPublishedPhone = (around: Surroundings): boolean => PUBLISHED_PHONE.test(around.sentence) && !isPrivate(around);
const isPublishedMail = (around: Surroundings): boolean => PUBLISHED_MAIL.test(around.sentence) && !isPrivate(around);
const isPublishedAccount = (around: Surroundings): boolean => PUBLISHED_ACCOUNT.test(around.sentence);

/** An account to which an institution asks for money. */
const isPublishedBankAccount = ({ sentence }: Surroundings): boolean =>
  /对公|捐赠账[号户]|捐款账[号户]|公益账[号户]|募捐账[号户]|专用账户|(?:户名|账户名称?|开户名)[^。]{0,40}(?:基金会|委员会|协会|公司|中心|学校|财政)/u.test(
    sentence,
  );

/** The kinds of numbers and addresses that reach a private person. */
type PersonalKind =
  | 'identity'
  | 'mobile'
  | 'landline'
  | 'bank-card'
  | 'mail'
  | 'account'
  | 'travel-document'
  | 'plate'
  | 'home';

/** One of them in a text. */
interface PersonalHit extends Range {
  readonly kind: PersonalKind;
  readonly severity: Severity;
  /** The same with its middle gone: what the check prints is copied around. */
  readonly shown: string;
}

/** A text in which they are looked for. */
interface PersonalText {
  /** With narrow digits and letters. */
  readonly text: string;
  readonly around: (range: Range) => Surroundings;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}

type PersonalFinder = (source: PersonalText) => PersonalHit[];

/** All matches of an expression, judged one by one; null: it is none. */
const hitsOf = (
  { text }: PersonalText,
  pattern: RegExp,
  judge: (range: Range, words: string, match: RegExpExecArray) => Omit<PersonalHit, 'start' | 'end'> | null,
): PersonalHit[] =>
  matchesIn(text, pattern).flatMap((match): PersonalHit[] => {
    const words = match.groups?.['it'] ?? match[0];
    const start = match.index + match[0].indexOf(words);
    const range = { start, end: start + words.length };
    const told = judge(range, words, match);
    return told ? [{ ...range, ...told }] : [];
  });

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[（([]at[）)\]]\s?)(?<host>[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})/giu;
/** Where people, not institutions, have their mail. */
const PROVIDER =
  /^(?:(?:vip\.)?(?:qq|163|126|sina|sohu|188)\.com|foxmail\.com|yeah\.net|139\.com|189\.cn|wo\.cn|sina\.(?:cn|com\.cn)|aliyun\.com|gmail\.com|hotmail\.com|outlook\.(?:com|cn)|live\.(?:com|cn)|yahoo\.(?:com|cn|com\.cn)|icloud\.com|me\.com|msn\.(?:com|cn)|tom\.com|21cn\.com|263\.net|proton\.me)$/iu;

/** Mail addresses at the providers of private people, but not those an institution asks to write to. */
const mailAddresses: PersonalFinder = (source) =>
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
const chatAccounts: PersonalFinder = (source) =>
  [WECHAT, ADD_WECHAT, QQ, OTHERS].flatMap((pattern) =>
    hitsOf(source, pattern, (range, words) => {
      const around = source.around(range);
      if (isPublishedAccount(around) || /^\s?(?:万|亿|人|名|个|元)/u.test(around.after)) return null;
      return { kind: 'account', severity: 'warning', shown: masked(words, 2, 1) };
    }),
  );

const LIVES =
  /(?:家住|住在|家在|家就在|住址|家庭地址|现住|居住在|居住地|租住在|租住于|居住于|户籍地|住所)(?:是|为|在|：|:)?[^。！？；，\n]{0,60}/gu;
const NUMBER = '[\\d一二三四五六七八九十]{1,5}';
/** A door: a street with its number, a house with its flat, a group of a village with its house. */
const DOOR = new RegExp(
  `(?:[路街巷弄道]|胡同|大道|里弄)(?:东|西|南|北|中)?(?:段)?[ ]?${NUMBER}[号弄]|` +
    `${NUMBER}(?:栋|幢|座|号楼|单元)[^。，]{0,10}?${NUMBER}(?:室|号|房|户)|` +
    `[村组队]${NUMBER}号(?!文|公路|线)|${NUMBER}[-—－]${NUMBER}[-—－]${NUMBER}(?:室|号)?$`,
  'u',
);

/** Where a person lives, down to the door. */
const homeAddresses: PersonalFinder = (source) =>
  hitsOf(source, LIVES, (_range, words) => {
    const door = DOOR.exec(words);
    if (!door) return null;
    const shown = words.slice(0, door.index + door[0].length).replaceAll(/[\d一二三四五六七八九十]+/g, '*');
    return { kind: 'home', severity: 'warning', shown };
  });

/** G, L: a pupil's number is the identity number with a letter before it; a disability card's has two digits more. */
const IDENTITY = new RegExp(
  `(?<![\\dA-Za-z_/=.])[GLgl]?(?<it>\\d{6}${GAP}(?:\\d{8}|\\d{4}${GAP}\\d{2}${GAP}\\d{2})${GAP}\\d{3}[\\dXx×](?:[1-7][1-4])?)(?![\\dA-Za-z_])`,
  'gu',
);
const OLD_IDENTITY = /(?<![\dA-Za-z_/=.-])\d{15}(?![\dA-Za-z_/-]|\.\d)/gu;

/** Identity numbers of 18 characters, and the old ones of 15. */
const identityNumbers: PersonalFinder = (source) => [
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
const bankCards: PersonalFinder = (source) =>
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
const travelDocuments: PersonalFinder = (source) =>
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
const carPlates: PersonalFinder = (source) =>
  hitsOf(source, PLATE, (_range, words) =>
    (words.match(/\d/g)?.length ?? 0) >= 3
      ? { kind: 'plate', severity: 'warning', shown: `${words.slice(0, 2)}****${words.slice(-1)}` }
      : null,
  );

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
const mobileNumbers: PersonalFinder = (source) => [
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
const landlines: PersonalFinder = (source) =>
  [LANDLINE, JOINED, SHORT].flatMap((pattern) =>
    hitsOf(source, pattern, (range, words) => {
      const around = source.around(range);
      if (isPublishedPhone(around) || isOtherNumber(around)) return null;
      if (pattern === JOINED && !/电话|座机|固话|宅电|拨打|致电|tel/iu.test(around.before)) return null;
      return { kind: 'landline', severity: 'warning', shown: masked(compact(words), 4, 2) };
    }),
  );

/** What is surest comes first: a number is told of once. */
const FINDERS: readonly PersonalFinder[] = [
  identityNumbers,
  bankCards,
  mobileNumbers,
  travelDocuments,
  chatAccounts,
  mailAddresses,
  landlines,
  carPlates,
  homeAddresses,
];

type Told = Pick<ProseFinding, 'code' | 'what' | 'expected' | 'mend'>;

const told = (code: string, what: string, expected: string, mend: string): Told => ({ code, what, expected, mend });

const TOLD: Readonly<Record<PersonalKind, Told>> = {
  identity: told(
    'identity-number',
    '写出了身份证号',
    '不写身份证号',
    '把号码整个删去；要说明身份，写“小学生”“志愿者”这样的身份。',
  ),
  mobile: told(
    'mobile-number',
    '写出了手机号',
    '不写手机号',
    '把号码整个删去；读者要联系的，写单位公布的办公电话，前面写明“联系电话”。',
  ),
  landline: told(
    'landline-number',
    '写出了一个电话，看不出是单位公布的',
    '不写私人电话；单位公布的，前面写“联系电话”',
    '是私人的就删去；是单位公布的，在号码前面写明“联系电话”“咨询电话”。',
  ),
  'bank-card': told(
    'bank-card-number',
    '写出了银行卡号',
    '不写卡号',
    '把卡号整个删去；捐款的账户写明单位的户名和“捐赠账号”。',
  ),
  mail: told(
    'private-mail',
    '写出了一个邮箱，看不出是单位公布的',
    '不写私人邮箱；单位公布的，前面写“电子邮箱”',
    '是私人的就删去；是单位公布的，在前面写明“电子邮箱”“投稿邮箱”。',
  ),
  account: told(
    'chat-account',
    '写出了私人的社交账号',
    '不写微信号、QQ号、抖音号',
    '把账号删去；是单位的公众号或者官方账号，写明“公众号”“官方”。',
  ),
  'travel-document': told('travel-document-number', '写出了护照或者通行证的号码', '不写证件号码', '把号码整个删去。'),
  plate: told('car-plate', '写出了车牌号', '不写车牌号', '把车牌号删去，写“一辆越野车”；照片里的车牌也要遮住。'),
  home: told('home-address', '写出了住址，到了门牌', '只写到县或者乡镇', '把路、门牌和房号删去，只写到县或者乡镇。'),
};

/** Codes of those that are always somebody's own: nobody may answer for them. */
export const ALWAYS_PRIVATE: readonly string[] = (['identity', 'mobile', 'bank-card'] as const).map(
  (kind) => TOLD[kind].code,
);

const URL = /(?:https?:\/\/|www\.)[^\s，。；、）》”\u4e00-\u9fff]{1,2000}/giu;
/** Long digits, a plate, a mail address, an account or a home: most paragraphs have none of them. */
const WORTH_READING =
  /\d[\d\s（）()‐‑‒–—―－−·.-]{5,}[\dXx×]|[A-Z][·•・.\s-]?[A-Z\d]{5}|[零〇一二三四五六七八九幺]{11}|@|[（([]at[）)\]]|微信|[VvWw][Xx]|We[Cc]hat|[Qq]{2}|扣扣|抖音|快手|小红书|微博|哔哩|B站|家住|住在|家就?在|住址|地址|现住|居住|租住|户籍|住所/u;

function hitsIn({ text, proved }: ProseBlock, today: string): PersonalHit[] {
  const narrow = plainOf(text);
  if (!WORTH_READING.test(narrow)) return [];
  const source = { text: narrow, around: surroundingsIn(narrow), today };
  const addresses = matchesIn(narrow, URL).map(({ index, 0: url }) => ({ start: index, end: index + url.length }));
  const taken = new Uint8Array(text.length);
  for (const { start, end } of [...addresses, ...proved]) taken.fill(1, start, end);
  return FINDERS.flatMap((finder) =>
    finder(source).filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    }),
  ).sort((a, b) => a.start - b.start);
}

/**
 * Numbers and addresses that identify a private person or reach one, wherever they stand: quoted words too, since print
 * is print. None of them is repeated in full.
 */
export const personalNumbers: OwnRule =
  ({ today }) =>
  ({ blocks }) =>
    blocks.flatMap((source, block) =>
      hitsIn(source, today).map(({ kind, severity, shown, start, end }) => ({
        block,
        start,
        end,
        severity,
        ...TOLD[kind],
        found: `“${shown}”`,
        written: null,
      })),
    );
