import { EARTH_RADIUS_KM, PRINTED_KM, printedKm } from '../places/geography.ts';
import type { Journey } from '../places/journey.ts';
import { heightStep, nameToday, type Place, printedHeight, seatWord } from '../places/place.ts';
import type { Fact } from './fact.ts';

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
      sentence: `${seat}海拔约${height}米。`,
      basis: outside(`${elevation.source}；取整到${heightStep(place)}米`),
    });
  }
  return facts;
}

/** How far and how high: derived from coordinates and heights. */
export function journeyFacts(journey: Journey): Fact[] {
  const { city, county, distance, climb } = journey;
  const subject = { kind: 'pairing' as const, id: city.id };
  const pair = `${city.name}到${county.name}${seatWord(county)}`;
  const facts: Fact[] = [
    {
      id: `${county.id}-townships`,
      subject,
      label: `${county.name}结对的乡镇`,
      value: journey.threads.length,
      unit: '个',
      sentence: `${city.name}结对${county.name}的${journey.threads.length}个乡镇。`,
      basis: {
        kind: 'derived',
        steps: [
          { expression: journey.threads.map((t) => t.place.name).join('、'), result: `${journey.threads.length}个` },
        ],
        from: [],
      },
    },
  ];
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
          { expression: `约${to}米 − 约${from}米`, result: `约${to - from}米` },
          ...(to - from === climb
            ? []
            : [{ expression: `两个高度里较粗的取整到${step}米，差也一样`, result: `约${climb}米` }]),
        ],
        from: [`${county.id}-elevation`, `${city.id}-elevation`],
      },
    });
  }
  return facts;
}
