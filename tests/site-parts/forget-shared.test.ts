import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadResult } from '#reader/read-content.ts';
import { forgetShared } from '#site/guard/shared-pictures.ts';
import { realContent } from '../domain/real-programme.ts';

const cache = mkdtempSync(join(tmpdir(), 'kept-shared-'));
afterAll(() => rmSync(cache, { recursive: true }));

/** What was read, as far as it matters here. */
const readWith = (more: { people?: unknown[]; names?: string[]; content?: unknown; stories?: string[] }) => {
  const content = realContent();
  const stories = (more.stories ?? ['one', 'two']).map((id) => ({ id }));
  return {
    records: { people: more.people ?? [{ name: '甲', sample: false }], consents: [] },
    banned: { names: more.names ?? [], pictures: [] },
    content: 'content' in more ? more.content : { ...content, stories },
  } as unknown as ReadResult;
};
const forget = (of: Parameters<typeof readWith>[0], samples = false) =>
  forgetShared(cache, { result: readWith(of), engine: 'e', samples });

/** Keeps a picture of each of two stories and of the home page, in both kinds of site. */
function keepSome(): void {
  for (const samples of [true, false]) {
    const { folder } = forget({}, samples);
    mkdirSync(folder, { recursive: true });
    for (const name of ['stories+one++1', 'stories+two++2', '+3']) writeFileSync(join(folder, name), '');
  }
}
const left = () =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.includes('samples') ? 'samples ' : ''}${name}`)
    .sort();

describe('the kept pictures of pages', () => {
  it('stay while nothing changes that may not be seen, also where the content has errors', () => {
    keepSome();
    forget({});
    forget({ content: null });
    expect(left()).toHaveLength(6);
  });

  it('of a story that is not out any more go, and only those', () => {
    keepSome();
    forget({ stories: ['two'] });
    expect(left().filter((name) => !name.startsWith('samples'))).toEqual(['+3', 'stories+two++2']);
  });

  it('all go with other records of people, in the cache of the preview too', () => {
    keepSome();
    forget({ people: [] });
    expect(left()).toEqual([]);
  });

  it('all go where another name may not be seen', () => {
    keepSome();
    forget({ names: ['乙'] });
    expect(left().filter((name) => !name.startsWith('samples'))).toEqual([]);
  });

  it('do not go with the records of samples', () => {
    keepSome();
    forget({
      people: [
        { name: '甲', sample: false },
        { name: '样例', sample: true },
      ],
    });
    expect(left()).toHaveLength(6);
  });
});
