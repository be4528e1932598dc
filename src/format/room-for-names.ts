/**
 * How what is written on the cloth and on its slips is made to fit: by classes that are decided when the page is built,
 * from the number of characters alone. '' and false mean: as short as the cloth is drawn for. What each class does
 * stands in cloth-fit.css.
 */

const lengthOf = (text: string) => [...text].length;

/** Stripes of a whole cloth: with as many its lowest rows make it as high as the slip needs; fewer are higher. */
const WHOLE = 28;

/** Whether a cloth of so many stripes is made of higher rows, with smaller type on its slip. */
export const isFew = (stripes: number): boolean => stripes < WHOLE;

/** Characters of a column of the slip's title at full size, and the most that any size holds. */
const [FULL, MOST] = [7, 12];

/** Whether a title of the slip can be set at all. */
export const fitsSlip = (column: string): boolean => lengthOf(column) <= MOST;

/** The size of the title on the home page's slip, by its longest column; the second begins one place lower. */
export function titleFit([first, second]: readonly [string, string]): string {
  const longest = Math.max(lengthOf(first), lengthOf(second) + 1);
  return longest <= FULL ? '' : `stepped t${Math.min(longest, MOST + 1)}`;
}

export interface GroupFit {
  /** Of the group: its rows are as high as its label needs. */
  readonly roomy: boolean;
  /** Of the group: on a phone its label stands above its stripes, not on end beside them. */
  readonly headed: boolean;
  /** Of the label, on a phone: the receiver alone stands on end beside the stripes. */
  readonly brief: boolean;
  /** Of the label, on a wide page: in two lines; in smaller ones. */
  readonly long: boolean;
  readonly longer: boolean;
}

/** Characters of a label that a wide page holds in one line, and in one of its two lines. */
const [LINE, HALF] = [5, 7];
/** A group of so many stripes is as high as a label of two lines with its name in another language. */
const HIGH = 4;
/** Characters that stand on end beside one stripe of the lowest, and beside all stripes of a cloth of few. */
const [BESIDE, BESIDE_ALL] = [1.3, 33];

/** How the label of a group fits, that has so many of all `total` stripes. */
export function groupFit(city: string, county: string, stripes: number, total: number): GroupFit {
  const [giver, receiver] = [lengthOf(city) + 1, lengthOf(county)];
  const room = stripes * Math.max(BESIDE, BESIDE_ALL / total);
  const long = giver + receiver > LINE;
  return {
    roomy: long || stripes < HIGH,
    headed: receiver > room,
    brief: giver + receiver > room && receiver <= room,
    long,
    longer: Math.max(giver, receiver) > HALF,
  };
}

/** Whether the name of a stripe is too long for one line of a phone at full size. */
export const isLengthy = (name: string): boolean => lengthOf(name) > 7;

/** Sizes of the title on the slip of a pairing, the largest first: columns that stand side by side, characters that stand in one. */
const SIZES = [
  { name: 'size-1', columns: 2, characters: 7 },
  { name: 'size-2', columns: 2, characters: 9 },
  { name: 'size-3', columns: 3, characters: 11 },
  { name: 'size-4', columns: 4, characters: 13 },
] as const;

/** What stands on one line of a slip as it is drawn. */
const [ONE_COLUMN, SIDE] = [5, 20];

/** The size of the title on the slip of a pairing's page, a column for each who stands there; `flat`, from left to right, where no size holds it. */
export function slipFit(city: string, counties: readonly string[], side: string): string {
  const columns = [`${city}→`, ...counties.map((county, i) => (i < counties.length - 1 ? `${county}、` : county))];
  if (lengthOf(columns.join('')) <= ONE_COLUMN && lengthOf(side) <= SIDE) return '';
  const longest = Math.max(...columns.map(lengthOf));
  return SIZES.find((size) => columns.length <= size.columns && longest <= size.characters)?.name ?? 'flat';
}

/** px that the name of a stripe and today's name have on a phone's line, and what a character of each takes. */
const [STRIPE, NAME, TODAY, BETWEEN] = [184, 16.2, 13.3, 12];
/** Characters of a name that the narrowest phone holds; there today's names stand in the list below alone. */
const NARROWEST = 7;

/** Whether a stripe at the head of a pairing's page needs more than one line on a phone. */
export function isWordy(name: string, today: string | null): boolean {
  const both = lengthOf(name) * NAME + (today === null ? 0 : BETWEEN + (lengthOf(today) + 1) * TODAY);
  return both > STRIPE || lengthOf(name) > NARROWEST;
}
