import { defineConfig } from 'vitest/config';

/** Nothing here waits for a clock: the limits only end what hangs. The site tests build whole sites first. */
const MINUTE = 60_000;

/** Tests that read whole built sites, some in a browser. */
const SITES = ['tests/{site,browser}/**/*.test.ts'];

/** Tests that start the commands as a person does, a web server, a process that is killed; or decode real pictures. */
const PROCESSES = [
  'tests/scripts/**/*.test.ts',
  'tests/desk/{consent-roster,export-docx,export-wechat,new-coverage,new-programme,new-records,new-story,readme-ways}.test.ts',
  'tests/site-parts/publish/**/*.test.ts',
  'tests/site-parts/{answer-pictures,figures,finish-site,pagefind-index,picture-bomb,picture-writing,search-index,shared-pictures,subset}.test.ts',
  'tests/pictures/{decode-apart,encode}.test.ts',
  'tests/reader/word/pictures.test.ts',
  'tests/check/text/look-alikes.test.ts',
];

/** Tests that read whole folders of content as editors leave them, or do in one what a command does. */
const FOLDERS = ['tests/{desk,reader}/**/*.test.ts'];

/** Long lists of sentences by others, what is made at random or of every size, and work that is counted: what a whole run is for. */
const CORPORA = [
  'tests/charts/knots.test.ts',
  'tests/check/{eighth-writer,no-false-alarms,plan-sentences,plan-wordings,plan-writers,prose-pairs,rules-at-a-glance}.test.ts',
  'tests/check/prose/{long-texts,people-lists,people-writers}.test.ts',
  'tests/check/prose/names/*.test.ts',
  'tests/domain/{release/names,search/substrings}.test.ts',
  'tests/stories/manuscript/random-words.test.ts',
  'tests/reader/{check-growth,check-stories-fuzz,kept-stories,release}.test.ts',
  'tests/{desk/spreadsheet,reader/word}/bad-files.test.ts',
  'tests/desk/reports/saved-forms.test.ts',
];

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
          include: ['tests/**/*.test.ts'],
          exclude: [...FOLDERS, ...PROCESSES, ...CORPORA, ...SITES],
          testTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'folders',
          include: FOLDERS,
          exclude: [...PROCESSES, ...CORPORA],
          globalSetup: ['tests/reader/shared-copies.ts'],
          testTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'corpora',
          include: CORPORA,
          testTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: PROCESSES,
          testTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: SITES,
          globalSetup: ['tests/site/build-sites.ts'],
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
