import { townshipsOf } from '#domain/places/townships.ts';
import { kindOfName, OF_LEVEL } from '#domain/programme/place-words.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../text/glance.ts';
import { oncePer } from '../text/once-per.ts';
import { stemOf } from '../text/place-names.ts';
import { PROVINCE_NAME } from '../text/provinces.ts';

/** A pairing as the prose may name it, with what the notice lists of it. */
export interface NamedPairing {
  /** Id of the city. */
  readonly city: string;
  readonly county: string;
  readonly townships: number;
  /** Ids of the same: two who help one county may reach the same places. */
  readonly thirds: readonly string[];
  /** How many of them are of each kind: 镇, 乡, 街道. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly label: string;
  readonly names: { readonly city: RegExp; readonly county: RegExp };
}

/** Every pairing with the names of its city and county, with or without 市 and 县. */
export function namedPairings({ journeys, passages }: Programme): NamedPairing[] {
  // A township may bear the county's name: that is not the county.
  const namesOf = (names: readonly string[]) =>
    new RegExp(`(?:${names.map((name) => RegExp.escape(stemOf(name))).join('|')})(?![乡镇])[市县区]?`, 'gu');
  return journeys.map((journey) => {
    const { city, county, source } = journey;
    const thirds = townshipsOf(journey);
    const kinds = Map.groupBy(thirds, ({ place }) => kindOfName(place) ?? '');
    return {
      city: city.id,
      county: county.name,
      townships: thirds.length,
      thirds: thirds.map(({ place }) => place.id),
      kinds: new Map([...kinds].map(([kind, own]) => [kind, own.length])),
      label: passages.get(source)?.label ?? source,
      names: { city: namesOf([city.name]), county: namesOf([county.name, county.name_today ?? county.name]) },
    };
  });
}

/** Which of the pairings a text names, and from where to where the names stand. */
export function namedIn(text: string, pairings: readonly NamedPairing[]) {
  const found = pairings.map((pairing) => ({
    pairing,
    county: matchesIn(text, pairing.names.county),
    city: matchesIn(text, pairing.names.city),
  }));
  // A city with several counties: the county that is named beside it says which.
  const told = new Set(found.flatMap(({ pairing, county }) => (county.length > 0 ? [pairing.city] : [])));
  const named = found.flatMap(({ pairing, county, city }) =>
    county.length > 0 || (city.length > 0 && !told.has(pairing.city)) ? [pairing] : [],
  );
  const words = found.flatMap(({ county, city }) => [...county, ...city]);
  const first = words.reduce((least, { index }) => Math.min(least, index), text.length);
  const end = words.reduce((most, { index, 0: word }) => Math.max(most, index + word.length), 0);
  return { named, first, end };
}

/** Words that say a clause is about some of the things, about doing, or about another time: nothing to compare. */
export const SUBSET =
  /其中|其余|余下|剩下|剩余|另外|另有|还有|(?<![第个一二三四五六七八九十])部分|一些|首批|第一批|头一批|前期|先期|先行|试点|示范|走访|走过|走了|走到|去过|去了|到过|到了|跑过|跑了|看过|看了|来自|先后|陆续|分到|抽取|抽查|随机|选了|选出|选取|挑选|挑了|至今|目前|已经|已有|已在|已|曾|新增|增加|增至|减少|减至|调整|扩大|改为|原来|原先|过去|以前|上一轮|新一轮|下一轮|此前|后来|没有|没|未|不含|除去|除了|除开|以外|之外|比|相当于|倍|超过|不是|并非|而非|不止|误|错|如果|假如|假设|要是|例如|比如|有人|听说|据说|还是|吗|多少|几个|平均|左右|以上|以下|以内|上下|为例|上报|完成|评选|获|当天|这天|一天|一周|这次|此次|本次|这趟|此行|跨|参加|多出|少了|相差|差距|差了|之一|不同|相同|一样|最/u;

/** Somebody smaller than a city's committee, or somebody else altogether. */
const SOMEBODY_ELSE =
  '小学|中学|学校|大学(?!生)|学院|公司|企业|医院|支部|班级|服务队|工作队|医疗队|老师|家庭|商会|基金会|协会|驻村|扶贫|社区|中央企业|全国'.split(
    '|',
  );

/** The same in a programme: schools are somebody else only where no school gives or receives. */
export const somebodyElse = oncePer(({ journeys, words }) => {
  const ends = journeys.flatMap(({ city, county }) => [city, county]);
  const own = [words.giver.noun, words.receiver.noun, words.third?.noun ?? '', ...ends.map(({ name }) => name)];
  own.push(...ends.filter(({ level }) => level !== 'city').map(({ level }) => OF_LEVEL[level].noun));
  return new RegExp(
    SOMEBODY_ELSE.filter((word) => !own.some((one) => one.includes(word.replace(/\(.*$/u, '')))).join('|'),
    'u',
  );
});

const PROVINCES = new RegExp(PROVINCE_NAME, 'gu');
const COUNTED_PROVINCES =
  /[一二两三四五六七八九十\d]+(?:个)?省(?!级|直|本|委|内)|(?:外|他|邻|(?:兄弟|别的|其他|其它|另一个?|别个|有的|某))省(?!级|直|本|委|内)/u;
/** Whether a text speaks of other provinces than the two ends of the programme. */
export const hasOtherProvince = (text: string, { site }: Programme): boolean =>
  (text.includes('省') && COUNTED_PROVINCES.test(text)) ||
  matchesIn(text, PROVINCES).some(([name]) => !(site.from + site.to).includes(name));

/** Words of helping and being helped. */
export const RELATION = '(?:结对|结成了?对|受援|援助|援建|对口|支援|帮扶)';

const WRITTEN_YEAR = /(?<!\d)(?:19|20)\d{2}(?=年|[—–~～-])/gu;
/** Years of a text that the programme does not speak of. */
export function hasOtherYear(text: string, { document }: Programme): boolean {
  return matchesIn(text, WRITTEN_YEAR).some(
    ([year]) => !document.years.includes(Number(year)) && !document.date.startsWith(year),
  );
}
