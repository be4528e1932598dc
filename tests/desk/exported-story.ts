import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Act } from '#desk/act.ts';
import type { Approval } from '#domain/approvals/approval.ts';
import { approvalHash } from '#domain/approvals/reviewed.ts';
import { writeApproval } from '#reader/approvals/approval-file.ts';
import { readContent } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { doAct, tellEnd } from '../../scripts/terminal/run-act.ts';

const NOW = '2026-11-25T09:00:00+08:00';
export const FOLDER = 'stories/one';
const STORY = `---
kind: person
title: 样例林溪的一天，从天亮写到天黑，又从天黑写到天亮，写得太长太长，放不下了
summary: 第一句话。${'第二句话很长，'.repeat(20)}没有说完
date: 2026-01-05
people: [样例林溪]
editor: 样例编辑
source: 样例单位
cover: { src: a.jpg, alt: 样例林溪在借书, caption: 借书, photographer: 样例, holder: 样例, licence: 样例, people: 样例林溪, expires: '2027-06-30' }
---

样例林溪来了，借走<Num fact="screenings-reported-2021-zonghui"/>，见[样例网站](https://example.com/a)。

<Photo src="b.jpg" alt="一排书" caption="一排书" photographer="样例" holder="样例" licence="样例" people="无"/>

<Figure name="overview"/>

- 一件事
  - 里面一件
`;
const PERSON = 'name: 样例林溪\nage_band: adult\nrole: 样例志愿者\n';
/** A consent of the one person in it. */
export const paper = (channels: string, more = '') =>
  `person: lin\nscope: [name, portrait, story]\nchannels: [${channels}]\nsigned: '2026-01-01'\nuntil: '2027-12-31'\npaper: 样例柜\n${more}`;

/** Draws nothing: what is drawn is looked at once. */
export const blank = sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

/**
 * A fictional programme with one story that two persons have to approve, laid out anew before each test, and a folder
 * beside it in which commands are typed.
 */
export function exportedStory(name: string) {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  const out = join(dir, 'out');
  const write = (file: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), data);
  };
  const change = (file: string, from: string, to: string) => {
    const before = readFileSync(join(dir, file), 'utf8');
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    write(file, before.replaceAll(from, to));
  };
  const sign = (step: Approval['step'], by: string) => {
    const [standing] = readContent({ dir, samples: false, now: new Date(NOW) }).standings;
    if (!standing) throw new Error('the story has an error');
    const signing = { step, by, at: '2026-11-01T09:00:00+08:00', parts: standing.parts };
    writeApproval(dir, FOLDER, { ...signing, hash: approvalHash(signing, sha256) }, standing.fileText);
  };
  const run = async <V extends string, S extends string>(
    act: Act<V, S>,
    args: readonly string[],
    env: Record<string, string> = {},
  ) => {
    const said = { out: '', error: '' };
    const print = (words: string, to: 'out' | 'error') => {
      said[to] += `${words}\n`;
    };
    const nobody = () => Promise.reject(new Error('nobody is to be asked'));
    const place = { env: { CONTENT_DIR: dir, SITE_NOW: NOW, ...env }, cwd: out, clock: () => new Date(NOW), print };
    const code = await doAct(act, '帮助', args, { ...place, withAnswers: nobody, withAsked: nobody }).catch((error) =>
      tellEnd(act, error, print),
    );
    return { ...said, code };
  };
  let photos: readonly Uint8Array[] = [];
  beforeAll(async () => {
    const photo = (width: number, height: number, background: string) =>
      sharp({ create: { width, height, channels: 3, background } })
        .jpeg()
        .withExif({ IFD0: { Copyright: '样例' } })
        .toBuffer();
    photos = [await photo(1800, 1200, '#284'), await photo(480, 360, '#842')];
  });
  beforeEach(() => {
    rmSync(dir, { recursive: true });
    cpSync(join(projectFolder, 'tests/fixtures/region'), dir, { recursive: true });
    mkdirSync(out);
    write(`${FOLDER}/index.mdx`, STORY);
    write(`${FOLDER}/a.jpg`, photos[0] ?? '');
    write(`${FOLDER}/b.jpg`, photos[1] ?? '');
    write('records/people/lin.yaml', PERSON);
    write('records/consents/lin.yaml', paper('site, wechat'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));
  return {
    ...{ dir, out, write, change, run, folder: join(out, 'exports/one') },
    signed: () => {
      sign('初审', '样例甲');
      sign('复审', '样例乙');
    },
  };
}
