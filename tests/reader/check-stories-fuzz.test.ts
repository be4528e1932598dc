import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { checkBody } from '#stories/body/check-body.ts';
import { type BodyProblem, StoryLines } from '#stories/body/problem.ts';
import { readStory } from '#stories/grammar/markdown.ts';

/** Good stories: every component, every kind of Markdown, signs that look like some. */
const STORIES = [
  `第一段，**三个项目：**共<Num fact="a"/>项。见[文件](/plan/#c-1)。

## 小标题

<Figure name="b" form="wide"/>

<Quote by="某人" role="老师">

一句原话，“好”。

</Quote>

- 一项
- 二项<Num fact="a"/>[^1]

[^1]: 注释。
`,
  `<Photo
  src="a.png"
  alt="操场上的孩子"
  caption="小操场"
  photographer="某人"
  holder="本站"
  licence="授权使用"
  people="无"
/>

<Compare title="两地" left="甲" right="乙">

- 高度
  - 一百
  - 二百

</Compare>

| 甲 | 乙 |
|---|---|
| <Num fact="a"/> | 二 |
`,
  `<Note kind="提示">

5*3*2，10~20人，x > y，#话题#，见http://www.example.cn，后面。

> 引文一句。

</Note>

<Timeline title="日子">

- **一月** 开始
- **二月** 结束

</Timeline>
`,
];

const FRAGMENTS = [
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '“',
    '”',
    '{',
    '}',
    '=',
    '＝',
    '／',
    '＞',
    '＜',
    '《',
    '》',
    '：',
    ':',
    '[',
    ']',
    '(',
    ')',
  ],
  ...['\n', '\n\n', ' ', '\u3000', '\t', '*', '**', '_', '~', '~~', '`', '```', '~~~', '#', '## ', '|', '!', '\\', '&'],
  ...['<br>', '<b>', '</b>', '<!--', '-->', '<Num fact="a"/>', '<Note kind="提示">', '</Note>', '<Num', '/>', '<Photo'],
  ...[
    '</',
    '<>',
    'import a',
    '\n\nexport b\n',
    '- ',
    '> ',
    '1. ',
    '---',
    '===',
    '[^1]',
    '[^2]: ',
    '<20',
    'http://a.cn',
  ],
  ...[
    '{a}',
    '<Foto',
    '<num',
    '<a.b',
    '<a:b',
    '<?',
    '<![',
    '[a]: b',
    '![a](b)',
    '\\<',
    '&#60;',
    '&lt;',
    '<_',
    '</ Num>',
  ],
  ...[
    '中',
    'a',
    '5',
    '😀',
    '<Num/ >',
    '< Num/>',
    '<Figure name="b"/>',
    '</Quote>',
    '<Letter from="甲">',
    '$',
    '@',
    '%',
  ],
];

/** Numbers that look random and are the same in every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The text with something typed, lost or moved in one to three places. */
function mistyped(text: string, int: (below: number) => number): string {
  let result = text;
  for (let i = int(3); i >= 0; i--) {
    const at = int(result.length + 1);
    const end = Math.min(result.length, at + int(12));
    const [before, part, behind] = [result.slice(0, at), result.slice(at, end), result.slice(end)];
    const kind = int(5);
    if (kind < 3) result = before + FRAGMENTS[int(FRAGMENTS.length)] + part + behind;
    else if (kind === 3) result = before + behind;
    else result = part + before + behind;
  }
  return result;
}

const PROGRAMS = ['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm', 'html'];

/** What the compiler of the pages would run, or not know. Throws what the parser throws. */
function dangers(text: string): string[] {
  const found: string[] = [];
  visit(readStory(text, '/'), (node) => {
    if (PROGRAMS.includes(node.type)) found.push(node.type);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name !== 'PlainPhoto' && !Object.hasOwn(STORY_COMPONENTS, node.name ?? '')) found.push(`<${node.name}>`);
    if (node.attributes.some(({ type }) => type !== 'mdxJsxAttribute')) found.push('{…}');
  });
  return found;
}

/** What a problem of a text says that it must not: a place that is not there, English words, no sentence. */
function ill({ at, message, mend }: BodyProblem, text: string): string | null {
  const { line, column } = new StoryLines(text, 1).position(at);
  const row = text.split('\n')[line - 1];
  const placed = row !== undefined && column >= 1 && column <= row.length + 1;
  const sentence = /：[\s\S]+，应当[\s\S]+。$/.test(message) && mend !== '';
  const foreign = /undefined|null|NaN|Unexpected|Expected|Could not|\[object/.test(message + mend);
  return placed && sentence && !foreign ? null : `${line}:${column} ${message} ${mend}`;
}

test('whatever is mistyped: the check never throws, tells in Chinese where, and what it lets through compiles', () => {
  const int = random(20_261_125);
  const failures: unknown[] = [];
  let passed = 0;
  for (let i = 0; i < 3000; i++) {
    const text = mistyped(STORIES[i % STORIES.length] ?? '', int);
    const { problems, body } = checkBody(text);
    const sound = problems.every(({ severity }) => severity !== 'error');
    const wrong = [...problems.flatMap((p) => ill(p, text) ?? []), ...(sound ? dangers(text) : [])];
    if (wrong.length > 0 || sound !== (body !== null)) failures.push({ text, wrong });
    if (sound) passed++;
  }
  expect(failures).toEqual([]);
  // The mistakes above are of both kinds: neither everything nor nothing is let through.
  expect(passed).toBeGreaterThan(400);
  expect(passed).toBeLessThan(2600);
});
