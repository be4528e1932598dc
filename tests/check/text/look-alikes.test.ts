import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import table from '#check/text/look-alikes.json' with { type: 'json' };
import { type Drawn, drawn, sameness } from './drawn-characters.ts';

const FILE = join(import.meta.dirname, '../../../src/check/text/look-alikes.json');
/** From here on two are taken for one another. */
const ALIKE = 0.82;
/** Less than this of the coarse shades, and the fine ones are not compared: no pair of the table is below it. */
const WORTH_A_LOOK = 0.75;
/** So many characters of GB 2312 are the common ones, which come first. Of a pair at least one is of them: nobody writes two rare ones for each other. */
const COMMON = 3755;
const A_LINE = 40;

function charactersOfGb2312(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(new Uint8Array(bytes))].filter((one) => /\p{Script=Han}/u.test(one));
}

/** Each common character with those behind it in GB 2312 that look like it, the likest first. */
function groupsOf(all: readonly Drawn[]): string[] {
  return all.slice(0, COMMON).flatMap((one, at) => {
    const others = all
      .slice(at + 1)
      .flatMap((other) =>
        sameness(one.coarse, other.coarse) < WORTH_A_LOOK
          ? []
          : [{ character: other.character, same: sameness(one.fine, other.fine) }],
      )
      .filter(({ same }) => same >= ALIKE)
      .toSorted((a, b) => b.same - a.same);
    return others.length > 0 ? [one.character + others.map(({ character }) => character).join('')] : [];
  });
}

describe('the table of characters that look alike', () => {
  it('is what the typeface of the headings shows (made anew with -u)', async () => {
    const groups = groupsOf(await drawn(charactersOfGb2312()));
    const lines = Array.from({ length: Math.ceil(groups.length / A_LINE) }, (_, i) =>
      groups.slice(i * A_LINE, (i + 1) * A_LINE).join(' '),
    );
    const made = { source: table.source, alike: lines };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(FILE);
  });
});
