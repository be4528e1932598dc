import type { Programme } from '#domain/programme/programme.ts';
import type { Line, Project } from '#domain/programme/project.ts';
import { Beginnings, LongBeginnings } from '../../text/beginnings.ts';
import { CharacterSet, WHITE_SPACE } from '../../text/character-set.ts';
import { keptByText } from '../../text/kept-by-text.ts';
import { oncePer } from '../../text/once-per.ts';
import { stemOf } from '../../text/place-names.ts';
import { PROVINCE } from '../../text/provinces.ts';
import type { Range } from '../prose.ts';

/** A place of a text where a project or a line is named. */
export interface ProjectMention extends Range {
  /** Ids of the lines that bear the name: all lines of a project that is named as a whole. */
  readonly lines: readonly string[];
}

/** Marks that a name may be written with or without. */
const MARKS = new CharacterSet(`“”"「」『』‘’《》·・${WHITE_SPACE}`);
/** A letter that stands for a letter of a name: no rule takes it for a word. */
export const MASK = '＊';

const bare = (name: string) => [...name].filter((c) => !MARKS.has(c)).join('');
/** 团（队）干部 is also called 团干部 and 团队干部. */
const withoutBrackets = (name: string) => [name, name.replaceAll(/（[^）]*）/gu, ''), name.replaceAll(/[（）]/gu, '')];
/** 某省——某市某某项目 is called 某某. */
function core(title: string, places: readonly string[]): string {
  let name = title.replace(/^[^—]*——/u, '').replace(/项目$/u, '');
  for (const place of places) if (name.startsWith(place)) name = name.slice(place.length);
  return name.replace(/专项$/u, '');
}

/** 每年建设8个队室: what is counted there stands for the line. */
function countedThings(line: Line): string[] {
  const quotes = (line.text_targets ?? []).map((t) => t.quote);
  return quotes.flatMap((quote) => /\d(?:个|所|间|处)(\p{Script=Han}{2,8})$/u.exec(quote)?.[1] ?? []);
}

const namesOfLine = (line: Line, rowName: string | undefined) => [
  ...[line.title, line.short, ...countedThings(line)],
  ...(rowName ? [rowName] : []),
];

/** All names with the lines they stand for. */
export function namesOf({ projects, places, targetTables }: Programme): Map<string, readonly string[]> {
  const regions = [...places.values()].map((p) => p.name);
  const names = new Map<string, readonly string[]>();
  const add = (name: string, lines: readonly string[]) => {
    for (const form of withoutBrackets(name).map(bare)) if (form.length > 1 && !names.has(form)) names.set(form, lines);
  };
  for (const project of projects) {
    for (const line of project.lines) {
      const row = targetTables.flatMap((t) => t.rows).find((r) => r.line === line.id);
      for (const name of namesOfLine(line, row?.name)) add(name, [line.id]);
    }
  }
  for (const project of projects) {
    const ids = project.lines.map((l) => l.id);
    for (const name of [project.short, ...(project.aliases ?? []), project.title, core(project.title, regions)])
      add(name, ids);
  }
  return names;
}

/** A text without such marks, and of each of its characters where it stood; most texts have none. */
function withoutMarks(text: string): { plain: string; at: (place: number) => number } {
  if (MARKS.firstIn(text) === text.length) return { plain: text, at: (place) => place };
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (!MARKS.isAt(text, i)) places.push(i);
  return { plain: places.map((i) => text.charAt(i)).join(''), at: (place) => places[place] ?? text.length };
}

/** Words for the plan itself. */
const OF_ANY_PLAN = /计划|方案|任务/u;

/** The first and the last characters of a name, of which a short word for its project may be made. */
const endsOf = (name: string) => {
  const whole = bare(name);
  return [2, ...(whole.length > 4 ? [3] : [])].flatMap((n) => [whole.slice(0, n), whole.slice(-n)]);
};

/**
 * Half a name, as people say it: 挂职, 书信, 培训. Of a project's short name, its deed and the last of its aliases those
 * ends that stand nowhere else in the programme. They are ordinary words too: they mean the project only where the words
 * beside them say so.
 */
