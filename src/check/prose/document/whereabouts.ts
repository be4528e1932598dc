import { ordinalOf } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { itemWords } from '#format/number.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { numbersIn, numeral } from '../../text/numbers.ts';
import { stemOf } from '../../text/place-names.ts';
import { withoutOverlaps } from '../../text/range.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import { OTHER_DOCUMENT } from '../counts/sentences.ts';
import { mentionFinder, type ProjectMention } from '../projects/names.ts';
import type { PlanRule, ProseFinding, Range } from '../prose.ts';
import { folded } from './quotation-pieces.ts';
import { aboutReader } from './words.ts';

/** Something said to stand in a part of the document in which it does not stand. */
interface Misplaced extends Range {
  readonly right: string;
  readonly written: string;
}

const NUMERALS = '一二三四五六七八九';
/** Whether a project may be called the item of this number; who counts articles does not say which item one is. */
const isItem = (number: number | string, said: number) =>
  ordinalOf(number) === said || (typeof number === 'string' && number.startsWith('第'));
const IN_ANNEX =
  '(?:(?:都|也|全|则|还|就|一并|另|分别)?(?:列|写|放|载|附|印|收|记|出现|排|登|安排)?(?:在|见于?|于|是|为|查|看|详见|参见|请看|(?:要|得|可以?|请|去)?翻到?|(?:要|得|可以?|请|去)(?:看|查|找)|出自)(?:了|这份|本|该)?(?:通知|方案|文件)?(?:的|里的|后面的)?)';
const ANNEX_HOLDS =
  '(?:里面|里|中|上)?(?:的内容|的标题|讲|就|则)?(?:是|为|列的是|列出的?是|写的是|放的是|收的是|印的是|讲的是|列着|列出了?|写着|就是|即|（|：|列有|收录了?|是一份|是一张)(?:了)?(?:一份|一张|整个|全部|各市?的?|全部的)?';
const NOT_IN_ANNEX = /不在|不是|没有|并非|而非|不见|未列|没列|误|白费|白搭|徒劳|没用|找不|查不|(?<![翻查看找记弄])错/u;

const ANNEX_NUMBER = /附件(?<no>\d{1,2}|[四五六七八九十])(?![个份张\d])/gu;
const TOWNSHIPS_IN_TEXT =
  /乡镇(?:名单|名字|情况表|名称)?[^，。；]{0,8}(?:列|写|印|附|载|登)(?:在|于|进)了?(?:方案|通知)?(?:的)?(?:正文|第[一二三四五六\d]部分)/u;
/** 附件二 is called 附件2. */
const labelOf = (no: string) => `附件${NUMERALS.includes(no) && no !== '' ? NUMERALS.indexOf(no) + 1 : no}`;

