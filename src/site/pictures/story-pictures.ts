import { join } from 'node:path';
import type { Content } from '#domain/programme/programme.ts';
import { folderOfStory } from '#domain/stories/story.ts';
import type { ListedPicture } from './making.ts';

/** The pictures that the stories of a build show, each once however often it is shown, with where its file lies. */
export function picturesOf({ stories }: Pick<Content, 'stories'>, contentDir: string): ListedPicture[] {
  const listed = stories.flatMap((story) => {
    const shown = [...(story.coverFile ? [{ file: story.coverFile, form: null }] : []), ...story.body.pictures];
    return shown.map(({ file, form }) => ({
      path: join(contentDir, folderOfStory(story), file.onDisk ?? file.src),
      file,
      full: form === 'full',
    }));
  });
  const byHash = Map.groupBy(listed, ({ file }) => file.hash).values();
  return [...byHash].flatMap((same) => {
    const last = same.at(-1);
    return last ? [{ ...last, full: same.some(({ full }) => full) }] : [];
  });
}
