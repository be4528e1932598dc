import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** Runs a starter as an older Node would, by telling it that it is one. */
function runAsOldNode(file: string) {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });";
  const code = `${pretend} await import(${JSON.stringify(new URL(file, root).href)});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
}

describe.each(['scripts/start.mjs', 'scripts/test.mjs', 'scripts/run.mjs'])('%s', (file) => {
  it('tells a reader with an old Node in Chinese what is needed, without a stack trace', () => {
    const run = runAsOldNode(file);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('这台电脑上的 Node.js 是 18.20.0，太旧了：需要 20 或更新的版本。');
    expect(run.stderr).not.toMatch(/\bat .*:\d+/);
    expect(run.stdout).toBe('');
  });

  it('can be read by an old Node: imports nothing newer before it has asked', () => {
    const text = readFileSync(new URL(file, root), 'utf8');
    const early = [...text.matchAll(/^import .* from '(.*)'/gm)].map(([, name]) => name);
    expect(early).toEqual(['./setup/old-node.mjs']);
    expect(text + readFileSync(new URL('scripts/setup/old-node.mjs', root), 'utf8')).not.toMatch(/\?\?|\?\.|^await /m);
  });
});

it('every command of the project installs what is missing and goes on under the pinned Node', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const own = Object.values(scripts).filter((command) => command.startsWith('node '));
  expect(own.length).toBeGreaterThan(5);
  for (const command of own)
    expect(command).toMatch(
      /^node scripts\/((start|test)\.mjs|run\.mjs (scripts\/[a-z-]+\.ts|node_modules\/vitest\/vitest\.mjs run))/,
    );
});
