import type { Programme } from '../programme.ts';
import { isProved } from './counts-words.ts';
import { type NumberWord, numbersIn } from './numbers.ts';
import { executorReader, type Executors } from './project-executors.ts';
import { knownLines, type LineKnown } from './project-known.ts';
import { type Mention, masked, mentionFinder } from './project-names.ts';
import { meant } from './project-nouns.ts';
import { statesNothing, type Surroundings } from './project-signs.ts';
import { namesOtherTime, narrow, type Time, timeOf } from './project-time.ts';
import type { ProseBlock } from './prose.ts';
import { sentencesIn } from './sentences.ts';

/** A number in a sentence that speaks of one line or of a few. */
export interface Claim extends Surroundings {
  readonly number: NumberWord;
  readonly lines: readonly LineKnown[];
  readonly time: Time;
  readonly executors: Executors;
  /** 共, 合计 before it. */
  readonly total: boolean;
  /** The clause with names blotted out; the sentence likewise. */
  readonly clause: string;
  readonly sentence: string;
  /** Where the sentence begins in its block. */
  readonly offset: number;
  readonly cityNamed: boolean;
}

const TOTAL = /(?:共(?!青团|同|产|享|识|商)|合计|总计|总共|总数|总人数|总额|加起来)[^，。；\d]{0,12}$/u;
const PAUSES = /[。！？!?；;：:\n]|[，,](?!\d{3})|——/gu;
/** The beginnings of a sentence that goes on about what the one before named. */
const GOES_ON =
  /^[\s“]*(?:其中|该项目|该活动|该计划|这一?个?项目|这一?项|此项|项目|活动|本项目|每[人年名位个]|人均|两年|两个年度|为期|按计划|按照计划|计划|方案|通知|附件|补助|标准|它|(?:19|20)\d{2}年|四市|各市)/u;

/** The clause around a place of a sentence. */
function clauseAround(sentence: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const { index, 0: mark } of sentence.matchAll(PAUSES)) {
    if (index >= at) return { start, end: index };
    start = index + mark.length;
  }
  return { start, end: sentence.length };
}

/** Names joined by 、和与及 belong together. */
function jointGroup(mentions: readonly Mention[], at: number, text: string): Mention[] {
  const joined = (a: Mention, b: Mention) => /^[”」』]?[、和与及]?[“「『]?$/u.test(text.slice(a.end, b.start));
  let [from, to] = [at, at];
  for (let i = at; i > 0; i--) {
    const [a, b] = [mentions[i - 1], mentions[i]];
    if (!a || !b || !joined(a, b)) break;
    from = i - 1;
  }
  for (let i = at; i + 1 < mentions.length; i++) {
    const [a, b] = [mentions[i], mentions[i + 1]];
    if (!a || !b || !joined(a, b)) break;
    to = i + 1;
  }
  return mentions.slice(from, to + 1);
}

/** 某行某项目: of a line and its project named side by side the line is meant. */
function narrowerBefore(mentions: readonly Mention[], at: number): Mention | null {
  const [line, project] = [mentions[at - 1], mentions[at]];
  if (!line || !project || project.start - line.end > 2 || line.lines.length >= project.lines.length) return null;
  return line.lines.every((id) => project.lines.includes(id)) ? line : null;
}

/** 分别: the first number is for the first name, the second for the second. */
function inTurn(group: readonly Mention[], number: NumberWord, text: string): readonly Mention[] {
  const apart = text.lastIndexOf('分别', number.start);
  const last = group.at(-1);
  if (group.length < 2 || apart < 0 || !last || last.end > number.start) return group;
  const before = numbersIn(text.slice(last.end, number.start)).filter((n) => n.unit === number.unit);
  const own = group[before.length];
  return own ? [own] : group;
}

