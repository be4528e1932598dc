import { Refused } from '../refusal.ts';

const EXPORT_AGAIN = '在画图软件（如 Inkscape）里打开，另存为“普通 SVG”；还不行就导出为 PNG。';

/** Something in a drawing that a program could be led astray by. `what` follows “带有”. */
export const unsafe = (
  line: number,
  what: string,
  mend = `在画图软件里去掉它，另存为“普通 SVG”；还不行就导出为 PNG。`,
) => new Refused('svg-unsafe', `第${line}行带有${what}的 SVG`, '只有图形和文字、不引用别处的 SVG', mend);

/** Text that is not XML, or is in a way that two programs could read in two ways. `what` follows the line. */
export const notWellFormed = (line: number, what: string) =>
  new Refused('svg-broken', `写法有错的 SVG：第${line}行${what}`, '一个写法正确的 SVG', EXPORT_AGAIN);

/** A drawing with more in it than a page can want. */
export const tooMuch = (what: string, most: string) =>
  new Refused('svg-too-large', `${what}的 SVG`, most, '在画图软件里简化图形，或者导出为 PNG。');
