import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { checkBody } from '#stories/body/check-body.ts';
import { readStory } from '#stories/grammar/markdown.ts';
import { nodesIn } from '#stories/grammar/nodes.ts';
import { draftBody } from '#stories/manuscript/draft.ts';
import type { Inline } from '#stories/manuscript/manuscript.ts';
import { tidyStory, tidyWords } from '#stories/tidy.ts';
import { item, manuscript, table, text, words } from './build-manuscript.ts';

/** Numbers that look like chance, the same each time. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** What breaks Markdown, MDX, YAML, tidying; and words. */
const PIECES = [
  ...'{}<>*_#\\~|`[]&!-+=.:;,()"\'$^%@/?',
  ...[
    '1. ',
    '2) ',
    '- ',
    '> ',
    '---',
    '***',
    '# ',
    '##',
    '~~',
    '**',
    '__',
    '```',
    '    ',
    '[x](y)',
    '![a](b)',
    '[^1]',
    '<b>',
  ],
  ...[
    '</b>',
    '<Num fact="x"/>',
    '{1+1}',
    '&lt;',
    '&#123;',
    '&nbsp;',
    'import a',
    'export b',
    'https://a.cn/x_y*z',
    'www.b.cn',
  ],
  ...[
    'http://内网',
    'a@b.cn',
    '$$',
    ':::',
    '!!!',
    '<!-- x -->',
    '\u200b',
    '\u3000',
    '\u00a0',
    '\t',
    '＃＃ ',
    '＊＊',
    '｜',
    '－ ',
    '１２',
  ],
  ...[
    '中',
    '文字',
    '样例',
    '“',
    '”',
    '《',
    '》',
    '（',
    '）',
    '，',
    '。',
    'a',
    'B',
    '9',
    ' ',
    '  ',
    '😀',
    'é',
    '藏',
    '\u2028',
    '\u202e',
  ],
];
const LOOKS = [{}, {}, {}, { bold: true }, { italic: true }, { strike: true }, { bold: true, italic: true }] as const;

function randomLine(next: (below: number) => number): Inline[] {
  const runs = 1 + next(4);
  return Array.from({ length: runs }, () => {
    const own = Array.from({ length: 1 + next(7) }, () => PIECES[next(PIECES.length)] ?? '').join('');
    return words(own, LOOKS[next(LOOKS.length)]);
  });
}

/** Words as a reader sees them: put right as the import puts them right, spaces as one. */
const seen = (line: readonly Inline[]) =>
  tidiest(line.map((one) => (one.type === 'text' ? one.text.replaceAll(/[\u2028\t]/g, ' ') : '')).join(''))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

function tidiest(line: string): string {
  const { text: next } = tidyWords(line);
  return next === line ? line : tidiest(next);
}

/** Words whose width and spaces do not matter. */
const loosely = (line: string) =>
  line.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('。', '.').replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");

const shownIn = (source: string) =>
  readStory(source, '/')
    .children.flatMap((node) =>
      node.type === 'list'
        ? node.children
        : node.type === 'table'
          ? node.children.flatMap((row) => row.children)
          : [node],
    )
    .map((node) => plainText(node).replaceAll(/\s+/gu, ' ').trim());

const LINES = 300;

describe('words of any kind', () => {
  it('are read by the story’s own grammar exactly as they were typed, and the check finds nothing it cannot read', () => {
    const next = chance(7);
    const wrong: string[] = [];
    for (let i = 0; i < LINES; i++) {
      const line = randomLine(next);
      const block =
        next(5) === 0 ? text(line, { outline: 1 }) : next(6) === 0 ? { ...item('', '1.'), inlines: line } : text(line);
      const whole = seen(line);
      const { markdown } = draftBody(manuscript([block, text('下一段。')]), new Set());
      const [first = ''] = shownIn(markdown);
      const expected = whole === '' ? '下一段。' : whole;
      if (first !== expected)
        wrong.push(`${JSON.stringify(whole)}\n→ ${JSON.stringify(first)}\n  ${JSON.stringify(markdown)}`);
      const errors = checkBody(markdown).problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0)
        wrong.push(`${JSON.stringify(whole)}: ${errors.map(({ message }) => message).join(' ')}\n${markdown}`);
      const again = shownIn(tidyStory(markdown, () => 0).text)[0] ?? '';
      if (loosely(again) !== loosely(expected))
        wrong.push(`tidied again: ${JSON.stringify(markdown)}\n→ ${JSON.stringify(again)}`);
    }
    expect(wrong.slice(0, 5).join('\n\n')).toBe('');
  });

  it('stand in a table as they stand in a line', () => {
    const next = chance(11);
    const wrong: string[] = [];
    for (let i = 0; i < LINES / 5; i++) {
      const line = randomLine(next);
      const { markdown } = draftBody(manuscript([table(['甲', '乙'], [[text(line)], '丙'])]), new Set());
      const whole = seen(line);
      const cell = shownIn(markdown)[2] ?? '';
      if (cell !== whole) wrong.push(`${JSON.stringify(whole)}\n→ ${JSON.stringify(cell)}\n${markdown}`);
      const kinds = new Set(nodesIn(readStory(markdown, '/')).map(({ type }) => type));
      for (const type of [
        'html',
        'mdxJsxFlowElement',
        'mdxJsxTextElement',
        'mdxFlowExpression',
        'mdxTextExpression',
      ] as const)
        if (kinds.has(type)) wrong.push(`${type}: ${markdown}`);
    }
    expect(wrong.slice(0, 5).join('\n\n')).toBe('');
  });
});
