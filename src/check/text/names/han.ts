import { CharacterSet, isHan } from '../character-set.ts';
import { countedIn, isTypicalGiven, mayBeGiven, type Surname, surnameAt } from './characters.ts';
import {
  type Cue,
  cueAfter,
  doesAt,
  isDone,
  isResumed,
  isWhenAt,
  leadsTo,
  ownsAt,
  tellsOfSomebody,
  tellsParticulars,
} from './cues.ts';
import { isSound, isSoundAt } from './dotted.ts';
import {
  closesAt,
  goesOn,
  isBesideName,
  isStrong,
  type NameFinder,
  opensAfterWord,
  opensAt,
  opensPlainly,
  opensSentence,
  opensThought,
  type Reading,
  speaks,
} from './reading.ts';
import { isTibetanSyllable, makesNoPerson, tibetanNameAt } from './tibetan.ts';

/** Titles stand where a given name would: 周先生, 李大娘. */
const TITLE =
  /^(?:先生|女士|小姐|太太|大娘|大爷|大妈|大叔|大姐|大哥|大嫂|大夫|老师|医生|外长|总理|主席|书记|主任|市长|省长|县长|镇长|乡长|村长|局长|处长|科长|院长|校长|队长|会长|团长|军长|师长|司令|政委|经理|总|副|老板|师傅|教授|同志|同学|院士|博士|将军|元帅|导演|记者|律师|法官|警官|秘书|委员|代表|爷爷|奶奶|叔叔|阿姨|大使|议员|教练|家人|家里|家中|家族|家村|家庄|家湾|家坪|家界|家港|家口|氏)/u;
/** What makes a body, a way of thinking or a thing of a name. */
const MAKES_BODY =
  /^(?:基金|集团|公司|组织|思想|理论|主义|精神|公园|广场|大道|大学|学院|书店|商店|超市|诊所|中学|小学|学校|图书馆|医院|国际|研究会|出版社|书店|酒|牌|式|杯|奖)/u;
/** Words, countries, provinces, cities and bodies that begin like a name. */
const PLACES = new Set(
  '牧民|牧业|牧区|牧场|牧羊|牧草|初一|初二|初三|左一|左二|左三|左四|左五|海内外|那天|唐卡|钱塘|那时|那年|那里|那些|那样|那么|许多|许多人|任何|何人|韩国|云南|苏南|苏北|江南|江北|江西|江苏|安徽|安庆|莫斯科|卢旺达|乌克兰|马里|马尼拉|古巴|黎巴嫩|安哥拉|华盛顿|华沙|华北|华东|华南|华中|罗马|汉中|鲁南|鲁中|鲁西|皖南|欧佩克|欧盟|欧洲|欧亚|温哥华|柏林|应天|万象|成都|金边|金陵|金门|景德镇|宁夏|宁波|台州|雷州|苏州|苏联|梅州|梅县|高雄|高邮|马祖|庐山|黄山|华山|泰山|白山|秦皇|秦皇岛|唐山|乐山|常州|常熟|温岭|文昌|文山|武当|武夷|武汉|武昌|武都|于田|任丘|任城|石河子|石景山|马鞍山|龙岩|龙门|龙泉|陵水|陆丰|通化|丹东|丹阳|丹麦|黑河|江阴|江津|江门|宋庄|沈阳|沈河|童子军|康定|康藏|林芝|林海|海南|海口|海地|洪都|汉城|汉阳|汉江|黄海|黄河|黄埔|黄浦|东海|东京|柳江|毕节|贺州|钦州|宜春|宜昌|连云|连江|印尼|越南|越秀'.split(
    '|',
  ),
);

/**
 * Ordinary words that look like a surname and a given name and that the dictionary does not know: where a heading or a
 * cell consists of one of them, nobody is meant.
 */
const ORDINARY = new Set(
  (
    '石桥 石缝 金秋 田头 田边 钟声 龙灯 高坡 关口 关爱 马鞍 马灯 牛粪 花丛 云端 黄叶 方田 古树 苗情 麻绳 纪实 元月 汤圆 汤面 ' +
    '姜汤 姜茶 童谣 强项 游园 支农 柴房 范文 范例 樊篱 宫灯 桑叶 强基 管护 沙棘 康养 江堤'
  ).split(' '),
);
/** Whether a text is one of them. */
export const isOrdinaryWord = (text: string): boolean => ORDINARY.has(text);

