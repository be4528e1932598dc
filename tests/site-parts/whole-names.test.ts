import { describe, expect, it } from 'vitest';
import { finishPage } from '#site/pages/finish-page.ts';
import { withWholeNames } from '#site/pages/title-breaks.ts';

describe('names whose parts a dot joins', () => {
  it('stay in one line wherever words of a page hold them, a long one in its parts', () => {
    expect(withWholeNames('<p title="阿依古丽·买买提">志愿者阿依古丽·买买提来了，<b>那·斯琴</b>也来了。</p>')).toBe(
      '<p title="阿依古丽·买买提">志愿者<span class="nb">阿依古丽·买买提</span>来了，<b><span class="nb">那·斯琴</span></b>也来了。</p>',
    );
    expect(withWholeNames('<p>由阿卜杜热西提·吐尔逊尼亚孜讲课。</p>')).toBe(
      '<p>由<span class="nb">阿卜杜热西提·</span><span class="nb">吐尔逊尼亚孜</span>讲课。</p>',
    );
  });

  it('are left alone in titles of the window, scripts, drawings and attributes, and so are other words with a dot', () => {
    for (const html of [
      '<title>阿依古丽·买买提</title>',
      '<script>"阿依古丽·买买提"</script>',
      '<svg><text>阿依古丽·买买提</text></svg>',
      '<a aria-label="看 1 > 0 的阿依古丽·买买提">看</a>',
      '<p>“诗意·江南”和“新疆·吐鲁番”</p>',
      '<p>没有点的次仁卓玛</p>',
    ])
      expect(withWholeNames(html)).toBe(html);
  });

  it('are read and searched as before: the page says the same words', () => {
    const page =
      '<html><head><style>.nb{white-space:nowrap}</style></head><body><main data-pagefind-body><p>志愿者阿依古丽·买买提来了。</p></main></body></html>';
    const { html, search } = finishPage(page);
    expect(html).toContain('.nb{white-space:nowrap}');
    expect(html).toContain('<span class="nb">阿依古丽·买买提</span>');
    expect(search?.content.replaceAll(/[\u200b\s]/gu, '')).toMatch(/志愿者阿依古丽.买买提来了/u);
  });
});
