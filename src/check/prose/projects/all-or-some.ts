import type { Programme } from '#domain/programme/programme.ts';
import type { Project } from '#domain/programme/project.ts';
import { matchesIn } from '../../text/glance.ts';
import { departmentsOf } from '../document/department-names.ts';
import { type Fault, type Statement, statementsReader } from '../document/statements.ts';
import type { PlanRule } from '../prose.ts';
import { executorReader } from './executors.ts';
import { called } from './finding.ts';
import { knownLines, type LineKnown } from './known.ts';
import { masked, mentionFinder, type ProjectMention } from './names.ts';

/** Something that holds for some of the projects. */
interface Predicate {
  readonly isSaid: (text: string) => boolean;
  readonly holds: (project: Project) => boolean;
  readonly what: string;
}

const ALL = /个个|都|全|均|皆|无一例外|一律|无不|清一色|每一?[个项]|各个?项目|所有|一个不[落少漏]|一项不[落少漏]/u;
const PROJECTS =
  /(?:(?<many>\d{1,2}|[一二三四五六七八九十]{1,3})|所有的?|全部的?|每一?|各)(?:个|项)?(?:项目|任务)|每一项(?!工作|任务)/u;
const SOME_OF = /其中|除|之外|以外|例外|不含|部分|多数|大多|有的|有些|剩|其余|另/u;

function predicatesOf(programme: Programme): Predicate[] {
  const cities = programme.departments.find(({ kind }) => kind === 'cities');
  const { mentionsIn } = departmentsOf(programme);
  const known = knownLines(programme);
  const inAnnex = (project: Project) => known.some((k) => k.project === project && k.line.row !== undefined);
  const namesCities = (text: string) => mentionsIn(text).some(({ id }) => id === cities?.id);
  return [
    ...(cities
      ? [
          {
            isSaid: (text: string) => /配合/u.test(text) && namesCities(text),
            holds: ({ partners = [] }: Project) => partners.includes(cities.id),
            what: `${cities.name}配合`,
          },
        ]
      : []),
    {
      isSaid: (text) =>
        /(?:有|写明?|列|设|定|配)(?:了|有|着|出)?(?:各自的)?配合(?:部门|单位)|配合(?:部门|单位)(?:都|全|均|一个不缺|俱全|齐全)/u.test(
          text,
        ),
      holds: ({ partners = [] }) => partners.length > 0,
      what: '写有配合部门',
    },
    {
      isSaid: (text) =>
        /(?:定|写|列|有|给)(?:了|有|明|着|出)?(?:具体|明确)?的?(?:年度)?(?:人数|名额|指标|数额|计划数|任务数|数字)|(?:列|写|排|落|进|出现)(?:进|到|在)?了?(?:附件|任务表)/u.test(
          text,
        ),
      holds: inAnnex,
      what: '附件里有数',
    },
  ];
}

const ONLY = '(?:只有|仅有|唯有|惟有|只|仅|唯|单单?|光是?|就)';
/** 另外两市的格子空着. */
const OTHERS_NONE =
  /(?:另外|其余|其他|别的|剩下)[^，。；]{0,4}(?:市|城|家|两个|两家)[^，。；]{0,8}(?:空|没|无|未|不|别)/u;
const HAVE = /有|领|承担|分到|建|列|填|安排|轮|摊|办|做|任务|指标|名额|份/u;
const YEAR = '(?:19|20)\\d{2}';
/** 只有2019年有数, 2020年就空着了. */
const ONLY_YEAR = new RegExp(
  `${ONLY}(?:在|是|列了?|填了?|安排了?|排了?)?(?:了)?(?<year>${YEAR})年(?:度)?(?:这|那)?(?:一?[栏格列年])?(?:才|里)?(?:有|填|列|写|安排|给|排|办|做|搞|$|[，。；！])`,
  'u',
);
const BOTH_YEARS =
  /[两二](?:个年度|年)(?:里|间)?(?:都|均|各|皆|全|一样)(?:有|列|安排|办|填|排|做)|(?:每年|年年|逐年)(?:都|均|皆)(?:有|列|安排|办|填|排|做|来)/u;
