import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { element, type Inside, nodesOf } from '#stories/render/element.ts';
import {
  bylineWords,
  noteMark,
  type TakenDocument,
  type TakenPicture,
  type TakenStory,
} from '../taken-story/taken-story.ts';

/** Backgrounds here are of no hue, see the rules; the site's own wash would glare on a dark screen. */
const GROUND = '#f5f5f5';
/** For text only ink and its softer shade: the middle grey of the site is left as it is on a dark screen, where nobody reads it. */
const { ink: INK, 'ink-2': SOFT, mute: MUTE, line: LINE } = LIGHT_TOKENS;

/** Sizes of the site for a phone, px: text 17 at 1.8, as `styles/tokens.css` has them in rem. */
const SIZE = { text: 17, second: 15, small: 14, heading: 21, lead: 19 } as const;

/**
 * Styles by what an element is: its class where it has one, else its tag. Margins are written once a paragraph: every
 * character counts against the length of an article.
 */
const LOOK: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em',
  h2: `margin:2em 0 .8em;padding-left:10px;border-left:4px solid ${MUTE};font-size:${SIZE.heading}px;line-height:1.4;font-weight:bold`,
  h3: `margin:1.6em 0 .6em;font-size:${SIZE.lead}px;line-height:1.4;font-weight:bold`,
  h4: 'margin:1.2em 0 .4em;font-weight:bold',
  ul: 'margin:0 0 1em;padding-left:1.3em;list-style-type:disc',
  ol: 'margin:0 0 1em;padding-left:1.6em;list-style-type:decimal',
  li: 'margin:0 0 .4em',
  blockquote: `margin:1em 0;padding-left:14px;border-left:3px solid ${LINE};color:${SOFT}`,
  table: `width:100%;margin:0 0 1em;border-collapse:collapse;font-size:${SIZE.second}px`,
  td: `padding:6px 8px;border:1px solid ${LINE};text-align:left;vertical-align:top`,
  th: `padding:6px 8px;border:1px solid ${LINE};text-align:left;background-color:${GROUND};color:${INK}`,
  hr: `border:0;border-top:1px solid ${LINE};margin:2em 0`,
  sup: 'font-size:13px;white-space:nowrap',
  img: 'display:block;width:100%',
  subtitle: `margin:0 0 1em;font-size:${SIZE.lead}px;font-weight:bold`,
  dek: `margin:0 0 1.6em;color:${SOFT}`,
  aside: `margin:0 0 1em;font-size:${SIZE.second}px;color:${SOFT}`,
  correction: `margin:0 0 1em;padding-left:14px;border-left:3px solid ${MUTE};font-size:${SIZE.second}px`,
  profile: `margin:0 0 1.6em;padding:12px 14px 1px;background-color:${GROUND};color:${INK};font-size:${SIZE.second}px`,
  cap: `margin:0 0 .6em;font-size:${SIZE.second}px;color:${SOFT}`,
  caption: `margin:.4em 0 0;font-size:${SIZE.small}px;line-height:1.6;color:${SOFT}`,
  rights: `display:block;font-size:13px;color:${SOFT}`,
  slot: `margin:0 0 .3em;font-size:${SIZE.small}px;color:${SOFT};text-align:center`,
  picture: 'margin:1.4em 0',
  pull: `margin:1.8em 0;padding:1em 0 .2em;border-top:2px solid ${MUTE};border-bottom:1px solid ${LINE}`,
  'pull-words': `font-size:${SIZE.lead}px;line-height:1.7`,
  'pull-by': `margin:0 0 .8em;font-size:${SIZE.second}px;color:${SOFT}`,
  letter: `margin:1.6em 0;padding:16px 18px 1px;background-color:${GROUND};color:${INK}`,
  from: 'margin:0 0 1em;text-align:right',
  note: `margin:1.6em 0;padding:12px 14px 1px;background-color:${GROUND};color:${INK};font-size:${SIZE.second}px`,
  part: 'margin:1.6em 0',
  'timeline-item': `margin:0;padding:0 0 .8em 14px;border-left:2px solid ${LINE}`,
  told: `margin:1.6em 0;padding-left:14px;border-left:2px solid ${LINE}`,
  notes: `margin:2.4em 0 0;padding-top:1em;border-top:1px solid ${LINE};font-size:${SIZE.small}px;line-height:1.7;color:${SOFT}`,
  'notes-title': 'margin:0 0 .6em;font-weight:bold',
  'notes-item': 'margin:0 0 .5em;word-break:break-all',
  byline: `margin:2.4em 0 0;font-size:${SIZE.small}px;line-height:1.7;color:${SOFT}`,
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];

const styled = (tagName: string, look: string, ...inside: readonly Inside[]): Element => {
  const style = LOOK[look];
  return element(tagName, style ? { style } : {}, ...inside);
};

