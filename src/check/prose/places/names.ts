import type { Programme } from '#domain/programme/programme.ts';
import { confusedWith, likenessOf } from '../../text/alike.ts';
import { Beginnings } from '../../text/beginnings.ts';
import { matchesIn } from '../../text/glance.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range, StoryProse } from '../prose.ts';
import { type NamedPlace, type PlaceIndex, type PlaceToken, placeIndex, rightName } from './index.ts';
import { bySentence } from './units.ts';
import { anyOf, beginsWord, CHANGED, endsWord, HAN, isJoint, isOrdinary, mentioned, midWord, OF_OLD } from './words.ts';

/** What stands around a doubtful name and speaks for the place it seems to be. */
interface Around {
  /** Its county right before it, or its township right behind it. */
  readonly attached: boolean;
  /** In a list beside a neighbour; `flanked`: between two. */
  readonly beside: boolean;
  readonly flanked: boolean;
  /** Its county or a neighbour in the same sentence. */
  readonly named: boolean;
}

/** Names of one kind that belong together: cities, counties, townships of one county. */
function kin(a: NamedPlace, b: NamedPlace): boolean {
  if (a.place.level !== b.place.level) return false;
  return a.place.level !== 'township' || [...a.counties].some((id) => b.counties.has(id));
}

const POSSESSIVE = /^(?:的|境内的?|下辖的|所辖的)?$/u;

/** Reads what stands around a range of a sentence in which the known names are found. */
function aroundOf(
  index: PlaceIndex,
  text: string,
  tokens: readonly PlaceToken[],
): (range: Range, name: NamedPlace) => Around {
  const own = (name: NamedPlace) =>
    index.names.filter(
      ({ place, counties }) => place.level === 'county' && [...counties].some((id) => name.counties.has(id)),
    );
  return ({ start, end }, name) => {
    const related = (token: PlaceToken) => token.names.some((other) => kin(other, name));
    const before = tokens.some((t) => t.end <= start && isJoint(text.slice(t.end, start).slice(0, 3)) && related(t));
    const behind = tokens.some((t) => t.start >= end && isJoint(text.slice(end, t.start).slice(0, 3)) && related(t));
    const township = name.place.level === 'township';
    const attached = township
      ? tokens.some(
          (t) =>
            t.end <= start &&
            start - t.end < 5 &&
            POSSESSIVE.test(text.slice(t.end, start)) &&
            t.names.some(({ place }) => place.level === 'county' && name.counties.has(place.id)),
        ) || own(name).some(({ stem }) => text.slice(start - stem.length, start) === stem)
      : name.place.level === 'county' &&
        tokens.some((t) => t.start === end && t.names.some((o) => o.place.level === 'township' && kinOf(o, name)));
    const named =
      own(name).some(({ stem }) => township && text.includes(stem)) ||
      tokens.some((t) => t.start !== start && related(t));
    return { attached, beside: before || behind, flanked: before && behind, named };
  };
}

const kinOf = (township: NamedPlace, county: NamedPlace) => township.counties.has(county.place.id);

/** What a finding about a name says beyond its place in the text. */
interface NameFault {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly what: string;
  readonly names: readonly NamedPlace[];
  readonly mend: string;
}

/** A finding about a name; in somebody else's words it is a warning at most. */
function nameFinding(source: ProseBlock, block: number, range: Range, fault: NameFault): ProseFinding {
  const { severity, code, what, names, mend } = fault;
  return {
    block,
    start: range.start,
    end: range.end,
    severity: source.quoted ? 'warning' : severity,
    code,
    what,
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: [...new Set(names.map(rightName))].join('或者'),
    written: [...new Set(names.flatMap(({ label }) => label ?? []))].join('；') || null,
    mend,
  };
}

const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

/** A name without an ending, one character of which is another that sounds or looks like it. */
interface BareSlip extends Range {
  readonly name: NamedPlace;
  readonly severity: 'error' | 'warning';
}

