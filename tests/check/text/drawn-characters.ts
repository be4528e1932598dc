import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';
import sharp from 'sharp';

const FONT = '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf';
/** Points a side: drawn twice as large, so that the edges are soft. */
const SIDE = 16;
const DRAWN = 2 * SIDE;
const A_ROW = 64;
/** Between one and the next, so that none is seen in the other's blur. */
const CELL = DRAWN + 8;
/** So far a stroke is seen beside where it stands: characters are alike though one of their strokes is a little longer. */
const BLUR = 1.2;

/** A character as the eye takes it in at a glance: SIDE × SIDE shades around zero, of length one; `coarse`: a quarter of the points. */
export interface Drawn {
  readonly character: string;
  readonly fine: Float32Array;
  readonly coarse: Float32Array;
}

/** Draws characters with the typeface of the headings. */
export async function drawn(characters: readonly string[]): Promise<Drawn[]> {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(FONT));
  const font = new Font(new Face(new Blob(new Uint8Array(bytes).buffer)));
  const rows = Array.from({ length: Math.ceil(characters.length / A_ROW) }, (_, i) =>
    characters.slice(i * A_ROW, (i + 1) * A_ROW),
  );
  const shades = await Promise.all(rows.map((row) => shadesOf(row, font)));
  return shades.flat();
}

async function shadesOf(row: readonly string[], font: Font): Promise<Drawn[]> {
  const paths = row.map((character, at) => {
    const glyph = font.nominalGlyph(character.codePointAt(0) ?? 0);
    const path = glyph === undefined ? '' : font.glyphToPath(glyph);
    return `<path transform="translate(${at * CELL},${0.86 * DRAWN}) scale(${DRAWN / 1000},${-DRAWN / 1000})" d="${path}"/>`;
  });
  const width = row.length * CELL;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${DRAWN}">${paths.join('')}</svg>`;
  const ink = await sharp(Buffer.from(svg)).extractChannel('alpha').blur(BLUR).raw().toBuffer();
  return row.map((character, at) => {
    const shade = (side: number) => {
      const shades = new Float32Array(side * side);
      const step = DRAWN / side;
      for (let y = 0; y < DRAWN; y++)
        for (let x = 0; x < DRAWN; x++) {
          const place = Math.floor(y / step) * side + Math.floor(x / step);
          shades[place] = (shades[place] ?? 0) + (ink[y * width + at * CELL + x] ?? 0);
        }
      return ofLengthOne(shades);
    };
    return { character, fine: shade(SIDE), coarse: shade(SIDE / 2) };
  });
}

function ofLengthOne(shades: Float32Array): Float32Array {
  const mean = shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
  const around = shades.map((shade) => shade - mean);
  const length = Math.hypot(...around) || 1;
  return around.map((shade) => shade / length);
}

/** How much two are the same: 1 the same, 0 nothing in common. */
export function sameness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
