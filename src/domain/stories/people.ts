import { byOrder } from './order.ts';
import { peopleIn } from './picture.ts';
import type { Story } from './story.ts';

/** Someone the stories tell of: a person or a collective, known by the name as it is printed. */
export interface PersonOfStories {
  readonly name: string;
  /** The story that tells of them most. */
  readonly main: Story;
  /** All stories that name them, the main one first, then in the order of the lists. */
  readonly stories: readonly Story[];
  /** The story whose cover may stand for them; null where no portrait may be shown. */
  readonly portrait: Story | null;
}

const tellsOfPeople = ({ kind }: Story) => kind === 'person' || kind === 'collective';

/** Whether anybody is there at all. */
export const isAnybodyTold = (stories: readonly Story[]): boolean =>
  stories.some((story) => tellsOfPeople(story) && (story.people ?? []).length > 0);

/** Whether the cover of a story may be shown as the portrait of someone it tells of: they consented to it. */
export const mayShowPortrait = ({ clearance }: Pick<Story, 'clearance'>, name: string) =>
  clearance.portraits.includes(name);

/**
 * Whether the cover of a story shows this one and nobody else, as far as the story says. A collective is shown by
 * whoever belongs to it.
 */
function isPortraitOf({ kind, cover, coverFile, people = [] }: Story, name: string): boolean {
  if (!cover || !coverFile) return false;
  const seen = peopleIn(cover);
  if (people.length === 1 && (kind === 'collective' || seen.length === 0)) return true;
  return seen.length > 0 && seen.every((other) => other === name);
}

/**
 * Everyone named in stories of people and collectives, in the order of the stories that tell of them most. Other
 * stories bring nobody in, they only add to who is there.
 */
export function peopleOfStories(stories: readonly Story[]): PersonOfStories[] {
  const naming = new Map<string, Story[]>();
  for (const story of stories.toSorted(byOrder)) {
    for (const name of new Set(story.people)) {
      const known = naming.get(name);
      if (known) known.push(story);
      else naming.set(name, [story]);
    }
  }
  const people = [...naming].flatMap(([name, all]) => {
    const own = all.filter(tellsOfPeople);
    const main = own.find((story) => story.people?.length === 1) ?? own[0];
    if (!main) return [];
    const rest = all.filter((story) => story !== main);
    const portrait = [main, ...own].find((story) => isPortraitOf(story, name) && mayShowPortrait(story, name));
    return [{ name, main, stories: [main, ...rest], portrait: portrait ?? null }];
  });
  return people.sort((a, b) => byOrder(a.main, b.main));
}