const OFFICE = /^(?:团市委|市委|市团委|团县委|县委|县团委)/u;
const AID = /^(?:市|县)?(?:对口|援[藏疆青]|援建)/u;
const FROM = /(?:来自|从|由|自|飞往|抵达|返回|回到)$/u;
const ON = /^(?:出发|到|至|飞|赴|坐|乘|启程|开往|来的?|寄|的)/u;
const PAIR = '[^，。；：！？、]{0,8}(?:结对|对口|帮扶|支援|援助|援建|对接|—|–|-|到|与|和)[^，。；：！？、]{0,6}';

function variants(index: PlaceIndex): Map<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const name of index.names) {
    if (name.stem.length < 2) continue;
    [...name.stem].forEach((right, i) => {
      for (const [wrong, likeness] of confusedWith(right)) {
        // Without an ending a name is known by its sound or look alone: what only comes near may be anything.
        if (likeness === 'near') continue;
        const written = name.stem.slice(0, i) + wrong + name.stem.slice(i + 1);
        if (!index.byStem.has(written)) found.set(written, name);
      }
    });
  }
  return found;
}

/** Finds them; names of two characters only where the words around make them a place. */
function bareReader(index: PlaceIndex, { site }: Programme) {
  const wrong = variants(index);
  const beginnings = new Beginnings(wrong.keys());
  const lengths = [...new Set([...wrong.keys()].map((w) => w.length))].sort((a, b) => b - a);
  const any = (level: string, other?: string) => {
    const stems = index.names.filter(({ place }) => place.level === level || place.level === other).map((n) => n.stem);
    return stems.length > 0 ? `(?:${stems.map((word) => RegExp.escape(word)).join('|')})` : '(?!)';
  };
  const levels = ['city', 'county', 'township', 'region'] as const;
  const lists = new Map(
    levels.map((level) => [
      level,
      {
        before: new RegExp(`${any(level)}[市县乡镇]?(?:、|和|与|及|以及)$`, 'u'),
        behind: new RegExp(`^[市县乡镇]?(?:、|和|与|及|以及)${any(level)}`, 'u'),
      },
    ]),
  );
  const toCounty = new RegExp(`^${PAIR}${any('county')}`, 'u');
  const fromCity = new RegExp(`${any('city')}${PAIR}$`, 'u');
  const known = new RegExp(any('city', 'county'), 'u');
  const home = new RegExp(`(?:${[site.from, site.to].map((word) => RegExp.escape(word)).join('|')})[省市]?$`, 'u');

  function severityOf(before: string, behind: string, { place, stem }: NamedPlace): 'error' | 'warning' | null {
    const list = lists.get(place.level);
    const sides = [list?.before.test(before), list?.behind.test(behind)].filter(Boolean).length;
    if (stem.length > 2) return 'error';
    if (place.level === 'township') return sides === 2 ? 'warning' : null;
    if (sides > 0 || OFFICE.test(behind)) return 'error';
    if (place.level === 'city' && toCounty.test(behind)) return 'warning';
    if (place.level === 'county' && fromCity.test(before)) return 'warning';
    if (home.test(before) || AID.test(behind)) return 'warning';
    return FROM.test(before) && ON.test(behind) && known.test(before + behind) ? 'warning' : null;
  }

  return (text: string, taken: readonly Range[]): BareSlip[] => {
    const found: BareSlip[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!beginnings.mayBeAt(text, start)) continue;
      for (const length of lengths) {
        const name = wrong.get(text.slice(start, start + length));
        const range = { start, end: start + length };
        if (!name || range.end > text.length || taken.some((other) => overlaps(other, range))) continue;
        const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(range.end, range.end + 24)];
        const severity = severityOf(before, behind, name);
        if (!severity || midWord(text, start) || isOrdinary(text, range)) continue;
        found.push({ ...range, name, severity });
      }
    }
    return found;
  };
}

