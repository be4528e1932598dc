import { notWellFormed, unsafe } from './refusal.ts';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Characters that XML lets stand in a text, also when they are written as a number. */
const isXmlCharacter = (code: number) =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Text with its entities as the characters they mean: the five of XML and numbers. Throws `Refused` at any other. */
export function decoded(raw: string, line: number): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(/&([^;&]{0,32};?)/g, (_, written: string) => {
    const [, decimal, hex] = /^#(?:(\d+)|x([\da-fA-F]+));$/.exec(written) ?? [];
    const code = decimal ? Number.parseInt(decimal, 10) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null && isXmlCharacter(code)) return String.fromCodePoint(code);
    const named = written.endsWith(';') ? NAMED[written.slice(0, -1)] : undefined;
    if (named) return named;
    if (/^[\w.-]+;$/.test(written)) throw unsafe(line, `XML 里没有的符号 &${written}`);
    throw notWellFormed(line, '有单独的 & 号');
  });
}
