import { z } from 'zod';
import type { TextChange } from '../approvals/text-change.ts';
import type { BodyNaming, Mention } from '../people/mentions.ts';
import type { Language } from '../places/language-name.ts';
import { idOf } from '../plan/reference.ts';
import { STORY_KINDS } from './kinds.ts';
import { line, upTo } from './one-line.ts';
import { coverSchema, type PhotoForm, type PictureFile, type PictureRights } from './picture.ts';
import { profileSchema } from './profile.ts';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Whether calendar and clock have a moment as the front matter writes it. */
function momentExists(text: string): boolean {
  const [, day = '', hour = '00', minute = '00', second = '00'] = MOMENT.exec(text) ?? [];
  const onClock = hour < '24' && minute < '60' && second < '60';
  return onClock && z.iso.date().safeParse(day).success && !Number.isNaN(instantOf(text).getTime());
}

/** A day, or a minute of a day with or without zone; without one it is Chinese time. */
const moment = z.string().check(({ value: input, issues }) => {
  if (!momentExists(input)) issues.push({ code: 'invalid_format', format: 'moment', input });
});

/** An address on the web, whole and alone: no words before or behind it. */
const webAddress = z.string().check(({ value: input, issues }) => {
  const whole = /^https?:\/\/[^\s/.]+\.[^\s，。；、！？]+$/i.test(input) && URL.canParse(input);
  if (!whole) issues.push({ code: 'invalid_format', format: 'url', input });
});

/** What a name in a story can be, as its editor decides it. */
export const NAME_KINDS = ['recorded', 'public', 'published', 'alias', 'not-a-person'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Front matter of `content/stories/<id>/index.mdx`: manual, checker and type of every key. */
export const storySchema = z.strictObject({
  /** 人物 person, 集体 collective, 成果 achievement, 好办法 practice, 动态 news, 解读 explainer. */
  kind: z.enum(STORY_KINDS),
  /** The heading, whole; on the cover it is set in a slip. Up to 60 characters. */
  title: upTo(60),
  /** A second line under the title. */
  subtitle: line.optional(),
  /** One or two sentences that stand in lists, in search results and when the page is shared. */
  summary: upTo(160),
  /** The day the story is dated; later than today it is not there yet. */
  date: z.iso.date(),
  /** Ids of the projects it belongs to. */
  projects: z.array(idOf('project')).optional(),
  /** Ids of cities, counties and townships it takes place in. */
  places: z.array(idOf('place')).optional(),
  /** Who it tells of: names as they are printed, real ones or 化名; the records say who that is. */
  people: z.array(line).optional(),
  /** What stands instead where someone's consent is missing, has ended or was withdrawn; else the story is held back. */
  fallbacks: z
    .array(
      z.strictObject({
        /** The name as it is printed. */
        person: line,
        /** 化名 that then stands in its place everywhere in the story: letters only, for it is put into the text. */
        name: z
          .string()
          .regex(/^[\p{L}\p{M}\p{N}·（）]+$/u)
          .optional(),
        /** `none`: pictures in which they can be recognised are then left out. */
        portrait: z.literal('none').optional(),
      }),
    )
    .optional(),
  /** Who of those named in it is what, where the records do not say so: decided once, by a person. */
  names: z
    .array(
      z.strictObject({
        /** The name as it is printed. */
        name: line,
        /**
         * In the records `recorded`, in public office or in the plan `public`, published elsewhere `published`, 化名
         * `alias`, no name at all `not-a-person`.
         */
        is: z.enum(NAME_KINDS),
        /** Where that is written: document and office, or outlet and date. */
        source: line.optional(),
      }),
    )
    .optional(),
  author: line.optional(),
  editor: line,
  /** 来源: who publishes it, or the newspaper that had it first. */
  source: line,
  /** Address of the original where it was published elsewhere first. */
  source_url: webAddress.optional(),
  /** The picture on its cover; without one the cover is woven. */
  cover: coverSchema.optional(),
  /** A larger number stands further in front in lists, before the date counts; 0 where it is not written. */
  weight: z.number().int().min(-99).max(99).optional(),
  /** Before this moment the story is not there. */
  publish_at: moment.optional(),
  /** From this moment on the story is not there any more. */
  unpublish_at: moment.optional(),
  /** What was put right after it came out, newest first. */
  corrections: z.array(z.strictObject({ date: z.iso.date(), text: line })).optional(),
  /** Findings of the check that someone answers for. */
  accept: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9-]*$/), reason: z.string().min(4) }))
    .optional(),
  /** Who the one person is whom it tells of, in a few words: the box at the head of a portrait. */
  profile: profileSchema.optional(),
});

export type FrontMatter = z.output<typeof storySchema>;

/** A figure named in a story, with the options the author wrote. */
export interface StoryFigure {
  /** Name in the catalogue of figures. */
  readonly name: string;
  readonly title?: string;
  readonly form?: 'phone' | 'wide';
}

