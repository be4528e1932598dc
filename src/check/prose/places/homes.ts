import type { Journey } from '#domain/places/journey.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../../text/glance.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { type NamedPlace, placeIndex } from './index.ts';
import { mentionReader, type PlaceMention } from './mentions.ts';
import { DASH, type Grammar, grammarOf, NO_STATEMENT, OTHER_AID, PAIRING_TALK, WAY } from './relations.ts';
import { bySentence } from './units.ts';

/** Who is paired with whom, asked by ids. */
interface Homes {
  readonly journeys: readonly Journey[];
  readonly words: PlaceWords;
  readonly label: (journey: Journey) => string;
  /** Pairings of a city, of a county, of a township. */
  readonly of: (mention: PlaceMention) => readonly Journey[];
}

/** Prepares the pairings once. */
function homesOf({ journeys, passages, words }: Programme): Homes {
  const byPlace = new Map<string, Journey[]>();
  for (const journey of journeys)
    for (const { id } of [journey.city, journey.county, ...journey.threads.map((t) => t.place)])
      byPlace.set(id, [...(byPlace.get(id) ?? []), journey]);
  return {
    journeys,
    words,
    label: (journey) => passages.get(journey.source)?.label ?? journey.source,
    of: ({ names }) => [...new Set(names.flatMap(({ place }) => byPlace.get(place.id) ?? []))],
  };
}

/** A place under another that is not its own. */
interface HomeFault extends Range {
  readonly severity: 'error' | 'warning';
  readonly code: 'township-county' | 'city-county' | 'city-township';
  /** The place whose home is told. */
  readonly place: PlaceMention;
}

/** What does not belong together, and what to mend, in the words of the programme. */
function homeWords({ giver, receiver, third }: PlaceWords, code: HomeFault['code']) {
  const [from, to, below] = [giver.noun, receiver.noun, third?.noun ?? ''];
  const what = {
    'township-county': `${below}和${to}对不上`,
    'city-county': `结对的${from}和${to}对不上`,
    'city-township': `结对的${from}和${below}对不上`,
  }[code];
  const ends = below === '' ? `${to}名` : `${to}名、${below}名`;
  return { what, mend: code === 'township-county' ? `改${below}名或者${to}名` : `改${from}名或者${ends}` };
}

/** Says what belongs together, and where that is written. */
function homeFinding(source: ProseBlock, block: number, fault: HomeFault, homes: Homes): ProseFinding {
  const { start, end, severity, code, place } = fault;
  const words = homeWords(homes.words, code);
  const own = homes.of(place);
  const name = place.names[0]?.place.name ?? '';
  const lands = [...new Set(own.map(({ county }) => county.name))].join('、');
  const labels = [...new Set(own.map(homes.label))];
  const cities = [...new Set(own.map(({ city }) => city.name))].join('、');
  // The other half of the mistake: whom the city named there really helps.
  const found = source.text.slice(start, end);
  const named = homes.journeys.filter(({ city }) => found.includes(city.name) && !cities.includes(city.name));
  const other =
    place.level === 'city' ? '' : named.map(({ city, county }) => `，${city.name}结对${county.name}`).join('');
  const expected =
    code === 'township-county'
      ? `${name}在${lands}`
      : place.level === 'city'
        ? `${name}结对${lands}`
        : `${code === 'city-township' ? `${lands}${name}` : name}由${cities}结对${other}`;
  return {
    block,
    start,
    end,
    severity: source.quoted ? 'warning' : severity,
    code,
    what: words.what,
    found: `“${found}”`,
    expected,
    written: labels.join('；') || null,
    mend: `对照${labels.join('、')}，${words.mend}；如果说的不是这份文件的结对，把话写清楚。`,
  };
}

/** Places of one level in a row, joined by 、 or 和. */
interface Run {
  readonly level: PlaceMention['level'];
  readonly items: readonly PlaceMention[];
  /** What joins an item to the one before; of the first it is empty. */
  readonly joints: readonly string[];
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:[市县]|委|团市委|市委|市团委|团县委|县委|县团委)?(?:、|和|与|跟|及|以及|暨)$/u;

/** Groups the places of a text into rows. */
function runsOf(text: string, mentions: readonly PlaceMention[]): Run[] {
  // Rows may be as long as a story: items are added, never copied.
  const runs: (Omit<Run, 'items' | 'joints' | 'end'> & { items: PlaceMention[]; joints: string[]; end: number })[] = [];
  for (const mention of mentions) {
    const last = runs.at(-1);
    const between = last && last.level === mention.level ? text.slice(last.end, mention.start) : '';
    if (last && JOINT.test(between)) {
      const joint = between.replace(/^(?:[市县团委]+)/u, '');
      last.items.push(mention);
      last.joints.push(joint);
      last.end = mention.end;
    } else {
      const { level, start, end } = mention;
      runs.push({ level, items: [mention], joints: [''], start, end });
    }
  }
  return runs;
}

/** What stands from one offset to another, names of the whole region left out. */
function withoutRegions(text: string, from: number, to: number, runs: readonly Run[]): string {
  const region = runs.filter((r) => r.level === 'region' && r.start >= from && r.end <= to);
  return region.reduceRight(
    (rest, r) => rest.slice(0, r.start - from) + rest.slice(r.end - from),
    text.slice(from, to),
  );
}

