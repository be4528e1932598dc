import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProgramme } from '#desk/new-programme/new-programme.ts';
import { readContent } from '#reader/read-content.ts';
import { doHere } from './commands.ts';

/** What somebody does wrong who begins with what `npm run new:programme` made: each is told where it stands, with its own remedy. */
let made = '';
let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'beginner-'));
  made = join(dir, 'made');
  const { status, stderr } = await doHere(
    newProgramme,
    Object.entries({
      folder: made,
      name: '样例甲市援乙',
      organisation: '样例甲市团委',
      title: '样例甲市团委援助样例乙县方案',
      date: '2026-3-1',
      years: '2026—2028',
      giver: '样例甲市',
      receiver: '样例乙县',
      third: '荷桥镇、柳桥乡',
      pairing: '样例甲市结对样例乙县',
      clause: '1．捐书项目。三年共捐书600册。（牵头部门：宣传部）',
      target: '三年共捐书600册',
    }).flatMap(([key, value]) => [`--${key}`, value]),
    { SITE_NOW: '2026-12-01' },
  );
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const PROJECT = 'projects/juan-shu-xiang-mu.yaml';
/** What is told besides what is truly open, with the words of the line it points at. */
function told(file: string, from: string | RegExp, to: string): string[] {
  const own = mkdtempSync(join(dir, 'case-'));
  cpSync(made, own, { recursive: true });
  const text = readFileSync(join(own, file), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}: ${from}`);
  writeFileSync(join(own, file), changed);
  return problemsOf(own).map(({ file, line, message, mend }) => {
    const [words = ''] = [readFileSync(join(own, file), 'utf8').split('\n')[line - 1]];
    return `${file} “${words.trim()}” ${message}${mend}`;
  });
}
const problemsOf = (own: string) =>
  readContent({ dir: own, samples: false, now: new Date('2026-12-01T00:00:00Z') }).problems.filter(
    ({ code }) => code !== 'placeholder-address' && code !== 'plan-excerpt',
  );

test.each<[what: string, file: string, from: string | RegExp, to: string, line: string, mend: string]>([
  ['a key with a slip', 'plan/document.yaml', /^title:/m, 'titel:', 'titel:', '把“titel”改成“title”'],
  ['a Chinese key', 'site.yaml', /^name:/m, '名称:', '名称:', '把“名称”改成“name”'],
  ['a Chinese key', 'plan/document.yaml', /^title:/m, '标题:', '标题:', '把“标题”改成“title”'],
  ['another word for a key', 'pairings.yaml', 'city:', 'giver:', 'giver:', '把“giver”改成“city”'],
  ['another word for a key', 'pairings.yaml', 'townships:', 'streets:', 'streets:', '把“streets”改成“townships”'],
  ['a key nobody knows where one is missing', 'pairings.yaml', 'city:', 'school:', 'school:', '这里还少 city'],
  [
    'a key of the level inside',
    PROJECT,
    'partners:',
    'unit: 册\npartners:',
    'unit: 册',
    '“unit”是里面一层的键：写在 lines 的一项里',
  ],
  [
    'a key of the level outside',
    PROJECT,
    '    unit: 册',
    '    unit: 册\n    lead: [xuanchuanbu]',
    'lead:',
    '“lead”是外面一层的键：移到 lines 那一层',
  ],
  [
    'an English kind',
    'places.yaml',
    'level: county',
    'level: district',
    'level: district',
    '“district”在这里写 county',
  ],
  ['an English kind', 'places.yaml', 'level: township', 'level: street', 'level: street', '“street”在这里写 township'],
  ['a Chinese kind', 'places.yaml', 'level: township', 'level: 街道', 'level: 街道', '“街道”在这里写 township'],
  ['a province', 'places.yaml', 'level: city', 'level: 省', 'level: 省', '省一级没有单独的词'],
  ['an English role', 'plan/body.yaml', 'role: item', 'role: article', 'role: article', '“article”在这里写 item'],
  [
    'an annex that is not there',
    'plan/document.yaml',
    'annexes: []',
    'annexes: [annex-1]',
    'annexes',
    '在 plan/ 里建好 annex-1.yaml',
  ],
  [
    'an annex with its ending',
    'plan/document.yaml',
    'annexes: []',
    'annexes: [annex-1.yaml]',
    'annexes',
    '改成 annex-1 这样',
  ],
  ['an empty list', 'plan/document.yaml', 'annexes: []', 'annexes:', 'annexes', '没有就写“annexes: []”'],
  [
    'a giver that does not exist',
    'pairings.yaml',
    /city: .*/,
    'city: wuzhi',
    'city: wuzhi',
    '先在 places.yaml 里加上这个市',
  ],
  ['a giver by its name', 'pairings.yaml', /city: .*/, 'city: 样例甲市', 'city', '在这里写它的 id：yanglijia'],
  ['an id in capitals', 'places.yaml', 'yanglijia:', 'YangliJia:', 'YangliJia:', '改成 yanglijia 这样'],
  [
    'an address without its letter',
    'plan/body.yaml',
    'id: c-1',
    'id: di-yi',
    'id: di-yi',
    '正文的编号以 c 开头：改成 c-di-yi',
  ],
  ['a date in words', 'plan/document.yaml', "'2026-03-01'", '2026年3月1日', 'date', "改成 '2026-03-01'"],
  ['a date in curly quotes', 'plan/document.yaml', "'2026-03-01'", '‘2026-03-01’', 'date', "改成 '2026-03-01'"],
  ['years as a span', 'plan/document.yaml', /years: .*/, 'years: 2026—2028', 'years', '写成 [2026, 2027, 2028]'],
  ['one year alone', 'plan/document.yaml', /years: .*/, 'years: 2026', 'years', '写成 [2026]'],
  ['a wide colon', 'site.yaml', /^name: /m, 'name：', 'name：', '把“：”改成“:”'],
  ['a wide colon further in', 'places.yaml', '  level: county', '  level：county', 'level：county', '把“：”改成“:”'],
  ['no space behind a colon', 'site.yaml', /^name: /m, 'name:', 'name:', '英文冒号后面空一格'],
  ['a wide space behind a colon', 'site.yaml', /^name: /m, 'name:　', 'name:', '删掉冒号后面的空格'],
  ['a wide space behind a dash', 'plan/body.yaml', '- id: c-1', '-　id: c-1', '-　id', '删掉“-”后面的空格'],
  ['a wide dash', 'plan/body.yaml', '- id: c-1', '－ id: c-1', '－ id', '改成“- ”'],
  [
    'indentation by wide spaces',
    'places.yaml',
    '  level: county',
    '　　level: county',
    '　　level'.trim(),
    '删掉行首的空格',
  ],
  ['a tab', 'places.yaml', '  level: county', '\tlevel: county', 'level: county', '删掉行首的 Tab'],
  [
    'wide commas in a list',
    'pairings.yaml',
    /townships: .*/,
    'townships: [heqiao，liuqiao]',
    'townships',
    '写成 [heqiao, liuqiao]',
  ],
  [
    'wide brackets',
    'pairings.yaml',
    /townships: .*/,
    'townships: 【heqiao、liuqiao】',
    'townships',
    '写成 [heqiao, liuqiao]',
  ],
  ['a quantity with its unit', PROJECT, 'quantity: 600', 'quantity: 600册', 'quantity', '只留数字，改成 600'],
  ['how often in Chinese', PROJECT, /^ {8}per: .*/m, '        per: 全年', 'per', '“全年”在这里写 year'],
  ['a department by its name', PROJECT, /^lead: .*/m, 'lead: [宣传部]', 'lead', '在这里写它的 id：xuanchuanbu'],
  [
    'no answer where there may be none',
    'plan/document.yaml',
    'excerpt: true',
    'excerpt: false',
    'excerpt',
    '不是的，把这一行整行删掉',
  ],
])('%s is told once, where it stands, with its own remedy (%s)', (_, file, from, to, line, mend) => {
  const [first = '', ...more] = told(file, from, to);
  expect([first, ...more].filter((one) => one.startsWith(file))).toHaveLength(1);
  expect(first).toContain(file);
  expect(first.split('”')[0]).toContain(line);
  expect(first).toContain(mend);
  expect(first).toMatch(/现在|是 Tab/);
});

test('a wide space inside a value is one of its characters, in any place but the beginning of a line', () => {
  expect(told('site.yaml', /^name: .*/m, 'name: 甲　乙')).toEqual([]);
  expect(
    told('plan/body.yaml', '  text: 样例甲市结对样例乙县', '  text: |-\n    　　样例甲市结对样例乙县\n    　　又一行'),
  ).toEqual([]);
  expect(told('places.yaml', 'level: county', 'level: county　# 县')).toHaveLength(1);
});

test('a file with another ending is told by the name it has', () => {
  const own = mkdtempSync(join(dir, 'case-'));
  cpSync(made, own, { recursive: true });
  renameSync(join(own, 'places.yaml'), join(own, 'places.yml'));
  expect(problemsOf(own).map(({ file, mend }) => `${file}: ${mend}`)).toContain(
    'places.yaml: 把 places.yml 改名为 places.yaml。',
  );
});
