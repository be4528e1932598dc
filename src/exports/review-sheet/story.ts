import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { onPaper } from '#charts/kit/standalone.ts';
import type { PersonBox } from '#format/person-box.ts';
import type { StoryBox } from '#format/story-page.ts';
import { fileOfAddress } from '#stories/grammar/links.ts';
import { lookupOf, type Medium, rightsOf } from '#stories/render/components.ts';
import { element, raw } from '#stories/render/element.ts';
import { formOf, isWide, wholeFigure } from '#stories/render/figure.ts';
import { absolute, storyTree, withoutWayBack } from '#stories/render/tree.ts';
import { html, type Inside, Markup, section, seen } from '../markup.ts';
import type { SheetPicture, SheetStory } from './data.ts';
import { pictureImage, pictureNotes } from './pictures.ts';

/** The attributes that stay: nothing that leads anywhere. */
const KEPT = ['className', 'start', 'align', 'colSpan', 'rowSpan', 'lang', 'dir', 'dataLine', 'dataTo', 'dataDone'];
/** What may have a line in the margin. */
const LINED = ['p', 'h2', 'h3', 'h4', 'li', 'td', 'th', 'figure'];

/** Where a link leads, as it is told on paper: on the site without its host. null: nowhere a reader has to know. */
function targetOf(href: unknown, page: string): string | null {
  if (typeof href !== 'string' || href.startsWith('#')) return null;
  const whole = absolute(href, page);
  if (whole === null) return null;
  const { origin, pathname, hash } = new URL(whole);
  return fileOfAddress(origin === new URL(page).origin ? pathname + hash : whole);
}

/**
 * The line of the file in the margin of each block, once for all that begins there; drawn by the style, it is no text.
 * What a component adds begins where it does.
 */
function numberLines(tree: HtmlRoot, firstLine: number): void {
  let last = 0;
  const walk = (node: HtmlRoot | Element, from: number): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const line = child.position?.start.line ?? from;
      // A paragraph inside an item stands where the item does: the item has the number.
      if (line > last && LINED.includes(child.tagName)) {
        child.properties['dataLine'] = String(line + firstLine - 1);
        last = line;
      }
      walk(child, line);
    }
  };
  walk(tree, 0);
}

