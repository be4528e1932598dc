import { bareName, isRealNameOf, namesMeant } from '../people/bearers.ts';
import type { Consent, Scope } from '../people/consent/consent.ts';
import { isMinor } from '../people/consent/person.ts';
import type { Story } from '../stories/story.ts';
import { addressNames } from './address-names.ts';
import { type Appearance, appearancesOf, shownPictures } from './appearances.ts';
import type { ConsentHold, LeftOut, UndecidedHold } from './hold.ts';
import { nameKey } from './names/name-finder.ts';
import { permittedByAll } from './permitted.ts';
import type { Records } from './records.ts';

/** What of a story may be shown on a day, and how. */
export interface Clearing {
  /** Printed name → the 化名 that stands in its place. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Every name that may stand for one of these in the words, with the same 化名. */
  readonly instead: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
  /** Names as printed now whose portrait may stand for them. */
  readonly portraits: readonly string[];
  /** Names as printed that machines may be told are persons: of adults who agreed themselves, under their real names. */
  readonly agreed: readonly string[];
  /** Names in it now that are 化名, without the remark that they are. */
  readonly aliases: readonly string[];
  /** What is not permitted, and for which the story knows no other way. */
  readonly holds: readonly (ConsentHold | UndecidedHold)[];
  /** Whether the address of the story is made of a name that is not permitted: then nothing may answer there. */
  readonly addressTells: boolean;
}

/**
 * Whether somebody has to say first whether a name is one, and whose: a likely one that nobody declared, or one that
 * somebody in the records shares with others.
 */
const isUndecided = ({ declared, found, persons }: Appearance): boolean =>
  !declared && found?.cover.is === 'undecided' && (found.certainty === 'likely' || persons.length > 0);

/** What everyone who bears a name permits on the site, with who would have to sign. */
const permitted = (appearance: Appearance, scope: Scope, consents: readonly Consent[], day: string) =>
  permittedByAll(appearance, scope, 'site', consents, day);

/**
 * Whether everyone who bears a printed name is an adult who signed for it to be named and told of. No paper of a guardian
 * or of kin is enough, no office, and nobody under another name.
 */
function haveAgreed(appearance: Appearance, { consents, spelling }: Records, day: string): boolean {
  const { printed, persons } = appearance;
  const own = persons.every(
    (person) => person.age_band === 'adult' && person.died === undefined && isRealNameOf(printed, person, spelling),
  );
  return (
    persons.length > 0 &&
    own &&
    (['name', 'story'] as const).every((scope) => permitted(appearance, scope, consents, day).permitted)
  );
}

/**
 * Decides what of a story may be shown on the site on a day. Without a permission the name gives way to the 化名 and
 * the picture is left out where the story says so (`fallbacks`); where it does not, it is held. A minor who is not to be
 * told of is not told of under another name either.
 */
export function clearingOf(story: Story, records: Records, day: string): Clearing {
  const { consents, spelling } = records;
  const isSame = (one: string, other: string) => nameKey(one, spelling) === nameKey(other, spelling);
  const replaced = new Map<string, string>();
  const holds: (ConsentHold | UndecidedHold)[] = [];
  const hidden = new Set<string>();
  const portraits: string[] = [];
  const agreed: string[] = [];
  let addressTells = false;
  for (const appearance of appearancesOf(story, records)) {
    const { printed, persons, scopes, sameAs } = appearance;
    const fallback = story.fallbacks?.find(({ person }) => isSame(person, printed));
    const refusals = scopes.flatMap((scope) => {
      const answer = permitted(appearance, scope, consents, day);
      return answer.permitted ? [] : [{ scope, ...answer }];
    });
    const refused = (scope: Scope) => refusals.find((one) => one.scope === scope);
    const unnamed = fallback?.name !== undefined && (refused('name') || refused('story'));
    const told = unnamed && !persons.some(isMinor);
    if (unnamed) replaced.set(printed, fallback.name ?? printed);
    if (fallback?.portrait === 'none' && (refused('portrait') || unnamed)) hidden.add(printed);
    const open = refusals.filter(({ scope }) => {
      if (scope === 'name') return !unnamed;
      return scope === 'story' ? !told : !hidden.has(printed);
    });
    if (isUndecided(appearance)) {
      if (open.length > 0) holds.push({ kind: 'undecided', printed });
      continue;
    }
    for (const [, [first, ...rest]] of Map.groupBy(open, ({ why, since, signer }) => `${why} ${since} ${signer}`)) {
      if (!first) continue;
      const { why, since, signer } = first;
      const all = [first, ...rest].map(({ scope }) => scope);
      holds.push({
        kind: 'consent',
        printed,
        scopes: all,
        why,
        since,
        signer,
        sameAs: all.includes('portrait') ? sameAs : null,
      });
    }
    const unprinted = refused('name') ?? refused('story');
    if (unprinted && addressNames(story.id, printed, records)) {
      const { why, since, signer } = unprinted;
      addressTells = true;
      holds.push({ kind: 'consent', printed, scopes: ['name'], why, since, signer, sameAs: null, address: story.id });
    }
    if (!unnamed && haveAgreed(appearance, records, day)) agreed.push(printed);
    const shown = permitted(appearance, 'portrait', consents, day).permitted && !unnamed;
    // The people of samples are nobody: without a record they may be shown, in the preview only.
    if (shown || (story.sample && persons.length === 0)) portraits.push(printed);
  }
  return {
    replaced,
    instead: new Map([...replaced].flatMap(([name, one]) => namesMeant(name, records).map((meant) => [meant, one]))),
    leftOut: leftOutOf(story, records, hidden, day),
    portraits,
    agreed,
    aliases: aliasesOf(story, records, replaced),
    holds,
    addressTells,
  };
}

/** The pictures that nobody may see: expired, or of someone who is not to be shown. */
function leftOutOf(story: Story, records: Records, hidden: ReadonlySet<string>, day: string): LeftOut[] {
  return shownPictures(story, records).flatMap(({ src, expires, people }): LeftOut[] => {
    if (expires !== undefined && expires < day) return [{ src, why: 'expired', what: expires }];
    const person = people.find((name) => hidden.has(name));
    return person === undefined ? [] : [{ src, why: 'person', what: person }];
  });
}

/** Names of a story that are not the real ones: those that took a name's place, the 化名 of the records, and what says so. */
function aliasesOf(story: Story, { people }: Records, replaced: ReadonlyMap<string, string>): string[] {
  const printed = (story.people ?? []).map((name) => replaced.get(name) ?? name);
  const known = new Set([...people.flatMap(({ alias }) => alias ?? []), ...replaced.values()]);
  const aliases = printed.filter((name) => known.has(bareName(name)) || bareName(name) !== name);
  return [...new Set(aliases.map(bareName))];
}
