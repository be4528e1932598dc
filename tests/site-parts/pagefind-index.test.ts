import { describe, expect, it } from 'vitest';
import { FACETS } from '#domain/stories/facets.ts';
import { indexCopy } from '#site/search/index-copy.ts';
import type { PageCopy } from '#site/search/page-copy.ts';
import { type IndexFile, type IndexInput, pagefindIndex, programIn } from '#site/search/pagefind-index.ts';
import { pagefindItself, said, unpacked } from './pagefind-itself.ts';

/** A page with one block a text. */
function page(url: string, title: string, texts: readonly string[], more: Partial<PageCopy> = {}): IndexInput {
  const blocks = texts.map((text, i) => ({ text, anchor: i % 3 === 1 ? `a-${i}` : '', level: 0, title: false }));
  return { url, copy: indexCopy({ title, blocks, facets: {}, date: '', ...more }) };
}

/** What an index says of each word, and of each page. */
function told(files: ReadonlyMap<string, Buffer>): Map<string, string> {
  const words = [...files].filter(([path]) => path.startsWith('index/')).flatMap(([, bytes]) => said(bytes)) as [
    string,
  ][][];
  const pages = [...files].filter(([path]) => path.startsWith('fragment/')).map(([, bytes]) => textOf(bytes));
  return new Map([
    ...words.flat().map((word) => [word[0], JSON.stringify(word)] as const),
    ...pages.map((text) => [JSON.parse(text).url, text] as const),
  ]);
}

const textOf = (fragment: Buffer) => fragment.toString().slice('pagefind_dcd'.length);

/** From where two texts differ. */
function difference(a = '', b = ''): readonly string[] {
  const at = Math.max(0, [...a].findIndex((character, i) => character !== [...b][i]) - 20);
  return [a, b].map((text) => [...text].slice(at, at + 100).join(''));
}

async function expectSame(pages: readonly IndexInput[]): Promise<void> {
  const [ours, theirs] = [unpacked(await pagefindIndex(pages)), unpacked(await pagefindItself(pages))];
  const [own, other] = [told(ours), told(theirs)];
  const otherwise = [...new Set([...own.keys(), ...other.keys()])].filter((key) => own.get(key) !== other.get(key));
  // That a name differs says little: first what stands in the files.
  expect(otherwise.slice(0, 5).map((key) => [key, ...difference(own.get(key), other.get(key))])).toEqual([]);
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
  for (const [path, bytes] of theirs) expect(ours.get(path)?.equals(bytes), path).toBe(true);
}

