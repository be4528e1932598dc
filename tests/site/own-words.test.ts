import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { filesOf, readText } from './pages.ts';

/**
 * Programmes whose documents are agreements, whose places are districts and streets, or that have no places at all: no file
 * of their sites (pages, figures, tables and what describes them, feeds) says a word of another kind of programme.
 */
const SITES = {
  /** An agreement of two cities with districts and streets; its names are Uyghur, Kazakh, Mongolian. */
  agreement: /通知|附件|印发|乡镇|援藏|湖南|山南|藏文|(?<![\p{Script=Han}])县(?!级)/u,
  /** A memorandum of two hospitals. */
  hospitals: /通知|附件|任务行|印发|乡镇|援藏|湖南|山南|藏文|城市|[一二两三四\d]个县|街道/u,
  /** An agreement of two schools. */
  targets: /通知|附件|印发|乡镇|援藏|湖南|山南|藏文|城市|[一二两三四\d]个县|街道/u,
} as const;

describe.each(Object.entries(SITES))('the site of %s', async (name, others) => {
  const site = await builtSite(name as keyof typeof SITES);

  it('speaks in its own words in every file', () => {
    const found = filesOf(site)
      .filter((file) => /\.(html|csv|json|svg|xml|txt)$/.test(file) && !file.startsWith('/pagefind/'))
      .flatMap((file) => {
        const text = readText(site, file);
        const at = text.search(others);
        return at < 0 ? [] : [`${file} …${text.slice(Math.max(0, at - 12), at + 12)}…`];
      });
    expect(found).toEqual([]);
  });
});
