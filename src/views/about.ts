import { EARTH_RADIUS_KM, PRINTED_KM } from '#domain/places/geography.ts';
import { directionOf, languagesOf, namesAnchor, nameWord } from '#domain/places/language-name.ts';
import { isHeightModel, isUnit, nameToday, printedHeight, seatWord } from '#domain/places/place.ts';
import { guideSources, guideWords } from '#domain/places/waters.ts';
import { hasRiverMap, namedFigures } from '#domain/programme/figure-names.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { FULL_WIDTH, SMALL_WIDTH, WIDTHS } from '#domain/stories/picture.ts';
import { threadRule } from '#format/counted.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { number, quantity } from '#format/number.ts';
import { UNVERIFIED } from '#format/status.ts';
import { build, routes } from './programme.ts';

/** What the maps draw, in the words of the programme: only what is there. */
function mapWords(programme: Programme) {
  const { journeys, words, content } = programme;
  const { giver, receiver, third } = words;
  const placed = journeys.some((j) => j.city.position || j.county.position);
  const seat = receiver.noun === '县' ? '县城' : receiver.noun;
  const ends = giver.noun === receiver.noun ? giver.noun : `${giver.noun}和${seat}`;
  const high = content.places.filter((p) => p.elevation && !isUnit(p)).map(seatWord);
  const seats = ['县城', '城区'].filter((word) => high.includes(word));
  // Areas have a seat; a school stands where it is.
  const areas = content.places.some((p) => (p.position || p.elevation) && !isUnit(p));
  return {
    points: placed ? `${ends}的点` : null,
    giver: giver.noun,
    /** From where to where a distance is. */
    way: areas ? `${giver.noun === '城市' ? '城市中心点' : giver.noun}到${seat}` : `${giver.noun}到${receiver.noun}`,
    seats: seats.join('和') || ends,
    /** What stands in the framed list. */
    listed: third?.noun ?? receiver.noun,
    direct: third === null,
    boundaries: receiver.noun === '县' ? '国界、省界、县界' : '国界、省界和别的行政区域界线',
    /** Areas have names of today, and codes where a source gives them; a school has a name. */
    coded: content.places.some((p) => p.code),
    names: content.places.every((p) => isUnit(p)) ? '名称' : '地名',
    stripe: threadRule(journeys, words, '').replace('根线', '道彩条'),
  };
}

/** The names in other languages, a section a language: where they come from, and what they leave out. */
function languageSections({ content, words }: Programme) {
  const third = words.third?.noun;
  return languagesOf(content.places).map((lang) => {
    const named = content.places.flatMap((place) =>
      (place.names ?? []).filter((name) => name.lang === lang).map((name) => ({ place, ...name })),
    );
    const small = named.filter(({ place }) => place.level === 'township');
    const bare = small.filter(({ note }) => note?.includes('不含')).length * 2 > small.length;
    const kind = third === '乡镇' ? '“乡”“镇”一词' : '后面表示是什么地方的词';
    return {
      title: nameWord(lang),
      anchor: namesAnchor(lang),
      unverified: named.some(({ unverified }) => unverified),
      bare: bare && third ? `${third}的写法多数只有专名，不含${kind}。` : '',
      names: named.map(({ place, text, note, source, unverified }) => ({
        name: nameToday(place),
        text,
        lang,
        dir: directionOf(text),
        source: [note, source, unverified && UNVERIFIED].filter(Boolean).join('；'),
      })),
    };
  });
}

/** The words for what is drawn for orientation, and its sources as sentences; null where nothing of it is drawn. */
function guidesOf({ content: { waters }, journeys }: Pick<Programme, 'content' | 'journeys'>) {
  if (!waters || waters.features.length === 0 || journeys.every(({ distance }) => distance === null)) return null;
  const all = guideSources(waters);
  const accuracy = waters.accuracy_km === undefined ? '' : `精度约${number(waters.accuracy_km)}公里。`;
  const sources =
    all.length === 1 || new Set(all.flatMap((one) => one.sources)).size === 1
      ? [{ word: guideWords(waters), sources: [...new Set(all.flatMap((one) => one.sources))] }]
      : all;
  return {
    words: guideWords(waters),
    sources: `${sources.map((one) => `${one.word}的数据：${one.sources.join('；')}。`).join('')}${accuracy}`,
  };
}

/** How heights are rounded, and that they come from a model where a source says so; null where there are none. */
function heightsRule({ content }: Pick<Programme, 'content'>): string | null {
  const heights = content.places.flatMap(({ elevation }) => elevation ?? []);
  if (heights.length === 0) return null;
  if (heights.some(({ source }) => isHeightModel(source)))
    return '来自数字高程模型，不是测量成果，前面写“约”。网格较细的取整到10米；网格较粗的（间距约2公里），在山谷里可以差出几十米，取整到100米。高差由取整后的两个数相减，两个里有一个较粗，差也取整到100米。';
  const coarse = heights.some(({ approximate }) => approximate);
  return coarse
    ? '照各处的来源，前面写“约”。取整到10米，来源较粗的取整到100米。高差由取整后的两个数相减，两个里有一个较粗，差也取整到100米。'
    : '照各处的来源，取整到10米，前面写“约”。高差由取整后的两个数相减。';
}

