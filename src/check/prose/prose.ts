import type { Person } from '#domain/people/consent/person.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Severity } from '../finding.ts';
import type { Range } from '../text/range.ts';
import type { Terms } from './language/terms.ts';

export type { Range } from '../text/range.ts';

/** A number that the site itself puts in (`<Num fact="…"/>`): it cannot be wrong, but others are compared with it. */
export interface ProvedNumber extends Range {
  /** Id of the fact it prints. */
  readonly fact: string;
}

/** What a block is in its story. `words`: the words of an attribute: captions, alternative texts, who says it. */
export type ProsePart = 'title' | 'subtitle' | 'summary' | 'heading' | 'paragraph' | 'item' | 'cell' | 'note' | 'words';

/** What a `Quote` says of its words. */
export interface Citation {
  /** Who said them. */
  readonly by: string | null;
  /** The address in the document at which they stand. */
  readonly clause: string | null;
}

/** Where a table cell stands. */
export interface CellPlace {
  /** Number of the table in the story. */
  readonly table: number;
  /** Both from 0; the header is row 0. */
  readonly row: number;
  readonly column: number;
}

/** A paragraph, heading, list item, table cell, footnote or line of the front matter, as it is read: no marks, numbers put in. */
export interface ProseBlock {
  readonly part: ProsePart;
  readonly text: string;
  readonly proved: readonly ProvedNumber[];
  /** Items of one list, cells of one row and lines of one `Quote` share a number; null where it belongs to none. */
  readonly group: number | null;
  /** Whether it stands inside a quotation of somebody else (`Quote`, `Letter`, `>`). */
  readonly quoted: boolean;
  /** Of words in a `Quote`: where they are from. */
  readonly citation?: Citation;
  /** Of a table cell. */
  readonly cell?: CellPlace;
}

/** The text of a story for the rules that read it, in order. */
export interface StoryProse {
  readonly blocks: readonly ProseBlock[];
  /** The day the story is dated, `YYYY-MM-DD`. */
  readonly date: string;
  /** What the front matter says of names: who is in it, and what is none. Where nothing is said they are only found. */
  readonly declared?: { readonly people: readonly string[]; readonly nobody: readonly string[] };
}

/** What a rule found in one block. */
export interface ProseFinding extends Range {
  /** Number of the block in the story. */
  readonly block: number;
  /** A certain mistake is an error, a doubtful one a warning. */
  readonly severity: Severity;
  /** kebab-case, one for each kind of mistake. */
  readonly code: string;
  /** What is wrong, in a few words without a full stop. */
  readonly what: string;
  /** What stands there, as a sentence quotes it (with “”). */
  readonly found: string;
  /** What is right; names the right value. */
  readonly expected: string;
  /** Where that is written: 正文四（一）2, 附件1, 事实 <id>; null where it is a matter of language or calendar. */
  readonly written: string | null;
  /** How to mend it: a sentence a clerk can follow. */
  readonly mend: string;
}

/** What rules of language, calendar and privacy know. */
export interface OwnKnowledge {
  readonly terms: Terms;
  /** Everyone in the records. */
  readonly people: readonly Person[];
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What rules about the plan know; the programme is whole and free of errors. */
export interface PlanKnowledge extends OwnKnowledge {
  readonly programme: Programme;
}

/** Reads one story. */
export type ProseReader = (prose: StoryProse) => ProseFinding[];
/** A kind of mistake: prepares once what it compares with, then reads story after story. */
export type OwnRule = (known: OwnKnowledge) => ProseReader;
export type PlanRule = (known: PlanKnowledge) => ProseReader;