/** 2020年全都续上了. */
const ALL_GO_ON = new RegExp(
  `(?<year>${YEAR})年[^，。；]{0,6}(?:全都?|都|均|一律|一项不[落少漏]|悉数)[^，。；]{0,4}(?:续|接|保留|延续|照旧|有|安排|列|照办|在)`,
  'u',
);
const DIFFER =
  '(?:[两二](?:个年度|年)|前后)(?:的?(?:数目?|人数|数量|金额|任务数|名额|计划数))*(?:不同|不一样|不一|有异|有别|有出入|不等|有变化?|变了|有增减|有升降|不持平|不相同)';
const ONLY_DIFFERS = new RegExp(`${DIFFER}(?:的|者)?[^，。；]{0,4}${ONLY}`, 'u');
const REST_ALIKE =
  /(?:其余|其他|别的|余者|其它)[^，。；一二两三四五六七八九\d]{0,6}(?:都|皆|均|全|一律)?[^，。；一二三四五六七八九\d]{0,6}(?:一样|如一|不变|相同|持平|没变|没动|照旧|未变)/u;

/** What is said of all projects, or only of some, and of the years and cities of a line, where the plan has it for others. */
export const allOrSome: PlanRule = ({ programme }) => {
  const { projects, document, passages, targetTables } = programme;
  const predicates = predicatesOf(programme);
  const find = mentionFinder(programme);
  const executors = executorReader(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const linesOf = (mentions: readonly ProjectMention[]) =>
    [...new Set(mentions.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);

  /** 十二个项目，个个都由市级团委配合; 十一个项目有配合部门. */
  function ofProjects(text: string): Fault[] {
    const match = PROJECTS.exec(text);
    if (!match || SOME_OF.test(text) || !ALL.test(text) || find(text).length > 0) return [];
    return predicates.flatMap(({ isSaid, holds, what }): Fault[] => {
      if (!isSaid(text)) return [];
      const not = projects.filter((p) => !holds(p));
      if (not.length === 0) return [];
      return [
        {
          ...{ start: match.index, end: match.index + match[0].length },
          right: `${not.map(({ short }) => short).join('、')}不是：没有${what}`,
          written: not.map((p) => passages.get(p.clause)?.label ?? p.clause).join('；'),
        },
      ];
    });
  }

  /** 某项目只有甲、乙两市领了数. `text`: with names blotted out. */
  function onlyCities(text: string, earlier: string, known: LineKnown): Fault[] {
    if (known.executors.length < 2 || /[每各]/u.test(text)) return [];
    const years = new Set((text.match(/(?:19|20)\d{2}(?=年)/gu) ?? []).map(Number));
    const [year] = years;
    if (years.size > 1 || (known.uneven && year === undefined) || /(?:19|20)\d{2}年/u.test(earlier.slice(-40)))
      return [];
    const only = matchesIn(text, ONLY_CITY).map(({ index, 0: word }) => ({ at: index, from: index + word.length }));
    const none = OTHERS_NONE.test(text);
    const cue = only[0] ?? (none ? { at: 0, from: 0 } : undefined);
    if (!cue || !HAVE.test(text)) return [];
    const rest = text.slice(cue.from, cue.from + 24);
    const end = /^[^，。；]*/u.exec(rest)?.[0] ?? '';
    const { who, kind } = executors.read(none && !only[0] ? text.slice(0, text.search(OTHERS_NONE)) : end);
    if (who === 'all' || kind === 'one' || kind === 'each' || who.length === 0) return [];
    const truth = known.executors.filter(
      (e) => (year === undefined ? known.inAll([e]) : known.inYear(year, [e])) !== null,
    );
    if (truth.length === who.length && truth.every((e) => who.includes(e))) return [];
    return [
      {
        ...{ start: cue.at, end: Math.min(text.length, cue.from + end.length) },
        right: `${called(known)}：${truth.map((e) => programme.executorName(e)).join('、')}`,
        written: known.where(year ?? known.years[0] ?? 0, truth),
      },
    ];
  }
  const ONLY_CITY = new RegExp(`${ONLY}(?=[^，。；]{0,3}(?:${executors.city.source}))`, 'gu');

  /** 某项目只有2019年有数. */
  function onlyYear(text: string, known: LineKnown): Fault[] {
    if (known.line.row === undefined || known.unsummed.length > 0 || known.onlyWhole) return [];
    if (text.search(executors.city) >= 0) return [];
    const match = ONLY_YEAR.exec(text);
    const year = Number(match?.groups?.['year']);
    const filled = known.years.filter((y) => known.inYear(y, 'all') !== null);
    const right = known.years.flatMap((y) => known.inYear(y, 'all')?.words ?? []).join('；');
    const written = known.where(known.years[0] ?? 0);
    if (
      match &&
      known.years.includes(year) &&
      !(filled.length === 1 && filled[0] === year) &&
      !/人|名|个|元|批/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 6))
    )
      return [{ start: match.index, end: match.index + match[0].length, right, written }];
    const both = BOTH_YEARS.exec(text);
    if (both && filled.length < known.years.length && filled.length > 0)
      return [{ start: both.index, end: both.index + both[0].length, right, written }];
    return [];
  }

  /** 任务表里的九项，2020年全都续上了. */
  function goOn(text: string, mentions: readonly ProjectMention[]): Fault[] {
    const match = ALL_GO_ON.exec(text);
    const year = Number(match?.groups?.['year']);
    if (
      !match ||
      mentions.length > 0 ||
      !document.years.includes(year) ||
      !/[项行]|项目/u.test(text) ||
      SOME_OF.test(text.slice(0, match.index + match[0].length))
    )
      return [];
    const own = targetTables.filter(
      (table) =>
        text.includes(table.label) || table.years.every((y) => y.executors.length === 1) === /本级|省/u.test(text),
    );
    const rows = own.flatMap(({ rows: all }) => all.flatMap(({ line }) => lines.get(line) ?? []));
    const empty = rows.filter((k) => k.inYear(year, 'all') === null && !k.onlyWhole);
    if (empty.length === 0) return [];
    return [
      {
        ...{ start: match.index, end: match.index + match[0].length },
        right: `${empty.map(called).join('、')}${year}年没有计划数`,
        written: empty.map((k) => k.where(year)).join('；'),
      },
    ];
  }

  /** 两年数目不同的只有某项目: all lines of which the years differ. */
  function differing(text: string, mentions: readonly ProjectMention[]): Fault[] {
    const only = ONLY_DIFFERS.exec(text);
    const at = only ? only.index + only[0].length : -1;
    const rest = REST_ALIKE.exec(text);
    const isAboutYears = /[两二](?:个年度|年)|岁岁|年年|前后/u.test(text);
    if (!only && !(rest && isAboutYears)) return [];
    const named = new Set(linesOf(only ? mentions.filter(({ start }) => start >= at) : mentions));
    if (named.size === 0) return [];
    const labels = targetTables.filter(({ label }) => text.includes(label));
    const tables = labels.length > 0 ? labels : targetTables;
    const rows = tables.flatMap(({ rows: all }) => all.flatMap(({ line }) => lines.get(line) ?? []));
    const differ = rows.filter((k) => {
      const values = k.years.map((y) => k.inYear(y, 'all')?.value ?? 0);
      return new Set(values).size > 1;
    });
    if (differ.length === named.size && differ.every((k) => named.has(k))) return [];
    const match = only ?? rest;
    const start = match?.index ?? 0;
    return [
      {
        ...{ start, end: start + (match?.[0].length ?? 0) },
        right: `两年的数不同的是${differ.map(called).join('、')}`,
        written: tables.map(({ label }) => label).join('、'),
      },
    ];
  }

  return statementsReader(
    programme,
    ({ text, earlier }: Statement) => {
      const mentions = find(text);
      const [known, ...more] = linesOf(mentions);
      const blotted = masked(text, mentions);
      const ofLine =
        known && more.length === 0 ? [...onlyCities(blotted, earlier, known), ...onlyYear(blotted, known)] : [];
      return [...ofProjects(text), ...ofLine, ...goOn(text, mentions), ...differing(text, mentions)];
    },
    {
      code: 'project-scope',
      what: '说全部、只有，和文件对不上',
      mend: '照文件改：是哪几个项目、哪一年、哪几个单位，一个个写明；说的是实际，写明“实际”。',
    },
    /只|仅|唯|惟|光|单|都|全|均|皆|个个|每|一律|另外|其余|其他|就/u,
  );
};
