import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileSystem } from '#site/publish/file-system.ts';
import {
  DEAD,
  FACTS,
  HOSTS,
  NEW,
  OLD,
  type Playground,
  playground,
  publish,
  SHOWN,
  type SmallSite,
  siteIn,
  write,
} from './small-sites.ts';
import { endingFiles, lastingFiles, WorldsEnd } from './worlds-end.ts';

const FRAGMENT = 'pagefind/fragment/a_1.pf_fragment';
/** The new site with what an open search page of the old one may still ask for. */
const NEW_WITH_KEPT: SmallSite = { ...NEW, [FRAGMENT]: OLD[FRAGMENT]! };

interface Case {
  readonly title: string;
  readonly exchange: boolean;
  readonly prepare: (ground: Playground, files: () => FileSystem) => void;
  readonly act: 'publish' | 'back';
  /** What a reader may find; null: no site. */
  readonly before: SmallSite | null;
  readonly after: SmallSite;
  /** Whether there may be a moment without any site. */
  readonly gap?: boolean;
}

const files = (exchange: boolean) => () => lastingFiles({ exchange });
const oldWithHosts = (ground: Playground, fs: () => FileSystem) => {
  publish(ground, 'old', { fs: fs() });
  write(ground.place, HOSTS);
};

const bothWays = [true, false].flatMap((exchange): Case[] => {
  const way = exchange ? 'where names can be exchanged' : 'where they cannot';
  return [
    { title: `the first build, ${way}`, exchange, prepare: () => undefined, act: 'publish', before: null, after: NEW },
    {
      title: `a build over a build, with files of a host, ${way}`,
      exchange,
      prepare: oldWithHosts,
      act: 'publish',
      before: { ...OLD, ...HOSTS },
      after: { ...NEW_WITH_KEPT, ...HOSTS },
    },
    {
      title: `a build into a folder that a host made, ${way}`,
      exchange,
      prepare: ({ place }) => write(place, HOSTS),
      act: 'publish',
      before: HOSTS,
      after: { ...NEW, ...HOSTS },
      gap: !exchange,
    },
    {
      title: `the way back, ${way}`,
      exchange,
      prepare: (ground, fs) => {
        publish(ground, 'old', { fs: fs() });
        publish(ground, 'new', { fs: fs() });
        write(ground.place, HOSTS);
      },
      act: 'back',
      before: { ...NEW_WITH_KEPT, ...HOSTS },
      after: { ...OLD, ...HOSTS },
    },
  ];
});

const CASES: readonly Case[] = [
  ...bothWays,
  {
    title: 'a folder that becomes a link, once, where names cannot be exchanged',
    exchange: false,
    prepare: (ground) => oldWithHosts(ground, files(true)),
    act: 'publish',
    before: { ...OLD, ...HOSTS },
    after: { ...NEW_WITH_KEPT, ...HOSTS },
    gap: true,
  },
  {
    title: 'a site behind a link of its user',
    exchange: true,
    prepare: (ground) => {
      const real = { ...ground.options, wanted: join(ground.dir, 'elsewhere') };
      publish(ground, 'old', real);
      symlinkSync('elsewhere', ground.place);
    },
    act: 'publish',
    before: OLD,
    after: NEW_WITH_KEPT,
  },
];

const grounds: Playground[] = [];
afterEach(() => {
  for (const ground of grounds.splice(0)) ground.remove();
});

/** Runs a case until the end of the world after some changes; true: it came through before. */
function run(ground: Playground, one: Case, after: number, power: boolean): boolean {
  const fs = endingFiles(after, { power, exchange: one.exchange });
  try {
    const site = ground.open({ me: DEAD }, fs);
    if (one.act === 'publish') site.publish(join(ground.dir, 'new'), FACTS, SHOWN);
    else site.goBack(SHOWN);
    site.close();
    return true;
  } catch (error) {
    if (!(error instanceof WorldsEnd)) throw error;
    return false;
  }
}

describe.each(CASES)('$title', (one) => {
  it.each([
    ['killed', false],
    ['without power', true],
  ])('%s after any step: a reader finds the old or the new site whole, and so does the next build', (_, power) => {
    for (let after = 0; ; after++) {
      const ground = playground();
      grounds.push(ground);
      one.prepare(ground, files(one.exchange));
      const through = run(ground, one, after, power);
      const states = [one.before, one.after, ...(one.gap ? [null] : [])];
      const found = siteIn(ground.place);
      expect(states, `a reader, after ${after} changes`).toContainEqual(found);

      const next = ground.open({}, files(one.exchange)());
      const recovered = siteIn(ground.place);
      expect([one.before, one.after], `the next build, after ${after} changes`).toContainEqual(recovered);
      if (found !== null) expect(recovered).toEqual(found);
      // Nothing but a release to go back to, and only a whole one.
      expect(ground.leftovers().filter((name) => name !== 'previous')).toEqual([]);
      next.close();

      publish(ground, 'new', { fs: files(one.exchange)() });
      const hosts = one.before !== null && '.user.ini' in one.before ? HOSTS : {};
      expect(siteIn(ground.place)).toMatchObject({ ...NEW, ...hosts });
      expect(siteIn(ground.place)?.['index.html']).toBe('new');
      expect(siteIn(ground.place)).not.toHaveProperty('stories/gone/index.html');
      expect(ground.leftovers().filter((name) => name !== 'previous')).toEqual([]);
      ground.remove();
      if (through) {
        expect(after).toBeGreaterThan(20);
        break;
      }
    }
  });
});
