import { describe, expect, it } from 'vitest';
import { pageTree } from '#site/pages/page-tree.ts';
import { UnfitSite, unfitOnPage } from '#site/pages/unfit-words.ts';

const words = (body: string, head = '') =>
  unfitOnPage(pageTree(`<head>${head}</head><body>${body}</body>`)).map(({ word }) => word);

describe('what no reader should meet', () => {
  it.each([
    ['a value that came out as nothing', '<p>见undefined，第1段</p>', 'undefined'],
    ['a number that is none', '<td>NaN</td>', 'NaN'],
    ['a thing that was printed whole', '<p>来源：[object Object]</p>', '[object Object]'],
    ['one that is read aloud only', '<a aria-label="出处：undefined" href="/plan/">附件</a>', 'undefined'],
    ['one that leads nowhere', '<a href="/townships/undefined/">乡</a>', 'undefined'],
    ['an address of the document', '<p>结对：c-art2</p>', 'c-art2'],
    ['one of a cell', '<p>见a2-books-2021。</p>', 'a2-books-2021'],
    ['one in a drawing', '<svg><text>来源：c-art2</text></svg>', 'c-art2'],
  ])('is found: %s', (_, body, word) => {
    expect(words(body)).toEqual([word]);
  });

  it('is found in the description of a page', () => {
    expect(words('', '<meta name="description" content="undefined的计划">')).toEqual(['undefined']);
  });

  it.each([
    ['an address shown as one', '<a href="#a2-books-2021">#a2-books-2021</a>'],
    ['an address that is linked', '<a href="/plan/#c-art2">第二条</a>'],
    ['what an editor writes as it is', '<p>程序印出了<code>undefined</code></p>'],
    ['scripts and styles', '<script>let a = undefined</script><style>.c-art2{}</style>'],
    ['words that only hold such letters', '<p>undefinedness, mac-os, a2-级, NaNa</p>'],
    ['classes', '<p class="c-art2">甲</p>'],
  ])('is not %s', (_, body) => {
    expect(words(body)).toEqual([]);
  });

  it('is told with its page, the words around it and how to mend it', () => {
    const { message } = new UnfitSite([{ file: 'plan/index.html', word: 'undefined', around: '见undefined，第1段' }]);
    expect(message).toContain('/plan/：现在是“undefined”，在“见undefined，第1段”里');
    expect(message).toContain('怎么改：');
  });
});