const VERB_BEHIND = /^[^，。；：！？、]{0,14}?(?:结对|结成|结为|牵手|携手|对接|对口|帮扶|支援|援助|援建|联系点)/u;
/** Behind a township and a comma: 某镇，某市团委的结对点. */
const APPOSED =
  /^市?(?:团市委|市?团委)?的(?:结对|对口|帮扶|支援|联系)[^，。；、的]{0,4}(?:点|乡镇|乡|镇|街道|社区|村|对象)(?=[，。；！”]|$)/u;
/** 对…的援助, 为…援建: the verb stands behind the place. */
const TOWARDS = new Set(['对', '向', '为', '给']);
const VERB_NEXT = /^[县区旗]?的?(?:结对|对口|帮扶|支援|援助|援建|对接)/u;
/** Behind a city to which a place is given. */
const GIVEN = /^市?(?:团市委|团委|管|负责|对口|结对|这边|名下)?(?=$|[，。；！、）])/u;
/** 甲对乙 with nothing more: a pair. */
const OVER = /^市?(?:对|对口)$/u;
const ENDS = /^[县区旗]?(?:[，。；、！？）”]|$)/u;

/** How two places are said to be paired: by a verb between them, with each other, the second by the first. */
type Said = 'pairs' | 'with' | 'turned' | null;

/** What the words between a first and a second place say about them. */
function saidBetween(between: string, before: string, behind: string, cityFirst: boolean): Said {
  if (!cityFirst && /^(?:，|——)$/u.test(between) && APPOSED.test(behind)) return 'turned';
  const grammar: Grammar | null = grammarOf(between);
  if (!grammar) return null;
  if (cityFirst) {
    if (grammar.verb || (TOWARDS.has(grammar.last) && VERB_NEXT.test(behind))) return 'pairs';
    if (OVER.test(between) && ENDS.test(behind)) return 'pairs';
    if (grammar.with && VERB_BEHIND.test(behind) && grammarOf(VERB_BEHIND.exec(behind)?.[0] ?? '')) return 'with';
    return null;
  }
  // 某乡归某市.
  if (/^(?:则|就|都|是|也)?归$/u.test(between) && GIVEN.test(behind)) return 'turned';
  const verbBehind = grammarOf(VERB_BEHIND.exec(behind)?.[0] ?? '　')?.verb ?? false;
  if (grammar.passive && (grammar.verb || verbBehind)) return 'turned';
  if (grammar.is && (grammar.verb || verbBehind)) return 'turned';
  if (grammar.with && verbBehind) return 'with';
  if (grammar.attribute && !grammar.verb && /(?:结对|对口|支援|援助|帮扶|援建|对接)$/u.test(before)) return 'turned';
  return null;
}

/**
 * What stands behind a row of places. Where pair after pair follows (甲与乙、丙与丁结对), what stands behind the last: the verb
 * is said once for all.
 */
function pastPairs(text: string, runs: readonly Run[], at: number): string {
  let last = at;
  for (;;) {
    const [here, next, after] = [runs[last], runs[last + 1], runs[last + 2]];
    if (!here || !next || !after || next.level === here.level || after.level !== here.level) break;
    if (!/^[市县]?、$/u.test(text.slice(here.end, next.start))) break;
    last += 2;
  }
  const end = runs[last]?.end ?? text.length;
  return text.slice(end, end + 24);
}

/** The longest stretch between a city and its county that is read. */
const FAR = 30;
const IN_TURN = /分别|依次|一一|各自|逐一|对应/u;
/** Behind a county named without ending: nothing that makes it the beginning of another word. */
const CLOSED =
  /^(?:[县市、，。；：！？）)”’》—–-]|$|的|和|与|及|团县委|[乡镇一二两三四五六七八九十\d]|各|全|青|中小?学|小学|学校|结|对口|两|开|建|分别|依次|由|被)/u;
const CITIES_COMPARED = /^[县区旗]?(?:相邻|毗邻|接壤|交界|之间|相距|相比|一样|相同|不同|都|比)/u;

