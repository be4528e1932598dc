import { mayTellOfAid, tellsAid, tellsAmount, tellsOwnAmount } from '../../text/hardship/aid.ts';
import { tellsHardship } from '../../text/hardship/hardships.ts';
import { shownName } from '../../text/names/names.ts';
import type { OwnRule, ProseFinding, Range, StoryProse } from '../prose.ts';
import { whereaboutsIn } from './identifying.ts';
import { isAlias, type Passage, passagesIn } from './passages.ts';
import { recordedNames, saysAlias, touching } from './records.ts';
import { placeIn, unitsOf } from './units.ts';
import { helps, isMadeUp, isNamedAsAided, tellingOf } from './who.ts';

/** Whether a text names a village: with the hardship it tells its neighbours who is meant, whatever the name. */
const tellsVillage = (text: string) =>
  whereaboutsIn(text).some(({ start, end }) => /村(?:\p{Script=Han}{0,2}组)?$/u.test(text.slice(start, end)));

/** What is told of somebody that does not belong beside a name; empty: nothing. */
function toldOf(passage: Passage): string {
  const texts = tellingOf(passage);
  const hardship = texts.some(tellsHardship);
  const amount = texts.some(tellsOwnAmount) && texts.some(tellsAid);
  const aided = isNamedAsAided(passage);
  if ((!hardship && !amount && !aided) || helps(passage) || isMadeUp(passage)) return '';
  const told = [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])];
  return told.length > 0 ? told.join('、') : '受助';
}

/** People without a record of whom hardship is told, or aid with its amount: each once, where the name first stands. */
function unrecordedAided(prose: StoryProse, taken: (block: number, start: number, end: number) => boolean) {
  return passagesIn(unitsOf(prose, mayTellOfAid)).flatMap((passage): ProseFinding[] => {
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

interface Naming extends Range {
  readonly block: number;
  readonly name: string;
  readonly alias: boolean;
}

/** What is told beside a name. */
const toldWords = (hardship: boolean, amount: boolean) =>
  [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])].join('和');

const named = (
  { block, start, end, name }: Naming,
  severity: ProseFinding['severity'],
  told: string,
  where: string,
): ProseFinding => ({
  block,
  start,
  end,
  severity,
  code: 'aided-student-named',
  what: `写了受助学生的真名，${where}又写了${told}`,
  found: `“${shownName(name)}”的真名`,
  expected: '化名，并且说明是化名',
  written: null,
  mend: `把真名换成化名，文末说明是化名；要留真名，就删去${told}。写项目的钱，另写一段，不写到这个人。`,
});

const unsaid = ({ block, start, end, name }: Naming): ProseFinding => ({
  block,
  start,
  end,
  severity: 'warning',
  code: 'alias-unsaid',
  what: '受助学生用了化名，没有说明',
  found: `“${name}”，全文没有“化名”两个字`,
  expected: `“${name}（化名）”`,
  written: null,
  mend: '在名字第一次出现的地方加“（化名）”，或者在文末写一句“文中名字是化名”。',
});

/** One student in one story: what a real name stands beside decides; a 化名 only has to say that it is one. */
function judged(namings: readonly Naming[], { blocks }: StoryProse, saidAlias: boolean): ProseFinding[] {
  const real = namings.filter(({ alias }) => !alias);
  const [first] = real;
  if (!first) return saidAlias ? [] : namings.slice(0, 1).map(unsaid);
  const hardship = blocks.some(({ text }) => tellsHardship(text));
  const amount = blocks.some(({ text }) => tellsAmount(text));
  if (hardship && amount) return [named(first, 'error', '难处和金额', '')];
  for (const naming of real) {
    const text = blocks[naming.block]?.text ?? '';
    const told = toldWords(tellsHardship(text), tellsAmount(text));
    if (told !== '') return [named(naming, 'error', told, '同一段里')];
  }
  return hardship || amount ? [named(first, 'warning', toldWords(hardship, amount), '别处')] : [];
}

/**
 * Students who were helped: a real name never stands with hardship or money, and a 化名 says that it is one. Those of
 * the records are known; others only where the words say that they are such.
 */
export const aidedStudents: OwnRule = ({ people }) => {
  const recorded = recordedNames(people);
  return (prose) => {
    const { blocks } = prose;
    const all = blocks.map(({ text }) => recorded(text));
    const namings = new Map<string, Naming[]>();
    for (const [block, names] of all.entries()) {
      for (const { start, end, name, alias, people: bearers } of names) {
        for (const { id } of bearers.filter(({ aided }) => aided === true)) {
          namings.set(id, [...(namings.get(id) ?? []), { block, start, end, name, alias }]);
        }
      }
    }
    const taken = all.map(touching);
    const saidAlias = blocks.some(({ text }) => text.includes('化名'));
    const ofRecords = [...namings.values()].flatMap((own) => judged(own, prose, saidAlias));
    const unrecorded = saysAlias(blocks.map(({ text }) => text))
      ? []
      : unrecordedAided(prose, (block, start, end) => taken[block]?.({ start, end }) ?? false);
    return [...ofRecords, ...unrecorded];
  };
};
