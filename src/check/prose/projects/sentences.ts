import type { Programme } from '#domain/programme/programme.ts';
import { type NumberWord, programmeNumbers } from '../../text/numbers.ts';
import { isProved } from '../counts/words.ts';
import type { ProseBlock } from '../prose.ts';
import { mentionsFor } from './about.ts';
import { type Executors, executorReader } from './executors.ts';
import { knownLines, type LineKnown } from './known.ts';
import { clauseWords, mentionFinder } from './names.ts';
import { meant } from './nouns.ts';
import { isOfPaper, type Surroundings, statementAround, statesNothing } from './signs.ts';
import { comparesSources, type Source, saidIn, sourceOf, withoutOtherSources } from './sources.ts';
import { type Said, subjectReader } from './subjects.ts';
import { namesOtherTime, type Time, timeOf } from './time.ts';

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
  /** A county in its clause. */
  readonly countyNamed: boolean;
  /** All lines that the sentence names. */
  readonly named: readonly LineKnown[];
  /** Where the sentence says that the number stands. */
  readonly source: Source;
}

/** Sentences with more numbers are tables without lines: they are not read. */
const MOST = 60;

const TOTAL = /(?:共(?!青团|同|产|享|识|商)|合计|总计|总共|总数|总人数|总额|加起来)[^，。；\d]{0,12}$/u;
const PAUSES = /[。！？!?；;：:\n]|(?<!\d)[，,]|[，,](?!\d{3}(?!\d))|——/gu;
/** The clause around a place of a sentence. */
function clauseAround(sentence: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const { index, 0: mark } of sentence.matchAll(PAUSES)) {
    if (index >= at) return { start, end: index };
    start = index + mark.length;
  }
  return { start, end: sentence.length };
}

/** Prepares what is needed to read the numbers of a block: names, executors, values. */
export function claimReader(programme: Programme) {
  const find = mentionFinder(programme);
  const read = programmeNumbers(programme);
  const executors = executorReader(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));

  const isOneProject = (ids: readonly string[]) => new Set(ids.map((id) => lines.get(id)?.project.id)).size === 1;
  const priced = [...lines].flatMap(([id, { cost }]) => (cost ? [id] : []));
  const subjects = subjectReader(find, isOneProject, executors.city, priced, clauseWords(programme));

  /** The numbers of one sentence. */
  function claims(
    { text: masked, start: offset, before: earlier, mentions }: Said,
    source: ProseBlock,
    cityNear: boolean,
  ): Claim[] {
    const named = mentions.flatMap((m) => m.lines);
    const text = hidden(masked);
    // 两处不一致: what each of the two says can be wrong all the same.
    const compared = comparesSources(text);
    const stated = compared ? text.replaceAll(/不一致|出入/gu, '') : text;
    if (named.length === 0) return [];
    const numbers = read(text);
    const nearBefore = executors.only(earlier);
    return (numbers.length > MOST ? [] : numbers).flatMap((plain): Claim[] => {
      const number = inRange(meant(plain, text), text, numbers);
      if (!number) return [];
      if (number.ordinal || isProved(source, { start: plain.start + offset, end: plain.end + offset })) return [];
      if (isIdiom(text, plain) || statesNothing(stated, number.start)) return [];
      if (namesOtherTime(statementAround(text, number.start), years, issued)) return [];
      const around = clauseAround(text, number.start);
      const group = mentionsFor(mentions, number, around, { text, read }).flatMap((m) => m.lines);
      const from = sourceOf(text, number);
      const said = (ids: readonly string[]) =>
        [...new Set(ids)].flatMap((id) => lines.get(id) ?? []).map((k) => saidIn(k, from));
      const known = said(group);
      if (known.length === 0 || (stated !== text && from.kind === 'open')) return [];
      const clauseBefore = text.slice(around.start, number.start);
      const clauseAfter = text.slice(number.end + number.unit.length, around.end).replace(/^之间/u, '');
      const before = text.slice(0, number.start);
      const total = TOTAL.test(clauseBefore);
      // 2019年1个，2020年1个，共2个: behind other numbers a total may be of all of them.
      const parts = total ? numbers.findLast((n) => n.unit === plain.unit && n.end <= plain.start) : undefined;
      const reach = withoutOtherSources(before).slice(parts ? parts.end : 0);
      const near = executors.read(reach.slice(reach.lastIndexOf('；') + 1));
      const scope = parts && near.kind === 'open' ? executors.only(before.slice(before.lastIndexOf('；') + 1)) : near;
      return [
        {
          ...{ number, lines: known, clauseBefore, clauseAfter, before, total, sentence: text, offset },
          ofPaper: isOfPaper(text, number.start),
          time: sharedOut(timeOf(reach, clauseAfter, { total, unit: number.unit, read }, years), scope, reach),
          executors: {
            ...scope,
            carried: executors.read(clauseBefore).kind === 'open',
            ...(scope.kind === 'open' && nearBefore.kind !== 'open' ? { near: nearBefore.who } : {}),
          },
          clause: text.slice(around.start, around.end).replaceAll(executors.city, '＃'),
          cityNamed: cityNear,
          countyNamed: executors.county.test(text.slice(around.start, around.end)),
          named: said(named),
          source: from,
        },
      ];
    });
  }
  return { claims, executors, find, lines, read, subjects };
}

/** 四市两年各一个: it is the cities that share, not the years. */
const sharedOut = (time: Time, { kind }: Executors, reach: string): Time =>
  kind === 'each' && time.kind === 'each' && !/每年|[每一]个?年度?|逐年|年年/u.test(reach)
    ? { ...time, kind: 'some' }
    : time;

/** Long titles of papers hold years and numbers of their own. */
const hidden = (text: string) => text.replaceAll(/《[^》]{12,}》/gu, (title) => '○'.repeat(title.length));
/** 一个都不能少, 一个不落. */
const isIdiom = (text: string, { value, end, unit }: NumberWord) =>
  value === 1 && /^(?:也|都)?(?:不|没|别|未)/u.test(text.slice(end + unit.length));
const DASH = /^(?:[人名个万元天])*[—–~～至到-]{1,2}$/u;
/** 60—80人: at least the first and at most the second; null where the unit says that it is no quantity. */
function inRange(number: NumberWord, text: string, all: readonly NumberWord[]): NumberWord | null {
  const at = all.findIndex(({ start }) => start === number.start);
  const [before, next] = [all[at - 1], all[at + 1]];
  const joins = (a: NumberWord | undefined, b: NumberWord | undefined) =>
    a !== undefined && b !== undefined && DASH.test(text.slice(a.end, b.start));
  const [first, last] = [joins(number, next), joins(before, number)];
  if (!first && !last) return number;
  const unit = first ? (next?.unit ?? '') : number.unit;
  if (!/^[人名个]$|元$/u.test(unit) || number.ordinal) return null;
  const end = first && next ? next.end : number.end;
  return { ...number, end, unit, approximate: true, bound: first ? 'least' : 'most' };
}

export type ClaimReader = ReturnType<typeof claimReader>;
