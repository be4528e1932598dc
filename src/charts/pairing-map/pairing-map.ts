import type { Journey } from '#domain/places/journey.ts';
import { nameToday } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { type Figure, figure, type Links } from '../kit/figure.ts';
import { type Knot, knotNotes } from '../kit/knots.ts';
import { listName } from '../kit/map.ts';
import { drawPairing } from './draw.ts';
import { layoutPhone, layoutWide } from './layout.ts';
import { knownOf, methodOf, notesOf, sentenceOf, sourcesOf } from './words.ts';

/** How far and how high is it from one city to its county, and which townships stand at the end of the way? */
export interface PairingMapInput {
  readonly journey: Journey;
  /** All pairings of the programme; alone unless told. */
  readonly among?: readonly Journey[];
  readonly waters: Waters | null;
  readonly links: Links;
  readonly words: PlaceWords;
  /** Where the document says who is paired, as readers cite it. */
  readonly cited: string;
  readonly name: string;
  readonly title: string;
  /** What is tied to the threads; nothing unless told. */
  readonly knots?: readonly Knot[];
}

/** The map as a figure, wide and for the phone. Without coordinates or waters it is a schematic ribbon that says so. */
export function pairingMap({
  journey,
  among = [journey],
  waters,
  links,
  words,
  cited,
  name,
  title,
  knots = [],
}: PairingMapInput): Figure {
  const known = knownOf(journey, among);
  const [wide, phone] = [layoutWide(journey, waters, known, listName(words)), layoutPhone(journey, waters, known)];
  const sentence = sentenceOf(journey, words, known);
  const thirds = townshipsOf(journey);
  const desc = thirds.length > 0 ? `${sentence}${thirds.map(({ place }) => place.name).join('、')}。` : sentence;
  const ends = among.flatMap(({ threads }) => threads.map(({ place }) => place));
  const [renamed, coded] = [ends.some(({ name_today }) => name_today), ends.some(({ code }) => code)];
  const table = {
    columns: [
      { key: 'township', label: thirds.length > 0 ? (words.third?.noun ?? '') : words.receiver.noun },
      ...(renamed ? [{ key: 'name_today', label: '今名' }] : []),
      ...(coded ? [{ key: 'code', label: '代码' }] : []),
    ],
    rows: journey.threads.map(({ place }) => [
      place.name,
      ...(renamed ? [nameToday(place)] : []),
      ...(coded ? [place.code?.value ?? null] : []),
    ]),
  };
  const notes = [...notesOf(journey, wide.strip, phone.strip, words, known), ...knotNotes(knots, [journey], words)];
  return figure(
    {
      name,
      title,
      sentence,
      table,
      notes,
      method: methodOf(journey, words),
      sources: sourcesOf(journey, waters && { ...waters, features: [...wide.shown, ...phone.shown] }, cited, known),
    },
    [wide, phone].map((layout) => ({ ...drawPairing(layout, journey, { links, list: listName(words), knots }), desc })),
  );
}
