import type { Programme } from '#domain/programme/programme.ts';
import type { Words } from '#domain/programme/words.ts';
import { counted } from '#format/counted.ts';
import { anyOf } from '../../text/any-of.ts';
import { type Compared, comparisonsIn } from '../../text/comparisons.ts';
import { countWords, isProved, MEASURE, NUMBER_WORD } from '../../text/count-words.ts';
import { matchesIn } from '../../text/glance.ts';
import { numbersIn, numeral } from '../../text/numbers.ts';
import { holds } from '../projects/known.ts';
import type { PlanRule, ProseBlock, ProseFinding, StoryProse } from '../prose.ts';
import { type NamedPairing, namedIn, namedPairings, RELATION, SUBSET, somebodyElse } from '../scope.ts';
import {
  type CountedThing,
  type CountSentence,
  claimReader,
  countedThings,
  countFinding,
  countSentences,
  nounReader,
  OTHER_DOCUMENT,
} from './sentences.ts';
import { fieldsEndingIn, fieldsOf, listingParts, type Thing, type ThingKind, thingsOf, writtenAt } from './things.ts';

const BOUND =
  /(?:不超过|不多于|至多|最多|顶多|至少|最少|不少于|不低于|不下|超过|超出|多于|高于|突破|不止|逾|不足|不到|不满|少于|低于|接近|将近|近)(?:了|有|是|达)?$/u;
const RELATED = new RegExp(`${RELATION}|附件`, 'u');
const WHOLE_KINDS: ReadonlySet<string> = new Set(['cities', 'counties', 'townships', 'projects']);

/** Counts of the whole programme with 超过, 不到 and the like before them that do not hold: 乡镇超过三十个. */
function boundedCounts(
  programme: Programme,
  pairings: readonly NamedPairing[],
  nounOf: ReturnType<typeof nounReader>,
  claims: ReturnType<typeof claimReader>,
) {
  const things = thingsOf(programme);
  const isElse = somebodyElse(programme);
  return (sentence: CountSentence): ProseFinding[] => {
    const { text, source, start: offset } = sentence;
    return numbersIn(text).flatMap((number): ProseFinding[] => {
      if (number.bound === null || number.bound === 'about' || number.ordinal) return [];
      const before = text.slice(0, number.start).replace(BOUND, '');
      const noun = nounOf(before, text.slice(number.end));
      const clause = sentence.clauses.find((c) => c.start <= number.start && number.start < c.end);
      if (!noun || !clause || !WHOLE_KINDS.has(noun.kind)) return [];
      const words = text.slice(clause.start, clause.end);
      const said = words.replaceAll(/超过|不止|以上|以下|以内/gu, '');
      if (SUBSET.test(said) || isElse.test(said)) return [];
      const after = text.slice(number.end + noun.length);
      const named = namedIn(words, pairings).named;
      // 某市对口的乡镇不足四个: of that pairing.
      const own = named.length > 0 && noun.kind === 'townships' && RELATED.test(words);
      if (!own && (named.length > 0 || claims.claimOf(before, words, after, text, noun) !== 'whole')) return [];
      const sum = new Set(named.flatMap((p) => p.thirds)).size;
      const label = named.map((p) => p.label).join('；');
      const { counts, right, written } = own
        ? {
            counts: [sum],
            right: things.townships.right && counted(sum, programme.words.third ?? programme.words.receiver),
            written: label,
          }
        : things[noun.kind];
      const range = { start: number.start, end: number.end + noun.length };
      if (counts.some((value) => holds(number, '', { value, unit: '' }))) return [];
      if (isProved(source, { start: range.start + offset, end: range.end + offset })) return [];
      return [
        countFinding(sentence, range, { severity: 'error', what: '个数的大小和通知不符', expected: right, written }),
      ];
    });
  };
}

const TOPIC = /结对|受援|对口|援助|援建|附件|名单|通知|方案|县|市/u;

/** How many townships one pairing has beside another, told wrong: 多一个, 两倍, 一样多, 最少. */
function comparedTownships(pairings: readonly NamedPairing[], { third, document }: Words) {
  const below = third?.noun ?? '';
  const alikeWords = new RegExp(
    `${RegExp.escape(below)}(?:数目|数|个数|数量)?(?:都|也)?(?:一样多|一样|相同|相等|持平|不相上下)(?=$|[，。；！？])`,
    'gu',
  );
  const found = (sentence: CountSentence, start: number, end: number, named: readonly NamedPairing[]): ProseFinding =>
    countFinding(
      sentence,
      { start, end },
      {
        severity: 'error',
        what: `${below}数比下来和${document.noun}的名单不同`,
        expected: named.map((p) => `${p.county}${third ? counted(p.townships, third) : ''}`).join('，'),
        written: [...new Set(named.map((p) => p.label))].join('；'),
      },
    );
  const thingsIn = (text: string): Compared<NamedPairing>[] =>
    pairings
      .flatMap((thing) =>
        [...matchesIn(text, thing.names.city), ...matchesIn(text, thing.names.county)].map(({ index, 0: name }) => ({
          ...{ start: index, end: index + name.length, thing },
        })),
      )
      .toSorted((a, b) => a.start - b.start);
  return (sentence: CountSentence): ProseFinding[] => {
    const { text } = sentence;
    if (below === '' || !text.includes(below)) return [];
    const things = thingsIn(text);
    if (!TOPIC.test(text) && new Set(things.map(({ thing }) => thing)).size < 2) return [];
    const told = comparisonsIn(text, things).flatMap((comparison): ProseFinding[] => {
      const { one, other, holds, by, start, end, words } = comparison;
      const before = text.slice(0, end);
      if (one === other || !before.includes(below) || /海拔|公里|距离|人口|面积|钱|元|远|天|人/u.test(words)) return [];
      const others = other ? [other] : pairings.filter((p) => p !== one);
      const so = by
        ? others.every((o) => (one.townships - o.townships) * by.sign === by.number.value)
        : others.every((o) => holds(one.townships, o.townships));
      return so ? [] : [found(sentence, start, end, [one, ...others.slice(0, 3)])];
    });
    const alike = matchesIn(text, alikeWords).flatMap(({ index, 0: words }): ProseFinding[] => {
      const from = Math.max(text.lastIndexOf('，', index), text.lastIndexOf('；', index)) + 1;
      const near = [...new Set(things.filter((t) => t.start >= from && t.end <= index).map(({ thing }) => thing))];
      // 附件分给两县的乡镇数目相等: the two that were named before.
      const both = /[两二](?:个)?[县市地家者]/u.test(text.slice(from, index))
        ? [...new Set(things.map(({ thing }) => thing))]
        : [];
      const named = near.length === 0 && both.length === 2 ? both : near;
      if (named.length < 2 || new Set(named.map((p) => p.townships)).size === 1) return [];
      return told.length > 0 ? [] : [found(sentence, index, index + words.length, named)];
    });
    return [...told, ...alike];
  };
}

