/** Whether something is a whole address on the web: what stands in a feed or in data is read far from its page. */
export const isWhole = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s<>"]+$/.test(value)) return false;
  return URL.canParse(value);
};

/** Addresses in HTML that only mean something on the page they were written for. */
export const notWholeIn = (html: string): string[] =>
  Array.from(html.matchAll(/\s(?:href|src|cite|poster)="([^"]*)"/g), ([, value = '']) => value).filter(
    (value) => !isWhole(value.replaceAll('&amp;', '&')) && !/^(?:mailto|tel):/.test(value),
  );
