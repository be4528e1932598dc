import { LANGUAGES, type LanguageName, nameWord, scriptOf } from '#domain/places/language-name.ts';
import type { Place } from '#domain/places/place.ts';
import { type Finding, finding } from '../finding.ts';
import type { Rule } from './draft.ts';

const bad = (place: Place, words: Pick<Finding, 'code' | 'mend'> & Record<'what' | 'found' | 'expected', string>) =>
  finding({ file: 'places.yaml', path: [place.id, 'names'], ...words });

/** Letters of another script: the language is the wrong one, or what stands there is a translation. */
function inOtherLetters(place: Place, name: LanguageName): Finding[] {
  if (scriptOf(name) !== -1) return [];
  const word = LANGUAGES[name.lang];
  return [
    bad(place, {
      code: 'name-letters',
      what: `“${place.name}”的${nameWord(name.lang)}不是${word}的字母`,
      found: `“${name.text}”（lang: ${name.lang}）`,
      expected: `用${word}写的名字`,
      mend: '核对 lang 和 text：汉字的写法写进 other_spellings，拉丁字母的写法写进 romanisations。',
    }),
  ];
}

/** A place has one name in a language; of a language with two scripts one in each. */
function twice(place: Place): Finding[] {
  const names = place.names ?? [];
  return names.flatMap((name, i) => {
    const before = names
      .slice(0, i)
      .find(({ lang, text }) => lang === name.lang && scriptOf({ lang, text }) === scriptOf(name));
    if (!before || scriptOf(name) === -1) return [];
    return [
      bad(place, {
        code: 'name-twice',
        what: `“${place.name}”的${nameWord(name.lang)}写了两次`,
        found: `“${before.text}”和“${name.text}”`,
        expected: '一种文字一个名字',
        mend:
          name.lang === 'bo'
            ? '只留一个（name_bo 和 names 里的 bo 是同一件事）；另外的写法写进它的 note。'
            : '只留一个；另外的写法写进它的 note。',
      }),
    ];
  });
}

/** Names in other languages: the letters are those of the language, and there is one of each. */
export const languageNames: Rule = ({ places }) =>
  places.flatMap((place) => [...(place.names ?? []).flatMap((name) => inOtherLetters(place, name)), ...twice(place)]);
