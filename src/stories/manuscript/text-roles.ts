import type { Block, BlockPlace, Inline, TextBlock } from './manuscript.ts';

/** Something a writer should know of a place of the document. */
export interface Remark {
  readonly place: BlockPlace | null;
  readonly words: string;
}

/** What a paragraph is by the name of its style. */
export type StyleRole =
  | { readonly is: 'title' | 'subtitle' | 'caption' | 'quote' | 'byline' }
  | { readonly is: 'heading'; readonly rank: number };

const DIGITS = '一二三四五六七八九';
const rankOf = (digit: string) => (/\d/.test(digit) ? Number(digit) : DIGITS.indexOf(digit) + 1);

/** Names of styles as programs, templates and people write them, without spaces and capitals. */
const NAMES: readonly (readonly [RegExp, (digit: string) => StyleRole])[] = [
  [/^(?:副标题|副题|子标题|subtitle|正副标题)/, () => ({ is: 'subtitle' })],
  [
    /^(?:title|标题|文章标题|稿件标题|文档标题|文件标题|公文标题|大标题|主标题|正标题|总标题|题目|正题)(?:样式)?$/,
    () => ({ is: 'title' }),
  ],
  [
    /^(?!目录|toc)[\p{L}_-]{0,6}?(?:heading|标题|标题样式)[-_]?([1-9一二三四五六七八九])(?!\d)/u,
    (digit) => ({ is: 'heading', rank: rankOf(digit) }),
  ],
  [/^(?:第)?([1-9一二三四五六七八九])级(?:小)?标题/, (digit) => ({ is: 'heading', rank: rankOf(digit) })],
  [/^(?:章标题|章名|章题|部分标题)/, () => ({ is: 'heading', rank: 1 })],
  [/^(?:节标题|节名|节题)/, () => ({ is: 'heading', rank: 2 })],
  [/^(?:小标题|小标|段落标题|段标题|条标题)/, () => ({ is: 'heading', rank: 3 })],
  [/^(?:caption|题注|图注|图题|图片说明|图说|照片说明|图片题注)/, () => ({ is: 'caption' })],
  [/^(?:quote|quotation|引用|引文|明显引用|intensequote|块引用|blocktext)/, () => ({ is: 'quote' })],
  [/^(?:作者|署名|author|byline|来源|日期|date)/, () => ({ is: 'byline' })],
];

/** What a block is by the nearest of its styles that says so; null: none does. */
export function styleRole({ styles }: Pick<TextBlock, 'styles'>): StyleRole | null {
  for (const style of styles) {
    const name = style.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
    for (const [pattern, role] of NAMES) {
      const found = pattern.exec(name);
      if (found) return role(found[1] ?? '');
    }
  }
  return null;
}

/** The words of inlines: spaces for breaks and tabs. */
const wordsIn = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'link') return wordsIn(inline.inlines);
      return inline.type === 'break' || inline.type === 'tab' ? ' ' : '';
    })
    .join('');

/** The words of a block in one line; without its own number. */
export const lineOf = ({ inlines }: Pick<TextBlock, 'inlines'>): string =>
  wordsIn(inlines)
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

export const hasPicture = ({ inlines }: Pick<TextBlock, 'inlines'>): boolean =>
  inlines.some(
    (inline) => inline.type === 'picture' || (inline.type === 'link' && hasPicture({ inlines: inline.inlines })),
  );

/** A label that is no more than a dot or a line before an item. */
export const isBullet = (label: string): boolean => /^[^\p{L}\p{N}（）()]{1,2}$|^o$/u.test(label);

/** A label that Markdown writes as well. */
export const isPlainNumber = (label: string): boolean => /^\d{1,9}[.)]$/.test(label);

/** A label with the words behind it, as the program shows them. */
export const labelled = (label: string | null, words: string): string => {
  if (label === null || label === '' || isBullet(label)) return words;
  return `${label}${/[、）)．①-⑳]$/u.test(label) || words === '' ? '' : ' '}${words}`;
};

