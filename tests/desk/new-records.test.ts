import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromLines } from '#desk/asking/asked.ts';
import { answerAll, askAll, type Question } from '#desk/asking/questions.ts';
import { CONSENT_QUESTIONS, type ConsentDraft, consentOf } from '#desk/records/consent-questions.ts';
import {
  NewRecords,
  newPersonId,
  personRecordText,
  type RecordsFolder,
  writeRecords,
} from '#desk/records/new-records.ts';
import { PERSON_QUESTIONS, type PersonDraft, personOf } from '#desk/records/person-questions.ts';
import { formKind, printForm } from '#desk/records/print-form.ts';
import { readEnvironment } from '#reader/environment.ts';
import { readRecords } from '#reader/records/read-records.ts';

const ROOT = join(import.meta.dirname, '../..');
const TODAY = '2026-06-15';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-records-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const folder = (): RecordsFolder => ({ dir, read: readRecords(dir, 'records', false, TODAY), today: TODAY });
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)
    .toSorted();

/** Answers in order, with everything that was printed. */
async function answered<Draft>(questions: readonly Question<Draft>[], start: Draft, lines: readonly string[]) {
  let printed = '';
  const asked = fromLines(lines, (text) => {
    printed += text;
  });
  return { draft: await askAll(questions, {}, start, asked), printed };
}
const person = async (...lines: string[]) => {
  const { draft } = await answered<PersonDraft>(PERSON_QUESTIONS, { known: folder().read.people }, lines);
  return personOf(draft);
};
const paper = async (owner: ConsentDraft['owner'], ...lines: string[]) =>
  consentOf((await answered<ConsentDraft>(CONSENT_QUESTIONS, { owner, today: TODAY }, lines)).draft, 'yang-li-jia');

describe('a person is asked for in words', () => {
  it('an adult takes a name, an age and a role', async () => {
    expect(personRecordText(await person('样例甲', '', '3', '支教志愿者', '', ''))).toBe(
      'name: 样例甲\nage_band: adult\nrole: 支教志愿者\n',
    );
  });

  it('a child with another name, aided; somebody who died', async () => {
    expect(personRecordText(await person('样例乙', '小样（化名）', '不满14岁', '小学生', '是', ''))).toBe(
      'name: 样例乙\nalias: 小样\nage_band: under-14\nrole: 小学生\naided: true\n',
    );
    expect(personRecordText(await person('样例丙', '', '成年', '队员', '', '2019年'))).toBe(
      "name: 样例丙\nage_band: adult\nrole: 队员\ndied: '2019'\n",
    );
  });

  it('a collective is asked no more than its role', async () => {
    expect(await person('样例队', '', '集体', '支教队')).toMatchObject({ age_band: 'collective', role: '支教队' });
  });

  it('a wrong answer is told and asked again', async () => {
    const lines = ['样例甲、样例乙', '样例甲', '样例甲', '', '8岁', '3', '', '队员', '也许', '否', ''];
    const { draft, printed } = await answered<PersonDraft>(PERSON_QUESTIONS, { known: [] }, lines);
    expect(draft).toMatchObject({ name: '样例甲', age_band: 'adult', role: '队员' });
    expect(printed).toContain('现在是“样例甲、样例乙”，应当是一个人的名字；几个人的一个一个写。');
    expect(printed).toContain('化名和真名一样。换一个；稿件里用真名的，直接按回车。');
    expect(printed).toContain('现在是“8岁”，应当是不满14岁、14—17岁、成年人、集体里的一个。');
    expect(printed).toContain('这里不能空着。');
  });

  it('of a name that is there already it asks how to tell the two apart', async () => {
    const known = [{ id: 'a', sample: false, name: '样例甲', age_band: 'adult', role: '医生' } as const];
    const lines = ['样例甲', '两个人同名，这一个教书', '', '3', '教师', '', ''];
    const { draft, printed } = await answered<PersonDraft>(PERSON_QUESTIONS, { known }, lines);
    expect(printed).toContain('记录里已经有一个同名的：医生，成年人。');
    expect(personOf(draft).namesake).toBe('两个人同名，这一个教书');
  });
});

