/** Who signs, and for whom: that decides what the paper says. */
export const FORM_KINDS = ['adult', '14-17', 'under-14', 'kin'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What of a form is known beforehand; '' is left open to be written by hand. */
export interface ConsentFormData {
  readonly kind: FormKind;
  /** The site on which it is to stand, and its address; '' while it has none. */
  readonly site: string;
  readonly address: string;
  /** Who answers for the site; '' while nobody has confirmed that. */
  readonly publisher: string;
  /** How to reach it, as it is read; '' while nobody has filled it in. */
  readonly contact: string;
  /** The title of the story; ''. */
  readonly story: string;
  /** Whom the paper is about, one paper each; none: one with the name left open. */
  readonly people: readonly { readonly name: string; readonly role: string }[];
}
