import { byId } from './elements.ts';

/** What is done when the answer stands there. */
type Then = () => void;

/** Links of the page to itself ask without a new page; the keyboard's focus goes on where they led. */
export function listenToLinks(main: HTMLElement, onAsk: (search: string, then: Then) => void): void {
  const [facets, more, field] = [byId('facets', HTMLElement), byId('more', HTMLElement), byId('q', HTMLInputElement)];
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || isElsewhere(link, event)) return;
    event.preventDefault();
    onAsk(link.search, focusAfter(link, event.detail === 0));
  });

  function focusAfter(link: HTMLAnchorElement, byKey: boolean): Then {
    if (facets.contains(link)) {
      const [list, href] = [listOf(link), link.getAttribute('href')];
      const isSame = (other: Element) => listOf(other) === list && other.getAttribute('href') === href;
      return () => ([...facets.querySelectorAll('a')].find(isSame) ?? field).focus();
    }
    if (more.contains(link)) {
      const shown = hits().length;
      return () => hits()[shown]?.focus();
    }
    return () => {
      if (byKey) field.focus();
    };
  }
}

/** Which facet a link belongs to; "all" of one may have the address of "all" of another. */
function listOf(link: Element): string | null | undefined {
  return link.closest('nav')?.getAttribute('aria-label');
}

function hits(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-group="exact"] [data-hit]')];
}

function isElsewhere(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const modified = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  // A letter of the list of names has the search of this page too, and leads to a place on it.
  const here = link.origin === location.origin && link.pathname === location.pathname && link.search && !link.hash;
  return modified || event.defaultPrevented || !here || link.target !== '';
}