/** Which names a number is about: the one before it in its clause, behind it there, or the last one before. */
function namedFor(mentions: readonly Mention[], number: NumberWord, clause: { start: number; end: number }, text: string) {
  const before = mentions.findLastIndex((m) => m.end <= number.start);
  const inClause = (m: Mention | undefined) => m !== undefined && m.start >= clause.start && m.start < clause.end;
  const narrower = narrowerBefore(mentions, before);
  if (narrower) return [narrower];
  if (inClause(mentions[before])) return jointGroup(mentions, before, text);
  const behind = mentions.findIndex((m) => m.start >= number.end);
  if (inClause(mentions[behind])) return jointGroup(mentions, behind, text);
  if (before >= 0) return jointGroup(mentions, before, text);
  // 每年选派10人、每人服务10天，这是……: only where one thing alone is named.
  return behind >= 0 && new Set(mentions.flatMap((m) => m.lines)).size === 1 ? mentions : [];
}

/** Prepares what is needed to read the numbers of a block: names, executors, values. */
export function claimReader(programme: Programme) {
  const find = mentionFinder(programme);
  const executors = executorReader(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));

  function inSentence(raw: string, offset: number, source: ProseBlock, carried: readonly string[], cityNear: boolean) {
    const mentions = find(raw);
    const own = mentions.flatMap((m) => m.lines);
    const named = own.length > 0 || !GOES_ON.test(raw) ? own : carried;
    const text = hidden(masked(raw, mentions));
    if (named.length === 0 || statesNothing(text) || namesOtherTime(text, years, issued)) return { named: own, claims: [] };
    const claims = numbersIn(text).flatMap((plain): Claim[] => {
      const number = meant(plain, text);
      if (number.ordinal || isProved(source, { start: plain.start + offset, end: plain.end + offset })) return [];
      if (isInRange(text, plain)) return [];
      const around = clauseAround(text, number.start);
      const about = own.length > 0 ? inTurn(namedFor(mentions, number, around, text), number, text) : [];
      const group = own.length > 0 ? about.flatMap((m) => m.lines) : named;
      const known = [...new Set(group)].flatMap((id) => lines.get(id) ?? []);
      if (known.length === 0) return [];
      const clauseBefore = text.slice(around.start, number.start);
      const clauseAfter = text.slice(number.end + number.unit.length, around.end);
      const before = text.slice(0, number.start);
      const total = TOTAL.test(clauseBefore);
      const scope = executors.read(before.slice(before.lastIndexOf('；') + 1));
      return [
        {
          ...{ number, lines: known, clauseBefore, clauseAfter, before, total, sentence: text, offset },
          time: timeOf(before, clauseAfter, { total, unit: number.unit }, years),
          executors: scope,
          clause: text.slice(around.start, around.end).replaceAll(executors.city, '＃'),
          cityNamed: cityNear,
        },
      ];
    });
    return { named: own, claims };
  }

  function claims(source: ProseBlock, cityNear: boolean): Claim[] {
    const text = narrow(source.text);
    let carried: readonly string[] = [];
    return sentencesIn(text).flatMap(({ start, end }) => {
      const raw = text.slice(start, end);
      if (raw.length > 2000) return [];
      const { named, claims: found } = inSentence(raw, start, source, carried, cityNear);
      if (named.length > 0) carried = new Set(named).size === 1 || isOneProject(named) ? named : [];
      return found;
    });
  }
  const isOneProject = (ids: readonly string[]) => new Set(ids.map((id) => lines.get(id)?.project.id)).size === 1;
  return { claims, executors, find, lines };
}

/** Long titles of papers hold years and numbers of their own. */
const hidden = (text: string) => text.replaceAll(/《[^》]{12,}》/gu, (title) => '○'.repeat(title.length));
const isInRange = (text: string, { start, end }: NumberWord) =>
  /[\d一二三四五六七八九十][人名个万元天]*[—–~～至到-]{1,2}$/u.test(text.slice(Math.max(0, start - 8), start)) ||
  /^[人名个万元天]*[—–~～至到-]{1,2}[\d一二三四五六七八九十]/u.test(text.slice(end, end + 6));

export type ClaimReader = ReturnType<typeof claimReader>;
