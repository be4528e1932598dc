import type { Programme } from '#domain/programme/programme.ts';
import type { Range } from '../prose.ts';
import { confusedWith } from './alike.ts';
import { overlaps } from './finding.ts';
import type { NamedPlace, PlaceIndex } from './index.ts';
import { literal, midWord } from './words.ts';

/** A name without an ending, one character of which is another that sounds or looks like it. */
export interface BareSlip extends Range {
  readonly name: NamedPlace;
  readonly severity: 'error' | 'warning';
}

/** Words that sound like names. */
const WORDS = new Set(['笼子', '聋子', '龙子', '场地', '常地', '常的', '长啥', '长杀', '扎馕', '山难', '山楠']);
const OFFICE = /^(?:团市委|市委|市团委|团县委|县委|县团委)/u;
const AID = /^(?:市|县)?(?:对口|援藏|援建)/u;
const FROM = /(?:来自|从|由|自|飞往|抵达|返回|回到)$/u;
const ON = /^(?:出发|到|至|飞|赴|坐|乘|启程|开往|来的?|寄|的)/u;
const PAIR = '[^，。；：！？、]{0,8}(?:结对|对口|帮扶|支援|援助|援建|对接|—|–|-|到|与|和)[^，。；：！？、]{0,6}';

function variants(index: PlaceIndex): Map<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const name of index.names) {
    if (name.stem.length < 2) continue;
    [...name.stem].forEach((right, i) => {
      for (const wrong of confusedWith(right)) {
        const written = name.stem.slice(0, i) + wrong + name.stem.slice(i + 1);
        if (!index.byStem.has(written) && !WORDS.has(written)) found.set(written, name);
      }
    });
  }
  return found;
}

/** Finds them; names of two characters only where the words around make them a place. */
export function bareReader(index: PlaceIndex, { site }: Programme) {
  const wrong = variants(index);
  const first = new Set([...wrong.keys()].map((w) => w[0] ?? ''));
  const lengths = [...new Set([...wrong.keys()].map((w) => w.length))].sort((a, b) => b - a);
  const any = (level: string, other?: string) => {
    const stems = index.names.filter(({ place }) => place.level === level || place.level === other).map((n) => n.stem);
    return stems.length > 0 ? `(?:${stems.map(literal).join('|')})` : '(?!)';
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
  const home = new RegExp(`(?:${[site.from, site.to].map(literal).join('|')})[省市]?$`, 'u');

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
      if (!first.has(text[start] ?? '')) continue;
      for (const length of lengths) {
        const name = wrong.get(text.slice(start, start + length));
        const range = { start, end: start + length };
        if (!name || midWord(text, start) || taken.some((other) => overlaps(other, range))) continue;
        const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(range.end, range.end + 24)];
        const severity = severityOf(before, behind, name);
        if (severity) found.push({ ...range, name, severity });
      }
    }
    return found;
  };
}
