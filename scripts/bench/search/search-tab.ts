import type { Page } from 'playwright-core';

/** What the search page shows for a query. */
export interface Answer {
  readonly state: string;
  /** The addresses of the exact hits, in their order, without what stands behind `#`. */
  readonly exact: readonly string[];
  /** The pages that are offered without holding the words, with the reason. */
  readonly related: readonly { readonly url: string; readonly why: string }[];
  /** What a screen reader hears: how many, and how the query was read. */
  readonly said: string;
  /** From sending it off to the results. */
  readonly milliseconds: number;
}

/** Where a query is typed. */
export const FIELD = 'main input[name=q]';

/** Types a query into an open search page, sends it off as Enter does and waits for the results. */
export async function ask(page: Page, text: string): Promise<Answer> {
  await page.fill(FIELD, text);
  return answered(page, FIELD);
}

/** Opens the search page on a query, as the form in the header does, and waits for the results. */
export async function open(page: Page, url: string): Promise<Answer> {
  await page.goto(url, { waitUntil: 'load' });
  return answered(page, null);
}

/** Sends off what stands in a field, waits until the page says that it is done or cannot be, and reads what it shows. */
function answered(page: Page, sent: string | null): Promise<Answer> {
  return page.evaluate(async (field) => {
    const main = document.querySelector('main');
    const began = performance.now();
    if (field !== null) document.querySelector<HTMLInputElement>(field)?.form?.requestSubmit();
    await new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`still ${main?.dataset['state']} after 20 s`)), 20_000);
      const watch = new MutationObserver(look);
      function look() {
        if (!['done', 'error'].includes(main?.dataset['state'] ?? '')) return;
        clearTimeout(late);
        watch.disconnect();
        done();
      }
      if (main) watch.observe(main, { attributes: true, attributeFilter: ['data-state'] });
      look();
    });
    const milliseconds = performance.now() - began;
    const hits = (group: string) => [
      ...document.querySelectorAll<HTMLAnchorElement>(`[data-group="${group}"] a[data-hit]`),
    ];
    return {
      state: main?.dataset['state'] ?? '',
      exact: hits('exact').map((a) => a.pathname),
      related: hits('related').map((a) => ({
        url: a.pathname,
        why: a.closest('li')?.querySelector('.why')?.textContent ?? '',
      })),
      said: [...(document.getElementById('said')?.children ?? [])].map((line) => line.textContent).join(' '),
      milliseconds,
    };
  }, sent);
}
