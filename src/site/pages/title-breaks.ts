import { dottedNamesIn } from '#check/text/names/dotted.ts';
import type { TitlePieces } from '#format/title-pieces.ts';

/** What holds a title: headings, and what is marked as one: the words at the head of a page, the names of lists. */
const MARKED = 'lead|dek|subtitle|side|tally|song|whole';
const CLASS = `\\sclass="[^"]*(?<![\\w-])(?:${MARKED})(?![\\w-])[^"]*"`;
/** A heading or a marked element with what is in it. Scripts are passed over: their words are no page. */
const TITLES = new RegExp(
  `<script\\b[^]*?</script>|(<(h[1-4])\\b[^>]*>)([^]*?)(?=</\\2>)|(<(p|a|b|li|dt|span|caption|figcaption)(?:\\s[^>]*?)?${CLASS}[^>]*>)([^]*?)(?=</\\5>)`,
  'g',
);
/** On the vertical slip the columns end where the title was cut: see `format/slip-title.ts`. */
const ON_SLIP = /\sclass="[^"]*(?<![\w-])slip(?![\w-])[^"]*"/;

const TOKENS = /<[^>]*>|&[#\w]+;|[^<&]|&/gsu;
/** Ends what is cut together: a line ends here anyway. */
const LINE_END = /^<(?:br|wbr)\b/i;
/** Between these a browser ends a line by itself. */
const OPEN_AFTER = /[\s，。、；：！？）》】」』—…/]$/u;
const OPEN_BEFORE = /^[\s（《【「『—]/u;
/** A sign that closes, with what belongs to it after it. */
const CLOSED_WITHIN = /[”’》）」』】](?=[\p{L}\p{N}])/gu;
const HAN = /\p{Script=Han}/u;

/** A page whose titles say where their lines may end: between words, never inside one, never inside a name. */
export function withTitleBreaks(html: string, cut: TitlePieces): string {
  return html.replaceAll(
    TITLES,
    (whole, heading?: string, _h?: string, title?: string, marked?: string, _m?: string, words?: string) => {
      const [tag, inside] = [heading ?? marked, title ?? words];
      if (tag === undefined || inside === undefined || ON_SLIP.test(tag)) return whole;
      return tag + broken(inside, cut);
    },
  );
}

function broken(inside: string, cut: TitlePieces): string {
  const tokens = inside.match(TOKENS) ?? [];
  let [result, run]: [string, string[]] = ['', []];
  for (const token of tokens) {
    if (!LINE_END.test(token)) run.push(token);
    else {
      result += brokenRun(run, cut) + token;
      run = [];
    }
  }
  return result + brokenRun(run, cut);
}

/** What a reader sees of a token: nothing of a tag, one character of an entity, whichever. */
const seenOf = (token: string) =>
  token.length === 1 ? token : /^<.*>$/s.test(token) ? '' : /^&.+;$/.test(token) ? '&' : token;

function brokenRun(run: readonly string[], cut: TitlePieces): string {
  const text = run.map(seenOf).join('');
  if (!HAN.test(text)) return run.join('');
  const { breaks, kept } = breaksOf(text, cut);
  const html: string[] = [];
  let at = 0;
  for (const [i, token] of run.entries()) {
    const sign = run[i - 1] ?? '';
    const isBeside = seenOf(sign) !== '' && html.at(-1) === sign;
    if (seenOf(token) === '') html.push(token);
    else if (kept.has(at) && isBeside) html.splice(-1, 1, `<span class="nb">${sign}${token}</span>`);
    else html.push(breaks.has(at) ? `<wbr>${token}` : token);
    at += seenOf(token).length;
  }
  return html.join('');
}

/** Where a title may be broken and a browser would not do so by itself; and where it would and must not: “信”的. */
interface Breaks {
  readonly breaks: ReadonlySet<number>;
  readonly kept: ReadonlySet<number>;
}

/** Of titles as they were cut: the same ones stand on many pages, and are cut once. */
const known = new WeakMap<readonly string[], Breaks>();

function breaksOf(text: string, cut: TitlePieces): Breaks {
  const pieces = cut(text);
  const found = known.get(pieces) ?? breaksBetween(pieces, text);
  known.set(pieces, found);
  return found;
}

function breaksBetween(pieces: readonly string[], text: string): Breaks {
  const [breaks, kept] = [new Set<number>(), new Set<number>()];
  let at = 0;
  for (const piece of pieces) {
    for (const { index } of piece.matchAll(CLOSED_WITHIN)) kept.add(at + index + 1);
    at += piece.length;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const needed = HAN.test(before.slice(-2)) || HAN.test(after.slice(0, 2));
    if (after !== '' && needed && !OPEN_AFTER.test(before) && !OPEN_BEFORE.test(after)) breaks.add(at);
  }
  return { breaks, kept };
}

/** Tags and what holds no words of the page, as they pass; between them stands text. */
const NO_TEXT =
  /<(script|style|svg|title|textarea|template|noscript)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
/** Dots are looked for first: most pages have none, and all are Han. */
const DOT_IN_HAN = /[·•・‧∙](?<=\p{Script=Han}.)(?=\p{Script=Han})/u;
/** A name is kept in one line up to so many characters; of a longer one each part is. */
const LONGEST = 10;

const whole = (name: string) => `<span class="nb">${name}</span>`;

function inText(text: string): string {
  if (!DOT_IN_HAN.test(text)) return text;
  let result = '';
  let from = 0;
  for (const { start, end } of dottedNamesIn(text)) {
    const name = text.slice(start, end);
    const parts = name.length <= LONGEST ? [name] : name.split(/(?<=[·•・‧∙])/u);
    result += text.slice(from, start) + parts.map(whole).join('');
    from = end;
  }
  return result + text.slice(from);
}

/**
 * A page on which no line begins or ends with the dot of somebody's name (阿依古丽·买买提): browsers break Chinese on both
 * sides of it. Names stay whole; long ones may go on in the next line behind the dot.
 */
export function withWholeNames(html: string): string {
  if (!DOT_IN_HAN.test(html)) return html;
  let result = '';
  let from = 0;
  for (const { index, 0: markup } of html.matchAll(NO_TEXT)) {
    result += inText(html.slice(from, index)) + markup;
    from = index + markup.length;
  }
  return result + inText(html.slice(from));
}
