import { z } from 'zod';
import { reviewersSchema } from '../approvals/reviewers.ts';
import { idOf } from '../plan/reference.ts';
import { wordsSchema } from './place-words.ts';

const text = z.string().min(1);
const filled = text.nullable();

/** `content/site.yaml`: everything about the site itself. null = not known yet; such a line is not shown. */
export const siteSchema = z.strictObject({
  name: text,
  /** Public address, with protocol and ending slash; while it is a placeholder (`.invalid`) the check warns once. */
  address: z.url(),
  /** Whose programme it is: the subject of the plan. It does not speak here unless it is the publisher too. */
  organisation: text,
  /** Who is to answer for the site, and the paper by which it said that it does; null: nobody has yet. */
  publisher: z.strictObject({
    name: text,
    confirmed: z.strictObject({ date: z.iso.date(), paper: text }).nullable(),
  }),
  /** One sentence: what the site is. */
  description: text,
  /** Where help comes from and where it goes, for the two ends of the map. */
  from: text,
  to: text,
  /** Id of the place that is aided as a whole. */
  aided: z.string().optional(),
  /** The vertical line on the title slip of the home page. */
  slip: text,
  /** Ids of the task lines whose numbers stand on the title slip, as deeds; without it the first that have one. */
  deeds: z.array(idOf('line')).min(1).max(4).optional(),
  /** Title of the map that stands on the home page. */
  map_title: text,
  /** What the things of this programme are called, where that does not follow from its places. */
  words: wordsSchema.optional(),
  /** The giving side as a whole, for what others tell of it: id and name. */
  aiding: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: text }).optional(),
  /** The programme's own level as an executor: id and name. Without it only givers and receivers carry things out. */
  own_level: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: text }).optional(),
  contact: z.strictObject({ email: filled, phone: filled, address: filled }),
  filings: z.strictObject({ icp: filled, police: filled, police_url: z.url().nullable(), site_code: filled }),
  /**
   * Under which licence the tables may be used: what it is called, its id where it has one (CC-BY-4.0), where it stands.
   * null, or left out: not decided yet, and the site says so.
   */
  data_licence: z
    .strictObject({
      name: text,
      id: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)
        .optional(),
      url: z.url({ protocol: /^https?$/ }),
    })
    .nullish(),
  /** How many review steps each kind of story needs (0–3). */
  review_steps: z.record(
    z.enum(['person', 'collective', 'achievement', 'practice', 'news', 'explainer']),
    z.number().int().min(0).max(3),
  ),
  /** Who may sign which step; here or in `reviewers.yaml` of the records. */
  reviewers: reviewersSchema.optional(),
  /** What those who write about the programme take away: it in so many characters, and the numbers most asked for. */
  press: z
    .strictObject({
      short: text.max(50).optional(),
      medium: text.max(150).optional(),
      long: text.max(400).optional(),
      /** Ids of facts. */
      facts: z
        .array(z.string().regex(/^[a-z][a-z0-9-]*$/))
        .max(10)
        .optional(),
    })
    .optional(),
  /** Sections of /about/ that only this programme can write, each with its sources. */
  about: z.array(
    z.strictObject({ heading: text, paragraphs: z.array(text).min(1), sources: z.array(text).optional() }),
  ),
});

export type Site = z.output<typeof siteSchema>;
