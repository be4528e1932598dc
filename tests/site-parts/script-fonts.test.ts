import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
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
  const face = new Face(new Blob(font), 0);
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
