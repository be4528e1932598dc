import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '#check/finding.ts';
import { approveWith } from '#desk/approve/approve.ts';
import { approvalSchema, STEP_FILES, type Step } from '#domain/approvals/approval.ts';
import { reviewState } from '#domain/approvals/review-state.ts';
import { approvalHash, partsOf } from '#domain/approvals/reviewed.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import type { Site } from '#domain/programme/site.ts';
import type { Story } from '#domain/stories/story.ts';
import { approvalText } from '#reader/approvals/approval-file.ts';
import { readApprovals } from '#reader/approvals/read-approvals.ts';
import { reviewedOf } from '#reader/approvals/reviewed-of.ts';
import type { ReadForReview, StoryReview } from '#reader/approvals/story-review.ts';
import { ContentFiles } from '#reader/content-files.ts';
import { sha256 } from '#reader/sha256.ts';
import { childEnvironment, projectFolder } from '../../scripts/setup/install.mjs';
import { doAct, tellEnd } from '../../scripts/terminal/run-act.ts';
import {
  fictionalApproval as approved,
  changedParts,
  PARTS,
  REVIEWED,
  REVIEWERS,
} from '../domain/approvals/fictional-approvals.ts';
import { fictionalStory } from '../domain/fictional-story.ts';

const NOW = '2026-01-05T09:30:00+08:00';
const FOLDER = 'stories/xin';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'approve-'));
  mkdirSync(join(dir, FOLDER), { recursive: true });
  writeFileSync(join(dir, FOLDER, 'index.mdx'), '稿件');
});
afterEach(() => rmSync(dir, { recursive: true }));

interface Around {
  readonly needed?: number;
  readonly parts?: typeof PARTS;
  readonly story?: Partial<Story>;
  readonly errors?: number;
  readonly problems?: readonly Problem[];
  readonly without?: boolean;
  readonly sample?: boolean;
  readonly reviewers?: Reviewers | null;
}

/** Some more people who may sign, with names of other kinds. */
const LISTED: Reviewers = [
  ...REVIEWERS,
  ...['次仁卓玛', '阿依古丽·买买提', '欧阳样例', 'Anna Lee'].map((name) => ({ name, steps: ['初审' as const] })),
];
const isSmall = () => false;

const problem = (file: string): Problem => ({
  ...{ file, line: 1, column: 1, severity: 'error', code: 'a', message: '错了。', mend: '改。' },
});

/** Reads approvals from the folder as the real reader does; everything else is as a test says. */
function reader(around: Around) {
  const { needed = 3, parts = PARTS, story, errors = 0, problems = [], without, sample = false } = around;
  const { reviewers = LISTED } = around;
  return ({ contentDir }: { contentDir: string }): ReadForReview => {
    const folder = sample ? `samples/${FOLDER}` : FOLDER;
    const approvals = readApprovals(new ContentFiles(contentDir), folder);
    const review: StoryReview = {
      story: fictionalStory('xin', { title: '第一封信', sample, ...story }),
      ...{ file: `${folder}/index.mdx`, folder, sample, needed, parts, approvals, errors },
      ...{ fileText: '稿件', reviewers, isSmall, people: Object.keys(parts.consents).length },
      state: reviewState({ needed, approvals, parts, reviewers, isSmall, digest: sha256 }),
    };
    return { problems, stories: new Map(without ? [] : [['xin', review]]), site: {} as Site };
  };
}

const nobody = () => Promise.reject(new Error('nobody is to be asked'));

async function run(args: string | readonly string[], around: Around = {}, env: Record<string, string> = {}) {
  const said = { out: '', error: '' };
  const print = (text: string, to: 'out' | 'error') => {
    said[to] += text;
  };
  const act = approveWith(reader(around));
  const words = typeof args === 'string' ? args.split(' ').filter(Boolean) : args;
  const place = { env: { CONTENT_DIR: dir, SITE_NOW: NOW, ...env }, cwd: dir, clock: () => new Date(NOW), print };
  const code = await doAct(act, '', words, { ...place, withAnswers: nobody, withAsked: nobody }).catch((error) =>
    tellEnd(act, error, print),
  );
  return { ...said, code };
}
const fileOf = (step: Step) => join(dir, FOLDER, 'approvals', `${STEP_FILES[step]}.yaml`);
const written = (step: Step) => approvalSchema.parse(parse(readFileSync(fileOf(step), 'utf8')));
const lying = () => (existsSync(join(dir, FOLDER, 'approvals')) ? readdirSync(join(dir, FOLDER, 'approvals')) : []);
/** Puts approvals beside the story without the command. */
function put(...approvals: ReturnType<typeof approved>[]): void {
  mkdirSync(join(dir, FOLDER, 'approvals'), { recursive: true });
  for (const { approval } of approvals) writeFileSync(fileOf(approval.step), approvalText(approval));
}
const FIRST = approved('初审', '样例甲', '2026-01-02T09:00');
const SECOND = approved('复审', '样例乙', '2026-01-03T09:00');

