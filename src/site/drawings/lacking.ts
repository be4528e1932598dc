/** A drawing that no picture can be made of; its message is for a clerk. */
export class DrawingError extends Error {
  override readonly name = 'DrawingError';
}

/** Where characters stand that no font of ours has: they would be drawn as empty boxes. */
export interface Lacking {
  /** Address of what shows them, below the root of the site. */
  readonly where: string;
  readonly characters: readonly string[];
}

const code = (character: string) =>
  `“${character}”（U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}）`;

/** Throws one error that names every place where something is lacking; an empty box in a picture cannot be mended later. */
export function refuseLacking(all: readonly Lacking[], what: string): void {
  const lines = all.flatMap(({ where, characters }) =>
    characters.length > 0 ? [`  /${where}：${characters.map(code).join('、')}`] : [],
  );
  if (lines.length === 0) return;
  throw new DrawingError(
    `没有生成网站：${what}，里面有字，项目带的字体里都没有，画出来是空的方框。\n${lines.join('\n')}\n` +
      '怎么改：先看是不是打错了字（多半是很少用的字，或者别的输入法打出来的符号）；确实要用这个字的，告诉维护人加一个有它的字体。',
  );
}
