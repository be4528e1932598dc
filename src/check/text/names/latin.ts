import { cueAfter, doesAt, leadsTo } from './cues.ts';
import { isBesideName, isStrong, type NameFinder, speaks } from './reading.ts';

/** Tibetan names as they are written in Latin letters. */
const TIBETAN = new Set(
  'tenzin|tashi|dawa|nyima|dolma|drolma|lhamo|pema|sonam|dorje|karma|norbu|phuntsok|tsering|lobsang|wangdu|choedon|yangchen|yangzom|kelsang|kalsang|tsomo|jampa|gyatso|penpa|migmar|pasang|lhakpa|phurbu|phurba|rinzin|rinchen|rigzin|thupten|thubten|ngawang|dechen|yeshe|choden|wangmo|palden|chime|dekyi|jigme|losang|tsewang|tseten|trinley|namgyal|gyaltsen'.split(
    '|',
  ),
);
/** A surname as it is written in Latin letters. */
const SURNAME =
  /^(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Yuan|Pan|Cai|Jiang|Yu|Du|Ye|Cheng|Su|Wei|Lu|Lyu|Ding|Ren|Shen|Yao|Zhong|Cui|Tan|Fan|Liao|Shi|Jin|Jia|Xia|Fu|Fang|Bai|Zou|Xiong|Meng|Qin|Qiu|Hou|Yin|Xue|Lei|Long|Duan|Hao|Kong|Shao|Mao|Wan|Gu|Lai|Kang|Yan|Qian|Tao)$/u;
const WORD = /^[A-Z][a-z]{1,14}(?:-[a-z]{1,8})?/u;
/** A pinyin given name: one to three syllables. */
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|uang|iong|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|ua|uo|ui|iu|ue|ve|er|a|o|e|i|u|v)){1,3}$/u;

/** Li Xiaohe, Tenzin, Tashi Dolma: sure by a surname or a Tibetan name, otherwise where a person is announced. */
export const latinName: NameFinder = (reading, at, before) => {
  const { text } = reading;
  if (/[A-Za-z\d]/u.test(text.charAt(at - 1))) return null;
  const words: string[] = [];
  let end = at;
  for (let next = at; words.length < 3; next = end + 1) {
    const [word] = WORD.exec(text.slice(next, next + 24)) ?? [];
    if (word === undefined || /[A-Za-z\d]/u.test(text.charAt(next + word.length))) break;
    words.push(word);
    end = next + word.length;
    if (text.charAt(end) !== ' ') break;
  }
  const [first, second] = words;
  if (first === undefined || /[A-Za-z\d@.]/u.test(text.charAt(end))) return null;
  if (text.charAt(end) === ' ' && /[A-Za-z]/u.test(text.charAt(end + 1))) return null;
  const own =
    TIBETAN.has(first.toLowerCase()) ||
    (second !== undefined &&
      words.length === 2 &&
      SURNAME.test(first) &&
      PINYIN.test(second.toLowerCase().replace('-', '')));
  if (own) return { end, form: 'latin', certainty: 'certain' };
  const tells =
    isStrong(before) ||
    speaks(text, end) ||
    isStrong(cueAfter(text, end)) ||
    doesAt(text, end) ||
    leadsTo(text, at) ||
    isBesideName(reading, at, end) ||
    /(?:Mr|Mrs|Ms|Dr|Prof)\.? $/u.test(text.slice(Math.max(0, at - 6), at));
  return tells ? { end, form: 'latin', certainty: 'likely' } : null;
};