/** Always the same numbers that look like chance. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  [
    ...'援藏工作的一是在人有我他这中大来上国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长',
  ],
  [
    '玉麥',
    '萬',
    '發髮',
    '臺台枱',
    '乾幹干',
    '於是',
    '《湘江》',
    '（一）',
    '“引号”',
    '……',
    '——',
    '１２３',
    '20人',
    '1.2亿',
    '3,456',
    '１，２３４元',
    '2019年5月',
    '100%',
    '12:30',
  ],
  [
    'GS(2024)0650号',
    'A&B',
    '<b>',
    '"x"',
    "it's",
    '&amp;',
    'C++',
    'a_b',
    '#tag',
    '@me',
    'http://x.cn/?q=1',
    'WKWebView',
    'iPhone 15',
    'ΑΣ',
    'ΟΔΟΣ ',
    'İstanbul',
    'ǅ',
    'ᾈ',
    'ß',
    'ﬁ',
    'ŉ',
  ],
  [
    'é',
    'e\u0301',
    'Café',
    'Ångström',
    'naïve',
    'a\u0323\u0302',
    'Việt',
    '각',
    '가힣',
    'がぱヴ',
    'か',
    'プ',
    'ー',
    '々',
    '〇',
    '㎡',
    '⑩',
    '㈠',
    '½',
    '№',
    '℃',
    'Ⅷ',
  ],
  [
    'བོད་',
    'ལྷོ་ཁ',
    'བཀྲ་ཤིས་བདེ་ལེགས།',
    '༡༢༣',
    'ཨོཾ་མ་ཎི་',
    'གོང་དཀར',
    'شىنجاڭ',
    'ئۇيغۇر تىلى',
    'قُرْآن',
    'ไทยแลนด์',
    'ភាសា',
    'हिन्दी',
    'മലയാളം',
    'עברית',
    'ꆈꌠ',
    'ᠮᠣᠩᠭᠣᠯ',
  ],
  [
    '😀',
    '👨‍👩‍👧',
    '👍🏽',
    '❤️',
    '🇨🇳',
    '1️⃣',
    '©',
    '®',
    '™',
    '☎',
    '🦰',
    '🫩',
    '𐐀',
    '𠮷',
    '𝒜',
    '𓂀',
    '\ud800',
    '\udc00x',
    '\ue000',
    '\ufffd',
    '\u0000',
    '\u0007',
  ],
  [
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
    '\u3000',
    '\u0085',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u2028',
    '\ufeff',
    '´',
    '¨',
    '\u0301',
    '.',
    '。',
    '_',
    '___PAGEFIND_ANCHOR___a:0:x ',
    '‿',
    '﹏',
  ],
] as const;

function madeText(below: (n: number) => number, length: number): string {
  const piece = () => {
    const list = PIECES[below(3) === 0 ? below(PIECES.length) : 0] ?? PIECES[0];
    return list[below(list.length)] ?? '';
  };
  return Array.from({ length }, piece).join('');
}

function madePage(i: number): IndexInput {
  const below = chance(i + 1);
  const texts = Array.from({ length: below(30) }, () => madeText(below, 1 + below(90)));
  const facets = Object.fromEntries(
    FACETS.filter(() => below(2) === 0).map((facet) => [
      facet,
      Array.from({ length: below(3) }, () => `值${below(9)}"<&>`),
    ]),
  );
  for (const [facet, values] of Object.entries(facets)) facets[facet] = [...new Set(values)];
  return page(`/p/${i}/`, `题${madeText(below, below(12))}`, texts, { facets });
}

/** Each character that has a meaning; of the hundred thousand Han, which are all alike, every tenth. */
function allCharacters(): string[] {
  const codes = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  return codes.flatMap((code) => {
    const character = String.fromCodePoint(code);
    const left = LONE_VOICING.test(character) || (code % 10 > 0 && /\p{Unified_Ideograph}/u.test(character));
    return !left && /[\p{Assigned}--\p{Co}]/v.test(character) ? [character] : [];
  });
}

/**
 * The one thing we write otherwise: a mark that voices kana and stands alone after a character it does not go with
 * (`乙゙`). Pagefind files both together once more; nobody can search it.
 */
const LONE_VOICING = /[\u3099\u309a]/u;