function looseNames({ projects, places, departments, passages }: Programme): Map<string, readonly string[]> {
  const wordsOf = (project: Project) =>
    [
      ...[project.title, project.short, project.deed ?? '', ...(project.aliases ?? [])],
      ...[...project.lines.flatMap((line) => [line.title, line.short]), passages.get(project.clause)?.text ?? ''],
    ].join('\n');
  const others = [...[...places.values()].map(({ name }) => name), ...departments.map(({ name }) => name)].join('\n');
  const words = projects.map((project) => ({ project, words: wordsOf(project) }));
  return new Map(
    projects.flatMap((project) => {
      const elsewhere = [others, ...words.flatMap((one) => (one.project === project ? [] : [one.words]))].join('\n');
      const own = (words: readonly string[], lines: readonly Line[]) =>
        words
          .filter((word) => word.length > 1 && !elsewhere.includes(word) && !OF_ANY_PLAN.test(word))
          .map((word) => [word, lines.map(({ id }) => id)] as const);
      const long = (project.aliases ?? []).filter((name) => bare(name).length > 4).map((name) => bare(name).slice(-3));
      const [only, ...more] = project.lines;
      const ofLines = only && more.length > 0 ? project.lines.flatMap((line) => own(endsOf(line.short), [line])) : [];
      return [...ofLines, ...own([...[project.short, project.deed ?? ''].flatMap(endsOf), ...long], project.lines)];
    }),
  );
}

const AMONG_POSTS = /组长|副书记|兼职/u;
/** Words behind half a name that make it the project: what it has or is in the plan. */
const OF_PROJECT =
  /^[”」』]?(?:(?:这|那|此|每)?一?(?:件事|项|行|栏|格|块|笔|档)|项目|专项|的?(?:\p{Script=Han}{0,2})?(?:人数|名额|指标|钱(?!包)|资金|经费|任务|计划|单价|牵头|配合|责任部|联系部门|事(?=[由归]))|(?:[两三四五六七八九十]|每|各|一)年|[，,]?(?:19|20)\d{2}年|(?:一共|总共|合计|共(?!青|同|享))|(?:由|归)(?=\p{Script=Han}{2,8}[部办委])|[，,]?(?:正文|附件|方案|任务表))/u;
/** Words before it that do. */
const IN_PLAN =
  /(?:正文|附件\d?|附表|任务表|方案|通知|计划|文件)(?:里面|里头|里|中|上|内)?(?:的|把|将|给|，|说|写|规定|安排|列的?)?[“「『]?$|(?:牵头|配合|主抓|负责)(?:的)?[“「『]?$|(?:19|20)\d{2}年的?$/u;
/** 做了培训: what somebody did. */
const DONE_BEFORE = /[了过搞做场次期]$/u;
/** All years of the plan, or each of them: 两年算下来, 每年. */
const OF_YEARS = /每年|[两三四五]年(?:算下来|下来|一共|总共|合计|共(?!青|同)|里|间)/u;
/** The text speaks of the plan itself. */
const OF_DOCUMENT =
  /方案|通知|文件|附件|任务表|正文|名额|(?:每|各|[两三四五])[座个]?市(?:级团委)?(?:每年|两年)|(?<![大小])[两三四五六]市|计划/u;
/** 培训和挂职, 培训40人，挂职8人. */
const JOINED = /^[”」』]?(?:(?:\d{1,4}[人名位个]?)?[、，]|和|与|及|加上?|同|跟)[“「『]?$/u;

