import type { Journey } from '../places/journey.ts';
import type { Cell } from '../plan/cell.ts';
import type { LineYear } from '../plan/line-year.ts';
import type { PlanDocument } from '../plan/plan.ts';
import type { Project } from '../programme/project.ts';
import type { Words } from '../programme/words.ts';
import type { Fact } from './fact.ts';

/** A count of things of the content, with how it was counted, or with the document's own words for it. */
function count(
  what: string,
  label: string,
  value: number,
  unit: string,
  sentence: string,
  how: string,
  { from = [], stated }: { from?: string[]; stated?: NonNullable<PlanDocument['stated']>['fields'] } = {},
): Fact {
  return {
    id: `programme-${what}`,
    subject: { kind: 'programme', id: '' },
    label,
    value,
    unit,
    sentence,
    basis: stated
      ? { kind: 'quoted', locator: stated.source, quote: stated.quote }
      : { kind: 'derived', steps: [{ expression: how, result: `${value}${unit}` }], from },
  };
}

/** Who and how many: the counts that stand on the first screen and in every introduction. */
export function programmeFacts(
  journeys: readonly Journey[],
  projects: readonly Project[],
  cells: readonly Cell[],
  lineYears: readonly LineYear[],
  { stated = {} }: Pick<PlanDocument, 'stated'>,
  { annex }: Pick<Words, 'annex'>,
): Fact[] {
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  const [cities, counties] = [distinct(journeys.map((j) => j.city.id)), distinct(journeys.map((j) => j.county.id))];
  const sizes = journeys.map((j) => j.threads.length);
  const townships = sizes.reduce((a, b) => a + b, 0);
  const lines = projects.flatMap((p) => p.lines);
  const fields = distinct(projects.map((p) => p.field));
  const filled = cells.filter((c) => c.quantity !== null).length;
  const planned = lineYears.filter((y) => y.target !== null).length;
  const reported = lineYears.filter((y) => y.target !== null && y.reported !== null).length;
  const names = (of: 'city' | 'county') => [...new Set(journeys.map((j) => j[of].name))].join('、');
  return [
    count('cities', '援助城市', cities, '座', `承担对口援助的有${cities}座城市：${names('city')}。`, names('city'), {
      stated: stated.cities,
    }),
    count('counties', '受援县', counties, '个', `受援的有${counties}个县：${names('county')}。`, names('county'), {
      stated: stated.counties,
    }),
    count('townships', '结对乡镇', townships, '个', `结对的乡镇共${townships}个。`, sizes.join(' + '), {
      from: journeys.map((j) => `${j.county.id}-townships`),
    }),
    count('fields', '工作方面', fields, '个', `全部项目分为${fields}个方面。`, '文件里项目所在的标题', {
      stated: stated.fields,
    }),
    count('projects', '项目', projects.length, '个', `文件列出${projects.length}个项目。`, '文件里逐条编号的项目', {
      stated: stated.projects,
    }),
    count(
      'lines',
      '任务行',
      lines.length,
      '行',
      `全部项目共分${lines.length}个任务行。`,
      projects.map((p) => p.lines.length).join(' + '),
    ),
    count(
      'cells',
      `${annex.noun}里填了数的格子`,
      filled,
      '格',
      `${annex.noun}的任务表里填了数的格子共${filled}格。`,
      `${annex.noun}任务表里不空的计划格`,
    ),
    count(
      'planned',
      '有计划数的年度任务',
      planned,
      '项',
      `一个任务行在一个年度算一项，有计划数的年度任务共${planned}项。`,
      '任务行 × 年度，有计划数的',
    ),
    // Units report to an office, not to this site: that none is here is no count of anything.
    ...(reported === 0
      ? []
      : [
          count(
            'reported',
            '收录了上报的年度任务',
            reported,
            '项',
            `有计划数的年度任务里，收录了上报的有${reported}项。`,
            '任务行 × 年度，有计划数，至少收录了一个单位的上报的',
          ),
        ]),
  ];
}
