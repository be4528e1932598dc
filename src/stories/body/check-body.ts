import { NOBODY_NAMED } from '#domain/people/mentions.ts';
import { meantStory } from '../grammar/markdown.ts';
import { blocksAlone } from './alone.ts';
import { anchorProblems } from './anchors.ts';
import { attributeProblems } from './attributes.ts';
import { bodyOf, type ReadBody } from './body.ts';
import { braces } from './braces.ts';
import { openFences } from './fences.ts';
import { headingProblems } from './headings.ts';
import { leftoverProblems } from './leftovers.ts';
import { overloads, tooLarge } from './limits.ts';
import { lineProblems } from './lines.ts';
import { linkProblems } from './links.ts';
import { readMarkup } from './markup.ts';
import { type Mask, masked } from './mask.ts';
import { namingOf } from './naming.ts';
import { pairTags, plainTag } from './pairs.ts';
import { parseMasked } from './parse.ts';
import { tooTangled } from './parse-words.ts';
import { type BodyProblem, mistake } from './problem.ts';
import { proseBlocksOf, type SourceBlock } from './prose.ts';
import { structureProblems } from './structure.ts';
import { faultsOf, type Tag } from './tag.ts';
import { type StoryUses, usesOf } from './uses.ts';

/** What the text of a story says about itself: nothing here depends on any other file. */
export interface CheckedBody {
  readonly problems: readonly BodyProblem[];
  readonly uses: StoryUses;
  /** What it says, for the rules that read it; empty where the text could not be read to its end. */
  readonly prose: readonly SourceBlock[];
  /** null where there is an error. */
  readonly body: ReadBody | null;
}

const NO_USES: StoryUses = { facts: [], figures: [], locators: [], foreign: [], pictures: [] };

const empty = mistake(0, {
  code: 'story-no-text',
  what: '正文是空的',
  found: '稿头后面一个字也没有',
  expected: '一篇稿件的正文',
  mend: '在第二个 --- 的下面空一行，写正文。',
});

/** What is wrong with each tag by itself; those with mistakes the parser sees with their names only, or not at all. */
function checkedTags(source: string, tags: readonly Tag[], partner: ReadonlyMap<Tag, Tag>) {
  const problems: BodyProblem[] = [];
  const masks: Mask[] = [];
  for (const tag of tags) {
    const own = [...faultsOf(tag, source), ...attributeProblems(tag)];
    problems.push(...own);
    if (own.length === 0 && tag.name === tag.component) continue;
    const text = plainTag(tag);
    const { start, end } = tag;
    // A tag without its other half would be one mistake more.
    const hidden = [tag, partner.get(tag) ?? tag].map((half) => ({ start: half.start, end: half.end }));
    masks.push(...(text === null ? hidden : [{ start, end, text }]));
  }
  return { problems, masks };
}

function check(source: string): CheckedBody {
  const overload = overloads(source);
  const fences = openFences(source);
  const light = masked(source, [...overload.masks, ...fences.masks]);
  const { tags, problems: markup, masks: markupMasks } = readMarkup(light);
  const expressions = tags.flatMap(({ faults }) =>
    faults.flatMap(({ kind, at, end }) => (kind === 'expression' ? [{ start: at, end }] : [])),
  );
  const told = [...markupMasks, ...expressions].toSorted((a, b) => a.start - b.start);
  const curly = braces(light, told);
  const pairs = pairTags(light, tags);
  const hidden = new Set(pairs.masks.map(({ start }) => start));
  const shown = tags.filter(({ start }) => !hidden.has(start));
  const alone = blocksAlone(light, shown, pairs.partner);
  const each = checkedTags(light, tags, pairs.partner);
  const parts = [overload, fences, curly, pairs, alone, each];
  const masks = [...markupMasks, ...parts.flatMap((part) => part.masks)];
  const parsed = parseMasked({ source: light, tags: shown, partner: pairs.partner, masks });
  const found = [...markup, ...[...parts, parsed].flatMap(({ problems }) => problems)];
  const { tree, nodes } = parsed;
  if (tree) {
    found.push(...structureProblems(tree, light, parsed.masks), ...headingProblems(nodes, light));
    found.push(...linkProblems(nodes, light), ...anchorProblems(nodes), ...leftoverProblems(nodes, light));
    // The masks are as long as what they hide: the lines are read as they were typed.
    found.push(...lineProblems(nodes, source));
  }
  const uses = usesOf(tags, nodes);
  const sound = tree !== null && found.every(({ severity }) => severity !== 'error');
  // Before the tree is made what was meant: that moves things.
  const prose = tree ? proseBlocksOf(tree, tags, source) : [];
  const naming = sound ? namingOf(prose, tags, nodes, source) : NOBODY_NAMED;
  return { problems: found, uses, prose, body: sound ? { ...bodyOf(meantStory(tree, '/')), naming } : null };
}

/**
 * Checks the text of a story. All that MDX would stop at is found first and masked, so that the rest of the text can
 * be read and every further mistake be told in the same run. Throws nothing.
 */
export function checkBody(source: string): CheckedBody {
  const refused = (problem: BodyProblem): CheckedBody => ({
    problems: [problem],
    uses: NO_USES,
    prose: [],
    body: null,
  });
  const large = tooLarge(source);
  if (large) return refused(large);
  if (source.trim() === '') return refused(empty);
  try {
    return check(source);
  } catch (error) {
    // Thousands of levels inside one another are more than the stack holds.
    if (error instanceof RangeError) return refused(tooTangled);
    throw error;
  }
}

/** So many bodies stay at hand. All of thousands would be held to the end, and gone through whenever memory is cleared. */
const MOST_KEPT = 100;

/** Checked bodies by their text: those of a small content, which is read again when one of them changes. */
const checked = new Map<string, CheckedBody>();

/** What a text says about itself; each text is checked once. */
export function checkedBody(source: string): CheckedBody {
  const before = checked.get(source);
  if (before) return before;
  const result = checkBody(source);
  if (checked.size >= MOST_KEPT) checked.clear();
  checked.set(source, result);
  return result;
}