/** Counts of the projects that one department leads or partners: 甲部牵头3个项目. null where the count is no such one. */
function ledProjects(programme: Programme) {
  const { departments, projects } = programme;
  const names = anyOf(departments.map((d) => d.name));
  const subject = new RegExp(
    `(?<joint>[、和与及])?(?<name>${names})(?:一共|总共|共|还|也)*(?<role>牵头|配合)(?:承担|实施|负责|做)?(?:的|了|项目|一共|总共|共|有|是)*$`,
    'u',
  );
  return ({ count, noun, before, clause, after, sentence }: CountedThing): ProseFinding[] | null => {
    if (noun.kind !== 'projects') return null;
    const { joint, name, role } = subject.exec(before.slice(-60))?.groups ?? {};
    if (!name || !role) return null;
    const department = departments.find((d) => d.name === name);
    const theirs = projects.filter((p) => p[role === '牵头' ? 'lead' : 'partners'].includes(department?.id ?? ''));
    const doubtful =
      joint !== undefined || noun.modifier !== '' || SUBSET.test(clause) || /^(?:都|没|中|里)/.test(after);
    if (doubtful || theirs.length === count.value || theirs.length === 0) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity: 'error',
          what: `${name}${role}的项目数和通知不同`,
          expected: `${theirs.length}个项目（${theirs.map((p) => p.short).join('、')}）`,
          written: writtenAt(
            programme,
            theirs.map((p) => p.clause),
          ),
        },
      ),
    ];
  };
}

/** Counts of the projects under one heading: 甲行动有4个项目. null where the count is no such one. */
function fieldProjects(programme: Programme) {
  const fields = fieldsOf(programme).filter(({ name }) => name.length > 2);
  const names = fields
    .map(({ name }) => `${RegExp.escape(name.replace(/(?:行动|工程)$/u, ''))}(?:行动|工程)?`)
    .join('|');
  const subject = new RegExp(
    `(?<name>${names})[”》]?(?:里|中|下面|下|方面|一类)?(?:一共|总共|共|的|有|包括|包含|下设|设|分|安排了?|列了|列出了?|占了?|项目|是)*(?:(?<=[有含括是])[^，。；：]{2,20}、[^，。；：]{2,24})?$`,
    'u',
  );
  const mentioned = new RegExp(names, 'u');
  return ({ count, noun, before, clause, sentence }: CountedThing): ProseFinding[] | null => {
    if ((noun.kind !== 'projects' && noun.kind !== 'tasks') || names === '') return null;
    const { name } = subject.exec(before.slice(-60))?.groups ?? {};
    // A heading somewhere in the clause: the count is not of the whole plan.
    if (!name) return mentioned.test(clause) ? [] : null;
    const field = fields.find((f) => f.name.startsWith(name.replace(/(?:行动|工程)$/u, '')));
    if (!field || SUBSET.test(clause)) return [];
    const { length } = field.projects;
    if ([length, field.projects.flatMap((p) => p.lines).length].includes(count.value)) return [];
    // Two headings before it: the sum of both.
    if ((clause.match(new RegExp(names, 'gu')) ?? []).length > 1) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity: 'error',
          what: `“${field.name}”的项目数和通知不同`,
          expected: `${length}个项目（${field.projects.map((p) => p.short).join('、')}）`,
          written: writtenAt(programme, [field.locator]),
        },
      ),
    ];
  };
}

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';
const ABOUT =
  /援[藏疆青]|援建|领导小组|通知|方案|正文|文件|(?:第[一二三四五六七八九十]|最后一?|末尾?一?|开头一?)(?:部分|章|节|段)/u;

/** Whether two texts have so many characters in a row in common. */
const sharesWords = (text: string, words: string): boolean =>
  (text.match(/\p{Script=Han}+/gu) ?? []).some((run) =>
    Array.from({ length: run.length }, (_, at) => run.slice(at, at + LEAST_SHARED)).some(
      (piece) => piece.length === LEAST_SHARED && words.includes(piece),
    ),
  );
const LEAST_SHARED = 4;

