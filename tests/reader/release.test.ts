import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sinceWords } from '#desk/review/since-words.ts';
import type { Approval } from '#domain/approvals/approval.ts';
import { approvalHash } from '#domain/approvals/reviewed.ts';
import { holdWords } from '#format/hold-words.ts';
import { writeApproval } from '#reader/approvals/approval-file.ts';
import { readContent } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { photoWithPlace } from '../fixtures/stories/hostile.ts';
import { NOW } from './mutation.ts';

const FOLDER = 'stories/one';
const REPORT = 'reports/zonghui-2022-12-31.yaml';
const STORY = `---
kind: person
title: 样例林溪的一天
summary: 一句话。
date: 2026-01-05
people: [样例林溪]
editor: 样例编辑
source: 样例单位
---

样例林溪来了，借走<Num fact="screenings-reported-2021-zonghui"/>。

<Photo src="a.jpg" alt="样例林溪在借书" caption="借书" photographer="样例" holder="样例" licence="样例" people="样例林溪"/>
`;
const PERSON = 'name: 样例林溪\nage_band: adult\nrole: 样例志愿者\n';
const PAPER =
  "person: lin\nscope: [name, portrait, story]\nchannels: [site]\nsigned: '2026-01-01'\nuntil: '2027-12-31'\npaper: 样例柜\n";

