import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import { programmeKit } from '#exports/kits/programme-kit.ts';
import { storyKit } from '#exports/kits/story-kit.ts';
import { kitIds, kitSite, programmeKitView, storyKitView } from '#views/kits.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (async () => (await kitIds()).map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

/**
 * What goes into a press kit. The build packs it, with pictures that are there by then, and leaves the kit in its place:
 * see `src/site/kits/`.
 */
export const GET: APIRoute = async ({ params, site: address }) => {
  const [{ programme }, site, id] = [await build(), await kitSite(), String(params['id'])];
  const whole = (href: string) => new URL(href, address).href;
  const catalogue = figureCatalogue(programme, routes);
  const figure = (name: string) => {
    const drawn = catalogue.named.get(name)?.();
    return drawn && { figure: drawn, taken: null };
  };
  const addresses = { home: whole(routes.home), plan: whole(routes.plan), passage: routes.passage };
  const kit =
    id === PROGRAMME_KIT
      ? programmeKit(await programmeKitView(String(address)), programme, catalogue.all(), { site, addresses })
      : storyKit(await storyKitView(id, String(address)), { site, base: routes.home, figure });
  return new Response(JSON.stringify(kit));
};