/** What a heading typed as plain words begins with, from the highest. */
const NUMBERED: readonly RegExp[] = [
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十百\d]{1,3}(?:章|部分|篇))\s*\S/,
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,3}节)\s*\S/,
  /^\d{1,2}[.．、](?!\d)\s*\S/,
];
/** Of NUMBERED so many are certain signs: a number alone may be that of an item. */
const IN_CHINESE = 2;

const LONGEST = 30;
/** Words that nobody makes a heading of: sentences, questions of an interview, signs between parts. */
const NO_HEADING =
  /[。；;！!，,：:…]$|。|^(?:问|答|记者|主持人|附件|注|摘要|关键词|图|表)\s*[\d一二三四五]*[：:、]|^(?:图|表|附图|附表)\s*\d|^[^\p{L}]*(?:(?:the )?end|完|正文)?[^\p{L}]*$/iu;
const QUESTION = /[？?]$/u;

/** The size most letters have that stand in blocks of text; null where nothing says. */
export function bodySize(blocks: readonly Block[]): number | null {
  const letters = new Map<number, number>();
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.size === null) continue;
    letters.set(block.size, (letters.get(block.size) ?? 0) + lineOf(block).length);
  }
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** A block of text on its way to being a heading or not. */
interface Candidate {
  readonly block: TextBlock;
  readonly words: string;
  /** Of NUMBERED, from 0; -1: none. */
  readonly numbered: number;
  readonly short: boolean;
  readonly larger: boolean;
  readonly centred: boolean;
  readonly bold: boolean;
}

/** The blocks that are headings, each with its rank among them: 1 is the highest. */
export interface Headings {
  readonly ranks: ReadonlyMap<TextBlock, number>;
  /** Those that may be some. */
  readonly perhaps: readonly TextBlock[];
}

/** A longer heading is a sentence with the style of one. */
const LONGEST_STYLED = 80;

/** What a block is by its style or its outline as a heading; null: none. */
function styledRank(block: TextBlock): number | null {
  const role = styleRole(block);
  if (role && role.is !== 'heading') return null;
  const rank = role?.is === 'heading' ? role.rank : block.outline;
  const words = lineOf(block);
  if (rank === null || words === '') return null;
  return [...words].length > LONGEST_STYLED || (/。$/u.test(words) && [...words].length > LONGEST) ? null : rank;
}

const candidateOf = (block: TextBlock, size: number | null, boldMeans: boolean): Candidate => {
  const words = labelled(block.label, lineOf(block));
  const numbered = NUMBERED.findIndex((pattern) => pattern.test(words));
  return {
    ...{ block, words, numbered },
    short: words !== '' && [...words].length <= LONGEST + (numbered >= 0 ? 10 : 0) && !NO_HEADING.test(words),
    larger: size !== null && block.size !== null && block.size >= size + 1,
    centred: block.align === 'center',
    bold: block.bold && boldMeans,
  };
};

/** Whether the numbered ones run on from the first: 一、二、三、 and each has something of its own below it. */
function runsOn(level: number, all: readonly (Candidate | null)[]): boolean {
  const places = all.flatMap((one, i) => (one?.short && one.numbered === level ? [i] : []));
  const numbers = places.map((i) => {
    const digits = /[一二三四五六七八九十]{1,3}/.exec(all[i]?.words ?? '')?.[0] ?? '';
    return digits === '十' ? 10 : digits.startsWith('十') ? 10 + rankOf(digits.slice(1)) : rankOf(digits.slice(0, 1));
  });
  const inOrder = numbers.every((number, i) => number === i + 1) || (level > 0 && numbers.includes(1));
  const parted = places.every((i) => all[i + 1] === null || all[i + 1]?.numbered !== level);
  return places.length > 1 && inOrder && parted && level < IN_CHINESE;
}

