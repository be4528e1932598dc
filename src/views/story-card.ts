import type { Programme } from '#domain/programme/programme.ts';
import type { StoryKind } from '#domain/stories/kinds.ts';
import {
  type CoverRights,
  coverForm,
  type OfferedPicture,
  PICTURE_FORMATS,
  type PictureFile,
  type PictureShape,
  pictureName,
  shapeOf,
  widthsOf,
} from '#domain/stories/picture.ts';
import { placesOfStory, stripesOfStory, weftOfStory } from '#domain/stories/places.ts';
import type { Story } from '#domain/stories/story.ts';
import { longDate } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import type { SharedPhoto } from '#format/share-picture.ts';
import { type Slip, slipOf } from '#format/slip-title.ts';
import { piecesOf } from '#format/title-pieces.ts';
import { routes } from './programme.ts';

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/**
 * The picture in the kinds and widths that the build makes of it.
 * @param full whether it stands from edge to edge
 */
export function pictureView(file: PictureFile, full = false): OfferedPicture {
  const widths = widthsOf(file, full);
  const width = widths.at(-1) ?? file.width;
  const address = (w: number, format: (typeof PICTURE_FORMATS)[number]) =>
    routes.picture(pictureName(file.hash, w, format));
  return {
    width,
    height: Math.round((file.height * width) / file.width),
    small: file.format !== 'svg' && width === file.width,
    sources: PICTURE_FORMATS.map((format) => ({
      type: TYPES[format],
      srcset: widths.map((w) => `${address(w, format)} ${w}w`).join(','),
    })),
    src: address(width, 'jpg'),
  };
}

/** What is seen of a story before it is read: a cloth woven for it, or its photo over that cloth. */
export interface CoverView {
  readonly seed: string;
  readonly stripes: readonly number[];
  readonly picture: CoverPicture | null;
}

/** A cover's photo, and how it stands in the frames it is put in. */
export interface CoverPicture extends OfferedPicture {
  readonly alt: string;
  readonly form: 'wide' | 'cut';
  readonly focus: NonNullable<CoverRights['focus']>;
  readonly shape: PictureShape;
}

function coverPicture({ kind, cover, coverFile }: Story): CoverPicture | null {
  if (!cover || !coverFile) return null;
  return {
    ...pictureView(coverFile),
    alt: cover.alt,
    form: coverForm(kind, cover, coverFile),
    focus: cover.focus ?? 'centre',
    shape: shapeOf(coverFile),
  };
}

/** The photo of a story as its pictures show it: as its cover does, where that may. */
export function sharedPhoto({ kind, cover, coverFile }: Story): SharedPhoto | null {
  if (!cover || !coverFile) return null;
  const width = widthsOf(coverFile).at(-1) ?? coverFile.width;
  return {
    name: pictureName(coverFile.hash, width, 'jpg'),
    ...{ width, height: Math.round((coverFile.height * width) / coverFile.width) },
    ...{ form: coverForm(kind, cover, coverFile), focus: cover.focus ?? 'centre' },
  };
}

/** A story as lists show it. */
export interface StoryCard {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** The title on the slip of its cover; null: it is too long for one. */
  readonly slip: Slip | null;
  readonly summary: string;
  readonly kind: StoryKind;
  readonly kindWord: string;
  /** Short names of its projects, or of its places where it has none. */
  readonly about: readonly string[];
  readonly date: string;
  readonly dateText: string;
  /** The pairing whose colour it wears; null where it belongs to several or to all. */
  readonly hue: number | null;
  readonly cover: CoverView;
  /** The stripe beside its title in a list, where it has no photo; null: the hues of all pairings. */
  readonly stripe: number | null;
  readonly sample: boolean;
}

/** The pairing a story belongs to, where it is one. */
const journeyOf = (programme: Programme, story: Story) => {
  const { journeys } = placesOfStory(story, programme.journeys);
  return journeys.length === 1 ? journeys[0] : undefined;
};

/**
 * The one stripe that stands for a story in a list: of the place it tells of, else the first of its pairing. null where
 * it tells of several pairings or of all: a hue means one, so all stand there.
 */
function ownStripe(programme: Programme, story: Story): number | null {
  const own = weftOfStory(story, programme.journeys).find(({ place }) => story.places?.includes(place.id));
  return (own ?? journeyOf(programme, story)?.threads[0])?.stripe ?? null;
}

export function storyCard(programme: Programme, story: Story): StoryCard {
  const projects = (story.projects ?? []).map((id) => programme.projects.find((p) => p.id === id)?.short ?? id);
  const places = (story.places ?? []).map((id) => programme.places.get(id)?.name ?? id);
  return {
    id: story.id,
    href: routes.story(story.id),
    title: story.title,
    slip: slipOf(story.title, piecesOf(programme.content)),
    summary: story.summary,
    kind: story.kind,
    kindWord: KIND_WORDS[story.kind],
    about: projects.length > 0 ? projects : places,
    date: story.date,
    dateText: longDate(story.date),
    hue: journeyOf(programme, story)?.hue ?? null,
    cover: { seed: story.id, stripes: stripesOfStory(story, programme.journeys), picture: coverPicture(story) },
    stripe: ownStripe(programme, story),
    sample: story.sample,
  };
}
