import type { Figure } from '#charts/kit/figure.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import type { PictureView } from '#views/story-card.ts';

/**
 * What the components of a story look up by the names their author wrote. They cannot ask for it, and MDX hands them
 * their attributes only: the page lays it into `Astro.locals.story` before it renders the text.
 */
export interface StoryContext {
  readonly numbers: ReadonlyMap<string, PrintedNumber>;
  readonly pictures: ReadonlyMap<string, PictureView>;
  readonly figures: ReadonlyMap<
    string,
    { readonly figure: Figure; readonly svgHref: string; readonly csvHref: string }
  >;
  readonly passage: (locator: string) => { readonly text: string; readonly href: string | null };
  readonly sides: { readonly left: string; readonly right: string };
  /** Level of headings over figures: under the headings of the text where it has any. */
  readonly level: 2 | 3;
  /** The cloth beside a quotation, as SVG. */
  readonly band: string;
}

declare global {
  namespace App {
    interface Locals {
      /** Laid there by a story's page for the components inside its text. */
      story: StoryContext;
    }
  }
}
