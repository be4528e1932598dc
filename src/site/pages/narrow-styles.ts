/** At-rules that hold rules; all others are kept as they stand. */
const HOLDING = /^@(media|supports|container|layer)\b/;

/** Where a block or a string that begins at `from` ends; the sheet is one of Vite's, so it closes what it opens. */
function endOf(css: string, from: number): number {
  let depth = 0;
  for (let i = from; i < css.length; i++) {
    const character = css[i];
    if (character === '"' || character === "'") i = css.indexOf(character, i + 1);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return i;
  }
  return css.length;
}

/** The parts of a text between commas that stand in no brackets. */
function listed(selectors: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of selectors) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** The classes that an element must have for a selector to touch it; what stands in brackets is a choice or a denial. */
function demanded(selector: string): string[] {
  let bare = selector;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replaceAll(/\([^()]*\)|\[[^\]]*\]/g, '');
  }
  return [...bare.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name = '']) => name);
}

/** A style sheet without the rules for classes that a page does not have. */
export function narrowStyles(css: string, classes: ReadonlySet<string>): string {
  let kept = '';
  let i = 0;
  while (i < css.length) {
    const open = css.indexOf('{', i);
    const statement = css.slice(i, open < 0 ? css.length : open).lastIndexOf(';');
    // `@import …;` and the like come before the next rule.
    if (statement >= 0) kept += css.slice(i, i + statement + 1);
    if (open < 0) return statement >= 0 ? kept : kept + css.slice(i);
    const prelude = css.slice(i + statement + 1, open);
    const end = endOf(css, open);
    const block = css.slice(open + 1, end);
    if (HOLDING.test(prelude.trim())) {
      const inner = narrowStyles(block, classes);
      if (inner.trim() !== '') kept += `${prelude}{${inner}}`;
    } else if (prelude.trim().startsWith('@')) kept += `${prelude}{${block}}`;
    else {
      const touching = listed(prelude).filter((selector) => demanded(selector).every((name) => classes.has(name)));
      if (touching.length > 0) kept += `${touching.join(',')}{${block}}`;
    }
    i = end + 1;
  }
  return kept;
}
