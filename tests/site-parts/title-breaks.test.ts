import { describe, expect, it } from 'vitest';
import { titlePieces } from '#format/title-pieces.ts';
import { withTitleBreaks } from '#site/pages/title-breaks.ts';

const broken = (html: string) => withTitleBreaks(html, titlePieces(['南山市', '样例团县委']));

describe('the titles of a page', () => {
  it('may break between words, never inside a name, also where elements part it', () => {
    expect(broken('<h1>样例团县委援建南山市</h1>')).toBe('<h1>样例团县委<wbr>援建<wbr>南山市</h1>');
    expect(broken('<h2 id="a">写给<a href="/x/">南山</a>市的信</h2>')).toBe(
      '<h2 id="a">写给<wbr><a href="/x/">南山</a>市的<wbr>信</h2>'.replace(
        '<wbr><a href="/x/">',
        '<a href="/x/"><wbr>',
      ),
    );
  });

  it('are marked only where a browser would not break by itself', () => {
    expect(broken('<h3>回信来了，先写谁</h3>')).toBe('<h3>回信来了，先写谁</h3>');
    expect(broken('<h3>乡镇　名字</h3>')).toBe('<h3>乡镇　名字</h3>');
  });

  it('keep what belongs to a closing sign beside it, where a browser would break', () => {
    expect(broken('<p class="lead">“回信”的计划</p>')).toBe(
      '<p class="lead">“回信<span class="nb">”的</span><wbr>计划</p>',
    );
    expect(broken('<h2><a>《回信》</a>的计划</h2>')).toBe('<h2><a>《回信》</a>的<wbr>计划</h2>');
  });

  it('count an entity as one character', () => {
    expect(broken('<h2>样例团县委&amp;南山市</h2>')).toContain('南山市</h2>');
    expect(broken('<h2>样例团县委&amp;南山市</h2>').replaceAll('<wbr>', '')).toBe('<h2>样例团县委&amp;南山市</h2>');
  });

  it('begin anew after a line that ends by itself', () => {
    expect(broken('<h1>南山<br>市</h1>')).toBe('<h1>南山<br>市</h1>');
  });

  it('are also what stands at the head of a page and the names of lists, not its paragraphs', () => {
    expect(broken('<p class="lead">援建南山市</p>')).toBe('<p class="lead">援建<wbr>南山市</p>');
    expect(broken('<a class="next whole" href="/">援建南山市</a>')).toContain('<wbr>');
    for (const html of ['<p>援建南山市</p>', '<p class="leader">援建南山市</p>', '<title>援建南山市</title>'])
      expect(broken(html)).toBe(html);
  });

  it('stay as they are on the vertical slip, in scripts, and in other languages', () => {
    for (const html of [
      '<h1 class="own-title slip"><span>援建</span><wbr><span>南山市</span></h1>',
      '<script>const a = "<h1>援建南山市</h1>";</script>',
      '<h2>No Chinese here</h2>',
    ])
      expect(broken(html)).toBe(html);
  });
});