/** 方案分七个部分: how many sections the document has. */
function partCounts({ clauses, words }: Programme) {
  const parts = clauses.filter(({ role }) => role === 'section').length;
  const counted = new RegExp(
    `(?:方案|通知|正文|${RegExp.escape(words.document.noun)})》?(?:正文)?(?:一共|总共|共)?(?:分为|分成|分|有|由)(?<many>${NUMBER})(?:个|大)?(?:部分|章|节|大块|块|板块)(?!的|内容)`,
    'gu',
  );
  return (sentence: CountSentence): ProseFinding[] =>
    parts < 2 || OTHER_DOCUMENT.test(sentence.text)
      ? []
      : matchesIn(sentence.text, counted).flatMap(({ index, 0: found, groups }): ProseFinding[] => {
          const said = numeral(groups?.['many'] ?? '');
          if (said === parts || said < 2) return [];
          return [
            countFinding(
              sentence,
              { start: index, end: index + found.length },
              {
                severity: 'warning',
                what: `${words.document.noun}分几个部分，和原文不同`,
                expected: `${parts}个部分`,
                written: '正文',
              },
            ),
          ];
        });
}

/** 附件2只有七行任务, 附件1分五列. */
const TABLE_SIZE = new RegExp(
  `^(?:那张|这张)?(?:表)?(?:里|中|上)?(?:一共|总共|共|只|就|也)*(?:有|分|列|是)(?:了|为|成|着|出)?(?:[^，。；\\d]{0,8}的)?(?<many>${NUMBER})(?:(?<row>行)(?=任务|项目)|列(?=$|[，。；]))`,
  'u',
);
/** 附件3的备注有三条: how many notes stand below a table; of a table that is not named, any may be meant. */
function noteCounts({ tables }: Programme) {
  const counted = new RegExp(
    `(?:备注|注释|表注)(?:[里中内]|部分|一栏)?(?:一共|总共|合计|共|只|就|也|都|则)*(?:有|是|写了|写着|列了|列着|列有|分|分成|分为)?(?:着|了)?(?<many>${NUMBER})(?:条|点|项|款|句)(?![目会议])|(?<many2>${NUMBER})(?:条|点|项|款)(?:备注|注释|表注)`,
    'gu',
  );
  return ({ text, ...sentence }: CountSentence): ProseFinding[] => {
    const rows = tables.flatMap((table): ProseFinding[] => {
      const found = TABLE_SIZE.exec(text.slice(text.indexOf(table.label) + table.label.length));
      if (!text.includes(table.label) || !found || SUBSET.test(text)) return [];
      const said = numeral(found.groups?.['many'] ?? '');
      const isRow = found.groups?.['row'] !== undefined;
      const right = isRow ? table.rows.length : table.kind === 'pairings' ? table.columns.length : said;
      if (said === right) return [];
      const start = text.indexOf(table.label);
      return [
        countFinding(
          { text, ...sentence },
          { start, end: start + table.label.length + found[0].length },
          {
            severity: 'warning',
            what: '表的行数、列数和附件不同',
            expected: `${right}${isRow ? '行' : '列'}`,
            written: table.label,
          },
        ),
      ];
    });
    if (rows.length > 0) return rows;
    if (!/备注|注/u.test(text) || !/附件|任务表|表格|表[里上下后末]|方案|通知/u.test(text)) return [];
    const named = tables.filter(({ label }) => text.includes(label));
    const own = (named.length > 0 ? named : tables).filter(({ notes = [] }) => notes.length > 0 || named.length > 0);
    return matchesIn(text, counted).flatMap(({ index, 0: words, groups = {} }): ProseFinding[] => {
      const said = numeral(groups['many'] ?? groups['many2'] ?? '');
      if (said < 1 || own.length === 0 || own.some(({ notes = [] }) => notes.length === said)) return [];
      const right = own.map(
        ({ label, notes = [] }) => `${label}的备注${notes.length === 0 ? '没有' : `有${notes.length}条`}`,
      );
      return [
        countFinding(
          { text, ...sentence },
          { start: index, end: index + words.length },
          {
            severity: 'warning',
            what: '备注的条数和附件不同',
            expected: right.join('；'),
            written: own.map(({ label }) => label).join('、'),
          },
        ),
      ];
    });
  };
}

/** A part of the document is spoken of, or the document itself. */
const SECTION_OF =
  /(?:方案|通知|文件|正文)(?:里|中|还|也|则|最后|末尾|结尾|一共|共|[对给为])*[，]?(?:[^，。；]{0,6})(?:提|列|写|讲|定|有|设|立|建|规|明|部|安)|(?:第[一二三四五六七八九十]|最后一?|末尾?一?)(?:部分|章|节|段)/u;