/** Cities said to be paired with counties or townships that are not theirs. */
function cityFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  const paired = (city: PlaceMention, other: PlaceMention) => {
    const cities = homes.of(other).map((j) => j.city.id);
    return cities.length === 0 || city.names.some(({ place }) => cities.includes(place.id));
  };
  const fault = (city: PlaceMention, other: PlaceMention, severity: HomeFault['severity']): HomeFault => ({
    start: Math.min(city.start, other.start),
    end: Math.max(city.end, other.end),
    severity,
    code: other.level === 'township' ? 'city-township' : 'city-county',
    place: other,
  });
  const lands = runs.filter((run) => run.level !== 'region');

  return lands.flatMap((run, i): HomeFault[] => {
    const next = lands[i + 1];
    if (!next || next.start - run.end > FAR) return [];
    const cityFirst = run.level === 'city';
    if (cityFirst === (next.level === 'city')) return [];
    const [cities, others] = cityFirst ? [run, next] : [next, run];
    const between = withoutRegions(text, run.end, next.start, runs);
    const before = text.slice(Math.max(0, run.start - 12), run.start);
    const behind = pastPairs(text, lands, i + 1);
    const clause = text.slice(partStart(text, run.start), partEnd(text, next.end));
    const silent = () => NO_STATEMENT.test(clause) || OTHER_AID.test(clause);
    if (DASH.test(between)) return silent() ? [] : dashed(run, next, before, behind);
    const inTurn = IN_TURN.test(between) || IN_TURN.test(behind.split(/[，。；]/u)[0] ?? '');
    const said = saidBetween(inTurn ? between.replaceAll('，', '') : between, before, behind, cityFirst);
    if (!said || silent()) return [];
    const sure = others.items.every((o) => o.full) || CLOSED.test(text.slice(others.end, others.end + 4));
    return listed(cities, others, { inTurn, said, between, behind: text.slice(others.end), cityFirst }, sure);
  });

  function dashed(run: Run, next: Run, before: string, behind: string): HomeFault[] {
    const [a, b] = [run.items.at(-1), next.items[0]];
    if (!a || !b || (run.items.length > 1 && !before) || next.items.length > 1) return [];
    // A chain of dashes is a way through several places.
    if (/[—–－→~～-]\s*$/u.test(before) || /^[市县]?\s*[—–－→~～-]/u.test(behind)) return [];
    if (WAY.test(text)) return [];
    const [city, other] = a.level === 'city' ? [a, b] : [b, a];
    if (paired(city, other)) return [];
    const alone = text.trim().length - (next.end - run.start) < 6;
    return [fault(city, other, PAIRING_TALK.test(text) || alone ? 'error' : 'warning')];
  }

  function listed(
    cities: Run,
    others: Run,
    how: { inTurn: boolean; said: Said; between: string; behind: string; cityFirst: boolean },
    sure: boolean,
  ): HomeFault[] {
    const severity = sure ? 'error' : 'warning';
    const last = cities.items.at(-1);
    if (!last) return [];
    if (how.inTurn && cities.items.length === others.items.length && cities.items.length > 1)
      return cities.items.flatMap((city, i) => {
        const other = others.items[i];
        return other && !paired(city, other)
          ? [{ ...fault(city, other, severity), start: other.start, end: other.end }]
          : [];
      });
    const attribute = /的$/u.test(how.between);
    return others.items.flatMap((other, i): HomeFault[] => {
      if (cities.items.some((city) => paired(city, other))) return [];
      const joint = others.joints[i] ?? '';
      // 结对的…和…: only the first is surely meant. 与… may begin a comparison.
      if (
        i > 0 &&
        joint !== '、' &&
        (attribute || joint === '与' || (joint === '和' && CITIES_COMPARED.test(how.behind)))
      )
        return [];
      if (i > 0 && how.said === 'with') return [];
      if (!how.cityFirst && i < others.items.length - 1) return [];
      if (cities.items.length > 1 && how.said !== 'pairs') return [];
      return [fault(last, other, severity)];
    });
  }
}

const partStart = (text: string, at: number) =>
  Math.max(0, ...['，', '；'].map((mark) => text.lastIndexOf(mark, at - 1) + 1));
const partEnd = (text: string, at: number) =>
  Math.min(text.length, ...['，', '；'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0));

/** Between a city or a county and the list of its townships, in any wording. */
const LIST_OF =
  /乡镇|[一二两三四五六七八九十\d]+个?(?:乡|镇|街道|社区|村)|名单|名下|清单|对着|对口|结对|帮扶|支援|受援|负责|联系|包括|下辖|辖有|列的是|有：|：$|——$|分别是|依次是|^[县区市旗]?(?:下面|下边|境内|那边|这边|里)?(?:一共|共|总共)?有|[｜|\t]/u;
/** The list of a city: what is in it belongs to it. */
const OWN_LIST =
  /^(?:市委|团市委|市|团委|委)*的?(?:结对|对口|帮扶|支援|援助|受援)*的?(?:乡镇|地区)?(?:名单|清单|名下|那一行|一行|这一行|一栏|范围|之列|对象|圈)/u;
const IN_LIST =
  /^，?(?:这?[一二两三四五六七八九十\d]*个?(?:乡镇|乡|镇|街道|社区|村)?)(?:都|也|就|均|全|同)?(?:被)?(?:在|列在|排在|写在|属于|属|归于?|归在|归入|划在|划入|划到|算在|出现在|列入|编入|纳入|进入?)(?:了)?$/u;
/** …也在名单里, …都有任务: what stands before is in the list that was spoken of. */
const HELD =
  /^(?:也|都|均|全|就)+(?:在(?:这份|这个|那份)?(?:名单|附件|其中|其列|内|列)|有(?:任务|份|名字)|(?:被)?(?:列入|列在|写进)|榜上有名)/u;
const ANOTHER_PLACE = /来自|途经|路过|经过|相邻|毗邻|接壤|不在|不属于|以外|之外|别的|别县|另一|分别属于/u;

/**
 * Townships in the list of another pairing: most of the row belongs to the city or county that is named before it, one does
 * not; or a city's list is said to hold one of another's.
 */
function listFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  if (NO_STATEMENT.test(text) || OTHER_AID.test(text)) return [];
  const elsewhere = ANOTHER_PLACE.test(text);
  return runs.flatMap((owner, i): HomeFault[] => {
    if (owner.level !== 'city' && owner.level !== 'county') return [];
    const [only] = owner.items;
    if (!only || owner.items.length > 1) return [];
    const own = homes.of(only);
    if (own.length === 0) return [];
    const isOwn = (township: Run['items'][number]) => homes.of(township).some((journey) => own.includes(journey));
    const faultsOf = (run: Run): HomeFault[] =>
      run.items
        .filter((township) => homes.of(township).length > 0 && !isOwn(township))
        .map((place) => ({ start: place.start, end: place.end, severity: 'error', code: 'city-township', place }));
    // 某市的名单里，除了…，还有…: all townships of the sentence, if no other city is named in it.
    if (!elsewhere && owner.level === 'city' && OWN_LIST.test(text.slice(owner.end, owner.end + 20))) {
      const alone = runs.every((run) => run === owner || run.level !== 'city');
      // 某乡在某市的结对名单里.
      const ahead = runs[i - 1];
      if (ahead?.level === 'township' && IN_LIST.test(text.slice(ahead.end, owner.start))) return faultsOf(ahead);
      return alone
        ? runs
            .slice(i + 1)
            .filter(({ level }) => level === 'township')
            .flatMap(faultsOf)
        : [];
    }
    // 来自某市的…结对的某乡: the only city of the sentence.
    const cities = runs.filter(({ level }) => level === 'city');
    if (owner.level === 'city' && cities.length === 1) {
      const paired = runs
        .slice(i + 1)
        .filter(
          (run) =>
            run.level === 'township' &&
            /(?:结对|对口)的(?:乡镇|街道|社区|村)?(?:有|包括)?：?$/u.test(text.slice(0, run.start)),
        )
        .flatMap(faultsOf);
      if (paired.length > 0) return paired;
    }
    if (elsewhere) return [];
    // 某市结对某县，某镇也在名单里: every other place of the sentence is theirs.
    if (runs.every((run) => run === owner || run.level !== owner.level) && PAIRING_TALK.test(text)) {
      const held = runs
        .slice(i + 1)
        .filter((run) => run.level === 'township' && HELD.test(text.slice(run.end, run.end + 12)));
      const faults = held.flatMap(faultsOf);
      if (faults.length > 0) return faults;
    }
    const next = runs.slice(i + 1).find(({ level }) => level !== 'region');
    if (next?.level !== 'township' || next.items.length < 3 || next.start - owner.end > 40) return [];
    const between = text.slice(owner.end, next.start);
    if (!LIST_OF.test(between) || /[。；！？]/u.test(between)) return [];
    const faults = faultsOf(next);
    return faults.length * 2 < next.items.length ? faults : [];
  });
}

const PAIRED_WORD = '(?:结对|对口|援建|帮扶|支援|援助|对接|受援)';
/** 某市的同志结对以后: whoever is from the city. */
const OWN = new RegExp(
  `^市?(?:团市委|市团委|市委|团委|团组织|共青团)?的?(?:同志们?|干部们?|团干部们?|队员们?|志愿者们?|人|工作队|援[藏疆青]队|团委|团市委)?(?:此次|这次|这一轮|本轮|今年|两年|两年里|一直|从去年起|就|来|所|负责|承担|要)*${PAIRED_WORD}`,
  'u',
);
/** 某镇——他们结对的八个乡镇之一; 某镇，这是他们的对口乡镇. */
const THEIRS = new RegExp(
  `^(?:——|，|（)(?:(?:这里|那里|这|那)?(?:就|也)?(?:是|正是))?(?:他们|她们|自己|他|她|我们|市里|团市委)(?:所|的|要|负责)*${PAIRED_WORD}`,
  'u',
);
/** Pairings of schools, classes and families are others than the notice's. */
const OTHERS = /学校|小学|中学|班级|同学|笔友|家庭|村|户|企业|支部|大队|中队/u;
/** Places of a way: somebody comes through. */
const PASSED = /该[乡镇县区旗街社村]|这个[乡镇县区旗街社村]|路过|途经|经过|路上遇|转车|换车/u;

/**
 * Where one city alone is named, and none of the places beside it is paired with it: 某乡太远，某市的同志结对以后….
 * A doubt, as the words between them are not read.
 */
