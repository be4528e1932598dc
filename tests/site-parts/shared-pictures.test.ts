import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { weaveCloth } from '#charts/kit/palette.ts';
import { posterOf } from '#exports/posters/poster.ts';
import { sharePicture } from '#exports/posters/share-picture.ts';
import type { House, Sheet } from '#exports/posters/sheet.ts';
import type { PosterWords, SharedPage } from '#format/share-picture.ts';
import { titlePieces } from '#format/title-pieces.ts';
import { drawShared, picturesOfPage } from '#site/drawings/draw-shared.ts';
import { DrawingError } from '#site/drawings/lacking.ts';
import { writeShared } from '#site/drawings/write-shared.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'shared-'));
  folders.push(folder);
  return folder;
};

const house: House = {
  name: '样例援助',
  cloth: weaveCloth([2, 1], ['#b3202a', '#1f4e9e'], null),
  cut: titlePieces(['样例市', '样例县']),
};
const POSTER: PosterWords = { id: 'a', said: '两地的孩子通了四十封信。', credits: ['来源：样例单位　2026年1月1日'] };
const pageOf = (title: string, more: Partial<SharedPage> = {}): SharedPage => ({
  ...{ path: 'stories/a/', url: 'https://aid.example.invalid/stories/a/', title, seed: 'a', stripes: [1, 2] },
  ...{ photo: null, sample: false, poster: POSTER, ...more },
});

/** Every picture of these pages, by its file. */
async function draw(pages: readonly SharedPage[], photo: Uint8Array = new Uint8Array()) {
  const drawn = new Map<string, Uint8Array>();
  const pictures = pages.flatMap((page) => picturesOfPage(page, house));
  await drawShared(
    pictures,
    house,
    async () => photo,
    async ({ file }, bytes) => {
      drawn.set(file, bytes);
    },
  );
  return drawn;
}

const sheetsOf = (page: SharedPage): Sheet[] => [
  ...(['wide', 'square'] as const).map((form) => sharePicture(page, house, form)),
  ...(page.poster ? [posterOf(page, page.poster, house)] : []),
];

/** The pixels of a picture, and how many colours it has. */
async function pixelsOf(bytes: Uint8Array | undefined) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3)];
  return { at, width: info.width, height: info.height, data };
}

/** Pixels of the picture nearly as dark as ink. */
const inkIn = (data: Uint8Array) => {
  let count = 0;
  for (let i = 0; i < data.length; i += 3) if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) < 90) count++;
  return count;
};

const SIXTY =
  '样例单位的一支小队伍在样例县的二百六十三天里，怎样从一封信写起，写到一座房子、两间教室、三条路，最后写到四十个孩子的两年';

describe('the pictures of a page', () => {
  it('are a wide one, a square one and its poster, as large as those who show them ask for', async () => {
    const drawn = await draw([pageOf('两封信')]);
    const sizes = await Promise.all([...drawn].map(async ([file, png]) => [file, (await sharp(png).metadata()).width]));
    expect(sizes).toEqual([
      ['share/stories/a/wide.png', 1200],
      ['share/stories/a/square.png', 300],
      ['posters/a.png', 750],
    ]);
  });

  it('show the stripes of its cloth, paper, and the ink of its title', async () => {
    const drawn = await draw([pageOf('两封信')]);
    const { at, data } = await pixelsOf(drawn.get('share/stories/a/wide.png'));
    const stripes = house.cloth.stripes.slice(0, 2).map(({ light }) => light.fill);
    const hex = (rgb: number[]) => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    expect(stripes).toContain(hex(at(1199, 10)));
    expect(hex(at(90, 60))).toBe('#fdfcf9');
    expect(inkIn(data)).toBeGreaterThan(
      inkIn((await pixelsOf((await draw([pageOf('　')])).get('share/stories/a/wide.png'))).data),
    );
  });

  it('are the same bytes each time, and other ones for another title', async () => {
    const [one, again, other] = await Promise.all([
      draw([pageOf('两封信')]),
      draw([pageOf('两封信')]),
      draw([pageOf('三封信')]),
    ]);
    for (const [file, bytes] of one) {
      expect(again.get(file)).toEqual(bytes);
      expect(other.get(file)).not.toEqual(bytes);
    }
  });

  it('are the same bytes whatever other pictures are drawn with them', async () => {
    const notice = readFileSync(join(import.meta.dirname, '../../content/plan/body.yaml'), 'utf8');
    const characters = [...new Set(notice)].filter((character) => /\p{Script=Han}/u.test(character));
    const pages = Array.from({ length: 60 }, (_, at) => {
      const title = characters.slice(9 * at, 9 * at + 3 + (at % 10)).join('');
      return pageOf(title, { path: `stories/a${at}/`, poster: { ...POSTER, id: `a${at}` } });
    });
    const together = await draw(pages);
    const other = new Map([...(await draw(pages.slice(30))), ...(await draw(pages.slice(0, 30)))]);
    expect(other.size).toBe(180);
    expect([...together].filter(([file, bytes]) => !other.get(file)?.every((byte, i) => byte === bytes[i]))).toEqual(
      [],
    );
  });

  it('weigh little: forty kilobytes at most without a photo, a title of sixty characters too', async () => {
    expect([...SIXTY].length).toBe(60);
    for (const bytes of (await draw([pageOf(SIXTY)])).values()) expect(bytes.length).toBeLessThan(45_000);
  });

  it('say 样稿 where the page is one', () => {
    for (const sheet of sheetsOf(pageOf('两封信', { sample: true })).filter(({ lines }) => lines.length > 0))
      expect(sheet.lines.some(({ text }) => text.includes('样稿'))).toBe(true);
  });
});

