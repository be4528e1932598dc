import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { manuscriptOf, readBytes, shownLines } from './shown.ts';

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

  it('are read or refused in one sentence where any bytes of theirs are others', async () => {
    let seed = 20190508;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed % below;
    };
    for (let i = 0; i < 200; i++) {
      const bytes = new Uint8Array(readFileSync(join(FOLDER, DOCUMENTS[random(DOCUMENTS.length)] ?? '')));
      const parts = unzipSync(bytes);
      const main = Buffer.from(parts['word/document.xml'] ?? []);
      // Of the zip, or of the words in it.
      if (i % 2 === 0) for (let k = 0; k < 3; k++) bytes[random(bytes.length)] = random(256);
      else for (let k = 0; k < 3; k++) main.copyWithin(random(main.length), random(main.length), random(main.length));
      const read = await readBytes(i % 2 === 0 ? bytes : zipSync({ ...parts, 'word/document.xml': main }));
      expect('refused' in read ? read.refused : '读了。').toMatch(/^\P{Cc}+。$/u);
    }
  });
});
