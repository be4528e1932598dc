import { takeLock } from './build-lock.ts';
import type { FileSystem } from './file-system.ts';
import type { Carried } from './foreign.ts';
import { differences, manifestOf, type ReleaseFacts, readManifest } from './manifest.ts';
import { type Ownership, type OwnershipOptions, standingOf } from './ownership.ts';
import type { ProcessFacts } from './process-facts.ts';
import { forgetWithdrawn, goBack, Overtaken, type Published, publish, type Site } from './publish-release.ts';
import { type Recovered, recover } from './recover.ts';
import { canExchange } from './switch-site.ts';
import { type Protected, refuseMount, refuseProtected, type Target, targetOf } from './target.ts';
import type { Shown } from './withdrawn.ts';
import { folderOfSite, makeWorkshop } from './workshop.ts';

/** A target that is ours alone until it is closed. */
export interface OpenSite {
  readonly target: Target;
  readonly standing: Ownership;
  readonly recovered: Recovered;
  /** Removes the release before where it holds what may not be shown any more. */
  readonly forgetWithdrawn: (shown: Shown) => void;
  /**
   * Makes a finished site the site, out of whose folder its files are moved. All or nothing; throws `Overtaken`, and the
   * errors of the system.
   */
  readonly publish: (finished: string, facts: ReleaseFacts, shown: Shown) => Published;
  /** Makes the release before the site, and the site the release before. Throws `NoWayBack`. */
  readonly goBack: (shown: Shown) => Carried;
  /**
   * Looks at what is there now: the site of the beginning, byte for byte as far as a manifest tells; the one just
   * published; or something else.
   */
  readonly stateNow: () => 'as-before' | 'published' | 'unclear';
  readonly close: () => void;
}

export interface OpenOptions extends OwnershipOptions {
  /** Absolute. */
  readonly wanted: string;
  readonly kept: Protected;
  readonly me: ProcessFacts;
  readonly clock: () => Date;
}

/**
 * Opens the place where a site goes: refuses what is not ours before anything is touched (`TargetRefused`), takes the
 * lock (`LockHeld`), and brings to an end what an interrupted build left.
 */
export function openSite(fs: FileSystem, options: OpenOptions): OpenSite {
  const target = targetOf(fs, options.wanted);
  refuseProtected(fs, target, options.kept);
  refuseMount(fs, target);
  standingOf(fs, target, options);
  makeWorkshop(fs, target);
  const lock = takeLock(fs, target.workshop, options.me, options.clock);
  try {
    const exchanges = canExchange(fs, target);
    const recovered = recover(fs, target, exchanges, options.clock());
    const standing = standingOf(fs, target, options);
    const before = folderOfSite(fs, target);
    const names = before ? fs.names(target.place) : [];
    const manifest = standing.kind === 'ours' ? standing.manifest : null;
    const isSame = () =>
      folderOfSite(fs, target)?.identity === before?.identity && readManifest(fs, target.place)?.id === manifest?.id;
    const isUntouched = () =>
      isSame() &&
      (manifest
        ? differences(fs, target.place, manifest).length === 0
        : before === null || fs.names(target.place).join('/') === names.join('/'));
    const refuseOvertaken = () => {
      if (!lock.isMine() || !isSame()) throw new Overtaken();
    };
    const site: Site = { fs, target, standing, exchanges, before, isMine: lock.isMine, refuseOvertaken };
    let made: string | null = null;
    return {
      target,
      standing,
      recovered,
      stateNow: () =>
        isUntouched()
          ? 'as-before'
          : made !== null && readManifest(fs, target.place)?.id === made
            ? 'published'
            : 'unclear',
      forgetWithdrawn: (shown) => forgetWithdrawn(site, shown),
      publish: (finished, facts, shown) => {
        const manifest = manifestOf(fs, finished, facts);
        made = manifest.id;
        return publish(site, finished, manifest, shown);
      },
      goBack: (shown) => goBack(site, shown),
      close: () => lock.release(),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
