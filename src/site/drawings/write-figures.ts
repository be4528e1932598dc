import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPictured } from '#charts/kit/script-fonts.ts';
import { sha256 } from '#reader/sha256.ts';
import { forgetAllBut, keep, takeKept } from '../pictures/cache.ts';
import { DRAWING_VERSION, drawFigures, type NamedDrawing } from './draw-figures.ts';

/** The drawings of a site that are taken away, in order. */
export function drawingsIn(siteFolder: string): NamedDrawing[] {
  const folder = join(siteFolder, 'figures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => ({ file: `figures/${name}`, svg: readFileSync(join(folder, name), 'utf8') }));
}

/** The picture of a drawing lies beside it. */
const pictureOf = ({ file }: NamedDrawing) => file.replace(/svg$/, 'png');

/**
 * Makes a picture of each drawing of a site and puts it beside it. What was drawn before comes from the kept ones, which
 * know a drawing by its bytes; of those, what this site does not show is removed. Rejects with `DrawingError`.
 * @param kept where pictures are kept from one build to the next; null: nowhere
 */
export async function writeFigures(
  siteFolder: string,
  drawings: readonly NamedDrawing[],
  kept: string | null,
): Promise<void> {
  const pictured = drawings.filter(({ svg }) => isPictured(svg));
  const placeOf = ({ svg }: NamedDrawing) => kept && join(kept, DRAWING_VERSION, `${sha256(svg)}.png`);
  const missing: NamedDrawing[] = [];
  for (const drawing of pictured) {
    const place = placeOf(drawing);
    const target = join(siteFolder, pictureOf(drawing));
    if (!place || !takeKept(place, target)) missing.push(drawing);
  }
  await drawFigures(missing, async (drawing, png) => {
    await writeFile(join(siteFolder, pictureOf(drawing)), png);
    const place = placeOf(drawing);
    // Where nothing can be kept the next build draws it once more.
    if (place) await keep(place, png).catch(() => undefined);
  });
  if (kept) await forgetAllBut(kept, new Set(pictured.map((drawing) => placeOf(drawing) ?? '')));
}
