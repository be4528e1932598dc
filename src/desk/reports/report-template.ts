import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reportedNumbers } from '#domain/programme/reported-numbers.ts';
import { reportWorkbook } from '#exports/report-form/workbook.ts';
import { act, Misused } from '../act.ts';
import { programmeOf, wantUnit, wantYear } from './asked-programme.ts';

/** Writes the .xlsx in which one unit reports one year. */
export const reportTemplate = act({
  name: 'report:template',
  values: ['unit', 'year', 'out'],
  switches: [],
  undone: '没有写任何文件。',
  failed: '没有写成上报表',
  untouched: '没有写任何文件。',
  run: async ({ given }, { environment, cwd, shown }) => {
    const programme = programmeOf(environment, '没有写任何文件。');
    const unit = wantUnit(programme, given.get('unit'));
    const year = wantYear(programme, given.get('year'));
    const name = programme.executorName(unit);
    const target = resolve(cwd, given.get('out') ?? `上报表-${name}-${year}.xlsx`);
    if (!/\.xlsx$/i.test(target)) throw new Misused(`--out 现在是“${given.get('out')}”，应当以 .xlsx 结尾。`);
    if (existsSync(target)) throw new Misused(`已经有 ${shown(target)} 了，没有动它。移走它，或者用 --out 写到别处。`);
    const numbers = reportedNumbers(programme, unit, year);
    if (numbers.length === 0) throw new Misused(`${name}${year}年没有要报的。`);
    const projects = new Map(programme.projects.map(({ id, short }) => [id, short]));
    const form = { unit: { id: unit, name }, year, numbers, nameOf: programme.executorName };
    const bytes = await reportWorkbook({ ...form, projectOf: (id) => projects.get(id) ?? '' }, environment.now);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes, { flag: 'wx' });
    return `■ 上报表写好了：${shown(target)}
  ${name}，${year}年，${numbers.length}项

下一步
  1. 发给${name}，用 Excel 或 WPS 打开，填白的格子；怎么填在“怎么填”那一页
  2. 收回来：npm run report:import -- 文件名　先看网页上会怎么变，再记下来`;
  },
});