function looseFaults(text: string, mentions: readonly PlaceMention[], homes: Homes): HomeFault[] {
  const cities = mentions.filter(({ level }) => level === 'city');
  const places = mentions.filter((m) => (m.level === 'county' || m.level === 'township') && homes.of(m).length > 0);
  const [city, ...others] = cities;
  const [place] = places;
  const isOne = city && new Set(cities.map(({ names }) => names[0]?.place.id)).size === 1;
  if (!isOne || !place || others.length > 1 || homes.of(city).length === 0) return [];
  if (NO_STATEMENT.test(text) || OTHER_AID.test(text) || OTHERS.test(text) || PASSED.test(text)) return [];
  const paired = (m: PlaceMention) => homes.of(m).some((journey) => homes.of(city).includes(journey));
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

const PAIRED_WITH = '(?:结对|对口|受援|帮扶|援建|援助|支援|联系)';
/**
 * 结对县, 结对的乡镇, 对口城市: a place is called the other's. 共同结对, 分给我们市: it is said in a verb. Whoever is meant
 * stands somewhere in the sentence, or is a word for what does: 他们的结对县, 我市的受援县.
 */
const CALLED = new RegExp(
  `${PAIRED_WITH}(?:帮扶)?(?:的|那个)?(?:那个|这个)?(?:[一二两三四五六七八九十\\d]+个)?(?:县(?![城里委])|区县|乡镇|[乡镇](?!上)|城市|市(?![级场民里])|对象|点(?!名))|(?:共同|一起|联合)${PAIRED_WITH}|帮(?:扶)?的(?:县|乡镇|[乡镇])|由[^，。；]{2,8}结对|分给(?:了)?(?:我们?|本|该|自己)市|名下的?(?:县|乡镇)|(?<=[县乡镇])[，,]?(?:对着?的是|归的是)|(?:这|那)一(?:行|栏)(?:里|中)?(?:写|列|填|是)|本来就是(?:对口|结对)`,
  'gu',
);
/** 不是甲，是乙: what is denied is not what is said. */
const CONTRASTED = /(?:不是|并非)[^，。；]{1,12}[，,](?=而?就?是)/u;
const ALL_OF_ROW = /[县乡镇]?[，,]?(?:都|全|均)(?:是)?由/u;
/** The row of a city is its list only in the annex. */
const ROW = /附件|名单|情况表/u;
const COMPARED =
  /比|相邻|毗邻|接壤|距离|不同|区别|以外|之外|除了|另一|别的|其他|从[^，。；]{2,10}(?:到|去)|来自.{0,6}的.{0,6}(?:专家|医生|老师)|大概|好像|听说/u;

/** The one pairing partner that some mentions name; undefined where they name none or several. */
function onlyCity(mentions: readonly PlaceMention[]): PlaceMention | undefined {
  const cities = mentions.filter(({ level }) => level === 'city');
  return new Set(cities.map(({ names }) => names[0]?.place.id)).size === 1 ? cities[0] : undefined;
}

/**
 * Places that a sentence calls paired, where not one of those it names is the city's: how the words stand does not matter,
 * as the sentence says that they belong together and no two of its places do.
 */
function pairedFaults(text: string, mentions: readonly PlaceMention[], homes: Homes): HomeFault[] {
  const [called] = matchesIn(text, CALLED);
  if (!called || (called[0].includes('一') && /[行栏]/u.test(called[0]) && !ROW.test(text))) return [];
  const clause = clausesIn(text).find(({ end }) => end > called.index)?.text ?? text;
  const denied = CONTRASTED.exec(text);
  const said = denied ? text.replace(denied[0], '') : text;
  if (NO_STATEMENT.test(said) || OTHER_AID.test(clause) || COMPARED.test(text)) return [];
  const isSaid = ({ start }: PlaceMention) =>
    !denied || start < denied.index || start >= denied.index + denied[0].length;
  const places = mentions.filter((m) => isAided(m) && isSaid(m) && homes.of(m).length > 0);
  const shares = (place: PlaceMention, city: PlaceMention) =>
    homes.of(place).some((journey) => homes.of(city).includes(journey));
  const city = onlyCity(mentions);
  const [place] = places;
  if (city && place && homes.of(city).length > 0 && !places.some((one) => shares(one, city)))
    return [pairFault(place, city)];
  // 甲和乙两个县，都由某市结对: each of them is said to be its.
  const stray = ALL_OF_ROW.test(text) && city ? places.find((one) => !shares(one, city)) : undefined;
  if (city && stray && homes.of(city).length > 0) return [pairFault(stray, city)];
  // 由甲、乙两市共同结对: each of them is said to be.
  const cities = mentions.filter((m) => m.level === 'city' && homes.of(m).length > 0);
  if (!place || cities.length < 2 || !/^(?:共同|一起|联合)/u.test(called[0])) return [];
  const other = cities.find((one) => !places.some((own) => shares(own, one)));
  return other ? [pairFault(place, other)] : [];
}

const isCity = ({ level }: PlaceMention) => level === 'city';
const isAided = ({ level }: PlaceMention) => level === 'county' || level === 'township';

/** The same where one of the two stands in the sentence before: 某县很大。它的结对城市是…. Places count in the block. */
function pairedAcross(text: string, mentionsIn: (text: string) => PlaceMention[], homes: Homes): HomeFault[] {
  const sentences = sentencesIn(text);
  return sentences.flatMap((sentence, i): HomeFault[] => {
    const before = sentences[i - 1];
    if (!before || before.end - before.start > 200 || matchesIn(sentence.text, CALLED).length === 0) return [];
    const own = mentionsIn(sentence.text);
    if (own.some(isCity) === own.some(isAided)) return [];
    const both = text.slice(before.start, sentence.end);
    return pairedFaults(both, mentionsIn(both), homes).map((fault) => ({
      ...fault,
      start: fault.start + before.start,
      end: fault.end + before.start,
    }));
  });
}

const pairFault = (place: PlaceMention, city: PlaceMention): HomeFault => ({
  start: Math.min(place.start, city.start),
  end: Math.max(place.end, city.end),
  severity: 'warning',
  code: place.level === 'township' ? 'city-township' : 'city-county',
  place,
});

/** 某镇在某市对口的某县名下, 某乡则列在某县: a township under a county that is not its own. */
const LISTED_UNDER =
  /^(?:则|就|却|是|也|都)?(?:在|列在|归在|归|划在|排在|属于|属|算在|写在)(?<between>[^，。；、]{0,10})$/u;
const UNDER_BEHIND =
  /^[县区旗]?(?:名下|境内|里|下面|之下|后面|后边|底下|的名单|的名下|一栏|那一行|一行|名单)?(?=$|[，。；！）])/u;
function listedUnder(text: string, mentions: readonly PlaceMention[], homes: Homes): HomeFault[] {
  if (NO_STATEMENT.test(text)) return [];
  const townships = mentions.filter(({ level }) => level === 'township');
  const counties = mentions.filter(({ level }) => level === 'county');
  return townships.flatMap((township): HomeFault[] => {
    const county = counties.find(({ start }) => start >= township.end && start - township.end < 24);
    if (!county || homes.of(township).length === 0 || homes.of(county).length === 0) return [];
    const between = text.slice(township.end, county.start);
    const city = mentions.find((m) => m.level === 'city' && m.start >= township.end && m.end <= county.start);
    const rest = city ? between.replace(text.slice(city.start, city.end), '') : between;
    const match = LISTED_UNDER.exec(rest);
    if (!match || !/^(?:市?(?:团市委)?(?:结对|对口|援建|帮扶|援助)的)?$/u.test(match.groups?.['between'] ?? ''))
      return [];
    if (!UNDER_BEHIND.test(text.slice(county.end))) return [];
    if (homes.of(township).some((journey) => homes.of(county).includes(journey))) return [];
    return [{ start: township.start, end: county.end, severity: 'error', code: 'township-county', place: township }];
  });
}

/** Behind two townships: they are in one county. */
const IN_ONE =
  /^(?:都|是|就|也|本来)?(?:同属于?|同归|同在|属于?|归|在)(?:同)?一(?:个|座)?[县区旗](?:$|[里内管，。；！])/u;
/** 甲镇和乙乡同属一个县: townships that have no county in common. */
function inOneCounty(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  const counties = (one: PlaceMention) => new Set(homes.of(one).map(({ county }) => county.id));
  return runs.flatMap(({ items, end }): HomeFault[] => {
    const [first, ...others] = items;
    const place = others.at(-1);
    if (!first || !place || !IN_ONE.test(text.slice(end, end + 20)) || NO_STATEMENT.test(text)) return [];
    if (items.some((one) => one.level !== 'township' || counties(one).size === 0)) return [];
    const own = counties(first);
    if (others.every((one) => !own.isDisjointFrom(counties(one)))) return [];
    return [{ start: first.start, end: place.end, severity: 'error', code: 'township-county', place }];
  });
}

/** 某镇的孩子，结对的是某市; 某县由某市来援: who helps stands at the end. */
const HELPED_BY =
  /^[县区旗市]?(?:的\p{Script=Han}{1,6})?[，,]?(?:(?:与|跟|和)?(?:它|他们|她们|这里|那里)?(?:结对|对口|援助|援建|帮扶|支援|负责|联系)(?:它|他们|她们|这里|那里)?的(?:单位|城市|团委|团市委)?(?:就|则|都|才)?是|(?:则|就|都)?由)(?:共青团|团)?$/u;
const HELPS_BEHIND =
  /^市?(?:团市委|团委|市委|的同志|方面)?(?:(?:来|负责)?(?:援助?|帮扶?|管|包|结对|对口|支援|援建|联系|负责))?(?=$|[，。；！”）])/u;
function helpedBy(text: string, mentions: readonly PlaceMention[], homes: Homes): HomeFault[] {
  if (NO_STATEMENT.test(text) || OTHER_AID.test(text)) return [];
  return mentions.flatMap((place, i): HomeFault[] => {
    const city = mentions[i + 1];
    if ((place.level !== 'township' && place.level !== 'county') || city?.level !== 'city') return [];
    if (!HELPED_BY.test(text.slice(place.end, city.start)) || !HELPS_BEHIND.test(text.slice(city.end))) return [];
    // 由某市 alone, with nothing of helping behind it, is somebody else's doing.
    if (
      /由(?:共青团|团)?$/u.test(text.slice(0, city.start)) &&
      !/^市?\p{Script=Han}{0,4}(?:援|帮|管|包|结对|对口|支|联系|负责)/u.test(text.slice(city.end))
    )
      return [];
    if (homes.of(place).length === 0 || homes.of(city).length === 0) return [];
    if (homes.of(place).some((journey) => homes.of(city).includes(journey))) return [];
    const code = place.level === 'township' ? 'city-township' : 'city-county';
    return [{ start: place.start, end: city.end, severity: 'warning', code, place }];
  });
}

/** Townships without 乡 and 镇 in a row, three and more: 甲、乙、丙都在某县. */
function bareRows(
  text: string,
  townships: readonly NamedPlace[],
  mentions: readonly PlaceMention[],
  homes: Homes,
): HomeFault[] {
  if (!text.includes('、') || NO_STATEMENT.test(text) || ANOTHER_PLACE.test(text) || WENT.test(text)) return [];
  const [owner, ...others] = [
    ...new Map(
      mentions.filter(({ level }) => level === 'city' || level === 'county').map((m) => [m.names[0]?.place.id, m]),
    ).values(),
  ];
  const own = owner ? homes.of(owner) : [];
  // The county beside its own city is the same pairing.
  if (!owner || own.length === 0 || others.some((m) => !homes.of(m).some((journey) => own.includes(journey))))
    return [];
  return [
    ...text.matchAll(/(?:\p{Script=Han}{2,4}、)+\p{Script=Han}{2,4}?(?=乡|镇|[都全均这等几在，。；！）]|$)/gu),
  ].flatMap((match): HomeFault[] => {
    let at = match.index;
    const items = match[0].split('、').map((word, i) => {
      const start = at;
      at += word.length + 1;
      // What stands before the first name may be other words.
      const name = townships.find(({ stem, place }) =>
        i === 0 ? word.endsWith(stem) || word.endsWith(place.name) : word === stem || word === place.name,
      );
      return { name, start, end: start + word.length };
    });
    if (items.length < 3 || items.some(({ name }) => name === undefined)) return [];
    const wrong = items.flatMap(({ name, start, end }): HomeFault[] => {
      if (!name) return [];
      const place: PlaceMention = { start, end, level: 'township', names: [name], full: false };
      const known = homes.of(place);
      if (known.length === 0 || known.some((journey) => own.includes(journey))) return [];
      const code = owner.level === 'county' ? 'township-county' : 'city-township';
      return [{ start, end, severity: 'warning', code, place }];
    });
    return wrong.length * 2 < items.length ? wrong : [];
  });
}
/** A way through places. */
const WENT = /经|一路|依次|先后|走访|走过|跑了|跑遍|来自|出发|到了|去了|到过|去过/u;

/** Between a county and its townships. */
const UNDER = /^(?:的|境内的?|下辖的?|所辖的?|下属的?|里的|内的|下面的|辖区内?的|（|\()?$/u;
const LISTS =
  /^[县区旗]?[，,]?(?:现)?(?:一共|共|总共)?(?:下辖|所辖|管辖|辖有|辖|有|设有|包括|结对的|受援的|的)+(?:(?:\d+|[一二两三四五六七八九十]+)个?)?(?:结对|受援)?的?(?:乡镇|乡|镇|街道|社区|村)?(?:中?有|是|为|包括|分别是|名单)?(?:：|:|（|\(|——|—|，)?(?:分别|就)?(?:是|为)?$/u;
/** 某县，某市结对，8个： a list item about a county that opens a list of townships. */
const OPENS = /^[^：。；！？]{0,24}(?:个|乡镇|乡|镇|街道|社区|村|名单|如下|是|有|包括)：$/u;
/** Between a township and the county it is said to be in. */
const IN =
  /^(?:(?:，|——|—|：)?(?:这)?(?:[一二两三四五六七八九十\d]+个)?(?:乡镇|乡|镇|街道|社区|村)?(?:都|均|全|同)|都|也|均|全|同|[一二两三四五六七八九十\d]+个)?(?:所在的?|所属的?|是?属于|是?隶属于?|隶属|归属于?|属|位于|地处|坐落在|坐落于|归|在|（|\()(?:县是?|县为)?$/u;
const IN_LOOSE = /^是$/u;
const ALL_OF_THEM =
  /^[一二两三四五六七八九十\d]+个(?=在|属)|^(?:，|——|—|：)?(?:这)?(?:[一二两三四五六七八九十\d]+个)?(?:乡镇|乡|镇|街道|社区|村)?(?:都|均|全|同)(?:部|都)?/u;
const ALL_ITS = /^[县区旗]?(?:的|管的|下面的|这边的)(?:乡镇|乡|镇|街道|社区|村|地方|地界)?(?=[，。；！”）]|$)/u;
const ONE_OF = /^[市县]?(?:的|下辖的|所辖的|境内的?)[^，。；、]{0,10}(?:乡镇|乡|镇|街道|社区|村)(?!长|政府|干部)/u;
/** 位于…以东, 与…之间: a direction, no home. */
const DIRECTION =
  /^[县区旗]?(?:城)?(?:以|之|与|和|、|边上|旁|附近|[东南西北]+(?:方|面|侧|边|约|邻|\d)|交界|边界|[^，。；]{0,6}之间)/u;
const IN_END = /^(?:县)?(?:[，。；！？）”、]|$|境内|境域|[东南西北]部|的[^，。；]{0,3}[东南西北中]|管辖|下辖)/u;
const TOWNSHIPS_COMPARED = /^(?:[乡镇])?(?:都|相比|一样|之间|相距|比|不同|各)/u;

/** A way to ask whether a township is said to be in a county that is not its own. */
function townshipFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  const wrong = (township: PlaceMention, counties: readonly PlaceMention[]) => {
    const own = homes.of(township).map(({ county }) => county.id);
    const said = counties.flatMap(({ names }) => names.map(({ place }) => place.id));
    return own.length > 0 && !own.some((id) => said.includes(id));
  };
  const fault = (
    township: PlaceMention,
    county: PlaceMention,
    severity: HomeFault['severity'],
    all = false,
  ): HomeFault => ({
    start: all ? Math.min(township.start, county.start) : township.start,
    end: all ? Math.max(township.end, county.end) : township.end,
    severity,
    code: 'township-county',
    place: township,
  });
  return runs.flatMap((run, i): HomeFault[] => {
    if (run.level !== 'county' && run.level !== 'township') return [];
    const next = nextOf(text, runs, i);
    if (!next || next.start - run.end > 40) return [];
    const between = withoutRegions(text, run.end, next.start, runs);
    const clause = text.slice(clauseStart(text, run.start), next.end);
    if (run.level === 'county' && next.level === 'township') {
      const direct = UNDER.test(between);
      const opens = OPENS.test(between) && isFirst(text, run.start);
      if (!(direct || LISTS.test(between) || opens)) return [];
      if (NO_STATEMENT.test(clause)) return [];
      const [county] = run.items.slice(-1);
      if (!county) return [];
      return next.items.flatMap((township, at): HomeFault[] => {
        // The next item may have a county of its own before it: then it is in another run. 和 may begin another phrase.
        if (!wrong(township, run.items)) return [];
        if (at === 0) return [fault(township, county, 'error', direct)];
        const loose = next.joints.slice(1, at + 1).some((joint) => joint !== '、');
        if (loose && TOWNSHIPS_COMPARED.test(text.slice(next.end))) return [];
        return [fault(township, county, (direct && between === '') || (loose && direct) ? 'warning' : 'error')];
      });
    }
    if (run.level === 'township' && next.level === 'county') {
      const [county] = next.items;
      const township = run.items.at(-1);
      const behind = text.slice(next.end, next.end + 20);
      const all = ALL_OF_THEM.test(between);
      if (!county || !township || (run.items.length > 1 && !all) || next.items.length > 1) return [];
      const loose =
        (IN_LOOSE.test(between) && ONE_OF.test(behind)) ||
        (all && IN_LOOSE.test(between.replace(ALL_OF_THEM, '')) && (ALL_ITS.test(behind) || ONE_OF.test(behind)));
      if (!(loose || IN.test(between)) || DIRECTION.test(behind) || NO_STATEMENT.test(clause)) return [];
      if ((between === '在' || between === '（' || between === '(') && !IN_END.test(behind)) return [];
      return (all ? run.items : [township])
        .filter((one) => wrong(one, [county]))
        .map((one) => fault(one, county, 'error', one === township));
    }
    return [];
  });
}

/** The next row of places; of a county that opens an item the city it is paired with may stand between. */
function nextOf(text: string, runs: readonly Run[], at: number): Run | undefined {
  const places = runs.slice(at + 1, at + 8).filter(({ level }) => level !== 'region');
  const [first, second] = places;
  const run = runs[at];
  const opens = run?.level === 'county' && first?.level === 'city' && isFirst(text, run.start);
  return opens && second?.level === 'township' ? second : first;
}

const clauseStart = (text: string, at: number) =>
  Math.max(...['，', '。', '；', '！', '？', '\n'].map((m) => text.lastIndexOf(m, at - 1))) + 1;
/** A county that opens its sentence or block. */
const isFirst = (text: string, at: number) =>
  /(?:^|[。；！？\n])\s*[“（·*-]*$/u.test(text.slice(Math.max(0, at - 8), at));

/** Townships under a county that is not theirs, cities said to be paired with a county that another is paired with. */
export const placeHomes: PlanRule = ({ programme }) => {
  const index = placeIndex(programme);
  const mentionsIn = mentionReader(index, programme);
  const townships = index.names.filter(({ place, stem }) => place.level === 'township' && stem.length > 1);
  const homes = homesOf(programme);
  const { years } = programme.document;
  const [first, last] = [Math.min(...years), Math.max(...years)];

  function inSentence(source: ProseBlock, block: number): ProseFinding[] {
    const { text } = source;
    const mentions = mentionsIn(text);
    if (mentions.length === 0 || (mentions.length < 2 && !text.includes('、'))) return [];
    const runs = runsOf(text, mentions);
    const told = [...text.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?=年)/gu)].map((y) => Number(y[0]));
    // Another year may have had other pairings.
    const earlier = told.some((year) => year < first);
    const later = told.length > 0 && told.every((year) => year > last);
    const cities = earlier ? [] : cityFaults(text, runs, homes);
    const direct = [...townshipFaults(text, runs, homes), ...cities.map((f) => (later ? doubtful(f) : f))];
    const lists = earlier || later ? [] : listFaults(text, runs, homes);
    const isTold = ({ place }: HomeFault) => direct.some((f) => f.place === place);
    const under = listedUnder(text, mentions, homes).filter((fault) => !isTold(fault));
    const more =
      earlier || later ? [] : [...helpedBy(text, mentions, homes), ...bareRows(text, townships, mentions, homes)];
    const found = [...direct, ...under, ...inOneCounty(text, runs, homes), ...lists.filter((fault) => !isTold(fault))];
    const sure = [...found, ...more.filter((fault) => !found.some((f) => f.start < fault.end && fault.start < f.end))];
    const loose =
      earlier || later ? [] : [...looseFaults(text, mentions, homes), ...pairedFaults(text, mentions, homes)];
    const faults = sure.length > 0 ? sure : loose.slice(0, 1);
    return faults.map((fault) => homeFinding(source, block, fault, homes)).sort((a, b) => a.start - b.start);
  }

  return ({ blocks }) => {
    const found = blocks.flatMap((whole, block) => [
      ...bySentence(whole, (source) => inSentence(source, block)),
      ...pairedAcross(whole.text, mentionsIn, homes).map((fault) => homeFinding(whole, block, fault, homes)),
    ]);
    return [...found, ...rowFindings(blocks, mentionsIn, homes, new Set(found.map((f) => f.block)))];
  };
};

const doubtful = (fault: HomeFault): HomeFault => ({ ...fault, severity: 'warning' });

/** Rows of a table with one city and one county, or one county and townships, that do not belong together. */
function rowFindings(
  blocks: readonly ProseBlock[],
  mentionsIn: (text: string) => PlaceMention[],
  homes: Homes,
  done: ReadonlySet<number>,
): ProseFinding[] {
  const rows = new Map<number, { block: number; mention: PlaceMention }[]>();
  blocks.forEach(({ part, group, text }, block) => {
    if (part !== 'cell' || group === null) return;
    rows.set(group, [...(rows.get(group) ?? []), ...mentionsIn(text).map((mention) => ({ block, mention }))]);
  });
  return [...rows.values()].flatMap((row): ProseFinding[] => {
    const of = (level: PlaceMention['level']) => row.filter(({ mention }) => mention.level === level);
    const [[city, ...cities], [county, ...counties]] = [of('city'), of('county')];
    if (!county || counties.length > 0) return [];
    const shares = (a: PlaceMention, b: PlaceMention) => homes.of(a).some((journey) => homes.of(b).includes(journey));
    const found = [
      ...(city && cities.length === 0 ? [{ ...county, other: city, code: 'city-county' as const }] : []),
      ...of('township').map((township) => ({ ...township, other: county, code: 'township-county' as const })),
    ];
    return found.flatMap(({ block, mention, other, code }): ProseFinding[] => {
      const source = blocks[block];
      if (!source || done.has(block) || block === other.block || shares(mention, other.mention)) return [];
      if (homes.of(mention).length === 0) return [];
      const { start, end } = mention;
      return [homeFinding(source, block, { start, end, severity: 'warning', code, place: mention }, homes)];
    });
  });
}
