import { chineseNumber } from '../../rules/numerals.ts';
import type { PlanRule, ProseBlock, ProseFinding, StoryProse } from '../prose.ts';
import { listEnds } from './list-counts-ends.ts';
import { listFinding } from './list-counts-finding.ts';
import { listSize, numberedParts, topLevel } from './list-counts-items.ts';
import { type ListLead, listLead } from './list-counts-lead.ts';
import { isProved, narrowed } from './words.ts';

/** A colon that opens a list, not one of a time or a score; or a dash. */
const COLON = /：|(?<!\d):(?!\d|\/\/)|——/gu;
/** A list in brackets: 四个县（甲、乙、丙、丁）. */
const BRACKETS = /[（(](?<inside>[^（）()]{3,200})[）)]/gu;
/** In brackets stands what is said of the things as often as their names. */
const TOLD_OF = /\d|各|每|等|其中|共|分别|不含|包括|以及|见|即/u;

const IN_BRACKETS =
  /[（(]((?:共计|合计|一共|总共|全部|共|计)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:人|名|位|个|所|家|项|件|篇)[^（）()，、]{0,4})[）)]$/u;

/** Where a list begins, and its words. */
interface Opening {
  readonly index: number;
  readonly rest: string;
  readonly brackets: boolean;
}

/** Every place of a paragraph where a list may begin. `text`: what stands in brackets is blanked out. */
function openings(text: string, whole: string): Opening[] {
  const after = [...text.matchAll(COLON)].map(({ index, 0: mark }): Opening => {
    const rest = text.slice(index + mark.length, index + 1500);
    return { index, rest: mark === '——' ? (rest.split('——')[0] ?? '') : rest, brackets: false };
  });
  const inside = [...whole.matchAll(BRACKETS)].flatMap(({ index, groups }): Opening[] => {
    const rest = groups?.['inside'] ?? '';
    return rest.includes('、') && !TOLD_OF.test(rest) ? [{ index, rest: topLevel(rest), brackets: true }] : [];
  });
  return [...after, ...inside];
}

/** 队长1名、队员4名: the counts inside a list may add up to the one before it. */
const sumOf = (items: readonly string[]) =>
  items
    .flatMap((item) => item.match(/\d+|[一二两三四五六七八九十]+(?=[名个人位所家张件条])/gu) ?? [])
    .reduce((sum, word) => sum + (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0)), 0);

/** The list in the same paragraph, right behind the colon, the dash or in brackets. */
function inParagraph(prose: StoryProse, block: number, text: string, whole: string): ProseFinding[] {
  return openings(text, whole).flatMap(({ index, rest, brackets }) => {
    // 获奖名单（共5人）：甲、乙: the count stands in brackets right before the colon.
    const [, said = ''] = brackets ? [] : (IN_BRACKETS.exec(whole.slice(Math.max(0, index - 24), index)) ?? []);
    const own = said === '' ? null : listLead(said);
    const lead = own
      ? { ...own, certain: false }
      : listLead(text.slice(Math.max(0, index - 80), index).padStart(Math.min(80, index)));
    if (!lead || rest.trim() === '' || (brackets && !lead.certain)) return [];
    const offset = own ? index - 1 - said.length : Math.max(0, index - 80);
    const { count } = lead;
    const range = { start: count.start + offset, end: index };
    const source = prose.blocks[block];
    if (!source || isProved(source, { start: range.start, end: range.start + 1 })) return [];
    const parts = numberedParts(rest);
    if (parts > 0) return partsFinding(prose, block, lead, parts, range);
    const list = listSize(rest);
    if (!list || list.sizes.has(count.value) || sumOf(list.items) === count.value) return [];
    if (list.open) {
      if (list.size <= count.value) return [];
      return [listFinding(prose, block, { ...range, value: count.value, size: list.size, certain: false })];
    }
    // Long items are clauses, not names: what is a thing of its own in them is a guess.
    const plain = list.items.every((item) => item.length <= (brackets ? 10 : 20));
    if (!plain || (list.items.length === 2 && count.value > 3 && !lead.certain)) return [];
    return [
      listFinding(prose, block, {
        ...range,
        value: count.value,
        size: list.size,
        certain: lead.certain && rest.includes('、'),
      }),
    ];
  });
}

const GOES_ON = /^(?:[一二三四五六七八九十]是|[②-⑩]|（[二三四五六七八九十\d]）|第[二三四五六七八九十]|其[二三四五])/u;

/** 一是…；二是…: fewer than said may go on in the next paragraph. */
function partsFinding(
  prose: StoryProse,
  block: number,
  { count, certain }: ListLead,
  parts: number,
  range: { start: number; end: number },
): ProseFinding[] {
  if (parts === count.value || parts === 1) return [];
  const next = prose.blocks[block + 1]?.text ?? '';
  if (parts < count.value && GOES_ON.test(next.trimStart())) return [];
  return [listFinding(prose, block, { ...range, value: count.value, size: parts, certain })];
}

/** Items of the Markdown list right behind a block. */
function itemsAfter(blocks: readonly ProseBlock[], block: number): number {
  const first = blocks[block + 1];
  if (first?.part !== 'item' || first.group === null) return 0;
  let items = 0;
  for (let i = block + 1; i < blocks.length; i++) {
    const at = blocks[i];
    if (at?.part !== 'item' || at.group === null) break;
    if (at.group === first.group) items++;
  }
  return items;
}

/** The Markdown list behind a paragraph that ends in a colon. */
function markdownList(prose: StoryProse, block: number, text: string): ProseFinding[] {
  const source = prose.blocks[block];
  const colon = /[：:]\s*$/u.exec(text);
  if (source?.part !== 'paragraph' || !colon) return [];
  const items = itemsAfter(prose.blocks, block);
  const lead = items > 1 ? listLead(text.slice(0, colon.index)) : null;
  if (!lead || lead.count.value === items || isProved(source, lead.count)) return [];
  // 十二条归在四个方面：: either number may be the list's.
  const sentence = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf('；')) + 1);
  const earlier = listLead(sentence.slice(0, sentence.lastIndexOf('，')));
  if (earlier?.count.value === items) return [];
  const { start } = lead.count;
  return [
    listFinding(prose, block, { start, end: lead.end, value: lead.count.value, size: items, certain: lead.certain }),
  ];
}

/** Counts that differ from the list they introduce or close. */
export const listCounts: PlanRule = ({ programme }) => {
  const closed = listEnds(programme);
  return (prose) =>
    prose.blocks.flatMap((source, block) => {
      const whole = narrowed(source.text);
      const text = topLevel(whole);
      return [
        ...inParagraph(prose, block, text, whole),
        ...markdownList(prose, block, text),
        ...closed(prose, block, text),
      ];
    });
};
