import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { matchesIn, mayMatch } from '../../text/glance.ts';
import { stemOf } from '../../text/place-names.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import { mentionFinder, type ProjectMention } from '../projects/names.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { hasOtherProvince, hasOtherYear } from '../scope.ts';
import { type DepartmentMention, type Duties, departmentsOf, type KnownDepartments } from './department-names.ts';

/** What a department is said to do in a project. */
type Duty = 'lead' | 'partner' | 'responsible';

/** A sentence says of departments that they have a duty in some projects. */
interface Claim {
  readonly departments: readonly DepartmentMention[];
  readonly duty: Duty;
  /** Where its projects are named: before or behind it; empty where the sentence names none. */
  readonly projects: readonly ProjectMention[];
}

/** 甲部、乙部: departments named in a row. */
interface Row extends Range {
  readonly items: readonly DepartmentMention[];
}

const JOINT = /^(?:、|和|与|及|以及|，以及)$/u;

/** Things of a text that follow one another, joined by 、 and 和. */
function rowsOf<T extends Range>(text: string, items: readonly T[], joint: RegExp): (Range & { items: T[] })[] {
  const rows: (Range & { items: T[] })[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row && joint.test(text.slice(row.end, item.start))) {
      row.items.push(item);
      (row as { end: number }).end = item.end;
    } else rows.push({ start: item.start, end: item.end, items: [item] });
  }
  return rows;
}

const IS =
  '(?:里|中|一栏|，附件\\d(?:里|中)?|，方案|，通知|，正文)?(?:则|都|就|还|仍|也|却|倒|应该?|应当|另|才|只)?(?:是|为|有|写的是|写着|写作|写了|列的是|列着|包括|定为|叫|一栏(?:里)?(?:写的)?是|一栏(?:里)?写着|：|:|——|（|\\()+(?:由)?';
const BODY = '(?:部门|单位|部室|处室|方)';
/** Behind departments; before them. Each with what it says of them. */
const BEHIND: readonly (readonly [RegExp, Duty])[] = [
  [
    /^(?:等)?(?:这)?(?:[一二两三四五六七八九十\d]个?)?(?:部门|单位)?(?:来|共同|联合|一起|一道|分别|各自|总|只|仅|还|也|就|既|又)*(?:牵(?:的|了)?头|主抓|主管|领头|打头|挂帅)/u,
    'lead',
  ],
  [/^(?:是|为|就是|仍是|也是|作为)[^，。；]{0,24}牵头(?:部门|单位|部室|方)/u, 'lead'],
  [/^，?(?:是|就是|由|都由|就由)?(?:他们|它们?|该部|这个部门|那边)(?:来)?(?:牵头|领头)/u, 'lead'],
  [
    /^(?:等)?(?:部门|单位)?(?:协同|协助|参与|一起|共同|来|分别|予以|都|也|负责|做好|从旁|在旁)*(?:配合|协办|搭手|搭把手|打下手|打配合)(?!部门|单位|的)/u,
    'partner',
  ],
  [/^(?:是|为|就是|仍是|也是|作为)[^，。；]{0,24}配合(?:部门|单位|部室|方)/u, 'partner'],
  [/^(?:在)?(?:管|管着|抓|主抓)(?=$|[，。；！])/u, 'lead'],
  [/^(?:具体|专门|统一|共同|来|全权|主要)?负责(?!同志|人|联系|解释)/u, 'responsible'],
];
const BEFORE: readonly (readonly [RegExp, Duty])[] = [
  [new RegExp(`牵头(?:${BODY}|的?${BODY}?${IS})$`, 'u'), 'lead'],
  [new RegExp(`配合(?:${BODY}|的?${BODY}?${IS})$`, 'u'), 'partner'],
  // 牵头某项目的某部
  [/牵头(?!部门|单位|的)[^，。；：]{2,24}的$/u, 'lead'],
  [/配合(?!部门|单位|的)[^，。；：]{2,24}的$/u, 'partner'],
  [/牵头(?!部门|单位|的)[^，。；：]{2,30}的(?:则|就|还|都)?是$/u, 'lead'],
  [/配合[^，。；：]{2,30}的(?:则|就|还|都)?是$/u, 'partner'],
  [/负责(?!同志|人|联系|解释|的)[^，。；：]{2,24}的(?:则|就|还|都)?是$/u, 'responsible'],
  [/配合(?:它|其|他们|该部)的?(?:还|则|就)?(?:有|是)$/u, 'partner'],
  [/配合[^，。；：]{2,24}的，(?:则|就|还)?是$/u, 'partner'],
  [/牵头[^，。；：]{2,24}的，(?:则|就|还)?是$/u, 'lead'],
  [
    /责任(?:部室|部门|单位)[”」]?(?:(?:那|这)?一?栏[^。；]{0,20}|都|均|全|皆|一律)(?:填|写|列)(?:的|着|有|了)?是?$/u,
    'responsible',
  ],
  [new RegExp(`(?:责任${BODY}|负责的?${BODY}?)${IS}$`, 'u'), 'responsible'],
];
/** 配合某部做好某事: that department leads. */
const HELPED = /配合$/u;
const HELPED_BEHIND = /^(?:做好|做|完成|抓好|开展|办好|推进|搞好|组织|把|工作|办)/u;
const DENIED = /(?:不是|并非|不由|没有?|未|而非|不再|不归|是不是|除了|除)$/u;
const DENIED_BEHIND = /^(?:不|没有?|并不|从未|未)/u;