/** What the annexes hold, and sentences that look for it in another one. */
function annexReader(programme: Programme) {
  const { tables, targetTables, lines, site, projects, passages } = programme;
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((line) => [line.id, p])));
  const mentionsIn = mentionFinder(programme);
  const topics = tables.map((table) => {
    if (table.kind === 'pairings') {
      const words =
        '(?:结对|支援|援助|帮扶|协作)关系表?|(?:结对的?|受援的?|\\d+个|[一二三四五六七八九十]+个)?乡镇的?(?:名单|情况表|清单|名字|名称)|结对(?:的)?(?:名单|关系|情况表?|表)|(?:哪些|哪个)乡镇';
      return { table, words };
    }
    const own = table.years.every((y) => y.executors.every((e) => e.id === site.own_level?.id));
    const who =
      own && site.own_level
        ? `(?:${RegExp.escape(site.own_level.name)}|团?省委?本级|省级)`
        : '(?:市级团委|各?团市委|各个?市|[四4]个?(?:市|城市)(?:级?团委)?|四市)';
    return {
      table,
      words: `${who}(?:承担|负责|领|要?[干做](?:的|哪些|什么|多少)?|有(?:哪些|什么)?)?的?(?:工作)?任务(?:表|分配表|安排)?`,
    };
  });
  // 附件1列出了各项目的年度任务数: numbers stand in any of the others.
  const [numbers] = tables.some(({ kind }) => kind === 'pairings') ? targetTables : [];
  const inAny = numbers && {
    table: numbers,
    words: '各个?项目的?(?:年度|计划|任务)+数|(?:年度)?任务数|(?:各年|年度)计划数',
  };
  const annex = '附件(?<no>[一二三四五六七八九\\d])';
  const patterns = [...topics, ...(inAny ? [inAny] : [])].map(({ table, words }, at) => ({
    table,
    ofAny: at === topics.length,
    found: new RegExp(
      `(?:${words})[^，。；！？附]{0,8}?，?${IN_ANNEX}${annex}|${annex.replace('no', 'no2')}${ANNEX_HOLDS}[^，。；！？附]{0,8}?(?:${words})`,
      'gu',
    ),
  }));
  const tableOfLine = (line: string) => targetTables.filter((t) => t.rows.some((row) => row.line === line));
  const [at, after] = [
    new RegExp(
      `^(?:[^，。；”]{0,3}”)?(?:(?:项目|一行|这一行|一项|(?:的)?(?:任务|钱|金额|人数|数|计划|名额|时间|指标)+)?${IN_ANNEX}|[^，。；]{0,8}，(?:请|可|要|详)?(?:看|见|查|参见|翻到?|去)(?:一下)?)${annex}`,
      'u',
    ),
    new RegExp(
      `${annex}(?:${ANNEX_HOLDS}|(?:里|中)的|(?:里|中|上)?(?:可以|能够?|可|就)?(?:查|找|看)[得到]+|的)[^，。；！？]{0,4}$`,
      'u',
    ),
  ];

  /** A line that no annex has, said to have a row in one. */
  const withoutRow = (text: string, label: string, { start, end }: Range, id: string): Misplaced[] => {
    const table = targetTables.find((t) => t.label === label);
    const clause = /^[^，。；！？]{0,30}/u.exec(text.slice(end))?.[0] ?? '';
    if (
      !table ||
      !/一行|列|排|写|有数|安排|承担|任务|几|多少|查/u.test(text.slice(Math.max(0, start - 12), start) + clause)
    )
      return [];
    const project = projectOf.get(id);
    const written = (project && passages.get(project.clause)?.label) ?? '正文';
    return [
      {
        start,
        end: end + clause.length,
        right: `附件里没有“${lines.get(id)?.short ?? ''}”这一行，只写在${written}`,
        written,
      },
    ];
  };

  const tails = tables.map((table) => ({ table, tail: table.title.replace(/[（(][^（）()]*[）)]$/u, '').slice(-3) }));
  const sheets = tails.filter(({ tail }) => tails.filter((other) => other.tail === tail).length === 1);
  const onlyAnnex = (text: string): RegExpExecArray | undefined => {
    const [one, ...more] = matchesIn(text, ANNEX);
    return more.length === 0 ? one : undefined;
  };
  /** 情况表放在附件3: the one annex that is named is not the one that has the name. */
  const bySheet = (text: string): Misplaced[] => {
    const one = onlyAnnex(text);
    const said = sheets.filter(({ tail }) => text.includes(tail));
    const [sheet] = said;
    const label = labelOf(one?.groups?.['no'] ?? '');
    if (!one || !sheet || said.length > 1 || sheet.table.label === label || !tables.some((t) => t.label === label))
      return [];
    const { table } = sheet;
    return [
      {
        start: one.index,
        end: one.index + one[0].length,
        right: `${table.label}：${table.title}`,
        written: table.label,
      },
    ];
  };
  /** 附件2把甲和乙都列了进去: lines that another annex has. */
  const listedIn = (text: string): Misplaced[] => {
    const one = onlyAnnex(text);
    const label = labelOf(one?.groups?.['no'] ?? '');
    if (!one || !targetTables.some((t) => t.label === label)) return [];
    const behind = text.slice(one.index);
    const match = /^附件.(?:里|中)?(?:把|将)[^，。；]*?(?:列|写|排|收|放)/u.exec(behind);
    if (!match) return [];
    return mentionsIn(text)
      .filter(({ start, end }) => start > one.index && end <= one.index + match[0].length)
      .flatMap(({ start, end, lines: ids }): Misplaced[] => {
        const own = ids.flatMap((id) => tableOfLine(id).map((t) => t.label));
        if (own.length === 0 || own.includes(label)) return [];
        const right = [...new Set(own)].join('、');
        return [{ start, end, right: `“${lines.get(ids[0] ?? '')?.short ?? ''}”列在${right}`, written: right }];
      });
  };

  const townships = tables.find(({ kind }) => kind === 'pairings');
  /** 二十八个乡镇都列在正文第四部分: what an annex alone has. */
  const inText = (text: string): Misplaced[] => {
    const match =
      townships && !/不|没|未|附件/u.test(text.replaceAll(/一个不[缺落少漏]|不少/gu, ''))
        ? TOWNSHIPS_IN_TEXT.exec(text)
        : null;
    if (!match || !townships) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        right: `乡镇名单在${townships.label}`,
        written: townships.label,
      },
    ];
  };
  /** 附件4，市级团委任务表, where there are three. */
  const absent = (text: string): Misplaced[] =>
    matchesIn(text, ANNEX_NUMBER).flatMap(({ index, 0: words, groups }): Misplaced[] => {
      const said = numeral(groups?.['no'] ?? '');
      if (said <= tables.length || tables.length === 0 || !tables.every(({ label }) => /^附件\d$/u.test(label)))
        return [];
      if (!/任务表|情况表|市级团委|援[藏疆青建]|方案|通知/u.test(text.replace(words, ''))) return [];
      return [
        {
          start: index,
          end: index + words.length,
          right: `一共${tables.length}个附件`,
          written: tables.map(({ label }) => label).join('、'),
        },
      ];
    });

  return (text: string): Misplaced[] => {
    const missing = NOT_IN_ANNEX.test(text) ? [] : [...inText(text), ...absent(text)];
    if (missing.length > 0) return missing;
    if (!/附件[一二三四五六七八九\d]/u.test(text) || NOT_IN_ANNEX.test(text)) return [];
    const byTopic = patterns.flatMap(({ table, found, ofAny }) =>
      matchesIn(text, found).flatMap(({ index, 0: words, groups }): Misplaced[] => {
        const label = labelOf(groups?.['no'] ?? groups?.['no2'] ?? '');
        const other = tables.find((t) => t.label === label);
        if (!other || other === table || (ofAny && other.kind === 'targets')) return [];
        return [
          { start: index, end: index + words.length, right: `${table.label}：${table.title}`, written: table.label },
        ];
      }),
    );
    const byLine = mentionsIn(text).flatMap(({ start, end, lines: ids }): Misplaced[] => {
      const [id] = ids;
      const own = id === undefined ? [] : tableOfLine(id);
      const behind = at.exec(text.slice(end, end + 30));
      const before = after.exec(text.slice(Math.max(0, start - 30), start));
      const no = behind?.groups?.['no'] ?? before?.groups?.['no'];
      if (id === undefined || ids.length > 1 || no === undefined) return [];
      const label = labelOf(no);
      if (own.length === 0) return withoutRow(text, label, { start, end }, id);
      if (own.some((t) => t.label === label) || !tables.some((t) => t.label === label)) return [];
      const right = own.map((t) => t.label).join('、');
      const range = { start: before ? start - before[0].length : start, end: behind ? end + behind[0].length : end };
      return [{ ...range, right: `“${lines.get(id)?.short ?? ''}”列在${right}`, written: right }];
    });
    return withoutOverlaps([...byTopic, ...byLine, ...bySheet(text), ...listedIn(text)]);
  };
}

