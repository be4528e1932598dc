import type { Nodes, Root } from 'mdast';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { parseStory } from '../grammar/markdown.ts';
import { nodesIn } from '../grammar/nodes.ts';
import { type Mask, masked, type Range, touches } from './mask.ts';
import { isElement, rangeOf } from './nodes.ts';
import { brokenTag, crossing, program, tooTangled, unreadable } from './parse-words.ts';
import type { BodyProblem } from './problem.ts';
import type { Tag } from './tag.ts';

/** What is known of a text before the parser is asked. */
export interface Draft {
  readonly source: string;
  /** Of components, without those that are told as having no other half. */
  readonly tags: readonly Tag[];
  readonly partner: ReadonlyMap<Tag, Tag>;
  readonly masks: readonly Mask[];
}

export interface ParsedStory {
  /** null where the parser could not be brought to an end. */
  readonly tree: Root | null;
  /** All that is in the tree, in order. */
  readonly nodes: readonly Nodes[];
  readonly problems: readonly BodyProblem[];
  /** All that the tree does not show as it is written. */
  readonly masks: readonly Mask[];
}

/** What the parser says about a place, in its several ways. */
interface Complaint {
  readonly message?: string;
  readonly source?: string;
  readonly place?: { offset?: number; start?: { offset?: number } };
}

/** A problem, and what to keep from the parser so that it goes on. */
interface Obstacle {
  readonly problem: BodyProblem;
  readonly masks: readonly Range[];
}

const UNREAD = { tree: null, nodes: [] };

/** How often the parser is tried; each time one more thing is kept from it. */
const TRIES = 12;

/** Offset the parser complains of; where it names a tag by line and column, of that tag. */
function offsetOf({ place, message = '' }: Complaint, text: string): number {
  const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)/.exec(message) ?? [];
  if (line === undefined || column === undefined) {
    return Math.min(place?.offset ?? place?.start?.offset ?? 0, text.length);
  }
  let start = 0;
  for (let i = 1; i < Number(line); i++) start = text.indexOf('\n', start) + 1;
  return start + Number(column) - 1;
}

/** The line an offset stands on. */
function lineAt(text: string, at: number): Range {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** What a complaint about a text with masks is about. */
function explained(complaint: Complaint, text: string, { source, tags, partner }: Draft): Obstacle {
  const at = offsetOf(complaint, text);
  if (complaint.source === 'micromark-extension-mdxjs-esm') {
    // It complains of the first sign that is no program, which may stand lines further down.
    const before = `\n${text.slice(0, at)}`;
    const first = Math.max(before.lastIndexOf('\nimport '), before.lastIndexOf('\nexport '), 0);
    const line = lineAt(text, first);
    return { problem: program(source, line.start, line.end), masks: [line] };
  }
  const halves = (own: readonly Tag[]) => own.flatMap((tag) => [tag, partner.get(tag) ?? tag]);
  const tag = tags.findLast(({ start, end }) => start <= at && at < end);
  if (tag && complaint.source === 'mdast-util-mdx-jsx') {
    const [first = tag] = halves([tag]).toSorted((a, b) => a.start - b.start);
    return { problem: crossing(source, first), masks: halves([tag]) };
  }
  if (tag && source.slice(tag.start, tag.end).includes('\n')) {
    return { problem: brokenTag(source, tag), masks: halves([tag]) };
  }
  const line = lineAt(text, at);
  const onLine = tags.filter(({ start, end }) => start < line.end && line.start < end);
  return { problem: unreadable(source, at, line.start, line.end), masks: [line, ...halves(onLine)] };
}

const PROGRAMS = new Set(['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm', 'html']);

/** What parses well and may not be there all the same: programs, and components that no story has. */
function unwanted(nodes: readonly Nodes[], text: string, source: string): Obstacle | null {
  const node = nodes.find(
    (one) => PROGRAMS.has(one.type) || (isElement(one) && !Object.hasOwn(STORY_COMPONENTS, one.name ?? '')),
  );
  if (!node) return null;
  const { start: at } = rangeOf(node);
  const { start, end } = lineAt(text, at);
  const problem = node.type === 'mdxjsEsm' ? program(source, start, end) : unreadable(source, at, start, end);
  return { problem, masks: [{ start, end }] };
}

/**
 * Parses a story whose known mistakes are masked. What the parser still stops at is told in plain words and masked too,
 * until it comes to the end. Throws nothing.
 */
export function parseMasked(draft: Draft): ParsedStory {
  const { source } = draft;
  const problems: BodyProblem[] = [];
  const masks = [...draft.masks];
  for (let i = 0; i < TRIES; i++) {
    const text = masked(source, masks);
    let obstacle: Obstacle | null;
    try {
      const tree = parseStory(text);
      const nodes = nodesIn(tree);
      obstacle = unwanted(nodes, text, source);
      if (!obstacle) return { tree, nodes, problems, masks };
    } catch (error) {
      if (error instanceof RangeError) return { ...UNREAD, problems: [...problems, tooTangled], masks };
      const hidden = masks.filter((mask) => mask.text === undefined);
      const tags = draft.tags.filter((tag) => !touches(tag, hidden));
      obstacle = explained(error as Complaint, text, { ...draft, tags });
    }
    problems.push(obstacle.problem);
    masks.push(...obstacle.masks.map(({ start, end }) => ({ start, end })));
    // Where nothing more can be kept from it, it would stop there for ever.
    if (masked(source, masks) === text) break;
  }
  return { ...UNREAD, problems, masks };
}
