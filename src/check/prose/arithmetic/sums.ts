import { chineseNumber } from '../../rules/numerals.ts';
import { type Amount, areAlike, isSame, type Miscalculation, spelled, sumOf } from './amounts.ts';
import { isRate } from './costs.ts';

/** What stands right before a total. */
const TOTAL =
  /(?<many>(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?:年度|年|批|市|县|项|座城市|城市|所学校|学校|次|期|场|组|班|类|部分|行|处|方|地|队|家|人|天|县市)?)?(?:，)?(?:一共|总共|合计|总计|共计|加起来|合起来|合在一起|加在一起|相加|共(?!青|同|产|享|识))(?:有|是|为|计|需要?|达|选派|资助|建设|安排|组织|派出|投入|得)?[:：]?$/u;
const ADDED = /^[^，。；]{0,6}(?:加上?|和|、|，|及|与|以及|；)/u;
/** The parts are not all that is counted, or the numbers are no parts. */
const MORE =
  /等(?!于|级|额)|连同|加上去年|另|还有|此外|其他|其余|比|又|几|增加|减少|增至|降|多[了出]|少了|去年|上年|往年|历年|累计|全[省校班国县市]|平均|各|每|约|近|余|不含|除|包括|至少|超过|剩|前[^，]{0,3}批|后[^，]{0,3}批|重复|兼|既|第/u;

/** 两项补助按标准: all of them together. */
const OF_ALL =
  /^(?:这)?[两二三四五2-5](?:项|行|笔|类|部分|个项目)(?:补助|资金|经费|的钱|钱)?|按(?:这个|这一|备注的?|方案的?)?标准|(?:把)?(?:两|三|四)(?:项|行|个)(?:相)?$|(?:补助|资金|经费|的钱)$/gu;
const countOf = (word: string | undefined) => {
  const digits = /^(?:\d{1,2}|[一二两三四五六七八九十]{1,3})/u.exec(word ?? '')?.[0];
  if (!digits) return null;
  return /\d/.test(digits) ? Number(digits) : chineseNumber(digits);
};

/** Numbers of one unit before a total of that unit, in one sentence. */
export function sumsIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((total, at): Miscalculation[] => {
    const behind = amounts.slice(0, at).findLast((a) => a.unit === total.unit)?.end ?? 0;
    const match = TOTAL.exec(text.slice(Math.max(behind, total.start - 16), total.start));
    if (!match || total.approximate) return [];
    const parts = partsBefore(text, amounts.slice(0, at), total);
    const [first, second] = parts;
    const last = parts.at(-1);
    // 一人5000元 is what one costs, no part.
    if (parts.some((p) => isRate(text, p))) return [];
    if (!first || !second || !last || parts.some((p) => parts.some((q) => !areAlike(p, q)) || !areAlike(p, total)))
      return [];
    const words = text.slice(first.start, total.end);
    const lead = text.slice(text.lastIndexOf('；', first.start) + 1, first.start);
    const said = text.slice(last.end, total.start);
    if (MORE.test(withoutThis(words)) || MORE.test(lead) || parts.some((p) => p.approximate)) return [];
    const many = countOf(match.groups?.['many']);
    if (many !== null && many !== parts.length) return [];
    const sum = sumOf(parts);
    // A total that was named first and its parts behind it.
    const partsOfFirst = parts.length > 2 && isSame(sum - first.value, first.value);
    if (isSame(sum, total.value) || partsOfFirst || isSame(first.value, total.value)) return [];
    // What is said between the last part and the total: 12人参加、9人观摩，共20人.
    const between = said.slice(0, said.length - match[0].length).replaceAll(/[，、,：:（(\s]/gu, '');
    if (
      between.replace(OF_ALL, '').length > 4 ||
      parts.some((p, i) => i > 0 && p.start - (parts[i - 1]?.end ?? 0) > 22)
    )
      return [];
    return [
      {
        ...{ start: first.start, end: total.end, code: 'wrong-sum' },
        severity: between === '' ? 'error' : 'warning',
        what: '各部分加起来，与合计不一致',
        expected: `${parts.map((p) => spelled(p.value, '')).join('+')}，合计${spelled(sum, total.unit)}`,
      },
    ];
  });
}

const withoutThis = (words: string) => words.replaceAll(/(?:各|每)(?=地|方面|位|界)/gu, '');

/** 80人40万元, 16个队室80万元: how many, and with no pause what it costs. */
const isCountOf = (text: string, count: Amount, money: Amount) =>
  money.unit === '元' && count.end <= money.start && /^[^，。；、]{0,8}$/u.test(text.slice(count.end, money.start));

/** The numbers of the total's unit right before it, none left out: back to another total, the sentence's beginning or ；. */
function partsBefore(text: string, before: readonly Amount[], total: Amount): Amount[] {
  const parts: Amount[] = [];
  for (const amount of before.toReversed()) {
    const next = parts[0] ?? total;
    const between = text.slice(amount.end, next.start);
    if (/[；。]/u.test(between)) break;
    if (amount.unit !== total.unit) {
      // 80人40万元，60人18万元: how many stands right before how much; any other number makes it unplain.
      if (parts.length > 0 && !isCountOf(text, amount, next)) return [];
      continue;
    }
    if (parts.length > 0 && !ADDED.test(between)) return [];
    if (TOTAL.test(text.slice(Math.max(0, amount.start - 16), amount.start))) break;
    parts.unshift(amount);
  }
  return parts;
}