/** Counts of what a section of the document lists: 工作制度有四项. */
function sectionCounts(programme: Programme) {
  const sections = listingParts(programme);
  const titles = anyOf(sections.map(({ title }) => title));
  const quoted = new RegExp(`[“『](?:${titles})[”』]`, 'u');
  // 提了六条要求: a section by the last word of its title, where no other ends in it.
  const endings = sections.map(({ title }) => title.slice(-2));
  const tails = sections.flatMap(({ tail }) =>
    tail !== null && endings.indexOf(tail) === endings.lastIndexOf(tail) ? [tail] : [],
  );
  const byTail = new RegExp(
    `(?:提出?了?|列出?了?|写了|讲了|定了|有|设了?|立了|建立了?|规定了?|明确了?|部署了?|安排了?)(?<many3>${NUMBER})(?:大)?(?:项|条|点)(?:工作)?(?<tail>${anyOf(tails)})(?![员会])`,
    'gu',
  );
  const counted = new RegExp(
    `(?<title>${titles})[”』]?(?:这?一?(?:部分|节))?(?:里|中|下)?(?:方案|通知|文件|正文)?(?:一共|总共|共|也|只|就)?(?:有|分|分为|列了|列出了?|写了|提了|提出了?|是|(?<=共)|共|规定了?|建立了?)(?<many>${NUMBER})(?:大)?(?<unit>项|条|点|款|个方面)(?![目会议])|(?<many2>${NUMBER})(?<unit2>项|条|点)(?<title2>${titles})(?![员会])`,
    'gu',
  );
  return (sentence: CountSentence): ProseFinding[] =>
    [
      ...matchesIn(sentence.text, counted),
      ...(SECTION_OF.test(sentence.text) ? matchesIn(sentence.text, byTail) : []),
    ].flatMap(({ index, 0: words, groups = {} }): ProseFinding[] => {
      const { tail } = groups;
      const title = groups['title'] ?? groups['title2'];
      const section = sections.find((s) => (tail ? s.title.endsWith(tail) : s.title === title));
      const about = ABOUT.test(sentence.text + sentence.earlier) || quoted.test(sentence.text);
      // 第一条是联席会议: it speaks of what stands under the heading.
      if (!about && !sharesWords(sentence.text.slice(index + words.length), section?.words ?? '')) return [];
      const said = numeral(groups['many'] ?? groups['many2'] ?? groups['many3'] ?? '');
      const lead = sentence.text.slice(Math.max(0, index - 4), index);
      if (!section || said === section.items || said < 2 || /[第各每另前后其]$/u.test(lead)) return [];
      return [
        countFinding(
          sentence,
          { start: index, end: index + words.length },
          {
            severity: 'warning',
            what: `“${section.title}”的条数和通知不同`,
            expected: `${section.items}条`,
            written: section.label,
          },
        ),
      ];
    });
}

/** The kinds of places below the receivers, the longer words first. */
const kindsOf = (pairings: readonly NamedPairing[]) =>
  [...new Set(pairings.flatMap(({ kinds }) => [...kinds.keys()]))]
    .filter((kind) => kind !== '')
    .toSorted((a, b) => b.length - a.length);

const FIGURE = /^(?<digits>\d{1,3})个?$/u;

/** The number is of all that was named, put together. */
const TOGETHER = /加起来|加总|合起来|合在一起|合计|总计|总数|总共|一共|共(?!青|同)|相加|全部|算上|都加上|凑/u;
/** The annex or the pairing is spoken of. */
const OF_PAIRING = /附件|名单|结对|受援|对口|援助|援建|帮扶|格子|方案|通知|任务表/u;
/** Said of some of them, on some day, or of others. */
const SOME_OF_THEM =
  /其中|其余|剩下|另|走|跑|去|到过|已|曾|未|没|不含|除|如果|假如|平均|[这那]天|一天|先后|比|相差|少了|多出/u;

/**
 * Townships counted together, in a sentence about the pairing: 两市结对的乡镇加起来有十个, 四行乡镇数加总得三十二个. Neither
 * all of those named, nor some of them, nor one kind of them are so many.
 */
function townshipsTogether(programme: Programme, pairings: readonly NamedPairing[]) {
  const below = programme.words.third?.noun ?? '';
  const sums = (some: readonly number[]) => {
    let made = [0];
    for (const n of some) made = [...new Set(made.flatMap((sum) => [sum, sum + n]))];
    return made;
  };
  return (sentence: CountSentence, about: readonly NamedPairing[]): ProseFinding[] => {
    const { text } = sentence;
    if (below === '' || !text.includes(below) || !TOGETHER.test(text) || !OF_PAIRING.test(text)) return [];
    if (SOME_OF_THEM.test(text)) return [];
    const { named } = namedIn(text, pairings);
    // In a story about one of them, its own may be meant.
    if (named.length === 0 && about.length > 0) return [];
    const some = named.length > 0 ? named : pairings;
    const kinds = new Set(some.flatMap((p) => [...p.kinds.keys()]));
    const each = [
      (p: NamedPairing) => p.townships,
      ...[...kinds].map((kind) => (p: NamedPairing) => p.kinds.get(kind) ?? 0),
    ];
    const whole = new Set(some.flatMap((p) => p.thirds)).size;
    const right = new Set([whole, some.length, ...(named.length > 0 ? each.flatMap((of) => sums(some.map(of))) : [])]);
    return sentence.counts.flatMap(({ start, end, value }): ProseFinding[] => {
      const after = text.slice(end);
      const isCount =
        (text.slice(0, start).includes(below) && /^个?(?:$|[，。；！）])/u.test(after)) ||
        new RegExp(`^个?(?:结对的?|受援的?)?${RegExp.escape(below)}`, 'u').test(after);
      const ahead = text.slice(0, start);
      const isLast = TOGETHER.test(ahead) && isCount;
      if (!isLast || right.has(value)) return [];
      return [
        countFinding(
          sentence,
          { start, end },
          {
            severity: 'warning',
            what: `${below}加起来的个数和通知的名单不同`,
            expected: `${whole}个${below}`,
            written: [...new Set(some.map(({ label }) => label))].join('；'),
          },
        ),
      ];
    });
  };
}

