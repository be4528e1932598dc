import type { Problem } from '#check/finding.ts';
import type { Content } from '#domain/programme/programme.ts';
import type { Environment } from '#reader/environment.ts';
import type { ReadResult } from '#reader/read-content.ts';

/** What a site is made by, besides its content. */
export interface SiteSettings extends Pick<Environment, 'contentDir' | 'recordsDir' | 'siteUrl' | 'base' | 'now'> {
  /** Whether samples are shown: a preview, for no search engine. */
  readonly samples: boolean;
}

/** The content has errors; the message is Chinese. */
export class UnsoundContent extends Error {
  override readonly name = 'UnsoundContent';
}

/** The one reading of the content that everything in a site is made of. */
export interface Reading {
  /** The content as it was read last and was sound; reads it where nobody has yet. Throws `UnsoundContent`. */
  readonly content: () => Content;
  /** Reads again. Returns all that is wrong where there is an error: `content` stays; else null, and it is the new one. */
  readonly again: () => readonly Problem[] | null;
}

/** What was read, as far as a site can be made of it; null where it has errors. */
export const soundContent = ({ content, problems }: ReadResult): Content | null =>
  problems.some(({ severity }) => severity === 'error') ? null : content;

/** How many errors are told: a content of which nothing can be made has one at least. */
export const errorsIn = (problems: readonly Problem[]): number =>
  Math.max(1, problems.filter(({ severity }) => severity === 'error').length);

/** A reading that is done: what a build has read it never reads again. */
export const readingOnce = (content: Content): Reading => ({ content: () => content, again: () => null });

/**
 * A reading that everything in a site shares, so that its pages, pictures and fonts are of one moment.
 * @param read reads the content folder
 * @param first what was read already
 */
export function readingOf(read: () => ReadResult, first?: ReadResult): Reading {
  let content = first ? soundContent(first) : null;
  const again = () => {
    const result = read();
    const fresh = soundContent(result);
    if (fresh) content = fresh;
    return fresh ? null : result.problems;
  };
  return {
    again,
    content: () => {
      const wrong = content ? null : again();
      if (!content) throw new UnsoundContent(`内容有${errorsIn(wrong ?? [])}处错误；运行 npm run check 查看`);
      return content;
    },
  };
}
