import type { Element, ElementContent } from 'hast';
import type { Figure } from '#charts/kit/figure.ts';
import {
  directionOf,
  isLanguage,
  type Language,
  type LanguageName,
  nameWord,
  scriptOf,
} from '#domain/places/language-name.ts';
import type { STORY_COMPONENTS, StoryComponentName } from '#domain/stories/components.ts';
import type { PhotoForm } from '#domain/stories/picture.ts';
import type { FigureTaken } from '#format/figure-taken.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { element, type Inside, link } from './element.ts';

/** A figure of the site, and what can be taken away of it; null where nothing can, on paper. */
export interface StoryFigure {
  readonly figure: Figure;
  readonly taken: FigureTaken | null;
}

/** A picture as every medium can show it. */
export interface StoryPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** What the components of a story look up by the names its author wrote. A name that is not known throws. */
export interface StoryLookup<Picture extends StoryPicture = StoryPicture> {
  readonly number: (fact: string) => PrintedNumber;
  readonly figure: (name: string) => StoryFigure;
  readonly picture: (src: string) => Picture;
  readonly passage: (locator: string) => { readonly text: string; readonly href: string | null };
  /** The name of a place in another language. */
  readonly name: (place: string, lang: Language) => string;
  readonly sides: { readonly left: string; readonly right: string };
}

/** What a story's page knows by name; the view of a story fits. */
export interface StoryParts<Picture extends StoryPicture = StoryPicture> {
  readonly numbers: ReadonlyMap<string, PrintedNumber>;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly passage: StoryLookup['passage'];
  /** By place its names in other languages. */
  readonly names: ReadonlyMap<string, readonly LanguageName[]>;
  readonly sides: StoryLookup['sides'];
}

function found<T>(what: string, name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`没有${what} ${name}`);
  return value;
}

/** The lookup that the components of one story ask; figures are the same for all stories. */
export function lookupOf<Picture extends StoryPicture>(
  { numbers, pictures, names, passage, sides }: StoryParts<Picture>,
  figure: (name: string) => StoryFigure | undefined,
): StoryLookup<Picture> {
  return {
    number: (fact) => found('事实', fact, numbers.get(fact)),
    picture: (src) => found('图片', src, pictures.get(src)),
    figure: (name) => found('图', name, figure(name)),
    name: (place, lang) => found(nameWord(lang), place, names.get(place)?.find((name) => name.lang === lang)?.text),
    passage,
    sides,
  };
}

/** Where a story is read. What a component is made of is said once, in `COMPONENTS`; this is all in which media differ. */
export interface Medium {
  readonly lookup: Pick<StoryLookup, 'number' | 'figure' | 'passage' | 'name' | 'sides'>;
  /** Whether classes and accessible names arrive there; without them words and bare HTML have to say the same. */
  readonly styled: boolean;
  /** Where a number comes from: links of their own, a raised word, words in brackets, or what stands behind it there. */
  readonly marks: 'links' | 'raised' | 'brackets' | ((number: PrintedNumber) => Inside);
  /** A comparison as the list that was written, which a style sets side by side, or as a table. */
  readonly comparison: 'list' | 'table';
  /** The cloth beside a quotation. */
  readonly band?: ElementContent;
  /** A picture; `whole`: its address where it is too long to be read as it is shown. */
  readonly picture: (
    src: string,
    alt: string,
    form?: PhotoForm,
  ) => { readonly shown: Inside; readonly whole?: string | undefined };
  /** The photos of a gallery set side by side; else they stand one after the other. */
  readonly gallery?: (photos: readonly ElementContent[]) => Inside;
  /** A picture together with what must stand beside it there. */
  readonly beside?: (src: string, picture: Element) => Inside;
  readonly figure: (figure: StoryFigure, title: string, form: 'phone' | 'wide' | undefined) => Inside;
}

type Name = StoryComponentName | 'PlainPhoto';
type Attributes<N extends Name> = N extends StoryComponentName
  ? { readonly [Key in keyof (typeof STORY_COMPONENTS)[N]['attributes']]?: string }
  : { readonly src?: string; readonly alt?: string };

/** One component as HTML: its attributes as written, what stands between its tags as HTML already. */
export type Component<N extends Name = Name> = (
  attributes: Attributes<N>,
  inside: ElementContent[],
  medium: Medium,
) => Inside;

const bold = ({ styled }: Medium, text: string) => element(styled ? 'b' : 'strong', {}, text);
const caption = (...words: readonly Inside[]) => element('p', { className: ['cap'] }, ...words);
/** A title over what follows: small by style, else in bold. */
const headed = (medium: Medium, title: string | undefined) =>
  title && caption(medium.styled ? title : bold(medium, title));
