import type { ProseFinding } from '../prose.ts';
import { type NamedPairing, namedIn } from './counts-scope.ts';
import { type CountSentence, countFinding } from './counts-sentences.ts';
import { countWords } from './counts-words.ts';

/** 甲对口的乡镇比乙少一个. */
const THAN =
  /比(?<other>[^，。；！？]{2,16}?)(?:的|结对的?|对口的?)?(?:还|要|都)?(?<how>多|少)(?:了|出)?(?:(?<many>\d{1,2}|[一二两三四五六七八九十]{1,3})个?)?(?=$|[，。；！？、个])/gu;
const ALIKE = /乡镇(?:数|个数|数量)?(?:一样多|一样|相同|相等)(?=$|[，。；！？])/gu;
const MOST = /乡镇(?:数|数量)?最(?<how>多|少)(?:的)?(?:县|市|城市|团市委)?(?:是|为)?/gu;
const TOPIC = /结对|受援|对口|援助|援建|附件|名单|通知|方案/u;

/** How many townships one pairing has beside another, told wrong: 多一个, 一样多, 最少. */
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
  const only = (text: string) => {
    const { named } = namedIn(text, pairings);
    return named.length === 1 ? named[0] : undefined;
  };
  return (sentence: CountSentence): ProseFinding[] => {
    const { text } = sentence;
    if (!text.includes('乡镇') || !TOPIC.test(text)) return [];
    const clauseBefore = (at: number) =>
      text.slice(Math.max(text.lastIndexOf('，', at), text.lastIndexOf('；', at)) + 1, at);
    const than = [...text.matchAll(THAN)].flatMap(({ index, 0: words, groups = {} }): ProseFinding[] => {
      const before = clauseBefore(index);
      const [one, other] = [only(before), only(groups['other'] ?? '')];
      if (!one || !other || !/乡镇/u.test(before + words)) return [];
      const more = (one.townships - other.townships) * (groups['how'] === '多' ? 1 : -1);
      const many = groups['many'];
      const said =
        many === undefined ? null : many === '一' || many === '1' ? 1 : (countWords(`${many}个`)[0]?.value ?? null);
      if (many === undefined ? more > 0 : more === said || said === null) return [];
      return [found(sentence, index, index + words.length, [one, other])];
    });
    const alike = [...text.matchAll(ALIKE)].flatMap(({ index, 0: words }): ProseFinding[] => {
      const { named } = namedIn(clauseBefore(index), pairings);
      if (named.length < 2 || new Set(named.map((p) => p.townships)).size === 1) return [];
      return [found(sentence, index, index + words.length, named)];
    });
    const most = [...text.matchAll(MOST)].flatMap(({ index, 0: words, groups = {} }): ProseFinding[] => {
      const behind = /^[^，。；！？]{0,10}/u.exec(text.slice(index + words.length))?.[0] ?? '';
      const one = words.endsWith('是') || words.endsWith('为') ? only(behind) : only(clauseBefore(index));
      if (!one || namedIn(text, pairings).named.length > 2) return [];
      const all = pairings.map((p) => p.townships);
      const right = groups['how'] === '多' ? Math.max(...all) : Math.min(...all);
      if (one.townships === right) return [];
      return [
        found(
          sentence,
          index,
          index + words.length,
          pairings.filter((p) => p.townships === right),
        ),
      ];
    });
    return [...than, ...alike, ...most];
  };
}
