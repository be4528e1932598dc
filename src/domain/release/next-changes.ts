import { dayAfter } from '../people/consent/days.ts';
import { permission } from '../people/consent/permission.ts';
import { instantOf, type Story } from '../stories/story.ts';
import { appearancesOf } from './appearances.ts';
import { beginOf } from './hours.ts';
import type { Records } from './records.ts';

/** A moment at which the site changes by itself, once it is built again. */
export interface Change {
  readonly at: Date;
  /** A story comes out or goes, is said to be put right, a picture may not be shown any more, a consent ends, one for the press does. */
  readonly what: 'begin' | 'end' | 'correction' | 'picture' | 'consent' | 'press';
  readonly story: Pick<Story, 'id' | 'title' | 'sample'>;
  /** File of the picture, name as printed; else empty. */
  readonly about: string;
}

/** The moment from which what holds until a day holds no more: the beginning of the next one, in China. */
const after = (day: string) => instantOf(dayAfter(day));

/** The days from which something that is permitted now on a channel is not any more. */
function consentChanges(
  story: Story,
  records: Records,
  day: string,
  [channel, what]: readonly ['site', 'consent'] | readonly ['press', 'press'],
): Omit<Change, 'story'>[] {
  return appearancesOf(story, records).flatMap(({ printed, persons, scopes }) =>
    persons.flatMap((person) =>
      scopes.flatMap((scope): Omit<Change, 'story'>[] => {
        const answer = permission(person, scope, channel, records.consents, day);
        if (!answer.permitted || answer.until === null) return [];
        return [{ at: after(answer.until), what, about: printed }];
      }),
    ),
  );
}

/** Everything about a story that will change by itself after a moment, in no order. */
export function changesOf(story: Story, records: Records, now: Date, day: string): Change[] {
  const { cover, body, corrections = [], unpublish_at: end } = story;
  const changes: Omit<Change, 'story'>[] = [{ at: beginOf(story), what: 'begin', about: '' }];
  if (end !== undefined) changes.push({ at: instantOf(end), what: 'end', about: '' });
  for (const { date } of corrections) changes.push({ at: instantOf(date), what: 'correction', about: '' });
  for (const picture of [cover, ...body.pictures.map(({ rights }) => rights)]) {
    if (picture?.expires) changes.push({ at: after(picture.expires), what: 'picture', about: picture.src });
  }
  changes.push(...consentChanges(story, records, day, ['site', 'consent']));
  const site = new Set(
    changes.filter(({ what }) => what === 'consent').map(({ at, about }) => `${at.getTime()} ${about}`),
  );
  // What ends everywhere at once is one change.
  const press = consentChanges(story, records, day, ['press', 'press']);
  changes.push(...press.filter(({ at, about }) => !site.has(`${at.getTime()} ${about}`)));
  return changes.filter(({ at }) => at > now).map((change) => ({ ...change, story }));
}

/** Changes in order, each once: one paper may permit a name, a portrait and a story. */
export function inTime(changes: readonly Change[]): Change[] {
  const once = new Map(changes.map((c) => [`${c.at.getTime()} ${c.what} ${c.story.id} ${c.about}`, c]));
  return [...once.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.story.id.localeCompare(b.story.id));
}
