import type { Element, ElementContent } from 'hast';
import { type Figure, formOf } from '#charts/kit/figure.ts';
import { onPaper } from '#charts/kit/standalone.ts';
import { STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import { COMPONENT_HTML, type ComponentHtml, rightsOf } from '#stories/render/components.ts';
import { element, type Inside } from '#stories/render/element.ts';
import type { SheetStory } from './data.ts';
import { pictureImage, pictureNotes } from './pictures.ts';

/** Markup made here as a node of a tree. */
const raw = (html: string): ElementContent => ({ type: 'raw', value: html }) as ElementContent;

/** A component of the feed inside an element that the style of the sheet knows by its name. */
const inSection = (name: StoryComponentName): ComponentHtml[StoryComponentName] => {
  const render = COMPONENT_HTML[name] as ComponentHtml['Note'];
  return ((attributes, inside, lookup) =>
    element(
      'section',
      { className: [name.toLowerCase()] },
      render(attributes, inside, lookup),
    )) as ComponentHtml['Note'];
};

const BLOCKS = (Object.keys(STORY_COMPONENTS) as StoryComponentName[]).filter(
  (name) => STORY_COMPONENTS[name].place === 'block',
);

/** The table behind a figure: on the page it is opened, on paper it stands there. */
function tableOf({ table: { columns, rows } }: Figure): Element {
  const side = (numeric: boolean | undefined) => (numeric ? { className: ['numeric'] } : {});
  const head = columns.map(({ label, numeric }) => element('th', side(numeric), label));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((cell, i) => element('td', side(columns[i]?.numeric), cell === null ? '—' : `${cell}`)),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body));
}

/**
 * The components of a story as the page prints them, word for word, on paper: figures are drawn with their table, each
 * picture stands large beside what its people permit.
 */
export function sheetComponents({ pictures, figures, cloth }: SheetStory): ComponentHtml {
  const photo = (src: string, caption: Inside): Element => {
    const picture = pictures.get(src);
    if (!picture) throw new Error(`没有图片 ${src}`);
    return element(
      'div',
      { className: ['shown'] },
      element('figure', { className: ['photo'] }, raw(pictureImage(picture).html), caption),
      raw(pictureNotes(picture).html),
    );
  };
  const sections = Object.fromEntries(BLOCKS.map((name) => [name, inSection(name)]));
  return {
    ...COMPONENT_HTML,
    ...(sections as Partial<ComponentHtml>),
    Num: ({ fact = '' }, _, lookup) => {
      const { value, unit, approximate, mark, against } = lookup.number(fact);
      return element(
        'span',
        { className: ['num'] },
        approximate ? '约' : null,
        element('b', {}, value),
        unit,
        element('sup', {}, mark, against.length > 0 ? '≠' : null),
      );
    },
    Figure: ({ name = '', title, form }) => {
      const figure = figures.get(name);
      if (!figure) throw new Error(`没有图 ${name}`);
      const drawing = formOf(figure, form as 'phone' | 'wide' | undefined);
      const wide = drawing !== undefined && drawing.width > 500;
      return element(
        'figure',
        { className: ['chart'] },
        element('h3', {}, title ?? figure.title),
        element('p', {}, figure.sentence),
        drawing && element('div', { className: [wide ? 'wide' : 'narrow'] }, raw(onPaper(drawing, cloth))),
        element(
          'figcaption',
          {},
          figure.notes.map((note) => [note, element('br', {})]),
          `来源：${figure.source}`,
        ),
        element('p', { className: ['cap'] }, '表格'),
        tableOf(figure),
      );
    },
    Photo: ({ src = '', caption, ...rights }) =>
      photo(src, element('figcaption', {}, caption, element('small', {}, rightsOf(rights)))),
    PlainPhoto: ({ src = '' }) => photo(src, null),
    Quote: ({ by, role, clause }, inside, lookup) => {
      const source = clause ? lookup.passage(clause).text : null;
      const speaker = by && `${by}${role ? `，${role}` : ''}`;
      return element(
        'section',
        { className: ['quote'] },
        element('blockquote', {}, inside),
        (speaker || source) && element('p', { className: ['cap'] }, speaker, by && source && '　', source),
      );
    },
  };
}
