import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure } from '#charts/kit/figure.ts';
import { namedFigures } from '#domain/programme/figure-names.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import { programmeKit } from '#exports/kits/programme-kit.ts';
import { storyKit } from '#exports/kits/story-kit.ts';
import { kitIds, kitSite, programmeKitView, storyKitView } from '#views/kits.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (async () => (await kitIds()).map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

const drawn = new WeakMap<Programme, (name: string) => Figure | undefined>();

/** The figures of a programme by name, each drawn once for all kits that it is in. */
function figuresOf(programme: Programme): (name: string) => Figure | undefined {
  const before = drawn.get(programme);
  if (before) return before;
  const { named } = figureCatalogue(programme, routes);
  const known = new Map<string, Figure | undefined>();
  const find = (name: string) => {
    if (!known.has(name)) known.set(name, named.get(name)?.());
    return known.get(name);
  };
  drawn.set(programme, find);
  return find;
}

/**
 * What goes into a press kit. The build packs it, with pictures that are there by then, and leaves the kit in its place:
 * see `src/site/kits/`.
 */
export const GET: APIRoute = async ({ params, site: address }) => {
  const [{ programme }, site, id] = [await build(), await kitSite(), String(params['id'])];
  const whole = (href: string) => new URL(href, address).href;
  const figures = figuresOf(programme);
  const figure = (name: string) => {
    const found = figures(name);
    return found && { figure: found, taken: null };
  };
  const addresses = { home: whole(routes.home), plan: whole(routes.plan), passage: routes.passage };
  const kit =
    id === PROGRAMME_KIT
      ? programmeKit(
          await programmeKitView(String(address)),
          programme,
          namedFigures(programme).flatMap(({ name }) => figures(name) ?? []),
          { site, addresses },
        )
      : storyKit(await storyKitView(id, String(address)), { site, base: routes.home, figure });
  return new Response(JSON.stringify(kit));
};
