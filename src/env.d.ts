/// <reference types="astro/client" />

/** The stylesheet woven from the content: see scripts/lib/woven-css.ts. */
declare module 'virtual:woven.css';

declare namespace App {
  interface Locals {
    /** Laid there by a story's page for the components inside its text. */
    story: import('./components/story/context.ts').StoryContext;
  }
}
