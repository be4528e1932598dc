import { range } from 'd3';
import { number } from '#format/number.ts';
import { SCHEMATIC } from '#format/status.ts';
import { listHeading, nameFrame } from '../../kit/name-list.ts';
import { clipLine, type Point, pathOf, simplify } from '../../kit/polyline.ts';
import { element, n, text } from '../../kit/svg.ts';
import type { RiverMapInput } from '../types.ts';
import { type Label, SIZE } from './labels.ts';
import { GROUP } from './list.ts';
import type { WideRiverMap } from './wide.ts';

/** A rim of paper round a text, so that it can stand on rivers and cloth. */
const halo = (width: number) => ({
  'paint-order': 'stroke',
  stroke: 'var(--paper)',
  'stroke-width': width,
  'stroke-linejoin': 'round',
});
const mute = 'var(--mute)';

const write = (label: Label, attributes: Record<string, string | number | undefined> = {}) =>
  text(label.x, label.y, label.text, {
    ...attributes,
    'text-anchor': label.anchor === 'start' ? undefined : label.anchor,
  });

/** Meridians and parallels: how the map is magnified. */
export function graticule({ bow }: WideRiverMap, { wide }: RiverMapInput): string {
  const { projection, waters } = wide;
  const line = (points: Point[]) =>
    clipLine(points, wide.extent)
      .map((piece) => pathOf(simplify(piece, 0.25)))
      .join('');
  const lons = range(projection.west.lon - 4, projection.east.lon + 4, 0.05);
  const meridians = wide.graticule.meridians.map((lon) =>
    line([bow.project(lon, waters.south), bow.project(lon, waters.north)]),
  );
  const parallels = wide.graticule.parallels.map((lat) => line(lons.map((lon) => bow.project(lon, lat))));
  const d = [...meridians, ...parallels].join('');
  return d && element('path', { d, fill: 'none', stroke: 'var(--line)', 'stroke-width': 0.8 });
}

/** The framed list: its paper, its heading, and beside the rows of each county its name, upright where it has room. */
export function nameList({ list }: WideRiverMap): string {
  const { frame, groups, side } = list;
  const outer = side === -1 ? frame.left + 10 + GROUP.size / 2 : frame.right - 10 - GROUP.size / 2;
  const names = groups.flatMap(({ journey, rows }) => {
    const [first, last] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
    if ([...journey.county.name].length * GROUP.size > last - first + 14) return [];
    return text(outer, (first + last) / 2, journey.county.name, { fill: `var(--h${journey.hue})` });
  });
  const upright = {
    'font-family': 'var(--serif)',
    'font-weight': 900,
    'font-size': GROUP.size,
    'writing-mode': 'vertical-rl',
    'text-anchor': 'middle',
  };
  return nameFrame(frame) + listHeading(frame.left + 12, frame.top + 26, 2) + element('g', upright, names.join(''));
}

/** A bar of ink where a ribbon begins and where it ends, as long as the ribbon is wide and a little more. */
export function endBars({ ribbons }: WideRiverMap, { wide }: RiverMapInput): string {
  const d = ribbons.flatMap(({ city, county, strands }) => {
    const length = (strands.length - 1) * wide.ribbon.pitch + wide.ribbon.strand + 3;
    return [city, county].map(([x, y]) => `M${n(x)} ${n(y - length / 2)}v${n(length)}`);
  });
  return element('path', { d: d.join(''), stroke: 'var(--ink)', 'stroke-width': 3.6, 'pointer-events': 'none' });
}

/** Names of rivers and lakes, slanted as on maps, and the figures of the parallels. */
export function waterNames({ labels }: WideRiverMap): string {
  const of = (kind: Label['kind'], attributes: Record<string, string | number>) => {
    const names = labels.filter((label) => label.kind === kind).map((label) => write(label));
    return names.length ? element('g', { ...attributes, 'font-size': SIZE[kind] }, names.join('')) : '';
  };
  const slanted = { 'font-style': 'italic', fill: 'var(--water-text)' };
  const names = of('water', slanted) + of('river', { ...slanted, 'font-weight': 600 }) + of('degree', { fill: mute });
  return names && element('g', { ...halo(4), 'pointer-events': 'none' }, names);
}

/** One link a pair: both names on the map and its entry in the list, so that each lights up the other. */
export function pairLinks({ labels }: WideRiverMap, { journeys, links }: RiverMapInput): string {
  const pairs = journeys.map((journey) => {
    const own = labels.filter((label) => label.of === journey.id);
    const names = own.filter(({ kind }) => kind !== 'detail');
    const details = own.filter(({ kind }) => kind === 'detail').map((label) => write(label));
    return (
      element(
        'a',
        {
          href: links.pairing(journey.city.id),
          class: 'thread',
          fill: `var(--h${journey.hue})`,
        },
        names
          .map((label) => write(label, { class: 'label', 'font-size': label.kind === 'pair' ? SIZE.pair : undefined }))
          .join(''),
      ) +
      element(
        'g',
        { fill: mute, 'font-family': 'var(--sans)', 'font-size': SIZE.detail, 'font-weight': 400 },
        details.join(''),
      )
    );
  });
  const serif = { 'font-family': 'var(--serif)', 'font-weight': 900, 'font-size': SIZE.place };
  return element('g', { ...serif, ...halo(5) }, pairs.join(''));
}

/** East–west distances: a tick every so many km, closer in the waist. */
export function ruler({ bow }: WideRiverMap, { wide }: RiverMapInput): string {
  const { y, every } = wide.ruler;
  const ticks = [wide.projection.east.x];
  let km = 0;
  for (let x = wide.projection.east.x; x > wide.extent.left; x -= 0.1) {
    km += 0.1 / bow.scaleAt(x - 0.05);
    if (km >= every * ticks.length) ticks.push(x);
  }
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 0];
  const d = `M${n(first)} ${n(y)}H${n(last)}${ticks.map((x) => `M${n(Math.round(x * 10) / 10)} ${n(y)}v-7`).join('')}`;
  const middle = Math.floor(ticks.length / 2) - 1;
  const named = [...new Set([0, middle, ticks.length - 2])].filter((i) => i >= 0);
  const names = named.map((i) => {
    const centre = ((ticks[i] ?? 0) + (ticks[i + 1] ?? 0)) / 2;
    return text(centre, y - 7, `${number(every)}${i === middle ? '' : '公里'}`);
  });
  return (
    element('path', { d, fill: 'none', stroke: mute }) +
    element('g', { fill: mute, 'font-size': SIZE.note, 'text-anchor': 'middle' }, names.join(''))
  );
}

/** Names of the two ends, and the note that a copied drawing keeps. */
export function foot({ bow, labels }: WideRiverMap, { wide }: RiverMapInput): string {
  const regions = labels.filter(({ kind }) => kind === 'region').map((label) => write(label));
  const heading = {
    fill: mute,
    'font-family': 'var(--serif)',
    'font-weight': 700,
    'font-size': SIZE.region,
    'letter-spacing': '.2em',
  };
  return (
    (regions.length ? element('g', heading, regions.join('')) : '') +
    text(wide.note.x, wide.note.y, noteWords(bow.ratio, wide.ruler.every), { fill: mute, 'font-size': SIZE.note })
  );
}

/** What is true on this map and what is not. */
export function noteWords(ratio: number, every: number): string {
  const times = number(Math.round(ratio * 10) / 10);
  return (
    `${SCHEMATIC}，不绘行政区域界线。上北下南，两端放大为途中的${times}倍，标尺一段${number(every)}公里（东西向）；` +
    '带宽不是实际宽度，线与点为避让略有移开。'
  );
}
