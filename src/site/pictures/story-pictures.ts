import { join } from 'node:path';
import type { Content } from '#domain/programme/programme.ts';
import { folderOfStory } from '#domain/stories/story.ts';
import type { ListedPicture } from './making.ts';

/** The pictures that the stories of a build show, each once however often it is shown, with where its file lies. */
export function picturesOf({ stories }: Pick<Content, 'stories'>, contentDir: string): ListedPicture[] {
  const listed = stories.flatMap((story) => {
    const files = [
      ...(story.coverFile ? [story.coverFile] : []),
      ...story.body.pictures.map((picture) => picture.file),
    ];
    return files.map((file) => ({ path: join(contentDir, folderOfStory(story), file.onDisk ?? file.src), file }));
  });
  return [...new Map(listed.map((picture) => [picture.file.hash, picture])).values()];
}
