import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { freeze } from '../fixtures/history.ts';
import { mutatedContent, told } from './mutation.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
let dir = '';
const places = () => join(dir, 'places.yaml');
let right = '';

beforeAll(async () => {
  dir = mutatedContent([]);
  right = readFileSync(places(), 'utf8');
  await freeze(dir, '2026-11-01');
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What the check says with these corrections, and with one latitude of the content another. */
function check(corrections: string | null, { lat = '28.2', now = NOW } = {}): string[] {
  writeFileSync(places(), right.replace('lat: 28.2\n', `lat: ${lat}\n`));
  const file = join(dir, 'corrections.yaml');
  if (corrections === null) rmSync(file, { force: true });
  else writeFileSync(file, corrections);
  const { problems } = readContent({ dir, samples: true, now });
  return problems.filter(({ code }) => code !== 'placeholder-address').map(told);
}
const entry = (more: string, date = '2026-11-20') => `- { date: ${date}, ${more} }\n`;
const LAT = 'fact: changsha-latitude';
const WHY = 'why: 抄错了一位。';

describe('corrections.yaml', () => {
  it('may be missing, empty, or hold remarks only', () => {
    expect(check(null)).toEqual([]);
    expect(check('')).toEqual([]);
    expect(check('# 还没有\n')).toEqual([]);
    expect(check('[]\n')).toEqual([]);
  });

  it('is refused as a whole where it is no list, or an entry wants its reason', () => {
    expect(check('date: 2026-11-20\n').join()).toContain('corrections.yaml:1:1 error');
    expect(check(entry(`${LAT}, was: 28.2, now: 27.2`), { lat: '27.2' }).join()).toContain('少了“why”这一项');
    expect(check(entry(`${LAT}, was: 28.2, now: 27.2, why: ""`), { lat: '27.2' }).join()).toContain('空的引号');
  });

  it('explains a number that changed after the data release', () => {
    expect(check(entry(`${LAT}, was: 28.2, now: 27.2, ${WHY}`), { lat: '27.2' })).toEqual([]);
    expect(check(entry(`${LAT}, was: 28.2度, now: 27.2度, ${WHY}`), { lat: '27.2' })).toEqual([]);
  });
});

describe('a number that differs from the newest data release', () => {
  it('is an error without an entry, with what it was, what it is, and the entry to write', () => {
    expect(check(null, { lat: '27.2' })).toEqual([
      'corrections.yaml:1:1 error unexplained-change｜“长沙市城区的北纬”（changsha-latitude）和数据版本2026-11-01里的不一样，没有写更正：现在是“27.2度”，那时是“28.2度”，应当和那时一样，或者有一项更正。｜没有想改的，把内容改回来。真的更正了，在 corrections.yaml 最上面加一项，双引号里写明为什么（跟着变的 changsha-gongga-distance 不用另写）：- { date: 2026-11-25, fact: changsha-latitude, was: 28.2, now: 27.2, why: "" }',
    ]);
  });

  it('is told with all others at once, and as gone where it is gone', () => {
    writeFileSync(places(), right);
    const without = right.replace(/ {2}code:\n(?: {4}.*\n)+/u, '');
    expect(without).not.toBe(right);
    const kept = right;
    right = without.replace('lat: 28.2\n', 'lat: 27.2\n');
    const all = check(null, { lat: '27.2' });
    right = kept;
    expect(all.length).toBe(2);
    expect(all.join()).toContain('gone: true, why: ""');
    expect(all.join()).toMatch(/现在没有这个数，那时是“\d+”/);
  });

  it('is not explained by an entry that has not come yet, which is told', () => {
    const [only, ...more] = check(entry(`${LAT}, was: 28.2, now: 27.2, ${WHY}`, '2026-12-24'), { lat: '27.2' });
    expect(more).toEqual([]);
    expect(only).toContain('那一项写的日期是 2026-12-24，还没有到：改成改的那一天。');
  });

  it('was none before there was a data release', () => {
    expect(check(null, { lat: '27.2', now: new Date('2026-10-01T00:00:00Z') })).toEqual([]);
  });
});

describe('an entry that is wrong', () => {
  const first = (corrections: string, lat = '27.2') => check(corrections, { lat })[0] ?? '';

  it.each([
    ['that corrects nothing', `was: 1, now: 2, ${WHY}`, 'correction-subject', '没有写更正的是什么'],
    ['of two things', `${LAT}, place: changsha, was: 28.2, now: 27.2, ${WHY}`, 'correction-subject', 'fact、place'],
    ['without an end', `${LAT}, was: 28.2, ${WHY}`, 'correction-ending', '都没有写'],
    ['with two ends', `${LAT}, was: 28.2, now: 27.2, gone: true, ${WHY}`, 'correction-ending', '都写了'],
    ['of a place that is gone', `place: changsha, was: 甲, gone: true, ${WHY}`, 'correction-ending', '只用在数上'],
    ['that changes nothing', `${LAT}, was: 27.2, now: 27.2, ${WHY}`, 'correction-no-change', '改前改后一样'],
    [
      'of a fact that nobody knows',
      `fact: changsha-latitud, was: 1, now: 2, ${WHY}`,
      'unknown-fact',
      'changsha-latitude',
    ],
    ['of a place that nobody knows', `place: changshaa, was: 甲, now: 乙, ${WHY}`, 'unknown-place', 'changsha'],
    ['of a project that nobody knows', `project: pen-pal, was: 甲, now: 乙, ${WHY}`, 'unknown-project', 'pen-pals'],
    ['that ends elsewhere', `${LAT}, was: 28.2, now: 27.3, ${WHY}`, 'correction-now-differs', '内容里是“27.2度”'],
    ['that ends in nothing', `${LAT}, was: 28.2, gone: true, ${WHY}`, 'correction-now-differs', '还在'],
    ['that begins elsewhere', `${LAT}, was: 28.3, now: 27.2, ${WHY}`, 'correction-was-differs', '那一版里是“28.2度”'],
  ])('%s is told with its remedy', (_, more, code, words) => {
    const problem = first(entry(more), more.includes('latitud,') ? '28.2' : '27.2');
    expect(problem).toMatch(/^corrections\.yaml:1:\d+ error /);
    expect([problem, problem.includes(`error ${code}｜`), problem.includes(words)]).toEqual([problem, true, true]);
  });

  it('twice is told at the second', () => {
    const one = entry(`${LAT}, was: 28.2, now: 27.2, ${WHY}`);
    expect(check(one + one, { lat: '27.2' }).join()).toContain('corrections.yaml:2:3 error correction-twice');
  });

  it('that does not go on where the one before ended is told', () => {
    const chain =
      entry(`${LAT}, was: 27.4, now: 27.2, ${WHY}`, '2026-11-21') + entry(`${LAT}, was: 28.2, now: 27.3, ${WHY}`);
    expect(check(chain, { lat: '27.2' })).toEqual([
      'corrections.yaml:1:53 error correction-chain｜事实 changsha-latitude 的两次更正接不上：现在这一项说原来是“27.4”，2026-11-20 那一项改成了“27.3”，应当前一项的 now 就是后一项的 was。｜改正写错的一项；中间还改过一次的，把那一次补上。新的写在上面。',
    ]);
  });
});

describe('a frozen file', () => {
  const file = (name: string) => join(dir, 'data-releases/2026-11-01', name);

  it('that changed, is missing or was added is told, all at once', () => {
    const [facts, targets] = [readFileSync(file('facts.csv')), readFileSync(file('targets.csv'))];
    writeFileSync(file('facts.csv'), `${facts}x`);
    rmSync(file('targets.csv'));
    writeFileSync(file('new.csv'), 'x');
    const all = check(null);
    writeFileSync(file('facts.csv'), facts);
    writeFileSync(file('targets.csv'), targets);
    rmSync(file('new.csv'));
    expect(all.map((one) => one.replace(/｜.*/u, ''))).toEqual([
      'data-releases/2026-11-01/facts.csv:1:1 error frozen-file-changed',
      'data-releases/2026-11-01/targets.csv:1:1 error frozen-file-missing',
      'data-releases/2026-11-01/new.csv:1:1 error frozen-file-added',
    ]);
    expect(all.join()).toContain('从 Git 里取回定版时的那一份');
    expect(check(null)).toEqual([]);
  });

  it('is not vouched for without the list of hashes, and a list that was written anew is known by the next release', async () => {
    const list = readFileSync(file('SHA256SUMS.txt'));
    rmSync(file('SHA256SUMS.txt'));
    expect(check(null).join()).toContain('frozen-list-missing');
    writeFileSync(file('SHA256SUMS.txt'), list);
    check(entry(`${LAT}, was: 28.2, now: 27.2, ${WHY}`, '2026-11-02'), { lat: '27.2' });
    await freeze(dir, '2026-11-03');
    writeFileSync(file('SHA256SUMS.txt'), `${list}\n`);
    const after = entry(`${LAT}, was: 28.2, now: 27.2, ${WHY}`, '2026-11-02');
    expect(check(after, { lat: '27.2' }).join()).toContain('数据版本2026-11-01的清单改过了');
    writeFileSync(file('SHA256SUMS.txt'), list);
    expect(check(after, { lat: '27.2' })).toEqual([]);
    rmSync(join(dir, 'data-releases/2026-11-01'), { recursive: true });
    expect(check(after, { lat: '27.2' }).join()).toContain('data-release-missing');
  });
});
