import { createHash } from 'node:crypto';
import { FACTS_FILE } from '#domain/data-releases/data-release.ts';
import { decidedLicence } from '#domain/programme/licence.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { NO_LICENCE } from '#format/licence.ts';
import { speaker } from '#format/publisher.ts';
import { FACT_FIELDS, factsCsv } from './facts-table.ts';
import { type DataField, tableWords } from './fields.ts';
import { DATA_TABLE_NAMES, type PassageHref, tableCsv, tableJson } from './tables.ts';

/** Where the things lie that a description of the tables names. */
export interface PackageAddresses {
  /** Whole addresses of the home page and of the document. */
  readonly home: string;
  readonly plan: string;
  /** As it stands in the tables. */
  readonly passage: PassageHref;
}

const described = ({ name, type, meaning, blank, rules }: DataField) => {
  const constraints = { ...(blank === null && { required: true }), ...rules };
  return {
    ...{ name, type, description: blank === null ? meaning : `${meaning}；空白：${blank}` },
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
};

/** The size of a file, and what tells it from any other. */
function measured(text: string) {
  const bytes = Buffer.from(text);
  return { bytes: bytes.length, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

const asTable = (
  name: string,
  text: string,
  said: { title: string; description: string },
  fields: readonly DataField[],
) => ({
  ...{ name, path: `${name}.csv`, type: 'table', title: said.title, description: said.description },
  ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', ...measured(text) },
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: { fields: fields.map(described), missingValues: [''] },
});

const tablesOf = (programme: Programme, passage: PassageHref) =>
  tableWords(programme).map(({ name, fields, ...said }) =>
    asTable(name, tableCsv(name, programme, passage), said, fields),
  );

/** What a package says of itself, of a day (`YYYY-MM-DD`), wherever it lies. */
function frameOf(programme: Programme, day: string) {
  const { site, document, progress, words } = programme;
  const licence = decidedLicence(site, day);
  const reported = progress.some((row) => row.reported !== null);
  const made = `整理自《${document.plan_title}》（${document.date}${words.issued}）${reported ? `及各${words.reporter.noun}上报` : ''}。`;
  return {
    title: `${site.name}：结对、计划、进展`,
    description: licence === null ? `${made}${NO_LICENCE}` : made,
    // Nobody is called the publisher who has not confirmed that.
    contributors: [
      { title: speaker(site, day), ...(confirmedPublisher(site, day) !== null && { roles: ['publisher'] }) },
    ],
    ...(licence !== null && {
      licenses: [{ ...(licence.id !== undefined && { name: licence.id }), title: licence.name, path: licence.url }],
    }),
    source: { title: `${document.author}：${document.title}，${document.date}` },
  };
}

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/**
 * `datapackage.json` of a day (`YYYY-MM-DD`) after Data Package 2: what each table holds, column by column.
 * @param version the data release that these tables are; null: none is like them
 */
export function dataPackage(
  programme: Programme,
  day: string,
  { home, plan, passage }: PackageAddresses,
  version: string | null,
) {
  const { title, description, contributors, licenses, source } = frameOf(programme, day);
  return {
    ...{ $schema: PROFILE, name: 'data', ...(version !== null && { version }), title, description, homepage: home },
    ...{ contributors, ...(licenses && { licenses }), sources: [{ ...source, path: plan }] },
    resources: tablesOf(programme, passage),
  };
}

/** The data release before another one, known by the hash of its list of hashes. */
export interface ReleaseBefore {
  readonly date: string;
  readonly sha256: string;
}

/** `datapackage.json` of a data release: of its files alone, for the site may move and the release does not change. */
export function frozenPackage(programme: Programme, date: string, passage: PassageHref, before: ReleaseBefore | null) {
  const { title, description, contributors, licenses, source } = frameOf(programme, date);
  const json = DATA_TABLE_NAMES.map((name) => ({
    ...{
      name: `${name}-json`,
      path: `${name}.json`,
      title: `${name}.json`,
      description: `${name}.csv 的行，另有表放不下的`,
    },
    ...{ format: 'json', mediatype: 'application/json', encoding: 'utf-8' },
    ...measured(tableJson(name, programme, passage)),
  }));
  const facts = { title: '事实', description: '每个数一行：编号、值、单位、凭什么、出处。' };
  return {
    ...{ $schema: PROFILE, name: `data-${date}`, version: date, title: `${title}，数据版本${date}` },
    description: `${description}数字定在${date}，以后不改；source 一栏的网址从网站首页的地址算起。`,
    ...{ contributors, ...(licenses && { licenses }), sources: [source] },
    ...(before && { previous: { version: before.date, hash: `sha256:${before.sha256}` } }),
    resources: [
      ...tablesOf(programme, passage),
      asTable(FACTS_FILE.replace(/\.csv$/u, ''), factsCsv(programme.facts.values(), passage), facts, FACT_FIELDS),
      ...json,
    ],
  };
}