const NOTES_OF = /(?:正文|附件(?<no>[一二三四五六七八九\d]))(?:里|中|部分)?的?备注/gu;
/** 正文备注里说…, 附件2的备注: where only another annex has notes. */
function notesReader({ tables, clauses }: Programme) {
  const noted = tables.filter(({ notes = [] }) => notes.length > 0).map(({ label }) => label);
  const [first] = noted;
  const none = first === undefined || clauses.some(({ text }) => text.startsWith('备注'));
  return (text: string): Misplaced[] =>
    none || NO_ITEM.test(text)
      ? []
      : matchesIn(text, NOTES_OF).flatMap(({ index, 0: found, groups }): Misplaced[] => {
          const label = tables.find((t) => t.label === labelOf(groups?.['no'] ?? ''))?.label;
          if (groups?.['no'] && (label === undefined || noted.includes(label))) return [];
          const right = `${label ?? '正文'}没有备注，备注在${noted.join('、')}后面`;
          return [{ start: index, end: index + found.length, written: first, right }];
        });
}

const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const NO_ITEM = /不是|并非|而非|没有|误|错|如果|[？?]/u;
const ITEM_HOLDS =
  '(?:里|中|那条|这条)?(?:(?:讲|说|写|规定|要求|提出|安排|列|叫|管)(?:的|了|着)?(?:就|则)?(?:是|为|到|：)?|(?:的?标题|的?题目)?(?:就|则)?(?:是|为|叫|：|——))(?:各单位)?“?';
/** Words of every text that say nothing of what an item is about. */
const USUAL = /^(?:工作|援[藏疆青]|各项|有关|单位|部门|项目|青年|共青|青团|团省|省委|领导|小组|情况|进一|一步)$/u;

/** An item of a section, with the words of its heading. */
interface Item {
  readonly number: number;
  readonly heading: string;
  readonly text: string;
}

/** Reads sentences that say of an item of the document, by its number, what another item of the section is about. */
function itemReader({ clauses, passages }: Programme) {
  const sections: { number: number; title: string; items: Item[]; label: string }[] = [];
  for (const { id, role, text } of clauses) {
    const [, number, title] = (role === 'section' && /^([一二三四五六七八九十]+)、(.+)$/u.exec(text)) || [];
    if (number !== undefined && title !== undefined)
      sections.push({ number: numeral(number), title: title.trim(), items: [], label: passages.get(id)?.label ?? id });
    const [, own, heading, rest] = (role === 'item' && /^(\d+)[．.]([^。]{2,24})。(.+)$/u.exec(text)) || [];
    if (own !== undefined && heading !== undefined)
      sections.at(-1)?.items.push({ number: Number(own), heading, text: `${heading}${rest}` });
  }
  // A section whose items go on through its fields is numbered elsewhere.
  const listed = sections.filter(({ items }) => items.length > 1 && items[0]?.number === 1 && items.length < 6);
  const titles = anyOf(listed.map(({ title }) => title));
  const item = `第(?<nth>${N})[条项点]|(?<last>最后一[条项点]|末[条项])|(?<first>头一[条项点]|首[条项])`;
  const ref = `(?:(?<part>[一二三四五六七八九])[.．、](?<no>\\d)(?!\\d)|(?:第(?<part2>${N})部分|[“]?(?<title>${titles})[”]?)(?:部分)?(?:的|里的?|中的?|，|[^，。；]{0,8}[条项]，)?(?:${item}))`;
  const forward = new RegExp(`${ref}${ITEM_HOLDS}(?<what>\\p{Script=Han}{2,12})`, 'gu');
  const backward = new RegExp(
    `(?<what>\\p{Script=Han}{2,12}?)[”]?(?:的要求|一条|的内容)?(?:则|就|也)?(?:写|列|放|排|规定|见)?(?:在|是|于)(?:了)?(?:方案|通知)?的?${ref}`,
    'gu',
  );

  /** How many pairs of characters of some words stand in an item. */
  const alike = (what: string, text: string) =>
    Array.from({ length: Math.max(0, what.length - 1) }, (_, i) => what.slice(i, i + 2)).filter(
      (pair) => !USUAL.test(pair) && text.includes(pair),
    ).length;

  return (text: string): Misplaced[] => {
    if (!/[条项点]|[一二三四五六七八九][.．、]\d/u.test(text) || NO_ITEM.test(text)) return [];
    return [...matchesIn(text, forward), ...matchesIn(text, backward)].flatMap(
      ({ index, 0: words, groups = {} }): Misplaced[] => {
        const { part, no, part2, title, nth, last, first, what = '' } = groups;
        const section = listed.find((s) => (title ? s.title === title : s.number === numeral(part ?? part2 ?? '')));
        const number = last ? section?.items.length : first ? 1 : numeral(no ?? nth ?? '');
        const said = section?.items.find((i) => i.number === number);
        if (!section || !said) return [];
        // A word may stand in two headings: the item that has most of the words is meant.
        const own = alike(what, said.text);
        const best = Math.max(...section.items.map((i) => alike(what, i.heading)));
        const right = section.items.filter((i) => alike(what, i.heading) === best);
        const [one] = right;
        if (!one || best <= own || right.length > 1 || (alike(what, said.heading) > 0 && best < 2)) return [];
        const label = `${section.label}${one.number}`;
        return [
          {
            ...{ start: index, end: index + words.length, written: label },
            right: `“${said.heading}”是第${said.number}条，“${one.heading}”是第${one.number}条`,
          },
        ];
      },
    );
  };
}

