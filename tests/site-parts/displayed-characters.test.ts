import { describe, expect, it } from 'vitest';
import { displayedCharacters } from '#site/fonts/displayed-characters.ts';
import { pageTree } from '#site/pages/page-tree.ts';

const displayed = (html: string) => displayedCharacters(pageTree(html));

describe('the characters a page shows in the heading font', () => {
  const heading = (html: string) => displayed(html).heading;

  it('are those of headings and of class song, with everything inside them', () => {
    expect(heading('<h1>甲<em>乙</em></h1><h4>丙</h4><h5>丁</h5><p>戊</p><p class="x song">己</p>')).toBe('甲乙丙己');
  });

  it('are those of SVG text set in the serif, until another font is named', () => {
    const svg =
      '<svg><title>一</title><g font-family="var(--serif)"><text>二<tspan font-family="var(--sans)">三</tspan></text></g><text>四</text></svg>';
    expect(heading(svg)).toBe('二');
  });

  it('are the written ones: entities are resolved, comments and scripts are no text', () => {
    expect(heading('<h2>&#x7532;<!-- 乙 --><script>丙</script></h2>')).toBe('甲');
  });
});

describe('the characters a page shows in other scripts', () => {
  it('stand in lang="bo" and do not count for the heading around them', () => {
    const html =
      '<h1>甲<span lang="bo">ཀ<span lang="zh">乙</span></span></h1><svg><text font-family="var(--bo)">ཁ</text></svg>';
    expect(displayed(html)).toEqual({ heading: '甲', own: '', scripts: 'ཀཁ' });
  });

  it('are letters of Arabic, Mongolian and Yi script too, in a name or in any sentence', () => {
    const html = '<h1>甲<span lang="ug" dir="rtl">ئب A</span></h1><p>乙ᠠᠡ，ꀀ</p>';
    expect(displayed(html)).toEqual({ heading: '甲', own: '', scripts: 'ئبᠠᠡꀀ' });
  });
});

describe('what grows with the archive', () => {
  it('is not counted for the common font: the text of a story and titles in lists, but for what says it is song', () => {
    const html =
      '<h2>甲</h2><div class="prose"><h2>乙</h2><p class="song">丙</p></div><ul class="shelf n3"><li><h3 class="slip">丁</h3></li></ul>';
    expect(displayed(html)).toEqual({ heading: '甲丙', own: '', scripts: '' });
  });

  it('is counted by itself where it is the title of one page', () => {
    expect(displayed('<h1 class="own-title slip">甲<span>乙</span></h1><h2>丙</h2>')).toEqual({
      heading: '丙',
      own: '甲乙',
      scripts: '',
    });
  });
});
