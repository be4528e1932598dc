/** What the keys of the page need. */
export interface Keys {
  readonly main: HTMLElement;
  readonly field: HTMLInputElement;
  /** Empties the query. */
  clear(): void;
}

const FIELDS = 'input, textarea, select, [contenteditable]';

/** `/` goes to the field, arrows walk from it through the hits, Escape clears. Enter is the link's own, or the form's. */
export function listenToKeys({ main, field, clear }: Keys): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    // Safari ends a composition before it tells of the key that ended it; 229 is that key.
    const composing = event.isComposing || (event as { readonly keyCode: number }).keyCode === 229;
    if (composing || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    const hit = target.closest<HTMLElement>('[data-hit]');
    let handled = true;
    if (key === '/' && !target.closest(FIELDS)) {
      field.focus();
      field.select();
    } else if (key === 'Escape' && (hit || (target === field && field.value !== ''))) {
      clear();
      field.focus();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && (hit || target === field)) {
      handled = walk(hit, key === 'ArrowDown' ? 1 : -1);
    } else handled = false;
    if (handled) event.preventDefault();
  });

  /** Whether there was somewhere to go. */
  function walk(from: HTMLElement | null, step: number): boolean {
    if (main.dataset['state'] !== 'done') return false;
    // What stands folded is passed over.
    const hits = [...main.querySelectorAll<HTMLElement>('[data-hit]')].filter((hit) => hit.getClientRects().length > 0);
    const at = (from ? hits.indexOf(from) : -1) + step;
    const to = at === -1 && from ? field : hits[at];
    to?.focus();
    return to !== undefined;
  }
}
