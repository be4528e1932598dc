import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answerAll } from '#desk/asking/questions.ts';
import { newProgramme } from '#desk/new-programme/new-programme.ts';
import { PROGRAMME_QUESTIONS } from '#desk/new-programme/questions.ts';
import { readContent } from '#reader/read-content.ts';
import { doHere, type Ran, runCommandFile } from './commands.ts';

const NOW = '2026-12-01';
const ANSWERS = join(import.meta.dirname, '../fixtures/new-programme');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'new programme '));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The smallest programme: two schools, one number. */
const SMALL = {
  name: '两校一堂课',
  organisation: '样例枫小学、样例桦小学',
  title: '《样例枫小学、样例桦小学结对协议》',
  date: '2026年1月5日',
  years: '2026',
  giver: '样例枫小学',
  receiver: '样例桦小学',
  pairing: '一、样例枫小学和样例桦小学结对',
  clause: '1．同上一堂课项目。全年同上40课时。（牵头部门：教导处）',
  heading: '同上',
  target: '全年同上40课时',
};
type Options = Readonly<Record<string, string>>;
const flags = (options: Options) => Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]);
const target = () => join(dir, '一套内容');
const make = async (options: Options = {}): Promise<Ran> =>
  doHere(newProgramme, flags({ folder: target(), ...SMALL, ...options }), { SITE_NOW: NOW });
const data = (file: string) => parse(readFileSync(join(target(), file), 'utf8')) as Record<string, unknown>;
const check = (folder = target()) =>
  readContent({ dir: folder, samples: false, now: new Date(`${NOW}T00:00:00Z`) }).problems.map(
    ({ severity, code }) => `${severity} ${code}`,
  );
/** What is truly still open of every new programme. */
const OPEN = ['warning placeholder-address', 'warning plan-excerpt'];
/** What is answered wrong, by option. */
const wrong = (options: Options) =>
  Object.fromEntries(
    answerAll(PROGRAMME_QUESTIONS, { folder: 'x', ...SMALL, ...options }, { refused: () => null }).wrong.map(
      ({ option, problem }) => [option, problem],
    ),
  );

