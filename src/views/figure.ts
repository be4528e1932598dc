import { dataDay } from '#domain/programme/programme.ts';
import { dayInChina } from '#format/date.ts';
import { type FigureTaken, figureTaken, type TakenFrom } from '#format/figure-taken.ts';
import { build, routes } from './programme.ts';

/** What every figure of the site at `siteUrl` is taken away with: whoever has drawn it asks. */
export async function takingFrom(siteUrl: string): Promise<(figure: Parameters<typeof figureTaken>[0]) => FigureTaken> {
  const { programme, now, release } = await build();
  const from: TakenFrom = {
    site: programme.site,
    routes,
    url: siteUrl,
    today: dayInChina(now),
    dataDay: dataDay(programme.content),
    release,
  };
  return (figure) => figureTaken(figure, from);
}
