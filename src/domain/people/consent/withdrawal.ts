import type { Channel, Consent, Scope } from './consent.ts';

/** Whether a paper names both what is asked for and where. */
export const covers = ({ scope, channels }: Consent, what: Scope, where: Channel) =>
  scope.includes(what) && channels.includes(where);

/**
 * Whether taking one paper back ends what another one permits. It ends the same on every paper the person had signed by
 * then; a later paper permits again. Who is not to be told of (`story`) is not to be named, shown or heard either, so
 * that ends everything, on every channel.
 */
function ends(taken: Consent, on: string, paper: Consent, scope: Scope, channel: Channel): boolean {
  if (taken !== paper && paper.signed > on) return false;
  return taken.scope.includes('story') || covers(taken, scope, channel);
}

/** The day from which a paper does not permit something any more, because the person took back this paper or another. */
export function takenBackOn(paper: Consent, scope: Scope, channel: Channel, papers: readonly Consent[]): string | null {
  const days = papers.flatMap((taken) => {
    const on = taken.withdrawn;
    return on !== undefined && ends(taken, on, paper, scope, channel) ? [on] : [];
  });
  return days.toSorted()[0] ?? null;
}