/** A file of a picture in the folder: its number and its name, as far as that is plain. */
export function pictureFile({ number, name, kind }: TakenPicture, format: 'jpg' | 'png'): string {
  const plain = name
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  return `${String(number).padStart(2, '0')}-${plain || kind}.${format}`;
}

/** What is said where a picture is to be put. */
export const slotWords = (number: number, file: string): string =>
  `〔此处放图${String(number).padStart(2, '0')}：${file}〕`;

/** How an article is set. */
export interface WechatSetting {
  readonly story: TakenStory;
  readonly document: TakenDocument;
  /** By the number of a picture its file in the folder `pictures`. */
  readonly files: ReadonlyMap<number, string>;
  /** Whether pictures are shown in their places: on the page an editor sees; what is copied has only the words there. */
  readonly shown: boolean;
}

const LISTS = ['ul', 'ol'];
const holdsPicture = ({ children }: Element): boolean =>
  children.filter(isElement).some((child) => child.tagName === 'img' || holdsPicture(child));
const INLINE: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  del: 'del',
  sub: 'sub',
  code: 'code',
};

/** Sets the blocks of a document with the tags and styles that stay. */
class Setting {
  readonly #files: WechatSetting['files'];
  readonly #shown: boolean;

  constructor({ files, shown }: WechatSetting) {
    this.#files = files;
    this.#shown = shown;
  }

  all(nodes: readonly ElementContent[]): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [{ type: 'text', value: node.value }];
      return isElement(node) ? nodesOf(this.#one(node)) : [];
    });
  }

  /** Blocks without the empty lines between them. */
  blocks(nodes: readonly ElementContent[]): ElementContent[] {
    return this.all(nodes).filter((node) => node.type !== 'text' || node.value.trim() !== '');
  }

  #picture({ properties }: Element): Inside {
    const number = Number(properties['dataNumber']);
    const file = this.#files.get(number);
    if (file === undefined) return null;
    const image = this.#shown && styled('img', 'img');
    if (image) Object.assign(image.properties, { src: `pictures/${file}`, alt: String(properties['alt'] ?? '') });
    return [styled('p', 'slot', slotWords(number, file)), image];
  }

  /** A list inside another becomes lines of text: each is set in by its own mark. */
  #deepList(list: Element, depth: number): Element[] {
    let number = Number(list.properties['start'] ?? 1);
    return list.children.filter(isElement).flatMap((item) => {
      const lead = `${'　'.repeat(depth)}${list.tagName === 'ol' ? `${number++}. ` : '・'}`;
      const own = item.children.filter((child) => !isElement(child) || !LISTS.includes(child.tagName));
      const deeper = item.children.filter(isElement).filter(({ tagName }) => LISTS.includes(tagName));
      return [
        styled('p', 'li', lead, this.all(inLine(own))),
        ...deeper.flatMap((inner) => this.#deepList(inner, depth + 1)),
      ];
    });
  }

  #list(list: Element): Inside {
    const items = list.children.filter(isElement);
    const isDeep = items.some((item) =>
      item.children.some((child) => isElement(child) && LISTS.includes(child.tagName)),
    );
    if (isDeep) return styled('section', 'part', this.#deepList(list, 0));
    const start = list.properties['start'];
    const set = styled(
      list.tagName,
      list.tagName,
      items.map((item) => styled('li', 'li', this.#item(item))),
    );
    if (typeof start === 'number' && start !== 1) set.properties['start'] = start;
    return set;
  }

  /** What stands in an item: words, or blocks where it holds some. */
  #item(item: Element): ElementContent[] {
    const blocks = item.children
      .filter(isElement)
      .some(({ tagName }) => ['figure', 'table', 'blockquote', 'pre'].includes(tagName));
    return blocks ? this.blocks(item.children) : this.all(inLine(item.children));
  }

  /** The words under a picture or a quotation, each part on its line. */
  #caption(caption: Element, look: string): Inside {
    const children = this.all(caption.children);
    return children.length > 0 && styled('p', look, children);
  }

  #component(name: string, node: Element): Inside {
    const { children } = node;
    if (name === 'photo' || name === 'chart') return styled('section', 'picture', this.blocks(children));
    if (name === 'pull')
      return styled(
        'section',
        'pull',
        children
          .filter(isElement)
          .map((child) =>
            child.tagName === 'figcaption'
              ? this.#caption(child, 'pull-by')
              : styled('section', 'pull-words', this.blocks(child.children)),
          ),
      );
    if (name === 'timeline')
      return styled(
        'section',
        'part',
        children
          .filter(isElement)
          .map((child) =>
            LISTS.includes(child.tagName)
              ? child.children
                  .filter(isElement)
                  .map((item) => styled('section', 'timeline-item', this.all(inLine(item.children))))
              : this.#one(child),
          ),
      );
    const look = name === 'interview' && classesOf(node).includes('told') ? 'told' : name in LOOK ? name : 'part';
    return styled('section', look, this.blocks(children));
  }

  #cell(cell: Element): Element {
    const set = styled(cell.tagName, cell.tagName, this.all(inLine(cell.children)));
    for (const key of ['colSpan', 'rowSpan'] as const)
      if (cell.properties[key]) set.properties[key] = cell.properties[key];
    const align = cell.properties['align'];
    if (align)
      set.properties['style'] = String(set.properties['style']).replace('text-align:left', `text-align:${align}`);
    return set;
  }

  #one(node: Element): Inside {
    const { tagName, children, properties } = node;
    const [name = ''] = classesOf(node);
    if (tagName === 'img') return this.#picture(node);
    if (LISTS.includes(tagName)) return this.#list(node);
    if (tagName === 'td' || tagName === 'th') return this.#cell(node);
    if (tagName === 'br') return element('br', {});
    if (tagName === 'hr') return styled('hr', 'hr');
    if (tagName === 'pre') return styled('section', 'note', this.all(children));
    if (tagName === 'small') return styled('span', 'rights', this.all(children));
    if (tagName === 'figcaption') return this.#caption(node, 'caption');
    if (tagName === 'sup') return styled('sup', 'sup', this.all(children));
    if (tagName === 'bdi') {
      const rtl = properties['dir'] === 'rtl' ? { style: 'direction:rtl;unicode-bidi:isolate' } : {};
      return properties['dir'] === 'rtl' ? element('span', rtl, this.all(children)) : this.all(children);
    }
    const inline = INLINE[tagName];
    if (inline) return element(inline, {}, this.all(children));
    // What only holds words together needs no tag here.
    if (tagName === 'span') return this.#span(node);
    if (tagName === 'section' || tagName === 'aside' || tagName === 'figure') return this.#component(name, node);
    if (tagName === 'div') return this.blocks(children);
    if (['table', 'thead', 'tbody', 'tr', 'blockquote'].includes(tagName))
      return styled(tagName, tagName, this.blocks(children));
    if (/^h[1-6]$/.test(tagName)) {
      const level = tagName === 'h1' ? 'h2' : tagName > 'h4' ? 'h4' : tagName;
      return styled(level, level, this.all(children));
    }
    if (holdsPicture(node)) return styled('section', 'picture', this.blocks(children));
    // On the page who signed and the day stand apart by style.
    if (name === 'from') return styled('p', name, ...children.map((child, i) => [i > 0 && '　', this.all([child])]));
    const look = name in LOOK ? name : 'p';
    return styled('p', look, this.all(children));
  }

  #span(node: Element): Inside {
    const classes = classesOf(node);
    if (classes.includes('photo')) return this.blocks(node.children);
    return this.all(node.children);
  }
}

