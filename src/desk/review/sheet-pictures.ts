import { join } from 'node:path';
import { personsNamed } from '#domain/people/bearers.ts';
import { shownPictures } from '#domain/release/appearances.ts';
import type { Records } from '#domain/release/records.ts';
import type { PictureFile, PictureRights } from '#domain/stories/picture.ts';
import { folderOfStory, type Story } from '#domain/stories/story.ts';
import type { SheetPicture } from '#exports/review-sheet/data.ts';
import { longDate } from '#format/date.ts';
import { leftOutWords } from '#format/hold-words.ts';
import { decodeApart, Undecoded } from '#pictures/encoding/decode-apart.ts';
import { encodePicture, scalePicture } from '#pictures/encoding/encode.ts';
import { readPictureFile } from '#reader/picture-files.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { channelsOf } from './sheet-people.ts';

/** Width of a picture inside the sheet, in pixels: sharp on paper where it takes two thirds of the page. */
const WIDTH = 960;

/** A picture as it goes into the sheet: it asks for no other file. null where none can be made. */
async function imageOf(path: string): Promise<string | null> {
  const bytes = readPictureFile(path);
  if (typeof bytes === 'string') return null;
  try {
    const scaled = await encodePicture(await scalePicture(await decodeApart(bytes), WIDTH), 'jpg');
    return `data:image/jpeg;base64,${Buffer.from(scaled).toString('base64')}`;
  } catch (error) {
    if (error instanceof Undecoded) return null;
    throw error;
  }
}

interface Used {
  readonly file: PictureFile;
  readonly rights: PictureRights | null;
}

/** The cover and the pictures of the text, in this order. */
function usedIn({ cover, coverFile, body }: Story): Used[] {
  return [...(cover && coverFile ? [{ file: coverFile, rights: cover }] : []), ...body.pictures];
}

/** Pictures of a story for its sheet. */
export interface SheetPictures {
  readonly cover: SheetPicture | null;
  /** Those a reader sees in the text, by the names it gives them. */
  readonly shown: ReadonlyMap<string, SheetPicture>;
  readonly leftOut: readonly SheetPicture[];
}

/**
 * Every picture with who is in it, what they permit, and its rights.
 * @param seen the story as a reader will see it: some pictures are left out of it, some called otherwise
 */
export async function sheetPictures(
  { story, leftOut }: Standing,
  seen: Story,
  records: Records,
  contentDir: string,
  day: string,
): Promise<SheetPictures> {
  const told = new Map(shownPictures(story, records).map(({ src, people }) => [src, people]));
  const gone = new Map(leftOut.map((one) => [one.src, leftOutWords(one).text]));
  const picture = async ({ file, rights }: Used, written: string): Promise<SheetPicture> => {
    const { alt = '', caption = '', photographer = '', holder = '', licence = '', expires } = rights ?? {};
    const people = (told.get(written) ?? []).map((printed) => ({
      printed,
      channels: personsNamed(printed, records).flatMap((person) => {
        const papers = records.consents.filter((paper) => paper.person === person.id);
        return channelsOf(person, papers, day, ['portrait']);
      }),
    }));
    const why = gone.get(written);
    return {
      ...{ src: file.src, width: file.width, height: file.height, alt, caption, photographer, holder, licence },
      image: await imageOf(join(contentDir, folderOfStory(story), file.onDisk ?? file.src)),
      expires: expires === undefined ? null : longDate(expires),
      people: rights === null && people.length === 0 ? null : people,
      remarks: [...(why === undefined ? [] : [why]), ...(rights === null ? ['没有写权利'] : [])],
    };
  };
  // The name its author gave a file that is called otherwise now.
  const nameBefore = new Map(usedIn(story).map(({ file }) => [file.hash, file.src]));
  const before = ({ file }: Used) => nameBefore.get(file.hash) ?? file.src;
  const { cover, coverFile } = seen;
  const [front, inText, out] = await Promise.all([
    cover && coverFile ? picture({ file: coverFile, rights: cover }, before({ file: coverFile, rights: cover })) : null,
    Promise.all(seen.body.pictures.map((one) => picture(one, before(one)))),
    Promise.all(
      usedIn(story)
        .filter(({ file }) => gone.has(file.src))
        .map((one) => picture(one, one.file.src)),
    ),
  ]);
  return { cover: front, shown: new Map(inText.map((one) => [one.src, one])), leftOut: out };
}
