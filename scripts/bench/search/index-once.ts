import { close, createIndex } from 'pagefind';
import { readPages, searchedPages } from '#site/pages/finish-site.ts';
import { writeSearchIndex } from '#site/search/write-index.ts';

/** Run as a process of its own, so that its time and memory can be measured: `ours <folder>` or `stock <folder> <output>`. */
const [way, folder = '', output = ''] = process.argv.slice(2);

if (way === 'ours') await writeSearchIndex(folder, '/', searchedPages(readPages(folder)));
else await stockIndex();

/** Pagefind as it comes: every page of a folder, with its default options. */
async function stockIndex(): Promise<void> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: output });
  await close();
}
