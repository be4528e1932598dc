/** The text with full-width digits, letters and marks of addresses made narrow; every offset stays what it was. */
export const narrowed = (text: string): string =>
  text.replaceAll(/[０-９Ａ-Ｚａ-ｚ＋＠＿．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** What writers put between the groups of a number: spaces, hyphens and dashes of any kind, a point. */
export const GAP = '[ \\u00a0\\u3000]{0,2}[-‐‑‒–—―－−·.]{0,2}[ \\u00a0\\u3000]{0,2}';

/** Only the digits and letters of a number, without what groups them. */
export const compact = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '');

/** A number that can be told apart but not used: its middle is gone. */
export const masked = (number: string, head = 3, tail = 4): string =>
  `${number.slice(0, head)}****${number.slice(Math.max(head, number.length - tail))}`;

/** Whether the last digit of a card number is the one its others ask for (Luhn). */
export function luhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, c, i) => {
    const doubled = Number(c) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Whether the last of 18 characters is the one the others ask for (ISO 7064 MOD 11-2). */
export function identityChecksum(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce((total, c, i) => total + Number(c) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase();
}

/** Whether `YYYYMMDD` is a day on which somebody alive today may be born. */
export function isBirthDate(date: string, today: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  const days = [31, year % 4 === 0 && year !== 1900 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1900 && date <= today.replaceAll('-', '') && days !== undefined && day >= 1 && day <= days;
}

/** Provinces by the first two digits of their codes. */
export const isProvince = (code: string): boolean =>
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(code);
