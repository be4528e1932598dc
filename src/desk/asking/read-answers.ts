import type { z } from 'zod';
import { explainIssues } from '#check/data/explain-issue.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import type { Answer } from './questions.ts';

/** One thing to choose: its number is its place in the list. */
export interface Choice {
  readonly id: string;
  /** What it is called; the first is shown, the others are understood too. */
  readonly names: readonly string[];
}

export const projectChoices = ({ projects }: Pick<Programme, 'projects'>): Choice[] =>
  projects.map(({ id, short, title, aliases = [] }) => ({ id, names: [short, title, ...aliases] }));

/** The places of every pairing in the order of the plan, then the others; each once. */
export function placeChoices({ journeys, content }: Pick<Programme, 'journeys' | 'content'>): Choice[] {
  const paired = journeys.flatMap((j) => [j.city, j.county, ...j.threads.map((t) => t.place)]);
  const all = new Map([...paired, ...content.places].map((place) => [place.id, place]));
  return [...all.values()].map(({ id, name, name_today: today }) => ({ id, names: today ? [name, today] : [name] }));
}

/** Reads an answer of numbers, ids or names, joined by 、 or commas or spaces. `what` is 项目, 地方 …. */
export function chosen(answer: string, choices: readonly Choice[], what: string): Answer<string[]> {
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

/** Whether a key of a file may hold this value, by the same schema as in the check; else its words. */
export function bySchema(schema: z.ZodObject, key: string, value: string): Answer<string> {
  const own = schema.pick({ [key]: true } as Record<typeof key, true>);
  const data = { [key]: value };
  const result = own.safeParse(data);
  if (result.success) return { value };
  const [finding] = explainIssues('', own, data, result.error.issues);
  return { problem: finding ? `${finding.message}${finding.mend}` : '写法不对。' };
}
