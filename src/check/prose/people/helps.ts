import { ADULT_HEAD, DREW_UP, HELPER, HELPER_WORDS } from './grown-up-words.ts';
import type { Passage } from './passages.ts';
import { sidesOf } from './who.ts';

/** What somebody does who gives, at once behind the name: 张样例资助了…, 李样例同学带头… */
const GIVES =
  /^(?!家|户)(?:同学)?(?:[、和与\ue000等]{0,20})(?:[^，。；！？\n]{0,5}?)(?:资助(?:了|的|过)|捐(?!助档)|带头|募集|筹集|送去|送来|看望|走访|慰问(?!金)|帮扶(?!对象)|救助了|(?:给|为|帮)[\d一二三四五六七八九十百两几]+个?人|强调|指出|表示|认为|宣布|负责|登记|(?<!经)审核|审阅|主刀|教(?!育|室)|任|(?:三代)?行医|带人|带着[^，。；]{0,8}(?:队|员|者|干部)|转运|了解到?|(?:相继)?研制|接任|擅长|帮助|看在)|^[，,]?负责|^[^。；！？\n]{0,40}?(?:研制|发明|创办|救助|帮助)[^，。；]{0,6}(?:贫困|困难|病|残)|^[^。；！？\n]{0,60}?(?:资助|帮扶|照顾|照料)(?:了|过|着)?(?:[一两三四五六七八九十\d多几]{1,3})(?:余|多)?[名个位户]|^[^。；！？\n]{0,24}?(?:向|给|为)(?![他她])[^。；！？，\n]{0,20}(?:捐|募|义诊|送|补课|讲课)/u;

/** 为肢体残疾的样例送去轮椅: the giver was named before. */
const RECEIVES = /(?:为|给|向|帮|替|把|让)[^，。；！？]{0,16}$/u;

/** Whether somebody is told of as one who helps, so that hardship and money beside the name are others'. */
export const helps = ({ mentions, ahead, around }: Passage): boolean =>
  mentions.some((mention) => {
    const { before, after } = sidesOf(mention);
    return (
      ADULT_HEAD.test(mention.unit.under) ||
      DREW_UP.test(before) ||
      HELPER.before.test(before) ||
      HELPER.after.test(after) ||
      (GIVES.test(after) && !RECEIVES.test(before))
    );
  }) || [...ahead, ...around].some(({ masked }) => HELPER_GOES_ON.test(masked));
const HELPER_GOES_ON = new RegExp(
  `^(?:他|她|这位|这名|现|曾|是)[^。]{0,20}(?:是|任|叫|位|名)[^。，]{0,14}(?:${HELPER_WORDS})`,
  'u',
);
