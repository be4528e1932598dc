import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../architecture/source-files.ts';
import { builtSites } from './built-site.ts';
import {
  attribute,
  type Element,
  elements,
  filesOf,
  idsOf,
  pagesOf,
  readPage,
  readText,
  tag,
  textOf,
} from './pages.ts';

/** What the files of the content say; read here, not by the code under test. */
interface Source {
  readonly title?: string;
  readonly publisher: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  readonly seen_as: 'original' | 'repost' | 'encyclopedia';
}
interface OutsideFact {
  readonly fact: string;
  readonly source: string;
  readonly also?: readonly string[];
  readonly projects?: readonly string[];
  readonly caution?: string;
  readonly note?: string;
}
interface Report extends Source {
  readonly title: string;
  readonly date: string;
  readonly direct?: boolean;
  readonly places?: readonly string[];
  readonly projects?: readonly string[];
  readonly summary: string;
  readonly caution?: string;
  readonly note?: string;
}

const content = join(projectFolder, 'content');
const yaml = <T>(file: string) => parse(readFileSync(join(content, file), 'utf8')) as T;
const namesIn = (folder: string) => readdirSync(join(content, folder)).map((name) => name.replace('.yaml', ''));
const reports = new Map(namesIn('coverage').map((id) => [id, yaml<Report>(`coverage/${id}.yaml`)]));
const sources = new Map<string, Source>([
  ...Object.entries(yaml<Record<string, Source>>('outside/sources.yaml')),
  ...reports,
]);
const facts = namesIn('outside')
  .filter((place) => place !== 'sources')
  .flatMap((place) =>
    Object.entries(yaml<Record<string, OutsideFact>>(`outside/${place}.yaml`)).map(([id, fact]) => ({
      id,
      place,
      ...fact,
    })),
  );
const pairings = yaml<{ city: string; county: string; townships: string[] }[]>('pairings.yaml');

/** 2018-05-11 → 2018年5月11日, 2018-05 → 2018年5月; 约… as it stands; without one 日期未注明. */
function dayWords(date: string | undefined): string {
  if (date === undefined) return '日期未注明';
  if (!/^\d/.test(date)) return date;
  return date
    .split('-')
    .map((part, i) => `${Number(part)}${'年月日'[i]}`)
    .join('');
}
const SEEN = { original: '', repost: '据转载', encyclopedia: '据资料条目' };

/** The page of a place: its own, that of its pairing, or that of all pairings. */
function pageOf(place: string): string {
  if (pairings.some(({ townships }) => townships.includes(place))) return `/townships/${place}/`;
  const pairing = pairings.find(({ city, county }) => city === place || county === place);
  return pairing ? `/pairings/${pairing.city}/` : '/pairings/';
}

const { production, region, agreement, schools } = await builtSites('production', 'region', 'agreement', 'schools');
const pages = pagesOf(production);
const words = (element: Element | undefined) =>
  element ? textOf(element, tag('style', 'script')).replace(/\s+/gu, '') : '';
const bare = (text: string) => text.replace(/\s+/gu, '');
const byId = (root: Parameters<typeof elements>[0], id: string) => elements(root, (e) => attribute(e, 'id') === id);
const linksIn = (element: Element) =>
  elements(element, tag('a')).map((a) => ({ href: attribute(a, 'href') ?? '', rel: attribute(a, 'rel') ?? '' }));

