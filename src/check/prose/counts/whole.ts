import type { Programme } from '#domain/programme/programme.ts';
import type { ProseFinding } from '../prose.ts';
import type { claimReader } from './cues.ts';
import { projectCounts } from './projects.ts';
import { type NamedPairing, namedIn } from './scope.ts';
import { type CountedThing, countFinding } from './sentences.ts';
import { fieldsEndingIn, type ThingKind, thingsOf } from './things.ts';
import { MEASURE, NUMBER_WORD } from './words.ts';

const WHAT: Readonly<Record<ThingKind, string>> = {
  cities: '城市的个数和通知不同',
  counties: '县的个数和通知不同',
  townships: '乡镇的个数和通知不同',
  projects: '项目的个数和通知不同',
  tasks: '任务的个数和通知不同',
  lines: '任务行的个数和通知不同',
  fields: '工作方面的个数和通知不同',
  annexes: '附件的个数和通知不同',
};
const COMPOUND_BEFORE = new RegExp(`${NUMBER_WORD}${MEASURE}?(?:市|县)[、，和与]?$`, 'u');
const COMPOUND_AFTER = new RegExp(`^[、，和与]?${NUMBER_WORD}${MEASURE}?(?:县|乡镇|个乡镇)`, 'u');
const KINDS_OF_PROJECT: ReadonlySet<ThingKind> = new Set(['projects', 'tasks', 'lines']);
/** 三个方面的要求: not the fields of work. */
const OTHER_FIELDS = /^的(?!工作|项目|内容|行动|任务|安排|援)/u;
const SHARE = 0.9;
const BETWEEN = /^(?:的?团委)?(?:（[^）]{0,40}）)?[、，和与及对同]{1,2}$/u;

/** Judges a count that may speak of the whole programme. */
export function wholeJudge(
  programme: Programme,
  pairings: readonly NamedPairing[],
  claims: ReturnType<typeof claimReader>,
) {
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
    if (kind === 'fields' && (OTHER_FIELDS.test(after) || !claims.ofDocument(sentence.text))) return [];
    // The annexes that are counted name no document themselves: a letter may have some.
    if (kind === 'annexes' && !claims.ofDocument(withoutNoun(thing))) return [];
    if (counts.includes(count.value)) return [];

    const compound = noun.bare && (COMPOUND_BEFORE.test(before) || COMPOUND_AFTER.test(after));
    if (noun.bare && compound && belowBoth(thing, truth)) return [];
    const claim = claims.claimOf(before, clause, after, sentence.text, noun);
    const close = count.value > truth || count.value >= truth * SHARE;
    const chained = besideRight(thing, all) && (claims.topical(sentence.text) || rightIn(all) > 1);
    const sure =
      claim === 'whole' || chained || (claim === 'related' && close) || (compound && claims.topical(sentence.text));
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
        { severity: sure ? 'error' : 'warning', what: WHAT[kind], expected: right, written },
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
