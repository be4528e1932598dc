import type { Element, ElementContent, RootContent } from 'hast';
import type { Figure } from '#charts/kit/figure.ts';
import { sourceWords } from '#format/figure-taken.ts';
import type { PersonBox } from '#format/person-box.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import type { StoryPage } from '#format/story-page.ts';
import { lookupOf, type Medium, rightsOf } from '#stories/render/components.ts';
import { element, type Inside, nodesOf } from '#stories/render/element.ts';
import { onOneLine } from '#stories/render/plain.ts';
import { absolute, storyTree, withoutWayBack } from '#stories/render/tree.ts';

/** A story that goes out as one document, to an official account or on paper: what is read, as it may be shown there. */
export interface TakenStory {
  readonly id: string;
  readonly page: StoryPage;
  /** Without front matter. */
  readonly markdown: string;
  /** Path the site lies under, with slashes at both ends, and the whole address of the story's page. */
  readonly base: string;
  readonly address: string;
  readonly figures: ReadonlyMap<string, Figure>;
  /** File of the cover; null where it has none. */
  readonly cover: string | null;
  /** What a note says of a number: the fact, what it rests on, in the words of the document where they are quoted. */
  readonly proof: (fact: string) => string;
}

/** A picture of a document: a photo by its name in the story, or a figure by its name. */
export interface TakenPicture {
  readonly kind: 'photo' | 'figure';
  readonly name: string;
  /** In the order in which they stand, from 1; one that stands there twice keeps its number. */
  readonly number: number;
  readonly alt: string;
  readonly caption: string;
  /** The heading it stands under; null: before the first. */
  readonly under: string | null;
}

/** A note on a number, numbered as in the text. */
export interface NumberNote {
  readonly words: string;
  readonly address: string;
}

/** Where a link of the text led, numbered as in the text. */
export interface LinkNote {
  readonly text: string;
  readonly address: string;
}

/** A story as a document: blocks with the classes of its components, and all that stood behind a link as notes. */
export interface TakenDocument {
  readonly blocks: readonly ElementContent[];
  readonly pictures: readonly TakenPicture[];
  readonly numbers: readonly NumberNote[];
  readonly links: readonly LinkNote[];
}

/** Which note stands at a place: of a number, of a link, or one of the author's own. */
export type NoteKind = 'number' | 'link' | 'own';

/** Marks of notes, told apart by what they are of: `[1]`, `[链1]`, `[注1]`. */
const NOTE_MARKS: Readonly<Record<NoteKind, string>> = { number: '', link: '链', own: '注' };
export const noteMark = (kind: NoteKind, number: number | string): string => `[${NOTE_MARKS[kind]}${number}]`;

/** `beside`: what is said of a number right there: that the document says otherwise elsewhere, that it was put right. */
const mark = (kind: NoteKind, number: number, beside = ''): Element =>
  element(
    'sup',
    { className: ['note-mark'], dataNote: kind, dataNumber: number, dataBeside: beside },
    noteMark(kind, number),
    beside,
  );

const paragraph = (className: string, ...inside: readonly Inside[]) =>
  element('p', { className: [className] }, ...inside);

/** Who somebody is, as the box at the head of a portrait says it. */
const introduced = ({ name, alias, rows, words }: PersonBox): Element =>
  element(
    'section',
    { className: ['profile'] },
    element(
      'p',
      {},
      element('b', {}, name),
      alias && '（化名）',
      rows.map(({ term, text }) => `　${term}：${text}`),
    ),
    words && element('p', {}, words),
  );

/** What stands before the text, in the order of the page; the title is told elsewhere. */
function headOf(
  { page, cover }: TakenStory,
  picture: (src: string, alt: string, caption: string) => Element,
): Element[] {
  const { subtitle, summary, profile, aliases, corrections, coverRights } = page;
  const photo = cover !== null &&
    coverRights && [
      picture(cover, coverRights.alt, coverRights.caption),
      element('figcaption', {}, coverRights.caption, element('small', {}, rightsOf(coverRights))),
    ];
  return [
    subtitle && paragraph('subtitle', subtitle),
    photo && element('figure', { className: ['photo'] }, photo),
    paragraph('dek', summary),
    profile && introduced(profile),
    aliases.length > 0 && paragraph('aside', `文中的${aliases.join('、')}是化名。`),
    ...corrections.map(({ dateText, text }) =>
      paragraph('correction', element('b', {}, '更正'), `　${dateText}　${text}`),
    ),
  ].filter((one): one is Element => typeof one === 'object' && one !== null);
}

/** Who answers for it, where and when it came out. */
export const bylineWords = ({ byline, dateText }: Pick<StoryPage, 'byline' | 'dateText'>): string =>
  [...byline, { term: '时间', text: dateText }].map(({ term, text }) => `${term}：${text}`).join('　');

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element';
const wordsIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(wordsIn).join('') : '';

/** The words under a photo, for the list of pictures. */
const captionOf = (figure: Element): string =>
  figure.children
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'figcaption')
    .flatMap(({ children }) => children.filter((child) => !(isElement(child) && child.tagName === 'small')))
    .map(wordsIn)
    .join('');

/** Takes what leads somewhere out of a tree and numbers it, and tells the pictures in their order. */
class Gathering {
  readonly numbers = new Map<string, NumberNote>();
  readonly links = new Map<string, LinkNote>();
  readonly pictures = new Map<string, TakenPicture>();
  readonly #story: TakenStory;
  #under: string | null = null;

  constructor(story: TakenStory) {
    this.#story = story;
  }

