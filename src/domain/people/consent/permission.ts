import type { Channel, Consent, Scope } from './consent.ts';
import { dayBefore } from './days.ts';
import { type GuardianDefect, guardianDefects } from './guardian.ts';
import { type KinDefect, kinDefects, signedInLife } from './kin.ts';
import type { Person } from './person.ts';
import { covers, takenBackOn } from './withdrawal.ts';

/** Why someone may not be named, shown, heard or told of; `no-record`: nobody knows who it is, so nobody can have consented. */
export type Refusal =
  | 'no-record'
  | 'no-consent'
  | 'not-in-scope'
  | 'not-on-channel'
  | 'not-yet-signed'
  | 'expired'
  | 'withdrawn'
  | GuardianDefect
  | KinDefect;

/** Whether something is permitted on a day. */
export type Permission =
  | {
      readonly permitted: true;
      /** The last day on which it holds, as far as the records say now; null: it does not end. */
      readonly until: string | null;
    }
  | {
      readonly permitted: false;
      readonly why: Refusal;
      /** `expired`: the last day on which it held. `withdrawn`: the day from which it does not hold. Otherwise null. */
      readonly since: string | null;
    };

/** The most telling first: what someone said, then what ran out, then what is wrong with a paper, then how far one is off. */
const TELLING: readonly Refusal[] = [
  'withdrawn',
  'expired',
  'no-kin',
  'closer-kin-first',
  'kin-of-living',
  'no-guardian',
  'not-told',
  'no-refusal-offered',
  'not-separate',
  'not-on-channel',
  'not-in-scope',
  'not-yet-signed',
  'no-consent',
  'no-record',
];

const refused = (why: Refusal, since: string | null = null): Permission => ({ permitted: false, why, since });

/**
 * What a paper lacks because of who had to sign it. For the dead that is next of kin; what was signed in life is asked
 * what was asked then.
 */
function signingDefects(person: Person, paper: Consent): (KinDefect | GuardianDefect)[] {
  const asInLife = person.died === undefined || signedInLife(person, paper);
  return [...kinDefects(person, paper), ...(asInLife ? guardianDefects(person, paper) : [])];
}

/** What one paper of someone permits; `papers` are all of theirs, for taking one back may end another. */
function onPaper(
  person: Person,
  scope: Scope,
  channel: Channel,
  paper: Consent,
  papers: readonly Consent[],
  day: string,
): Permission {
  const end = takenBackOn(paper, scope, channel, papers);
  if (end !== null && end <= day) return refused('withdrawn', end);
  // A paper that names neither is further off than one that only lacks the channel.
  if (!paper.scope.includes(scope)) return refused('not-in-scope');
  if (!covers(paper, scope, channel)) return refused('not-on-channel');
  if (paper.signed > day) return refused('not-yet-signed');
  if (paper.until < day) return refused('expired', paper.until);
  const [defect] = signingDefects(person, paper);
  if (defect) return refused(defect);
  return { permitted: true, until: end !== null && end <= paper.until ? dayBefore(end) : paper.until };
}

/** Whether one answer says more than another: permitted before refused, then the longer, the more telling, the later. */
function compare(a: Permission, b: Permission): number {
  if (a.permitted && b.permitted) return (b.until ?? '').localeCompare(a.until ?? '');
  if (a.permitted || b.permitted) return a.permitted ? -1 : 1;
  return TELLING.indexOf(a.why) - TELLING.indexOf(b.why) || (b.since ?? '').localeCompare(a.since ?? '');
}

/**
 * Whether someone may be named, shown, heard or told of on one channel on a day: age band × scope × channel × expiry ×
 * withdrawal × who signed. Of `consents`, which may be those of everybody, only the person's own count, and of samples
 * only those of samples. One paper that permits is enough.
 *
 * For someone who died the next of kin decide: their own papers hold on as far as they were certainly signed in life, and
 * kin may take these back too.
 *
 * A collective may always be named and told of. It has no face and no voice that a paper could give away, so these are
 * permitted too: whoever can be recognised in a picture of it is listed there by name and asked one by one.
 */
export function permission(
  person: Person,
  scope: Scope,
  channel: Channel,
  consents: readonly Consent[],
  day: string,
): Permission {
  if (person.age_band === 'collective') return { permitted: true, until: null };
  const papers = consents.filter((one) => one.person === person.id && one.sample === person.sample);
  const answers = papers.map((paper) => onPaper(person, scope, channel, paper, papers, day));
  return answers.toSorted(compare)[0] ?? refused(person.died === undefined ? 'no-consent' : 'no-kin');
}
