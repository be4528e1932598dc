import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPages, searchedPages } from '#site/pages/finish-site.ts';
import { inOrder } from '#site/search/write-index.ts';
import { pagefindItself, unpacked } from '../site-parts/pagefind-itself.ts';
import { builtSites } from './built-site.ts';

const sites = Object.entries(await builtSites('production', 'based', 'samples', 'region', 'archive'));

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((file) => join(file.parentPath, file.name));
  return unpacked(paths.map((path) => ({ path: path.slice(folder.length + 1), content: readFileSync(path) })));
}

describe.each(sites)('the index of the site "%s"', (_, { folder, base }) => {
  it('is, name for name and byte for byte, what Pagefind itself makes of its pages', async () => {
    const ours = filesIn(join(folder, 'pagefind'));
    const theirs = unpacked(await pagefindItself(inOrder(searchedPages(readPages(folder)), base)));
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [path, bytes] of theirs) expect(ours.get(path)?.equals(bytes), path).toBe(true);
  });
});