/** 他们牵头, 就归它管. */
const THEY =
  /(?<!不)(?:是|由|归|就)(?:他们|她们|它|该部|这个部|那边)(?:来)?(?:(?<lead>牵头|主管|管)|配合)(?=$|[，。；！的])/u;
const AND = /^[“”"（）()\s]*(?:、|和|与|及|以及|两个|项目|[“”"（）()\s])+$/u;

/** Which projects a claim speaks of: named between it and its cue, before it, behind it, or in a clause nearby. */
function projectsFor(
  row: Range,
  text: string,
  rows: readonly (Range & { items: ProjectMention[] })[],
): readonly ProjectMention[] {
  const clauses = clausesIn(text);
  const own = clauses.findIndex(({ start, end }) => start <= row.start && row.start < end);
  const inClause = (i: number) => {
    const clause = clauses[i];
    return clause ? rows.filter(({ start }) => clause.start <= start && start < clause.end) : [];
  };
  const here = inClause(own);
  const before = here.filter(({ end }) => end <= row.start).at(-1);
  const behind = here.find(({ start }) => start >= row.end);
  if (before ?? behind) return (before ?? behind)?.items ?? [];
  for (let i = own - 1; i >= 0; i--) {
    const last = inClause(i).at(-1);
    if (last) return last.items;
  }
  for (let i = own + 1; i < clauses.length; i++) {
    const [first] = inClause(i);
    if (first) return first.items;
  }
  return [];
}

/** What a sentence says of departments, each with the projects it speaks of. */
function claimsIn(
  text: string,
  departments: readonly DepartmentMention[],
  projects: readonly ProjectMention[],
): Claim[] {
  const rows: Row[] = rowsOf(text, departments, JOINT);
  const projectRows = rowsOf(text, projects, AND);
  return rows.flatMap((row): Claim[] => {
    const before = text.slice(Math.max(0, row.start - 50), row.start);
    const behind = text.slice(row.end, row.end + 50);
    if (DENIED.test(before) || DENIED_BEHIND.test(behind)) return [];
    // 问某部挂职的事，这就是他们牵头: one department is named, and they.
    const they = rows.length === 1 && row.items.length === 1 ? THEY.exec(text.slice(row.end)) : null;
    if (they) {
      const [named] = [
        ...projects.filter((p) => p.end <= row.start).slice(-1),
        ...projects.filter((p) => p.start >= row.end),
      ].slice(-1);
      const duty: Duty = they.groups?.['lead'] ? 'lead' : 'partner';
      if (named && !DENIED.test(text.slice(0, row.end + they.index)))
        return [{ departments: row.items, duty, projects: [named] }];
    }
    const helped = HELPED.test(before) && HELPED_BEHIND.test(behind);
    const duty = helped
      ? 'lead'
      : (BEHIND.find(([words]) => words.test(behind)) ?? BEFORE.find(([words]) => words.test(before)))?.[1];
    const found = duty ? projectsFor(row, text, projectRows) : [];
    // 某部牵头培训: what stands behind the verb is not the project of another clause.
    const verb =
      /^(?:来|共同|联合|一起)?(?:牵头|配合)(?!负责|组织|实施|落实|推进|开展|协调|单位|部门|做|抓|办|的)(?<object>\p{Script=Han}{2,6})(?=[，。；、]|$)/u.exec(
        behind,
      );
    const [last] = found.slice(-1);
    if (verb && last && last.end <= row.start && /[，；。]/u.test(text.slice(last.end, row.start))) return [];
    return duty ? [{ departments: row.items, duty, projects: found }] : [];
  });
}

