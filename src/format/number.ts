/** Digits as they stand in the document: no thousands separators, a real minus sign. */
export function number(value: number): string {
  return String(value).replace('-', '−');
}

/** Number and unit without a space (the site's CSS sets the space), with 约 where it is approximate. */
export function quantity(value: number | string, unit: string, approximate = false): string {
  return `${approximate ? '约' : ''}${typeof value === 'number' ? number(value) : value}${unit}`;
}

const DIGITS = '零一二三四五六七八九';

/** 0–9999 in Chinese numerals as read aloud: 28 → 二十八, 108 → 一百零八. For titles only. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return number(value);
  if (value === 0) return '零';
  const digits = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, i) => {
    const unit = ['', '十', '百', '千'][digits.length - 1 - i] ?? '';
    if (digit === 0) gap = true;
    else {
      text += (gap && text ? '零' : '') + (DIGITS[digit] ?? '') + unit;
      gap = false;
    }
  });
  return text.replace(/^一十/, '十');
}

/** The same before a measure word: 2 → 两. */
export function chineseCount(value: number): string {
  return value === 2 ? '两' : chineseNumeral(value);
}

/** Which item of the document a project is: 第3项, （三）, 第三条. */
export function itemWords(number: number | string): string {
  return /^(?:[\d.]+|[一二三四五六七八九十]+)$/u.test(String(number)) ? `第${number}项` : String(number);
}

/** Share as a whole percent: 0.764 → 76%. Callers leave it out where no share exists. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
