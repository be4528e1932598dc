import { CharacterSet, isHan } from '../character-set.ts';
import { mayBeGiven } from './characters.ts';
import { cueAfter, cueBefore, doesAt, isDone, isResumed, isWhenAt, livesAt, ownsAt, tellsParticulars } from './cues.ts';
import {
  closesAt,
  goesOn,
  isBesideName,
  isStrong,
  type NameAt,
  type NameFinder,
  opensAfterWord,
  opensAt,
  opensPlainly,
  opensSentence,
  opensThought,
  type Reading,
} from './reading.ts';

/** Given names of two syllables and of three, of which one or two, seldom three, make a Tibetan name. */
const PARTS =
  '次仁|才仁|泽仁|慈仁|扎西|卓玛|卓嘎|德吉|德杰|旺堆|旺青|旺钦|旺姆|旺久|旺秋|旺扎|旺杰|旺珍|旺丹|央金|央宗|央珍|央吉|央拉|央措|拉姆|拉毛|拉珍|拉增|拉巴|拉吉|拉加|平措|彭措|格桑|格列|格勒|格央|达娃|达瓦|达珍|达杰|达吉|尼玛|尼珍|边巴|边珍|边宗|巴桑|巴珠|巴姆|米玛|米久|罗布|罗珍|罗杰|罗桑|洛桑|洛布|洛珠|洛追|洛加|洛绒|多吉|多杰|多布|普布|普赤|普珍|普琼|白玛|白央|白珍|白宗|班玛|班觉|班旦|班丹|旦增|丹增|丹珍|丹巴|旦巴|旦珍|旦达|索朗|索南|曲珍|曲扎|曲吉|曲措|曲央|曲宗|曲桑|曲培|曲杰|群培|群宗|群觉|群措|群增|群丹|仁增|仁青|仁钦|仁珍|仁措|强巴|强珍|强久|强白|德庆|德央|德西|德珍|德曲|顿珠|顿旦|敦珠|玉珍|玉措|玉拉|玉宗|措姆|措吉|措毛|措珍|措杰|其美|其米|其珍|齐美|阿旺|阿珍|阿佳|益西|意西|伊西|益珍|加措|嘉措|加央|加布|嘉央|江央|江村|江白|绛曲|强曲|坚赞|坚参|坚才|坚增|坚村|贡布|贡桑|贡秋|贡觉|公保|欧珠|俄珠|欧珍|桑珠|桑杰|桑吉|桑姆|桑旦|桑丹|桑布|桑培|美朵|梅朵|仓决|仓姆|仓央|赤列|赤来|赤珍|次旦|次珍|次旺|次措|次央|次吉|次培|次多|次曲|次成|次登|次卓|伦珠|伦布|龙珠|嘎玛|噶玛|嘎桑|嘎珍|嘎吉|土登|吐登|图登|塔杰|塔青|金美|晋美|晋巴|金巴|吉美|久美|久米|朗杰|朗嘎|南杰|朗加|朗色|卓央|卓吉|卓措|卓拉|赛珍|色珍|色拉|色吉|萨珍|色曲|宗吉|宗珍|宗巴|宗巴吉|吉宗|吉措|吉巴|云登|云丹|雍措|拥措|拥忠|雍忠|雍吉|永宗|永吉|拥珍|永措|泽旺|泽郎|泽绒|泽珍|泽翁|更登|更桑|更尕|根敦|根秋|根登|格丹|尕玛|尕措|尕藏|才让|才旦|才旺|才吉|才加|才郎|东珠|东知|东主|冬梅吉|南加|南吉|南太|周加|周毛|杰布|华旦|华青|华尔旦|完玛|完么|完德|项欠|仁欠|卡卓|娘吉|拉旺|拉宗|拉宗吉|拉色|拉措|拉琼|琼达|琼珍|琼吉|琼拉|琼央|穷达|布琼|布珍|布姆|布次|嘎多|嘎布|普桑|明久|明珠拉|觉旦|觉色|丁增|丁真|丁珍|登增|登珠|登巴|丹达|晋珍|珍拉|珠扎|珠杰|阿布|达曲|达嘎|达拉姆|达次|白吉|白措|白曲|益央|益措|热杰|热布旦|热旦|若登|然登|饶登|诺布|诺桑|夏珍|夏加|西热|西绕|喜绕|协绕|西洛|西拉|希热|慈成|慈旺|楚成|楚臣|粗成|曲登|向巴|向秋|香巴|坚色|单增|单珍|坚阿|堆珠|堆古|土丹|土旦|土多|巴丹|华丹|巴登|巴旦|白登|白丹|班登|塔巴|塔布|塔尔青|贡噶|公嘎|公噶|贡吉|贡扎|洛丹|洛旦|罗旦|罗丹|尊珠|尊追|尊巴|宗追|遵追|聂扎|米玛次|米拉|那加|那增|色旺|色达|欧坚|乌坚|邬坚|俄色|维色|伟色|沃色|欧色|洛曲|洛色|洛松|洛次|江措|降措|甲措|加拉|嘉拉|琼珠|琼色|德琼|曲尼|曲达|曲旦|曲丹|曲塔|曲旺|顿旺|旺庆|旺加|旺修|旺布|旺拉|旺次|旺德|顿月|顿玉|顿多';
