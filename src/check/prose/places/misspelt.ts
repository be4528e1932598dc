import type { Range } from '../prose.ts';
import { confusedWith } from './alike.ts';
import type { Around } from './around.ts';
import { overlaps } from './finding.ts';
import type { NamedPlace, PlaceIndex, PlaceToken } from './index.ts';
import { SLIPS, type Slip, type Variant, variantsBefore } from './variants.ts';
import { beginsWord, endsWord, midWord } from './words.ts';

/** A name with the right ending and one slip in its stem. */
export interface Misspelt extends Range {
  readonly slip: Slip;
  readonly names: readonly NamedPlace[];
  readonly severity: 'error' | 'warning';
}

type Judged = Variant & { readonly name: NamedPlace; readonly severity: 'error' | 'warning' };

/** Words that are a name read backwards. */
const BACKWARDS = new Set(['当日', '当天', '日前', '子女']);
const PARTICLES = '的地着了是个在和与及为';
const COUNTED = /^[一二两三四五六七八九十几各全本该每数多某此这那]/u;

/** How sure a slip is; null where it may as well be another place. `told`: the story speaks of the county. */
function severityOf(
  { slip, start }: Variant,
  end: number,
  text: string,
  name: NamedPlace,
  around: Around,
  told: () => boolean,
): 'error' | 'warning' | null {
  const n = name.stem.length;
  const township = name.place.level === 'township';
  const linked = around.attached || around.beside;
  const near = linked || around.named;
  const written = text.slice(start, end);
  if (slip === 'alike') {
    if (PARTICLES.includes(written.at(-1) ?? '') && name.stem.at(-1) !== written.at(-1)) return null;
    return n > 1 || linked ? 'error' : null;
  }
  if (slip === 'doubled') {
    if (n > 1 && written[0] !== written[1]) return 'error';
    // 参加加…: the first may belong to the word before.
    return around.attached || !/\p{Script=Han}/u.test(text[start - 1] ?? '') ? 'error' : null;
  }
  if (slip === 'swapped') {
    if (BACKWARDS.has(written)) return linked ? 'error' : null;
    return n > 2 || !township || near || told() ? 'error' : 'warning';
  }
  if (slip === 'added') return around.attached || (n > 2 && near) ? 'error' : n > 2 ? 'warning' : null;
  if (slip === 'dropped') {
    if (n > 3) return 'error';
    if (n === 3) return linked ? 'error' : around.named || told() ? 'warning' : null;
    return linked && township && !COUNTED.test(written) ? 'warning' : null;
  }
  if (n > 2) return near ? 'error' : 'warning';
  if (!township) return around.attached ? 'warning' : null;
  return around.attached || around.flanked ? 'warning' : null;
}

/** What a name with the ending at `at` is, if it is one of the known ones, written wrongly. */
export function misspeltReader(index: PlaceIndex) {
  const candidates = candidateReader(index);

  return (
    text: string,
    at: number,
    tokens: readonly PlaceToken[],
    around: (range: Range, name: NamedPlace) => Around,
    told: (name: NamedPlace) => boolean,
  ): Misspelt | null => {
    if (beginsWord(text, at)) return null;
    const whole = at + 1;
    const judged = candidates(text, whole).flatMap(({ name, end }) =>
      variantsBefore(text, end, name.stem).flatMap((variant): Judged[] => {
        const range = { start: variant.start, end: whole };
        if (tokens.some((token) => overlaps(token, range)) || midWord(text, variant.start)) return [];
        if (index.forms.has(text.slice(variant.start, whole))) return [];
        if (variant.slip !== 'alike' && variant.slip !== 'doubled' && endsWord(text, at)) return [];
        if (elsewhere(text, variant.start, name, tokens)) return [];
        const severity = severityOf(variant, end, text, name, around(range, name), () => told(name));
        return severity ? [{ ...variant, name, severity }] : [];
      }),
    );
    const rank = ({ slip }: Judged) => SLIPS.indexOf(slip);
    const [best] = judged.toSorted((a, b) => rank(a) - rank(b));
    if (!best) return null;
    const same = judged.filter(({ slip, start }) => slip === best.slip && start === best.start);
    return { ...best, end: whole, names: same.map(({ name }) => name) };
  };
}

/**
 * The names that may be meant by what ends at `whole`, with where their ending begins. Each slip leaves a character of the
 * stem where it was, but of a stem of one character, for which those count that are taken for it.
 */
function candidateReader({ names }: PlaceIndex) {
  const byLast = new Map<string, { name: NamedPlace; ending: string }[]>();
  for (const name of names)
    for (const ending of name.endings) {
      const kept = name.stem.length > 1 ? [...name.stem] : [...confusedWith(name.stem), name.stem];
      for (const c of new Set(kept)) {
        const key = c + ending.slice(-1);
        byLast.set(key, [...(byLast.get(key) ?? []), { name, ending }]);
      }
    }
  const longest = Math.max(0, ...names.flatMap(({ stem, endings }) => endings.map((e) => stem.length + e.length + 1)));

  return (text: string, whole: number): { name: NamedPlace; end: number }[] => {
    const found = new Map<NamedPlace, Map<string, number>>();
    for (let at = whole - 2; at >= Math.max(0, whole - longest); at--) {
      for (const { name, ending } of byLast.get((text[at] ?? '') + (text[whole - 1] ?? '')) ?? []) {
        const end = whole - ending.length;
        if (end - at > name.stem.length + 1 || !text.startsWith(ending, end)) continue;
        found.set(name, (found.get(name) ?? new Map<string, number>()).set(ending, end));
      }
    }
    return [...found].flatMap(([name, ends]) => [...ends.values()].map((end) => ({ name, end })));
  };
}

/** Whether a county, city or prefecture that is none of the known ones stands right before: then it is a place there. */
export function elsewhere(text: string, start: number, { place }: NamedPlace, tokens: readonly PlaceToken[]): boolean {
  const before = text[start - 1] ?? '';
  const land = place.level === 'township' ? '县市旗州盟' : '市州盟';
  const district = place.level === 'township' && DISTRICT.test(text.slice(Math.max(0, start - 6), start));
  return (district || (before !== '' && land.includes(before))) && !tokens.some((token) => token.end === start);
}

/** A district, not a kind of land or the autonomous region. */
const DISTRICT = /(?<!自治|山|牧|农|林|地|库|景|灾|边|高原|藏|片)区$/u;
