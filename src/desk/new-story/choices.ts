import type { Programme } from '#domain/programme/programme.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { STORY_KINDS } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';

/** One thing to choose: its number is its place in the list. */
export interface Choice {
  readonly id: string;
  /** What it is called; the first is shown, the others are understood too. */
  readonly names: readonly string[];
}

export type Chosen = { readonly value: string[] } | { readonly problem: string };

/** The kinds of story. */
export const KIND_CHOICES: readonly Choice[] = STORY_KINDS.map((id) => ({ id, names: [KIND_WORDS[id]] }));

export const projectChoices = ({ projects }: Programme): Choice[] =>
  projects.map(({ id, short, title, aliases = [] }) => ({ id, names: [short, title, ...aliases] }));

/** The places of every pairing in the order of the plan, then the others; each once. */
export function placeChoices({ journeys, content }: Programme): Choice[] {
  const paired = journeys.flatMap((j) => [j.city, j.county, ...j.threads.map((t) => t.place)]);
  const all = new Map([...paired, ...content.places].map((place) => [place.id, place]));
  return [...all.values()].map(({ id, name, name_today: today }) => ({ id, names: today ? [name, today] : [name] }));
}

/** The list as it is shown: `1 甲　2 乙`, some to a line. */
export function shownChoices(choices: readonly Choice[], aLine = 6): string {
  const words = choices.map(({ names }, i) => `${i + 1} ${names[0]}`);
  const lines = words.flatMap((_, i) => (i % aLine === 0 ? [`  ${words.slice(i, i + aLine).join('　')}`] : []));
  return lines.join('\n');
}

/** Reads an answer of numbers, ids or names, joined by 、 or commas or spaces. `what` is 项目, 地方 …. */
export function chosen(answer: string, choices: readonly Choice[], what: string): Chosen {
  const words = answer.split(/[、，,；;\s]+/u).filter(Boolean);
  const found = words.map((word) =>
    choices.find(({ id, names }, i) => String(i + 1) === word || id === word || names.includes(word)),
  );
  const lost = words.find((_, i) => !found[i]);
  if (lost === undefined) return { value: [...new Set(found.flatMap((choice) => (choice ? [choice.id] : [])))] };
  if (/^\d+$/.test(lost)) return { problem: `没有第${lost}个${what}：号码从1到${choices.length}。` };
  const hint = didYouMean(
    lost,
    choices.flatMap(({ id, names }) => [id, ...names]),
  );
  return { problem: `没有“${lost}”这个${what}。${hint || '照上面的号码写。'}` };
}
