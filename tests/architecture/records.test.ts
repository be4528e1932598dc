import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/setup/install.mjs';

const git = (...args: string[]) => spawnSync('git', args, { cwd: projectFolder, encoding: 'utf8' });

describe('names of people and guardians', () => {
  it.each([
    'content/records/people/a.yaml',
    'content/records/consents/a.yaml',
    'content/records/papers/a.jpg',
    'review/a.html',
  ])('are kept out of Git: %s', (file) => {
    expect(git('check-ignore', file).stdout.trim()).toBe(file);
  });

  it('in the records of samples are nobody: every one of them says 样例', () => {
    const folder = join(projectFolder, 'content/samples/records/people');
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    const named = git('grep', '--no-index', '-hE', '^(name|alias):', '--', folder).stdout.trim().split('\n');
    expect(named.filter((line) => !line.includes('样例'))).toEqual([]);
  });
});
