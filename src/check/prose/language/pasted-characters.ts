import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import type { OwnRule, ProseFinding, Range } from '../prose.ts';

const WIDE = /[０-９Ａ-Ｚａ-ｚ]+/gu;
/** 共 青 团 湖 南: characters one by one, as a PDF or a justified line gives them; four may be a list. */
const SPACED =
  /(?<![\p{Script=Han}]|[\p{Script=Han}] {1,3})\p{Script=Han}(?: {1,3}\p{Script=Han}(?!\p{Script=Han}(?: |$))){5,}/gu;
/** A list of single characters: numbers, points of the compass. */
const LISTED = /^[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸东南西北中上下左右 ]+$/u;

interface Piece extends Range {
  readonly found: string;
  readonly instead: string;
}

const wideIn = (text: string): Piece[] =>
  matchesIn(text, WIDE).map(({ index: start, 0: found }) => ({
    start,
    end: start + found.length,
    found,
    instead: narrowed(found, /[０-９Ａ-Ｚａ-ｚ]/gu),
  }));
const spacedIn = (text: string): Piece[] =>
  matchesIn(text, SPACED)
    .filter(({ 0: found }) => !LISTED.test(found))
    .map(({ index: start, 0: found }) => ({
      start,
      end: start + found.length,
      found,
      instead: found.replaceAll(' ', ''),
    }));

function replaced(text: string, pieces: readonly Piece[]): { text: string; count: number } {
  let [result, at] = ['', 0];
  for (const { start, end, instead } of pieces) {
    result += text.slice(at, start) + instead;
    at = end;
  }
  return { text: result + text.slice(at), count: pieces.length };
}

/** A text with its full-width digits and letters narrow, and how many places that were. */
export const withNarrowDigits = (text: string) => replaced(text, wideIn(text));
/** A text without the spaces between single characters. */
export const withoutGaps = (text: string) => replaced(text, spacedIn(text));

const TIDY = '运行 npm run tidy -- <稿件id>，一次改好；或者自己改。';

/** Full-width digits and letters, and characters that a paste has set apart; of one paragraph all at once. */
export const pastedCharacters: OwnRule = () => {
  return ({ blocks }) =>
    blocks.flatMap(({ text }, block): ProseFinding[] => {
      const tell = (pieces: readonly Piece[], code: string, what: string): ProseFinding[] => {
        const [first] = pieces;
        if (!first) return [];
        const { start, end, found, instead } = first;
        const many = pieces.length > 1 ? `，这一段共${pieces.length}处` : '';
        return [
          {
            ...{ block, start, end, code, what, severity: 'warning', written: null, mend: TIDY },
            found: `“${found}”${many}`,
            expected: `“${instead}”`,
          },
        ];
      };
      return [
        ...tell(wideIn(text), 'full-width-digit', '数字、字母是全角的'),
        ...tell(spacedIn(text), 'spaced-characters', '字和字之间夹了空格'),
      ];
    });
};