/** Numbers of townships in a story's own table, beside the county or city of their row. */
function townshipTables(pairings: readonly NamedPairing[], { third, document, annex }: Words) {
  const below = third?.noun ?? '乡镇';
  const heading = new RegExp(
    `^(?:结对|受援|对口|援助)?(?:的)?(?<what>${[below, ...kindsOf(pairings)].map((word) => RegExp.escape(word)).join('|')})(?:个数|数量|数|（个）)?$`,
    'u',
  );
  return (blocks: readonly ProseBlock[]): ProseFinding[] => {
    const cells = blocks.flatMap((source, block) => (source.cell ? [{ source, block, ...source.cell }] : []));
    return [...Map.groupBy(cells, ({ table }) => table).values()].flatMap((table) => {
      const columns = table.flatMap(({ row, column, source }) => {
        const what = row === 0 ? heading.exec(source.text.trim())?.groups?.['what'] : undefined;
        return what ? [{ column, what }] : [];
      });
      if (columns.length === 0 || table.length > 600) return [];
      return [...Map.groupBy(table, ({ row }) => row).values()].flatMap((row): ProseFinding[] => {
        const labels = row.filter(({ column }) => !columns.some((c) => c.column === column));
        const { named } = namedIn(labels.map(({ source }) => source.text).join('\n'), pairings);
        const [one, ...more] = named;
        if (!one || more.length > 0 || row[0]?.row === 0) return [];
        return columns.flatMap(({ column, what }): ProseFinding[] => {
          const own = row.find((cell) => cell.column === column);
          const digits = FIGURE.exec(own?.source.text.trim() ?? '')?.groups?.['digits'];
          const right = what === undefined || what === below ? one.townships : (one.kinds.get(what) ?? 0);
          if (!own || digits === undefined || Number(digits) === right || own.source.proved.length > 0) return [];
          return [
            {
              ...{
                block: own.block,
                start: 0,
                end: own.source.text.length,
                severity: 'warning',
                code: 'count-of-things',
              },
              what: `表里的${below}数和${document.noun}的名单不同`,
              found: `“${own.source.text}”`,
              expected: `${one.county}${right}个`,
              written: one.label,
              mend: `照${annex.noun}改这一格；说的不是结对的${below}，在表头写明。`,
            },
          ];
        });
      });
    });
  };
}

/** Projects told apart by something else than being in the plan. */
const SOME_PROJECTS =
  /数(?!据)|定量|金额|月份|时间|牵头|配合|部门|空着|空格|都有|每年|本级|各市|分头|重点(?!项目)|民生|建设项目|招商/u;

/**
 * What a count of projects, tasks or task lines is compared with: all of them, or those of the annex that the sentence
 * names. null where it speaks of some of them only: of one year, of one city, of those with a number.
 */
function projectCounts(programme: Programme, pairings: readonly NamedPairing[]) {
  const { projects, targetTables, document } = programme;
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((l) => [l.id, p.id] as const)));
  const size = (rows: readonly { line: string }[]) => new Set(rows.map((r) => projectOf.get(r.line))).size;
  const tables = targetTables.map(({ label, rows }): Thing & { label: string; direct: RegExp } => ({
    label,
    direct: new RegExp(`${RegExp.escape(label)}(?:里|中|上)?(?:列出了?|列了|列有|有|的|共|一共)*$`, 'u'),
    counts: [...new Set([size(rows), rows.length])],
    right: size(rows) === rows.length ? `${size(rows)}个项目` : `${size(rows)}个项目、${rows.length}个任务行`,
    written: label,
  }));
  const inAnnexes = [...tables.flatMap((t) => t.counts), size(targetTables.flatMap((t) => t.rows))];
  const oneYear = new RegExp(
    `(?<![—–~～至到-])(?:${document.years.join('|')})年(?![\\d—–~～至到和、-]|\\d*月|印发|下发|发布|出台|制定)`,
    'u',
  );
  return ({ sentence, clause, before }: CountedThing, thing: Thing): Thing | null => {
    const named = namedIn(clause, pairings).named.length;
    if ((named > 0 && named < pairings.length) || SOME_PROJECTS.test(clause) || oneYear.test(clause)) return null;
    const direct = tables.find((t) => t.direct.test(before));
    if (direct) return direct;
    return /附件|任务表|表/u.test(sentence.text) ? { ...thing, counts: [...thing.counts, ...inAnnexes] } : thing;
  };
}

/** What is counted wrong, in the words of the programme. */
const whatOf = ({ words }: Programme, kind: ThingKind): string => {
  const names: Readonly<Record<ThingKind, string>> = {
    cities: words.giver.noun,
    counties: words.receiver.noun,
    townships: words.third?.noun ?? '',
    projects: '项目',
    tasks: '任务',
    lines: words.line.noun,
    fields: '工作方面',
    annexes: words.annex.noun,
  };
  return `${names[kind]}的个数和${words.document.noun}不同`;
};
const COMPOUND_BEFORE = new RegExp(`${NUMBER_WORD}${MEASURE}?(?:市|县)[、，和与]?$`, 'u');
const COMPOUND_AFTER = new RegExp(`^[、，和与]?${NUMBER_WORD}${MEASURE}?(?:县|乡镇|个乡镇)`, 'u');
const KINDS_OF_PROJECT: ReadonlySet<ThingKind> = new Set(['projects', 'tasks', 'lines']);
/** 三个方面的要求: not the fields of work. */
const OTHER_FIELDS = /^的(?!工作|项目|内容|行动|任务|安排|援)/u;
const SHARE = 0.9;
const BETWEEN = /^(?:的?团委)?(?:（[^）]{0,40}）)?[、，和与及对同]{1,2}$/u;

