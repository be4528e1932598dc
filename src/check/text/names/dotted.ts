import { CharacterSet, isHan } from '../character-set.ts';
import { PROVINCE_NAME } from '../provinces.ts';
import type { Range } from '../range.ts';
import { surnameAt } from './characters.ts';
import { cueAfter, cueBefore, isDone } from './cues.ts';
import { goesOn, type WordBounds, wordBoundsOf } from './reading.ts';
import { clanBefore, dottedPartLength } from './steppe-parts.ts';
import { TIBETAN_SYLLABLES } from './tibetan.ts';

/** Characters in which names of other languages are written: 阿依古丽·买买提. */
export const SOUNDS =
  '阿依古丽买提热合曼木吐尔逊江艾力米娜孜布再吾守哈斯格沙比拉帕麦迪那提娅努里亚克萨迪卡德尔江力玛尔肯别叶尔巴合提居马太加依娜古扎阿曼赛里克乌兰图雅其其格巴特尔苏日娜敖登高娃布朝鲁那仁满都呼斯琴乌云白音宝音塔娜萨仁额尔德尼吉日嘎拉胡达尼玛娜菲吾甫凯赛尔约麻汗肉孜托合塔洪卡热依木玉山买吐送伊敏司马义义布拉因牙夏提汗尼萨帕孜莱提亥古海米日班苏比努尔外力祖农赫尼亚孜塔依夏克亥热木图尼沙罕帕蒂曼巴哈布海萨普拉提地热扎提如鲜克尤穆妥太普祖热皮玛依尔地牙合乌斯曼艾则孜伊力哈木赛买旦麦麦提巧丽番迪丽拜尔居热艾提帕丽旦姆妮蕾佳欧文查理斯约翰杰森安德鲁玛丽雅露西罗伯特威廉大卫史密詹姆伊莎贝尔爱丽莫格列夫托泰柯夫斯基诺维奇金普希费道尔契诃高勒瓦伦达芬列奥纳多米开朗基琪库瓦勒泽仁卓次央宗措旺旦增多白益西贡平拉洛桑索南加才让杰吉俊乔治梅森利维恩温莱因内修尚奈贝茨德波拜默福顿登森兹曹雷弗朗茨齐玉呷惹明耶楞固恩根钦坦铁恰霍策楚' +
  TIBETAN_SYLLABLES;
const sounds = new CharacterSet(SOUNDS);
/** Whether a character is a sound of names of other languages. */
export const isSound = (character: string) => sounds.has(character);
/** The same of the character at an offset. */
export const isSoundAt = (text: string, at: number) => sounds.isAt(text, at);
const DOT = /[·•・‧∙]/u;
const DOTS = /[·•・‧∙]/gu;
/** Words that go on after a name and begin like a sound of it. */
const GOES_ON =
  /^(?:来自|来到|来信|今年|就读|家住|家在|提出|提到|提着|提起|那天|那年|那时|在|说|加入|拉着|拉住|达到|白天|高兴|西藏|荣获|和他|和她|国家|多次|安排|特别|开始|利用|大声|大家|如今|文中|古时|同学|爱唱|爱画|爱说|外出)/u;
/** A region before the name of a place in it, joined by a dot. */
const PLACE = new RegExp(`${PROVINCE_NAME}$`, 'u');
const BEGINS_PLACE = new RegExp(`^${PROVINCE_NAME}`, 'u');
/** What makes a building or a place of what stands before it: 拉萨·布达拉宫. */
const NO_PERSON = /[宫馆站城寺塔]/u;
const LONGEST = 8;
const isStrongWord = (text: string, at: number): boolean => (cueBefore(text, at)?.word.length ?? 0) > 1;

/** Sounds that stand in hardly any other word: only beside a dot they are looked for. */
const RARER = new CharacterSet('荪卜喀阔茹呷穆赉坎');
/**
 * Characters that are a sound beside a dot, and as often the beginning of what comes next: a name goes on with one only
 * where another sound follows it, or where the name is closed behind it; and begins with one only where it is opened.
 */
const PERHAPS = new CharacterSet(
  '杜万生素因朱的聪石苏伍各开谢肖越戈葛郭海韩杭豪赫侯胡霍季贾靖凯柯科孔库昆劳黎李廖林刘龙卢鲁陆伦罗洛马茅梅蒙孟米苗莫牟纳南聂宁潘庞裴彭皮蒲祁齐乔秦丘荣瑞萨桑森申沈盛史舒司宋孙唐陶滕田铁童涂屠万汪王魏温文翁沃乌吴武西希席夏向萧辛徐许薛牙颜晏杨姚叶易殷银尹英尤余俞虞玉袁云臧曾翟詹章赵郑支钟周朱祝卓左火布支乌吉色约西木友子作',
);