describe('a paper is asked for in words', () => {
  it('an adult’s has five lines', async () => {
    const owner = { name: '样例甲', age_band: 'adult' } as const;
    expect(await paper(owner, '14', '网站', '2026年5月1日', '5年', '柜子')).toEqual({
      ...{ person: 'yang-li-jia', scope: ['name', 'story'], channels: ['site'] },
      ...{ signed: '2026-05-01', until: '2031-04-30', paper: '柜子' },
    });
  });

  it('a child’s asks for the guardian, the six things, refusing and a paper of its own', async () => {
    const owner = { name: '样例甲', age_band: 'under-14' } as const;
    const lines = [
      '姓名、事迹',
      '1',
      '2026-5-1',
      '2027-4-30',
      '样例甲',
      '样例家长',
      '母亲',
      '都说过',
      '是',
      '是',
      '柜子',
    ];
    expect(await paper(owner, ...lines)).toMatchObject({
      guardian: { name: '样例家长', relation: '母亲' },
      told: ['purpose', 'scope', 'storage', 'safety', 'complaint', 'deletion'],
      refusal_offered: true,
      separate: true,
    });
  });

  it('that of somebody of 14 to 17 asks for the guardian and no more', async () => {
    const owner = { name: '样例甲', age_band: '14-17' } as const;
    const read = await paper(owner, '1', '1', '2026-5-1', '1年', '样例家长', '父亲', '柜子');
    expect(read).toMatchObject({ guardian: { name: '样例家长', relation: '父亲' }, until: '2027-04-30' });
    expect(read.told).toBeUndefined();
  });

  it('that of the dead asks for kin, nearest first, or takes what was signed in life', async () => {
    const owner = { name: '样例甲', age_band: 'adult', died: '2026' } as const;
    const start = ['1', '1', '2026-5-1', '1年'];
    expect(await paper(owner, ...start, '样例家属', '同事', '妻子', '柜子')).toMatchObject({
      kin: { name: '样例家属', relation: '妻子' },
    });
    expect(await paper(owner, ...start, '样例家属', '弟弟', '是', '柜子')).toMatchObject({
      kin: { name: '样例家属', relation: '弟弟', none_closer: true },
    });
    expect((await paper(owner, ...start, '', '柜子')).kin).toBeUndefined();
  });

  it('is signed by today, and does not end before', async () => {
    const owner = { name: '样例甲', age_band: 'adult' } as const;
    const lines = ['1', '1', '2026-06-16', '2026-06-15', '2026-06-01', '2026-06-16', '柜子'];
    const { draft, printed } = await answered<ConsentDraft>(CONSENT_QUESTIONS, { owner, today: TODAY }, lines);
    expect(draft.until).toBe('2026-06-16');
    expect(printed).toContain('现在是2026年6月16日，还没有到；应当不晚于今天（2026年6月15日）。');
    expect(printed).toContain('现在是2026年6月1日，比签字（2026年6月15日）还早；对照授权书再写。');
  });
});

describe('options alone', () => {
  it('tell at once all that is wrong or missing, then what is asked of nobody here', () => {
    const start: ConsentDraft = { owner: { name: '样例甲', age_band: 'adult' }, today: TODAY };
    const { wrong, missing } = answerAll(CONSENT_QUESTIONS, { scope: '住址', signer: '样例家长' }, start);
    expect(wrong).toEqual([
      { option: 'scope', problem: '现在是“住址”，应当是姓名、肖像、声音、事迹里的一个或者几个，用顿号隔开。' },
    ]);
    expect(missing).toEqual(['channels', 'signed', 'until', 'paper']);
    const all = {
      scope: '姓名',
      channels: '网站',
      signed: '2026-05-01',
      until: '1年',
      paper: '柜子',
      signer: '样例家长',
    };
    expect(answerAll(CONSENT_QUESTIONS, all, start).wrong).toEqual([
      { option: 'signer', problem: '现在是“样例家长”，这里用不上，应当空着。' },
    ]);
  });
});

describe('an id', () => {
  const free = () => false;
  it('is the pinyin of the name, numbered where it is taken', () => {
    expect(newPersonId({ name: '单样例' }, free)).toBe('shan-yang-li');
    expect(newPersonId({ name: '样例甲' }, (id) => id === 'yang-li-jia')).toBe('yang-li-jia-2');
    expect(newPersonId({ name: 'Tenzin Yangli' }, free)).toBe('tenzin-yangli');
    expect(newPersonId({ name: 'བསྟན་འཛིན' }, free)).toBe('person');
  });

  it('never gives away the real name of somebody with another one', () => {
    expect(newPersonId({ name: '样例甲', alias: '小禾' }, free)).toBe('xiao-he');
  });
});

