import { addressOf, type SearchState, stateOf, stepBetween } from './address.ts';

/** The address, the title and the place on the page. */
export interface Trace {
  /** Tells the address and the title of what is asked now. */
  write(from: SearchState, to: SearchState): void;
  /** Scrolls to where the reader left this state. */
  returnToPlace(): void;
}

const AFTER_SCROLLING = 150;

/** Keeps them; `onReturn` hears what is asked when a reader goes back or forth. */
export function keepTrace(onReturn: (state: SearchState) => void): Trace {
  const ownTitle = document.title;
  const tell = ({ q }: SearchState) => {
    document.title = q === '' ? ownTitle : `${q}｜${ownTitle}`;
  };
  // The results come after the browser has scrolled, so the place is kept here.
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(rememberPlace, AFTER_SCROLLING);
  });
  addEventListener('pagehide', rememberPlace);
  let told = location.search;
  const returnToPlace = () => {
    const state: unknown = history.state;
    if (typeof state === 'object' && state && 'y' in state && typeof state.y === 'number') scrollTo(0, state.y);
  };
  addEventListener('popstate', () => {
    clearTimeout(timer);
    // A link to a place on the page, or the way back from it: nothing else is asked.
    if (location.search === told) return returnToPlace();
    told = location.search;
    const state = stateOf(location.search);
    tell(state);
    onReturn(state);
  });
  return {
    write(from, to) {
      const step = stepBetween(from, to);
      tell(to);
      if (step === 'none') return;
      clearTimeout(timer);
      if (step === 'push') rememberPlace();
      change(step, step === 'push' ? { y: 0 } : history.state, location.pathname + addressOf(to));
      told = location.search;
    },
    returnToPlace,
  };
}

function rememberPlace(): void {
  change('replace', { y: Math.round(scrollY) }, location.href);
}

function change(step: 'replace' | 'push', state: unknown, address: string): void {
  try {
    if (step === 'push') history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    // Safari allows a hundred in half a minute; the next change tells the address again.
  }
}
