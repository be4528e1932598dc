import { stripesIn } from '#domain/places/pairing.ts';
import { finding } from '../finding.ts';
import type { Rule } from './draft.ts';
import { roleWord } from './pairing-roles.ts';

/** Fixed colours stand in the order of pairings and townships; more of them than there are is a slip in the order. */
export const clothColours: Rule = (draft) => {
  const { cloth, pairings } = draft;
  if (!cloth || !pairings) return [];
  const stripes = pairings.reduce((sum, pairing) => sum + stripesIn(pairing), 0);
  // Without a third level a stripe is a pairing.
  const third = pairings.some((p) => p.townships.length > 0);
  return (
    [
      ['hues', cloth.hues?.length ?? 0, pairings.length, '组'],
      ['stripes', cloth.stripes?.length ?? 0, stripes, third ? `个${roleWord(draft, 'townships').word}` : '组'],
    ] as const
  ).flatMap(([key, given, needed, word]) =>
    given <= needed
      ? []
      : [
          finding({
            file: 'map/cloth.yaml',
            path: [key],
            severity: 'warning',
            code: 'too-many-colours',
            what: '颜色比需要的多',
            found: `${key} 有${given}项`,
            expected: `最多${needed}项（pairings.yaml 里有${needed}${word}）`,
            mend: '核对顺序，删掉多的；顺序与 pairings.yaml 相同。',
          }),
        ],
  );
};