describe('a title on a picture', () => {
  const TITLES = [
    '信',
    '两封信',
    '算得出的账',
    '一封信要走多远',
    '她在海拔3700米的教室里教了三年',
    '样例市和样例县的12个约定（2019—2020年）',
    SIXTY,
    '字'.repeat(60),
    'Supercalifragilisticexpialidocious',
    'Aa '.repeat(20),
  ];

  it.each(TITLES)('stands on its slip whole, whatever its length: %s', (title) => {
    for (const photo of [null, { name: 'p', width: 1200, height: 800, form: 'cut', focus: 'centre' } as const])
      for (const sheet of sheetsOf(pageOf(title, { photo }))) {
        const said = sheet.columns.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
        if (sheet.width > 300 || !photo) expect(said.replace(/\s/g, '')).toBe(title.replace(/\s/g, ''));
        for (const { x, y, size, pieces } of sheet.columns) {
          expect(x - size / 2).toBeGreaterThanOrEqual(0);
          expect(x + size / 2).toBeLessThanOrEqual(sheet.width);
          const places = pieces.reduce((sum, { text, upright }) => sum + (upright ? 1 : [...text].length), 0);
          if (/^\p{Script=Han}+$/u.test(title)) expect(y + places * size * 1.06).toBeLessThanOrEqual(sheet.height);
        }
      }
  });

  it('is broken between words, no name and no span in two, and leaves no character alone', () => {
    const columns = sharePicture(pageOf('样例市和样例县的12个约定（2019—2020年）'), house, 'wide').columns;
    const words = columns.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
    expect(words.some((column) => column.includes('样例市'))).toBe(true);
    expect(words.some((column) => column.includes('2019—2020年'))).toBe(true);
    expect(words.every((column) => [...column].length > 1)).toBe(true);
  });
});

describe('a poster', () => {
  it('has a code that another program reads as the address of the page', async () => {
    for (const url of [
      'https://a.cn/stories/a/',
      `https://aid.example.invalid/aid/stories/${'long-'.repeat(20)}name/`,
    ]) {
      const { data, width, height } = await pixelsOf((await draw([pageOf('两封信', { url })])).get('posters/a.png'));
      const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let i = 0; i < width * height; i++) rgba.set(data.subarray(3 * i, 3 * i + 3), 4 * i);
      expect(jsQR(rgba, width, height)?.data).toBe(url);
    }
  });

  it('says the sentence, the source and the site, each inside its room', () => {
    const said = `${'样例单位写了一句很长的话，'.repeat(11)}就这样。`;
    const sheet = posterOf(pageOf(SIXTY), { ...POSTER, said }, house);
    const words = sheet.lines.map(({ text }) => text).join('');
    for (const part of [said, '来源：样例单位', '样例援助', '扫码读全文']) expect(words).toContain(part);
    for (const { x, y } of sheet.lines) {
      expect(x).toBeGreaterThan(0);
      expect(y).toBeLessThan(sheet.height);
    }
  });
});

