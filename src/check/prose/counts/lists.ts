import type { Programme } from '#domain/programme/programme.ts';
import { type CountWord, countWords, isProved } from '../../text/count-words.ts';
import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { stemOf } from '../../text/place-names.ts';
import type { PlanRule, ProseBlock, ProseFinding, StoryProse } from '../prose.ts';
import { fieldsOf } from './things.ts';

/** What is found about a count whose list has another number of things. */
function listFinding(
  prose: StoryProse,
  block: number,
  { start, end, value, size, certain }: { start: number; end: number; value: number; size: number; certain: boolean },
): ProseFinding {
  const source = prose.blocks[block];
  return {
    block,
    start,
    end,
    severity: certain && source?.quoted !== true ? 'error' : 'warning',
    code: 'list-count',
    what: '写的个数和列出来的个数不同',
    found: `“${source?.text.slice(start, end)}”，列出来的是${size}个`,
    expected: `${size}个，或者列满${value}个`,
    written: null,
    mend: `数一数列出来的：是${size}个就把数改成${size}；漏了的补上，多了的删去。`,
  };
}

/** A count right before a list: 有以下5个乡镇：. */
interface ListLead {
  readonly count: CountWord;
  /** 个, 项, 类 …: what the number stands before. */
  readonly unit: string;
  /** Where the phrase ends, before the colon. */
  readonly end: number;
  /** Whether it is certain that the list is of the counted things. */
  readonly certain: boolean;
}

const UNIT =
  /^(?<unit>大|个|项|名|类|所|座|种|条|件|点|门|堂|本|面|幅|首|步|方面|方|处|位|家|支|组|样|县|市|乡镇|乡|镇|行|栏|份|人|省)(?<noun>[^，。；：、！？“”（）\d]{0,14})$/u;
/** Things that are measured or said, not listed. */
const NOT_LISTED =
  /^(?:字|词|小时|月|星期|礼拜|钟头|年头|季度|百分点|百分|点钟|半|次|头|号|声音|场|话|句|味|回合|比分|点(?!意见|要求|建议|体会|经验|做法|启示|变化|理由))/u;
/** The count is not what is listed: somebody speaks, or only a part or a property of it is told. */
const SPEAKS =
  /说|道|问|答|喊|写道|写信|讲|告诉|叫|认为|表示|回忆|想|想起|打电话|发|寄|念|唱|读|比分|得分|成绩|名次|代表队|一组|一队|一班|一桌/u;
const SPOKEN_TO = /(?<![慰学疑访])问|告诉|采访|请教|叮嘱|嘱咐|对着|打电话|写信/u;
const PROPERTY = /的(?!工作|内容|任务|事|问题|情况|要求|规定|办法|做法|经验|项目|乡镇|名字|有|是|目标|措施|制度|职责)/u;
/** 三位兼职的副书记: those who hold a post, whatever is said of them before it. */
const HOLDERS = /的副?(?:书记|组长|主任|部长|队长|会长|秘书长)$/u;
const CERTAIN_UNITS = '大个项名类所座种条件点步方面位家县市乡镇';
const LEADS =
  /(?:^|[，；、：。])[^，；：。]{0,30}?(?:有|是|为|包括|包含|分为|分成|分|含|设|列出?了?|以下|下列|如下|下面|选了?|涉及|覆盖|来自|结对|即|做好|做|抓好|抓|这|共|全部|附件\d?|通知|方案)[^，；：。]{0,12}$/u;

