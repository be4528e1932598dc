import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check as checkAct } from '#desk/check.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { doHere } from '../desk/commands.ts';
import { typedHere } from '../desk/typed-here.ts';
import { thingsIn } from '../exports/standards/linked-data.ts';
import { buildSite, SITE_NOW } from './built-site.ts';
import { attribute, elements, only, readPage, readText, tag, textOf } from './pages.ts';
import { filesWith } from './site-bytes.ts';
import { cardsIn } from './story-sites.ts';

/** What README.md says on how a story is reviewed, comes out, is put right and taken back: its commands, its files. */
const [, SECTION = ''] =
  /^## 从定稿到发布\n([\s\S]*?)^## /m.exec(readFileSync(join(projectFolder, 'README.md'), 'utf8')) ?? [];

/** The blocks of the section in order, each with the number of the step it stands in. */
const BLOCKS = SECTION.split(/^(?=\*\*[一二三四五六七八九十]、)/m).flatMap((part, step) =>
  Array.from(part.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, language, block = '']) => ({ step, language, block })),
);
const blocksOf = (language: string) => BLOCKS.filter((one) => one.language === language);
/** The commands of a step. */
const commandsOf = (step: number) =>
  blocksOf('sh')
    .filter((one) => one.step === step)
    .flatMap(({ block }) => block.trim().split('\n'));

const [FILE = ''] = /content\/stories\/[a-z0-9-]+\/index\.mdx/.exec(SECTION) ?? [];
const ID = FILE.split('/')[2] ?? '';
const TEXT = blocksOf('mdx')[0]?.block ?? '';
const KIND = /^kind: (.*)$/m.exec(TEXT)?.[1] ?? '';
const TITLE = /^title: (.*)$/m.exec(TEXT)?.[1] ?? '';
/** The records by the name of their file, as the first line of the block has it. */
const RECORDS = new Map(
  blocksOf('yaml').flatMap(({ block }): [string, string][] => {
    const [, file] = /^# (records\/\S+)\n/.exec(block) ?? [];
    return file ? [[file, block]] : [];
  }),
);
const [CONSENT = ''] = [...RECORDS.keys()].filter((file) => file.includes('/consents/'));
const NAME = /^name: (.*)$/m.exec([...RECORDS.values()].join(''))?.[1] ?? '';
const added = (key: string) => blocksOf('yaml').find(({ block }) => block.startsWith(`${key}:`))?.block ?? '';

const dir = mkdtempSync(join(tmpdir(), 'release-'));
const recordsDir = join(dir, 'kept-apart');
mkdirSync(recordsDir);
const site = { folder: join(dir, 'out'), base: '/' };
const sheet = join(projectFolder, 'review', `${ID}.html`);
afterAll(() => {
  rmSync(dir, { recursive: true });
  rmSync(sheet, { force: true });
});
/** The way is the same whatever else there is: samples and other stories would only be read again by every command. */
const LEFT_OUT = ['records', 'samples', 'stories'].map((name) => join(projectFolder, 'content', name));
cpSync(join(projectFolder, 'content'), join(dir, 'content'), {
  recursive: true,
  filter: (path) => !LEFT_OUT.includes(path),
});
mkdirSync(join(dir, 'content', 'stories'));

/** A copy of the content, with records in a folder of their own. */
const SETTINGS = { CONTENT_DIR: join(dir, 'content'), RECORDS_DIR: recordsDir, OUT_DIR: site.folder, SITE_NOW };

/** Does a command as it stands in the document: a build where sites are built, all else in this process. */
async function run(command: string) {
  if (command === 'npm run build') return buildSite({ settings: SETTINGS });
  const { stdout, stderr, status } = await typedHere(command, SETTINGS);
  return { output: stdout + stderr, status };
}

/** What the check says in between, where the document does not ask for it: in this process. */
async function check(...args: readonly string[]) {
  const { stdout, stderr, status } = await doHere(checkAct, ['--no-samples', ...args], SETTINGS);
  return { output: stdout + stderr, status };
}
const page = () => readPage(site, `/stories/${ID}/`);
const mainText = () => textOf(only(page().root, tag('main'), 'main'));
/** Text on one line each, as far as it is about the story of the section. */
const linesAbout = (output: string) => output.split('\n').filter((line) => line.includes(ID));

