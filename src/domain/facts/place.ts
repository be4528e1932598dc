import { EARTH_RADIUS_KM, PRINTED_KM, printedKm } from '../places/geography.ts';
import type { Journey } from '../places/journey.ts';
import { heightStep, nameToday, type Place, printedHeight, seatWord } from '../places/place.ts';
import { townshipsOf } from '../places/townships.ts';
import type { PlaceWord } from '../programme/place-words.ts';
import type { Fact } from './fact.ts';

/** A number of metres, below sea level with the sign of numbers and not a hyphen. */
const signed = (metres: number): string => String(metres).replace('-', '−');

/** Codes, coordinates and heights: facts from outside the document, each with its source. */
export function placeFacts(place: Place): Fact[] {
  const subject = { kind: 'place' as const, id: place.id };
  const name = nameToday(place);
  const { code, position, elevation } = place;
  const seat = `${name}${seatWord(place)}`;
  const height = printedHeight(place);
  const outside = (source: string) => ({ kind: 'outside' as const, source });
  const facts: Fact[] = [];
  if (code) {
    facts.push({
      id: `${place.id}-code`,
      subject,
      label: `${name}的区划代码`,
      value: code.value,
      unit: '',
      sentence: `${name}的区划代码是${code.value}。`,
      basis: outside(code.source),
    });
  }
  if (position) {
    for (const [what, word, value] of [
      ['longitude', '东经', position.lon],
      ['latitude', '北纬', position.lat],
    ] as const) {
      facts.push({
        id: `${place.id}-${what}`,
        subject,
        label: `${seat}的${word}`,
        value,
        unit: '度',
        sentence: `${seat}在${word}${value}度（${position.datum}，取到两位小数）。`,
        basis: outside(position.source),
      });
    }
  }
  if (elevation && height !== null) {
    facts.push({
      id: `${place.id}-elevation`,
      subject,
      label: `${seat}的海拔`,
      value: height,
      unit: '米',
      approximate: true,
      sentence: `${seat}海拔约${signed(height)}米。`,
      basis: outside(`${elevation.source}；取整到${heightStep(place)}米`),
    });
  }
  return facts;
}

/** The id of the fact how many places of the third level a receiver has in the pairings. */
export const townshipsFactId = (county: string) => `${county}-townships`;

/** How many places of the third level lie in a receiver, told once for all who help it. */
function townshipsFact(journeys: readonly Journey[], { measure, noun }: PlaceWord): Fact[] {
  const [first] = journeys;
  const names = [...new Map(journeys.flatMap((j) => townshipsOf(j).map(({ place }) => [place.id, place.name])))];
  if (!first || names.length === 0) return [];
  const { county } = first;
  const value = names.length;
  const givers = [...new Set(journeys.map(({ city }) => city.name))].join('、');
  return [
    {
      id: townshipsFactId(county.id),
      subject: { kind: 'pairing', id: first.city.id },
      label: `${county.name}结对的${noun}`,
      value,
      unit: measure,
      sentence: `${givers}结对${county.name}的${value}${measure}${noun}。`,
      basis: {
        kind: 'derived',
        steps: [{ expression: names.map(([, name]) => name).join('、'), result: `${value}${measure}` }],
        from: [],
      },
    },
  ];
}

/** How far and how high: derived from coordinates and heights. `third`: what the places of the third level are called. */
export function journeyFacts(journey: Journey, journeys: readonly Journey[], third: PlaceWord | null): Fact[] {
  const { city, county, distance, climb } = journey;
  const subject = { kind: 'pairing' as const, id: city.id };
  const pair = `${city.name}到${county.name}${seatWord(county)}`;
  const ofReceiver = journeys.filter((j) => j.county.id === county.id);
  const facts: Fact[] = third && ofReceiver[0] === journey ? townshipsFact(ofReceiver, third) : [];
  if (distance !== null) {
    const rounded = printedKm(distance);
    facts.push({
      id: `${journey.id}-distance`,
      subject,
      label: `${pair}的球面距离`,
      value: rounded,
      unit: '公里',
      approximate: true,
      sentence: `${pair}的球面距离约${rounded}公里，由两地的坐标算出。`,
      basis: {
        kind: 'derived',
        steps: [
          {
            expression: `(${city.position?.lon}°, ${city.position?.lat}°) → (${county.position?.lon}°, ${county.position?.lat}°)，大圆弧，地球平均半径${EARTH_RADIUS_KM}公里`,
            result: `约${Math.round(distance)}公里`,
          },
          { expression: `各处来源的点相差可达5公里，取整到${PRINTED_KM}公里`, result: `约${rounded}公里` },
        ],
        from: [city, county].flatMap((p) => [`${p.id}-longitude`, `${p.id}-latitude`]),
      },
    });
  }
  if (climb !== null) {
    const [from, to] = [printedHeight(city) ?? 0, printedHeight(county) ?? 0];
    const step = Math.max(heightStep(city), heightStep(county));
    facts.push({
      id: `${journey.id}-climb`,
      subject,
      label: `${pair}的海拔差`,
      value: climb,
      unit: '米',
      approximate: true,
      sentence: `${pair}，海拔${climb < 0 ? '降低' : '升高'}约${Math.abs(climb)}米。`,
      basis: {
        kind: 'derived',
        steps: [
          { expression: `约${signed(to)}米 − 约${signed(from)}米`, result: `约${signed(to - from)}米` },
          ...(to - from === climb
            ? []
            : [{ expression: `两个高度里较粗的取整到${step}米，差也一样`, result: `约${signed(climb)}米` }]),
        ],
        from: [`${county.id}-elevation`, `${city.id}-elevation`],
      },
    });
  }
  return facts;
}
