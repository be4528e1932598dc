import { act } from '../act.ts';
import { askRecords, WRITES_RECORDS } from './asked-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from './person-questions.ts';
import { personLine } from './record-report.ts';

/** Asks who somebody is and writes their record. */
export const newPerson = act({
  name: 'new:person',
  values: ['name', 'namesake', 'alias', 'age', 'role', 'aided', 'died'],
  switches: ['yes'],
  ...WRITES_RECORDS,
  run: ({ given, switches }, desk) =>
    askRecords(
      desk,
      Object.fromEntries(given),
      switches.has('yes'),
      async ({ answer }, records) => {
        const start: PersonDraft = { known: records.everyone };
        return personLine(records.addPerson(personOf(await answer(PERSON_QUESTIONS, start))));
      },
      ({ people: [person] }) =>
        person?.age_band === 'collective'
          ? '集体不用授权书；照片里认得出的人，一个一个另外记。'
          : `收到授权书以后：npm run new:consent -- --person ${person?.name ?? person?.alias}`,
    ),
});
