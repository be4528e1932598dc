import { clausesIn } from '../../text/sentences.ts';
import type { Mention } from '../projects/names.ts';
import type { Range } from '../prose.ts';
import type { DepartmentMention } from './department-names.ts';

/** What a department is said to do in a project. */
export type Duty = 'lead' | 'partner' | 'responsible';

/** A sentence says of departments that they have a duty in some projects. */
export interface Claim {
  readonly departments: readonly DepartmentMention[];
  readonly duty: Duty;
  /** Where its projects are named: before or behind it; empty where the sentence names none. */
  readonly projects: readonly Mention[];
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
  '(?:里|中|一栏|，附件\\d(?:里|中)?|，方案|，通知|，正文)?(?:则|都|就|还|仍|也|应该?|应当|另|才|只)?(?:是|为|有|写的是|写着|写作|写了|列的是|列着|包括|定为|叫|一栏(?:里)?(?:写的)?是|一栏(?:里)?写着|：|:|——|（|\\()+(?:由)?';
const BODY = '(?:部门|单位|部室|处室|方)';
/** Behind departments; before them. Each with what it says of them. */
const BEHIND: readonly (readonly [RegExp, Duty])[] = [
  [
    /^(?:等)?(?:这)?(?:[一二两三四五六七八九十\d]个?)?(?:部门|单位)?(?:来|共同|联合|一起|一道|分别|各自|总)*(?:牵(?:的|了)?头|主抓|主管|领头|打头|挂帅)/u,
    'lead',
  ],
  [/^(?:是|为|就是|仍是|也是|作为)[^，。；]{0,24}牵头(?:部门|单位|部室|方)/u, 'lead'],
  [/^，?(?:由|都由|就由)?(?:他们|它们?|该部|这个部门|那边)(?:来)?(?:牵头|领头)/u, 'lead'],
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
function projectsFor(row: Range, text: string, rows: readonly (Range & { items: Mention[] })[]): readonly Mention[] {
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
export function claimsIn(
  text: string,
  departments: readonly DepartmentMention[],
  projects: readonly Mention[],
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
      const [named] = projects.filter((p) => p.start >= row.end).slice(-1);
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
