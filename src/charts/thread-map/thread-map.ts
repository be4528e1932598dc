import type { Journey } from '#domain/places/journey.ts';
import { nameToday } from '#domain/places/place.ts';
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { tibetanSources } from '../kit/place-words.ts';
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
  const { journeys, cited, name, title } = input;
  const wide = layoutWide(journeys);
  return figure(
    {
      name,
      title,
      sentence: sentenceOf(journeys),
      table: tableOf(journeys),
      notes: notesOf(journeys, wide),
      sources: sourcesOf(journeys, cited),
    },
    [drawWide(wide, input), drawPhone(layoutPhone(journeys), input)],
  );
}

function tableOf(journeys: readonly Journey[]): FigureTable {
  return {
    columns: [
      { key: 'city', label: '城市' },
      { key: 'county', label: '县' },
      { key: 'township', label: '乡镇' },
      { key: 'township_official', label: '今名' },
      { key: 'code', label: '区划代码' },
    ],
    rows: journeys.flatMap(({ city, county, threads }) =>
      threads.map(({ place }) => [city.name, county.name, place.name, nameToday(place), place.code?.value ?? null]),
    ),
  };
}

/** What the drawing keeps of geography and what it does not, in a reader's words. */
function notesOf(journeys: readonly Journey[], { drawing, geography }: WideThreadMap): string[] {
  const known = positioned(journeys);
  const { truth } = drawing.attempt;
  const missing = [...new Map(journeys.flatMap((j) => [j.city, j.county]).map((p) => [p.id, p])).values()].filter(
    (p) => !p.position,
  );
  const ends = [known.cities ? '城市' : '', known.counties ? '县' : ''].filter(Boolean).join('和');
  const both = known.cities && known.counties;
  const scale = geography.cities?.scale === geography.counties?.scale ? '两端同一比例尺，' : '两端比例尺不同，';
  const places =
    truth === 1
      ? `宽屏上，${ends}按坐标定位，${both ? scale : ''}中段压缩${drawing.moved > 1 ? '；为避让，纵向位置略有移动' : ''}。`
      : truth > 0
        ? `宽屏上，为使线不相交，${ends}的位置只大致按坐标，中段压缩，不能量距离。`
        : `为使线不相交，${ends}均匀排列，不按坐标。`;
  return [
    '示意图，不绘行政区域界线；乡镇名单不表示位置；各组的次序以线不相交为准。',
    ...(ends ? [places] : []),
    ...(missing.length
      ? [
          `缺坐标：${missing.map((p) => p.name).join('、')}；${[known.cities ? '' : '城市', known.counties ? '' : '县'].filter(Boolean).join('和')}均匀排列，不表示方位。`,
        ]
      : []),
    known.cities ? '窄屏上，城市从北到南排列，县随城市，不按比例尺。' : '窄屏上，城市和县按文件顺序排列。',
  ];
}

/** The places of the document that the pairings come from, the sources of the coordinates without their record numbers, those of the Tibetan names. */
function sourcesOf(journeys: readonly Journey[], cited: readonly string[]): string[] {
  const positions = new Set(
    journeys
      .flatMap((j) => [j.city, j.county])
      .flatMap((p) => p.position?.source.replace(/\s*\d{5,}\s*/g, '').trim() ?? []),
  );
  const tibetan = tibetanSources(journeys.map((j) => j.county));
  return [
    cited.join('、'),
    positions.size ? `坐标：${[...positions].join('；')}` : '',
    tibetan ? `藏文名：${tibetan}` : '',
  ];
}
