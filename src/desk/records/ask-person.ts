import type { Person } from '#domain/people/consent/person.ts';
import type { Answerer } from '../asking/answerer.ts';
import type { NewRecords } from './new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './person-questions.ts';

/** Asks who somebody of that name is, and puts them among the records that are still to be written. */
export async function askPerson(name: string, records: NewRecords, { answer }: Answerer): Promise<Person> {
  const start: PersonDraft = { known: records.everyone, name };
  const others = PERSON_QUESTIONS.filter(({ option }) => option !== 'name');
  return records.addPerson(personOf(await answer(others, start)));
}
