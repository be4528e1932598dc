import { stripesIn } from '#domain/places/pairing.ts';
import { build } from './programme.ts';

/** What the mark of the site is drawn of: the sizes of the pairings, with their hues and colours. */
export async function markView() {
  const { pairings, cloth } = (await build()).programme.content;
  return { sizes: pairings.map(stripesIn), hues: pairings.map(({ hue }) => hue), cloth };
}
