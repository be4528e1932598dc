import type { Around } from './place-around.ts';
import { overlaps } from './place-finding.ts';
import type { NamedPlace, PlaceIndex, PlaceToken } from './place-index.ts';
import { SLIPS, type Slip, type Variant, variantsBefore } from './place-variants.ts';
import { beginsWord, endsWord, midWord } from './place-words.ts';
import type { Range } from './prose.ts';

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
  const byEnding = new Map<string, NamedPlace[]>();
  for (const name of index.names)
    for (const ending of name.endings) byEnding.set(ending, [...(byEnding.get(ending) ?? []), name]);
  const endings = [...byEnding.keys()].sort((a, b) => b.length - a.length);

  return (
    text: string,
    at: number,
    tokens: readonly PlaceToken[],
    around: (range: Range, name: NamedPlace) => Around,
    told: (name: NamedPlace) => boolean,
  ): Misspelt | null => {
    if (beginsWord(text, at)) return null;
    const whole = at + 1;
    const judged = endings
      .filter((ending) => text.startsWith(ending, whole - ending.length))
      .flatMap((ending) => {
        const end = whole - ending.length;
        return (byEnding.get(ending) ?? []).flatMap((name) =>
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
      });
    const rank = ({ slip }: Judged) => SLIPS.indexOf(slip);
    const [best] = judged.toSorted((a, b) => rank(a) - rank(b));
    if (!best) return null;
    const same = judged.filter(({ slip, start }) => slip === best.slip && start === best.start);
    return { ...best, end: whole, names: same.map(({ name }) => name) };
  };
}

/** Whether a county, city or prefecture that is none of the known ones stands right before: then it is a place there. */
export function elsewhere(text: string, start: number, { place }: NamedPlace, tokens: readonly PlaceToken[]): boolean {
  const before = text[start - 1] ?? '';
  if (!(place.level === 'township' ? '县市旗州盟' : '市州盟').includes(before)) return false;
  return before !== '' && !tokens.some((token) => token.end === start);
}
