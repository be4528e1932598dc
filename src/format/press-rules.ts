/** Who and what is quoted. */
export interface QuotedSite {
  /** Title of the document, without marks. */
  readonly plan: string;
  readonly author: string;
  /** Who speaks on this site. */
  readonly speaker: string;
}

/** How what stands here is quoted: on the page for the media, and in every kit. */
export const quotingRules = ({ plan, author, speaker }: QuotedSite): string[] => [
  `引文件里的话和数，写文件的名字和哪一条、哪一格：《${plan}》，${author}。`,
  `引本站推算的数和图，写“${speaker}”，附网址；推算的数要说是推算的。`,
  '计划数说是计划，不说成做到了的；没有收录的，不说成没有做，也不说成零。',
  '人物的话和照片，只照发表的用；写到的人撤回同意，本站会撤下，请一起撤下。',
];
