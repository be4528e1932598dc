/**
 * Where a phrase of so many words may begin in a page that holds it: its first place, which is certain and holds for the
 * title too, and whatever the positions of its words allow after that. None is missing; the words could stand there in
 * another order, which is rare, and no page is found by it.
 */
export function startsOf(first: number, positions: readonly number[], words: number): readonly number[] {
  const taken = new Set(positions);
  const starts = [first];
  for (const at of positions) {
    let length = at > first ? 1 : 0;
    while (length > 0 && length < words) length = taken.has(at + length) ? length + 1 : 0;
    if (length > 0) starts.push(at);
  }
  return starts;
}
