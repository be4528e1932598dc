import type { OwnRule, ProseBlock, ProseFinding } from '../prose.ts';
import { chatAccounts, mailAddresses } from './personal-accounts.ts';
import { surroundingsIn } from './personal-context.ts';
import { narrowed } from './personal-digits.ts';
import type { PersonalFinder, PersonalHit, PersonalKind } from './personal-hits.ts';
import { homeAddresses } from './personal-homes.ts';
import { bankCards, carPlates, identityNumbers, travelDocuments } from './personal-papers.ts';
import { landlines, mobileNumbers } from './personal-phones.ts';

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

const URL = /(?:https?:\/\/|www\.)[^\s，。；、）》”\u4e00-\u9fff]{1,2000}/giu;
/** Long digits, a plate, a mail address, an account or a home: most paragraphs have none of them. */
const WORTH_READING =
  /\d[\d\s（）()‐‑‒–—―－−·.-]{5,}[\dXx×]|[A-Z][·•・.\s-]?[A-Z\d]{5}|[零〇一二三四五六七八九幺]{11}|@|[（([]at[）)\]]|微信|[VvWw][Xx]|We[Cc]hat|[Qq]{2}|扣扣|抖音|快手|小红书|微博|哔哩|B站|家住|住在|家就?在|住址|地址|现住|居住|租住|户籍|住所/u;

function hitsIn({ text, proved }: ProseBlock, today: string): PersonalHit[] {
  const narrow = narrowed(text);
  if (!WORTH_READING.test(narrow)) return [];
  const source = { text: narrow, around: surroundingsIn(narrow), today };
  const addresses = [...narrow.matchAll(URL)].map(({ index, 0: url }) => ({ start: index, end: index + url.length }));
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
