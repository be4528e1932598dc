/** How many things a list after or before a count can be said to hold: at least and at most, and how sure that is. */
export interface ListSize {
  /** Every number that would be right. */
  readonly sizes: ReadonlySet<number>;
  /** The likeliest. */
  readonly size: number;
  /** 等 closes it: it names only some. */
  readonly open: boolean;
  readonly items: readonly string[];
}

const OPENERS = '（(“‘「『《〈【[';
const CLOSERS = '）)”’」』》〉】]';

/** Blanks out what stands in brackets and quotation marks, so that only the top level is read; offsets stay. */
export function topLevel(text: string): string {
  let depth = 0;
  return [...text]
    .map((c) => {
      if (OPENERS.includes(c)) depth++;
      const inside = depth > 0;
      if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1);
      return inside ? '□'.repeat(c.length) : c;
    })
    .join('');
}

const AND = /和|与|及|以及|跟|同|、|或/gu;

/** The size of an enumeration by 、 at the start of a text (brackets blanked); null where there is none. */
export function listSize(text: string): ListSize | null {
  const sentence = text.split(/[。！？!?\n]/u)[0] ?? '';
  const groups = sentence.split(/[；;]/u);
  const [first = ''] = groups;
  const parts = first.split(/[，,]/u);
  // A comma ends the list, unless more of the list follows it.
  const more = parts.slice(1).filter((part) => part.includes('、') || /^(?:以及|还有|和|与|及|另有|另外)/u.test(part));
  const [main = ''] = parts;
  if (!main.includes('、')) return bySemicolon(groups);
  const items = main.split('、').map((item) => item.trim());
  if (items.some((item) => item === '')) return null;
  const open = /等(?:等|[\d一二两三四五六七八九十]*[个项类名所座种条件点]?\S{0,4})?$/u.test(main);
  const last = items.at(-1) ?? '';
  // 贡甲、扎乙和桑丙: the last two are joined by a word; in other items 和 may belong to a name.
  const joined = /^[^和与及]+(?:和|以及|与|及)[^和与及]+$/u.test(last);
  const size = items.length + (joined ? 1 : 0) + more.length;
  const most = [main, ...more].reduce((sum, part) => sum + 1 + (part.match(AND)?.length ?? 0), 0);
  const sizes = new Set<number>([size]);
  for (let n = items.length; n <= most; n++) sizes.add(n);
  if (groups.length > 1) {
    sizes.add(groups.filter((group) => group.trim() !== '').length);
    for (const group of groups.slice(1)) if (group.includes('、')) sizes.add(size + group.split('、').length);
  }
  if (parts.length > 1 && (parts[1] ?? '').includes('、')) sizes.add(parts.length);
  return { sizes, size, open, items };
}

/** 协调服务；信息发布；对接项目: short groups without a pause of their own. */
function bySemicolon(groups: readonly string[]): ListSize | null {
  const items = groups.map((group) => group.trim()).filter((group) => group !== '');
  if (items.length < 2 || items.some((item) => item.length > 12 || /[，、,：]/u.test(item))) return null;
  return { sizes: new Set([items.length]), size: items.length, open: items.at(-1)?.endsWith('等') === true, items };
}

const CHINESE = '一二三四五六七八九十';
const SERIES: readonly ((n: number) => string)[] = [
  (n) => `${CHINESE[n - 1] ?? '#'}是`,
  (n) => '①②③④⑤⑥⑦⑧⑨⑩'[n - 1] ?? '#',
  (n) => `（${CHINESE[n - 1] ?? '#'}）`,
  (n) => `（${n}）`,
  (n) => `(${n})`,
  (n) => `第${CHINESE[n - 1] ?? '#'}，`,
  (n) => `第${CHINESE[n - 1] ?? '#'}、`,
  (n) => `其${CHINESE[n - 1] ?? '#'}，`,
  (n) => `其${CHINESE[n - 1] ?? '#'}是`,
  (n) => `${CHINESE[n - 1] ?? '#'}为`,
  (n) => `${n}．`,
  (n) => `${n}. `,
  (n) => `${n}、`,
];

/** How many numbered parts follow (一是…二是…, ①…②…), starting at the beginning of a text; 0 where there are none. */
export function numberedParts(text: string): number {
  const start = text.trimStart();
  const series = SERIES.find((mark) => start.startsWith(mark(1)));
  if (!series) return 0;
  let [count, at] = [1, start.indexOf(series(1)) + 1];
  while (count < 10) {
    const next = start.indexOf(series(count + 1), at);
    if (next < 0 || !/[，；。：、;\s]$/u.test(start.slice(0, next))) break;
    [count, at] = [count + 1, next + 1];
  }
  return count;
}
