import type { Element } from 'hast';
import type { Figure, Form } from '#charts/kit/figure.ts';
import type { OfferedPicture } from '#domain/stories/picture.ts';
import { escapeText } from '#format/escape-text.ts';
import { type FigureTaken, sourceWords } from '#format/figure-taken.ts';
import { SCHEMATIC } from '#format/status.ts';
import { element, type Inside, raw } from './element.ts';

/** The drawing that an author asked for; where there is none of its kind, the first. */
export const formOf = ({ forms }: Pick<Figure, 'forms'>, kind: Form['kind'] = 'phone'): Form | undefined =>
  forms.find((form) => form.kind === kind) ?? forms[0];

/** Wider than a phone: it is not shrunk until nobody can read it. */
export const isWide = ({ width }: Form): boolean => width > 500;

/** The rows a figure is drawn from; what is missing is a dash. */
function tableOf({ columns, rows }: Figure['table'], caption: Inside): Element {
  const side = (numeric: boolean | undefined) => (numeric ? { className: ['numeric'] } : {});
  const head = columns.map(({ label, numeric }) => element('th', { scope: 'col', ...side(numeric) }, label));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((cell, i) => element('td', side(columns[i]?.numeric), cell === null ? '—' : `${cell}`)),
    ),
  );
  return element('table', {}, caption, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body));
}

/** What a note begins with, as a sentence of its own. */
const firstClause = (note: string): string => `${note.replace(/[；。].*$/u, '')}。`;

/** How a figure is set. */
export interface FigureSetting {
  /** The drawing, or whatever stands in its place. */
  readonly drawing: Inside;
  /** Level of the heading. */
  readonly level: 2 | 3;
  /** What can be taken away; null on paper, where the table stands open too. */
  readonly taken: FigureTaken | null;
  /** Instead of its own title. */
  readonly title?: string;
  /** Where the numbers are samples. */
  readonly sample?: boolean;
  /** Inside a story, which a slow line brings: what is copied stands in the list of figures, one link away. */
  readonly brief?: boolean;
}

/** A text to copy: it can be selected, and where a script runs it has a button. */
const copied = (id: string, label: string, text: string): Element =>
  element(
    'div',
    { className: ['cite'] },
    element('label', { htmlFor: [id] }, label),
    // In quotation marks of its own, an address in a text to copy would look like one that this page asks for.
    element('textarea', { id, rows: 3, readOnly: true }, raw(escapeText(text))),
  );

const folded = (summary: string, ...inside: readonly Inside[]): Element =>
  element('details', {}, element('summary', {}, summary), ...inside);

/** The files of a figure, how it is put on another page, and how it is quoted. */
export function takenAway(
  name: string,
  { page, svg, png, csv, embed, cited, sentence }: FigureTaken,
  brief = false,
): Element {
  const file = (href: string, kind: string) => element('a', { href, download: true }, kind);
  return element(
    'div',
    { className: ['take'], dataPagefindIgnore: '' },
    element('span', {}, '下载'),
    file(svg, 'SVG'),
    png && file(png, 'PNG'),
    file(csv, 'CSV'),
    brief
      ? element('a', { href: page }, '嵌入、引用')
      : [
          folded('嵌入', copied(`${name}-embed`, '放进别的网页的代码', embed)),
          folded(
            '引用',
            copied(`${name}-sentence`, '一句话，带来源', sentence),
            copied(`${name}-cited`, '参考文献（GB/T 7714）', cited),
          ),
        ],
  );
}

/** A figure with all that belongs to it: title, sentence, drawing, notes, source, table, and what can be taken away. */
export function wholeFigure(figure: Figure, { drawing, level, taken, title, sample, brief }: FigureSetting): Element {
  const { name, sentence, table, notes, method = [], source } = figure;
  const named = title ?? figure.title;
  const id = `${name}-title`;
  const from = sourceWords(source);
  // How a map was drawn is for who asks: on a page it folds, all but the word that it is a sketch. On paper the same
  // words stand in the same order.
  const longer = method.length > 0;
  const drawn = figure.forms.every(({ svg }) => svg.includes(SCHEMATIC));
  const seen = longer
    ? !drawn && notes.slice(0, 1).map(firstClause)
    : [notes.map((note) => [note, element('br', {})]), from];
  const scroll = { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: `${named}，表格` };
  const hidden = element('caption', { className: ['vh'] }, named);
  const rows = taken
    ? folded('表格', element('div', scroll, tableOf(table, hidden)))
    : [element('p', { className: ['cap'] }, '表格'), tableOf(table, null)];
  const told = [...notes, ...method, from].map((note) => element('p', {}, note));
  const how =
    longer &&
    (taken ? folded('怎样画的，据什么', told) : [element('p', { className: ['cap'] }, '怎样画的，据什么'), told]);
  const said = seen && element('span', {}, seen);
  const take = taken && takenAway(name, taken, brief);
  const under =
    longer && taken
      ? element('figcaption', { className: ['src', 'folded'] }, said, how, rows, take)
      : [said && element('figcaption', { className: ['src'] }, said), take, how, rows];
  return element(
    'figure',
    { className: ['chart'], ariaLabelledBy: [id] },
    element(`h${level}`, { id }, named, sample && element('span', { className: ['sample'] }, '样稿')),
    element('p', { className: ['say'] }, sentence),
    drawing,
    under,
  );
}

/** How a picture is shown. */
export interface PictureSetting {
  readonly alt: string;
  /** How wide, as in the `sizes` attribute. */
  readonly sizes: string;
  /** The first picture of a page is fetched at once, others when they come near. */
  readonly eager?: boolean;
  /** Classes of the frame it stands in. */
  readonly frame?: readonly string[];
}

/** A photo in the kinds and widths the build made of it; its place is kept free before it comes. */
export function pictureElement({ width, height, sources, src }: OfferedPicture, setting: PictureSetting): Element {
  const { alt, sizes, eager = false, frame } = setting;
  const fetched = eager ? { fetchPriority: 'high' } : { loading: 'lazy' };
  return element(
    'picture',
    frame ? { className: [...frame] } : {},
    sources.map(({ type, srcset }) => element('source', { type, srcSet: srcset, sizes })),
    element('img', { src, width, height, alt, ...fetched, decoding: 'async' }),
  );
}

/** A drawing inside a text: one that is wider than a phone is pushed aside with a finger. */
export function drawingInText(form: Form | undefined, title: string): Inside {
  if (form === undefined) return null;
  const drawing = raw(form.svg);
  const scroll = { className: ['scroll', 'wide'], tabIndex: 0, role: 'region', ariaLabel: title };
  return isWide(form) ? element('div', scroll, drawing) : drawing;
}
