/** Who helps whom, which rivers lie between, which townships: the river map for a narrow screen, from below upward. */
import type { Form } from '../../kit/figure.ts';
import { listHeading, mapEdge, nameFrame } from '../../kit/name-list.ts';
import { strandPath } from '../../kit/slot-ribbons.ts';
import type { WovenPiece } from '../../kit/slot-weave.ts';
import { element, n, root, text } from '../../kit/svg.ts';
import { lakePath, riverPath } from '../../kit/waters.ts';
import { distanceWords } from '../../kit/way-words.ts';
import { weftPath } from '../../kit/weft.ts';
import { layoutRiverMapPhone, lensProjection, type RiverMapPhonePlan } from './layout.ts';
import type { PhoneRibbon, RiverMapPhoneInput } from './types.ts';
import { words } from './words.ts';

export { layoutRiverMapPhone } from './layout.ts';

/** The phone form of the river map; no heading inside, the note 示意图 inside. */
export function drawRiverMapPhone(input: RiverMapPhoneInput): Form {
  const plan = layoutRiverMapPhone(input);
  const height = plan.bottom - plan.top;
  const svg = root(
    `${input.name}-p`,
    { width: plan.width, height, y: plan.top, class: 'river-map' },
    input.title,
    describe(plan),
    ground(plan) + lakes(input) + cloth(plan, input) + rivers(plan, input) + bars(plan) + words(plan, input),
  );
  return { kind: 'phone', width: plan.width, height, svg };
}

function describe({ ribbons }: RiverMapPhonePlan): string {
  const pairs = ribbons.map(({ journey, distance }) => {
    const way = distance ? `${distanceWords(journey)}，` : '';
    return `${journey.city.name}—${journey.county.name}，${way}${journey.threads.length}个乡镇`;
  });
  return `${pairs.join('；')}。`;
}

/** The edge of the geography and the framed list above it. */
function ground({ frame, extent }: RiverMapPhonePlan): string {
  return mapEdge(extent) + nameFrame(frame) + listHeading(frame.left + 11, frame.top + 22);
}

/** The two maps as views: where their water lies and how fine it is drawn. */
function views({ phone }: RiverMapPhoneInput) {
  return [phone.above, phone.below].map((lens) => ({
    project: lensProjection(lens),
    box: { left: 1, right: phone.width - 1, top: lens.top, bottom: lens.bottom },
    tolerance: 1.1,
    smallest: 12,
  }));
}

function lakes(input: RiverMapPhoneInput): string {
  const water = input.waters.features.filter(({ properties }) => properties.kind === 'lake');
  const d = views(input)
    .flatMap((view) => water.map((lake) => lakePath(lake, view)))
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
      return element('a', { class: 'thread', href: links.township(place.id), stroke: `var(--l${stripe})` }, parts);
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
  return element(
    'g',
    { fill: 'none', 'stroke-linejoin': 'round' },
    path(thin + strong, 'var(--paper)', 3.4) + path(thin, 'var(--water)', 1) + path(strong, 'var(--water)', 1.7),
  );
}

function bars({ ribbons }: RiverMapPhonePlan): string {
  const d = ribbons.flatMap(({ ribbon: { from, to, count, pitch } }) => {
    const wide = count * pitch + 3;
    return [from, to].map(([x, y]) => `M${n(x - wide / 2)} ${n(y)}h${n(wide)}`);
  });
  return element('path', { stroke: 'var(--ink)', 'stroke-width': 3.6, d: d.join('') });
}
