/** The photo of a picture that is passed on, as the build makes it for the site. */
export interface SharedPhoto {
  /** Name of the made file. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** `wide`: never cut; `cut`: cut to its frame, around what the focus says. */
  readonly form: 'wide' | 'cut';
  readonly focus: 'left' | 'centre' | 'right' | 'top' | 'bottom';
}

/** What a poster says. */
export interface PosterWords {
  readonly id: string;
  /** Where it is called otherwise than the page. */
  readonly title?: string;
  /** A sentence or two. */
  readonly said: string;
  /** 来源：… 文：… 摄影：…, a line each. */
  readonly credits: readonly string[];
}

/** What the pictures of a page show: those that its link is passed on with, and its poster. The page names it, the build draws it. */
export interface SharedPage {
  /** Where it stands below the root of the site: '' the home page, `stories/a/`. */
  readonly path: string;
  /** Its whole address, with protocol. */
  readonly url: string;
  readonly title: string;
  /** What the cloth is woven by, and of which stripes; none: of all. */
  readonly seed: string;
  readonly stripes: readonly number[];
  readonly photo: SharedPhoto | null;
  readonly sample: boolean;
  readonly poster: PosterWords | null;
}

/** The pictures a link is passed on with: a wide one for cards, a square one for a line in a chat. */
export const SHARED_SIZES = {
  wide: { width: 1200, height: 630 },
  square: { width: 300, height: 300 },
} as const;
export type SharedForm = keyof typeof SHARED_SIZES;

/** Size of a poster: of a phone, twice as sharp. */
export const POSTER_SIZE = { width: 750, height: 1334 } as const;

/** File of a page's picture, below the root of the site. A photo would be ten times as heavy as PNG. */
export const sharedFile = ({ path, photo }: Pick<SharedPage, 'path' | 'photo'>, form: SharedForm): string =>
  `share/${path}${form}.${photo ? 'jpg' : 'png'}`;

/** File of a poster, below the root of the site. */
export const posterFile = (id: string): string => `posters/${id}.png`;

/** The poster of the whole programme; a story of this name has its own instead. */
export const WHOLE_POSTER = 'programme';

/** Later pages of a list, its parts, and the hundreds of facts look alike: each shows the picture of the list it belongs to. */
const IN_LISTS = /^(stories)\/(?:page|by)\/.*$|^(facts)\/.+$/;

/** The page whose picture a page is passed on with: itself, or the list it is part of. */
export const pictureOf = (path: string): string => {
  const [, stories, facts] = IN_LISTS.exec(path) ?? [];
  const list = stories ?? facts;
  return list === undefined ? path : `${list}/`;
};

/** Name of the line in a page's head that says what its pictures show; it is taken out when the page is finished. */
export const SHARED_LINE = 'drawn-as';
