import { isComponent, meant, wrongName } from './component-names.ts';
import { htmlProblem, isHtmlName, otherMarkup, RAW_ELEMENTS } from './html.ts';
import { lessThan, wideTag } from './less-than.ts';
import type { Mask } from './mask.ts';
import type { BodyProblem } from './problem.ts';
import { readTag, type Tag } from './tag.ts';

/** Everything in a story that begins with `<` or was meant to. */
export interface Markup {
  /** Tags of components, in order; those that are misspelt as what they were meant to be. */
  readonly tags: readonly Tag[];
  readonly problems: readonly BodyProblem[];
  /** What the MDX parser must not see. */
  readonly masks: readonly Mask[];
}

const NAME = /<\/?([\p{ID_Start}$_][\p{ID_Continue}$_\-.:]*)/uy;
/** Whether an odd number of backslashes stands before an offset, which makes a plain character of what stands there. */
function escaped(source: string, at: number): boolean {
  let first = at;
  while (source[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Where a tag ends that is no component's: at its `>` in the same line, before the next tag; null where it has none. */
function endOfTag(source: string, nameEnd: number): number | null {
  const rest = /^(?:[\s/][^<>\n]*)?>/.exec(source.slice(nameEnd, nameEnd + 2000))?.[0];
  return rest === undefined ? null : nameEnd + rest.length;
}

/** Collects what begins with `<`, one after another. */
class Scan {
  readonly tags: Tag[] = [];
  readonly problems: BodyProblem[] = [];
  readonly masks: Mask[] = [];
  /** Elements that were opened, so that their closing tags are not told again. */
  readonly #open = new Map<string, number>();

  /** Elements that are closed nowhere behind the first of them. */
  readonly #endless = new Set<string>();
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  refuse(problem: BodyProblem | null, start: number, end: number): number {
    if (problem) this.problems.push(problem);
    this.masks.push({ start, end });
    return end;
  }

  /** Reads what stands at a `<` and says where to go on. */
  step(start: number): number {
    const { source } = this;
    const other = otherMarkup(source, start);
    if (other) return this.refuse(other.problem, start, other.end);
    NAME.lastIndex = start;
    const name = NAME.exec(source)?.[1];
    if (name === undefined) return this.refuse(lessThan(source, start), start, start + 1);
    const nameEnd = NAME.lastIndex;
    if (isComponent(name) || meant(name)) return this.component(start, nameEnd, name);
    const end = endOfTag(source, nameEnd);
    const latin = /^[A-Za-z][\w.:-]*$/.test(name);
    if (!latin || (end === null && !(isHtmlName(name) && name.length > 1))) {
      return this.refuse(lessThan(source, start), start, start + 1);
    }
    if (/^[A-Z]|[.:]/.test(name) && !isHtmlName(name)) {
      return this.refuse(wrongName(source, start, end ?? nameEnd, name), start, end ?? nameEnd);
    }
    return this.element(start, end ?? nameEnd, name.toLowerCase());
  }

  component(start: number, nameEnd: number, name: string): number {
    const found = isComponent(name) ? { component: name, length: name.length } : meant(name);
    if (!found) return nameEnd;
    const tag = readTag(this.source, start, nameEnd - name.length + found.length, found.component);
    this.tags.push({ ...tag, name });
    if (name !== found.component) this.problems.push(wrongName(this.source, start, tag.end, name));
    return tag.end;
  }

  element(start: number, end: number, name: string): number {
    const { source } = this;
    const open = this.#open.get(name) ?? 0;
    if (source[start + 1] === '/') {
      this.#open.set(name, Math.max(open - 1, 0));
      return this.refuse(open > 0 ? null : htmlProblem(source, start, end, name), start, end);
    }
    const problem = htmlProblem(source, start, end, name);
    if (source[end - 2] === '/') return this.refuse(problem, start, end);
    const close = RAW_ELEMENTS.includes(name) ? this.closing(name, end) : null;
    if (close !== null) return this.refuse(problem, start, close);
    this.#open.set(name, open + 1);
    return this.refuse(problem, start, end);
  }

  /** Behind the closing tag of an element; null where there is none. */
  closing(name: string, from: number): number | null {
    const pattern = new RegExp(`</${name}\\s*>`, 'gi');
    pattern.lastIndex = from;
    if (this.#endless.has(name) || !pattern.test(this.source)) {
      this.#endless.add(name);
      return null;
    }
    return pattern.lastIndex;
  }
}

/** Finds all tags of components and tells everything else that MDX would take for one. */
export function readMarkup(source: string): Markup {
  const scan = new Scan(source);
  const bracket = /[<＜《〈]/g;
  for (let found = bracket.exec(source); found; found = bracket.exec(source)) {
    const at = found.index;
    const wide = found[0] === '<' ? null : wideTag(source, at);
    if (wide) bracket.lastIndex = scan.refuse(wide.problem, at, wide.end);
    else if (found[0] === '<' && !escaped(source, at)) bracket.lastIndex = scan.step(at);
  }
  return scan;
}
