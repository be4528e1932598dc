/**
 * The source of a pattern that finds any of some words as they stand, the longer one where two begin alike; of none it finds
 * nothing.
 */
export const anyOf = (words: Iterable<string>): string =>
  [...new Set(words)]
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word))
    .join('|') || '(?!)';
