import type { PlaceWords } from '#domain/programme/place-words.ts';
import { counted, countsOf } from '#format/counted.ts';
import { pairName } from '#format/pair-name.ts';
import { type Drawing, threadLink } from '../../kit/figure.ts';
import { drawKnots, placeKnots } from '../../kit/knots.ts';
import {
  lakePath,
  listHeading,
  listName,
  mapEdge,
  nameFrame,
  riverPath,
  WAY_NAME,
  wayNames,
  waysIn,
  waysMarkup,
} from '../../kit/map.ts';
import { distanceWords } from '../../kit/place-words.ts';
import { element, n, SERIF, text } from '../../kit/svg.ts';
import {
  coursesOf,
  layoutRiverMapPhone,
  lensProjection,
  MARGIN,
  type PhoneLabel,
  type PhoneRibbon,
  type RiverMapPhoneInput,
  type RiverMapPhonePlan,
  takenBoxes,
} from './layout.ts';
import { strandPath, type WovenPiece, weftPath } from './ribbons.ts';

/** Who helps whom, which rivers lie between, which townships: the river map for a narrow screen, from below upward. */

/** The phone form of the river map; no heading inside, the note 示意图 inside. */
export function drawRiverMapPhone(input: RiverMapPhoneInput, plan = layoutRiverMapPhone(input)): Drawing {
  return {
    kind: 'phone',
    id: 'p',
    class: 'river-map',
    width: plan.width,
    height: plan.bottom - plan.top,
    y: plan.top,
    desc: describe(plan, input.words),
    body:
      ground(plan, input.words) +
      lakes(input) +
      ways(input) +
      cloth(plan, input) +
      rivers(plan, input) +
      bars(plan) +
      words(plan, input) +
      drawKnots(placeKnots(input.knots ?? [], coursesOf(plan), takenBoxes(plan, input), plan.width)),
  };
}

function describe({ ribbons }: RiverMapPhonePlan, { third }: PlaceWords): string {
  const pairs = ribbons.map(({ journey, distance }) => {
    const { thirds } = countsOf([journey]);
    const way = distance ? `${distanceWords(journey)}，` : '';
    return `${pairName(journey)}，${way}${third && thirds > 0 ? counted(thirds, third) : ''}`;
  });
  return `${pairs.join('；')}。`;
}

/** The edge of the geography and the framed list above it. */
function ground({ frame, extent }: RiverMapPhonePlan, words: PlaceWords): string {
  return mapEdge(extent) + nameFrame(frame) + listHeading(frame.left + 11, frame.top + 22, listName(words));
}

/** The two maps as views: where their water lies and how fine it is drawn. */
function views({ phone }: RiverMapPhoneInput) {
  return [phone.above, phone.below].map((lens) => ({
    project: lensProjection(lens),
    box: { left: 1, right: phone.width - 1, top: lens.top, bottom: lens.bottom },
    tolerance: 1.5,
    smallest: 12,
  }));
}

/** Railways and roads, in both maps. */
const ways = (input: RiverMapPhoneInput): string =>
  waysMarkup(views(input).flatMap((view) => waysIn(input.waters, (way) => riverPath(way, view))));

function lakes(input: RiverMapPhoneInput): string {
  const water = input.waters.features.filter(({ properties }) => properties.kind === 'lake');
  const d = views(input)
    .flatMap((view) => water.map((lake) => lakePath(lake, { ...view, tolerance: 2.2 })))
    .join('');
  return d && element('path', { fill: 'var(--lake)', d });
}

/** All ribbons in the journeys' order: a later one is woven into the earlier ones it crosses. */
function cloth(plan: RiverMapPhonePlan, { links, phone }: RiverMapPhoneInput): string {
  const { swatch, size } = plan;
  const threads = plan.ribbons.map((ribbon) => {
    const anchors = ribbon.threads.map(({ thread, strand, woven, column }) => {
      const { place, stripe } = thread;
      const parts =
        element('path', { class: 'strand', d: strandPath(strand) }) +
        weave(woven, { class: 'strand' }) +
        element('rect', {
          class: 'swatch',
          x: column - swatch.width / 2,
          y: swatch.y,
          width: swatch.width,
          height: swatch.height,
          fill: `var(--s${stripe})`,
          stroke: 'none',
        }) +
        text(column, swatch.y - 6 - [...place.name].length * size, place.name, {
          class: 'label',
          fill: 'var(--ink)',
          stroke: 'none',
        });
      return element(
        'a',
        { class: 'thread', href: threadLink(links, ribbon.journey, thread), stroke: `var(--l${stripe})` },
        parts,
      );
    });
    return casing(ribbon, phone.pitch) + anchors.join('');
  });
  return element(
    'g',
    { fill: 'none', 'stroke-width': phone.thread, 'font-size': size, 'writing-mode': 'vertical-rl' },
    threads.join(''),
  );
}

/** Paper under the woven pieces of a ribbon, so that it cuts the one below. */
function casing({ threads }: PhoneRibbon, pitch: number): string {
  const pieces = weave(
    threads.flatMap(({ woven }) => woven),
    {},
  );
  return pieces && element('g', { stroke: 'var(--paper)', 'stroke-width': pitch }, pieces);
}

