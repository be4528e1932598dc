import { plainName } from '../consent/name.ts';
import { type FoundApproval, type Parts, STEPS, type Step } from './approval.ts';
import { changesSince } from './changes.ts';
import { type Digest, hashOf } from './reviewed.ts';

/** Whether an approval counts; of one that does not, `why` says it in plain words. */
export type StepStatus =
  | { readonly kind: 'missing' }
  | {
      /** `void`: given for something else; `same-person`: by who gave an earlier one; `out-of-order`: before an earlier one. */
      readonly kind: 'valid' | 'void' | 'same-person' | 'out-of-order';
      /** Empty where it is valid. */
      readonly why: readonly string[];
    };

/** One step of the review of a story. */
export interface StepState {
  readonly step: Step;
  /** Whether the story needs it; one that it does not need is told but does not count. */
  readonly needed: boolean;
  readonly status: StepStatus;
  /** Who approved, when, and the file that says so; null where nobody did. */
  readonly by: string | null;
  readonly at: string | null;
  readonly file: string | null;
}

/** How far a story has come in its review. */
export interface ReviewState {
  readonly approved: boolean;
  /** The first step that is needed and does not count yet; null: none. */
  readonly next: Step | null;
  /** Whether there is an approval for every needed step, valid or not: it was out once. */
  readonly once: boolean;
  /** All three, in their order. */
  readonly steps: readonly StepState[];
}

export interface ReviewInput {
  /** How many steps the story needs, 0–3: the first ones. */
  readonly needed: number;
  readonly approvals: readonly FoundApproval[];
  /** What would be approved now. */
  readonly parts: Parts;
  /** Parts that could not be made, because content elsewhere has an error: an approval is not judged by them. */
  readonly unknown?: readonly (keyof Parts)[];
  readonly digest: Digest;
}

/** Why an approval was given for something else than what stands there now; empty: it was not. */
function voidBecause({ approval }: FoundApproval, { parts, unknown = [], digest }: ReviewInput): string[] {
  const { hash, parts: approved } = approval;
  if (hashOf(approved, digest) !== hash) return ['审稿记录被手工改过，和它自己的校验码对不上'];
  const now: Parts = { ...parts, ...Object.fromEntries(unknown.map((part) => [part, approved[part]])) };
  return hash === hashOf(now, digest) ? [] : changesSince(approved, now);
}

function statusOf(own: FoundApproval, earlier: readonly FoundApproval[], input: ReviewInput): StepStatus {
  const changed = voidBecause(own, input);
  if (changed.length > 0) return { kind: 'void', why: changed };
  const { by, at } = own.approval;
  const twin = earlier.find(({ approval }) => plainName(approval.by) === plainName(by));
  if (twin) return { kind: 'same-person', why: [`和${twin.approval.step}是同一个人，要换一个人`] };
  const later = earlier.find(({ approval }) => Date.parse(approval.at) > Date.parse(at));
  if (later) return { kind: 'out-of-order', why: [`签字比${later.approval.step}还早，要在它之后`] };
  return { kind: 'valid', why: [] };
}

/**
 * Which steps of the review count. Each is by somebody else and not before the earlier ones, and counts only for exactly
 * what it was given for. A later one stands although an earlier one does not, but the story is approved only with all.
 */
export function reviewState(input: ReviewInput): ReviewState {
  const { needed, approvals } = input;
  const found = STEPS.map((step) => approvals.find(({ approval }) => approval.step === step));
  const steps = STEPS.map((step, i): StepState => {
    const own = found[i];
    const base = { step, needed: i < needed };
    if (!own) return { ...base, status: { kind: 'missing' }, by: null, at: null, file: null };
    const earlier = found.slice(0, i).filter((one) => one !== undefined);
    const { by, at } = own.approval;
    return { ...base, status: statusOf(own, earlier, input), by, at, file: own.file };
  });
  const wanted = steps.filter((one) => one.needed);
  const next = wanted.find(({ status }) => status.kind !== 'valid')?.step ?? null;
  return { approved: next === null, next, once: wanted.every(({ by }) => by !== null), steps };
}
