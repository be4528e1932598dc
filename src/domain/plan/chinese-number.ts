const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十八 → 28, 两 → 2, 一万二千 → 12000, 二〇一九 → 2019; null where it is no number. */
export function chineseNumber(text: string): number | null {
  let [total, section, digit] = [0, 0, 0];
  for (const c of text) {
    const value = c === '两' ? 2 : c === '〇' ? 0 : DIGITS.indexOf(c);
    const unit = POWERS[c];
    if (value >= 0) digit = digit * 10 + value;
    else if (unit !== undefined) [section, digit] = [section + (digit || 1) * unit, 0];
    else if (c === '万') [total, section, digit] = [(total + section + digit) * 10_000, 0, 0];
    else return null;
  }
  return total + section + digit;
}
