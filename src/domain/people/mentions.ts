/** `certain`: a name by its form and its place; `likely`: somebody has to say whether it is one. */
export type Certainty = 'certain' | 'likely';

/** Which part of a story names somebody. */
export const MENTION_PARTS = [
  'title',
  'subtitle',
  'summary',
  'people',
  'author',
  'correction',
  'profile',
  'heading',
  'paragraph',
  'item',
  'cell',
  'note',
  'letter',
  'letter-from',
  'letter-to',
  'interview-by',
  'speaker',
  'quote',
  'quote-by',
  'roster',
  'photo-people',
  'caption',
  'alt',
  'label',
] as const;
export type MentionPart = (typeof MENTION_PARTS)[number];

/** Where a name stands: in a value of the front matter, or in the source of the body (`path` null); offsets as `slice` counts. */
export interface MentionPlace {
  readonly path: readonly (string | number)[] | null;
  readonly start: number;
  readonly end: number;
}

/** A place at which a story names somebody. */
export interface Mention {
  /** As it is printed there. */
  readonly name: string;
  readonly part: MentionPart;
  readonly certainty: Certainty;
  /** Whether the story says beside it that the name is made up: 小禾（化名）. */
  readonly alias: boolean;
  readonly at: MentionPlace;
}

/** Which part of a story some characters of its body belong to. */
export interface NamingPart {
  readonly part: MentionPart;
  readonly start: number;
  readonly end: number;
}

/** What the body of a story says of people, as it was read. */
export interface BodyNaming {
  readonly mentions: readonly Mention[];
  /** The parts of the body, in the order of the text. */
  readonly parts: readonly NamingPart[];
}

/** A body in which nobody is named. */
export const NOBODY_NAMED: BodyNaming = { mentions: [], parts: [] };
