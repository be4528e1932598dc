import { withoutNumbering } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { namesOf } from '../projects/names.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { holdersOf } from './posts.ts';
import { type Piece, piecesOf } from './quotation-pieces.ts';
import { type DocumentPart, DocumentText, type Near } from './text.ts';

/** Words in quotation marks that a text says are the document's. */
interface Attributed extends Range {
  /** Without the marks. */
  readonly words: string;
  /** The only parts they may be from, where the text says so; null: anywhere in the document. */
  readonly among: readonly DocumentPart[] | null;
  /** 附件2, 四（一）1: as the text says it; empty where it says no part. */
  readonly place: string;
  /** `said`: the text says that they stand there; `named`: it only speaks of the document; `alone`: not even that. */
  readonly kind: 'said' | 'named' | 'alone';
}

interface Quoted extends Range {
  /** Where the sentence or the quotation around it begins, or the quotation before it ends. */
  readonly from: number;
  /** The quotation before it in the same sentence, by its number. */
  readonly before: number | null;
}

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
const OPENS = /[“‘「『"]/;
/** A longer quotation without its other half is a lost mark, told elsewhere. */
const LONGEST = 600;

/** The quotations of a text, the inner ones too, in order of their opening marks. */
function quotedIn(text: string): Quoted[] {
  if (!OPENS.test(text)) return [];
  const found: (Quoted & { depth: number })[] = [];
  const open: { mark: string; at: number; from: number; before: number | null }[] = [];
  let [from, before]: [number, number | null] = [0, null];
  let straight: { at: number; from: number; before: number | null } | null = null;
  const add = (start: number, end: number, lead: { from: number; before: number | null }) => {
    if (end - start > 2 && end - start < LONGEST) found.push({ ...lead, start, end, depth: open.length });
    [from, before] = [end, end - start > 2 && end - start < LONGEST ? found.length - 1 : null];
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const top = open.at(-1);
    if (Object.hasOwn(CLOSES, char)) {
      open.push({ mark: char, at: i, from, before });
      [from, before] = [i + 1, null];
    } else if (top && CLOSES[top.mark] === char) {
      open.pop();
      add(top.at, i + 1, top);
    } else if (char === '"') {
      if (straight) {
        add(straight.at, i + 1, straight);
        straight = null;
      } else straight = { at: i, from, before };
    } else if ('。！？\n'.includes(char) && !straight) [from, before] = [i + 1, null];
  }
  return found;
}

const SAY =
  '(?:所(?:说|言|述|写|讲|称|载|列|指出|强调|要求|规定|提出|提到|明确)(?:的)?(?:那样)?|(?:说|写|讲|要求|规定|提出|强调)的(?:那样|一样)|写(?:着|道|明|的是|成|作|有|了|的|上|到|过|得(?:很)?清楚|得明白)?|指出|要求(?:的是)?|规定(?:的是|了)?|说(?:的是|明|道|得(?:很)?清楚|得明白|到|了)?|称(?:作|为)?|讲(?:的是|到|明)?|提出(?:的是|了)?|提到|提及|强调(?:的是)?|明确(?:提出|要求|规定|指出|写明|了)?|载明|列明|列(?:的是|有|出|着)|注明|标明|交代|部署|安排|表述(?:为|是|作)|表示|原(?:文|话|句)(?:是|为|写的是|写着)?|的?(?:原文|原话|说法|写法|提法|表述|措辞|字样|话|要求|规定)(?:是|为|就是)|用的(?:词|字|话)?是|用(?:了|的)?|叫(?:做|作)?|(?:有|是)(?:这样|这么)?一?(?:句话|句|条|段话|段|栏|行|项|格)?(?:是|叫|叫做|叫作|写的是|写着)?)';
const NUMERAL = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
/** Between the document and the verb: which part of it, and adverbs. No other subject fits in. */
const BETWEEN =
  '(?:里面|里头|里|中|内|上|当中|之中|的|在|对|关于|则|还|又|也|都|就|只|便|曾|已|已经|明确|清楚地?|明明白白|一再|特别|专门|正式|首先|最后|同时|原文|原话|这样|这么|如此|是|是这样|是这么|这一|那一|每一|第|部分|条|款|项|处|栏|列|行|格|段|句|表|里边|最末|末尾|开头|结尾|一开头|一开始|前面|后面|下面|最前面|最后面|说明|备注|表头|标题|要求里|一节|一章|一条|一款|一项|一栏|一处|一段|一句|一格|一行|对此|其中|此处|本身|自己|白纸黑字|清清楚楚|如是|以|用|把它|给出|给|出|来|[（(]?[一二三四五六]、?[）)]?|\\d{1,2}|本级|两处|也都|[ 　])';
/** Directly before the quotation, behind the verb. */
const BEHIND =
  '(?:，?(?:各|有关|所有|全体|每[个一]|相关)[^，。；：“”‘’「」叫称]{0,8}(?:要|应当?|必须|都要|须)?|，?(?:做到|坚持|实现|确保|要|围绕|立足|按照?)){0,2}(?:，|：|:|,|——|—|\\s|的|是|这样一句话|这样一句|一句话|一句|如下|道|着|了|过){0,4}';

/** Words that make it another document, or no document at all, directly before 通知 and 方案. */
const OTHER_BEFORE =
  /(?:(?:团中央|中央|国务院|教育部|省委|省政府|市委|县委|学校|[部厅局校县乡镇村市])的|另一[份个]|另外|其他|别的|上一[份个]|新的?|旧的?|团中央|中央|国务院|[部厅局校县乡镇村市](?:里|上)?(?:印发|下发|发布|发来)?(?:的|了)?|学校|公司|单位|录取|放假|活动|会议|培训|招募|比赛|开会|入学|开学|停课|停电|短信|电话|书面|口头|教学|设计|装修|建设|施工|初步|具体|两套|几套|一套|多个|自己的|我们的|他们的|课程|旅行|应急|合同|采购|银行|每[份个])$/u;
/** The words are said not to stand there, or to be wrong. */
const DENIED =
  /(?:不是|而非|并非|不同于|有别于|而不(?:写|说|用|叫)?|没有?(?:写|说|提|用|出现|讲|规定|要求|列)?(?:过|到|明)?|并?未(?:写|说|提|用|出现|规定|要求|列)?(?:过|到|明)?|不(?:写|说|提|用|叫|写作|写成|能写|要写|该写|应写)|误(?:写|作|传|为|写成|写为|印)(?:成|作|为)?|错(?:写|印|成|写成)(?:成|作|为)?|(?:写|说|听|读|看|抄|传|念|记|印)成(?:了)?|当成|当作|理解(?:成|为)|改(?:成|为|叫|写)|别写|叫成|简称(?:为|作)?|俗称|也就是)[，：:]?$/u;
const DENIED_BEHIND =
  /^[，,]?(?:(?:这)?(?:几|两|三|四|[一二三四五六七八九十]|个|样|的|字|词|话|句|说法|写法|字样)*(?:是|都是|也是|就是)?(?:错|不对|不准|不确|误|写错|没有|不在|查不到|找不到|不见于|未见于|并不|没出现|从来没|后来|现在)|不是)/u;

/** What a text calls the document: this one, or a part of it. */
const NAMES =
  '通知|方案|正文|附件[一二三四五六七八九\\d]?|附表[一二三四五六七八九\\d]?|备注|原文|原件|任务表|情况表|(?<!\\p{Script=Han})文件(?![夹柜袋名盒])|(?<=这份|该|本)文件|□';

/** Reads which quotations of a text are said to be the document's words. */
function quotationSources(programme: Programme, document: DocumentText) {
  const { tables, clauses, passages } = programme;
  const own = [programme.document.title, programme.document.plan_title, programme.document.short].map(plain);
  const short = RegExp.escape(programme.document.short);
  // 四（一）7, 六、2: only those that are there.
  const clauseNames = clauses
    .flatMap(({ id, role }) => (['item', 'field', 'section'].includes(role) ? [passages.get(id)?.short ?? ''] : []))
    .filter((name) => name.length > 2);
  const name = `(?<name>${anyOf(clauseNames)}|${short}|${NAMES}|第(?:${NUMERAL})(?:部分|项|条|款))`;
  // 附件2的“某项目”一行写着: rows and items are called by their projects, counties and cities.
  const rows = [...namesOf(programme).keys(), ...programme.journeys.flatMap((j) => [j.city.name, j.county.name])];
  const isRow = new RegExp(`^(?:${anyOf(rows)})$`, 'u');
  const row = `“?(?:${anyOf(rows)})”?`;
  const said = new RegExp(
    `${name}(?:[（(][^（）()]{1,20}[）)])?(?:${BETWEEN}|${row}|${name.replace('name', 'inner')}){0,12}?(?<say>${SAY})${BEHIND}$`,
    'u',
  );
  // 通知只有一句嘱咐：“…”
  const noun = new RegExp(
    `${name}[^，。；：“”「」]{0,12}?(?:(?:结尾|开头|末尾|末句|首句|第一句|最后一句|头一句|那一?句|这一?句|原句)，?|嘱咐|叮嘱|要求|话|规定|表述|小?标题|题目|字|口号|内容|任务|目标|职责|安排|措施|原则|名称|叫法)(?:是|写的是|写着|即|就是)?(?:：|:|是|写的是|写着|即)$`,
    'u',
  );
  const colon = new RegExp(
    `${name}(?:[（(][^（）()]{1,20}[）)])?(?:里|中|上|的|原文|原话|备注|第|${NUMERAL}|条|项)*(?:：|:)$`,
    'u',
  );
  const titles = anyOf(clauses.filter(({ role }) => role === 'section').map(({ text }) => withoutNumbering(text)));
  const goesOn = new RegExp(
    `^[，；、,]?(?:又|也|还|并|再|接着|同时|而且|并且|后面|随后|下文|另一处|紧接着|既|和|与|及|以及|或|或者|一边|、)*(?:(?:${SAY})${BEHIND})?$`,
    'u',
  );
  const behind = new RegExp(
    `^(?:(?:[，,]|——|—)*(?:这|这句话?|这几个字|这话|以上|原话|语)?(?:是|就是|正是|都是|出自|引自|来自|见于?|摘自|出于|写在|——|—|[（(])(?:见|引自|出自|在)?(?:这份|本|该|工作|援[藏疆青]|援建|实施)?${name}|[，,—]+[^，。；：“”]{0,4}${name}[^，。；“”]{2,18}(?:就是|的是|正是|都是)(?:这|那|以上)[^，。；“”]{0,8}(?=[。，；！]|$)|[，,]?(?:这份|本|该)?(?:工作|援[藏疆青]|援建|实施)?${name}(?:${BETWEEN}|“?(?:${titles})”?){0,6}?${SAY}(?=[。，；！]|$))`,
    'u',
  );
  const by = new RegExp(
    `(?:按照?|依照?|根据|据|用|照|引用|援引|引|抄录?|照抄|遵照|对照|套用|借用|落实|贯彻)(?:这份|本|该|工作|援[藏疆青]|援建|实施)*${name}(?:里|中|上|的|关于|所说|所写|提出|规定|要求|明确|第|部分|条|项|原文|原话|话来说|话来讲|话讲|话说|话|说法|写法|${NUMERAL})*[，：:]?$`,
    'u',
  );
  const near = new RegExp(`${short}|${NAMES}`, 'u');
  // 指导思想里的那句: a section says whose words may be meant, where they are nearly the document's.
  const nearby = new RegExp(`${near.source}|${titles}`, 'u');

  /** Titles in 《》: the document's own become □, others ■, so that a year in them is nothing else; offsets change. */
  const withoutTitles = (text: string) =>
    text.replaceAll(/《(?:[^《》]|《[^《》]{0,100}》){1,120}》/gu, (title) => {
      const inner = plain(title.slice(1, -1));
      const isOwn = inner.length > 3 && own.some((t) => t.includes(inner) || inner.includes(t));
      return isOwn || /^(?:实施)?方案$|^通知$|^工作方案$/u.test(inner) ? '□' : '■';
    });

  /** The parts a name speaks of; null: all of the document. */
  function scopeOf(words: string): Pick<Attributed, 'among' | 'place'> {
    const all = [...words.matchAll(new RegExp(name, 'gu'))].map((m) => m[0]);
    const clause = all.findLast((n) => clauseNames.includes(n));
    if (clause) {
      const among = document.parts.filter(
        (part) => passages.get(part.locator)?.short === clause && part.table === null,
      );
      const heading = clauses.find((c) => passages.get(c.id)?.short === clause);
      // Of a heading all that stands under it.
      return heading?.role === 'item' ? { among, place: clause } : { among: null, place: '' };
    }
    const annex = all.findLast((n) => /^附件.$/u.test(n));
    const note = all.includes('备注');
    const annexes = new Set(all.filter((n) => /^附件./u.test(n)));
    // Both are named: it may stand in either.
    if (annexes.size > 1 || (all.includes('正文') && all.some((n) => n.startsWith('附件')))) {
      return { among: null, place: '' };
    }
    const number = annex && '一二三四五六七八九'.indexOf(annex.slice(2)) + 1;
    const table = annex ? tables.find((t) => t.label === annex || t.label === `附件${number}`) : undefined;
    if (annex && !table) return { among: null, place: '' };
    const inNotes = (part: DocumentPart) => !note || part.note;
    if (table) {
      const among = document.parts.filter((part) => part.table === table.id && inNotes(part));
      return { among, place: note ? `${table.label}的备注` : table.label };
    }
    if (note) return { among: document.parts.filter((part) => part.note), place: '备注' };
    if (all.at(-1) === '正文') return { among: document.parts.filter((part) => part.table === null), place: '正文' };
    if (all.at(-1) === '附件') return { among: document.parts.filter((part) => part.table !== null), place: '附件' };
    return { among: null, place: '' };
  }

  const isOther = (lead: string, match: RegExpExecArray) => OTHER_BEFORE.test(lead.slice(0, match.index));

  /** Whether a `Quote` names the document as its source. */
  const isDocument = (by: string): boolean => {
    const words = withoutTitles(by).trim();
    const match = near.exec(words);
    return match !== null && !isOther(words, match) && !words.includes('■');
  };

  const attributed = (text: string): Attributed[] => {
    if (!OPENS.test(text)) return [];
    const quoted = quotedIn(text);
    const results: (Attributed | null)[] = [];
    for (const { start, end, from: own, before } of quoted) {
      const ahead = before === null ? undefined : quoted[before];
      const from = ahead && isRow.test(text.slice(ahead.start + 1, ahead.end - 1)) ? ahead.from : own;
      const lead = withoutTitles(text.slice(Math.max(from, start - 120), start));
      const next = withoutTitles(text.slice(end, end + 60)).split(/[。！？；\n]/u, 1)[0] ?? '';
      const words = text.slice(start + 1, end - 1);
      const result = (match: RegExpExecArray | null, kind: Attributed['kind']): Attributed => ({
        ...{ start: start + 1, end: end - 1, words, kind },
        ...(match ? scopeOf(match[0]) : { among: null, place: '' }),
      });
      const previous = before === null ? null : (results[before] ?? null);
      const match = said.exec(lead) ?? colon.exec(lead) ?? by.exec(lead) ?? noun.exec(lead);
      const trailing = match ? null : behind.exec(next);
      if (DENIED.test(lead) || DENIED_BEHIND.test(next)) results.push(null);
      else if (match && !isOther(lead, match)) results.push(result(match, 'said'));
      else if (trailing) results.push(result(trailing, 'said'));
      else if (previous?.kind === 'said' && goesOn.test(lead))
        results.push({ ...result(null, 'said'), ...pick(previous) });
      else if (nearby.test(lead) || (previous && !/[，；]/u.test(lead))) results.push(result(null, 'named'));
      else
        results.push(
          (words.length >= LEAST_ALONE || FOUR_AND_FOUR.test(words)) && /[，、；。]|.{18}/u.test(words)
            ? result(null, 'alone')
            : null,
        );
    }
    return results.filter((one) => one !== null);
  };
  return { attributed, isDocument };
}

const pick = ({ among, place }: Attributed) => ({ among, place });
const plain = (title: string) => title.replaceAll(/[\s《》—–―－~～-]/gu, '');

/** Words that are told in full; longer ones by their ends. */
const SHOWN = 60;
const short = (words: string) =>
  words.length > SHOWN ? `${words.slice(0, SHOWN / 2)}……${words.slice(-SHOWN / 4)}` : words;
/** Newlines and the spaces that align names in the original are no part of what is read. */
const oneLine = (words: string) => words.replaceAll(/\s+/gu, '');

/** So many characters may differ in words that are meant to be the document's. */
const mayDiffer = (words: string) => (words.length < 5 ? 0 : words.length < 10 ? 1 : Math.floor(words.length / 5));
/** When and where something was said, or who printed it. */
const OCCASION =
  /会上|会议|座谈|仪式|采访|专访|致辞|讲话|发言|调研|考察|培训班|课上|日报|电视台|新华|报道|杂志|客户端|公众号|\d{1,2}[月日]/u;
/** So long words are the document's if they nearly stand there, whatever the text says of them. */
const LEAST_ALONE = 12;
/** 目标明晰，责任具体: words in a fixed form are the document's though they are few. */
const FOUR_AND_FOUR = /^\p{Script=Han}{4}，\p{Script=Han}{4}$/u;
/** So often the nearest passage is looked for in one story. */
const MOST_LOOKED_UP = 200;

interface Told {
  readonly piece: Piece;
  readonly near: Near | null;
  readonly elsewhere: DocumentPart | undefined;
}

/** Where the words could have come from, for the editor. */
const asRead = ({ near, elsewhere }: Pick<Told, 'near' | 'elsewhere'>, clause: string | null): string => {
  if (elsewhere) return `这几个字在${elsewhere.label}`;
  if (near) return `“${short(oneLine(near.words))}”`;
  return clause ? `${clause}里一字不差的原话` : '通知里一字不差的原话';
};

/**
 * Words that are said to be the document's: in a `Quote` with its clause or under the document's name, and in quotation
 * marks behind 通知写道 and the like. Each piece between …… must stand there, character by character.
 */
export const quotations: PlanRule = ({ programme }) => {
  const document = new DocumentText(programme);
  const { attributed, isDocument } = quotationSources(programme, document);

  const stands = (words: string, among: readonly DocumentPart[] | null) => {
    const where = document.where(words);
    return among === null ? where.length > 0 : where.some((part) => among.includes(part));
  };

  /** What is nearest to all of the words, else to the first of their clauses that is other. */
  function nearest(words: string, among: readonly DocumentPart[] | null): Near | null {
    const whole = document.near(words, among ?? undefined);
    if (whole) return whole;
    const [other] = words.split(/[，；：。、,;:]/u).filter((clause) => clause !== '' && !stands(clause, among));
    return other === undefined || other === words ? null : document.near(other, among ?? undefined);
  }

  /** The pieces of a text that do not stand where they should. */
  function missing(text: string, among: readonly DocumentPart[] | null, mayLook: () => boolean): Told[] {
    return piecesOf(text).flatMap((piece): Told[] => {
      if (stands(piece.words, among)) return [];
      const elsewhere = among === null ? undefined : document.where(piece.words)[0];
      const near = elsewhere || !mayLook() ? null : nearest(piece.words, among);
      return [{ piece, near, elsewhere }];
    });
  }

  function cited(source: ProseBlock, block: number, mayLook: () => boolean): ProseFinding[] {
    const { by = null, clause = null } = source.citation ?? {};
    if (clause === null && !(by !== null && isDocument(by))) return [];
    const label = clause === null ? null : document.label(clause);
    // An address that leads nowhere is told as that.
    if (clause !== null && label === null) return [];
    const among = clause === null ? null : document.at(clause);
    if (clause !== null && among?.every(({ folded }) => folded.text === '')) {
      const parts = { code: 'quote-not-in-document', what: '这一段原文不刊登，不能引用', expected: '不引用' } as const;
      const range = { block, start: 0, end: source.text.length, severity: 'error' as const, written: label };
      return [{ ...range, ...parts, found: `clause="${clause}"`, mend: '删去这一处 Quote。' }];
    }
    return missing(source.text, among, mayLook).map((told): ProseFinding => {
      const { piece, elsewhere, near } = told;
      const right = elsewhere ?? near?.part;
      return {
        ...{ block, start: piece.start, end: piece.end, severity: 'error' },
        code: 'quote-not-in-document',
        what: label === null ? '引文在通知里没有' : elsewhere ? '引文不在这一条里' : '引文和原文不同',
        found: `“${short(source.text.slice(piece.start, piece.end))}”`,
        expected: asRead(told, label),
        written: right?.label ?? label,
        mend: elsewhere
          ? `把 clause 改成 ${elsewhere.locator}，或者改引${label}里的话。`
          : '照原文改，一字不差；略去的地方写……；不是原话就不用 Quote。',
      };
    });
  }

  function inSentence(source: ProseBlock, block: number, one: Attributed, mayLook: () => boolean): ProseFinding[] {
    // Where nothing names the document, words that have nothing of it are somebody's own.
    if (one.kind === 'alone' && !FOUR_AND_FOUR.test(one.words) && !document.sharesRun(one.words)) return [];
    return missing(one.words, one.among, mayLook).flatMap(({ piece, near, elsewhere }): ProseFinding[] => {
      const { words } = piece;
      if (one.kind === 'alone' && (near === null || near.distance > Math.floor(words.length / 8))) return [];
      // Of four and four both must be the document's.
      if (one.kind === 'alone' && FOUR_AND_FOUR.test(one.words) && document.near(one.words) === null) return [];
      const isNear = near !== null && near.distance <= mayDiffer(words);
      if (one.kind === 'named' && !isNear) return [];
      const start = one.start + piece.start;
      const told = { near: isNear || one.kind === 'said' ? near : null, elsewhere };
      return [
        {
          ...{ block, start, end: one.start + piece.end },
          severity: source.quoted ? 'warning' : 'error',
          code: 'quotation-differs',
          what: elsewhere ? `引号里的话不在${one.place}里` : '引号里的话和通知不同',
          found: `“${short(source.text.slice(start, one.start + piece.end))}”`,
          expected: asRead(told, null),
          written: elsewhere?.label ?? told.near?.part.label ?? null,
          mend: elsewhere
            ? `改成“${elsewhere.label}”；引号里要一字不差。`
            : '照原文改，一字不差；不是通知的原话，去掉引号，用自己的话说。',
        },
      ];
    });
  }

  /** 组长某某强调：“…”: words of an official of the roster that the document does not have, and no occasion named for them. */
  const officials = holdersOf(programme).map(({ name }) => RegExp.escape(name));
  const speaks = new RegExp(
    `(?:${officials.join('|') || '(?!)'})(?:同志)?[^。！？“”；]{0,10}?(?:说|指出|强调|表示|要求|讲道?|谈到|介绍|告诉[^，。：]{1,6}|提出)(?:道)?[，：:]\\s*“(?<words>[^“”]{6,200})”`,
    'gu',
  );
  function spoken({ text, quoted, part }: ProseBlock, block: number): ProseFinding[] {
    if (quoted || part === 'words' || !text.includes('“')) return [];
    return matchesIn(text, speaks).flatMap(({ index, 0: match, groups }): ProseFinding[] => {
      const words = groups?.['words'] ?? '';
      const before = text.slice(Math.max(0, index - 40), index);
      if (OCCASION.test(before + match.slice(0, match.indexOf('“')))) return [];
      if (piecesOf(words).every((piece) => stands(piece.words, null))) return [];
      const start = index + match.indexOf('“') + 1;
      return [
        {
          ...{ block, start, end: start + words.length, severity: 'warning', code: 'quotation-speaker' },
          what: '引了通知里的人的话，通知里没有，也没有写在哪里说的',
          found: `“${short(words)}”`,
          expected: '写明什么时候、在哪里说的，或者出自哪篇报道',
          written: null,
          mend: '话前面写明场合和日子（在某年某月的某个会上），或者写明哪家媒体登的；查不到的，去掉引号和名字。',
        },
      ];
    });
  }

  return ({ blocks }) => {
    let looked = 0;
    const mayLook = () => ++looked <= MOST_LOOKED_UP;
    return blocks.flatMap((source, block) => {
      if (source.citation) return cited(source, block, mayLook);
      const told = attributed(source.text).flatMap((one) => inSentence(source, block, one, mayLook));
      const isTold = ({ start, end }: Range) => told.some((f) => f.start < end && start < f.end);
      return [...told, ...spoken(source, block).filter((one) => !isTold(one))];
    });
  };
};