describe('writing', () => {
  it('reads back as it was said, without anything to tell', async () => {
    const records = new NewRecords(folder());
    const owner = records.addPerson(await person('样例甲', '', '1', '小学生', '', ''));
    const lines = ['1', '1', '2026-5-1', '1年', '样例家长', '母亲', '都说过', '是', '是', '柜子: 第3号 # 红'];
    records.addConsent({ ...(await paper(owner, ...lines)), person: owner.id });
    expect(records.findings()).toEqual([]);
    writeRecords(dir, records.files());
    const { people, consents, problems } = folder().read;
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ id: 'yang-li-jia', name: '样例甲', age_band: 'under-14' }]);
    expect(consents).toMatchObject([{ id: 'yang-li-jia-2026', person: 'yang-li-jia', paper: '柜子: 第3号 # 红' }]);
  });

  it('changes no file that is there, and then writes none of the others', () => {
    mkdirSync(join(dir, 'consents'));
    writeFileSync(join(dir, 'consents/b.yaml'), 'old');
    const files = new Map([
      ['people/a.yaml', 'new'],
      ['consents/b.yaml', 'new'],
    ]);
    expect(() => writeRecords(dir, files)).toThrow(/已经有/);
    expect(filesIn(dir)).toEqual(['b.yaml']);
    expect(readFileSync(join(dir, 'consents/b.yaml'), 'utf8')).toBe('old');
  });
});

describe('the form to print', () => {
  const environment = () =>
    readEnvironment({ CONTENT_DIR: 'tests/fixtures/region', RECORDS_DIR: dir, SITE_NOW: TODAY }, ROOT);

  it.each([
    ['成年', 'adult'],
    ['14—17岁', '14-17'],
    ['不满14岁', 'under-14'],
    ['近亲属', 'kin'],
    ['under-14', 'under-14'],
  ])('%s is that of %s', (word, kind) => expect(formKind(word)).toBe(kind));

  it('is written with the name on it, and only the one that the person has to sign', async () => {
    const records = new NewRecords(folder());
    records.addPerson(await person('样例甲', '', '1', '小学生', '', ''));
    writeRecords(dir, records.files());
    const out = join(dir, 'a.html');
    const print = (kind: 'adult' | 'under-14') =>
      printForm({ kind, person: '样例甲', story: undefined }, out, environment());
    expect(() => print('adult')).toThrow('记录里他要签的是“不满14岁”的一份：--print 不满14岁。');
    expect(print('under-14')).toEqual({ target: out, people: 1 });
    expect(readFileSync(out, 'utf8')).toContain('样例甲');
    expect(() => formKind('老人')).toThrow('现在是“老人”，应当是成年、14—17岁、不满14岁、近亲属里的一个。');
  });
});

/** A command as it is run by hand, with answers from a pipe. */
function run(command: string, args: readonly string[], input = '', folders: NodeJS.ProcessEnv = { RECORDS_DIR: dir }) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'] ?? '', ...folders, SITE_NOW: TODAY },
  });
  return { stdout, stderr, status };
}

describe('the commands', () => {
  it('new:consent writes a person nobody knew and the paper from one list of answers', () => {
    const answers = ['样例甲', '小禾', '3', '志愿者', '', '', '14', '1', '2026.5.1', '5年', '柜子'];
    const { stdout, status } = run('new-consent', [], `${answers.join('\n')}\n`);
    expect(status).toBe(0);
    expect(stdout).toContain('■ 记好了：样例甲（化名 小禾），成年人，志愿者');
    expect(filesIn(dir)).toEqual(['xiao-he-2026.yaml', 'xiao-he.yaml']);
    const again = run('new-consent', [
      '--person',
      '小禾',
      '--scope',
      '肖像',
      '--channels',
      '网站',
      '--signed',
      '2026-06-01',
      '--until',
      '1年',
      '--paper',
      '柜子',
    ]);
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(filesIn(dir)).toEqual(['xiao-he-2026-2.yaml', 'xiao-he-2026.yaml', 'xiao-he.yaml']);
  });

  it('new:person makes no folder for a content that is not there', () => {
    const content = join(dir, 'contnet');
    const typed = ['--name', '样例甲', '--age', '成年', '--role', '支教志愿者', '--yes'];
    const { stderr, status } = run('new-person', typed, '', { CONTENT_DIR: content });
    expect([status, stderr.split('\n')[0]]).toEqual([2, `找不到内容文件夹：${content}`]);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('new:person says what is missing, and writes nothing', () => {
    const { stderr, status } = run('new-person', ['--name', '样例甲', '--age', '8岁']);
    expect(status).toBe(2);
    expect(stderr).toContain('--age　现在是“8岁”，应当是不满14岁、14—17岁、成年人、集体里的一个。');
    expect(run('new-person', [], '样例甲\n\n3\n').stderr).toContain('答案不够，到这一句没有了：');
    expect(filesIn(dir)).toEqual([]);
  });
});
