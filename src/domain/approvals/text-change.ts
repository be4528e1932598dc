/** One place in which a story's file is not as it was, with what stands around it. */
export interface TextChange {
  /** Line of the file as it is now, from 1. */
  readonly line: number;
  /** What stood there, and what stands there now; one of them may be empty. Line ends are in it. */
  readonly was: string;
  readonly now: string;
  /** Offsets in the earlier and in the present text. */
  readonly wasAt: number;
  readonly nowAt: number;
  /** A few characters of the present text on either side, within the line. */
  readonly lead: string;
  readonly tail: string;
}
