import type { Content } from '#domain/programme/programme.ts';
import type { Story, StoryBody } from '#domain/stories/story.ts';
import type { WordsRead } from '../kept/words-read.ts';

/** What of a story changes when a word of its text does, and nothing else in the content. */
const WORDS = ['source', 'text', 'naming', 'length', 'firstLine'] as const satisfies readonly (keyof StoryBody)[];

const withoutWords = ({ body, ...story }: Story) => {
  const { source: _, text: __, naming: ___, length: ____, firstLine: _____, ...rest } = body;
  return { ...story, body: rest };
};

/** All of a content as data but the words of its stories: with the same text, pages differ in those words only. */
export const contentWithoutWords = (content: Content): string =>
  JSON.stringify({ ...content, stories: content.stories.map(withoutWords) });

/**
 * The content as pages get it: plain data, as if it had come from a file, of which no page can change what another
 * sees. Who reads the words of a story is noted.
 */
export function contentForPages(content: Content, reads: WordsRead): Content {
  const plain: Content = JSON.parse(contentWithoutWords(content));
  for (const [i, { id, body }] of content.stories.entries()) {
    const own = plain.stories[i]?.body;
    if (!own) continue;
    for (const key of WORDS) {
      const get = () => {
        reads.read(id);
        return body[key];
      };
      Object.defineProperty(own, key, { enumerable: true, get });
    }
  }
  return plain;
}
