import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';

const clock = () => new Date('2026-11-25T04:00:00Z');
const read = (env: Record<string, string>) => readEnvironment(env, '/project', clock);

describe('the environment of a run', () => {
  test('has defaults: content beside the project, the root path, the clock', () => {
    expect(read({})).toEqual({
      contentDir: '/project/content',
      recordsDir: '/project/content/records',
      recordsSet: false,
      outDir: null,
      siteUrl: null,
      base: '/',
      now: clock(),
    });
  });

  test('counts relative folders from the working directory and leaves absolute ones', () => {
    expect(read({ CONTENT_DIR: '../other', OUT_DIR: '/elsewhere/out' })).toMatchObject({
      contentDir: '/other',
      recordsDir: '/other/records',
      outDir: '/elsewhere/out',
    });
  });

  test('takes people and consents from where they are kept', () => {
    expect(read({ RECORDS_DIR: '../safe' })).toMatchObject({ recordsDir: '/safe', recordsSet: true });
    expect(read({ RECORDS_DIR: '/vault/records' }).recordsDir).toBe('/vault/records');
  });

  test.each(['aid', '/aid', 'aid/', '/aid/', '//aid//'])('%s is the path /aid/', (path) => {
    expect(read({ BASE_PATH: path }).base).toBe('/aid/');
  });

  test.each([
    ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01', '2026-02-28T16:00:00.000Z'],
    ['2026-03-01T08:00', '2026-03-01T00:00:00.000Z'],
  ])('SITE_NOW %s is one instant on every machine', (text, iso) => {
    expect(read({ SITE_NOW: text }).now.toISOString()).toBe(iso);
  });

  test.each([
    [{ SITE_NOW: '明天' }, /SITE_NOW 写的是“明天”/],
    [{ SITE_NOW: '2026-02-29' }, /日期要真实存在/],
    [{ SITE_URL: 'aid.cn' }, /SITE_URL 写的是“aid\.cn”，不是网址/],
    [{ BASE_PATH: '/援/' }, /BASE_PATH 写的是“\/援\/”/],
    [{ BASE_PATH: '/a/../b' }, /BASE_PATH/],
  ])('%j is refused in Chinese', (env, message) => {
    expect(() => read(env)).toThrow(EnvironmentError);
    expect(() => read(env)).toThrow(message);
  });
});
