import { valueAt } from '#check/data/explain-issue.ts';
import { explainDate } from '#check/data/explain-value.ts';
import { type Finding, finding, shown } from '#check/finding.ts';
import { idMend, meantId, type Named, notAnId } from '#check/rules/named-things.ts';
import type { KnownToStories } from '../known.ts';

/** What authors write who think of the key in Chinese. */
export const CHINESE_KEYS: ReadonlyMap<string, string> = new Map([
  ...['类型', '类别', '体裁', '栏目'].map((word) => [word, 'kind'] as const),
  ...['标题', '题目'].map((word) => [word, 'title'] as const),
  ['副标题', 'subtitle'],
  ...['摘要', '提要', '导语', '简介'].map((word) => [word, 'summary'] as const),
  ...['日期', '时间'].map((word) => [word, 'date'] as const),
  ['项目', 'projects'],
  ...['地点', '地方'].map((word) => [word, 'places'] as const),
  ...['人物', '姓名'].map((word) => [word, 'people'] as const),
  ['作者', 'author'],
  ...['编辑', '责任编辑', '责编'].map((word) => [word, 'editor'] as const),
  ['来源', 'source'],
  ...['原文网址', '来源网址', '网址'].map((word) => [word, 'source_url'] as const),
  ...['封面', '题图'].map((word) => [word, 'cover'] as const),
  ['更正', 'corrections'],
  ...['人物框', '人物简介', '这个人'].map((word) => [word, 'profile'] as const),
]);

const DAYS = new Set(['date', 'publish_at', 'unpublish_at', 'expires']);

/** Marks with which authors part the items of a list. */
const BETWEEN = /[，、；;,\s]+/u;

/** Where names stand instead of ids, or several in one item, or no list at all: the list as it should be. */
function ofIds(issue: Finding, value: string, known: readonly Named[]): Finding {
  const words = value.split(BETWEEN).filter(Boolean);
  const ids = words.map((word) => known.find(({ id }) => id === word)?.id ?? meantId(word, known)?.id);
  const whole = issue.path.length === 1 || words.length > 1;
  if (whole && words.length > 0 && ids.every((id) => id !== undefined)) {
    const names = words.filter((word, i) => ids[i] !== word).map((word) => idMend(word, known));
    return { ...issue, mend: `${names.join('')}写成 [${ids.join(', ')}]。` };
  }
  if (issue.code !== 'bad-id') return issue;
  return finding({ ...issue, ...notAnId(value, known), found: shown(value) });
}

/** The finding in the words of someone who thinks of keys and kinds in Chinese, where that says more. */
function translated(issue: Finding, data: unknown, named: KnownToStories['named']): Finding {
  const key = issue.path.at(-1);
  const value = valueAt(data, issue.path);
  const english = issue.code === 'unknown-key' && issue.path.length === 1 ? CHINESE_KEYS.get(String(key)) : undefined;
  if (english) return { ...issue, mend: `键用英文写：把“${key}”改成“${english}”。` };
  const [list] = issue.path;
  if ((list === 'projects' || list === 'places') && typeof value === 'string') return ofIds(issue, value, named[list]);
  if (issue.code === 'empty-value' && DAYS.has(String(key))) {
    const mend = issue.mend.startsWith('不知道') ? issue.mend : '写上日期，例如 2026-03-01。';
    return finding({ ...issue, what: `“${key}”空着`, found: '没有写日期', expected: '年-月-日', mend });
  }
  if (issue.code === 'not-a-text' && typeof value === 'number' && DAYS.has(String(key))) {
    return finding({
      ...issue,
      code: 'bad-date',
      what: '日期的写法不对',
      found: shown(value),
      expected: '年-月-日，月和日都是两位',
      mend: explainDate(String(value)).mend,
    });
  }
  return issue;
}

/** Findings about front matter as its authors understand them; a key that is there in Chinese is not missing too. */
export function inAuthorsWords(issues: readonly Finding[], data: unknown, named: KnownToStories['named']): Finding[] {
  const meant = new Set(
    issues.flatMap(({ code, path }) => (code === 'unknown-key' ? (CHINESE_KEYS.get(String(path.at(-1))) ?? []) : [])),
  );
  return issues
    .filter(({ code, path }) => code !== 'missing-key' || path.length > 1 || !meant.has(String(path[0])))
    .map((issue) => translated(issue, data, named));
}
