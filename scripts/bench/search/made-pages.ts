import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chance, chanceOf } from './chance.ts';
import { type MadeText, madeTextFrom } from './made-text.ts';
import type { TruePage } from './truth.ts';

/** What made pages are made from. */
export interface MadeFrom {
  /** The pages of a real site: their text, and the values they can be narrowed by. */
  readonly pages: readonly TruePage[];
  /** Names strewn into the text, so that a name is found on many pages. */
  readonly names: readonly string[];
  readonly seed: number;
}

const PARAGRAPHS = 4;
const LONGEST = 230;

/** Writes pages of stories that nobody wrote into a folder, each about 600 characters; the same for the same seed. */
export function writeMadePages(folder: string, count: number, { pages, names, seed }: MadeFrom): void {
  const chance = chanceOf(seed);
  const made = madeTextFrom([...new Set(pages.flatMap(({ blocks }) => blocks))], chance);
  const facets = facetsOf(pages);
  for (let i = 1; i <= count; i++) {
    const page = join(folder, 'stories', `made-${String(i).padStart(4, '0')}`);
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, 'index.html'), pageHtml(made, facets, names, chance));
  }
}

/** The values of each facet that occur in a site; the date and the year are every page's own. */
function facetsOf(pages: readonly TruePage[]): Map<string, string[]> {
  const facets = new Map<string, Set<string>>();
  for (const pair of pages.flatMap(({ data }) => data?.split('&') ?? [])) {
    const [key = '', value = ''] = pair.split('=');
    if (value !== '' && key !== 'date' && key !== 'year') facets.set(key, (facets.get(key) ?? new Set()).add(value));
  }
  return new Map([...facets].map(([key, values]) => [key, [...values].sort()]));
}

function pageHtml(made: MadeText, facets: ReadonlyMap<string, string[]>, names: readonly string[], chance: Chance) {
  const year = 2019 + chance.below(8);
  const two = (n: number) => String(n).padStart(2, '0');
  const said = [...facets].map(([key, values]) => `${key}=${chance.one(values)}`);
  const date = `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
  const data = [...said, `year=${year}`, `date=${date}`].join('&').replaceAll('"', '');
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => paragraph(made, names, chance));
  const table = chance.below(6) === 0 ? tableHtml(made, names, chance) : '';
  const title = made.title();
  const body = `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}${table}`;
  return (
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>` +
    `<main id="main" data-search="${data}"><article data-pagefind-body>${body}</article></main></body></html>`
  );
}

function paragraph(made: MadeText, names: readonly string[], chance: Chance): string {
  const name = chance.below(3) === 0 ? (chance.one(names) ?? '') : '';
  return made.text(60 + chance.below(LONGEST - 60)) + name + made.text(10 + chance.below(20));
}

function tableHtml(made: MadeText, names: readonly string[], chance: Chance): string {
  const row = () => `<tr><th>${chance.one(names) ?? ''}</th><td>${made.title()}</td><td>${chance.below(500)}</td></tr>`;
  return `<table>${Array.from({ length: 4 }, row).join('')}</table>`;
}
