/** Characters a grown reader takes in a minute from a screen, Chinese prose; a Latin word counts as one. */
const PER_MINUTE = 400;

/** Minutes to read a text of so many characters, at least one. */
export function readingMinutes(length: number): number {
  return Math.max(1, Math.round(length / PER_MINUTE));
}