/** Judges a count that may speak of the whole programme. */
function wholeJudge(programme: Programme, pairings: readonly NamedPairing[], claims: ReturnType<typeof claimReader>) {
  const things = thingsOf(programme);
  const ofProjects = projectCounts(programme, pairings);

  const rightIn = (all: readonly CountedThing[]) =>
    all.filter((t) => things[t.noun.kind].counts.includes(t.count.value)).length;
  /** 4座城市、3个县: beside a count that is right, this one is of the whole too. */
  const besideRight = ({ count, noun, sentence }: CountedThing, all: readonly CountedThing[]) =>
    all.some((other) => {
      if (other.count === count || !things[other.noun.kind].counts.includes(other.count.value)) return false;
      const [one, two] = other.count.start < count.start ? [other, { count, noun }] : [{ count, noun }, other];
      return BETWEEN.test(sentence.text.slice(one.count.end + one.noun.length, two.count.start));
    });

  return (thing: CountedThing, about: readonly NamedPairing[], all: readonly CountedThing[]): ProseFinding[] => {
    const { count, noun, sentence, clause, before, after } = thing;
    const { kind } = noun;
    if (things[kind].counts[0] === 0 || claims.otherDocument(sentence.text)) return [];
    const compared = KINDS_OF_PROJECT.has(kind) ? ofProjects(thing, things[kind]) : things[kind];
    if (!compared) return [];
    const [truth = 0] = compared.counts;
    const counts = [...compared.counts, ...otherCounts(thing, about)];
    if (kind === 'fields' && OTHER_FIELDS.test(after)) return [];
    if (kind === 'fields' && !claims.ofDocument(sentence.text) && !claims.countsProjects(sentence.text)) return [];
    // The annexes that are counted name no document themselves: a letter may have some.
    if (kind === 'annexes' && !claims.ofDocument(withoutNoun(thing))) return [];
    if (counts.includes(count.value)) return [];

    const compound = noun.bare && (COMPOUND_BEFORE.test(before) || COMPOUND_AFTER.test(after));
    if (noun.bare && compound && belowBoth(thing, truth)) return [];
    const claim = claims.claimOf(before, clause, after, sentence.text, noun);
    const close = count.value > truth || count.value >= truth * SHARE;
    const chained = besideRight(thing, all) && (claims.topical(sentence.text) || rightIn(all) > 1);
    // 28个乡镇分属五个县.
    const spread =
      /(?:分属|分布在|分散在|散落在|分在|隶属于?|来自)$/u.test(before) && rightIn(all) > 0 && kind !== 'projects';
    const sure =
      claim === 'whole' ||
      chained ||
      spread ||
      (claim === 'related' && close) ||
      (compound && claims.topical(sentence.text));
    const doubtful =
      (claim === 'related' && (kind === 'cities' || kind === 'counties') && count.value > 2 && !/等$/u.test(before)) ||
      (claim === 'near' && close && count.value <= truth * 2 + 2 && kind !== 'fields' && kind !== 'annexes') ||
      (compound && claims.topical(sentence.earlier));
    if (!sure && !doubtful) return [];
    const { right, written } = compared;
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        { severity: sure ? 'error' : 'warning', what: whatOf(programme, kind), expected: right, written },
      ),
    ];
  };

  /** What else the count may speak of: the places just named, or one pairing named earlier in the paragraph. */
  function otherCounts({ sentence, before, noun }: CountedThing, about: readonly NamedPairing[]): number[] {
    if (noun.kind === 'cities' || noun.kind === 'counties') return [namedIn(sentence.text, pairings).named.length];
    if (noun.kind === 'fields') return [fieldsEndingIn(programme, noun.word)];
    if (noun.kind !== 'townships') return [];
    return [...about, ...namedIn(sentence.earlier + before, pairings).named].map((p) => p.townships);
  }
}

const withoutNoun = ({ sentence: { text }, count, noun }: CountedThing) =>
  noun.inverted ? text.replace(noun.word, '') : text.slice(0, count.start) + text.slice(count.end + noun.length);

/** 两市两县: probably some of them. */
function belowBoth({ count, sentence }: CountedThing, truth: number): boolean {
  const around = sentence.counts.filter((c) => Math.abs(c.start - count.start) <= 6);
  return around.every((c) => c.value < truth);
}

/** How many they reach together, each once; or how many of one kind. */
const sum = (pairings: readonly NamedPairing[], kind?: string) => {
  if (kind === undefined) return new Set(pairings.flatMap((p) => p.thirds)).size;
  const each = pairings.filter((p, i) => pairings.findIndex((other) => other.county === p.county) === i);
  return each.reduce((total, p) => total + (p.kinds.get(kind) ?? 0), 0);
};
/** Between a name and its count: words that make it a count of all that the notice lists. */
const LISTED = new RegExp(`${RELATION}|共|全部|所有|附件|通知|方案|名下|列|负责|承担`, 'u');
const LISTED_AFTER = new RegExp(`^(?:都|全部)?(?:和|与|同|被|由)?[^，。；、]{0,8}?(?:${RELATION}|列)`, 'u');
const PLACED = /(?:在|到|赴|走进|深入|前往|为|给|向|把|对|于)[^，。；]{0,4}$/u;
const HAS = /^(?:里|全县|境内|一)*(?<rules>下辖|管辖|辖|现有|有)$/u;
const ENDS = /^(?:[，。；、：！？）)\s]|$)/u;
const SPLIT =
  /(?<a>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?<first>[乡镇])[、，和与]?(?<b>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?<second>[乡镇])(?!镇|级|干|团|企|村|长)/gu;
