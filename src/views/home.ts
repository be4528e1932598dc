import { totalFactId } from '#domain/facts/plan.ts';
import { firstName, LANGUAGES, languagesOf, namesAnchor } from '#domain/places/language-name.ts';
import { shortName } from '#domain/places/place.ts';
import { isTimed } from '#domain/plan/line-year.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Line } from '#domain/programme/project.ts';
import { countedInWords, countsOf, endsInTitle } from '#format/counted.ts';
import { longDate, yearSpan } from '#format/date.ts';
import { chineseCount } from '#format/number.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { fitsSlip, type GroupFit, groupFit, isFew, isLengthy, titleFit } from '#format/room-for-names.ts';
import { type PosterWords, WHOLE_POSTER } from '#format/share-picture.ts';
import { UNVERIFIED } from '#format/status.ts';
import { storyArchive } from './archive.ts';
import { storiesBesideMap } from './knots.ts';
import { numberIfAny, numberOf } from './number.ts';
import { type LanguageNameView, languageNameOf, threadHref } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding } from './progress.ts';

/** One stripe of the cloth. */
export interface StripeView {
  readonly name: string;
  readonly href: string;
  readonly stripe: number;
  /** Too long for a line of a phone. */
  readonly lengthy: boolean;
  /** Of a receiver that is the stripe itself. */
  readonly inLanguage: LanguageNameView | null;
}

/** One group of the cloth: a pairing with its townships. */
export interface GroupView {
  readonly hue: number;
  readonly city: string;
  /** null: its one stripe is the receiver, who is not named twice. */
  readonly county: string | null;
  readonly countyInLanguage: LanguageNameView | null;
  readonly href: string;
  readonly stripes: readonly StripeView[];
  readonly fit: GroupFit;
}

export function clothView(programme: Programme): GroupView[] {
  const { threads } = countsOf(programme.journeys);
  return programme.journeys.map((journey) => {
    const [city, county] = [shortName(journey.city), shortName(journey.county)];
    const isStripe = journey.threads.every(({ place }) => place.id === journey.county.id);
    const inLanguage = languageNameOf(journey.county);
    // Alone on a label a giver is what a receiver is beside its giver: what stays on a phone.
    const fit = isStripe
      ? { ...groupFit('', city, journey.threads.length, threads), brief: false }
      : groupFit(city, county, journey.threads.length, threads);
    return {
      hue: journey.hue,
      city,
      county: isStripe ? null : county,
      countyInLanguage: isStripe ? null : inLanguage,
      href: routes.pairing(journey.city.id),
      stripes: journey.threads.map(({ place, stripe }) => ({
        name: place.name,
        href: threadHref(journey, place),
        stripe,
        lengthy: isLengthy(place.name),
        inLanguage: isStripe ? inLanguage : null,
      })),
      fit,
    };
  });
}

/** One line of the slip: how much is planned of a deed. */
export interface DeedView {
  readonly number: PrintedNumber;
  /** 写信; the name of the line where nobody wrote a verb. */
  readonly deed: string;
  /** The line, where the deed does not say it. */
  readonly detail: string;
  readonly href: string;
}

/** As many deeds has the slip room for. */
const DEEDS = 4;

/** Whether what is planned of a line in all is of all the years, under which it stands on the slip. */
function isOfAllYears({ facts, lineYears, document }: Programme, line: Line): boolean {
  if (facts.get(totalFactId(line))?.basis.kind === 'quoted') return true;
  const own = lineYears.filter((y) => y.line === line.id).map(({ year }) => year);
  return own.includes(null) || document.years.every((year) => own.includes(year));
}

/** What is planned, as deeds: those that the content names, else the first lines that have a number in all. */
export function deedsOf(programme: Programme): DeedView[] {
  const { site, lines, projects } = programme;
  const named = site.deeds?.flatMap((id) => lines.get(id) ?? []);
  return (named ?? [...lines.values()])
    .flatMap((line) => {
      const number = isOfAllYears(programme, line) ? numberIfAny(programme, totalFactId(line)) : null;
      const deed = projects.find(({ id }) => id === line.project)?.deed;
      return number ? [{ number, deed: deed ?? line.short, detail: deed ? line.short : '', href: number.href }] : [];
    })
    .slice(0, DEEDS);
}

