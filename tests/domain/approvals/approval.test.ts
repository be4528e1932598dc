import { describe, expect, it } from 'vitest';
import { approvalSchema, STEPS, stepOfFile } from '#domain/approvals/approval.ts';
import { canonicalJson, partsOf, stateHash } from '#domain/approvals/reviewed.ts';
import { changedParts, fictionalApproval, PARTS, REVIEWED, sha256 } from './fictional-approvals.ts';

const { approval } = fictionalApproval('初审', '样例甲', '2026-01-02T09:00');

describe('an approval file', () => {
  it('is taken as it is written', () => {
    expect(approvalSchema.parse(approval)).toEqual(approval);
  });

  it.each([
    ['a step that there is not', { step: '四审' }],
    ['a name of one character', { by: '王' }],
    ['a name of spaces', { by: '　　' }],
    ['a name of two lines', { by: '样例\n甲' }],
    ['a time in another zone', { at: '2026-01-02T01:00:00Z' }],
    ['a day alone', { at: '2026-01-02' }],
    ['a day that no calendar has', { at: '2026-02-30T09:00:00+08:00' }],
    ['an hour that no clock has', { at: '2026-02-20T29:00:00+08:00' }],
    ['a hash that is none', { hash: 'abc' }],
    ['something of its own', { comment: '同意' }],
    ['parts without the text', { parts: { ...PARTS, text: undefined } }],
    ['a picture without a digest', { parts: { ...PARTS, pictures: { 'a.jpg': '40人' } } }],
  ])('is refused with %s', (_, change) => {
    expect(approvalSchema.safeParse({ ...approval, ...change }).success).toBe(false);
  });

  it('has the name of its step', () => {
    expect(['chushen.yaml', 'fushen.yaml', 'zhongshen.yaml'].map(stepOfFile)).toEqual(STEPS);
    expect(['chushen.yml', 'Chushen.yaml', 'chushen'].map(stepOfFile)).toEqual([null, null, null]);
  });
});

describe('the digest of what is reviewed', () => {
  const hash = (parts: typeof PARTS) => stateHash(parts, sha256);

  it.each([
    ['line ends of Windows', { text: REVIEWED.text.replaceAll('\n', '\r\n') }],
    ['empty lines at the end', { text: `${REVIEWED.text}\n\n` }],
    ['no line end at the end', { text: REVIEWED.text.trimEnd() }],
    ['keys in another order', { front: Object.fromEntries(Object.entries(REVIEWED.front).toReversed()) }],
    ['pictures in another order', { pictures: Object.fromEntries(Object.entries(REVIEWED.pictures).toReversed()) }],
  ])('is the same with %s', (_, change) => {
    expect(hash(changedParts(change))).toBe(hash(PARTS));
  });

  it.each([
    ['one character of the text', { text: REVIEWED.text.replace('第一', '第二') }],
    ['a space inside the text', { text: REVIEWED.text.replace('。\n', '。 \n') }],
    ['a key of the front matter', { front: { ...REVIEWED.front, weight: '1' } }],
    ['the bytes of a picture', { pictures: { ...REVIEWED.pictures, 'a.jpg': sha256('c') } }],
    ['the value of a fact', { facts: { 'books-2021': '45人' } }],
    ['the paper of a consent', { consents: { ...REVIEWED.consents, 李样例: '{"paper":"五号柜"}' } }],
  ])('is another with another %s', (_, change) => {
    expect(hash(changedParts(change))).not.toBe(hash(PARTS));
  });

  it('holds nothing that the records say', () => {
    expect(JSON.stringify(PARTS)).not.toContain('柜');
    expect(Object.keys(PARTS.consents)).toEqual(expect.arrayContaining(['李样例', '小溪（化名）']));
  });

  it('shows what facts were printed as', () => {
    expect(partsOf(REVIEWED, sha256).facts).toEqual({ 'books-2021': '40人' });
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves lists in their order', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'z', 'a'], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},"z","a"]}');
    expect(canonicalJson({ a: null, b: [{ c: 2, d: 1 }, 'z', 'a'] })).toBe('{"a":null,"b":[{"c":2,"d":1},"z","a"]}');
  });
});