/** What a word says that a department does in a project. */
type Role = Exclude<Duty, 'responsible'>;

/** A department that a sentence gives a duty it does not have. */
interface DutyFault {
  readonly department: DepartmentMention;
  readonly role: Duty;
  readonly duties: Duties;
}

/** A project where a sentence names it. */
interface NamedProject extends Range {
  readonly id: string;
}

const ROLES =
  /(?<lead>牵(?:的|了|着)*(?:[一二两三四五六\d]个)?头|挑头|打头|领头|带头|主抓|主管|挂帅|(?<=[部办委处室])管(?![理辖委])|归(?=\p{Script=Han}{2,8}[部办委]管))|(?<partner>配合|搭手|搭把手|打下手|打配合|协办|帮手|打边鼓|敲边鼓)/gu;
/** Nothing is stated, or another arrangement is told. */
const NOT_STATED =
  /不|没|未|非|除|别|甭|误|错|改|原来|原先|后来|建议|如果|假如|要是|还是|另外|县里|校内|班里|记者|[？?]|[这那]次|当[天日]|[们]/u;
/** Words that deny nothing. */
const IDIOMS = /没想到|想不到|不错|没错|不光|不仅|不但|不得不|可不是/gu;
/** A clause about who belongs to a group. */
const OF_GROUP = /成员|领导小组|设在/u;
/** Behind the role a list of departments alone, or of projects alone. */
const LISTED_ALONE =
  /^(?:有[一二两三四五六七八九十]+[个家]|[，：、和与及是为～~嘛呗呢啊呀啦吧！]|加上?|谁|分别|依次|一个|另一个|还有|由|“|”|（|）|。|；|——|\s)*$/u;

/** A row of the annex on one line has no clauses. */
const ONE_LINE = /[／/｜|]/u;
/** 牵头培训: something else than the project of the sentence. */
const OBJECT =
  /(?:牵头|配合|主抓|主管)(?!的|部|单位|方|着|了|是|由|有|者|人|权|只|仅|就|呢|分别|各自|[一二三四五六七八九两])\p{Script=Han}{2}/u;
/** 配合某部: that one is no partner. */
const isHelped = (text: string, start: number) => /(?:配合|协助|协同|帮着?)[“]?$/u.test(text.slice(0, start));

/** Whether a place of a sentence lies in a part of it, from ； to ；, in which a duty is spoken of. */
function partsWith(sentence: string, roles: readonly { readonly at: number }[]) {
  const partOf = (at: number) => sentence.slice(0, at).split(/[；;]/u).length;
  const spoken = new Set(roles.map(({ at }) => partOf(at)));
  return (at: number) => spoken.has(partOf(at));
}

/** The words of a text with some ranges of it left out. */
const without = (text: string, start: number, ranges: readonly Range[]) =>
  ranges.reduceRight((rest, one) => rest.slice(0, one.start - start) + rest.slice(one.end - start), text);

/**
 * Departments beside the one project of a sentence, or of their clause, that have no part in it, or not the part that the
 * clause speaks of: how the words stand to one another is not asked.
 */
