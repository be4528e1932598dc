import type { Pairing } from '#domain/places/pairing.ts';
import { pairingRowLocator } from '#domain/plan/locator.ts';
import type { PairingTable } from '#domain/plan/plan.ts';
import { listed, nearest } from '#domain/search/nearest.ts';
import { type Finding, finding } from '../finding.ts';
import { calledIn } from './called.ts';
import type { Draft, Rule } from './draft.ts';
import { misplaced, placeWord, roleWord, soundPairings } from './pairing-roles.ts';

interface Use {
  readonly id: string;
  readonly path: (string | number)[];
  readonly pairing: Pairing;
  /** Whether the same place may stand in another use too. */
  readonly beside: (other: Use) => boolean;
}

/** A place of this role stands in a group; `beside` tells groups in which it may stand both: those of two givers. */
function coverage(draft: Draft, where: 'county' | 'townships', uses: readonly Use[]): Finding[] {
  const level = where === 'county' ? 'county' : 'township';
  const { word } = roleWord(draft, where);
  const doubled = uses.flatMap(({ id, path, beside }, i) => {
    if (!uses.slice(0, i).some((other) => other.id === id && !beside(other))) return [];
    const found = `“${id}”又出现了一次`;
    const mend = `${calledIn(draft).byAnnex}，只在它结对的那一组里留一次。`;
    const base = { file: 'pairings.yaml', path, code: 'paired-twice', found, mend };
    return [finding({ ...base, what: `同一个${word}结了两次对`, expected: `每个${word}正好在一组里` })];
  });
  // What is written with a slip of the pen is told there, as unknown.
  const slips = uses.flatMap(({ id }) =>
    draft.knownPlaces?.has(id) === false ? [nearest(id, draft.knownPlaces.keys())] : [],
  );
  const wrongLevel = uses.some(({ id, pairing }) => misplaced(draft, pairing, where, id));
  const paired = new Set(draft.pairings?.flatMap((p) => [p.city, p.county, ...p.townships]));
  const missing = draft.places
    .filter((p) => p.level === level && !paired.has(p.id) && !slips.includes(p.id) && !wrongLevel)
    .map((p) =>
      finding({
        file: 'places.yaml',
        path: [p.id],
        on: 'key',
        code: 'not-paired',
        what: `“${p.name}”没有结对`,
        found: `pairings.yaml 里没有“${p.id}”`,
        expected: `每个${placeWord(draft, p)}正好在一组里`,
        mend: `在 pairings.yaml 里把 ${p.id} 加到它那一组的 ${where} 里；如果${calledIn(draft).document}里没有这个${placeWord(draft, p)}，就从 places.yaml 里删掉。`,
      }),
    );
  return [...doubled, ...missing];
}

/** Every county and every township of the places stands in a pairing, and in several only where several givers help it. */
export const pairingCoverage: Rule = (draft) => {
  const pairings = draft.pairings;
  if (!pairings) return [];
  const counties = pairings.map(
    (pairing, i): Use => ({
      id: pairing.county,
      path: [i, 'county'],
      pairing,
      beside: (other) => other.pairing.city !== pairing.city,
    }),
  );
  const townships = pairings.flatMap((pairing, i) =>
    pairing.townships.map(
      (id, j): Use => ({
        id,
        path: [i, 'townships', j],
        pairing,
        beside: (other) => other.pairing !== pairing && other.pairing.county === pairing.county,
      }),
    ),
  );
  return [...coverage(draft, 'county', counties), ...coverage(draft, 'townships', townships)];
};

type Row = PairingTable['rows'][number];
interface Placed {
  readonly file: string;
  readonly table: PairingTable;
  readonly row: Row;
  readonly index: number;
}

const belongs = (row: Row, pairing: Pairing) =>
  [row.city, ...(row.with ?? [])].includes(pairing.city) && (row.county === undefined || row.county === pairing.county);

/** The names of the townships are those of the row, each once and in its order. */
function townships(
  draft: Draft,
  pairing: Pairing,
  at: number,
  { row, file }: Placed,
  name: (id: string) => string,
): Finding[] {
  const called = calledIn(draft);
  const cell = row.cells[2] ?? '';
  const printed = cell === '' ? [] : cell.split('、');
  const { word } = roleWord(draft, 'townships');
  const listedNames = pairing.townships.map(name);
  const missing = printed.filter((n) => !listedNames.includes(n));
  const extra = listedNames.filter((n) => !printed.includes(n));
  const base = { file: 'pairings.yaml', path: [at, 'townships'] };
  if (missing.length > 0 || extra.length > 0) {
    const parts = [
      ...(missing.length > 0 ? [`少了${listed(missing)}`] : []),
      ...(extra.length > 0 ? [`多了${listed(extra)}`] : []),
    ];
    const mend = `${called.byAnnex}的这一行，缺的补上，多的删掉；名字写法不同就改 places.yaml 里的 name。`;
    return [
      finding({
        ...base,
        code: 'townships-differ',
        what: `${word}和${called.annex}对不上`,
        found: parts.join('，'),
        expected: `${file} 这一行的${printed.length}个${printed.length > 0 ? `：${cell}` : ''}`,
        mend,
      }),
    ];
  }
  const wrong = printed.findIndex((n, i) => n !== listedNames[i]);
  if (wrong < 0 || printed.length !== listedNames.length) return [];
  return [
    finding({
      file: 'pairings.yaml',
      path: [at, 'townships', wrong],
      code: 'townships-order',
      what: `${word}的顺序和${called.annex}不同`,
      found: `第${wrong + 1}个是${listedNames[wrong]}`,
      expected: `${printed[wrong]}（${called.annex}的顺序：${cell}）`,
      mend: `按${called.annex}的顺序重排 townships，线的号码由这个顺序来定。`,
    }),
  ];
}

