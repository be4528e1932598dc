import type { Nodes } from 'mdast';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import type { PictureRights } from '#domain/stories/picture.ts';
import { fileOfAddress } from '../grammar/links.ts';
import type { Tag } from './tag.ts';

/** Something a story names that must be there, and where it names it. */
export interface Use {
  readonly id: string;
  readonly at: number;
}

/** A picture in the body; `rights` is null for a plain Markdown picture. */
export interface PictureUse {
  readonly src: string;
  readonly at: number;
  readonly alt: string;
  readonly altAt: number;
  /** As far as they are written. */
  readonly rights: Partial<PictureRights> | null;
  readonly expiresAt: number;
  readonly peopleAt: number;
}

/** Words of another language: the place whose name is meant, or the words themselves, each with where it stands. */
export interface ForeignUse {
  /** As it is written: it may be none that is known. */
  readonly lang: string;
  readonly place: Use | null;
  readonly text: Use | null;
}

/** Everything a story names, in order. */
export interface StoryUses {
  readonly facts: readonly Use[];
  readonly figures: readonly Use[];
  readonly locators: readonly Use[];
  readonly foreign: readonly ForeignUse[];
  readonly pictures: readonly PictureUse[];
}

/** The values of attributes of one sort; empty ones are told already. */
function named(tags: readonly Tag[], sort: 'fact' | 'figure' | 'locator'): Use[] {
  return tags.flatMap(({ component, attributes }) =>
    attributes.flatMap(({ name, value, valueAt }): Use[] => {
      const known: Readonly<Record<string, { readonly value: string }>> = STORY_COMPONENTS[component].attributes;
      const own = Object.hasOwn(known, name) ? known[name] : undefined;
      return own?.value === sort && value?.trim() ? [{ id: value, at: valueAt }] : [];
    }),
  );
}

function foreign({ attributes }: Tag): ForeignUse {
  const find = (name: string): Use | null => {
    const { value = null, valueAt = 0 } = attributes.find((attribute) => attribute.name === name) ?? {};
    return value?.trim() ? { id: value, at: valueAt } : null;
  };
  return { lang: find('lang')?.id ?? '', place: find('place'), text: find('text') };
}

function photo({ attributes }: Tag): PictureUse[] {
  const find = (name: string) => attributes.find((attribute) => attribute.name === name);
  const src = find('src');
  if (!src?.value?.trim()) return [];
  const rights = Object.fromEntries(attributes.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
  const at = (name: string) => find(name)?.valueAt ?? src.valueAt;
  const alt = find('alt')?.value ?? '';
  return [
    {
      src: src.value,
      at: src.valueAt,
      alt,
      altAt: at('alt'),
      rights,
      expiresAt: at('expires'),
      peopleAt: at('people'),
    },
  ];
}

function plainPictures(nodes: readonly Nodes[]): PictureUse[] {
  const addresses = new Map<string, string>();
  for (const node of nodes) {
    if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  }
  return nodes.flatMap((node): PictureUse[] => {
    if (node.type !== 'image' && node.type !== 'imageReference') return [];
    const url = node.type === 'image' ? node.url : addresses.get(node.identifier);
    const at = node.position?.start.offset ?? 0;
    const same = { at, altAt: at, expiresAt: at, peopleAt: at };
    return url === undefined ? [] : [{ ...same, src: fileOfAddress(url), alt: node.alt ?? '', rights: null }];
  });
}

/** Collects what the components and the plain pictures of a story name. */
export function usesOf(tags: readonly Tag[], nodes: readonly Nodes[]): StoryUses {
  const photos = tags.flatMap((tag) => (tag.component === 'Photo' && tag.kind !== 'close' ? photo(tag) : []));
  return {
    facts: named(tags, 'fact'),
    figures: named(tags, 'figure'),
    locators: named(tags, 'locator'),
    foreign: tags.flatMap((tag) => (tag.component === 'Name' && tag.kind !== 'close' ? [foreign(tag)] : [])),
    pictures: [...photos, ...plainPictures(nodes)].toSorted((a, b) => a.at - b.at),
  };
}
