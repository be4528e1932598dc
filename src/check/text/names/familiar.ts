import { CharacterSet, isHan } from '../character-set.ts';
import { countedIn, isNamely, isTypicalGiven, mayBeGiven, surnameAt } from './characters.ts';
import { cueAfter, doesAt, isDone, isResumed, livesAt, ownsAt, tellsOfSomebody, tellsParticulars } from './cues.ts';
import { isSoundAt } from './dotted.ts';
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
import { partLength, STEPPE_BEGINS, YI_CLANS } from './steppe-parts.ts';
import { isPlainlyTibetan, isSyllableAt, isWhollyTibetan, makesNoPerson, tibetanNameAt } from './tibetan.ts';

/** Characters that make an ordinary word of 小, 阿 and 老: 小学, 阿姨, 老师. */
const WORDS: Readonly<Record<string, string>> = {
  小: '学组时说区镇队心孩伙姑女男朋村路河桥山型康店卖票事声手吃麦米院巷班弟妹哥姐家年节作读选记志主演同老大小一二三课题书字数本块片段步包车船狗猫鸟鱼花草树脸眼脚腿嘴名众资微额城屋楼窗门桌椅床灯旗鼓号喇提贴程视红广水电工农商贩偷丑看于站道岛溪湖雨雪暑寒满到得不中高升',
  阿: '里拉姨爸妈佳公婆爷哥姐弟妹富联根尔拔胶坝玛克布斯曼坤巴奇德森波维基瓦登诺尼帕比摩伊卡肯甘塔格莫迪萨达加扎',
  老: '师人家乡百年板大实虎鼠鹰式旧化龄兵将总公婆爷奶是想去来了在有不一二三小城街区屋房路校生友同阿党干红伯汉头太娘爹爸妈伴远早本天字牌挝外',
};
/** Characters that make a word when doubled: 星星, 人人, 慢慢. */
const DOUBLED_WORDS = new Set(
  '某门样件篇句字页题行排名群队户家爸妈爷奶哥姐弟妹叔姑舅姨宝娃星天人处常渐慢轻静悄偷刚仅往谢个种次年日层条张明白多少大小高深远长好早满看想试问说走听谈聊笑讲数摸坐等画唱跳跑写洗逛尝擦练念背算查找拍爬歇动活淡鼎当一',
);
/** Things that are names of people where somebody is announced: 学生小雨. */
const NICKNAMES = '雨雪溪石';

/** 阿毛就在柳溪小学上一年级: nothing but a child does so. */
const AT_SCHOOL =
  /^(?:就|正|才|刚|也|还|今年|现在|如今)*(?:在|读|上|念|转到|转学到|考进)[^，。；！？]{0,12}(?:小学|中学|幼儿园|完小|年级|[初高][一二三])/u;

/** 小白就是白荣: what else somebody is called. */
const CALLED_TOO = /^(?:就是|大名|本名|真名|原名)\p{Script=Han}{2}/u;

