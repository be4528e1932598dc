import sharp from 'sharp';

/** How a document shows a picture: cut first, then mirrored, then turned; and as which kind of file it goes on. */
export interface PictureChange {
  /** What is cut off at each side, as a share of it. */
  readonly cut: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly mirrored: boolean;
  readonly upsideDown: boolean;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly turn: number;
  /** Width by height of the frame in which the document shows it before it is turned; null: not known. */
  readonly frame: number | null;
  readonly kind: 'jpeg' | 'png';
  /** No picture with more pixels is decoded. */
  readonly mostPixels: number;
}

export interface ChangedPicture {
  readonly width: number;
  readonly height: number;
}

/** Mirrored from left to right where it says so, then turned clockwise: whatever a picture goes through comes to this. */
interface Look {
  readonly mirrored: boolean;
  readonly turn: number;
}

/**
 * It is made smaller once more before it is published: what this loses nobody sees. To look for the shortest code would
 * take as long as the rest.
 */
const PHOTO = { quality: 92, optimiseCoding: false } as const;

const look = (mirrored: boolean, turn: number): Look => ({ mirrored, turn: ((turn % 360) + 360) % 360 });

/** What undoes each way of holding a camera, 1 to 8 as EXIF counts them. */
const CAMERA: readonly Look[] = [
  ...[look(false, 0), look(true, 0), look(false, 180), look(true, 180)],
  ...[look(true, 270), look(false, 90), look(true, 90), look(false, 270)],
];
const AS_IT_IS = look(false, 0);

const isPlain = ({ mirrored, turn }: Look) => !mirrored && turn === 0;

/** One after the other, as one: what is mirrored turns the other way. */
const both = (first: Look, then: Look): Look =>
  look(first.mirrored !== then.mirrored, (then.mirrored ? -first.turn : first.turn) + then.turn);

/** Upside down is mirrored and half a turn. */
const lookOf = ({ mirrored, upsideDown, turn }: PictureChange): Look =>
  look(mirrored !== upsideDown, turn + (upsideDown ? 180 : 0));

/** What is cut off of a picture as it is seen, as cut off of it before it was looked at so. */
function cutBefore(cut: PictureChange['cut'], { mirrored, turn }: Look): PictureChange['cut'] {
  let { left, top, right, bottom } = cut;
  for (let quarter = turn; quarter > 0; quarter -= 90) [left, top, right, bottom] = [top, right, bottom, left];
  return mirrored ? { left: right, top, right: left, bottom } : { left, top, right, bottom };
}

/** Whether the frame has the form of the picture as the camera wrote it, not as it is upright. */
function standsAsWritten({ frame, cut }: PictureChange, width: number, height: number): boolean {
  if (frame === null) return false;
  const [across, down] = [1 - cut.left - cut.right, 1 - cut.top - cut.bottom];
  const written = Math.abs(Math.log((width * across) / (height * down) / frame));
  const upright = Math.abs(Math.log((height * across) / (width * down) / frame));
  return written < upright;
}

/**
 * What is cut off of a picture as its file has it, and how the rest is looked at. Word writes the turning of the camera
 * into the document and overlooks it in the picture; others turn the picture itself: which of them it was, the turn and
 * the form of the frame tell.
 */
function stepsOf(change: PictureChange, orientation: number, width: number, height: number) {
  const camera = CAMERA[orientation - 1] ?? AS_IT_IS;
  const own = lookOf(change);
  const swaps = orientation >= 5;
  const asWritten = swaps && standsAsWritten(change, width, height);
  if (isPlain(own)) return { cut: asWritten ? change.cut : cutBefore(change.cut, camera), look: camera };
  const isCarriedOver = change.frame === null && own.turn === camera.turn && own.mirrored === camera.mirrored;
  if (!swaps || asWritten || isCarriedOver) return { cut: change.cut, look: own };
  return { cut: cutBefore(change.cut, camera), look: both(camera, own) };
}

/** Where the cuts fall, in whole pixels; something is always left. */
function areaOf({ left, top, right, bottom }: PictureChange['cut'], width: number, height: number) {
  const [x, y] = [Math.min(Math.round(left * width), width - 1), Math.min(Math.round(top * height), height - 1)];
  const w = Math.max(1, Math.round((1 - right) * width) - x);
  return { left: x, top: y, width: w, height: Math.max(1, Math.round((1 - bottom) * height) - y) };
}

/**
 * Writes a picture as a document shows it, upright, without anything but its pixels. Rejects where they cannot be read,
 * and undecoded where there are too many. From file to file: the bytes of a photo never lie in this process.
 */
export async function changePicture(from: string, to: string, change: PictureChange): Promise<ChangedPicture> {
  sharp.concurrency(1);
  sharp.cache(false);
  const open = () => sharp(from, { limitInputPixels: change.mostPixels, failOn: 'error' });
  const { orientation = 1, width, height, hasAlpha } = await open().metadata();
  const { cut, look: seen } = stepsOf(change, orientation, width, height);
  let image = open();
  const area = areaOf(cut, width, height);
  if (area.width < width || area.height < height) image = image.extract(area);
  image = image.flop(seen.mirrored);
  // Asked to turn by nothing, it would turn by what the camera wrote.
  if (seen.turn !== 0) image = image.rotate(seen.turn);
  if (change.kind === 'jpeg' && hasAlpha) image = image.flatten({ background: '#ffffff' });
  image = image.toColourspace('srgb');
  const made = change.kind === 'png' ? image.png({ compressionLevel: 6 }) : image.jpeg(PHOTO);
  const info = await made.toFile(to);
  return { width: info.width, height: info.height };
}
