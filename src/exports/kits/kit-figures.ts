import type { Figure } from '#charts/kit/figure.ts';
import { sourceWords } from '#format/figure-taken.ts';
import { type KitSite, pictureName } from './kit-site.ts';
import { type Captioned, tableOf } from './kit-tables.ts';
import type { FileNote, KitFile } from './press-kit.ts';

/** A figure in a kit: its files, and how the list of captions tells it. */
export interface KitFigure {
  readonly files: readonly KitFile[];
  readonly captioned: Captioned;
}

/** The files of a figure: the drawings of the site as they are, and the rows that they were drawn from. */
export function kitFigure(figure: Figure, site: KitSite): KitFigure {
  const { name, title, sentence, source, pictured, table } = figure;
  const note: FileNote = {
    caption: `${title}。${sentence}`,
    credit: `${sourceWords(source)}；${site.name}制图`,
    licence: site.licence?.name ?? null,
    expires: null,
  };
  const drawn = (format: 'svg' | 'png'): KitFile => ({
    path: pictureName(site, 'figures', `${name}.${format}`),
    note,
    from: { site: `figures/${name}.${format}` },
  });
  const drawings = [...(pictured ? [drawn('png')] : []), drawn('svg')];
  const columns = table.columns.map(({ key }) => key);
  const path = drawings[0]?.path ?? '';
  return {
    files: [...drawings, tableOf(site, `figures/${name}.csv`, note, columns, table.rows)],
    captioned: { path, note, alt: sentence, people: '' },
  };
}
