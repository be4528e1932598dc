import type { Journey } from '#domain/places/journey.ts';
import { nameToday } from '#domain/places/place.ts';
import type { Waters } from '#domain/places/waters.ts';
import { type Figure, figure, type Links } from '../kit/figure.ts';
import { drawPairing } from './draw.ts';
import { layoutPhone, layoutWide } from './layout.ts';
import { notesOf, sentenceOf, sourcesOf } from './words.ts';

/** How far and how high is it from one city to its county, and which townships stand at the end of the way? */
export interface PairingMapInput {
  readonly journey: Journey;
  readonly waters: Waters | null;
  readonly links: Links;
  /** Where the document says who is paired, as readers cite it. */
  readonly cited: string;
  readonly name: string;
  readonly title: string;
}

/** The map as a figure, wide and for the phone. Without coordinates or waters it is a schematic ribbon that says so. */
export function pairingMap({ journey, waters, links, cited, name, title }: PairingMapInput): Figure {
  const [wide, phone] = [layoutWide(journey, waters), layoutPhone(journey, waters)];
  const sentence = sentenceOf(journey);
  const desc = `${sentence}${journey.threads.map(({ place }) => place.name).join('、')}。`;
  const table = {
    columns: [
      { key: 'township', label: '乡镇' },
      { key: 'name_today', label: '今名' },
      { key: 'code', label: '代码' },
    ],
    rows: journey.threads.map(({ place }) => [place.name, nameToday(place), place.code?.value ?? null]),
  };
  const notes = notesOf(journey, wide.strip, phone.strip);
  return figure(
    { name, title, sentence, table, notes, sources: sourcesOf(journey, waters, cited) },
    [wide, phone].map((layout) => ({ ...drawPairing(layout, journey.hue, links), desc })),
  );
}
