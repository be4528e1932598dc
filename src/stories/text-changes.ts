import { diffArrays, diffChars } from 'diff';
import type { TextChange } from '#domain/approvals/text-change.ts';

/** Characters shown on either side of a change. */
const AROUND = 12;
/** Two changes with fewer characters between them are read as one. */
const APART = 2;
/** Beyond so many changed characters two passages have nothing to do with each other: one takes the other's place. */
const MOST_EDITS = 400;

interface Piece {
  readonly wasAt: number;
  readonly nowAt: number;
  readonly was: string;
  readonly now: string;
}

/** The changes between two passages, character by character. */
function changedCharacters({ was, now, wasAt, nowAt }: Piece): Piece[] {
  const parts = diffChars(was, now, { maxEditLength: MOST_EDITS });
  if (!parts) return [{ was, now, wasAt, nowAt }];
  const pieces: Piece[] = [];
  let [i, j] = [wasAt, nowAt];
  for (const { added, removed, value } of parts) {
    if (added) pieces.push({ was: '', now: value, wasAt: i, nowAt: j });
    else if (removed) pieces.push({ was: value, now: '', wasAt: i, nowAt: j });
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return pieces;
}

/** Neighbours as one, with what stands unchanged between them. */
function joined(pieces: readonly Piece[], before: string, after: string): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const [wasEnd, nowEnd] = last ? [last.wasAt + last.was.length, last.nowAt + last.now.length] : [0, 0];
    if (last && piece.nowAt - nowEnd <= APART && piece.wasAt - wasEnd <= APART) {
      result[result.length - 1] = {
        ...last,
        was: before.slice(last.wasAt, piece.wasAt + piece.was.length),
        now: after.slice(last.nowAt, piece.nowAt + piece.now.length),
      };
    } else result.push(piece);
  }
  return result;
}

/** Passages of lines that differ, each as one piece. */
function changedLines(before: string, after: string): Piece[] {
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  let [was, now] = ['', ''];
  const close = () => {
    if (was !== '' || now !== '') pieces.push({ was, now, wasAt: i - was.length, nowAt: j - now.length });
    [was, now] = ['', ''];
  };
  for (const { added, removed, value } of diffArrays(lines(before), lines(after))) {
    const text = value.join('');
    if (added) now += text;
    else if (removed) was += text;
    else close();
    if (!added) i += text.length;
    if (!removed) j += text.length;
  }
  close();
  return pieces;
}

/**
 * What was changed between two states of a text, in order: a reader finds each place by its line and by what stands
 * around it. Both with line ends `\n`.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const pieces = changedLines(before, after).flatMap(changedCharacters);
  return joined(pieces, before, after).map((piece): TextChange => {
    const { nowAt, now } = piece;
    const end = nowAt + now.length;
    const lineStart = after.lastIndexOf('\n', nowAt - 1) + 1;
    const lineEnd = after.indexOf('\n', end);
    return {
      ...piece,
      line: after.slice(0, nowAt).split('\n').length,
      lead: after.slice(Math.max(lineStart, nowAt - AROUND), nowAt),
      tail: after.slice(end, Math.min(lineEnd < 0 ? after.length : lineEnd, end + AROUND)),
    };
  });
}
