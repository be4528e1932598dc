import type { Place } from '#domain/places/place.ts';
import { wordOfPlace } from '#domain/programme/place-words.ts';
import { type Finding, finding } from '../finding.ts';
import type { Draft, Rule } from './draft.ts';
import { roleWord, soundPairings } from './pairing-roles.ts';

const bad = (place: Place, code: string, what: string, expected: string, mend: string, severity?: 'warning'): Finding =>
  finding({
    file: 'places.yaml',
    path: [place.id, 'code', 'value'],
    code,
    what,
    found: `“${place.code?.value}”`,
    expected,
    mend,
    ...(severity ? { severity } : {}),
  });

/** The length of a code, and what its last digits say, fit the level of the place. */
function levelOf(place: Place): Finding[] {
  const value = place.code?.value;
  if (value === undefined) return [];
  const digits = place.level === 'township' ? 9 : 6;
  const mend = '到国家统计局的统计用区划代码里查这个地方，或者核对它的 level。';
  if (value.length !== digits) {
    return [bad(place, 'code-level', `“${place.name}”的区划代码位数和级别对不上`, `${digits}位数字`, mend)];
  }
  if (place.level === 'county' && value.endsWith('00')) {
    return [
      bad(
        place,
        'code-level',
        `“${place.name}”是${wordOfPlace(place).label}，代码却是市的`,
        '末两位不是00的6位代码',
        mend,
      ),
    ];
  }
  if (place.level === 'city' && !value.endsWith('00')) {
    return [
      bad(
        place,
        'code-level',
        `“${place.name}”是市，代码却像县的`,
        '末两位是00的6位代码',
        `${mend}县级市可以不改。`,
        'warning',
      ),
    ];
  }
  return [];
}

/** A code begins with the code of what it lies in. */
function within(child: Place | undefined, parent: Place | undefined, prefix: string): Finding[] {
  if (!child?.code || !parent?.code || child.code.value.startsWith(prefix)) return [];
  const mend = `核对“${child.name}”和“${parent.name}”的代码，也核对它是不是放错了地方。`;
  return [bad(child, 'code-parent', `“${child.name}”的区划代码不在“${parent.name}”之下`, `以 ${prefix} 开头`, mend)];
}

function parents(draft: Draft): Finding[] {
  const places = new Map(draft.places.map((p) => [p.id, p]));
  const region = places.get(draft.site?.aided ?? '');
  const regionCode = region?.code?.value ?? '';
  const prefix = regionCode.endsWith('0000') ? regionCode.slice(0, 2) : regionCode.replace(/00$/, '');
  return soundPairings(draft).pairings.flatMap(({ pairing }) => {
    const county = places.get(pairing.county);
    const own = within(county, region, prefix);
    const townships = pairing.townships.flatMap((id) => {
      const township = places.get(id);
      return township?.level === 'township' && township.code?.value.length === 9 ? [township] : [];
    });
    const strangers = townships.flatMap((township) => within(township, county, county?.code?.value ?? ''));
    if (!county?.code || strangers.length < 2 || strangers.length < townships.length) return [...own, ...strangers];
    // Not one of them lies in the county: it is the county's code that is wrong.
    const first = townships[0]?.code?.value.slice(0, 6) ?? '';
    const mend = `核对“${county.name}”的代码，多半是 ${first}。`;
    const third = roleWord(draft, 'townships').word;
    const what = `“${county.name}”的区划代码和它的${third}都对不上`;
    return [...own, bad(county, 'code-parent', what, `与${third}代码的前6位相同，例如 ${first}`, mend)];
  });
}

/** Administrative codes fit the level of their place and the code of what it lies in. */
export const codes: Rule = (draft) => [...draft.places.flatMap(levelOf), ...parents(draft)];
