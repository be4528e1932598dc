import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import type { Mask } from './mask.ts';
import { type BodyProblem, mistake, quoted } from './problem.ts';
import type { Tag } from './tag.ts';

/** Tags with their other halves; those that have none are told, and the parser must not see them. */
export interface Pairs {
  /** From each tag of a pair to the other. */
  readonly partner: ReadonlyMap<Tag, Tag>;
  readonly problems: readonly BodyProblem[];
  readonly masks: readonly Mask[];
}

/** What a component looks like when it is written whole. */
const whole = ({ component }: Tag) =>
  STORY_COMPONENTS[component].inside === 'nothing' ? `<${component} …/>` : `<${component} …> 和 </${component}> 一对`;

function neverClosed(source: string, tag: Tag): BodyProblem {
  const { component, ended, start, end } = tag;
  const alone = STORY_COMPONENTS[component].inside === 'nothing';
  const mend = alone
    ? ended
      ? `在 > 前面加一个斜线：<${component} …/>。`
      : '在最后一个属性后面写 />。'
    : ended
      ? `在内容后面另起一行写 </${component}>。`
      : `在最后一个属性后面写 >，内容后面另起一行写 </${component}>。`;
  const found = quoted(source, start, end);
  return mistake(start, { code: 'story-tag-open', what: `${component} 没有关上`, found, expected: whole(tag), mend });
}

function neverOpened(source: string, tag: Tag): BodyProblem {
  const mend = `在内容前面另起一行写 <${tag.component} …>；用不着就删掉这里的 </${tag.component}>。`;
  const found = `${quoted(source, tag.start, tag.end)}，前面没有开始的标签`;
  return mistake(tag.start, { code: 'story-tag-close', what: '标签只有结尾', found, expected: whole(tag), mend });
}

/** Finds which tag closes which. A tag that closes an outer one leaves the inner ones open. */
export function pairTags(source: string, tags: readonly Tag[]): Pairs {
  const partner = new Map<Tag, Tag>();
  const open: Tag[] = [];
  const alone: Tag[] = [];
  for (const [i, tag] of tags.entries()) {
    if (tag.kind === 'self') continue;
    if (tag.kind === 'open') {
      const next = tags[i + 1];
      const closedNext = next?.kind === 'close' && next.component === tag.component;
      // What holds nothing is closed at once or never: whatever closes further down belongs to another.
      if (!tag.ended || (STORY_COMPONENTS[tag.component].inside === 'nothing' && !closedNext)) alone.push(tag);
      else open.push(tag);
      continue;
    }
    const own = open.findLastIndex(({ component }) => component === tag.component);
    if (own < 0 || !tag.ended) alone.push(tag);
    else {
      const [opening, ...inner] = open.splice(own);
      if (opening) partner.set(opening, tag).set(tag, opening);
      alone.push(...inner);
    }
  }
  alone.push(...open);
  return {
    partner,
    problems: alone.map((tag) => (tag.kind === 'close' ? neverOpened(source, tag) : neverClosed(source, tag))),
    masks: alone.map(({ start, end }) => ({ start, end })),
  };
}

/**
 * A tag with nothing but its name on one line, of the same length: for the parser, where its attributes are told already.
 * null where the name is too long for the place.
 */
export function plainTag({ start, end, kind, component }: Tag): string | null {
  const head = `<${kind === 'close' ? '/' : ''}${component}`;
  const tail = kind === 'self' ? '/>' : '>';
  const free = end - start - head.length - tail.length;
  return free < 0 ? null : head + ' '.repeat(free) + tail;
}
