import { CharacterSet } from './character-set.ts';

/** Surnames of one character that seldom begin an ordinary word, or whose words a dictionary knows. */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙朱马胡郭林何梁郑罗宋谢唐韩曹许邓萧冯程蔡彭潘袁董余苏叶吕魏蒋田杜沈姜范傅钟卢汪戴崔陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷段郝孔邵史毛贺顾赖龚武康施严尹钱洪汤陶黎龙易文樊兰殷庄章鲁倪庞邢俞翟聂辛柳阳欧伍游肖闫牛骆毕祝葛岳齐涂符甘滕粟詹裴霍阮柯褚娄晏窦祁芦冉覃莫卜蓝昌谌佘喻邬粱房匡卓郁芮嵇茹缪宁漆蔺邰毋郦亓仝阙郇昝亢郜鄢隗逄湛';
/** Surnames that are above all ordinary words: only beside a word that announces a name. */
const RARE =
  '仇盘朴项古向曾任高车尤丁万于白安成常关包古邝丛代左申艾华池迟狄费丰封凤付傲盖耿巩桂郭杭花吉纪季简江景靳井鞠阚寇匡况蒯乐冷黎栗连凌满梅米苗闵穆那欧戚强乔屈瞿曲权冉饶荣容沙尚舒水司宿汤童屠危卫温翁乌郗习席冼解幸修宣荀燕言仰叶衣应雍虞宇原云臧湛支仲竺祖尧银元仇谷管翦麻明牟宫贡初楚桑敖步储柴敬厉罕隋苟涂盛佟邸晁敬谯赫皮钮胥裘恽单';
/** Surnames that are common, though their characters are ordinary words too. */
const MIDDLE =
  '丁曾江于万白关左常项古华申费季简靳景巩桂牟柴尤向安成包屈瞿饶荣温翁乌席解应游耿苗欧涂盛宁饶虞储佟詹池丛柏连乔钮胥裘恽厉单';
/** Common surnames whose characters are ordinary words or parts of foreign names as well. */
const WORDY =
  '黄马高金石方雷龙文易康钱汤毛严苏贺武段叶林夏秦章施牛熊田梁程路陶阳卢莫欧温童云楼侯尚庄鲁齐伍游毕顾余洪沈万柳祝江常关柯尹史符甘阮莫尤华丁江韦';
/** Surnames that are words of grammar above all. */
const GRAMMAR = '向于成任连应时那常原由经从相习万明';
/** Surnames of two characters. */
const DOUBLE =
  '欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方|南宫|百里|端木|轩辕|长孙|宇文|独孤|西门|呼延|澹台|申屠|太史|万俟|闻人|赫连|公冶|濮阳|淳于|单于|鲜于|钟离|司空|亓官|拓跋|公羊|仲孙|东郭';

const double = new Set(DOUBLE.split('|'));
const doubleBegins = new CharacterSet([...double].map((name) => name.charAt(0)).join(''));

/** A surname as it stands at the beginning of a name. */
export interface Surname {
  readonly length: 1 | 2;
  /** Whether it is seldom anything but a surname. */
  readonly common: boolean;
  readonly middle: boolean;
  readonly wordy: boolean;
  readonly grammar: boolean;
}

const OF_TWO: Surname = { length: 2, common: true, middle: false, wordy: false, grammar: false };

/** Surnames of one character by its code; a common one is never a rare one. */
const ofOne = new Map(
  [...new Set(RARE + COMMON)].map((first): [number, Surname] => {
    const common = COMMON.includes(first);
    const [middle, wordy, grammar] = [
      !common && MIDDLE.includes(first),
      WORDY.includes(first),
      GRAMMAR.includes(first),
    ];
    return [first.charCodeAt(0), { length: 1, common, middle, wordy, grammar }];
  }),
);

/** The characters with which surnames begin. */
export const SURNAME_BEGINS = [COMMON, RARE, ...[...double].map((name) => name.charAt(0))].join('');

/** The surname that may stand at an offset; null: none. */
export function surnameAt(text: string, at: number): Surname | null {
  if (doubleBegins.isAt(text, at) && double.has(text.slice(at, at + 2))) return OF_TWO;
  return ofOne.get(text.charCodeAt(at)) ?? null;
}
