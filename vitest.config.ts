import { defineConfig } from 'vitest/config';

/** Nothing here waits for a clock: the limits only end what hangs. The site tests build whole sites first. */
const MINUTE = 60_000;

export default defineConfig({
  test: {
    environment: 'node',
    // One more than the smallest machine has cores: tests in a browser mostly wait for it.
    maxWorkers: 3,
    // No test changes what another one sees: modules are read once a worker, not once a file (a third of the time).
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/{architecture,charts,check,client,desk,domain,exports,format,pictures,reader,scripts,site-parts,stories,views}/**/*.test.ts',
          ],
          testTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: ['tests/site/build-sites.ts'],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
    ],
  },
});
