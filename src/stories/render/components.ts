import type { Element, ElementContent } from 'hast';
import type { STORY_COMPONENTS, StoryComponentName } from '#domain/stories/components.ts';
import { DISAGREEMENT } from '#format/status.ts';
import { compareTable } from './compare.ts';
import { element, type Inside, link } from './element.ts';

/** A number as it is printed: see `format/printed-number.ts`. */
export interface PrintedNumber {
  readonly value: string;
  readonly unit: string;
  readonly approximate: boolean;
  readonly href: string;
  readonly mark: string;
  readonly against: readonly unknown[];
}

/** What the components of a story look up by the names its author wrote. A name that is not known throws. */
export interface StoryLookup {
  readonly number: (fact: string) => PrintedNumber;
  readonly figure: (name: string) => { readonly title: string; readonly sentence: string; readonly svgHref: string };
  readonly picture: (src: string) => { readonly src: string; readonly width: number; readonly height: number };
  readonly passage: (locator: string) => { readonly text: string; readonly href: string | null };
  readonly sides: { readonly left: string; readonly right: string };
}

type Attributes<Name extends StoryComponentName | 'PlainPhoto'> = Name extends StoryComponentName
  ? { readonly [Key in keyof (typeof STORY_COMPONENTS)[Name]['attributes']]?: string }
  : { readonly src?: string; readonly alt?: string };

/** One component as HTML: its attributes as written, what stands between its tags as HTML already. */
type Renderer<Name extends StoryComponentName | 'PlainPhoto'> = (
  attributes: Attributes<Name>,
  inside: ElementContent[],
  lookup: StoryLookup,
) => Inside;

/** Every component of the grammar as one medium shows it. */
export type ComponentHtml = { readonly [Name in StoryComponentName | 'PlainPhoto']: Renderer<Name> };

const caption = (...parts: readonly Inside[]) => element('p', {}, ...parts);
const bold = (text: string) => element('strong', {}, text);
const headed = (title: string | undefined) => title && caption(bold(title));

/** Who took a picture, who holds it and why it may be shown, as the page prints it under the picture. */
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

/** An image of the site with its size, so that a reader keeps its place free. */
export function image({ src, width, height }: ReturnType<StoryLookup['picture']>, alt: string): Element {
  return element('img', { src, alt, width, height });
}

/**
 * Every component as plain HTML, without class or style: what a feed reader, or any other medium that takes HTML, can
 * show. Addresses stay as the lookup gives them.
 */
export const COMPONENT_HTML: ComponentHtml = {
  Num: ({ fact = '' }, _, lookup) => {
    const { value, unit, approximate, href, mark, against } = lookup.number(fact);
    const notes = [mark, against.length > 0 ? DISAGREEMENT : ''].filter(Boolean).join('，');
    return [link(`${approximate ? '约' : ''}${value}${unit}`, href), notes && `（${notes}）`];
  },
  Figure: ({ name = '', title }, _, lookup) => {
    const figure = lookup.figure(name);
    return element(
      'figure',
      {},
      element('a', { href: figure.svgHref }, element('img', { src: figure.svgHref, alt: title ?? figure.title })),
      element('figcaption', {}, bold(title ?? figure.title), `　${figure.sentence}`),
    );
  },
  Photo: ({ src = '', alt = '', caption: words, ...rights }, _, lookup) =>
    element(
      'figure',
      {},
      image(lookup.picture(src), alt),
      element('figcaption', {}, words, element('br', {}), rightsOf(rights)),
    ),
  PlainPhoto: ({ src = '', alt = '' }, _, lookup) => image(lookup.picture(src), alt),
  Gallery: ({ caption: words }, inside) => [inside, words && caption(words)],
  Quote: ({ by, role, clause }, inside, lookup) => {
    const source = clause ? lookup.passage(clause) : null;
    const speaker = by && `${by}${role ? `，${role}` : ''}`;
    const cited = [speaker, by && source && '　', source && link(source.text, source.href)];
    return element(
      'blockquote',
      source?.href ? { cite: source.href } : {},
      inside,
      (speaker || source) && caption('——', element('cite', {}, cited)),
    );
  },
  Timeline: ({ title }, inside) => [headed(title), inside],
  Interview: ({ form = '问答', by = '', role }, inside) => [
    caption(bold(by), role && `　${role}`, `　${form}`),
    inside,
  ],
  Note: ({ kind = '', title }, inside) => element('aside', {}, caption(bold(kind), title && `　${title}`), inside),
  Letter: ({ from = '', to, date }, inside) =>
    element('blockquote', {}, to && caption(`${to}：`), inside, caption(from, date && `　${date}`)),
  Roster: ({ title, note }, inside) => [headed(title), inside, note && caption(note)],
  Compare: ({ title, left, right }, inside, lookup) => [
    headed(title),
    compareTable(inside, left ?? lookup.sides.left, right ?? lookup.sides.right),
  ],
};