function dutiesAtLarge(
  sentence: string,
  departments: readonly DepartmentMention[],
  projects: readonly NamedProject[],
  duties: ReadonlyMap<string, Duties>,
): DutyFault[] {
  const stated = sentence.replaceAll(IDIOMS, '');
  if (departments.length === 0 || projects.length === 0 || ONE_LINE.test(sentence) || NOT_STATED.test(stated))
    return [];
  const all = matchesIn(sentence, ROLES).map(({ index, groups }) => ({
    at: index,
    role: groups?.['lead'] === undefined ? ('partner' as const) : ('lead' as const),
  }));
  if (all.length === 0) return [];
  const within = <T extends { start: number }>(things: readonly T[], { start, end }: Range) =>
    things.filter((one) => start <= one.start && one.start < end);
  const only = new Set(projects.map(({ id }) => id)).size === 1 ? projects[0]?.id : undefined;
  let carried: Role | null = null;
  const part = partsWith(sentence, all);
  return clausesIn(sentence).flatMap((clause): DutyFault[] => {
    const named = within(departments, clause).filter(({ start }) => part(start) && !isHelped(sentence, start));
    if (/[；;]/u.test(sentence.slice(clause.start - 1, clause.start))) carried = null;
    const own = within(projects, clause);
    const roles = new Set(all.filter(({ at }) => clause.start <= at && at < clause.end).map(({ role }) => role));
    const [role, ...more] = roles;
    const before: Role | null = carried;
    if (role !== undefined) carried = more.length > 0 ? null : role;
    const bare = LISTED_ALONE.test(
      without(
        clause.text,
        clause.start,
        [...named, ...own].toSorted((a, b) => a.start - b.start),
      ),
    );
    // 配合部门有三家：甲部、乙部: the role stands in the clause before.
    const said = role === undefined ? (bare ? before : null) : more.length > 0 ? null : role;
    const [department, ...others] = departments;
    if (department && others.length === 0 && named.length === 0 && bare && before !== null)
      return own.flatMap(({ id }): DutyFault[] => {
        const of = duties.get(id);
        const has = of?.[before === 'lead' ? 'lead' : 'partners'].includes(department.id);
        return of && !has ? [{ department, role: before, duties: of }] : [];
      });
    const ids = new Set(own.map(({ id }) => id));
    const id = ids.size === 1 ? own[0]?.id : ids.size === 0 && !OBJECT.test(clause.text) ? only : undefined;
    const of = id === undefined ? undefined : duties.get(id);
    if (!of) return [];
    if (OF_GROUP.test(clause.text)) return [];
    return named.flatMap((department): DutyFault[] => {
      if (!of.responsible.includes(department.id)) return [{ department, role: said ?? 'responsible', duties: of }];
      if (said === null || of[said === 'lead' ? 'lead' : 'partners'].includes(department.id)) return [];
      return [{ department, role: said, duties: of }];
    });
  });
}

/** What offices are called; 局, 委 and 中心 are those of places too. */
const OFFICE = '(?<name>\\p{Script=Han}{1,7}?[部科处组室办])';
const TASK = '(?<duty>牵头|配合|主管|主抓)';
/** 由某部牵头, 牵头部门是某部, whatever the name. */
const NAMED = [
  new RegExp(`(?:由|归)${OFFICE}(?:来|负责|共同|联合|统一|具体|总)*${TASK}`, 'gu'),
  new RegExp(`${TASK}(?:${BODY}|的?${BODY}?)${IS}${OFFICE}(?=$|[，。；、！）])`, 'gu'),
];
/** An office of a place, a school, a firm: not the programme's. */
const OF_OTHERS =
  /^(?:[省市县区州乡镇村校班队团]|学校|学院|公司|当地|本地|各地|上级|有关|相关|对方|自己|他们|我们|这个|那个)|部门$/u;

/** Another arrangement than the document's, or none: supposed, changed, mistaken. */
const OTHERWISE =
  /例外|并非所有|不是所有|不是每|改由|改为|改成|改归|后来|原来|原先|调整|变成|移交|交给|如果|假如|要是|误|错|应当由|应该由|建议|现在由|如今由|是不是|还是由|县里的|校内|班里/u;
const DUTY: Readonly<Record<Duty, string>> = { lead: '牵头', partner: '配合', responsible: '牵头、配合' };
/** 牵头的有四个: all that a department leads. */
const ALL_OF_IT =
  /^(?:一共|共|总共)?(?<duty>牵头|配合)(?:了|的)?(?<what>项目)?(?:一共|共|总共)?(?<is>有|是|为)?(?<number>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|项|件)/u;
