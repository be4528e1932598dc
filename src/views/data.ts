import { decidedLicence } from '#domain/programme/licence.ts';
import { dayInChina } from '#format/date.ts';
import { NO_LICENCE } from '#format/licence.ts';
import { citedPage, releaseName } from '#format/publisher.ts';
import { build, routes } from './programme.ts';

/** What the page of the tables says besides their columns: where they come from, their licence, how to quote them. */
export async function dataView(siteUrl: string) {
  const { programme, now, release } = await build();
  const { site, document, progress, words } = programme;
  const [day, url] = [dayInChina(now), new URL(routes.dataTables, siteUrl).href];
  const reported = progress.some((row) => row.reported !== null);
  const source = `《${document.plan_title}》`;
  return {
    url,
    source,
    years: document.years,
    name: `${site.name}：结对、计划、进展`,
    lead: `结对、计划、进展三张表，整理自${source}${reported ? `和各${words.reporter.noun}的上报` : ''}；每一行都有出处，可以逐格核对。`,
    licence: decidedLicence(site, day),
    noLicence: NO_LICENCE,
    release,
    releases: programme.content.dataReleases.toReversed().map(({ date, count }) => ({
      ...{ date, count, name: releaseName(date), href: routes.dataRelease(date) },
    })),
    citation: citedPage(site, { title: `${site.name}：结对、计划、进展`, day, url, release }),
    sentence: `数据来自“${site.name}”网站（${url}），整理自${source}，${release === null ? '' : `${releaseName(release)}，`}${day}查看。`,
  };
}
