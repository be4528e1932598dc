import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromLines, Stopped } from '#desk/asking/asked.ts';
import { withNames } from '#desk/people/front-names.ts';
import { foundList, type NamesToSettle, settleNames } from '#desk/people/settle-names.ts';
import { NewRecords, recordsFolder } from '#desk/records/new-records.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../../scripts/setup/install.mjs';
import { NOW } from '../../reader/mutation.ts';

const FRONT = 'kind: news\ntitle: 一天\nsummary: 一句话。\ndate: 2026-01-05\neditor: 样例编辑\nsource: 样例单位\n';
const TEXT = '县长谢敏来了。学生次仁央宗写了信，小卓玛（化名）也写了。\n\n老师缪可欣说，信写得好。';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'people-'));
  cpSync(join(projectFolder, 'tests/fixtures/region'), dir, { recursive: true });
  write('one', TEXT);
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(id: string, text: string, more = ''): void {
  mkdirSync(join(dir, 'stories', id), { recursive: true });
  writeFileSync(join(dir, 'stories', id, 'index.mdx'), `---\n${FRONT}${more}---\n\n${text}\n`);
}

function names(): NamesToSettle {
  const { standings, records } = readContent({ dir, samples: false, now: NOW });
  const standing = standings.find(({ story }) => story.id === 'one');
  if (!standing) throw new Error('the story has an error');
  const environment = { recordsDir: join(dir, 'records'), recordsSet: false };
  const newRecords = new NewRecords(recordsFolder(environment as Parameters<typeof recordsFolder>[0], '2026-11-25'));
  return { standing, standings, records, newRecords };
}

/** Hands in answers, and gives back what was settled and everything that was said. */
async function settle(answers: readonly string[], from = names()) {
  let said = '';
  const asked = fromLines(answers, (text) => {
    said += text;
  });
  const settled = await settleNames(foundList(from).open, from, asked, true);
  return { settled, said };
}

describe('npm run people', () => {
  it('lists everyone found, with what covers them and where they stand', () => {
    expect(foundList(names()).lines).toEqual([
      '  谢敏　还没有定　第10行正文',
      '  次仁央宗　还没有定　第10行正文',
      '  小卓玛　化名　第10行正文',
      '  缪可欣　还没有定　第12行正文',
    ]);
  });

  it('asks one after the other, shows the sentence again, and takes the source', async () => {
    const { settled, said } = await settle(['2', '', '样例县政府网站，县长', 'r', '4', 's']);
    expect(settled).toEqual({
      decisions: [
        { name: '谢敏', is: 'public', source: '样例县政府网站，县长' },
        { name: '次仁央宗', is: 'alias' },
      ],
      toRecord: [],
      skipped: ['缪可欣'],
    });
    expect(said.split('学生【次仁央宗】写了信').length).toBe(3);
    expect(said).toContain('这里不能空着');
  });

  it('takes an empty answer for a record that is still to be written, and the one of another story where there is one', async () => {
    write('two', '老师缪可欣来了。', 'names:\n  - { name: 缪可欣, is: published, source: 样例报，3月2日 }\n');
    const { settled } = await settle(['', '', '', '', '', '']);
    expect(settled.toRecord).toEqual(['谢敏', '次仁央宗']);
    expect(settled.decisions).toEqual([{ name: '缪可欣', is: 'published', source: '样例报，3月2日' }]);
  });

  it('writes the record of somebody at once where that is asked for', async () => {
    const from = names();
    await settle(['s', 's', '1', 'y', '', '成年人', '支教老师', '', ''], from);
    expect(from.newRecords?.people).toMatchObject([{ name: '缪可欣', age_band: 'adult', role: '支教老师' }]);
  });

  it('leaves the rest open where the answers end', async () => {
    expect((await settle(['5'])).settled).toEqual({
      decisions: [{ name: '谢敏', is: 'not-a-person' }],
      toRecord: [],
      skipped: ['次仁央宗', '缪可欣'],
    });
  });

  it('settles nothing where somebody goes away', async () => {
    const from = names();
    const asked = fromLines(['5'], () => undefined);
    await expect(settleNames(foundList(from).open, from, asked, false)).rejects.toThrow(Stopped);
  });

  it('makes a story of which nothing is left to ask', async () => {
    const path = join(dir, 'stories/one/index.mdx');
    const { settled } = await settle(['2', '网站', '4', '3', '样例报']);
    writeFileSync(path, withNames(readFileSync(path, 'utf8'), settled.decisions));
    expect(foundList(names()).open).toEqual([]);
    expect(names().standing.holds.map(({ kind }) => kind)).toEqual(['review']);
  });
});