/** Takes from the tree what paper cannot use: links become words with the address behind them, drawn by the style too. */
function onSheet(tree: HtmlRoot, address: string): HtmlRoot {
  visit(tree, (node, index, parent) => {
    if (node.type === 'text') node.value = seen(node.value);
    if (node.type !== 'element') return undefined;
    withoutWayBack(node);
    const names = node.properties['className'];
    // The heading over the notes is for those who do not see the line above them.
    if (Array.isArray(names) && names.includes('sr-only') && parent && index !== undefined) {
      (parent as Element).children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'input') {
      node.properties = { className: ['tick'], ...(node.properties['checked'] ? { dataDone: '' } : {}) };
      node.tagName = 'span';
    }
    if (node.tagName === 'a') {
      const to = targetOf(node.properties['href'], address);
      node.tagName = 'span';
      node.properties = to === null ? {} : { className: ['link'], dataTo: seen(to) };
    }
    if (node.tagName === 'table') {
      const columns = widthOf(node);
      if (columns > 6) node.properties['className'] = ['many'];
    }
    node.properties = Object.fromEntries(Object.entries(node.properties).filter(([key]) => KEPT.includes(key)));
    return undefined;
  });
  return tree;
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** How many columns a table has. */
function widthOf(table: Element): number {
  const rows = table.children.filter(isElement).flatMap((part) => part.children.filter(isElement));
  return Math.max(0, ...rows.map((row) => row.children.filter(isElement).length));
}

/**
 * A story on paper, as the page prints it: figures are drawn with their table, each picture stands large beside what
 * its people permit, a comparison is a table.
 */
function sheetMedium({ page, pictures, figures, cloth }: SheetStory): Medium {
  const { numbers, names, passage, sides } = page;
  const known = lookupOf({ numbers, names, passage, sides, pictures: new Map() }, (name) => {
    const figure = figures.get(name);
    return figure && { figure, taken: null };
  });
  const pictureOf = (src: string): SheetPicture => {
    const picture = pictures.get(src);
    if (!picture) throw new Error(`没有图片 ${src}`);
    return picture;
  };
  return {
    // Paper leads nowhere: a passage is named in words.
    lookup: { ...known, passage: (locator) => ({ ...passage(locator), href: null }) },
    styled: true,
    marks: 'raised',
    comparison: 'table',
    picture: (src) => ({ shown: raw(pictureImage(pictureOf(src)).html) }),
    beside: (src, picture) => element('div', { className: ['shown'] }, picture, raw(pictureNotes(pictureOf(src)).html)),
    figure: ({ figure }, title, form) => {
      const drawn = formOf(figure, form);
      const width = drawn && isWide(drawn) ? 'wide' : 'narrow';
      const drawing = drawn && element('div', { className: [width] }, raw(onPaper(drawn, cloth)));
      return wholeFigure(figure, { drawing, level: 3, taken: null, title });
    },
  };
}

/** The text itself, by the renderer that the page and the feed have too. */
function text(story: SheetStory): Markup {
  const tree = storyTree(story.markdown, '/', sheetMedium(story));
  numberLines(tree, story.firstLine);
  return new Markup(toHtml(onSheet(tree, story.address), { allowDangerousHtml: true }));
}

function boxOf({ title, rows }: StoryBox): Markup {
  const each = rows.map(({ term, links = [], numbers = [], none }) => {
    const counted = numbers.map(
      ({ number: { approximate, value, unit }, note }) =>
        html`<span class="row">${approximate ? '约' : ''}<b>${value}</b>${unit}${note ? html` <small>${note}</small>` : null}</span>`,
    );
    return html`<div><dt>${term}</dt><dd>${links.map(({ text }) => text).join('、')}${counted}${none}</dd></div>
`;
  });
  return html`<aside class="box"><h2>${title}</h2><dl>
${each}</dl></aside>`;
}

/** Who the person is whom the story tells of. */
function profileOf({ name, alias, rows, words }: PersonBox): Markup {
  return html`<section class="profile"><dl>
<div><dt data-aid>名字</dt><dd><b>${name}</b>${alias ? html` <small>化名</small>` : null}</dd></div>
${rows.map(
  ({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>
`,
)}${
  words &&
  html`<div><dt data-aid>一句话</dt><dd>${words}</dd></div>
`
}</dl></section>
`;
}

/** Cover, title and what stands under it, in the order of the page. */
function head({ page, cover, sample }: SheetStory): Markup {
  const {
    title,
    kind,
    pairing,
    projects,
    profile,
    subtitle,
    summary,
    byline,
    dateText,
    minutes,
    aliases,
    coverRights,
  } = page;
  const heading = html`<h1>${title}</h1>
`;
  const kick = html`<p class="kick">${sample ? '样稿　' : null}${[kind, ...(pairing ? [pairing] : []), ...projects].map(({ text }) => text).join('　')}</p>
`;
  const said: Inside[] = [
    ...byline.map(({ term, text }) => `${term}：${text}　`),
    `时间：${dateText}　`,
    `约${minutes}分钟`,
  ];
  const rights =
    coverRights &&
    html`<p class="rights">封面：${coverRights.caption}　${rightsOf(coverRights)}</p>
`;
  return html`${
    cover &&
    html`<div class="shown"><figure class="photo">${pictureImage(cover)}</figure>${pictureNotes(cover)}</div>
`
  }${page.slip ? [heading, kick] : [kick, heading]}${profile && profileOf(profile)}${
    subtitle === null
      ? null
      : html`<p class="subtitle">${subtitle}</p>
`
  }<p class="dek">${summary}</p>
<p class="by">${said}</p>
${aliases.length > 0 ? html`<p class="rights">文中的${aliases.join('、')}是化名。</p>` : null}${rights}`;
}

/**
 * The story as a reader will see it, in the order of its page, everything and nothing else. What helps a reviewer
 * (lines, addresses, what is known of a picture) is drawn by the style or carries `data-aid`: a test holds the rest
 * against the built page.
 */
export function storySection(story: SheetStory): Markup {
  const { corrections, box } = story.page;
  const put = corrections.map(
    ({ dateText, text }) => html`<p><b>更正</b>　${dateText}　${text}</p>
`,
  );
  const inside = html`<article class="story">${head(story)}${put.length > 0 ? html`<section class="corrections">${put}</section>` : null}
<div class="prose">${text(story)}</div>
${box && boxOf(box)}</article>`;
  const beside = '读者看到的就是这些；行号、网址、灰底的小字只给审稿人看';
  return section('稿件', beside, inside);
}
