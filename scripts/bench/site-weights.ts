import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliBytes, inlineFigures, weighPage } from './page-weight.ts';
import { BUDGETS, isMap, PAGE_KINDS, type Weight } from './weight-budgets.ts';

/** Reads what a built site at `/` holds and weighs it: pages of each kind, script, fonts, drawings. */
export function siteWeights(site: string): Weight[] {
  return [...pagesAndScript(site), ...fonts(site), ...drawings(site)];
}

/** Paths (`a/b/`) of all pages, in the order of their names: the same "first" in every run. */
export function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}

/** How many pages a reader can come to, the one for wrong addresses included: the number the build says too. */
export function countPages(site: string): number {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
}

const htmlAt = (site: string, page: string) => readFileSync(join(site, page, 'index.html'), 'utf8');

/** Which pages to weigh for a kind: the first, and the one with the largest file if that is another. */
export function chosenPages(pages: readonly string[], folder: string, each: boolean, size: (page: string) => number) {
  const own = folder === '' ? '/' : `/${folder}/`;
  const below = (page: string) =>
    page.startsWith(own) && page.slice(own.length).indexOf('/') === page.length - own.length - 1;
  const kin = pages.filter((page) => (each ? page !== own && below(page) : page === own));
  const [first] = kin;
  if (first === undefined) return [];
  const largest = kin.reduce((a, b) => (size(b) > size(a) ? b : a));
  if (!each) return [{ page: first, which: '' }];
  return [{ page: first, which: '，第一个' }, ...(largest === first ? [] : [{ page: largest, which: '，最大的' }])];
}

function pagesAndScript(site: string): Weight[] {
  const pages = pagesOf(site);
  const size = (page: string) => Buffer.byteLength(htmlAt(site, page));
  const weights: Weight[] = [];
  const script: Weight = { group: '脚本', name: '用脚本最多的一页', path: '/', bytes: 0, budget: BUDGETS.script };
  for (const { name, folder, each, budget } of PAGE_KINDS) {
    for (const { page, which } of chosenPages(pages, folder, each, size)) {
      const read = (address: string) => {
        const file = join(site, decodeURI(new URL(address, `http://x${page}`).pathname));
        return existsSync(file) ? readFileSync(file) : undefined;
      };
      const { total, scripts, images, fonts } = weighPage(htmlAt(site, page), read);
      weights.push({ group: '页面', name: name + which, path: page, bytes: total, budget, beside: { images, fonts } });
      if (scripts > script.bytes) Object.assign(script, { path: page, bytes: scripts });
    }
  }
  return [...weights, script];
}

/** A woff2 file is compressed already: it travels as it is. */
function fonts(site: string): Weight[] {
  const folder = join(site, 'fonts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      group: '字体',
      name: file,
      path: `/fonts/${file}`,
      bytes: readFileSync(join(folder, file)).length,
      budget: file === 'heading.woff2' ? BUDGETS.headingFont : null,
    }));
}

/** Every drawing of the site once, heaviest first, maps before charts. */
function drawings(site: string): Weight[] {
  const found = new Map<string, Weight>();
  for (const page of pagesOf(site)) {
    for (const { name, title, svg } of inlineFigures(htmlAt(site, page))) {
      if (found.has(name)) continue;
      const map = isMap(name);
      const budget = map ? BUDGETS.map : BUDGETS.chart;
      const label = `${title}（${name.endsWith('-wide') ? '宽' : '手机'}）`;
      found.set(name, { group: map ? '地图' : '图', name: label, path: page, bytes: brotliBytes(svg), budget });
    }
  }
  const byWeight = [...found.values()].sort((a, b) => b.bytes - a.bytes);
  return [...byWeight.filter(({ group }) => group === '地图'), ...byWeight.filter(({ group }) => group === '图')];
}
