import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentNames } from '../architecture/content-names.ts';
import { projectFolder } from '../architecture/source-files.ts';
import { builtSite } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  filesOf,
  only,
  pagesOf,
  readPage,
  readText,
  tag,
  textOf,
} from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * The site of a fictional programme of another shape (tests/fixtures/region): what the engine must not take for granted.
 * Expected numbers are counted here from the fixture's files or by hand, never by the code under test.
 */
const region = await builtSite('region');
const fixture = join(projectFolder, 'tests/fixtures/region');
const yaml = <T>(file: string) => parse(readFileSync(join(fixture, file), 'utf8')) as T;
const ids = (folder: string) => readdirSync(join(fixture, folder)).map((file) => file.replace(/\.yaml$/, ''));

interface Place {
  level: string;
  name: string;
}
type Cell = number | null | { quantity: number | null; departments: string | null; month: string | null };
interface Targets {
  id: string;
  years: { year: number; executors: { id: string }[] }[];
  rows: { line: string; cells: Record<string, Record<string, Cell>> }[];
}
interface Site {
  contact: Record<string, string>;
  filings: Record<string, string>;
}

const places = Object.entries(yaml<Record<string, Place>>('places.yaml'));
const pairings = yaml<{ city: string; county: string; townships: string[] }[]>('pairings.yaml');
const site = yaml<Site>('site.yaml');
const nameOf = (id: string) => places.find(([key]) => key === id)?.[1].name ?? id;

const page = (path: string) => readPage(region, path);
/** The text a reader sees, without the white space of the source. */
const words = (node: Parameters<typeof textOf>[0]) => textOf(node, tag('head', 'script', 'style')).replace(/\s+/g, '');
const seen = (path: string) => words(page(path).root);
const csv = (name: string) => readCsv(readText(region, `/data/${name}.csv`)).records;
const files = filesOf(region);

/** The rows of the table of tasks of a page, each as the text of its cells. */
const taskRows = (path: string) =>
  elements(page(path).root, (e) => e.tagName === 'table' && classed('task')(e))
    .flatMap((table) => elements(table, tag('tbody')))
    .flatMap((body) => elements(body, tag('tr')))
    .map((row) => ({ status: attribute(row, 'data-status'), cells: elements(row, tag('th', 'td')).map(words) }));

