import { annexNoun, documentNoun } from '#domain/plan/document-words.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import type { Draft } from './draft.ts';

/** What messages about content files call the things of this programme; as they stand in a sentence. */
export interface Called {
  /** 方案: what the document is, as clerks speak of it. */
  readonly document: string;
  /** 附件 · 表, with its measure word: 个附件 · 张表. */
  readonly annex: string;
  readonly annexes: string;
  /** 对照附件 · 对照那张表: 对照表 would be a thing of its own. */
  readonly byAnnex: string;
  /** 附件行 · 表里的行. */
  readonly annexRow: string;
  /** 任务行, and counted: 个任务行 · 项任务. */
  readonly line: string;
  readonly lines: string;
  /** 格子, and behind 一, 这一, 每一, 各: 格 · 个数. */
  readonly cell: string;
  readonly cells: string;
}

const A_NOTICE = '通知';
/** A notice sends a plan round: its messages speak of that. */
const A_PLAN = '方案';
const AN_ANNEX = '附件';

/** The words of a draft, as far as it could be read; elsewhere the usual ones. */
export function calledIn({ site, document, tables }: Pick<Draft, 'site' | 'document' | 'tables'>): Called {
  const noun = document === null ? A_PLAN : documentNoun(document);
  const annex = annexNoun(tables.map(({ table }) => table));
  const { line, cell } = placeWordsOf(site?.words, []);
  const own = site?.words?.cell;
  return {
    document: noun === A_NOTICE ? A_PLAN : noun,
    annex,
    annexes: `${/[表单]$/u.test(annex) ? '张' : '个'}${annex}`,
    byAnnex: annex === '表' ? '对照那张表' : `对照${annex}`,
    annexRow: annex === AN_ANNEX ? `${annex}行` : `${annex}里的行`,
    line: line.noun,
    lines: `${line.measure}${line.noun}`,
    cell: cell.noun,
    cells: own && own.short === undefined ? `${own.measure}${own.noun}` : cell.short,
  };
}
