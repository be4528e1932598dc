import { Document, isMap, isSeq } from 'yaml';
import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';

/** A person as it is written down: without what the file's name and place say. */
export type PersonRecord = Omit<Person, 'id' | 'sample'>;
/** A paper as it is written down. */
export type ConsentRecord = Omit<Consent, 'id' | 'sample'>;

/** YAML in the order given; lists and small groups on one line, as in the manual. */
function yaml(record: Readonly<Record<string, unknown>>): string {
  const document = new Document(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) if (isSeq(value) || isMap(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** The file of someone: `people/<id>.yaml`. */
export function personRecordText(person: PersonRecord): string {
  const { name, also, alias, age_band, role, aided, namesake, died } = person;
  return yaml({ name, also, alias, age_band, role, aided: aided || undefined, namesake, died });
}

/** The file of a paper: `consents/<id>.yaml`. */
export function consentRecordText(paper: ConsentRecord): string {
  const {
    person,
    scope,
    channels,
    signed,
    until,
    guardian,
    kin,
    told,
    refusal_offered,
    separate,
    paper: place,
  } = paper;
  const { withdrawn } = paper;
  return yaml({
    ...{ person, scope, channels, signed, until, guardian, kin, told, refusal_offered, separate },
    ...{ paper: place, withdrawn },
  });
}
