import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtSites, type SiteWithContent } from './built-site.ts';
import { attribute, elements, filesOf, pagesOf, readPage, readText, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * What `npm run new:programme` makes of three quite different sets of answers, built as it is: a city and a county with
 * its towns; two schools for five years, with words for a target; an office and a district with a Uyghur name, no target.
 */
const sites = await builtSites('begun-county', 'begun-schools', 'begun-office');
const { 'begun-county': county, 'begun-schools': schools, 'begun-office': office } = sites;

const seen = (site: SiteWithContent, path: string) => {
  const { root } = readPage(site, path);
  const descriptions = elements(root, tag('meta')).map((meta) => attribute(meta, 'content') ?? '');
  return [textOf(root, tag('head', 'script', 'style')), ...descriptions].join('\n').replace(/[^\S\n]+/g, '');
};
/** What every site says of boundaries and of what has no source yet. */
const ALWAYS = /没有国界、省界、县界|还没有查到来源的，写“待补”|不画任何行政区域界线/g;
const said = (site: SiteWithContent, words: RegExp) =>
  pagesOf(site).flatMap(({ path }) => {
    const found = seen(site, path).replace(ALWAYS, '').match(words);
    return found ? [`${path}: ${found.join(' ')}`] : [];
  });
const STORY = '/stories/zen-yang-jie-dui/';

describe.each(Object.entries(sites))('the programme that was begun as %s', (_, site) => {
  it('says undefined, null or NaN nowhere, makes no place of what is missing, and leaves nothing empty', () => {
    expect(said(site, /undefined|\bnull\b|NaN|\[object|待补到|到待补|二(?:个|座|所|根)/g)).toEqual([]);
    const empty = pagesOf(site).flatMap(({ path, root }) =>
      elements(root, tag('li', 'h1', 'h2', 'h3', 'dt', 'dd', 'ul', 'dl', 'caption'))
        .filter((e) => textOf(e).trim() === '' && elements(e, tag('img', 'svg')).length === 0)
        .map((e) => `${path}: empty ${e.tagName}`),
    );
    expect(empty).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const files = new Set(filesOf(site));
    const dead = pagesOf(site).flatMap(({ path, root }) =>
      elements(root, tag('a'))
        .map((a) => (attribute(a, 'href') ?? '').replace(/[?#].*$/, ''))
        .filter((href) => href.startsWith('/') && !files.has(href.endsWith('/') ? `${href}index.html` : href))
        .map((href) => `${path}: nothing at ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it('says that its document is an excerpt, and calls it whole nowhere', () => {
    expect(seen(site, '/plan/')).toContain('这里是摘录，原文还没有录全');
    expect(said(site, /文件全文/g)).toEqual([]);
  });

  it('publishes its explainer, that quotes what was answered', () => {
    expect(existsSync(join(site.folder, STORY, 'index.html'))).toBe(true);
    const body = readFileSync(join(site.content, 'plan/body.yaml'), 'utf8');
    const quotes = elements(readPage(site, STORY).root, tag('blockquote')).map((q) => textOf(q));
    expect(quotes.length).toBe(2);
    for (const quote of quotes) expect(body).toContain(/“(.*)”/s.exec(quote)?.[1] ?? quote);
  });
});

describe('the begun programme of a city and a county', () => {
  it('has its towns, departments and target as they were answered', () => {
    expect(
      readCsv(readText(county, '/data/pairings.csv')).records.map((r) => `${r['county']} ${r['township']}`),
    ).toEqual(['样例乙县 荷桥镇', '样例乙县 柳桥乡']);
    expect(seen(county, '/departments/')).toContain('各区团委');
    expect(seen(county, STORY)).toContain('600册');
    expect(said(county, /街道|学校(?!部)|藏文|维吾尔/g)).toEqual([]);
  });
});

describe('the begun programme of two schools', () => {
  it('speaks of no county, town, annex, notice or department, and misses nothing that it cannot have', () => {
    expect(said(schools, /县|乡镇|街道|城市|附件|通知|海拔|坐标|待补|藏文|本级/g)).toEqual([]);
    expect(filesOf(schools).filter((file) => file.startsWith('/townships/'))).toEqual([]);
    expect(seen(schools, '/departments/')).toContain('文件没有写哪个部门负责哪个项目');
    expect(seen(schools, '/projects/')).toContain('文件没有写谁牵头');
  });

  it('shows its target in the words of the document, with no unit behind them', () => {
    const page = seen(schools, '/projects/ye-xiao/');
    expect(page).toContain('每班45学时，共90班');
    expect(page).not.toContain('90班班');
    expect(seen(schools, '/progress/')).toContain('文件没有把哪一年的计划写成一个数');
    expect(seen(schools, '/')).toContain('计划怎样写的，见进展');
    expect(seen(schools, '/facts/ye-xiao-text/')).toContain('文件正文写“每班45学时，共90班”。');
  });
});

describe('the begun programme of an office and a district', () => {
  it('prints the Uyghur name as such, and speaks of no city, county or annex', () => {
    expect(seen(office, '/pairings/yang-li-yuan-jian-ban-gong-shi/')).toContain('بەپتەپ');
    expect(said(office, /县|乡镇|城市|座城|附件|通知|藏文/g)).toEqual([]);
  });

  it('says that nothing was set where no target was answered', () => {
    expect(seen(office, STORY)).toContain('文件未定量');
    expect(readCsv(readText(office, '/data/targets.csv')).records).toEqual([]);
  });
});