/** How things are worked out, and where every point and name from outside comes from. */
export async function methodView() {
  const { programme } = await build();
  const { content } = programme;
  const paired = new Set(programme.journeys.flatMap((j) => [j.city.id, j.county.id]));
  return {
    money: namedFigures(programme).some(({ kind }) => kind === 'money'),
    lineMeasure: programme.words.line.short,
    radius: EARTH_RADIUS_KM,
    kmStep: PRINTED_KM,
    unverified: UNVERIFIED,
    /** What lies on the maps besides points and threads, and where each was read; empty where nothing does. */
    guides: guidesOf(programme),
    rivers: hasRiverMap(programme),
    words: mapWords(programme),
    distances: programme.journeys.some((j) => j.distance !== null),
    heights: heightsRule(programme),
    points: content.places
      .filter((p) => p.position)
      .map((p) => ({
        name: `${nameToday(p)}${seatWord(p)}`,
        href: paired.has(p.id)
          ? routes.pairing(programme.journeys.find((j) => j.city.id === p.id || j.county.id === p.id)?.city.id ?? '')
          : null,
        lon: p.position?.lon,
        lat: p.position?.lat,
        datum: p.position?.datum,
        confidence: { high: '可靠', medium: '一般', low: '存疑' }[p.position?.confidence ?? 'low'],
        source: p.position?.source,
        elevation: p.elevation ? quantity(printedHeight(p) ?? 0, '米', true) : null,
        elevationSource: p.elevation?.source ?? null,
      })),
    languages: languageSections(programme),
    codes: [...new Set(content.places.flatMap((p) => (p.code ? [p.code.source] : [])))],
    renamed: [...new Set(content.places.flatMap((p) => (p.name_since ? [p.name_since.source] : [])))],
  };
}

export async function aboutView() {
  const { programme, now } = await build();
  const { site, document, content } = programme;
  const { email, phone, address } = site.contact;
  const name = confirmedPublisher(site, dayInChina(now));
  const { confirmed } = site.publisher;
  return {
    /** Who answers for the site, and the paper that says so; null: nobody has confirmed it. */
    publisher: name === null ? null : { name, paper: confirmed && `${confirmed.paper}，${longDate(confirmed.date)}` },
    sections: site.about,
    /** What is known from outside the document. */
    outside: [
      ...(content.places.some((p) => p.position) ? ['坐标'] : []),
      ...(content.places.some((p) => p.elevation) ? ['海拔'] : []),
      ...(content.places.some((p) => p.code) ? ['区划代码'] : []),
    ].join('、'),
    guides: guidesOf(programme)?.words ?? null,
    words: mapWords(programme),
    document: document.title,
    reporter: programme.words.reporter.noun,
    annex: programme.lineYears.some((y) => y.disagreement !== null) ? programme.words.annex.noun : null,
    open: content.places.some((p) => !isUnit(p)),
    contact: [
      ...(email ? [{ term: '邮箱', text: email }] : []),
      ...(phone ? [{ term: '电话', text: phone }] : []),
      ...(address ? [{ term: '地址', text: address }] : []),
    ],
  };
}

/** A frame that photos are put into, as it is sketched: of what shape, with how many photos, whether with a slip. */
const frame = (name: string, shape: string, where: string, slip = true, photos = 1) => ({
  ...{ name, shape, where },
  ...{ slip, photos },
});

/** What the page for photographers says of sizes and frames. */
export function photosView() {
  return {
    widths: WIDTHS,
    small: SMALL_WIDTH,
    full: FULL_WIDTH,
    frames: [
      frame('稿件的封面，一个人', 'cut', '竖的裁成4∶5。题签在左，盖住照片很窄的一条边。'),
      frame('脸在左边的', 'cut mirrored', '题签和布移到右边。'),
      frame('稿件的封面，一群人', 'group', '整张不裁，题签挂在下面。'),
      frame('首页的一根线', 'window', '手机上近方，题签挂在照片下边；宽屏上题签在旁边。'),
      frame('列表打头的', 'lead-cover', '16∶9；方的、竖的整张放。', false),
      frame('列表里的', 'card', '3∶2；竖的整张放。', false),
      frame('人物墙', 'tile', '4∶5，名字在下面；合影整张放。', false),
      frame('一组照片', 'rows', '横竖随便，排成一样高的几行，不裁。', false, 5),
    ],
  };
}
