/// <reference types="astro/client" />

/** The stylesheet woven from the content: see scripts/lib/woven-css.ts. */
declare module 'virtual:woven.css';
