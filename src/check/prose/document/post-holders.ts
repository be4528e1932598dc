import type { Programme } from '#domain/programme/programme.ts';

/** Somebody whom the document names with a post. */
export interface Holder {
  readonly name: string;
  /** Posts and places in the group as single words: 副书记, 党组成员, 挂职, 副组长. */
  readonly posts: ReadonlySet<string>;
  /** The same as the document has it: 副组长，团省委副书记、党组成员. */
  readonly words: string;
  /** Place in the group: 组长, 副组长, 办公室主任. */
  readonly place: string;
  readonly clause: string;
}

/** Words for posts, the longer first. */
export const POST_WORDS = [
  '党组副书记',
  '党组书记',
  '党组成员',
  '副书记',
  '书记',
  '副组长',
  '组长',
  '办公室副主任',
  '办公室主任',
  '副主任',
  '主任',
  '挂职',
  '兼职',
] as const;

const POST = new RegExp(POST_WORDS.join('|'), 'gu');
/** The posts that some words name. */
export const postsIn = (words: string): string[] => [...words.matchAll(POST)].map(([post]) => post);

/** 组 长：某某  某委书记; a line without a label goes on with the label before it. */
const LISTED =
  /^(?:(?<label>[^：]{2,8})：)?\s*(?<name>\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,3})\s{2,}(?<post>\S.*)$/u;
const HOLDING = /由(?<name>\p{Script=Han}{2,4}?)兼?任(?<post>[^，。；]{2,12})/u;

/** Everybody in the document's roster, with post and place in the group. */
export function holdersOf({ clauses }: Pick<Programme, 'clauses'>): Holder[] {
  let place = '';
  return clauses.flatMap(({ id, role, text }): Holder[] => {
    const holding = role === 'paragraph' ? HOLDING.exec(text)?.groups : undefined;
    if (holding) {
      const { name = '', post = '' } = holding;
      return [{ name, posts: new Set(postsIn(post)), words: post, place: post, clause: id }];
    }
    const listed = role === 'roster' ? LISTED.exec(text)?.groups : undefined;
    if (!listed) return [];
    const { label, name = '', post = '' } = listed;
    if (label !== undefined) place = label.replaceAll(/\s/gu, '');
    const posts = new Set([...postsIn(post), ...postsIn(place)]);
    return [{ name: name.replaceAll(/\s/gu, ''), posts, words: `${place}，${post}`, place, clause: id }];
  });
}
