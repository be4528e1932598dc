import type { Programme } from '#domain/programme/programme.ts';
import { literal } from '../counts/scope.ts';
import { mentionFinder } from '../projects/names.ts';
import type { Range } from '../prose.ts';

/** Something said to stand in a part of the document in which it does not stand. */
export interface Misplaced extends Range {
  readonly right: string;
  readonly written: string;
}

const NUMERALS = '一二三四五六七八九';
const IN =
  '(?:(?:都|也|全|则|还|就|一并|另|分别)?(?:列|写|放|载|附|印|收|记|出现|排|登|安排)?(?:在|见于?|于|是|为|查|看|详见|参见|请看|(?:要|得|可以?|请|去)?翻到?|(?:要|得|可以?|请|去)(?:看|查|找)|出自)(?:了|这份|本|该)?(?:通知|方案|文件)?(?:的|里的|后面的)?)';
const HOLDS =
  '(?:里面|里|中|上)?(?:的内容|的标题|讲|就|则)?(?:是|为|列的是|列出的?是|写的是|放的是|收的是|印的是|讲的是|列着|列出了?|写着|就是|即|（|：|列有|收录了?|是一份|是一张)(?:了)?(?:一份|一张|整个|全部|各市?的?|全部的)?';
const DENIED = /不在|不是|没有|并非|而非|不见|未列|没列|误|(?<![翻查看找记弄])错/u;

/** What the annexes hold, and sentences that look for it in another one. */
export function annexReader(programme: Programme) {
  const { tables, targetTables, lines, site, projects, passages } = programme;
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((line) => [line.id, p])));
  const mentionsIn = mentionFinder(programme);
  const topics = tables.map((table) => {
    if (table.kind === 'pairings') {
      const words =
        '(?:结对的?|受援的?|\\d+个|[一二三四五六七八九十]+个)?乡镇的?(?:名单|情况表|清单|名字|名称)|结对(?:的)?(?:名单|关系|情况表?|表)|(?:哪些|哪个)乡镇';
      return { table, words };
    }
    const own = table.years.every((y) => y.executors.every((e) => e.id === site.own_level.id));
    const who = own
      ? `(?:${literal(site.own_level.name)}|团?省委?本级|省级)`
      : '(?:市级团委|各?团市委|[四4]个?(?:市|城市)(?:级?团委)?|四市)';
    return { table, words: `${who}的?(?:工作)?任务(?:表|分配表|安排)?` };
  });
  const annex = '附件(?<no>[一二三四五六七八九\\d])';
  const patterns = topics.map(({ table, words }) => ({
    table,
    found: new RegExp(
      `(?:${words})[^，。；！？附]{0,8}?${IN}${annex}|${annex.replace('no', 'no2')}${HOLDS}[^，。；！？附]{0,8}?(?:${words})`,
      'gu',
    ),
  }));
  const labelOf = (no: string) => `附件${NUMERALS.includes(no) ? NUMERALS.indexOf(no) + 1 : no}`;
  const tableOfLine = (line: string) => targetTables.filter((t) => t.rows.some((row) => row.line === line));
  const [at, after] = [
    new RegExp(
      `^(?:[^，。；”]{0,3}”)?(?:(?:项目|一行|这一行|一项|(?:的)?(?:任务|钱|金额|人数|数|计划|名额|时间|指标)+)?${IN}|[^，。；]{0,8}，(?:请|可|要|详)?(?:看|见|查|参见|翻到?|去)(?:一下)?)${annex}`,
      'u',
    ),
    new RegExp(`${annex}(?:${HOLDS}|(?:里|中)的|的)[^，。；！？]{0,4}$`, 'u'),
  ];

  /** A line that no annex has, said to have a row in one. */
  const withoutRow = (text: string, label: string, { start, end }: Range, id: string): Misplaced[] => {
    const table = targetTables.find((t) => t.label === label);
    const clause = /^[^，。；！？]{0,30}/u.exec(text.slice(end))?.[0] ?? '';
    if (!table || !/一行|列|排|写|有数|安排|承担|任务/u.test(text.slice(Math.max(0, start - 12), start) + clause))
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

  return (text: string): Misplaced[] => {
    if (!/附件[一二三四五六七八九\d]/u.test(text) || DENIED.test(text)) return [];
    const byTopic = patterns.flatMap(({ table, found }) =>
      [...text.matchAll(found)].flatMap(({ index, 0: words, groups }): Misplaced[] => {
        const label = labelOf(groups?.['no'] ?? groups?.['no2'] ?? '');
        if (label === table.label || !tables.some((t) => t.label === label)) return [];
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
    return [...byTopic, ...byLine];
  };
}
