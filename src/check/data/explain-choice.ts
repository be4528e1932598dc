import { nearest } from '#domain/search/nearest.ts';
import { choicesSaid, choiceWord, meantChoice } from '#format/choice-words.ts';
import { shown } from '../finding.ts';
import type { ValueWords } from './explain-value.ts';

/** How to write the word that was meant; empty where none is near. */
export function choiceMend(word: string, options: readonly string[]): string {
  const meant = meantChoice(word, options);
  if (meant) {
    const usual = choiceWord(meant, options);
    return usual === word.trim()
      ? `“${usual}”在这里写 ${meant}。`
      : `“${word.trim()}”就是${usual}，${usual}写 ${meant}。`;
  }
  const near = nearest(word, options);
  const says = near && choiceWord(near, options);
  return near ? `是不是想写“${near}”${says ? `（${says}）` : ''}？` : '';
}

/** A value that is none of the words it may be, or none at all. */
export function explainChoice(
  value: unknown,
  key: string,
  options: readonly string[],
): ValueWords & { expected: string } {
  const expected = choicesSaid(options);
  const found = shown(value);
  if (value === undefined) {
    const mend = `加上一行“${key}: …”，从里面选一个。`;
    return { code: 'missing-key', what: `少了“${key}”这一项`, found, expected, mend };
  }
  const mend = choiceMend(String(value), options) || '从里面选一个，写英文的那个词，一个字母也不能差。';
  return { code: 'not-an-option', what: '这里只能从几个词里选', found, expected, mend };
}
