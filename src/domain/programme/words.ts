import { annexNoun, documentNoun } from '../plan/document-words.ts';
import type { PlanDocument, PlanTable } from '../plan/plan.ts';

/** A kind of thing as sentences count it: 4 + 座 + 城市. */
export interface CountedWord {
  readonly measure: string;
  readonly noun: string;
}

/** What the things of this programme are called; made once from the content and handed to whoever writes a sentence. */
export interface Words {
  /** The document as it calls itself: 通知、方案、意见、协议. */
  readonly document: CountedWord;
  /** What its annexes are called all together: 附件、附表、表. */
  readonly annex: CountedWord;
}

/** The words of a programme. */
export function wordsOf(document: PlanDocument, tables: readonly PlanTable[]): Words {
  const annex = annexNoun(tables);
  return {
    document: { measure: '份', noun: documentNoun(document) },
    annex: { measure: /[表单]$/u.test(annex) ? '张' : '个', noun: annex },
  };
}
