/** What a terminal would obey instead of showing: control characters (but for line ends), changes of direction. */
const OBEYED = /(?![\n])\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/**
 * A text as it may be printed: names of files and what stands in them can hold signs that clear the screen, change its
 * colours or turn the rest of the line around. Each stands as its code, such as 〔U+001B〕.
 */
export const printable = (text: string) =>
  text.replaceAll(OBEYED, (sign) => `〔U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`);
