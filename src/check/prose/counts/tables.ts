import type { ProseBlock, ProseFinding } from '../prose.ts';
import { type NamedPairing, namedIn } from './scope.ts';

/** A column that counts the townships of each row. */
const HEADING = /^(?:结对|受援|对口|援助)?(?:的)?(?<what>乡镇|镇|乡)(?:个数|数量|数|（个）)?$/u;
const FIGURE = /^(?<digits>\d{1,3})个?$/u;

/** Numbers of townships in a story's own table, beside the county or city of their row. */
export function townshipTables(pairings: readonly NamedPairing[]) {
  return (blocks: readonly ProseBlock[]): ProseFinding[] => {
    const cells = blocks.flatMap((source, block) => (source.cell ? [{ source, block, ...source.cell }] : []));
    return [...Map.groupBy(cells, ({ table }) => table).values()].flatMap((table) => {
      const columns = table.flatMap(({ row, column, source }) => {
        const what = row === 0 ? HEADING.exec(source.text.trim())?.groups?.['what'] : undefined;
        return what ? [{ column, what }] : [];
      });
      if (columns.length === 0 || table.length > 600) return [];
      return [...Map.groupBy(table, ({ row }) => row).values()].flatMap((row): ProseFinding[] => {
        const labels = row.filter(({ column }) => !columns.some((c) => c.column === column));
        const { named } = namedIn(labels.map(({ source }) => source.text).join('\n'), pairings);
        const [one, ...more] = named;
        if (!one || more.length > 0 || row[0]?.row === 0) return [];
        return columns.flatMap(({ column, what }): ProseFinding[] => {
          const own = row.find((cell) => cell.column === column);
          const digits = FIGURE.exec(own?.source.text.trim() ?? '')?.groups?.['digits'];
          const right = what === '镇' ? one.towns : what === '乡' ? one.villages : one.townships;
          if (!own || digits === undefined || Number(digits) === right || own.source.proved.length > 0) return [];
          return [
            {
              ...{
                block: own.block,
                start: 0,
                end: own.source.text.length,
                severity: 'warning',
                code: 'count-of-things',
              },
              what: '表里的乡镇数和通知的名单不同',
              found: `“${own.source.text}”`,
              expected: `${one.county}${right}个`,
              written: one.label,
              mend: '照附件改这一格；说的不是结对的乡镇，在表头写明。',
            },
          ];
        });
      });
    });
  };
}
