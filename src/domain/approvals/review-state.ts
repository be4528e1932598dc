import { plainName } from '../people/consent/name.ts';
import { type FoundApproval, type Parts, STEPS, type Step } from './approval.ts';
import { changesSince } from './changes.ts';
import { approvalHash, canonicalJson, type Digest } from './reviewed.ts';
import { maySign, type Reviewers } from './reviewers.ts';

/** Whether an approval counts; of one that does not, `why` says it in plain words. */
export type StepStatus =
  | { readonly kind: 'missing' }
  | {
      /**
       * `carried`: what changed since is small, and whoever signed a later step has seen it: it counts. `small`: the same
       * before they have. `void`: given for something else; `unlisted`: by nobody who may; `same-person`: by who gave an
       * earlier one; `out-of-order`: before an earlier one.
       */
      readonly kind: 'valid' | 'carried' | 'small' | 'void' | 'unlisted' | 'same-person' | 'out-of-order';
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
  /** Who may sign; null where nobody has said so. */
  readonly reviewers: Reviewers | null;
  /** Whether what changed since a copy of the story was signed is a slip of the pen (see `isSmallChange`). */
  readonly isSmall: (signed: string) => boolean;
  /** Parts that could not be made, because content elsewhere has an error: an approval is not judged by them. */
  readonly unknown?: readonly (keyof Parts | 'reviewers')[];
  readonly digest: Digest;
}

/** Why an approval was given for something else than what stands there now; empty: it was not. */
function voidBecause({ approval }: FoundApproval, { parts, unknown = [], digest }: ReviewInput): string[] {
  const { hash, parts: approved } = approval;
  if (approvalHash(approval, digest) !== hash) return ['审稿记录被手工改过，和它自己的校验码对不上'];
  const kept = unknown.flatMap((part) => (part === 'reviewers' ? [] : [[part, approved[part]] as const]));
  const now: Parts = { ...parts, ...Object.fromEntries(kept) };
  return canonicalJson(approved) === canonicalJson(now) ? [] : changesSince(approved, now);
}

/** Whether nothing but words changed since, and those by a slip of the pen. */
function changedLittle({ approval, signed }: FoundApproval, { parts, digest, isSmall }: ReviewInput): boolean {
  if (signed === null || approvalHash(approval, digest) !== approval.hash) return false;
  const { pictures, facts, consents } = approval.parts;
  const others = [pictures, facts, consents];
  return canonicalJson(others) === canonicalJson([parts.pictures, parts.facts, parts.consents]) && isSmall(signed);
}

function statusOf(own: FoundApproval, earlier: readonly FoundApproval[], input: ReviewInput): StepStatus {
  const { by, at, step } = own.approval;
  const { reviewers, unknown } = input;
  const listed = reviewers !== null && maySign(reviewers, by, step, at.slice(0, 10));
  if (!listed && !unknown?.includes('reviewers')) {
    return { kind: 'unlisted', why: [`审稿人名单上，${by}${at.slice(0, 10)}那天不能签${step}`] };
  }
  const changed = voidBecause(own, input);
  const little = changed.length > 0 && changedLittle(own, input);
  if (changed.length > 0 && !little) return { kind: 'void', why: changed };
  const twin = earlier.find(({ approval }) => plainName(approval.by) === plainName(by));
  if (twin) return { kind: 'same-person', why: [`和${twin.approval.step}是同一个人，要换一个人`] };
  const later = earlier.find(({ approval }) => Date.parse(approval.at) > Date.parse(at));
  if (later) return { kind: 'out-of-order', why: [`签字比${later.approval.step}还早，要在它之后`] };
  return little ? { kind: 'small', why: changed } : { kind: 'valid', why: [] };
}

/** Whether a step stands as it is. */
export const counts = ({ status }: StepState) => status.kind === 'valid' || status.kind === 'carried';

/**
 * Which steps of the review count. Each is by somebody who may, by somebody else and not before the earlier ones, and
 * counts only for exactly what it was given for; but where only a slip of the pen was mended since, a later signature over
 * the mended text carries it. A later one stands although an earlier one does not, but the story is approved only with all.
 */
export function reviewState(input: ReviewInput): ReviewState {
  const { needed, approvals } = input;
  const found = STEPS.map((step) => approvals.find(({ approval }) => approval.step === step));
  const signed = STEPS.map((step, i): StepState => {
    const own = found[i];
    const base = { step, needed: i < needed };
    if (!own) return { ...base, status: { kind: 'missing' }, by: null, at: null, file: null };
    const earlier = found.slice(0, i).filter((one) => one !== undefined);
    const { by, at } = own.approval;
    return { ...base, status: statusOf(own, earlier, input), by, at, file: own.file };
  });
  const lastValid = signed.findLastIndex((one) => one.needed && one.status.kind === 'valid');
  const steps = signed.map((one, i): StepState => {
    const { status } = one;
    return status.kind === 'small' && i < lastValid ? { ...one, status: { kind: 'carried', why: status.why } } : one;
  });
  const wanted = steps.filter((one) => one.needed);
  const lastSigned = wanted.findLastIndex(({ by }) => by !== null);
  const open = wanted.find((one, i) => !counts(one) && !(one.status.kind === 'small' && i < lastSigned));
  const next = open?.step ?? null;
  return { approved: next === null, next, once: wanted.every(({ by }) => by !== null), steps };
}
