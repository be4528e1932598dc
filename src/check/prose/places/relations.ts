/** Verbs and nouns of a pairing, the longer first. */
const VERBS = [
  '结对帮扶',
  '对口支援',
  '对口援助',
  '对口帮扶',
  '对口援建',
  '对口',
  '结对',
  '帮扶',
  '支援',
  '援助',
  '对接',
  '援建',
  '结成对子',
  '结成',
  '结为',
  '牵手',
  '携手',
  '包联',
  '挂钩',
  '负责',
  '对应',
  '联系点',
  '结对方',
  '后面写的是',
  '后面列的是',
  '后面是',
  '对的是',
];
/** Words that may stand beside such a verb without changing who is paired with whom. */
const FILL =
  '，这里是 ，这里由 ，那里是 ，那里由 ，它是 ，它由 ，该镇是 ，该乡是 这里是 这里由 到了 —— 团市委 市委 团委 团县委 县委 共青团 团组织 市 县 委 的 了 着 是 为 对 向 给 由 所 被 将 要 已经 已 正式 正在 继续 一直 长期 每年 今年 去年 明年 两年来 两年里 两年 从 自 起 来 开始 主动 积极 率先 具体 重点 牵头 需要 需 须 应当 应 进行 开展 工作 任务 承担 它的 它 叫 ，是 ，由 归 ，归 跟着 在 受援助县 受援县 受援地 受援 县城 乡镇 乡 镇 里有 中有 包括 市级团委 级团委 一方 ，附件 写的是 列的是 城市 对象 地区 地方 一方 单位 组织 帮助 方面 分别 依次 各自 各 也 还 就 都 则 名下 列的 建立 关系 签约 签订 协议 又 （ ( ： “ ” · 　'
    .split(' ')
    .concat([' ']);
const WITH = ['与', '和', '同', '跟'];

/** What stands between two places, word by word; null where a word stands there that is none of these. */
export interface Grammar {
  readonly verb: boolean;
  /** 与, 和: both are paired with each other, the verb may follow. */
  readonly with: boolean;
  /** Its last word is 的: what follows is described by what went before. */
  readonly attribute: boolean;
  readonly passive: boolean;
  readonly is: boolean;
  /** The last word. */
  readonly last: string;
}

const byLength = (a: string, b: string) => b.length - a.length;
const ALL = [...VERBS, ...FILL, ...WITH].sort(byLength);
const YEAR =
  /^(?:20\d{2}(?:[—–~～至到和、-]{1,2}20\d{2})?年?|(?:\d+|[一二两三四五六七八九十]+)(?:个市级团委|个团市委|个城市|座城市|个|市|县|地)?)/u;

/** Reads the words greedily, the longest first: linear, whatever stands there. */
export function grammarOf(text: string): Grammar | null {
  let [verb, withWord, passive, is] = [false, false, false, false];
  let last = '';
  for (let at = 0; at < text.length; at += last.length) {
    const rest = text.slice(at);
    last = YEAR.exec(rest)?.[0] ?? ALL.find((word) => rest.startsWith(word)) ?? '';
    if (last === '') return null;
    verb ||= VERBS.includes(last);
    withWord ||= WITH.includes(last);
    passive ||= last.endsWith('由') || last.endsWith('归') || last === '被';
    is ||= last.endsWith('是') || last === '为' || last === '：';
  }
  return { verb, with: withWord, attribute: last === '的', passive, is, last };
}

/** A dash between two places. */
export const DASH = /^[市县]?\s*(?:—{1,2}|–|-{1,2}|－|→|↔|⇄|~|～|·对·)\s*$/u;
/** The sentence is about pairing. */
export const PAIRING_TALK = /结对|对口|援[藏疆青]|援建|帮扶|支援|援助|对应|一对一|结成/u;
/** A dash that joins the ends of a way. */
export const WAY = /航线|航班|机场|公路|铁路|高速|班机|直飞|路线|线路|距离|公里|球面|里程|之间|时差|温差/u;
/** Denied, asked, supposed, quoted as a mistake, another time: no statement about the pairing. */
export const NO_STATEMENT =
  /不是|并非|并不|没有|未曾|而非|不对|不由|不在|如果|假如|要是|假设|误|写成|写错|弄错|搞错|记错|混|吗|？|\?|曾|过去|以前|此前|上一轮|上一批|原来|原先|原定|历史上|猜|以为/u;
/** Aid of others than the league, which has pairings of its own. */
export const OTHER_AID =
  /医疗|医院|医生|卫生|疾控|企业|公司|集团|银行|商会|协会|检察|法院|公安|税务|大学|学院|高校|组团式|教育局|卫健|机场|公路|大桥|电站|水厂|产业园|工业园|交通|电力|水利|人大|政协|妇联|工会|党委|政府/u;
