import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import { assemble } from '#domain/programme/programme.ts';
import type { Line } from '#domain/programme/project.ts';
import { readContent } from '#reader/read-content.ts';

/** The fictional agreement, whose annexes set targets in every way documents know. */
const dir = join(import.meta.dirname, '../../fixtures/agreement');
const { content, problems } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
if (!content) throw new Error(problems.map((p) => p.message).join('\n'));
const programme = assemble(content);

describe('what the document sets', () => {
  const planned = (line: string) =>
    programme.lineYears.filter((y) => y.line === line).map((y) => `${y.when} ${y.planned}：${y.status}`);

  test.each([
    ['visits', ['2022年 5：met', '2023年 不少于4：met', '2024年 0：no-report']],
    ['camp', ['2022—2024年 150：partial']],
    ['letters', ['2022年 ：unquantified-reported', '三年合计 600：partial']],
    ['lessons', ['2022年 上半年20—30，下半年约40：no-report', '2023年 不超过60：met', '2024年 7.5：no-report']],
    ['classes', ['2022—2024年 每班45学时，共90班：unquantified']],
    ['matches', ['2022年 不少于6：met', '2023年 不少于6：no-report', '2024年 不少于6：no-report']],
    ['books', ['2022年 550：no-report', '2023年 300：partial', '2024年 ：not-listed']],
  ])('%s is followed year by year, or over all years', (line, years) => {
    expect(planned(line)).toEqual(years);
  });

  test.each([
    ['visits-batches-2022-h1', '2022年上半年“互访”的计划数是2批次，由援建办承担。'],
    ['visits-batches-2022', '2022年“互访”的计划数，援建办合计5批次。'],
    ['visits-batches-2023', '2023年“互访”的计划数是不少于4批次，由援建办承担。'],
    ['visits-batches', '“互访”各年计划数合计不少于9批次（5＋不少于4＋0）。'],
    ['camp-people-whole', '2022—2024年“少年夏令营”的计划数是150名，由援建办承担。'],
    ['letters-letters', '“书信”各年计划数合计600封；表只写了合计。'],
    ['lessons-hours-2022-h1', '2022年上半年“送课”的计划数是20—30课时，由援建办承担。'],
    ['classes-classes-whole', '2022—2024年“夜校”的计划写作“每班45学时，共90班”，由援建办承担。'],
    ['matches-text', '文件正文写“每年不少于6场”：每年不少于6场。'],
    ['books-books-2022', '2022年“送书”的计划数合计550册。'],
  ])('is a fact: %s', (id, sentence) => {
    expect(programme.facts.get(id)?.sentence).toBe(sentence);
  });

  test('is added up only where a sum says the same', () => {
    expect(programme.facts.has('lessons-hours-2022')).toBe(false);
    expect(programme.facts.has('lessons-hours')).toBe(false);
    expect(programme.facts.has('camp-people')).toBe(false);
  });

  test('is quoted from the words that stand there', () => {
    const quoted = [...programme.facts.values()].flatMap(({ id, basis }) =>
      basis.kind === 'quoted'
        ? [{ id, text: programme.passages.get(basis.locator)?.text ?? '', quote: basis.quote }]
        : [],
    );
    expect(quoted.filter(({ text, quote }) => !text.includes(quote))).toEqual([]);
  });
});

