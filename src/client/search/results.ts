import type { RelatedHit, Shown } from '#domain/search/found.ts';
import { addressOf, type SearchState, STEP } from './address.ts';
import { el, marked } from './elements.ts';
import { allOf, counted, factsOf, moreOf, RELATED } from './messages.ts';

/** A page that is offered, with the reason. */
export interface ShownRelated {
  readonly shown: Shown;
  readonly why: RelatedHit['why'];
}

/** Pages that stand folded. */
export interface ShownFolded {
  readonly count: number;
  /** Loaded already, where everything is to be shown. */
  readonly shown: readonly Shown[] | null;
  readonly show: () => Promise<readonly Shown[]>;
}

/** The pages that hold the words, in their order. */
export function exactList(hits: readonly Shown[], hues: readonly string[]): Node[] {
  if (hits.length === 0) return [];
  return [el('ol', {}, ...hits.map((shown) => item(shown, stripe(shown.cities, hues))))];
}

/** Those that stand folded; what is in it comes when it is unfolded. */
export function foldedList(folded: ShownFolded | null, hues: readonly string[]): Node[] {
  if (!folded) return [];
  const list = el('ol');
  const details = el('details', { class: 'fold' }, el('summary', {}, factsOf(folded.count)), list);
  const fill = (facts: readonly Shown[]) =>
    list.replaceChildren(...facts.map((shown) => item(shown, stripe(shown.cities, hues))));
  if (folded.shown) fill(folded.shown);
  details.open = folded.shown !== null;
  details.addEventListener('toggle', () => {
    if (!details.open || list.childElementCount > 0) return;
    // What did not come may come when it is unfolded again.
    folded.show().then(fill, () => {
      details.open = false;
    });
  });
  return [details];
}

/** The pages that do not, with the reason why they are offered. */
export function relatedList(hits: readonly ShownRelated[]): Node[] {
  if (hits.length === 0) return [];
  const items = hits.map(({ shown, why }) => item(shown, hollow(), el('small', { class: 'why' }, why)));
  return [el('h2', {}, RELATED, el('small', {}, counted(hits.length))), el('ol', {}, ...items)];
}

/** The links to the hits that are not shown yet. */
export function moreLinks(state: SearchState, count: number): Node[] {
  const rest = state.size === 'all' ? 0 : count - state.size;
  if (state.size === 'all' || rest <= 0) return [];
  const link = (text: string, size: SearchState['size']) => el('a', { href: addressOf({ ...state, size }) }, text);
  const all = link(allOf(count), 'all');
  return rest > STEP ? [link(moreOf(STEP), state.size + STEP), all] : [all];
}

function item({ href, kind, title, excerpt, others }: Shown, mark: Node, ...reason: readonly Node[]): HTMLElement {
  const text = el('div');
  if (kind !== '') text.append(el('small', {}, kind));
  text.append(el('h3', {}, el('a', { 'data-hit': '', href }, ...marked(title))));
  if (excerpt.length > 0) text.append(el('p', {}, ...marked(excerpt)));
  text.append(...reason);
  if (others.length > 0) {
    const links = others.map((other) => el('li', {}, el('a', { href: other.href }, ...marked(other.excerpt))));
    text.append(el('ul', { class: 'others' }, ...links));
  }
  return el('li', {}, mark, text);
}

/** The colour of the city; what belongs to none or to more than one wears the mark of the site. */
function stripe(cities: readonly string[], hues: readonly string[]): Node {
  const hue = cities.length === 1 ? hues.indexOf(cities[0] ?? '') + 1 : 0;
  return el('i', { class: `stripe ${hue === 0 ? 'mark' : `p${hue}`}`, 'aria-hidden': 'true' });
}

function hollow(): Node {
  return el('i', { class: 'stripe hollow', 'aria-hidden': 'true' });
}
