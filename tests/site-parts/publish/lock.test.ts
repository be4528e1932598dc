import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockHeld, takeLock } from '#site/publish/build-lock.ts';
import type { FileSystem } from '#site/publish/file-system.ts';
import { type ProcessFacts, thisProcess } from '#site/publish/process-facts.ts';
import { Overtaken } from '#site/publish/publish-release.ts';
import { publishTrouble } from '#site/publish/publish-words.ts';
import { DEAD, FACTS, NEW, OLD, type Playground, playground, publish, SHOWN, siteIn } from './small-sites.ts';
import { lastingFiles } from './worlds-end.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

const me = thisProcess();
const locks = (folder = ground.workshop) => readdirSync(folder).filter((name) => name.startsWith('lock'));

/** Files that do something else before each of their steps. */
function pausingFiles(before: () => void): FileSystem {
  const steps = Object.entries(lastingFiles()).map(([name, step]) => {
    if (typeof step !== 'function') return [name, step];
    const pausing = (...args: readonly unknown[]) => {
      before();
      return (step as (...all: readonly unknown[]) => unknown)(...args);
    };
    return [name, pausing];
  });
  return Object.fromEntries(steps) as FileSystem;
}

describe('a build while another one is under way', () => {
  it('is refused, with who it is, where, since when, and what to do', () => {
    const first = ground.open();
    let said = '';
    try {
      ground.open();
    } catch (error) {
      expect(error).toBeInstanceOf(LockHeld);
      const told = publishTrouble(error);
      expect(told?.code).toBe(75);
      said = told?.text ?? '';
    }
    expect(said).toContain(`进程 ${me.pid}，在 ${me.host} 上，从 2126年12月1日09:00 开始`);
    expect(said).toContain(join(ground.workshop, 'lock-000001'));
    expect(said).toContain('再运行一次');
    first.publish(join(ground.dir, 'new'), FACTS, SHOWN);
    first.close();
    ground.open().close();
    expect(siteIn(ground.place)).toEqual(NEW);
  });

  it('is refused, and no other fault comes of it, in whatever order the first steps of the two fall', () => {
    // The second stands still before each of its steps in turn, while the first does all of its own.
    for (let pause = 0; ; pause++) {
      const wanted = join(ground.dir, `never-built-${pause}`, 'www');
      const outcomes: string[] = [];
      const open = (fs: FileSystem) => {
        try {
          ground.open({ wanted }, fs);
          outcomes.push('open');
        } catch (error) {
          outcomes.push(error instanceof LockHeld ? 'held' : String(error));
        }
      };
      let steps = 0;
      open(pausingFiles(() => steps++ === pause && open(lastingFiles())));
      if (steps <= pause) break;
      expect(outcomes.sort(), `after ${pause} steps`).toEqual(['held', 'open']);
    }
  });

  it('cannot put its older site over a newer one, even where its lock was taken away by force', () => {
    const slow = ground.open();
    for (const name of locks()) rmSync(join(ground.workshop, name));
    publish(ground, 'new');
    expect(() => slow.publish(join(ground.dir, 'old'), FACTS, SHOWN)).toThrow(Overtaken);
    expect(siteIn(ground.place)).toEqual(NEW);
  });

  it('does not remove what another one is making, where its lock was taken away by force', () => {
    publish(ground, 'old');
    const slow = ground.open();
    for (const name of locks()) rmSync(join(ground.workshop, name));
    const other = ground.open();
    mkdirSync(join(ground.workshop, 'release-of-the-other'));
    expect(() => slow.publish(join(ground.dir, 'new'), FACTS, SHOWN)).toThrow(Overtaken);
    expect(readdirSync(ground.workshop)).toContain('release-of-the-other');
    other.close();
    slow.close();
    expect(siteIn(ground.place)).toEqual(OLD);
  });

  it('keeps what somebody else put there meanwhile without a lock', () => {
    publish(ground, 'old');
    const slow = ground.open();
    rmSync(ground.place, { recursive: true });
    mkdirSync(ground.place);
    writeFileSync(join(ground.place, 'mine.txt'), 'mine');
    expect(() => slow.publish(join(ground.dir, 'new'), FACTS, SHOWN)).toThrow(Overtaken);
    slow.close();
    expect(siteIn(ground.place)).toEqual({ 'mine.txt': 'mine' });
  });
});

describe('a lock that was left behind', () => {
  const leave = (facts: Partial<ProcessFacts>) => {
    ground.open({ me: { ...me, ...facts } });
    return () => ground.open().close();
  };

  it.each([
    ['whose process is gone', DEAD],
    ['whose number is another process now', { ...me, born: 'earlier' }],
    ['of a time before the machine was started again', { ...me, boot: 'earlier' }],
  ])('is taken over: one %s', (_, facts) => {
    expect(leave(facts)).not.toThrow();
    expect(locks()).toHaveLength(1);
  });

  it.each([
    ['on another machine', { ...DEAD, host: 'other', boot: 'other' }],
    ['in another container of this machine', { ...DEAD, space: 'pid:[1]' }],
  ])('is not taken over where nobody can prove that its process is gone: one %s', (_, facts) => {
    expect(leave(facts)).toThrow(LockHeld);
  });

  it('is taken over when it says nothing, but not while it may just be being written', () => {
    mkdirSync(ground.workshop);
    const file = join(ground.workshop, 'lock-000007');
    writeFileSync(file, '');
    const now = ground.options.clock();
    utimesSync(file, now, now);
    expect(() => ground.open()).toThrow(LockHeld);
    utimesSync(file, 0, 0);
    ground.open().close();
    expect(locks()).toEqual(['lock-000008']);
  });

  it('goes to one of two that find it at once, in whatever order their steps fall', () => {
    const clock = ground.options.clock;
    // The second stands still before each of its steps in turn, while the first does all of its own.
    for (let pause = 0; ; pause++) {
      const folder = join(ground.dir, `race-${pause}`);
      mkdirSync(folder);
      takeLock(lastingFiles(), folder, DEAD, clock);
      let steps = 0;
      let first: ReturnType<typeof takeLock> | undefined;
      const pausing = pausingFiles(() => {
        if (steps++ === pause) first = takeLock(lastingFiles(), folder, me, clock);
      });
      let second: ReturnType<typeof takeLock> | undefined;
      let firstRefused = false;
      try {
        second = takeLock(pausing, folder, { ...me }, clock);
      } catch (error) {
        if (!(error instanceof LockHeld)) throw error;
        // Either may be the one that is told of the other.
        firstRefused = first === undefined;
      }
      const taken = steps;
      steps = Number.POSITIVE_INFINITY;
      const holders = [first, second].filter((lock) => lock?.isMine());
      expect(holders, `after ${pause} steps`).toHaveLength(firstRefused ? 0 : 1);
      if (taken <= pause) break;
    }
  });
});

describe('a lock that is given back', () => {
  it('says so in its own words, and its number is never used again', () => {
    ground.open().close();
    expect(JSON.parse(readFileSync(join(ground.workshop, 'lock-000001'), 'utf8'))).toMatchObject({ free: true });
    ground.open().close();
    expect(locks()).toEqual(['lock-000002']);
  });
});