const HALF = `(?<half>正文|附件(?:\\d|[${NUMERALS}](?!个|字))?)`;
/** 附件2没有写…, 翻遍正文也找不到…: what is missing follows, or stood before. */
const ABSENT = new RegExp(
  `${HALF}[^，。；“”没未找查看见]{0,8}(?:没有?(?:写|提|列|说|出现|规定|标|讲|给|记)?|找不[到出]|查不[到出]|看不[到出]|见不到|不见|未(?:写|提|列|见)|一个字也?没提|一字[未不]提|只字[未不]提)(?:过|到|明|出|及|有|了)?(?<what>[^，。；！？]{0,24})`,
  'gu',
);
/** 写在正文第1项, 只见于附件2; 只有正文写了. */
const LOCATED = new RegExp(
  `(?<only>只|仅|单)?(?:写|列|记|出现|印|放|标)?(?:在|见于)(?:了)?(?:通知|方案)?的?${HALF}|(?<only2>只有|仅)${HALF.replace('half', 'half2')}(?:里|中)?(?:写|有|提|列)|(?<=[，])${HALF.replace('half', 'half3')}(?:里|中|上)?(?:第\\d+项)?(?:就|都|也|是)?(?:写得|写着|写了|写明|写的|列着|列了|有写|说得)`,
  'gu',
);
/** A clause without a subject of its own: it goes on about the number before it. */
const GOES_ON = /^(?:这|那|它|此|该|只|仅|单|就|才|而|却|都|也|但)/u;
const UNSURE = /[？?]|吗|不只|不仅|如果|假如|另一|误|错/u;
/** How each unit is called as a measure. */
const MEASURES: readonly (readonly [units: RegExp, words: RegExp])[] = [
  [/^[人名位]$/u, /^(?:人数|名额|几个人|多少人)$/u],
  [/^[天日]$/u, /^(?:天数|几天|多少天)$/u],
  [/元$/u, /^(?:金额|钱|钱数|经费|多少钱|标准)$/u],
  [/^[个所间]$/u, /^(?:个数|几个|多少个)$/u],
];
/** Says nothing of what is missing; 数 only where it is no measure's. */
const FILL = /这个|这一|数字|(?<![人天个钱])数|各市|每市|每人|每年|一年|的|任务|也|都/gu;

const unitOf = (unit: string) => (/^[名位]$/u.test(unit) ? '人' : unit === '日' ? '天' : unit);
const keyOf = (value: number, unit: string) => `${value}${unitOf(unit)}`;
const numbersOf = (text: string) =>
  numbersIn(text).filter(({ unit, ordinal, approximate }) => unit !== '' && !ordinal && !approximate);

/** The numbers that the text and each annex give for a project, and where the text gives them. */
function saidOf({ projects, passages, targetTables }: Programme) {
  return projects.map((project) => {
    const text = new Set(numbersOf(passages.get(project.clause)?.text ?? '').map((n) => keyOf(n.value, n.unit)));
    const annexes = new Map<string, Set<string>>();
    for (const table of targetTables) {
      const own = new Set<string>();
      for (const row of table.rows) {
        const line = project.lines.find(({ id }) => id === row.line);
        if (!line) continue;
        const cells = Object.values(row.cells).flatMap((year) => Object.values(year));
        for (const cell of [...cells, row.total]) {
          const value = typeof cell === 'object' && cell !== null ? cell.quantity : cell;
          if (typeof value === 'number') own.add(keyOf(value, line.unit));
          else if (value) for (const n of numbersOf(value)) own.add(keyOf(n.value, n.unit));
        }
      }
      const sources = project.lines.map(({ unit_cost }) => unit_cost?.source);
      for (const note of (table.notes ?? []).filter(({ id }) => sources.includes(id)))
        for (const n of numbersOf(note.text)) own.add(keyOf(n.value, n.unit));
      annexes.set(table.label, own);
    }
    return { project, text, annexes, label: passages.get(project.clause)?.label ?? project.clause };
  });
}

/**
 * Reads sentences that say of one number of a project that the text or an annex does not have it, or that it stands in
 * the one of them in which it does not stand. Sentences with several such numbers are left alone.
 */