/** A right stem with an ending that is not its own. */
interface WrongEnding extends Range {
  readonly names: readonly NamedPlace[];
  readonly severity: 'error' | 'warning';
}

function endingSeverity(names: readonly NamedPlace[], ending: string): 'error' | 'warning' | null {
  const has = (level: string) => names.some(({ place }) => place.level === level);
  // Beside a city there is often a county of its name that the notice does not list.
  if (has('city')) return null;
  if (has('region')) return ending === '县' ? 'error' : null;
  if (has('township')) return ending === '区' && !has('county') ? null : 'error';
  return ending === '乡' || ending === '镇' ? 'warning' : 'error';
}

/** The name before the ending at `at`, where the stem is right and the ending is not. */
function wrongEnding(
  { byStem }: PlaceIndex,
  text: string,
  { at, ending }: { readonly at: number; readonly ending: string },
  around: (range: Range, name: NamedPlace) => Around,
): WrongEnding | null {
  if (beginsWord(text, at)) return null;
  for (let length = Math.min(12, at); length > 0; length--) {
    const start = at - length;
    const names = byStem.get(text.slice(start, at));
    if (!names || midWord(text, start)) continue;
    if (names.some(({ endings }) => endings.some((e) => e === ending))) return null;
    const severity = endingSeverity(names, ending);
    if (!severity) return null;
    const range = { start, end: at + ending.length };
    // One character before an ending is a word of its own too easily.
    const sure = length > 1 || names.some((name) => around(range, name).attached || around(range, name).beside);
    return sure ? { ...range, names, severity } : null;
  }
  return null;
}

const YEAR = /(?<!\d)(?:1[89]|20)\d\d(?=年)/gu;