/** Whether a character is a sound of a name with a dot. */
const isLoud = (text: string, at: number) => sounds.isAt(text, at) || RARER.isAt(text, at);
/** Whether a character may be one. */
const mayBeLoud = (text: string, at: number) => isLoud(text, at) || PERHAPS.isAt(text, at);
/** Whether all characters could stand in a name with a dot: where nothing but a name is expected. */
export function isOfDottedName(text: string): boolean {
  let loud = false;
  for (let at = 0; at < text.length; at++) {
    const part = dottedPartLength(text, at);
    if (part === 0 && !mayBeLoud(text, at)) return false;
    loud ||= part > 0 || isLoud(text, at);
    at += Math.max(0, part - 1);
  }
  return loud;
}

/** One or two characters, and nothing of a word behind them: a given name that ends a line. */
const GIVEN_ALONE = /^\p{Script=Han}{1,2}(?!\p{Script=Han})/u;

/** Behind these a name begins at once. */
const OPENS = /[和与跟同给对把被让向请叫是为由找问听见及的]/u;

/** 住院的｜玛依拉·胡马尔: behind another word it is the particle, no sound. */
const isParticle = (text: string, at: number, dot: number) =>
  text.charAt(at) === '的' && isHan(text, at - 1) && dot - at > 2;

/** Where the part before a dot begins. */
function startBefore(text: string, dot: number, bounds: () => WordBounds): number {
  // 扎钢筋的｜海来·木呷: characters of a clan are no sounds by themselves.
  const clan = clanBefore(text, dot);
  if (clan > 0) return dot - clan;
  let start = dot;
  // 姑娘｜阿依达娜·努尔兰: a word that says who is no part of the name.
  const announced = () => isStrongWord(text, start) && start < dot;
  while (start > 0 && dot - start < LONGEST && mayBeLoud(text, start - 1) && !announced()) {
    // 来自特克斯的｜吾尔开·努尔
    if (isParticle(text, start - 1, dot)) break;
    start--;
  }
  const opened = (at: number) =>
    at === 0 ||
    !isHan(text, at - 1) ||
    isStrongWord(text, at) ||
    (OPENS.test(text.charAt(at - 1)) && bounds().isBound(at)) ||
    (bounds().isBound(at) && at > 1 && !bounds().isBound(at - 1));
  while (start < dot && !isLoud(text, start) && (!opened(start) || isParticle(text, start, dot))) start++;
  return start;
}

/** Where the part behind a dot ends; the place behind the dot where there is none. */
function endBehind(text: string, dot: number, bounds: () => WordBounds): number {
  const first = dot + 1;
  let end = first;
  while (end < text.length && end - dot <= LONGEST && (mayBeLoud(text, end) || dottedPartLength(text, end) > 0)) {
    // The particle 的 begins clans of the Yi, 的日, and stands nowhere else in a name.
    if (end > first && (text.charAt(end) === '的' || GOES_ON.test(text.slice(end, end + 2)))) break;
    // 阿不都拉: characters that are no sound by themselves stand in parts.
    end += Math.max(1, dottedPartLength(text, end));
  }
  const closed = (at: number) =>
    !isHan(text, at) || (bounds().isBound(at) && (goesOn(text.charAt(at)) || cueAfter(text, at) !== null));
  // 买买提｜谢小敏: lines of names that were run together.
  const opensName = (at: number) => surnameAt(text, at) !== null && GIVEN_ALONE.test(text.slice(at + 1, at + 4));
  // 买买提｜生于, 买买提｜苏醒: what only may be a sound belongs to what goes on.
  while (end > first + 1 && ((!isLoud(text, end - 1) && (!closed(end) || opensName(end - 1))) || isDone(text, end - 1)))
    end--;
  return end;
}

/** Names whose parts are joined by a dot; each part of one to eight characters. */
export function dottedNamesIn(text: string): Range[] {
  if (!DOT.test(text)) return [];
  const found: Range[] = [];
  const bounds = () => wordBoundsOf(text);
  for (let dot = 1; dot < text.length - 1; dot++) {
    if (!DOT.test(text.charAt(dot)) || dot < (found.at(-1)?.end ?? 0)) continue;
    const start = startBefore(text, dot, bounds);
    let end = endBehind(text, dot, bounds);
    if (DOT.test(text.charAt(end)) && end - dot > 1) {
      const last = endBehind(text, end, bounds);
      if (last > end + 1) end = last;
    }
    if (start === dot || end === dot + 1 || PLACE.test(text.slice(start, dot))) continue;
    if (BEGINS_PLACE.test(text.slice(dot + 1, dot + 9)) || NO_PERSON.test(text.charAt(end))) continue;
    // A single character before the dot is a clan, 那·斯琴, and no end of another word, 大美·西藏.
    if (dot - start === 1 && isHan(text, start - 1) && !bounds().isBound(start)) continue;
    // Two ordinary words with a dot between are no name: 诗意·江南.
    if (!isOfDottedName(text.slice(start, end).replaceAll(DOTS, ''))) continue;
    found.push({ start, end });
  }
  return found;
}