describe('npm run approve', () => {
  it('writes who approved what, when, and says what comes next', async () => {
    const { out, error, code } = await run('xin --step 初审 --by 样例甲');
    expect({ error, code }).toEqual({ error: '', code: 0 });
    const signing = { step: '初审', by: '样例甲', at: NOW, parts: PARTS } as const;
    expect(written('初审')).toEqual({ ...signing, hash: approvalHash(signing, sha256) });
    expect(lying()).toEqual(['chushen.txt', 'chushen.yaml']);
    for (const words of ['动态《第一封信》', '初审签好了：样例甲，2026年1月5日09:30', '2张图、1个数、2个人'])
      expect(out).toContain(words);
    expect(out).toContain('stories/xin/approvals/chushen.yaml');
    expect(out).toContain('还要复审：请另一个人');
    expect(out).toContain('npm run approve -- xin --step 复审 --by 姓名');
  });

  it('goes through all three steps, and says when the story comes out', async () => {
    await run('xin --step 初审 --by 样例甲');
    await run('xin --step fushen --by=样例乙');
    const { out } = await run('xin --step 终审 --by 样例丙');
    expect(out).toContain('三审齐了，下一次 npm run build 就发布');
    expect(lying().filter((name) => name.endsWith('.yaml'))).toEqual(['chushen.yaml', 'fushen.yaml', 'zhongshen.yaml']);
    const { state } = reader({})({ contentDir: dir }).stories.get('xin') as StoryReview;
    expect(state.approved).toBe(true);
  });

  it('says until when a story waits that has its hour', async () => {
    const { out } = await run('xin --step 初审 --by 样例甲', { needed: 1, story: { publish_at: '2026-02-01 08:00' } });
    expect(out).toContain('初审齐了，到2026年2月1日08:00自动发布');
  });

  it('approves samples too, which never come out', async () => {
    mkdirSync(join(dir, 'samples', FOLDER), { recursive: true });
    expect((await run('xin --step 初审 --by 样例甲', { needed: 1, sample: true })).out).toContain('样稿不会发布');
    expect(existsSync(join(dir, 'samples', FOLDER, 'approvals/chushen.yaml'))).toBe(true);
  });

  it('takes the clock where SITE_NOW is not set, in Chinese time', async () => {
    await run('xin --step 初审 --by 样例甲', {}, { SITE_NOW: '' });
    expect(written('初审').at).toBe(NOW);
  });

  it('writes the same bytes for the same approval', async () => {
    await run('xin --step 初审 --by 样例甲');
    const before = readFileSync(fileOf('初审'), 'utf8');
    rmSync(fileOf('初审'));
    await run('xin --step 初审 --by 样例甲');
    expect(readFileSync(fileOf('初审'), 'utf8')).toBe(before);
  });

  it('shows how all steps stand, and writes nothing', async () => {
    put(FIRST, SECOND);
    const { out, code } = await run('xin --show', { parts: changedParts({ facts: { 'books-2021': '45人' } }) });
    expect(code).toBe(0);
    expect(out).toContain('初审　不算数了　样例甲，2026年1月2日09:00\n        事实 books-2021 从 40人 变成 45人');
    expect(out).toContain('终审　还没有审');
    expect(out).toContain('还要初审');
    expect(lying()).toEqual(['chushen.yaml', 'fushen.yaml']);
  });

  it('explains itself', () => {
    const { stdout: out, status } = spawnSync(process.execPath, [join(projectFolder, 'scripts/approve.ts'), '--help'], {
      encoding: 'utf8',
      env: childEnvironment(),
    });
    expect(status).toBe(0);
    for (const word of ['--step', '--by', '--again', '--show', 'CONTENT_DIR', 'RECORDS_DIR', 'SITE_NOW'])
      expect(out).toContain(word);
  });
});

