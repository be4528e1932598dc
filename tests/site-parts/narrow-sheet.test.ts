import { describe, expect, it } from 'vitest';
import { narrowSheet } from '#site/pages/narrow-sheet.ts';

const sheet =
  ':root{--count:3;--h1:#111;--s1:#222;--s2:#333;--l1:#444;--l2:#555}@media screen{:root{--s1:#666;--l2:#777}}' +
  '.k1{--s:var(--s1);--l:var(--l1)}.k2{--s:var(--s2);--l:var(--l2)}.p1{--h:var(--h1)}.edge{background:var(--s1)}';
const page = (body: string) => `<head><style>${sheet}</style></head><body>${body}</body>`;

describe('the colours of the cloth in a page', () => {
  it('are those its sheet, its classes and its drawings name, in light and in dark, and no others', () => {
    const html = narrowSheet(page('<path fill="var(--l2)"/><div class="edge"></div>'));
    expect(html).toContain('--s1:#222');
    expect(html).toContain('--s1:#666');
    expect(html).toContain('--l2:#555');
    expect(html).toContain('--l2:#777');
    for (const gone of ['--s2', '--l1', '--h1', '.k1', '.k2', '.p1']) expect(html).not.toContain(gone);
    expect(html).toContain('--count:3');
  });

  it('come with the class that hands them on', () => {
    const html = narrowSheet(page('<a class="group k2 p1">甲</a>'));
    for (const kept of ['.k2{--s:var(--s2);--l:var(--l2)}', '--s2:#333', '--l2:#555', '.p1{', '--h1:#111']) {
      expect(html).toContain(kept);
    }
    expect(html).not.toContain('.k1');
  });
});
