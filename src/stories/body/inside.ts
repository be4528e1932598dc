import type { List, ListItem, Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type ComponentSpec, STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import type { Element } from './nodes.ts';
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

/** Whether a component holds what it should between its tags. */
export function contentProblems(node: Element, name: StoryComponentName, source: string): BodyProblem[] {
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
  const mend = `写成 <${name} …/>，去掉里面的字和 </${name}>：${name === 'Num' ? '数字和单位由网站填上' : '内容由属性说明'}。`;
  return [mistake(startOf(node), { ...parts, expected: '一个标签自己就关上', mend })];
}
