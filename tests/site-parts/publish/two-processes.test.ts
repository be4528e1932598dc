import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishingTask, Said, Step } from './publishing-process.ts';
import { NEW, OLD, type Playground, playground, siteIn } from './small-sites.ts';

let ground: Playground;
const running = new Set<ChildProcess>();
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  ground.remove();
});

/** Another process that is to publish a site; it waits to be told. */
async function processFor(name: 'old' | 'new') {
  const task: PublishingTask = {
    wanted: ground.place,
    finished: join(ground.dir, name),
    kept: ground.options.kept,
  };
  const file = resolve(import.meta.dirname, 'publishing-process.ts');
  const child = fork(file, [JSON.stringify(task)], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  running.add(child);
  let stderr = '';
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code: code as number | null, stderr };
  });
  const said = (word: Said) =>
    new Promise<Said>((done) => child.on('message', (message) => message === word && done(word)));
  const opened = said('open');
  const ready = said('ready');
  // One that ends before it can be told anything is told by its own words.
  expect(await Promise.race([ready, ended])).toBe('ready');
  return { name, pid: child.pid, opened, ended, tell: (step: Step) => child.send(step) };
}

describe('two processes that publish into one folder', () => {
  it('at the same moment: one does, the other ends with 75 and says who does, and nothing of it is there', async () => {
    const both = await Promise.all([processFor('old'), processFor('new')]);
    for (const one of both) one.tell('open');
    const came = await Promise.all(both.map(({ opened, ended }) => Promise.race([opened, ended])));
    expect(came.filter((one) => one === 'open')).toHaveLength(1);

    const first = both[came.indexOf('open')]!;
    const second = both.find((one) => one !== first)!;
    const { code, stderr } = await second.ended;
    expect(code, stderr).toBe(75);
    expect(stderr).toMatch(/^正在生成这个网站的另有一个：/);
    expect(stderr).toContain(`进程 ${first.pid}，在 ${hostname()} 上，从 `);
    expect(stderr).toContain('再运行一次');

    first.tell('publish');
    expect(await first.ended).toEqual({ code: 0, stderr: '' });
    expect(siteIn(ground.place)).toEqual(first.name === 'old' ? OLD : NEW);
    expect(ground.leftovers()).toEqual([]);
  });

  it('one that read earlier and is done later does not replace the newer site, even where its lock was removed', async () => {
    const slow = await processFor('old');
    slow.tell('open');
    expect(await Promise.race([slow.opened, slow.ended])).toBe('open');
    for (const name of readdirSync(ground.workshop)) if (name.startsWith('lock-')) rmSync(join(ground.workshop, name));

    const quick = await processFor('new');
    quick.tell('open');
    expect(await Promise.race([quick.opened, quick.ended])).toBe('open');
    quick.tell('publish');
    expect(await quick.ended).toEqual({ code: 0, stderr: '' });

    slow.tell('publish');
    const { code, stderr } = await slow.ended;
    expect(code, stderr).toBe(75);
    expect(stderr).toContain('这一次读到的内容可能是旧的，所以没有换上去');
    expect(siteIn(ground.place)).toEqual(NEW);
  });
});
