import type { Programme } from '#domain/programme/programme.ts';

/** A line and year of which text and annex say different numbers. */
export interface Disagreement {
  /** How prose calls the line. */
  readonly names: readonly string[];
  readonly name: string;
  readonly units: readonly string[];
  readonly year: number;
  readonly per: 'year' | 'total';
  readonly annex: { readonly value: number; readonly label: string };
  readonly text: { readonly value: number; readonly label: string };
  /** The words of the clause: who quotes them says where the number is from. */
  readonly clause: string;
}

/** Units that count the same as the line's own. */
const SAME: Readonly<Record<string, readonly string[]>> = { 人: ['人', '名', '位'] };

/** Every line and year in which the text says another number than the annex. */
export function disagreementsOf({ lineYears, lines, projects, passages, targetTables }: Programme): Disagreement[] {
  return lineYears.flatMap(({ line: id, year, target, disagreement, unit }): Disagreement[] => {
    const line = lines.get(id);
    const project = projects.find((p) => p.id === line?.project);
    const per = disagreement?.per;
    if (!line || !project || !disagreement || target === null || per === undefined || per === 'unstated') return [];
    const sum = lineYears.reduce((all, y) => all + (y.line === id ? (y.target ?? 0) : 0), 0);
    // A project of one line may be called by its own names; of several lines each has only its own.
    const names = [
      line.short,
      line.title,
      ...(project.lines.length === 1 ? [project.short, ...(project.aliases ?? [])] : []),
    ];
    const table = targetTables.find((t) => t.rows.some((row) => row.line === id));
    const row = table?.rows.find((r) => r.line === id);
    return [
      {
        names: [...new Set(names)],
        name: line.short,
        units: SAME[unit] ?? [unit],
        year,
        per,
        annex: {
          value: per === 'year' ? target : sum,
          label: `${table?.label ?? '附件'}，${row?.name ?? line.title}${per === 'year' ? `，${year}年` : ''}`,
        },
        text: { value: disagreement.quantity, label: passages.get(disagreement.source)?.label ?? disagreement.source },
        clause: passages.get(disagreement.source)?.text ?? '',
      },
    ];
  });
}
