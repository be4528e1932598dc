/** A CSV file after RFC 4180 as records by column name. Throws on a row of another width or a quote out of place. */
export function readCsv(text: string): { columns: string[]; records: Record<string, string>[] } {
  const [columns = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  const records = rows.map((row) => {
    if (row.length !== columns.length) throw new Error(`a row of ${row.length} fields, not ${columns.length}: ${row}`);
    return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']));
  });
  return { columns, records };
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field ends with a comma, CR LF, or the file; a lone CR or LF would be swallowed into it and show up there.
  for (const [whole, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