/** Parts that are words or places as often as names: certain only beside another part or a word that announces a name. */
const DOUBTFUL =
  '阿佳|格桑|达娃|强巴|多吉|罗布|色拉|色达|美朵|梅朵|金巴|阿布|扎西|龙珠|德庆|嘎玛|白玛|南加|周加|娘吉|永吉|德曲|香巴|罗丹|江村|那加|旺德|南吉|南太|东主|洛松|琼珠|罗杰|仁青|德杰|德西|伊西|才加|堆古|吉美|夏加|加拉|向巴|米拉|丁真|伟色|加布|旺加';
/** Syllables of which all Tibetan names are made, as they are written in Chinese. */
export const TIBETAN_SYLLABLES =
  '明占秋扎西次仁卓玛嘎德吉旺堆央金宗拉姆平措格桑达娃瓦尼边巴罗布多杰普赤白旦增丹索朗南曲珍群培青钦强顿珠玉其美米阿益嘉加贡坚赞参欧俄仓决列伦土登塔晋久朗色雍泽更敦根才让东措毛琼丁真热诺夏饶绕洛桑追绒松堪洞江村央啦斯尕藏落慈成单向香降甲云仑赛沃维吾尊聂那囊觉顶定森当查雪完项卡娘木依噶公古忠拥永若登乌坚慈喜协古鲁果尖尺楚臣么保知华太周';
const SYLLABLES = new CharacterSet(TIBETAN_SYLLABLES);
/** Syllables that are above all parts of other words: only where other signs say that somebody is meant. */
export const RARER_SYLLABLES = '伊彭荣莫惹钟萨庚敏甘觉恰然姜擦奇芒穷乃岗康确石亚帕果桂贵英宁念年凯昂谢雅娜依林巧吐图';
const LOOSE_SYLLABLES = new CharacterSet(TIBETAN_SYLLABLES + RARER_SYLLABLES);
/** Syllables with which names begin whose second part is of the stock: 四郎曲珍, 昂文次旦. */
export const FIRST_SYLLABLES = '四郎司求切羊典求英昂文班俊盖革勒斯朗松尼曼端智彤合关却本果红冷奔长寿牛生根久草章';
const FIRST = new CharacterSet(FIRST_SYLLABLES);
/** Whether a character that stands at an offset is a syllable of Tibetan names. */
export const isSyllableAt = ({ text, isLoose }: Reading, at: number): boolean =>
  SYLLABLES.isAt(text, at) || (LOOSE_SYLLABLES.isAt(text, at) && isLoose());