describe('a photo on a picture', () => {
  const photo = { name: 'p.jpg', width: 600, height: 900, form: 'cut', focus: 'centre' } as const;
  const green = () =>
    sharp({ create: { width: 600, height: 900, channels: 3, background: '#00ff00' } })
      .jpeg()
      .toBuffer();

  it('is seen on all three, and the two that are passed on are JPEG', async () => {
    const drawn = await draw([pageOf('两封信', { photo })], await green());
    expect([...drawn.keys()]).toEqual(['share/stories/a/wide.jpg', 'share/stories/a/square.jpg', 'posters/a.png']);
    for (const bytes of drawn.values()) {
      const { data } = await pixelsOf(bytes);
      let seen = 0;
      for (let i = 0; i < data.length; i += 3) if ((data[i + 1] ?? 0) > 200 && (data[i] ?? 0) < 80) seen++;
      expect(seen / (data.length / 3)).toBeGreaterThan(0.12);
    }
  });

  it('keeps its height where it is upright: a head is above, not beside', () => {
    for (const sheet of sheetsOf(pageOf('两封信', { photo })))
      expect((sheet.photo?.width ?? 0) / (sheet.photo?.height ?? 1)).toBeLessThan(600 / (900 * 0.8) + 0.01);
  });

  it('is never cut where it must stay whole, and never enlarged', () => {
    for (const [width, height] of [
      [1200, 400],
      [200, 300],
    ] as const) {
      for (const sheet of sheetsOf(pageOf('两封信', { photo: { ...photo, width, height, form: 'wide' } }))) {
        const { width: wide = 0, height: high = 0 } = sheet.photo ?? {};
        expect(wide / high).toBeCloseTo(width / height, 1);
        expect(wide).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('a character that no font has', () => {
  it('is named with its page, all of them at once, and nothing is drawn', async () => {
    const site = newFolder();
    const pages = [
      pageOf('好'),
      pageOf('甲🧿乙', { path: 'stories/b/' }),
      pageOf('丙', { path: 'stories/c/', poster: { ...POSTER, said: '\u{e000}。' } }),
    ];
    const made = writeShared(site, pages, house, null);
    await expect(made).rejects.toThrow(DrawingError);
    await expect(made).rejects.toThrow(
      /\/stories\/b\/：“🧿”（U\+1F9FF）[\s\S]*\/stories\/c\/：“\u{e000}”（U\+E000）[\s\S]*怎么改/u,
    );
    expect(readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
  });

  it('of a script that only systems have fonts for is not drawn: the name of the site stands there', async () => {
    const drawn = await draw([pageOf('옌볜')]);
    expect(drawn.get('share/stories/a/wide.png')).toEqual(
      (await draw([pageOf('样例援助')])).get('share/stories/a/wide.png'),
    );
  });
});

describe('the pictures of a site', () => {
  const kept = (folder: string) => ({ folder, key: 'k' });
  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

  it('come from the kept ones where the page says the same, and only then; what no page shows is kept no longer', async () => {
    const folder = newFolder();
    await writeShared(
      newFolder(),
      [pageOf('两封信'), pageOf('三封信', { path: 'stories/b/', poster: null })],
      house,
      kept(folder),
    );
    expect(filesIn(folder)).toHaveLength(5);
    for (const file of filesIn(folder)) writeFileSync(file, 'kept');
    const site = newFolder();
    await writeShared(
      site,
      [pageOf('两封信'), pageOf('四封信', { path: 'stories/b/', poster: null })],
      house,
      kept(folder),
    );
    expect(readFileSync(join(site, 'posters/a.png'), 'utf8')).toBe('kept');
    expect((await sharp(join(site, 'share/stories/b/wide.png')).metadata()).width).toBe(1200);
    expect(filesIn(folder)).toHaveLength(5);
    await writeShared(newFolder(), [pageOf('两封信')], house, { folder, key: 'another' });
    expect(filesIn(folder).filter((file) => readFileSync(file, 'utf8') === 'kept')).toEqual([]);
  });

  it('are made where nothing can be kept', async () => {
    const blocked = join(newFolder(), 'file');
    writeFileSync(blocked, '');
    const site = newFolder();
    await writeShared(site, [pageOf('两封信')], house, kept(join(blocked, 'kept')));
    expect(existsSync(join(site, 'posters/a.png'))).toBe(true);
  });

  it('are not half there where the disk will not take them: the error of the system is handed on', async () => {
    const site = newFolder();
    mkdirSync(join(site, 'posters/a.png'), { recursive: true });
    await expect(writeShared(site, [pageOf('两封信')], house, null)).rejects.toThrow(/EISDIR/);
  });
});
