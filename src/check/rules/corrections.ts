import {
  CORRECTED,
  type Correction,
  correctionsOf,
  subjectOf,
  type WrittenCorrection,
} from '#domain/corrections/correction.ts';
import { type FrozenData, isValue, saidValue } from '#domain/data-releases/data-release.ts';
import { type Unexplained, unexplainedSince } from '#domain/data-releases/unexplained.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { didYouMean, listed } from '#domain/search/nearest.ts';
import { type DataPath, type Finding, finding, type Statement, shown } from '../finding.ts';
import type { Draft } from './draft.ts';
import { idMend, type NamedThings, namedThings } from './named-things.ts';

export const CORRECTIONS_FILE = 'corrections.yaml';

/** An entry that has come, with its place in the file. */
interface Entry {
  readonly at: number;
  readonly entry: WrittenCorrection;
}

const told = (path: DataPath, statement: Statement) => finding({ file: CORRECTIONS_FILE, path, ...statement });

/** What is wrong with an entry by itself, whatever the rest of the content says. */
function own({ at, entry }: Entry): Finding[] {
  const named = CORRECTED.filter((of) => entry[of] !== undefined);
  const [first, second] = named;
  const findings: Finding[] = [];
  if (first === undefined || second !== undefined) {
    findings.push(
      told([at], {
        code: 'correction-subject',
        what: '一项更正只更正一样东西',
        now: first === undefined ? '没有写更正的是什么' : `写了 ${named.join('、')}`,
        should: `写 ${CORRECTED.join('、')} 中的一个`,
        mend: '更正一个数写 fact，地方写 place，项目写 project；几样的，分成几项。稿件的更正写在那篇稿件自己的 corrections 里。',
      }),
    );
  }
  if ((entry.now === undefined) === (entry.gone === undefined)) {
    findings.push(
      told([at], {
        code: 'correction-ending',
        what: 'now 和 gone 写一个',
        now: entry.now === undefined ? '都没有写' : '都写了',
        should: '写改成了什么，或者“gone: true”',
        mend: '还有这个数的，写 now；这个数不再有了的，写 gone: true，不写 now。',
      }),
    );
  }
  if (entry.gone !== undefined && entry.fact === undefined && first !== undefined) {
    findings.push(
      told([at, 'gone'], {
        code: 'correction-ending',
        what: 'gone 只用在数上',
        now: `更正的是 ${first}`,
        should: '写 now',
        mend: '写改成了什么。',
      }),
    );
  }
  if (entry.now !== undefined && String(entry.was).trim() === String(entry.now).trim()) {
    findings.push(
      told([at, 'now'], {
        code: 'correction-no-change',
        what: '改前改后一样',
        now: `两处都是${shown(entry.now)}`,
        should: '不一样',
        mend: 'was 写原来的，now 写现在的；没有改，就删掉这一项。',
      }),
    );
  }
  return findings;
}

/** Entries that say the same twice. */
function twice(entries: readonly Entry[]): Finding[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ at, entry }) => {
    const { why: _, source: __, ...same } = entry;
    const key = JSON.stringify(Object.entries(same).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, at);
      return [];
    }
    return [
      told([at], {
        code: 'correction-twice',
        what: '同一项更正写了两次',
        now: `第${earlier + 1}项和第${at + 1}项一样`,
        should: '只写一次',
        mend: '删掉一项。',
      }),
    ];
  });
}

/** Places and projects that are corrected are there. */
function unknownThings(entries: readonly Entry[], draft: Draft, named: () => NamedThings): Finding[] {
  return entries.flatMap(({ at, entry: { place, project } }) => {
    const findings: Finding[] = [];
    if (place !== undefined && draft.knownPlaces && !draft.knownPlaces.has(place)) {
      findings.push(
        told([at, 'place'], {
          code: 'unknown-place',
          what: '没有这个地方',
          found: shown(place),
          expected: 'places.yaml 里有的 id',
          mend: idMend(place, named().place),
        }),
      );
    }
    if (project !== undefined && draft.projectsWhole && !draft.projects.some(({ id }) => id === project)) {
      findings.push(
        told([at, 'project'], {
          code: 'unknown-project',
          what: '没有这个项目',
          found: shown(project),
          expected: 'projects/ 里有的文件名（不带 .yaml）',
          mend: idMend(project, named().project),
        }),
      );
    }
    return findings;
  });
}