/** Words of another language inside a sentence: the name that a place has in it, or what its author copied. */
export type ForeignRun = { readonly lang: Language } & (
  | { readonly place: string; readonly text?: never }
  | { readonly text: string; readonly place?: never }
);

/** A picture shown in a story. `rights` is null for a plain `![alt](file)`: nobody has told them yet. */
export interface StoryPicture {
  readonly file: PictureFile;
  readonly rights: PictureRights | null;
  /** How wide it stands; in the measure of the text where it does not say. */
  readonly form?: PhotoForm;
}

/** What the body of a story holds, as read from its Markdown; what pages and rules need without parsing it again. */
export interface StoryBody {
  /** The Markdown itself: without front matter, line ends `\n`, no BOM. */
  readonly source: string;
  /** Line of the file on which it begins, from 1. */
  readonly firstLine: number;
  /** Ids of the facts it prints, in the order of first use. */
  readonly facts: readonly string[];
  readonly figures: readonly StoryFigure[];
  /** What stands in it in another language, in order: the name of a place, or words as they were copied. */
  readonly foreign: readonly ForeignRun[];
  /** The pictures in the body, in order; the cover is not among them unless it is shown there too. */
  readonly pictures: readonly StoryPicture[];
  /**
   * The words as read aloud, one line a paragraph: no marks, numbers not yet put in. What stands in the attributes of
   * components (captions, titles, who says it) is not among them.
   */
  readonly text: string;
  /** Who is named in it, and where. */
  readonly naming: BodyNaming;
  /** How many Chinese characters, Latin words and numbers there are in the text, for the reading time. */
  readonly length: number;
}

/** Something that is still to be done before a story may come out, in a reader's words. */
export interface OpenPoint {
  readonly text: string;
  /** Who has to do it: 复审, 编辑, nobody (it comes by itself). */
  readonly who: string;
  readonly mend: string;
  /** Where the text is not as it was signed. */
  readonly changes?: readonly TextChange[];
}

/**
 * Why the press may take nothing of a story: it is not out; somebody it tells of did not agree to the media; it is
 * somebody else's text.
 */
export type NoKit = 'not-out' | 'people' | 'reprint';

/** What the press may take of a story: all of its text and the pictures with these hashes, or nothing. */
export type PressClearance =
  | { readonly open: true; readonly pictures: readonly string[] }
  | { readonly open: false; readonly why: NoKit };

/** Until it is decided that a story is out. */
export const NOT_YET_TAKEN: PressClearance = { open: false, why: 'not-out' };

/** What the rules decided about a story. */
export interface Clearance {
  /** Names whose portrait may stand for them. */
  readonly portraits: readonly string[];
  /** Names in it of adults who agreed themselves to be named: machines may be told that they are persons. */
  readonly agreed: readonly string[];
  /** Names in it that are 化名. */
  readonly aliases: readonly string[];
  /** What keeps it out of the production site; always empty there. */
  readonly open: readonly OpenPoint[];
  readonly press: PressClearance;
}

/** A story as read from its folder, or as it may be shown. */
export interface Story extends FrontMatter {
  /** Name of its folder; part of its address. */
  readonly id: string;
  readonly sample: boolean;
  /** File header of the cover picture. */
  readonly coverFile?: PictureFile;
  /** Who is named in the front matter, and where. */
  readonly named: readonly Mention[];
  readonly body: StoryBody;
  readonly clearance: Clearance;
}

/** What stands in the front matter where nobody has said yet what belongs there: such a story is not out. */
export const TO_BE_WRITTEN = '待补';

/** Keys of the front matter that are still to be written. */
export const unwrittenKeys = (front: Pick<FrontMatter, 'title' | 'summary' | 'author' | 'editor' | 'source'>) =>
  (['title', 'summary', 'author', 'editor', 'source'] as const).filter((key) => front[key]?.trim() === TO_BE_WRITTEN);

/** Id of the press kit of the whole programme, beside those of stories. */
export const PROGRAMME_KIT = 'programme';

/** Ids that no story may have: lists of stories lie at these addresses, and the kit of the programme. */
export const RESERVED_STORY_IDS: readonly string[] = ['by', 'page', PROGRAMME_KIT];

/** Folder of a story inside the content folder. */
export const folderOfStory = ({ id, sample }: Pick<Story, 'id' | 'sample'>) =>
  `${sample ? 'samples/' : ''}stories/${id}`;
/** File of a story inside the content folder. */
export const fileOfStory = (story: Pick<Story, 'id' | 'sample'>) => `${folderOfStory(story)}/index.mdx`;

/** A moment as the front matter writes it, as an instant; without a zone it is Chinese time. */
export function instantOf(text: string): Date {
  const [day = '', time = '00:00'] = text.split(/[T ]/);
  return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(time) ? `${day}T${time}` : `${day}T${time}+08:00`);
}
