import { createHash } from 'node:crypto';
import { decidedLicence } from '#domain/programme/licence.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { NO_LICENCE } from '#format/licence.ts';
import { speaker } from '#format/publisher.ts';
import { type DataField, tableWords } from './fields.ts';
import { type PassageHref, tableCsv } from './tables.ts';

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

/** `datapackage.json` of a day (`YYYY-MM-DD`) after Data Package 2: what each table holds, column by column. */
export function dataPackage(programme: Programme, day: string, { home, plan, passage }: PackageAddresses) {
  const { site, document, progress, words } = programme;
  const licence = decidedLicence(site, day);
  const reported = progress.some((row) => row.reported !== null);
  const made = `整理自《${document.plan_title}》（${document.date}${programme.words.issued}）${reported ? `及各${words.reporter.noun}上报` : ''}。`;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'data',
    title: `${site.name}：结对、计划、进展`,
    description: licence === null ? `${made}${NO_LICENCE}` : made,
    homepage: home,
    // Nobody is called the publisher who has not confirmed that.
    contributors: [
      { title: speaker(site, day), ...(confirmedPublisher(site, day) !== null && { roles: ['publisher'] }) },
    ],
    ...(licence !== null && {
      licenses: [{ ...(licence.id !== undefined && { name: licence.id }), title: licence.name, path: licence.url }],
    }),
    sources: [{ title: `${document.author}：${document.title}，${document.date}`, path: plan }],
    resources: tableWords(programme).map(({ name, title, description, fields }) => {
      const bytes = Buffer.from(tableCsv(name, programme, passage));
      return {
        ...{ name, path: `${name}.csv`, type: 'table', title, description },
        ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: { fields: fields.map(described), missingValues: [''] },
      };
    }),
  };
}
