import type { Approval, Parts } from './approval.ts';

/** Everything of a story that a reviewer answers for, as text; the input of the digest. */
export interface Reviewed {
  /** The body, as it stands in the file. */
  readonly text: string;
  /** Key of the front matter → its value as canonical JSON. */
  readonly front: Readonly<Record<string, string>>;
  /** File name → digest of its bytes. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Id of a fact → its value as printed. */
  readonly facts: Readonly<Record<string, string>>;
  /** Name as printed → what the records say, as canonical JSON. It is digested whole: a single value could be guessed. */
  readonly consents: Readonly<Record<string, string>>;
}

/** SHA-256 of a text in UTF-8, 64 hex digits; handed in. */
export type Digest = (text: string) => string;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The same data, whatever the order of its keys, as the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => compare(a, b)));
  });
}

/** A text as it counts: how an editor saves its line ends, and how many there are at its end, changes no word. */
export const countedText = (text: string) => `${text.replaceAll(/\r\n?/g, '\n').trimEnd()}\n`;

type Values = Readonly<Record<string, string>>;

const sorted = (values: Values, as: (value: string) => string = (value) => value) =>
  Object.fromEntries(
    Object.entries(values)
      .toSorted(([a], [b]) => compare(a, b))
      .map(([key, value]) => [key, as(value)]),
  );

/** What is approved, digested part by part. */
export function partsOf({ text, front, pictures, facts, consents }: Reviewed, digest: Digest): Parts {
  return {
    text: digest(countedText(text)),
    front: sorted(front, digest),
    pictures: sorted(pictures),
    facts: sorted(facts),
    consents: sorted(consents, digest),
  };
}

/** One digest over all parts: the state of a story that a sheet shows. */
export const stateHash = (parts: Parts, digest: Digest) => digest(canonicalJson(parts));

/** The digest of an approval: a name or an hour changed by hand is found out as a changed text is. */
export const approvalHash = ({ step, by, at, parts }: Omit<Approval, 'hash'>, digest: Digest) =>
  digest(canonicalJson({ step, by, at, parts }));
