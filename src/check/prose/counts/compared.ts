import { type Compared, comparisonsIn } from '../comparisons.ts';
import type { ProseFinding } from '../prose.ts';
import type { NamedPairing } from './scope.ts';
import { type CountSentence, countFinding } from './sentences.ts';

const ALIKE = /乡镇(?:数|个数|数量)?(?:一样多|一样|相同|相等)(?=$|[，。；！？])/gu;
const TOPIC = /结对|受援|对口|援助|援建|附件|名单|通知|方案|县|市/u;

/** How many townships one pairing has beside another, told wrong: 多一个, 两倍, 一样多, 最少. */
export function comparedTownships(pairings: readonly NamedPairing[]) {
  const found = (sentence: CountSentence, start: number, end: number, named: readonly NamedPairing[]): ProseFinding =>
    countFinding(
      sentence,
      { start, end },
      {
        severity: 'error',
        what: '乡镇数比下来和通知的名单不同',
        expected: named.map((p) => `${p.county}${p.townships}个乡镇`).join('，'),
        written: [...new Set(named.map((p) => p.label))].join('；'),
      },
    );
  const thingsIn = (text: string): Compared<NamedPairing>[] =>
    pairings
      .flatMap((thing) =>
        [...text.matchAll(thing.names.city), ...text.matchAll(thing.names.county)].map(({ index, 0: name }) => ({
          ...{ start: index, end: index + name.length, thing },
        })),
      )
      .toSorted((a, b) => a.start - b.start);
  return (sentence: CountSentence): ProseFinding[] => {
    const { text } = sentence;
    if (!text.includes('乡镇') || !TOPIC.test(text)) return [];
    const things = thingsIn(text);
    const told = comparisonsIn(text, things).flatMap((comparison): ProseFinding[] => {
      const { one, other, holds, by, start, end, words } = comparison;
      const before = text.slice(0, end);
      if (one === other || !/乡镇/u.test(before) || /海拔|公里|距离|人口|面积|钱|元|远|天|人/u.test(words)) return [];
      const others = other ? [other] : pairings.filter((p) => p !== one);
      const so = by
        ? others.every((o) => (one.townships - o.townships) * by.sign === by.number.value)
        : others.every((o) => holds(one.townships, o.townships));
      return so ? [] : [found(sentence, start, end, [one, ...others.slice(0, 3)])];
    });
    const alike = [...text.matchAll(ALIKE)].flatMap(({ index, 0: words }): ProseFinding[] => {
      const from = Math.max(text.lastIndexOf('，', index), text.lastIndexOf('；', index)) + 1;
      const named = [...new Set(things.filter((t) => t.start >= from && t.end <= index).map(({ thing }) => thing))];
      if (named.length < 2 || new Set(named.map((p) => p.townships)).size === 1) return [];
      return told.length > 0 ? [] : [found(sentence, index, index + words.length, named)];
    });
    return [...told, ...alike];
  };
}