const dir = mkdtempSync(join(tmpdir(), 'release-'));
afterAll(() => rmSync(dir, { recursive: true }));
const write = (file: string, data: string | Uint8Array) => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), data);
};
const change = (file: string, from: string, to: string) => {
  const before = readFileSync(join(dir, file), 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
  write(file, before.replaceAll(from, to));
};
const read = (samples = false) => readContent({ dir, samples, now: NOW });
const standing = () => {
  const [one] = read().standings;
  if (!one)
    throw new Error(
      read()
        .problems.map((p) => `${p.file}:${p.line} ${p.message}`)
        .join('\n'),
    );
  return one;
};
const outside = () => read().content?.stories.map(({ id }) => id);
const open = () => standing().holds.map((hold) => holdWords(hold, 'one').text);

function sign(step: Approval['step'], by: string): void {
  const { parts, fileText } = standing();
  const signing = { step, by, at: '2026-11-01T09:00:00+08:00', parts };
  writeApproval(dir, FOLDER, { ...signing, hash: approvalHash(signing, sha256) }, fileText);
}

beforeEach(async () => {
  rmSync(dir, { recursive: true });
  cpSync(join(projectFolder, 'tests/fixtures/region'), dir, { recursive: true });
  write(`${FOLDER}/index.mdx`, STORY);
  write(`${FOLDER}/a.jpg`, await photoWithPlace(1, 480));
  write('records/people/lin.yaml', PERSON);
  write('records/consents/lin.yaml', PAPER);
});

describe('a story that two persons have to approve', () => {
  it('waits for each of them in turn, and is out with both', () => {
    expect([outside(), open()]).toEqual([[], ['还没有初审。']]);
    sign('初审', '样例甲');
    expect([outside(), open()]).toEqual([[], ['还没有复审。']]);
    sign('复审', '样例乙');
    expect([outside(), open()]).toEqual([['one'], []]);
  });

  it('is not out where one person signed both', () => {
    sign('初审', '样例甲');
    sign('复审', '样例甲');
    expect([outside(), open()]).toEqual([[], ['样例甲的复审不算数了：和初审是同一个人，要换一个人。']]);
  });
});

describe('an approval does not count any more', () => {
  const changes: [string, () => void | Promise<void>, string][] = [
    ['a letter of the text', () => change(`${FOLDER}/index.mdx`, '来了', '走了'), '正文改过'],
    ['the title', () => change(`${FOLDER}/index.mdx`, '的一天', '的两天'), '标题（title）改过'],
    ['the bytes of a picture', async () => write(`${FOLDER}/a.jpg`, await photoWithPlace(2, 480)), '图片 a.jpg 换过'],
    [
      'the date of a consent',
      () => change('records/consents/lin.yaml', '2027-12-31', '2027-12-30'),
      '样例林溪的授权改过',
    ],
    ['the role in the record', () => change('records/people/lin.yaml', '志愿者', '老师'), '样例林溪的授权改过'],
    ['the value of a fact', () => change(REPORT, '2021, quantity: 30', '2021, quantity: 29'), '从 30场次 变成 29场次'],
    ['a key more', () => change(`${FOLDER}/index.mdx`, 'editor:', 'weight: 1\neditor:'), '多了排序（weight）'],
  ];
  it.each(changes)('after a change of %s, and the check says which', async (_, mutate, told) => {
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    await mutate();
    expect(outside()).toEqual([]);
    const problems = read().problems.filter(({ code }) => code === 'approval-void');
    expect(problems).toHaveLength(2);
    expect(problems.map(({ severity, message }) => [severity, message.includes(told)])).toEqual([
      ['warning', true],
      ['warning', true],
    ]);
    // Who approved both steps, once it is as it was, need not sign again; its address answers meanwhile.
    expect(read().content?.tombstones.map(({ id, why }) => [id, why])).toEqual([['one', 'review']]);
  });

  it('but it counts however the editor ends the lines', () => {
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    write(`${FOLDER}/index.mdx`, STORY.replaceAll('\n', '\r\n'));
    expect(outside()).toEqual(['one']);
  });
});

describe('a slip of the pen mended after both have signed', () => {
  const signed = () => {
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    change(`${FOLDER}/index.mdx`, '来了，借走', '来了，借了');
  };
  const since = () => sinceWords(standing());

  it('costs one look and one signature: of the one who signed last', () => {
    signed();
    expect([outside(), open()]).toEqual([[], ['样例乙的复审以后只改了1处，都是几个字，不在数、名字、引文、日期里。']]);
    sign('复审', '样例乙');
    expect([outside(), open()]).toEqual([['one'], []]);
    expect(standing().state.steps.map(({ status }) => status.kind)).toEqual(['carried', 'valid', 'missing']);
  });

  it('is shown with its line and what stands around it, to each who signed', () => {
    signed();
    const words = since();
    expect(words.match(/第11行　样例林溪来了，借〔删：走〕〔加：了〕/g) ?? words).toHaveLength(2);
    const [point] = read(true).content?.stories[0]?.clearance.open ?? [];
    expect(point?.changes?.map(({ line, was, now }) => [line, was, now])).toEqual([[11, '走', '了']]);
  });

  it('starts again where the copy of what was signed was changed by hand or is gone', () => {
    signed();
    change(`${FOLDER}/approvals/chushen.txt`, '借走', '拿走');
    expect(standing().state.next).toBe('初审');
    rmSync(join(dir, FOLDER, 'approvals/chushen.txt'));
    expect(standing().state.next).toBe('初审');
    expect(since()).toContain('正文改过');
  });

  it('tells a number, a picture and a consent that changed with it', async () => {
    signed();
    write(`${FOLDER}/a.jpg`, await photoWithPlace(2, 480));
    change('records/people/lin.yaml', '志愿者', '老师');
    expect(standing().state.next).toBe('初审');
    expect(since()).toContain('图片 a.jpg 换过');
    expect(since()).toContain('样例林溪的授权改过');
  });
});

describe('what is put right later', () => {
  it('is not said before its day', () => {
    const lines = [`  - { date: 2026-11-01, text: 已经改的。 }`, `  - { date: 2027-01-01, text: 还没有改的。 }`];
    change(`${FOLDER}/index.mdx`, '\nsource:', `\ncorrections:\n${lines.join('\n')}\nsource:`);
    const told = read(true)
      .content?.stories.find(({ id }) => id === 'one')
      ?.corrections?.map(({ text }) => text);
    expect(told).toEqual(['已经改的。']);
  });
});

describe('an error somewhere else', () => {
  const WRONG_NUMBER = '按计划，暑期做客2021年请50人。';
  const accepted = () => {
    change(`${FOLDER}/index.mdx`, 'editor:', 'accept:\n  - { code: project-number, reason: 照录原话。 }\neditor:');
    change(`${FOLDER}/index.mdx`, '样例林溪来了', `${WRONG_NUMBER}样例林溪来了`);
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    expect(read().problems).toEqual([]);
  };
  const told = () => read().problems.map(({ file, code }) => `${file} ${code}`);
  const breaks: [string, () => void, string][] = [
    ['a line in a report that the plan does not have', () => change(REPORT, 'line: screenings', 'line: filme'), REPORT],
    ['a report that cannot be read', () => change(REPORT, 'rows:', 'rows: 0\nlines:'), REPORT],
    [
      'a project that contradicts the document',
      () => change('projects/screenings.yaml', 'quantity: 90', 'quantity: 91'),
      'projects/screenings.yaml',
    ],
    [
      'a record that cannot be read',
      () => change('records/consents/lin.yaml', 'signed:', 'singed:'),
      'records/consents/lin.yaml',
    ],
    [
      'a record of somebody else that cannot be read',
      () => write('records/people/wu.yaml', 'name: 样例吴\n'),
      'records/people/wu.yaml',
    ],
  ];

  it.each(breaks)('voids no approval and leaves no accept unused: %s', (_, breakIt, file) => {
    accepted();
    breakIt();
    expect(told().length).toBeGreaterThan(0);
    expect(told().filter((line) => !line.startsWith(file))).toEqual([]);
  });

  it('does not hide that the text was changed', () => {
    accepted();
    breaks[0]?.[1]();
    change(`${FOLDER}/index.mdx`, '来了', '走了');
    const voided = read().problems.filter(({ code }) => code === 'approval-void');
    expect(voided.map(({ message }) => message.match(/不算数了：(.*?)，这一篇/)?.[1])).toEqual([
      '正文改过',
      '正文改过',
    ]);
  });

  it('in the text of the story itself leaves its accept unjudged until all of it can be read', () => {
    accepted();
    change(`${FOLDER}/index.mdx`, '样例林溪来了', '<Quote>样例林溪来了');
    expect(told().filter((line) => line.includes('accept'))).toEqual([]);
  });
});

describe('someone who withdraws', () => {
  const withdraw = () => change('records/consents/lin.yaml', 'paper:', "withdrawn: '2026-11-01'\npaper:");

  it('takes the story with them: an empty place stays, and the name is asked for in every file', () => {
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    withdraw();
    const { content, banned, problems } = read();
    expect([content?.stories, content?.tombstones.map(({ why }) => why)]).toEqual([[], ['consent']]);
    expect([banned.names, banned.pictures.length]).toEqual([['样例林溪'], 1]);
    expect(problems.filter(({ code }) => code === 'consent-withdrawn').map(({ file, line }) => [file, line])).toEqual([
      ['stories/one/index.mdx', 6],
    ]);
  });

  it('gives way to another name, and takes the picture away, where the story was approved with that', () => {
    change(
      `${FOLDER}/index.mdx`,
      'editor:',
      'fallbacks:\n  - { person: 样例林溪, name: 小溪, portrait: none }\neditor:',
    );
    withdraw();
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    const [story] = read().content?.stories ?? [];
    expect(story?.title).toBe('小溪的一天');
    expect(JSON.stringify(story)).not.toContain('样例林溪');
    expect([story?.body.pictures, story?.clearance.aliases]).toEqual([[], ['小溪']]);
  });

  it('cannot give way to signs that would break the page: the check says so, and nothing breaks', () => {
    change(`${FOLDER}/index.mdx`, 'editor:', "fallbacks:\n  - { person: 样例林溪, name: '小<溪\"' }\neditor:");
    withdraw();
    const { content, problems } = read();
    expect([content, problems.filter(({ severity }) => severity === 'error').map((p) => [p.code, p.line])]).toEqual([
      null,
      [['bad-name', 8]],
    ]);
  });

  it('is not named by the preview either, not even where it says what is open', () => {
    withdraw();
    const { content } = read(true);
    expect(content?.tombstones[0]?.open[0]?.text).toBe('样××的事迹、姓名、肖像不能用：2026年11月1日起撤回了授权。');
    expect(JSON.stringify(content)).not.toContain('样例林溪');
  });
});

describe('records that somebody said where they lie', () => {
  const told = (recordsDir: string) =>
    readContent({ dir, recordsDir, recordsExpected: true, samples: false, now: NOW }).problems.flatMap(
      ({ severity, code, message }) => (severity === 'error' ? [`${code} ${message}`] : []),
    );
  const records = () => join(dir, 'records');
  const rested = () => {
    sign('初审', '样例甲');
    sign('复审', '样例乙');
  };

  it('are no error where they are', () => {
    rested();
    expect(told(records())).toEqual([]);
  });

  it('are an error where they are missing, never a folder in which nobody withdrew', () => {
    expect(told(join(dir, 'unmounted'))).toEqual([expect.stringMatching(/^records-missing .*RECORDS_DIR/)]);
    expect(readContent({ dir, recordsDir: join(dir, 'unmounted'), samples: false, now: NOW }).content).not.toBeNull();
  });

  it('are an error where they are empty and a signature rests on a consent; before there was any they may be', () => {
    const empty = join(dir, 'empty');
    mkdirSync(empty);
    expect(told(empty)).toEqual([]);
    rested();
    expect(told(empty)).toEqual([expect.stringMatching(/^records-empty .*1篇/)]);
  });
});

describe('a picture of someone who withdrew', () => {
  const withdraw = () => change('records/consents/lin.yaml', 'paper:', "withdrawn: '2026-11-01'\npaper:");
  const photo = (src: string, people: string, caption = '借书') =>
    `<Photo src="${src}" alt="一个人在借书" caption="${caption}" photographer="样例" holder="样例" licence="样例" people="${people}"/>`;
  const OTHER = `---
kind: explainer
title: 借书的人
summary: 一句话。
date: 2026-01-05
editor: 样例编辑
source: 样例单位
---

第一段。

${photo('b.jpg', '无')}
`;
  const other = async (text = OTHER, bytes = 1) => {
    write('stories/two/index.mdx', text);
    write('stories/two/b.jpg', await photoWithPlace(bytes, 480));
  };
  const told = () =>
    read()
      .problems.filter(({ file }) => file === 'stories/two/index.mdx')
      .map(({ line, column, code, message }) => [line, column, code, message]);
  const out = () => read().content?.stories.map(({ id }) => id);

  it('is known by its bytes in a story that names nobody: that story waits, and its line is told', async () => {
    await other();
    expect(out()).toEqual(['two']);
    withdraw();
    expect(out()).toEqual([]);
    const { banned } = read();
    expect(told()).toEqual([
      [
        12,
        13,
        'consent-withdrawn',
        '图片 b.jpg 和稿件 one 的 a.jpg 是同一张，上面认得出样例林溪；样例林溪的肖像不能用：2026年11月1日起撤回了授权，这一篇先不发布。',
      ],
    ]);
    expect(banned.pictures).toHaveLength(2);
  });

  it('is another one where a byte differs', async () => {
    await other(OTHER, 2);
    withdraw();
    expect([out(), told()]).toEqual([['two'], []]);
  });

  it('is left out where the story says so, and the rest of it goes out', async () => {
    const fallbacks = 'fallbacks:\n  - { person: 样例林溪, portrait: none }\neditor:';
    await other(OTHER.replace('editor:', fallbacks));
    withdraw();
    const [story] = read().content?.stories ?? [];
    expect([story?.id, story?.body.pictures, story?.body.text]).toEqual(['two', [], '第一段。']);
    expect(story?.body.source).not.toContain('Photo');
  });

  it('is left out as a cover, in a gallery and as a plain picture', async () => {
    const fallbacks = 'fallbacks:\n  - { person: 样例林溪, portrait: none }\neditor:';
    const cover =
      'cover: { src: d.jpg, alt: 一个人在借书, caption: 借书, photographer: 样例, holder: 样例, licence: 样例, people: 无 }';
    const pictures = [
      photo('b.jpg', '无'),
      photo('c.jpg', '无'),
      `<Gallery caption="借书">\n\n${photo('c.jpg', '无')}\n\n${photo('e.jpg', '无')}\n\n</Gallery>`,
      '看![一个人在借书](%E5%9B%BE.jpg)。',
    ];
    const text = OTHER.replace('editor:', `${cover}\n${fallbacks}`).replace(
      photo('b.jpg', '无'),
      pictures.join('\n\n'),
    );
    await other(text);
    for (const name of ['c.jpg', 'd.jpg', '图.jpg']) write(`stories/two/${name}`, await photoWithPlace(1, 480));
    write('stories/two/e.jpg', await photoWithPlace(3, 480));
    expect(read().content?.stories[0]?.body.pictures).toHaveLength(5);
    withdraw();
    const { content, banned } = read();
    const [story] = content?.stories ?? [];
    expect([story?.cover, story?.coverFile]).toEqual([undefined, undefined]);
    expect(story?.body.pictures.map(({ file }) => file.src)).toEqual(['e.jpg']);
    expect(story?.body.source.match(/src="[^"]*"|!\[/gu)).toEqual(['src="e.jpg"']);
    expect(banned.pictures.length).toBeGreaterThan(0);
    expect(banned.pictures).not.toContain(story?.body.pictures[0]?.file.hash);
  });

  it('is left out twice where one story shows it under two names', async () => {
    change(`${FOLDER}/index.mdx`, '<Photo', `${photo('again.jpg', '无')}\n\n<Photo`);
    change(
      `${FOLDER}/index.mdx`,
      'editor:',
      'fallbacks:\n  - { person: 样例林溪, name: 小溪, portrait: none }\neditor:',
    );
    write(`${FOLDER}/again.jpg`, await photoWithPlace(1, 480));
    withdraw();
    sign('初审', '样例甲');
    sign('复审', '样例乙');
    const { content, banned } = read();
    expect(content?.stories.map(({ id, body }) => [id, body.pictures])).toEqual([['one', []]]);
    expect(new Set(banned.pictures).size).toBe(1);
  });

  it('voids no approval of a story by what another one tells', async () => {
    await other(OTHER.replace('kind: explainer', 'kind: news'));
    const two = () => read().standings.find(({ story }) => story.id === 'two');
    const before = two()?.parts;
    change(`${FOLDER}/index.mdx`, 'people="样例林溪"', 'people="无"');
    expect(two()?.parts).toEqual(before);
  });
});

describe('a name that nobody may read', () => {
  // Whoever is named makes a story one that is reviewed: here only the name keeps it back.
  beforeEach(() => {
    change(
      'site.yaml',
      'person: 2, collective: 2, achievement: 1, practice: 1, news: 1',
      'person: 0, collective: 0, achievement: 0, practice: 0, news: 0',
    );
    rmSync(join(dir, FOLDER), { recursive: true });
  });
  const withdraw = () => change('records/consents/lin.yaml', 'paper:', "withdrawn: '2026-11-01'\npaper:");
  const body = (text: string, more = '') => {
    const front =
      'kind: explainer\ntitle: 一天\nsummary: 一句话。\ndate: 2026-01-05\neditor: 样例编辑\nsource: 样例单位';
    write('stories/two/index.mdx', `---\n${front}\n${more}---\n\n${text}\n`);
  };
  const told = (file: string) =>
    read()
      .problems.filter((one) => one.file === file)
      .map(({ line, column, severity, code }) => [line, column, severity, code]);

  it.each([
    '又见样例[林](/plan/)溪。',
    '又见樣例林溪。',
    '又见样例林\\\n溪。',
    '又见样 例 林　　　　　溪。',
    '又见样\ufe00例林溪。',
    '又见[她](/people/%E6%A0%B7%E4%BE%8B%E6%9E%97%E6%BA%AA/)。',
    '又见[她](/people/yang-li-lin-xi/)。',
    '又见Yang Li Linxi。',
  ])('keeps back every story that holds it, however it is written: %j', (text) => {
    body(text);
    const out = () => read().content?.stories.map(({ id }) => id);
    expect(out()).toEqual(['two']);
    withdraw();
    expect(out()).toEqual([]);
    expect(told('stories/two/index.mdx').map(([line, , severity, code]) => [line, severity, code])).toEqual([
      [10, 'warning', 'consent-withdrawn'],
    ]);
  });

  it('gives way in every spelling where the story says so, with its picture files', async () => {
    const photo =
      '<Photo src="样例林溪.jpg" alt="樣例林溪在借书" caption="借书" photographer="样例" holder="样例" licence="样例" people="无"/>';
    const text = `又见样例[林](/plan/)溪、樣例林溪和[她](/people/yang-li-lin-xi/)。\n\n${photo}`;
    body(
      text,
      'source_url: https://example.cn/yang-li-lin-xi.html\nfallbacks:\n  - { person: 样例林溪, name: 小溪 }\n',
    );
    write('stories/two/样例林溪.jpg', await photoWithPlace(5, 480));
    withdraw();
    const { content, problems } = read();
    expect(problems.filter(({ file, severity }) => file.startsWith('stories/two') && severity === 'error')).toEqual([]);
    const [story] = content?.stories ?? [];
    expect(story?.body.source).toContain('又见小溪、小溪和[她](/people/小溪/)。');
    expect(story?.source_url).toBe(undefined);
    const [picture] = story?.body.pictures ?? [];
    expect([picture?.file.src, picture?.file.onDisk, picture?.rights?.src]).toEqual([
      `${picture?.file.hash}.jpeg`,
      '样例林溪.jpg',
      `${picture?.file.hash}.jpeg`,
    ]);
    expect(story?.body.source).toContain(`src="${picture?.file.hash}.jpeg"`);
  });

  it('leaves no page at an address that is made of it', () => {
    body('又见样例林溪。');
    renameSync(join(dir, 'stories/two'), join(dir, 'stories/yang-li-linxi'));
    expect(read().content?.stories.map(({ id }) => id)).toEqual(['yang-li-linxi']);
    withdraw();
    const { content, standings } = read();
    expect([content?.stories, content?.tombstones]).toEqual([[], []]);
    expect(standings[0]?.holds.map((hold) => holdWords(hold, 'x').text)).toContain(
      '这一篇的网址 yang-li-linxi 是样例林溪的名字拼成的；样例林溪的姓名不能用：2026年11月1日起撤回了授权。',
    );
  });

  it('is asked for under its 化名 too', () => {
    change('records/people/lin.yaml', 'age_band', 'alias: 样小溪\nage_band');
    body('又见样小**溪**。');
    expect(read().content?.stories.map(({ id }) => id)).toEqual(['two']);
    withdraw();
    expect(read().content?.stories).toEqual([]);
    expect(told('stories/two/index.mdx')).toEqual([[10, 3, 'warning', 'consent-withdrawn']]);
  });

  it('is known by the spellings that its record lists', () => {
    change('records/people/lin.yaml', 'age_band', 'also: [Linxi the Sample]\nage_band');
    body('又见 linxi  THE sample。');
    withdraw();
    expect(told('stories/two/index.mdx')).toEqual([[10, 4, 'warning', 'consent-withdrawn']]);
  });

  it('is an error in a file that is no story, at its place, before a build has to stop at it', () => {
    change('projects/screenings.yaml', 'lead:', '# 样例林溪：没有人看见的注释\nlead:');
    withdraw();
    expect(told('projects/screenings.yaml')).toEqual([]);
    change('projects/screenings.yaml', 'label: 每场次放映', 'label: 樣例·林溪放映');
    expect(told('projects/screenings.yaml').filter(([, , , code]) => code === 'name-not-permitted')).toEqual([
      [20, 35, 'error', 'name-not-permitted'],
    ]);
  });
});
