import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetIn } from '#site/kept/forget.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'forget-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Another build that keeps things in a folder, file after file, until it is ended. */
function keepingIn(folder: string): Promise<Worker> {
  const program = `
    const { mkdirSync, writeFileSync } = require('node:fs');
    const { parentPort, workerData: folder } = require('node:worker_threads');
    for (let i = 0; ; i++) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(folder + '/' + (i % 50), 'x');
      } catch {}
      if (i === 100) parentPort.postMessage('begun');
    }`;
  return new Promise((begun) => {
    const worker = new Worker(program, { eval: true, workerData: folder });
    worker.once('message', () => begun(worker));
  });
}

describe('forgetting what was kept', () => {
  it('removes what does not stay, folders and files, and nothing else', () => {
    for (const name of ['stays', 'goes']) {
      mkdirSync(join(dir, name));
      writeFileSync(join(dir, name, 'a'), 'a');
    }
    writeFileSync(join(dir, 'file'), 'a');
    forgetIn(dir, (name) => name === 'stays');
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(['stays', join('stays', 'a')]);
    forgetIn(join(dir, 'nowhere'), () => false);
  });

  it('is not stopped by another build that keeps something there meanwhile', async () => {
    const other = await keepingIn(join(dir, 'goes'));
    try {
      for (let i = 0; i < 200; i++) forgetIn(dir, () => false);
    } finally {
      await other.terminate();
    }
    forgetIn(dir, () => false);
    expect(readdirSync(dir)).toEqual([]);
  });
});