/** What makes a place or a thing of a Tibetan name: 达娃乡, 格桑花, 扎西德勒. */
const NO_PERSON =
  /^(?:在藏语|的意思|是[^，。]{0,6}(?:的意思|月亮|太阳|花)|拉错|日[山峰]|(?![家回下故水山老返本该离在到从])\p{Script=Han}[乡镇](?![下里])|乡|镇|县|村|市|区|路|街|湖|山(?!说)|错|寺|沟|峰|州|广场|林卡|花(?![了掉费\d一二三四五六七八九十两几半])|德勒|泊|孜|岗|小学|中学|完小|学校|藏布|雪山|社区|大桥|机场|宾馆|大峡谷|颇章|拉康|佛|活佛|喇嘛|国王|居委|茶馆|餐厅|牌|节|合作社|草原|牧场|公司|书店|商店|超市|医院|新闻奖|文学奖|奖(?!学)|杯(?!子)|纪念馆|故居|同学录)/u;

/** Syllables that are ordinary words too: two of them make no name by themselves. */
const ORDINARY = new CharacterSet(
  '更强荣莫甘敏然奇钟姜伊庚桂贵宁念年谢林岗康确石穷明占别参赛登顶向村保知方华太周成青多金平达美白才让加来落完项古鲁果臣雪东公共热夏单香协喜慈永若定查森降维尊知丁真秋从江',
);

const parts = new Set(PARTS.split('|'));
/** The characters with which parts of Tibetan names begin. */
export const TIBETAN_BEGINS = [...parts].map((part) => part.charAt(0)).join('');
const partBegins = new CharacterSet(TIBETAN_BEGINS);
const doubtful = new Set(DOUBTFUL.split('|'));

/** Whether what follows makes a place or a thing of a name. */
export const makesNoPerson = (after: string): boolean => NO_PERSON.test(after);

/** A name that is above all a word for kin. */
const KIN = '阿佳';

/** A Tibetan name as it begins at an offset. */
interface TibetanName {
  readonly length: number;
  /** Whether its parts alone tell that it is a name: two of them, or one that is no other word. */
  readonly plain: boolean;
}

/** A part of the stock at an offset, three syllables before two; 0: none. */
const partAt = (text: string, at: number): number => {
  if (!partBegins.isAt(text, at)) return 0;
  if (at + 3 <= text.length && parts.has(text.slice(at, at + 3))) return 3;
  return at + 2 <= text.length && parts.has(text.slice(at, at + 2)) ? 2 : 0;
};

/** Where parts of the stock end that follow one another; two that are longer than one of three go before it: 米玛｜次仁. */
function partsFrom(text: string, at: number): { end: number; count: number } {
  let end = at;
  let count = 0;
  for (let next = partAt(text, at); next > 0 && count < 3; next = partAt(text, end)) {
    if (next === 3 && parts.has(text.slice(end, end + 2)) && partAt(text, end + 2) > 1) next = 2;
    end += next;
    count++;
  }
  return { end, count };
}

/** The Tibetan name that may begin at an offset; null: none does. At most three parts are taken. */
export function tibetanNameAt(text: string, at: number): TibetanName | null {
  const { end, count } = partsFrom(text, at);
  // 阿佳 is an elder sister too: 阿佳｜卓嘎.
  if (count === 0 || (count > 1 && text.startsWith(KIN, at))) return null;
  const first = text.slice(at, end);
  if (makesNoPerson(text.slice(end, end + 3))) return null;
  return { length: end - at, plain: count > 1 || !doubtful.has(first) };
}

const endings = new CharacterSet('加草桑次琼玛措吉卓嘎央宗珍姆拉啦久杰甲布登堆旦青毛');
/** A syllable that may close a name after a whole part of it: 扎西措, 仓木拉. */
const closesTibetan = (character: string): boolean => endings.has(character);

/** Whether a character is a syllable of Tibetan names. */
export const isTibetanSyllable = (character: string): boolean => SYLLABLES.has(character);

