import { z } from 'zod';
import { periodPattern } from '#domain/plan/period.ts';
import { nearest } from '#domain/search/nearest.ts';
import { sinceOf } from '#domain/stories/profile.ts';
import { choicesSaid, choiceWord, meantChoice } from '#format/choice-words.ts';
import { pinyinId } from '#format/pinyin.ts';
import { type DataPath, shown } from '../finding.ts';
import { narrowed } from '../text/full-width.ts';

/** What stands there and how to mend it, for one value of the wrong type. */
interface ValueWords {
  readonly code: string;
  readonly what: string;
  readonly found: string;
  readonly mend: string;
}

/** Full-width digits, point and minus as half-width ones. */
const halfWidth = (text: string) => narrowed(text, /[０-９．－]/gu);
const isNumber = (text: string) => /^[-−]?\d+(\.\d+)?$/.test(text);

/** The number that a text stands for, without its commas, and its unit where one is behind it; null where it is none. */
function plainNumber(text: string): { readonly plain: string; readonly unit: string } | null {
  const plain = halfWidth(text.trim()).replaceAll(/[,，\s]/g, '');
  const [, digits = '', unit = ''] = /^[-−]?(\d+(?:\.\d+)?)([^\d\s.,，]*)$/.exec(plain) ?? [];
  return digits === '' ? null : { plain: `${/^[-−]/.test(plain) ? '-' : ''}${digits}`, unit };
}

/** The number that was meant by a text; null where it is none. */
export function meantNumber(text: string): number | null {
  const meant = plainNumber(text);
  return meant && Number(meant.plain);
}

/** A text where a number should stand: says why it was not read as a number. */
export function explainNumber(text: string): ValueWords {
  const found = shown(text);
  const half = halfWidth(text.trim());
  const { plain, unit } = plainNumber(text) ?? { plain: '', unit: '' };
  if (half !== text.trim() && plain !== '' && unit === '') {
    return { code: 'full-width-digit', what: '数字是全角的', found, mend: `切换到英文输入法，改成 ${plain}。` };
  }
  if (/[,，]/.test(half) && plain !== '' && unit === '') {
    return { code: 'number-with-comma', what: '数字里有逗号', found, mend: `去掉逗号，改成 ${plain}。` };
  }
  if (isNumber(text.trim())) {
    return {
      code: 'quoted-number',
      what: '数字加了引号，变成了文字',
      found: `带引号的${found}`,
      mend: `去掉引号，改成 ${plain}。`,
    };
  }
  if (unit !== '') {
    return {
      code: 'number-with-unit',
      what: '数字后面带了别的字',
      found,
      mend: `只留数字，改成 ${plain}；单位写在它自己的那一项里。`,
    };
  }
  return { code: 'not-a-number', what: '这里要写数字', found, mend: '改成阿拉伯数字，不带单位、逗号、引号。' };
}

/** A number or yes/no where a text should stand: YAML read it as something else. */
export function explainText(value: unknown): ValueWords {
  const text = String(value);
  return {
    code: 'not-a-text',
    what: '这里要写文字',
    found: typeof value === 'object' ? shown(value) : `没有引号的 ${text}`,
    mend: typeof value === 'object' ? '改成一行文字。' : `加上英文单引号，改成 '${text}'。`,
  };
}

/** How a list is written that has words, or groups of keys, in it. */
function listMend(value: unknown, keys: readonly string[] | null): string {
  if (keys) return `每一项另起一行，写成“- { ${keys.map((key) => `${key}: …`).join(', ')} }”。`;
  if (typeof value === 'number') return `写成 [${value}]。`;
  const [, first = '', last = ''] = /^(\d{4})\s*[—–~～至到-]+\s*(\d{4})年?$/u.exec(String(value)) ?? [];
  const years = Array.from(
    { length: Math.max(0, Math.min(12, Number(last) - Number(first) + 1)) },
    (_, i) => Number(first) + i,
  );
  if (first !== '' && years.length > 0) return `写成 [${years.join(', ')}]。`;
  const own = typeof value === 'string' ? value.replace(/^[【［[]|[】］\]]$/gu, '') : '';
  const words = own.split(/[，、；;,\n]\s*/).filter((word) => word.trim() !== '');
  return words.length > 0 && words.length < 12
    ? `写成 [${words.map((word) => word.trim()).join(', ')}]。`
    : '每一项前面写“- ”，或者写成 [甲, 乙]。';
}

