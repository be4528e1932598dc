import { join } from 'node:path';
import type { PictureFile, PictureRights } from '#domain/picture.ts';
import { folderOfStory, type Story } from '#domain/story.ts';
import { encodePicture, scalePicture } from '#exports/picture.ts';
import type { SheetPicture } from '#exports/review-sheet-data.ts';
import { longDate } from '#format/date.ts';
import { leftOutWords } from '#format/hold-words.ts';
import { decodeApart, Undecoded } from '../pictures/decode-apart.ts';
import { readPictureFile } from '../pictures/picture-files.ts';
import type { Standing } from '../release/release-stories.ts';

/** Width of a picture on the sheet, in pixels. */
const SMALL = 320;

/** A small picture inside the sheet: it asks for no other file. null where none can be made. */
async function thumbnail(path: string): Promise<string | null> {
  const bytes = readPictureFile(path);
  if (typeof bytes === 'string') return null;
  try {
    const small = await encodePicture(await scalePicture(await decodeApart(bytes), SMALL), 'jpg');
    return `data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`;
  } catch (error) {
    if (error instanceof Undecoded) return null;
    throw error;
  }
}

interface Shown {
  readonly src: string;
  /** The file itself, beside the story. */
  readonly file: string;
  readonly rights: PictureRights | null;
  readonly where: string;
}

const onDisk = ({ src, onDisk: name = src }: Pick<PictureFile, 'src' | 'onDisk'>) => name;

function shownIn({ cover, coverFile, body }: Story): Shown[] {
  const own: Shown[] = cover
    ? [{ src: cover.src, file: onDisk(coverFile ?? cover), rights: cover, where: '封面' }]
    : [];
  return [
    ...own,
    ...body.pictures.map(({ file, rights }, i) => ({
      src: file.src,
      file: onDisk(file),
      rights,
      where: `正文第${i + 1}张`,
    })),
  ];
}

/** Every picture of a story with its rights. */
export function sheetPictures({ story, leftOut }: Standing, contentDir: string): Promise<SheetPicture[]> {
  return Promise.all(
    shownIn(story).map(async ({ src, file, rights, where }) => {
      const gone = leftOut.find((one) => one.src === src);
      const {
        alt = '',
        caption = '',
        photographer = '',
        holder = '',
        licence = '',
        people = '',
        expires,
      } = rights ?? {};
      return {
        ...{ file: src, where, alt, caption, photographer, holder, licence, people },
        thumbnail: await thumbnail(join(contentDir, folderOfStory(story), file)),
        expires: expires === undefined ? null : longDate(expires),
        remark: gone ? leftOutWords(gone).text : rights ? null : '没有写权利',
      };
    }),
  );
}