/** People of history and of books: whoever writes of them asks nobody. */
const HISTORIC = new Set(
  '鲁迅|雷锋|毛泽东|周恩来|朱德|刘少奇|邓小平|孙中山|宋庆龄|李大钊|方志敏|杨开慧|夏明翰|贺龙|彭德怀|任弼时|李白|杜甫|苏轼|王维|白居易|陶渊明|屈原|司马迁|司马光|诸葛亮|曹操|刘备|关羽|张飞|孙权|武松|林冲|宋江|林黛玉|贾宝玉|花木兰|穆桂英|岳飞|文天祥|郑和|林则徐|曾国藩|蔡伦|张衡|祖冲之|李时珍|华佗|张仲景|沈括|徐霞客|郭守敬|黄道婆|詹天佑|钱学森|袁隆平|焦裕禄|孔繁森|王进喜|黄继光|董存瑞|邱少云|刘胡兰|张骞|苏武|王昭君|蔡文姬|李清照|上官云珠|令狐冲|郭靖|黄蓉|张良|韩信|项羽|刘邦|汪精卫|蒋介石|马克思|恩格斯|马可波罗|杜鲁门'.split(
    '|',
  ),
);

/** Whether a title begins at an offset: what stands before it is a surname alone. */
const isTitleAt = (text: string, at: number): boolean => TITLE.test(text.slice(at, at + 2));
/** Whether what begins at an offset makes a body or a thing of the name before it. */
const makesBody = (text: string, at: number): boolean => MAKES_BODY.test(text.slice(at, at + 3));
/** Whether a word is known to be a place, a body or somebody of history. */
const isKnown = (word: string): boolean => PLACES.has(word) || HISTORIC.has(word);

/**
 * What each sign speaks for (or, below 0, against) a name of surname and given name. The numbers are the weights of a
 * logistic regression over all places of a labelled newspaper where a surname stands: their sum is the logarithm of the
 * odds that somebody is named there.
 */
const POINTS = {
  // What it is made of.
  one: -0.6,
  two: 0.3,
  'surname-double': 1.2,
  'surname-common': 0.4,
  'surname-middle': -0.6,
  'surname-rare': -1.0,
  'surname-wordy': -0.6,
  'surname-grammar': -0.9,
  'typical-0-of-1': -1.0,
  'typical-1-of-1': -0.1,
  'typical-0-of-2': -2.8,
  'typical-1-of-2': -0.1,
  'typical-2-of-2': 1.8,
  'namely-0-of-1': -1.1,
  'namely-1-of-1': -0.1,
  'namely-0-of-2': 0,
  'namely-1-of-2': -0.3,
  'namely-2-of-2': 1.9,
  'foreign-1': -0.3,
  'foreign-2': 0.1,
  'sounds-1': 0.9,
  'sounds-2': -0.4,
  direction: -0.7,
  'starts-in-grammar': -1.7,
  'ends-in-grammar': -3.4,
  'ends-going-on': -0.9,
  'more-behind': -3.9,
  // How the dictionary cuts it.
  'inside-word': -1.1,
  'is-word-1': -0.7,
  'is-word-2': 1.0,
  'word-from-surname': -2.7,
  'given-is-word-0': -0.8,
  'given-is-word-1': -0.2,
  'given-is-word-2': -0.3,
  loose: 1.4,
  'announced-word': 3.3,
  'word-over-end': -3.3,
  'word-over-start': -1.6,
  // What stands around it.
  'after-and': 0.1,
  'after-bracket': 1.1,
  'after-called': 2.3,
  'after-grammar': -0.2,
  'after-list': -0.1,
  'after-loose': -2.4,
  'after-nothing': 2.2,
  'after-owns': 2.5,
  'after-pause': 0.1,
  'after-place': 1.3,
  'after-quote': 2.5,
  'after-sound': -5.3,
  'after-speaks': 0.8,
  'after-speech': 1.2,
  'after-strong': 2.0,
  'after-verb': 1.0,
  'after-when': 1.7,
  'after-word': -1.3,
  'before-and': -0.4,
  'before-called': 2.2,
  'before-grammar': 0.1,
  'before-list': -0.6,
  'before-loose': -2.6,
  'before-nothing': 1.0,
  'before-number': -5.5,
  'before-office': -0.5,
  'before-pause': 0.3,
  'before-sound': -4.2,
  'before-strong': 1.6,
  'before-verb': 0.6,
  'before-word': -1.9,
  'beside-name': 2.3,
  resumed: 1,
};

