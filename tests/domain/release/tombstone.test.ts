import { describe, expect, it } from 'vitest';
import type { Hold } from '#domain/release/hold.ts';
import { tombstoneOf } from '#domain/release/tombstone.ts';

const review: Hold = { kind: 'review', step: '初审', by: null, why: [], small: false, changes: [] };
const withdrawn: Hold = {
  kind: 'consent',
  printed: '甲',
  scopes: ['name'],
  why: 'withdrawn',
  since: '2026-01-01',
  signer: 'person',
  sameAs: null,
};
const missing: Hold = {
  kind: 'consent',
  printed: '甲',
  scopes: ['name'],
  why: 'no-consent',
  since: null,
  signer: 'person',
  sameAs: null,
};
const hour: Hold = { kind: 'hour', begin: new Date(0) };
const end: Hold = { kind: 'end', end: new Date(0) };

describe('the address of a story that is held', () => {
  it.each<[string, Hold[], boolean, string | null]>([
    ['answers that its time is over', [end], true, 'end'],
    ['answers that it was taken away, where someone withdrew', [withdrawn, review], true, 'consent'],
    ['answers that it is being reviewed again, where it was changed', [review], true, 'review'],
    ['answers nothing where it was never approved', [review], false, null],
    ['answers nothing before its hour, whatever else', [withdrawn, hour], true, null],
    ['answers nothing of a story that waits for a consent it never had', [missing], true, null],
    ['answers with the story where nothing holds it', [], true, null],
  ])('%s', (_, holds, once, expected) => {
    expect(tombstoneOf(holds, once)).toBe(expected);
  });
});
