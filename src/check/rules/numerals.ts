const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十八 → 28, 两 → 2, 一万二千 → 12000, 二〇一九 → 2019; null where it is no number. */
export function chineseNumber(text: string): number | null {
  let [total, section, digit] = [0, 0, 0];
  for (const c of text) {
    const value = c === '两' ? 2 : c === '〇' ? 0 : DIGITS.indexOf(c);
    const unit = UNITS[c];
    if (value >= 0) digit = digit * 10 + value;
    else if (unit !== undefined) [section, digit] = [section + (digit || 1) * unit, 0];
    else if (c === '万') [total, section, digit] = [(total + section + digit) * 10_000, 0, 0];
    else return null;
  }
  return total + section + digit;
}

/** Every number that a Chinese text holds, in figures or in words; 5万 is both 5 and 50000. */
export function numbersIn(text: string): number[] {
  const half = text.replace(/[０-９．]/g, (c) => '0123456789.'['０１２３４５６７８９．'.indexOf(c)] ?? c);
  const figures = [...half.matchAll(/(\d+(?:[,，]\d{3})+|\d+)(\.\d+)?(万|亿)?/g)].flatMap(
    ([, whole = '', part = '', size]) => {
      const value = Number(whole.replaceAll(/[,，]/g, '') + part);
      return size ? [value, value * (size === '万' ? 10_000 : 100_000_000)] : [value];
    },
  );
  const words = [...half.matchAll(/[零〇一二两三四五六七八九十百千万]+/g)].flatMap(([word]) => {
    const value = chineseNumber(word);
    return value === null ? [] : [value];
  });
  return [...figures, ...words];
}
