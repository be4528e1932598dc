import { idMend } from '#check/rules/named-things.ts';
import { isLanguage, LANGUAGES, type LanguageName, nameWord, scriptOf } from '#domain/places/language-name.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import type { KnownToStories } from '../known.ts';
import { type BodyProblem, clipped, mistake } from './problem.ts';
import type { ForeignUse, StoryUses, Use } from './uses.ts';

interface Sort {
  readonly code: string;
  readonly what: string;
  readonly expected: string;
  readonly mend: string;
}

const FACT: Sort = {
  code: 'unknown-fact',
  what: '没有这个事实',
  expected: '网站“事实”页上有的编号',
  mend: '到网站的“事实”页上找到这个数，照抄它的编号。',
};
const FIGURE: Sort = {
  code: 'unknown-figure',
  what: '没有这张图',
  expected: '网站“图与数据”页上有的名字',
  mend: '到网站的“图与数据”页上找到这张图，照抄它的名字。',
};
const LOCATOR: Sort = {
  code: 'unknown-locator',
  what: '出处编号在文件里找不到',
  expected: 'plan/ 里有的编号',
  mend: '到 plan/ 里找到这段话、这一格，照抄它的编号。',
};

function unknown(uses: readonly Use[], known: ReadonlySet<string> | null, { mend, ...sort }: Sort): BodyProblem[] {
  if (known === null) return [];
  return uses
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) =>
      mistake(at, { ...sort, found: `“${clipped(id)}”`, mend: didYouMean(clipped(id), known) || mend }),
    );
}

/** The same drawing twice would have the same addresses on its parts twice. */
function figureTwice(figures: readonly Use[]): BodyProblem[] {
  return figures
    .filter(({ id }, i) => figures.findIndex((other) => other.id === id) < i)
    .map(({ id, at }) =>
      mistake(at, {
        code: 'figure-twice',
        what: '同一张图放了两次',
        found: `第二个“${clipped(id)}”`,
        expected: '一篇里每张图只放一次',
        mend: '删掉一个；要再说到它，就写“上面的图”。',
      }),
    );
}

const PLACE: Sort = {
  code: 'unknown-place',
  what: '没有这个地方',
  expected: 'places.yaml 里有的 id',
  mend: '到 places.yaml 里找到这个地方，照抄它的 id。',
};

const said = ({ lang, text }: LanguageName) => `${nameWord(lang)}“${clipped(text)}”（lang="${lang}"）`;

/** A place that is not there, or has no name in that language. */
function withoutName({ lang, place }: ForeignUse, known: KnownToStories): BodyProblem[] {
  if (!place || !known.places) return [];
  const { id, at } = place;
  if (!known.places.has(id)) {
    const found = `“${clipped(id)}”`;
    return [mistake(at, { ...PLACE, found, mend: idMend(clipped(id), known.named.places, PLACE.mend) })];
  }
  const names = known.languageNames.get(id) ?? [];
  if (!isLanguage(lang) || names.some((name) => name.lang === lang)) return [];
  return [
    mistake(at, {
      code: 'no-such-name',
      what: `“${clipped(id)}”没有${nameWord(lang)}`,
      found:
        names.length > 0 ? `places.yaml 里有${names.map(said).join('、')}` : 'places.yaml 里这个地方没有别的文字的名字',
      expected: `它的 names 里有 lang: ${lang} 的一项`,
      mend: `有可靠来源的，在 places.yaml 的“${clipped(id)}”下面给 names 加一项；没有来源的，这里只写汉字，不自己译。`,
    }),
  ];
}

/** Words in letters that their language is not written in. */
function inOtherLetters({ lang, text }: ForeignUse): BodyProblem[] {
  if (!text || !isLanguage(lang) || scriptOf({ lang, text: text.id }) !== -1) return [];
  const word = LANGUAGES[lang];
  return [
    mistake(text.at, {
      code: 'name-letters',
      what: `这几个字不是${word}的字母`,
      found: `“${clipped(text.id)}”（lang="${lang}"）`,
      expected: `用${word}写的词`,
      mend: '核对 lang 和 text；汉字、拼音不用 Name，直接写在句子里。',
    }),
  ];
}

/** Whatever a story names is there. */
export const nameProblems = (uses: StoryUses, known: KnownToStories): BodyProblem[] => [
  ...unknown(uses.facts, known.facts, FACT),
  ...unknown(uses.figures, known.figures, FIGURE),
  ...unknown(uses.locators, known.passages, LOCATOR),
  ...figureTwice(uses.figures),
  ...uses.foreign.flatMap((use) => [...withoutName(use, known), ...inOtherLetters(use)]),
];
