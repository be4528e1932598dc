import { describe, expect, it } from 'vitest';
import { type BuiltSite, builtSites } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  pagesOf,
  readPage,
  type SitePage,
  squeezed,
  tag,
  textOf,
} from './pages.ts';

const sites = await builtSites('production', 'samples');
const built = { production: sites.production, samples: sites.samples };
const pages = new Map<BuiltSite, SitePage[]>(Object.values(built).map((site) => [site, pagesOf(site)]));

const isFactPage = (path: string) => /^\/facts\/[a-z0-9-]+\/$/.test(path);
const all = (site: BuiltSite) => pages.get(site) ?? [];
const factPages = (site: BuiltSite) => all(site).filter((page) => isFactPage(page.path));

/**
 * The number links of a page: in running text and tables, in the box beside a story, and the four on the first screen.
 * Marks of passages are none.
 */
function numbersOf(page: SitePage): { address: string; text: string }[] {
  const inText = elements(page.root, classed('num')).flatMap((num) => elements(num, tag('a')));
  const onCloth = elements(page.root, classed('flow')).flatMap((flow) => elements(flow, tag('a')));
  const inBox = elements(page.root, classed('box')).flatMap((box) =>
    elements(box, classed('row')).flatMap((row) => elements(row, tag('a'))),
  );
  return [...inText, ...onCloth, ...inBox]
    .filter((a) => !/(^| )at( |$)/.test(attribute(a, 'class') ?? ''))
    .map((a) => ({ address: attribute(a, 'href') ?? '', text: squeezed(textOf(a)) }));
}

/** The section of a fact page under a heading, or undefined. */
function section(page: SitePage, heading: string): Element | undefined {
  return elements(page.root, tag('section')).find((s) => elements(s, tag('h2')).some((h) => textOf(h) === heading));
}
const linksIn = (element: Element | undefined) =>
  element ? elements(element, tag('a')).map((a) => attribute(a, 'href') ?? '') : [];

/** The number a fact page states, as it is printed elsewhere: 约, value, unit. */
const statedOn = (page: SitePage) =>
  squeezed(textOf(elements(page.root, classed('fact-value'))[0] ?? elements(page.root)[0]!));

const isStory = (path: string) => /^\/stories\/[a-z0-9-]+\/$/.test(path);
/** So many stories a fact page names; then it says how many more there are. */
const MOST_STORIES = 10;

/** Pages that print a number as a use of it: not the register of facts, the fact pages, the document or the figures. */
const isUse = (path: string) =>
  isStory(path) ||
  /^\/(|pairings\/([a-z-]+\/)?|projects\/([a-z-]+\/)?|townships\/[a-z-]+\/|progress\/|departments\/)$/.test(path);

