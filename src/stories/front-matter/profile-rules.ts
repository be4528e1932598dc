import { valueAt } from '#check/data/explain-issue.ts';
import { type Finding, finding, shown } from '#check/finding.ts';
import { idMend } from '#check/rules/named-things.ts';
import { bareName } from '#domain/people/bearers.ts';
import { bareWords, isPlaceId } from '#domain/stories/profile.ts';
import type { KnownToStories } from '../known.ts';

/** A text of the front matter at a path; null where there is none, or something else. */
function textAt(data: unknown, ...path: readonly (string | number)[]): string | null {
  const value = valueAt(data, path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A box is about one person: of several nobody could say whose words they are. */
function ofWhom(file: string, data: unknown): Finding[] {
  const people = valueAt(data, ['people']);
  const kind = valueAt(data, ['kind']);
  const base = { file, path: ['profile'], on: 'key', code: 'profile-of-one' } as const;
  if (kind !== 'person') {
    const what = 'profile 只写在人物稿里';
    const mend = '写的是一个人，就把 kind 改成 person；不是就把 profile 这几行整个删掉。';
    return [finding({ ...base, what, found: `kind 是${shown(kind)}`, expected: 'kind 是 person', mend })];
  }
  if (!Array.isArray(people) || people.length < 2) return [];
  return [
    finding({
      ...base,
      what: 'profile 说的是一个人，这一篇写了几个',
      found: `people 里有${people.length}个名字`,
      expected: 'people 里只有一个名字',
      mend: '几个人的稿子，谁从哪来写在正文里；或者一个人写一篇。把 profile 这几行整个删掉。',
    }),
  ];
}

/** Where they come from and where they are: an id is one of a place, and a place that is known is written by its id. */
function places(file: string, data: unknown, known: KnownToStories): Finding[] {
  if (known.places === null) return [];
  return ['from', 'at'].flatMap((key) => {
    const written = textAt(data, 'profile', key);
    const path = ['profile', key];
    if (written === null) return [];
    if (isPlaceId(written)) {
      if (known.places?.has(written)) return [];
      const mend = idMend(written, known.named.places, '照抄 places.yaml 里的 id；不是这些地方，就写几个汉字。');
      const words = { what: '没有这个地方', expected: 'places.yaml 里有的地方、单位的 id，或者几个汉字' };
      return [finding({ file, path, code: 'unknown-place', ...words, found: shown(written), mend })];
    }
    const same = known.named.places.find(({ names: [name] }) => name === written);
    if (!same) return [];
    return [
      finding({
        file,
        path,
        code: 'profile-place-name',
        severity: 'warning',
        what: '这个地方 places.yaml 里有，写 id 才有链接',
        found: shown(written),
        expected: '它的 id',
        mend: `改成 ${same.id}，网页上印的还是“${written}”。`,
      }),
    ];
  });
}

/** What a paragraph, an item or a line of the text says, as the words of a profile are looked for in it. */
export interface SpokenBlock {
  readonly text: string;
  readonly quoted: boolean;
  readonly inside?: string;
  readonly citation?: { readonly by: string | null; readonly clause: string | null };
}

/** Neither spaces nor quotation marks make other words of it, nor what it ends with. */
const UNHEARD = /[\s“”‘’"「」『』]/u;
const folded = (text: string) => [...text].filter((character) => !UNHEARD.test(character)).join('');
const withoutEnd = (text: string) => text.replace(/[，。；、,.;]+$/u, '');

/** Whether what stands between two offsets of a text stands in quotation marks. */
function isInMarks(text: string, at: number): boolean {
  let depth = 0;
  for (const character of text.slice(0, at)) {
    if (/[“「『]/u.test(character)) depth++;
    else if (/[”」』]/u.test(character)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Offsets of a text at which words begin, whatever spaces and marks lie between their characters. */
function placesOf(words: string, text: string): number[] {
  const offsets = Array.from(text, (_, at) => at).filter((at) => !UNHEARD.test(text.charAt(at)));
  const plain = offsets.map((at) => text.charAt(at)).join('');
  const found: number[] = [];
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) found.push(offsets[at] ?? 0);
  return found;
}

/** Somebody's own words where they stand: in quotation marks, in a letter, an interview, a quotation; `by`: said by whom. */
type Place = { readonly said: boolean; readonly by: string | null };

const placesIn = (words: string, blocks: readonly SpokenBlock[]): Place[] =>
  blocks.flatMap(({ text, quoted, inside, citation }) =>
    placesOf(words, text).map((at) => ({
      said: quoted || inside === 'Interview' || isInMarks(text, at),
      by: citation?.clause ? '文件' : (citation?.by ?? null),
    })),
  );

/** What somebody is quoted with stands in the text, as something said, and nobody else says it there. */
export function saidFaults(file: string, data: unknown, blocks: readonly SpokenBlock[]): Finding[] {
  const written = textAt(data, 'profile', 'words');
  const words = written === null ? '' : withoutEnd(folded(bareWords(written)));
  if (words === '') return [];
  const base = { file, path: ['profile', 'words'], code: 'profile-words', found: shown(written) };
  const found = placesIn(words, blocks);
  if (found.length === 0) {
    const what = '这句话正文里没有';
    const mend = '照正文抄，一个字也不改；正文里没有他说的话，就把 words 这一行删掉。';
    return [finding({ ...base, what, expected: '正文里原样有的一句话', mend })];
  }
  const said = found.filter((place) => place.said);
  if (said.length === 0) {
    const what = '这句话在正文里不是谁说的，是叙述';
    const expected = '正文里引号、Quote、Letter、Interview 里的话';
    return [finding({ ...base, what, expected, mend: '另选一句他自己说的；没有就把 words 这一行删掉。' })];
  }
  const name = bareName(textAt(data, 'people', 0) ?? '');
  const others = said.flatMap(({ by }) => (by !== null && !by.includes(name) ? [by] : []));
  const [other] = others;
  if (other === undefined || others.length < said.length) return [];
  const what = '这句话在正文里是别人说的';
  const expected = name === '' ? '他自己说的话' : `${name}说的话`;
  return [
    finding({
      ...base,
      what,
      found: `${base.found}，是“${other}”说的`,
      expected,
      mend: '另选一句他自己说的；没有就把 words 这一行删掉。',
    }),
  ];
}

/** What a profile can say wrong though each of its values has the right form. */
export const profileRules = (file: string, data: unknown, known: KnownToStories): Finding[] =>
  valueAt(data, ['profile']) === undefined ? [] : [...ofWhom(file, data), ...places(file, data, known)];
