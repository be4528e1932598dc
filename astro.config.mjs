// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { pageDates } from '#exports/feeds/page-dates.ts';
import { dayInChina } from '#format/date.ts';
import { readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { contentCheck } from '#site/content-check.ts';
import { headingFonts } from '#site/fonts/heading-font-integration.ts';
import { contentModules } from '#site/modules/content.ts';
import { storyModules } from '#site/modules/stories.ts';
import { wovenCss } from '#site/modules/woven-css.ts';
import { narrowPages } from '#site/pages/narrow-pages.ts';
import { pictures } from '#site/pictures/integration.ts';
import { picturesOf } from '#site/pictures/story-pictures.ts';
import { searchIndex } from '#site/search/index-integration.ts';
import { FOOTNOTES, storyPlugins } from '#stories/grammar/markdown.ts';
import { tableClasses } from '#stories/grammar/tables.ts';

const environment = readEnvironment(process.env, process.cwd());
const samples = process.env.SAMPLES === '1';
const { contentDir, recordsDir, now } = environment;
const read = () => readContent({ dir: contentDir, recordsDir, samples, now }).content;
const content = read();
const gone = (content?.tombstones ?? []).map(({ id }) => `/stories/${id}/`);
const dated = content && pageDates(content, environment.base, dayInChina(now.toISOString()));
const site = environment.siteUrl ?? content?.site.address ?? 'https://example.invalid/';

export default defineConfig({
  site,
  base: environment.base,
  outDir: process.env.BUILD_DIR ?? environment.outDir ?? './dist',
  cacheDir: process.env.CACHE_DIR ?? './.cache/astro',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  markdown: {
    // No code is shown, and highlighting would need inline styles that the policy below forbids.
    syntaxHighlight: false,
    // Astro's default processor runs no remark plugins; the grammar of stories is theirs.
    processor: unified({
      remarkPlugins: /** @type {import('@astrojs/markdown-remark').RemarkPlugins} */ ([
        ...storyPlugins(environment.base),
        tableClasses,
      ]),
      remarkRehype: FOOTNOTES,
      gfm: false,
      smartypants: false,
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  integrations: [
    contentCheck(environment, samples),
    mdx(),
    // A preview is for no search engine, nor is what only says that a story is gone.
    ...(samples
      ? []
      : [
          sitemap({
            filter: (page) => !page.includes('/gallery/') && !gone.some((end) => page.endsWith(end)),
            serialize: (item) => (dated ? { ...item, lastmod: dated(new URL(item.url).pathname) } : item),
          }),
        ]),
    pictures(() => picturesOf(read() ?? { stories: [] }, contentDir)),
    headingFonts(environment.base),
    narrowPages(),
    searchIndex(),
  ],
  vite: {
    plugins: [
      contentModules(environment, samples),
      storyModules({ contentDir, read }),
      wovenCss(read, environment.base),
    ],
  },
});
