import { type KitFile, SAMPLE_LINE, textFile } from './press-kit.ts';

/** What every kit says of the site that it is from. */
export interface KitSite {
  readonly name: string;
  /** 主办：… or 建设单位待定. */
  readonly publisher: string;
  /** Whether this is a preview: every text says so. */
  readonly sample: boolean;
  /** How it is quoted, rule by rule. */
  readonly rules: readonly string[];
  /** Under which licence data and figures may be used; null: nobody has decided. */
  readonly licence: { readonly name: string; readonly url: string } | null;
  /** Said where there is none. */
  readonly noLicence: string;
  /** Who gets what is asked, and how to reach them. */
  readonly receiver: string;
  readonly contact: string;
}

/** A number with its source, as a table and a text give it. */
export interface KitFact {
  readonly id: string;
  readonly label: string;
  /** With 约 where it is approximate. */
  readonly value: string;
  readonly unit: string;
  /** The sentence with its source and the address of the fact. */
  readonly quoted: string;
  readonly sentence: string;
  readonly source: string;
  /** The words of the document; null where it is not quoted. */
  readonly quote: string | null;
  /** How it was worked out; null where it was not. */
  readonly worked: string | null;
  /** What the document says otherwise elsewhere, with where; null where it does not. */
  readonly against: string | null;
  /** Whole address of the fact. */
  readonly url: string;
}

/** A text of a kit; of a preview it says so first. */
export const textOf = ({ sample }: KitSite, path: string, caption: string, lines: readonly string[]): KitFile => ({
  path,
  note: { caption, credit: null, licence: null, expires: null },
  from: { text: textFile(sample ? [SAMPLE_LINE, '', ...lines] : lines) },
});

/** What a picture is called in a kit: of a preview its name says so, since no word can be put into it. */
export const pictureName = ({ sample }: KitSite, folder: string, name: string): string =>
  `${folder}/${sample ? '样稿-' : ''}${name}`;

/** The numbers one after the other, each as it can be put into a text, with what it rests on. */
export const factLines = (facts: readonly KitFact[]): string[] =>
  facts.flatMap(({ quoted, quote, worked, against }) => [
    `・${quoted}`,
    // The number alone, as it stands in a cell, tells nothing more.
    ...(quote === null || /^\d+$/.test(quote) ? [] : [`　　原文：“${quote}”`]),
    ...(worked === null ? [] : [`　　怎样算的：${worked}`]),
    ...(against === null ? [] : [`　　文件别处写的不一样：${against}`]),
  ]);

/** What stands at the foot of 说明.txt, whatever the kit is of. */
export function termsLines(site: KitSite): string[] {
  const { rules, licence, noLicence, receiver, contact } = site;
  return [
    '【怎样引用】',
    ...rules.map((rule) => `・${rule}`),
    '',
    '【许可】',
    licence === null ? noLicence : `数据和图：${licence.name}，${licence.url}`,
    `文字：摘引请写明来源和网址；整篇转载，先问${receiver}。`,
    '照片：captions.csv 里逐张写着谁拍的、凭什么可以用、用到哪一天；到期以后不再用。',
    '',
    '【联系】',
    `${receiver}　${contact}`,
    '',
    '【核对】',
    'manifest.json 里有每个文件的大小和 SHA-256。',
  ];
}

/** What is in a kit, line by line; the files of one figure are one line. */
export function contentLines(files: readonly KitFile[]): string[] {
  const same = Map.groupBy(files, ({ path }) => (path.startsWith('figures/') ? path.replace(/\.[a-z]+$/, '') : path));
  return [...same].map(([name, [first, ...more]]) => {
    const kinds = [first, ...more].map((file) => file?.path.split('.').at(-1)?.toUpperCase());
    return `・${name}${more.length > 0 ? `（${kinds.join('、')}）` : ''}　${first?.note.caption ?? ''}`;
  });
}
