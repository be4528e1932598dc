import { type CountWord, countWords } from './words.ts';

/** A count right before a list: 有以下5个乡镇：. */
export interface ListLead {
  readonly count: CountWord;
  /** 个, 项, 类 …: what the number stands before. */
  readonly unit: string;
  /** Where the phrase ends, before the colon. */
  readonly end: number;
  /** Whether it is certain that the list is of the counted things. */
  readonly certain: boolean;
}

const UNIT =
  /^(?<unit>大|个|项|名|类|所|座|种|条|件|点|步|方面|方|处|位|家|支|组|样|县|市|乡镇|乡|镇|行|栏|份|人|省)(?<noun>[^，。；：、！？“”（）\d]{0,14})$/u;
/** Things that are measured or said, not listed. */
const NOT_LISTED =
  /^(?:字|词|小时|月|星期|礼拜|钟头|年头|季度|百分点|百分|点钟|半|次|头|号|声音|场|话|句|味|回合|比分|点(?!意见|要求|建议|体会|经验|做法|启示|变化|理由))/u;
/** The count is not what is listed: somebody speaks, or only a part or a property of it is told. */
const SPEAKS =
  /说|道|问|答|喊|写道|写信|讲|告诉|叫|认为|表示|回忆|想|想起|打电话|发|寄|念|唱|读|比分|得分|成绩|名次|代表队|一组|一队|一班|一桌/u;
const SPOKEN_TO = /问|告诉|采访|请教|叮嘱|嘱咐|对着|打电话|写信/u;
const PROPERTY = /的(?!工作|内容|任务|事|问题|情况|要求|规定|办法|做法|经验|项目|乡镇|名字|有|是|目标|措施|制度|职责)/u;
const CERTAIN_UNITS = '大个项名类所座种条件点步方面位家县市乡镇';
const LEADS =
  /(?:^|[，；、：。])[^，；：。]{0,30}?(?:有|是|为|包括|包含|分为|分成|分|含|设|列出?了?|以下|下列|如下|下面|选了?|涉及|覆盖|来自|结对|即|做好|做|抓好|抓|这|共|全部|附件\d?|通知|方案)[^，；：。]{0,12}$/u;

/** Reads the last count of the clause before a colon; null where none can introduce a list. */
export function listLead(before: string): ListLead | null {
  const clauseStart =
    Math.max(...['，', '。', '；', '！', '？', '：', '\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  const clause = before.slice(clauseStart);
  const count = countWords(clause).at(-1);
  if (!count) return null;
  const { unit = '', noun = '' } = UNIT.exec(clause.slice(count.end))?.groups ?? {};
  if (unit === '' || NOT_LISTED.test(noun) || SPEAKS.test(noun) || PROPERTY.test(noun)) return null;
  const lead = clause.slice(0, count.start);
  if (SPOKEN_TO.test(lead) || /每|各|平均|之一/u.test(clause) || /(?:说|道|问|答)$/u.test(noun)) return null;
  const shifted = { ...count, start: count.start + clauseStart, end: count.end + clauseStart };
  const certain = CERTAIN_UNITS.includes(unit) && (lead.trim() === '' || LEADS.test(lead));
  return { count: shifted, unit, end: before.length, certain };
}