describe('npm run new:programme', () => {
  test('makes a folder that the check has nothing against but what is still open, and says what comes next', async () => {
    const { stdout, stderr, status } = await make();
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain(`■ 建好了：${target()}`);
    for (const word of ['plan/document.yaml', 'npm start', 'npm run check', 'content/README.md', '网址还是占位的'])
      expect(stdout).toContain(word);
    expect(check()).toEqual(OPEN);
    expect(readdirSync(dir)).toEqual(['一套内容']);
    const { content, standings } = readContent({ dir: target(), samples: false, now: new Date(`${NOW}T00:00:00Z`) });
    expect(content?.pairings).toHaveLength(1);
    expect(content?.projects).toHaveLength(1);
    expect(standings.map(({ story, holds }) => [story.kind, holds])).toEqual([['explainer', []]]);
  });

  test.each(['county', 'schools', 'office'])(
    'takes the answers of %s from a file, a line for each question',
    (name) => {
      const input = readFileSync(join(ANSWERS, `${name}.txt`), 'utf8');
      const ran = runCommandFile('new-programme', ['--folder', target()], { SITE_NOW: NOW }, input);
      expect({ stderr: ran.stderr, status: ran.status }).toEqual({ stderr: '', status: 0 });
      expect(check()).toEqual(OPEN);
    },
  );

  test('writes what was answered and nothing else: what is not known is left open', async () => {
    await make();
    expect(data('site.yaml')).toMatchObject({
      publisher: { name: SMALL.organisation, confirmed: null },
      contact: { email: null, phone: null, address: null },
      about: [],
    });
    expect(data('site.yaml')['address']).toMatch(/^https:\/\/[a-z-]+\.invalid\/$/);
    expect(data('plan/document.yaml')).toMatchObject({ number: null, annexes: [], years: [2026], date: '2026-01-05' });
    expect(Object.values(data('places.yaml'))).toEqual([
      { level: 'school', name: '样例枫小学' },
      { level: 'school', name: '样例桦小学' },
    ]);
    const passages = Object.values(data('plan/body.yaml')).map((clause) => (clause as { text: string }).text);
    expect(passages).toEqual(['样例枫小学、样例桦小学结对协议', SMALL.pairing, SMALL.clause]);
    const project = data(`projects/${readdirSync(join(target(), 'projects'))[0]}`);
    expect(project).toMatchObject({ number: 1, title: '同上一堂课项目', field: 'c-1', lead: ['jiaodaochu'] });
    expect(project['lines']).toMatchObject([
      { unit: '课时', text_targets: [{ quantity: 40, per: 'year', quote: SMALL.target }] },
    ]);
  });

  test('explains every key of every file in a comment', async () => {
    await make();
    for (const file of [
      'site.yaml',
      'plan/document.yaml',
      'plan/body.yaml',
      'places.yaml',
      'pairings.yaml',
      'departments.yaml',
    ])
      expect(readFileSync(join(target(), file), 'utf8')).toMatch(/^# \p{Script=Han}/mu);
    const site = readFileSync(join(target(), 'site.yaml'), 'utf8').split('\n');
    const bare = site.filter((line, i) => /^[a-z_]+:/.test(line) && !/^#|^[a-z_]+:/.test(site[i - 1] ?? ''));
    expect(bare).toEqual([]);
  });

  test('keeps people and consents out of Git wherever the folder lies', async () => {
    await make();
    expect(readFileSync(join(target(), '.gitignore'), 'utf8')).toContain('records/');
  });

  test.each([
    [
      'a project without a number of its own, in an annex as it seems',
      { clause: '开展青年互访', heading: '', project: '青年互访', target: '', unit: '批次' },
    ],
    [
      'articles',
      {
        pairing: '第二条　样例枫小学与样例桦小学结为对子。',
        clause: '第五条　夜校。每班45学时，五年共90班。',
        heading: '',
        target: '每班45学时，五年共90班',
        unit: '班',
        years: '2026—2030',
      },
    ],
    [
      'one passage that holds both',
      {
        pairing: '样例枫小学和样例桦小学结对',
        clause: '第一条　样例枫小学和样例桦小学结对：每年互访不少于2次。',
        heading: '',
        project: '互访',
        target: '每年互访不少于2次',
      },
    ],
    [
      'a range and Chinese numerals',
      { clause: '（三）送课：两年送课二十至三十课时。', target: '二十至三十课时', years: '2026、2027' },
    ],
    [
      'marks that mean something in YAML and Markdown',
      { name: '# 两校: “一堂课”', clause: '1．同上*一堂课*：{每班}40课时 & <少>。', target: '40课时' },
    ],
    [
      'towns, villages and streets below a district',
      {
        giver: '样例甲市',
        receiver: '样乙区',
        third: '荷桥镇、柳桥街道；桂村',
        pairing: '样例甲市结对样乙区',
        heading: '',
      },
    ],
    [
      'a county-level city that is helped by a county',
      { giver: '样例甲县', receiver: '样例乙市（县级市）', pairing: '样例甲县结对样例乙市', heading: '' },
    ],
    [
      'a hospital and a hospital, a name no one can tell the kind of',
      { giver: '样例之家', 'giver-kind': '医院', receiver: '样例医院', pairing: '样例之家结对样例医院', heading: '' },
    ],
  ])('makes sound content of %s', async (_, options) => {
    const given = Object.fromEntries(Object.entries({ ...SMALL, ...options }).filter(([, value]) => value !== ''));
    const ran = await doHere(newProgramme, flags({ folder: target(), ...given }), { SITE_NOW: NOW });
    expect({ stderr: ran.stderr, status: ran.status }).toEqual({ stderr: '', status: 0 });
    expect(check()).toEqual(OPEN);
  });

  test('asks what a name in another script is written in and where it was read, and only then', async () => {
    expect((await make({ language: 'ug' })).stderr).toContain('--language　现在是“ug”，这里用不上');
    const named = { receiver: '样例桦小学 بەپتەپ' };
    expect((await make(named)).stderr).toContain('还缺这些：--language、--names-source');
    await make({ ...named, language: '维吾尔文', 'names-source': '虚构，只供试验' });
    expect(Object.values(data('places.yaml'))[1]).toMatchObject({
      names: [{ lang: 'ug', text: 'بەپتەپ', source: '虚构，只供试验', unverified: true }],
    });
  });

  test('takes a folder with spaces, an empty one and one that is told from where the command was typed', async () => {
    mkdirSync(target());
    expect((await make()).status).toBe(0);
    expect((await make({ folder: join(dir, 'a b', 'c') })).stdout).toContain(
      `CONTENT_DIR="${join(dir, 'a b', 'c')}" npm start`,
    );
  });
});

describe('what cannot be made', () => {
  test('is never written over something, nor into content that is there', async () => {
    mkdirSync(target());
    writeFileSync(join(target(), 'letter.txt'), 'x');
    const { stderr, status } = await make();
    expect(status).toBe(2);
    expect(stderr).toContain('里已经有东西了，没有动它');
    expect(stderr).toContain('没有建任何文件');
    expect(readdirSync(target())).toEqual(['letter.txt']);
    const file = join(dir, 'file');
    writeFileSync(file, 'x');
    expect((await make({ folder: file })).stderr).toContain('不是能用的文件夹');
    const inside = join(import.meta.dirname, '../../content/new');
    expect((await make({ folder: inside })).stderr).toContain('在现在的内容文件夹里面');
    expect(existsSync(inside)).toBe(false);
  });

  test('is told all at once, with what stands there and what should', () => {
    const all = wrong({
      date: '2026年2月30日',
      years: '十年',
      receiver: 'Birch School',
      clause: '1．同上一堂课。',
      target: '40课时',
    });
    expect(all['date']).toContain('2026年2月没有30日');
    expect(all['years']).toContain('现在是“十年”，应当是方案管的年份，写成 2026、2026—2030');
    expect(all['receiver']).toContain('应当是文件里的汉字名字');
    expect(all['target']).toContain('从那一句里原样抄');
  });

  test.each([
    [{ giver: '样例甲县', receiver: '样例乙市' }, 'receiver', '比“样例乙市”低一级'],
    [{ receiver: '样例枫小学' }, 'receiver', '写了两次'],
    [{ receiver: '样乙县', third: '丙区', pairing: '样乙县' }, 'third', '不在“样乙县”的下一级'],
    [{ pairing: '甲和乙结对' }, 'pairing', '照文件抄写到它们的那一句'],
    [{ pairing: '样例枫小学联系电话 13800000000' }, 'pairing', '文件里的电话不上网'],
    [{ target: '同上' }, 'target', '抄到数和单位为止'],
    [{ years: '2030—2026' }, 'years', '应当是方案管的年份'],
  ])('says why %j is no answer', (options, option, words) => {
    expect(wrong(options)[option]).toContain(words);
  });

  test('leaves nothing behind where the answers contradict themselves only as a whole', async () => {
    // The check reads what was made before it takes its place.
    const { stderr, status } = await make({
      clause: '1．同上一堂课。联系人：样例，电话0731-12345678，全年同上40课时。',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('电话');
    expect(readdirSync(dir)).toEqual([]);
  });

  test('ends without a trace where the folder cannot be made', async () => {
    writeFileSync(join(dir, 'file'), 'x');
    const { stderr, status } = await make({ folder: join(dir, 'file', 'below') });
    expect(status).toBe(1);
    expect(stderr).toContain('没有建成');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(dir)).toEqual(['file']);
  });

  test('is a command without options, of which every missing one is named', async () => {
    const { stderr, status } = await doHere(newProgramme, ['--folder', target(), '--naem', 'x'], { SITE_NOW: NOW });
    expect(status).toBe(2);
    expect(stderr).toContain('不认识“--naem”');
    const ran = runCommandFile('new-programme', ['--folder', target()], { SITE_NOW: NOW });
    expect(ran.status).toBe(2);
    for (const option of ['name', 'title', 'giver', 'receiver', 'pairing', 'clause'])
      expect(ran.stderr).toContain(`--${option}`);
    expect(existsSync(target())).toBe(false);
  });
});

describe('a programme that was made', () => {
  test('grows by the manual: once the document is whole nothing is open but the address, and stories are held to its counts', async () => {
    await make();
    const copy = join(dir, 'grown');
    cpSync(target(), copy, { recursive: true });
    mkdirSync(join(copy, 'stories/shu-yi-shu'));
    writeFileSync(
      join(copy, 'stories/shu-yi-shu/index.mdx'),
      '---\nkind: explainer\ntitle: 数一数\nsummary: 数一数。\ndate: 2026-11-30\neditor: 编辑\nsource: 整理\n---\n\n协议列出12个项目。\n',
    );
    // Of an excerpt nobody knows how many there are.
    expect(check(copy)).toEqual(OPEN);
    const file = join(copy, 'plan/document.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^excerpt: true$/m, ''));
    expect(check(copy)).toEqual([...OPEN.slice(0, 1), 'error count-of-things']);
  });
});
