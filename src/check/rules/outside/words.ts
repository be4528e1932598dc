import { namesOfPlaces } from '#domain/people/place-names.ts';
import { type DataPath, type Finding, finding, shown } from '../../finding.ts';
import { namesInPlan } from '../../people/names-in-words.ts';
import { proseReaders } from '../../prose/all-rules.ts';
import type { OwnKnowledge } from '../../prose/prose.ts';
import { namesIn } from '../../text/names/names.ts';
import { type Draft, fileOfCoverage, fileOfFacts } from '../draft.ts';

/** Words of ours that a reader sees, and where they stand. */
interface Shown {
  readonly file: string;
  readonly path: DataPath;
  readonly text: string;
  /** Words that the entry says are nobody's name. */
  readonly nobody: readonly string[];
}

/** Endings of what lies in a place and is called after it: a gully, a village, a temple. */
const LIES_THERE = /^(?:沟|村|河|谷|山|江|湖|寺|滩|林|泉|桥|路|塔)$/u;

/** Names in words that may be somebody's: none that is a place's, lies inside one or is called after one. */
function namesOfPeople(text: string, places: ReadonlySet<string>): string[] {
  const inPlaces = [...places].flatMap((place) =>
    [...text.matchAll(new RegExp(RegExp.escape(place), 'gu'))].map(
      ({ index }) => [index, index + place.length] as const,
    ),
  );
  return namesIn(text).flatMap(({ name, certainty, start, end }) => {
    const within = inPlaces.some(([from, to]) => from <= start && end <= to);
    const after = inPlaces.some(([from, to]) => from === start && to < end && LIES_THERE.test(text.slice(to, end)));
    return certainty !== 'certain' || within || after ? [] : [name];
  });
}

function* wordsOf(draft: Draft): Generator<Shown> {
  for (const { place, facts } of draft.outside) {
    const file = fileOfFacts({ place });
    for (const [id, fact] of Object.entries(facts)) {
      for (const key of ['subject', 'fact', 'caution'] as const) {
        const text = fact[key];
        if (text !== undefined) yield { file, path: [id, key], text, nobody: fact.nobody ?? [] };
      }
    }
  }
  for (const report of draft.coverage) {
    for (const key of ['summary', 'caution'] as const) {
      const text = report[key];
      if (text !== undefined) yield { file: fileOfCoverage(report), path: [key], text, nobody: report.nobody ?? [] };
    }
  }
}

/**
 * What is said of others here is read as a story is: language, calendar, privacy. Whoever it names has given no consent
 * here, so it names nobody but whom the document names.
 */
export function outsideWords(draft: Draft, known: OwnKnowledge): Finding[] {
  if (draft.outside.length + draft.coverage.length === 0) return [];
  const readers = proseReaders(known, null);
  const public_ = namesInPlan([...draft.passages.values()].map(({ text }) => text));
  const places = namesOfPlaces(draft.places);
  return [...wordsOf(draft)].flatMap(({ file, path, text, nobody }) => {
    const block = { part: 'paragraph' as const, text, proved: [], group: null, quoted: false };
    const prose = { blocks: [block], date: draft.today, declared: { people: [], nobody: [...places, ...nobody] } };
    const read = readers.flatMap((reader) => reader(prose));
    const names = namesOfPeople(text, places).filter((name) => !public_.has(name) && !nobody.includes(name));
    return [
      ...read.map(({ code, severity, what, found, expected, mend }) =>
        finding({ file, path, code, severity, what, found, expected, mend }),
      ),
      ...names.map((name) =>
        finding({
          ...{ file, path, code: 'outside-names-person', what: '站外的事里写了人名' },
          found: shown(name),
          expected: '没有人名的话',
          mend: '换成“一位村民”“一名志愿者”这样的话：别处登过，不等于本人同意在这里登。不是人名的，写进这一项的 nobody。',
        }),
      ),
    ];
  });
}
