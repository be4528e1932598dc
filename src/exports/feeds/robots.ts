/**
 * `robots.txt`, asked for at the top of an address only: a site under a path has to have this line in the file of the
 * address it shares.
 * @param sitemap whole address of the map of the site; null: a preview, which is for no search engine
 */
export const robotsText = (sitemap: string | null): string =>
  sitemap === null ? 'User-agent: *\nDisallow: /\n' : `User-agent: *\nDisallow:\n\nSitemap: ${sitemap}\n`;
