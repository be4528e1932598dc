import type { List, ListItem, Nodes, Parents, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type ComponentSpec, STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import { type Mask, touches } from './mask.ts';
import { type Element, isElement, rangeOf } from './nodes.ts';
import { type BodyProblem, clipped, mistake, quoted, reminder } from './problem.ts';

const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;

/** The words of a part of a component, in its first line. */
const words = (node: Nodes, source: string) => quoted(source, startOf(node), endOf(node));

function empty(node: Element, name: StoryComponentName, expected: string, mend: string): BodyProblem {
  const found = node.children.length === 0 ? '空的' : '没有列表';
  return mistake(startOf(node), { code: 'story-inside', what: `${name} 里面缺了内容`, found, expected, mend });
}

/** An item of a component's list that begins with bold words, or does not. */
function withoutBold(item: ListItem, name: string, source: string): BodyProblem[] {
  const [paragraph] = item.children;
  const [first] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (first?.type === 'strong') return [];
  const what = name === 'Timeline' ? '日子' : '名字';
  return [
    reminder(startOf(item), {
      code: 'story-list-item',
      what: `${name} 的这一项没有以粗体的${what}开头`,
      found: words(item, source),
      expected: `- **${what}** 后面接着写`,
      mend: `给开头的${what}两边各加两个星号。`,
    }),
  ];
}

/** An item of a comparison: one thing, and on the next level its two sides. */
function withoutSides(item: ListItem): BodyProblem[] {
  const [thing, sides, ...more] = item.children;
  const count = sides?.type === 'list' ? sides.children.length : 0;
  if (thing?.type === 'paragraph' && count === 2 && more.length === 0) return [];
  const title = thing?.type === 'paragraph' ? `“${clipped(plainText(thing), 20)}”` : '这一项';
  return [
    mistake(startOf(item), {
      code: 'story-list-item',
      what: 'Compare 的这一项不是正好两边',
      found: `${title}下面有${count}项`,
      expected: '下一层正好两项，先左后右',
      mend: '在这一项下面写两行，行首空两格，再写“- ”：第一行是左边，第二行是右边。',
    }),
  ];
}

function itemProblems(list: List, name: StoryComponentName, source: string): BodyProblem[] {
  if (list.ordered) {
    const parts = { code: 'story-list-item', what: `${name} 里的列表带了编号`, found: words(list, source) };
    return [mistake(startOf(list), { ...parts, expected: '每行以“- ”开头', mend: '把编号改成“- ”。' })];
  }
  if (name === 'Compare') return list.children.flatMap((item) => withoutSides(item));
  return list.children.flatMap((item) => withoutBold(item, name, source));
}

function listProblems(node: Element, name: StoryComponentName, source: string): BodyProblem[] {
  const { what }: ComponentSpec = STORY_COMPONENTS[name];
  const list = node.children.find((child) => child.type === 'list');
  if (!list) {
    const mend = `把内容写成列表，每项一行，前面写“- ”。${name} 是${what}。`;
    return [empty(node, name, '每行以“- ”开头的列表', mend)];
  }
  const other = node.children.find((child) => child !== list);
  const parts = { code: 'story-inside', what: `${name} 里除了一个列表还有别的`, expected: '只有一个列表' };
  const mend = '标题写在 title="…" 里，别的话移到组件外面；两个列表就并成一个。';
  return [
    ...(other ? [mistake(startOf(other), { ...parts, found: words(other, source), mend })] : []),
    ...itemProblems(list, name, source),
  ];
}

const isPhoto = (child: Nodes): boolean => {
  if (child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement') return child.name === 'Photo';
  if (child.type === 'image' || child.type === 'imageReference') return true;
  if (child.type === 'text') return child.value.trim() === '';
  return child.type === 'paragraph' && child.children.every(isPhoto);
};

function photoProblems(node: Element, name: StoryComponentName, source: string): BodyProblem[] {
  if (node.children.length === 0) return [empty(node, name, '几个 <Photo …/>', '每张照片写一行 <Photo …/>。')];
  const other = node.children.find((child) => !isPhoto(child));
  if (!other) return [];
  const parts = { code: 'story-inside', what: `${name} 里除了照片还有别的`, found: words(other, source) };
  const mend = '把文字移到组件外面；整组的说明写在 caption="…" 里。';
  return [mistake(startOf(other), { ...parts, expected: '只有 <Photo …/>', mend })];
}

/** Where that stands which somebody wrote between tags that hold nothing. */
const INSTEAD_OF_INSIDE: Partial<Record<StoryComponentName, string>> = {
  Num: '数字和单位由网站填上',
  Name: '这几个字写在 text="…" 里',
};

/** Whether a component holds what it should between its tags. */
function contentProblems(node: Element, name: StoryComponentName, source: string): BodyProblem[] {
  const { inside }: ComponentSpec = STORY_COMPONENTS[name];
  if (inside === 'list') return listProblems(node, name, source);
  if (inside === 'photos') return photoProblems(node, name, source);
  const [first] = node.children;
  if (inside === 'text') {
    const mend = `把文字写在 <${name} …> 和 </${name}> 中间，前后各空一行。`;
    return first ? [] : [empty(node, name, '文字', mend)];
  }
  if (!first) return [];
  const parts = { code: 'story-inside', what: `${name} 里面不能有字`, found: words(first, source) };
  const mend = `写成 <${name} …/>，去掉里面的字和 </${name}>：${INSTEAD_OF_INSIDE[name] ?? '内容由属性说明'}。`;
  return [mistake(startOf(node), { ...parts, expected: '一个标签自己就关上', mend })];
}

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
    // Words may be what is clicked; a number is a link itself.
    if (name !== 'Num') return [];
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

/** How wide a photo is, its gallery or letter decides; what is written would do nothing. */
function widthOfItsOwn(node: Element, above: readonly Parents[]): BodyProblem[] {
  const host = above.find(isElement);
  const form = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'form');
  if (node.name !== 'Photo' || !form || !host) return [];
  return [
    mistake(form.position?.start.offset ?? rangeOf(node).start, {
      code: 'story-photo-form',
      what: `${host.name} 里的照片写了多宽`,
      found: `form="${String(form.value ?? '')}"`,
      expected: `没有 form，多宽由 ${host.name} 来排`,
      mend: `删掉 form="…"；要放大的这一张，移到 ${host.name} 外面单独放。`,
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
      problems.push(...placeProblems(node, name, above, source), ...widthOfItsOwn(node, above));
      if (STORY_COMPONENTS[name].place === 'inline') problems.push(...brokenSentence(node, above.at(-1), source));
      if (!touches(rangeOf(node), hidden)) problems.push(...contentProblems(node, name, source));
    }
    if ('children' in node) for (const child of node.children) walk(child, [...above, node]);
  };
  walk(tree, []);
  return problems;
}
