import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemsAsText } from '#check/print-problems.ts';
import { readApprovals } from '#reader/approvals/read-approvals.ts';
import { ContentFiles } from '#reader/content-files.ts';
import { readFileWithin } from '#reader/read-file.ts';
import { readRecords } from '#reader/records/read-records.ts';
import { findStories } from '#reader/stories/folders.ts';

let base = '';
let folder = '';
const here = (name: string) => join(folder, name);
const read = (name: string, most = 100) => {
  const found = readFileWithin(here(name), folder, most);
  return typeof found === 'string' ? found : new TextDecoder().decode(found);
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'read-'));
  folder = join(base, 'content');
  mkdirSync(here('inner'), { recursive: true });
  writeFileSync(here('a.yaml'), 'a');
  writeFileSync(join(base, 'secret.yaml'), 'secret');
  mkdirSync(join(base, 'content-elsewhere'));
  writeFileSync(join(base, 'content-elsewhere/b.yaml'), 'b');
});
afterEach(() => rmSync(base, { recursive: true }));

describe('a content file', () => {
  it('is read where it is an ordinary file, also over a link that stays inside', () => {
    symlinkSync('../a.yaml', here('inner/link.yaml'));
    expect(read('a.yaml')).toBe('a');
    expect(read('inner/link.yaml')).toBe('a');
  });

  it('is read where the folder itself is reached over a link', () => {
    symlinkSync(folder, join(base, 'link'));
    expect(readFileWithin(join(base, 'link/a.yaml'), join(base, 'link'), 100)).toBeInstanceOf(Uint8Array);
  });

  it.each([
    ['a link to a file outside', 'secret.yaml'],
    ['a link to a file in a folder whose name begins alike', 'content-elsewhere/b.yaml'],
    ['a link to a device', '/dev/zero'],
  ])('is not read where it is %s', (_, target) => {
    symlinkSync(target.startsWith('/') ? target : join(base, target), here('link.yaml'));
    expect(read('link.yaml')).toBe('outside');
  });

  it('is not read over a folder that is a link leading outside', () => {
    symlinkSync(join(base, 'content-elsewhere'), here('stories'));
    expect(read('stories/b.yaml')).toBe('outside');
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe that nobody writes into', () => {
    execFileSync('mkfifo', [here('pipe.yaml')]);
    expect(read('pipe.yaml')).toBe('not-a-file');
  });

  it.skipIf(process.platform === 'win32')('is not waited for where a pipe stands for an approval or a record', () => {
    mkdirSync(here('stories/one/approvals'), { recursive: true });
    mkdirSync(here('records/people'), { recursive: true });
    for (const place of ['stories/one/approvals/chushen.yaml', 'records/people/jia.yaml'])
      execFileSync('mkfifo', [here(place)]);
    const files = new ContentFiles(folder);
    expect(readApprovals(files, 'stories/one')).toEqual([]);
    const records = readRecords(here('records'), 'records', false, '2026-06-15');
    expect([...files.problems, ...records.problems].map(({ file, code }) => `${file} ${code}`)).toEqual([
      'stories/one/approvals/chushen.yaml unreadable-file',
      'records/people/jia.yaml unreadable-file',
    ]);
  });

  it('is not read where it is a folder, a link into nothing, missing, or too large', () => {
    symlinkSync('nowhere', here('dangling.yaml'));
    expect(read('inner')).toBe('not-a-file');
    expect(read('dangling.yaml')).toBe('unreadable');
    expect(read('missing.yaml')).toBe('unreadable');
    expect(read('a.yaml', 0)).toBe('too-large');
  });
});

it('a story whose folder is a link leading outside is refused, and nothing that lies there is named', () => {
  mkdirSync(here('stories'));
  writeFileSync(join(base, 'content-elsewhere/private.docx'), 'x');
  symlinkSync(join(base, 'content-elsewhere'), here('stories/one'));
  const files = new ContentFiles(folder);
  expect(findStories(files, false)).toEqual({ places: [], whole: false });
  expect(files.problems.map(({ file, code }) => `${file} ${code}`)).toEqual(['stories/one link-outside']);
});

it('a file name that would clear the screen or turn the line around is printed as the codes of its signs', () => {
  const problem = { line: 1, column: 1, severity: 'error', code: 'x', message: '坏了。', mend: '改。' } as const;
  const text = problemsAsText([{ ...problem, file: 'stories/\u001b[2Ja\u202e\r/index.mdx' }], '/content', '/');
  expect(text).toContain('stories/〔U+001B〕[2Ja〔U+202E〕〔U+000D〕/index.mdx');
  for (const sign of ['\u001b', '\u202e', '\r']) expect(text).not.toContain(sign);
});
