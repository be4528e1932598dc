import type { Channel, Scope } from '#domain/consent/consent.ts';
import type { Refusal } from '#domain/consent/permission.ts';
import type { AgeBand } from '#domain/consent/person.ts';

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

/** Why something may not be used, for a sentence that says by itself what and where. */
export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  'no-record': '授权记录里没有这个人',
  'no-consent': '没有授权书',
  'not-in-scope': '授权书没有写这一项',
  'not-on-channel': '授权书没有写这个渠道',
  'not-yet-signed': '授权书的签字日期还没有到',
  expired: '授权书已过期',
  withdrawn: '已撤回授权',
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
