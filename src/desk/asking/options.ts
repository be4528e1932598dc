import { didYouMean } from '#domain/search/nearest.ts';

/** What was written behind the name of a command. */
export interface Options<Value extends string, Switch extends string> {
  /** As typed, not yet checked. */
  readonly given: ReadonlyMap<Value, string>;
  readonly switches: ReadonlySet<Switch>;
  /** What stands there without an option, such as a file. */
  readonly others: readonly string[];
}

/**
 * Reads the options of a command: `--title 标题` or `--title=标题`, and switches that stand alone. What cannot be read
 * comes back as a sentence. `others`: how many words without an option it takes.
 */
export function readOptions<Value extends string, Switch extends string>(
  args: readonly string[],
  values: readonly Value[],
  switches: readonly Switch[],
  others = 0,
): Options<Value, Switch> | { readonly wrong: string } {
  const given = new Map<Value, string>();
  const on = new Set<Switch>();
  const plain: string[] = [];
  const unknown = (word: string) => {
    const known = [...values, ...switches].map((name) => `--${name}`);
    const hint = word.startsWith('-') ? didYouMean(word.replace(/=.*/s, ''), known) : '内容里有空格的要放在引号里。';
    return { wrong: `不认识“${word}”。${hint}能用的有：${known.join('、')}。` };
  };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const [, name = '', , joined] = /^--([\w-]*)(=([\s\S]*))?$/.exec(word) ?? [];
    const flag = switches.find((one) => one === name);
    if (flag !== undefined && joined === undefined) {
      on.add(flag);
      continue;
    }
    const key = values.find((one) => one === name);
    if (key === undefined) {
      if (word.startsWith('-') || plain.length >= others) return unknown(word);
      plain.push(word);
      continue;
    }
    if (given.has(key)) return { wrong: `--${key} 写了两次，只写一次。` };
    const value = joined ?? args[++i];
    if (value === undefined || value.startsWith('--')) {
      return { wrong: `--${key} 后面没有写内容。写成 --${key} "…"，内容里有空格的要放在引号里。` };
    }
    given.set(key, value);
  }
  return { given, switches: on, others: plain };
}