describe('npm run approve, used wrongly', () => {
  it.each([
    ['', '没有写是哪一篇'],
    ['xin', '没有写审到哪一步'],
    ['xin --step 初审', '没有写谁审的'],
    ['xin --step 初审 --by', '--by 后面没有写内容'],
    ['xin --step 初审 --step 复审 --by 样例甲', '--step 写了两次'],
    ['xin --step 四审 --by 样例甲', '只有三步：初审、复审、终审'],
    ['xin --stp 初审 --by 样例甲', '是不是想写“--step”'],
    ['xin yi --step 初审 --by 样例甲', '一次只能签一篇'],
    ['xn --step 初审 --by 样例甲', '是不是想写“xin”'],
    ['stories/xin --step 初审 --by 样例甲', '应当是“xin”'],
    ['qi-ta-de-gao-jian --step 初审 --by 样例甲', '没有 id 是“qi-ta-de-gao-jian”的稿件'],
    ['xin --step 初审 --by 王', '至少两个字'],
    ['xin --step 初审 --by 样例1', '没有数字'],
    ['xin --step 初审 --by 样例甲、样例乙', '一个人的姓名'],
    ['xin --step 初审 --by 姓名', '真实姓名'],
    ['xin --step 初审 --by 初审', '真实姓名'],
    ['xin --step 初审 --by 某某', '真实姓名'],
    ['xin --step 初审 --by <姓名>', '去掉多余的符号'],
  ])('%s: is told, and nothing is written', async (args, words) => {
    const { out, error, code } = await run(args);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(error).toContain(words);
    expect(error).toContain('没有签');
    expect(lying()).toEqual([]);
  });

  it.each(['样例甲', '次仁卓玛', '阿依古丽·买买提', '欧阳样例', 'Anna Lee'])('takes the name %s', async (name) => {
    await run(['xin', '--step', '初审', '--by', name]);
    expect(written('初审').by).toBe(name);
  });

  it.each([
    ['SITE_NOW', '明天', 'SITE_NOW'],
    ['CONTENT_DIR', '/no/such/folder', '找不到内容文件夹'],
  ])('tells of a setting that cannot be used: %s', async (name, value, words) => {
    const { error, code } = await run('xin --step 初审 --by 样例甲', {}, { [name]: value });
    expect(code).toBe(2);
    expect(error).toContain(words);
  });
});