/** 牵了两个头, 一身而兼四任, 牵头的三件事. */
const HEADS =
  /^(?:一家|一身|一肩|一个部)?[^，。；]{0,4}?(?:(?<duty>牵)(?:了|着)?(?<number>\d{1,2}|[一二两三四五六七八九十]{1,2})个头|(?:兼|挑|担|扛|领|揽)(?:了|着)?(?<number2>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:任|副担子|摊|职|个头)|(?<duty3>牵头|配合)的(?<number3>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:件事|件|摊事?))/u;
/** 手里有三件牵头的事: the same, told the other way round. */
const ALL_IN_HAND =
  /^(?:的?手[里上头]?)?(?:一共|共|总共)?有(?<number>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|项|件)(?<duty>牵头|配合)的(?:事|项目|工作)/u;

const idsOf = (duties: Duties, duty: Duty): readonly string[] =>
  duty === 'lead' ? duties.lead : duty === 'partner' ? duties.partners : duties.responsible;

const MOST_LED =
  /(?:(?<duty>牵头|配合)的?(?:项目|任务|工作)?(?:数|个数|数量)?最多的?(?:部门|单位|部室)?(?:是|要数|当数|就是|：)+)$/u;
/** 牵头部门一共有九个: how many departments lead at all. */
const LEADERS =
  /牵头的?(?:部门|单位|部室)(?:掰着指头|算[下起]来|数[一了]?数|拢共|数|一共|总共|共|合计|加起来)*(?:有|是|为)?(?<number>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|家)(?!项目|月)/gu;

