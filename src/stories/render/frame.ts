import { image, rightsOf, type StoryLookup } from './components.ts';
import { element, link } from './element.ts';
import { elementHtml } from './story-html.ts';

/** What stands round the text of a story and must go with it wherever it is read. */
export interface StoryFrame {
  readonly subtitle: string | null;
  readonly corrections: readonly { readonly dateText: string; readonly text: string }[];
  readonly cover:
    | (Parameters<typeof rightsOf>[0] & {
        readonly alt: string;
        readonly caption: string;
        readonly picture: ReturnType<StoryLookup['picture']>;
      })
    | null;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly author: string | null;
  readonly editor: string;
  readonly dateText: string;
}

/** The text with its cover and corrections before it, and with who answers for it behind it. */
export function framedHtml(html: string, frame: StoryFrame, page: string): string {
  const { subtitle, corrections, cover, source, sourceUrl, author, editor, dateText } = frame;
  const before = [
    subtitle && element('p', {}, element('strong', {}, subtitle)),
    ...corrections.map(({ dateText: day, text }) =>
      element('p', {}, element('strong', {}, '更正'), `　${day}　${text}`),
    ),
    cover &&
      element(
        'figure',
        {},
        image(cover.picture, cover.alt),
        element('figcaption', {}, cover.caption, element('br', {}), rightsOf(cover)),
      ),
  ];
  const after = element(
    'p',
    {},
    ['来源：', link(source, sourceUrl), author && `　作者：${author}`, `　编辑：${editor}　时间：${dateText}　`],
    link('在网站上看这一篇', page),
  );
  return [...before.filter((node) => typeof node === 'object' && node !== null), html, after]
    .map((part) => (typeof part === 'string' ? part : elementHtml(part, page)))
    .join('\n');
}
