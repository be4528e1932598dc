import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { stemOf } from '../../text/place-names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { statementsReader } from '../document/statements.ts';
import type { PlanRule } from '../prose.ts';
import { namedIn, namedPairings } from '../scope.ts';

/** The pairing is spoken of. */
const OF_PAIRING =
  /附件|名单|情况表|结对|对接|对口|受援|援建|通知|方案|名下|归\p{Script=Han}{0,4}(?:承接|管|包|对接|结对|帮|援)|承接|挂钩|帮扶/u;
/** Two are set against each other, something is denied, or people come from there. */
const APART =
  /不是|并非|而非|不归|不在|不属|没有|不|没|别|误|错|和|与|跟|及|以及|分别|各自|分属|另|也有|比|除|还是|来自|路过|途经|经过|再到|又到|然后|转|从|到了|路上|去往|前往|路过|公路|离|距|邻|隔|实际|如果|曾|老家|籍|出生/u;

/** A township that a sentence about the pairing names beside one city or county alone, where it is another pairing's. */
export const placesAtLarge: PlanRule = ({ programme }: { readonly programme: Programme }) => {
  const pairings = namedPairings(programme);
  const homes = new Map<string, Set<string>>();
  const called = new Map<string, string>();
  for (const { city, county, threads } of programme.journeys)
    for (const { place } of threads) {
      const own = homes.get(place.name) ?? new Set();
      own.add(`${city.id} ${county.name}`);
      homes.set(place.name, own);
      called.set(place.name, place.name);
      const stem = place.name.slice(0, -1);
      if (
        stem.length > 1 &&
        !programme.journeys.some((j) => stemOf(j.county.name) === stem || stemOf(j.city.name) === stem)
      )
        called.set(stem, place.name);
    }
  const any = new RegExp(anyOf(called.keys()), 'gu');
  return statementsReader(
    programme,
    ({ text, earlier }) => {
      const near = sentencesIn(earlier).at(-1)?.text ?? '';
      if (!OF_PAIRING.test(text)) return [];
      const { named } = namedIn(text, pairings);
      const [only, ...more] = named;
      if (!only || more.length > 0 || namedIn(near, pairings).named.some((p) => p !== only)) return [];
      const found = matchesIn(text, any).map(({ index, 0: name }) => ({
        start: index,
        end: index + name.length,
        place: called.get(name) ?? name,
        name,
      }));
      // A stem may be an ordinary word: it counts beside a full name, or in a row.
      const sure = found.filter(
        ({ name, start, end }) =>
          name === called.get(name) || /[、乡镇]/u.test(text.slice(end, end + 1)) || text[start - 1] === '、',
      );
      const first = Math.min(...sure.map(({ start }) => start));
      const last = Math.max(...sure.map(({ end }) => end));
      if (!sure.some(({ name }) => name !== '')) return [];
      const rest = text.slice(0, first) + text.slice(last);
      if (APART.test(rest.replaceAll(/(?:跟|和|与|同)(?:它|他们|她们|之|咱们?|我们|你们)/gu, ''))) return [];
      return found.flatMap(({ start, end, place }) => {
        const own = homes.get(place);
        if (!own || [...own].some((key) => key === `${only.city} ${only.county}`)) return [];
        const right = programme.journeys.find(({ threads }) => threads.some((t) => t.place.name === place));
        return right
          ? [
              {
                start,
                end,
                right: `${place}在${right.county.name}，由${right.city.name}对口`,
                written: only.label.split('，')[0] ?? null,
              },
            ]
          : [];
      });
    },
    { code: 'city-township', what: '结对的市、县和乡镇对不上', mend: '照附件1改地名；说的不是结对，把话写清楚。' },
    OF_PAIRING,
  );
};