/** Departments that a text says lead or partner a project, where the document says others do; how many they lead. */
export const departmentDuties: PlanRule = ({ programme }) => {
  const known = departmentsOf(programme);
  const mentionsIn = mentionFinder(programme);
  const projectOf = new Map(programme.projects.flatMap((p) => p.lines.map((line) => [line.id, p.id])));
  const fields = programme.clauses
    .filter(({ role }) => role === 'field')
    .map(({ text }) => text.replace(/^（[^）]*）/u, ''));
  const ids = (mentions: readonly ProjectMention[]) => [
    ...new Set(mentions.map(({ lines }) => projectOf.get(lines[0] ?? '')).filter((id) => id !== undefined)),
  ];

  function claimed(source: ProseBlock, block: number, offset: number, claim: Claim, projects: readonly string[]) {
    return claim.departments.flatMap((department, i): ProseFinding[] => {
      // 分别由甲、乙牵头: in turn.
      const inTurn = claim.departments.length > 1 && claim.departments.length === projects.length;
      const asked = inTurn && claim.duty === 'lead' ? projects.slice(i, i + 1) : projects;
      const wrong = asked
        .map((id) => known.duties.get(id))
        .find((duties) => duties && !idsOf(duties, claim.duty).includes(department.id));
      return wrong ? [finding(source, block, moved(department, offset), claim.duty, wrong, known)] : [];
    });
  }

  function counted(source: ProseBlock, block: number, offset: number, sentence: string, all: DepartmentMention[]) {
    if (fields.some((field) => sentence.includes(field))) return [];
    return all.flatMap((department): ProseFinding[] => {
      const behind = sentence.slice(department.end, department.end + 24);
      const heads = HEADS.exec(behind);
      if (heads && /牵/u.test(sentence)) {
        const { number: a, number2, number3, duty3 } = heads.groups ?? {};
        const many =
          chineseNumber((a ?? number2 ?? number3 ?? '').replace('两', '二')) ?? Number(a ?? number2 ?? number3);
        const kind: Duty = duty3 === '配合' ? 'partner' : 'lead';
        const own = [...known.duties.values()].filter((d) => idsOf(d, kind).includes(department.id));
        const isWrong = number3 === undefined ? many !== own.length : many > own.length;
        const range = { start: department.start + offset, end: department.end + heads[0].length + offset };
        if (isWrong && many > 0)
          return [countFinding(source, block, range, department.name, kind === 'lead' ? '牵头' : '配合', own)];
      }
      const inHand = ALL_IN_HAND.exec(behind);
      const match = inHand ?? ALL_OF_IT.exec(behind);
      const { duty = '', number = '', is, what } = match?.groups ?? {};
      if (!match || (!inHand && /牵头的|配合的/u.test(match[0]) && is === undefined && what === undefined)) return [];
      const said = /\d/.test(number) ? Number(number) : chineseNumber(number);
      const kind: Duty = duty === '牵头' ? 'lead' : 'partner';
      const right = [...known.duties.values()].filter((d) => idsOf(d, kind).includes(department.id));
      if (said === null || said === right.length) return [];
      const range = { start: department.start + offset, end: department.end + match[0].length + offset };
      return [countFinding(source, block, range, department.name, duty, right)];
    });
  }

  /** 某部牵头的项目同某部一般多: how many two departments lead. */
  function compared(
    source: ProseBlock,
    block: number,
    offset: number,
    sentence: string,
    all: DepartmentMention[],
  ): ProseFinding[] {
    const [one, other, ...more] = all;
    if (!one || !other || more.length > 0 || one.id === other.id || !/牵头/u.test(sentence)) return [];
    if (mentionsIn(sentence).length > 0 || /不是|没有|如果|[？?]|配合/u.test(sentence)) return [];
    const between = sentence.slice(one.end, other.start);
    const behind = sentence.slice(other.end);
    const count = ({ id }: DepartmentMention) =>
      [...known.duties.values()].filter(({ lead }) => lead.includes(id)).length;
    const [a, b] = [count(one), count(other)];
    const alike =
      /(?:同|和|与|跟)$/u.test(between) &&
      /^[^，。；]{0,8}(?:一般|一样|同样)多|^[^，。；]{0,8}(?:相同|持平|相等|不相上下)/u.test(behind);
    const than = /(?:比|多于|少于)$/u.test(between)
      ? /少于$/u.test(between) || /^[^，。；]{0,6}少/u.test(behind)
        ? -1
        : /多于$/u.test(between) || /^[^，。；]{0,6}多/u.test(behind)
          ? 1
          : 0
      : 0;
    if ((!alike && than === 0) || (alike ? a === b : (a - b) * than > 0)) return [];
    const range = { start: one.start + offset, end: other.end + offset };
    const own = [...known.duties.values()].filter(({ lead }) => lead.includes(one.id));
    return [countFinding(source, block, range, one.name, '牵头', own)];
  }

  const right = new Set([...known.duties.values()].flatMap(({ lead }) => lead));
  function leaders(source: ProseBlock, block: number, offset: number, sentence: string): ProseFinding[] {
    if (
      !mayMatch(LEADERS, sentence) ||
      fields.some((field) => sentence.includes(field)) ||
      /[前后][一二三四五六七八九十\d]+(?:个|项)|其中|附件|[这那][几些一二三四五六七八九十\d]*个?(?:项目|项)|它们/u.test(
        sentence,
      )
    )
      return [];
    if (mentionsIn(sentence).length > 0) return [];
    return matchesIn(sentence, LEADERS).flatMap(({ index, 0: words, groups }): ProseFinding[] => {
      const number = groups?.['number'] ?? '';
      const said = /\d/.test(number) ? Number(number) : chineseNumber(number);
      if (said === null || said === right.size) return [];
      return [
        {
          ...{ block, start: index + offset, end: index + words.length + offset },
          severity: source.quoted ? 'warning' : 'error',
          code: 'department-count',
          what: '牵头部门的个数不对',
          found: `“${words}”`,
          expected: `${right.size}个：${known.names([...right])}`,
          written: null,
          mend: '照通知改个数；只说其中几个项目的，写明是哪几个。',
        },
      ];
    });
  }

  const written =
    programme.clauses.map(({ text }) => text).join('\n') + programme.projects.map((p) => p.title).join('\n');
  const placeNames = [...programme.places.values()].map(({ name }) => stemOf(name));
  /** A department that the document does not know, said to have a duty in a project. */
  function strangers(source: ProseBlock, block: number, offset: number, text: string, projects: ProjectMention[]) {
    const rows = rowsOf(text, projects, AND);
    return NAMED.flatMap((pattern) => matchesIn(text, pattern)).flatMap(
      ({ index, 0: words, groups }): ProseFinding[] => {
        const { name = '', duty = '' } = groups ?? {};
        const start = index + words.indexOf(name, words.startsWith(duty) ? duty.length : 1);
        const isKnown = known.mentionsIn(name).length > 0 || written.includes(name) || OF_OTHERS.test(name);
        if (isKnown || placeNames.some((place) => name.includes(place)) || DENIED.test(text.slice(0, index))) return [];
        const range = { start, end: start + name.length };
        const [id] = ids(projectsFor(range, text, rows));
        const duties = known.duties.get(id ?? '');
        const kind: Duty = duty === '配合' ? 'partner' : 'lead';
        if (!duties || idsOf(duties, kind).length === 0) return [];
        return [{ ...finding(source, block, moved(range, offset), kind, duties, known), severity: 'warning' }];
      },
    );
  }

  /** 某项目｜人数｜8｜某部｜全年: a row of the annex on one line. */
  function inRow(source: ProseBlock, block: number, offset: number, text: string, projects: readonly string[]) {
    const [id, ...others] = projects;
    const duties = known.duties.get(id ?? '');
    if (!duties || others.length > 0 || (text.match(/[｜|]/gu) ?? []).length < 2) return [];
    return known
      .mentionsIn(text)
      .flatMap((one) =>
        idsOf(duties, 'responsible').includes(one.id)
          ? []
          : [finding(source, block, moved(one, offset), 'responsible', duties, known)],
      );
  }

  /** Departments that have no part in the project they stand beside, where nothing else was told of them. */
  function atLarge(
    source: ProseBlock,
    block: number,
    offset: number,
    sentence: string,
    all: readonly DepartmentMention[],
    mentions: readonly ProjectMention[],
  ): ProseFinding[] {
    const projects = mentions.flatMap(({ start, end, lines }) => {
      const id = projectOf.get(lines[0] ?? '');
      return id === undefined ? [] : [{ start, end, id }];
    });
    return dutiesAtLarge(sentence, all, projects, known.duties).map(({ department, role, duties }) => ({
      ...finding(source, block, moved(department, offset), role, duties, known),
      severity: 'warning',
    }));
  }

  /** 牵头项目最多的是某部. */
  function most(source: ProseBlock, block: number, offset: number, sentence: string, all: DepartmentMention[]) {
    return all.flatMap((department): ProseFinding[] => {
      const match = MOST_LED.exec(sentence.slice(0, department.start)) ?? null;
      if (!match) return [];
      const kind: Duty = match.groups?.['duty'] === '配合' ? 'partner' : 'lead';
      const ofAll = new Map<string, Duties[]>();
      for (const duties of known.duties.values())
        for (const one of idsOf(duties, kind)) ofAll.set(one, [...(ofAll.get(one) ?? []), duties]);
      const top = Math.max(...[...ofAll.values()].map(({ length }) => length));
      const own = ofAll.get(department.id) ?? [];
      if (own.length === top) return [];
      return [
        countFinding(source, block, moved(department, offset), department.name, kind === 'lead' ? '牵头' : '配合', own),
      ];
    });
  }

  function inBlock(source: ProseBlock, block: number, heading: readonly string[]): ProseFinding[] {
    let carried = heading;
    return sentencesIn(source.text).flatMap(({ start, text }): ProseFinding[] => {
      const sentence = text.slice(0, 1500);
      const projects = mentionsIn(sentence);
      const departments = known.mentionsIn(sentence);
      const before = carried;
      if (projects.length > 0) carried = ids(projects);
      const otherwise = OTHERWISE.test(sentence.replaceAll(/没(?:打|弄|搞|写|说|记)?错|不错/gu, ''));
      const among = otherwise ? [] : leaders(source, block, start, sentence);
      if (otherwise || hasOtherYear(sentence, programme) || hasOtherProvince(sentence, programme))
        return departments.length === 0 ? among : [];
      const unknown = projects.length === 0 ? [] : strangers(source, block, start, sentence, [...projects]);
      if (departments.length === 0) return [...among, ...unknown];
      const found = counted(source, block, start, sentence, departments);
      return [
        ...among,
        ...unknown,
        ...found,
        ...compared(source, block, start, sentence, departments),
        ...inRow(source, block, start, sentence, ids(projects)),
        ...most(source, block, start, sentence, departments),
        ...claimsIn(sentence, departments, projects).flatMap((claim) => {
          const own = ids(claim.projects);
          // Nothing is named in the sentence: the one before it said what it is about.
          const carries =
            own.length === 0 &&
            /^(?:翻开|打开|看|查|按|照)?[^，。；]{0,6}，?(?:由|找|归|答|方案|通知|正文|附件|是|牵头|配合|（|责任|问|它|该|具体)/u.test(
              sentence.trim(),
            );
          return claimed(source, block, start, claim, own.length > 0 ? own : carries ? before : []);
        }),
        ...atLarge(source, block, start, sentence, departments, projects),
      ];
    });
  }

  return ({ blocks }) => {
    let heading: readonly string[] = [];
    const inText = blocks.flatMap((source, block) => {
      if (source.part === 'heading') heading = ids(mentionsIn(source.text));
      return inBlock(source, block, heading);
    });
    return [...inText, ...inTables(blocks, known, (text) => ids(mentionsIn(text)))];
  };
};

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

