const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const HAN_ONE = /^\p{Script=Han}$/u;
const NUMBER = /^\p{N}[\p{N}.,．，]*$/u;
const LATIN_WORD = /^\p{Script=Latin}{3,}$/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Between a number and its unit: 263 万 元. */
const MULTIPLES = new Set([...'十百千万亿余多']);
/** Characters that join words and belong to none. */
const JOINING = new Set([...'的了在是和与及为对向从把被将于而或也都就还又等这那有不']);

/**
 * The words of a text that mean something by themselves: Han words of two characters or more, numbers with their unit,
 * Latin words. Characters that the language knows no word for are taken together, as in a name; where it knows no words
 * at all, every two characters are one.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let loose = '';
  const closeLoose = () => {
    words.push(...looseWords(loose));
    loose = '';
  };
  const segments = segmentsOf(text);
  for (let i = 0; i < segments.length; i += 1) {
    const segment = segments[i] ?? '';
    if (HAN_ONE.test(segment) && !JOINING.has(segment)) {
      loose += segment;
      continue;
    }
    closeLoose();
    if (NUMBER.test(segment)) {
      const unit = unitAfter(segments, i);
      words.push([segment, ...unit].join(''));
      i += unit.length;
    } else if (HAN_WORD.test(segment) || LATIN_WORD.test(segment)) words.push(segment);
  }
  closeLoose();
  return [...new Set(words.length > 0 ? words : pairsOf(text))];
}

let segmenter: Intl.Segmenter | undefined;

/** All of a text as the dictionary of the runtime cuts it, signs and spaces too; nothing where it has none. */
export function segmentsOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What counts a number: a word of Han after it, and what multiplies it before that. */
function unitAfter(segments: readonly string[], number: number): string[] {
  const unit: string[] = [];
  for (const segment of segments.slice(number + 1)) {
    if (!HAN_ONE.test(segment) && !HAN_WORD.test(segment)) break;
    if (JOINING.has(segment)) break;
    unit.push(segment);
    if (!MULTIPLES.has(segment)) break;
  }
  return unit;
}

function looseWords(characters: string): string[] {
  const pairs = pairsOf(characters);
  return pairs.length > 1 ? [characters, ...pairs] : pairs;
}

function pairsOf(text: string): string[] {
  return (text.match(HAN_RUN) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  });
}
