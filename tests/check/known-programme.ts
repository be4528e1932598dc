import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { proseReaders } from '#check/prose/all-rules.ts';
import { termsSchema } from '#check/prose/language/terms.ts';
import { namesOfPlaces } from '#domain/people/place-names.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { realProgramme } from '../domain/real-programme.ts';
import { KNOWN } from '../reader/story-mutation.ts';

const terms = termsSchema.parse(parse(readFileSync(join(projectFolder, 'content/terms.yaml'), 'utf8')));
const readers = proseReaders({ terms, people: [], today: '2026-11-25' }, realProgramme());

/** What is known to whoever checks a story beside the real programme: its rules, clauses, places and wording. */
export const KNOWN_PROGRAMME = {
  ...KNOWN,
  readers: () => readers,
  passages: new Set(realProgramme().passages.keys()),
  placeNames: namesOfPlaces(realProgramme().places.values()),
  fingerprint: 'the real programme',
};
