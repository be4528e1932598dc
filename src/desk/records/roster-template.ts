import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { peopleFound } from '#domain/people/found-people.ts';
import { type RosterEntry, rosterWorkbook } from '#exports/roster/workbook.ts';
import type { Environment } from '#reader/environment.ts';
import { act, Misused } from '../act.ts';
import { noStory, readAll } from '../content.ts';

/** Everyone named in a story whom nothing covers yet. Throws `Misused` where there is no such story. */
function entriesOf(id: string, environment: Environment): RosterEntry[] {
  const { standings, records } = readAll(environment);
  const story = standings.find((one) => one.story.id === id)?.story;
  if (!story) {
    const ids = standings.map((one) => one.story.id);
    throw new Misused(noStory(id, ids, true));
  }
  return peopleFound(story, records)
    .filter(({ cover }) => cover.is === 'undecided')
    .map(({ name, certainty }) => ({
      name,
      remark: certainty === 'certain' ? `稿件 ${id}` : `稿件 ${id}，可能是人名；不是就删掉这一行`,
    }));
}

/** Writes the .xlsx in which a clerk writes down a whole roster and its papers. */
export const consentTemplate = act({
  name: 'consent:template',
  values: ['story', 'out'],
  switches: [],
  undone: '没有写任何文件。',
  failed: '没有写成授权名单',
  untouched: '没有写任何文件。',
  run: async ({ given }, { environment, cwd, shown }) => {
    const target = resolve(cwd, given.get('out') ?? 'review/授权名单.xlsx');
    if (!/\.xlsx$/i.test(target)) throw new Misused(`--out 现在是“${given.get('out')}”，应当以 .xlsx 结尾。`);
    if (existsSync(target)) throw new Misused(`已经有 ${shown(target)} 了，没有动它。移走它，或者用 --out 写到别处。`);
    const id = given.get('story');
    const entries = id === undefined ? [] : entriesOf(id, environment);
    const bytes = await rosterWorkbook(entries, environment.now);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 });
    const names = entries.length > 0 ? `填上了${entries.length}个人的名字` : '这篇稿子里的人记录里都有了，没有要填的';
    return `■ 授权名单写好了：${shown(target)}${id === undefined ? '' : `\n  ${names}`}

下一步
  1. 用 Excel 或 WPS 打开，一人一行照着授权书填；怎么填在“怎么填”那一页
  2. npm run consent:import -- "${shown(target)}"　一次记下来；先看看：加 --dry-run`;
  },
});
