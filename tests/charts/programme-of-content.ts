import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assemble, type Content, type Programme } from '#domain/programme/programme.ts';
import type { Report } from '#domain/programme/report.ts';

const read = (path: string) => parse(readFileSync(`content/${path}`, 'utf8'));

/** The real content, unchecked, as a programme; with reports where a test invents some. */
export function programmeOfContent(reports: readonly Report[] = []): Programme {
  const document = read('plan/document.yaml');
  const places = read('places.yaml');
  const content = {
    site: read('site.yaml'),
    document,
    clauses: read('plan/body.yaml'),
    tables: document.annexes.map((name: string) => read(`plan/${name}.yaml`)),
    places: Array.isArray(places) ? places : Object.entries(places).map(([id, p]) => ({ id, ...(p as object) })),
    pairings: read('pairings.yaml'),
    projects: readdirSync('content/projects').map((file) => {
      const id = file.replace('.yaml', '');
      const project = read(`projects/${file}`);
      return { ...project, id, lines: project.lines.map((line: object) => ({ ...line, project: id })) };
    }),
    departments: read('departments.yaml'),
    reports,
    waters: null,
    wide: null,
    phone: null,
    cloth: null,
    corrections: [],
    dataReleases: [],
  };
  return assemble(content as unknown as Content);
}
