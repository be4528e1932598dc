import type { StoryComponentName } from '#domain/stories/components.ts';
/** Something in a tag that the MDX parser would stop at. */
export interface TagFault {
  /**
   * `wide` a full-width sign · `quotes` other quotation marks than English ones · `bare` no quotation marks · `open` a
   * quotation mark that is not closed · `inner` English quotation marks inside a value · `expression` a value in braces ·
   * `stray` anything else that has no place there
   */
  readonly kind: 'wide' | 'quotes' | 'bare' | 'open' | 'inner' | 'expression' | 'stray';
  readonly at: number;
  readonly end: number;
  /** How it is written rightly, where that is known. */
  readonly better?: string;
}

/** One attribute as it is written. */
export interface TagAttribute {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** What stands in the quotation marks; null where there is no value that could be read. */
  readonly value: string | null;
  readonly valueAt: number;
}

/** A component's tag as it is written, read with more patience than the MDX parser has. */
export interface Tag {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  readonly kind: 'open' | 'close' | 'self';
  /** As it is written. */
  readonly name: string;
  /** The component that is meant. */
  readonly component: StoryComponentName;
  readonly attributes: readonly TagAttribute[];
  /** What the MDX parser would stop at, or read otherwise than it was meant. */
  readonly faults: readonly TagFault[];
  /** Whether it ends at all. */
  readonly ended: boolean;
}
