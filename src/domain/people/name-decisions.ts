import { nameKey } from '../release/names/name-finder.ts';
import type { NameKind, Story } from '../stories/story.ts';
import { bareName, personsNamed } from './bearers.ts';
import { isRealNameInRecords, type PeopleRecords, peopleFound } from './found-people.ts';

/**
 * What is wrong with a decision on a name. `unused`: the story does not name them; `twice`: decided before; `unknown`: said
 * to be in the records and is not; `sourceless`: needs a source; `overruled`: the records know the real name, or the story
 * lists them, so that they are no 化名 and no other word.
 */
export interface DecisionFault {
  readonly kind: 'unused' | 'twice' | 'unknown' | 'sourceless' | 'overruled';
  /** Its place in `names`. */
  readonly index: number;
  readonly name: string;
  readonly is: NameKind;
}

/**
 * Looks through the decisions of a story.
 * @param recordsWhole whether all records could be read: else nobody is unknown
 */
export function decisionFaults(story: Story, records: PeopleRecords, recordsWhole: boolean): DecisionFault[] {
  const { names = [] } = story;
  if (names.length === 0) return [];
  const key = (name: string) => nameKey(bareName(name), records.spelling);
  const found = new Map(peopleFound(story, records).map((one) => [key(one.name), one]));
  return names.flatMap(({ name, is, source }, index): DecisionFault[] => {
    const fault = (kind: DecisionFault['kind']): DecisionFault[] => [{ kind, index, name, is }];
    if (names.findIndex((other) => key(other.name) === key(name)) < index) return fault('twice');
    const own = found.get(key(name));
    if (!own) return fault('unused');
    if (is === 'recorded') {
      return recordsWhole && personsNamed(name, records).length === 0 ? fault('unknown') : [];
    }
    if (is === 'alias' || is === 'not-a-person') {
      const hides = isRealNameInRecords(name, records) || (is === 'not-a-person' && own.listed);
      return hides ? fault('overruled') : [];
    }
    const inPlan = is === 'public' && records.planNames.has(bareName(name));
    return source === undefined && !inPlan ? fault('sourceless') : [];
  });
}
