import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { isCounted } from '#domain/plan/quantity.ts';
import { tidyLine } from '../clerk-words.ts';

/** What a clerk wrote where a number belongs. */
export type ReadQuantity =
  /** `remark`: what stood beside the number, in brackets; '' where nothing did. */
  | { readonly is: 'number'; readonly value: number; readonly remark: string }
  /** Nothing, or a dash: not reported, which is not 0. */
  | { readonly is: 'empty' }
  /** What should stand there, to end a sentence “应当是…”. */
  | { readonly is: 'unclear'; readonly expected: string };

const unclear = (expected: string): ReadQuantity => ({ is: 'unclear', expected });

/** What people put where they have no number. */
const DASHES = /^(?:[-—–－―─/\\／·.。*×xX]+|暂无|未报|未上报|待报|待定|待补|暂缺|n\/?a)$/iu;
/** What may be a 0 and may be nothing at all. */
const NONE = /^(?:无|没有|未开展|未完成|未启动|没开展|没有开展)$/u;
const ROUGH = /^(?:约|大约|近|超|超过|逾|不少于|不足|至少|上百|数)|(?:余|多|左右|以上|以下|来)[\p{Script=Han}]{0,2}$/u;

/** A remark in brackets at the end: 32（含教师4名）. */
const REMARK = /^(.*?)[（(]([^（）()]*)[）)]$/su;

/** The numerals that cheques are written in. */
const FORMAL: Readonly<Record<string, string>> = {
  ...{ 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九' },
  ...{ 拾: '十', 佰: '百', 仟: '千', 萬: '万', 零: '零', 〇: '零', 另: '零' },
};
const plainNumerals = (text: string) =>
  text.replaceAll(/[壹贰叁肆伍陆柒捌玖拾佰仟萬另〇]/gu, (sign) => FORMAL[sign] ?? sign);
/** 二百五 is 250 when it is spoken, and may be meant as 205; 三万五 likewise. */
const CUT_SHORT = /[百千万亿][一二两三四五六七八九]$/u;

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Digits with or without separators, or Chinese numerals, with a power behind them: 1,234; 1.2万; 三十二; null: no number. */
function numberIn(text: string): number | null {
  const [, digits, power] = /^(\d+(?:\.\d+)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)([十百千万亿]?)$/u.exec(text) ?? [];
  if (digits !== undefined) {
    const value = Number(digits.replaceAll(',', '')) * (POWERS[power ?? ''] ?? 1);
    // What Excel has worked out carries the noise of binary fractions.
    return Math.round(value * 1e6) / 1e6;
  }
  // 两三 is no 23, and who writes 二三 may mean one number or another.
  const numerals = plainNumerals(text);
  if (!/[零一二两三四五六七八九十]|^[百千]/u.test(numerals) || /[一二两三四五六七八九]{2}/u.test(numerals)) return null;
  return CUT_SHORT.test(numerals) ? null : chineseNumber(numerals);
}

/** What stands in a number cell of a line that counts in `unit`. */
export function readQuantity(written: string, unit: string): ReadQuantity {
  const line = tidyLine(written).replace(/^'(?=[\d.])/, '');
  const text = line
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/(?<=.)[。;,、]+$/u, '');
  if (text === '' || DASHES.test(text)) return { is: 'empty' };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return unclear('一个数；这一格的格式是日期，改成“常规”，再把数打一遍');
  if (NONE.test(text)) return unclear('数：真的是0就写0，没有数就空着');
  const [, head = text, remark = ''] = REMARK.exec(text) ?? [];
  if (/^[-−负]/u.test(head) && numberIn(head.replace(/^[-−负]/u, '')) !== null) return unclear('0或者更大的数');
  if (head.endsWith('%') && !unit.includes('%')) return unclear(`按“${unit}”计的数，不是百分比`);
  const bare = unit !== '' && head.endsWith(unit) ? head.slice(0, -unit.length) : head;
  const plain = numberIn(bare) === null ? head : bare;
  const value = numberIn(plain);
  if (value === null) {
    if (ROUGH.test(plain) || /^[一二两三四五六七八九]{2}[十百千万]?$/u.test(bare))
      return unclear('确切的数，不带“约”“余”“近”');
    if (CUT_SHORT.test(plainNumerals(bare))) return unclear('写成数字：“二百五”是250还是205，看不出来');
    if (/[-—~～至到]/u.test(plain)) return unclear('一个数，不是一段');
    if (/[+＋*]/u.test(plain)) return unclear('一个加好的数');
    const [, , other = ''] = /^([\d.,]+)(\p{L}+)$/u.exec(plain) ?? [];
    if (other !== '') return unclear(`按“${unit}”计的数；现在写的单位是“${other}”`);
    return unclear('一个数；话写在“说明”里');
  }
  if (isCounted(unit) && !Number.isInteger(value)) return unclear(`整数：按“${unit}”计的没有小数`);
  if (/[%％]/u.test(unit) && value > 0 && value <= 1) return unclear('百分之几的几：一半写50，不写0.5');
  return { is: 'number', value, remark };
}
