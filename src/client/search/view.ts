import { addressOf, NOTHING, type SearchState } from './address.ts';
import type { Answer } from './answer.ts';
import { byId, el } from './elements.ts';
import { facetLists } from './facets.ts';
import { AGAIN, failure, looking, type Message, outcome, UNBOUND } from './messages.ts';
import { exactList, foldedList, moreLinks, relatedList } from './results.ts';
import { waitingView } from './waiting.ts';

/** What the page shows in each of its states; `data-names` on the main part shows the names where they help. */
export interface View {
  idle(): void;
  /** The state changes at once. `cold`: the index is not there yet, so this takes a while. */
  loading(q: string, cold: boolean): void;
  /** So many parts of the index have come. */
  step(came: number): void;
  answered(state: SearchState, answer: Answer): void;
  /** The query is not one that can be searched. */
  refused(message: Message): void;
  /** The index could not be had. */
  failed(again: () => void): void;
}

/** The page as the server drew it, filled in. */
export function viewOf(main: HTMLElement): View {
  const [said, facets] = [byId('said', HTMLElement), byId('facets', HTMLElement)];
  const [exact, more, related] = [byId('exact', HTMLElement), byId('more', HTMLElement), byId('related', HTMLElement)];
  const facts = byId('facts', HTMLElement);
  const hues = (main.dataset['hues'] ?? '').split(' ');
  const waiting = waitingView(
    (q) => {
      fill([], [], [], []);
      say(looking(q));
    },
    () => withNames(true),
  );

  function fill(facetNodes: Node[], exactNodes: Node[], moreNodes: Node[], relatedNodes: Node[]): void {
    facets.replaceChildren(...facetNodes);
    facets.hidden = facetNodes.length === 0;
    exact.replaceChildren(...exactNodes);
    facts.replaceChildren();
    main.removeAttribute('data-none');
    more.replaceChildren(...moreNodes);
    related.replaceChildren(...relatedNodes);
  }
  function say({ head, notes }: Message, ...rest: readonly Node[]): void {
    said.replaceChildren(el('h2', {}, head), ...notes.map((note) => el('p', {}, note)), ...rest);
  }
  function withNames(shown: boolean): void {
    main.toggleAttribute('data-names', shown);
  }
  function settle(state: 'idle' | 'done' | 'error', names: boolean): void {
    waiting.end();
    withNames(names);
    main.dataset['state'] = state;
  }

  return {
    idle() {
      fill([], [], [], []);
      said.replaceChildren();
      settle('idle', false);
    },
    loading(q, cold) {
      if (main.dataset['state'] !== 'loading') withNames(false);
      main.dataset['state'] = 'loading';
      waiting.begin(q, cold);
    },
    step: waiting.step,
    answered(state, { found, parts, folded, ...shown }) {
      const [count, near] = [found.exact.length, found.related.length];
      const isBound = Object.keys(state.chosen).length > 0;
      const unbound = el('p', {}, el('a', { href: addressOf({ ...NOTHING, q: state.q }) }, UNBOUND));
      fill(
        facetLists(found, state),
        exactList(shown.exact, hues),
        moreLinks(state, count - found.folded),
        relatedList(shown.related),
      );
      facts.replaceChildren(...foldedList(folded, hues));
      main.toggleAttribute('data-none', count === 0 && !isBound);
      const message = outcome({ count, related: near, parts, readAs: found.readAs, chosen: state.chosen });
      say(message, ...(count === 0 && isBound ? [unbound] : []));
      settle('done', count + near === 0 && !isBound);
    },
    refused(message) {
      fill([], [], [], []);
      say(message);
      settle('done', true);
    },
    failed(again) {
      const button = el('button', { type: 'button' }, AGAIN);
      button.addEventListener('click', again);
      fill([], [], [], []);
      say(failure(navigator.onLine), button);
      settle('error', true);
    },
  };
}
