import type { Nodes } from 'mdast';
import { bodyNaming, type NamingBlock } from '#check/people/body-naming.ts';
import type { BodyNaming } from '#domain/people/mentions.ts';
import { rangeOf } from './nodes.ts';
import type { SourceBlock } from './prose.ts';
import type { Tag } from './tag.ts';

/** Words of which only the first character's place is looked up exactly. */
function wordsAt(
  text: string,
  source: string,
  { start, end }: { start: number; end: number },
): Pick<NamingBlock, 'text' | 'offsets'> {
  const found = source.slice(start, end).indexOf(text);
  const from = found < 0 ? start : start + found;
  return { text, offsets: Int32Array.from({ length: text.length }, (_, i) => Math.min(from + i, end)) };
}

/** What the rules of prose do not read but a reader sees: words of plain pictures, code, words that appear over a link. */
function besides(nodes: readonly Nodes[], source: string): NamingBlock[] {
  return nodes.flatMap((node): NamingBlock[] => {
    const range = rangeOf(node);
    if (node.type === 'code') {
      return node.value === '' ? [] : [{ part: 'paragraph', ...wordsAt(node.value, source, range) }];
    }
    const told: NamingBlock[] = [];
    if ((node.type === 'image' || node.type === 'imageReference') && node.alt) {
      told.push({ part: 'words', inside: 'Photo', attribute: 'alt', ...wordsAt(node.alt, source, range) });
    }
    if ((node.type === 'image' || node.type === 'link' || node.type === 'definition') && node.title) {
      told.push({ part: 'words', inside: 'Photo', attribute: 'caption', ...wordsAt(node.title, source, range) });
    }
    return told;
  });
}

/** Who can be recognised in the pictures of the body. */
function photoPeople(tags: readonly Tag[]): NamingBlock[] {
  return tags.flatMap(({ component, kind, attributes }) =>
    component !== 'Photo' || kind === 'close'
      ? []
      : attributes.flatMap(({ name, value, valueAt }): NamingBlock[] => {
          if (name !== 'people' || !value?.trim() || value === '无') return [];
          const offsets = Int32Array.from({ length: value.length }, (_, i) => valueAt + i);
          return [{ part: 'words', text: value, offsets, inside: component, attribute: name }];
        }),
  );
}

/** Who is named in the body of a story, and where. */
export const namingOf = (
  prose: readonly SourceBlock[],
  tags: readonly Tag[],
  nodes: readonly Nodes[],
  source: string,
): BodyNaming => bodyNaming([...prose, ...photoPeople(tags), ...besides(nodes, source)], source);
