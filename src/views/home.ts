import { shortName } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { chineseCount, chineseNumeral } from '#format/number.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { UNVERIFIED } from '#format/status.ts';
import { numberIfAny, numberOf } from './number.ts';
import { type TibetanView, tibetanOf } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding } from './progress.ts';
import { storiesOfSite } from './stories-here.ts';

/** One stripe of the cloth. */
export interface StripeView {
  readonly name: string;
  readonly href: string;
  readonly stripe: number;
}

/** One group of the cloth: a pairing with its townships. */
export interface GroupView {
  readonly hue: number;
  readonly city: string;
  readonly county: string;
  readonly countyBo: TibetanView | null;
  readonly href: string;
  readonly stripes: readonly StripeView[];
}

export function clothView(programme: Programme): GroupView[] {
  return programme.journeys.map((journey) => ({
    hue: journey.hue,
    city: shortName(journey.city.name),
    county: shortName(journey.county.name),
    countyBo: tibetanOf(journey.county),
    href: routes.pairing(journey.city.id),
    stripes: journey.threads.map(({ place, stripe }) => ({
      name: place.name,
      href: routes.township(place.id),
      stripe,
    })),
  }));
}

/** One line of the slip: a number, what it counts, and a few words. */
export interface CountView {
  readonly number: PrintedNumber;
  readonly word: string;
  readonly detail: string;
  readonly then: boolean;
  readonly href: string;
}

function countsOf(programme: Programme): CountView[] {
  const { journeys, document, targetTables } = programme;
  const distinct = (names: readonly string[]) => [...new Set(names)].join('　');
  const count = (what: string, word: string, detail: string, then = false): CountView => {
    const number = numberOf(programme, `programme-${what}`);
    return { number, word, detail, then, href: number.href };
  };
  const tables = targetTables.length ? `${chineseCount(targetTables.length)}张任务表，` : '';
  return [
    count('cities', '座城市', distinct(journeys.map((j) => shortName(j.city.name))), true),
    count('counties', '个县', distinct(journeys.map((j) => shortName(j.county.name))), true),
    count('townships', '个乡镇', '一个乡镇，一根线'),
    count('projects', '个项目', `${tables}${chineseCount(document.years.length)}个年度`),
  ];
}

/** What the departments page holds, in the words of the door that leads there. */
function organsOf({ content }: Programme): string {
  const { leading_group: group, office } = content.departments;
  return `${group ? '领导小组、' : ''}${office ? '办公室、' : ''}各部门和单位的分工。`;
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;

export async function homeView() {
  const here = await build();
  const { programme } = here;
  const { journeys, site } = programme;
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  const cities = distinct(journeys.map((j) => j.city.id));
  const counties = distinct(journeys.map((j) => j.county.id));
  const townships = journeys.reduce((n, j) => n + j.threads.length, 0);
  return {
    title: [`${chineseCount(cities)}座城，${chineseCount(counties)}个县`, `${chineseNumeral(townships)}根线`] as const,
    slip: site.slip,
    groups: clothView(programme),
    /** Said once under the cloth: beside each name there is no room. */
    tibetan: journeys.some((j) => j.county.name_bo?.unverified)
      ? { text: `县名的藏文${UNVERIFIED}`, href: `${routes.method}#tibetan` }
      : null,
    groupsLabel: `${chineseCount(journeys.length)}组结对，${chineseNumeral(townships)}个乡镇`,
    counts: countsOf(programme),
    planned: numberOf(programme, 'programme-planned'),
    /** null: none is here, which is no number. */
    reported: numberIfAny(programme, 'programme-reported'),
    standing: planStanding(here),
    from: site.from,
    to: site.to,
    stories: await storiesOfSite(),
    doors: [
      { title: '每个数，都有出处', text: '每个数都连着文件里的那一条、那一格，引用格式可以复制。', href: routes.facts },
      { title: '图与数据', text: '每张图都能下载SVG和表格，数据有字段说明。', href: routes.figures },
      { title: '谁牵头，谁配合', text: organsOf(programme), href: routes.departments },
    ],
  };
}
