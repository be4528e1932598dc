import { range } from 'd3';
import type { GuideKind, Water } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { number } from '#format/number.ts';
import { pairName } from '#format/pair-name.ts';
import { SCHEMATIC } from '#format/status.ts';
import { type Drawing, threadLink } from '../../kit/figure.ts';
import { type Box, clipLine, type Point, simplify } from '../../kit/geometry.ts';
import { drawKnots, placeKnots } from '../../kit/knots.ts';
import {
  lakePath,
  listHeading,
  listName,
  mapEdge,
  nameFrame,
  riverPath,
  WAY_NAME,
  type WaterView,
  wayNames,
  waysIn,
  waysMarkup,
} from '../../kit/map.ts';
import { numbers, polylinePath } from '../../kit/path.ts';
import { element, halo, n, SERIF, text } from '../../kit/svg.ts';
import type { RiverMapInput } from '../types.ts';
import { riverMapDescription } from '../words.ts';
import {
  coursesOf,
  type Label,
  layoutRiverMapWide,
  SIZE,
  takenBoxes,
  WIDTH,
  type WideRibbon,
  type WideRiverMap,
} from './layout.ts';
import { GROUP, SWATCH } from './list.ts';
import { heightAt, strandCourse } from './ribbon.ts';

/** px of a river: the strong ones, the fine ones, and the cut of paper under both where they cross the cloth. */
const RIVER = { strong: 1.6, fine: 1, cut: 3.4 };

/** The wide form, from the ground up. Links stand in the journeys' order: first all threads, then, above the rivers, the pairs. */
export function drawRiverMapWide(input: RiverMapInput, map = layoutRiverMapWide(input)): Drawing {
  const { journeys, wide, words, knots = [] } = input;
  const rivers = riverPaths(map, input, wide.extent);
  return {
    kind: 'wide',
    class: 'river-map',
    width: WIDTH,
    height: map.height,
    desc: riverMapDescription(journeys, words),
    body: [
      graticule(map, input),
      rivers.ground,
      mapEdge(wide.extent),
      nameList(map, input.words),
      map.ribbons.map((ribbon) => ribbonMarkup(ribbon, map, input)).join(''),
      rivers.above,
      endBars(map, input),
      waterNames(map, input),
      pairLinks(map, input),
      ruler(map, input),
      foot(map, input),
      drawKnots(placeKnots(knots, coursesOf(map), takenBoxes(map, wide), WIDTH)),
    ].join(''),
  };
}

/** Lakes and the rivers that run under the cloth; the rivers above it, each with a quiet cut of paper. */
function riverPaths({ bow }: WideRiverMap, { waters, wide }: RiverMapInput, box: Box) {
  const { major, under, south, north } = wide.waters;
  const view: WaterView = { project: bow.project, box, tolerance: 1.5, smallest: 34, step: 0.05 };
  // A row of latitudes is a flaring band on this map: cut in degrees, before projecting.
  const inside = (river: Water): Water => ({
    ...river,
    geometry: { type: 'MultiLineString', coordinates: rows(river, south, north) },
  });
  const features = (kind: GuideKind) => waters.features.filter(({ properties }) => properties.kind === kind);
  const paths = (wanted: (name: string) => boolean) =>
    features('river')
      .filter(({ properties }) => wanted(properties.name))
      .map((river) => riverPath(inside(river), view))
      .join('');
  // Under the cloth, all of them: a railway runs along a whole way.
  const ways = waysIn(waters, (way) => riverPath(inside(way), view));
  const width = (strong: boolean) => (strong ? RIVER.strong : RIVER.fine);
  const stroke = { fill: 'none', stroke: 'var(--water)', 'stroke-linejoin': 'round' };
  const below = [true, false].map((strong) => ({
    'stroke-width': width(strong),
    d: paths((name) => under.includes(name) && major.includes(name) === strong),
  }));
  const [strong, fine] = [true, false].map((s) => paths((name) => !under.includes(name) && major.includes(name) === s));
  const path = (attributes: { d: string | undefined; [key: string]: string | number | undefined }) =>
    attributes.d ? element('path', attributes) : '';
  return {
    ground:
      path({
        d: features('lake')
          .map((lake) => lakePath(lake, { ...view, tolerance: 1.8 }))
          .join(''),
        fill: 'var(--lake)',
      }) +
      below.map((river) => path({ ...river, ...stroke })).join('') +
      waysMarkup(ways),
    above:
      fine || strong
        ? element(
            'g',
            { ...stroke, 'pointer-events': 'none' },
            path({
              d: `${fine}${strong}`,
              stroke: 'var(--paper)',
              'stroke-width': RIVER.cut,
            }) +
              path({ d: fine, 'stroke-width': RIVER.fine }) +
              path({ d: strong, 'stroke-width': RIVER.strong }),
          )
        : '',
  };
}

