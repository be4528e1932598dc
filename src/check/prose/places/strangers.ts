import { matchesIn } from '../../text/glance.ts';
import { stemOf } from '../../text/place-names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseFinding } from '../prose.ts';
import { hasOtherYear } from '../scope.ts';
import { PAIRING_TALK } from './relations.ts';

const NOT_SAID = /没有|不是|不含|除了|以外|之外|另有|误|错|如果|假如|后来|以前|原来|医疗|企业|大学|公司/u;

/** A city that is not in the programme, in a list of those that are: 甲、乙、丙、丁、戊五个市. */
export const placeStrangers: PlanRule = ({ programme }) => {
  const { journeys, passages, places } = programme;
  const cities = [...new Map(journeys.map(({ city, source }) => [city.name, source]))];
  const stems = cities.map(([name]) => stemOf(name));
  if (stems.length < 2) return () => [];
  const known = new Set([...places.values()].map(({ name }) => stemOf(name)));
  const one = `(?:${stems.map((word) => RegExp.escape(word)).join('|')})市?`;
  const list = new RegExp(
    `(?:${one}(?:、|和|与|及|以及)){2,}(?<stranger>\\p{Script=Han}{2,3}?)(?<between>市?(?:、${one}|和${one})*(?:这|等)?(?:[一二三四五六七八九十]|\\d{1,2})(?:个|座|家)?(?:地级|兄弟)?(?:城)?市)`,
    'gu',
  );
  const written = cities.map(([, source]) => passages.get(source)?.short ?? source)[0] ?? null;
  return ({ blocks }) =>
    blocks.flatMap((source, block) =>
      sentencesIn(source.text).flatMap(({ start, text }): ProseFinding[] => {
        const sentence = text.slice(0, 600);
        if (!(PAIRING_TALK.test(sentence) || /通知|方案/u.test(sentence)) || NOT_SAID.test(sentence)) return [];
        if (hasOtherYear(sentence, programme)) return [];
        return matchesIn(sentence, list).flatMap(({ index, 0: words, groups }): ProseFinding[] => {
          const { stranger = '', between = '' } = groups ?? {};
          if (known.has(stranger) || stems.some((stem) => stranger.includes(stem))) return [];
          const at = start + index + words.length - between.length - stranger.length;
          return [
            {
              ...{ block, start: at, end: at + stranger.length },
              severity: source.quoted ? 'warning' : 'error',
              code: 'city-not-listed',
              what: '这座城市不在结对的名单里',
              found: `“${stranger}”`,
              expected: `${stems.length}座：${stems.join('、')}`,
              written,
              mend: '删去它，再把个数改对；说的是别的事，把话写清楚。',
            },
          ];
        });
      }),
    );
};
