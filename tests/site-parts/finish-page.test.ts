import { describe, expect, it } from 'vitest';
import { finishPage, sealPage } from '#site/pages/finish-page.ts';
import { sheetOf } from '#site/pages/page-styles.ts';

const html = (css: string, body: string) => `<head><style>${css}</style></head><body>${body}</body>`;
const finished = (css: string, body: string) => finishPage(html(css, body)).html;

describe('the styles of a page', () => {
  const worn = (css: string, ...classes: string[]) =>
    /<style>(.*)<\/style>/s.exec(finished(css, `<p class="${classes.join(' ')}">`))?.[1];

  it('lose the rules for classes it does not have, in media queries too, and empty queries with them', () => {
    const css = 'p{a:b}.yes{a:b}.no{a:b}@media print{.no{a:b}}@media print{.yes{a:b}.no{a:b}}';
    expect(worn(css, 'yes')).toBe('p{a:b}.yes{a:b}@media print{.yes{a:b}}');
  });

  it('keep of a list the selectors that can touch something', () => {
    expect(worn('.yes a,.no a,.yes.no{a:b}', 'yes')).toBe('.yes a{a:b}');
  });

  it('keep what a bracket only offers or denies', () => {
    const css = '.yes:not(.no){a:b}.yes :is(.no,h2){a:b}.yes:has(.r1){a:b}a[href*=".no"]{a:b}';
    expect(worn(css, 'yes')).toBe(css);
  });

  it('keep faces, pages and statements as they stand, and braces inside strings', () => {
    const css = '@charset "utf-8";@font-face{font-family:"A"}@page{margin:0}.yes::before{content:"}{"}p{a:b}';
    expect(worn(css, 'yes')).toBe(css);
  });

  it('count the classes that its scripts add, and those of what is shown where none runs', () => {
    const css = '.added{a:b}.plain{a:b}.kept{a:b}.no{a:b}';
    const body =
      '<i data-classes="added"></i><noscript><i class="plain"></i></noscript><template><i class="kept"></i></template>';
    expect(finished(css, body)).toContain('<style>.added{a:b}.plain{a:b}.kept{a:b}</style>');
  });

  it('keep ends of lines between rules that stay, and what they nest', () => {
    expect(worn('.no{a:b}\n.yes{a:b;& .no{c:d}}\n.no{a:b}\n', 'yes')).toBe('\n.yes{a:b;& .no{c:d}}\n');
  });
});

describe('the colours of the cloth in a page', () => {
  const sheet =
    ':root{--count:3;--h1:#111;--s1:#222;--s2:#333;--l1:#444;--l2:#555}@media screen{:root{--s1:#666;--l2:#777}}' +
    '.k1{--s:var(--s1);--l:var(--l1)}.k2{--s:var(--s2);--l:var(--l2)}.p1{--h:var(--h1)}.edge{background:var(--s1)}';

  it('are those its sheet, its classes and its drawings name, in light and in dark, and no others', () => {
    const page = finished(sheet, '<path fill="var(--l2)"/><div class="edge"></div>');
    expect(page).toContain('--s1:#222');
    expect(page).toContain('--s1:#666');
    expect(page).toContain('--l2:#555');
    expect(page).toContain('--l2:#777');
    for (const gone of ['--s2', '--l1', '--h1', '.k1', '.k2', '.p1']) expect(page).not.toContain(gone);
    expect(page).toContain('--count:3');
  });

  it('come with the class that hands them on', () => {
    const page = finished(sheet, '<a class="group k2 p1">甲</a>');
    for (const kept of ['.k2{--s:var(--s2);--l:var(--l2)}', '--s2:#333', '--l2:#555', '.p1{', '--h1:#111']) {
      expect(page).toContain(kept);
    }
    expect(page).not.toContain('.k1');
  });
});

describe('the policy of a page', () => {
  const policy = "default-src 'none';style-src 'self' 'sha256-old=';script-src 'sha256-old='";
  const page = `<meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script>b()</script>`;
  const policyOf = (text: string) => /content="([^"]*)"/.exec(text)?.[1] ?? '';

  it('names the styles and scripts that stand in it, each under its own directive, and no others', () => {
    const [first, style, script] = policyOf(sealPage(page, null)).split(';');
    expect(first).toBe("default-src 'none'");
    expect(style).toMatch(/^style-src 'self' 'sha256-[\w+/]{43}='$/);
    expect(script).toMatch(/^script-src 'sha256-[\w+/]{43}='$/);
    expect(style?.slice(-52)).not.toBe(script?.slice(-52));
  });

  it('goes with the font of a title, which changes the style', () => {
    const [plain, own] = [sealPage(page, null), sealPage(page, '/fonts/title-1.woff2')];
    expect(own).toContain('url("/fonts/title-1.woff2")');
    expect(policyOf(own)).not.toBe(policyOf(plain));
    expect(policyOf(own)).toHaveLength(policyOf(plain).length);
  });
});

describe('what is kept of a page', () => {
  it('is plain data', () => {
    const page = finishPage(html('p{}', '<main data-pagefind-body data-search="kind=a"><h1>甲</h1><p>乙</p></main>'));
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
  });
});

describe('a sheet', () => {
  it('is parsed once for all pages that share it', () => {
    expect(sheetOf('.shared{a:b}')).toBe(sheetOf('.shared{a:b}'));
  });
});
