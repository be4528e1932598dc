import type { YAMLError } from 'yaml';

/** What a YAML parser's complaint means to someone who does not know YAML. */
interface YamlComplaint {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

const WORDS: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  BAD_INDENT: ['这一行的缩进和上下行对不齐', '同一层的各行，行首空格要一样多；下一层多两个空格。'],
  BAD_ALIAS: ['这里用了 * 开头的写法', '文字以 * 或 & 开头时，请把整句放进英文引号里。'],
  BAD_SCALAR_START: ['这段文字开头的符号有特别的意思（@ 或 `）', '请把整段文字放进英文引号里。'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠 \\ 用错了', '改用英文单引号，里面的反斜杠就不用管了。'],
  BLOCK_AS_IMPLICIT_KEY: [
    '这一行里有两个“键: 值”，或者下一行多缩进了',
    '一行只写一个“键: 值”，同一层的行首空格一样多；值里有英文冒号加空格时，把值放进英文引号里。',
  ],
  BLOCK_IN_FLOW: ['大括号或方括号里夹了分行的写法', '把括号里的内容写在一行里，各项用英文逗号隔开。'],
  IMPOSSIBLE: ['这一行读不懂', '对照 content/README.md 里的例子重写这一行。'],
  KEY_OVER_1024_CHARS: ['键太长了', '检查这一行的冒号：多半是前面少了一个换行。'],
  MISSING_CHAR: [
    '这里少了一个符号（引号、括号、逗号，或冒号后面的空格）',
    '引号和括号要成对，都用英文的；英文冒号后面要空一格。',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '键占了两行，多半是上一行少了冒号或引号没有关上',
    '每一行都写成“键: 值”，用英文冒号，冒号后面空一格。',
  ],
  MULTIPLE_DOCS: ['一个文件里有两份内容（中间有 --- 分隔线）', '删掉 --- 这一行，或者分成两个文件。'],
  UNEXPECTED_TOKEN: [
    '这里多了一个符号，或者前面的引号、括号没有关上',
    '检查这一行和上一行的引号、括号、逗号是不是成对、是不是英文的。',
  ],
};

/** The Chinese words for one complaint of the parser; `line` is the text of the line it complains about. */
export function explainYamlError(error: YAMLError, line: string): YamlComplaint {
  if (error.code === 'DUPLICATE_KEY') {
    const key = line.match(/^[\s-]*([^:：]+?)\s*:/)?.[1] ?? '';
    const what = key === '' ? '同一个键写了两次' : `键“${key}”写了两次`;
    return {
      code: 'duplicate-key',
      message: `${what}：现在同一层里有两个，应当只有一个。`,
      mend: '删掉一个；如果是两样东西，请给其中一个换名字。',
    };
  }
  if (error.code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) {
    return {
      code: 'tab-indent',
      message: '行首用了制表符（Tab 键）：现在是 Tab，应当是空格。',
      mend: '删掉行首的 Tab，改用空格，每层两个。',
    };
  }
  const [message, usual] = WORDS[error.code] ?? ['这一行的写法读不懂', '对照 content/README.md 里的例子重写这一行。'];
  const wide = /[{[].*[，：]|^[\w\s-]*：/.test(line.replaceAll(/'[^']*'|"[^"]*"/g, ''));
  const mend = wide ? `这一行里有全角的“，”或“：”，用作分隔的要改成英文的 , 和 : 。${usual}` : usual;
  const text = line.trim();
  const seen = text === '' ? '' : `：现在是“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  return { code: 'broken-yaml', message: `${message}${seen}，应当是“键: 值”或以“- ”开头的一行。`, mend };
}