/** Names of former times in a sentence, where it speaks of today. */
function formerReader({ former }: PlaceIndex, firstYear: number) {
  const names = [...former.keys()].sort((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
  const pattern = names.length > 0 ? new RegExp(names.join('|'), 'gu') : null;

  return (source: ProseBlock, block: number): ProseFinding[] => {
    const { text } = source;
    if (!pattern || OF_OLD.test(text) || matchesIn(text, YEAR).some(([year]) => Number(year) < firstYear)) return [];
    return matchesIn(text, pattern).flatMap(({ index: start, 0: old }): ProseFinding[] => {
      const name = former.get(old);
      // The title of a book or paper is what it is.
      if (!name || text.lastIndexOf('《', start) > text.lastIndexOf('》', start)) return [];
      const finding = nameFinding(
        source,
        block,
        { start, end: start + old.length },
        {
          severity: 'warning',
          code: 'place-former-name',
          what: '这是从前的地名',
          names: [name],
          mend: `改成${rightName(name)}；说的是改名以前的事，就写明“原${old}”。`,
        },
      );
      const since = name.place.name_since;
      return [{ ...finding, written: since ? `${since.text}（${since.source}）` : finding.written }];
    });
  };
}

/** How a written name differs from the right one: a character taken for another, others swapped, dropped, doubled, added. */
type Slip = 'alike' | 'near' | 'swapped' | 'doubled' | 'added' | 'dropped' | 'other';
/** The likelier ones first. */
const SLIPS: readonly Slip[] = ['alike', 'near', 'swapped', 'doubled', 'added', 'dropped', 'other'];

/** A stem written wrongly. */
interface Variant {
  readonly slip: Slip;
  readonly start: number;
}

const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1);

function sameLength(written: string, stem: string): Slip | null {
  const differing = [...stem].flatMap((c, i) => (written[i] === c ? [] : [i]));
  const [i = 0, j = 0] = differing;
  if (differing.length === 1) {
    const likeness = likenessOf(written[i] ?? '', stem[i] ?? '');
    if (likeness) return likeness;
    // The first of a longer name is as likely missing: what stands there belongs to the words before.
    return stem.length > 2 && i === 0 ? null : stem.length > 1 ? 'other' : null;
  }
  const crossed = differing.length === 2 && j === i + 1 && written[i] === stem[j] && written[j] === stem[i];
  return crossed ? 'swapped' : null;
}

function longer(written: string, stem: string): Slip | null {
  // A character before or behind the whole name belongs to other words, unless the name's own is doubled.
  const extra = [...written].findIndex((_, i) => without(written, i) === stem);
  if (extra < 0) return null;
  if ([...written].some((c, i) => c === written[i + 1] && without(written, i) === stem)) return 'doubled';
  return extra > 0 && extra < written.length - 1 ? 'added' : null;
}

/** The ways in which the text before `end` may be the stem, written wrongly. */
function variantsBefore(text: string, end: number, stem: string): Variant[] {
  const n = stem.length;
  const cut = (length: number) => (end >= length ? text.slice(end - length, end) : '');
  const found: Variant[] = [];
  const add = (slip: Slip | null, length: number) => {
    if (slip && HAN.test(cut(length))) found.push({ slip, start: end - length });
  };
  add(cut(n) ? sameLength(cut(n), stem) : null, n);
  add(cut(n + 1) ? longer(cut(n + 1), stem) : null, n + 1);
  const shorter = n > 1 ? cut(n - 1) : '';
  add(shorter && [...stem].some((_, i) => without(stem, i) === shorter) ? 'dropped' : null, n - 1);
  return found;
}

/** A name with the right ending and one slip in its stem. */
interface Misspelt extends Range {
  readonly slip: Slip;
  readonly names: readonly NamedPlace[];
  readonly severity: 'error' | 'warning';
}

type Judged = Variant & { readonly name: NamedPlace; readonly severity: 'error' | 'warning' };

const PARTICLES = '的地着了是个在和与及为';
const COUNTED = /^[一二两三四五六七八九十几各全本该每数多某此这那]/u;

/** How sure a slip is; null where it may as well be another place. `told`: the story speaks of the county. */
function slipSeverity(
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
  if (slip === 'near') {
    if (n === 1) return linked ? 'warning' : null;
    return near || told() ? 'error' : 'warning';
  }
  if (slip === 'doubled') {
    if (n > 1 && written[0] !== written[1]) return 'error';
    // 参加加…: the first may belong to the word before.
    return around.attached || !/\p{Script=Han}/u.test(text[start - 1] ?? '') ? 'error' : null;
  }
  if (slip === 'swapped') {
    // A name read backwards may be a word.
    if (isOrdinary(text, { start, end })) return linked ? 'error' : null;
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
function misspeltReader(index: PlaceIndex) {
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
        if (!['alike', 'near', 'doubled'].includes(variant.slip) && endsWord(text, at)) return [];
        if (elsewhere(text, variant.start, name, tokens)) return [];
        const severity = slipSeverity(variant, end, text, name, around(range, name), () => told(name));
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
      const kept = name.stem.length > 1 ? [...name.stem] : [...confusedWith(name.stem).keys(), name.stem];
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
function elsewhere(text: string, start: number, { place }: NamedPlace, tokens: readonly PlaceToken[]): boolean {
  const before = text[start - 1] ?? '';
  const land = place.level === 'township' ? '县市旗州盟' : '市州盟';
  const district = place.level === 'township' && DISTRICT.test(text.slice(Math.max(0, start - 6), start));
  return (district || (before !== '' && land.includes(before))) && !tokens.some((token) => token.end === start);
}

/** A district, not a kind of land or the autonomous region. */
const DISTRICT = /(?<!自治|山|牧|农|林|地|库|景|灾|边|高原|藏|片)区$/u;

/** What names may end in: the usual endings, and those of the programme's own places. */
const endingsOf = ({ names }: PlaceIndex): RegExp =>
  anyOf(
    [...new Set([...'乡镇县市区', ...names.flatMap(({ endings }) => endings)])].toSorted((a, b) => b.length - a.length),
  );
const MISSPELT = {
  alike: '地名错了一个字',
  near: '地名错了一个字',
  other: '地名错了一个字',
  swapped: '地名的字写颠倒了',
  dropped: '地名少了字',
  doubled: '地名多写了字',
  added: '地名多写了字',
};

/** Names of places written wrongly: one character off, with another ending, or by a name of former times. */
export const placeNames: PlanRule = ({ programme }) => {
  const index = placeIndex(programme);
  const anyEnding = endingsOf(index);
  const misspelt = misspeltReader(index);
  const bare = bareReader(index, programme);
  const former = formerReader(index, Math.min(...programme.document.years));

  /** Names with an ending. */
  function inFull(source: ProseBlock, block: number, told: Told, tokens: PlaceToken[]): ProseFinding[] {
    const { text } = source;
    const around = aroundOf(index, text, tokens);
    return matchesIn(text, anyEnding).flatMap(({ index: begin, 0: word }): ProseFinding[] => {
      const at = begin + word.length - 1;
      if (tokens.some((token) => token.start <= at && at < token.end)) return [];
      const ending = wrongEnding(index, text, { at: begin, ending: word }, around);
      if (ending) {
        const [name] = ending.names;
        if (!name || CHANGED.test(text) || elsewhere(text, ending.start, name, tokens)) return [];
        return [nameFinding(source, block, ending, endingFault(ending.names, ending.severity))];
      }
      const slip = misspelt(text, at, tokens, around, told);
      if (!slip) return [];
      // What follows may be the township of a county that is written wrongly itself.
      tokens.push(slip);
      const fault = { ...slip, code: 'place-misspelt', what: MISSPELT[slip.slip], mend: mendOf(slip.names) };
      return [nameFinding(source, block, slip, fault)];
    });
  }

  /** Names without one. */
  function inShort(source: ProseBlock, block: number, tokens: readonly PlaceToken[]): ProseFinding[] {
    return bare(source.text, tokens).map((slip) => {
      const right = `“${slip.name.stem}”`;
      const finding = nameFinding(source, block, slip, {
        severity: slip.severity,
        code: 'place-misspelt',
        what: MISSPELT.alike,
        names: [slip.name],
        mend: `改成${right}；如果写的确实是别的地方或者人名，就把它写得看得出来。`,
      });
      return { ...finding, expected: right };
    });
  }

  return (prose) => {
    const told = storyTells(prose, index.names);
    return prose.blocks.flatMap((whole, block) =>
      bySentence(whole, (source, near) => {
        const tokens = index.fullNamesIn(source.text);
        const full = inFull(source, block, told, tokens);
        const short = inShort(source, block, tokens).filter((f) => !full.some((other) => overlaps(f, other)));
        const found = [...full, ...short, ...former(source, block)].sort((a, b) => a.start - b.start);
        return found.filter((f) => !mentioned(source.text, near, f.expected));
      }),
    );
  };
};

type Told = (name: NamedPlace) => boolean;

/** Whether a story names the county of a place; asked only where something is doubtful. */
function storyTells({ blocks }: StoryProse, names: readonly NamedPlace[]): Told {
  const known = new Map<string, boolean>();
  const stems = new Map(names.filter(({ place }) => place.level === 'county').map((n) => [n.place.id, n.stem]));
  const county = (id: string) => {
    const told = known.get(id) ?? blocks.some(({ text }) => text.includes(stems.get(id) ?? '\n\n'));
    known.set(id, told);
    return told;
  };
  return ({ counties }) => [...counties].some(county);
}

const mendOf = (names: readonly NamedPlace[]) =>
  `改成${[...new Set(names.map(rightName))].join('或者')}；如果写的确实是另一个地方，就写明它在哪个县、哪个市。`;

const endingFault = (names: readonly NamedPlace[], severity: 'error' | 'warning'): NameFault => ({
  severity,
  code: 'place-ending',
  what: '地名末尾的字和名单不同',
  names,
  mend: mendOf(names),
});
