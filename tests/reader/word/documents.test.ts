import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manuscriptOf, shownLines } from './shown.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/word');
const DOCUMENTS = readdirSync(FOLDER).filter((name) => name.endsWith('.docx'));

describe('documents of several programs', () => {
  it('are enough to mean something, and small', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(20);
    const bytes = DOCUMENTS.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
    expect(bytes).toBeLessThan(600_000);
  });

  // The text beside each was compared with the document by a person; -u writes it anew, then compare again.
  it.each(DOCUMENTS)('%s is read to the last word, and what is left out is named', async (name) => {
    const read = await manuscriptOf(new Uint8Array(readFileSync(join(FOLDER, name))));
    await expect(`${shownLines(read).join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, name.replace(/docx$/, 'txt')));
  });
});
