import type { Pairing } from '#domain/places/pairing.ts';
import { AREA_LEVELS, type Place, type PlaceLevel, UNIT_LEVELS } from '#domain/places/place.ts';
import { OF_LEVEL, wordOfPlaces } from '#domain/programme/place-words.ts';
import type { Draft } from './draft.ts';

/** Where a place stands in `pairings.yaml`, by the key it is written under. */
export type Role = 'city' | 'county' | 'townships';

/** What the places of one role are called here, and of which levels they are. */
interface RoleWord {
  readonly word: string;
  readonly levels: ReadonlySet<string>;
}

const USUAL: Readonly<Record<Role, PlaceLevel>> = { city: 'city', county: 'county', townships: 'township' };
const MIXED: Readonly<Record<Role, string>> = { city: '支援单位', county: '受援单位', townships: '受援点' };

const idsOf = (pairing: Pairing, role: Role): readonly string[] =>
  role === 'townships' ? pairing.townships : [pairing[role]];

/** Roles in which a place stands in the pairings. */
const rolesOf = (draft: Draft, id: string): Role[] =>
  (['city', 'county', 'townships'] as const).filter((role) =>
    draft.pairings?.some((pairing) => idsOf(pairing, role).includes(id)),
  );

/** What the places of a role are called in this content: 市, 县, 乡镇; 区, 街道; 学校. Places in two roles say nothing. */
export function roleWord(draft: Draft, role: Role): RoleWord {
  const ids = new Set((draft.pairings ?? []).flatMap((pairing) => idsOf(pairing, role)));
  const own = draft.places.filter(({ id }) => ids.has(id) && rolesOf(draft, id).length === 1);
  const given = draft.site?.words?.[role === 'city' ? 'giver' : role === 'county' ? 'receiver' : 'third']?.noun;
  return {
    word: given ?? (own.length > 0 ? wordOfPlaces(own, MIXED[role]).label : OF_LEVEL[USUAL[role]].label),
    levels: new Set(own.length > 0 ? own.map(({ level }) => level) : [USUAL[role]]),
  };
}

/** What a place of a level is called: as its role is, where those in the role are of that level. */
export function levelWord(draft: Draft, level: string): string {
  const role = (['city', 'county', 'townships'] as const).find((one) => {
    const { levels } = roleWord(draft, one);
    return levels.size === 1 && levels.has(level);
  });
  return role ? roleWord(draft, role).word : (OF_LEVEL[level as PlaceLevel]?.label ?? level);
}

const rank = (level: string | undefined) => (AREA_LEVELS as readonly (string | undefined)[]).indexOf(level);
/** Whether both are areas and the first is smaller than the second; with `orEqual` also where they are alike. */
const smaller = (a: string | undefined, b: string | undefined, orEqual = false) =>
  rank(a) >= 0 && rank(b) >= 0 && (rank(a) > rank(b) || (orEqual && rank(a) === rank(b)));

/**
 * Whether a place cannot stand where it is written: a region belongs to no pairing, a county helps no city, what lies
 * below a receiver is smaller than it, and nobody is given in one pairing what he gives in another.
 */
export function misplaced(draft: Draft, pairing: Pairing, role: Role, id: string): boolean {
  const level = (other: string) => draft.knownPlaces?.get(other);
  if (level(id) === 'region') return true;
  if (role === 'city' && smaller(level(id), level(pairing.county))) return true;
  if (role === 'townships' && smaller(level(pairing.county), level(id), true)) return true;
  // Of two roles the one it has more often is right.
  const times = (one: Role) => draft.pairings?.filter((p) => idsOf(p, one).includes(id)).length ?? 0;
  return rolesOf(draft, id).some(
    (other) => other !== role && (times(other) > times(role) || (times(other) === times(role) && role !== 'city')),
  );
}

/**
 * Pairings whose two ends are known and can stand there. `all` is false where some cannot: what is told about those
 * already would only be repeated by rules that compare whole lists.
 */
export function soundPairings(draft: Draft): { pairings: { pairing: Pairing; index: number }[]; all: boolean } {
  const own = (draft.pairings ?? []).map((pairing, index) => ({ pairing, index }));
  const sound = ({ pairing }: { pairing: Pairing }, role: 'city' | 'county') =>
    draft.knownPlaces?.has(pairing[role]) === true && !misplaced(draft, pairing, role, pairing[role]);
  const pairings = own.filter((one) => sound(one, 'city') && sound(one, 'county'));
  return { pairings, all: pairings.length === own.length };
}

/** Ids that can carry a task out: the programme's own level, and every place but regions and what only lies below a receiver. */
export function executorsOf(draft: Draft): Set<string> | null {
  const { site, knownPlaces } = draft;
  if (site === null || knownPlaces === null) return null;
  const can = ([id, level]: [string, string]) =>
    level !== 'region' && (level !== 'township' || rolesOf(draft, id).some((role) => role !== 'townships'));
  const places = [...knownPlaces].filter(can).map(([id]) => id);
  return new Set([...(site.own_level ? [site.own_level.id] : []), ...places]);
}

/** Those whom a message offers: the own level, who gives, and units; everybody else who can is not meant as a rule. */
export const usualExecutors = (draft: Draft): Set<string> =>
  new Set(
    [...(executorsOf(draft) ?? [])].filter((id) => {
      const level = draft.knownPlaces?.get(id);
      const unit = UNIT_LEVELS.some((one) => one === level);
      return level === undefined || level === 'city' || unit || rolesOf(draft, id).includes('city');
    }),
  );

/** Where the id of an executor is to be found, for a message. */
export function executorsSaid(draft: Draft): string {
  const place = `places.yaml 里一个${roleWord(draft, 'city').word}的 id`;
  return draft.site?.own_level ? `site.yaml 里 own_level 的 id，或者 ${place}` : place;
}

/** A place that stands in no role is called what it is: 云溪区 is a 区. */
export const placeWord = (draft: Draft, place: Place): string => {
  const [role] = rolesOf(draft, place.id);
  return role ? roleWord(draft, role).word : levelWord(draft, place.level);
};