describe('npm run approve refuses and writes nothing', () => {
  const CHANGED = changedParts({ text: '另一段。' });

  it.each<[string, string, Around, ReturnType<typeof approved>[], string[]]>([
    ['a story with errors', '初审', { errors: 2 }, [], ['有2个错误', 'npm run check']],
    [
      'a story that could not be read for its errors',
      '初审',
      { without: true, problems: [problem('stories/xin/index.mdx'), problem('stories/xin-er/index.mdx')] },
      [],
      ['有1个错误', 'npm run check'],
    ],
    [
      'any story while nothing could be read',
      '初审',
      { without: true, problems: [problem('places.yaml')] },
      [],
      ['内容里有1个错误'],
    ],
    ['content with errors elsewhere', '初审', { problems: [problem('places.yaml')] }, [], ['内容里有1个错误']],
    ['a step while the one before is missing', '复审', {}, [], ['还没有初审', '--step 初审']],
    [
      'a step while the one before does not count any more',
      '复审',
      { parts: CHANGED },
      [FIRST],
      ['样例甲2026年1月2日的初审不算数了：正文改过', '--step 初审'],
    ],
    [
      'the same person in another step',
      '复审',
      {},
      [approved('初审', '样例丙', '2026-01-02T09:00')],
      ['样例丙已经签了初审'],
    ],
    ['a step that the kind does not need', '终审', { needed: 2 }, [FIRST, SECOND], ['不用终审', '只要初审、复审']],
    ['a story that needs no review', '初审', { needed: 0 }, [], ['不用审']],
    [
      'a step that would be dated before the one before',
      '复审',
      {},
      [approved('初审', '样例甲', '2026-01-06T09:00')],
      ['复审不能早于初审', '2026年1月6日09:00'],
    ],
    ['a step that somebody else signed', '初审', {}, [FIRST], ['样例甲已经签了初审', '--again']],
    [
      'anybody while nobody has said who may sign',
      '初审',
      { reviewers: null },
      [],
      ['还没有写谁可以审稿', 'reviewers.yaml'],
    ],
    [
      'somebody who is not in the list, and says who is',
      '初审',
      {
        reviewers: [
          { name: '样例甲', steps: ['初审'] },
          { name: '样例丙', steps: ['终审'] },
        ],
      },
      [],
      ['样例丙不能签初审', '可以签初审的有：样例甲'],
    ],
  ])('%s', async (_, step, around, approvals, words) => {
    put(...approvals);
    const before = lying().map((name) => readFileSync(join(dir, FOLDER, 'approvals', name), 'utf8'));
    const { out, error, code } = await run(`xin --step ${step} --by 样例丙`, around);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    for (const word of words) expect(error).toContain(word);
    expect(error).toContain('没有签');
    expect(lying().map((name) => readFileSync(join(dir, FOLDER, 'approvals', name), 'utf8'))).toEqual(before);
    expect(lying()).toHaveLength(approvals.length);
  });

  it('does not mind errors in other stories', async () => {
    expect((await run('xin --step 初审 --by 样例甲', { problems: [problem('stories/yi/index.mdx')] })).code).toBe(0);
  });

  it('leaves a step alone that the same person signed for the same story, and is content', async () => {
    put(FIRST);
    const before = readFileSync(fileOf('初审'), 'utf8');
    const { out, code } = await run('xin --step 初审 --by 样例甲');
    expect(code).toBe(0);
    expect(out).toContain('样例甲已经签过初审');
    expect(readFileSync(fileOf('初审'), 'utf8')).toBe(before);
  });

  it('lets somebody else sign again who says so', async () => {
    put(FIRST);
    expect((await run('xin --step 初审 --by 样例丙 --again')).code).toBe(0);
    expect(written('初审').by).toBe('样例丙');
  });

  it('says that a later step has to come again after an earlier one did', async () => {
    put(FIRST, SECOND);
    expect((await run('xin --step 初审 --by 样例丙 --again')).out).toContain('还要复审');
  });

  it('lets the same person or somebody else sign again what does not count any more', async () => {
    put(FIRST, SECOND);
    expect((await run('xin --step 初审 --by 样例乙', { parts: CHANGED })).code).toBe(0);
    expect(written('初审')).toMatchObject({ by: '样例乙', parts: CHANGED });
    expect((await run('xin --step 复审 --by 样例甲', { parts: CHANGED })).code).toBe(0);
  });

  it.skipIf(process.getuid?.() === 0)('says so where nothing can be written, and leaves nothing behind', async () => {
    put(FIRST);
    const folder = join(dir, FOLDER, 'approvals');
    chmodSync(folder, 0o500);
    const { error, code } = await run('xin --step 复审 --by 样例乙');
    chmodSync(folder, 0o700);
    expect({ code, lying: lying() }).toEqual({ code: 1, lying: ['chushen.yaml'] });
    expect(error).toContain('没有写成');
  });

  it('says so where a file lies in place of the folder', async () => {
    writeFileSync(join(dir, FOLDER, 'approvals'), '');
    const { error, code } = await run('xin --step 初审 --by 样例甲');
    expect(code).toBe(1);
    expect(error).toContain('没有写成');
  });
});

describe('approvals beside a story', () => {
  /** What is read and told of the files in the folder. */
  function read(files: Record<string, string>) {
    mkdirSync(join(dir, FOLDER, 'approvals'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, FOLDER, 'approvals', name), text);
    const content = new ContentFiles(dir);
    const found = readApprovals(content, FOLDER);
    return { found, told: content.problems.map(({ file, severity, code }) => `${severity} ${code} ${file}`), content };
  }
  const text = approvalText(FIRST.approval);

  it('are read in the order of the steps, as they were written', () => {
    const { found, told } = read({ 'fushen.yaml': approvalText(SECOND.approval), 'chushen.yaml': text });
    expect(found).toEqual([FIRST, SECOND]);
    expect(told).toEqual([]);
  });

  it('survive YAML whatever is in them', () => {
    const parts = partsOf(
      { ...REVIEWED, facts: { yes: 'null', '1e3': '12: 40 #人', a: ' "x" ' }, consents: { '~': '1', '李: 样例': '2' } },
      sha256,
    );
    const { approval } = approved('初审', 'Yes', '2026-01-02T09:00', { parts });
    expect(read({ 'chushen.yaml': approvalText(approval) }).found.map((one) => one.approval)).toEqual([approval]);
  });

  it.each([
    ['a file of another name', { 'erShen.yaml': text }, 'warning unexpected-file stories/xin/approvals/erShen.yaml'],
    ['a step in the wrong file', { 'fushen.yaml': text }, 'error approval-step stories/xin/approvals/fushen.yaml'],
    [
      'a missing key',
      { 'chushen.yaml': text.replace(/^by:.*\n/m, '') },
      'error missing-key stories/xin/approvals/chushen.yaml',
    ],
    [
      'a hash cut short',
      { 'chushen.yaml': text.replace(/^hash: .*$/m, 'hash: abc') },
      'error bad-format stories/xin/approvals/chushen.yaml',
    ],
    ['something that is no YAML', { 'chushen.yaml': '{' }, 'error broken-yaml stories/xin/approvals/chushen.yaml'],
  ])('are told where there is %s, with what to do', (_, files, expected) => {
    const { found, told, content } = read(files);
    expect(found).toEqual([]);
    expect(told).toEqual([expected]);
    expect(content.problems[0]?.mend).toContain('npm run approve');
  });

  it('may be missing altogether', () => {
    expect(readApprovals(new ContentFiles(dir), FOLDER)).toEqual([]);
  });
});

