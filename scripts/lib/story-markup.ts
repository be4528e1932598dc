import { editDistance, listed, nearest } from '#domain/consistency/nearest.ts';
import { STORY_COMPONENT_NAMES, STORY_COMPONENTS, type StoryComponentName } from '#domain/story-components.ts';
import { htmlProblem, isHtmlName, otherMarkup, RAW_ELEMENTS } from './story-html.ts';
import { lessThan, wideTag } from './story-less-than.ts';
import type { Mask } from './story-mask.ts';
import { type BodyProblem, mistake, quoted } from './story-problem.ts';
import { readTag, type Tag } from './story-tag.ts';

/** Everything in a story that begins with `<` or was meant to. */
export interface Markup {
  /** Tags of components, in order; those that are misspelt as what they were meant to be. */
  readonly tags: readonly Tag[];
  readonly problems: readonly BodyProblem[];
  /** What the MDX parser must not see. */
  readonly masks: readonly Mask[];
}

const NAME = /<\/?([\p{ID_Start}$_][\p{ID_Continue}$_\-.:]*)/uy;
const BY_SMALL_NAME = new Map(STORY_COMPONENT_NAMES.map((name) => [name.toLowerCase(), name]));
const isComponent = (name: string): name is StoryComponentName =>
  STORY_COMPONENT_NAMES.includes(name as StoryComponentName);

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

/** What a name was meant to be, and how many of its letters belong to it. */
interface Meant {
  readonly component: StoryComponentName;
  readonly how: 'letters' | 'joined' | 'near';
  readonly length: number;
}

/** The component that was meant: by its letters, with an attribute that follows without a space, by what is nearest. */
function meant(name: string): Meant | null {
  const same = BY_SMALL_NAME.get(name.toLowerCase());
  if (same) return { component: same, how: 'letters', length: name.length };
  if (isHtmlName(name) || /[^A-Za-z_]/.test(name)) return null;
  const joined = STORY_COMPONENT_NAMES.find(
    (known) => name.startsWith(known) && Object.hasOwn(STORY_COMPONENTS[known].attributes, name.slice(known.length)),
  );
  if (joined) return { component: joined, how: 'joined', length: joined.length };
  const near = nearest(name, STORY_COMPONENT_NAMES);
  return near && editDistance(name, near) <= name.length / 2
    ? { component: near as StoryComponentName, how: 'near', length: name.length }
    : null;
}

function wrongName(source: string, start: number, end: number, name: string): BodyProblem {
  const found = meant(name);
  const near = found ? `是不是想写“${found.component}”？` : '改成上面的一个，大小写也要一样。';
  return mistake(start, {
    code: 'story-unknown-component',
    what:
      found?.how === 'letters' ? '组件名的大小写不对' : found?.how === 'joined' ? '组件名后面少了空格' : '没有这个组件',
    found: quoted(source, start, end),
    expected: listed(STORY_COMPONENT_NAMES, 20),
    mend: found?.how === 'joined' ? `组件名后面空一格：<${found.component} …。` : near,
  });
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