function finding(
  source: ProseBlock,
  block: number,
  range: Range,
  duty: Duty,
  { project, lead, partners, label }: Duties,
  { names }: KnownDepartments,
): ProseFinding {
  const right = duty === 'partner' ? partners : lead;
  const words = `由${names(lead)}牵头${partners.length > 0 ? `，${names(partners)}配合` : ''}`;
  return {
    ...{ block, ...range },
    severity: source.quoted ? 'warning' : 'error',
    code: 'department-duty',
    what: `“${project.short}”的${DUTY[duty]}部门不对`,
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: right.length > 0 ? `“${project.short}”${words}` : `“${project.short}”${words}，没有配合部门`,
    written: label,
    mend: '照通知改部门的名字；如果说的不是这个项目，写出项目的名字。',
  };
}

function countFinding(
  source: ProseBlock,
  block: number,
  range: Range,
  department: string,
  duty: string,
  right: readonly Duties[],
): ProseFinding {
  const list = right.map(({ project }) => project.short).join('、');
  return {
    ...{ block, ...range },
    severity: source.quoted ? 'warning' : 'error',
    code: 'department-count',
    what: `${department}${duty}的项目数不对`,
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: right.length === 0 ? `${department}没有${duty}的项目` : `${right.length}个：${list}`,
    written: right.map(({ label }) => label).join('、') || null,
    mend: '照通知改；只说其中几个的，写明是哪几个。',
  };
}

