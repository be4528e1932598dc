import { z } from 'zod';

/** One line with something to see on it. */
export const line = z
  .string()
  .regex(/\S/)
  .regex(/^[^\n]*$/);

/** How many characters a reader counts: a Tibetan syllable of several letters or an emoji of several signs is one. */
export const charactersIn = (text: string) => [...new Intl.Segmenter('zh').segment(text)].length;
/** The same of no more than so many characters. */
export const upTo = (maximum: number) =>
  line.check(({ value: input, issues }) => {
    // Counting takes long, and no character is shorter than one unit of the string.
    if (input.length > maximum && charactersIn(input) > maximum)
      issues.push({ code: 'too_big', origin: 'string', maximum, input });
  });
