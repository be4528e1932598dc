import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { squeezed } from './pages.ts';

/**
 * The annexes as they stand in the notice's own text (tests/fixtures/notice.txt), read without anything of `content/` or
 * `src/`: rows begin after an empty line and a tab, cells after a tab; a cell may itself run over several lines.
 */
const text = readFileSync(join(projectFolder, 'tests/fixtures/notice.txt'), 'utf8');
const [, first = '', second = '', third = ''] = text.split(/^\s*附件\d$/m);

/** The rows of one annex, header rows included. */
const rowsOf = (annex: string) =>
  annex
    .split(/\n\n+\t/)
    .slice(1)
    .map((row) => row.split(/\n\t/).map(squeezed));

export interface NoticePairing {
  readonly city: string;
  readonly county: string;
  readonly township: string;
}

/** 附件1: one entry a township, in the order of the document. */
export const noticePairings: readonly NoticePairing[] = rowsOf(first)
  .slice(1)
  .flatMap(([city = '', county = '', townships = '']) =>
    townships.split('、').map((township) => ({ city, county, township })),
  );

export interface NoticeCell {
  /** Name of the row: 芙蓉学子. */
  readonly name: string;
  /** 人数, 批次, 金额/万元, 个数. */
  readonly unit: string;
  readonly year: string;
  /** 长沙 …, or 团省委本级. */
  readonly executor: string;
  /** As printed; empty where the cell is empty. */
  readonly quantity: string;
  readonly departments: string;
  readonly month: string;
}

const YEARS = ['2019', '2020'] as const;

/** 附件2: three columns a year: number, departments, month. */
const provincial = rowsOf(second)
  .filter((row) => row.length === 10)
  .flatMap(([, name = '', unit = '', ...rest]) =>
    YEARS.map((year, i) => {
      const [quantity = '', departments = '', month = ''] = rest.slice(i * 3);
      return { name, unit, year, executor: '团省委本级', quantity, departments, month };
    }),
  );

const cities = noticePairings.map((p) => p.city).filter((city, i, all) => all.indexOf(city) === i);

/** 附件3: one column a city and year. */
const municipal = rowsOf(third)
  .filter((row) => row.length === 12)
  .flatMap(([, name = '', unit = '', ...rest]) =>
    YEARS.flatMap((year, i) =>
      cities.map((executor, j) => {
        const quantity = rest[i * cities.length + j] ?? '';
        return { name, unit, year, executor, quantity, departments: '', month: '' };
      }),
    ),
  );

/** Every cell of 附件2 and 附件3 that may hold a number, the empty ones too. */
export const noticeCells: readonly NoticeCell[] = [...provincial, ...municipal];

/** The totals of 附件2 and 附件3 by the name of the row. */
export const noticeTotals: ReadonlyMap<string, number> = new Map(
  [...rowsOf(second).filter((row) => row.length === 10), ...rowsOf(third).filter((row) => row.length === 12)].map(
    (row) => [row[1] ?? '', Number.parseInt(row.at(-1) ?? '', 10)],
  ),
);
