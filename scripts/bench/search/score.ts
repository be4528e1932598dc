import { QUERY_KINDS, type Query, type QueryKind } from './queries.ts';

/** What one query should have found and what it found. */
export interface Outcome {
  readonly query: Query;
  readonly truth: ReadonlySet<string>;
  /** As the page lists them. */
  readonly found: readonly string[];
  /** null: it was not timed. */
  readonly milliseconds: number | null;
}

/** How right the answers to some queries are. */
export interface Score {
  readonly queries: number;
  /** Of all pages that hold the words, the share that was found; 1 where no page holds any. */
  readonly recall: number;
  /** Of all pages that were found, the share that holds the words; 1 where none was found. */
  readonly precision: number;
  /** Queries that missed a page, found a wrong one or one twice. */
  readonly wrong: number;
  /** Milliseconds from Enter to the results: half of the queries take no longer, nineteen of twenty. */
  readonly p50: number;
  readonly p95: number;
}

/** Pages that a query missed, found wrongly, or lists twice; null where all is right. */
export function faultOf({ query, truth, found }: Pick<Outcome, 'query' | 'truth' | 'found'>) {
  const listed = new Set(found);
  const missed = [...truth].filter((url) => !listed.has(url));
  const extra = found.filter((url) => !truth.has(url));
  const twice = found.length - listed.size;
  return missed.length + extra.length + twice === 0 ? null : { ...query, missed, extra, twice };
}

/** The score of some outcomes together: every page counts the same, whatever query it belongs to. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const right = sum(({ truth, found }) => new Set(found).intersection(truth).size);
  const [held, listed] = [sum(({ truth }) => truth.size), sum(({ found }) => found.length)];
  const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []);
  return {
    queries: outcomes.length,
    recall: held === 0 ? 1 : right / held,
    precision: listed === 0 ? 1 : right / listed,
    wrong: outcomes.filter((outcome) => faultOf(outcome) !== null).length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

/** The score of each kind of query that was asked, in the order of the table. */
export function scoresByKind(outcomes: readonly Outcome[]): { readonly kind: QueryKind; readonly score: Score }[] {
  const kinds = Map.groupBy(outcomes, ({ query }) => query.kind);
  return QUERY_KINDS.flatMap((kind) => {
    const own = kinds.get(kind);
    return own ? [{ kind, score: scoreOf(own) }] : [];
  });
}

/** The value that this share of all does not exceed; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