/**
 * A text where keys or a list should stand; a full-width colon or a missing space is named.
 * @param keys of the group, or of each item of the list; null where they are not fixed
 */
export function explainGroup(value: unknown, kind: 'group' | 'list', keys: readonly string[] | null): ValueWords {
  const what = kind === 'group' ? '这里要写一组“键: 值”' : '这里要写一个列表';
  const found = shown(value);
  if (typeof value === 'string' && value.includes('：')) {
    return {
      code: 'full-width-colon',
      what: '冒号是全角的',
      found,
      mend: '切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
    };
  }
  if (typeof value === 'string' && /^[\w-]+:\S/.test(value)) {
    return { code: 'colon-without-space', what: '冒号后面少了空格', found, mend: '英文冒号后面空一格，再写值。' };
  }
  const named = keys ? `键有${keys.join('、')}，` : '';
  const mend =
    kind === 'group' ? `换行，缩进两格，每行写一个“键: 值”；${named}见 content/README.md。` : listMend(value, keys);
  return { code: kind === 'group' ? 'not-a-group' : 'not-a-list', what, found, mend };
}

/** How to write the word that was meant; empty where none is near. */
export function choiceMend(word: string, options: readonly string[]): string {
  const meant = meantChoice(word, options);
  if (meant) {
    const usual = choiceWord(meant, options);
    return usual === word.trim() ? `“${usual}”在这里写 ${meant}。` : `“${word.trim()}”在这里写 ${meant}（${usual}）。`;
  }
  if (options.includes('office') && /^(?:省|自治区|直辖市|province)$/u.test(word.trim()))
    return '省一级没有单独的词：出面的机关（团省委这样的）写 office；省本级承担任务、自己不结对的，写 site.yaml 的 own_level。';
  const near = nearest(word, options);
  const says = near && choiceWord(near, options);
  return near ? `是不是想写“${near}”${says ? `（${says}）` : ''}？` : '';
}

/** A value that is none of the words it may be, or none at all. */
export function explainChoice(
  value: unknown,
  key: string,
  options: readonly string[],
): ValueWords & { expected: string } {
  const expected = choicesSaid(options);
  const found = shown(value);
  if (value === undefined) {
    const mend = `加上一行“${key}: …”，从里面选一个。`;
    return { code: 'missing-key', what: `少了“${key}”这一项`, found, expected, mend };
  }
  if (options.length === 1 && options[0] === 'true')
    return {
      code: 'not-an-option',
      what: '这里只能写 true',
      found,
      expected: 'true，或者没有这一行',
      mend: `是的，写“${key}: true”；不是的，把这一行整行删掉。`,
    };
  const mend = choiceMend(String(value), options) || '从里面选一个，写英文的那个词，一个字母也不能差。';
  return { code: 'not-an-option', what: '这里只能从几个词里选', found, expected, mend };
}

