import { matchesIn } from '../../text/glance.ts';
import type { OwnRule, ProseFinding, Range } from '../prose.ts';
import type { Terms } from './terms.ts';

type Term = Terms[number];

interface Hit extends Range {
  readonly term: Term;
}

/** Where a word occurs in another one. */
function placesIn(long: string, short: string): number[] {
  const places: number[] = [];
  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) places.push(at);
  return places;
}

/** Longer words in which the wrong one is right, each with where the wrong one stands in it; the right word counts too. */
const exceptionsOf = ({ wrong, right, unless = [] }: Term) =>
  [...unless, right].flatMap((word) => placesIn(word, wrong).map((at) => ({ word, at })));

/** Finds all wrong words of a text; of several that overlap the longest is told. */
function finder(terms: Terms): (text: string) => Hit[] {
  const byWord = new Map(terms.map((term) => [term.wrong, { term, exceptions: exceptionsOf(term) }]));
  // The longest first: of two words that begin at the same place a regular expression takes the first it is given.
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const anyWord = new RegExp(`(?=(${words.map((word) => RegExp.escape(word)).join('|')}))`, 'gu');

  return (text) => {
    const hits: Hit[] = [];
    for (const { index: start, 1: word = '' } of matchesIn(text, anyWord)) {
      const known = byWord.get(word);
      if (!known) continue;
      if (known.exceptions.some(({ word: longer, at }) => at <= start && text.startsWith(longer, start - at))) continue;
      const hit = { term: known.term, start, end: start + word.length };
      const before = hits.at(-1);
      if (before && before.end > start) {
        if (word.length > before.end - before.start) hits[hits.length - 1] = hit;
      } else hits.push(hit);
    }
    return hits;
  };
}

const sentence = (words: string) => (/[。！？]$/u.test(words) ? words : `${words}。`);

/** Words that the list of wrong words has, with the right one beside them. */
export const wrongWords: OwnRule = ({ terms }) => {
  if (terms.length === 0) return () => [];
  const hitsIn = finder(terms);
  return ({ blocks }) =>
    blocks.flatMap((block, index) =>
      hitsIn(block.text).map(({ term, start, end }): ProseFinding => {
        const doubtful = term.doubtful === true;
        return {
          ...{ block: index, start, end },
          severity: doubtful || block.quoted ? 'warning' : 'error',
          code: 'wrong-word',
          what: doubtful ? '这个词要斟酌' : '用词不对',
          found: `“${term.wrong}”`,
          expected: `“${term.right}”`,
          written: null,
          mend: sentence(`改成“${term.right}”：${term.why}`),
        };
      }),
    );
};
