import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packKit } from '#exports/kits/pack-kit.ts';
import { readManifest } from '#site/publish/manifest.ts';
import { NoWayBack } from '#site/publish/publish-release.ts';
import type { Shown } from '#site/publish/withdrawn.ts';
import { FACTS, NEW, OLD, type Playground, playground, publish, SHOWN, siteIn, write } from './small-sites.ts';
import { lastingFiles } from './worlds-end.ts';

const FRAGMENT = 'pagefind/fragment/a_1.pf_fragment';
const PICTURE = '0123456789abcdef';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

const back = (shown: Shown) => {
  const site = ground.open();
  try {
    return site.goBack(shown);
  } finally {
    site.close();
  }
};
const hasPrevious = () => existsSync(join(ground.workshop, 'previous'));

const OPEN = new Map([['one', [PICTURE]]]);
/** Before anything is withdrawn. */
const BEFORE: Shown = { ...SHOWN, kits: OPEN };

/** The old site has a press kit of its story, with a picture and a name in its text. */
function writeKit(picture: string): void {
  const note = { caption: '样例', credit: null, licence: null, expires: null };
  const files = [
    { path: '正文.txt', note, from: { text: '样例林溪来了' } },
    { path: 'photos/01.jpg', note, from: { picture } },
  ];
  const kit = packKit({ id: 'one', head: {}, files }, ({ from }) => Buffer.from('text' in from ? from.text : 'face'));
  mkdirSync(join(ground.dir, 'old', 'kits'), { recursive: true });
  writeFileSync(join(ground.dir, 'old', 'kits/one.zip'), kit);
}

/** What of the old site is withdrawn before the new one is built. */
const WITHDRAWN: readonly (readonly [title: string, prepare: () => void, shown: Shown])[] = [
  [
    'a name',
    () => write(join(ground.dir, 'old'), { 'stories/one/index.html': '样例林溪来了' }),
    { ...SHOWN, names: ['样例林溪'] },
  ],
  [
    'a picture',
    () => write(join(ground.dir, 'old'), { [`pictures/${PICTURE}-640.jpg`]: 'face' }),
    { ...SHOWN, pictures: [PICTURE] },
  ],
  ['a story', () => undefined, { ...SHOWN, stories: [] }],
  ['what the press might take of a story', () => writeKit(PICTURE), { ...SHOWN, kits: new Map() }],
  ['a picture that the press might take', () => writeKit(PICTURE), { ...SHOWN, kits: new Map([['one', []]]) }],
  ['a name that stands in a kit', () => writeKit(PICTURE), { ...SHOWN, kits: OPEN, names: ['样例林溪'] }],
];

describe.each(WITHDRAWN)('after %s was withdrawn', (_, prepare, shown) => {
  const facts = { ...FACTS, stories: [...shown.stories] };
  beforeEach(() => {
    prepare();
    publish(ground, 'old');
  });

  it('the build keeps nothing of the release before: no way back to it, no chunk of its search', () => {
    const { previous, kept } = publish(ground, 'new', { shown, facts });
    expect([previous, kept, hasPrevious()]).toEqual([false, 0, false]);
    expect(siteIn(ground.place)).toEqual(NEW);
    expect(ground.leftovers()).toEqual([]);
    expect(() => back(shown)).toThrow(NoWayBack);
  });

  it('a release before that was kept goes as soon as anybody asks, even where the build then fails', () => {
    publish(ground, 'new', { shown: BEFORE });
    expect(hasPrevious()).toBe(true);
    const site = ground.open();
    site.forgetWithdrawn(shown);
    site.close();
    expect(hasPrevious()).toBe(false);
  });

  it('there is no way back to it, and asking removes it', () => {
    publish(ground, 'new', { shown: BEFORE });
    expect(() => back(shown)).toThrow(expect.objectContaining({ why: 'withdrawn' }));
    expect(hasPrevious()).toBe(false);
    expect(siteIn(ground.place)).toMatchObject(NEW);
  });
});

it('a release before whose press kits hold only what the press may take is kept', () => {
  writeKit(PICTURE);
  publish(ground, 'old');
  const shown = { ...SHOWN, kits: OPEN, names: ['样例李明'] };
  expect([publish(ground, 'new', { shown }).previous, hasPrevious()]).toEqual([true, true]);
});

describe('a search page that is open', () => {
  it('finds on for one release more: what it asks for lives on, then goes', () => {
    publish(ground, 'old');
    expect(publish(ground, 'new').kept).toBe(1);
    expect(siteIn(ground.place)).toEqual({ ...NEW, [FRAGMENT]: OLD[FRAGMENT] });
    expect(readManifest(lastingFiles(), ground.place)?.kept).toHaveProperty([FRAGMENT]);
    publish(ground, 'new');
    expect(siteIn(ground.place)).toEqual(NEW);
  });

  it('gets nothing that is not as the release before made it', () => {
    publish(ground, 'old');
    writeFileSync(join(ground.place, FRAGMENT), 'broken');
    expect(publish(ground, 'new').kept).toBe(0);
  });
});

describe('the way back', () => {
  it('leads to the release before, and from there to the one it left', () => {
    publish(ground, 'old');
    publish(ground, 'new');
    back(SHOWN);
    expect(siteIn(ground.place)).toEqual(OLD);
    back(SHOWN);
    expect(siteIn(ground.place)).toMatchObject(NEW);
  });

  it('is not there after the first build, nor to a release whose files changed', () => {
    publish(ground, 'old');
    expect(() => back(SHOWN)).toThrow(expect.objectContaining({ why: 'none' }));
    publish(ground, 'new');
    writeFileSync(join(ground.workshop, 'previous', 'index.html'), 'changed');
    expect(() => back(SHOWN)).toThrow(expect.objectContaining({ why: 'damaged' }));
    expect(siteIn(ground.place)).toMatchObject(NEW);
  });

  it('still leads to the release before that after a build that changed nothing', () => {
    publish(ground, 'old');
    publish(ground, 'new');
    publish(ground, 'new');
    const { changed, previous } = publish(ground, 'new');
    expect([changed, previous]).toEqual([false, true]);
    back(SHOWN);
    expect(siteIn(ground.place)).toEqual(OLD);
  });
});
