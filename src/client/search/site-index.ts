import { type Addresses, type Opened, pagefindEngine } from './engine.ts';

/** The index of the site, opened when it is first needed and anew after it failed. */
export interface SiteIndex {
  /** Whether it answers without being opened first. */
  isOpen(): boolean;
  /** Opens it ahead of the first question. */
  prepare(): void;
  use<T>(work: (opened: Opened) => Promise<T>): Promise<T>;
}

/** `onStep` hears how many of its parts have come while it is being opened. */
export function siteIndex(addresses: Addresses, onStep: (came: number) => void): SiteIndex {
  let current: Promise<Opened> | null = null;
  let ready = false;
  let attempts = 0;
  const open = (): Promise<Opened> => {
    if (current) return current;
    ready = false;
    let came = 0;
    const mine = pagefindEngine(addresses, attempts, () => {
      came += 1;
      onStep(came);
    });
    attempts += 1;
    current = mine;
    mine.then(
      () => {
        ready = current === mine;
      },
      () => giveUp(mine),
    );
    return mine;
  };
  const giveUp = (failed: Promise<Opened>) => {
    if (current !== failed) return;
    current = null;
    ready = false;
    failed.then(
      (opened) => opened.close(),
      () => {},
    );
  };
  return {
    isOpen: () => ready,
    prepare: () => void open().catch(() => {}),
    async use(work) {
      const mine = open();
      try {
        return await work(await mine);
      } catch (error) {
        giveUp(mine);
        throw error;
      }
    },
  };
}
