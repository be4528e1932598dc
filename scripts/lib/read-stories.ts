import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import type { PictureFile, PictureRights } from '#domain/picture.ts';
import {
  fileOfStory,
  folderOfStory,
  isOut,
  type Story,
  type StoryFigure,
  type StoryPicture,
  storySchema,
} from '#domain/story.ts';
import { readStory } from '#exports/story-markdown.ts';
import type { ContentFiles } from './content-files.ts';
import type { KnownToStories } from './known-to-stories.ts';

/** Provisional: to be replaced by the real checker. */
export function readStories(
  files: ContentFiles,
  _known: KnownToStories,
  { samples, now }: { samples: boolean; now: Date },
): { stories: Story[]; whole: boolean } {
  const stories: Story[] = [];
  for (const sample of samples ? [false, true] : [false]) {
    for (const id of files.names(sample ? 'samples/stories' : 'stories')) {
      const file = join(files.dir, fileOfStory({ id, sample }));
      if (!existsSync(file)) continue;
      const text = readFileSync(file, 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(/^\ufeff/, '');
      const end = text.indexOf('\n---\n', 4);
      const parsed = storySchema.safeParse(parse(text.slice(4, end)));
      if (!parsed.success) {
        console.error(file, parsed.error.message);
        continue;
      }
      const front = parsed.data;
      const source = text.slice(end + 5);
      const picture = (src: string): PictureFile | null => {
        const path = join(files.dir, folderOfStory({ id, sample }), src);
        if (!existsSync(path)) return null;
        const bytes = readFileSync(path);
        const size = imageSize(bytes);
        const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
        return { src, hash, width: size.width, height: size.height, format: 'jpeg' };
      };
      const tree = readStory(source, '/');
      const facts: string[] = [];
      const figures: StoryFigure[] = [];
      const pictures: StoryPicture[] = [];
      visit(tree, (node) => {
        if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
        const attrs = Object.fromEntries(node.attributes.map((a) => ('name' in a ? [a.name, String(a.value)] : [])));
        if (node.name === 'Num' && attrs['fact']) facts.push(attrs['fact']);
        if (node.name === 'Figure' && attrs['name']) figures.push({ name: attrs['name'] });
        if (node.name === 'Photo' || node.name === 'PlainPhoto') {
          const found = picture(attrs['src'] ?? '');
          if (found)
            pictures.push({ file: found, rights: node.name === 'Photo' ? (attrs as unknown as PictureRights) : null });
        }
      });
      const words = plainText(tree);
      const coverFile = front.cover && picture(front.cover.src);
      const body = {
        source,
        firstLine: 1,
        facts: [...new Set(facts)],
        figures,
        pictures,
        text: words,
        length: words.length,
      };
      const story: Story = { ...front, id, sample, body, ...(coverFile && { coverFile }) };
      if (isOut(story, now)) stories.push(story);
    }
  }
  return { stories, whole: true };
}