/** 小石, 小卓玛, 阿芳, 老李, 小X: one character or a Tibetan name behind 小, where a person is announced. */
export const familiarName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  const first = text.charAt(at);
  if (WORDS[first] === undefined || !opensAt(reading, at)) return null;
  // “阿牛拉”: what stands in quotation marks is called so whole.
  if (text.charAt(at - 1) === '“' && /^\p{Script=Han}{3,4}”/u.test(text.slice(at, at + 5))) return null;
  if (first === '小') {
    const tibetan = tibetanNameAt(text, at + 1);
    if (tibetan) return { end: at + 1 + tibetan.length, form: 'familiar', certainty: 'certain' };
    const syllables = [at + 1, at + 2].every(
      (next) => !WORDS[first]?.includes(text.charAt(next)) && isSyllableAt(reading, next),
    );
    if (
      syllables &&
      isPlainlyTibetan(text.slice(at + 1, at + 3)) &&
      closesAt(reading, at + 3) &&
      !isDone(text, at + 2)
    ) {
      return { end: at + 3, form: 'familiar', certainty: 'likely' };
    }
    const second = text.charAt(at + 1);
    if (
      second === text.charAt(at + 2) &&
      mayBeGiven(second) &&
      !DOUBLED_WORDS.has(second) &&
      !WORDS[first]?.includes(second)
    ) {
      return { end: at + 3, form: 'familiar', certainty: 'likely' };
    }
    if (/^[A-Z]$/u.test(text.charAt(at + 1)) && !/[A-Za-z\d]/u.test(text.charAt(at + 2))) {
      return { end: at + 2, form: 'familiar', certainty: 'certain' };
    }
  }
  const end = at + 2;
  if (!isHan(text, at + 1) || !mayBeGiven(text.charAt(at + 1))) return null;
  const after = cueAfter(text, end);
  const announced = isStrong(before) || (after !== null && after.role !== 'called');
  const second = text.charAt(at + 1);
  const atSchool = AT_SCHOOL.test(text.slice(end, end + 20));
  if (WORDS[first]?.includes(second) && !((announced || atSchool) && NICKNAMES.includes(second))) return null;
  // The dictionary may join the last character with what goes on: 小东|到.
  const closed = closesAt(reading, end) || (isStrong(before) && goesOn(text.charAt(end)));
  if (!closed || makesNoPerson(text.slice(end, end + 3))) return null;
  if (!opensPlainly(reading, at) && !isStrong(before)) return null;
  if (
    !announced &&
    after === null &&
    isHan(text, end) &&
    !/[今读上在的和说是家从把给到就也跟正才刚]/u.test(text.charAt(end))
  )
    return null;
  const known =
    surnameAt(text, at + 1)?.common === true ||
    announced ||
    after !== null ||
    (first === '小' && isNamely(second)) ||
    (first === '阿' && before !== null) ||
    CALLED_TOO.test(text.slice(end, end + 4)) ||
    livesAt(text, end) ||
    (opensThought(text, at) && isResumed(text, end)) ||
    (tellsParticulars(text, end) && reading.isLoose()) ||
    atSchool;
  return known
    ? { end, form: 'familiar', certainty: announced || after || livesAt(text, end) ? 'certain' : 'likely' }
    : null;
};

const CALLED =
  /(?:(?<![呼喊大尖惨鸡鸟吼嚎鸣])叫(?:做|作|[他她我])?|取名|大名|小名|外号|绰号|昵称|诨名|姓名[：:]\s?|名字是|汉名)(?:是|叫|为)?$/u;
/** 老师喊他“石头”: in quotation marks, for whoever is shouted at or praised is not called so. */
const QUOTED_CALL = /[喊唤][他她我]$/u;
/** Behind these even a word of the dictionary is a name: 老师叫权衡. */
const PERSON_CALLED = /[我他她人师生长员的]叫$/u;
/** 叫亚杰的珞巴族小姑娘: who is called so follows. */
const OF_PERSON =
  /^的[^，。；！？的]{0,6}(?:孩子|学生|同学|姑娘|[男女]孩|[男女]生|少年|小朋友|小伙|老人|妇女|阿[妈爸佳])/u;
