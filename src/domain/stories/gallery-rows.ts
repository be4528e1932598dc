/** A picture as a row has to make room for it. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width of the text, and how high a row would best be and may be, in pixels; what stands between two photos counts too. */
const [MEASURE, BEST, HIGHEST, GAP] = [648, 230, 560, 16];
/** A narrower photo has no room for its caption. */
const NARROWEST = 150;
/** The most photos of a row. */
const MOST = 6;

/** How high the photos of a row come out: as wide together as the text, and none larger than it is. */
export function heightOf(row: readonly Size[]): number {
  const room = MEASURE - GAP * (row.length - 1);
  const ratios = row.reduce((sum, { width, height }) => sum + width / height, 0);
  return Math.min(room / ratios, HIGHEST, ...row.map(({ height }) => height));
}

/** How far a row is from one that is as high as is best, fills its line, and has room for every caption. */
function costOf(row: readonly Size[]): number {
  const height = heightOf(row);
  const widths = row.map((size) => (size.width / size.height) * height);
  const filled = (widths.reduce((sum, width) => sum + width, 0) + GAP * (row.length - 1)) / MEASURE;
  const cramped = row.length > 1 ? widths.filter((width) => width < NARROWEST).length : 0;
  return Math.log(height / BEST) ** 2 + (1 - filled) + 3 * cramped;
}

/** Photos in their order, parted into rows that are as nearly of one height as can be. */
export function rowsOf<Photo extends Size>(photos: readonly Photo[]): Photo[][] {
  const best: { cost: number; rows: Photo[][] }[] = [{ cost: 0, rows: [] }];
  for (let end = 1; end <= photos.length; end += 1) {
    const ways = best.slice(-MOST).map(({ cost, rows }, i, { length }) => {
      const row = photos.slice(end - length + i, end);
      return { cost: cost + costOf(row), rows: [...rows, row] };
    });
    best.push(ways.reduce((least, way) => (way.cost < least.cost ? way : least)));
  }
  return best.at(-1)?.rows ?? [];
}
