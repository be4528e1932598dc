import { didYouMean } from '#domain/consistency/nearest.ts';

/** What can be said of a new story, in the order in which it is asked; each is also a flag. */
export const FIELDS = [
  'kind',
  'title',
  'summary',
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

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** Reads the flags of the command: `--title 标题` or `--title=标题`. What cannot be read comes back as a sentence. */
export function readArguments(args: readonly string[]): Arguments | { readonly wrong: string } {
  const given = new Map<Field, string>();
  const switches = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const [, name = '', , joined] = /^--([\w-]*)(=([\s\S]*))?$/.exec(args[i] ?? '') ?? [];
    if ((SWITCHES as readonly string[]).includes(name) && joined === undefined) {
      switches.add(name);
      continue;
    }
    if (!isField(name)) return { wrong: unknown(args[i] ?? '') };
    if (given.has(name)) return { wrong: `--${name} 写了两次，只写一次。` };
    const value = joined ?? args[++i];
    if (value === undefined || value.startsWith('--')) {
      return { wrong: `--${name} 后面没有写内容。写成 --${name} "…"，内容里有空格的要放在引号里。` };
    }
    given.set(name, value);
  }
  return { given, sample: switches.has('sample'), yes: switches.has('yes'), help: switches.has('help') };
}

function unknown(word: string): string {
  const known = [...FIELDS, ...SWITCHES].map((name) => `--${name}`);
  const hint = word.startsWith('-') ? didYouMean(word.replace(/=.*/s, ''), known) : '内容里有空格的要放在引号里。';
  return `不认识“${word}”。${hint}能用的有：${known.join('、')}。`;
}