/** Rows of a table with a column for who leads or partners. */
function inTables(
  blocks: readonly ProseBlock[],
  known: KnownDepartments,
  projectsIn: (text: string) => readonly string[],
): ProseFinding[] {
  const rows = new Map<number, number[]>();
  for (const [i, { part, group }] of blocks.entries())
    if (part === 'cell' && group !== null) rows.set(group, [...(rows.get(group) ?? []), i]);
  let head: readonly (Duty | null)[] = [];
  return [...rows.values()].flatMap((row): ProseFinding[] => {
    const texts = row.map((i) => blocks[i]?.text ?? '');
    const duties = texts.map((text): Duty | null =>
      text.length > 8
        ? null
        : /牵头/u.test(text)
          ? 'lead'
          : /配合/u.test(text)
            ? 'partner'
            : /责任/u.test(text)
              ? 'responsible'
              : null,
    );
    if (duties.some((duty) => duty !== null) && known.mentionsIn(texts.join('\n')).length === 0) {
      head = duties;
      return [];
    }
    if (row.length !== head.length) return [];
    const projects = [...new Set(texts.flatMap(projectsIn))];
    return row.flatMap((block, column): ProseFinding[] => {
      const [source, duty] = [blocks[block], head[column]];
      if (!source || !duty || projects.length !== 1) return [];
      const duties = known.duties.get(projects[0] ?? '');
      return known
        .mentionsIn(source.text)
        .flatMap((one) =>
          duties && !idsOf(duties, duty).includes(one.id) ? [finding(source, block, one, duty, duties, known)] : [],
        );
    });
  });
}
