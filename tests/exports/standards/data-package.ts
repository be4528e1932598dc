import { createHash } from 'node:crypto';
import { readCsv } from '../../site/read-csv.ts';
import { isWhole } from './addresses.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** How a value of each type is written, in the default format of Table Schema. */
const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?$/,
  year: /^-?\d{4}$/,
};
const CONSTRAINTS = ['required', 'unique', 'enum', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength'];

const MEDIA_TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json' };

function valueFaults(field: Json, values: readonly string[], missing: readonly string[]): string[] {
  const { name, type, constraints = {} } = field;
  const own = isObject(constraints) ? constraints : {};
  const faults: string[] = [];
  for (const key of Object.keys(own)) if (!CONSTRAINTS.includes(key)) faults.push(`${name}: ${key} is no constraint`);
  const form = TYPES[String(type)];
  if (!form) return [...faults, `${name}: ${type} is no type`];
  const there = values.filter((value) => !missing.includes(value));
  if (own['required'] === true && there.length < values.length)
    faults.push(`${name}: a value that is required is missing`);
  if (own['unique'] === true && new Set(there).size < there.length) faults.push(`${name}: a value twice`);
  const breaks = (value: string): string | false => {
    if (!form.test(value)) return `no ${type}`;
    if (Array.isArray(own['enum']) && !own['enum'].map(String).includes(value)) return 'none of those allowed';
    if (isText(own['pattern']) && !new RegExp(`^(?:${own['pattern']})$`, 'u').test(value)) return 'not of the pattern';
    if (typeof own['minimum'] === 'number' && Number(value) < own['minimum']) return 'too small';
    return typeof own['maximum'] === 'number' && Number(value) > own['maximum'] && 'too large';
  };
  for (const value of new Set(there)) {
    const fault = breaks(value);
    if (fault) faults.push(`${name}: ${value}: ${fault}`);
  }
  return faults;
}

function tableFaults({ path, schema, encoding, dialect }: Json, bytes: Buffer): string[] {
  const faults: string[] = [];
  if (!isObject(schema) || listOf(schema['fields']).length === 0) return [`${path}: no schema with fields`];
  const fields = listOf(schema['fields']);
  const names = fields.map((field) => field['name']);
  if (!names.every(isText) || new Set(names).size < names.length)
    faults.push(`${path}: names of fields that are none, or stand twice`);
  if (String(encoding) !== 'utf-8' || !Buffer.from(bytes.toString('utf8')).equals(bytes))
    faults.push(`${path}: not in the encoding it names`);
  if (isObject(dialect) && (dialect['delimiter'] ?? ',') !== ',') faults.push(`${path}: another delimiter than it has`);
  const { columns, records } = readCsv(bytes.toString('utf8'));
  if (columns.join() !== names.join()) return [...faults, `${path}: its columns are ${columns}, its fields ${names}`];
  const missing = Array.isArray(schema['missingValues']) ? schema['missingValues'].map(String) : [''];
  return [
    ...faults,
    ...fields.flatMap((field) =>
      valueFaults(
        field,
        records.map((record) => record[String(field['name'])] ?? ''),
        missing,
      ).map((fault) => `${path}: ${fault}`),
    ),
  ];
}

/**
 * What in a description of data breaks the rules of Data Package 2, and which table does not keep to what it says of it.
 * @param read the bytes of a file that it names
 */
export function packageFaults(value: unknown, read: (path: string) => Buffer): string[] {
  const faults: string[] = [];
  const need = (fault: string | false) => {
    if (fault) faults.push(fault);
  };
  if (!isObject(value)) return ['no object'];
  need(value['$schema'] !== 'https://datapackage.org/profiles/2.0/datapackage.json' && 'not version 2');
  need(!/^[-a-z0-9._/]+$/.test(String(value['name'])) && 'no name for machines');
  need(value['homepage'] !== undefined && !isWhole(value['homepage']) && 'its home is no whole address');
  need(value['created'] !== undefined && 'a day of making, which says nothing of the data');
  if (value['licenses'] !== undefined) {
    const licences = listOf(value['licenses']);
    need(licences.length === 0 && 'a list of licences with none in it');
    for (const one of licences) {
      need(!isText(one['name']) && !isText(one['path']) && 'a licence with neither name nor path');
      need(
        one['name'] !== undefined &&
          !/^[-a-zA-Z0-9._]+$/.test(String(one['name'])) &&
          'a licence with a name that is no id',
      );
      need(one['path'] !== undefined && !isWhole(one['path']) && 'a licence that lies nowhere');
    }
  }
  for (const [key, named] of [
    ['sources', 'title'],
    ['contributors', 'title'],
  ] as const) {
    if (value[key] === undefined) continue;
    need(listOf(value[key]).length === 0 && `${key} with nothing in it`);
    for (const one of listOf(value[key])) {
      need(!isText(one[named]) && `${key} without a title`);
      need(one['path'] !== undefined && !isWhole(one['path']) && `${key} that lies nowhere`);
      need(
        one['roles'] !== undefined &&
          !(Array.isArray(one['roles']) && one['roles'].every(isText)) &&
          `${key} with roles that are none`,
      );
    }
  }
  const resources = listOf(value['resources']);
  need(resources.length === 0 && 'no resources');
  const names = resources.map((one) => one['name']);
  need(new Set(names).size < names.length && 'two resources of one name');
  for (const one of resources) {
    const { name, path, bytes, hash, format, mediatype } = one;
    need(!isText(name) && 'a resource without a name');
    if (!isText(path) || path.startsWith('/') || path.includes('..'))
      return [...faults, `${name}: no path beside the description`];
    for (const key of ['title', 'description', 'encoding']) need(!isText(one[key]) && `${path}: no ${key}`);
    const ending = path.split('.').at(-1) ?? '';
    need(format !== ending && `${path}: not the format of its ending`);
    need(mediatype !== MEDIA_TYPES[ending] && `${path}: not the media type of its format`);
    const file = read(path);
    need(bytes !== file.length && `${path}: ${bytes} bytes said, ${file.length} there`);
    need(hash !== `sha256:${createHash('sha256').update(file).digest('hex')}` && `${path}: another hash`);
    if (format === 'json') JSON.parse(file.toString('utf8'));
    else faults.push(...tableFaults(one, file));
  }
  return faults;
}