  /** The mark behind a number. */
  number({ id, href, differs, corrected }: PrintedNumber): Element {
    const { proof, address } = this.#story;
    const note = this.numbers.get(id) ?? { words: proof(id), address: new URL(href, address).href };
    this.numbers.set(id, note);
    const beside = `${differs === null ? '' : '≠'}${corrected === null ? '' : '更正'}`;
    return mark('number', [...this.numbers.keys()].indexOf(id) + 1, beside);
  }

  /** What stands in the place of a link: its words, and behind them the mark of where it led. */
  #link({ properties, children }: Element): ElementContent[] {
    const inside = this.all(children);
    const whole = absolute(String(properties['href'] ?? ''), this.#story.address);
    const text = inside.map(wordsIn).join('');
    // What leads to another place of the story leads nowhere outside it.
    const own = String(properties['href'] ?? '').startsWith('#');
    if (own || whole === null || whole === text || text === '') return inside;
    this.links.set(whole, this.links.get(whole) ?? { text, address: whole });
    return [...inside, mark('link', [...this.links.keys()].indexOf(whole) + 1)];
  }

  #picture(image: Element, caption: string): Element {
    const { properties } = image;
    const kind = properties['dataKind'] === 'figure' ? 'figure' : 'photo';
    const name = String(properties['dataName'] ?? '');
    const alt = String(properties['alt'] ?? '');
    const key = `${kind} ${name}`;
    const number = this.pictures.get(key)?.number ?? this.pictures.size + 1;
    if (!this.pictures.has(key)) this.pictures.set(key, { kind, name, number, alt, caption, under: this.#under });
    return element('img', { ...properties, dataNumber: number });
  }

  /** Notes of the author, each beginning with its mark. */
  #ownNotes(section: Element): ElementContent[] {
    const items = section.children.filter(isElement).flatMap(({ children }) => children.filter(isElement));
    const notes = items
      .filter(({ tagName }) => tagName === 'li')
      .map((item, i) => {
        const inside = this.all(item.children).flatMap((node) =>
          isElement(node) && node.tagName === 'p' ? node.children : [node],
        );
        return element('p', {}, `${noteMark('own', i + 1)} `, inside);
      });
    return [element('section', { className: ['own-notes'] }, element('h3', {}, '注'), notes)];
  }

  all(nodes: readonly ElementContent[], caption = ''): ElementContent[] {
    return nodes.flatMap((node) => this.#one(node, caption));
  }

  #one(node: ElementContent, caption: string): ElementContent[] {
    if (!isElement(node)) return node.type === 'text' ? [{ type: 'text', value: onOneLine(node.value) }] : [];
    withoutWayBack(node);
    const { tagName, properties, children } = node;
    if ('dataFootnotes' in properties) return this.#ownNotes(node);
    if ('dataFootnoteRef' in properties) return [mark('own', Number(wordsIn(node)))];
    if (tagName === 'a') return this.#link(node);
    if (tagName === 'img') return [this.#picture(node, caption)];
    if (tagName === 'input') return nodesOf(properties['checked'] ? '☑' : '☐');
    if (/^h[2-6]$/.test(tagName)) this.#under = wordsIn(node);
    // The mark stands raised by itself.
    const marked =
      tagName === 'sup' && children.some((child) => isElement(child) && 'dataFootnoteRef' in child.properties);
    const inside = this.all(children, tagName === 'figure' ? captionOf(node) : caption);
    return marked ? inside : [{ ...node, children: inside }];
  }
}

/** A place for a picture; whoever sets the document says what lies there. */
const place = (kind: TakenPicture['kind'], name: string, alt: string): Element =>
  element('img', { dataKind: kind, dataName: name, alt });

/** A story as it is read away from its site: every component as on its page, a comparison as a table, links as notes. */
function takenMedium({ page, figures }: TakenStory, gathering: Gathering): Medium {
  const { numbers, names, passage, sides } = page;
  const known = lookupOf({ numbers, names, passage, sides, pictures: new Map() }, (name) => {
    const figure = figures.get(name);
    return figure && { figure, taken: null };
  });
  return {
    // A passage is named in words; the notes have the address of what is proved by it.
    lookup: { ...known, passage: (locator) => ({ ...passage(locator), href: null }) },
    styled: true,
    marks: (number) => gathering.number(number),
    comparison: 'table',
    picture: (src, alt) => ({ shown: place('photo', src, alt) }),
    figure: ({ figure: { name, sentence, notes, method = [], source, pictured } }, title) =>
      element(
        'figure',
        { className: ['chart'] },
        paragraph('cap', element('b', {}, title)),
        pictured && place('figure', name, sentence),
        element(
          'figcaption',
          {},
          element('span', { className: ['say'] }, sentence),
          // Notes and method stand in the picture; where there is none they are told.
          element('small', {}, [...(pictured ? [] : [...notes, ...method]), sourceWords(source)].join('　')),
        ),
      ),
  };
}

/** A story as a document. Throws as `readStory`. */
export function takenDocument(story: TakenStory): TakenDocument {
  const gathering = new Gathering(story);
  const head = headOf(story, (src, alt) => place('photo', src, alt));
  const tree = storyTree(story.markdown, story.base, takenMedium(story, gathering));
  const blocks = gathering.all([...head, ...(tree.children as ElementContent[])]);
  return {
    blocks,
    pictures: [...gathering.pictures.values()],
    numbers: [...gathering.numbers.values()],
    links: [...gathering.links.values()],
  };
}
