import type { Fact } from '#domain/facts/fact.ts';
import { inQuotes } from '#domain/plan/quotation.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { reportedBy } from './printed-number.ts';

/** What a number rests on, in words. */
export function sourceOfFact({ document, passages }: Programme, { basis }: Pick<Fact, 'basis'>): string {
  if (basis.kind === 'quoted') return `《${document.plan_title}》${passages.get(basis.locator)?.label ?? ''}`;
  if (basis.kind === 'reported') return reportedBy(basis);
  return basis.kind === 'outside' ? basis.source : '本站推算';
}

/** How a number was worked out, step by step; null where it was not. */
export const workingOfFact = ({ basis }: Pick<Fact, 'basis'>): string | null =>
  basis.kind === 'derived' ? basis.steps.map(({ expression, result }) => `${expression} = ${result}`).join('；') : null;

/**
 * A number as a note tells it: the sentence that states it, what that rests on, the words of the document or the working,
 * and what the document says otherwise elsewhere. Throws where there is no such fact: nothing may print a number that is none.
 */
export function factNote(programme: Programme, id: string): string {
  const fact = programme.facts.get(id);
  if (!fact) throw new Error(`没有编号为 ${id} 的事实`);
  const { basis, sentence } = fact;
  const working = workingOfFact(fact);
  // The number alone, as it stands in a cell, tells nothing more.
  const quote = basis.kind === 'quoted' && !/^\d+$/.test(basis.quote) ? `：${inQuotes(basis.quote)}` : '';
  const others = (fact.against ?? []).flatMap((other) => programme.facts.get(other) ?? []);
  const against = others.map((other) => `文件别处写的不一样：${other.sentence}（${sourceOfFact(programme, other)}）`);
  const source = `${sourceOfFact(programme, fact)}${quote}${working === null ? '' : `：${working}`}。`;
  return [sentence, source, ...against].join('');
}
