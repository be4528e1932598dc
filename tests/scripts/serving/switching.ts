import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { playground, publish, type SmallSite, write } from '../../site-parts/publish/small-sites.ts';
import { lastingFiles } from '../../site-parts/publish/worlds-end.ts';

/** What the thread is asked for: the name of a release to publish, or to tidy up and end. */
export type Wish = 'old' | 'new' | 'end';
/** Its first message; afterwards it sends each wish back when it is done. */
export type Ground = { readonly dir: string; readonly place: string };
/** How names change places, and the releases: each is built again before it is published. */
export type SwitchingData = {
  readonly exchange: boolean;
  readonly releases: Readonly<Record<'old' | 'new', SmallSite>>;
};

/** A thread of its own that publishes releases, so that readers keep asking while the names change places. */
const ground = playground();
const { exchange, releases } = workerData as SwitchingData;
const fs = lastingFiles({ exchange });
parentPort?.postMessage({ dir: ground.dir, place: ground.place } satisfies Ground);
parentPort?.on('message', (wish: Wish) => {
  if (wish === 'end') ground.remove();
  else {
    write(join(ground.dir, wish), releases[wish]);
    publish(ground, wish, { fs });
  }
  parentPort?.postMessage(wish);
  if (wish === 'end') parentPort?.close();
});
