import type { Water } from '#domain/places/waters.ts';
import type { Form } from '../../kit/figure.ts';
import { mapEdge } from '../../kit/name-list.ts';
import { type Box, clipLine } from '../../kit/polyline.ts';
import { heightAt, numbers, strandCourse } from '../../kit/ribbon.ts';
import { element, root, text } from '../../kit/svg.ts';
import { lakePath, riverPath, type WaterView } from '../../kit/waters.ts';
import type { RiverMapInput } from '../types.ts';
import { pairName, riverMapDescription } from '../words.ts';
import { endBars, foot, graticule, nameList, pairLinks, ruler, waterNames } from './furniture.ts';
import { SIZE } from './labels.ts';
import { SWATCH } from './list.ts';
import type { WideRibbon } from './types.ts';
import { layoutRiverMapWide, WIDTH, type WideRiverMap } from './wide.ts';

/** px of a river: the strong ones, the fine ones, and the cut of paper under both where they cross the cloth. */
const RIVER = { strong: 1.6, fine: 1, cut: 3.4 };

/** The drawing, from the ground up. Links stand in the journeys' order: first all threads, then, above the rivers, the pairs. */
export function drawWide(map: WideRiverMap, input: RiverMapInput): string {
  const { name, title, journeys, wide } = input;
  const size = { width: WIDTH, height: wide.height, class: 'river-map' };
  const rivers = riverPaths(map, input, wide.extent);
  return root(
    `${name}-wide`,
    size,
    title,
    riverMapDescription(journeys),
    [
      graticule(map, input),
      rivers.ground,
      mapEdge(wide.extent),
      nameList(map),
      map.ribbons.map((ribbon) => ribbonMarkup(ribbon, map, input)).join(''),
      rivers.above,
      endBars(map, input),
      waterNames(map),
      pairLinks(map, input),
      ruler(map, input),
      foot(map, input),
    ].join(''),
  );
}

/** Lakes and the rivers that run under the cloth; the rivers above it, each with a quiet cut of paper. */
function riverPaths({ bow }: WideRiverMap, { waters, wide }: RiverMapInput, box: Box) {
  const { major, under, south, north } = wide.waters;
  const view: WaterView = { project: bow.project, box, tolerance: 1.1, smallest: 34, step: 0.05 };
  // A row of latitudes is a flaring band on this map: cut in degrees, before projecting.
  const inside = (river: Water): Water => ({
    ...river,
    geometry: { type: 'MultiLineString', coordinates: rows(river, south, north) },
  });
  const features = (kind: 'river' | 'lake') => waters.features.filter(({ properties }) => properties.kind === kind);
  const paths = (wanted: (name: string) => boolean) =>
    features('river')
      .filter(({ properties }) => wanted(properties.name))
      .map((river) => riverPath(inside(river), view))
      .join('');
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
          .map((lake) => lakePath(lake, { ...view, tolerance: 0.7 }))
          .join(''),
        fill: 'var(--lake)',
      }) + below.map((river) => path({ ...river, ...stroke })).join(''),
    above: element(
      'g',
      { ...stroke, 'pointer-events': 'none' },
      path({ d: `${fine}${strong}`, stroke: 'var(--paper)', 'stroke-width': RIVER.cut }) +
        path({ d: fine, 'stroke-width': RIVER.fine }) +
        path({ d: strong, 'stroke-width': RIVER.strong }),
    ),
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
        href: links.township(thread.place.id),
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

/** The wide form as one whole `<svg>`. */
export function drawRiverMapWide(input: RiverMapInput): Form {
  const { height } = input.wide;
  return { kind: 'wide', width: WIDTH, height, svg: drawWide(layoutRiverMapWide(input), input) };
}
