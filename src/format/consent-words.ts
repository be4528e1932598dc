import type { Channel, Scope } from '#domain/people/consent/consent.ts';
import type { Refusal } from '#domain/people/consent/permission.ts';
import type { AgeBand, Person, Signer } from '#domain/people/consent/person.ts';
import { longDate } from './date.ts';

/** What a paper may permit. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  name: '姓名',
  portrait: '肖像',
  voice: '声音',
  story: '事迹',
};

/** Where it may be used. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { site: '网站', wechat: '微信', press: '媒体' };

/** How old someone is, as far as the law asks. */
export const AGE_BAND_WORDS: Readonly<Record<AgeBand, string>> = {
  'under-14': '不满14岁',
  '14-17': '14—17岁',
  adult: '成年人',
  collective: '集体',
};

/** Who has to sign. */
export const SIGNER_WORDS: Readonly<Record<Signer, string>> = { person: '本人', guardian: '监护人', kin: '近亲属' };

/** Whom to ask about someone who died (民法典 art. 994, 1045). */
export const KIN_TO_ASK =
  '找近亲属签：先是配偶、子女、父母，有一位签就行；他们都不在了，再找兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女';

/** How old someone is, and that they died. */
export function ageWords({ age_band, died }: Pick<Person, 'age_band' | 'died'>): string {
  const band = AGE_BAND_WORDS[age_band];
  if (died === undefined) return band;
  if (died === true) return `${band}，已去世`;
  const [year, month] = died.split('-').map(Number);
  const when = died.length === 10 ? longDate(died) : `${year}年${month === undefined ? '' : `${month}月`}`;
  return `${band}，已在${when}去世`;
}

/** Why something may not be used, for a sentence that says by itself what and where. */
export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  'no-record': '授权记录里没有这个人',
  'no-consent': '没有授权书',
  'not-in-scope': '授权书没有写这一项',
  'not-on-channel': '授权书没有写这个渠道',
  'not-yet-signed': '授权书的签字日期还没有到',
  expired: '授权书已过期',
  withdrawn: '已撤回授权',
  'no-kin': '已去世，没有近亲属签字',
  'closer-kin-first': '已去世，签字的不是配偶、子女、父母',
  'kin-of-living': '授权书是近亲属签的，而记录里没有写本人已去世',
  'no-guardian': '没有监护人签字',
  'not-told': '该告诉监护人的六件事没有说全',
  'no-refusal-offered': '没有告诉监护人可以不同意',
  'not-separate': '监护人没有单独签一份同意书',
};

/** The same, naming what the paper does not name. */
export function refusalWords(why: Refusal, scope: Scope, channel: Channel): string {
  if (why === 'not-in-scope') return `授权书没有写“${SCOPE_WORDS[scope]}”`;
  if (why === 'not-on-channel') return `授权书没有写“${CHANNEL_WORDS[channel]}”`;
  return REFUSAL_WORDS[why];
}
