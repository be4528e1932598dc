import type { Figure } from '#charts/kit/figure.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import { tableWords } from '../data/fields.ts';
import { dataPackage, type PackageAddresses } from '../data/package.ts';
import { sameRelease } from '../data/release-files.ts';
import { tableCsv } from '../data/tables.ts';
import { kitFigure } from './kit-figures.ts';
import { contentLines, factLines, type KitFact, type KitSite, pictureName, termsLines, textOf } from './kit-site.ts';
import { type Captioned, captionsTable, factsTable } from './kit-tables.ts';
import type { FileNote, KitFile, PressKit } from './press-kit.ts';

/** What the kit of the whole programme tells, besides its figures and tables. */
export interface KitProgramme {
  /** Whole address of the page for the media. */
  readonly url: string;
  /** The texts to be copied, each with how long it is. */
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly facts: readonly KitFact[];
  /** What has a stripe of its own on the cloth. */
  readonly stripe: string;
  /** Day of the build in China. */
  readonly day: string;
}

/** A file of the site that is no figure: what it shows, and what must not be done with it. */
function mark(site: KitSite, name: string, file: string, caption: string): { file: KitFile; captioned: Captioned } {
  const path = pictureName(site, 'marks', name);
  const note: FileNote = { caption, credit: site.name, licence: null, expires: null };
  return { file: { path, note, from: { site: file } }, captioned: { path, note, alt: caption, people: '' } };
}

const marksOf = (site: KitSite, stripe: string) => {
  const cloth = `彩条布，每个${stripe}一道，次序和颜色不改；不当作任何单位的标识`;
  const own = '本站的标识，只用来指本站，不改颜色和比例，不表示本站赞同什么';
  return [
    mark(site, 'cloth.svg', 'media/cloth.svg', cloth),
    mark(site, 'mark.svg', 'favicon.svg', own),
    mark(site, 'mark.png', 'icon-512.png', own),
  ];
};

/** The tables of the site with what each column holds, byte for byte as the site has them. */
function dataFiles(programme: Programme, day: string, addresses: PackageAddresses, licence: string | null): KitFile[] {
  const note = (caption: string): FileNote => ({ caption, credit: programme.site.name, licence, expires: null });
  const tables = tableWords(programme).map(
    ({ name, title, description }): KitFile => ({
      path: `data/${name}.csv`,
      note: note(`${title}：${description}`),
      from: { text: tableCsv(name, programme, addresses.passage) },
    }),
  );
  const described = `${JSON.stringify(dataPackage(programme, day, addresses, sameRelease(programme)), null, 2)}\n`;
  return [...tables, { path: 'data/datapackage.json', note: note('三张表每一栏是什么'), from: { text: described } }];
}

function readMe({ url }: KitProgramme, site: KitSite, files: readonly KitFile[]): string[] {
  return [
    `素材包：${site.name}`,
    `${site.name}（${site.publisher}）`,
    url,
    '',
    '【里面有】',
    ...contentLines(files),
    '示意图请保留“示意图”三个字和来源。',
    '',
    ...termsLines(site),
  ];
}

/** The press kit of the whole programme: what it is, its numbers, figures and tables, and its marks. */
export function programmeKit(
  told: KitProgramme,
  programme: Programme,
  figures: readonly Figure[],
  making: { readonly site: KitSite; readonly addresses: PackageAddresses },
): PressKit {
  const { site, addresses } = making;
  const { texts, facts, stripe, day, url } = told;
  const drawn = figures.map((figure) => kitFigure(figure, site));
  const marks = marksOf(site, stripe);
  const lines = [
    site.name,
    url,
    '',
    ...texts.flatMap(({ label, text }) => [`【${label}】`, text, '']),
    ...(facts.length > 0 ? ['【最常问的数】', ...factLines(facts)] : []),
  ];
  const files: KitFile[] = [
    textOf(site, '正文.txt', '长短三种介绍，最常问的数和出处', lines),
    captionsTable(site, [...drawn.map(({ captioned }) => captioned), ...marks.map(({ captioned }) => captioned)]),
    factsTable(site, facts),
    ...drawn.flatMap(({ files: own }) => own),
    ...dataFiles(programme, day, addresses, site.licence?.name ?? null),
    ...marks.map(({ file }) => file),
  ];
  return {
    id: PROGRAMME_KIT,
    head: {
      ...{ kit: PROGRAMME_KIT, title: site.name, url, site: site.name, publisher: site.publisher },
      ...{ licence: site.licence, contact: site.contact, sample: site.sample },
    },
    files: [textOf(site, '说明.txt', '先看这一份：里面有什么，怎样引用，找谁', readMe(told, site, files)), ...files],
  };
}
