import type { HomeFault, Homes } from './home-finding.ts';
import type { Mention } from './mentions.ts';
import { NO_STATEMENT, OTHER_AID } from './relations.ts';

const PAIRED = '(?:结对|对口|援建|帮扶|支援|援助|对接|受援)';
/** 某市的同志结对以后: whoever is from the city. */
const OWN = new RegExp(
  `^市?(?:团市委|市团委|市委|团委|团组织|共青团)?的?(?:同志们?|干部们?|团干部们?|队员们?|志愿者们?|人|工作队|援藏队|团委|团市委)?(?:此次|这次|这一轮|本轮|今年|两年|两年里|一直|从去年起|就|来|所|负责|承担|要)*${PAIRED}`,
  'u',
);
/** 某镇——他们结对的八个乡镇之一; 某镇，这是他们的对口乡镇. */
const THEIRS = new RegExp(
  `^(?:——|，|（)(?:(?:这里|那里|这|那)?(?:就|也)?(?:是|正是))?(?:他们|她们|自己|他|她|我们|市里|团市委)(?:所|的|要|负责)*${PAIRED}`,
  'u',
);
/** Pairings of schools, classes and families are others than the notice's. */
const OTHERS = /学校|小学|中学|班级|同学|笔友|家庭|村|户|企业|支部|大队|中队/u;
/** Places of a way: somebody comes through. */
const PASSED = /该[乡镇县]|这个[乡镇县]|路过|途经|经过|路上遇|转车|换车/u;

/**
 * Where one city alone is named, and none of the places beside it is paired with it: 某乡太远，某市的同志结对以后….
 * A doubt, as the words between them are not read.
 */
export function looseFaults(text: string, mentions: readonly Mention[], homes: Homes): HomeFault[] {
  const cities = mentions.filter(({ level }) => level === 'city');
  const places = mentions.filter((m) => (m.level === 'county' || m.level === 'township') && homes.of(m).length > 0);
  const [city, ...others] = cities;
  const [place] = places;
  const isOne = city && new Set(cities.map(({ names }) => names[0]?.place.id)).size === 1;
  if (!isOne || !place || others.length > 1 || homes.of(city).length === 0) return [];
  if (NO_STATEMENT.test(text) || OTHER_AID.test(text) || OTHERS.test(text) || PASSED.test(text)) return [];
  const paired = (m: Mention) => homes.of(m).some((journey) => homes.of(city).includes(journey));
  if (places.some(paired)) return [];
  const behindCity = text.slice(city.end, city.end + 30);
  const last = places.at(-1) ?? place;
  const theirs = city.end <= place.start && THEIRS.test(text.slice(last.end, last.end + 30));
  const own = OWN.exec(behindCity);
  // What the city is paired with stands beside the verb.
  const near =
    own !== null &&
    (place.end <= city.start
      ? city.start - last.end < 16 && !/^(?:的|了)?\p{Script=Han}{0,4}[乡镇县]/u.test(behindCity.slice(own[0].length))
      : /^[^，。；：]{0,3}$/u.test(behindCity.slice(own[0].length, Math.max(0, place.start - city.end))));
  if (!theirs && !near) return [];
  const level = place.level === 'township' ? 'city-township' : 'city-county';
  const [start, end] = [Math.min(city.start, place.start), Math.max(city.end, place.end)];
  return [{ start, end, severity: 'warning', code: level, place }];
}

/** 某镇在某市对口的某县名下, 某乡则列在某县: a township under a county that is not its own. */
const UNDER = /^(?:则|就|却|是|也|都)?(?:在|列在|归在|归|划在|排在|属于|属|算在|写在)(?<between>[^，。；、]{0,10})$/u;
const UNDER_BEHIND = /^县?(?:名下|境内|里|下面|之下|的名单|的名下|一栏|那一行|一行|名单)?(?=$|[，。；！）])/u;
export function listedUnder(text: string, mentions: readonly Mention[], homes: Homes): HomeFault[] {
  if (NO_STATEMENT.test(text)) return [];
  const townships = mentions.filter(({ level }) => level === 'township');
  const counties = mentions.filter(({ level }) => level === 'county');
  return townships.flatMap((township): HomeFault[] => {
    const county = counties.find(({ start }) => start >= township.end && start - township.end < 24);
    if (!county || homes.of(township).length === 0 || homes.of(county).length === 0) return [];
    const between = text.slice(township.end, county.start);
    const city = mentions.find((m) => m.level === 'city' && m.start >= township.end && m.end <= county.start);
    const rest = city ? between.replace(text.slice(city.start, city.end), '') : between;
    const match = UNDER.exec(rest);
    if (!match || !/^(?:市?(?:团市委)?(?:结对|对口|援建|帮扶|援助)的)?$/u.test(match.groups?.['between'] ?? ''))
      return [];
    if (!UNDER_BEHIND.test(text.slice(county.end))) return [];
    if (homes.of(township).some((journey) => homes.of(county).includes(journey))) return [];
    return [{ start: township.start, end: county.end, severity: 'error', code: 'township-county', place: township }];
  });
}
