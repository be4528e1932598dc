import { sentencesIn } from '../../text/sentences.ts';
import type { Range } from '../prose.ts';

/** A number seen in a text, with the words around it that tell whose it is. */
export interface Surroundings {
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
export function surroundingsIn(text: string): (range: Range) => Surroundings {
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
export const isOtherNumber = ({ before, after }: Surroundings): boolean =>
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

export const isPublishedPhone = (around: Surroundings): boolean =>
  PUBLISHED_PHONE.test(around.sentence) && !isPrivate(around);
export const isPublishedMail = (around: Surroundings): boolean =>
  PUBLISHED_MAIL.test(around.sentence) && !isPrivate(around);
export const isPublishedAccount = (around: Surroundings): boolean => PUBLISHED_ACCOUNT.test(around.sentence);

/** An account to which an institution asks for money. */
export const isPublishedBankAccount = ({ sentence }: Surroundings): boolean =>
  /对公|捐赠账[号户]|捐款账[号户]|公益账[号户]|募捐账[号户]|专用账户|(?:户名|账户名称?|开户名)[^。]{0,40}(?:基金会|委员会|协会|公司|中心|学校|财政)/u.test(
    sentence,
  );