describe('what is reviewed of a story', () => {
  const fact = (value: number, more: Partial<Fact> = {}): Fact => ({
    ...{ id: 'a', subject: { kind: 'programme', id: '' }, label: '', value, unit: '人', sentence: '' },
    basis: { kind: 'outside', source: '' },
    ...more,
  });
  const person: Person = { id: 'li-yangli', sample: false, name: '李样例', age_band: 'adult', role: '志愿者' };
  const child: Person = {
    ...person,
    id: 'wang-xi',
    name: '王样例',
    alias: '小溪',
    age_band: 'under-14',
    role: '小学生',
  };
  const paper = (of: Person, more: Partial<Consent> = {}): Consent => ({
    ...{ id: `${of.id}-1`, sample: false, person: of.id, scope: ['story'], channels: ['site'] },
    ...{ signed: '2026-01-01', until: '2027-01-01', paper: '三号柜', ...more },
  });
  const review = (more: Partial<Parameters<typeof reviewedOf>[0]> = {}) =>
    reviewedOf({ front: {}, body: '', pictures: [], facts: null, used: [], people: [], ...more });

  it('has every key of the front matter, whatever is in it', () => {
    const front = { title: '信', people: ['李样例'], cover: { src: 'a.jpg', alt: '信' } };
    expect(review({ front }).front).toEqual({
      title: '"信"',
      people: '["李样例"]',
      cover: '{"alt":"信","src":"a.jpg"}',
    });
    expect(review({ front: null }).front).toEqual({});
  });

  it('has numbers as they are printed, and each picture once', () => {
    const facts = new Map([
      ['a', fact(40)],
      ['b', fact(2040, { unit: '千米', approximate: true })],
    ]);
    const bytes = () => new Uint8Array([1]);
    const { facts: printed, pictures } = review({
      ...{ facts, used: ['b', 'a', 'b'] },
      pictures: [
        { src: 'a.jpg', bytes },
        { src: 'a.jpg', bytes },
      ],
    });
    expect(printed).toEqual({ b: '约2040千米', a: '40人' });
    expect(pictures).toEqual({ 'a.jpg': sha256(new Uint8Array([1])) });
  });

  const consents = (printed: string, ...records: (Person | Consent)[]) =>
    review({ people: [{ printed, records }] }).consents[printed] ?? '';

  it.each<[string, Partial<Consent>]>([
    ['a withdrawal', { withdrawn: '2026-02-01' }],
    ['a longer term', { until: '2030-01-01' }],
    ['another scope', { scope: ['story', 'name'] }],
    ['another place of the paper', { paper: '四号柜' }],
    ['another guardian', { guardian: { name: '样例家长', relation: '母亲' } }],
  ])('is another with %s', (_, change) => {
    expect(consents('李样例', person, paper(person, change))).not.toBe(consents('李样例', person, paper(person)));
  });

  it('is the same whatever the order and the file names of the records', () => {
    const [one, two] = [paper(person), paper(person, { id: 'z', until: '2030-01-01' })];
    expect(consents('李样例', two, one, person)).toBe(consents('李样例', person, one, two));
    expect(consents('李样例', person, { ...one, id: 'a' })).toBe(consents('李样例', person, one));
  });

  it.each(['小溪', '小溪（化名）'])('digests no real name and no id where a 化名 is printed: %s', (printed) => {
    const digested = consents(printed, child, paper(child));
    for (const secret of ['王样例', 'wang-xi']) expect(digested).not.toContain(secret);
    expect(digested).toContain('三号柜');
  });
});
