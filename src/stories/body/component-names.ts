import { editDistance, listed, nearest } from '#domain/search/nearest.ts';
import { STORY_COMPONENT_NAMES, STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import { isHtmlName } from './html.ts';
import { type BodyProblem, mistake, quoted } from './problem.ts';

const BY_SMALL_NAME = new Map(STORY_COMPONENT_NAMES.map((name) => [name.toLowerCase(), name]));
/** Whether a name is a component's to the letter. */
export const isComponent = (name: string): name is StoryComponentName =>
  STORY_COMPONENT_NAMES.includes(name as StoryComponentName);

/** What a name was meant to be, and how many of its letters belong to it. */
export interface Meant {
  readonly component: StoryComponentName;
  readonly how: 'letters' | 'joined' | 'near';
  readonly length: number;
}

/** The component that was meant: by its letters, with an attribute that follows without a space, by what is nearest. */
export function meant(name: string): Meant | null {
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

/** A name that is nearly a component's, or not at all. */
export function wrongName(source: string, start: number, end: number, name: string): BodyProblem {
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