/** Finds every name in a text, the longest where several begin at one place; quotation marks inside do not matter. */
export const mentionFinder = oncePer((programme) => {
  const names = namesOf(programme);
  const roster = programme.clauses.flatMap(({ role, text }) => (role === 'roster' ? [text] : [])).join('\n');
  const ofPosts = finderOf(new Map([...names].filter(([name]) => !roster.includes(name))));
  const anyName = finderOf(names);
  // 挂职 is a post too: among those who hold posts it is no project.
  const strong = (text: string) => (AMONG_POSTS.test(text) ? ofPosts : anyName)(text);
  // 到某地挂职: from one end of the programme to the other.
  const { site, places } = programme;
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const ends = [site.from, site.to, site.to.replace(stemOf(region), ''), stemOf(region)].filter((end) => end !== '');
  const moved = new RegExp(`[到来赴去进](?:${ends.map((end) => RegExp.escape(end)).join('|')}|${PROVINCE})$`, 'u');
  const loose = finderOf(new Map([...looseNames(programme)].filter(([word]) => !names.has(word))));
  return keptByText((text): readonly ProjectMention[] => {
    const own = strong(text);
    const perhaps = loose(text).filter(({ start, end }) => !own.some((one) => one.start < end && start < one.end));
    if (perhaps.length === 0) return own;
    // Of a text that names no project, the only one, or the one with which it begins, where it speaks of the plan.
    const isAlone = own.length === 0 && OF_DOCUMENT.test(text);
    const isOne = isAlone && new Set(perhaps.map(({ lines }) => lines.join(' '))).size === 1;
    const alone = isOne ? text.length : isAlone ? (/^[^，；。]*/u.exec(text)?.[0].length ?? 0) : 0;
    const isOfYears = own.length === 0 && OF_YEARS.test(text);
    const meant = perhaps.filter(
      ({ start, end }) =>
        (end <= alone && !DONE_BEFORE.test(text.slice(0, start))) ||
        (isOfYears && moved.test(text.slice(0, start))) ||
        OF_PROJECT.test(text.slice(end, end + 16)) ||
        IN_PLAN.test(text.slice(0, start)),
    );
    const all = [...own, ...perhaps].toSorted((a, b) => a.start - b.start);
    // 培训和挂职: beside a name.
    const isNamed = (one: ProjectMention | undefined) =>
      one !== undefined && (own.includes(one) || meant.includes(one));
    const joined = (a: ProjectMention | undefined, b: ProjectMention | undefined) =>
      a !== undefined && b !== undefined && JOINED.test(text.slice(a.end, b.start));
    return all.filter(
      (one, i) =>
        isNamed(one) ||
        (joined(all[i - 1], one) && isNamed(all[i - 1])) ||
        (joined(one, all[i + 1]) && isNamed(all[i + 1])),
    );
  });
});

/** Finds the longest of some names at each place of a text. */
function finderOf(names: ReadonlyMap<string, readonly string[]>) {
  const byFirst = Map.groupBy(
    [...names.keys()].toSorted((a, b) => b.length - a.length),
    (name) => name.charCodeAt(0),
  );
  const beginnings = new Beginnings(names.keys());
  return (text: string): ProjectMention[] => {
    const { plain, at } = withoutMarks(text);
    const mentions: ProjectMention[] = [];
    for (let i = 0; i < plain.length; ) {
      const name =
        beginnings.mayBeAt(plain, i) && byFirst.get(plain.charCodeAt(i))?.find((n) => plain.startsWith(n, i));
      if (!name) {
        i += 1;
        continue;
      }
      mentions.push({ start: at(i), end: at(i + name.length - 1) + 1, lines: names.get(name) ?? [] });
      i += name.length;
    }
    return mentions;
  };
}

/** The text with every name blotted out, so that no word or numeral inside a name is read. */
export function masked(text: string, mentions: readonly Range[]): string {
  let result = text;
  for (const { start, end } of mentions) result = result.slice(0, start) + MASK.repeat(end - start) + result.slice(end);
  return result;
}

/** So many characters in a row are one clause's alone. */
const RUN = 8;

/** 每年组织某市基层干部、辅导员40人: of which project's clause a sentence has words, though it names no project. */
export function clauseWords({ projects, passages }: Programme): (text: string) => readonly string[] {
  const runs = new Map<string, readonly string[] | null>();
  for (const project of projects) {
    const words = passages.get(project.clause)?.text ?? '';
    const ids = project.lines.map(({ id }) => id);
    for (let i = 0; i + RUN <= words.length; i++) {
      const run = words.slice(i, i + RUN);
      if (!/[\d。（）：]/u.test(run)) runs.set(run, runs.has(run) && runs.get(run) !== ids ? null : ids);
    }
  }
  const beginnings = new LongBeginnings(runs.keys());
  return (text) => {
    const found = new Set<readonly string[]>();
    for (let i = 0; i + RUN <= text.length; i++) {
      const ids = beginnings.mayBeAt(text, i) ? runs.get(text.slice(i, i + RUN)) : undefined;
      if (ids) found.add(ids);
    }
    const [only, ...others] = found;
    return only && others.length === 0 ? only : [];
  };
}
