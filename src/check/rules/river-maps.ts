import { isWay } from '#domain/places/waters.ts';
import { didYouMean, listed } from '#domain/search/nearest.ts';
import { type DataPath, type Finding, finding, shown } from '../finding.ts';
import type { Draft, Rule } from './draft.ts';
import { roleWord, soundPairings } from './pairing-roles.ts';

const WIDE = 'map/river-map.yaml';
const PHONE = 'map/river-map-phone.yaml';

/** Names that a layout uses are journeys that exist, and every journey has its place. */
function journeys(draft: Draft, file: string, path: DataPath, used: readonly string[], onKeys: boolean): Finding[] {
  const sound = soundPairings(draft);
  if (!sound.all || sound.pairings.length === 0) return [];
  const all = sound.pairings.map(({ pairing: p }) => `${p.city}-${p.county}`);
  const unknown = used.flatMap((id, i) => {
    if (all.includes(id)) return [];
    const at = { file, path: [...path, onKeys ? id : i], ...(onKeys ? { on: 'key' as const } : {}) };
    return [
      finding({
        ...at,
        code: 'unknown-journey',
        what: '没有这一组结对',
        found: shown(id),
        expected: `“${roleWord(draft, 'city').word}id-${roleWord(draft, 'county').word}id”，与 pairings.yaml 一致`,
        mend: didYouMean(id, all) || `改成其中一个：${listed(all)}。`,
      }),
    ];
  });
  const doubled = used.filter((id, i) => used.indexOf(id) !== i);
  // An unknown one is most likely the missing one misspelt.
  const missing = unknown.length > 0 ? [] : all.filter((id) => !used.includes(id));
  const wrong = [...doubled.map((id) => `${id} 写了两次`), ...missing.map((id) => `少了 ${id}`)];
  if (wrong.length === 0) return unknown;
  return [
    ...unknown,
    finding({
      file,
      path,
      code: 'journeys-incomplete',
      what: '各组结对没有写全',
      found: wrong.join('，'),
      expected: '每一组正好一次',
      mend: '缺的补上，重复的删掉；暂时排不出来就删掉整个文件，网站会改用线图。',
    }),
  ];
}

function rivers(draft: Draft, file: string, names: readonly { name: string; path: DataPath }[]): Finding[] {
  const known = new Set(draft.waters?.features.map((f) => f.properties.name) ?? []);
  if (!draft.waters) return [];
  return names
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }) =>
      finding({
        file,
        path,
        code: 'unknown-river',
        what: draft.waters?.features.some(({ properties }) => isWay(properties.kind))
          ? '没有这条线'
          : '没有这条河、这个湖',
        found: shown(name),
        expected: 'map/waters.json 里有的名字',
        mend: didYouMean(name, known) || `改成其中一个：${listed(known, 20)}。`,
      }),
    );
}

/** A river map needs the waters, and the coordinates of every city and county. */
function needs(draft: Draft, file: string): Finding[] {
  const found: Finding[] = [];
  if (!draft.watersExist) {
    found.push(
      finding({
        file,
        path: [],
        code: 'layout-without-waters',
        what: '有河流图的设置，没有河流数据',
        found: '没有 map/waters.json',
        expected: '两个文件都有',
        mend: '补上 map/waters.json；没有就删掉这个文件，网站会改用线图。',
      }),
    );
  }
  const ends = new Set((draft.pairings ?? []).flatMap((p) => [p.city, p.county]));
  for (const place of draft.places) {
    if (!ends.has(place.id) || place.position) continue;
    found.push(
      finding({
        file: 'places.yaml',
        path: [place.id],
        on: 'key',
        code: 'position-needed',
        what: `“${place.name}”没有坐标，上不了河流图`,
        found: '没有 position 这一项',
        expected: `每个结对的${roleWord(draft, 'city').word}和${roleWord(draft, 'county').word}都有坐标`,
        mend: `补上 position；查不到就删掉 ${file}，网站会改用线图。`,
      }),
    );
  }
  return found;
}

const items = (names: readonly string[], ...path: DataPath) => names.map((name, i) => ({ name, path: [...path, i] }));

/** Railways and roads are lines: an area cannot be drawn as one. */
const wayShapes: Rule = ({ waters }) =>
  (waters?.features ?? []).flatMap(({ properties: { kind, name }, geometry: { type } }, i) =>
    isWay(kind) && type.endsWith('Polygon')
      ? [
          finding({
            file: 'map/waters.json',
            path: ['features', i, 'geometry', 'type'],
            code: 'way-shape',
            what: `“${name}”是铁路或公路，形状却是一块地`,
            found: shown(type),
            expected: 'LineString 或 MultiLineString',
            mend: '换成线的数据；kind 写错了的，改成 lake。',
          }),
        ]
      : [],
  );

/** What the hand-set layouts name exists, and nothing that they need is missing. */
export const riverMaps: Rule = (draft) => {
  const { wide, phone } = draft;
  return [
    ...wayShapes(draft),
    ...(wide
      ? [
          ...needs(draft, WIDE),
          ...wide.columns.flatMap(({ order }, i) => journeys(draft, WIDE, ['columns', i, 'order'], order, false)),
          ...journeys(draft, WIDE, ['ribbons'], Object.keys(wide.ribbons), true),
          ...rivers(draft, WIDE, [
            ...items(wide.waters.major, 'waters', 'major'),
            ...items(wide.waters.under, 'waters', 'under'),
            ...wide.waters.labels.map(({ name }, i) => ({ name, path: ['waters', 'labels', i, 'name'] })),
          ]),
        ]
      : []),
    ...(phone
      ? [
          ...(wide ? [] : needs(draft, PHONE)),
          ...journeys(draft, PHONE, ['journeys'], Object.keys(phone.journeys), true),
          ...rivers(draft, PHONE, [
            ...phone.middle.wefts.map(({ river }, i) => ({ name: river, path: ['middle', 'wefts', i, 'river'] })),
            ...items(phone.main_rivers, 'main_rivers'),
            ...phone.names.map(({ text }, i) => ({ name: text, path: ['names', i, 'text'] })),
          ]),
        ]
      : []),
  ];
};