/** What belongs together, under a name for those who do not see it; a medium without styles shows what is inside. */
const part = ({ styled }: Medium, className: string, ariaLabel: string, ...inside: readonly Inside[]): Inside =>
  styled ? element('section', { className: className.split(' '), ariaLabel }, ...inside) : inside;

/** Who took a picture, who holds it and why it may be shown, as it is printed under the picture. */
export function rightsOf(picture: {
  readonly map_approval?: string | undefined;
  readonly photographer?: string | undefined;
  readonly holder?: string | undefined;
  readonly licence?: string | undefined;
}): string {
  const { map_approval: approval, photographer = '', holder = '', licence = '' } = picture;
  const owner = holder && holder !== photographer ? `／${holder}` : '';
  return `${approval ? `审图号：${approval}　` : ''}${photographer}${owner}　${licence}`;
}

/** A number with its unit and the mark of the passage it stands in; where the plan says two things, it says so. */
const Num: Component<'Num'> = ({ fact = '' }, _, { lookup, marks }) => {
  const number = lookup.number(fact);
  const { value, unit, approximate, label, href, mark, markHref, differs, corrected } = number;
  const about = approximate ? '约' : '';
  if (marks === 'brackets') {
    const notes = [mark, differs, corrected && '更正过'].filter(Boolean).join('，');
    return [link(`${about}${value}${unit}`, href), notes && `（${notes}）`];
  }
  const said = [about, element('b', {}, value), unit];
  const outer = { className: ['num'] };
  if (typeof marks === 'function') return element('span', outer, said, marks(number));
  if (marks === 'raised')
    return element('span', outer, said, element('sup', {}, mark, differs !== null && '≠', corrected && '更正'));
  return element(
    'span',
    outer,
    element('a', { href, ariaLabel: `${about}${value}${unit}，${label}` }, said),
    markHref
      ? element('a', { className: ['at'], href: markHref, ariaLabel: `出处：${mark}` }, mark)
      : element('span', { className: ['at'] }, mark),
    differs !== null && element('a', { className: ['at', 'ne'], href, ariaLabel: differs }, '≠'),
    corrected && element('a', { className: ['at'], href: corrected, ariaLabel: '更正过，看原来是什么' }, '更正'),
  );
};

/** Words of another language: told as such, and kept apart from the Chinese round them, whichever way they run. */
const ForeignName: Component<'Name'> = ({ lang = '', place, text = '' }, _, { lookup }) => {
  const words = place && isLanguage(lang) ? lookup.name(place, lang) : text;
  // A 化名 may have come in its place, and is no word of that language.
  if (!isLanguage(lang) || scriptOf({ lang, text: words }) === -1) return words;
  return element('bdi', { lang, dir: directionOf(words) ?? 'ltr' }, words);
};

/** A photo or drawing with what is seen, who made it, who holds it, and why it may be shown. */
const Photo: Component<'Photo'> = ({ src = '', alt = '', caption: words, form, ...given }, _, medium) => {
  const { shown, whole } = medium.picture(src, alt, form as PhotoForm | undefined);
  const rights = rightsOf(given);
  const figure = element(
    'figure',
    { className: ['photo', ...(form ? [form] : [])] },
    shown,
    element(
      'figcaption',
      {},
      words,
      whole && link('看整张大图', whole),
      medium.styled ? element('small', {}, rights) : [element('br', {}), rights],
    ),
  );
  return medium.beside ? medium.beside(src, figure) : figure;
};

/** What a plain `![alt](file)` becomes: authors do not write it by name, and the check asks them for the rights. */
const PlainPhoto: Component<'PlainPhoto'> = ({ src = '', alt = '' }, _, medium) => {
  const { shown } = medium.picture(src, alt);
  if (!medium.styled) return shown;
  const photo = element('span', { className: ['photo'] }, shown);
  return medium.beside ? medium.beside(src, photo) : photo;
};

/** One sentence in somebody's own words, or in the plan's. */
const Quote: Component<'Quote'> = ({ by, role, clause }, inside, { lookup, styled, band }) => {
  const source = clause ? lookup.passage(clause) : null;
  const speaker = by && `${by}${role ? `，${role}` : ''}`;
  const cited = [speaker, by && source && '　', source && link(source.text, source.href)];
  const named = by || source;
  if (styled) {
    const words = [element('blockquote', {}, inside), named && element('figcaption', {}, cited)];
    return element('figure', { className: ['pull'] }, band, words);
  }
  const cite = source?.href ? { cite: source.href } : {};
  return element('blockquote', cite, inside, named && element('p', {}, '——', element('cite', {}, cited)));
};