/** Whether syllables are such that they hardly make another word. */
export const isPlainlyTibetan = (syllables: string): boolean =>
  syllables.charAt(0) !== syllables.charAt(1) && [...syllables].some((syllable) => !ORDINARY.has(syllable));

/** Whether none of the syllables is an ordinary word. */
export const isWhollyTibetan = (syllables: string): boolean =>
  ![...syllables].some((syllable) => ORDINARY.has(syllable));

/** Whether a Tibetan name stands inside a longer one, that is another person's: 卓玛 in 次仁卓玛. */
export function isInLongerName(before: string, name: string, after: string): boolean {
  const whole = tibetanNameAt(name, 0)?.length === name.length;
  return whole && (parts.has(before.slice(-2)) || parts.has(after.slice(0, 2)));
}

const isSyllableAlone = (reading: Reading, at: number) =>
  LOOSE_SYLLABLES.isAt(reading.text, at) &&
  !reading.text.startsWith('完小', at) &&
  reading.bounds.wordEnd(at) === at + 1 &&
  isSyllableAt(reading, at);

/** Whether a loose syllable stands at an offset that may follow a part of the stock, rare ones too. */
const mayFollow = (reading: Reading, at: number) =>
  isSyllableAlone(reading, at) || (FIRST.isAt(reading.text, at) && reading.bounds.wordEnd(at) === at + 1);

/** The same of one that is seldom such a syllable, beside one that is. */
const mayCome = ({ text, bounds }: Reading, at: number) =>
  LOOSE_SYLLABLES.isAt(text, at) && bounds.wordEnd(at) === at + 1;

const isJoined = (reading: Reading, at: number) =>
  LOOSE_SYLLABLES.isAt(reading.text, at) &&
  reading.bounds.wordEnd(at) === at + 2 &&
  /[是想要有能会去来说在家]/u.test(reading.text.charAt(at + 1));

/** A name of the stock, with a syllable or two more where they close it: 扎西措, 米玛布赤. */
const ofStock = (reading: Reading, at: number, stock: TibetanName, announced: boolean): NameAt | null => {
  const { text } = reading;
  const whole = at + stock.length;
  const two =
    stock.length === 2 &&
    ((mayFollow(reading, whole) && mayCome(reading, whole + 1)) ||
      (mayCome(reading, whole) && mayFollow(reading, whole + 1)));
  const longer =
    closesTibetan(text.charAt(whole)) &&
    mayFollow(reading, whole) &&
    closesAt(reading, whole + 1) &&
    !isDone(text, whole);
  const end = two && closesAt(reading, whole + 2) ? whole + 2 : longer ? whole + 1 : whole;
  // 其美｜学: a word of the dictionary lies across the end; 加｜拉加斯: a piece of a foreign name.
  // Two whole parts make a name whatever word lies across their end: 次仁央宗｜教书.
  const runsOn = !announced && stock.length < 4 && isHan(text, end) && !reading.bounds.isBound(end);
  if (runsOn && !(stock.plain && opensThought(text, at) && reading.isLoose())) return null;
  if (!announced && isHan(text, at - 1) && !opensAt(reading, at) && stock.length < 4) return null;
  if (makesNoPerson(text.slice(end, end + 3)) || (!stock.plain && !announced && !closesAt(reading, end))) return null;
  const certain =
    stock.plain ||
    announced ||
    end - at > 3 ||
    cueAfter(text, end) !== null ||
    doesAt(text, end) ||
    livesAt(text, end) ||
    (opensThought(text, at) && isResumed(text, end));
  return { end, form: 'tibetan', certainty: certain ? 'certain' : 'likely' };
};

/** Whether four characters are syllables, two of them such as stand in hardly any word. */
const areSyllables = (four: string): boolean =>
  four.length === 4 &&
  [...four].every(isTibetanSyllable) &&
  [...four].filter((syllable) => !ORDINARY.has(syllable)).length > 1;

/** Words of grammar that are syllables too: none of them begins a name that is known by its end only. */
const GRAMMAR = new CharacterSet('向让比当成加才从');

