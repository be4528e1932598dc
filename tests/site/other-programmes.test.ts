import { describe, expect, it } from 'vitest';
import { builtSites, type SiteWithContent } from './built-site.ts';
import { attribute, classed, elements, filesOf, only, pagesOf, readPage, readText, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * Fictional programmes of which nothing is as in the first one: `joint` (a command and two cities help two districts,
 * one of them together; streets below), `schools` (one school and another: no third level, no coordinates, one number)
 * and `hospitals` (five years by articles; no annex: the text alone sets what is planned; no reports).
 */
const { joint, schools, hospitals } = await builtSites('joint', 'schools', 'hospitals');

/** What a reader sees of a page, its descriptions too, without white space. */
const seen = (site: SiteWithContent, path: string) => {
  const { root } = readPage(site, path);
  const descriptions = elements(root, tag('meta')).map((meta) => attribute(meta, 'content') ?? '');
  return [textOf(root, tag('head', 'script', 'style')), ...descriptions].join('\n').replace(/[^\S\n]+/g, '');
};
/** What every site says of boundaries and of what stands at its source, whatever its places are. */
const ALWAYS = /还没有查到来源的，写“待补”/g;
const places = (site: SiteWithContent, words: RegExp) =>
  pagesOf(site).flatMap(({ path }) => {
    const found = seen(site, path).replace(ALWAYS, '').match(words);
    return found ? [`${path}: ${found.join(' ')}`] : [];
  });

describe.each([
  ['the command and the cities', joint],
  ['the two schools', schools],
  ['the two hospitals', hospitals],
])('the programme of %s', (_, site) => {
  it('leaves no heading, term or list empty, and every link leads to a page', () => {
    const files = new Set(filesOf(site));
    const wrong = pagesOf(site).flatMap(({ path, root }) => {
      const empty = elements(root, tag('li', 'h1', 'h2', 'h3', 'dt', 'dd', 'ul', 'dl', 'caption'))
        .filter((e) => textOf(e).trim() === '' && elements(e, tag('img', 'svg')).length === 0)
        .map((e) => `${path}: empty ${e.tagName}`);
      const dead = elements(root, tag('a'))
        .map((a) => (attribute(a, 'href') ?? '').replace(/[?#].*$/, ''))
        .filter((href) => href.startsWith('/') && !files.has(href.endsWith('/') ? `${href}index.html` : href))
        .map((href) => `${path}: nothing at ${href}`);
      return [...empty, ...dead];
    });
    expect(wrong).toEqual([]);
  });

  it('says undefined, null or NaN nowhere, and two things are 两 before their measure word', () => {
    expect(places(site, /undefined|\bnull\b|NaN|\[object|二(?:个|座|所|根|家)|(?<!\d)0(?:个|格)|待补到/g)).toEqual([]);
  });
});

describe('the programme of a command and two cities', () => {
  it('counts its givers, districts and streets by their own words', () => {
    const cloth = only(readPage(joint, '/').root, classed('cloth'), 'cloth');
    expect(textOf(only(cloth, classed('slip'), 'slip')).replace(/\s+/g, '')).toContain('三个支援单位，两个区五根线');
    expect(seen(joint, '/pairings/')).toContain('三个支援单位和两个区结对，线的另一头是街道');
    expect(seen(joint, '/pairings/zhihuibu/')).toContain('一个前方指挥部，两个街道');
  });

  it('calls those who report by its own word, with its measure word', () => {
    const text = seen(joint, '/progress/').replace(/\s+/g, '');
    expect(text).toContain('上报是填报单位报的数');
    expect(text).toContain('几家填报单位一起承担的，只收录到其中几家填报单位的上报，写明几家填报单位中的几家');
    expect(seen(joint, '/facts/').replace(/\s+/g, '')).toContain('填报单位上报的，注明谁报的');
    expect(seen(joint, '/about/').replace(/\s+/g, '')).toContain('各填报单位的数不报给本站');
    expect(places(joint, /承担单位|各单位|\d个单位|几个单位/g)).toEqual([]);
  });

  it('speaks of no county and no township, and of cities only where one stands alone', () => {
    expect(places(joint, /县(?!的内容)|乡镇|座城市|城市|市级/g)).toEqual([]);
  });

  it('shows a street with both who help it, and the tasks of both', () => {
    const text = seen(joint, '/townships/dongmen/');
    expect(text).toContain('样例松风指挥部、松甲市承担的任务');
    expect(text).toContain('任务列到支援单位和区为止');
    const rows = readCsv(readText(joint, '/data/pairings.csv')).records;
    expect(rows.map((row) => `${row['city']} ${row['county']} ${row['township']}`)).toEqual([
      '样例松风指挥部 青石区 东门街道',
      '样例松风指挥部 青石区 西门街道',
      '松甲市 青石区 东门街道',
      '松甲市 青石区 西门街道',
      '松乙市 白水区 河畔街道',
    ]);
  });

  it('counts a street once, though two threads end there', () => {
    expect(seen(joint, '/facts/programme-townships/')).toContain('结对的街道共3个');
    expect(seen(joint, '/facts/qingshi-townships/')).toContain('样例松风指挥部、松甲市结对青石区的2个街道');
  });

  it('lists what a district carries out itself on the page of its pairing', () => {
    expect(seen(joint, '/pairings/songjia/')).toContain('青石区承担的任务');
  });

  it('is told by a railway and roads where it has no river, each with its source, and says no word of water', () => {
    const map = readText(joint, '/figures/pairing-songjia.svg');
    for (const name of ['样例松青铁路', '样例九号公路', '样例十号公路']) expect(map).toContain(name);
    expect(map).toContain('铁路：虚构，只供试验的线；公路：虚构，只供试验的公路');
    expect(seen(joint, '/about/method/')).toContain('铁路、公路供辨认方位，按坐标画，没有画全，也不计数');
    expect(seen(joint, '/about/')).toContain('画的有铁路、公路、');
    expect(places(joint, /江河|湖泊|河流|水系|湖/g)).toEqual([]);
  });

  it('tells no difference of one metre, and misses no place of a command', () => {
    expect(filesOf(joint).filter((file) => /-climb\//.test(file))).toEqual([]);
    expect(seen(joint, '/pairings/zhihuibu/')).not.toMatch(/待补|海拔从/);
  });
});

describe('the programme of two schools', () => {
  it('is whole without a third level and without coordinates', () => {
    expect(filesOf(schools).filter((file) => file.startsWith('/townships/'))).toEqual([]);
    expect(places(schools, /县|乡镇|街道|城市|座城|江河|海拔|坐标|球面|待补|本级/g)).toEqual([]);
    expect(seen(schools, '/pairings/')).toContain('一所学校和一所学校结对：一组结对，一根线');
  });

  it('has one thread, that leads to the pairing, and one row of data with the third level left open', () => {
    const cloth = only(readPage(schools, '/').root, classed('cloth'), 'cloth');
    const stripes = elements(cloth, classed('k1'));
    // Who is helped stands on the stripe, and is not named on the label beside it too.
    expect(textOf(only(cloth, classed('selv'), 'label')).replace(/\s+/g, '')).toBe('样例枫小学');
    expect(stripes.map((a) => [textOf(a).trim(), attribute(a, 'href')])).toEqual([['样例桦小学', '/pairings/feng/']]);
    expect(readCsv(readText(schools, '/data/pairings.csv')).records).toMatchObject([
      { city: '样例枫小学', county: '样例桦小学', township: '' },
    ]);
  });
});

describe('the programme of two hospitals', () => {
  it('names no months where the document has none, and says what is planned of each year', () => {
    expect(seen(hospitals, '/progress/')).toContain('任务一览，哪一年');
    expect(places(hospitals, /未写月份|哪年哪月|哪几个月|合计未写/g)).toEqual([]);
    expect(seen(hospitals, '/projects/')).toContain('每年不少于12对');
    expect(seen(hospitals, '/projects/bangjiao/')).toMatch(/\d{4}—\d{4}年每年，计划/);
  });

  it('speaks of no annex, of no cells, and of nothing else that is not there', () => {
    const notHere = /附件|附表|任务行|格子|通知|方案|县|乡镇|街道|城市|江河|海拔|坐标|待补|本级|不一致|藏文/g;
    expect(places(hospitals, notHere)).toEqual([]);
    expect(filesOf(hospitals).filter((file) => file.startsWith('/facts/programme-cells/'))).toEqual([]);
  });

  it('is called by what its plan calls itself, and told to stand in the text', () => {
    expect(seen(hospitals, '/departments/')).toContain('来源：备忘录正文各项目的牵头部门、配合部门');
    const text = seen(hospitals, '/progress/');
    expect(text).toContain('来源：计划：正文');
    expect(text).toContain('计划是正文写的数；');
    expect(text).toContain('3个项目分4项任务');
  });

  it('has its articles as the contents of its document', () => {
    const { root } = readPage(hospitals, '/plan/');
    const contents = elements(only(root, classed('toc'), 'contents'), tag('a'));
    expect(contents.map((a) => textOf(a).trim())).toContain('第三条　巡诊');
  });

  it('shows what is planned for all years where projects are listed, and the money that the text names', () => {
    const text = seen(hospitals, '/projects/');
    expect(text).toContain('文件列出3个项目，落到4项任务');
    for (const planned of ['约2000人次', '8台套', '不超过120万元']) expect(text).toContain(planned);
    expect(text).toContain('4项任务里有1项能算出金额，其余3项没有写金额');
  });

  it('hands its numbers out, one a year or one for all of them', () => {
    const rows = readCsv(readText(hospitals, '/data/targets.csv')).records;
    expect(
      rows.map((r) => [r['line'], r['year'], r['quantity'], r['bound'], r['period'], r['words']].join(' ')),
    ).toEqual([
      ...[2021, 2022, 2023, 2024, 2025].map((year) => `bangjiao ${year} 12 least ${year} 不少于12对`),
      'xunzhen  2000 about whole 2000人次左右',
      'shebei  8 exact whole 8',
      'shebei-money  120 most whole 不超过120万元',
    ]);
  });

  it('works out no money and draws no figure of it where nothing counts any', () => {
    expect(filesOf(hospitals)).toContain('/figures/money.svg');
    expect(filesOf(schools)).not.toContain('/figures/money.svg');
    expect(seen(schools, '/about/method/')).not.toContain('金额');
  });
});
