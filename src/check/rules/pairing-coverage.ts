import { nearest } from '#domain/search/nearest.ts';
import { type Finding, finding } from '../finding.ts';
import type { Draft, Rule } from './draft.ts';

interface Use {
  readonly id: string;
  readonly path: (string | number)[];
}

function coverage(draft: Draft, level: 'county' | 'township', uses: readonly Use[]): Finding[] {
  const word = level === 'county' ? '县' : '乡镇';
  const where = level === 'county' ? 'county' : 'townships';
  const seen = new Set<string>();
  const doubled = uses.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const found = `“${id}”又出现了一次`;
    const mend = '对照附件，只在它结对的那一组里留一次。';
    const base = { file: 'pairings.yaml', path, code: 'paired-twice', found, mend };
    return [finding({ ...base, what: `同一个${word}结了两次对`, expected: `每个${word}正好在一组里` })];
  });
  // What is written with a slip of the pen is told there, as unknown.
  const slips = uses.flatMap(({ id }) =>
    draft.knownPlaces?.has(id) === false ? [nearest(id, draft.knownPlaces.keys())] : [],
  );
  const wrongLevel = uses.some(({ id }) => (draft.knownPlaces?.get(id) ?? level) !== level);
  const missing = draft.places
    .filter((p) => p.level === level && !seen.has(p.id) && !slips.includes(p.id) && !wrongLevel)
    .map((p) =>
      finding({
        file: 'places.yaml',
        path: [p.id],
        on: 'key',
        code: 'not-paired',
        what: `“${p.name}”没有结对`,
        found: `pairings.yaml 里没有“${p.id}”`,
        expected: `每个${word}正好在一组里`,
        mend: `在 pairings.yaml 里把 ${p.id} 加到它那一组的 ${where} 里；如果方案里没有这个${word}，就从 places.yaml 里删掉。`,
      }),
    );
  return [...doubled, ...missing];
}

/** Every county and every township of the places stands in exactly one pairing. */
export const pairingCoverage: Rule = (draft) => {
  const pairings = draft.pairings;
  if (!pairings) return [];
  const counties = pairings.map(({ county }, i): Use => ({ id: county, path: [i, 'county'] }));
  const townships = pairings.flatMap((p, i) => p.townships.map((id, j): Use => ({ id, path: [i, 'townships', j] })));
  return [...coverage(draft, 'county', counties), ...coverage(draft, 'township', townships)];
};
