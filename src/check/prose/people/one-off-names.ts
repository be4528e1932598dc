import type { FoundName } from '../../text/names/names.ts';
import { tibetanNameAt } from '../../text/names/tibetan.ts';
import type { OwnRule, ProseFinding, StoryProse } from '../prose.ts';
import { namesOf } from './units.ts';

/** Shorter names differ in one character by chance: 张伟 and 张玮 are two people as often as one. */
const SHORTEST = 3;
const KIN =
  '哥哥|弟弟|姐姐|妹妹|大哥|二哥|大姐|二姐|兄弟|姐弟|兄妹|姐妹|兄长|双胞胎|孪生|父亲|母亲|爸爸|妈妈|儿子|女儿|爷爷|奶奶|堂哥|堂弟|堂姐|堂妹|表哥|表弟|表姐|表妹|叔叔|伯伯|姑姑|侄子|侄女';
/** 张远舟的哥哥张远山, 姐姐李小禾: kin have names alike. */
const KIN_BEFORE = new RegExp(`(?:${KIN})(?:名叫|叫|是|[：:，、])?$`, 'u');
const KIN_AFTER = new RegExp(`^的?(?:${KIN})|^[，（(是]{1,2}[^，。）)]{0,8}(?:${KIN})`, 'u');
const LONGEST_KIN = 16;
const JOINS = /^[、和与跟及同，]$/u;

/** A name with the places that print it, from the first on. */
interface Printed {
  readonly name: string;
  readonly places: { readonly block: number; readonly start: number; readonly kin: boolean }[];
}

/** Names whose length a slip of the pen does not change, by name. */
function printedIn(prose: StoryProse, declared: ReadonlySet<string>): Map<string, Printed> {
  const printed = new Map<string, Printed>();
  const add = (name: string, block: number, start: number, kin: boolean) => {
    const known = printed.get(name) ?? { name, places: [] };
    known.places.push({ block, start, kin });
    printed.set(name, known);
  };
  for (const [block, source] of prose.blocks.entries()) {
    const { text } = source;
    const isKin = ({ start, end }: FoundName) =>
      KIN_BEFORE.test(text.slice(Math.max(0, start - LONGEST_KIN), start)) ||
      KIN_AFTER.test(text.slice(end, end + LONGEST_KIN));
    for (const name of namesOf(source, prose)) {
      if (name.name.length >= SHORTEST && name.form !== 'veiled') add(name.name, block, name.start, isKin(name));
    }
    // Words that are nothing but a name: who a letter is from, who was asked.
    if (source.part === 'words' && !printed.has(text) && declared.has(text)) add(text, block, 0, false);
  }
  return printed;
}

/** Names of one length that differ in one character stand in the same place of the list for one of these. */
const holes = (name: string): string[] => [...name].map((_, at) => `${name.slice(0, at)}？${name.slice(at + 1)}`);

const STEM = /[甲乙丙丁戊己庚辛壬癸]/u;
/** 样例甲 and 样例乙 are numbered. */
const areNumbered = (one: string, other: string): boolean => {
  const at = [...one].findIndex((character, i) => character !== other.charAt(i));
  return STEM.test(one.charAt(at)) && STEM.test(other.charAt(at));
};

/** Whether both are Tibetan names of the stock: 次仁卓玛 and 次仁卓嘎 are two people. */
const bothOfStock = (one: string, other: string): boolean =>
  [one, other].every((name) => tibetanNameAt(name, 0)?.length === name.length);

/** Whether two names stand side by side somewhere, as two people do. */
function standTogether({ blocks }: StoryProse, one: Printed, other: Printed): boolean {
  const ends = new Map(other.places.map(({ block, start }) => [`${block} ${start}`, true]));
  return one.places.some(({ block, start }) => {
    const text = blocks[block]?.text ?? '';
    const after = start + one.name.length;
    return (
      (ends.has(`${block} ${after + 1}`) && JOINS.test(text.charAt(after))) ||
      (ends.has(`${block} ${start - 1 - other.name.length}`) && JOINS.test(text.charAt(start - 1)))
    );
  });
}

/**
 * A name one character off another of the same story: 张远州 where `people` or `names` has 张远舟. Told of the one that is not
 * declared, or that stands there once while the other stands there more often; two who are both declared, both frequent,
 * kin, or named side by side are two people.
 */
export const oneOffNames: OwnRule = () => (prose) => {
  const people = new Set(prose.declared?.people ?? []);
  // Where nobody is declared every name is asked about, and both are told there: names are not read twice for it.
  if (people.size === 0) return [];
  const nobody = new Set(prose.declared?.nobody ?? []);
  const printed = printedIn(prose, people);
  const known = new Map(printed);
  for (const name of people) {
    if (name.length >= SHORTEST && !known.has(name)) known.set(name, { name, places: [] });
  }
  const alike = new Map<string, Printed[]>();
  for (const one of known.values())
    for (const hole of holes(one.name)) alike.set(hole, [...(alike.get(hole) ?? []), one]);

  return [...printed.values()].flatMap((odd): ProseFinding[] => {
    const [place] = odd.places;
    if (!place || people.has(odd.name) || nobody.has(odd.name) || odd.places.some(({ kin }) => kin)) return [];
    const right = holes(odd.name)
      .flatMap((hole) => alike.get(hole) ?? [])
      .find(
        (other) =>
          other !== odd &&
          (people.has(other.name)
            ? other.places.length === 0 || odd.places.length === 1
            : odd.places.length === 1 && other.places.length > 1) &&
          !other.places.some(({ kin }) => kin) &&
          !areNumbered(odd.name, other.name) &&
          !bothOfStock(odd.name, other.name) &&
          !standTogether(prose, odd, other),
      );
    if (!right) return [];
    const declared = people.has(right.name);
    return [
      {
        ...{ block: place.block, start: place.start, end: place.start + odd.name.length },
        severity: 'warning',
        code: 'name-one-off',
        what: `名字和${declared ? '稿头里' : '别处写'}的差一个字`,
        found: `“${odd.name}”`,
        expected: `“${right.name}”`,
        written: null,
        mend: declared
          ? `是同一个人，就改成一样的字（也可能是稿头写错了）；是两个人，就把“${odd.name}”也写进稿头的 people。`
          : `是同一个人，就改成一样的字；是两个人，就把两个名字都写进稿头的 people。`,
      },
    ];
  });
};
