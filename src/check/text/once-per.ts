import type { Programme } from '#domain/programme/programme.ts';

/** Prepares something from a programme once, for all rules that ask for it: what it keeps of texts is shared, too. */
export function oncePer<Prepared>(prepare: (programme: Programme) => Prepared): (programme: Programme) => Prepared {
  const prepared = new WeakMap<Programme, { readonly own: Prepared }>();
  return (programme) => {
    const known = prepared.get(programme) ?? { own: prepare(programme) };
    prepared.set(programme, known);
    return known.own;
  };
}
