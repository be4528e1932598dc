import { element, n, text } from '../../kit/svg.ts';
import { MARGIN, type RiverMapPhonePlan } from './layout.ts';
import type { PhoneLabel, RiverMapPhoneInput } from './types.ts';

const SERIF = { 'font-family': 'var(--serif)', 'font-weight': 900 };
const HALO = { 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-linejoin': 'round' };
const word = ({ text: content, x, y, size, anchor }: PhoneLabel, more = {}) =>
  text(x, y, content, { 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor, ...more });

/** Everything written on the phone form but the names of the rank: waters, places, distances, regions, notes. */
export function words(plan: RiverMapPhonePlan, { phone, links }: RiverMapPhoneInput): string {
  const water = [
    ...plan.wefts.flatMap(({ name }) => name ?? []),
    ...phone.names.map((name) => ({ ...name, size: name.size ?? 13 })),
  ];
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
    element(
      'g',
      { ...HALO, 'stroke-width': 4, 'font-style': 'italic', fill: 'var(--water-text)' },
      water.map((label) => word(label, label.size > 13 ? { 'font-weight': 600 } : {})).join(''),
    ) +
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
