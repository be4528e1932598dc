import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import { literal } from '../counts/scope.ts';
import type { Misplaced } from './whereabouts-annexes.ts';

const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const DENIED = /不是|并非|而非|没有|误|错|如果|[？?]/u;
const numeral = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));
const HOLDS =
  '(?:里|中|那条|这条)?(?:(?:讲|说|写|规定|要求|提出|安排|列|叫|管)(?:的|了|着)?(?:就|则)?(?:是|为|到|：)?|(?:的?标题|的?题目)?(?:就|则)?(?:是|为|叫|：|——))(?:各单位)?“?';
/** Words of every text that say nothing of what an item is about. */
const USUAL = /^(?:工作|援藏|各项|有关|单位|部门|项目|青年|共青|青团|团省|省委|领导|小组|情况|进一|一步)$/u;

/** An item of a section, with the words of its heading. */
interface Item {
  readonly number: number;
  readonly heading: string;
  readonly text: string;
}

/** Reads sentences that say of an item of the document, by its number, what another item of the section is about. */
export function itemReader({ clauses, passages }: Programme) {
  const sections: { number: number; title: string; items: Item[]; label: string }[] = [];
  for (const { id, role, text } of clauses) {
    const [, number, title] = (role === 'section' && /^([一二三四五六七八九十]+)、(.+)$/u.exec(text)) || [];
    if (number !== undefined && title !== undefined)
      sections.push({ number: numeral(number), title: title.trim(), items: [], label: passages.get(id)?.label ?? id });
    const [, own, heading, rest] = (role === 'item' && /^(\d+)[．.]([^。]{2,24})。(.+)$/u.exec(text)) || [];
    if (own !== undefined && heading !== undefined)
      sections.at(-1)?.items.push({ number: Number(own), heading, text: `${heading}${rest}` });
  }
  // A section whose items go on through its fields is numbered elsewhere.
  const listed = sections.filter(({ items }) => items.length > 1 && items[0]?.number === 1 && items.length < 6);
  const titles = listed.map(({ title }) => literal(title)).join('|') || '(?!)';
  const item = `第(?<nth>${N})[条项点]|(?<last>最后一[条项点]|末[条项])|(?<first>头一[条项点]|首[条项])`;
  const ref = `(?:(?<part>[一二三四五六七八九])[.．、](?<no>\\d)(?!\\d)|(?:第(?<part2>${N})部分|[“]?(?<title>${titles})[”]?)(?:部分)?(?:的|里的?|中的?|，|[^，。；]{0,8}[条项]，)?(?:${item}))`;
  const forward = new RegExp(`${ref}${HOLDS}(?<what>\\p{Script=Han}{2,12})`, 'gu');
  const backward = new RegExp(
    `(?<what>\\p{Script=Han}{2,12}?)[”]?(?:的要求|一条|的内容)?(?:则|就|也)?(?:写|列|放|排|规定|见)?(?:在|是|于)(?:了)?(?:方案|通知)?的?${ref}`,
    'gu',
  );

  /** How many pairs of characters of some words stand in an item. */
  const alike = (what: string, text: string) =>
    Array.from({ length: Math.max(0, what.length - 1) }, (_, i) => what.slice(i, i + 2)).filter(
      (pair) => !USUAL.test(pair) && text.includes(pair),
    ).length;

  return (text: string): Misplaced[] => {
    if (!/[条项点]|[一二三四五六七八九][.．、]\d/u.test(text) || DENIED.test(text)) return [];
    return [...text.matchAll(forward), ...text.matchAll(backward)].flatMap(
      ({ index, 0: words, groups = {} }): Misplaced[] => {
        const { part, no, part2, title, nth, last, first, what = '' } = groups;
        const section = listed.find((s) => (title ? s.title === title : s.number === numeral(part ?? part2 ?? '')));
        const number = last ? section?.items.length : first ? 1 : numeral(no ?? nth ?? '');
        const said = section?.items.find((i) => i.number === number);
        if (!section || !said) return [];
        // A word may stand in two headings: the item that has most of the words is meant.
        const own = alike(what, said.text);
        const best = Math.max(...section.items.map((i) => alike(what, i.heading)));
        const right = section.items.filter((i) => alike(what, i.heading) === best);
        const [one] = right;
        if (!one || best <= own || right.length > 1 || (alike(what, said.heading) > 0 && best < 2)) return [];
        const label = `${section.label}${one.number}`;
        return [
          {
            ...{ start: index, end: index + words.length, written: label },
            right: `“${said.heading}”是第${said.number}条，“${one.heading}”是第${one.number}条`,
          },
        ];
      },
    );
  };
}
