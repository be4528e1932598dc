import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { attribute, classed, elements, filesOf, only, readPage, readText, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * The site of another fictional programme (tests/fixtures/agreement): an agreement numbered by chapters and articles,
 * three annexes of three names. What it says is written here by hand from the fixture's files.
 */
const site = await builtSite('agreement');
const page = (path: string) => readPage(site, path);
const words = (node: Parameters<typeof textOf>[0]) => textOf(node, tag('head', 'script', 'style')).replace(/\s+/g, '');
const seen = (path: string) => words(page(path).root);
const texts = filesOf(site)
  .filter((file) => /\.(html|csv|json|svg|xml|txt)$/.test(file) && !file.startsWith('/pagefind/'))
  .map((file) => ({ file, text: readText(site, file) }));
const filesWith = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('an agreement numbered by articles', () => {
  it('is never called a notice, and its annexes never 附件', () => {
    expect(filesWith(/通知|附件/)).toEqual([]);
  });

  it('says undefined, NaN and [object nowhere', () => {
    expect(filesWith(/undefined|NaN|\[object/)).toEqual([]);
  });

  it('is cited by its own numbers on every page that cites it', () => {
    expect(words(only(page('/projects/camp/').root, tag('h1'), 'title'))).toBe('夏令营');
    expect(seen('/projects/camp/')).toContain('第三条');
    expect(seen('/pairings/yangli-wu/')).toContain('第二条');
    expect(seen('/facts/class-hours/')).toContain('第五条');
    expect(seen('/facts/visits-batches-2023/')).toContain('表一');
    expect(readText(site, '/figures/thread-map.svg')).toContain('第二条');
  });

  it('lists its projects in its own order, with the numbers of its articles', () => {
    const list = only(page('/projects/').root, tag('main'), 'main');
    const marks = elements(list, classed('no')).map(words);
    expect(marks).toEqual(['3', '4', '5', '6', '7', '8']);
    expect(seen('/projects/visits/')).toContain('第四条');
  });

  it('names its three annexes as they name themselves', () => {
    expect(elements(page('/plan/').root, classed('annex-label')).map(words)).toEqual([
      '表一',
      '附表2',
      '《夏令营名额》',
    ]);
    const sources = readCsv(readText(site, '/data/targets.csv')).records.map((r) => r['source'] ?? '');
    // Of what only the text sets, its article.
    expect(sources.filter((source) => !/\/plan\/#a[123]-/.test(source))).toEqual(Array(3).fill('/plan/#c-art7'));
  });

  it('shows no address of the document as words', () => {
    const shown = texts
      .filter(({ file }) => file.endsWith('.html'))
      .flatMap(({ file }) =>
        elements(page(file).root, tag('p', 'li', 'td', 'a', 'span', 'small', 'dd', 'h1', 'h2')).map(words),
      )
      .filter((text) => /(?<![#\w/-])(?:c|a\d)-[a-z\d-]+/.test(text));
    expect(shown).toEqual([]);
    expect(
      attribute(
        only(page('/plan/').root, (e) => attribute(e, 'id') === 'c-art2', 'article'),
        'id',
      ),
    ).toBe('c-art2');
  });
});

describe('targets as the agreement states them', () => {
  const rowsOf = (id: string) => {
    const annex = only(page('/plan/').root, (e) => attribute(e, 'id') === id, id);
    return elements(annex, tag('tr')).map((row) => elements(row, tag('th', 'td')));
  };
  const width = (cells: ReturnType<typeof rowsOf>[number]) =>
    cells.reduce((sum, cell) => sum + Number(attribute(cell, 'colspan') ?? 1), 0);

  it('stand in tables with the columns of the original in every row', () => {
    const body = rowsOf('a1').slice(2);
    expect(body.map((cells) => cells.map(words))).toEqual([
      ['来往', '互访', '批次', '2', '3', '不少于4', '0', '不少于9'],
      ['学习', '送课', '课时', '20—30', '约40', '不超过60', '7.5', ''],
      ['来往', '书信', '封', '', '', '', '', '600'],
      ['学习', '送书', '册', '50', '', '', '', '50'],
    ]);
    expect(rowsOf('a1').slice(0, 1).map(width)).toEqual([8]);
    expect(rowsOf('a3').map((cells) => cells.map(words))).toEqual([
      ['事项', '2022—2024年'],
      ['援建办'],
      ['夏令营', '名', '150'],
      ['夜校', '班', '每班45学时，共90班'],
    ]);
    expect(rowsOf('a3').slice(0, 1).map(width)).toEqual([3]);
  });

  const rows = (name: string) => readCsv(readText(site, `/data/${name}.csv`)).records;

  it('are downloaded with what each means, behind the columns that every programme has', () => {
    const { columns } = { columns: Object.keys(rows('targets')[0] ?? {}) };
    expect(columns.slice(-4)).toEqual(['period', 'bound', 'quantity_to', 'words']);
    const of = (line: string) =>
      rows('targets')
        .filter((r) => r['line'] === line && r['words'] !== '')
        .map((r) => [r['year'], r['quantity'], r['period'], r['bound'], r['quantity_to'], r['words']].join(' '));
    expect(of('lessons')).toEqual([
      '2022 20 2022-h1 range 30 20—30',
      '2022 40 2022-h2 about  约40',
      '2023 60 2023 most  不超过60',
      '2024 7.5 2024-m7-8 exact  7.5',
    ]);
    expect(of('camp')).toEqual([' 150 whole exact  150']);
    expect(of('letters')).toEqual([' 600 whole exact  600']);
  });

  it('are compared by what they mean', () => {
    const states = rows('progress').map((r) => [r['line'], r['year'], r['reported'], r['status']].join(' '));
    for (const state of ['visits 2023 6 met', 'lessons 2023 55 met', 'matches 2022 7 met', 'camp  48 partial'])
      expect(states).toContain(state);
    expect(seen('/projects/visits/')).toContain('符合计划');
    expect(seen('/projects/camp/')).toContain('部分上报');
  });

  it('are drawn: over all years, in their months, with what they mean', () => {
    const drawing = readText(site, '/figures/overview.svg').replaceAll(/<[^>]*>/g, '');
    for (const text of ['48/150', '不少于6', '每班45学时，共90班', '7.5', '上半年20—30'])
      expect(drawing).toContain(text);
    expect(readText(site, '/figures/progress-camp.svg')).toContain('2022—2024年');
  });

  it('say that nothing is planned in a year only where that is known', () => {
    expect(seen('/projects/letters/')).not.toContain('本年未列');
    expect(seen('/projects/camp/')).not.toContain('本年未列');
    expect(seen('/projects/books/')).toContain('本年未列');
    expect(seen('/projects/night-school/')).not.toContain('没有定数量');
  });
});

describe('names in other languages', () => {
  const named = (path: string) =>
    elements(page(path).root, (e) => /^(?:ug|kk|mn(?:-Mong)?|en|bo)$/.test(attribute(e, 'lang') ?? ''));

  it('are called by their own languages: nobody reads 藏文 here', () => {
    // The search of every site can read Tibetan: that is in its program, not on a page.
    expect(filesWith(/藏文/)).toEqual([]);
    expect(seen('/about/method/')).toContain('维吾尔文名只抄有来源的写法，不作音译；标“待核”的');
    expect(seen('/search/')).toContain('拼音、首字母、繁体、维吾尔文、蒙古文、哈萨克文都可以');
    expect(seen('/townships/heqiao/')).toContain('维吾尔文名پەگپەگ虚构，只供试验的名字');
    expect(seen('/townships/liuqiao/')).toContain('维吾尔文名没有可靠来源，不作音译');
    expect(seen('/')).toContain('区名的维吾尔文待核');
  });

  it('run from right to left where their letters do, each kept apart from the Chinese round it', () => {
    const spans = ['/', '/pairings/', '/pairings/yangli-wu/', '/townships/heqiao/', '/about/method/'].flatMap((path) =>
      named(path)
        .filter((e) => e.tagName === 'span')
        .map((e) => [path, attribute(e, 'lang'), attribute(e, 'dir') ?? 'ltr']),
    );
    expect(spans.length).toBeGreaterThan(10);
    for (const [path, lang, dir] of spans) {
      expect([path, lang, dir]).toEqual([path, lang, /ug|kk/.test(lang ?? '') ? 'rtl' : 'ltr']);
    }
  });

  it('all stand on the page of the pairing, the first alone on its map', () => {
    const langs = named('/pairings/yangli-wu/').map((e) => `${e.tagName} ${attribute(e, 'lang')}`);
    for (const lang of ['ug', 'mn-Mong', 'en', 'kk']) expect(langs).toContain(`span ${lang}`);
    expect(langs.filter((one) => /^g /.test(one))).toEqual(['g ug', 'g ug', 'g kk', 'g kk']);
    expect(readText(site, '/figures/thread-map.svg')).toContain('；维吾尔文名待核');
  });

  it('have the fonts of their scripts and no other', () => {
    const fonts = filesOf(site).filter((file) => file.startsWith('/fonts/') && !/title|heading/.test(file));
    expect(fonts.sort()).toEqual([
      '/fonts/arabic.woff2',
      '/fonts/mongolian.woff2',
      '/fonts/tibetan.woff2',
      // Of a word in a story alone.
      '/fonts/yi.woff2',
    ]);
    const { html } = page('/townships/heqiao/');
    for (const file of fonts) expect(html).toContain(file);
  });

  it('are in the drawings to take away, each of which carries their fonts', () => {
    const map = readText(site, '/figures/thread-map.svg');
    const carried = [...map.matchAll(/font-family:"([^"]*)";src:url\(data:font\/woff2;base64,/g)].map(
      ([, family]) => family,
    );
    expect(carried).toEqual(['Noto Naskh Arabic', 'Noto Sans Mongolian']);
    for (const family of carried) expect(map).toContain(`'${family}'`);
  });

  it('stand in a story as places and authors have them, kept apart from the sentence, there and in the feed', () => {
    const said = (root: Parameters<typeof elements>[0]) =>
      elements(root, tag('bdi')).map((e) => `${attribute(e, 'lang')} ${attribute(e, 'dir')} ${textOf(e)}`);
    const names = [
      'ug rtl بەپتەپ چۇۋچۇۋ',
      'mn ltr ᠠᠪᠠᠪᠠ',
      'en ltr Bepbep Sample District',
      'ug rtl پەگپەگ',
      'ug rtl چۇپچۇپ',
      'ii ltr ꀀꀀꀀ',
      'kk rtl غۇپ',
      'za ltr Bouxbep',
    ];
    expect(said(only(page('/stories/signs/').root, classed('prose'), 'text'))).toEqual(names);
    const feed = readText(site, '/feed.xml').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    for (const name of names) {
      const [lang, dir, ...words] = name.split(' ');
      expect(feed).toContain(`<bdi lang="${lang}" dir="${dir}">${words.join(' ')}</bdi>`);
    }
    // Their font is in the styles of the page: a language that no place has a name in, too.
    expect(page('/stories/signs/').html).toMatch(/\[lang=ug\].*\[lang=ii\]/);
  });
});

describe('a report of half a year', () => {
  const cellsOf = (path: string) =>
    elements(page(path).root, tag('tr'))
      .filter((row) => attribute(row, 'data-status') === 'partial')
      .map((row) => elements(row, tag('td')).map(words));

  it('is told with its half beside the number, and compared with no year', () => {
    expect(cellsOf('/pairings/yangli-wu/')).toEqual([
      ['2023', '300册', '上半年160册', '—', expect.stringMatching(/^部分上报/)],
    ]);
    expect(seen('/projects/books/')).toContain('已上报上半年160');
    expect(seen('/facts/books-reported-2023-yangli-wu/')).toContain('2023年上半年');
    const row = readCsv(readText(site, '/data/progress.csv')).records.find((r) => r['reported'] === '160');
    expect(row?.['note']).toContain('只收录到上半年');
  });
});