/** The pieces of a river between two parallels. */
function rows({ geometry }: Water, south: number, north: number): [number, number][][] {
  const lines =
    geometry.type === 'LineString' ? [geometry.coordinates] : (geometry.coordinates as [number, number][][]);
  return lines.flatMap((line) =>
    clipLine(line, { left: -360, right: 360, top: south, bottom: north }).map((piece) =>
      piece.map(([x, y]): [number, number] => [x, y]),
    ),
  );
}

/** One link a township: strand, swatch, name. Where strands run over an earlier ribbon, paper lies under them. */
function ribbonMarkup(ribbon: WideRibbon, { labels, list }: WideRiverMap, { links, wide }: RiverMapInput): string {
  const { journey, pieces, tail, strands, city } = ribbon;
  const { pitch, strand } = wide.ribbon;
  const paper = strands
    .flatMap(({ over, shift }) =>
      over.map(({ from, to }) => [from, to].map((x) => [x, (heightAt(pieces, x) ?? 0) + shift])),
    )
    .map(([a = [], b = []]) => `M${numbers(a)}l${numbers(b.map((value, i) => value - (a[i] ?? 0)))}`)
    .join('');
  const threads = strands.map(({ thread, shift, under, fan }) => {
    const [, ...curve] = fan;
    const [x, y] = fan[3];
    const name = labels.find((label) => label.of === thread.place.id);
    const swatch = {
      x: list.side === -1 ? x - SWATCH.width : x,
      y: y - SWATCH.height / 2,
      width: SWATCH.width,
      height: SWATCH.height,
    };
    const row = {
      class: 'hit',
      x: list.frame.left + 4,
      y: y - wide.townships.row / 2,
      width: list.frame.right - list.frame.left - 8,
      height: wide.townships.row,
      fill: 'none',
      stroke: 'none',
      'pointer-events': 'all',
    };
    const start = numbers([city[0], city[1] + shift]);
    return element(
      'a',
      {
        href: threadLink(links, journey, thread),
        class: 'thread',
        'aria-label': `${thread.place.name}，${pairName(journey)}`,
        stroke: `var(--l${thread.stripe})`,
        fill: `var(--s${thread.stripe})`,
      },
      element('path', {
        class: 'strand',
        fill: 'none',
        d: `M${start}${strandCourse(pieces, under)}${strandCourse(tail)}C${numbers(curve.flat())}`,
      }) +
        element('rect', row) +
        element('rect', { class: 'swatch', stroke: 'none', ...swatch }) +
        (name ? text(name.x, name.y, name.text, { class: 'label', stroke: 'none', fill: 'var(--ink)' }) : ''),
    );
  });
  const rank = {
    'text-anchor': list.side === -1 ? 'end' : undefined,
    'font-size': SIZE.township,
    'stroke-width': strand,
  };
  const cut = paper && element('path', { d: paper, stroke: 'var(--paper)', 'stroke-width': pitch + 0.4 });
  return cut + element('g', rank, threads.join(''));
}

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
      .map((piece) => polylinePath(simplify(piece, 0.8)))
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
export function nameList({ list }: WideRiverMap, words: PlaceWords): string {
  const { frame, groups, side } = list;
  const outer = side === -1 ? frame.left + 10 + GROUP.size / 2 : frame.right - 10 - GROUP.size / 2;
  const names = groups.flatMap(({ journey, rows }) => {
    const [first, last] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
    if ([...journey.county.name].length * GROUP.size > last - first + 14) return [];
    return text(outer, (first + last) / 2, journey.county.name, { fill: `var(--h${journey.hue})` });
  });
  const upright = {
    ...SERIF,
    'font-size': GROUP.size,
    'writing-mode': 'vertical-rl',
    'text-anchor': 'middle',
  };
  return (
    nameFrame(frame) +
    listHeading(frame.left + 12, frame.top + 26, listName(words), 2) +
    element('g', upright, names.join(''))
  );
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
export function waterNames({ labels }: WideRiverMap, { waters }: Pick<RiverMapInput, 'waters'>): string {
  const ways = wayNames(waters);
  const of = (kind: Label['kind'], attributes: Record<string, string | number>, way = false) => {
    const names = labels
      .filter((label) => label.kind === kind && ways.has(label.text) === way)
      .map((label) => write(label));
    return names.length ? element('g', { ...attributes, 'font-size': SIZE[kind] }, names.join('')) : '';
  };
  const slanted = { 'font-style': 'italic', fill: 'var(--water-text)' };
  const names =
    of('water', slanted) +
    of('river', { ...slanted, 'font-weight': 600 }) +
    of('water', WAY_NAME, true) +
    of('river', WAY_NAME, true) +
    of('degree', { fill: mute });
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
  return element('g', { ...SERIF, 'font-size': SIZE.place, ...halo(5) }, pairs.join(''));
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
export function foot({ bow, labels, lower }: WideRiverMap, { wide }: RiverMapInput): string {
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
    text(wide.note.x, wide.note.y + lower, noteWords(bow.ratio, wide.ruler.every), {
      fill: mute,
      'font-size': SIZE.note,
    })
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
