import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Approval } from '#domain/approval/approval.ts';
import { approvalHash } from '#domain/approval/reviewed.ts';
import { holdWords } from '#format/hold-words.ts';
import { writeApproval } from '../../scripts/lib/approvals/approval-file.ts';
import { projectFolder } from '../../scripts/lib/install.mjs';
import { readContent } from '../../scripts/lib/read-content.ts';
import { sinceWords } from '../../scripts/lib/review/since-words.ts';
import { sha256 } from '../../scripts/lib/sha256.ts';
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