/**
 * The headings of a document: by the names of styles and outline levels, and those that were made by hand (bold, larger,
 * centred, 一、) where nothing else can be meant.
 * @param blocks without title, header and boxes
 */
export function headingsOf(blocks: readonly Block[]): Headings {
  const texts = blocks.filter((block): block is TextBlock => block.type === 'paragraph' && !block.box);
  const size = bodySize(blocks);
  const letters = (own: readonly TextBlock[]) => own.reduce((sum, block) => sum + lineOf(block).length, 0);
  const boldMeans = letters(texts.filter(({ bold }) => bold)) * 2 < letters(texts) || letters(texts) === 0;
  const ranks = new Map<TextBlock, number>();
  const perhaps: TextBlock[] = [];
  for (const block of texts) {
    const rank = styledRank(block);
    if (rank !== null) ranks.set(block, rank);
  }
  const above = [...ranks.values()].reduce((most, rank) => Math.max(most, rank), 0);
  const shown = blocks.filter((block) => block.type === 'table' || lineOf(block) !== '' || hasPicture(block));
  const all = shown.map((block) => {
    if (block.type === 'table' || block.box || ranks.has(block) || styleRole(block) || hasPicture(block)) return null;
    if (block.list && block.label !== null && isBullet(block.label)) return null;
    return candidateOf(block, size, boldMeans);
  });
  const running = NUMBERED.map((_, level) => runsOn(level, all));
  const certain: Candidate[] = [];
  all.forEach((one, i) => {
    if (!one?.short || QUESTION.test(one.words)) return;
    const [before, next] = [all[i - 1], all[i + 1]];
    const below = shown[i + 1];
    const ownText =
      below !== undefined &&
      (below.type === 'table' ||
        hasPicture(below) ||
        ranks.has(below) ||
        (next !== null && next !== undefined && !next.bold) ||
        next?.numbered !== one.numbered);
    const afterPicture = i > 0 && shown[i - 1]?.type === 'paragraph' && hasPicture(shown[i - 1] as TextBlock);
    const inRow =
      (next?.bold && next.short && next.numbered < 0) || (before?.bold && before.short && before.numbered < 0);
    if (afterPicture && one.numbered < 0) return;
    const inChinese = one.numbered >= 0 && one.numbered < IN_CHINESE;
    const is =
      (inChinese && (one.bold || one.larger || one.centred || (running[one.numbered] ?? false))) ||
      (one.numbered >= IN_CHINESE && one.bold && ownText && next?.numbered !== one.numbered) ||
      (one.bold && one.larger && ownText) ||
      (one.numbered < 0 && one.bold && ownText && !inRow && one.block.align !== 'right') ||
      (one.larger && one.centred && ownText) ||
      (one.larger && ownText && !next?.larger && one.block.align !== 'right');
    if (is) certain.push(one);
    else if ((inChinese || one.bold || one.larger || one.centred) && one.block.align !== 'right')
      perhaps.push(one.block);
  });
  const anyChinese = certain.some(({ numbered }) => numbered === 0);
  for (const { block, numbered } of certain) {
    const own = numbered >= 0 ? numbered + 1 : anyChinese ? 2 : 1;
    ranks.set(block, above + own);
  }
  return { ranks, perhaps };
}

/** Ranks as the marks of a story's headings: the highest is ##, whatever is below it ###. */
export function foldedLevels(ranks: ReadonlyMap<TextBlock, number>, order: readonly Block[]): Map<TextBlock, 2 | 3> {
  const top = [...ranks.values()].reduce((least, rank) => Math.min(least, rank), Number.POSITIVE_INFINITY);
  const levels = new Map<TextBlock, 2 | 3>();
  let begun = false;
  for (const block of order) {
    if (block.type !== 'paragraph') continue;
    const rank = ranks.get(block);
    if (rank === undefined) continue;
    const level = rank === top || !begun ? 2 : 3;
    if (level === 2) begun = true;
    levels.set(block, level);
  }
  return levels;
}
