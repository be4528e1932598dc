import { describe, expect, it } from 'vitest';
import { csv } from '#exports/data/csv.ts';

const body = (rows: readonly (readonly (string | number | null)[])[], columns = ['a']) =>
  csv(columns, rows).slice(1).split('\r\n').slice(1, -1);

describe('a table as CSV', () => {
  it('begins with a byte order mark and ends every line with CR LF', () => {
    expect(csv(['a', 'b'], [[1, '甲']])).toBe('\uFEFFa,b\r\n1,甲\r\n');
  });

  it('has its header even where there is no row', () => {
    expect(csv(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
  });

  it('leaves what is missing empty and writes 0 as 0', () => {
    expect(body([[null, 0, '']], ['a', 'b', 'c'])).toEqual([',0,']);
  });

  it('quotes a comma, a quotation mark and a line break, and doubles the marks', () => {
    expect(body([['甲,乙'], ['他说"好"']])).toEqual(['"甲,乙"', '"他说""好"""']);
    expect(csv(['a'], [['一\n二']])).toBe('\uFEFFa\r\n"一\n二"\r\n');
    expect(csv(['a'], [['一\r二']])).toBe('\uFEFFa\r\n"一\r二"\r\n');
  });

  it('does not quote what needs no quotes, Chinese punctuation neither', () => {
    expect(body([['甲、乙，“丙”；丁']])).toEqual(['甲、乙，“丙”；丁']);
  });

  it('keeps a spreadsheet from running a text as a formula', () => {
    expect(body([['=SUM(A1)'], ['+cmd'], ['@x'], ['-a']])).toEqual(["'=SUM(A1)", "'+cmd", "'@x", "'-a"]);
    expect(body([['=HYPERLINK("http://x")']])).toEqual([`"'=HYPERLINK(""http://x"")"`]);
  });

  it('keeps a formula that begins with a digit from running too', () => {
    expect(body([['=1+cmd|x'], ['@1'], ['-2+3+cmd']])).toEqual(["'=1+cmd|x", "'@1", "'-2+3+cmd"]);
  });

  it('leaves negative and signed numbers as they are', () => {
    expect(body([[-3], ['-3'], ['+12'], ['-0.5']])).toEqual(['-3', '-3', '+12', '-0.5']);
  });
});