function names(pairing: Pairing, { row, file, index }: Placed, draft: Draft, name: (id: string) => string): Finding[] {
  const called = calledIn(draft);
  return (
    [
      ['city', 0],
      ['county', 1],
    ] as const
  ).flatMap(([which, column]) => {
    const ids = which === 'city' ? [row.city, ...(row.with ?? [])] : [pairing.county];
    const id = ids.join('、');
    const expected = ids.map(name).join('、');
    if (!ids.every((one) => draft.places.some((p) => p.id === one)) || expected === row.cells[column]) return [];
    return [
      finding({
        file,
        path: ['rows', index, 'cells', column],
        code: 'pairing-names-differ',
        what: `${called.annex}里的名字和 places.yaml 不同`,
        found: `“${row.cells[column]}”`,
        expected: `${id} 的名字“${expected}”`,
        mend: `对照原件：${called.annex}抄错了就改这里，places.yaml 的 name 写错了就改那里。`,
      }),
    ];
  });
}

/** The pairings say what the annex of pairings says: same rows, same names, same townships in the same order. */
export const pairingTable: Rule = (draft) => {
  const { pairings } = draft;
  const called = calledIn(draft);
  const placed = draft.tables.flatMap(({ file, table }) =>
    table.kind === 'pairings' ? table.rows.map((row, index): Placed => ({ file, table, row, index })) : [],
  );
  // A document may say who is paired with whom in its text only; then there is nothing to compare.
  if (!pairings || !draft.tablesWhole || placed.length === 0 || !draft.placesWhole) return [];
  const known = new Map(draft.places.map((p) => [p.id, p.name]));
  const name = (id: string) => known.get(id) ?? id;
  const order: number[] = [];
  const sound = soundPairings(draft);
  const found = sound.pairings.flatMap(({ pairing, index: at }) => {
    const candidates = placed.filter(({ row }) => belongs(row, pairing));
    const own = candidates.find(({ row }) => row.cells[1] === name(pairing.county)) ?? candidates[0];
    if (!own) {
      const mend = `${called.byAnnex}：多的一组删掉，或者在${called.annex}文件里补上这一行。`;
      return [
        finding({
          file: 'pairings.yaml',
          path: [at],
          code: 'pairing-not-in-annex',
          what: `${called.annex}里没有这一组`,
          found: `${name(pairing.city)}—${name(pairing.county)}`,
          expected: `${called.annex}里有的一行`,
          mend,
        }),
      ];
    }
    if (!order.includes(placed.indexOf(own))) order.push(placed.indexOf(own));
    const locator = pairingRowLocator(own.table.id, own.row);
    const source = {
      file: 'pairings.yaml',
      path: [at, 'source'],
      code: 'pairing-source',
      what: '出处不是这一组的那一行',
    };
    const wrongSource = draft.passages.has(pairing.source) && pairing.source !== locator;
    return [
      ...(wrongSource
        ? [finding({ ...source, found: `“${pairing.source}”`, expected: `“${locator}”`, mend: `改成 ${locator}。` })]
        : []),
      ...names(pairing, own, draft, name),
      ...(pairing.townships.every((id) => known.has(id)) ? townships(draft, pairing, at, own, name) : []),
    ];
  });
  const unused = placed.filter(
    (p, i) =>
      sound.all &&
      !order.includes(i) &&
      !pairings.some((pairing) => belongs(p.row, pairing) && p.row.county !== undefined),
  );
  const missing = unused.map(({ file, index, row }) =>
    finding({
      file,
      path: ['rows', index],
      code: 'annex-row-not-paired',
      what: `${called.annex}的这一行没有写进结对`,
      found: `pairings.yaml 里没有${row.cells[0]}—${row.cells[1]}`,
      expected: `${called.annex}的每一行都有一组`,
      mend: '在 pairings.yaml 里补上这一组。',
    }),
  );
  const turn = order.findIndex((row, i) => i > 0 && row < (order[i - 1] ?? 0));
  const disorder =
    turn < 0
      ? []
      : [
          finding({
            file: 'pairings.yaml',
            path: [turn],
            severity: 'warning',
            code: 'pairing-order',
            what: `各组的顺序和${called.annex}不同`,
            found: `第${turn + 1}组排在后面`,
            expected: `${called.annex}里各行的顺序`,
            mend: `按${called.annex}的顺序重排，线的号码由这个顺序来定。`,
          }),
        ];
  return [...found, ...missing, ...disorder];
};
