import { inQuotes } from '#domain/plan/quotation.ts';
import { html, type Inside, listing, type Markup } from '../markup.ts';
import type { SheetNumber, SheetProof, SheetUnproved } from './data.ts';

/** So much of a clause is shown before and behind the words that are cited. */
const AROUND = 48;

const cutEnd = (text: string) => (text.length > AROUND ? `${text.slice(0, AROUND)}……` : text);
const cutStart = (text: string) => (text.length > AROUND ? `……${text.slice(-AROUND)}` : text);

/** The words that are cited, marked in their clause, between quotation marks; a long clause is cut around them. */
function quotation(clause: string, quote: string): Inside {
  const at = quote === '' ? -1 : clause.indexOf(quote);
  // The same characters one for one, but for the marks inside the marks.
  const inside = (words: string) => inQuotes(words).slice(1, -1);
  if (at < 0) return [cutEnd(inside(clause)), quote === '' ? '' : html` <mark>${inside(quote)}</mark>`];
  const [whole, end] = [inside(clause), at + quote.length];
  return [cutStart(whole.slice(0, at)), html`<mark>${whole.slice(at, end)}</mark>`, cutEnd(whole.slice(end))];
}

function proof(given: SheetProof): Inside {
  if (given.kind === 'quoted') return html`${given.label}：“${quotation(given.clause, given.quote)}”`;
  if (given.kind === 'outside') return `文件以外：${given.source}`;
  if (given.kind === 'reported') return `上报：${given.source}`;
  return given.steps.map(({ expression, result }, i) => [i > 0 ? html`<br>` : '推算：', `${expression} = ${result}`]);
}

const linesOf = (lines: readonly number[]) => (lines.length === 0 ? '旁栏' : `${lines.join('、')}`);

const numberRow = ({ lines, fact, label, value, proof: given, against }: SheetNumber): Markup =>
  html`<tr><td class="line">${linesOf(lines)}</td><td class="value">${value}</td>
<td>${label}<small class="fact">${fact}</small></td>
<td>${proof(given)}${against.map((other) => html`<small>文件里另有说法：${other}</small>`)}</td></tr>
`;

/** Every number that the site puts in, with where it comes from. */
export const numbersTable = (numbers: readonly SheetNumber[]): Markup =>
  listing({
    title: '数和出处',
    count: `共${numbers.length}个，由网站按事实填`,
    name: 'number',
    columns: ['行', '数', '说的是什么', '出处'],
    rows: numbers.map(numberRow),
    none: '没有由事实填的数。',
  });

const unprovedRow = ({ line, number, sentence }: SheetUnproved): Markup =>
  html`<tr><td class="line">${line}</td><td class="value">${number}</td><td>${sentence}</td></tr>
`;

/** Numbers that were typed by hand: somebody must know where they come from. */
export const unprovedTable = (unproved: readonly SheetUnproved[]): Markup =>
  listing({
    title: '手工写的数',
    count: `共${unproved.length}个，没有事实证明，要逐个问出处`,
    name: 'unproved',
    columns: ['行', '数', '在哪一句'],
    rows: unproved.map(unprovedRow),
    none: '没有手工写的数。',
  });
