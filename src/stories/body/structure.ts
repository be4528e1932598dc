import type { Nodes, Parents, Root } from 'mdast';
import { type ComponentSpec, STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import { contentProblems } from './inside.ts';
import { type Mask, touches } from './mask.ts';
import { type Element, isElement, rangeOf } from './nodes.ts';
import { type BodyProblem, mistake, quoted, reminder } from './problem.ts';

/** What a node is called where something must not stand in it; null: there it may. */
function hostOf(node: Nodes, name: StoryComponentName): string | null {
  if (isElement(node)) {
    const holds = name === 'Photo' && (node.name === 'Gallery' || node.name === 'Letter');
    return holds ? null : ` ${node.name} `;
  }
  const words: Partial<Record<Nodes['type'], string>> = {
    ...{ listItem: '列表', blockquote: '引文', tableCell: '表格', heading: '标题', footnoteDefinition: '注释' },
    ...{ paragraph: '一句话', link: '链接', emphasis: '一句话', strong: '一句话' },
  };
  return words[node.type] ?? null;
}

function placeProblems(
  node: Element,
  name: StoryComponentName,
  above: readonly Parents[],
  source: string,
): BodyProblem[] {
  const { start, end } = rangeOf(node);
  const base = { code: 'story-nested', found: quoted(source, start, source.indexOf('>', start) + 1 || end) };
  const { place }: ComponentSpec = STORY_COMPONENTS[name];
  if (place === 'inline') {
    const mend = '把 Num 移到方括号外面：数字自己就是一个链接。';
    const linked = above.some(({ type }) => type === 'link' || type === 'linkReference');
    return linked ? [mistake(start, { ...base, what: `${name} 放在了链接里`, expected: '链接外面', mend })] : [];
  }
  const host = above.flatMap((parent) => hostOf(parent, name) ?? []).at(0);
  if (host === undefined) return [];
  const mend = `把它移到${host}外面，单独成段，前后各空一行。`;
  return [mistake(start, { ...base, what: `${name} 放在了${host}里`, expected: '单独成段', mend })];
}

/** A number alone on its line between lines of a sentence breaks the sentence into paragraphs. */
function brokenSentence(node: Element, parent: Parents | undefined, source: string): BodyProblem[] {
  if (node.type !== 'mdxJsxFlowElement' || !parent) return [];
  const at = parent.children.indexOf(node as never);
  const [before, behind] = [parent.children[at - 1], parent.children[at + 1]];
  const above = before?.type === 'paragraph' && before.position?.end.line === (node.position?.start.line ?? 0) - 1;
  const below = behind?.type === 'paragraph' && behind.position?.start.line === (node.position?.end.line ?? 0) + 1;
  if (!above && !below) return [];
  const { start, end } = rangeOf(node);
  return [
    reminder(start, {
      code: 'story-broken-sentence',
      what: `${node.name} 单独占了一行，一句话会断成几段`,
      found: quoted(source, start, end),
      expected: '和前后的文字在同一行',
      mend: '把上下几行接成一行。',
    }),
  ];
}

/** Whether components stand where they may, and hold what they should. Of parts that are masked nothing is said. */
export function structureProblems(tree: Root, source: string, masks: readonly Mask[]): BodyProblem[] {
  const hidden = masks.filter(({ text }) => text === undefined);
  const problems: BodyProblem[] = [];
  const walk = (node: Nodes, above: readonly Parents[]): void => {
    if (isElement(node) && node.name && Object.hasOwn(STORY_COMPONENTS, node.name)) {
      const name = node.name as StoryComponentName;
      problems.push(...placeProblems(node, name, above, source));
      if (STORY_COMPONENTS[name].place === 'inline') problems.push(...brokenSentence(node, above.at(-1), source));
      if (!touches(rangeOf(node), hidden)) problems.push(...contentProblems(node, name, source));
    }
    if ('children' in node) for (const child of node.children) walk(child, [...above, node]);
  };
  walk(tree, []);
  return problems;
}
