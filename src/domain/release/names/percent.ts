/** A character with its place in the source. */
export interface PlacedCharacter {
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

const PERCENT = /(?:%(?:25){0,3}[0-9a-f]{2})+/iuy;
const BYTE = /%(?:25)*([0-9a-f]{2})/giu;
/** Stands for bytes that are no character: it keeps its neighbours apart. */
const BROKEN = 0xfffd;

const decoder = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: readonly number[]): number {
  try {
    return decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? BROKEN;
  } catch {
    return BROKEN;
  }
}

/** How many bytes a character has, by its first one. */
const lengthBy = (first: number) => (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

/** The characters of an address that are written in bytes from an offset on: `%E9%99%88`, also written so twice. */
export function percentAt(text: string, at: number): PlacedCharacter[] {
  PERCENT.lastIndex = at;
  const written = PERCENT.exec(text)?.[0] ?? '';
  const bytes = [...written.matchAll(BYTE)].map(({ 0: one, 1: hex = '', index }) => ({
    ...{ value: Number.parseInt(hex, 16), start: at + index },
    end: at + index + one.length,
  }));
  const characters: PlacedCharacter[] = [];
  for (let i = 0; i < bytes.length; ) {
    const own = bytes.slice(i, i + lengthBy(bytes[i]?.value ?? 0));
    const [start, end] = [own[0]?.start ?? at, own.at(-1)?.end ?? at];
    characters.push({ code: decoded(own.map(({ value }) => value)), start, end });
    i += own.length;
  }
  return characters;
}
