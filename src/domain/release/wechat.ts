import type { Scope } from '../people/consent/consent.ts';
import type { Story } from '../stories/story.ts';
import { appearancesOf, shownPictures } from './appearances.ts';
import type { Clearing } from './clearing.ts';
import type { ConsentHold } from './hold.ts';
import { permittedByAll } from './permitted.ts';
import type { Records } from './records.ts';

/** What somebody in a story permits the official account on a day. */
export interface WechatPermission {
  /** As the article prints them. */
  readonly printed: string;
  readonly scopes: readonly Scope[];
  /** The last day on which it holds; null: it does not end. */
  readonly until: string | null;
}

/** Whether an article of the official account may be made of a story, as far as the people in it go. */
export interface WechatClearance {
  readonly holds: readonly ConsentHold[];
  readonly permitted: readonly WechatPermission[];
}

/**
 * Asks everyone in a story, declared or found, whether they may be named, shown and told of in an article as the site
 * does it. Who stands there under a 化名 agreed to be told of here too, and whoever can be seen in a picture that is left
 * to be shown here: an article that was sent out cannot be taken back from those who have it. Nobody is given a 化名 for
 * the article alone: it would not be the text that was signed.
 */
export function wechatClearanceOf(story: Story, clearing: Clearing, records: Records, day: string): WechatClearance {
  const gone = new Set(clearing.leftOut.map(({ src }) => src));
  const shown = new Set(shownPictures(story, records).flatMap(({ src, people }) => (gone.has(src) ? [] : people)));
  const holds: ConsentHold[] = [];
  const permitted: WechatPermission[] = [];
  for (const appearance of appearancesOf(story, records)) {
    const { printed, sameAs } = appearance;
    const asked = appearance.scopes.filter((scope) => {
      if (scope === 'portrait') return shown.has(printed);
      return !(scope === 'name' && clearing.replaced.has(printed));
    });
    const answers = asked.map((scope) => ({
      scope,
      ...permittedByAll(appearance, scope, 'wechat', records.consents, day),
    }));
    const refused = answers.flatMap((one) => (one.permitted ? [] : [one]));
    for (const [, [first, ...rest]] of Map.groupBy(refused, ({ why, since, signer }) => `${why} ${since} ${signer}`)) {
      if (!first) continue;
      const { why, since, signer } = first;
      const scopes = [first, ...rest].map(({ scope }) => scope);
      const where = scopes.includes('portrait') ? sameAs : null;
      holds.push({ kind: 'consent', printed, scopes, why, since, signer, sameAs: where, channel: 'wechat' });
    }
    const given = answers.flatMap((one) => (one.permitted ? [one] : []));
    if (given.length === 0) continue;
    const [until = null] = given.flatMap((one) => one.until ?? []).toSorted();
    permitted.push({
      printed: clearing.replaced.get(printed) ?? printed,
      scopes: given.map(({ scope }) => scope),
      until,
    });
  }
  return { holds, permitted };
}
