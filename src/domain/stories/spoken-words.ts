import { charactersIn } from './one-line.ts';
import { bareWords } from './profile.ts';
import type { Story } from './story.ts';

/** What somebody says, in quotation marks behind a verb of saying. */
const SPOKEN = /[说讲答道写告诉](?:他|她|我|我们|大家|自己|我的|的)?[：:，,]\s*“([^“”\n]+)”/gu;

/** Characters that a slip has room for. */
const MOST = 20;
const LEAST = 4;

/**
 * The first thing that somebody says in a story and that is short enough for a slip: whole, in its own words, without the
 * comma or full stop it ends with. null where nobody says anything so short.
 * @param text words of a story as read aloud (`Story.body.text`)
 */
export function shortQuotation(text: string): string | null {
  for (const [, said = ''] of text.matchAll(SPOKEN)) {
    const words = said.replace(/[，。；、]$/u, '');
    const length = [...words].length;
    if (length >= LEAST && length <= MOST) return words;
  }
  return null;
}

/** The words of the person of a portrait for a slip: what their profile quotes, where it is short enough, else what is said first. */
export function slipQuotation({ profile, body }: Pick<Story, 'profile' | 'body'>): string | null {
  const own = bareWords(profile?.words ?? '').replace(/[，。；、]$/u, '');
  return own !== '' && charactersIn(own) <= MOST ? own : shortQuotation(body.text);
}
