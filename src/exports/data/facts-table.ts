import { frozenFact } from '#domain/data-releases/data-release.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { csv } from './csv.ts';
import type { DataField } from './fields.ts';
import type { DataTable, PassageHref } from './tables.ts';

/** Between the ids of the facts that one is worked out from. */
const BETWEEN = ' ';

/** What stands in the columns of the facts. */
export const FACT_FIELDS: readonly DataField[] = [
  { name: 'id', type: 'string', meaning: '事实的编号，同 /facts/<编号>/', blank: null },
  { name: 'label', type: 'string', meaning: '这个数说的是什么', blank: null },
  { name: 'value', type: 'string', meaning: '数，或者原文的写法', blank: null },
  { name: 'unit', type: 'string', meaning: '单位', blank: '没有单位' },
  {
    ...{
      name: 'basis',
      type: 'string',
      meaning: '凭什么：quoted 原文引用，derived 推算，reported 上报，outside 外部来源',
    },
    ...{ blank: null, rules: { enum: ['quoted', 'derived', 'reported', 'outside'] } },
  },
  { name: 'day', type: 'date', meaning: '上报的日子', blank: '不是上报的' },
  {
    ...{ name: 'rests_on', type: 'string', meaning: '由哪些事实推算，写编号，用空格隔开' },
    ...{ blank: '不是推算的，或者直接从内容里数出来' },
  },
  {
    ...{ name: 'source', type: 'string', blank: '推算的' },
    meaning: '出处：引用的是 /plan/ 页上的网址，从网站首页的地址算起；上报的写谁报的；外部来源写来源',
  },
];

/** One row a fact, without its sentence: what is compared and cited. */
export function factsTable(facts: Iterable<Fact>, href: PassageHref): DataTable {
  return {
    columns: FACT_FIELDS.map(({ name }) => name),
    rows: Array.from(facts, (fact) => {
      const { id, label, value, unit, basis, source, day, from } = frozenFact(fact);
      const where = basis === 'quoted' ? href(source) : source;
      return [id, label, value, unit || null, basis, day, from.join(BETWEEN) || null, where || null];
    }),
  };
}

/** The facts as the file that is frozen. */
export function factsCsv(facts: Iterable<Fact>, href: PassageHref): string {
  const { columns, rows } = factsTable(facts, href);
  return csv(columns, rows);
}
