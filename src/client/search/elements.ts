import type { Piece } from '#domain/search/found.ts';

/** An element with its attributes and what stands in it; text stays text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The pieces of an excerpt; what was found is marked. */
export function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, mark }) => (mark ? el('mark', {}, text) : text));
}

/** The element of the page that has the id; the page and its script are one, so it is there. */
export function byId<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`#${id}`);
  return element;
}
