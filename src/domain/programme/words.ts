import type { Journey } from '../places/journey.ts';
import { annexNoun, documentNoun, issuedWord } from '../plan/document-words.ts';
import type { PlanDocument, PlanTable } from '../plan/plan.ts';
import type { CountedWord } from './counted-word.ts';
import { type GivenWords, type PlaceWords, placeWordsOf } from './place-words.ts';

/** What the things of this programme are called; made once from the content and handed to whoever writes a sentence. */
export interface Words extends PlaceWords {
  /** The document as it calls itself: 通知、方案、意见、协议. */
  readonly document: CountedWord;
  /** What was done with it on its day: 印发、签订. */
  readonly issued: string;
  /** What its annexes are called all together: 附件、附表、表. */
  readonly annex: CountedWord;
}

/** What the tables of tasks are called together: 附件任务表; 任务表 where the annexes are called tables themselves. */
export const taskTables = ({ annex }: Pick<Words, 'annex'>, of = ''): string =>
  `${/表$/u.test(annex.noun) ? '' : annex.noun + of}任务表`;

/** The words of a programme; `given`: those of `site.yaml`. */
export function wordsOf(
  document: PlanDocument,
  tables: readonly PlanTable[],
  given: GivenWords | undefined,
  journeys: readonly Journey[],
): Words {
  const annex = annexNoun(tables);
  return {
    ...placeWordsOf(given, journeys),
    document: { measure: '份', noun: documentNoun(document) },
    issued: given?.issued ?? issuedWord(documentNoun(document)),
    annex: { measure: /[表单]$/u.test(annex) ? '张' : '个', noun: annex },
  };
}
