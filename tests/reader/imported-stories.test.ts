import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'imported-'));
  cpSync(join(import.meta.dirname, '../fixtures/region'), dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

/** What is out and what is told of an explainer, which nobody signs, with these files beside it. */
function explainer(front: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
  const folder = join(dir, 'stories/jie-shi');
  mkdirSync(folder, { recursive: true });
  const keys = {
    kind: 'explainer',
    title: '怎样种树',
    summary: '树怎样种。',
    date: '2021-03-01',
    editor: '样例编辑',
    source: '样例单位',
  };
  const yaml = Object.entries({ ...keys, ...front }).map(([key, value]) => `${key}: ${value}\n`);
  writeFileSync(join(folder, 'index.mdx'), `---\n${yaml.join('')}---\n\n先看土，再看水。\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { content, problems } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
  return {
    out: content?.stories.map(({ id }) => id) ?? null,
    told: problems
      .filter(({ file }) => file.startsWith('stories/'))
      .map((one) => `${one.severity} ${one.code} ${one.line} ${one.message}`),
  };
}

describe('a story made of a document', () => {
  it('is out like any other when all of it is written', () => {
    expect(explainer({})).toEqual({ out: ['jie-shi'], told: [] });
  });

  it('is held while its front matter says that something is still to be written', () => {
    expect(explainer({ editor: '待补', source: '待补' })).toEqual({
      out: [],
      told: ['warning import-open 6 稿头的 editor、source 还写着“待补”，这一篇先不发布。'],
    });
  });

  it('is held by the questions of its import where nobody signs it; its files beside it are no mistake', () => {
    const beside = {
      'import.md': '# 导入说明\n',
      'index.before-import.mdx': '旧的',
      'index.before-import-2.mdx': '旧的',
    };
    expect(explainer({}, beside)).toEqual({
      out: [],
      told: ['warning import-open 1 导入时问的还没有答完，这一类又不用审，这一篇先不发布。'],
    });
  });
});