/** What a value in a fixed form should look like, by the pattern of the schema. */
const PATTERNS: readonly { pattern: string; expected: string; mend: string; what: string; code: string }[] = [
  {
    pattern: '^[a-z][a-z0-9-]*$',
    code: 'bad-id',
    what: 'id 的写法不对',
    expected: '小写拼音字母开头，只有小写字母、数字和连字符 -',
    mend: '改成不带声调的小写拼音，例如 yangli-xian。',
  },
  {
    pattern: '^[ac][a-z0-9-]*$',
    code: 'bad-locator',
    what: '出处编号的写法不对',
    expected: 'c 开头（正文）或 a 开头（正文后面的表），只有小写字母、数字和连字符 -',
    mend: '到 plan/ 里找到这段话或这一格，照抄它的编号，例如 c-4-1、a2-3。',
  },
  {
    pattern: '^[\\p{L}\\p{M}\\p{N}·（）]+$',
    code: 'bad-name',
    what: '化名的写法不对',
    expected: '只有字，可以有间隔号·和全角括号',
    mend: '只写名字本身，不加空格、引号和别的符号。',
  },
  {
    pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*$',
    code: 'bad-licence-id',
    what: '许可的代号写法不对',
    expected: '只有字母、数字、点和连字符 -',
    mend: '照抄它的代号，例如 CC-BY-4.0；没有代号的，这一行整行删掉，名称写在 name。',
  },
  {
    pattern: '^a\\d+$',
    code: 'bad-locator',
    what: '表的编号写法不对',
    expected: '字母 a 加数字',
    mend: '第一张表写 a1，第二张写 a2。',
  },
  {
    pattern: '^#[0-9a-f]{6}$',
    code: 'bad-colour',
    what: '颜色的写法不对',
    expected: "'#rrggbb' 六位小写十六进制数",
    mend: "改成 '#a35f00' 这样，要加英文引号。",
  },
  {
    pattern: '^\\d{6}(\\d{3})?$',
    code: 'bad-code',
    what: '区划代码的位数不对',
    expected: '6位数字，下一级（乡、镇、街道）的9位',
    mend: '查国家统计局的统计用区划代码，下一级取前9位，加英文引号。',
  },
  {
    pattern: '^[^\\n]*$',
    code: 'text-lines',
    what: '这一项要写在一行里',
    expected: '一行文字，中间和末尾都没有换行',
    mend: '去掉 | 和 >，把文字和键写在同一行。',
  },
  {
    pattern: '^(?:\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?|约[^\\n]*\\d{4}[^\\n]*)$',
    code: 'bad-date',
    what: '日期的写法不对',
    expected: '年-月-日、年-月，或者年',
    mend: "改成 '2019-05-08'、'2019-05' 或 '2019' 这样；只知道大概的写“约2012—2014年”；不知道就把这一行整行删掉。",
  },
  { pattern: '^\\d{4}$', code: 'bad-year', what: '年份的写法不对', expected: '四位数字', mend: '改成 2019 这样。' },
];

const PERIOD_FORMS = '上半年写 2022-h1，第三季度写 2022-q3，7、8月写 2022-m7-8';

/** 2022-h1 of 2022年上半年, 2022上半年 or 2022-H1; 2022-m7-8 of 2022年7、8月; null where it is not plain. */
export function meantPeriod(text: string): string | null {
  const narrow = text.normalize('NFKC').replaceAll(/[\s第]+/gu, '');
  const parts = /^(?<year>\d{4})(?:年度?)?[-./]?(?<part>.+)$/u.exec(narrow)?.groups;
  if (!parts) return null;
  const { year = '', part = '' } = parts;
  const half = /^(?:(?<first>上半年?|h1|1h)|下半年?|h2|2h)$/iu.exec(part);
  if (half) return `${year}-h${half.groups?.['first'] ? 1 : 2}`;
  const quarter = /^(?:q(?<a>[1-4])|(?<b>[1-4])q|(?<c>[一二三四1-4])季度?)$/iu.exec(part)?.groups;
  if (quarter) {
    const [said = ''] = [quarter['a'], quarter['b'], quarter['c']].flatMap((one) => one ?? []);
    return `${year}-q${/\d/.test(said) ? said : '一二三四'.indexOf(said) + 1}`;
  }
  const months = /^m?0?(?<from>\d{1,2})月?(?:[-—–~、至到]m?0?(?<to>\d{1,2}))?月?$/iu.exec(part)?.groups;
  const [from, to] = [Number(months?.['from']), Number(months?.['to'] ?? months?.['from'])];
  const isThere = (month: number) => month >= 1 && month <= 12;
  return months && isThere(from) && isThere(to) && from <= to ? `${year}-m${from}${from === to ? '' : `-${to}`}` : null;
}

/** A stretch of time that is written in another way than the schema takes it. */
function explainPeriod(value: unknown, path: DataPath): ValueWords & { expected: string } {
  const meant = typeof value === 'string' ? meantPeriod(value) : null;
  // A report is of one year; a column of an annex may be of all of them.
  const isReport = path[0] === 'rows' && path.at(-1) === 'period';
  const expected = `${PERIOD_FORMS}${isReport ? '' : '，整个期间写 whole'}`;
  const usual = `照这个样子写：四位的年，半角连字符，小写字母；整年的不写 period，写 year。`;
  const mend = meant ? `改成 ${meant}。` : usual;
  return { code: 'bad-period', what: '时间段的写法不对', found: shown(value), expected, mend };
}

