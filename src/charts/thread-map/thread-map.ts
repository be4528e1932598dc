import type { Journey } from '#domain/places/journey.ts';
import { isUnit, nameToday } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { endNouns } from '#format/counted.ts';
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { knotNotes } from '../kit/knots.ts';
import { listName } from '../kit/map.ts';
import { namesSources } from '../kit/place-words.ts';
import { drawPhone } from './phone/draw.ts';
import { layoutPhone } from './phone/layout.ts';
import { positioned } from './places.ts';
import type { ThreadMapInput } from './types.ts';
import { drawWide } from './wide/draw.ts';
import { layoutWide, type WideThreadMap } from './wide/layout.ts';
import { sentenceOf } from './words.ts';

/**
 * Who is paired with whom, down to the township? One thread for each township, from its city through its county, and
 * no two threads ever cross. Needs no layout by hand; stands in for the river map where a region has none.
 */
export function threadMap(input: ThreadMapInput): Figure {
  const { journeys, cited, name, title, words, knots = [] } = input;
  const wide = layoutWide(journeys);
  return figure(
    {
      name,
      title,
      sentence: sentenceOf(journeys, words),
      table: tableOf(journeys, words),
      notes: [
        `示意图，不绘行政区域界线；${listName(words)}不表示位置；各组的次序以线不相交为准。`,
        ...knotNotes(knots, journeys, words),
      ],
      method: methodOf(journeys, wide, words),
      sources: sourcesOf(journeys, cited),
    },
    [drawWide(wide, input), drawPhone(layoutPhone(journeys), input)],
  );
}

function tableOf(journeys: readonly Journey[], words: PlaceWords): FigureTable {
  const { third } = words;
  const [from, to] = endNouns(words);
  const ends = [
    { key: 'city', label: from },
    { key: 'county', label: to },
  ];
  if (!third) return { columns: ends, rows: journeys.map(({ city, county }) => [city.name, county.name]) };
  const places = journeys.flatMap((journey) => townshipsOf(journey).map(({ place }) => place));
  const [renamed, coded] = [places.some(({ name_today }) => name_today), places.some(({ code }) => code)];
  return {
    columns: [
      ...ends,
      { key: 'township', label: third.noun },
      ...(renamed ? [{ key: 'township_official', label: '今名' }] : []),
      ...(coded ? [{ key: 'code', label: '区划代码' }] : []),
    ],
    rows: journeys.flatMap((journey) => {
      const thirds = townshipsOf(journey).map(({ place }) => [
        place.name,
        ...(renamed ? [nameToday(place)] : []),
        ...(coded ? [place.code?.value ?? null] : []),
      ]);
      const rows = thirds.length > 0 ? thirds : [[null, ...(renamed ? [null] : []), ...(coded ? [null] : [])]];
      return rows.map((own) => [journey.city.name, journey.county.name, ...own]);
    }),
  };
}

/** What the drawing keeps of geography and what it does not, in a reader's words. */
function methodOf(journeys: readonly Journey[], { drawing, geography }: WideThreadMap, words: PlaceWords): string[] {
  const { giver, receiver } = words;
  const [from, to] = [giver.noun, receiver.noun];
  const known = positioned(journeys);
  const { truth } = drawing.attempt;
  const missing = [...new Map(journeys.flatMap((j) => [j.city, j.county]).map((p) => [p.id, p])).values()].filter(
    (p) => !p.position && !isUnit(p),
  );
  const joined = (cities: boolean, counties: boolean) =>
    [...new Set([cities ? from : '', counties ? to : ''])].filter(Boolean).join('和');
  const ends = joined(known.cities, known.counties);
  const nowhere = journeys.every(({ city, county }) => !city.position && !county.position);
  const both = known.cities && known.counties;
  const spread = joined(!known.cities, !known.counties);
  const without = missing.length > 0 ? `缺坐标：${missing.map((p) => p.name).join('、')}；` : '';
  const scale = geography.cities?.scale === geography.counties?.scale ? '两端同一比例尺，' : '两端比例尺不同，';
  const places =
    truth === 1
      ? `宽屏上，${ends}按坐标定位，${both ? scale : ''}中段压缩${drawing.moved > 1 ? '；为避让，纵向位置略有移动' : ''}。`
      : truth > 0
        ? `宽屏上，为使线不相交，${ends}的位置只大致按坐标，中段压缩，不能量距离。`
        : `为使线不相交，${ends}均匀排列，不按坐标。`;
  return [
    ...(ends ? [places] : []),
    ...(nowhere ? [`${joined(true, true)}均匀排列，不表示方位和距离。`] : []),
    ...(spread && !nowhere ? [`${without}${spread}均匀排列，不表示方位。`] : []),
    known.cities
      ? `窄屏上，${from}从北到南排列，${to === from ? '另一头随它' : `${to}随${from}`}，不按比例尺。`
      : `窄屏上，${joined(true, true)}按文件顺序排列。`,
  ];
}

/** The places of the document that the pairings come from, the sources of the coordinates without their record numbers, those of the names in other languages. */
function sourcesOf(journeys: readonly Journey[], cited: readonly string[]): string[] {
  const positions = new Set(
    journeys
      .flatMap((j) => [j.city, j.county])
      .flatMap((p) => p.position?.source.replace(/\s*\d{5,}\s*/g, '').trim() ?? []),
  );
  return [
    cited.join('、'),
    positions.size ? `坐标：${[...positions].join('；')}` : '',
    ...namesSources(journeys.map((j) => j.county)).map(([head, sources]) => head + sources),
  ];
}
