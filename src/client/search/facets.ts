import type { FacetCount, Found } from '#domain/search/found.ts';
import { FACET_TITLES, FACETS, type Facet } from '#domain/stories/facets.ts';
import { addressOf, choose, type SearchState } from './address.ts';
import { byId, el } from './elements.ts';
import { ALL, narrowBy, narrowByAll, restOf } from './messages.ts';

/** So many values of a facet are seen at once. */
const SEEN = 8;

/** What a facet is called: the page says it where the programme has a word of its own. */
const titleOf = (facet: Facet): string => byId('facets', HTMLElement).dataset[facet] ?? FACET_TITLES[facet];

/** From this width on there is room beside the hits for all facets. */
const ROOMY = '(min-width: 60rem)';

/**
 * What the hits can be narrowed by; a facet with one value narrows nothing and is left out. On a phone all but the first
 * are folded, or they would push the hits out of sight.
 */
export function facetLists(found: Found, state: SearchState): Node[] {
  const shown = FACETS.filter((facet) => found.facets[facet].length > 1 || state.chosen[facet] !== undefined);
  const list = (facet: Facet) => facetList(facet, found.facets[facet], found.exact.length, state);
  const [first, ...others] = shown;
  if (first === undefined) return [];
  if (others.length === 0) return [list(first)];
  const open = matchMedia(ROOMY).matches || others.some((facet) => state.chosen[facet] !== undefined);
  const further = el('details', { class: 'further', ...(open && { open: '' }) });
  further.append(el('summary', {}, narrowByAll(others.map(titleOf))), ...others.map(list));
  return [list(first), further];
}

function facetList(facet: Facet, counts: readonly FacetCount[], total: number, state: SearchState): Node {
  const chosen = state.chosen[facet];
  const link = (value: string | null, text: string, count: number | null) => {
    const current = (value ?? undefined) === chosen;
    const number = count === null ? [] : [el('b', {}, String(count))];
    const attributes = { href: addressOf(choose(state, facet, value)), ...(current && { 'aria-current': 'true' }) };
    return el('li', {}, el('a', attributes, text, ...number));
  };
  // How many there would be without the chosen value was not asked.
  const all = link(null, ALL, chosen === undefined ? total : null);
  const links = chosenInSight(counts, chosen).map(({ value, count }) => link(value, value, count));
  const rest = links.slice(SEEN);
  const list = el('nav', { 'aria-label': narrowBy(titleOf(facet)) }, el('h2', {}, narrowBy(titleOf(facet))));
  list.append(el('ul', {}, all, ...links.slice(0, SEEN)));
  if (rest.length > 0) list.append(el('details', {}, el('summary', {}, restOf(rest.length)), el('ul', {}, ...rest)));
  return list;
}

/** The chosen value is never among those that have to be unfolded. */
function chosenInSight(counts: readonly FacetCount[], chosen: string | undefined): readonly FacetCount[] {
  const at = counts.findIndex(({ value }) => value === chosen);
  const picked = counts[at];
  return picked && at >= SEEN ? [picked, ...counts.filter((count) => count !== picked)] : counts;
}
