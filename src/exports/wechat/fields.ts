import { LIMITS } from './rules.ts';

/** One thing that is typed into the back end beside the text. */
export interface WechatField {
  readonly name: '标题' | '作者' | '摘要' | '原文地址';
  readonly text: string;
  /** Characters that may stand there. */
  readonly most: number;
  /** What stood there before it was cut; null: nothing was. */
  readonly whole: string | null;
  /** Said where it is empty, or where somebody should look at it. */
  readonly note: string;
}

/** Characters as the back end counts them. */
export const lengthOf = (text: string): number => [...text].length;

/** Where a sentence ends, and where a part of one does; marks that close belong to what is before. */
const SENTENCE = /[。！？…][”’」』）]*/gu;
const PART = /(?=——)|[，；：、,;:　][”’」』）]*/gu;

/** The last place before the limit at which the pattern lets a text end; null: there is none far enough. */
function cutAt(text: string, most: number, ends: RegExp, least: number): string | null {
  const room = [...text].slice(0, most + 1).join('');
  const places = [...room.matchAll(ends)]
    .map((match) => (match.index ?? 0) + match[0].length)
    .filter((at) => lengthOf(room.slice(0, at)) <= most && lengthOf(room.slice(0, at)) >= least);
  const last = places.at(-1);
  return last === undefined ? null : room.slice(0, last);
}

/**
 * A text that fits: cut where a sentence ends; where none does, where a part of one does, without the mark that leads on;
 * else where the room does. What is left is never less than a third of the room if a longer piece can be had.
 */
export function fitted(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  const least = Math.floor(most / 3);
  const sentence = cutAt(text, most, SENTENCE, least);
  if (sentence !== null) return sentence;
  const part = cutAt(text, most, PART, least)?.replace(/[，；：、,;:　]+$/u, '');
  return part ?? [...text].slice(0, most).join('');
}

function field(name: WechatField['name'], whole: string, most: number, note = ''): WechatField {
  const text = fitted(whole, most);
  return { name, text, most, whole: text === whole ? null : whole, note };
}

/** What is typed into the back end for a story. */
export function wechatFields(story: {
  readonly title: string;
  readonly author: string | null;
  readonly summary: string;
  readonly address: string;
}): WechatField[] {
  const { title, author, summary, address } = story;
  const placeholder = new URL(address).hostname.endsWith('.invalid');
  return [
    field('标题', title, LIMITS.title, lengthOf(title) > LIMITS.title ? '太长，截短了：最好自己另拟一个' : ''),
    field('作者', author ?? '', LIMITS.author, author === null ? '稿件没有写作者，后台可以不填' : ''),
    field('摘要', summary, LIMITS.digest),
    {
      ...{ name: '原文地址' as const, text: address, most: LIMITS.address, whole: null },
      note: placeholder ? '网站的地址还没有定，先不填；定了（site.yaml 的 address）再导出一次' : '',
    },
  ];
}
