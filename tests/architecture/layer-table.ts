/** What one layer may reach. `packages` are exact names or, with a star at the end, beginnings. */
export interface Layer {
  readonly layers: readonly string[];
  /** Layers of which it may know the types, by `import type`, and nothing that runs. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  /** Checked before `packages`. */
  readonly never?: readonly string[];
}

const ASTRO = ['astro', 'astro/*', 'astro:*'];
const FILES_AND_PROCESSES = [
  'node:fs',
  'node:fs/promises',
  'node:child_process',
  'node:http',
  'node:os',
  'node:process',
];

/**
 * The import table of the design, the one place that holds it. A file may always import from its own layer.
 * `top` stands for the file of types at the top of src/.
 * `virtual:` modules are made by the build from what the reader read: the content for views, a stylesheet for layouts.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { layers: [], packages: ['zod'] },
  // Chinese to Latin letters is a form of a name: the package is handed no file and knows no programme.
  format: { layers: ['domain'], packages: ['pinyin-pro'] },
  check: {
    layers: ['domain', 'format'],
    packages: ['*'],
    never: [...ASTRO, ...FILES_AND_PROCESSES],
  },
  stories: {
    layers: ['domain', 'format', 'check'],
    // A figure in a story is set here; it is drawn by whoever asks for it.
    types: ['charts'],
    packages: ['*'],
    never: [...ASTRO, ...FILES_AND_PROCESSES],
  },
  // Pictures that break a decoder are decoded in a process of their own.
  pictures: {
    layers: ['domain', 'format', 'check'],
    packages: ['*'],
    never: [...ASTRO, ...FILES_AND_PROCESSES.filter((name) => name !== 'node:child_process')],
  },
  reader: {
    layers: ['domain', 'format', 'check', 'stories', 'pictures'],
    packages: ['*'],
    never: ASTRO,
  },
  desk: {
    layers: ['domain', 'format', 'check', 'stories', 'pictures', 'reader', 'charts', 'exports'],
    packages: ['*'],
    never: ASTRO,
  },
  charts: { layers: ['domain', 'format'], packages: ['d3', 'd3-*'] },
  exports: {
    layers: ['domain', 'format', 'charts', 'stories'],
    packages: ['*'],
    never: [...ASTRO, ...FILES_AND_PROCESSES],
  },
  views: { layers: ['domain', 'format'], packages: ['virtual:*'] },
  // What a component shows is what a view returns: it takes the type from there instead of writing it anew.
  components: {
    layers: ['charts', 'domain', 'format', 'stories', 'styles', 'client'],
    types: ['views'],
    packages: ASTRO,
  },
  layouts: {
    layers: ['components', 'format', 'styles', 'client'],
    types: ['views'],
    packages: [...ASTRO, 'virtual:*'],
    never: ['virtual:content', 'virtual:story-bodies'],
  },
  pages: {
    layers: ['domain', 'format', 'charts', 'exports', 'stories', 'views', 'components', 'layouts', 'styles', 'client'],
    packages: [...ASTRO, '@astrojs/*'],
  },
  client: { layers: ['domain', 'format'], packages: [] },
  styles: { layers: [], packages: [] },
  site: {
    layers: ['domain', 'format', 'check', 'stories', 'pictures', 'reader', 'charts', 'exports'],
    packages: ['*'],
    never: ['astro:*'],
  },
  top: { layers: ['domain'], packages: ['astro'] },
  scripts: {
    layers: ['domain', 'format', 'check', 'stories', 'pictures', 'reader', 'desk', 'charts', 'exports', 'site'],
    packages: ['*'],
    never: ['astro:*'],
  },
};

/** Files that may stand at the top of src/, outside every layer. */
export const TOP_FILES: readonly string[] = ['src/env.d.ts'];

/** Where a forbidden import should go instead; the first entry that fits the target counts. */
const INSTEAD: readonly (readonly [test: (from: string, target: string) => boolean, advice: string])[] = [
  [
    (_, target) => target === 'virtual:content' || target === 'virtual:story-bodies',
    'only src/views/ asks for the content: add a view there, call it in the page, and pass what it returns as an argument or prop.',
  ],
  [
    (_, target) => target.startsWith('node:'),
    'files, processes and the network belong to scripts/ (commands) or to what src/views/ is handed: pass the value in as an argument.',
  ],
  [
    (_, target) => target === 'views',
    'call the view in src/pages/ and pass its result down as props; its type comes by import type.',
  ],
  [
    (from, target) => target === 'charts' && from === 'layouts',
    'a layout holds no figure: place it in the page or in src/components/figures/.',
  ],
  [
    (_, target) => target === 'charts',
    'the page in src/pages/ draws the figure and passes it on; what both sides compute belongs to src/domain/.',
  ],
  [
    (_, target) => /^d3(-|$)/.test(target),
    'computing and drawing with d3 belongs to src/charts/: export the result from there.',
  ],
  [
    (_, target) => target === 'pages' || target === 'scripts',
    'nothing imports from there: move what both need down into src/domain/, src/format/ or src/exports/, whichever may know it.',
  ],
  [
    (_, target) => target === 'components' || target === 'layouts',
    'what produces HTML is placed by src/pages/; move the pure part into src/domain/ or src/format/ and import that.',
  ],
  [
    (_, target) => target === 'exports',
    'bytes for downloads are made in an endpoint in src/pages/; what both need belongs to src/format/ or src/charts/.',
  ],
  [
    (_, target) => target === 'format' || target === 'domain',
    'this layer stands below or beside it: take what is needed as an argument.',
  ],
  [(_, target) => target === 'zod', 'schemas live in src/domain/: export the schema or its type from there.'],
  [
    (_, target) => target === 'outside',
    'content is read through src/views/ or src/reader/, nothing else outside src/ is imported: pass the value in.',
  ],
  [
    (_, target) => target.startsWith('astro'),
    'Astro is known only from src/views/ upwards: keep this file plain and let a page or component call it.',
  ],
];

/** One English sentence on where an import that a layer may not have should go instead. */
export function adviceFor(from: string, target: string): string {
  const found = INSTEAD.find(([fits]) => fits(from, target));
  return (
    found?.[1] ??
    'use it in the layer that may, and pass the result in; or add it to tests/architecture/layer-table.ts together with the reason.'
  );
}