/** One or two syllables that are no part of the stock before one that is: 格来｜旺姆, 次｜德吉. */
function beforeStock(reading: Reading, at: number, announced: boolean): NameAt | null {
  const { text, bounds } = reading;
  const grammar = GRAMMAR.isAt(text, at);
  if ((grammar && !opensSentence(text, at)) || text.startsWith(KIN, at)) return null;
  for (const count of [2, 1]) {
    const behind = partAt(text, at + count) > 0 ? tibetanNameAt(text, at + count) : null;
    if (!behind) continue;
    const end = at + count + behind.length;
    if (makesNoPerson(text.slice(end, end + 3)) || !mayBeGiven(text.slice(at, at + count))) continue;
    const syllables = SYLLABLES.isAt(text, at) && (SYLLABLES.isAt(text, at + 1) || text.charAt(at + 1) === '来');
    if (grammar && !(count === 2 && syllables)) continue;
    if (count === 2 && syllables) return { end, form: 'tibetan', certainty: 'certain' };
    // 老师｜卓玛, 馆员｜卓玛: what somebody is stands before a name that is whole.
    if (!behind.plain || isStrong(cueBefore(text, at + count))) continue;
    // 四郎 is a word too.
    if (bounds.wordEnd(at) > at + 1 && !(count === 2 && bounds.isBound(at + 2) && FIRST.isAt(text, at))) continue;
    if (count === 1 && (ORDINARY.isAt(text, at) || !SYLLABLES.isAt(text, at))) continue;
    if (announced || (opensThought(text, at) && closesAt(reading, end)))
      return { end, form: 'tibetan', certainty: 'certain' };
  }
  return null;
}

/** Whether four characters may be syllables, two of them such as stand in hardly any word. */
function areLoose(four: string): boolean {
  let plain = 0;
  for (let at = 0; at < 4; at++) {
    if (!LOOSE_SYLLABLES.isAt(four, at)) return false;
    if (SYLLABLES.isAt(four, at) && !ORDINARY.isAt(four, at)) plain++;
  }
  return plain > 1;
}

/** Four loose syllables with which a thought begins, two of them such as stand in hardly any word, and the name ends there. */
const isRow = (reading: Reading, at: number): boolean => {
  const four = reading.text.slice(at, at + 4);
  return (
    areLoose(four) &&
    [0, 1, 2, 3].every((next) => mayCome(reading, at + next)) &&
    !GRAMMAR.isAt(four, 0) &&
    !/村/u.test(four) &&
    !makesNoPerson(four.slice(2)) &&
    closesAt(reading, at + 4) &&
    !makesNoPerson(reading.text.slice(at + 4, at + 7))
  );
};