/** Dashed pieces, those of one dash and phase in one path. */
function weave(pieces: readonly WovenPiece[], attributes: Record<string, string>): string {
  const kinds = new Map<string, WovenPiece[]>();
  for (const piece of pieces) {
    const key = `${n(Math.round(piece.dash * 10) / 10)} ${piece.over}`;
    kinds.set(key, [...(kinds.get(key) ?? []), piece]);
  }
  return [...kinds.entries()]
    .map(([key, kind]) => {
      const dash = key.split(' ')[0] ?? '';
      const d = kind.map(({ from, to }) => strandPath({ start: from, segments: [{ kind: 'line', to }] })).join('');
      return element('path', {
        ...attributes,
        'stroke-dasharray': dash,
        'stroke-dashoffset': kind[0]?.over ? undefined : dash,
        d,
      });
    })
    .join('');
}

/** Rivers of both maps and of the middle; all lie over the cloth but those the layout puts under it. */
function rivers(plan: RiverMapPhonePlan, input: RiverMapPhoneInput): string {
  const main = new Set(input.phone.main_rivers);
  const of = (strong: boolean) =>
    input.waters.features
      .filter(({ properties }) => properties.kind === 'river' && main.has(properties.name) === strong)
      .flatMap((river) => views(input).map((view) => riverPath(river, view)))
      .concat(plan.wefts.filter(({ river }) => main.has(river) === strong).map(({ points }) => weftPath(points)))
      .join('');
  const [thin, strong] = [of(false), of(true)];
  const path = (d: string, stroke: string, width: number) => d && element('path', { stroke, 'stroke-width': width, d });
  const drawn =
    path(thin + strong, 'var(--paper)', 3.4) + path(thin, 'var(--water)', 1) + path(strong, 'var(--water)', 1.7);
  return drawn && element('g', { fill: 'none', 'stroke-linejoin': 'round' }, drawn);
}

function bars({ ribbons }: RiverMapPhonePlan): string {
  const d = ribbons.flatMap(({ ribbon: { from, to, count, pitch } }) => {
    const wide = count * pitch + 3;
    return [from, to].map(([x, y]) => `M${n(x - wide / 2)} ${n(y)}h${n(wide)}`);
  });
  return element('path', { stroke: 'var(--ink)', 'stroke-width': 3.6, d: d.join('') });
}

const HALO = { 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-linejoin': 'round' };
const word = ({ text: content, x, y, size, anchor }: PhoneLabel, more = {}) =>
  text(x, y, content, { 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor, ...more });

/** Everything written on the phone form but the names of the rank: waters, places, distances, regions, notes. */
export function words(plan: RiverMapPhonePlan, { phone, links, waters }: RiverMapPhoneInput): string {
  const written = [
    ...plan.wefts.flatMap(({ name }) => name ?? []),
    ...phone.names.map((name) => ({ ...name, size: name.size ?? 13 })),
  ];
  const roads = wayNames(waters);
  const water = written.filter(({ text }) => !roads.has(text));
  const ways = written.filter(({ text }) => roads.has(text));
  const lenses = [phone.above, phone.below].map(({ name, ruler, scale }) => {
    const { km, x, y } = ruler;
    return (
      word({ ...name, size: 15 }, { ...SERIF, 'font-weight': 700, 'letter-spacing': '.15em' }) +
      element('path', { d: `M${n(x)} ${n(y - 4)}v4h${n(km * scale)}v-4`, fill: 'none', stroke: 'var(--mute)' }) +
      word({ text: `${km}公里`, x, y: y + 15, size: 12, anchor: 'start' })
    );
  });
  const named = new Set<string>();
  const places = plan.ribbons.map(({ journey, cityName, countyName }) => {
    const names = [...(named.has(journey.city.id) ? [] : [cityName]), countyName];
    named.add(journey.city.id);
    return element(
      'a',
      {
        href: links.pairing(journey.city.id),
        class: 'thread',
        fill: `var(--h${journey.hue})`,
      },
      names.map((name) => word(name, { class: 'label' })).join(''),
    );
  });
  const distances = plan.ribbons.flatMap(({ distance, journey }) =>
    distance ? word(distance, { fill: `var(--h${journey.hue})` }) : [],
  );
  return (
    (water.length > 0
      ? element(
          'g',
          { ...HALO, 'stroke-width': 4, 'font-style': 'italic', fill: 'var(--water-text)' },
          water.map((label) => word(label, label.size > 13 ? { 'font-weight': 600 } : {})).join(''),
        )
      : '') +
    (ways.length > 0
      ? element('g', { ...HALO, 'stroke-width': 4, ...WAY_NAME }, ways.map((label) => word(label)).join(''))
      : '') +
    element('g', { ...HALO, ...SERIF, 'stroke-width': 5 }, places.join('')) +
    element('g', { ...HALO, 'stroke-width': 4 }, distances.join('')) +
    element(
      'g',
      { fill: 'var(--mute)' },
      lenses.join('') +
        plan.notes.map((note, i) => text(MARGIN, phone.notes + i * 18, note, { 'font-size': 12 })).join(''),
    )
  );
}
