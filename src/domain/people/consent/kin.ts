import type { Consent } from './consent.ts';
import { plainName } from './name.ts';
import type { Person } from './person.ts';

/** What a paper on somebody who died, or one signed by next of kin, may lack. */
export type KinDefect = 'no-kin' | 'closer-kin-first' | 'kin-of-living';

/**
 * How close someone was to the dead (民法典 art. 994, 1045): `closest` are spouse, children and parents; `further` the
 * other 近亲属, who decide only where none of these is left.
 */
export type KinRank = 'closest' | 'further';

const WHICH = '[大小二三四五长次幼独养继]';
const CLOSEST = new RegExp(
  `^(配偶|夫妻|夫|妻子?|丈夫|爱人|老伴|先生|太太|子女|父母|${WHICH}?(儿子|女儿|儿|子|女|父亲?|母亲?|爸爸?|妈妈?))$`,
  'u',
);
const FURTHER = new RegExp(
  `^(兄弟姐妹|兄弟|姐妹|[亲胞]?${WHICH}?(哥哥?|弟弟?|姐姐?|妹妹?|兄|姊)|外?祖(父母|父|母)|爷爷|奶奶|外公|外婆|姥爷|姥姥|外?孙(子女|子|女)?)$`,
  'u',
);

/** How close a relation is, from the word on the paper (妻子, 次女（代签）); null: no 近亲属. */
export function kinRank(relation: string): KinRank | null {
  const [word = ''] = plainName(relation).split('(');
  if (CLOSEST.test(word)) return 'closest';
  return FURTHER.test(word) ? 'further' : null;
}

/** Whether whoever is called guardian can only be kin of an adult: a spouse or a child. */
export const isKinOfAdult = (relation: string) => kinRank(relation) === 'closest' && !/[父母爸妈]/u.test(relation);

/** The first day on which someone who died may have done so; null: nobody wrote when. */
const firstDay = (died: NonNullable<Person['died']>) => (died === true ? null : `${died}-01-01`.slice(0, 10));

/**
 * Whether a paper without kin was certainly signed by the person, in life: a paper of the time in which they died may
 * be anybody's. What someone permitted for the time after holds on after their death.
 */
export function signedInLife({ died }: Person, { kin, signed }: Consent): boolean {
  if (died === undefined || kin !== undefined) return false;
  const first = firstDay(died);
  return first !== null && (signed < first || signed === died);
}

/** Whether kin signed before there was anything for them to sign. */
export function signedTooEarly({ died }: Person, { kin, signed }: Consent): boolean {
  if (died === undefined || kin === undefined) return false;
  const first = firstDay(died);
  return first !== null && signed < first;
}

/** The dead sign nothing: whoever bears their name is no kin, but a slip of the pen. */
export const signedByTheDead = ({ name }: Person, { kin }: Consent) =>
  kin !== undefined && name !== undefined && plainName(kin.name) === plainName(name);

/** Everything that a paper lacks as far as next of kin have to sign it, the gravest first; nothing where they need not. */
export function kinDefects(person: Person, paper: Consent): KinDefect[] {
  if (person.died === undefined) return paper.kin === undefined ? [] : ['kin-of-living'];
  if (signedInLife(person, paper)) return [];
  const rank = paper.kin === undefined ? null : kinRank(paper.kin.relation);
  if (paper.kin === undefined || rank === null || signedByTheDead(person, paper) || signedTooEarly(person, paper)) {
    return ['no-kin'];
  }
  return rank === 'further' && paper.kin.none_closer !== true ? ['closer-kin-first'] : [];
}
