import { describe, expect, it } from 'vitest';
import { narrowStyles } from '#site/pages/narrow-styles.ts';

const narrow = (css: string, ...classes: string[]) => narrowStyles(css, new Set(classes));

describe('the styles of a page', () => {
  it('lose the rules for classes it does not have, in media queries too, and empty queries with them', () => {
    const css = 'p{a:b}.yes{a:b}.no{a:b}@media print{.no{a:b}}@media print{.yes{a:b}.no{a:b}}';
    expect(narrow(css, 'yes')).toBe('p{a:b}.yes{a:b}@media print{.yes{a:b}}');
  });

  it('keep of a list the selectors that can touch something', () => {
    expect(narrow('.yes a,.no a,.yes.no{a:b}', 'yes')).toBe('.yes a{a:b}');
  });

  it('keep what a bracket only offers or denies', () => {
    const css = '.yes:not(.no){a:b}.yes :is(.no,h2){a:b}.yes:has(.r1){a:b}a[href*=".no"]{a:b}';
    expect(narrow(css, 'yes')).toBe(css);
  });

  it('keep faces, pages and statements as they stand, and braces inside strings', () => {
    const css = '@charset "utf-8";@font-face{font-family:"A"}@page{margin:0}.yes::before{content:"}{"}p{a:b}';
    expect(narrow(css, 'yes')).toBe(css);
  });
});
