import type { PersonBox } from '#format/person-box.ts';
import { lookupOf, rightsOf, type StoryFigure, type StoryParts } from '#stories/render/components.ts';
import { plainStory } from '#stories/render/plain.ts';
import { kitFigure } from './kit-figures.ts';
import { contentLines, factLines, type KitFact, type KitSite, pictureName, termsLines, textOf } from './kit-site.ts';
import { type Captioned, captionsTable, factsTable } from './kit-tables.ts';
import type { KitFile, PressKit } from './press-kit.ts';

/** A picture that the press may take. */
export interface KitPicture {
  readonly hash: string;
  /** As the story names it; one file may stand in it under several names. */
  readonly sources: readonly string[];
  readonly format: 'jpg' | 'png';
  readonly caption: string;
  readonly alt: string;
  readonly rights: Parameters<typeof rightsOf>[0];
  readonly expires: string | null;
  readonly people: string;
}

/** A story as its kit tells it. Addresses in `parts` are under the base path, others whole. */
export interface KitStory {
  readonly id: string;
  /** Whole address of its page. */
  readonly url: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly summary: string;
  readonly date: string;
  readonly dateText: string;
  readonly byline: readonly { readonly term: string; readonly text: string }[];
  readonly profile: PersonBox | null;
  /** Names in it that are 化名. */
  readonly aliases: readonly string[];
  readonly corrections: readonly { readonly dateText: string; readonly text: string }[];
  readonly markdown: string;
  readonly parts: StoryParts;
  readonly pictures: readonly KitPicture[];
  /** Whether its page shows any picture at all. */
  readonly illustrated: boolean;
  /** Names of the figures in it, each once. */
  readonly figures: readonly string[];
  readonly facts: readonly KitFact[];
  /** How it is quoted. */
  readonly cited: string;
}

/** What a kit asks of the site besides its story. */
export interface KitMaking {
  readonly site: KitSite;
  /** Path the site lies under, with slashes at both ends. */
  readonly base: string;
  readonly figure: (name: string) => StoryFigure | undefined;
}

/** Who owns a picture, without the licence, which has a column of its own. */
const creditOf = ({ map_approval: approval, photographer, holder }: KitPicture['rights']): string =>
  rightsOf({ map_approval: approval, photographer, holder }).trim();

function captioned(site: KitSite, picture: KitPicture, number: number): Captioned {
  const { format, caption, alt, rights, expires, people } = picture;
  const path = pictureName(site, 'photos', `${String(number).padStart(2, '0')}.${format}`);
  const note = { caption, credit: creditOf(rights), licence: rights.licence ?? null, expires };
  return { path, note, alt, people };
}

const introduced = ({ name, alias, rows, words }: PersonBox): string[] => [
  `${name}${alias ? '（化名）' : ''}${rows.map(({ term, text }) => `　${term}：${text}`).join('')}`,
  ...(words === null ? [] : [words]),
  '',
];

/** The text of a story with what stands round it, in the order of its page. */
function storyLines(story: KitStory, text: readonly string[]): string[] {
  const { title, subtitle, summary, byline, dateText, profile, aliases, corrections, facts, url } = story;
  return [
    title,
    ...(subtitle === null ? [] : [subtitle]),
    '',
    summary,
    '',
    [...byline, { term: '时间', text: dateText }].map(({ term, text: said }) => `${term}：${said}`).join('　'),
    url,
    '',
    ...(profile ? introduced(profile) : []),
    ...(aliases.length > 0 ? [`文中的${aliases.join('、')}是化名。`, ''] : []),
    ...corrections.flatMap(({ dateText: day, text: said }) => [`更正　${day}　${said}`, '']),
    ...text,
    ...(facts.length > 0 ? ['', '【数和出处】', ...factLines(facts)] : []),
  ];
}

/** Said where a story shows pictures and its kit holds none. */
const withoutPictures = ({ pictures, illustrated }: KitStory): string[] =>
  pictures.length > 0 || !illustrated
    ? []
    : ['没有照片：没有哪一张是权利人和画面里的人都同意给媒体用的。文字照样可以用。'];

function readMe(story: KitStory, { site }: KitMaking, files: readonly KitFile[]): string[] {
  const { title, url, cited } = story;
  return [
    `素材包：${title}`,
    `${site.name}（${site.publisher}）`,
    url,
    '',
    '【里面有】',
    ...contentLines(files),
    ...withoutPictures(story),
    '',
    '【写在文章里】',
    cited,
    '',
    ...termsLines(site),
  ];
}

/** The press kit of a story: text, captions, pictures, figures, numbers, and what may be done with them. Throws as `readStory`. */
export function storyKit(story: KitStory, making: KitMaking): PressKit {
  const { site, base, figure } = making;
  const photos = story.pictures.map((picture, i) => ({ picture, said: captioned(site, picture, i + 1) }));
  const figures = story.figures.flatMap((name) => {
    const found = figure(name);
    return found ? [{ name, ...kitFigure(found.figure, site) }] : [];
  });
  const text = plainStory(story.markdown, {
    ...{ base, page: story.url, lookup: lookupOf(story.parts, figure) },
    pictures: new Map(photos.flatMap(({ picture, said }) => picture.sources.map((src) => [src, said.path]))),
    figures: new Map(figures.map(({ name, captioned: said }) => [name, said.path])),
  });
  const files: KitFile[] = [
    textOf(site, '正文.txt', '稿件全文，末尾是数和出处', storyLines(story, text)),
    captionsTable(site, [...photos.map(({ said }) => said), ...figures.map(({ captioned: said }) => said)]),
    factsTable(site, story.facts),
    ...photos.map(
      ({ picture, said }): KitFile => ({ path: said.path, note: said.note, from: { picture: picture.hash } }),
    ),
    ...figures.flatMap(({ files: own }) => own),
  ];
  const { id, title, url, date } = story;
  return {
    id,
    head: {
      ...{ kit: id, title, date, url, site: site.name, publisher: site.publisher },
      ...{ licence: site.licence, contact: site.contact, sample: site.sample },
    },
    files: [textOf(site, '说明.txt', '先看这一份：里面有什么，怎样引用，找谁', readMe(story, making, files)), ...files],
  };
}
