import type { Fact } from '../fact.ts';
import { EARTH_RADIUS_KM, riverNames } from '../geography.ts';
import type { Journey } from '../journey.ts';
import { nameToday, type Place } from '../place.ts';

/** Codes, coordinates and heights: facts from outside the document, each with its source. */
export function placeFacts(place: Place): Fact[] {
  const subject = { kind: 'place' as const, id: place.id };
  const name = nameToday(place);
  const { code, position, elevation } = place;
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
        label: `${name}中心点的${word}`,
        value,
        unit: '度',
        sentence: `${name}中心点在${word}${value}度（${position.datum}）。`,
        basis: outside(position.source),
      });
    }
  }
  if (elevation) {
    const approximate = elevation.approximate === true;
    facts.push({
      id: `${place.id}-elevation`,
      subject,
      label: `${name}的海拔`,
      value: elevation.metres,
      unit: '米',
      approximate,
      sentence: `${name}海拔${approximate ? '约' : ''}${elevation.metres}米。`,
      basis: outside(elevation.source),
    });
  }
  return facts;
}

/** How far, how high, over which rivers: derived from coordinates, heights and the river data. */
export function journeyFacts(journey: Journey): Fact[] {
  const { city, county, distance, climb, crossings } = journey;
  const subject = { kind: 'pairing' as const, id: city.id };
  const pair = `${city.name}到${county.name}`;
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
    const rounded = Math.round(distance);
    facts.push({
      id: `${journey.id}-distance`,
      subject,
      label: `${pair}的球面距离`,
      value: rounded,
      unit: '公里',
      approximate: true,
      sentence: `${pair}的球面距离约${rounded}公里，由两地中心点的坐标算出。`,
      basis: {
        kind: 'derived',
        steps: [
          {
            expression: `(${city.position?.lon}°, ${city.position?.lat}°) → (${county.position?.lon}°, ${county.position?.lat}°)，大圆弧，地球平均半径${EARTH_RADIUS_KM}公里`,
            result: `${distance.toFixed(1)}公里`,
          },
          { expression: `${distance.toFixed(1)}公里，取整`, result: `${rounded}公里` },
        ],
        from: [city, county].flatMap((p) => [`${p.id}-longitude`, `${p.id}-latitude`]),
      },
    });
  }
  if (climb !== null) {
    const approximate = (city.elevation?.approximate ?? false) || (county.elevation?.approximate ?? false);
    facts.push({
      id: `${journey.id}-climb`,
      subject,
      label: `${pair}的海拔差`,
      value: climb,
      unit: '米',
      approximate,
      sentence: `${pair}，海拔${climb < 0 ? '降低' : '升高'}${approximate ? '约' : ''}${Math.abs(climb)}米。`,
      basis: {
        kind: 'derived',
        steps: [{ expression: `${county.elevation?.metres}米 − ${city.elevation?.metres}米`, result: `${climb}米` }],
        from: [`${county.id}-elevation`, `${city.id}-elevation`],
      },
    });
  }
  if (crossings !== null) {
    const rivers = riverNames(crossings);
    facts.push({
      id: `${journey.id}-rivers`,
      subject,
      label: `${pair}跨过的江河`,
      value: rivers.length,
      unit: '条',
      sentence: `从${pair}的大圆线跨过${rivers.length}条江河${rivers.length ? `：${rivers.join('、')}` : ''}。河流数据约1公里精度，起点所在的河不计。`,
      basis: {
        kind: 'derived',
        steps: [
          ...crossings.map((c) => ({ expression: c.river, result: `离起点约${Math.round(c.from)}公里` })),
          { expression: '不同的江河', result: `${rivers.length}条` },
        ],
        from: [`${journey.id}-distance`],
      },
    });
  }
  return facts;
}
