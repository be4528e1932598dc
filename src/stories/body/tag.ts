import type { StoryComponentName } from '#domain/stories/components.ts';
import { afterSpace, readAttribute } from './tag-attribute.ts';
import type { Tag, TagAttribute, TagFault } from './tag-types.ts';

/** No tag has so many attributes: what goes on for longer is the story. */
const MOST = 60;

/** An empty line ends a tag that was not closed, unless what follows it can only belong to a tag. */
function brokenOff(source: string, from: number, to: number): boolean {
  if (!/\n[^\S\n]*\n/.test(source.slice(from, to))) return false;
  return !/^([A-Za-z_]+\s*[=＝]|[/／]?[>＞])/.test(source.slice(to, to + 40));
}

/**
 * Reads the tag of a component from its `<` on. Full-width signs, Chinese quotation marks and the like count as what
 * they were meant to be, and are told as faults.
 * @param nameEnd behind its name
 */
export function readTag(source: string, start: number, nameEnd: number, component: StoryComponentName): Tag {
  const closing = source[start + 1] === '/';
  const faults: TagFault[] = [];
  const attributes: TagAttribute[] = [];
  const name = source.slice(start + (closing ? 2 : 1), nameEnd);
  const tag = (end: number, kind: Tag['kind'], ended: boolean): Tag => ({
    ...{ start, end, kind: closing ? 'close' : kind, name, component, attributes, faults, ended },
  });
  for (let at = nameEnd; ; ) {
    const next = afterSpace(source, at);
    const sign = source[next];
    if (sign === undefined || sign === '<' || brokenOff(source, at, next)) return tag(at, 'open', false);
    const close = /^([/／]?)\s*([>＞])/.exec(source.slice(next, next + 20));
    if (close) {
      const end = next + close[0].length;
      for (const [i, wide] of [...close[0]].entries())
        if (wide === '／' || wide === '＞') faults.push({ kind: 'wide', at: next + i, end: next + i + 1 });
      if (closing && close[1]) faults.push({ kind: 'stray', at: next, end: next + 1 });
      return tag(end, close[1] ? 'self' : 'open', true);
    }
    const read = attributes.length < MOST ? readAttribute(source, next) : null;
    if (read === null) return tag(at, 'open', false);
    faults.push(...read.faults);
    if (read.attribute && closing) faults.push({ kind: 'stray', at: next, end: read.end });
    else if (read.attribute) attributes.push(read.attribute);
    at = read.end;
  }
}
