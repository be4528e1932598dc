import type { PlanRule, ProseBlock, ProseFinding, StoryProse } from '../prose.ts';
import { aroundOf } from './around.ts';
import { bareReader } from './bare.ts';
import { wrongEnding } from './endings.ts';
import { type NameFault, nameFinding, overlaps } from './finding.ts';
import { formerReader } from './former.ts';
import { type NamedPlace, type PlaceToken, placeIndex, rightName } from './index.ts';
import { elsewhere, misspeltReader } from './misspelt.ts';
import { bySentence } from './units.ts';
import { CHANGED, mentioned } from './words.ts';

const ENDING = /[乡镇县市区]/gu;
const MISSPELT = {
  alike: '地名错了一个字',
  other: '地名错了一个字',
  swapped: '地名的字写颠倒了',
  dropped: '地名少了字',
  doubled: '地名多写了字',
  added: '地名多写了字',
};

/** Names of places written wrongly: one character off, with another ending, or by a name of former times. */
export const placeNames: PlanRule = ({ programme }) => {
  const index = placeIndex(programme);
  const misspelt = misspeltReader(index);
  const bare = bareReader(index, programme);
  const former = formerReader(index, Math.min(...programme.document.years));

  /** Names with an ending. */
  function inFull(source: ProseBlock, block: number, told: Told, tokens: PlaceToken[]): ProseFinding[] {
    const { text } = source;
    const around = aroundOf(index, text, tokens);
    return [...text.matchAll(ENDING)].flatMap(({ index: at }): ProseFinding[] => {
      if (tokens.some((token) => token.start <= at && at < token.end)) return [];
      const ending = wrongEnding(index, text, at, around);
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
