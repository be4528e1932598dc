import { phraseOf } from './fold-text.ts';
import { namesNear, sameAs } from './names.ts';
import { idsOfAll, type NeedleHits, ranked } from './rank.ts';
import type { Offer, RelatedTo } from './related-to.ts';
import { wordOffers } from './related-words.ts';

/** So many pages are offered. */
const MOST = 8;
/** So many other words are looked up in place of one. */
const MOST_WORDS = 4;

/**
 * Pages that do not hold what was asked for: those with other names of it first, then those with a name much like it,
 * then those with some of its words.
 */
export async function relatedTo(to: RelatedTo): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for (const source of [sameOffers, nearOffers, wordOffers]) {
    if (offers.length >= MOST) break;
    const more = await source(to);
    const ids = new Set(await to.allowed(more.map(({ id }) => id)));
    for (const { id } of offers) ids.delete(id);
    for (const offer of more) if (ids.delete(offer.id)) offers.push(offer);
  }
  return offers.slice(0, MOST);
}

function sameOffers(to: RelatedTo): Promise<Offer[]> {
  const others = (text: string) => sameAs(text, to.names.same);
  return insteadOffers(to, (text) =>
    others(text).map((word) => ({ text: word.text, why: `${word.text}（${word.why}）` })),
  );
}

function nearOffers(to: RelatedTo): Promise<Offer[]> {
  return insteadOffers(to, (text) =>
    namesNear(text, to.names.names).map((name) => ({ text: name, why: `名字相近：${name}` })),
  );
}

/** Pages that hold another word in the place of one needle, and all other needles. */
async function insteadOffers(
  to: RelatedTo,
  others: (text: string) => { text: string; why: string }[],
): Promise<Offer[]> {
  const asked = to.needles.flatMap(({ texts }, i) =>
    texts
      .flatMap(others)
      .slice(0, MOST_WORDS)
      .map((other) => ({ ...other, i, phrase: phraseOf(other.text, to.folding) })),
  );
  const offers = asked.map(async ({ i, why, phrase }) => {
    const instead: NeedleHits = [{ length: phrase.length, where: await to.occurrences(phrase) }];
    const needles = to.hits.map((hits, at) => (at === i ? instead : hits));
    const kept = to.needles.flatMap(({ phrases }, at) => (at === i ? [phrase] : phrases));
    return ranked(idsOfAll(needles), { needles, typed: -1, searched: 0 }, to.engine.pages).map(
      ({ id, inTitle, at }) => ({
        id,
        inTitle,
        at,
        why,
        phrases: kept,
      }),
    );
  });
  return (await Promise.all(offers)).flat();
}
