import type { PlanRule, StoryProse } from '../prose.ts';
import { boundedCounts } from './bounds.ts';
import { comparedTownships } from './compared.ts';
import { claimReader } from './cues.ts';
import { ledProjects } from './departments.ts';
import { fieldProjects } from './fields.ts';
import { nounReader } from './nouns.ts';
import { namedIn, namedPairings, SOMEBODY_ELSE, SUBSET } from './scope.ts';
import { sectionCounts } from './sections.ts';
import { countedThings, countSentences } from './sentences.ts';
import { townshipTables } from './tables.ts';
import { townshipJudge } from './townships.ts';
import { wholeJudge } from './whole.ts';

/** The words that say what a story is about, for counts without a subject of their own. */
const headlines = ({ blocks }: StoryProse) =>
  blocks.flatMap(({ part, text }) => (['title', 'subtitle', 'summary', 'heading'].includes(part) ? text : []));

/**
 * Counts of cities, counties, townships, projects, task lines and departments that contradict the programme. Speaks only
 * where a sentence counts all of them, or all townships of one pairing; of some of them a story may count what it likes.
 */
export const countsOfThings: PlanRule = ({ programme }) => {
  const pairings = namedPairings(programme);
  const nounOf = nounReader(programme);
  const claims = claimReader(programme);
  const townships = townshipJudge(pairings, claims);
  const whole = wholeJudge(programme, pairings, claims);
  const bounded = boundedCounts(programme, pairings, nounOf, claims);
  const departments = ledProjects(programme);
  const fields = fieldProjects(programme);
  const compared = comparedTownships(pairings);
  const sections = sectionCounts(programme);
  const inTables = townshipTables(pairings);
  return (prose) => {
    const about = namedIn(headlines(prose).join('\n'), pairings).named;
    const told = countSentences(prose, programme).flatMap((sentence) => [
      ...townships.split(sentence, about),
      ...bounded(sentence),
      ...compared(sentence),
      ...sections(sentence),
      ...countedThings(sentence, nounOf).flatMap((thing, _, all) => {
        const special = departments(thing) ?? fields(thing);
        if (special) return special;
        // A list right before the number is what it counts; `listCounts` reads that.
        if (namedIn(thing.before.slice(-30), pairings).end === Math.min(30, thing.before.length) && thing.noun.bare)
          return [];
        if (thing.noun.kind === 'townships') {
          const own = townships.own(thing);
          if (own) return own;
        }
        if (SUBSET.test(thing.clause) || SOMEBODY_ELSE.test(thing.clause)) return [];
        return whole(thing, about, all);
      }),
    ]);
    return [...told, ...inTables(prose.blocks)];
  };
};