/** 镇11个、乡17个: the number behind. */
const SPLIT_BEHIND =
  /(?<=^|[有是为里中、，：（(的])(?<first>[乡镇])(?:有|共|是|占)?(?<a>\d{1,2}|[一二两三四五六七八九十]{1,3})个[、，和与；](?<second>[乡镇])(?:有|共|是|占)?(?<b>\d{1,2}|[一二两三四五六七八九十]{1,3})个/gu;

/** Judges counts of the townships of named pairings, and how many of them are 乡 and how many 镇. */
function townshipJudge(
  programme: Programme,
  pairings: readonly NamedPairing[],
  claims: ReturnType<typeof claimReader>,
) {
  const { third, document } = programme.words;
  const isElse = somebodyElse(programme);
  const below = third?.noun ?? '乡镇';
  const places = (named: readonly NamedPairing[]) => [...new Set(named.map((p) => p.county))].join('、');
  const label = (named: readonly NamedPairing[]) => named.map((p) => p.label).join('；');

  /** null where no pairing is the subject: then it may be a count of all. */
  function own(thing: CountedThing): ProseFinding[] | null {
    const { count, noun, sentence, clauseBefore, before, after, clause } = thing;
    const here = namedIn(clauseBefore, pairings);
    const scope = here.named.length > 0 ? here : namedIn(before, pairings);
    if (scope.named.length === 0) return null;
    const text = here.named.length > 0 ? clauseBefore : before;
    const truth = sum(scope.named);
    const plausible = [truth, sum(namedIn(before, pairings).named), sum(pairings)];
    plausible.push(...scope.named.map((p) => p.townships));
    if (plausible.includes(count.value) || isElse.test(clause)) return [];
    const between = text.slice(scope.end);
    const severity = severityOf(count.value, truth, {
      between: noun.inverted ? between.replace(below, '') : between,
      lead: text.slice(0, scope.first),
      after,
      modifier: noun.modifier,
      clause,
    });
    if (!severity || (scope.named.length > 1 && severity === 'warning')) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity,
          what: `${places(scope.named)}的${below}数和${document.noun}不同`,
          expected: third ? counted(truth, third) : '',
          written: label(scope.named),
        },
      ),
    ];
  }

  /** 3个乡和8个镇, where it is a count of all. */
  function split(sentence: CountSentence, about: readonly NamedPairing[]): ProseFinding[] {
    return [...matchesIn(sentence.text, SPLIT), ...matchesIn(sentence.text, SPLIT_BEHIND)].flatMap(
      (match): ProseFinding[] => {
        const { a = '', b = '', first, second } = match.groups ?? {};
        const [x, y] = [countWords(`${a}个`)[0]?.value ?? 1, countWords(`${b}个`)[0]?.value ?? 1];
        if (first === second) return [];
        const [villages, towns] = first === '乡' ? [x, y] : [y, x];
        const { index, 0: words } = match;
        const before = sentence.text.slice(0, index);
        const clause = sentence.clauses.find((c) => c.start <= index && index < c.end);
        const clauseText = clause ? sentence.text.slice(clause.start, clause.end) : '';
        const named = namedIn(before, pairings).named;
        const scopes = [named, pairings, ...[...about, ...named].map((p) => [p])].filter((s) => s.length > 0);
        if (scopes.some((s) => sum(s, '乡') === villages && sum(s, '镇') === towns)) return [];
        if (SUBSET.test(clauseText.replace('其中', '')) || isElse.test(clauseText)) return [];
        const scope = named.length > 0 ? named : pairings;
        const [v, t] = [sum(scope, '乡'), sum(scope, '镇')];
        const whole =
          /(?:共|有|分为|包括|其中|列(?:了|出了?|着)?|名单(?:里|中|上)?|乡镇(?:里|中)?[，：（])(?:是|有)?$/u.test(
            before,
          ) ||
          before.trim() === '' ||
          villages + towns === v + t;
        // What a county has may be more than the notice lists, never less.
        const related = claims.topical(sentence.text) || villages + towns === v + t;
        const less = villages < v || towns < t;
        if (!whole || !(related || (named.length > 0 && less && /有|辖/u.test(before)))) return [];
        return [
          countFinding(
            sentence,
            { start: index, end: index + words.length },
            {
              severity: villages + towns === v + t || related ? 'error' : 'warning',
              what: '乡和镇的个数和通知的名单不同',
              expected: `${v}个乡、${t}个镇`,
              written: named.length > 0 ? label(named) : (pairings[0]?.label.split('，')[0] ?? null),
            },
          ),
        ];
      },
    );
  }
  /** Kinds of which some places of a level are, and of which others are not: 街道 beside 镇. Where all are of one, that is the noun itself. */
  const mixed = kindsOf(pairings).length > 1 ? kindsOf(pairings) : [];
  const pairs = anyOf(mixed);
  const ONE = new RegExp(`(?<number>${NUMBER_WORD})个?(?<kind>${pairs})(?![镇级干团企村长人民政里])`, 'gu');
  const BEFORE_IT = new RegExp(`(?:${NUMBER_WORD}个?(?:${pairs})[、，和与及]*)+$`, 'u');
  const RELATED_OF = new RegExp(`${RELATION}的(?:${pairs}|乡镇)?(?:里面?|中|当中)?(?:一共|共)?(?:有|是)?$`, 'u');

  /** 协议列了两个街道: how many of one kind the document lists, in all or for one pairing. */
  function ofKinds(sentence: CountSentence, about: readonly NamedPairing[]): ProseFinding[] {
    if (mixed.length === 0) return [];
    const apart = [...matchesIn(sentence.text, SPLIT), ...matchesIn(sentence.text, SPLIT_BEHIND)];
    return matchesIn(sentence.text, ONE).flatMap(({ index, 0: words, groups }): ProseFinding[] => {
      const { number = '', kind = '' } = groups ?? {};
      const end = index + words.length;
      const value = countWords(`${number}个`)[0]?.value ?? null;
      const isTold = apart.some((split) => split.index <= index && end <= split.index + split[0].length);
      const clause = sentence.clauses.find((c) => c.start <= index && index < c.end);
      if (value === null || isTold || !clause || /[第每各另]$/u.test(sentence.text.slice(0, index))) return [];
      const text = sentence.text.slice(clause.start, clause.end);
      const before = sentence.text.slice(0, index).replace(BEFORE_IT, '');
      if (SUBSET.test(text.replace('其中', '')) || isElse.test(text)) return [];
      const { named } = namedIn(before, pairings);
      const scope = named.length > 0 ? named : pairings;
      const scopes = [scope, ...[...about, ...named].map((one) => [one])];
      const truth = sum(scope, kind);
      if (scopes.some((some) => sum(some, kind) === value)) return [];
      const whole = claims.listsAt(before, sentence.text);
      const related = RELATED_OF.test(before);
      if (!whole && !(related && (value > truth || /(?:有|是)$/u.test(before)))) return [];
      return [
        countFinding(
          sentence,
          { start: index, end },
          {
            severity: 'error',
            what: `${kind}的个数和通知的名单不同`,
            expected: `${truth}个${kind}`,
            written: named.length > 0 ? label(named) : (pairings[0]?.label.split('，')[0] ?? null),
          },
        ),
      ];
    });
  }
  return { own, split, ofKinds };
}

