import { inQuotes } from '#domain/plan/quotation.ts';
import type { Chosen } from '#domain/search/found.ts';
import { LONGEST_QUERY, type Query } from '#domain/search/query.ts';
import { FACETS } from '#domain/stories/facets.ts';

/** What is said about a search: a line, and what stands below it. */
export interface Message {
  readonly head: string;
  readonly notes: readonly string[];
}

export const ALL = '全部';
export const AGAIN = '再试一次';
export const UNBOUND = '不限这些，再找一次';
export const RELATED = '相关（不含原词）';

const LONGEST_QUOTE = 24;
const SLOW = '线路有点慢，请再等一等……';
const NAMES_MEANWHILE = '名字可以先在下面查。';
const NAMES_BELOW = '要找的是人、地方、项目或故事的名字，也可以在下面查。';

export const factsOf = (count: number) => `事实${count}条`;
export const counted = (count: number) => `${count}篇`;
export const moreOf = (count: number) => `再看${count}篇`;
export const allOf = (count: number) => `${ALL}${count}篇`;
export const restOf = (count: number) => `还有${count}个`;
export const narrowByAll = (titles: readonly string[]) => `按${titles.join('、')}看`;
export const narrowBy = (title: string) => `按${title}看`;

/** A long text is known by its beginning. */
function brief(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_QUOTE
    ? inQuotes(`${characters.slice(0, LONGEST_QUOTE).join('')}……`)
    : inQuotes(text);
}

/** While the answer is on its way. */
export const looking = (q: string): Message => ({ head: `正在找${brief(q)}……`, notes: [] });

/** When it takes long; when it takes very long, the names help meanwhile. */
export const slow = (verySlow: boolean) => (verySlow ? `${SLOW}${NAMES_MEANWHILE}` : SLOW);

/** What was found: the count of pages that hold the words, and how the query was read. */
export interface Outcome {
  readonly count: number;
  readonly related: number;
  readonly parts: readonly string[];
  readonly readAs: readonly string[];
  readonly chosen: Chosen;
}

export function outcome({ count, related, parts, readAs, chosen }: Outcome): Message {
  const bounds = FACETS.flatMap((facet) => chosen[facet] ?? []);
  const within = bounds.join('、');
  const named = readAs.length > 0 && count > 0 ? parts.filter((part) => /\p{Script=Han}|^\P{L}+$/u.test(part)) : parts;
  const words = named.map(brief).join('');
  const holding = `${parts.length > 1 ? '同时' : ''}含${words}`;
  const none = within ? `在${inQuotes(within)}里没有${holding}的` : `没有哪一篇${holding}`;
  const literal = count === 0 ? none : words && `含${words}`;
  const only = within && count > 0 ? `只看：${within}` : '';
  const near = count === 0 && related > 0 ? `下面${related}篇相近，供参考` : '';
  const note = [literal, ...readAs, only, near].filter(Boolean).join('；');
  const advice = count > 0 || related > 0 || within ? [] : [`可以少打几个字，换一种说法，或者打拼音。${NAMES_BELOW}`];
  return { head: `找到${count}篇`, notes: [note, ...advice] };
}

/** What is said of a query that is not searched; null where it is. */
export function refusal(query: Query): Message | null {
  if (query.kind === 'signs') return { head: '请打上要找的字', notes: ['只有标点，找不出东西；打一两个字试试。'] };
  if (query.kind !== 'long') return null;
  return {
    head: `这句话有${query.length}个字，一次最多搜${LONGEST_QUERY}个字`,
    notes: ['留下最要紧的一句，再找一次。'],
  };
}

/** When the index cannot be had. */
export function failure(onLine: boolean): Message {
  return onLine
    ? { head: '现在搜不了', notes: [`可能是线路断了一下，或者网站正在更新。${NAMES_BELOW}`] }
    : { head: '现在没有连上网', notes: [`连上以后会接着找。${NAMES_BELOW}`] };
}
