import { shownName } from '../../text/names/names.ts';
import type { ProseFinding, StoryProse } from '../prose.ts';
import { tellsAid, tellsHardship, tellsOwnAmount } from './aided-signs.ts';
import { helps } from './helps.ts';
import { isAlias, type Passage, passagesIn } from './passages.ts';
import { placeIn, unitsOf } from './units.ts';
import { whereaboutsIn } from './whereabouts.ts';
import { isMadeUp, tellingOf } from './who.ts';

/** Whether a text may tell of aid or hardship at all: most tell neither. */
const mayTell = (text: string): boolean => tellsHardship(text) || (tellsAid(text) && tellsOwnAmount(text));

/** Whether a text names a village: with the hardship it tells its neighbours who is meant, whatever the name. */
const tellsVillage = (text: string) =>
  whereaboutsIn(text).some(({ start, end }) => /村(?:\p{Script=Han}{0,2}组)?$/u.test(text.slice(start, end)));

/** What is told of somebody that does not belong beside a name; empty: nothing. */
function toldOf(passage: Passage): string {
  const texts = tellingOf(passage);
  const hardship = texts.some(tellsHardship);
  const amount = texts.some(tellsOwnAmount) && texts.some(tellsAid);
  if ((!hardship && !amount) || helps(passage) || isMadeUp(passage)) return '';
  return [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])].join('、');
}

/** People without a record of whom hardship is told, or aid with its amount: each once, where the name first stands. */
export function unrecordedAided(prose: StoryProse, taken: (block: number, start: number, end: number) => boolean) {
  return passagesIn(unitsOf(prose, mayTell)).flatMap((passage): ProseFinding[] => {
    const [first] = passage.mentions;
    if (!first) return [];
    const { block, at } = placeIn(first.unit, first.name.start);
    const end = at + passage.name.length;
    const told = taken(block, at, end) ? '' : toldOf(passage);
    if (told === '') return [];
    if (isAlias(passage)) {
      if (!tellingOf(passage).some(tellsVillage)) return [];
      return [
        {
          ...{ block, start: at, end, severity: 'error', code: 'alias-identifiable', written: null },
          what: `用了化名，又写了村子和${told}，村里人认得出是谁`,
          found: `“${shownName(passage.name)}”和村子、${told}写在一起`,
          expected: '化名旁边不写到村、组',
          mend: '去掉村和组的名字，只写到县；或者删去难处和金额。',
        },
      ];
    }
    return [
      {
        ...{ block, start: at, end, severity: 'error', code: 'aided-student-named', written: null },
        what: `写了名字，又写了${told}`,
        found: `“${shownName(passage.name)}”和${told}写在一起`,
        expected: '化名，并且说明是化名',
        mend: `名字换成化名，后面加“（化名）”；或者删去${told}，只写做了什么。写项目的钱，另写一段，不写到人。`,
      },
    ];
  });
}