interface Around {
  readonly between: string;
  readonly lead: string;
  readonly after: string;
  readonly modifier: string;
  readonly clause: string;
}

function severityOf(value: number, truth: number, around: Around): 'error' | 'warning' | null {
  const { between, lead, after, modifier, clause } = around;
  const close = value > truth || value === truth - 1 || value >= truth * 0.8;
  const listed =
    LISTED.test(between) || LISTED_AFTER.test(after) || LISTED.test(modifier) || /附件|结对表|名单/u.test(clause);
  if (SUBSET.test(clause.replaceAll(/全部|走遍/gu, ''))) return null;
  if (listed) return between.length > 16 && !close ? null : 'error';
  const has = HAS.exec(between);
  if (has && (ENDS.test(after) || after.startsWith('的'))) {
    if (value < truth) return 'error';
    return has.groups?.['rules'] === '有' ? 'warning' : null;
  }
  if (PLACED.test(lead) || !close) return null;
  if (between === '的') return 'error';
  return between === '' ? 'warning' : null;
}

/** The words that say what a story is about, for counts without a subject of their own. */
const headlines = ({ blocks }: StoryProse) =>
  blocks.flatMap(({ part, text }) => (['title', 'subtitle', 'summary', 'heading'].includes(part) ? text : []));

/**
 * Counts of cities, counties, townships, projects, task lines and departments that contradict the programme. Speaks only
 * where a sentence counts all of them, or all townships of one pairing; of some of them a story may count what it likes.
 */
export const countsOfThings: PlanRule = ({ programme }) => {
  const pairings = namedPairings(programme);
  const nounOf = nounReader(programme);
  const claims = claimReader(programme);
  const isElse = somebodyElse(programme);
  const townships = townshipJudge(programme, pairings, claims);
  const whole = wholeJudge(programme, pairings, claims);
  const bounded = boundedCounts(programme, pairings, nounOf, claims);
  const departments = ledProjects(programme);
  const fields = fieldProjects(programme);
  const compared = comparedTownships(pairings, programme.words);
  const sections = sectionCounts(programme);
  const parts = partCounts(programme);
  const notes = noteCounts(programme);
  const together = townshipsTogether(programme, pairings);
  const inTables = townshipTables(pairings, programme.words);
  return (prose) => {
    const about = namedIn(headlines(prose).join('\n'), pairings).named;
    const told = countSentences(prose, programme).flatMap((sentence) => {
      const found = inSentence(sentence, about);
      return found.length > 0 ? found : together(sentence, about);
    });
    return [...told, ...inTables(prose.blocks)];
  };

  function inSentence(sentence: CountSentence, about: readonly NamedPairing[]): ProseFinding[] {
    return [
      ...townships.split(sentence, about),
      ...townships.ofKinds(sentence, about),
      ...bounded(sentence),
      ...compared(sentence),
      ...sections(sentence),
      ...parts(sentence),
      ...notes(sentence),
      ...countedThings(sentence, nounOf).flatMap((thing, _, all) => {
        const special = departments(thing) ?? fields(thing);
        if (special) return special;
        // A list right before the number is what it counts; `listCounts` reads that.
        if (namedIn(thing.before.slice(-30), pairings).end === Math.min(30, thing.before.length) && thing.noun.bare)
          return [];
        if (thing.noun.kind === 'townships') {
          const own = townships.own(thing);
          if (own) return own;
        }
        if (SUBSET.test(thing.clause) || isElse.test(thing.clause)) return [];
        return whole(thing, about, all);
      }),
    ];
  }
};
