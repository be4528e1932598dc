import { describe, expect, it } from 'vitest';
import { cyclesIn } from './cycles.ts';
import { forbiddenImports, layerOf } from './imports.ts';
import { filesBelow, foldersBelow } from './source-files.ts';

const CODE = ['.ts', '.astro'];
const sources = filesBelow(['src', 'scripts'], CODE);

/** Calls that would make the same input give another output. */
const IMPURE = [/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/];
const PURE_LAYERS = ['domain', 'format', 'check', 'stories', 'charts', 'exports'];
const VAGUE_FOLDERS = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared'];

describe('the layers', () => {
  it('import only what the table of the design allows', () => {
    expect(sources.flatMap(forbiddenImports).join('\n')).toBe('');
  });

  it('hold no files that import each other in a circle, not even types', () => {
    expect(cyclesIn(sources)).toEqual([]);
  });

  it('hold every file of src: a new folder needs a line in the table', () => {
    const homeless = filesBelow(['src'], [...CODE, '.css', '.mjs', '.js']).map((file) => file.path);
    expect(homeless.filter((path) => layerOf(path) === undefined)).toEqual([]);
  });

  it('below the views ask neither the clock nor chance', () => {
    const pure = sources.filter((file) => PURE_LAYERS.includes(layerOf(file.path) ?? ''));
    const asking = pure.filter((file) => IMPURE.some((call) => call.test(file.text)));
    expect(asking.map((file) => `${file.path}: take "now" or the seed as an argument`)).toEqual([]);
  });
});

describe('the files', () => {
  it('of commands are one command each, thin: what it does lies in src/', () => {
    const commands = filesBelow(['scripts'], ['.ts', '.mjs']).filter(({ path }) => path.split('/').length === 2);
    const long = commands.filter(({ text }) => text.trimEnd().split('\n').length > 60).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('end the process in one place only: what goes wrong elsewhere is thrown', () => {
    const ending = sources.filter(({ text }) => /\bprocess\.exit\(/.test(text)).map(({ path }) => path);
    expect(ending).toEqual(['scripts/terminal/run-command.ts']);
  });

  it('lie in folders that say what is in them', () => {
    const vague = foldersBelow(['src', 'scripts', 'tests']).filter((folder) =>
      VAGUE_FOLDERS.includes(folder.split(/[\\/]/).at(-1) ?? ''),
    );
    expect(vague).toEqual([]);
  });
});

describe('the import check itself', () => {
  const check = (path: string, text: string) => forbiddenImports({ path, text }).join('\n');

  it('names the file, the import and where it should go instead', () => {
    expect(check('src/charts/bar.ts', "import content from 'virtual:content';")).toBe(
      'src/charts/bar.ts (charts) must not import "virtual:content": only src/views/ asks for the content: add a view there, call it in the page, and pass what it returns as an argument or prop.',
    );
  });

  it('sees types, re-exports, dynamic imports, relative paths and both parts of an Astro file', () => {
    expect(check('src/domain/a.ts', "import type { X } from '#charts/x.ts';")).toContain('#charts/x.ts');
    expect(check('src/domain/a.ts', "export { x } from '#format/x.ts';")).toContain('#format/x.ts');
    expect(check('src/domain/a.ts', "const d3 = await import('d3');")).toContain('"d3"');
    expect(check('src/domain/a.ts', "import '../views/x.ts';")).toContain('call the view in src/pages/');
    expect(check('src/domain/a.ts', "import '../../content/places.yaml';")).toContain('content is read through');
    expect(check('src/components/a.astro', "---\nimport '#views/x.ts';\n---\n<p>–</p>")).toContain('as props');
    expect(check('src/components/a.astro', "---\n---\n<script>import 'd3';</script>")).toContain('"d3"');
  });

  it('tells types from what runs where only types are allowed', () => {
    const astro = (text: string) => check('src/components/a.astro', `---\n${text}\n---\n<p>–</p>`);
    expect(astro("import type { X } from '#views/x.ts';")).toBe('');
    expect(astro("export type { X } from '#views/x.ts';")).toBe('');
    expect(astro("import type { X } from '#views/x.ts';\nimport { y } from '#views/x.ts';")).toContain('#views/x.ts');
    expect(astro("import { type X } from '#views/x.ts';")).toContain('by import type');
    expect(astro("import type { X } from '#pages/x.ts';")).toContain('#pages/x.ts');
    expect(check('src/charts/a.ts', "import type { X } from '#views/x.ts';")).toContain('#views/x.ts');
  });

  it('names the way round a circle', () => {
    const file = (path: string, text: string) => ({ path, text });
    const circle = [
      file('src/domain/a.ts', "import type { B } from './b.ts';"),
      file('src/domain/b.ts', "import { c } from '#domain/c.ts';"),
      file('src/domain/c.ts', "export { a } from './a.ts';"),
      file('src/domain/d.ts', "import './a.ts';"),
    ];
    expect(cyclesIn(circle)).toEqual(['src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts']);
    expect(cyclesIn(circle.slice(1))).toEqual([]);
  });

  it('lets pass what the table allows, and wants the one spelling between layers', () => {
    expect(check('src/charts/a.ts', "import { max } from 'd3';\nimport './b.ts';\nimport '#domain/c.ts';")).toBe('');
    expect(check('scripts/a.ts', "import 'node:fs';\nimport '#exports/c.ts';")).toBe('');
    expect(check('src/charts/a.ts', "import '../domain/c.ts';")).toContain('write "#domain/…"');
  });
});
