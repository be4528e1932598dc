import type { Step } from '../approvals/approval.ts';
import type { TextChange } from '../approvals/text-change.ts';
import type { Channel, Scope } from '../people/consent/consent.ts';
import type { Refusal } from '../people/consent/permission.ts';
import type { Signer } from '../people/consent/person.ts';
import type { Face } from './records.ts';

/** Someone may not be named, shown or told of as the story does it. */
export interface ConsentHold {
  readonly kind: 'consent';
  readonly printed: string;
  /** What is not permitted for one reason. */
  readonly scopes: readonly Scope[];
  readonly why: Refusal;
  /** Who has to sign for it. */
  readonly signer: Signer;
  /** The last day on which it was permitted, or the day of withdrawal; null where it never was. */
  readonly since: string | null;
  /** Where only another place tells who is in a picture of this story: the picture, and that place. */
  readonly sameAs: { readonly src: string; readonly face: Face } | null;
  /** The address of the story, where it is made of the name. */
  readonly address?: string;
  /** Where it is not permitted; on the site unless told. */
  readonly channel?: Channel;
}

/** A name of which nobody has said whether it is one, and what covers it. */
export interface UndecidedHold {
  readonly kind: 'undecided';
  readonly printed: string;
}

/** A step of the review is still to be done, or what it was done over has changed. */
export interface ReviewHold {
  readonly kind: 'review';
  readonly step: Step;
  /** Who had done it, of an approval that does not count any more. */
  readonly by: string | null;
  /** Why it does not count; empty where it was not done yet. */
  readonly why: readonly string[];
  /** Whether what changed since is a slip of the pen, and this one signature is all that is asked for. */
  readonly small: boolean;
  /** What changed since it was done, place by place; empty where nothing did, or it is not known. */
  readonly changes: readonly TextChange[];
}

/** Something that nobody but its writer knows was not written yet when it was made of a document. */
export interface ImportHold {
  readonly kind: 'import';
  /** Keys of the front matter that still say so. */
  readonly unwritten: readonly string[];
}

/** The hour of the story is still to come. */
export interface HourHold {
  readonly kind: 'hour';
  readonly begin: Date;
}

/** The story was taken back. */
export interface EndHold {
  readonly kind: 'end';
  readonly end: Date;
}

/** Why a story is not in the production site, as data: `format/hold-words.ts` says it. */
export type Hold = ConsentHold | UndecidedHold | ReviewHold | ImportHold | HourHold | EndHold;

/** A picture that is left out of a story. */
export interface LeftOut {
  readonly src: string;
  /** `expired`: nobody may show it any more; `person`: someone in it did not permit it. */
  readonly why: 'expired' | 'person';
  /** The last day of an expired one, else the name. */
  readonly what: string;
}