/** A sign that what stands there is a name, or that it is none. */
type HanSign = keyof typeof POINTS;

/** What all names have before anything is known of them. */
const FROM = -0.3;

/** Given names of one character that rather make a family or a place: 刘家, 张庄. */
const FAMILY = new Set('家氏门庄姓府村子业');
const OF_ALL = /(?:全体|全班|各位|所有)\p{Script=Han}{2,3}$|们$/u;
/** Words of grammar with which a given name hardly ends or begins: 卢亮以, 米和水. */
const GRAMMAR = new CharacterSet('和有归才在去到说是的与及以时后前');
const BEGINS_WITH_GRAMMAR = new CharacterSet('和有归才在去到说是的与及以时后前入而于');
const AND = new CharacterSet('和与跟同及');
const NUMBER = new CharacterSet('0123456789０１２３４５６７８９一二三四五六七八九十百千万亿几两数第');
const DIRECTION = new CharacterSet('西北中外上下内');

/** A name as it is tried: a surname and so many characters of a given name. */
interface Tried {
  readonly at: number;
  readonly given: number;
  readonly end: number;
  readonly length: 1 | 2;
  readonly word: string;
}

/** Whether what is tried can be no name, whatever stands around it. */
function isNoName(
  { text, bounds }: Reading,
  surname: Surname,
  { at, given, end, length, word }: Tried,
  before: Cue | null,
): boolean {
  // 高高兴｜兴: a doubled word.
  if (text.charAt(end - 1) === text.charAt(end) && text.charAt(at) === text.charAt(given)) return true;
  if (length === 1 && FAMILY.has(word)) return true;
  // 全体同学｜向远方: all of them are told of, and nobody by name.
  if (surname.grammar && OF_ALL.test(text.slice(Math.max(0, at - 6), at))) return true;
  // 于洋｜家在: where somebody is at home.
  if (length === 2 && word.endsWith('家') && /[的里中在就去今失住，]/u.test(text.charAt(end))) return true;
  if (makesNoPerson(text.slice(end, end + 3)) || makesBody(text, end) || isKnown(text.slice(at, end))) return true;
  // 向｜阳小学: what is left of another word, and a body.
  if (length === 2 && MAKES_BODY.exec(word)?.[0] === word) return true;
  if (
    isTitleAt(text, given) ||
    (length === 2 && /[馆站所厂社班连排营部州区处科组队县市镇乡村校院局厅司行会]长/u.test(word))
  )
    return true;
  // 米｜和｜水: somebody or something joined to the surname's character.
  if (length === 2 && /^[和与及]/u.test(word)) return true;
  // 帮扶两年, 资助几百: no given name counts.
  if (/^[两几]/u.test(word)) return true;
  // 金融家, 钱塘江: words of three characters are names only where somebody is announced.
  if (
    length === 2 &&
    surname.length === 1 &&
    bounds.wordEnd(at) === end &&
    !isStrong(before) &&
    !isStrong(cueAfter(text, end)) &&
    !speaks(text, end)
  )
    return true;
  // A word of the dictionary that stands by itself: the words of a link, a cell.
  if (at === 0 && end === text.length && (bounds.wordEnd(at) >= end || isOrdinaryWord(text))) return true;
  // 向｜世界: a word of grammar and another word.
  if (surname.grammar && length === 2 && bounds.wordEnd(given) >= end && !isStrong(before)) return true;
  if (surname.grammar && !isStrong(before) && countedIn(word).namely === 0 && !isStrong(cueAfter(text, end)))
    return true;
  // 老师傅: the last character of 老师 and 傅 make another word.
  if (text.charAt(at) === '傅' && text.charAt(at - 1) === '师') return true;
  // 李鹏｜和夫人: what joins a name to somebody else is no part of it.
  if (length === 2 && /[和与及]$/u.test(word) && isHan(text, end) && !speaks(text, end)) return true;
  return isHan(text, at - 1) && !bounds.isBound(at) && !opensAfterWord(text, at) && !isStrong(before);
}

