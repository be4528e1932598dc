import { sentencesIn } from '../../text/sentences.ts';
import type { Range } from '../prose.ts';
import { type Sign, signsIn } from './minors-signs.ts';
import { sentenceNumberAt } from './personal-context.ts';

/** The signs of school, class and home around a name. */
export interface SentenceContext {
  /** In its sentence, in one that goes on about the same person, in the same row of a table. */
  readonly linked: readonly Sign[];
  /** In the sentences before and after, which may be about somebody else. */
  readonly near: readonly Sign[];
}

const GOES_ON = /^[“‘\s]?(?:他|她|孩子|小姑娘|小男孩|小女孩|女孩|男孩|家住|家在|住在|就读|现在|目前|如今|今年|在)/u;

/** Prepares a block: its sentences, and what stands around an offset. Signs are looked for only where a name is. */
export function contextsIn(text: string, row: readonly string[]) {
  const sentences = sentencesIn(text);
  const known = new Map<number, Sign[]>();
  const words = (number: number) => text.slice(sentences[number]?.start ?? 0, sentences[number]?.end ?? 0);
  const signs = (number: number): Sign[] => {
    const found = known.get(number) ?? signsIn(words(number));
    known.set(number, found);
    return found;
  };
  const at = (offset: number, name: string): SentenceContext => {
    const number = sentenceNumberAt(sentences, offset);
    const goesOn = (next: number) => GOES_ON.test(words(next)) || words(next).includes(name);
    const beside = [
      { number: number - 1, linked: goesOn(number) && GOES_ON.test(words(number)) },
      { number: number + 1, linked: goesOn(number + 1) },
    ].filter((b) => sentences[b.number] !== undefined);
    return {
      linked: [
        ...signs(number),
        ...beside.filter(({ linked }) => linked).flatMap((b) => signs(b.number)),
        ...row.flatMap(signsIn),
      ],
      near: beside.filter(({ linked }) => !linked).flatMap((b) => signs(b.number)),
    };
  };
  return { sentences: sentences as readonly Range[], at };
}
