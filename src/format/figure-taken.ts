import type { Site } from '#domain/programme/site.ts';
import { longDate } from './date.ts';
import { escapeText } from './escape-text.ts';
import { citedPage, sentenceFrom } from './publisher.ts';
import type { Routes } from './routes.ts';

/** What of a figure is said where it is taken away. */
interface Told {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
  readonly pictured: boolean;
  readonly forms: readonly { readonly width: number; readonly height: number }[];
}

/** The site that a figure is taken from, as of a day. */
export interface TakenFrom {
  readonly site: Pick<Site, 'name' | 'publisher'>;
  readonly routes: Pick<Routes, 'figure' | 'figureOf' | 'embed'>;
  /** Address of the site, with protocol. */
  readonly url: string;
  /** Day of the build in China, and the one up to which the data goes; `YYYY-MM-DD`. */
  readonly today: string;
  readonly dataDay: string;
  /** The data release that holds what it shows; null: none. */
  readonly release: string | null;
}

/** A figure as it is taken away: files, the code that puts it on another site, and how it is quoted. */
export interface FigureTaken {
  /** Where it stands in the list of figures, with all that follows. */
  readonly page: string;
  readonly svg: string;
  /** Null where the project has no font for its letters: no picture is made of it. */
  readonly png: string | null;
  readonly csv: string;
  readonly embed: string;
  /** After GB/T 7714, and as a sentence with its source. */
  readonly cited: string;
  readonly sentence: string;
}

/** Where a figure's own words do not say what its source is, 来源： stands before it. */
export const sourceWords = (source: string): string => (source.startsWith('来源') ? source : `来源：${source}`);

/** Room for title, sentence and source around the drawing of an embedded figure, px. */
const AROUND = 210;
/** As wide as the column of an article usually is, px. */
const COLUMN = 640;

/** How high a frame is before the figure has told its own height: as it is in the column of an article, px. */
function firstHeight({ forms }: Told): number {
  const form = forms.findLast(({ width }) => width <= COLUMN) ?? forms[0];
  if (!form) return AROUND;
  const { width, height } = form;
  return Math.round((Math.min(width <= COLUMN ? 544 : COLUMN, COLUMN) / width) * height) + AROUND;
}

/**
 * What a reader copies to show a figure on another page: a frame, and for those who see no frames its picture, its
 * sentence and its source. The last line makes the frame as high as what is in it; it may be left away.
 */
function embedCode(figure: Told, picture: string, { site, routes, url }: TakenFrom): string {
  const at = (path: string) => escapeText(new URL(path, url).href);
  const { name, sentence, source } = figure;
  const title = escapeText(figure.title);
  const home = `<a href="${at(routes.figureOf(name))}">${escapeText(site.name)}</a>`;
  const bare = `<img src="${at(picture)}" alt="${title}" style="max-width:100%"><br>${escapeText(sentence)}${escapeText(sourceWords(source))}；${home}`;
  return `<iframe src="${at(routes.embed(name))}" title="${title}" width="100%" height="${firstHeight(figure)}" style="border:0" loading="lazy">${bare}</iframe>
<script>addEventListener("message",function(e){document.querySelectorAll("iframe").forEach(function(f){var h=e.data&&e.data.figureHeight;if(f.contentWindow===e.source&&h>0&&h<9999)f.height=h})})</script>`;
}

/** All that is offered of a figure wherever it stands. */
export function figureTaken(figure: Told, from: TakenFrom): FigureTaken {
  const { site, routes, url, today, dataDay, release } = from;
  const { name, title, sentence, source, pictured } = figure;
  const svg = routes.figure(name, 'svg');
  const png = pictured ? routes.figure(name, 'png') : null;
  const page = routes.figureOf(name);
  const address = new URL(page, url).href;
  return {
    page,
    svg,
    png,
    csv: routes.figure(name, 'csv'),
    embed: embedCode(figure, png ?? svg, from),
    cited: citedPage(site, { title, day: today, url: address, release }),
    sentence: sentenceFrom(
      sentence,
      `${sourceWords(source)}；数据截至${longDate(dataDay)}；${site.name}制图，${address}`,
      release,
    ),
  };
}
