import type { Programme } from '#domain/programme/programme.ts';
import { numbersIn } from '../../text/numbers.ts';
import { holds } from '../projects/amounts.ts';
import type { ProseFinding } from '../prose.ts';
import type { claimReader } from './cues.ts';
import type { nounReader } from './nouns.ts';
import { type NamedPairing, namedIn, RELATION, SOMEBODY_ELSE, SUBSET } from './scope.ts';
import { type CountSentence, countFinding } from './sentences.ts';
import { thingsOf } from './things.ts';
import { isProved } from './words.ts';

const BOUND =
  /(?:不超过|不多于|至多|最多|至少|最少|不少于|不低于|超过|超出|多于|不止|逾|不足|不到|不满|少于|低于|接近|将近|近)了?$/u;
const RELATED = new RegExp(`${RELATION}|附件`, 'u');
const WHOLE_KINDS: ReadonlySet<string> = new Set(['cities', 'counties', 'townships', 'projects']);

/** Counts of the whole programme with 超过, 不到 and the like before them that do not hold: 乡镇超过三十个. */
export function boundedCounts(
  programme: Programme,
  pairings: readonly NamedPairing[],
  nounOf: ReturnType<typeof nounReader>,
  claims: ReturnType<typeof claimReader>,
) {
  const things = thingsOf(programme);
  return (sentence: CountSentence): ProseFinding[] => {
    const { text, source, start: offset } = sentence;
    return numbersIn(text).flatMap((number): ProseFinding[] => {
      if (number.bound === null || number.bound === 'about' || number.ordinal) return [];
      const before = text.slice(0, number.start).replace(BOUND, '');
      const noun = nounOf(before, text.slice(number.end));
      const clause = sentence.clauses.find((c) => c.start <= number.start && number.start < c.end);
      if (!noun || !clause || !WHOLE_KINDS.has(noun.kind)) return [];
      const words = text.slice(clause.start, clause.end);
      const said = words.replaceAll(/超过|不止|以上|以下|以内/gu, '');
      if (SUBSET.test(said) || SOMEBODY_ELSE.test(said)) return [];
      const after = text.slice(number.end + noun.length);
      const named = namedIn(words, pairings).named;
      // 某市对口的乡镇不足四个: of that pairing.
      const own = named.length > 0 && noun.kind === 'townships' && RELATED.test(words);
      if (!own && (named.length > 0 || claims.claimOf(before, words, after, text, noun) !== 'whole')) return [];
      const sum = named.reduce((all, p) => all + p.townships, 0);
      const label = named.map((p) => p.label).join('；');
      const { counts, right, written } = own
        ? { counts: [sum], right: `${sum}个乡镇`, written: label }
        : things[noun.kind];
      const range = { start: number.start, end: number.end + noun.length };
      if (counts.some((value) => holds(number, '', { value, unit: '' }))) return [];
      if (isProved(source, { start: range.start + offset, end: range.end + offset })) return [];
      return [
        countFinding(sentence, range, { severity: 'error', what: '个数的大小和通知不符', expected: right, written }),
      ];
    });
  };
}
