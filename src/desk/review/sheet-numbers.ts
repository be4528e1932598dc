import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { SheetNumber, SheetProof, SheetUnproved } from '#exports/review-sheet/data.ts';
import { quantity } from '#format/number.ts';
import { reportedBy } from '#format/printed-number.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import type { SourceBlock } from '#stories/body/prose.ts';

/** The blocks of a story in the order in which they stand in its file. */
const blocksOf = ({ story }: Standing): SourceBlock[] =>
  checkedBody(story.body.source).prose.toSorted((a, b) => (a.offsets[0] ?? 0) - (b.offsets[0] ?? 0));

function proofOf({ basis }: Fact, { passages }: Programme): SheetProof {
  if (basis.kind === 'derived') return { kind: 'derived', steps: basis.steps };
  if (basis.kind === 'outside') return { kind: 'outside', source: basis.source };
  if (basis.kind === 'reported') return { kind: 'reported', source: reportedBy(basis) };
  const passage = passages.get(basis.locator);
  const [label, clause] = [passage?.label ?? basis.locator, passage?.text ?? basis.quote];
  return { kind: 'quoted', label: /^附件/.test(label) ? label : `正文${label}`, clause, quote: basis.quote };
}

/**
 * Each number the site puts in, with where it comes from: those of the text in its order, then those of the box.
 * @param inBox ids of the facts in the box beside the story
 */
export function sheetNumbers(standing: Standing, programme: Programme, inBox: readonly string[]): SheetNumber[] {
  const { facts } = programme;
  const inText = blocksOf(standing).flatMap(({ numbers, offsets }) =>
    numbers.map(({ at, fact }) => ({ fact, line: standing.position(offsets[at] ?? 0).line })),
  );
  const places = [...inText, ...inBox.map((fact) => ({ fact, line: null }))];
  return [...Map.groupBy(places, ({ fact }) => fact)].flatMap(([id, uses]): SheetNumber[] => {
    const fact = facts.get(id);
    if (!fact) return [];
    const against = (fact.against ?? []).flatMap((other) => facts.get(other)?.sentence ?? []);
    const value = quantity(fact.value, fact.unit, fact.approximate);
    const lines = [...new Set(uses.flatMap(({ line }) => line ?? []))];
    return [{ lines, fact: id, label: fact.label, value, proof: proofOf(fact, programme), against }];
  });
}

/** Each number typed by hand, with its sentence. */
export const sheetUnproved = ({ unproved, position }: Standing): SheetUnproved[] =>
  unproved.map(({ number, sentence, at }) => ({ line: position(at).line, number, sentence }));