/** A name of nothing but syllables that make no words, where a person is announced or it stands alone: 玉措, 嘎松. */
const ofSyllables = (reading: Reading, at: number, announced: boolean, opened: boolean): NameAt | null => {
  const { text } = reading;
  // Four syllables with which a sentence opens, whatever words the dictionary sees in them.
  if (
    opensSentence(text, at) &&
    areSyllables(text.slice(at, at + 4)) &&
    !makesNoPerson(text.slice(at + 4, at + 7)) &&
    reading.isLoose()
  )
    return { end: at + 4, form: 'tibetan', certainty: 'likely' };
  // 那年, 那次, 康萨村 are no names.
  if (/^(?:那[年次天时里边样些根]|..村)/u.test(text.slice(at, at + 3))) return null;
  let end = at;
  while (end - at < 4 && isSyllableAlone(reading, end)) end++;
  // 学生｜桑巴: two syllables that the dictionary takes for a word, where somebody is announced.
  const isWord = end === at && reading.bounds.wordEnd(at) === at + 2;
  if (
    isWord &&
    opensThought(text, at) &&
    isWhollyTibetan(text.slice(at, at + 2)) &&
    (livesAt(text, at + 2) || tellsParticulars(text, at + 2))
  )
    return { end: at + 2, form: 'tibetan', certainty: 'certain' };
  if (announced && isWord && isWhollyTibetan(text.slice(at, at + 2)) && closesAt(reading, at + 2) && reading.isLoose())
    return { end: at + 2, form: 'tibetan', certainty: 'likely' };
  // 米｜多想: the dictionary joins the last syllable with what its bearer does.
  const joined = end - at === 1 && isJoined(reading, end) && isPlainlyTibetan(text.slice(at, at + 2));
  if (joined && reading.isLoose()) return { end: at + 2, form: 'tibetan', certainty: 'likely' };
  for (; end - at >= 2; end--) {
    if (!closesAt(reading, end) && !livesAt(text, end)) continue;
    if (isDone(text, end - 1) || makesNoPerson(text.slice(end, end + 3))) continue;
    const told =
      (opensSentence(text, at) && /[的家]/u.test(text.charAt(end))) ||
      (opensThought(text, at) && isStrong(cueAfter(text, end))) ||
      isBesideName(reading, at, end);
    if (!isPlainlyTibetan(text.slice(at, end)) && !(told && reading.isLoose())) continue;
    const closed = !isHan(text, end);
    const whole = isWhollyTibetan(text.slice(at, end));
    const follows = goesOn(text.charAt(end)) || isWhenAt(text, end) || doesAt(text, end);
    const alone = !isHan(text, at - 1) && (closed || ((end - at > 2 || whole) && follows));
    const lives =
      (livesAt(text, end) && (opened || opensThought(text, at))) ||
      (opensThought(text, at) && tellsParticulars(text, end)) ||
      (opensThought(text, at) && isResumed(text, end));
    if (lives) return { end, form: 'tibetan', certainty: 'certain' };
    const named =
      announced ||
      alone ||
      (whole && opensPlainly(reading, at) && (closed || follows)) ||
      (whole && /[由让请被替帮]/u.test(text.charAt(at - 1))) ||
      (opened && (closed || goesOn(text.charAt(end)) || doesAt(text, end))) ||
      cueAfter(text, end) !== null ||
      ownsAt(text, end) ||
      ((told || opensThought(text, at)) && reading.isLoose());
    return named ? { end, form: 'tibetan', certainty: 'likely' } : null;
  }
  return null;
};

/** “铁头”强巴: what somebody is called by stands before the name. */
const NICKNAMED = /\p{Script=Han}“\p{Script=Han}{2,4}”$/u;

/** 那天｜丁巴: a day stands before. */
const opensAfterDay = (text: string, at: number) =>
  /[那这当昨今前同][天年晚日时]$/u.test(text.slice(Math.max(0, at - 2), at));

/** Tibetan names: of the stock of their parts, or of nothing but their syllables. */
export const tibetanName: NameFinder = (reading, at, before) => {
  const stock = tibetanNameAt(reading.text, at);
  if (stock)
    return ofStock(
      reading,
      at,
      stock,
      isStrong(before) ||
        NICKNAMED.test(reading.text.slice(Math.max(0, at - 7), at)) ||
        isBesideName(reading, at, at + stock.length),
    );
  const { text } = reading;
  if (!opensAt(reading, at)) return null;
  const announced = isStrong(before);
  const known = beforeStock(reading, at, announced);
  if (!known && (announced || opensThought(text, at)) && isRow(reading, at))
    return { end: at + 4, form: 'tibetan', certainty: 'certain' };
  // A single syllable is no name.
  if (known || !LOOSE_SYLLABLES.isAt(text, at) || !LOOSE_SYLLABLES.isAt(text, at + 1)) return known;
  const opened = before !== null || opensAfterWord(text, at) || opensAfterDay(text, at);
  if (SYLLABLES.isAt(text, at) && SYLLABLES.isAt(text, at + 1)) return ofSyllables(reading, at, announced, opened);
  const loosely = ofSyllables({ ...reading, isLoose: () => true }, at, announced, opened);
  return loosely && reading.isLoose() ? loosely : null;
};