describe('what sources outside the document say', () => {
  const idsByPage = new Map(pages.map((page) => [page.path, idsOf(page)]));

  it('stands exactly once on the page of its place and of its projects, and on no other page', () => {
    const wrong = facts.flatMap(({ id, place, projects = [] }) => {
      const wanted = [pageOf(place), ...projects.map((project) => `/projects/${project}/`)].sort();
      const found = pages.flatMap(({ path }) =>
        (idsByPage.get(path) ?? []).filter((one) => one === id).map(() => path),
      );
      return found.sort().join() === wanted.join() ? [] : [`${id}: ${found.join()} instead of ${wanted.join()}`];
    });
    expect(facts).toHaveLength(121);
    expect(wrong).toEqual([]);
  });

  it('says sentence, outlet, day, how it was seen and what to mind; a link only where an address is known', () => {
    const wrong = facts.flatMap(({ id, place, fact, source, also = [], caution }) => {
      const page = pages.find(({ path }) => path === pageOf(place));
      const [element] = page ? byId(page.root, id) : [];
      const text = words(element);
      const own = [source, ...also].map((one) => sources.get(one) as Source);
      const lines = own.map(({ title, publisher, date, seen_as: seen }, i) => {
        const named = title === undefined || i > 0 ? '' : title.startsWith('《') ? `${title}，` : `《${title}》，`;
        return `${named}${publisher}，${dayWords(date)}${SEEN[seen] ? `，${SEEN[seen]}` : ''}`;
      });
      const parts = [fact, ...lines, ...(caution === undefined ? [] : [`注意：${caution}`])];
      const addresses = [source, ...also].flatMap((one) => {
        const url = sources.get(one)?.url;
        return url !== undefined ? [url] : reports.has(one) ? [`/coverage/#${one}`] : [];
      });
      const links = element ? linksIn(element).map(({ href }) => href) : [];
      return [
        ...parts.filter((part) => !text.includes(bare(part))).map((part) => `${id} lacks ${part}`),
        ...(links.join() === addresses.join() ? [] : [`${id} links to ${links.join()} instead of ${addresses.join()}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('is said to be no result of the document on every page where it stands', () => {
    const paths = new Set(
      facts.flatMap(({ place, projects = [] }) => [pageOf(place), ...projects.map((p) => `/projects/${p}/`)]),
    );
    const silent = [...paths, '/coverage/'].filter(
      (path) => !words(readPage(production, path).root as never).includes('不是这份通知的成果，也没有算进进展'),
    );
    expect(silent).toEqual([]);
  });

  it('opens a township: before its codes stands what it is known for', () => {
    for (const [id, opening] of [
      ['xuesha', '隆子河谷最初的沙棘苗，是人们从60公里外的雪沙乡找来的。'],
      ['changguo', '昌果沟遗址1994年发掘的一个灰坑里，清理出了烧成炭的青稞、小麦、豌豆和粟。'],
      ['yumai', '2019年，50公里的通乡柏油路改建完工，玉麦不再年年被大雪封住。'],
    ] as const) {
      const { root } = readPage(production, `/townships/${id}/`);
      const [main] = elements(root, tag('main'));
      const text = words(main);
      expect(text.indexOf(opening), id).toBeGreaterThan(0);
      expect(text.indexOf(opening)).toBeLessThan(text.indexOf('区划代码'));
      const [lead] = elements(root, (e) => attribute(e, 'class') === 'lead');
      expect(words(lead)).toBe(bare(opening));
    }
  });

  it('tells whom to write to where little is known, without making anything up', () => {
    const text = words(readPage(production, '/townships/jiangtang/').root as never);
    expect(text).toContain(
      '关于江塘镇，还没有收录别的有来源的事。知道的，请连同来源告诉本站的建设单位（待定）。▭收稿的联系方式待建设单位确定以后公布',
    );
    expect(words(readPage(production, '/townships/yumai/').root as never)).not.toContain('还没有收录别的');
  });

  it('keeps apart what the giving side did before the document and after it', () => {
    const [section] = elements(
      readPage(production, '/pairings/changde/').root,
      (e) => attribute(e, 'class') === 'deeds',
    );
    const text = words(section);
    const at = (part: string) => text.indexOf(bare(part));
    const order = [
      '湖南在这里做过的事',
      '2019年5月以前',
      '2018年7月，常德计划拿出',
      '2019年5月以后',
      '2023年5月29日，常德市东风小学',
    ].map(at);
    expect(
      order.every((place, i) => place >= 0 && place > (order[i - 1] ?? -1)),
      String(order),
    ).toBe(true);
  });
});

describe('what others published', () => {
  const { root } = readPage(production, '/coverage/');

  it('is listed in full once each: title, outlet, day, how it was seen, a sentence of ours, the address where it is known', () => {
    const wrong = [...reports].flatMap(([id, { title, publisher, date, url, seen_as: seen, summary, caution }]) => {
      const found = byId(root, id);
      const text = words(found[0]);
      const parts = [title, publisher, dayWords(date), SEEN[seen], summary, caution ? `注意：${caution}` : ''];
      const outward = found.flatMap(linksIn).filter(({ href }) => href.startsWith('http'));
      const right =
        url === undefined ? outward.length === 0 && text.includes('原文网址未见') : outward[0]?.href === url;
      return [
        ...(found.length === 1 ? [] : [`${id} stands ${found.length} times`]),
        ...parts.filter((part) => !text.includes(bare(part))).map((part) => `${id} lacks ${part}`),
        ...(right ? [] : [`${id}: ${JSON.stringify(outward)}`]),
      ];
    });
    expect(reports.size).toBe(36);
    expect(wrong).toEqual([]);
  });

  it('puts the four on the work itself first, then the others year by year, the newest first', () => {
    const order = elements(root, (e) => reports.has(attribute(e, 'id') ?? '')).map((e) => attribute(e, 'id') ?? '');
    const day = (id: string) => reports.get(id)?.date ?? '';
    const direct = [...reports.keys()].filter((id) => reports.get(id)?.direct);
    expect(order.slice(0, 4).toSorted()).toEqual(direct.toSorted());
    const years = order.slice(4).map((id) => day(id).slice(0, 4));
    expect(years).toEqual(years.toSorted().reverse());
  });

  it('can be found by place and by project, without a script', () => {
    const listed = (anchor: string) =>
      byId(root, anchor).flatMap((group) => linksIn(group).map(({ href }) => href.replace('/coverage/#', '')));
    const groups = new Map<string, string[]>();
    for (const [id, { places = [], projects = [] }] of reports) {
      for (const key of [
        ...places.map((place) => `place-${place}`),
        ...projects.map((project) => `project-${project}`),
      ])
        groups.set(key, [...(groups.get(key) ?? []), id]);
    }
    for (const [anchor, ids] of groups) {
      expect(
        listed(anchor)
          .filter((one) => reports.has(one))
          .toSorted(),
        anchor,
      ).toEqual(ids.toSorted());
    }
    const grouped = elements(root, (e) => /^(place|project)-/u.test(attribute(e, 'id') ?? ''));
    expect(grouped).toHaveLength(groups.size);
    // Each in its own fold: without a script a reader opens it, and a link to it opens it too.
    expect(grouped.map((e) => (e.parentNode as Element).tagName)).toEqual(grouped.map(() => 'details'));
  });

  it('stands on the pages of its places and projects, each once, the direct ones first', () => {
    const linked = (path: string) =>
      elements(readPage(production, path).root, (e) => attribute(e, 'class') === 'press')
        .flatMap(linksIn)
        .map(({ href }) => href.replace('/coverage/#', ''));
    const wanted = new Map<string, Set<string>>();
    for (const [id, { places = [], projects = [] }] of reports) {
      const paths = [...places.map(pageOf), ...projects.map((project) => `/projects/${project}/`)];
      for (const path of paths.filter((one) => one !== '/pairings/'))
        wanted.set(path, (wanted.get(path) ?? new Set()).add(id));
    }
    for (const [path, ids] of wanted) {
      const found = linked(path);
      expect(new Set(found).size, path).toBe(found.length);
      expect(found, path).toHaveLength(Math.min(8, ids.size));
      expect(
        found.every((id) => ids.has(id)),
        path,
      ).toBe(true);
      const first = found.filter((id) => reports.get(id)?.direct);
      expect(found.slice(0, first.length), path).toEqual(first);
    }
  });

  it('has a feed of its own, newest first, each item a link to the publication where its address is known', () => {
    const xml = readText(production, '/feeds/coverage.xml');
    const items = xml.split('<item>').slice(1);
    expect(items).toHaveLength(36);
    for (const [id, { title, url }] of reports) {
      const link = url ?? `https://xiangqing.example.invalid/coverage/#${id}`;
      const own = items.filter((item) => item.includes(`<link>${link.replaceAll('&', '&amp;')}</link>`));
      expect(own, id).toHaveLength(1);
      expect(own[0], id).toContain(`<title>${title.replaceAll('&', '&amp;')}</title>`);
    }
    expect(readText(production, '/feed.xml')).not.toContain('<title>大山深处的精粹</title>');
    expect(linksIn(root as never).some(({ href }) => href === '/feeds/coverage.xml')).toBe(true);
    const told = elements(root, tag('link')).filter((link) => attribute(link, 'href') === '/feeds/coverage.xml');
    expect(told.map((link) => attribute(link, 'type'))).toEqual(['application/rss+xml']);
  });

  it('leads out of the site by plain links that say so', () => {
    const outward = pages.flatMap((page) =>
      elements(page.root, tag('a')).filter((a) =>
        [...sources.values()].some(({ url }) => url === attribute(a, 'href')),
      ),
    );
    expect(outward.length).toBeGreaterThan(30);
    expect(outward.filter((a) => attribute(a, 'rel') !== 'external noopener noreferrer')).toEqual([]);
  });
});

describe('what is for staff', () => {
  it('is in no file of the site: notes, and whose name stands beside a source', () => {
    const notes = [...facts, ...reports.values()].flatMap(({ note, caution = '' }) =>
      (note ?? '')
        .split(/[。；]/u)
        .filter((one) => one.length > 8 && !caution.includes(one) && !facts.some(({ fact }) => fact.includes(one))),
    );
    const authors = [...sources.values()]
      .flatMap(({ author }) => (author ?? '').replace(/（.*）/u, '').split('、'))
      .filter((name) => name.length > 1);
    const texts = filesOf(production)
      .filter((file) => /\.(html|json|xml|csv)$/.test(file))
      .map((file) => [file, readText(production, file)] as const);
    const found = [...notes, ...authors]
      .filter((one) => one !== '新闻通讯部')
      .flatMap((one) => texts.filter(([, text]) => text.includes(one)).map(([file]) => `${file}: ${one}`));
    expect(notes.length).toBeGreaterThan(80);
    expect(authors.length).toBeGreaterThan(25);
    expect(found).toEqual([]);
  });
});

describe('another programme', () => {
  it('shows its own fact and report by the same rules', () => {
    const township = words(readPage(region, '/townships/yuntou/').root as never);
    expect(township).toContain('别人笔下的云头镇云头镇的山坡上有30层梯田，报道说是四代人修成的。注意：另一处写28层。');
    expect(township).toContain('截至2020年9月。《四代人的梯田（虚构）》，样例日报（虚构），2020年9月30日，据转载');
    expect(words(readPage(region, '/townships/yunwei/').root as never)).toContain(
      '还没有收录有来源的事。知道的，请连同来源告诉主办单位',
    );
    const coverage = words(readPage(region, '/coverage/').root as never);
    expect(coverage).toContain(
      '直接相关四代人的梯田（虚构）记者走了一遍云头镇的梯田。注意：数字是记者数的。样例日报（虚构）2020年9月30日据转载原文网址未见',
    );
    const all = filesOf(region)
      .filter((file) => /\.(html|xml|json)$/.test(file))
      .map((file) => readText(region, file))
      .join();
    expect(all).not.toMatch(/编者的话|编者不登的署名/u);
  });

  it.each([
    ['agreement', agreement],
    ['schools', schools],
  ] as const)('"%s" without any is whole: nothing speaks of it but the page that waits for it', (_, site) => {
    const empty = words(readPage(site, '/coverage/').root as never);
    expect(empty).toContain('这里列别人登过的报道，写明标题、媒体、日期，有网址的给网址。目前还没有收录。');
    expect(empty).toContain('告诉谁');
    const others = pagesOf(site).filter(({ path }) => path !== '/coverage/');
    const speaking = others
      .filter(({ html }) => /媒体报道|别人笔下|有来源的事|coverage/u.test(html))
      .map(({ path }) => path);
    expect(speaking).toEqual([]);
  });
});