/** A letter as a child wrote it, perhaps with a drawing. */
const Letter: Component<'Letter'> = ({ from = '', to, date }, inside, { styled }) => {
  const greeting = to && element('p', { className: ['to'] }, `${to}：`);
  const signed = styled ? date && element('span', {}, date) : date && `　${date}`;
  const signature = element('p', { className: ['from'] }, from, signed);
  return styled
    ? element('section', { className: ['letter'], ariaLabel: `${from}的信` }, greeting, inside, signature)
    : element('blockquote', {}, greeting, inside, signature);
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const isList = (node: ElementContent): node is Element => isElement(node) && /^[ou]l$/.test(node.tagName);
const items = (list: Element) => list.children.filter(isElement).filter((item) => item.tagName === 'li');

/** A cell holds what an item of a list holds; the paragraph a loose list puts round it would only push it apart. */
const cellOf = (nodes: readonly ElementContent[]): Inside =>
  nodes
    .flatMap((node) => (isElement(node) && node.tagName === 'p' ? node.children : [node]))
    .filter((node) => node.type !== 'text' || node.value.trim() !== '');

function comparedRow(item: Element): Element {
  const sides = item.children.filter(isList).flatMap(items);
  const thing = item.children.filter((child) => !isList(child));
  const cells = sides.map((side) => element('td', {}, cellOf(side.children)));
  return element('tr', {}, element('th', {}, cellOf(thing)), cells);
}

/** The list of a comparison, each thing with its two sides below it, as a table. */
function comparedTable(inside: readonly ElementContent[], left: string, right: string): Element {
  const rows = inside.filter(isList).flatMap(items).map(comparedRow);
  const head = element('tr', {}, element('th', {}), element('th', {}, left), element('th', {}, right));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, rows));
}

/** Two sides of one thing: a Markdown list of things, each with a list of two inside, left and right. */
const Compare: Component<'Compare'> = ({ title, ...named }, inside, medium) => {
  const { left, right } = { ...medium.lookup.sides, ...named };
  const heads = element('p', { className: ['heads'] }, element('b', {}, left), element('b', {}, right));
  const both = medium.comparison === 'table' ? comparedTable(inside, left, right) : [heads, inside];
  return part(medium, 'compare', title ?? `${left}和${right}`, headed(medium, title), both);
};

/**
 * Every component of a story, drawn by one function wherever it is read; addresses stay as the lookup gives them.
 * A medium that takes no classes loses them when its HTML is made.
 */
export const COMPONENTS: { readonly [N in Name]: Component<N> } = {
  Num,
  Name: ForeignName,
  Photo,
  PlainPhoto,
  Quote,
  Letter,
  Compare,
  /** A figure of the site: one drawing of it, the small one unless the author asks for the wide. */
  Figure: ({ name = '', title, form }, _, { lookup, figure }) => {
    const one = lookup.figure(name);
    return figure(one, title ?? one.figure.title, form as 'phone' | 'wide' | undefined);
  },
  /** Several photos side by side, each with its own caption. */
  Gallery: ({ caption: words }, inside, medium) => {
    const rows = medium.gallery ? medium.gallery(inside) : inside;
    const photos = medium.styled ? element('div', {}, rows) : rows;
    return part(medium, 'gallery', words ?? '一组照片', photos, words && caption(words));
  },
  /** Days in a row: a list, each item beginning with its date in bold. */
  Timeline: ({ title }, inside, medium) => part(medium, 'timeline', title ?? '时间表', headed(medium, title), inside),
  /** Questions and answers, or somebody telling in the first person. */
  Interview: ({ form = '问答', by = '', role }, inside, medium) => {
    const head = caption(bold(medium, by), role && `　${role}`, `　${form}`);
    return part(medium, form === '讲述' ? 'interview told' : 'interview', `${by}${form}`, head, inside);
  },
  /** A word from the editors, a link to go on, a hint, or a word in the margin: beside the story, not part of it. */
  Note: ({ kind = '', title }, inside, medium) => {
    const className = ['note', ...(kind === '旁批' ? ['beside'] : [])];
    const head = caption(bold(medium, kind), title && `　${title}`);
    return element('aside', { className, ariaLabel: title ?? kind }, head, inside);
  },
  /** A team by name: a list, each item beginning with the name in bold. */
  Roster: ({ title, note }, inside, medium) =>
    part(medium, 'roster', title ?? '名单', headed(medium, title), inside, note && caption(note)),
};

/** A component by the name in the story. Throws on one that does not exist: the check has let none pass. */
export function componentOf(name: string): Component {
  if (!Object.hasOwn(COMPONENTS, name)) throw new Error(`没有写法 ${name}`);
  return COMPONENTS[name as Name] as Component;
}