describe.each(Object.entries(built))('the numbers of the site "%s"', (_, site) => {
  const stated = new Map(factPages(site).map((page) => [page.path, statedOn(page)]));

  it('each lead to a fact page that states the same number with the same unit', () => {
    const numbers = all(site).flatMap((page) => numbersOf(page).map((n) => ({ page: page.path, ...n })));
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.filter((n) => !stated.has(n.address))).toEqual([]);
    // On the first screen the unit stands beside the number, with its measure word.
    const wrong = numbers.filter((n) => {
      const there = stated.get(n.address) ?? '';
      return there !== n.text && !(n.page === '/' && there.startsWith(n.text));
    });
    expect(wrong).toEqual([]);
  });

  it('are each listed once in the register of facts', () => {
    const listed = numbersOf(readPage(site, '/facts/')).map((n) => n.address);
    for (const path of stated.keys()) expect(listed).toContain(path);
  });

  it('say on their fact page exactly where the site uses them', () => {
    const used = new Map<string, string[]>();
    for (const page of all(site).filter((p) => isUse(p.path))) {
      for (const address of new Set(numbersOf(page).map((n) => n.address))) {
        used.set(address, [...(used.get(address) ?? []), page.path]);
      }
    }
    const wrong = factPages(site).flatMap((page) => {
      const listed = linksIn(section(page, '用在哪里')).sort();
      const all = used.get(page.path) ?? [];
      const stories = all.filter(isStory);
      const more = stories.length - MOST_STORIES;
      // Which ten of many is the order of the lists: whichever are listed must be among those that print it.
      const named = more > 0 ? listed.filter((path) => stories.includes(path)) : stories;
      const counted = textOf(section(page, '用在哪里') ?? page.root).includes(`还有${more}篇故事`);
      if (more > 0 && (named.length !== MOST_STORIES || !counted)) return [{ fact: page.path, listed, expected: all }];
      const expected = [...all.filter((path) => !isStory(path)), ...named, ...(more > 0 ? ['/stories/'] : [])].sort();
      return JSON.stringify(listed) === JSON.stringify(expected) ? [] : [{ fact: page.path, listed, expected }];
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.entries(built))('every fact page of the site "%s"', (_, site) => {
  it('rests on exactly one of three: a passage, steps, or a named source', () => {
    const wrong = factPages(site).filter((page) => {
      const bases = ['原文', '怎样算出', '来源'].filter((heading) => section(page, heading));
      return bases.length !== 1;
    });
    expect(wrong.map((page) => page.path)).toEqual([]);
  });

  it('marks the quoted words in the passage, word for word as they stand in the document', () => {
    const plan = readPage(site, '/plan/');
    const byId = new Map(elements(plan.root).map((e) => [attribute(e, 'id'), e]));
    const quoted = factPages(site).filter((page) => section(page, '原文'));
    expect(quoted.length).toBeGreaterThan(50);
    for (const page of quoted) {
      const passage = section(page, '原文');
      const mark = passage && elements(passage, tag('mark'))[0];
      const locator = linksIn(passage)[0]?.split('#')[1] ?? '';
      const place = byId.get(locator);
      const words = mark ? squeezed(textOf(mark)) : '';
      expect([page.path, words !== '' && place !== undefined]).toEqual([page.path, true]);
      expect([page.path, place ? squeezed(textOf(place)).includes(words) : false]).toEqual([page.path, true]);
    }
  });

  it('shows the value inside the quoted words, or the words that say it in another way', () => {
    for (const page of factPages(site)) {
      const passage = section(page, '原文');
      const value = statedOn(page).match(/\d+/)?.[0];
      const mark = passage && elements(passage, tag('mark'))[0];
      if (!mark || value === undefined || page.path.endsWith('/notice-date/')) continue;
      // The document counts its own parts in characters: 四个方面.
      const said = [value, ...(Number(value) <= 10 ? ['〇一二三四五六七八九十'.charAt(Number(value))] : [])];
      expect([page.path, said.some((words) => textOf(mark).includes(words))]).toEqual([page.path, true]);
    }
  });

  it('shows every step of a derived number, the last one giving the number', () => {
    const derived = factPages(site).filter((page) => section(page, '怎样算出'));
    expect(derived.length).toBeGreaterThan(20);
    for (const page of derived) {
      const steps = elements(section(page, '怎样算出')!, classed('steps')).flatMap((ol) => elements(ol, tag('li')));
      const results = steps.map((li) =>
        squeezed(
          elements(li, tag('b'))
            .map((b) => textOf(b))
            .join(''),
        ),
      );
      expect([page.path, results.length > 0 && results.every(Boolean)]).toEqual([page.path, true]);
      expect([page.path, results.at(-1)]).toEqual([page.path, statedOn(page)]);
    }
  });

  it('names the source of a number from outside', () => {
    const outside = factPages(site).filter((page) => section(page, '来源'));
    expect(outside.length).toBeGreaterThan(0);
    for (const page of outside) expect(squeezed(textOf(section(page, '来源')!)).length).toBeGreaterThan(8);
  });

  it('offers a sentence with its source and a citation of the page, and of the document where it quotes it, in fields that can be selected', () => {
    for (const page of factPages(site)) {
      const fields = elements(page.root, tag('textarea'));
      const texts = fields.map((field) => textOf(field));
      const quotes = section(page, '原文') !== undefined;
      expect([page.path, fields.length]).toEqual([page.path, quotes ? 3 : 2]);
      // Nobody has confirmed that it answers for the site: its own sums stand under its own name.
      expect(texts.at(-1)).toMatch(
        /^湘青援藏（建设单位待定）\. .+\[EB\/OL\]\.(?: 数据版本[\d-]{10}\.)? \[2026-12-01\]\. https:\/\//,
      );
      expect(texts.at(-1)).toContain(`${page.path}.`);
      expect(texts[0]).toMatch(
        quotes ? /[^。]（《.+》.+；湘青援藏，https:\/\/.+）。$/ : /[^。]（湘青援藏，https:\/\/.+）。$/,
      );
      if (quotes) expect(texts[1]).toMatch(/^共青团湖南省委办公室\. .+\[Z\]\. \d{4}-\d{2}-\d{2}: .+\.$/);
      const labels = elements(page.root, tag('label')).map((label) => attribute(label, 'for'));
      expect(labels).toEqual(fields.map((field) => attribute(field, 'id')));
      expect(fields.filter((field) => attribute(field, 'readonly') === null)).toEqual([]);
    }
  });
});

describe('the derived facts', () => {
  const steps = (id: string) => {
    const page = readPage(sites.production, `/facts/${id}/`);
    const items = elements(page.root, classed('steps')).flatMap((ol) => elements(ol, tag('li')));
    const parts = (li: (typeof items)[number]) => li.childNodes.map((part) => squeezed(textOf(part))).filter(Boolean);
    const text = items.map((li) => parts(li).join('=')).join('；');
    return { text, stated: statedOn(page), spoken: items.map((li) => textOf(li).trim()) };
  };

  it('count the townships county by county', () => {
    const { text, stated, spoken } = steps('programme-townships');
    expect(text).toBe('8+5+4+11=28个');
    // Without white space a search would read one number across both.
    expect(spoken[0]).toMatch(/11\s28个$/u);
    expect(stated).toBe('28个');
  });

  it('work out money from number and cost of one, and add only money', () => {
    expect(steps('furong-money').stated).toBe('40万元');
    expect(steps('furong-money-2019').text).toMatch(/40人?×5000元/);
    const { stated, text } = steps('programme-money');
    expect(stated).toBe('263万元');
    for (const amount of ['40', '18', '10', '75', '80']) expect(text).toContain(`${amount}万元`);
    expect(text).not.toMatch(/\d(人|批次|个)\+/);
  });

  it('stand beside each other where text and annex disagree, wherever the number is used', () => {
    for (const [line, annex, text] of [
      ['cadre-training', '40', '20'],
      ['cadre-secondment', '8', '4'],
    ] as const) {
      const page = readPage(sites.production, `/projects/${line}/`);
      const differ = elements(page.root, classed('differ'))
        .map((p) => squeezed(textOf(p)))
        .join('');
      expect(differ).toContain(`附件：2019年${annex}人`);
      expect(differ).toContain(`正文：${text}人`);
      expect(differ.indexOf('附件：')).toBeLessThan(differ.indexOf('正文：'));
      for (const path of [`/projects/${line}/`, '/progress/']) {
        const numbers = elements(readPage(sites.production, path).root, classed('num')).filter((num) =>
          elements(num, tag('a')).some((a) => attribute(a, 'href') === `/facts/${line}-people-2019/`),
        );
        const beside = numbers.filter((num) => elements(num, classed('ne')).length > 0);
        expect([path, line, beside.length > 0]).toEqual([path, line, true]);
      }
    }
  });
});
