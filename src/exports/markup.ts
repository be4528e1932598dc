/** What HTML or a printer cannot show, and what turns the direction of the text around: control characters. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text without what nobody can see, on one line. */
export const seen = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\n\t\r]+/g, ' ')
    .replaceAll(UNSEEN, '');

/** Text for an HTML text node or a double-quoted attribute; nothing in it is markup any more. */
export const safe = (text: string) =>
  seen(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Markup that was made here, so that it is not escaped again. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Inside = string | number | Markup | null | undefined | readonly Inside[];

const markupOf = (inside: Inside): string => {
  if (inside === null || inside === undefined) return '';
  if (inside instanceof Markup) return inside.html;
  return typeof inside === 'object' ? inside.map(markupOf).join('') : safe(String(inside));
};

/** A template in which everything put in is escaped unless it was made by this too. */
export const html = (parts: TemplateStringsArray, ...inside: readonly Inside[]): Markup =>
  new Markup(parts.map((part, i) => part + markupOf(inside[i])).join(''));

/** What a page that the staff open from disk is made of; style, body and policy are made here, the title is not. */
interface StaffPage {
  readonly title: string;
  readonly style: string;
  /** What the page may load: see Content-Security-Policy. */
  readonly policy: string;
  readonly body: Markup;
}

/** A page for the staff only, whole: it asks for nothing from anywhere, and nobody's index takes it. */
export const staffPage = ({ title, style, policy, body }: StaffPage): string =>
  html`${new Markup('<!doctype html>\n<html lang="zh-CN">')}
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;

/** What a section lists in a table. */
export interface Listing {
  readonly title: string;
  /** Beside the title: how many there are; not shown where there are none. */
  readonly count: string;
  /** Class of the table. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Markup[];
  /** What stands there where nothing is to be listed. */
  readonly none: string;
}

/** A section of the sheet with its heading; what stands beside it may be empty. */
export const section = (title: string, beside: string, inside: Inside): Markup =>
  html`<section><h2>${title}<small>${beside}</small></h2>${inside}</section>`;

/** A section with a table whose head comes again on every page. */
export function listing({ title, count, name, columns, rows, none }: Listing): Markup {
  if (rows.length === 0) return section(title, '', html`<p class="none">${none}</p>`);
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  return section(
    title,
    count,
    html`<table class="${name}"><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table>`,
  );
}
