import type { Programme } from '#domain/programme/programme.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, ProseFinding, Range, StoryProse } from '../prose.ts';
import type { CountedNoun } from './nouns.ts';
import { hasOtherYear, OTHER_PROVINCES } from './scope.ts';
import { type CountWord, countWords, isProved, narrowed } from './words.ts';

/** A sentence of a story with what is needed to judge the counts in it. */
export interface CountSentence {
  readonly block: number;
  readonly source: ProseBlock;
  /** Where the sentence begins in its block. */
  readonly start: number;
  /** Its words, digits narrowed. */
  readonly text: string;
  readonly clauses: readonly Range[];
  readonly counts: readonly CountWord[];
  /** The block up to this sentence. */
  readonly earlier: string;
}

/** A counted thing in its sentence. */
export interface CountedThing {
  readonly count: CountWord;
  readonly noun: CountedNoun;
  readonly sentence: CountSentence;
  /** The clause in which the number stands, what precedes it there and in the sentence, and what follows the phrase. */
  readonly clause: string;
  readonly clauseBefore: string;
  readonly before: string;
  readonly after: string;
}

/** Words of counts that are not exact, which `countWords` leaves out. */
const BOUNDED = /[超不近至最少多逾]/u;
/** Questions ask, they state nothing. */
const QUESTION = /[？?][”’」』）)]*\s*$/u;

/** The sentences of a story that hold counts and speak of the programme's own time. */
export function countSentences(prose: StoryProse, programme: Programme): CountSentence[] {
  return prose.blocks.flatMap((source, block) => {
    const whole = narrowed(source.text);
    return sentencesIn(whole).flatMap(({ start, end }): CountSentence[] => {
      const text = whole.slice(start, end);
      if (text.length > 2000 || QUESTION.test(text) || OTHER_PROVINCES.test(text) || hasOtherYear(text, programme))
        return [];
      const counts = countWords(text).filter((c) => !isProved(source, { start: start + c.start, end: start + c.end }));
      if (counts.length === 0 && !BOUNDED.test(text)) return [];
      const earlier = whole.slice(Math.max(0, start - 400), start);
      return [{ block, source, start, text, clauses: clausesIn(text), counts, earlier }];
    });
  });
}

/** The counted things of a sentence. */
export function countedThings(
  sentence: CountSentence,
  nounOf: (before: string, rest: string) => CountedNoun | null,
): CountedThing[] {
  return sentence.counts.flatMap((count): CountedThing[] => {
    const before = sentence.text.slice(0, count.start);
    const noun = nounOf(before, sentence.text.slice(count.end));
    const range = sentence.clauses.find((c) => c.start <= count.start && count.start < c.end);
    if (!noun || !range) return [];
    const clause = sentence.text.slice(range.start, range.end);
    const clauseBefore = sentence.text.slice(range.start, count.start);
    return [
      { count, noun, sentence, clause, clauseBefore, before, after: sentence.text.slice(count.end + noun.length) },
    ];
  });
}

/** What a finding about a count says; a mistake in somebody else's words is never more than a warning. */
export function countFinding(
  sentence: CountSentence,
  { start, end }: Range,
  parts: Pick<ProseFinding, 'severity' | 'what' | 'expected' | 'written'> & { mend?: string },
): ProseFinding {
  const range = { start: sentence.start + start, end: sentence.start + end };
  return {
    block: sentence.block,
    ...range,
    code: 'count-of-things',
    found: `“${sentence.source.text.slice(range.start, range.end)}”`,
    mend:
      parts.severity === 'error'
        ? `改成${parts.expected}。`
        : `如果说的是全部，改成${parts.expected}；如果只说其中几个，写明是哪几个。`,
    ...parts,
    ...(sentence.source.quoted ? { severity: 'warning' as const } : {}),
  };
}