/** What a schema says of a year and a period that its parts alone do not; null: of something else. */
export function explainRule(
  told: unknown,
  value: unknown,
  beside: unknown,
): (ValueWords & { expected: string }) | null {
  const { year, period } = (typeof beside === 'object' && beside !== null ? beside : {}) as Record<string, unknown>;
  if (told === 'months-in-order')
    return {
      code: 'bad-period',
      what: '时间段的月份倒了',
      found: shown(value),
      expected: '前一个月早于后一个月',
      mend: '把两个月对调；跨年的分成两段，各写各的年。',
    };
  if (told === 'whole-in-report')
    return {
      code: 'bad-period',
      what: '上报的数是一年的，或者一年里一段时间的',
      found: shown(value),
      expected: `整年写 year；一段时间写 period：${PERIOD_FORMS}`,
      mend: '几年合起来的数，按年分开写，一年一行。',
    };
  if (told !== 'year-or-period') return null;
  const expected = '整年的只写 year，一段时间的只写 period';
  if (year === undefined)
    return {
      code: 'missing-key',
      what: '没有写是哪一年、哪一段时间的',
      found: '没有 year，也没有 period',
      expected,
      mend: '整年的加上“year: 2022”，上半年的加上“period: 2022-h1”，年份照实写。',
    };
  return {
    code: 'year-and-period',
    what: 'year 和 period 只能写一个',
    found: `year: ${String(year)} 和 period: ${String(period)}`,
    expected,
    mend: '是整年的数，删掉 period；只是那一段时间的数，删掉 year。',
  };
}

