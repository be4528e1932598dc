import { STORY_COMPONENT_NAMES } from '#domain/stories/components.ts';
import { type BodyProblem, clipped, mistake, quoted } from './problem.ts';

/** The words around a sign, in its line. */
function around(source: string, at: number): string {
  const before = /[^\n<，。；：]{0,8}$/.exec(source.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  const behind = /^<[^\n<，。；]{0,8}/.exec(source.slice(at, at + 9))?.[0] ?? '<';
  return `“${clipped(before + behind)}”`;
}

/** A `<` that is no tag: a sign of mathematics, an arrow, or a bracket around Chinese words. */
export function lessThan(source: string, at: number): BodyProblem {
  const found = around(source, at);
  const base = { code: 'story-less-than', found };
  const behind = source.slice(at + 1, at + 60);
  if (/^-/.test(behind)) {
    return mistake(at, {
      ...base,
      what: '箭头不能用 < 拼',
      expected: '箭头 ←，或者全角的＜',
      mend: '把 <- 改成 ←。',
    });
  }
  if (/^\p{Script=Han}[^<>\n]{0,40}>/u.test(behind)) {
    return mistake(at, {
      ...base,
      what: '中文不能放在英文尖括号里',
      expected: '书名号《》，或者全角的＜＞',
      mend: '把两边的 < 和 > 改成《》；标点用中文输入法打。',
    });
  }
  return mistake(at, {
    ...base,
    what: '小于号不能直接写',
    expected: '“小于”两个字，或者全角的＜',
    mend: '把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
  });
}

const NAMES = STORY_COMPONENT_NAMES.join('|');
const WIDE = new RegExp(
  String.raw`[＜《〈][ \u3000]*[/／]?[ \u3000]*(?:${NAMES})(?![A-Za-z])[^＜《〈<\n]*?[/／＞》〉>]*[＞》〉>]`,
  'iy',
);

/** A component's tag in full-width or Chinese brackets: to its author it looks like a tag. null: an ordinary bracket. */
export function wideTag(source: string, at: number): { problem: BodyProblem; end: number } | null {
  WIDE.lastIndex = at;
  const [text] = WIDE.exec(source) ?? [];
  // 《Photo》 alone may be the name of a magazine: a tag has attributes, or a slash.
  if (text === undefined || !/[=＝/／]/.test(text)) return null;
  const end = at + text.length;
  const problem = mistake(at, {
    code: 'story-full-width',
    what: '组件两边的尖括号不是英文的',
    found: quoted(source, at, end),
    expected: '英文的 < 和 >',
    mend: '切换到英文输入法，把两边的括号、引号、等号和斜线都重新打一遍。',
  });
  return { problem, end };
}
