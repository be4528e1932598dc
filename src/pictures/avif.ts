import type { Size } from './orientation.ts';
import { broken, cutOff } from './refusal.ts';

/** A box of the container: four letters and what stands in it. */
interface Box {
  readonly type: string;
  readonly view: DataView;
}

/** The boxes in a stretch of bytes, one after another. Throws `Refused` where one is longer than what holds it. */
function* boxesIn(view: DataView, from = 0): Generator<Box> {
  for (let at = from; at + 8 <= view.byteLength; ) {
    const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 0 ? view.byteLength - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < head) throw broken('AVIF');
    if (at + size > view.byteLength) throw cutOff('AVIF');
    yield { type, view: new DataView(view.buffer, view.byteOffset + at + head, size - head) };
    at += size;
  }
}

function boxIn(view: DataView, type: string, from = 0): DataView {
  for (const box of boxesIn(view, from)) if (box.type === type) return box.view;
  throw broken('AVIF');
}

/**
 * Size of an AVIF as seen. One file may hold several pictures (tiles, a thumbnail, transparency); the one that is shown
 * names its properties by number: its size, then how it is cut and turned. Its EXIF does not turn it.
 */
export function readAvif(bytes: Uint8Array): Size {
  const all = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes = [...boxesIn(all)];
  const meta = boxes.find(({ type }) => type === 'meta')?.view;
  if (!meta) throw broken('AVIF');
  if (!boxes.some(({ type }) => type === 'mdat')) throw cutOff('AVIF');
  const primary = boxIn(meta, 'pitm', 4);
  const shown = primary.getUint8(0) === 0 ? primary.getUint16(4) : primary.getUint32(4);
  const properties = boxIn(meta, 'iprp', 4);
  const known = [...boxesIn(boxIn(properties, 'ipco'))];
  let size: Size | undefined;
  for (const number of propertiesOf(shown, boxIn(properties, 'ipma'))) {
    const { type, view } = known[number - 1] ?? {};
    if (!view) continue;
    if (type === 'ispe') size = { width: view.getUint32(4), height: view.getUint32(8) };
    if (type === 'clap' && size) size = cut(view);
    if (type === 'irot' && size && view.getUint8(0) % 2 === 1) size = { width: size.height, height: size.width };
  }
  if (!size) throw broken('AVIF');
  return size;
}

/** Width and height are fractions here. */
const cut = (view: DataView): Size => ({
  width: Math.floor(view.getUint32(0) / view.getUint32(4)),
  height: Math.floor(view.getUint32(8) / view.getUint32(12)),
});

/** Numbers, from 1, of the properties of one picture. */
function propertiesOf(item: number, view: DataView): number[] {
  const [longIds, longNumbers] = [view.getUint8(0) > 0, view.getUint8(3) % 2 === 1];
  let at = 8;
  for (let entries = view.getUint32(4); entries > 0; entries--) {
    const id = longIds ? view.getUint32(at) : view.getUint16(at);
    at += longIds ? 4 : 2;
    const numbers: number[] = [];
    for (let count = view.getUint8(at++); count > 0; count--) {
      // The highest bit says whether a reader must know the property.
      numbers.push(longNumbers ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f);
      at += longNumbers ? 2 : 1;
    }
    if (id === item) return numbers;
  }
  return [];
}
