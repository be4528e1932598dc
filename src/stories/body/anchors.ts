import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { didYouMean } from '#domain/search/nearest.ts';
import { FOOTNOTES } from '../grammar/markdown.ts';
import { type BodyProblem, clipped, mistake } from './problem.ts';

/** An address as it is compared: browsers undo `%E7%AC%AC`. */
function undone(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Links to a heading of the same story that has no such heading. Ids of headings are made as the pages make them. */
export function anchorProblems(nodes: readonly Nodes[]): BodyProblem[] {
  const slugger = new GithubSlugger();
  const headings = nodes.flatMap((node) => (node.type === 'heading' ? [slugger.slug(plainText(node))] : []));
  const notes = nodes.flatMap((node) =>
    node.type === 'footnoteDefinition'
      ? [`${FOOTNOTES.clobberPrefix}fn-${node.identifier}`, `${FOOTNOTES.clobberPrefix}fnref-${node.identifier}`]
      : [],
  );
  const known = new Set([...headings, ...notes]);
  return nodes.flatMap((node) => {
    if (node.type !== 'link' || !/^#./.test(node.url)) return [];
    const anchor = undone(node.url.slice(1));
    if (known.has(anchor)) return [];
    const near = didYouMean(anchor, headings);
    return [
      mistake(node.position?.start.offset ?? 0, {
        code: 'story-anchor-missing',
        what: '链接指的小标题不存在',
        found: `“#${clipped(anchor)}”`,
        expected: '这一篇里有的小标题',
        mend:
          headings.length > 0
            ? `${near}这一篇的小标题有：${headings.map((one) => `#${one}`).join('、')}。`
            : '这一篇没有小标题：去掉链接，只留文字。',
      }),
    ];
  });
}
