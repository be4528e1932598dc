/** Styles as a browser reads them: escapes like `\75 rl` undone. */
const unescaped = (css: string) =>
  css.replaceAll(/\\(?:([\da-fA-F]{1,6})\s?|(.)|[\r\n]+)/gs, (_, hex?: string, character?: string) => {
    if (!hex) return character ?? '';
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : '\ufffd';
  });

const withoutComments = (css: string) => css.replaceAll(/\/\*.*?(\*\/|$)/gs, '');

/** In small letters, every run of spaces as one: patterns over long runs would take squares of their length. */
const plain = (css: string) => css.toLowerCase().replaceAll(/[\s\p{Cc}]+/gu, ' ');

/** What fetches something from elsewhere, or runs something, in a style. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/@ ?import/, '引入别的样式（@import）'],
  [/@ ?font-face/, '嵌入的字体（@font-face）'],
  [/@ ?(namespace|charset|document)/, '特殊的样式规则（@）'],
  [/url ?\((?! ?(["']?) ?#[^"')\\\s]{1,200} ?\1 ?\))/, '别处的地址（url）'],
  [/(^|[^\w-])(-webkit-)?(image|image-set|src|cross-fade) ?\(/, '别处的地址'],
  [/expression ?\(|-moz-binding|behavior ?:/, '会执行的样式'],
];

/**
 * What a style, or an attribute that is read like one, must not hold, as a clerk would say it; null: it is harmless.
 * It is looked at with its comments left and taken out: not every program agrees where one begins.
 */
export function dangerInStyle(css: string): string | null {
  const forms = [css, withoutComments(css)].map((form) => plain(unescaped(form)));
  return FORBIDDEN.find(([pattern]) => forms.some((form) => pattern.test(form)))?.[1] ?? null;
}
