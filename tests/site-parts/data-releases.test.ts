import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataRelease } from '#domain/data-releases/data-release.ts';
import { answerDataReleases, writeDataReleases } from '#site/data-releases.ts';

const BYTES = Buffer.from('\uFEFFid,value\r\na,1\r\n');
const release = (): DataRelease => ({
  ...{ date: '2026-11-20', count: 1, added: [], changed: [], gone: [] },
  files: [{ name: 'facts.csv', bytes: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex') }],
});
let dir = '';
const file = () => join(dir, 'data-releases/2026-11-20/facts.csv');
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'frozen-'));
  mkdirSync(join(dir, 'data-releases/2026-11-20'), { recursive: true });
  writeFileSync(file(), BYTES);
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What the preview answers to an address: the body, or that somebody else is to answer. */
function ask(url: string, method = 'GET') {
  const said: { body?: unknown; type?: unknown; passed?: true } = {};
  const response = {
    setHeader: (_: string, value: string) => (said.type = value),
    end: (body: unknown) => (said.body = body),
  };
  const answer = answerDataReleases(() => [release()], dir);
  answer({ url, method } as IncomingMessage, response as unknown as ServerResponse, () => (said.passed = true));
  return said;
}

describe('the files of a data release', () => {
  it('are put into the site byte for byte', () => {
    writeDataReleases([release()], dir, join(dir, 'site'));
    expect(readFileSync(join(dir, 'site/data/2026-11-20/facts.csv')).equals(BYTES)).toBe(true);
  });

  it('are answered by the preview, under a path too; what is not in the list is not', () => {
    expect(ask('/data/2026-11-20/facts.csv')).toEqual({ body: BYTES, type: 'text/csv; charset=utf-8' });
    expect(ask('/aid/data/2026-11-20/facts.csv?x=1').body).toEqual(BYTES);
    expect(ask('/data/2026-11-20/facts.csv', 'HEAD').body).toBeUndefined();
    for (const url of [
      '/data/2026-11-20/',
      '/data/2026-11-20/other.csv',
      '/data/2026-11-21/facts.csv',
      '/data/facts.csv',
    ])
      expect([url, ask(url)]).toEqual([url, { passed: true }]);
  });

  it('that changed after the check read them are neither built nor shown', () => {
    writeFileSync(file(), 'x');
    expect(() => writeDataReleases([release()], dir, join(dir, 'other'))).toThrow('在生成的时候改过了');
    expect(() => ask('/data/2026-11-20/facts.csv')).toThrow('npm run check');
  });
});
