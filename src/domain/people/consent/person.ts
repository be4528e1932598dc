import { z } from 'zod';

const line = z
  .string()
  .regex(/\S/)
  .regex(/^[^\n]*$/);

/** How old someone is, as far as the law asks; a collective has no age and consents to nothing by itself. */
export const AGE_BANDS = ['under-14', '14-17', 'adult', 'collective'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** `people/<id>.yaml` in the records folder: someone the stories tell of. Never ships. */
export const personSchema = z.strictObject({
  /** The real name; left out where only the 化名 is known here. One of name and alias must be there. */
  name: line.optional(),
  /** Other spellings of the real name that nobody could guess: in Latin letters, in Tibetan script, as it was before. */
  also: z.array(line).optional(),
  /** 化名: the name that stands in print instead. */
  alias: line.optional(),
  /** 14岁以下 under-14 (13 and younger), 14—17岁 14-17, 成年 adult, 集体 collective. */
  age_band: z.enum(AGE_BANDS),
  /** Who they are to the reader: 支教志愿者, 小学生. */
  role: line,
  /** 受助学生: never named together with hardship or amount. */
  aided: z.boolean().optional(),
  /** Why the name may still be read after a withdrawal: it is another person's too. */
  namesake: line.optional(),
  /** Since when they are dead: true where nobody knows, else the year, the month or the day. */
  died: z.union([z.literal(true), z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)]).optional(),
});

/** Someone in the records, with their id. */
export type Person = z.output<typeof personSchema> & {
  readonly id: string;
  /** Whether the record belongs to the 样稿. */
  readonly sample: boolean;
};

/** Who can consent for someone: the person, a guardian for a minor, the next of kin for the dead. */
export type Signer = 'person' | 'guardian' | 'kin';

export const isMinor = ({ age_band }: Pick<Person, 'age_band'>) => age_band === 'under-14' || age_band === '14-17';

/** Who has to sign for someone now. */
export function signerFor({ age_band, died }: Pick<Person, 'age_band' | 'died'>): Signer {
  if (died !== undefined) return 'kin';
  return isMinor({ age_band }) ? 'guardian' : 'person';
}
