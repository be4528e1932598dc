import { describe, expect, it } from 'vitest';
import { builtSites } from './built-site.ts';
import { noticeCells, noticePairings, noticeTotals } from './notice-tables.ts';
import { readText } from './pages.ts';
import { readCsv } from './read-csv.ts';

const { production, based, samples } = await builtSites('production', 'based', 'samples');
const file = (name: string) => readText(production, `/data/${name}`);
const pairings = readCsv(file('pairings.csv'));
const targets = readCsv(file('targets.csv'));
const progress = readCsv(file('progress.csv'));

/** Ids by the words of the notice, as the design fixes them: [project, line]. */
const LINES: Readonly<Record<string, readonly [string, string]>> = {
  '“民族团结一家亲”融情实践交流': ['one-family-exchange', 'one-family-exchange'],
  西部计划山南专项: ['go-west', 'go-west'],
  '大学生“三下乡”服务实践': ['summer-service', 'summer-service'],
  '团（队）干部培训': ['cadre-training', 'cadre-training'],
  挂职锻炼: ['cadre-secondment', 'cadre-secondment'],
  芙蓉学子: ['student-aid', 'furong'],
  华融湘江银行·绿色助学行动: ['student-aid', 'green-aid'],
  特殊群体帮扶: ['special-groups', 'special-groups'],
  创业帮扶: ['youth-startups', 'youth-startups'],
  '中小学生“手拉手”结对书信交流': ['pen-pals', 'pen-pals'],
  基层团组织建设: ['grassroots-league', 'grassroots-league'],
  少先队阵地建设: ['pioneer-posts', 'pioneer-posts'],
};
const UNITS: Readonly<Record<string, string>> = { 人数: '人', 批次: '批次', '金额/万元': '万元', 个数: '个' };
const EXECUTORS: Readonly<Record<string, string>> = {
  团省委本级: 'province',
  长沙: 'changsha',
  株洲: 'zhuzhou',
  岳阳: 'yueyang',
  常德: 'changde',
};

