import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { withOwnFonts } from '#site/fonts/drawing-fonts.ts';
import { FONT_SCRIPTS, type FontScript, scriptFont } from '#site/fonts/script-fonts.ts';

/** The letters of the languages whose fonts the site brings, as they are written in China. */
const LETTERS: Readonly<Record<FontScript, readonly (readonly [string, string])[]>> = {
  tibetan: [['Tibetan', 'ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨིེོུ་།ྐྒྔྗྟྡྣྤྦྨྩྫྭྱྲླྷ']],
  arabic: [
    ['Uyghur', 'ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي'],
    ['Kazakh', 'اءٵبپۆگعدەجزيكقلمنڭوٶرستۋۇٷفحھچشىٸ'],
    ['Kyrgyz', 'اءبۋگعدەجزيكقلمنڭوۅپرستۇۉفحھچشى'],
  ],
  mongolian: [
    ['Mongolian', 'ᠠᠡᠢᠣᠤᠥᠦᠧᠨᠩᠪᠫᠬᠭᠮᠯᠰᠱᠲᠳᠴᠵᠶᠷᠸᠹᠺᠻᠼᠽᠾᠿᡀ'],
    ['Sibe', 'ᡝᡞᡟᡡᡢᡣᡤᡥᡦᡧᡨᡩᡪᡫᡬᡭᡮᡯᡰ'],
  ],
  yi: [['Yi', 'ꀀꀁꀂꀃꀄꁀꂀꃀꄀꅀꆀꇀꈀꉀꊀꋀꌀꍀꎀꏀꐀꑀꒀꒌ']],
};

/** All characters of a font. */
async function charactersOf(script: FontScript, text: string): Promise<Set<string>> {
  const font = await subsetFont(Buffer.from(scriptFont(script)), text, { targetFormat: 'truetype' });
  const face = new Face(new Blob(new Uint8Array(font).buffer), 0);
  return new Set(Array.from(face.collectUnicodes(), (code) => String.fromCodePoint(code)));
}

describe('the font that the site brings for names', () => {
  it.each(
    FONT_SCRIPTS.flatMap((script) =>
      LETTERS[script].map(([language, letters]) => [script, language, letters] as const),
    ),
  )('in %s letters holds every letter of %s', async (script, _, letters) => {
    const held = await charactersOf(script, letters);
    expect([...letters].filter((letter) => !held.has(letter))).toEqual([]);
  });

  it('is found to lack what it lacks', async () => {
    expect([...(await charactersOf('yi', 'ཀ'))].filter((letter) => letter.trim() !== '')).toEqual([]);
  });
});

describe('a drawing to take away', () => {
  const drawing = (names: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9"><text>样例 ${names}</text></svg>`;

  it.each([
    ['arabic', 'بەپتەپ چۇۋچۇۋ', 'Noto Naskh Arabic'],
    ['mongolian', 'ᠠᠪᠠᠪᠠ ᠪᠠ', 'Noto Sans Mongolian'],
    ['yi', 'ꀀꀁꀂ', 'Noto Sans Yi'],
  ] as const)('carries the %s font of its names, small, with every letter of them', async (_, name, family) => {
    const svg = await withOwnFonts(drawing(name));
    const [, called, data = ''] =
      /^<svg[^>]*><style>@font-face\{font-family:"([^"]*)";src:url\(data:font\/woff2;base64,([^)]*)\)/.exec(svg) ?? [];
    const font = Buffer.from(data, 'base64');
    const face = new Face(
      new Blob(new Uint8Array(await subsetFont(font, name, { targetFormat: 'truetype' })).buffer),
      0,
    );
    const held = new Set(Array.from(face.collectUnicodes(), (code) => String.fromCodePoint(code)));
    expect(called).toBe(family);
    expect(font.length).toBeLessThan(12_000);
    expect([...name].filter((letter) => letter !== ' ' && !held.has(letter))).toEqual([]);
    expect(svg.replace(/<style>.*<\/style>/, '')).toBe(drawing(name));
    expect(await withOwnFonts(drawing(name))).toBe(svg);
  });

  it('stays as it is where its names are Chinese, Latin or Tibetan', async () => {
    for (const names of ['', 'Sample', 'ཀཁ']) expect(await withOwnFonts(drawing(names))).toBe(drawing(names));
  });
});
