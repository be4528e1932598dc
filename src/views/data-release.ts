import type { DataRelease, FrozenFact } from '#domain/data-releases/data-release.ts';
import { decidedLicence } from '#domain/programme/licence.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { NO_LICENCE } from '#format/licence.ts';
import { quantity } from '#format/number.ts';
import { citedPage, releaseName } from '#format/publisher.ts';
import { build, routes } from './programme.ts';

/** So many facts that changed are named; the tables have the others. */
const MOST = 40;

const factLine = ({ id, label, value, unit }: FrozenFact) => ({
  label,
  href: routes.fact(id),
  value: quantity(value, unit),
});

/** What a release is other in than the one before; null of the first. */
function changesOf(release: DataRelease, before: DataRelease | undefined) {
  if (!before) return null;
  const { added, changed, gone } = release;
  const held = new Map(before.files.map(({ name, sha256 }) => [name, sha256]));
  return {
    since: { text: releaseName(before.date), href: routes.dataRelease(before.date) },
    added: added.slice(0, MOST).map(factLine),
    changed: changed.slice(0, MOST).map(({ was, now }) => ({ ...factLine(now), was: quantity(was.value, was.unit) })),
    gone: gone.slice(0, MOST).map(factLine),
    more: [added, changed, gone].reduce((sum, list) => sum + Math.max(0, list.length - MOST), 0),
    /** Files of figures with other bytes: words changed too. */
    files: release.files
      .filter(
        ({ name, sha256 }) => /\.(?:csv|json)$/u.test(name) && name !== 'datapackage.json' && held.get(name) !== sha256,
      )
      .map(({ name }) => name),
  };
}

/** The days of all data releases. */
export const releaseDates = async (): Promise<string[]> =>
  (await build()).programme.content.dataReleases.map(({ date }) => date);

/** One data release: its files, what is other in it, how it is cited. `siteUrl`: address of the site, with protocol. */
export async function releaseView(date: string, siteUrl: string) {
  const { programme, now } = await build();
  const { site, document } = programme;
  const { dataReleases } = programme.content;
  const at = dataReleases.findIndex((one) => one.date === date);
  const release = dataReleases[at];
  if (!release) throw new Error(`没有数据版本 ${date}`);
  const url = new URL(routes.dataRelease(date), siteUrl).href;
  const day = dayInChina(now);
  const title = `${site.name}：结对、计划、进展`;
  const newer = dataReleases[at + 1];
  const files = release.files.map(({ name, bytes, sha256 }) => ({
    ...{ name, sha256, href: routes.dataReleaseFile(date, name) },
    size: `${(bytes / 1000).toFixed(1)} kB`,
  }));
  return {
    name: releaseName(date),
    title,
    lead: `${longDate(date)}的全部数据，整理自《${document.plan_title}》：${release.count}条事实和结对、计划、进展三张表。发布以后一个字节也不改，网址不变。`,
    date,
    url,
    files,
    newer: newer ? { text: releaseName(newer.date), href: routes.dataRelease(newer.date) } : null,
    newest: dataReleases.length - 1 === at,
    changes: changesOf(release, dataReleases[at - 1]),
    licence: decidedLicence(site, day),
    noLicence: NO_LICENCE,
    years: document.years,
    source: `《${document.plan_title}》`,
    sentence: `数据来自“${site.name}”网站的${releaseName(date)}（${url}），整理自《${document.plan_title}》。`,
    citation: citedPage(site, { title, day, url, release: date }),
  };
}