/** Points of a given name by how many of its characters are such, for each length. */
const OF_GIVEN = {
  typical: {
    1: [POINTS['typical-0-of-1'], POINTS['typical-1-of-1']],
    2: [POINTS['typical-0-of-2'], POINTS['typical-1-of-2'], POINTS['typical-2-of-2']],
  },
  namely: {
    1: [POINTS['namely-0-of-1'], POINTS['namely-1-of-1']],
    2: [POINTS['namely-0-of-2'], POINTS['namely-1-of-2'], POINTS['namely-2-of-2']],
  },
  foreign: [0, POINTS['foreign-1'], POINTS['foreign-2']],
} as const;

const pointsOfSurname = ({ length, common, middle }: Surname): number => {
  if (length === 2) return POINTS['surname-double'];
  if (common) return POINTS['surname-common'];
  return middle ? POINTS['surname-middle'] : POINTS['surname-rare'];
};

/** What it is made of. Points are added up at once: a list of signs for every surname of a text took half the time of all names. */
function pointsOfMade({ text }: Reading, surname: Surname, { at, end, length, word }: Tried): number {
  const { typical, namely, foreign } = countedIn(word);
  let points = FROM + (length === 1 ? POINTS.one : POINTS.two) + pointsOfSurname(surname);
  if (surname.wordy) points += POINTS['surname-wordy'];
  if (surname.grammar) points += POINTS['surname-grammar'];
  points += OF_GIVEN.typical[length][typical] ?? 0;
  points += OF_GIVEN.namely[length][namely] ?? 0;
  points += OF_GIVEN.foreign[foreign] ?? 0;
  if (soundsOnly(text, at, end)) points += length === 1 ? POINTS['sounds-1'] : POINTS['sounds-2'];
  if (length === 1 && DIRECTION.has(word)) points += POINTS.direction;
  const last = word.slice(-1);
  if (length === 2 && BEGINS_WITH_GRAMMAR.has(word)) points += POINTS['starts-in-grammar'];
  if (GRAMMAR.has(last)) points += POINTS['ends-in-grammar'];
  else if (goesOn(last) && namely === 0) points += POINTS['ends-going-on'];
  return points;
}

function soundsOnly(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSoundAt(text, at)) return false;
  return true;
}

/** How the dictionary cuts it: an unknown name falls into loose characters. */
const cutOf = (
  { text, bounds }: Reading,
  { at, given, end, length, word }: Tried,
  surname: Surname,
  before: Cue | null,
): HanSign[] => {
  const signs: HanSign[] = [];
  const firstWord = bounds.wordEnd(at);
  // 书记龙四｜清和村民: the dictionary takes 清和 for a word.
  const and = isStrong(before) && AND.isAt(text, end) && bounds.isBound(end + 1);
  // 秘书长夏天出席: a word of the dictionary is a name where an office announces it.
  const announcedWord: HanSign[] =
    isStrong(before) &&
    surname.common &&
    isTypicalGiven(word) &&
    (!isHan(text, end) || isStrong(cueAfter(text, end)) || speaks(text, end))
      ? ['announced-word']
      : [];
  const closed = !isHan(text, end) || bounds.isBound(end) || and;
  if (firstWord > end) signs.push('inside-word');
  else if (firstWord === end) signs.push(`is-word-${length}`, ...announcedWord);
  else if (!bounds.isBound(given)) signs.push('word-from-surname');
  else if (length === 2 && bounds.wordEnd(given) === end)
    signs.push(`given-is-word-${countedIn(word).namely}` as HanSign);
  else if (closed) signs.push('loose');
  if (!closed && firstWord <= end) signs.push('word-over-end');
  if (isHan(text, at - 1) && !bounds.isBound(at)) signs.push('word-over-start');
  return signs;
};

