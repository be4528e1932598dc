import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { drawFigures } from '#site/drawings/draw-figures.ts';
import { DrawingError } from '#site/drawings/lacking.ts';
import { drawingsIn, writeFigures } from '#site/drawings/write-figures.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  folders.push(folder);
  return folder;
};

const SANS = "font-family=\"'PingFang SC','Noto Sans SC',sans-serif\"";
const drawing = (text: string, family = SANS) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60" ${family}>` +
  `<title>\u{e001}</title><rect width="200" height="60" fill="#fdfcf9"/><text x="10" y="40" font-size="20">${text}</text></svg>`;

async function draw(svgs: Readonly<Record<string, string>>): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  const list = Object.entries(svgs).map(([name, svg]) => ({ file: `figures/${name}.svg`, svg }));
  await drawFigures(list, async ({ file }, png) => {
    made.set(file, png);
  });
  return made;
}

const one = async (text: string, family?: string) => {
  const png = (await draw({ a: drawing(text, family) })).get('figures/a.svg');
  return png ?? new Uint8Array();
};

/** How many pixels are darker than half, and those of the first row. */
async function ink(png: Uint8Array) {
  const { data, info } = await sharp(png).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { dark: data.filter((value) => value < 128).length, first: [...data.subarray(0, info.width)], info };
}

describe('a figure as a picture', () => {
  it('is drawn on white, two pixels for each px', async () => {
    const { first, info } = await ink(await one('结对'));
    expect([info.width, info.height]).toEqual([400, 120]);
    expect(new Set(first)).toEqual(new Set([255]));
  });

  it('has the same bytes each time', async () => {
    expect(await one('贡嘎县 གོང་དཀར')).toEqual(await one('贡嘎县 གོང་དཀར'));
  });

  it.each(['长沙', 'གོང་དཀར་རྫོང་།', 'ئالتاي', 'ᠮᠣᠩᠭᠣᠯ', 'ꆈꌠ', 'Алтай'])('shows what is written: %s', async (text) => {
    const empty = (await ink(await one(''))).dark;
    expect((await ink(await one(text))).dark).toBeGreaterThan(empty + 200);
  });

  it('sets headings in the serif of the site, whatever the machine has', async () => {
    const serif = `font-family="'Noto Serif CJK SC','Noto Serif SC',serif" font-weight="900"`;
    expect((await ink(await one('湘青援藏', serif))).dark).not.toBe((await ink(await one('湘青援藏'))).dark);
  });

  it('keeps the room of a wide space', async () => {
    const width = async (text: string) => {
      const { info } = await sharp(await one(text))
        .trim()
        .toBuffer({ resolveWithObject: true });
      return info.width;
    };
    expect((await width('一　一')) - (await width('一一'))).toBe(40);
  });
});

describe('a character that no font has', () => {
  it('is named with its figure and its number, all at once, and nothing is drawn', async () => {
    let drawn = 0;
    const list = [
      { file: 'figures/a.svg', svg: drawing('好') },
      { file: 'figures/b.svg', svg: drawing('甲🧿乙') },
      { file: 'figures/c.svg', svg: drawing('\u{e000}') },
    ];
    const made = drawFigures(list, async () => {
      drawn++;
    });
    await expect(made).rejects.toThrow(DrawingError);
    await expect(made).rejects.toThrow(
      /\/figures\/b\.svg：“🧿”（U\+1F9FF）[\s\S]*\/figures\/c\.svg：“\u{e000}”（U\+E000）/u,
    );
    expect(drawn).toBe(0);
  });

  it('is not what only steers the letters beside it', async () => {
    await expect(one('甲\u2060乙\u2067ئا\u2069')).resolves.toBeDefined();
  });
});

describe('the pictures of a site', () => {
  const siteWith = (svgs: Readonly<Record<string, string>>) => {
    const folder = newFolder();
    mkdirSync(join(folder, 'figures'));
    for (const [name, svg] of Object.entries(svgs)) writeFileSync(join(folder, 'figures', `${name}.svg`), svg);
    return folder;
  };
  const write = (site: string, kept: string | null) => writeFigures(site, drawingsIn(site), kept);
  const filesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));

  it('lie beside their drawings, where the project has fonts for the letters', async () => {
    const site = siteWith({ a: drawing('甲'), b: drawing('옌볜') });
    await write(site, null);
    expect(readdirSync(join(site, 'figures')).sort()).toEqual(['a.png', 'a.svg', 'b.svg']);
  });

  it('come from the kept ones where the drawing is the same, and only then', async () => {
    const kept = newFolder();
    await write(siteWith({ a: drawing('甲'), b: drawing('乙') }), kept);
    const marked = filesOf(kept);
    expect(marked).toHaveLength(2);
    for (const file of marked) writeFileSync(file, 'kept');
    const site = siteWith({ a: drawing('甲'), b: drawing('丙') });
    await write(site, kept);
    expect(readFileSync(join(site, 'figures', 'a.png'), 'utf8')).toBe('kept');
    expect((await sharp(join(site, 'figures', 'b.png')).metadata()).width).toBe(400);
    // The drawing that is not there any more is not kept either.
    expect(filesOf(kept)).toHaveLength(2);
  });

  it('are made where nothing can be kept', async () => {
    const blocked = join(newFolder(), 'file');
    writeFileSync(blocked, '');
    const site = siteWith({ a: drawing('甲') });
    await write(site, join(blocked, 'kept'));
    expect(readdirSync(join(site, 'figures'))).toContain('a.png');
  });

  it('are none where there is no figure', async () => {
    await expect(write(newFolder(), null)).resolves.toBeUndefined();
  });
});
