import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RemarkPlugins, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { clothOf } from '#charts/kit/palette.ts';
import { passagesOf } from '#domain/plan/locator.ts';
import type { Content } from '#domain/programme/programme.ts';
import { pageDates } from '#exports/feeds/page-dates.ts';
import type { House } from '#exports/posters/sheet.ts';
import { dayInChina } from '#format/date.ts';
import { piecesOf } from '#format/title-pieces.ts';
import { FOOTNOTES, storyPlugins } from '#stories/grammar/markdown.ts';
import { tableClasses } from '#stories/grammar/tables.ts';
import { answerDataReleases, writeDataReleases } from './data-releases.ts';
import { answerDrawings } from './drawings/answer-drawings.ts';
import type { KeptShared } from './guard/shared-pictures.ts';
import type { KeptPages } from './kept/kept-pages.ts';
import { WordsRead } from './kept/words-read.ts';
import { keptKits } from './kits/kept-kits.ts';
import { contentModule } from './modules/content.ts';
import { followContent } from './modules/follow-content.ts';
import { storyModules } from './modules/story-modules.ts';
import { wovenCss } from './modules/woven-css.ts';
import { finishAnew, finishSite } from './pages/finish-site.ts';
import { liveTitles } from './pages/live-titles.ts';
import { answerPictures } from './pictures/answer-pictures.ts';
import { picturesOf } from './pictures/story-pictures.ts';
import { wholePictures } from './pictures/whole-pictures.ts';
import { writePictures } from './pictures/writing.ts';
import type { Reading, SiteSettings } from './reading.ts';

/** Every address inside the document. */
const addressesOf = ({ clauses, tables, document }: Content): ReadonlySet<string> =>
  new Set(passagesOf(clauses, tables, document.imprint).keys());

/** What all pictures of this content have in common. */
const houseOf = (content: Content): House => ({
  name: content.site.name,
  cloth: clothOf(content),
  cut: piecesOf(content),
});

/** Every request stays with the site; styles and scripts are known by their hashes, which Astro adds. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
] as const;

/**
 * What Astro is told to make a site: once by a build, with what it has read; once by the preview; and by
 * `astro.config.mjs` for the tools of an editor. The content is read only when pages are to be made.
 * @param kept the pages that the last build kept; all are rendered where it is left out
 * @param keptShared where the pictures are kept that pages are passed on with
 */
export function siteConfig(
  reading: Reading,
  settings: SiteSettings,
  kept?: KeptPages,
  keptShared: KeptShared | null = null,
): AstroInlineConfig {
  const { base, samples } = settings;
  return {
    base,
    trailingSlash: 'always',
    cacheDir: './.cache/astro',
    build: { inlineStylesheets: 'always', assets: 'assets' },
    devToolbar: { enabled: false },
    markdown: {
      // No code is shown, and highlighting would need inline styles that the policy below forbids.
      syntaxHighlight: false,
      // Astro's default processor runs no remark plugins; the grammar of stories is theirs.
      processor: unified({
        remarkPlugins: [...storyPlugins(base), tableClasses] as RemarkPlugins,
        remarkRehype: FOOTNOTES,
        gfm: false,
        smartypants: false,
      }),
    },
    security: { csp: { directives: [...POLICY] } },
    integrations: [
      site(reading, settings, kept, keptShared),
      mdx(),
      ...(samples ? [] : [mapOfSite(reading, settings)]),
    ],
  };
}

/** The map of the site for search engines: without what is for us alone, and what only says that a story is gone. */
function mapOfSite(reading: Reading, { base, now }: SiteSettings): AstroIntegration {
  let dated: ReturnType<typeof pageDates> | undefined;
  return sitemap({
    filter: (page) =>
      !/\/(?:gallery|embed)\//.test(page) &&
      !reading.content().tombstones.some(({ id }) => page.endsWith(`/stories/${id}/`)),
    serialize: (item) => {
      dated ??= pageDates(reading.content(), base, dayInChina(now.toISOString()));
      return { ...item, lastmod: dated(new URL(item.url).pathname) };
    },
  });
}

/**
 * The one integration of this site: hands the content to the pages, and when they are built adds what is made of all of
 * them together. Throws `UnsoundContent` before any page is made where the content has an error.
 */
function site(
  reading: Reading,
  settings: SiteSettings,
  pages: KeptPages | undefined,
  keptShared: KeptShared | null,
): AstroIntegration {
  const { base, contentDir } = settings;
  const listed = () => picturesOf(reading.content(), contentDir);
  let kept = '.cache';
  return {
    name: 'site',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const reads = pages?.reads ?? new WordsRead();
        const plugins = [
          contentModule(reading, settings, reads),
          storyModules(reading, settings, reads),
          wovenCss(reading.content, base),
        ];
        updateConfig({ vite: { plugins } });
        // `astro check` and `astro sync` make no page: what they look at does not depend on the content.
        if (command !== 'build' && command !== 'dev') return;
        updateConfig({ site: settings.siteUrl ?? reading.content().site.address ?? 'https://example.invalid/' });
      },
      'astro:config:done': ({ config }) => {
        kept = join(fileURLToPath(config.root), '.cache');
      },
      'astro:server:setup': ({ server }) => {
        followContent(server, reading, settings);
        server.middlewares.use(answerPictures(listed, join(kept, 'pictures')));
        server.middlewares.use(answerDataReleases(() => reading.content().dataReleases, contentDir));
        server.middlewares.use(answerDrawings(base, () => houseOf(reading.content())));
        server.middlewares.use(liveTitles(() => piecesOf(reading.content())));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (pages) setPrerenderer(pages.prerenderer);
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await writePictures(listed(), folder, join(kept, 'pictures'), console.log);
        const own = settings.samples ? 'samples' : 'site';
        const keptFonts = join(kept, 'fonts', own);
        const keptFigures = join(kept, 'figures', own);
        const addresses = addressesOf(reading.content());
        const finish = pages?.finish ?? finishAnew(piecesOf(reading.content()));
        writeDataReleases(reading.content().dataReleases, contentDir, folder);
        const kits = {
          picture: wholePictures(listed),
          kept: pages ? keptKits(kept, pages.permits, settings.samples) : null,
        };
        const shared = { house: houseOf(reading.content()), kept: keptShared };
        const { takePacked } = pages ?? {};
        await finishSite(folder, { addresses, base, keptFonts, keptFigures, shared, finish, takePacked, kits });
      },
    },
  };
}
