import { z } from 'zod';
import { upTo } from './one-line.ts';

/** A year, a month or a day: as much of it as is known. */
const DAY = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;
const SPAN = new RegExp(String.raw`^(${DAY})(?:\s*(?:至|到|—{1,2}|–|~|～)\s*(${DAY}))?$`);
/** How long in all, where nobody knows from when: 三个月, 一年半, 约90天. */
const LENGTH =
  /^(?:约|近|将近|不到)?(?:[1-9]\d{0,3}|[一二两三四五六七八九十百几半]{1,4})(?:多|余|来)?个?(?:学?年|学期|月|星期|周|天|日)(?:半|多)?$/u;

/** For how long somebody is somewhere, as far as it is known: from when, perhaps until when, or how long in all. */
export type Since =
  | { readonly from: string; readonly to: string | null; readonly length?: never }
  | { readonly length: string; readonly from?: never };

/** The first day that a year, a month or a day may mean. */
export const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

const isOnCalendar = (date: string) => z.iso.date().safeParse(firstDay(date)).success;

/** What is written of since when: null where it is written in another way, names no day of the calendar, or ends before it begins. */
export function sinceOf(written: string): Since | null {
  if (LENGTH.test(written)) return { length: written };
  const [, from, to] = SPAN.exec(written) ?? [];
  if (from === undefined || !isOnCalendar(from)) return null;
  if (to === undefined) return { from, to: null };
  // 2019-08至2019: some day of that year is the last one. `~` stands behind every digit and dash.
  return isOnCalendar(to) && `${to}~` > from ? { from, to } : null;
}

/** A place is written by its id, so that it leads there; whatever else is words. */
export const isPlaceId = (written: string): boolean => /^[a-z][a-z0-9-]*$/.test(written);

const place = upTo(30).optional();

/** Who somebody is: what is not known is not written, and then not shown. */
export const profileSchema = z.strictObject({
  /** Where they come from: the id of a place, or a few words. */
  from: place,
  /** Where they are in this story: the id of a place, or a few words. */
  at: place,
  /** Since when, from when to when, or how long in all. A bare year is a number in YAML. */
  since: z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string().check(({ value: input, issues }) => {
        if (sinceOf(input.trim()) === null) issues.push({ code: 'invalid_format', format: 'since', input });
      }),
    )
    .optional(),
  /** What they say, as it stands in the story; at most 40 characters. */
  words: upTo(40).optional(),
});

export type Profile = z.output<typeof profileSchema>;

/** The words of a profile that may name somebody, each with its key; the id of a place is none. */
export const wordsOfProfile = (
  profile: Profile | undefined,
): { readonly key: keyof Profile; readonly text: string }[] =>
  (['from', 'at', 'words'] as const).flatMap((key) => {
    const text = profile?.[key];
    return text === undefined || (key !== 'words' && isPlaceId(text)) ? [] : [{ key, text }];
  });

/** What somebody says, without the marks around it. */
export const bareWords = (words: string): string => words.trim().replace(/^[“"「『]+|[”"」』]+$/gu, '');