/** What the departments page holds, in the words of the door that leads there. */
function organsOf({ content }: Programme): string {
  const { leading_group: group, office } = content.departments;
  return `${group ? '领导小组、' : ''}${office ? '办公室、' : ''}各部门和单位的分工。`;
}

/** The first column of the slip: who and who; where no size of its type holds them, the name of the site. */
function titleOf({ journeys, words, site }: Programme): string {
  const ends = endsInTitle(journeys, words);
  if (fitsSlip(ends)) return ends;
  return fitsSlip(site.name) ? site.name : `${chineseCount(journeys.length)}组结对`;
}

/** What the slip of the home page is called: who with whom, and how many threads. */
const slipTitle = (programme: Programme) =>
  [titleOf(programme), `${chineseCount(countsOf(programme.journeys).threads)}根线`] as const;

/** The poster of the whole programme; null where a story goes by its name. */
export function wholePoster(programme: Programme): PosterWords | null {
  const { site, document, content, words } = programme;
  if (content.stories.some(({ id }) => id === WHOLE_POSTER)) return null;
  return {
    ...{ id: WHOLE_POSTER, title: slipTitle(programme).join('，'), said: site.press?.short ?? site.slip },
    credits: [`来源：《${document.plan_title}》，${longDate(document.date)}${words.issued}`],
  };
}

/** That the names on the cloth in other languages are not confirmed, where they are not. */
function unverifiedNames({ journeys, words }: Programme) {
  const names = journeys.flatMap(({ county }) => firstName(county) ?? []);
  const [first, ...more] = languagesOf([{ names: names.filter(({ unverified }) => unverified) }]);
  if (!first) return null;
  const written = [first, ...more].map((lang) => LANGUAGES[lang]).join('、');
  return { text: `${words.receiver.noun}名的${written}${UNVERIFIED}`, href: `${routes.method}#${namesAnchor(first)}` };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;

export async function homeView() {
  const here = await build();
  const { programme } = here;
  const { all } = await storyArchive();
  const { journeys, site, words } = programme;
  const { threads, thirds } = countsOf(journeys);
  const title = slipTitle(programme);
  return {
    title,
    fit: { few: isFew(threads), title: titleFit(title) },
    slip: site.slip,
    poster: wholePoster(programme),
    groups: clothView(programme),
    /** Said once under the cloth: beside each name there is no room. */
    unverified: unverifiedNames(programme),
    groupsLabel: `${chineseCount(journeys.length)}组结对${words.third ? `，${countedInWords(thirds, words.third)}` : ''}`,
    deeds: deedsOf(programme),
    /** Over the deeds: of what years, and that it is a plan. */
    planWords: `${yearSpan(programme.document.years)}计划`,
    /** null: the document sets words and no number. */
    /** Whether the document says when within the year. */
    timed: programme.lineYears.some(isTimed),
    planned: programme.lineYears.some(({ target }) => target !== null)
      ? numberOf(programme, 'programme-planned')
      : null,
    /** null: none is here, which is no number. */
    reported: numberIfAny(programme, 'programme-reported'),
    standing: planStanding(here),
    from: site.from,
    to: site.to,
    stories: await storiesBesideMap(all, [{ text: `全部${all.length}篇`, href: routes.stories }]),
    doors: [
      { title: '每个数，都有出处', text: '每个数都连着文件里的那一条、那一格，引用格式可以复制。', href: routes.facts },
      { title: '图与数据', text: '每张图都能下载SVG和表格，数据有字段说明。', href: routes.figures },
      { title: '谁牵头，谁配合', text: organsOf(programme), href: routes.departments },
    ],
  };
}