describe('an index as we write it is, name for name and byte for byte, what Pagefind makes', () => {
  it('of some hundred pages of any text', async () => {
    await expectSame(Array.from({ length: 300 }, (_, i) => madePage(i)));
  });

  it('of every character there is', async () => {
    const characters = allCharacters();
    expect(characters.length).toBeGreaterThan(60_000);
    const pages = Array.from({ length: Math.ceil(characters.length / 400) }, (_, i) =>
      page(`/${i}/`, `字${characters[400 * i]}`, [characters.slice(400 * i, 400 * (i + 1)).join('|')]),
    );
    await expectSame(pages);
  });

  it('of a page that is longer than a book', async () => {
    const below = chance(7);
    const texts = Array.from({ length: 2000 }, (_, i) => `${'县'.repeat(i % 40)}${madeText(below, 60)}`);
    await expectSame([page('/a/', '一', ['县']), page('/long/', '长', texts), page('/z/', '末', ['县'])]);
  });

  it('of a title that says a word twice, of one of two words, of an emoji, of none', async () => {
    const titles = [
      '玉麦玉麦',
      '甲 甲 乙',
      'aé aè é',
      '😀',
      '😀 甲 😀',
      'ΑΣ ΑΣ',
      '麥 麦',
      'Ⅷ章',
      '20人 20',
      '１，２３４',
      '。',
      '',
    ];
    await expectSame(titles.map((title, i) => page(`/${i}/`, title, [`${title}在文中`, 'é', 'è'])));
  });

  it('of pages without text, of one page, of texts that are the same', async () => {
    await expectSame([page('/a/', '甲', []), page('/b/', '甲', ['', ' ', '\u00ad'])]);
    await expectSame([page('/', '首页', ['县'])]);
    await expectSame(Array.from({ length: 40 }, (_, i) => page(`/${i}/`, '同一个题', ['同一段话', '同一段话'])));
  });

  it('of facets that some pages have', async () => {
    const facets = [
      { kind: ['报道'] },
      { city: ['长沙', '株洲'], kind: ['解读', '报道'] },
      {},
      { year: ['2019', '\u{10000}', '\uffee'] },
    ];
    await expectSame(facets.map((own, i) => page(`/${i}/`, '题', [], { facets: own })));
    await expectSame([page('/', '题', [], { facets: { kind: [], city: ['长沙'] } })]);
  });

  it('of addresses and anchors in any writing', async () => {
    const anchors = ['c-1', 'a:b', '中文', 'a"<b>&', '&amp;', '', 'c-1', '-', "'"];
    const blocks = anchors.map((anchor) => ({ text: '段落', anchor, level: 0, title: false }));
    await expectSame(['/a b/', '/中文/', '/%E4/', '/?q=1&r="<>"'].map((url) => page(url, '题', [], { blocks })));
  });

  it('of files whose names would be the same: the later one is called longer', async () => {
    const pages = [8810, 18_613, 5].map((i) => page(`/${i}/`, '甲', []));
    for (const list of [pages, pages.toReversed()]) {
      await expectSame(list);
      const names = (await pagefindIndex(list)).map(({ path }) => path).filter((path) => path.startsWith('fragment/'));
      expect(names.map((name) => name.length - names[0]!.length).sort()).toEqual([0, 0, 1]);
    }
    const facets = { kind: ['v4243'], city: ['v8626'] };
    await expectSame([page('/', '甲', [], { facets })]);
  });
});

describe('an index as we write it', () => {
  it('keeps the place of a page without a word that can be searched, which Pagefind leaves out', async () => {
    const pages = [page('/a/', '甲', []), page('/none/', '\ue000', []), page('/z/', '乙', [])];
    const urls = (files: readonly IndexFile[]) =>
      [...unpacked(files)]
        .filter(([path]) => path.startsWith('fragment/'))
        .map(([, bytes]) => JSON.parse(textOf(bytes)).url);
    expect(urls(await pagefindIndex(pages))).toEqual(['/a/', '/none/', '/z/']);
    expect(urls(await pagefindItself(pages))).toEqual(['/a/', '/z/']);
  });
});

describe('what is taken from the installed Pagefind', () => {
  const entry = (version: string) => ({
    path: 'pagefind-entry.json',
    content: Buffer.from(JSON.stringify({ version })),
  });
  const others = ['pagefind.js', 'wasm.unknown.pagefind', 'pagefind-ui.css'].map((path) => ({
    path,
    content: Buffer.from(path),
  }));

  it('is its script and its engine', () => {
    expect(programIn([entry('1.6.0'), ...others]).files.map(({ path }) => path)).toEqual([
      'pagefind.js',
      'wasm.unknown.pagefind',
    ]);
  });

  it('must be of the version that the index is written for', () => {
    expect(() => programIn([entry('1.7.0'), ...others])).toThrow(/^装的是 Pagefind 1\.7\.0，.*1\.6\.0.*请/u);
  });

  it('must be all there', () => {
    expect(() => programIn([entry('1.6.0'), ...others.slice(1)])).toThrow('pagefind.js');
  });
});