const PAUSE = /[\p{P}\p{S}\s]/u;
/** Whether a pause or a sign stands at an offset: what is no Chinese character, or one of the few that are signs. */
const isPauseAt = (text: string, at: number): boolean => !isHan(text, at) || PAUSE.test(text.charAt(at));

/** What stands before, where no dictionary is needed to tell. */
const plainlyBefore = ({ text }: Reading, at: number, before: Cue | null): HanSign | null => {
  const last = text.charAt(at - 1);
  if (isStrong(before)) return before?.role === 'called' ? 'before-called' : 'before-strong';
  if (at === 0) return 'before-nothing';
  if (last === '、') return 'before-list';
  if (NUMBER.has(last)) return 'before-number';
  if (isPauseAt(text, at - 1)) return 'before-pause';
  if (AND.has(last)) return 'before-and';
  return opensAfterWord(text, at) ? 'before-grammar' : null;
};

/** What a loose character or a word before it is. */
const wordBefore = ({ text, bounds }: Reading, at: number): HanSign => {
  const last = text.charAt(at - 1);
  if (at > 1 && !bounds.isBound(at - 1)) {
    if (leadsTo(text, at)) return 'before-verb';
    return /[员师匠]/u.test(last) ? 'before-office' : 'before-word';
  }
  return isSound(last) ? 'before-sound' : 'before-loose';
};

