import { chineseNumber } from '../../rules/numerals.ts';
import type { Passage } from './passages.ts';
import { BLANK } from './units.ts';

const AGE =
  /(不满|未满|不到)?(?<![\d一二三四五六七八九十])(?:(\d{1,3})|([一二三四五六七八九十]{1,3}))\s?(?:周)?岁(?!那|时|起|以前|前|后|就|的时候|开始|没了|上了台)/gu;
/** 今年十二, 才十二, 刚满四: an age without its measure. */
const BARE_AGE =
  /(?:今年|刚满|年满|才|过完年满)(\d{1,2}|[一二三四五六七八九]|十[一二三四五六七]?)(?=岁|$|[，。、；！？])/u;
const BORN = /((?:19|20)\d{2})年(?:\d{1,2}月)?(?:出生|生)(?!活|产|意)/u;
const AGE_LABEL = /年龄[：:是]?\s?(\d{1,2})(?!\d)/u;

/** 十二三 and 七八 too: then the larger of the two. */
const yearsOf = (han: string): number =>
  chineseNumber(han) ?? (chineseNumber(han.slice(-1)) ?? 99) + (han.startsWith('十') ? 10 : 0);

const agesIn = (text: string): number[] =>
  [...text.matchAll(AGE)].map(
    ([, below, digits, han]) => (digits ? Number(digits) : yearsOf(han ?? '')) - (below ? 1 : 0),
  );

/** An age or a year of birth beside a name. */
export function ageBeside({ mentions }: Passage, today: string): number | null {
  for (const { unit, name } of mentions) {
    const [after = ''] = unit.masked.slice(name.end, name.end + 40).split(UP_TO_NEXT);
    const before = /[^。；，]{0,16}$/u.exec(unit.masked.slice(Math.max(0, name.start - 16), name.start))?.[0] ?? '';
    const [age] = [...agesIn(before), ...agesIn(after)];
    if (age !== undefined) return age;
    const bare = BARE_AGE.exec(after);
    if (bare) return Number(bare[1]) || yearsOf(bare[1] ?? '');
    const label = AGE_LABEL.exec(unit.masked.slice(name.end, name.end + 40));
    if (label) return Number(label[1]);
    const born = BORN.exec(before) ?? BORN.exec(after);
    if (born) return Number(today.slice(0, 4)) - Number(born[1]);
  }
  return null;
}
export const UP_TO_NEXT = new RegExp(`[。；${BLANK}]`, 'u');

/** 如今她四十岁: what was told of a child is long ago. */
export const GROWN = /(?:如今|现在)[^，。；！？\n]{0,6}?(?:[2-9]\d|[二三四五六七八九]十[一二三四五六七八九]?)岁/u;

/** An age in a sentence that goes on about somebody; 一个五岁的孩子 is somebody else. */
export function ageAround({ ahead, around }: Passage): number | null {
  for (const { text } of [...ahead, ...around]) {
    const [age] = /[一有]个|[一有][名位]/u.test(text) ? [] : agesIn(text);
    if (age !== undefined) return age;
  }
  return null;
}