describe('the way from a draft to its page and back, as README.md tells it', () => {
  it('is eight steps with a story, records, and commands in order', () => {
    const starts = [1, 2, 3, 4, 5, 6, 7, 8].map((step) =>
      commandsOf(step).map((command) => command.split(' ').slice(0, 3).join(' ')),
    );
    const [approve, review, build] = ['npm run approve', 'npm run review', 'npm run build'];
    expect(starts).toEqual([
      ['npm run new:story'],
      ['npm run new:consent'],
      ['npm run check'],
      [review],
      [approve, approve, approve],
      [build],
      [review, approve, approve, approve, build],
      [build],
    ]);
    expect(commandsOf(7).slice(0, 4)).toEqual([...commandsOf(4), ...commandsOf(5)]);
    expect(new Set(commandsOf(5).map((command) => / --by (\S+)/.exec(command)?.[1])).size).toBe(3);
    expect([ID, TITLE, NAME].every((words) => words !== '')).toBe(true);
    expect([...RECORDS.keys()].map((file) => file.split('/')[1])).toEqual(['people', 'consents', 'reviewers.yaml']);
    for (const words of [TITLE, TEXT.split('---').at(-1)]) expect(words).toContain(NAME);
  });

  it('one: makes the folder, and the story is written into it', async () => {
    const { output, status } = await run(commandsOf(1)[0] ?? '');
    expect([status, output]).toEqual([0, expect.stringContaining(`stories/${ID}/index.mdx`)]);
    writeFileSync(join(dir, FILE), TEXT);
  });

  it('two: without a record of the person the story waits for its editor, with one for its first review', async () => {
    const before = await check();
    expect([before.status, before.output]).toEqual([0, expect.stringContaining(`${NAME}的`)]);
    expect(before.output).toMatch(new RegExp(`等编辑（\\d+）\\n(  .*\\n)*  stories/${ID}　`));
    expect(await run(commandsOf(2)[0] ?? '')).toEqual({ status: 0, output: expect.stringContaining(NAME) });
    for (const [file, text] of RECORDS) {
      const path = join(recordsDir, file.replace(/^records\//, ''));
      // What the command wrote is what stands there.
      if (/\/(people|consents)\//.test(file)) expect(`# ${file}\n${readFileSync(path, 'utf8')}`).toBe(text);
      else writeFileSync(path, text);
    }
  });

  it('three: the check finds nothing wrong and says whose turn it is', async () => {
    const { output, status } = await run(commandsOf(3)[0] ?? '');
    expect([status, linesAbout(output)]).toEqual([0, [expect.stringContaining(`《${TITLE}》`)]]);
    expect(output).toMatch(new RegExp(`等初审（\\d+）\\n(  .*\\n)*  stories/${ID}　`));
  });

  it('four: writes the sheet: every word, the number with the words of the notice, the person with the consent', async () => {
    const { output, status } = await run(commandsOf(4)[0] ?? '');
    expect([status, output]).toEqual([0, expect.stringContaining(`${ID}.html`)]);
    const text = readFileSync(sheet, 'utf8').replace(/<[^>]*>/g, '');
    for (const words of [TITLE, NAME, '附件3', ...TEXT.split('\n').slice(-2)]) expect(text).toContain(words.trim());
  });

  it('five: takes three signatures of three persons, and not two of one', async () => {
    const [first = '', second = '', third = ''] = commandsOf(5);
    expect((await run(first)).status).toBe(0);
    const same = second.replace(/--by \S+/, /--by \S+/.exec(first)?.[0] ?? '');
    expect((await run(same)).status).not.toBe(0);
    expect((await check()).output).toMatch(new RegExp(`等复审（\\d+）\\n(  .*\\n)*  stories/${ID}　`));
    expect([(await run(second)).status, (await run(third)).status]).toEqual([0, 0]);
    for (const step of ['chushen', 'fushen', 'zhongshen']) {
      expect(existsSync(join(dir, dirname(FILE), 'approvals', `${step}.yaml`))).toBe(true);
    }
    expect(linesAbout((await check()).output).join('\n')).not.toContain(`stories/${ID}　`);
  });

  it('six: builds the page, in the lists and in the feed, and nothing of records and signatures', async () => {
    const { output, status } = await run(commandsOf(6)[0] ?? '');
    expect([status, output]).toEqual([0, expect.stringContaining('■ 好了')]);
    expect(textOf(only(page().root, tag('h1'), 'h1')).trim()).toBe(TITLE);
    expect(mainText()).toContain(NAME);
    expect(cardsIn(readPage(site, '/stories/').root)).toContain(`/stories/${ID}/`);
    for (const file of ['/feed.xml', `/feeds/kind/${KIND}.xml`])
      expect(readText(site, file)).toContain(`<title>${TITLE}</title>`);
    for (const file of ['/feed.json', `/feeds/kind/${KIND}.json`]) expect(readText(site, file)).toContain(NAME);
    // Machines are told that this is a person: an adult who signed for it.
    const data = elements(page().root, (e) => attribute(e, 'type') === 'application/ld+json').map((e) => textOf(e));
    expect(data.flatMap(thingsIn)).toContainEqual(
      expect.objectContaining({ headline: TITLE, about: [{ '@type': 'Person', name: NAME }] }),
    );
    const paper = /^paper: (.*)$/m.exec(RECORDS.get(CONSENT) ?? '')?.[1] ?? '';
    const signers = commandsOf(5).flatMap((command) => / --by (\S+)/.exec(command)?.[1] ?? []);
    expect(paper).not.toBe('');
    expect(filesWith(site.folder, [paper, ...signers])).toEqual([]);
  });

  it('seven: a correction voids the signatures, the check says so, and new ones count', async () => {
    const changed = TEXT.replace('\n---\n\n', () => `\n${added('corrections')}---\n\n`);
    expect(changed).not.toBe(TEXT);
    writeFileSync(join(dir, FILE), changed);
    const { output } = await check('--json');
    expect(output).toContain('"approval-void"');
    for (const command of commandsOf(7).filter((one) => !one.startsWith('npm run build'))) {
      expect([command, (await run(command)).status]).toEqual([command, 0]);
    }
    expect(linesAbout((await check()).output).join('\n')).not.toContain(`stories/${ID}　`);
  });

  it('eight: after a withdrawal the address says so and no byte of the name is left', async () => {
    expect(added('withdrawn')).toMatch(/^withdrawn: '\d{4}-\d{2}-\d{2}'\n$/);
    appendFileSync(join(recordsDir, CONSENT.replace(/^records\//, '')), added('withdrawn'));
    const { output, status } = await run(commandsOf(8)[0] ?? '');
    expect([status, output]).toEqual([0, expect.stringContaining('■ 好了')]);
    expect(mainText()).toContain('这一篇已经撤下');
    expect(elements(page().root, tag('meta')).some((meta) => meta.attrs.some(({ value }) => value === 'noindex'))).toBe(
      true,
    );
    expect(cardsIn(readPage(site, '/stories/').root)).not.toContain(`/stories/${ID}/`);
    const last = TEXT.trim().split('\n').at(-1) ?? '';
    expect(filesWith(site.folder, [NAME, TITLE, last])).toEqual([]);
  });
});