/** What stands behind, where no dictionary is needed to tell. */
const plainlyAfter = ({ text }: Reading, end: number, said: boolean): HanSign | null => {
  const next = text.charAt(end);
  if (speaks(text, end)) return said ? 'after-quote' : 'after-speaks';
  if (text.startsWith('：“', end)) return 'after-speech';
  const after = cueAfter(text, end);
  if (after && isStrong(after)) return after.role === 'called' ? 'after-called' : 'after-strong';
  if (next === '') return 'after-nothing';
  if (next === '、') return 'after-list';
  if (/[（(]/u.test(next))
    return /[左右中前后男女图\d一二三四化]/u.test(text.charAt(end + 1)) ? 'after-place' : 'after-bracket';
  if (isWhenAt(text, end)) return 'after-when';
  if (!isHan(text, end)) return 'after-pause';
  if (AND.has(next)) return 'after-and';
  if (doesAt(text, end) || isDone(text, end)) return 'after-verb';
  if (ownsAt(text, end)) return 'after-owns';
  return goesOn(next) ? 'after-grammar' : null;
};

/** What a loose character or a word behind it is. */
const wordAfter = ({ text, bounds }: Reading, end: number): HanSign => {
  if (bounds.isBound(end) && bounds.wordEnd(end) - end > 1) return 'after-word';
  return isSound(text.charAt(end)) ? 'after-sound' : 'after-loose';
};

/** 刘正｜学: a loose character behind a name of two rather belongs to it. */
const hasMoreBehind = ({ text, bounds }: Reading, end: number): boolean =>
  isHan(text, end) &&
  bounds.isBound(end) &&
  bounds.wordEnd(end) === end + 1 &&
  isTypicalGiven(text.charAt(end)) &&
  !goesOn(text.charAt(end)) &&
  !isDone(text, end);

/** The most that may still be added by what only the dictionary tells: it is asked last, and of most places not at all. */
const MOST_OF = {
  cut: Math.max(POINTS.loose, POINTS['is-word-2']),
  cutAnnounced: Math.max(POINTS.loose, POINTS['is-word-2'] + POINTS['announced-word']),
  wordBefore: POINTS['before-verb'],
  wordAfter: POINTS['after-word'],
};

/** From so many points a name is sure: about one in fifty is none. */
const CERTAIN = 1.2;
/** From so many points it is more likely a name than not. */
const LIKELY = 0;
/** The same where only other signs beside it make it one, at the beginning of a thought. */
const LOOSELY = -1.5;
const OF_THE_YOUNG: ReadonlySet<string> = new Set(['child', 'pupil', 'aided']);
const TELLS: ReadonlySet<HanSign> = new Set(['after-owns', 'after-verb', 'after-called', 'after-speech']);

/** What speaks for a name of a surname and a given name, as a number; `meant`: signs beside it say that one of the young is meant. */
interface Weighed {
  readonly points: number;
  readonly meant: boolean;
}

/**
 * All that speaks for or against a name of a surname and `length` characters at an offset: what it is made of, how the
 * dictionary cuts it, what stands before and behind; null: it cannot be one, or whatever the dictionary says is too
 * little.
 */
function weighed(reading: Reading, at: number, before: Cue | null, surname: Surname, length: 1 | 2): Weighed | null {
  const { text } = reading;
  const given = at + surname.length;
  const end = given + length;
  const tried: Tried = { at, given, end, length, word: text.slice(given, end) };
  if (tried.word.length < length || !mayBeGiven(tried.word)) return null;
  const made = pointsOfMade(reading, surname, tried);
  const inFront = plainlyBefore(reading, at, before);
  const behind = plainlyAfter(reading, end, /[”」]/u.test(text.charAt(at - 1)));
  const beside =
    (isBesideName(reading, at, end) ? POINTS['beside-name'] : 0) +
    (opensThought(text, at) && isResumed(text, end) ? POINTS.resumed : 0);
  const most =
    made +
    beside +
    (isStrong(before) ? MOST_OF.cutAnnounced : MOST_OF.cut) +
    (inFront ? POINTS[inFront] : MOST_OF.wordBefore) +
    (behind ? POINTS[behind] : MOST_OF.wordAfter);
  const meant =
    (behind !== null && TELLS.has(behind) && opensThought(text, at)) ||
    (isStrong(before) && before !== null && OF_THE_YOUNG.has(before.role)) ||
    (opensThought(text, at) && tellsOfSomebody(text, end)) ||
    (opensSentence(text, at) && (closesAt(reading, end) || (surname.common && reading.bounds.isBound(end))));
  const least = !surname.grammar && meant ? LOOSELY : LIKELY;
  if (most < least - 0.01 || (most < LIKELY - 0.01 && !reading.isLoose())) return null;
  if (isNoName(reading, surname, tried, before)) return null;
  let points = made;
  for (const sign of cutOf(reading, tried, surname, before)) points += POINTS[sign];
  points += POINTS[inFront ?? wordBefore(reading, at)];
  points += POINTS[behind ?? wordAfter(reading, end)];
  if (length === 1 && hasMoreBehind(reading, end)) points += POINTS['more-behind'];
  return { points: points + beside, meant };
}

/** Surname and given name of one or two characters: whichever length has more points. */
export const hanName: NameFinder = (reading, at, before) => {
  const surname = surnameAt(reading.text, at);
  if (!surname) return null;
  let best: { readonly end: number; readonly points: number } | null = null;
  for (const length of [2, 1] as const) {
    const end = at + surname.length + length;
    if (length === 2 && isDone(reading.text, end - 1)) continue;
    const { points, meant } = weighed(reading, at, before, surname, length) ?? NO_WEIGHT;
    const enough =
      points >= LIKELY ||
      (points >= LOOSELY && !surname.grammar && meant && reading.bounds.wordEnd(at) < end && reading.isLoose());
    if (enough && points > (best?.points ?? Number.NEGATIVE_INFINITY)) best = { end, points };
  }
  return best && { end: best.end, form: 'han', certainty: best.points >= CERTAIN ? 'certain' : 'likely' };
};
const NO_WEIGHT: Weighed = { points: Number.NEGATIVE_INFINITY, meant: false };

/** What is filled in with the name of somebody: 对象：雷雨泽，. */
const FILLED_IN = /(?:姓名|对象|户主|学生|患者|申请人|[领收受][款助益]人|受资助人)[：:]\s?$/u;

/** A surname and whatever is no word with it, before particulars: 李想想，父母离异. Only for those who ask nobody. */
export const toldName: NameFinder = (reading, at) => {
  const { text, bounds } = reading;
  if (!opensThought(text, at) && !/[的是叫]/u.test(text.charAt(at - 1))) return null;
  const surname = surnameAt(text, at);
  if (!surname || surname.grammar) return null;
  for (const length of [2, 1]) {
    const end = at + surname.length + length;
    const given = text.slice(at + surname.length, end);
    if (given.length < length || !mayBeGiven(given)) continue;
    const filledIn = !isHan(text, end) && FILLED_IN.test(text.slice(Math.max(0, at - 6), at));
    if (
      (filledIn || tellsParticulars(text, end) || (surname.common && tellsOfSomebody(text, end))) &&
      bounds.wordEnd(at) <= (filledIn ? end - 1 : at + surname.length) &&
      !isTitleAt(text, at + surname.length) &&
      !isKnown(text.slice(at, end)) &&
      !makesNoPerson(text.slice(end, end + 3)) &&
      reading.isLoose()
    )
      return { end, form: 'han', certainty: 'likely' };
  }
  return null;
};

/** What somebody is called by with a surname alone, where nobody is told by an office: 杨同学, 覃阿婆, 向老四. */
const CALLED_BY =
  /^(?:同学(?!们|会)|女士|先生(?!们)|小姐|老[汉爹太伯乡]|老[二三四五六七八九幺](?![老年月个名位十百千万一二三四五六七八九辈])|老大(?=$|[，。；、：（])|阿[婆公伯]|大[娘爷妈叔婶嫂伯哥姐]|阿姨|叔叔|伯伯|婆婆|奶奶|爷爷|[嫂婶叔姨](?=$|[，。；、：（的得生家是在有没也就说拉接领]))/u;
/** The characters with which these begin. */
const CALLED_BY_BEGINS = new CharacterSet('同女先小老阿大婆奶爷伯叔嫂婶姨');
/** A surname with what its bearer is called by: who stands beside school or hardship is found by it all the same. */
export const titledName: NameFinder = (reading, at) => {
  const { text } = reading;
  const surname = surnameAt(text, at);
  if (!surname || surname.grammar || !CALLED_BY_BEGINS.isAt(text, at + surname.length)) return null;
  const title = CALLED_BY.exec(text.slice(at + surname.length, at + surname.length + 4))?.[0];
  if (title === undefined || !opensPlainly(reading, at)) return null;
  return { end: at + surname.length + title.length, form: 'veiled', certainty: 'likely' };
};

/** 李某, 罗某某, 欧阳某, 扎某: a surname without its given name, the first syllable of a name. */
export const veiledName: NameFinder = (reading, at) => {
  const { text } = reading;
  const from = at + (surnameAt(text, at)?.length ?? (isTibetanSyllable(text.charAt(at)) ? 1 : 0));
  if (from === at || text.charAt(from) !== '某' || !opensAt(reading, at)) return null;
  const last = text.charAt(from + 1);
  const given = isTypicalGiven(last) && !isHan(text, from + 2) && last !== '';
  const length = given || /[某甲乙丙丁]/u.test(last) ? 2 : 1;
  const end = from + length;
  // 某一天, 某个, 某地: words that begin with 某 and only stand behind a surname's character.
  return length === 1 && /^[一个些种地时处年月日天次项人校县乡]/u.test(text.slice(end, end + 1))
    ? null
    : { end, form: 'veiled', certainty: 'certain' };
};

/** 样例 stands for the surname of everyone who is made up: 样例小明, 样例卓玛. */
export const sampleName: NameFinder = (reading, at) => {
  const { text } = reading;
  if (!text.startsWith('样例', at) || !opensAt(reading, at)) return null;
  const from = at + 2;
  const tibetan = tibetanNameAt(text, from);
  if (tibetan) return { end: from + tibetan.length, form: 'han', certainty: 'certain' };
  const familiar =
    text.charAt(from) === '小' &&
    mayBeGiven(text.charAt(from + 1)) &&
    !/[学区组队镇村店屋院河路桥车站馆]/u.test(text.charAt(from + 1));
  const end = from + (familiar ? 2 : 1);
  // Those of whom nothing is told but their number: 样例甲.
  if (/[甲乙丙丁戊己庚辛壬癸]/u.test(text.charAt(from))) {
    return makesNoPerson(text.slice(end, end + 3)) || /[小中大]/u.test(text.charAt(end))
      ? null
      : { end, form: 'han', certainty: 'certain' };
  }
  if (
    !familiar &&
    (!isTypicalGiven(text.charAt(from)) || /[小大中高乡村镇县市省路编作摄单信画图书同]/u.test(text.charAt(from)))
  )
    return null;
  return isHan(text, from) && closesAt(reading, end) ? { end, form: 'han', certainty: 'certain' } : null;
};
