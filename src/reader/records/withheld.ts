import { type Finding, finding, type Problem } from '#check/finding.ts';

/** Keys whose values nobody reads but the keeper of the records; the empty one is the file as a whole. */
const PRIVATE: readonly string[] = ['', 'name', 'namesake', 'guardian', 'kin', 'paper'];

/** What tells nothing of the value: that there is none, or of which kind it is. */
const TELLS_NOTHING = /^(没有写|空着（null）|空的引号|只有空格|一个列表|一组“键: 值”|\d+项)$/;

const HIDDEN = '写在那里的内容（这里不显示）';

/** Whether what a finding quotes may be somebody's name, telephone number, or the place of a paper. */
function isPrivate({ path, code, found, mend }: Finding): boolean {
  if (TELLS_NOTHING.test(found)) return false;
  const [key = '', ...inside] = path.map(String);
  // A key in Latin letters at the top, or one that is nearly a known one, is a slip of the pen and nobody's name.
  if (code === 'unknown-key') return !(inside.length === 0 ? /^[a-z_-]{1,24}$/i.test(key) : mend.startsWith('把'));
  // An id in another form is often the name itself.
  if (key === 'person') return code === 'bad-id' || code === 'text-lines' || code === 'not-a-text';
  return PRIVATE.includes(key);
}

const MENDS: Readonly<Record<string, string>> = {
  'not-a-text': '加上英文单引号，让它成为一行文字。',
  'unknown-key': '删掉这一行，或者改成上面列出的键。',
};

/** A finding of a record without what only its keeper may read; line and column still say where it stands. */
export function withheld(one: Finding): Finding {
  return isPrivate(one) ? finding({ ...one, found: HIDDEN, mend: MENDS[one.code] ?? one.mend }) : one;
}

/** A problem of a file's writing without the line that it quotes. */
export function withoutLine(problem: Problem): Problem {
  if (problem.code === 'broken-yaml') {
    return { ...problem, message: problem.message.replace(/：现在是“[\s\S]*”，应当是/u, '：现在的写法不对，应当是') };
  }
  if (problem.code === 'yaml-feature') {
    return { ...problem, message: problem.message.replace(/现在是(引用|记号|标签) [\s\S]*，应当/u, '现在是$1，应当') };
  }
  if (problem.code === 'duplicate-key') {
    return { ...problem, message: problem.message.replace(/^键“(?![a-z_]+”)[\s\S]*”写了/iu, '同一个键写了') };
  }
  return problem;
}
