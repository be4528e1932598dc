import { peopleIn } from '../stories/picture.ts';
import type { Story } from '../stories/story.ts';
import type { Face } from './records.ts';

/** Everyone who can be recognised in a picture as any story tells it, by the hash of its bytes. */
export function facesOf(stories: readonly Story[]): Map<string, Face[]> {
  const faces = new Map<string, Face[]>();
  for (const { id, sample, cover, coverFile, body } of stories) {
    const pictures = [...(cover && coverFile ? [{ file: coverFile, rights: cover }] : []), ...body.pictures];
    for (const { file, rights } of pictures) {
      for (const printed of rights ? peopleIn(rights) : []) {
        faces.set(file.hash, [...(faces.get(file.hash) ?? []), { printed, story: id, src: file.src, sample }]);
      }
    }
  }
  return faces;
}
