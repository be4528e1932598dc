import type { Journey } from '../places/journey.ts';
import { townshipsOf } from '../places/townships.ts';
import type { Cell } from '../plan/cell.ts';
import type { LineYear } from '../plan/line-year.ts';
import type { PlanDocument } from '../plan/plan.ts';
import type { PlaceWord } from '../programme/place-words.ts';
import type { Project } from '../programme/project.ts';
import { taskTables, type Words } from '../programme/words.ts';
import type { Fact } from './fact.ts';
import { townshipsFactId } from './place.ts';

/** A count of things of the content, with how it was counted, or with the document's own words for it. */
function count(
  what: string,
  label: string,
  value: number,
  unit: string,
  sentence: string,
  how: string,
  {
    from = [],
    grows = false,
    stated,
  }: { from?: string[]; grows?: boolean; stated?: NonNullable<PlanDocument['stated']>['fields'] } = {},
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
      : {
          kind: 'derived',
          steps: [{ expression: how, result: `${value}${unit}` }],
          from,
          ...(grows && { grows }),
        },
  };
}

/** 援助城市, but not 援助支援单位. */
const aiding = (of: '援助' | '受援' | '结对', { noun }: PlaceWord) => (/援|结对/u.test(noun) ? noun : of + noun);

/** The places of the third level, each once, by the receivers they lie in. */
function thirdsOf(journeys: readonly Journey[]): { id: string; count: number }[] {
  const byReceiver = Map.groupBy(journeys, (j) => j.county.id);
  return [...byReceiver]
    .map(([id, all]) => ({ id, count: new Set(all.flatMap((j) => townshipsOf(j).map((t) => t.place.id))).size }))
    .filter(({ count }) => count > 0);
}

/** Who and how many: the counts that stand on the first screen and in every introduction. */
export function programmeFacts(
  journeys: readonly Journey[],
  projects: readonly Project[],
  cells: readonly Cell[],
  lineYears: readonly LineYear[],
  { stated = {}, excerpt }: Pick<PlanDocument, 'stated' | 'excerpt'>,
  words: Words,
): Fact[] {
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  const [cities, counties] = [distinct(journeys.map((j) => j.city.id)), distinct(journeys.map((j) => j.county.id))];
  const thirds = thirdsOf(journeys);
  const townships = thirds.reduce((sum, { count }) => sum + count, 0);
  const { giver, receiver, third, annex } = words;
  const said = (value: number, { measure, noun }: PlaceWord) => `${value}${measure}${noun}`;
  const lines = projects.flatMap((p) => p.lines);
  const fields = distinct(projects.map((p) => p.field));
  const filled = cells.filter((c) => c.quantity !== null && !c.locator.endsWith('-total')).length;
  const planned = lineYears.filter((y) => y.target !== null).length;
  const reported = lineYears.filter((y) => y.target !== null && y.reported !== null).length;
  const names = (of: 'city' | 'county') => [...new Set(journeys.map((j) => j[of].name))].join('、');
  const facts = [
    count(
      'cities',
      aiding('援助', giver),
      cities,
      giver.measure,
      `承担对口援助的有${said(cities, giver)}：${names('city')}。`,
      names('city'),
      { stated: stated.cities },
    ),
    count(
      'counties',
      aiding('受援', receiver),
      counties,
      receiver.measure,
      `受援的有${said(counties, receiver)}：${names('county')}。`,
      names('county'),
      { stated: stated.counties },
    ),
    ...(third
      ? [
          count(
            'townships',
            aiding('结对', third),
            townships,
            third.measure,
            `结对的${third.noun}共${townships}${third.measure}。`,
            thirds.map((t) => t.count).join(' + '),
            { from: thirds.map(({ id }) => townshipsFactId(id)) },
          ),
        ]
      : []),
    // All under one heading are not divided.
    ...(fields > 1 || stated.fields
      ? [
          count('fields', '工作方面', fields, '个', `全部项目分为${fields}个方面。`, '文件里项目所在的标题', {
            stated: stated.fields,
          }),
        ]
      : []),
    count('projects', '项目', projects.length, '个', `文件列出${projects.length}个项目。`, '文件里逐条编号的项目', {
      stated: stated.projects,
    }),
    count(
      'lines',
      words.line.noun,
      lines.length,
      words.line.short,
      `全部项目共分${said(lines.length, words.line)}。`,
      projects.map((p) => p.lines.length).join(' + '),
    ),
    // Where the text alone sets what is planned there is no table.
    ...(cells.length === 0
      ? []
      : [
          count(
            'cells',
            `${annex.noun}里填了数的${words.cell.noun}`,
            filled,
            words.cell.short,
            `${taskTables(words, '的')}里填了数的${words.cell.noun}共${filled}${words.cell.short}。`,
            `${taskTables(words)}里不空的计划格`,
          ),
        ]),
    count(
      'planned',
      '有计划数的年度任务',
      planned,
      '项',
      `一${words.line.measure}${words.line.noun}在一个年度算一项，有计划数的年度任务共${planned}项。`,
      `${words.line.noun} × 年度，有计划数的`,
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
            `${words.line.noun} × 年度，有计划数，至少收录了一${words.reporter.measure}${words.reporter.noun}的上报的`,
            { grows: true },
          ),
        ]),
  ];
  // Of a document that is here in part only that part can be counted.
  return excerpt ? facts.map((fact) => ({ ...fact, sentence: `按已经录入的原文，${fact.sentence}` })) : facts;
}
