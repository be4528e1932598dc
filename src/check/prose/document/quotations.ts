import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import type { DocumentPart } from './document-parts.ts';
import { DocumentText, type Near } from './document-text.ts';
import { type Piece, piecesOf } from './quotation-pieces.ts';
import { type Attributed, quotationSources } from './quotation-sources.ts';

/** Words that are told in full; longer ones by their ends. */
const SHOWN = 60;
const short = (words: string) =>
  words.length > SHOWN ? `${words.slice(0, SHOWN / 2)}……${words.slice(-SHOWN / 4)}` : words;
/** Newlines and the spaces that align names in the original are no part of what is read. */
const oneLine = (words: string) => words.replaceAll(/\s+/gu, '');

/** So many characters may differ in words that are meant to be the document's. */
const mayDiffer = (words: string) => (words.length < 5 ? 0 : words.length < 10 ? 1 : Math.floor(words.length / 5));
/** So often the nearest passage is looked for in one story. */
const MOST_LOOKED_UP = 200;

interface Told {
  readonly piece: Piece;
  readonly near: Near | null;
  readonly elsewhere: DocumentPart | undefined;
}

/** Where the words could have come from, for the editor. */
const asRead = ({ near, elsewhere }: Pick<Told, 'near' | 'elsewhere'>, clause: string | null): string => {
  if (elsewhere) return `这几个字在${elsewhere.label}`;
  if (near) return `“${short(oneLine(near.words))}”`;
  return clause ? `${clause}里一字不差的原话` : '通知里一字不差的原话';
};

/**
 * Words that are said to be the document's: in a `Quote` with its clause or under the document's name, and in quotation
 * marks behind 通知写道 and the like. Each piece between …… must stand there, character by character.
 */
export const quotations: PlanRule = ({ programme }) => {
  const document = new DocumentText(programme);
  const { attributed, isDocument } = quotationSources(programme, document);

  const stands = (words: string, among: readonly DocumentPart[] | null) => {
    const where = document.where(words);
    return among === null ? where.length > 0 : where.some((part) => among.includes(part));
  };

  /** What is nearest to all of the words, else to the first of their clauses that is other. */
  function nearest(words: string, among: readonly DocumentPart[] | null): Near | null {
    const whole = document.near(words, among ?? undefined);
    if (whole) return whole;
    const [other] = words.split(/[，；：。、,;:]/u).filter((clause) => clause !== '' && !stands(clause, among));
    return other === undefined || other === words ? null : document.near(other, among ?? undefined);
  }

  /** The pieces of a text that do not stand where they should. */
  function missing(text: string, among: readonly DocumentPart[] | null, mayLook: () => boolean): Told[] {
    return piecesOf(text).flatMap((piece): Told[] => {
      if (stands(piece.words, among)) return [];
      const elsewhere = among === null ? undefined : document.where(piece.words)[0];
      const near = elsewhere || !mayLook() ? null : nearest(piece.words, among);
      return [{ piece, near, elsewhere }];
    });
  }

  function cited(source: ProseBlock, block: number, mayLook: () => boolean): ProseFinding[] {
    const { by = null, clause = null } = source.citation ?? {};
    if (clause === null && !(by !== null && isDocument(by))) return [];
    const label = clause === null ? null : document.label(clause);
    // An address that leads nowhere is told as that.
    if (clause !== null && label === null) return [];
    const among = clause === null ? null : document.at(clause);
    if (clause !== null && among?.every(({ folded }) => folded.text === '')) {
      const parts = { code: 'quote-not-in-document', what: '这一段原文不刊登，不能引用', expected: '不引用' } as const;
      const range = { block, start: 0, end: source.text.length, severity: 'error' as const, written: label };
      return [{ ...range, ...parts, found: `clause="${clause}"`, mend: '删去这一处 Quote。' }];
    }
    return missing(source.text, among, mayLook).map((told): ProseFinding => {
      const { piece, elsewhere, near } = told;
      const right = elsewhere ?? near?.part;
      return {
        ...{ block, start: piece.start, end: piece.end, severity: 'error' },
        code: 'quote-not-in-document',
        what: label === null ? '引文在通知里没有' : elsewhere ? '引文不在这一条里' : '引文和原文不同',
        found: `“${short(source.text.slice(piece.start, piece.end))}”`,
        expected: asRead(told, label),
        written: right?.label ?? label,
        mend: elsewhere
          ? `把 clause 改成 ${elsewhere.locator}，或者改引${label}里的话。`
          : '照原文改，一字不差；略去的地方写……；不是原话就不用 Quote。',
      };
    });
  }

  function inSentence(source: ProseBlock, block: number, one: Attributed, mayLook: () => boolean): ProseFinding[] {
    return missing(one.words, one.among, mayLook).flatMap(({ piece, near, elsewhere }): ProseFinding[] => {
      const { words } = piece;
      const isNear = near !== null && near.distance <= mayDiffer(words);
      if (one.kind === 'named' && !isNear) return [];
      const start = one.start + piece.start;
      const told = { near: isNear || one.kind === 'said' ? near : null, elsewhere };
      return [
        {
          ...{ block, start, end: one.start + piece.end },
          severity: source.quoted ? 'warning' : 'error',
          code: 'quotation-differs',
          what: elsewhere ? `引号里的话不在${one.place}里` : '引号里的话和通知不同',
          found: `“${short(source.text.slice(start, one.start + piece.end))}”`,
          expected: asRead(told, null),
          written: elsewhere?.label ?? told.near?.part.label ?? null,
          mend: elsewhere
            ? `改成“${elsewhere.label}”；引号里要一字不差。`
            : '照原文改，一字不差；不是通知的原话，去掉引号，用自己的话说。',
        },
      ];
    });
  }

  return ({ blocks }) => {
    let looked = 0;
    const mayLook = () => ++looked <= MOST_LOOKED_UP;
    return blocks.flatMap((source, block) => {
      if (source.citation) return cited(source, block, mayLook);
      return attributed(source.text).flatMap((one) => inSentence(source, block, one, mayLook));
    });
  };
};