/** What corrections say by themselves and of places and projects. An entry that is dated later is not there yet. */
export function correctionEntries(written: readonly WrittenCorrection[], draft: Draft): Finding[] {
  const entries = entriesOf(written, draft.today);
  const things = () => namedThings(draft);
  return [...entries.flatMap(own), ...twice(entries), ...unknownThings(entries, draft, things)];
}

const entriesOf = (written: readonly WrittenCorrection[], today: string): Entry[] =>
  written.flatMap((entry, at) => (entry.date <= today ? [{ at, entry }] : []));

/** What facts, data releases and corrections say against one another is judged by. */
export interface Measured {
  readonly written: readonly WrittenCorrection[];
  /** Facts of the content without samples. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly releases: readonly FrozenData[];
  readonly today: string;
}

/** The entries of one fact, the newest first; of one day those on top. */
function byFact(entries: readonly Entry[]): Map<string, Entry[]> {
  const all = entries.filter(({ entry }) => subjectOf(entry)?.of === 'fact');
  const groups = Map.groupBy(all, ({ entry }) => entry.fact ?? '');
  const newer = (a: Entry, b: Entry) =>
    a.entry.date === b.entry.date ? a.at - b.at : a.entry.date < b.entry.date ? 1 : -1;
  return new Map([...groups].map(([id, own]) => [id, own.toSorted(newer)]));
}

/** Whether a fact may be another later without that a mistake was made: it follows what is reported. */
function followsReports(fact: Fact, facts: ReadonlyMap<string, Fact>, since: string): boolean {
  const { basis } = fact;
  if (basis.kind === 'reported') return basis.date > since;
  if (basis.kind !== 'derived') return false;
  return basis.grows === true || basis.from.some((id) => followsReportsOf(facts.get(id), facts, since));
}
const followsReportsOf = (fact: Fact | undefined, facts: ReadonlyMap<string, Fact>, since: string): boolean =>
  fact !== undefined && followsReports(fact, facts, since);

/** The newest correction of a fact says what the fact says now. */
function ends(id: string, newest: Entry, { facts, releases }: Measured): Finding[] {
  const { at, entry } = newest;
  const fact = facts.get(id);
  const release = releases.at(-1);
  // What came after it is judged by the release that holds it.
  if (release && release.date > entry.date) return [];
  if (!fact) {
    if (entry.gone) return [];
    return [
      told([at, 'now'], {
        code: 'correction-now-differs',
        what: `事实 ${id} 已经没有了`,
        now: `更正说现在是${shown(entry.now)}`,
        should: '“gone: true”',
        mend: '这个数不再有了，就写 gone: true，不写 now；不该没有的，把内容改回来。',
      }),
    ];
  }
  if (entry.gone) {
    return [
      told([at, 'gone'], {
        code: 'correction-now-differs',
        what: `事实 ${id} 还在`,
        now: '写了 gone: true',
        should: `now: ${asYaml(fact.value)}`,
        mend: '还有这个数的，写 now，不写 gone；确实不要了的，先从内容里去掉它。',
      }),
    ];
  }
  if (entry.now === undefined || isValue(entry.now, fact) || followsReports(fact, facts, entry.date)) return [];
  return [
    told([at, 'now'], {
      code: 'correction-now-differs',
      what: `“${fact.label}”更正以后的数和内容里的不一样`,
      now: `更正写${shown(entry.now)}，内容里是“${saidValue(fact)}”`,
      should: '一样',
      mend: '哪一处错了改哪一处；更正以后又改过一次的，在上面再写一项。',
    }),
  ];
}

/** Each correction of a fact begins with what the one before it ended with, where nothing can have grown in between. */
function chain(id: string, own: readonly Entry[], { facts }: Measured): Finding[] {
  const kind = facts.get(id)?.basis.kind;
  if (kind === 'reported' || kind === 'derived') return [];
  return own.flatMap(({ at, entry }, i) => {
    const before = own[i + 1]?.entry;
    if (before?.now === undefined || String(before.now) === String(entry.was)) return [];
    return [
      told([at, 'was'], {
        code: 'correction-chain',
        what: `事实 ${id} 的两次更正接不上`,
        now: `这一项说原来是${shown(entry.was)}，${before.date} 那一项改成了${shown(before.now)}`,
        should: '前一项的 now 就是后一项的 was',
        mend: '改正写错的一项；中间还改过一次的，把那一次补上。新的写在上面。',
      }),
    ];
  });
}

/** A value as it is written in YAML, words in quotes. */
const asYaml = (value: number | string) =>
  typeof value === 'number' || /^\d+(?:\.\d+)?$/.test(value) ? String(value) : JSON.stringify(value);

/** An entry that only wants its reason. */
function entryText({ frozen, now }: Unexplained, today: string): string {
  const to = now === null ? 'gone: true' : `now: ${asYaml(now.value)}`;
  return `- { date: ${today}, fact: ${frozen.id}, was: ${asYaml(frozen.value)}, ${to}, why: "" }`;
}

/** Facts that differ from the newest data release, and no entry says why: all of them, each with what to write. */
function unexplained({ written, facts, releases, today }: Measured): Finding[] {
  const release = releases.at(-1);
  if (!release) return [];
  const corrections: readonly Correction[] = correctionsOf(written, today);
  return unexplainedSince(release, facts, corrections).map((one) => {
    const { frozen, now, following } = one;
    const later = written.find(({ fact, date }) => fact === frozen.id && date > today);
    const also = following.length > 0 ? `（跟着变的 ${listed(following, 6)} 不用另写）` : '';
    const own = `真的更正了，在 corrections.yaml 最上面加一项，双引号里写明为什么${also}：${entryText(one, today)}`;
    const mend = later ? `corrections.yaml 里那一项写的日期是 ${later.date}，还没有到：改成改的那一天。` : own;
    return told([], {
      code: 'unexplained-change',
      what: `“${frozen.label}”（${frozen.id}）和数据版本${release.date}里的不一样，没有写更正`,
      now:
        now === null
          ? `没有这个数，那时是“${saidValue(frozen)}”`
          : `是“${saidValue(now)}”，那时是“${saidValue(frozen)}”`,
      should: '和那时一样，或者有一项更正',
      mend: `没有想改的，把内容改回来。${mend}`,
    });
  });
}

/** A correction of what the newest data release holds says what stood there. */
function beginnings(id: string, own: readonly Entry[], { facts, releases }: Measured): Finding[] {
  const release = releases.at(-1);
  const frozen = release?.facts.find((fact) => fact.id === id);
  const since = release ? own.filter(({ entry }) => entry.date >= release.date) : [];
  const oldest = since.at(-1);
  if (!release || !frozen || !oldest) return [];
  const { at, entry } = oldest;
  // Made on the day of the release and before it: the release holds it already.
  const inside = since.some((one) => one.entry.now !== undefined && isValue(one.entry.now, frozen));
  if (isValue(entry.was, frozen) || inside) return [];
  const fact = facts.get(id);
  if (fact && followsReports(fact, facts, release.date)) return [];
  return [
    told([at, 'was'], {
      code: 'correction-was-differs',
      what: `“${frozen.label}”原来的数和数据版本${release.date}里的不一样`,
      now: `更正写${shown(entry.was)}，那一版里是“${saidValue(frozen)}”`,
      should: '一样',
      mend: `was 写 ${asYaml(frozen.value)}；中间还改过一次的，把那一次补上。`,
    }),
  ];
}

/** What facts, corrections and the newest data release say against one another. */
export function correctedFactsAgree(measured: Measured): Finding[] {
  const { facts, releases, written, today } = measured;
  const ever = new Set([...facts.keys(), ...releases.flatMap((release) => release.facts.map(({ id }) => id))]);
  const findings = [...byFact(entriesOf(written, today))].flatMap(([id, own]): Finding[] => {
    const [newest] = own;
    if (!newest) return [];
    if (!ever.has(id)) {
      return own.map(({ at }) =>
        told([at, 'fact'], {
          code: 'unknown-fact',
          what: '没有这个编号的事实',
          found: shown(id),
          expected: '一个事实的编号',
          mend: didYouMean(id, ever) || '在网站的“事实”页上查，编号在每个数自己的网址里。',
        }),
      );
    }
    return [...ends(id, newest, measured), ...chain(id, own, measured), ...beginnings(id, own, measured)];
  });
  return [...findings, ...unexplained(measured)];
}
