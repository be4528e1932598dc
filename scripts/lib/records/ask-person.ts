import type { Person } from '#domain/consent/person.ts';
import type { NewRecords } from './new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './person-questions.ts';
import type { Answerer } from './record-answers.ts';

/** Asks who somebody of that name is, and puts them among the records that are still to be written. */
export async function askPerson(name: string, records: NewRecords, { answer }: Answerer): Promise<Person> {
  const start: PersonDraft = { known: records.everyone, name };
  const others = PERSON_QUESTIONS.filter(({ option }) => option !== 'name');
  return records.addPerson(personOf(await answer(others, start)));
}
