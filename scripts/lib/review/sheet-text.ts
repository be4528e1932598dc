import type { Fact } from '#domain/fact.ts';
import type { Programme } from '#domain/programme.ts';
import type { ProsePart } from '#domain/prose/prose.ts';
import type { SheetBlock, SheetNumber, SheetProof, SheetUnproved } from '#exports/review-sheet-data.ts';
import { quantity } from '#format/number.ts';
import { reportedBy } from '#format/report-source.ts';
import type { Standing } from '../release/release-stories.ts';
import { checkedBody } from '../stories/story-check-body.ts';
import { type SourceBlock, withNumbers } from '../stories/story-prose.ts';

const PARTS: Readonly<Record<ProsePart, SheetBlock['part']>> = {
  ...{ title: 'heading', subtitle: 'heading', summary: 'paragraph', heading: 'heading', paragraph: 'paragraph' },
  ...{ item: 'item', cell: 'cell', note: 'note', words: 'other' },
};

/** The blocks of a story in the order in which they stand in its file. */
const blocksOf = ({ story }: Standing): SourceBlock[] =>
  checkedBody(story.body.source).prose.toSorted((a, b) => (a.offsets[0] ?? 0) - (b.offsets[0] ?? 0));

/** The text as it will be read, with the line of the file each block begins on. */
export function sheetText(standing: Standing, facts: ReadonlyMap<string, Fact>): SheetBlock[] {
  return blocksOf(standing).map((source) => {
    const { block } = withNumbers(source, facts);
    const part = block.quoted && block.part !== 'words' ? 'quote' : PARTS[block.part];
    const text = block.part === 'words' ? `（${block.text}）` : block.text;
    return { line: standing.position(source.offsets[0] ?? 0).line, part, text };
  });
}

function proofOf({ basis }: Fact, { passages }: Programme): SheetProof {
  if (basis.kind === 'derived') return { kind: 'derived', steps: basis.steps };
  if (basis.kind === 'outside') return { kind: 'outside', source: basis.source };
  if (basis.kind === 'reported') return { kind: 'reported', source: reportedBy(basis) };
  const passage = passages.get(basis.locator);
  const [label, clause] = [passage?.label ?? basis.locator, passage?.text ?? basis.quote];
  return { kind: 'quoted', label: /^附件/.test(label) ? label : `正文${label}`, clause, quote: basis.quote };
}

/** Each number the site puts in, with where it comes from. */
export function sheetNumbers(standing: Standing, programme: Programme): SheetNumber[] {
  const { facts } = programme;
  const places = blocksOf(standing).flatMap(({ numbers, offsets }) =>
    numbers.map(({ at, fact }) => ({ fact, line: standing.position(offsets[at] ?? 0).line })),
  );
  return [...Map.groupBy(places, ({ fact }) => fact)].flatMap(([id, uses]): SheetNumber[] => {
    const fact = facts.get(id);
    if (!fact) return [];
    const against = (fact.against ?? []).flatMap((other) => facts.get(other)?.sentence ?? []);
    const value = quantity(fact.value, fact.unit, fact.approximate);
    const lines = [...new Set(uses.map(({ line }) => line))];
    return [{ lines, fact: id, label: fact.label, value, proof: proofOf(fact, programme), against }];
  });
}

/** Each number typed by hand, with its sentence. */
export const sheetUnproved = ({ unproved, position }: Standing): SheetUnproved[] =>
  unproved.map(({ number, sentence, at }) => ({ line: position(at).line, number, sentence }));