function halfReader(programme: Programme) {
  const all = saidOf(programme);
  const mentionsIn = mentionFinder(programme);
  const projectOf = new Map(all.flatMap((said) => said.project.lines.map(({ id }) => [id, said])));

  const byOrdinal = new Map(all.toReversed().map((said) => [ordinalOf(said.project.number), said]));
  function about(text: string, mentions: readonly (Range & { lines: readonly string[] })[]) {
    const named = new Set(mentions.map(({ lines }) => projectOf.get(lines[0] ?? '')));
    const [only] = named;
    if (named.size > 0) return named.size === 1 ? only : undefined;
    // “每人服务10天”: of all clauses one alone has the words.
    const quote = /“(?<words>[^”]{4,20})”/u.exec(text)?.groups?.['words'];
    const quoted =
      quote === undefined
        ? []
        : all.filter(({ project }) => (programme.passages.get(project.clause)?.text ?? '').includes(quote));
    if (quoted.length === 1) return quoted[0];
    // 写在正文第1项: the item says what it is about.
    const item = /正文(?:的|里的)?第(?<no>\d{1,2}|[一二三四五六七八九])项/u.exec(text)?.groups?.['no'];
    const number = item === undefined ? 0 : NUMERALS.includes(item) ? NUMERALS.indexOf(item) + 1 : Number(item);
    return byOrdinal.get(number);
  }

  return (text: string): Misplaced[] => {
    if (!/正文|附件/u.test(text) || UNSURE.test(text)) return [];
    const mentions = mentionsIn(text);
    const said = about(text, mentions);
    if (!said) return [];
    const annexKeys = [...said.annexes.values()].flatMap((keys) => [...keys]);
    const numbers = numbersOf(text).filter((n) => {
      const key = keyOf(n.value, n.unit);
      return said.text.has(key) || annexKeys.includes(key);
    });
    const [number] = numbers;
    const key = number ? keyOf(number.value, number.unit) : '';
    if (!number || numbers.some((n) => keyOf(n.value, n.unit) !== key)) return [];
    const labels = [...said.annexes].flatMap(([label, keys]) => (keys.has(key) ? [label] : []));
    const [inText, inAnnex] = [said.text.has(key), labels.length > 0];
    // 2020年20人 is the annex's though the text has 20人 for every year.
    if (inText && inAnnex && /(?:19|20)\d\d年/u.test(text)) return [];
    const holds = (half: string) => {
      if (half === '正文') return inText;
      const label = labelOf(half.slice(2));
      return label === '附件' ? inAnnex : labels.includes(label);
    };
    const where = [...labels, ...(inText ? [`正文${said.label}`] : [])].join('、');
    const fault = (start: number, end: number): Misplaced => ({
      ...{ start, end, written: where },
      right: `“${said.project.short}”的${text.slice(number.start, number.end)}${number.unit}写在${where}`,
    });

    const isMissing = (what: string, from: number): boolean => {
      if (from <= number.start && number.start < from + what.length) return true;
      const named = mentions.filter(({ start, end }) => start >= from && end <= from + what.length);
      const rest = named.reduce((left, { start, end }) => left.replace(text.slice(start, end), ''), what);
      const measure = MEASURES.find(([units]) => units.test(unitOf(number.unit)))?.[1];
      const bare = rest.replaceAll(FILL, '');
      return (bare === '' && (named.length === 0 || number.start < from)) || (measure?.test(bare) ?? false);
    };
    const absent = matchesIn(text, ABSENT).flatMap(({ index, 0: words, groups }): Misplaced[] => {
      const { half = '', what = '' } = groups ?? {};
      const end = index + words.length;
      return holds(half) && isMissing(what, end - what.length) ? [fault(index, end)] : [];
    });
    if (absent.length > 0) return absent;
    const clauses = clausesIn(text);
    return matchesIn(text, LOCATED).flatMap(({ index, 0: words, groups }): Misplaced[] => {
      const half = groups?.['half'] ?? groups?.['half2'] ?? groups?.['half3'] ?? '';
      const clause = clauses.find(({ start, end }) => start <= index && index < end);
      if (!clause || number.start > index) return [];
      const goesOn = GOES_ON.test(text.slice(clause.start, clause.end)) || clause.start === index;
      if (number.start < clause.start && !goesOn) return [];
      return !holds(half) && (inAnnex || (half !== '正文' && inText)) ? [fault(index, index + words.length)] : [];
    });
  };
}

