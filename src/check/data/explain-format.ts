import { z } from 'zod';
import { pinyinId } from '#format/pinyin.ts';
import { shown } from '../finding.ts';
import type { ValueWords } from './explain-value.ts';

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
    expected: 'c 开头（正文）或 a 开头（附件），只有小写字母、数字和连字符 -',
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
    pattern: '^a\\d+$',
    code: 'bad-locator',
    what: '附件编号的写法不对',
    expected: '字母 a 加数字',
    mend: '附件1写 a1，附件2写 a2。',
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
    expected: '6位数字（市、县）或9位数字（乡镇）',
    mend: '查国家统计局的统计用区划代码，乡镇取前9位，加英文引号。',
  },
  {
    pattern: '^[^\\n]*$',
    code: 'text-lines',
    what: '这一项要写在一行里',
    expected: '一行文字，中间和末尾都没有换行',
    mend: '去掉 | 和 >，把文字和键写在同一行。',
  },
  { pattern: '^\\d{4}$', code: 'bad-year', what: '年份的写法不对', expected: '四位数字', mend: '改成 2019 这样。' },
];

/** The day of 2026年1月5日, 2026.1.5, 2026/1/5, 20260105 or with a time behind it; null where it is not plain. */
function meantDay(text: string): string | null {
  const narrow = text.trim().normalize('NFKC');
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
): ValueWords & { expected: string } {
  const found = shown(typeof value === 'string' ? value.trim().replaceAll(/\s*\n\s*/g, '↵') : value);
  if (format === 'date') return explainDate(String(value));
  if (format === 'moment') return explainMoment(String(value));
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
  const known = PATTERNS.find((p) => [`/${p.pattern}/`, `/${p.pattern}/u`].includes(pattern ?? ''));
  if (known?.code === 'bad-id') {
    const id = pinyinId(String(value));
    return { ...known, found, mend: id ? `改成 ${id} 这样，不带声调的小写拼音。` : known.mend };
  }
  if (known) return { ...known, found };
  return {
    code: 'bad-format',
    what: '写法不对',
    found,
    expected: '规定的写法',
    mend: '对照 content/README.md 里这一项的说明改正。',
  };
}