describe('the fictional region', () => {
  it('tells on the title slip who helps whom and what is planned, as deeds that lead to their facts', () => {
    const slip = only(only(page('/').root, classed('cloth'), 'cloth'), classed('slip'), 'title slip');
    expect(words(only(slip, tag('h1'), 'title'))).toBe('三座城，五个县二十根线');
    expect(words(slip)).toContain('2021—2023年计划');
    const links = elements(slip, tag('a')).map((a) => attribute(a, 'href') ?? '');
    expect(links).toHaveLength(4);
    expect(links.filter((href) => !/^\/facts\/.+\/$/.test(href))).toEqual([]);
    const [cities, counties, townships] = ['city', 'county', 'township'].map(
      (level) => places.filter(([, p]) => p.level === level).length,
    );
    expect([cities, counties, townships, ids('projects').length]).toEqual([3, 5, 20, 7]);
  });

  it('has a page for every city, township and project, and for every fact that the list of facts names', () => {
    const wanted = [
      ...places.filter(([, p]) => p.level === 'city').map(([id]) => `/pairings/${id}/index.html`),
      ...places.filter(([, p]) => p.level === 'township').map(([id]) => `/townships/${id}/index.html`),
      ...ids('projects').map((id) => `/projects/${id}/index.html`),
    ];
    expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
    const built = files
      .filter((file) => /^\/facts\/.+\/index\.html$/.test(file))
      .map((file) => file.replace(/index\.html$/, ''));
    const listed = elements(page('/facts/').root, tag('a')).map((a) => attribute(a, 'href') ?? '');
    expect(built.length).toBeGreaterThan(100);
    expect(built.filter((path) => !listed.includes(path))).toEqual([]);
  });

  it('says undefined, null, NaN or [object nowhere, in no page and in no file to take away', () => {
    const slips = files
      .filter((file) => /\.(html|csv|svg|xml)$/.test(file))
      .filter((file) => {
        const text = file.endsWith('.html')
          ? textOf(readPage(region, file).root, tag('script', 'style'))
          : readText(region, file);
        return /\b(undefined|null|NaN|Infinity)\b|\[object/.test(text);
      });
    expect(slips).toEqual([]);
  });

  it('leaves no list item, cell of a heading, paragraph or menu empty', () => {
    const empty = pagesOf(region).flatMap(({ path, root }) =>
      elements(root, tag('li', 'th', 'h1', 'h2', 'h3', 'dt', 'dd', 'nav', 'ul', 'ol', 'dl', 'figcaption'))
        .filter((e) => words(e) === '' && elements(e, tag('img', 'svg')).length === 0)
        .map((e) => `${path} <${e.tagName}>`),
    );
    expect(empty).toEqual([]);
  });

  it('holds no name and no id of the real content in any of its bytes', () => {
    const names = contentNames().map(({ word }) => ({
      word,
      found: /^[\p{Script=Latin}\d\s-]+$/u.test(word) ? new RegExp(`(?<![\\w-])${word}(?![\\w-])`) : null,
    }));
    const texts = files
      .filter((file) => !/\.(woff2|png)$/.test(file))
      .map((file) => [file, readText(region, file)] as const);
    const leaks = texts.flatMap(([file, text]) =>
      names
        .filter(({ word, found }) => (found ? found.test(text) : text.includes(word)))
        .map(({ word }) => `${file}: ${word}`),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(leaks).toEqual([]);
  });
});

describe('its pairings', () => {
  it('stand as a thread map on the home page, for there are no rivers to draw', () => {
    const figures = elements(page('/').root, tag('figure')).map((f) => attribute(f, 'id') ?? words(f).slice(0, 20));
    expect(seen('/')).toContain('谁和谁结对');
    expect(figures.length).toBe(1);
    expect(files).toContain('/figures/thread-map.svg');
    expect(files.filter((file) => file.includes('river-map'))).toEqual([]);
    const links = elements(page('/').root, classed('thread')).map((a) => attribute(a, 'href') ?? '');
    for (const id of pairings.flatMap((p) => p.townships)) expect(links).toContain(`/townships/${id}/`);
  });

  it('show both counties on the page of a city that has two, though they stand apart in the annex', () => {
    for (const city of ['yangli-jia', 'yangli-bing']) {
      const own = pairings.filter((p) => p.city === city);
      expect(own.length).toBe(2);
      const path = `/pairings/${city}/`;
      const headings = elements(page(path).root, tag('h2', 'h3')).map(words);
      for (const { county, townships } of own) {
        expect(headings).toContain(nameOf(county));
        expect(files).toContain(`/figures/pairing-${city}-${county}.svg`);
        const links = elements(page(path).root, tag('a')).map((a) => attribute(a, 'href'));
        for (const township of townships) expect(links).toContain(`/townships/${township}/`);
      }
    }
    expect(words(only(page('/pairings/yangli-jia/').root, tag('h1'), 'title'))).toBe('样例甲→云溪、雾溪');
    expect(seen('/pairings/yangli-jia/')).toContain('一座城，十个乡镇');
  });

  it('keep the whole name of a county that cannot be shortened, and of the longest township', () => {
    expect(words(only(page('/pairings/yangli-bing/').root, tag('h1'), 'title'))).toBe('样例丙→桐溪、大星溪自治县');
    const long = '长风岭三岔河口各族联合乡';
    for (const path of ['/', '/pairings/', '/pairings/yangli-yi/', '/townships/changfengling/', '/plan/'])
      expect(seen(path)).toContain(long);
  });

  it('offer no neighbour where a county has a single township, and no empty menu for it', () => {
    expect(elements(page('/townships/wuli/').root, classed('pn'))).toEqual([]);
    expect(elements(page('/townships/wanxia/').root, classed('pn')).length).toBe(1);
  });

  it('say 待补 where coordinates are missing, and draw no distance from them', () => {
    expect(seen('/pairings/yangli-bing/')).toContain('距离待补');
    expect(files.filter((file) => /facts\/yangli-(yi|bing)-.*distance/.test(file))).toEqual([]);
    expect(files).toContain('/facts/yangli-jia-yunxi-distance/index.html');
  });
});

describe('its tasks', () => {
  it('run over three years, the unused ones too', () => {
    const heads = elements(page('/progress/').root, (e) => e.tagName === 'th' && classed('yh')(e));
    expect(heads.map((th) => words(elements(th, tag('b'))[0] as Element))).toEqual(['2021', '2022', '2023']);
    expect(taskRows('/projects/screenings/').map((row) => row.cells[1])).toEqual(['2021', '2022', '2023']);
    const loom = only(page('/progress/').root, classed('loom'), 'overview');
    const rows = elements(loom, tag('tr')).filter((tr) => elements(tr, tag('td')).some(classed('st')));
    const widths = rows.map((tr) =>
      elements(tr, tag('td')).reduce((sum, td) => sum + Number(attribute(td, 'colspan') ?? 1), 0),
    );
    expect(widths).toEqual(Array(8).fill(4));
  });

  it('show no percent for a target of 0, whatever was reported', () => {
    const zero = taskRows('/projects/playgrounds/').find((row) => row.cells.includes('0元'));
    expect(zero).toEqual({
      status: 'above',
      cells: ['总会', '2022', '未写', '0元', '800元', '+800', '高于计划截至2022-12-30'],
    });
    expect(taskRows('/projects/playgrounds/')[0]?.cells).toContain('−799.598%');
  });

  it('call a line without a target 文件未定量, and make neither difference nor percent of it', () => {
    const rows = taskRows('/projects/reading-corners/');
    expect(rows.map((row) => row.status)).toEqual(['unquantified-reported', ...Array(5).fill('unquantified')]);
    for (const { cells } of rows) expect([cells[2], cells[4]]).toEqual(['文件未定量', '—']);
    expect(csv('progress').filter((r) => r['line'] === 'reading-corners' && r['target'] !== '')).toEqual([]);
  });

  it('name two executors only in the year that has two', () => {
    const rows = taskRows('/projects/trees/').map((row) => row.cells.slice(0, 3).join(' '));
    expect(rows).toEqual(['总会 2021 200棵', '总会 2022 150棵', '样例乙市 2022 50棵', '总会 2023 260棵']);
  });

  it('put text and annex side by side where they disagree', () => {
    const [first] = taskRows('/projects/summer-guests/');
    expect(first?.cells.join(' ')).toContain('40人≠30人三、4');
    expect(seen('/projects/summer-guests/')).toContain('正文与附件不一致，两处并列，附件在前。');
  });

  it('add up money in 元 and 万元 to sums that agree with their years, also where the annex leaves the total open', () => {
    // 书箱 2400 册 × 25 元 = 6 万元; 器材 36000 + 0 + 12500 元 = 4.85 万元
    const large = (id: string) => seen(`/facts/${id}/`);
    expect(large('kit-money')).toContain('36000+0+12500');
    expect(large('kit-money')).toContain('附件没有写合计');
    expect(seen('/projects/')).toContain('能推算出的金额共10.85万元：2021年6.6万元，2022年3万元，2023年1.25万元。');
    expect(large('programme-money')).toContain('6+4.85');
  });
});

describe('its data files', () => {
  it('hold the cells of the annexes, row by row: empty ones empty, 0 as 0, months and departments as printed', () => {
    const tables = ['zonghui-renwu', 'fenhui-renwu', 'zhongshu'].map((name) => yaml<Targets>(`plan/${name}.yaml`));
    const expected = tables.flatMap(({ id, years, rows }) =>
      rows.flatMap(({ line, cells }) =>
        years.flatMap(({ year, executors }) =>
          executors.map((executor) => {
            const value = cells[year]?.[executor.id] ?? null;
            const whole =
              typeof value === 'object' && value !== null ? value : { quantity: value, departments: null, month: null };
            const tail = executors.length > 1 ? `-${executor.id}` : '';
            return [
              line,
              String(year),
              executor.id,
              String(whole.quantity ?? ''),
              whole.departments ?? '',
              (whole.month ?? '').replace(/^(\d+)月$/, '$1'),
              `/plan/#${id}-${line}-${year}${tail}`,
            ].join(' ');
          }),
        ),
      ),
    );
    const actual = csv('targets').map((r) =>
      [r['line'], r['year'], r['executor'], r['quantity'], r['departments'], r['month'], r['source']].join(' '),
    );
    expect(expected.length).toBe(28);
    expect(actual.toSorted()).toEqual(expected.toSorted());
    expect([...new Set(csv('targets').map((r) => r['unit']))].toSorted()).toEqual(
      [...'册元棵节人', '人次', '场次'].toSorted(),
    );
  });

  it('list every township once, with the row of the third annex', () => {
    const expected = pairings.flatMap((p) =>
      p.townships.map((id) => `${nameOf(p.city)} ${nameOf(p.county)} ${nameOf(id)}`),
    );
    expect(csv('pairings').map((r) => `${r['city']} ${r['county']} ${r['township']}`)).toEqual(expected);
    expect(csv('pairings').filter((r) => !r['source']?.startsWith('/plan/#a3-'))).toEqual([]);
  });

  it('show all eight states of a number', () => {
    const states = [
      'no-report',
      'zero',
      'below',
      'met',
      'above',
      'unquantified',
      'unquantified-reported',
      'not-listed',
    ];
    expect([...new Set(csv('progress').map((r) => r['status']))].toSorted()).toEqual(states.toSorted());
  });
});

describe('its reports', () => {
  it('stand beside the targets with the day up to which they count', () => {
    const reported = csv('progress').filter((r) => r['reported'] !== '');
    expect(reported.map((r) => `${r['line']} ${r['year']} ${r['executor']} ${r['reported']} ${r['as_of']}`)).toEqual([
      'book-boxes 2021 yangli-jia 400 2021-12-31',
      'book-boxes 2021 yangli-yi 350 2021-12-30',
      'book-boxes 2021 yangli-bing 460 2022-02-28',
      'screenings 2021 zonghui 30 2022-12-30',
      'screenings 2022 zonghui 31 2022-12-30',
      'reading-corners 2021 yangli-jia 3 2021-12-31',
      'summer-guests 2021 zonghui 36 2022-12-30',
      'kit 2021 zonghui 35200.5 2022-12-30',
      'kit 2022 zonghui 800 2022-12-30',
      'trees 2022 zonghui 150 2022-12-30',
      'open-lessons 2021 yangli-jia 0 2021-12-31',
    ]);
    const dated = taskRows('/progress/').filter(({ cells }) => cells.at(-1)?.includes('截至'));
    expect(dated.length).toBe(reported.length);
    expect(taskRows('/pairings/yangli-yi/')[0]?.cells.at(-1)).toBe('低于计划截至2021-12-30');
  });

  it('keep a superseded value in the history and nowhere else', () => {
    const history = only(page('/progress/').root, (e) => attribute(e, 'id') === 'history', 'history');
    const old = elements(history, classed('old')).map(words);
    expect(old).toEqual(['2021-06-30180册样例甲市分会（虚构）已被后报接替']);
    const holding = pagesOf(region).filter(({ root }) => /(?<!\d)180册/.test(textOf(root)));
    expect(holding.map(({ path }) => path)).toEqual(['/progress/']);
  });

  it('count as answered only the cells that have a plan', () => {
    expect(seen('/progress/')).toContain('17项年度任务有计划数，其中8项收录了上报。');
    expect(seen('/')).toContain('17项年度任务，8项收录了上报，哪年哪月，见进展。');
  });
});

describe('its furniture', () => {
  it('prints contact and filings at the foot of every page and on the page about the site', () => {
    const lines = [
      ...Object.values(site.contact),
      site.filings['icp'],
      site.filings['police'],
      `网站标识码：${site.filings['site_code']}`,
    ].map((l) => l?.replace(/\s+/g, '') ?? '');
    // A figure in a frame on another site has no foot.
    const whole = pagesOf(region).filter(({ path }) => !path.startsWith('/embed/'));
    const missing = whole.flatMap(({ path, root }) => {
      const foot = words(only(root, tag('footer'), 'footer'));
      return lines.filter((line) => !foot.includes(line)).map((line) => `${path}: ${line}`);
    });
    expect(missing).toEqual([]);
    const police = elements(page('/').root, tag('a')).find((a) => words(a) === site.filings['police']);
    expect(police && attribute(police, 'href')).toBe(site.filings['police_url']);
    for (const line of Object.values(site.contact)) expect(seen('/about/')).toContain(line);
  });

  it('speaks of a leading group, of rivers and of Tibetan names only where the content has them', () => {
    for (const path of ['/', '/departments/', '/about/method/']) {
      expect([path, seen(path).match(/领导小组|三项制度|跨过的江河/)?.[0]]).toEqual([path, undefined]);
    }
    expect(elements(page('/about/method/').root, (e) => attribute(e, 'id') === 'tibetan')).toEqual([]);
    const tibetan = pagesOf(region).filter(
      ({ root }) => elements(root, (e) => attribute(e, 'lang') === 'bo').length > 0,
    );
    expect(tibetan.map(({ path }) => path)).toEqual([]);
  });

  it('gives its own address to canonical links and citations', () => {
    const canonical = elements(page('/plan/').root, (e) => attribute(e, 'rel') === 'canonical')[0];
    expect(canonical && attribute(canonical, 'href')).toBe('https://qinghe.region.internal/plan/');
    expect(readText(region, '/facts/kit-money/index.html')).toContain(
      'https://qinghe.region.internal/facts/kit-money/',
    );
  });

  it('speaks as the publisher that has confirmed in writing that it answers for the site', () => {
    expect(seen('/')).toContain('青禾三溪行主办：青禾志愿会（虚构）');
    expect(seen('/about/')).toContain('青禾办〔2021〕0号（虚构）');
    expect(readText(region, '/facts/kit-money/index.html')).toContain('[EB/OL]//青禾三溪行. ');
    expect(readText(region, '/data/datapackage.json')).toContain('"title": "青禾志愿会（虚构）"');
  });
});
