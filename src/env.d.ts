/// <reference types="astro/client" />

/** The stylesheet woven from the content: see src/site/modules/woven-css.ts. */
declare module 'virtual:woven.css';

/** The content folder as it was read, and what this build was told: see src/site/modules/content.ts. */
declare module 'virtual:content' {
  const read: {
    /** null where it has errors. */
    readonly content: import('#domain/programme/programme.ts').Content | null;
    /** Whether samples are shown. */
    readonly samples: boolean;
    /** ISO time at which the day began that this build takes for today. */
    readonly now: string;
    /** The newest data release whose figures are those of this content; null: none. */
    readonly release: string | null;
  };
  export default read;
}

/** Compiles the text of a story that is out, by its id: see src/site/modules/story-modules.ts. */
declare module 'virtual:story-bodies' {
  const storyModule: (id: string) => Promise<import('astro').MDXInstance<Record<string, unknown>> | undefined>;
  export default storyModule;
}
