import { instantOf } from '#domain/stories/story.ts';
import { escapeText } from '#format/escape-text.ts';
import type { FeedItem } from './rss.ts';

/** Something that was put right, as a feed tells it; addresses are under the base path, not yet whole. */
export interface FeedCorrection {
  readonly href: string;
  readonly date: string;
  readonly kind: string;
  readonly of: { readonly text: string; readonly href: string | null };
  readonly was: string | null;
  readonly now: string | null;
  readonly text: string;
  readonly source: string | null;
}

/** What was put right, in a sentence: 原来40人，更正为45人。 */
export function changeWords({ was, now }: Pick<FeedCorrection, 'was' | 'now'>): string {
  if (was === null) return '';
  return now === null ? `原来${was}，现在没有这个数。` : `原来${was}，更正为${now}。`;
}

const whole = (sentence: string) => (/[。！？]$/u.test(sentence) ? sentence : `${sentence}。`);

/**
 * A correction as an item of a feed in whichever form.
 * @param site the name of the site, which answers for it
 */
export function correctionItem(one: FeedCorrection, site: string, wholeAddress: (href: string) => string): FeedItem {
  const { of, text, source } = one;
  const words = `${changeWords(one)}${whole(text)}${source === null ? '' : `依据：${whole(source)}`}`;
  const thing = escapeText(of.text);
  const link = of.href === null ? thing : `<a href="${escapeText(wholeAddress(of.href))}">${thing}</a>`;
  return {
    title: `更正：${of.text}`,
    url: wholeAddress(one.href),
    summary: words,
    html: `<p>${link}　${escapeText(words)}</p>`,
    published: instantOf(one.date),
    corrected: null,
    categories: [one.kind],
    author: null,
    image: null,
    source: site,
  };
}
