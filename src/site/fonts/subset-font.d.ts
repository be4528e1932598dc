/** The part of subset-font that is used here; the package brings no types. */
declare module 'subset-font' {
  export interface Options {
    readonly targetFormat?: 'woff2' | 'woff' | 'truetype';
    readonly noHinting?: boolean;
    readonly dropTables?: readonly string[];
    /** OpenType feature tags to keep; all where left out. */
    readonly keepFeatures?: string[];
    /** Names of the font to keep beside the usual ones, by their number in the name table. */
    readonly preserveNameIds?: readonly number[];
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
