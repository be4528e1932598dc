import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReadRecords, type RecordsPrefix, readRecords } from '#reader/records/read-records.ts';
import { told } from './mutation.ts';
import { writeFiles } from './readme-examples.ts';

const TODAY = '2026-06-15';

/** What nobody but the keeper of the records may read: names of people and guardians, a number, where a paper lies. */
const SECRETS = ['样例甲', '样例家长', '13800000000', '三楼铁柜'];

const PERSON = 'name: 样例甲\nage_band: under-14\nrole: 小学生\n';
const START = 'person: yangli-jia\nscope: [name, story]\nchannels: [site]\nsigned: 2026-03-01\nuntil: 2027-02-28\n';
const GUARDIAN =
  'guardian: { name: 样例家长, relation: 母亲 }\ntold: [purpose, scope, storage, safety, complaint, deletion]\nrefusal_offered: true\nseparate: true\n';
const PAPER = `${START}${GUARDIAN}paper: 三楼铁柜\n`;

/** What is read of a folder with these files, and nothing else. */
function read(files: Readonly<Record<string, string>>, prefix: RecordsPrefix = 'records', sample = false): ReadRecords {
  const dir = mkdtempSync(join(tmpdir(), 'records-'));
  try {
    writeFiles(dir, new Map(Object.entries(files)));
    return readRecords(dir, prefix, sample, TODAY);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('a records folder in order', () => {
  const files = {
    'people/yangli-jia.yaml': PERSON,
    'people/yangli-dui.yaml': 'name: 样例队\nage_band: collective\nrole: 支教队\n',
    'consents/yangli-jia-2026.yaml': PAPER,
  };

  it('gives everyone and every paper with their ids, and nothing to tell', () => {
    const { people, consents, whole, problems } = read(files);
    expect(people.map(({ id, name, sample }) => [id, name, sample])).toEqual([
      ['yangli-dui', '样例队', false],
      ['yangli-jia', '样例甲', false],
    ]);
    expect(consents).toMatchObject([
      { id: 'yangli-jia-2026', person: 'yangli-jia', until: '2027-02-28', sample: false },
    ]);
    expect([whole, problems]).toEqual([true, []]);
  });

  it('of samples says so of each', () => {
    const { people, consents } = read(files, 'samples/records', true);
    expect([...people, ...consents].map(({ sample }) => sample)).toEqual([true, true, true]);
  });

  it('may hold scans beside it, notes for those who keep it, and what an operating system leaves', () => {
    const more = { 'papers/2026/yangli-jia.pdf': '', 'README.md': '', '.DS_Store': '', 'people/.x.yaml.swp': '' };
    expect(read({ ...files, ...more }).problems).toEqual([]);
  });

  it('may be empty, and need not be there', () => {
    const none = { people: [], consents: [], reviewers: null, whole: true, problems: [] };
    expect(read({})).toEqual(none);
    expect(readRecords(join(tmpdir(), 'no-such-records'), 'records', false, TODAY)).toEqual(none);
  });
});

it('a file where the folder should be is told', () => {
  const dir = mkdtempSync(join(tmpdir(), 'records-'));
  try {
    writeFileSync(join(dir, 'records'), '样例甲');
    const { whole, problems } = readRecords(join(dir, 'records'), 'records', false, TODAY);
    expect(whole).toBe(false);
    expect(problems.map(told)).toEqual([
      'records:1:1 error records-not-a-folder｜授权记录不是文件夹：现在是一个文件，应当是放着 people/ 和 consents/ 的文件夹。｜改正 RECORDS_DIR；没有设 RECORDS_DIR 的，把这个文件移走。',
    ]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

const HIDDEN = '写在那里的内容（这里不显示）';

/** One file with its mistake, and how it is told behind position, severity and code. */
const damage: readonly [title: string, file: string, text: string, told: readonly string[]][] = [
  ['an empty file', 'people/a.yaml', '', ['1:1 error empty-file']],
  ['a quotation mark that is not closed', 'people/a.yaml', "name: '样例甲\nrole: 小学生\n", ['1:7 error broken-yaml']],
  ['a wide colon', 'people/a.yaml', PERSON.replace('name: ', 'name：'), ['1:5 error full-width-colon']],
  [
    'two keys in a line',
    'consents/a.yaml',
    PAPER.replace('{ name: 样例家长,', '样例家长: 13800000000,'),
    ['6:11 error broken-yaml'],
  ],
  ['an anchor with a name', 'people/a.yaml', PERSON.replace('样例甲', '&样例甲 a'), ['1:12 error yaml-feature']],
  ['an alias with a name', 'people/a.yaml', PERSON.replace('样例甲', '*样例甲'), ['1:7 error yaml-feature']],
  ['a key twice', 'consents/a.yaml', `${PAPER}paper: 三楼铁柜\n`, ['11:1 error duplicate-key']],
  [
    'a key twice that is a name',
    'people/a.yaml',
    `${PERSON}样例甲: 1\n样例甲: 2\n`,
    ['4:1 error unknown-key', '5:1 error duplicate-key'],
  ],
  ['a text and nothing else', 'people/a.yaml', '样例甲同意\n', ['1:1 error not-a-group']],
  ['an unknown key', 'people/a.yaml', `${PERSON}phone: 13800000000\n`, ['4:1 error unknown-key']],
  ['a number for a name', 'people/a.yaml', PERSON.replace('样例甲', '13800000000'), ['1:7 error not-a-text']],
  ['a name in two lines', 'people/a.yaml', PERSON.replace('样例甲', '|\n  样例甲\n  样例甲'), ['1:7 error text-lines']],
  ['an age in Chinese', 'people/a.yaml', PERSON.replace('under-14', '不满14岁'), ['2:11 error not-an-option']],
  ['a name for a person’s id', 'consents/a.yaml', PAPER.replace('yangli-jia', '样例甲'), ['1:9 error bad-id']],
  ['a scope in Chinese', 'consents/a.yaml', PAPER.replace('[name', '[姓名'), ['2:9 error not-an-option']],
  ['a day that is none', 'consents/a.yaml', PAPER.replace('2027-02-28', '2027-02-30'), ['5:8 error no-such-date']],
  ['a term without an end', 'consents/a.yaml', PAPER.replace('2027-02-28', '长期'), ['5:8 error bad-date']],
  ['a withdrawal without a day', 'consents/a.yaml', `${PAPER}withdrawn: true\n`, ['11:12 error not-a-text']],
  ['a year of death without quotes', 'people/a.yaml', `${PERSON}died: 2019\n`, ['4:7 error bad-died']],
  ['that someone did not die', 'people/a.yaml', `${PERSON}died: false\n`, ['4:7 error bad-died']],
  ['a day of death that is none', 'people/a.yaml', `${PERSON}died: '2019-02-30'\n`, ['4:7 error bad-died']],
  ['kin in a word', 'consents/a.yaml', PAPER.replace(/guardian: \{.*\}/, 'kin: 样例家长'), ['6:6 error not-a-group']],
  [
    'kin for a key',
    'consents/a.yaml',
    PAPER.replace('guardian: { name: 样例家长,', 'kin: { 样例家长: 母亲, name: 样例家长,'),
    ['6:8 error unknown-key'],
  ],
  ['a guardian in a word', 'consents/a.yaml', PAPER.replace(/\{.*\}/, '样例家长'), ['6:11 error not-a-group']],
  [
    'a guardian for a key',
    'consents/a.yaml',
    PAPER.replace('{ name: 样例家长,', '{ 样例家长: 母亲, name: 样例家长,'),
    ['6:13 error unknown-key'],
  ],
  [
    'a number for the place of the paper',
    'consents/a.yaml',
    PAPER.replace('三楼铁柜', '13800000000'),
    ['10:8 error not-a-text'],
  ],
  [
    'a place of the paper in two lines',
    'consents/a.yaml',
    PAPER.replace('三楼铁柜', '|\n  三楼铁柜\n  二层'),
    ['10:8 error text-lines'],
  ],
];

describe('a record that cannot be read is told where it stands, and holds nothing back but itself', () => {
  it.each(damage)('%s', (_, file, text, expected) => {
    const { people, whole, problems } = read({ 'people/yangli-jia.yaml': PERSON, [file]: text });
    expect(problems.map((p) => `${p.line}:${p.column} ${p.severity} ${p.code}`)).toEqual(expected);
    expect(new Set(problems.map((p) => p.file))).toEqual(new Set([`records/${file}`]));
    expect(whole).toBe(false);
    expect(people.map(({ id }) => id)).toEqual(['yangli-jia']);
  });

  it.each(damage)('%s: no name, number or place of a paper is told', (_, file, text) => {
    const words = read({ 'people/yangli-jia.yaml': PERSON, [file]: text })
      .problems.map(told)
      .join('\n');
    for (const secret of SECRETS) expect(words).not.toContain(secret);
  });
});

describe('how to mend a record', () => {
  const mends: readonly [title: string, file: string, text: string, told: string][] = [
    [
      'gives the word for the Chinese one',
      'consents/a.yaml',
      PAPER.replace('[name', '[姓名'),
      'records/consents/a.yaml:2:9 error not-an-option｜这里只能从几个词里选：现在是“姓名”，应当是其中一个：姓名写 name，肖像写 portrait，声音写 voice，事迹写 story。｜“姓名”在这里写 name。',
    ],
    [
      'gives all words where none is near',
      'consents/a.yaml',
      PAPER.replace('[site]', '[抖音]'),
      'records/consents/a.yaml:3:12 error not-an-option｜这里只能从几个词里选：现在是“抖音”，应当是其中一个：网站写 site，微信写 wechat，媒体写 press。｜从里面选一个，写英文的那个词，一个字母也不能差。',
    ],
    [
      'gives the words for what is missing',
      'people/a.yaml',
      PERSON.replace('age_band: under-14\n', ''),
      'records/people/a.yaml:1:1 error missing-key｜少了“age_band”这一项：现在是没有写，应当是其中一个：不满14岁写 under-14，14—17岁写 14-17，成年人写 adult，集体写 collective。｜加上一行“age_band: …”，从里面选一个。',
    ],
    [
      'asks for a day',
      'consents/a.yaml',
      `${PAPER}withdrawn: true\n`,
      'records/consents/a.yaml:11:12 error not-a-text｜这里要写文字：现在是没有引号的 true，应当是文字。｜写成 年-月-日，例如 2026-03-01；没有撤回就把这一行整行删掉。',
    ],
    [
      'hides a name and says what belongs there',
      'consents/a.yaml',
      PAPER.replace('yangli-jia', '样例甲'),
      `records/consents/a.yaml:1:9 error bad-id｜id 的写法不对：现在是${HIDDEN}，应当是小写拼音字母开头，只有小写字母、数字和连字符 -。｜写 people/ 里那个人的文件名，不带 .yaml；不写名字。`,
    ],
  ];

  it.each(mends)('%s', (_, file, text, expected) => {
    expect(read({ 'people/yangli-jia.yaml': PERSON, [file]: text }).problems.map(told)).toEqual([expected]);
  });
});

describe('what is passed over is told', () => {
  const stray: readonly [file: string, told: string][] = [
    ['people/样例.yaml', 'records/people/样例.yaml error bad-id'],
    ['people/yangli-jia.yml', 'records/people/yangli-jia.yml error unexpected-file'],
    ['people/2026/yangli-jia.yaml', 'records/people/2026 error unexpected-file'],
    ['people/x.yaml/x.yaml', 'records/people/x.yaml error unexpected-file'],
    ['consents/scan.pdf', 'records/consents/scan.pdf warning unexpected-file'],
    ['consents/yangli-jia.txt', 'records/consents/yangli-jia.txt error unexpected-file'],
    ['consent/yangli-jia.yaml', 'records/consent error unexpected-file'],
    ['old/yangli-jia.yaml', 'records/old error unexpected-file'],
    ['old/scan.jpg', 'records/old warning unexpected-file'],
    ['people', 'records/people error unexpected-file'],
    ['yangli-jia.yaml', 'records/yangli-jia.yaml error unexpected-file'],
    ['scan.docx', 'records/scan.docx warning unexpected-file'],
  ];

  it.each(stray)('%s', (file, expected) => {
    const { whole, problems } = read({ [file]: PERSON });
    expect(problems.map((p) => `${p.file} ${p.severity} ${p.code}`)).toEqual([expected]);
    // A record may be in it, and a withdrawal in the record.
    expect(whole).toBe(expected.includes('warning'));
  });
});

describe('a folder with every kind of damage', () => {
  let result: ReadRecords;
  const broken = damage.map(([, file, text], i): [string, string] => [file.replace('/a', `/a${i}`), text]);
  beforeAll(() => {
    result = read(
      {
        ...Object.fromEntries(broken),
        'people/yangli-jia.yaml': PERSON,
        'people/yangli-yi.yaml': 'age_band: adult\nrole: 志愿者\n',
        'consents/yangli-yi.yaml': `${START.replace('yangli-jia', 'yangli-bing')}paper: 三楼铁柜\n`,
        'consents/yangli-jia.yaml': `${START}paper: 三楼铁柜\n`,
        'scan.docx': '',
      },
      'samples/records',
      true,
    );
  });

  it('is told all at once', () => {
    const codes = new Set(result.problems.map(({ code }) => code));
    for (const code of [
      'broken-yaml',
      'empty-file',
      'unknown-key',
      'no-name',
      'unknown-person',
      'minor-without-guardian',
    ])
      expect(codes).toContain(code);
    expect(new Set(result.problems.map(({ file }) => file)).size).toBe(broken.length + 4);
    for (const { file } of result.problems) expect(file).toMatch(/^samples\/records\//);
  });

  it('tells what the records say wrong at its line', () => {
    const rules = result.problems.filter(({ code }) => /^(no-name|unknown-person|minor-without-guardian)$/.test(code));
    expect(rules.map(told)).toEqual([
      'samples/records/people/yangli-yi.yaml:1:1 error no-name｜没有名字：现在是两个都没有写，应当是name（真名）和 alias（化名）至少写一个。｜加上 name 这一行；只知道化名的加上 alias。稿件里的人靠它找到这份记录。',
      'samples/records/consents/yangli-yi.yaml:1:9 error unknown-person｜没有这个人的记录：现在是“yangli-bing”，应当是people/ 里一个文件的名字（不带 .yaml）。｜是不是想写“yangli-jia”？不是的话，先建好 people/yangli-bing.yaml。',
      'samples/records/consents/yangli-jia.yaml:1:1 warning minor-without-guardian｜没有监护人，授权书不算数：现在是没有写，应当是不满14岁的孩子由监护人签字。｜请监护人签字，再加上 guardian，下面写 name（监护人姓名）和 relation（关系）。',
    ]);
  });

  it('says of a child that signed for itself what is wrong, and not its name', () => {
    const { problems } = read({
      'people/yangli-jia.yaml': PERSON,
      'consents/yangli-jia.yaml': PAPER.replace('样例家长', '样例甲'),
    });
    expect(problems.map(told)).toEqual([
      'records/consents/yangli-jia.yaml:6:19 error guardian-is-child｜监护人和孩子是同一个名字：现在是孩子自己的名字，应当是监护人的名字。｜对照授权书，写上签字的监护人；孩子自己签的不算数。',
    ]);
  });

  it('takes no paper of somebody whose record is broken for one of nobody', () => {
    const { problems } = read({ 'people/yangli-jia.yaml': `${PERSON}x: 1\n`, 'consents/yangli-jia.yaml': PAPER });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key']);
  });
});