const ANNEX = /附件(?<no>[一二三\d])/gu;
/** The row of a table, by its place. */
const ROW = new RegExp(
  `(?:第(?<nth>${N})|(?<first>首|头一|最上面一|开头一)|倒数第(?<back>${N})|(?<last>最后一|末|最末一|最下面一|末尾一))(?:个)?行`,
  'gu',
);
const COUNT =
  /(?<lead>第|[前后]|倒数|最后|上|下)?(?<many>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?行(?:任务|数据|项目|字)?(?=$|[，。；！、]|，)/gu;
const NO_ROW = /不是|并非|而非|没有|误|错|如果|[？?]|表头|合计|空行/u;

/** A row of an annex, by what it is called. */
interface Row {
  readonly name: string;
  readonly is: (text: string) => Range[];
}

/** Rows of the annexes that a sentence gives another place in their table, and how many it says that a table has. */
function rowReader(programme: Programme) {
  const { tables, journeys, lines } = programme;
  const mentionsIn = mentionFinder(programme);
  const named = (words: readonly string[]) => {
    const pattern = new RegExp(anyOf(words), 'gu');
    return (text: string): Range[] =>
      matchesIn(text, pattern).map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  };
  const annexes = tables.map((table) => ({
    label: table.label,
    rows:
      table.kind === 'targets'
        ? table.rows.map((row): Row => {
            const is = (text: string) =>
              mentionsIn(text).filter((m) => m.lines.length === 1 && m.lines[0] === row.line);
            return { name: lines.get(row.line)?.short ?? row.name, is };
          })
        : journeys.map(({ city, county }): Row => {
            const words = [county.name, stemOf(county.name), stemOf(city.name)];
            return { name: `${city.name}、${county.name}`, is: named(words) };
          }),
  }));

  return (text: string): Misplaced[] => {
    if (!text.includes('行') || !text.includes('附件') || NO_ROW.test(text)) return [];
    const annexAt = (at: number) => {
      const all = matchesIn(text, ANNEX);
      const near = all.findLast(({ index }) => index <= at) ?? all[0];
      const no = near?.groups?.['no'] ?? '';
      return annexes.find(({ label }) => label === labelOf(no));
    };
    const places = matchesIn(text, ROW).flatMap(({ index, 0: words, groups = {} }): Misplaced[] => {
      const annex = annexAt(index);
      const clause = clausesIn(text).find(({ start, end }) => start <= index && index < end);
      if (!annex || !clause) return [];
      const { nth, back, first } = groups;
      const total = annex.rows.length;
      const place = nth ? numeral(nth) : back ? total + 1 - numeral(back) : first ? 1 : total;
      const own = text.slice(clause.start, clause.end);
      const found = annex.rows.flatMap((row, i) => row.is(own).map((range) => ({ row, i, range })));
      const [one] = found;
      // Two rows in one clause: which of them stands there is not told.
      if (!one || found.some(({ i }) => i !== one.i) || one.i + 1 === place || (text.match(ROW) ?? []).length > 1)
        return [];
      const right = `${annex.label}第${place}行是“${annex.rows[place - 1]?.name ?? '空的'}”，“${one.row.name}”在第${one.i + 1}行`;
      return [{ start: index, end: index + words.length, right, written: annex.label }];
    });
    const counts = matchesIn(text, COUNT).flatMap(({ index, 0: words, groups = {} }): Misplaced[] => {
      const annex = annexAt(index);
      const said = numeral(groups['many'] === '两' ? '二' : (groups['many'] ?? ''));
      const clause = clausesIn(text).find(({ start, end }) => start <= index && index < end);
      const own = clause ? text.slice(clause.start, index) : '';
      if (!annex || groups['lead'] || said < 2 || said === annex.rows.length || !own.includes('附件')) return [];
      if (
        !/(?:有|共|列了?|是|排了?|列着|写了?|分为|分成|只)$/u.test(own) ||
        /附件[^附]*附件|其中|里的|另|[月年市县]/u.test(own)
      )
        return [];
      return [
        {
          start: index,
          end: index + words.length,
          right: `${annex.label}有${annex.rows.length}行`,
          written: annex.label,
        },
      ];
    });
    return [...places, ...counts];
  };
}

const NUMBER = '[一二三四五六七八九十]{1,3}|\\d{1,2}';

const PART = `第(?<part>${NUMBER})(?:个)?(?:大)?部分(?:的)?(?:“[^”]{2,12}”)?(?:第(?<item>${NUMBER})(?:条|项|点))?`;
const PART_OF_DOCUMENT = new RegExp(
  `(?<!学校|学院|公司|自己|县里|市里|村里|另一份|别的)的?(?:通知|方案|正文)》?(?:里|中)?的?第(?<part>${NUMBER})(?:个)?(?:大)?部分`,
  'gu',
);
const IN_SECTION =
  '(?:一项|一条|的要求|的内容|的安排|的规定)?(?:都|也|则|还|就)?(?:写|列|放|载|规定|出现|提|安排|记|排)?(?:在|见于?|于|出自|详见|参见)(?:了|这份|本|该)?(?:通知|方案|文件|正文)?(?:的|里的)?';
const SECTION_HOLDS =
  '(?:里|中)?(?:讲|说|写|规定|要求|提出|安排|列|叫|的?标题)?(?:的|了)?(?:是|为|：|叫|着|到|要|建立|：)?(?:的)?';
/** The whole in which an item has its number: 方案工作内容的, 通知十二个项目中的. */
const OF_ALL = `(?:这份|本)?(?:方案|通知|正文|文件)?(?:里|中)?的?(?:工作内容|内容|任务清单|(?:${NUMBER})(?:个项目|项工作|项任务|项))?(?:部分)?(?:里面?|之?中|当中)?的?`;
/** 第七项是: before a project's name. */
const NUMBERED_BEFORE = new RegExp(
  `第(?<no>${NUMBER})(?:个)?(?:项目|项任务|项工作|项)(?:就|则)?(?:是|为|叫|写的是|讲的是|说的是|安排的是|就是|：)“?(?:[^，。；、]{0,6})$`,
  'u',
);
/** 是方案的第七项: behind it. */
const NUMBERED_BEHIND = new RegExp(
  `^(?:帮扶|支援|活动|专项)?”?(?:项目)?(?:是|排在|列为|排|为|列在|列|写在|放在|在)${OF_ALL}(?:是|排在|列为|排|列|为)?第(?<no>${NUMBER})(?:个项目|项(?!工作(?:制度|要求)|制度|要求|职责)|(?=[，。；！]|$))`,
  'u',
);
/** 第八项, 排在第一位的项目: the place of a project among all of them. */
const NTH_PROJECT = new RegExp(
  `第(?<no>${NUMBER})(?:个项目|项(?!工作(?:制度|要求)|制度|要求|职责))|排(?:在)?(?:第(?<no2>${NUMBER})|(?<first>首))位`,
  'gu',
);
/** Numbered among some of them, or in an annex, or of something else. */
const OTHER_ORDER = /其中|牵头|里面|配合|附件|这一?部分|一类|行动|工程|第[一二三四五六七八九十]+部分/u;
const NOT_IN_SECTION = /不在|不是|没有|并非|而非|不见|误|错/u;

/** A section with the texts that stand under it. */
interface Section {
  readonly number: number;
  readonly label: string;
  readonly title: string;
  readonly items: readonly { readonly number: number; readonly text: string }[];
  readonly text: string;
}

function sectionsOf({ clauses }: Programme): Section[] {
  const sections: (Section & { items: { number: number; text: string }[]; text: string })[] = [];
  for (const { role, text } of clauses) {
    const words = folded(text).text;
    const heading = role === 'section' ? /^([一二三四五六七八九十]+)、(.+)$/u.exec(text) : null;
    if (heading) {
      const [, own = '', title = ''] = heading;
      sections.push({ number: numeral(own), label: own, title, items: [], text: `${words}\n` });
      continue;
    }
    const section = sections.at(-1);
    if (!section || role === 'contact') continue;
    section.text += `${words}\n`;
    const item = /^(\d+)[.．]/u.exec(text)?.[1];
    if (role === 'item' && item) section.items.push({ number: Number(item), text: words });
  }
  return sections;
}

/** The longest beginning or end of some words that stands in a text, at least four characters and most of the words. */
function known(words: string, stands: (piece: string) => boolean): string | null {
  const least = Math.max(4, Math.ceil(words.length * 0.6));
  for (let length = words.length; length >= least; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const piece = words.slice(at, at + length);
      if (stands(piece)) return piece;
    }
  }
  return null;
}