/** Whatever is said to be a name: 叫妞妞, 叫他“小胖”. */
export const calledName: NameFinder = (reading, at) => {
  const { text, bounds } = reading;
  const quoted = /[“"‘]/u.test(text.charAt(at - 1));
  const from = quoted ? at - 1 : at;
  const said = text.slice(Math.max(0, from - 5), from);
  if (!CALLED.test(said) && !(quoted && QUOTED_CALL.test(said))) return null;
  for (const length of [4, 3, 2]) {
    const word = text.slice(at, at + length);
    if (word.length < length || !mayBeGiven(word) || /[学院校店厂馆社队]$/u.test(word)) continue;
    const named = surnameAt(text, at) !== null && PERSON_CALLED.test(text.slice(Math.max(0, at - 3), at));
    if (!quoted && !named && bounds.wordEnd(at) >= at + length && word.charAt(0) !== word.charAt(1)) continue;
    const next = text.charAt(at + length);
    const closed =
      next === '' || /[，。、；！（(\s]/u.test(next) || OF_PERSON.test(text.slice(at + length, at + length + 12));
    if (quoted ? /[”"’]/u.test(next) : closed) {
      return { end: at + length, form: 'called', certainty: 'likely' };
    }
  }
  return null;
};

/** What a list or a form says before the name of a person. */
const PERSON_LABEL =
  /(?:姓名|户主|学生|孩子|患[者儿]|家长|[^\P{Script=Han}何法证]人|(?:受[益助灾]|帮扶|低保|脱贫|监测|贫困|困难)户|(?:受[益助]|帮扶|救助|资助|慰问)(?:者|对象))\s?[：:]\s?$/u;

/** 受益户：阿苦阿牛。 Behind a label for a person whatever fills the place is a name, if none of it is a word. */
export const labelledName: NameFinder = (reading, at) => {
  const { text, bounds } = reading;
  if (!PERSON_LABEL.test(text.slice(Math.max(0, at - 8), at))) return null;
  const [word = ''] = /^\p{Script=Han}{2,6}(?=[，。；、｜|（(\s]|$)/u.exec(text.slice(at, at + 7)) ?? [];
  if (word === '' || !mayBeGiven(word) || !(isSoundAt(text, at) || surnameAt(text, at))) return null;
  for (let from = at; from < at + word.length; from = bounds.wordEnd(from))
    if (!mayBePiece(text.slice(from, bounds.wordEnd(from)))) return null;
  return { end: at + word.length, form: 'called', certainty: 'likely' };
};

/** 人称“黑牦牛”的…: what announces a name that is none. */
const CALLED_SO = /(?:人称|绰号|外号|诨名|自称|号称)$/u;

/** “铁头”强巴, “小胖墩”贺小北: what somebody is called by, in quotation marks at once before a name that is sure. */
export const nickName: NameFinder = ({ text, starts }, at) => {
  if (text.charAt(at - 1) !== '“') return null;
  const end = at + text.slice(at, at + 5).indexOf('”');
  if (end - at < 2) return null;
  const called =
    starts.has(end + 2) && text.charAt(end + 1) === '的' && CALLED_SO.test(text.slice(Math.max(0, at - 4), at - 1));
  if (!called && (!starts.has(end + 1) || !isHan(text, at - 2))) return null;
  return mayBeGiven(text.slice(at, end)) ? { end, form: 'called', certainty: 'likely' } : null;
};

/** Names of two like characters, where a person is announced: 妞妞, 彭彭. */
export const doubledName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  const first = text.charAt(at);
  if (first !== text.charAt(at + 1) || !isHan(text, at) || DOUBLED_WORDS.has(first) || !mayBeGiven(first)) return null;
  const end = at + 2;
  if (!closesAt(reading, end) || !opensAt(reading, at)) return null;
  if (AT_SCHOOL.test(text.slice(end, end + 20))) return { end, form: 'called', certainty: 'certain' };
  const quoted = text.charAt(at - 1) === '“' && text.charAt(end) === '”';
  return isStrong(before) || cueAfter(text, end) !== null || (quoted && reading.isLoose())
    ? { end, form: 'called', certainty: 'likely' }
    : null;
};

/** Words of grammar and of doing, which stand alone too: none of them is a part of a name that nothing but its place tells. */
const LOOSE =
  /[来去能会要就都也很太最更还又再已曾被把让给向对从往在到上下里外前后中间内则等之其此该本各每左右一二三四五六七八九十两第有没无不未非是为以及与和或而但且因由于当时可应需须得将被所使令叫称用拿带看听想说讲问答写画唱跳跑走站坐吃喝做作打玩学教读念爱怕恨忙累]/u;
/** Two loose characters right behind a word for a child, a pupil or somebody aided are a name whatever they are: 患儿罗珠. */
export const announcedName: NameFinder = (reading, at, before) => {
  const { text, bounds } = reading;
  if (before === null || !isStrong(before) || !opensAt(reading, at)) return null;
  if (!ANNOUNCES.has(before.role) && !before.word.endsWith('岁的')) return null;
  const word = text.slice(at, at + 2);
  if (word.length < 2 || !mayBeGiven(word) || LOOSE.test(word)) return null;
  // 石｜确是: the dictionary joins the last character with what is said of its bearer.
  const joined = /[是有在]/u.test(text.charAt(at + 2)) && bounds.wordEnd(at + 1) === at + 3;
  if (bounds.wordEnd(at) !== at + 1 || makesNoPerson(text.slice(at + 2, at + 5))) return null;
  if (!joined && (bounds.wordEnd(at + 1) !== at + 2 || !closesAt(reading, at + 2))) return null;
  return { end: at + 2, form: 'called', certainty: 'likely' };
};
const ANNOUNCES: ReadonlySet<string> = new Set(['child', 'pupil', 'aided']);

/** Whether a piece of what the dictionary cuts may be part of a name of which nothing is known. */
const mayBePiece = (piece: string): boolean =>
  piece.length === 1
    ? isHan(piece, 0) && !LOOSE.test(piece)
    : piece.length === 2 &&
      ((isSoundAt(piece, 0) && isSoundAt(piece, 1)) || (countedIn(piece).namely > 0 && isTypicalGiven(piece)));

/** Pieces that are no words with which a sentence opens, before what is told only of somebody: whatever language the name is of. */
export const openingName: NameFinder = (reading, at) => {
  const { text, bounds } = reading;
  if (!opensSentence(text, at) || /^[低五孤贫困残受刚才正]/u.test(text.charAt(at))) return null;
  const ends: number[] = [];
  for (let from = at; from - at < 4; from = ends.at(-1) ?? from) {
    const end = bounds.wordEnd(from);
    if (end - at > 5 || !mayBePiece(text.slice(from, end)) || (from === at && end - at > 1 && !isSoundAt(text, end)))
      break;
    ends.push(end);
  }
  const end = ends.findLast(
    (last) =>
      last - at > 1 &&
      last !== ends[0] &&
      closesAt(reading, last) &&
      mayBeGiven(text.slice(at, last)) &&
      tellsOfSomebody(text, last) &&
      !makesNoPerson(text.slice(last, last + 3)),
  );
  return end !== undefined && reading.isLoose() ? { end, form: 'called', certainty: 'likely' } : null;
};

/** Sounds that stand in hardly any word of the language: where several meet, words the dictionary sees there are chance. */
const FOREIGN_ONLY = new CharacterSet('尔斯丽娅娜迪孜麦乌吐努拉玛姆莎依提莱呷惹妮耶娃穆帕胡赉');
/**
 * Whether what lies between two offsets is sounds and no words: loose ones, or such that hardly stand in words. Of
 * pieces that the dictionary knows only the like of 阿里; where somebody is announced the first must be none.
 */
function soundsOnly({ text, bounds }: Reading, at: number, end: number, announced: boolean): boolean {
  if (!isPlainlyTibetan(text.slice(at, end))) return false;
  let foreign = 0;
  for (let next = at; next < end; next++) if (FOREIGN_ONLY.isAt(text, next)) foreign++;
  const known = bounds.wordEnd(at) < end && bounds.isBound(end);
  if (end - at > 2 && foreign * 2 >= end - at && known) return true;
  for (let from = at; from < end; from = bounds.wordEnd(from)) {
    const piece = text.slice(from, bounds.wordEnd(from));
    if (piece.length > 1 && !/^[阿艾努]/u.test(piece) && !(announced && isWhollyTibetan(piece))) return false;
    if (announced) break;
  }
  return true;
}

/** Two parts of a name of the Yi, a clan and a given name, written without a dot. */
const YI_SYLLABLES = '阿尔日古拉木石乌伍史子布呷果惹约洛各克支依越黑牛铁尼莫嫫色且哈聪火合作以几杰';
const YI = new RegExp(`(?:${YI_CLANS})[${YI_SYLLABLES}]{2}[木莫嫫]?`, 'uy');
const yiLength = (text: string, at: number): number => {
  YI.lastIndex = at;
  return YI.exec(text)?.[0].length ?? 0;
};

const partAt = (text: string, at: number): boolean => partLength(text, at) > 0;
/** How many names of Uyghurs, Kazakhs and Mongols close that do not begin with a part of the stock. */
const CLOSING = /\p{Script=Han}{2}(?:古丽|买提|麦提|别克|其木格|巴特尔|巴雅尔|高娃|托娅|格日勒|其其格|尼亚孜|孜古力)$/u;
/** The characters with which such parts begin. */
export const PART_BEGINS = `${STEPPE_BEGINS}${YI_CLANS.split('|')
  .map((clan) => clan.charAt(0))
  .join('')}`;

/** Names of other languages without a dot have no more characters. */
const LONGEST_FOREIGN = 6;
/** Where the sounds and the parts end that follow one another from an offset on. */
function soundsFrom(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_FOREIGN) {
    const part = partLength(text, end);
    if (part === 0 && !isSoundAt(text, end)) break;
    end += Math.max(part, 1);
  }
  return end;
}

/** Names of other languages without a dot, behind a word that says who: 青年巴特尔, 歌手亚夏. */
export const foreignName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  // 学生｜都参加了: the sound of 呼都 is a word of grammar where it begins.
  if (text.startsWith('乌云密布', at) || /[都才让向把被给从]/u.test(text.charAt(at))) return null;
  const run = soundsFrom(text, at);
  const stock = partAt(text, at) || CLOSING.test(text.slice(at, run));
  if (!stock && !isSoundAt(text, at)) return null;
  const announced = stock || (isStrong(before) && (before?.role !== 'called' || /^我[是叫]$/u.test(before.word)));
  const shortest = announced && !stock ? 2 : 3;
  let end = run;
  if (end - at < shortest || !opensAt(reading, at)) return null;
  const word = stock ? at : reading.bounds.wordEnd(at);
  for (; end - at >= shortest && end > word; end--) {
    if (!closesAt(reading, end) || isDone(text, end - 1) || makesNoPerson(text.slice(end, end + 3))) continue;
    // 斯｜公司, 参加｜比赛: words of the dictionary are no sounds.
    if (!stock && !soundsOnly(reading, at, end, announced)) continue;
    if (stock) return { end, form: 'called', certainty: 'certain' };
    const after = cueAfter(text, end);
    if (
      end - at > 2 &&
      opensThought(text, at) &&
      (isResumed(text, end) || livesAt(text, end) || doesAt(text, end) || ownsAt(text, end) || speaks(text, end))
    )
      return { end, form: 'called', certainty: 'certain' };
    const opened = opensThought(text, at) ? end - at > 2 : end - at > 3 && opensAfterWord(text, at);
    const loosely = () => opened && reading.isLoose();
    if (announced || (after !== null && isStrong(after)) || isBesideName(reading, at, end) || loosely())
      return { end, form: 'called', certainty: 'likely' };
  }
  return null;
};

/** The same, too long for a surname and a given name and not begun like one: 我是乌云其其格. */
export const longForeignName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  // Most sounds stand in no row of four.
  if (!isSoundAt(text, at + 1) || !isSoundAt(text, at + 2) || !isSoundAt(text, at + 3)) return null;
  const closing = CLOSING.test(text.slice(at, soundsFrom(text, at)));
  if (!closing && surnameAt(text, at)?.common) return null;
  const name = foreignName(reading, at, before);
  return name && name.end - at >= 4 ? name : null;
};

/** Names of Uyghurs, Kazakhs and Mongols by their parts: 木拉提别克, 阿布都拉. */
export const steppeName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  const yi = yiLength(text, at);
  if (yi > 0 && opensAt(reading, at) && !makesNoPerson(text.slice(at + yi, at + yi + 3))) {
    return { end: at + yi, form: 'called', certainty: 'certain' };
  }
  return partAt(text, at) ? foreignName(reading, at, before) : null;
};