/** Nodes of an item or a cell in one line: a paragraph that stands there falls away, a second one begins a new line. */
function inLine(nodes: readonly ElementContent[]): ElementContent[] {
  const seen = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return seen.flatMap((node, i): ElementContent[] => {
    if (!isElement(node) || node.tagName !== 'p') return [node];
    const before = seen[i - 1];
    const lineBreak = before !== undefined && isElement(before) && before.tagName === 'p';
    return [...(lineBreak ? [element('br', {})] : []), ...node.children];
  });
}

/** Notes under a heading, each with its mark. */
const notesPart = (title: string, notes: readonly (readonly [mark: string, words: string])[]): Inside =>
  notes.length > 0 &&
  styled(
    'section',
    'notes',
    styled('p', 'notes-title', title),
    notes.map(([mark, words]) => styled('p', 'notes-item', `${mark} ${words}`)),
  );

/**
 * The article, as one `section` with nothing but what stays: to be laid on the clipboard, or shown on the editor's page.
 * Throws nothing that the story itself does not.
 */
export function wechatHtml(setting: WechatSetting): string {
  const { story, document } = setting;
  const inside = new Setting(setting).blocks(document.blocks);
  const numbers = document.numbers.map(
    ({ words, address }, i) => [noteMark('number', i + 1), `${words}${address}`] as const,
  );
  const links = document.links.map(({ text, address }, i) => [noteMark('link', i + 1), `${text}：${address}`] as const);
  return toHtml(
    element(
      'section',
      { style: `font-size:${SIZE.text}px;line-height:1.8;color:${INK};text-align:left;overflow-wrap:anywhere` },
      inside,
      styled('p', 'byline', bylineWords(story.page)),
      notesPart('数字出处', numbers),
      notesPart('文中链接', links),
    ),
  );
}
