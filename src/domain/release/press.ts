import type { Scope } from '../people/consent/consent.ts';
import type { PictureRights } from '../stories/picture.ts';
import type { PressClearance, Story } from '../stories/story.ts';
import { type Appearance, appearancesOf, shownPictures } from './appearances.ts';
import type { Clearing } from './clearing.ts';
import { permittedByAll } from './permitted.ts';
import type { Records } from './records.ts';

/** Whether everyone who bears a name permits it to the media. */
type Agrees = (appearance: Appearance, scope: Scope) => boolean;

/**
 * Whether a story may be handed to the media as far as somebody in its words goes, whether declared or found. Who stands
 * in it under another name agreed to be told of there too: what a paper does not say nobody takes for granted, and a text
 * that was taken away cannot be taken back.
 */
const mayBeTold = (appearance: Appearance, { replaced }: Clearing, agrees: Agrees): boolean =>
  appearance.scopes
    .filter((scope) => scope !== 'portrait' && !(scope === 'name' && replaced.has(appearance.printed)))
    .every((scope) => agrees(appearance, scope));

/**
 * What the media may take of a story on a day: its text where everyone it names or tells of agreed to that; and of its
 * pictures those that their holder lets the media use, in which everyone who can be recognised agreed to be shown
 * there under their own name. Who is named by their office, or of whom others have published, is asked no more than on the site.
 * @param out whether the story is out as it stands
 */
export function pressClearanceOf(
  story: Story,
  clearing: Clearing,
  records: Records,
  day: string,
  out: boolean,
): PressClearance {
  if (!out) return { open: false, why: 'not-out' };
  if (story.source_url !== undefined) return { open: false, why: 'reprint' };
  const appearances = appearancesOf(story, records);
  const agrees: Agrees = (appearance, scope) =>
    permittedByAll(appearance, scope, 'press', records.consents, day).permitted;
  if (!appearances.every((one) => mayBeTold(one, clearing, agrees))) return { open: false, why: 'people' };
  const byName = new Map(appearances.map((one) => [one.printed, one]));
  const isFree = (name: string): boolean => {
    const appearance = byName.get(name);
    return appearance !== undefined && !clearing.replaced.has(name) && agrees(appearance, 'portrait');
  };
  const people = Map.groupBy(shownPictures(story, records), ({ src }) => src);
  const gone = new Set(clearing.leftOut.map(({ src }) => src));
  const mayBeTaken = ({ src, rights }: Shown): boolean =>
    !gone.has(src) &&
    rights?.press === '可用' &&
    (people.get(src) ?? []).every(({ people: shown }) => shown.every(isFree));
  const pictures = Map.groupBy(picturesOf(story), ({ hash }) => hash);
  // A picture that stands in a story twice is taken where both places say that it may be.
  const taken = [...pictures].filter(([, uses]) => uses.every(mayBeTaken)).map(([hash]) => hash);
  return { open: true, pictures: taken };
}

/** One place at which a story shows a picture. */
interface Shown {
  readonly src: string;
  readonly hash: string;
  readonly rights: PictureRights | null;
}

function picturesOf({ cover, coverFile, body }: Story): Shown[] {
  const first = cover && coverFile ? [{ src: cover.src, hash: coverFile.hash, rights: cover }] : [];
  return [...first, ...body.pictures.map(({ file, rights }) => ({ src: file.src, hash: file.hash, rights }))];
}