/** The day of 2026年1月5日, 2026.1.5, 2026/1/5, 20260105 or with a time behind it; null where it is not plain. */
function meantDay(text: string): string | null {
  const narrow = text
    .trim()
    .normalize('NFKC')
    .replaceAll(/^[‘’“”'"]+|[‘’“”'"]+$/gu, '');
  const parts =
    /^(\d{4})[-年./\s]{1,2}(\d{1,2})[-月./\s]{1,2}(\d{1,2})日?(?:[T\s]|$)/.exec(narrow) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(narrow);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success ? iso : null;
}

/** Day and month that a calendar has: tells a date that does not exist from one that is written differently. */
export function explainDate(text: string): ValueWords & { expected: string } {
  const found = shown(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return {
      code: 'no-such-date',
      what: '没有这一天',
      found,
      expected: '日历上有的日期',
      mend: '对照日历改正，例如二月没有30日。',
    };
  }
  const meant = meantDay(text);
  return {
    code: 'bad-date',
    what: '日期的写法不对',
    found,
    expected: '年-月-日，月和日都是两位',
    mend: meant ? `改成 '${meant}'。` : "改成 '2019-05-08' 这样：半角数字和半角连字符。",
  };
}

/** A moment that no calendar or clock has, or one that is written differently. */
function explainMoment(text: string): ValueWords & { expected: string } {
  const found = shown(text);
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) {
    const expected = '日历和钟上有的时刻';
    const mend = '对照日历改正：月从01到12，日看当月，时从00到23，分从00到59。';
    return { code: 'no-such-date', what: '没有这个时刻', found, expected, mend };
  }
  const day = explainDate(text);
  if (day.code === 'no-such-date') return day;
  const mend = '改成 2019-05-08 或 2019-05-08 09:00 这样：半角的数字、连字符和冒号，时和分都是两位。';
  return { ...day, what: '时间的写法不对', expected: '年-月-日，或者 年-月-日 时:分', mend };
}

/** 2019-08至2020-07 of 2019年8月—2020年7月; 2019-08 of 2019.8, 2019年8月至今; null where it is not plain. */
function meantSince(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s'“”‘’"从自]+/gu, '')
    .replace(/(?:[-—–~至到]{1,2}(?:今|现在)|起|开始|以来)$/u, '')
    .replaceAll(/(\d{4})[年./-](\d{1,2})(?!\d)(?:[月./-](\d{1,2})(?!\d)日?|月)?/gu, (_, ...[year, month, day]) =>
      [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-'),
    )
    .replaceAll(/(?<=\d{4})年/gu, '')
    .replace(/[-—–~至到]{1,2}(?=\d{4})/u, '至');
  return sinceOf(plain) === null ? null : plain;
}

/** Since when somebody is where they are, written in another way, by no calendar, or the wrong way round. */
function explainSince(value: unknown): ValueWords & { expected: string } {
  const text = String(value);
  const found = shown(value);
  // 2019.10 without quotes is the number 2019.1: nobody knows which was meant.
  const meant = typeof value === 'string' ? meantSince(text) : null;
  const [from, to] = text.match(/\d{4}(?:-\d{2}){0,2}/g) ?? [];
  const turned = from !== undefined && to !== undefined && sinceOf(`${to}至${from}`) !== null;
  if (!meant && turned) {
    const what = '“多久”的头和尾倒了';
    return {
      code: 'bad-since',
      what,
      found,
      expected: '先写从什么时候，再写到什么时候',
      mend: `改成 ${to}至${from}。`,
    };
  }
  const expected = '2019、2019-08、2019-08-15 里的一种，2019-08至2020-07 这样的一段，或者“三个月”这样的长短';
  const mend = meant ? `改成 ${meant}。` : '知道到哪一天、哪个月、哪一年就写到哪里；不知道就把这一行整行删掉。';
  return { code: 'bad-since', what: '“多久”的写法不对', found, expected, mend };
}

/** An address that lacks nothing but its beginning. */
const meantAddress = (text: string): string | null =>
  /^(?:[\w-]{1,63}\.){1,5}[a-z]{2,10}(?:\/[!-~]*)?$/i.test(text.trim())
    ? `改成 https://${text.trim()}，前面的 https:// 也要写。`
    : null;

/** A text of which nothing can be seen. */
function explainBlank(text: string): ValueWords & { expected: string } {
  const found = text === '' ? '空的引号' : '只有空格';
  const mend = '写上内容；没有内容就把这一行整行删掉。';
  return { code: 'text-length', what: '文字的长短不对', found, expected: '至少1个字', mend };
}

/** A text that does not have the form it should have. */
export function explainFormat(
  format: string,
  pattern: string | undefined,
  value: unknown,
  path: DataPath = [],
): ValueWords & { expected: string } {
  const found = shown(typeof value === 'string' ? value.trim().replaceAll(/\s*\n\s*/g, '↵') : value);
  if (format === 'date') return explainDate(String(value));
  if (format === 'moment') return explainMoment(String(value));
  if (format === 'since') return explainSince(value);
  if (pattern === '/\\S/') return explainBlank(String(value));
  if (format === 'url') {
    return {
      code: 'bad-url',
      what: '网址的写法不对',
      found,
      expected: '完整的网址',
      mend: meantAddress(String(value)) ?? '改成 https://www.example.cn/ 这样，以 https:// 开头。',
    };
  }
  if (pattern === String(periodPattern)) return explainPeriod(value, path);
  const known = PATTERNS.find((p) => [`/${p.pattern}/`, `/${p.pattern}/u`].includes(pattern ?? ''));
  if (known?.code === 'bad-id') {
    // Names of files are written without their ending.
    const id = pinyinId(String(value).replace(/\.(?:ya?ml|mdx)$/iu, ''));
    return { ...known, found, mend: id ? `改成 ${id} 这样，不带声调的小写拼音。` : known.mend };
  }
  // Where a passage gets its address there is nothing yet to copy it from.
  if (known?.code === 'bad-locator' && path.at(-1) === 'id' && !known.pattern.startsWith('^a')) {
    const own = pinyinId(String(value)).replace(/^c-/, '');
    return {
      ...known,
      found,
      expected: 'c 开头，只有小写字母、数字和连字符 -',
      mend: `正文的编号以 c 开头：改成 ${own ? `c-${own}` : 'c-1'}。`,
    };
  }
  const day = known?.code === 'bad-date' ? meantDay(String(value)) : null;
  if (known) return { ...known, found, ...(day === null ? {} : { mend: `改成 '${day}'。` }) };
  return {
    code: 'bad-format',
    what: '写法不对',
    found,
    expected: '规定的写法',
    mend: '对照 content/README.md 里这一项的说明改正。',
  };
}