/** Reads sentences that look for something in a section, an item or a field of the document in which it does not stand. */
function sectionReader(programme: Programme) {
  const { clauses, projects, passages } = programme;
  const sections = sectionsOf(programme);
  const mentionsIn = mentionFinder(programme);
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((line) => [line.id, p])));
  const whole = sections.map(({ text }) => text).join('\n');
  const inPart = new RegExp(`(?<what>[^，。；：！？\\n]{4,24}?)${IN_SECTION}${PART}`, 'gu');
  const partHolds = new RegExp(`${PART}${SECTION_HOLDS}(?<what>[^，。；！？\\n]{4,18})`, 'gu');
  const fields = clauses
    .filter(({ role }) => role === 'field')
    .map(({ id, text }) => ({ id, name: text.replace(/^（[^）]*）/u, ''), label: passages.get(id)?.label ?? id }));
  const refs = new Map(projects.map((p) => [passages.get(p.clause)?.short ?? '', p]));
  const anyRef = new RegExp(anyOf([...refs.keys()].filter((ref) => ref.length > 2)), 'gu');

  /** 某制度写在第六部分第1条; 第五部分讲的是某事. */
  function inSections(text: string): Misplaced[] {
    return [...matchesIn(text, inPart), ...matchesIn(text, partHolds)].flatMap(
      ({ index, 0: words, groups }): Misplaced[] => {
        const { part = '', item, what = '' } = groups ?? {};
        const section = sections.find((s) => s.number === numeral(part));
        if (!section) return [];
        const piece = known(folded(what).text.replace(/^[、,.:;-]+/u, ''), (p) => whole.includes(p));
        if (piece === null) return [];
        const own = item === undefined ? null : section.items.find((i) => i.number === numeral(item));
        const here = own && section.items.length > 0 ? own.text : section.text;
        // An item of a section that numbers on through its fields is none of ours.
        if (item !== undefined && !own) return [];
        if (here.includes(piece)) return [];
        const right = sections.find((s) => s.text.includes(piece));
        if (!right || (sections.filter((s) => s.text.includes(piece)).length > 1 && piece.length < 6)) return [];
        const at = right.items.find((i) => i.text.includes(piece));
        const label = at ? `${right.label}、${at.number}` : `${right.label}、${right.title}`;
        return [
          {
            start: index,
            end: index + words.length,
            right: `“${piece}”在第${right.label}部分（${label}）`,
            written: label,
          },
        ];
      },
    );
  }

  /** 方案第八部分, where there are six. */
  const absentParts = (text: string): Misplaced[] =>
    matchesIn(text, PART_OF_DOCUMENT).flatMap(({ index, 0: words, groups }): Misplaced[] =>
      sections.length < 2 || numeral(groups?.['part'] ?? '') <= sections.length
        ? []
        : [{ start: index, end: index + words.length, right: `一共${sections.length}个部分`, written: '正文' }],
    );

  /** 第七项是某项目, 四（三）7写的是某项目, 某项目是方案的第七项. */
  function numbered(text: string, mentions: readonly ProjectMention[]): Misplaced[] {
    // 第八项是甲，第九项是乙: who numbers several of the projects numbers them as the document does.
    const several = mentions.length > 1 && (text.match(/第[一二三四五六七八九十\d]{1,3}项/gu) ?? []).length > 1;
    const ofDocument =
      (several || /通知|方案|正文|文件|\d+个项目|[十一二]+个项目|工作内容/u.test(text)) && !/附件/u.test(text);
    const ordinals = clausesIn(text).flatMap(({ start, end }): Misplaced[] => {
      const [nth, ...more] = matchesIn(text.slice(start, end), NTH_PROJECT);
      const here = mentions.filter((m) => m.start >= start && m.end <= end);
      const own = new Set((here.length > 0 ? here : mentions).map(({ lines }) => projectOf.get(lines[0] ?? '')));
      const [project] = own;
      const { no, no2, first } = nth?.groups ?? {};
      if (!nth || more.length > 0 || own.size !== 1 || !project || !ofDocument || OTHER_ORDER.test(text)) return [];
      const said = first === undefined ? numeral(no ?? no2 ?? '') : 1;
      if (isItem(project.number, said)) return [];
      const label = passages.get(project.clause)?.label ?? project.clause;
      return [
        {
          ...{ start: start + nth.index, end: start + nth.index + nth[0].length, written: label },
          right: `“${project.short}”是${[...new Set([itemWords(project.number), label])].join('，')}`,
        },
      ];
    });
    const named = mentions.flatMap(({ start, end, lines }): Misplaced[] => {
      const project = projectOf.get(lines[0] ?? '');
      if (!project) return [];
      const before = text.slice(Math.max(0, start - 24), start);
      const behind = text.slice(end, end + 24);
      const label = passages.get(project.clause)?.label ?? project.clause;
      const told = (from: number, to: number): Misplaced => ({
        ...{ start: from, end: to, written: label },
        right: `“${project.short}”是${[...new Set([itemWords(project.number), label])].join('，')}`,
      });
      const first = NUMBERED_BEFORE.exec(before);
      const last = NUMBERED_BEHIND.exec(behind);
      const no = first?.groups?.['no'] ?? last?.groups?.['no'];
      if (no !== undefined && ofDocument && !isItem(project.number, numeral(no)) && !/其中|牵头|里面/u.test(text))
        return [first ? told(start - first[0].length, end) : told(start, end + (last?.[0].length ?? 0))];
      const refBefore = matchesIn(before, anyRef).at(-1);
      const gap = refBefore ? before.slice(refBefore.index + refBefore[0].length) : '';
      const refBehind = matchesIn(behind, anyRef)[0];
      const lead = refBehind ? behind.slice(0, refBehind.index) : '';
      if (
        refBefore &&
        refs.get(refBefore[0]) !== project &&
        /^(?:里|中)?(?:是|写的是|讲的是|说的是|就是|安排的是|：|为)“?$/u.test(gap)
      )
        return [told(start - before.length + refBefore.index, end)];
      if (
        refBehind &&
        refs.get(refBehind[0]) !== project &&
        /^(?:帮扶|支援|活动|专项)?”?(?:项目)?(?:（|见|写在|列在|在|是|见于|的依据是|出自)(?:正文|通知|方案)?(?:的)?$/u.test(
          lead,
        )
      )
        return [told(start, end + refBehind.index + refBehind[0].length)];
      return [];
    });
    return named.length > 0 ? named : ordinals;
  }

  /** 某项目属于某行动; 某行动包括某项目. */
  function inFields(text: string, mentions: readonly ProjectMention[]): Misplaced[] {
    return fields.flatMap(({ id, name, label }): Misplaced[] => {
      const at = text.indexOf(name);
      if (at < 0) return [];
      return mentions.flatMap(({ start, end, lines }): Misplaced[] => {
        const project = projectOf.get(lines[0] ?? '');
        if (!project || project.field === id) return [];
        const right = fields.find((f) => f.id === project.field);
        const belongs =
          end <= at &&
          /^”?(?:项目)?(?:属于?|归(?:在|入|到|于)?|列在|放在|写在|排在|是|在|算)(?:“|（[一二三四五六]）)?$/u.test(
            text.slice(end, at),
          );
        const from = at + name.length;
        const holds =
          start >= from &&
          /^”?(?:下面|里面|里|中|之下|这一类|这一方面|方面)?(?:有|包括|包含|含|下设|列了|安排了|的项目有|的项目是|第一项是)+(?:[^，。；、]{0,4})“?$/u.test(
            text.slice(from, start),
          );
        if (!belongs && !holds) return [];
        const range = belongs ? { start, end: from } : { start: at, end };
        return [
          {
            ...range,
            right: `“${project.short}”属于${right?.name ?? ''}（${right?.label ?? label}）`,
            written: right?.label ?? label,
          },
        ];
      });
    });
  }

  return (text: string): Misplaced[] => {
    if (NOT_IN_SECTION.test(text)) return [];
    const mentions = mentionsIn(text);
    return [...inSections(text), ...absentParts(text), ...numbered(text, mentions), ...inFields(text, mentions)];
  };
}

