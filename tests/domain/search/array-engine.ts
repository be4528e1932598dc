import type { Engine, FoundPage, IndexedPage } from '#domain/search/engine.ts';
import type { Folding } from '#domain/search/folding.ts';
import { baseOfWord, indexText, SEPARATOR } from '#domain/search/tokens.ts';
import type { FacetValues } from '#domain/stories/facets.ts';

/** A page as a test writes it: its title is its first block. */
export interface PageText {
  readonly url: string;
  readonly title: string;
  readonly blocks: readonly { readonly text: string; readonly id?: string }[];
  readonly facets?: FacetValues;
  /** Pages without one come last. */
  readonly date?: string;
}

/** What an engine was asked for, so that tests can tell what a search costs. */
export interface Asked {
  readonly phrases: string[];
  readonly pages: string[];
  facets: number;
}

/** An index of pages in memory that answers as Pagefind does over the same copies. The ids are the addresses. */
export function arrayEngine(pages: readonly PageText[], folding: Folding): Engine & { readonly asked: Asked } {
  const indexed = inOrder(pages).map((page) => ({ page, copy: copyOf(page, folding) }));
  const copies = new Map(indexed.map(({ page, copy }) => [page.url, copy]));
  const places = placesOf(copies);
  const asked: Asked = { phrases: [], pages: [], facets: 0 };
  return {
    asked,
    pages: new Map(indexed.map(({ page, copy }, place) => [page.url, standingOf(page, copy, place, folding)])),
    async phrase(bases) {
      asked.phrases.push(bases.join(' '));
      const rarest = [...bases].sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0))[0] ?? '';
      const offset = bases.indexOf(rarest);
      const found = new Map<string, number[]>();
      for (const { id, at, words } of places.get(rarest) ?? []) {
        if (!bases.every((base, i) => words[at - offset + i] === base)) continue;
        const known = found.get(id);
        if (known) known.push(at - offset);
        else found.set(id, [at - offset]);
      }
      return found;
    },
    async page(id) {
      asked.pages.push(id);
      const copy = copies.get(id);
      if (!copy) throw new Error(`no page ${id}`);
      return copy;
    },
    async facets() {
      asked.facets += 1;
      return new Map(indexed.map(({ page }) => [page.url, page.facets ?? {}]));
    },
  };
}

function inOrder(pages: readonly PageText[]): readonly PageText[] {
  return [...pages].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

function copyOf({ url, title, blocks, facets = {} }: PageText, folding: Folding): IndexedPage {
  const words = wordsOf(title, folding);
  const anchors: { id: string; at: number }[] = [];
  for (const { text, id = '' } of blocks) {
    words.push('. ');
    if (id !== (anchors.at(-1)?.id ?? '')) anchors.push({ id, at: words.length });
    words.push(...wordsOf(text, folding));
  }
  return { url, words, anchors, facets };
}

function wordsOf(text: string, folding: Folding): string[] {
  return indexText(text, folding)
    .split(SEPARATOR)
    .filter((word) => word !== '');
}

function standingOf({ title }: PageText, { words }: IndexedPage, place: number, folding: Folding): FoundPage {
  return { place, title: wordsOf(title, folding).length, length: words.length };
}

interface Place {
  readonly id: string;
  readonly at: number;
  readonly words: readonly string[];
}

/** Every word by its base, with where it stands. */
function placesOf(copies: ReadonlyMap<string, IndexedPage>): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const [id, page] of copies) {
    const words = page.words.map(baseOfWord);
    for (const [at, base] of words.entries()) {
      const known = places.get(base);
      if (known) known.push({ id, at, words });
      else places.set(base, [{ id, at, words }]);
    }
  }
  return places;
}
