/** Under this name in the registry of the process, which is the one thing that pages and builder share. */
const HANDED = 'handed-to-pages';
const registry = globalThis as { [name: symbol]: unknown[] | undefined };

/**
 * Hands something to the pages, which are rendered in this process: content of any size costs nothing to hand over.
 * Returns the expression by which their modules take it.
 */
export function handOver(thing: unknown): string {
  const handed = registry[Symbol.for(HANDED)] ?? [];
  registry[Symbol.for(HANDED)] = handed;
  return `globalThis[Symbol.for(${JSON.stringify(HANDED)})][${handed.push(thing) - 1}]`;
}
