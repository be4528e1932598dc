import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import type { Mask } from './mask.ts';
import { type BodyProblem, clipped, mistake, quoted } from './problem.ts';
import type { Tag } from './tag.ts';

const isBlock = ({ component }: Tag) => STORY_COMPONENTS[component].place === 'block';

/** The source with all tags of blocks as spaces: what is left on their lines should not be there. */
function withoutBlocks(source: string, tags: readonly Tag[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of tags.filter(isBlock)) {
    rest += source.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return rest + source.slice(at);
}

/** What stands around a tag on its line. */
function beside(rest: string, { start, end }: Tag): { before: string; behind: string } {
  const from = rest.lastIndexOf('\n', start - 1) + 1;
  const to = rest.indexOf('\n', end);
  return { before: rest.slice(from, start), behind: rest.slice(end, to < 0 ? undefined : to) };
}

const LIST_MARK = /^\s*([-*+]|\d{1,9}[.)])\s*$/;

function notAlone(source: string, tag: Tag, before: string, behind: string): BodyProblem | null {
  const { component, start, end } = tag;
  const base = { code: 'story-block-inline', found: quoted(source, start, end) };
  if (/^\s*>[\s>]*$/.test(before) || LIST_MARK.test(before)) {
    const where = LIST_MARK.test(before) ? '列表' : '引文';
    const mend = `把它移到${where}外面，单独成段，前后各空一行。`;
    return mistake(start, {
      ...base,
      code: 'story-nested',
      what: `${component} 放在了${where}里`,
      expected: '单独成段',
      mend,
    });
  }
  if (/^\s*\|/.test(before)) {
    const mend = '把它移到表格外面，单独成段，前后各空一行。';
    return mistake(start, {
      ...base,
      code: 'story-nested',
      what: `${component} 放在了表格里`,
      expected: '单独成段',
      mend,
    });
  }
  const neighbour = before.trim() || behind.trim();
  if (neighbour === '' && !/\u3000/.test(before)) return null;
  const found =
    neighbour === '' ? `${base.found}，前面有全角空格` : `${base.found}，同一行还有“${clipped(neighbour, 15)}”`;
  const mend =
    neighbour === ''
      ? '删掉这一行开头的空格。'
      : `把 ${tag.kind === 'close' ? '</' : '<'}${component}> 放到单独一行，和文字之间空一行。`;
  return mistake(start, { ...base, found, what: `${component} 没有单独占一行`, expected: '标签自己占一行', mend });
}

/**
 * Blocks stand on lines of their own; MDX would take others for words of a sentence, and stop at most of them. Of a pair
 * the first that does not is told.
 */
export function blocksAlone(
  source: string,
  tags: readonly Tag[],
  partner: ReadonlyMap<Tag, Tag>,
): { problems: BodyProblem[]; masks: Mask[] } {
  const rest = withoutBlocks(source, tags);
  const problems: BodyProblem[] = [];
  const masks: Mask[] = [];
  const done = new Set<Tag>();
  for (const tag of tags.filter(isBlock)) {
    if (done.has(tag)) continue;
    const { before, behind } = beside(rest, tag);
    const problem = notAlone(source, tag, before, behind);
    if (!problem) continue;
    problems.push(problem);
    for (const half of [tag, partner.get(tag)]) {
      if (!half) continue;
      done.add(half);
      masks.push({ start: half.start, end: half.end });
    }
  }
  return { problems, masks };
}
