import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '#site/publish/publish-words.ts';
import { childEnvironment } from '../../../scripts/setup/install.mjs';
import { projectFolder } from '../../architecture/source-files.ts';
import { OLD, type Playground, playground, publish, siteIn } from '../../site-parts/publish/small-sites.ts';
import { rewritten } from './running-nginx.ts';

const example = (name: string) => readFileSync(join(projectFolder, 'scripts/serving', name), 'utf8');
const README = readFileSync(join(projectFolder, 'README.md'), 'utf8');

/** Values of a key of a unit, in order. */
const unitValues = (text: string, key: string) =>
  text.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));

const SERVICE = example('site-build.service');
const TIMER = example('site-build.timer');
const CRONTAB = example('crontab');

/** What each timer runs, as one line of a shell. */
const TIMED: readonly (readonly [timer: string, line: string])[] = [
  [
    'site-build.service',
    `cd ${unitValues(SERVICE, 'WorkingDirectory')} && ${unitValues(SERVICE, 'Environment').join(' ')} ${unitValues(SERVICE, 'ExecStart')}`,
  ],
  ['crontab', /^0,30 \* \* \* \* (.*)$/m.exec(CRONTAB)?.[1] ?? ''],
];

describe('README.md', () => {
  it.each(['nginx.conf', 'site-build.service', 'site-build.timer', 'crontab'])(
    'shows scripts/serving/%s as it is, and says where it lies',
    (name) => {
      expect(README).toContain(`\`\`\`\n${example(name)}\`\`\`\n`);
      expect(README).toContain(`](scripts/serving/${name})`);
    },
  );
});

describe.skipIf(process.platform === 'win32').each(TIMED)('the timed build of %s', (_, line) => {
  let ground: Playground;
  beforeEach(() => {
    ground = playground();
  });
  afterEach(() => ground.remove());

  it('while another build is under way ends with the code that is no failure, says who it is, and touches nothing', () => {
    publish(ground, 'old');
    const records = join(ground.dir, 'records');
    mkdirSync(records);
    const log = join(ground.dir, 'build.log');
    const open = ground.open();
    const command = rewritten(line, [
      ['cd /srv/aid ', `cd '${projectFolder}' `],
      ['OUT_DIR=/srv/www/aid', `OUT_DIR='${ground.place}'`],
      ['RECORDS_DIR=/srv/records', `RECORDS_DIR='${records}'`],
    ]).replace('>> build.log', `>> '${log}'`);
    const { status, stderr } = spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8', env: childEnvironment() });
    open.close();
    expect(status).toBe(EXIT.tryAgain);
    expect(existsSync(log) ? readFileSync(log, 'utf8') : stderr).toContain(`进程 ${process.pid}`);
    expect(siteIn(ground.place)).toEqual(OLD);
  });
});

describe('the timers', () => {
  it('are no failure for systemd where another build is under way, and both come every half hour', () => {
    expect(unitValues(SERVICE, 'SuccessExitStatus')).toEqual([String(EXIT.tryAgain)]);
    expect(unitValues(SERVICE, 'Type')).toEqual(['oneshot']);
    expect(unitValues(TIMER, 'OnCalendar')).toEqual(['*:00,30']);
    expect(CRONTAB).toMatch(/^0,30 \* \* \* \* /m);
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('are units that systemd understands', () => {
    const files = ['site-build.service', 'site-build.timer'].map((name) =>
      join(projectFolder, 'scripts/serving', name),
    );
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
    expect([status, stderr.split('\n').filter((said) => said.includes('scripts/serving/'))]).toEqual([0, []]);
  });
});
