import { describe, expect, it } from 'vitest';
import { confusedWith } from '#check/text/alike.ts';
import { type ContentName, contentNames } from './content-names.ts';
import { filesBelow, type SourceFile } from './source-files.ts';

const LATIN = /^[\p{Script=Latin}\d\s'-]+$/u;

/** Whether a text has a word: Latin words and ids only whole (also inside a hyphenated id), Chinese and Tibetan anywhere. */
function occurrence(word: string): (text: string) => boolean {
  if (!LATIN.test(word)) return (text) => text.includes(word);
  const whole = new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'iu');
  return (text) => whole.test(text);
}

interface SoughtName extends ContentName {
  readonly occurs: (text: string) => boolean;
}

function sightings(names: readonly SoughtName[], file: SourceFile): readonly string[] {
  const inPath = names
    .filter(({ occurs }) => occurs(file.path))
    .map(({ word }) => `${file.path} is called after ${word}`);
  const there = names.filter(({ occurs }) => occurs(file.text));
  if (there.length === 0) return inPath;
  const inText = file.text.split('\n').flatMap((line, index) =>
    there
      .filter(({ occurs }) => occurs(line))
      .slice(0, 1)
      .map(
        ({ word, from }) =>
          `${file.path}:${index + 1} knows “${word}” (content/${from}): take it from content as an argument`,
      ),
  );
  return [...inPath, ...inText];
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const isWord = (text: string) => [...words.segment(text)].length === 1;

/** A place's name with one character taken for another: where it stands in a list of the engine, the list is of these places. */
function slipsOf(names: readonly ContentName[]): ReadonlyMap<string, string> {
  const slips = new Map<string, string>();
  const places = names.filter(({ word, from }) => from === 'places.yaml' && /^\p{Script=Han}{2,4}$/u.test(word));
  for (const { word } of places)
    for (const [at, right] of [...word].entries())
      for (const wrong of confusedWith(right).keys()) slips.set(word.slice(0, at) + wrong + word.slice(at + 1), word);
  return slips;
}

/** Words that stand by themselves: in quotation marks, in a list, between the strokes of an expression. */
const listedIn = ({ text }: SourceFile) => text.split(/\P{Script=Han}+/u);

function slipsIn(slips: ReadonlyMap<string, string>, file: SourceFile): readonly string[] {
  return listedIn(file)
    .filter((word) => slips.has(word) && !isWord(word))
    .map(
      (word) => `${file.path} knows “${word}”, a slip of “${slips.get(word)}”: compute it (src/check/text/alike.ts)`,
    );
}

describe('the engine', () => {
  const names = contentNames().map((name): SoughtName => ({ ...name, occurs: occurrence(name.word) }));
  const slips = slipsOf(names);

  it('knows no name and no id of the content', () => {
    const files = filesBelow(['src', 'scripts'], ['.ts', '.astro', '.mjs', '.js', '.css', '.svg', '.json', '.md']);
    expect(files.flatMap((file) => sightings(names, file)).join('\n')).toBe('');
  });

  it('knows no slip of a name either', () => {
    // The stock of people's names is of a language, and some of them sound like places.
    const files = filesBelow(['src', 'scripts'], ['.ts', '.astro', '.mjs', '.js']).filter(
      ({ path }) => !path.startsWith('src/check/text/names/'),
    );
    expect(files.flatMap((file) => slipsIn(slips, file)).join('\n')).toBe('');
  });

  it('is caught when a list holds one', () => {
    const unusual = [...slips.keys()].find((slip) => !isWord(slip)) ?? '';
    expect(slipsIn(slips, { path: 'src/check/a.ts', text: `const WORDS = ['场地', '${unusual}'];` })).toHaveLength(1);
  });

  it('is searched for enough names to mean something', () => {
    expect(names.filter(({ from }) => from === 'places.yaml').length).toBeGreaterThan(28 * 2);
    expect(names.filter(({ from }) => from === 'plan/body.yaml').length).toBeGreaterThan(5);
    expect(names.filter(({ from }) => from.startsWith('map/')).length).toBeGreaterThan(3);
  });

  it('is caught when it names a place in a comment, an id in code or a person', () => {
    const word = (from: string, test: RegExp) =>
      names.find((name) => name.from === from && test.test(name.word))?.word ?? '';
    const place = word('places.yaml', /^\p{Script=Han}{2,3}$/u);
    const id = word('places.yaml', /^[a-z]+$/u);
    const person = word('plan/body.yaml', /^\p{Script=Han}{2,3}$/u);
    for (const text of [`// ${place}的颜色`, `links.town('${id}')`, `// by ${person}`]) {
      expect(sightings(names, { path: 'src/charts/a.ts', text })).toHaveLength(1);
    }
    expect(sightings(names, { path: 'src/charts/a.ts', text: `const not${id}x = 1` })).toEqual([]);
  });
});