/** Reads the last count of the clause before a colon; null where none can introduce a list. */
function listLead(before: string): ListLead | null {
  const clauseStart =
    Math.max(...['，', '。', '；', '！', '？', '：', '\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  const clause = before.slice(clauseStart);
  const count = countWords(clause).at(-1);
  if (!count) return null;
  const { unit = '', noun = '' } = UNIT.exec(clause.slice(count.end))?.groups ?? {};
  const isProperty = PROPERTY.test(noun) && !(/^[位名]$/u.test(unit) && HOLDERS.test(noun));
  if (unit === '' || NOT_LISTED.test(noun) || SPEAKS.test(noun) || isProperty) return null;
  const lead = clause.slice(0, count.start);
  if (SPOKEN_TO.test(lead) || /每|各|平均|之一/u.test(clause) || /(?:说|道|问|答)$/u.test(noun)) return null;
  const shifted = { ...count, start: count.start + clauseStart, end: count.end + clauseStart };
  const certain = CERTAIN_UNITS.includes(unit) && (lead.trim() === '' || LEADS.test(lead));
  return { count: shifted, unit, end: before.length, certain };
}

const COUNTED =
  /^(?:位|名|个|座|所|家|项|大)?(?:受援|援助|结对|对口)?(?<noun>市级团委|团市委|县|市|乡镇|城市|乡|镇|村|项目|部门|部室|单位|人|团市委|市级团委|方面|行动|地方)(?![级区州委长政域内外民]|次|份|均)/u;
/** 三位老师, 五名志愿者: people by what they are. */
const PERSONS =
  /^(?:位|名|个)\p{Script=Han}{0,4}?(?:老师|教师|同学|学生|孩子|志愿者|队员|团员|代表|干部|辅导员|成员|同志|组长|书记|医生|青年|朋友|客人|选手)(?!们|的|家|证|会|部)/u;
const JOINT = /、|以及|和|(?<![参给])与|(?<![涉波普惠])及/gu;
/** 甲、乙两座城市和丙部、丁部: behind things that are counted already another list begins. */
const COUNTED_BEFORE = /^.*[\d一二两三四五六七八九十](?:个|座|家|所|名|位)\p{Script=Han}{1,4}?(?:以及|和|与|及)/u;
/** The words between a pause and the number. */
const RUN = /[^，。；：！？!?\n,;:\s]*$/u;
/** First letters of people's names. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const isPerson = (item: string) => /^\p{Script=Han}{2,3}$/u.test(item) && SURNAMES.includes(item.slice(0, 1));

/** Every name of the programme with what it is a name of: a city, a county, a project. */
function knownNames(programme: Programme): Map<string, string> {
  const { places, projects, departments } = programme;
  const known = new Map<string, string>();
  const add = (word: string, kind: string) => word.length > 1 && known.set(word, kind);
  for (const { name, name_today: today, level } of places.values())
    for (const word of [name, today ?? name, ...(level === 'township' ? [] : [stemOf(name)])]) add(word, level);
  for (const { short, aliases = [], lines } of projects)
    for (const word of [short, ...aliases, ...lines.flatMap((l) => [l.short, l.title])]) add(word, 'project');
  for (const { name, kind } of departments) if (kind !== 'cities') add(name, 'department');
  for (const { name } of fieldsOf(programme))
    for (const word of [
      name,
      name.replace(/(?:行动|工程)$/u, ''),
      name.replace(/(?:行动|工程)$/u, '').replace(/^共青团/u, ''),
    ])
      add(word, 'field');
  return known;
}

/** The enumeration right before a count: its items, and whether 等 closes it. */
function runBefore(text: string, count: CountWord, named: boolean) {
  // 甲、乙、丙，三人合影: of names the number may stand behind a pause.
  const before = text.slice(Math.max(0, count.start - 160), count.start).replace(named ? /[，,]$/u : /$^/u, '');
  const [all = ''] = RUN.exec(before.replace(/(?:这|共|一共|总共)$/u, '')) ?? [];
  const run = all.replace(COUNTED_BEFORE, '');
  const items = run.replace(/等$/u, '').split(JOINT);
  const pause = before.slice(0, before.length - run.length).at(-1) ?? '';
  // 甲部、乙部和丙、丁两市: the number may speak of the last ones only.
  const tail =
    run
      .split(/以及|和|(?<![参给])与|(?<![涉波普惠])及/u)
      .at(-1)
      ?.split('、').length ?? 0;
  return {
    items,
    open: run.endsWith('等'),
    plain: run.includes('、') && !(tail > 1 && tail < items.length),
    begun: pause === '，' || pause === ',',
  };
}

/** 五个乡镇是甲镇、乙镇和丙乡: the items behind the verb. */
function itemsBehind(text: string, from: number) {
  const [words, run = ''] =
    /^[，,]?(?:分别)?(?:是|为|即|叫)([^，。；：！？!?\n]{3,120})(?=[，。；！？!?\n]|$)/u.exec(
      text.slice(from, from + 130),
    ) ?? [];
  return words !== undefined && run.includes('、') && !run.endsWith('等') ? run.split(JOINT) : [];
}

/** 四个县，甲、乙、丙，都在…: a row right behind a pause, and whether it is said to be all. */
const ROW_BEHIND = /^[，,](?<run>[^，。；：！？!?\n]{3,120})(?<all>[，,](?:都|全|均|一个|无一|一家|一座))?/u;

/** Lists that a count closes: 甲、乙和丙两个县. Speaks only of lists of known names of one kind, and of people. */
function listEnds(programme: Programme) {
  const known = knownNames(programme);
  const kindOf = (item: string) => known.get(item) ?? known.get(stemOf(item));
  const endsIn = (item: string, kind: string) =>
    [...item].some((_, i) => kindOf(item.slice(i)) === kind && i < item.length - 1);

  return (prose: StoryProse, block: number, text: string): ProseFinding[] => {
    const source = prose.blocks[block];
    if (!source || !text.includes('、')) return [];
    return countWords(text).flatMap((count): ProseFinding[] => {
      const ahead = text.slice(count.end, count.end + 12);
      const named = PERSONS.exec(ahead);
      const phrase = COUNTED.exec(ahead) ?? named;
      if (!phrase || isProved(source, count) || count.value > 30) return [];
      const range = { start: count.start, end: count.end + phrase[0].length };
      const behind = itemsBehind(text, range.end);
      const behindKind = kindOf(behind[0] ?? '');
      const alike = behindKind !== undefined && behind.every((item) => kindOf(item) === behindKind);
      if (alike || (named !== null && behind.length > 1 && behind.every(isPerson))) {
        const { length: size } = behind;
        return size === count.value
          ? []
          : [listFinding(prose, block, { ...range, value: count.value, size, certain: alike })];
      }
      // As a row of some that goes on elsewhere it may be shorter, longer never.
      const { run: row = '', all } = ROW_BEHIND.exec(text.slice(range.end, range.end + 130))?.groups ?? {};
      const things = row.includes('、') ? row.split(JOINT) : [];
      const rowKind = kindOf(things[0] ?? '');
      if (rowKind !== undefined && things.every((item) => kindOf(item) === rowKind)) {
        const { length: size } = things;
        return size > count.value || (all !== undefined && size < count.value)
          ? [listFinding(prose, block, { ...range, value: count.value, size, certain: false })]
          : [];
      }
      const { items, open, plain, begun } = runBefore(text, count, phrase.groups?.['noun'] === '人' || named !== null);
      const [first = '', second = '', ...more] = items;
      const { length: size } = items;
      if (!plain || count.value === size || (count.value > size && (open || begun))) return [];
      const kind = kindOf(second);
      const sure = kind !== undefined && more.every((item) => kindOf(item) === kind) && endsIn(first, kind);
      const people =
        (phrase.groups?.['noun'] === '人' || named !== null) &&
        [second, ...more].every(isPerson) &&
        (isPerson(first.slice(-2)) || isPerson(first.slice(-3)));
      // 四个团市委 of which one is none of the programme's: the others are known.
      const stranger =
        /^(?:市级团委|团市委|城市|市|县|乡镇)$/u.test(phrase.groups?.['noun'] ?? '') &&
        kind !== undefined &&
        endsIn(`　${first}`, kind) &&
        more.filter((item) => kindOf(item) === kind).length >= more.length - 1 &&
        more.every((item) => kindOf(item) === kind || /^\p{Script=Han}{2,4}$/u.test(item));
      // 甲、乙、丙这四个项目: whatever they are, 这 says that they are these.
      const these =
        /这$/u.test(text.slice(0, count.start)) &&
        size > 2 &&
        items.slice(1).every((item) => item.length > 0 && item.length < 9) &&
        !/和|与|及|等/u.test(text.slice(Math.max(0, count.start - 60), count.start));
      if (!sure && !people && !stranger && !these) return [];
      return [listFinding(prose, block, { ...range, value: count.value, size, certain: sure && !open })];
    });
  };
}

/** How many things a list after or before a count can be said to hold: at least and at most, and how sure that is. */
interface ListSize {
  /** Every number that would be right. */
  readonly sizes: ReadonlySet<number>;
  /** The likeliest. */
  readonly size: number;
  /** 等 closes it: it names only some. */
  readonly open: boolean;
  readonly items: readonly string[];
}

const OPENERS = '（(“‘「『《〈【[';
const CLOSERS = '）)”’」』》〉】]';
const OPENS = /[（(“‘「『《〈【[]/u;

/** Blanks out what stands in brackets and quotation marks, so that only the top level is read; offsets stay. */
function topLevel(text: string): string {
  if (!OPENS.test(text)) return text;
  let depth = 0;
  return [...text]
    .map((c) => {
      if (OPENERS.includes(c)) depth++;
      const inside = depth > 0;
      if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1);
      return inside ? '□'.repeat(c.length) : c;
    })
    .join('');
}

const AND = /和|与|及|以及|跟|同|、|或/gu;

/** The size of an enumeration by 、 at the start of a text (brackets blanked); null where there is none. */
function listSize(text: string): ListSize | null {
  const sentence = text.split(/[。！？!?\n]/u)[0] ?? '';
  const groups = sentence.split(/[；;]/u);
  const [first = ''] = groups;
  const parts = first.split(/[，,]/u);
  // A comma ends the list, unless more of the list follows it.
  const more = parts.slice(1).filter((part) => part.includes('、') || /^(?:以及|还有|和|与|及|另有|另外)/u.test(part));
  const [main = ''] = parts;
  if (!main.includes('、')) return bySemicolon(groups);
  const items = main.split('、').map((item) => item.trim());
  if (items.some((item) => item === '')) return null;
  const open = /等(?:等|[\d一二两三四五六七八九十]*[个项类名所座种条件点]?\S{0,4})?$/u.test(main);
  const last = items.at(-1) ?? '';
  // 贡甲、扎乙和桑丙: the last two are joined by a word; in other items 和 may belong to a name.
  const joined = /^[^和与及]+(?:和|以及|与|及)[^和与及]+$/u.test(last);
  const size = items.length + (joined ? 1 : 0) + more.length;
  const most = [main, ...more].reduce((sum, part) => sum + 1 + (part.match(AND)?.length ?? 0), 0);
  const sizes = new Set<number>([size]);
  for (let n = items.length; n <= most; n++) sizes.add(n);
  if (groups.length > 1) {
    sizes.add(groups.filter((group) => group.trim() !== '').length);
    for (const group of groups.slice(1)) if (group.includes('、')) sizes.add(size + group.split('、').length);
  }
  if (parts.length > 1 && (parts[1] ?? '').includes('、')) sizes.add(parts.length);
  return { sizes, size, open, items };
}

/** 协调服务；信息发布；对接项目: short groups without a pause of their own. */
function bySemicolon(groups: readonly string[]): ListSize | null {
  const items = groups.map((group) => group.trim()).filter((group) => group !== '');
  if (items.length < 2 || items.some((item) => item.length > 12 || /[，、,：]/u.test(item))) return null;
  return { sizes: new Set([items.length]), size: items.length, open: items.at(-1)?.endsWith('等') === true, items };
}

const CHINESE = '一二三四五六七八九十';
const SERIES: readonly ((n: number) => string)[] = [
  (n) => `${CHINESE[n - 1] ?? '#'}是`,
  (n) => '①②③④⑤⑥⑦⑧⑨⑩'[n - 1] ?? '#',
  (n) => `（${CHINESE[n - 1] ?? '#'}）`,
  (n) => `（${n}）`,
  (n) => `(${n})`,
  (n) => `第${CHINESE[n - 1] ?? '#'}，`,
  (n) => `第${CHINESE[n - 1] ?? '#'}、`,
  (n) => `其${CHINESE[n - 1] ?? '#'}，`,
  (n) => `其${CHINESE[n - 1] ?? '#'}是`,
  (n) => `${CHINESE[n - 1] ?? '#'}为`,
  (n) => `${n}．`,
  (n) => `${n}. `,
  (n) => `${n}、`,
];

/** How many numbered parts follow (一是…二是…, ①…②…), starting at the beginning of a text; 0 where there are none. */
function numberedParts(text: string): number {
  const start = text.trimStart();
  const series = SERIES.find((mark) => start.startsWith(mark(1)));
  if (!series) return 0;
  let [count, at] = [1, start.indexOf(series(1)) + 1];
  while (count < 10) {
    const next = start.indexOf(series(count + 1), at);
    if (next < 0 || !/[，；。：、;\s]$/u.test(start.slice(0, next))) break;
    [count, at] = [count + 1, next + 1];
  }
  return count;
}

/** A colon that opens a list, not one of a time or a score; or a dash. */
const COLON = /：|(?<!\d):(?!\d|\/\/)|——/gu;
/** A list in brackets: 四个县（甲、乙、丙、丁）. */
const BRACKETS = /[（(](?<inside>[^（）()]{3,200})[）)]/gu;
/** 六条要求，依次是甲、乙、丙: the words that open a list behind a pause. */
const IN_TURN = /[，,]?(?:依次|分别|它们|他们|具体|即|也就)(?:是|为|叫|指)：?/gu;
/** In brackets stands what is said of the things as often as their names. */
const TOLD_OF = /\d|各|每|等|其中|共|分别|不含|包括|以及|见|即/u;

const IN_BRACKETS =
  /[（(]((?:共计|合计|一共|总共|全部|共|计)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:人|名|位|个|所|家|项|件|篇)[^（）()，、]{0,4})[）)]$/u;

/** Where a list begins, and its words. */
interface Opening {
  readonly index: number;
  readonly rest: string;
  readonly brackets: boolean;
}

/** Every place of a paragraph where a list may begin. `text`: what stands in brackets is blanked out. */
function openings(text: string, whole: string): Opening[] {
  const after = matchesIn(text, COLON).map(({ index, 0: mark }): Opening => {
    const rest = text.slice(index + mark.length, index + 1500);
    return { index, rest: mark === '——' ? (rest.split('——')[0] ?? '') : rest, brackets: false };
  });
  const inside = matchesIn(whole, BRACKETS).flatMap(({ index, groups }): Opening[] => {
    const rest = groups?.['inside'] ?? '';
    return rest.includes('、') && !TOLD_OF.test(rest) ? [{ index, rest: topLevel(rest), brackets: true }] : [];
  });
  const inTurn = matchesIn(text, IN_TURN).flatMap(({ index, 0: words }): Opening[] => {
    const rest = (text.slice(index + words.length, index + 300).split(/[，。；！？\n]/u)[0] ?? '').trim();
    // A colon right behind opens the same list.
    return words.endsWith('：') || !rest.includes('、') ? [] : [{ index, rest, brackets: true }];
  });
  return [...after, ...inside, ...inTurn];
}

/** 队长1名、队员4名: the counts inside a list may add up to the one before it. */
const sumOf = (items: readonly string[]) =>
  items
    .flatMap((item) => item.match(/\d+|[一二两三四五六七八九十]+(?=[名个人位所家张件条])/gu) ?? [])
    .reduce((sum, word) => sum + numeral(word), 0);

/** The list in the same paragraph, right behind the colon, the dash or in brackets. */
function inParagraph(prose: StoryProse, block: number, text: string, whole: string): ProseFinding[] {
  return openings(text, whole).flatMap(({ index, rest, brackets }) => {
    // 获奖名单（共5人）：甲、乙: the count stands in brackets right before the colon.
    const [, said = ''] = brackets ? [] : (IN_BRACKETS.exec(whole.slice(Math.max(0, index - 24), index)) ?? []);
    const own = said === '' ? null : listLead(said);
    const lead = own
      ? { ...own, certain: false }
      : listLead(text.slice(Math.max(0, index - 80), index).padStart(Math.min(80, index)));
    if (!lead || rest.trim() === '' || (brackets && !lead.certain)) return [];
    const offset = own ? index - 1 - said.length : Math.max(0, index - 80);
    const { count } = lead;
    const range = { start: count.start + offset, end: index };
    const source = prose.blocks[block];
    if (!source || isProved(source, { start: range.start, end: range.start + 1 })) return [];
    const parts = numberedParts(rest);
    if (parts > 0) return partsFinding(prose, block, lead, parts, range);
    const list = listSize(rest);
    if (!list || list.sizes.has(count.value) || sumOf(list.items) === count.value) return [];
    if (list.open) {
      if (list.size <= count.value) return [];
      return [listFinding(prose, block, { ...range, value: count.value, size: list.size, certain: false })];
    }
    // Long items are clauses, not names: what is a thing of its own in them is a guess.
    const plain = list.items.every((item) => item.length <= (brackets ? 10 : 20));
    if (!plain || (list.items.length === 2 && count.value > 3 && !lead.certain)) return [];
    return [
      listFinding(prose, block, {
        ...range,
        value: count.value,
        size: list.size,
        certain: lead.certain && rest.includes('、'),
      }),
    ];
  });
}

const GOES_ON = /^(?:[一二三四五六七八九十]是|[②-⑩]|（[二三四五六七八九十\d]）|第[二三四五六七八九十]|其[二三四五])/u;

/** 一是…；二是…: fewer than said may go on in the next paragraph. */
function partsFinding(
  prose: StoryProse,
  block: number,
  { count, certain }: ListLead,
  parts: number,
  range: { start: number; end: number },
): ProseFinding[] {
  if (parts === count.value || parts === 1) return [];
  const next = prose.blocks[block + 1]?.text ?? '';
  if (parts < count.value && GOES_ON.test(next.trimStart())) return [];
  return [listFinding(prose, block, { ...range, value: count.value, size: parts, certain })];
}

/** Items of the Markdown list right behind a block. */
function itemsAfter(blocks: readonly ProseBlock[], block: number): number {
  const first = blocks[block + 1];
  if (first?.part !== 'item' || first.group === null) return 0;
  let items = 0;
  for (let i = block + 1; i < blocks.length; i++) {
    const at = blocks[i];
    if (at?.part !== 'item' || at.group === null) break;
    if (at.group === first.group) items++;
  }
  return items;
}

/** The Markdown list behind a paragraph that ends in a colon. */
function markdownList(prose: StoryProse, block: number, text: string): ProseFinding[] {
  const source = prose.blocks[block];
  const colon = /[：:]\s*$/u.exec(text);
  if (source?.part !== 'paragraph' || !colon) return [];
  const items = itemsAfter(prose.blocks, block);
  const lead = items > 1 ? listLead(text.slice(0, colon.index)) : null;
  if (!lead || lead.count.value === items || isProved(source, lead.count)) return [];
  // 十二条归在四个方面：: either number may be the list's.
  const sentence = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf('；')) + 1);
  const earlier = listLead(sentence.slice(0, sentence.lastIndexOf('，')));
  if (earlier?.count.value === items) return [];
  const { start } = lead.count;
  return [
    listFinding(prose, block, { start, end: lead.end, value: lead.count.value, size: items, certain: lead.certain }),
  ];
}

/** Counts that differ from the list they introduce or close. */
export const listCounts: PlanRule = ({ programme }) => {
  const closed = listEnds(programme);
  return (prose) =>
    prose.blocks.flatMap((source, block) => {
      const whole = narrowed(source.text);
      const text = topLevel(whole);
      return [
        ...inParagraph(prose, block, text, whole),
        ...markdownList(prose, block, text),
        ...closed(prose, block, text),
      ];
    });
};
