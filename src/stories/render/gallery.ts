/** A picture as a row has to make room for it. */
interface Size {
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
function heightOf(row: readonly Size[]): number {
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

interface Photo extends Size {
  readonly html: string;
}

/** With what is told of it, or plain. */
const PHOTO = /<(figure|span) class="photo\b[\s\S]*?<\/\1>/g;
/** In an attribute a quotation mark is never written as such: these are the attributes themselves. */
const WIDTH_AND_HEIGHT = / width="(\d+)" height="(\d+)"/;
const SIZES = / sizes="[^"]*"/g;

function photoOf(html: string): Photo {
  const [, width, height] = WIDTH_AND_HEIGHT.exec(html) ?? [];
  return { html, width: Number(width), height: Number(height) };
}

const isUpright = ({ width, height }: Size) => width < height;

/** A photo as wide as one of this height is, and fetched at the width at which it comes out. */
function inRow({ html, width, height }: Photo, common: number, shown: number, paired: boolean): string {
  const wide = Math.round(((width / height) * shown) / 16);
  return html
    .replace(WIDTH_AND_HEIGHT, ` width="${Math.round((width / height) * common)}" height="${common}"`)
    .replaceAll(SIZES, ` sizes="(min-width:40rem) ${wide}rem, ${paired ? '46vw' : '100vw'}"`);
}

/** Two upright photos that follow each other stand side by side on a phone too. */
function pairsIn(row: readonly Photo[]): Photo[][] {
  const pairs: Photo[][] = [];
  for (const photo of row) {
    const last = pairs.at(-1);
    if (last?.length === 1 && last.every(isUpright) && isUpright(photo)) last.push(photo);
    else pairs.push([photo]);
  }
  return pairs;
}

/**
 * The photos of a gallery, as HTML, in rows of one height that are as wide as the text, each photo in its own shape.
 * The style sheet does the rest: see `.gallery` in `src/components/story/Component.css`.
 */
export function justified(html: string): string {
  const photos = (html.match(PHOTO) ?? []).map(photoOf);
  const rows = rowsOf(photos).map((row) => {
    const [common, shown] = [Math.min(...row.map(({ height }) => height)), heightOf(row)];
    const set = pairsIn(row).map((pair) => {
      const figures = pair.map((photo) => inRow(photo, common, shown, pair.length > 1)).join('');
      return pair.length > 1 ? `<div class="pair">${figures}</div>` : figures;
    });
    return `<div class="row">${set.join('')}</div>`;
  });
  return rows.join('');
}
