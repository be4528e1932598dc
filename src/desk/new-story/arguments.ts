import { readOptions } from '../asking/options.ts';

/** What can be said of a new story, in the order in which it is asked; each is also a flag. */
export const FIELDS = [
  'kind',
  'title',
  'summary',
  'people',
  'projects',
  'places',
  'author',
  'editor',
  'source',
  'date',
  'id',
] as const;
export type Field = (typeof FIELDS)[number];

const SWITCHES = ['sample', 'yes', 'help'] as const;

export interface Arguments {
  /** As typed, not yet checked. */
  readonly given: ReadonlyMap<Field, string>;
  /** 样稿: into the samples, not among the stories. */
  readonly sample: boolean;
  /** Suggestions are taken and nothing is confirmed. */
  readonly yes: boolean;
  readonly help: boolean;
}

/** Reads the options of the command. What cannot be read comes back as a sentence. */
export function readArguments(args: readonly string[]): Arguments | { readonly wrong: string } {
  const read = readOptions(args, FIELDS, SWITCHES);
  if ('wrong' in read) return read;
  const { given, switches } = read;
  return { given, sample: switches.has('sample'), yes: switches.has('yes'), help: switches.has('help') };
}
