/**
 * A document of a word processor as its reader sees it on paper, in order: what `src/reader/word/` makes of a file, and
 * what a draft of a story is made of. Plain data, without anything of the file's own format.
 */
export interface Manuscript {
  readonly blocks: readonly Block[];
  /** Footnotes and endnotes, in the order in which their marks stand in the text; id is that of the mark. */
  readonly notes: readonly Note[];
  /** Each picture once, however often it is shown; named by its id in the inlines. */
  readonly pictures: readonly EmbeddedPicture[];
  /** What stands in the file and was not taken, in the order of the document. */
  readonly left: readonly LeftOut[];
}

/** Where something stands: the words a writer finds it by. */
export interface BlockPlace {
  /** Of all blocks of the document, tables' cells and boxes included, counted from 1 in reading order. */
  readonly block: number;
  /** The first words of the block, at most 24 characters; of an empty one, those before it. */
  readonly words: string;
}

export type Block = TextBlock | TableBlock;

export interface TextBlock {
  readonly type: 'paragraph';
  readonly place: BlockPlace;
  readonly inlines: readonly Inline[];
  /**
   * Name of the style as the file stores it, and of those it is based on, nearest first: Word writes `heading 1` in every
   * language, WPS `heading 1` or 标题 1, Google Docs Heading 1, a template 一级标题. Capitals mean nothing.
   */
  readonly styles: readonly string[];
  /** Outline level of the paragraph or of its styles: 1 is the highest; null: body text. */
  readonly outline: number | null;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Size of most of its letters in points, by styles and runs; null: not said anywhere. */
  readonly size: number | null;
  /** Whether all of its letters are bold, by styles and runs. */
  readonly bold: boolean;
  /** What the program writes before it by itself: 一、 （1） 1． ① •; null: nothing. */
  readonly label: string | null;
  /** The list it is an item of; null: none. */
  readonly list: { readonly id: string; readonly level: number; readonly ordered: boolean } | null;
  /** A box of text that stands beside the text; its paragraphs follow the one at which it is anchored. */
  readonly box: boolean;
}

export interface TableBlock {
  readonly type: 'table';
  readonly place: BlockPlace;
  /** Cells that another one covers are not there. */
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly blocks: readonly Block[];
  /** Columns and rows that it covers, 1 and more. */
  readonly columns: number;
  readonly rows: number;
  /** The column it begins in, from 0. */
  readonly column: number;
}

export type Inline =
  | {
      readonly type: 'text';
      /** As typed; never a line break or a tab. */
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly strike: boolean;
      readonly underline: boolean;
      readonly position: 'normal' | 'super' | 'sub';
    }
  | { readonly type: 'break' }
  | { readonly type: 'tab' }
  | { readonly type: 'picture'; readonly picture: string; readonly alt: string }
  | { readonly type: 'note'; readonly id: string }
  /** An address of the web or of mail, or `#name` of a place in the document. */
  | { readonly type: 'link'; readonly href: string; readonly inlines: readonly Inline[] };

export interface Note {
  readonly id: string;
  readonly kind: 'footnote' | 'endnote';
  readonly blocks: readonly Block[];
}

export interface EmbeddedPicture {
  readonly id: string;
  /** By its bytes, never by its name. */
  readonly kind: 'jpeg' | 'png';
  /**
   * Path of a file with its bytes: upright, cut as the document shows it, without anything a camera or a program wrote
   * into it. Whoever read the document keeps it for as long as it is needed.
   */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Something of the file that is not in the blocks, in plain Chinese for the writer. */
export interface LeftOut {
  readonly place: BlockPlace | null;
  /** 批注, 隐藏的文字, 修订时删掉的字, 目录, 公式, 图表, EMF 图片 … */
  readonly what: string;
  /** The words it held or stood beside, at most 80 characters; empty: it held none. */
  readonly words: string;
}