describe('pairings.csv', () => {
  it('has the columns of the design and one row for each of the 28 townships', () => {
    expect(pairings.columns).toEqual(['city', 'county', 'township', 'township_official', 'code', 'source']);
    expect(pairings.records.length).toBe(28);
  });

  it("names city, county and township in the notice's words and order", () => {
    expect(pairings.records.map(({ city, county, township }) => ({ city, county, township }))).toEqual(noticePairings);
  });

  it('gives every township a name of today and a nine-digit code of its own', () => {
    expect(pairings.records.filter((r) => !r['township_official'])).toEqual([]);
    const codes = pairings.records.map((r) => r['code'] ?? '');
    expect(codes.filter((code) => !/^5405\d{5}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(28);
  });

  it('cites the row of the first annex', () => {
    for (const { city = '', source } of pairings.records) expect(source).toBe(`/plan/#a1-${EXECUTORS[city]}`);
  });
});

describe('targets.csv', () => {
  it('has the columns of the design and one row for each of the 42 cells, 5 of them empty', () => {
    expect(targets.columns).toEqual([
      ...['project', 'line', 'year', 'executor', 'quantity', 'unit', 'departments', 'month', 'source'],
    ]);
    expect(targets.records.length).toBe(42);
    expect(targets.records.filter((r) => r['quantity'] === '').length).toBe(5);
  });

  it('holds exactly what the second and third annex print, cell by cell', () => {
    expect(noticeCells.length).toBe(42);
    const expected = noticeCells.map((cell) => {
      const [project, line] = LINES[cell.name] ?? [];
      const executor = EXECUTORS[cell.executor];
      const annex = executor === 'province' ? 'a2' : 'a3';
      const tail = executor === 'province' ? '' : `-${executor}`;
      return {
        ...{ project, line, executor, year: cell.year, quantity: cell.quantity, unit: UNITS[cell.unit] },
        ...{ departments: cell.departments, month: cell.month.replace(/月$/, '') },
        source: `/plan/#${annex}-${line}-${cell.year}${tail}`,
      };
    });
    const sorted = <T extends { source?: string }>(rows: readonly T[]) =>
      [...rows].sort((a, b) => String(a.source).localeCompare(String(b.source), 'en'));
    expect(sorted(targets.records)).toEqual(sorted(expected));
  });

  it('adds up to the totals of the annexes, line by line', () => {
    expect(noticeTotals.size).toBe(12);
    for (const [name, total] of noticeTotals) {
      const own = targets.records.filter((r) => r['line'] === LINES[name]?.[1]);
      expect([name, own.reduce((sum, r) => sum + Number(r['quantity']), 0)]).toEqual([name, total]);
    }
  });
});

describe('targets.json', () => {
  const document = JSON.parse(file('targets.json')) as {
    cells: Record<string, unknown>[];
    totals: { line: string; total: number }[];
    text: { line: string; quantity: number }[];
    unit_costs: { line: string; amount: number; unit: string }[];
  };

  it('holds the cells of the table, with null for an empty one', () => {
    expect(document.cells.map((c) => c['quantity'])).toEqual(
      targets.records.map((r) => (r['quantity'] ? Number(r['quantity']) : null)),
    );
  });

  it('adds what the table leaves out: 12 totals, what the text says, and the cost of one', () => {
    const totals = new Map(document.totals.map((t) => [t.line, t.total]));
    expect([...noticeTotals].filter(([name, total]) => totals.get(LINES[name]?.[1] ?? '') !== total)).toEqual([]);
    const text = (line: string) => document.text.filter((t) => t.line === line).map((t) => t.quantity);
    expect([text('cadre-training'), text('cadre-secondment'), text('pioneer-posts')]).toEqual([[20], [4], [8]]);
    const costs = Object.fromEntries(document.unit_costs.map((c) => [c.line, `${c.amount}${c.unit}`]));
    expect(costs).toEqual({
      furong: '5000元',
      'green-aid': '3000元',
      'grassroots-league': '10万元',
      'pioneer-posts': '5万元',
    });
  });
});

describe('progress.csv', () => {
  it('has the columns of the design and follows every cell, with nothing reported in production', () => {
    expect(progress.columns).toEqual([
      ...['project', 'line', 'year', 'executor', 'target', 'reported', 'unit', 'as_of', 'status', 'note', 'source'],
    ]);
    const key = (r: Record<string, string>) => `${r['line']} ${r['year']} ${r['executor']}`;
    const followed = new Map(progress.records.map((r) => [key(r), r]));
    for (const cell of targets.records) {
      expect([key(cell), followed.get(key(cell))?.['target']]).toEqual([key(cell), cell['quantity']]);
    }
    expect(progress.records.filter((r) => r['reported'] !== '' || r['as_of'] !== '')).toEqual([]);
    expect([...new Set(progress.records.map((r) => r['status']))].sort()).toEqual([
      ...['no-report', 'not-listed', 'unquantified'],
    ]);
  });

  it('notes exactly where text and annex disagree', () => {
    const noted = progress.records.filter((r) => r['note'] === '正文与附件不一致').map((r) => r['line']);
    expect([...new Set(noted)].sort()).toEqual(['cadre-secondment', 'cadre-training']);
  });
});

describe('the data files', () => {
  it('are UTF-8 with a byte order mark, so that Excel reads them, and every line ends with CR LF', () => {
    for (const name of ['pairings.csv', 'targets.csv', 'progress.csv']) {
      const text = file(name);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('carry the same records as JSON', () => {
    const json = JSON.parse(file('pairings.json')) as Record<string, unknown>[];
    expect(json.map((r) => Object.values(r).map((v) => String(v ?? '')))).toEqual(
      pairings.records.map((r) => Object.values(r)),
    );
    const { rows } = JSON.parse(file('progress.json')) as { rows: Record<string, unknown>[] };
    expect(rows.length).toBe(progress.records.length);
  });

  it('lead under the base path to the same passages', () => {
    const { records } = readCsv(readText(based, '/data/targets.csv'));
    expect(records.map((r) => r['source'])).toEqual(targets.records.map((r) => `/aid${r['source']}`));
  });
});

describe('datapackage.json', () => {
  interface Resource {
    name: string;
    path: string;
    schema: { fields: { name: string; type: string; description: string }[] };
  }
  const { resources } = JSON.parse(file('datapackage.json')) as { resources: Resource[] };

  it('describes the columns of every table in their order, each in words', () => {
    const columns = Object.fromEntries(resources.map((r) => [r.path, r.schema.fields.map((f) => f.name)]));
    expect(columns).toEqual({
      'pairings.csv': pairings.columns,
      'targets.csv': targets.columns,
      'progress.csv': progress.columns,
    });
    const fields = resources.flatMap((r) => r.schema.fields);
    expect(fields.filter((f) => !f.description || !f.type)).toEqual([]);
  });

  it('names types that the values have', () => {
    const fits: Readonly<Record<string, RegExp>> = {
      integer: /^\d+$/,
      number: /^\d+(\.\d+)?$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
      string: /./,
    };
    const records: Readonly<Record<string, Record<string, string>[]>> = {
      pairings: pairings.records,
      targets: targets.records,
      progress: readCsv(readText(samples, '/data/progress.csv')).records,
    };
    for (const { name, schema } of resources) {
      for (const field of schema.fields) {
        const values = (records[name] ?? []).map((r) => r[field.name] ?? '').filter(Boolean);
        expect([name, field.name, values.filter((v) => !fits[field.type]?.test(v))]).toEqual([name, field.name, []]);
      }
    }
  });
});