/** What stands in which annex, section, item and field of the document, where a sentence says another one. */
export const whereabouts: PlanRule = ({ programme }) => {
  const inAnnexes = annexReader(programme);
  const inSections = sectionReader(programme);
  const inHalves = halfReader(programme);
  const inItems = itemReader(programme);
  const inRows = rowReader(programme);
  const inNotes = notesReader(programme);
  const { withoutTitles } = aboutReader(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) =>
      sentencesIn(source.text).flatMap(({ start, text }): ProseFinding[] => {
        const sentence = text.slice(0, 600);
        // Another document has annexes and parts of its own.
        if (withoutTitles(sentence).another || OTHER_DOCUMENT.test(sentence)) return [];
        return [
          ...inAnnexes(sentence),
          ...inSections(sentence),
          ...inHalves(sentence),
          ...inRows(sentence),
          ...inItems(sentence),
          ...inNotes(sentence),
        ].map((found): ProseFinding => {
          const range = { start: found.start + start, end: found.end + start };
          return {
            ...{ block, ...range },
            severity: source.quoted ? 'warning' : 'error',
            code: 'document-whereabouts',
            what: '这里写的出处和通知对不上',
            found: `“${source.text.slice(range.start, range.end)}”`,
            expected: found.right,
            written: found.written,
            mend: '照通知改第几部分、第几项、附件几；说的是别的文件，写出它的名字。',
          };
        });
      }),
    );
};
