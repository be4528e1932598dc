import { problemsAsText } from '#check/print-problems.ts';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import { reportingUnits } from '#domain/programme/reported-numbers.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import type { Environment } from '#reader/environment.ts';
import { Misused, NotDone } from '../act.ts';
import { readAll, wantFolder } from '../content.ts';

/** The programme of a content folder, without its samples. Throws `NotDone` with the errors of the content. */
export function programmeOf(environment: Environment, undone: string): Programme {
  wantFolder(environment.contentDir);
  const { content, problems } = readAll(environment, false);
  if (content) return assemble(content);
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new NotDone(`${problemsAsText(errors, environment.contentDir)}\n内容里有错误，先改好。${undone}`);
}

/** Throws `Misused` where nobody of this id reports anything. */
export function wantUnit(programme: Programme, id: string | undefined): string {
  const units = reportingUnits(programme);
  if (id !== undefined && units.includes(id)) return id;
  const list = units.map((unit) => `${unit}（${programme.executorName(unit)}）`).join('、');
  const said = id === undefined ? '要写是哪个单位：--unit。' : `没有上报单位“${id}”。${didYouMean(id, units)}`;
  throw new Misused(`${said}能写的有：${list}。`);
}

/** Throws `Misused` where the plan has no such year. */
export function wantYear({ document: { years } }: Programme, given: string | undefined): number {
  const year = Number(given);
  if (given !== undefined && years.includes(year)) return year;
  const said = given === undefined ? '要写是哪一年：--year。' : `计划里没有“${given}”年。`;
  throw new Misused(`${said}能写的有：${years.join('、')}。`);
}
