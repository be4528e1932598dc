import { CharacterSet } from '../character-set.ts';
import { PROVINCE_NAME } from '../provinces.ts';
import type { Range } from '../range.ts';
import { cueBefore } from './cues.ts';
import { TIBETAN_SYLLABLES } from './tibetan.ts';

/** Characters in which names of other languages are written: 阿依古丽·买买提. */
export const SOUNDS =
  '阿依古丽买提热合曼木吐尔逊江艾力米娜孜布再吾守哈斯格沙比拉帕麦迪那提娅努里亚克萨迪卡德尔江力玛尔肯别叶尔巴合提居马太加依娜古扎阿曼赛里克乌兰图雅其其格巴特尔苏日娜敖登高娃布朝鲁那仁满都呼斯琴乌云白音宝音塔娜萨仁额尔德尼吉日嘎拉胡达尼玛娜菲吾甫凯赛尔约麻汗肉孜托合塔洪卡热依木玉山买吐送伊敏司马义义布拉因牙夏提汗尼萨帕孜莱提亥古海米日班苏比努尔外力祖农赫尼亚孜塔依夏克亥热木图尼沙罕帕蒂曼巴哈布海萨普拉提地热扎提如鲜克尤穆妥太普祖热皮玛依尔地牙合乌斯曼艾则孜伊力哈木赛买旦麦麦提巧丽番迪丽拜尔居热艾提帕丽旦姆妮蕾佳欧文查理斯约翰杰森安德鲁玛丽雅露西罗伯特威廉大卫史密詹姆伊莎贝尔爱丽莫格列夫托泰柯夫斯基诺维奇金普希费道尔契诃高勒瓦伦达芬列奥纳多米开朗基琪库瓦勒泽仁卓次央宗措旺旦增多白益西贡平拉洛桑索南加才让杰吉俊乔治梅森利维恩温莱因内修尚奈贝茨德波拜默福顿登森兹曹雷弗朗茨齐玉呷惹明' +
  TIBETAN_SYLLABLES;
const sounds = new CharacterSet(SOUNDS);
/** Whether a character is a sound of names of other languages. */
export const isSound = (character: string) => sounds.has(character);
/** The same of the character at an offset. */
export const isSoundAt = (text: string, at: number) => sounds.isAt(text, at);
const DOT = /[·•・‧∙]/u;
/** Words that go on after a name and begin like a sound of it. */
const GOES_ON =
  /^(?:来自|来到|来信|今年|就读|家住|家在|提出|提到|提着|提起|那天|那年|那时|在|说|加入|拉着|拉住|达到|白天|高兴|西藏|荣获|和他|和她|国家|多次|安排|特别|开始|利用|大声|大家|如今|文中|古时|同学|爱唱|爱画|爱说|外出)/u;
/** A region before the name of a place in it, joined by a dot. */
const PLACE = new RegExp(`${PROVINCE_NAME}$`, 'u');
const LONGEST = 8;
const isStrongWord = (text: string, at: number): boolean => (cueBefore(text, at)?.word.length ?? 0) > 1;

/** Names whose parts are joined by a dot; each part of one to eight characters. */
export function dottedNamesIn(text: string): Range[] {
  if (!DOT.test(text)) return [];
  const found: Range[] = [];
  for (let dot = 1; dot < text.length - 1; dot++) {
    if (!DOT.test(text.charAt(dot)) || dot < (found.at(-1)?.end ?? 0)) continue;
    let start = dot;
    // 姑娘｜阿依达娜·努尔兰: a word that says who is no part of the name.
    while (start > 0 && dot - start < LONGEST && isSound(text.charAt(start - 1)) && !isStrongWord(text, start)) start--;
    let end = dot + 1;
    while (
      end < text.length &&
      end - dot <= LONGEST &&
      isSound(text.charAt(end)) &&
      !(end > dot + 1 && GOES_ON.test(text.slice(end, end + 2)))
    ) {
      end++;
    }
    if (DOT.test(text.charAt(end)) && end - dot > 1) {
      const next = end + 1;
      let last = next;
      while (
        last < text.length &&
        last - next < LONGEST &&
        isSound(text.charAt(last)) &&
        !(last > next && GOES_ON.test(text.slice(last, last + 2)))
      ) {
        last++;
      }
      if (last > next) end = last;
    }
    if (start === dot || end === dot + 1 || PLACE.test(text.slice(start, dot))) continue;
    found.push({ start, end });
  }
  return found;
}
