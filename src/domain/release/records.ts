import type { Consent } from '../people/consent/consent.ts';
import type { Person } from '../people/consent/person.ts';
import type { NameSpelling } from './names/spelling.ts';

/** Someone who can be recognised in a picture, as a story tells it. */
export interface Face {
  /** The name as it is printed there. */
  readonly printed: string;
  /** The story, and its file. */
  readonly story: string;
  readonly src: string;
  readonly sample: boolean;
}

/** The records of everyone, and how people are recognised. */
export interface Records {
  readonly people: readonly Person[];
  readonly consents: readonly Consent[];
  /** What else a name may be written with. */
  readonly spelling: NameSpelling;
  /** Names that the plan itself prints: they are public. */
  readonly planNames: ReadonlySet<string>;
  /** What the places of the content are called, also without 市, 县, 乡, 镇: a word that only may be a name is the place. */
  readonly placeNames: ReadonlySet<string>;
  /** Who is in a picture, by the hash of its bytes: what one story tells holds for the same picture everywhere. */
  readonly faces: ReadonlyMap<string, readonly Face[]>;
}
