/** A spreadsheet formula would run when the file is opened: such a text is quoted as text. A signed number is none. */
const dangerous = /^[=+\-@\t\r](?!\d+(\.\d+)?$)|^[=@]/;

function field(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && dangerous.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV after RFC 4180, UTF-8 with BOM so that Excel reads it right. null is an empty field, never 0. */
export function csv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
