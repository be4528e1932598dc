import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import { cityFaults } from './home-cities.ts';
import { type HomeFault, type Homes, homeFinding, homesOf } from './home-finding.ts';
import { listFaults } from './home-lists.ts';
import { listedUnder, looseFaults } from './home-loose.ts';
import { referredFaults } from './home-referred.ts';
import { townshipFaults } from './home-townships.ts';
import { placeIndex } from './index.ts';
import { type Mention, mentionReader } from './mentions.ts';
import { runsOf } from './runs.ts';
import { bySentence } from './units.ts';

/** Townships under a county that is not theirs, cities said to be paired with a county that another is paired with. */
export const placeHomes: PlanRule = ({ programme }) => {
  const mentionsIn = mentionReader(placeIndex(programme), programme);
  const homes = homesOf(programme);
  const { years } = programme.document;
  const [first, last] = [Math.min(...years), Math.max(...years)];

  function inSentence(source: ProseBlock, block: number): ProseFinding[] {
    const { text } = source;
    const mentions = mentionsIn(text);
    if (mentions.length < 2) return [];
    const runs = runsOf(text, mentions);
    const told = [...text.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?=年)/gu)].map((y) => Number(y[0]));
    // Another year may have had other pairings.
    const earlier = told.some((year) => year < first);
    const later = told.length > 0 && told.every((year) => year > last);
    const cities = earlier ? [] : cityFaults(text, runs, homes);
    const direct = [...townshipFaults(text, runs, homes), ...cities.map((f) => (later ? doubtful(f) : f))];
    const lists = earlier || later ? [] : listFaults(text, runs, homes);
    const isTold = ({ place }: HomeFault) => direct.some((f) => f.place === place);
    const under = listedUnder(text, mentions, homes).filter((fault) => !isTold(fault));
    const sure = [...direct, ...under, ...lists.filter((fault) => !isTold(fault))];
    const faults = sure.length > 0 || earlier || later ? sure : looseFaults(text, mentions, homes);
    return faults.map((fault) => homeFinding(source, block, fault, homes)).sort((a, b) => a.start - b.start);
  }

  return ({ blocks }) => {
    const found = blocks.flatMap((whole, block) => [
      ...bySentence(whole, (source) => inSentence(source, block)),
      ...referredFaults(whole, block, mentionsIn, homes),
    ]);
    return [...found, ...rowFindings(blocks, mentionsIn, homes, new Set(found.map((f) => f.block)))];
  };
};

const doubtful = (fault: HomeFault): HomeFault => ({ ...fault, severity: 'warning' });

/** Rows of a table with one city and one county, or one county and townships, that do not belong together. */
function rowFindings(
  blocks: readonly ProseBlock[],
  mentionsIn: (text: string) => Mention[],
  homes: Homes,
  done: ReadonlySet<number>,
): ProseFinding[] {
  const rows = new Map<number, { block: number; mention: Mention }[]>();
  blocks.forEach(({ part, group, text }, block) => {
    if (part !== 'cell' || group === null) return;
    rows.set(group, [...(rows.get(group) ?? []), ...mentionsIn(text).map((mention) => ({ block, mention }))]);
  });
  return [...rows.values()].flatMap((row): ProseFinding[] => {
    const of = (level: Mention['level']) => row.filter(({ mention }) => mention.level === level);
    const [[city, ...cities], [county, ...counties]] = [of('city'), of('county')];
    if (!county || counties.length > 0) return [];
    const shares = (a: Mention, b: Mention) => homes.of(a).some((journey) => homes.of(b).includes(journey));
    const found = [
      ...(city && cities.length === 0 ? [{ ...county, other: city, code: 'city-county' as const }] : []),
      ...of('township').map((township) => ({ ...township, other: county, code: 'township-county' as const })),
    ];
    return found.flatMap(({ block, mention, other, code }): ProseFinding[] => {
      const source = blocks[block];
      if (!source || done.has(block) || block === other.block || shares(mention, other.mention)) return [];
      if (homes.of(mention).length === 0) return [];
      const { start, end } = mention;
      return [homeFinding(source, block, { start, end, severity: 'warning', code, place: mention }, homes)];
    });
  });
}
