import type { StoryLookup } from './components.ts';

type Known<Key extends keyof StoryLookup> = StoryLookup[Key] extends (name: string) => infer Found
  ? ReadonlyMap<string, Found>
  : never;

/** What a story's page knows by name; the view of a story fits. */
export interface StoryParts {
  readonly numbers: Known<'number'>;
  readonly pictures: Known<'picture'>;
  readonly passage: StoryLookup['passage'];
  readonly sides: StoryLookup['sides'];
}

function found<T>(what: string, name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`没有${what} ${name}`);
  return value;
}

/** The lookup that the components of one story ask; figures are the same for all stories. */
export function lookupOf(
  { numbers, pictures, passage, sides }: StoryParts,
  figure: (name: string) => ReturnType<StoryLookup['figure']> | undefined,
): StoryLookup {
  return {
    number: (fact) => found('事实', fact, numbers.get(fact)),
    picture: (src) => found('图片', src, pictures.get(src)),
    figure: (name) => found('图', name, figure(name)),
    passage,
    sides,
  };
}
