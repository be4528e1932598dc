import { factHistory } from '#domain/data-releases/fact-history.ts';
import { decidedLicence } from '#domain/programme/licence.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { paged } from '#domain/stories/paging.ts';
import { type PictureRights, peopleIn } from '#domain/stories/picture.ts';
import { type NoKit, PROGRAMME_KIT, type Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { sourceOfFact, workingOfFact } from '#format/fact-source.ts';
import { NO_LICENCE } from '#format/licence.ts';
import { quotingRules } from '#format/press-rules.ts';
import { sentenceFrom, speaker } from '#format/publisher.ts';
import { storyArchive } from './archive.ts';
import { mediaView } from './media.ts';
import { numberView } from './number.ts';
import { build, routes } from './programme.ts';
import { siteView } from './site.ts';
import { storyCitations, storyView } from './story.ts';
import { pagesOf } from './story-list.ts';

/** So many kits stand on one page of their list. */
const A_PAGE = 48;

/** What the media are told where a story has no kit. */
const NO_KIT: Readonly<Record<NoKit, string>> = {
  'not-out': '这一篇正式发布以后才有素材包。',
  people: '这一篇没有素材包：写到的人没有都同意用于媒体。要用的，先问',
  reprint: '这一篇没有素材包：文字是从别处转来的，要用的，问原来登的单位。',
};

const hasKit = ({ clearance }: Story): boolean => clearance.press.open;

/** Ids of all kits: of the programme, and of each story that the press may take. */
export async function kitIds(): Promise<string[]> {
  return [PROGRAMME_KIT, ...(await storyArchive()).all.filter(hasKit).map(({ id }) => id)];
}

/** A number as a kit tells it. Throws where there is no such fact: nothing may print a number that is none. */
function factOf(programme: Programme, id: string, siteUrl: string) {
  const fact = programme.facts.get(id);
  if (!fact) throw new Error(`没有编号为 ${id} 的事实`);
  const { basis, sentence, label, unit } = fact;
  const { value, approximate, href } = numberView(programme, fact, false);
  const { release } = factHistory(id, programme.facts, programme.content);
  const source = sourceOfFact(programme, fact);
  const url = new URL(href, siteUrl).href;
  const others = (fact.against ?? []).flatMap((other) => programme.facts.get(other) ?? []);
  const against = others.map((other) => sentenceFrom(other.sentence, sourceOfFact(programme, other)));
  return {
    ...{ id, label, unit, sentence, source, url },
    value: `${approximate ? '约' : ''}${value}`,
    quoted: sentenceFrom(sentence, `${source}；${programme.site.name}，${url}`, release),
    against: against.length > 0 ? against.join('') : null,
    quote: basis.kind === 'quoted' ? basis.quote : null,
    worked: workingOfFact(fact),
  };
}

/** The same for whatever kit: who the site is, how it is quoted, whom to ask. */
export async function kitSite() {
  const { programme, samples, now } = await build();
  const { site, document } = programme;
  const day = dayInChina(now);
  const licence = decidedLicence(site, day);
  const { publisher, receiver, contact } = await siteView();
  return {
    name: site.name,
    publisher,
    sample: samples,
    rules: quotingRules({ plan: document.plan_title, author: document.author, speaker: speaker(site, day) }),
    licence: licence && { name: licence.name, url: licence.url },
    noLicence: NO_LICENCE,
    receiver,
    contact: contact.join('　') || '联系方式待公布',
  };
}

/** One use of a picture in a story. */
interface Use {
  readonly hash: string;
  readonly src: string;
  readonly format: string;
  readonly rights: PictureRights;
}

/** The pictures that the press may take, in the order of the page, each once. */
function picturesOf(story: Story) {
  const { cover, coverFile, body, clearance } = story;
  const open = new Set(clearance.press.open ? clearance.press.pictures : []);
  const first = cover && coverFile ? [{ rights: cover, file: coverFile }] : [];
  const uses = [...first, ...body.pictures].flatMap(({ rights, file }): Use[] =>
    rights && open.has(file.hash) ? [{ hash: file.hash, src: file.src, format: file.format, rights }] : [],
  );
  return [...Map.groupBy(uses, ({ hash }) => hash)].flatMap(([hash, same]) => {
    const [use] = same;
    if (!use) return [];
    const { rights, format } = use;
    const { caption, alt, photographer, holder, licence, map_approval, expires } = rights;
    return {
      hash,
      sources: same.map(({ src }) => src),
      // What every programme opens: others are made into one of these.
      format: format === 'png' || format === 'svg' ? ('png' as const) : ('jpg' as const),
      ...{ caption, alt, rights: { photographer, holder, licence, map_approval } },
      expires: expires ?? null,
      people: peopleIn(rights).join('、'),
    };
  });
}

const figuresIn = ({ body }: Story): string[] => [...new Set(body.figures.map(({ name }) => name))];

async function storyOf(id: string): Promise<Story> {
  const { all, places } = await storyArchive();
  const story = all[places.get(id) ?? -1];
  if (!story) throw new Error(`没有稿件 ${id}`);
  return story;
}

/** A story as its kit tells it. `siteUrl`: address of the site, with protocol. */
export async function storyKitView(id: string, siteUrl: string) {
  const [{ programme }, story, view] = [await build(), await storyOf(id), await storyView(id)];
  const { inText } = await storyCitations(id, siteUrl);
  return {
    id,
    url: new URL(view.href, siteUrl).href,
    ...{ title: view.title, subtitle: view.subtitle, summary: view.summary, date: view.date, dateText: view.dateText },
    byline: view.byline.map(({ term, text }) => ({ term, text })),
    ...{ profile: view.profile, aliases: view.aliases, corrections: view.corrections, parts: view.parts },
    markdown: story.body.source,
    pictures: picturesOf(story),
    illustrated: story.coverFile !== undefined || story.body.pictures.length > 0,
    figures: figuresIn(story),
    facts: [...new Set(story.body.facts)].map((fact) => factOf(programme, fact, siteUrl)),
    // No reference with the day on which a page was seen: the same kit would be another one every day.
    cited: inText,
  };
}

/** The whole programme as its kit tells it, besides figures and tables. */
export async function programmeKitView(siteUrl: string) {
  const { programme, now } = await build();
  const { texts, numbers, stripe } = await mediaView(siteUrl);
  return {
    url: new URL(routes.media, siteUrl).href,
    texts,
    facts: numbers.map(({ number }) => factOf(programme, number.id, siteUrl)),
    stripe,
    day: dayInChina(now),
  };
}

/** A kit as a page offers it, or why there is none. How many bytes it has is put in when it is packed. */
export interface KitOffer {
  readonly id: string;
  /** null: there is none. */
  readonly href: string | null;
  /** What is in it, or why there is none. */
  readonly words: string;
}

/** What is in a kit besides what is in every one. */
function contentsOf(photos: number, figures: number, facts: number): string {
  const counted = [
    photos > 0 && `照片${photos}张（原大，不带拍摄信息）`,
    figures > 0 && `图${figures}张（SVG、PNG、CSV）`,
    facts > 0 && `数和出处${facts}条`,
  ];
  return ['正文和图片说明', ...counted.filter((words) => words !== false)].join('，');
}

/** Kits are packed when the site is built: the live preview has none. */
const offered = (id: string, words: string): KitOffer =>
  import.meta.env.DEV
    ? { id, href: null, words: `生成网站以后有素材包：${words}。` }
    : { id, href: routes.kit(id), words };

/** What the page of a story offers the media. */
export async function kitOffer(id: string): Promise<KitOffer> {
  const story = await storyOf(id);
  const { press } = story.clearance;
  if (!press.open) {
    const { receiver } = await siteView();
    const words = NO_KIT[press.why];
    return { id, href: null, words: press.why === 'people' ? `${words}${receiver}。` : words };
  }
  const facts = new Set(story.body.facts).size;
  return offered(id, contentsOf(press.pictures.length, figuresIn(story).length, facts));
}

/** A kit in the list of all. */
export interface KitLine extends KitOffer {
  readonly title: string;
  /** The page it belongs to. */
  readonly page: string;
  readonly dateText: string | null;
}

/** The kit of the programme as a page offers it. */
export async function programmeOffer(): Promise<KitLine> {
  const { programme } = await build();
  return {
    ...offered(PROGRAMME_KIT, '长短三种介绍，最常问的数和出处，全部的图（SVG、PNG、CSV），数据表，彩条布和标识'),
    title: `${programme.site.name}：总的一包`,
    page: routes.media,
    dateText: null,
  };
}

async function lineOf(story: Story): Promise<KitLine> {
  const offer = await kitOffer(story.id);
  return { ...offer, title: story.title, page: routes.story(story.id), dateText: longDate(story.date) };
}

/** The stories that have a kit, the newest first, whatever stands in front in other lists. */
async function storiesWithKit(): Promise<Story[]> {
  const { all } = await storyArchive();
  return all.filter(hasKit).toSorted((a, b) => (a.date < b.date ? 1 : -1));
}

/** The newest kits of stories, and how many there are. */
export async function newestKits(most: number): Promise<{ lines: KitLine[]; total: number }> {
  const stories = await storiesWithKit();
  return { lines: await Promise.all(stories.slice(0, most).map(lineOf)), total: stories.length };
}

/** One page of the list of all kits. Throws where there is no such page. */
export async function kitListView(number = 1) {
  const stories = await storiesWithKit();
  const pages = paged(stories, A_PAGE);
  const page = pages[number - 1];
  if (!page) throw new Error(`没有第${number}页`);
  return {
    title: number > 1 ? `素材包　第${number}页` : '素材包',
    total: stories.length,
    lines: [...(number === 1 ? [await programmeOffer()] : []), ...(await Promise.all(page.items.map(lineOf)))],
    pages: pagesOf(number, pages.length, routes.kitsPage),
  };
}

/** The numbers of the pages behind the first. */
export async function furtherKitPages(): Promise<number[]> {
  return paged(await storiesWithKit(), A_PAGE)
    .slice(1)
    .map(({ number }) => number);
}

export type KitListView = Awaited<ReturnType<typeof kitListView>>;
