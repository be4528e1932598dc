import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './source-files.ts';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'content/README.md', 'CHANGELOG.md'];
/** Commands of npm itself. */
const NPM_OWN = ['install', 'ci', 'config', 'run', 'exec'];

const scripts = (
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;
const topNames = readdirSync(projectFolder);

/** Commands in a text that no script of package.json answers. */
function unknownCommands(text: string): readonly string[] {
  const commands = [...text.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)];
  return commands
    .filter(([, run, name = '']) => !(name in scripts) && (run !== undefined || !NPM_OWN.includes(name)))
    .map(([whole]) => whole);
}

/**
 * Paths in backticks that are not in the repository. A path counts as one of ours when it has a slash, or an ending, and
 * starts with something that stands in the repository or beside the document; routes (`/plan/`), patterns with `<id>`
 * or `*`, folders that a command makes (`dist/`) and words with spaces do not.
 */
function missingPaths(document: string, text: string): readonly string[] {
  const spans = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const bases = [projectFolder, join(projectFolder, dirname(document))];
  return spans.filter((span) => {
    if (!/^[\w.@\p{Script=Han}-]+(\/[\w.@\p{Script=Han}-]+)*\/?$/u.test(span)) return false;
    const [first = ''] = span.split('/');
    const looksLikePath = span.includes('/')
      ? isKnownTop(first, document)
      : /\.(ts|mjs|md|ya?ml|json|astro|css|mdx)$/.test(span);
    return looksLikePath && !bases.some((base) => existsSync(join(base, span)));
  });
}

function isKnownTop(first: string, document: string): boolean {
  const made = /^(dist|dist-.*|node_modules|\.cache|\.astro|records)$/;
  const beside = readdirSync(join(projectFolder, dirname(document)));
  return !made.test(first) && [...topNames, ...beside, 'src', 'scripts', 'tests', 'content', 'public'].includes(first);
}

/** Code blocks show examples, some of files that do not exist yet. */
function withoutBlocks(text: string): string {
  return text
    .split(/^```.*$/m)
    .filter((_, index) => index % 2 === 0)
    .join('\n');
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = () => readFileSync(join(projectFolder, document), 'utf8');

  it('exists and names only commands that exist', () => {
    expect(unknownCommands(text())).toEqual([]);
  });

  it('names only paths that exist', () => {
    expect(missingPaths(document, text())).toEqual([]);
  });
});

describe('the check of documents', () => {
  it('finds a command and a path that are not there, and leaves routes and patterns alone', () => {
    expect(unknownCommands('`npm run nonsense`, npm start, `npm install`')).toEqual(['npm run nonsense']);
    const text =
      'see `src/nothing/` and `nowhere.ts`, `/plan/`, `content/stories/<id>/`, `dist/`, `package.json`, `#domain/x.ts`';
    expect(missingPaths('README.md', text)).toEqual(['src/nothing/', 'nowhere.ts']);
  });
});
