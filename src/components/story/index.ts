import type { StoryComponentName } from '#domain/stories/components.ts';
import Compare from './Compare.astro';
import Figure from './Figure.astro';
import Gallery from './Gallery.astro';
import Interview from './Interview.astro';
import Letter from './Letter.astro';
import Note from './Note.astro';
import Num from './Num.astro';
import Photo from './Photo.astro';
import PlainPhoto from './PlainPhoto.astro';
import Quote from './Quote.astro';
import Roster from './Roster.astro';
import Timeline from './Timeline.astro';

/** What the text of a story is rendered with: all that authors may write, and what their plain pictures become. */
export const storyComponents: Record<StoryComponentName | 'PlainPhoto', unknown> = {
  Compare,
  Figure,
  Gallery,
  Interview,
  Letter,
  Note,
  Num,
  Photo,
  PlainPhoto,
  Quote,
  Roster,
  Timeline,
};
