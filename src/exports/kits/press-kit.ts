/** What must go with a file wherever it is used; null: there is nothing to be said of it, or nobody has decided. */
export interface FileNote {
  readonly caption: string;
  readonly credit: string | null;
  readonly licence: string | null;
  /** The last day on which it may be used. */
  readonly expires: string | null;
}

/** Where the bytes of a file come from: it is this text, a file of the built site, or a picture of the content by its hash. */
export type FileOrigin = { readonly text: string } | { readonly site: string } | { readonly picture: string };

/** One file of a kit. */
export interface KitFile {
  /** Inside the kit. */
  readonly path: string;
  readonly note: FileNote;
  readonly from: FileOrigin;
}

/** A press kit (素材包) before it is packed: plain data, so that what is in it can be compared with what was. */
export interface PressKit {
  readonly id: string;
  /** What stands at the head of its manifest. */
  readonly head: Readonly<Record<string, unknown>>;
  /** In the order in which they are packed; the manifest comes behind them. */
  readonly files: readonly KitFile[];
}

/** Name of the list of all files of a kit. */
export const MANIFEST = 'manifest.json';

/** How many files a kit has, its manifest among them. */
export const filesIn = ({ files }: Pick<PressKit, 'files'>): number => files.length + 1;

/**
 * A text as programmes of today and of long ago open it: Notepad of an old Windows takes a file without the mark for one
 * of another encoding, and without \r\n for one line.
 */
export const textFile = (lines: readonly string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`;

/** Said on the first line of every text of a preview. */
export const SAMPLE_LINE = '【样稿】这是预览里的素材包，里面有样稿，不是真人真事，不要发表，不要外传。';
