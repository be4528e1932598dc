import { readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { readingOf } from '#site/reading.ts';
import { siteConfig } from '#site/site-config.ts';

// For `astro check` and the editor. `npm run build` and `npm run dev` hand Astro the same with what they have read.
const environment = readEnvironment(process.env, process.cwd());
const settings = { ...environment, samples: false };
const reading = readingOf(() => readContent({ ...settings, dir: settings.contentDir }));

export default { ...siteConfig(reading, settings), outDir: environment.outDir ?? './dist' };