describe('a sentence about such a target', () => {
  const readers = proseReaders({ terms: [], people: [], today: '2026-11-25' }, programme);
  const told = (text: string) => {
    const block: ProseBlock = { part: 'paragraph', text, proved: [], group: null, quoted: false };
    return readers.flatMap((read) => read({ blocks: [block], date: '2026-11-20' })).map(({ expected }) => expected);
  };

  test.each([
    '互访2022年计划5批次。',
    '互访2023年计划不少于4批次。',
    '夏令营三年一共计划150名。',
    '夏令营2022年计划50名。',
    '送课2023年计划不超过60课时。',
    '送课2022年上半年计划25课时。',
    '送课2024年计划7.5课时。',
    '书信三年一共计划600封。',
    '书信2022年计划200封。',
    '夜校三年共90班。',
    '夜校每个班45个学时，一共计划90个班。',
    '夜校另有学员46名。',
    '赛事三年一共计划18场以上。',
    '赛事每年不少于6场。',
    '送书2022年计划550册。',
  ])('that agrees or that nobody can judge is not told: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    ['互访2022年计划8批次。', '“互访”2022年5批次'],
    ['互访2023年计划不少于6批次。', '“互访”2023年不少于4批次'],
    ['夏令营三年共计划180名。', '“夏令营”3年共150名'],
    ['送课2023年计划80课时。', '“送课”2023年不超过60课时'],
    ['送课2024年计划8课时。', '“送课”2024年7.5课时'],
    ['书信三年一共计划900封。', '“书信”3年共600封'],
    ['夜校三年共计划120班。', '“夜校”共90班'],
    ['夜校每班46个学时。', '“夜校”每班45学时'],
    ['夜校一个班四十六学时。', '“夜校”每班45学时'],
    ['夜校计划开80个班。', '“夜校”共90班'],
    ['赛事三年一共计划15场。', '“赛事”3年共不少于18场'],
    ['赛事每年不少于8场。', '“赛事”每年不少于6场'],
    ['赛事2022年计划9场。', '“赛事”2022年不少于6场'],
    ['送书2022年计划700册。', '“送书”2022年550册'],
  ])('that contradicts it is told: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

/** The same agreement with one of its lines as the test has it. */
function withLine(id: string, changed: (line: Line) => Line, tables = content?.tables ?? []) {
  if (!content) throw new Error('no content');
  const projects = content.projects.map((project) => ({
    ...project,
    lines: project.lines.map((line) => (line.id === id ? changed(line) : line)),
  }));
  const own = assemble({ ...content, projects, tables });
  const rules = proseReaders({ terms: [], people: [], today: '2026-11-25' }, own);
  return (text: string) => {
    const block: ProseBlock = { part: 'paragraph', text, proved: [], group: null, quoted: false };
    return rules.flatMap((read) => read({ blocks: [block], date: '2026-11-20' }));
  };
}

test.each([
  ...['学时', '课时', '小时', '节', '堂', '人次', '场次', '班次', '班', '天', '周', '个月', '户', '对', '台套', '亩'],
])('whatever a line is counted in is its unit: %s', (unit) => {
  const told = withLine('matches', (line) => ({
    ...{ ...line, unit },
    text_targets: [{ quantity: 6, per: 'year', source: 'c-art7', quote: `每年6${unit}` }],
  }));
  const said = (text: string) => told(text).map(({ expected }) => expected);
  const mayBeCounted = /^(?:[学课]时|小时|人次|场次|班次|班)$/u.test(unit);
  for (const counted of mayBeCounted ? [unit, `个${unit}`] : [unit]) {
    expect(said(`赛事每年6${counted}。`)).toEqual([]);
    expect(said(`赛事每年8${counted}。`)).toEqual([`“赛事”每年6${unit}`]);
    expect(said(`赛事三年一共计划18${counted}。`)).toEqual([]);
    expect(said(`赛事三年一共计划20${counted}。`)).toEqual([`“赛事”3年共18${unit}`]);
  }
});

describe('a year without a number', () => {
  test('is 本年未列 where the cell of the line is empty, and 附表未写 where no column is of that year', () => {
    const [first, ...others] = content?.tables ?? [];
    if (first?.kind !== 'targets') throw new Error('no table');
    const tables = [{ ...first, rows: first.rows.filter(({ line }) => line !== 'books') }, ...others];
    const empty = withLine('books', (line) => line);
    const none = withLine('books', (line) => ({ ...line, row: 'a2-books' }), tables);
    const said = (told: typeof none) =>
      told('送书2024年计划300册。').map(({ expected, mend }) => [expected, mend.split('；')[0]]);
    expect(said(empty)).toEqual([
      [
        '“送书”2024年本年未列；2022年550册；2023年300册',
        '表一，送书，2024年暑期，援建办没有数：改成写了数的年份，或者写“2024年本年未列”',
      ],
    ]);
    expect(said(none)).toEqual([
      [
        '“送书”2024年附表未写；2022年500册；2023年300册',
        '共建协议，送书没有数：改成写了数的年份，或者写“2024年附表未写”',
      ],
    ]);
  });

  test('is not one without a number where the text sets all years together', () => {
    const told = withLine('matches', (line) => ({
      ...line,
      text_targets: [{ quantity: 20, per: 'total', source: 'c-art7', quote: '三年共20场' }],
    }));
    expect(told('赛事2022年计划8场。')).toEqual([]);
    expect(told('赛事三年一共计划25场。').map(({ expected }) => expected)).toEqual(['“赛事”共20场']);
  });
});
