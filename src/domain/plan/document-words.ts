import type { PlanDocument, PlanTable } from './plan.ts';

/** What documents call themselves, in their titles. */
const DOCUMENTS =
  /通知|方案|意见|协议书?|规划|计划|办法|决定|纲要|要点|安排|公告|合同|备忘录|纪要|细则|规定|批复|措施|协定|章程|任务书|责任书|倡议书?|工作函|复函|指南|清单/gu;
const A_DOCUMENT = '文件';

/** What a document calls itself: what the content says, else the last such word of its title. */
export function documentNoun({ called, title }: Pick<PlanDocument, 'called' | 'title'>): string {
  return called ?? title.match(DOCUMENTS)?.at(-1) ?? A_DOCUMENT;
}

/** What two sides sign. */
const SIGNED = /^(?:协议书?|合同|备忘录|协定|责任书)$/u;
/** Whether a document of this name is signed by two sides, not sent out by one. */
export const isSigned = (noun: string): boolean => SIGNED.test(noun);

/** How a document of this name comes into force: a notice is 印发, an agreement 签订, an announcement 发布. */
export const issuedWord = (noun: string): string =>
  isSigned(noun) ? '签订' : /^(?:公告|倡议书?)$/u.test(noun) ? '发布' : '印发';

/** The word of a label without its number: 附件 of 附件1, 表 of 表一; a label that is all name has none. */
function stemOf(label: string): string | null {
  const stem = /^(\p{Script=Han}{1,4}?)[\s（(]*(?:[\d.]+|[一二三四五六七八九十]+)[）)]?$/u.exec(label)?.[1];
  return stem ?? (/^(?:附件|附表|附录|表)$/u.test(label) ? label : null);
}

const AN_ANNEX = '附件';

/** What the annexes are called all together: the word that most of their labels share; 附件 where none has one. */
export function annexNoun(tables: readonly Pick<PlanTable, 'label'>[]): string {
  const stems = tables.flatMap(({ label }) => stemOf(label) ?? []);
  const counts = [...Map.groupBy(stems, (stem) => stem)].map(([stem, own]) => ({ stem, count: own.length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.stem ?? AN_ANNEX;
}

/** What one annex is called, by its label: 附件 of 附件1, 表 of 表一; a label that is all name is the word itself. */
export const annexCalled = (label: string): string => stemOf(label) ?? label;
