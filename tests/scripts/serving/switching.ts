import { parentPort, workerData } from 'node:worker_threads';
import { playground, publish } from '../../site-parts/publish/small-sites.ts';
import { lastingFiles } from '../../site-parts/publish/worlds-end.ts';

/** What the thread is asked for: the name of a release to publish, or to tidy up and end. */
export type Wish = 'old' | 'new' | 'end';
/** Its first message; afterwards it sends each wish back when it is done. */
export type Ground = { readonly dir: string; readonly place: string };
export type SwitchingData = { readonly exchange: boolean };

/** A thread of its own that publishes releases, so that readers keep asking while the names change places. */
const ground = playground();
const fs = lastingFiles({ exchange: (workerData as SwitchingData).exchange });
parentPort?.postMessage({ dir: ground.dir, place: ground.place } satisfies Ground);
parentPort?.on('message', (wish: Wish) => {
  if (wish === 'end') ground.remove();
  else publish(ground, wish, { fs });
  parentPort?.postMessage(wish);
  if (wish === 'end') parentPort?.close();
});
