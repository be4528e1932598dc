import { describe, expect, it } from 'vitest';
import {
  crumbsLinkedData,
  linkedDataText,
  siteLinkedData,
  storyLinkedData,
  tablesLinkedData,
} from '#format/linked-data.ts';
import { linkedDataFaults, thingsIn } from '../exports/standards/linked-data.ts';

const STORY = {
  ...{ news: true, url: 'https://aid.example.cn/stories/a/', title: '一封信', summary: '说的是一封信。' },
  ...{ published: '2026-11-25', modified: null, section: '动态', author: null },
  image: 'https://aid.example.cn/share/stories/a/wide.png',
  ...{ source: '乙报', sourceUrl: null, people: [] as string[], agreed: [] as string[], confirmed: null },
};
const SITE = {
  ...{ name: '甲援乙', description: '一句话。', confirmed: null },
  ...{ home: 'https://aid.example.cn/', search: 'https://aid.example.cn/search/' },
};
const DATASET = {
  ...{ name: '甲援乙：结对、计划、进展', url: 'https://aid.example.cn/data/', source: '《方案》', years: [2019, 2020] },
  description:
    '结对、计划、进展三张表，整理自《方案》；每一行都有出处，可以逐格核对，空白是没有或者不知道，不是零，也不等于没有做。',
  files: [{ url: 'https://aid.example.cn/data/a.csv', mediatype: 'text/csv' }],
  ...{ licence: null, confirmed: null },
};
const faultsOf = (...things: Parameters<typeof linkedDataText>[0]) => linkedDataFaults(linkedDataText(things));

describe('what machines are told', () => {
  it('keeps the rules of each type, of the least and of the most that is known', () => {
    const most = {
      ...STORY,
      ...{
        modified: '2026-11-27',
        image: 'https://aid.example.cn/a.jpg',
        author: '甲',
        people: ['甲'],
        agreed: ['甲'],
      },
      ...{ sourceUrl: 'https://paper.example.cn/1', confirmed: '样例单位' },
    };
    for (const story of [STORY, most]) expect(faultsOf(storyLinkedData(story))).toEqual([]);
    for (const confirmed of [null, '样例单位']) {
      expect(faultsOf(siteLinkedData({ ...SITE, confirmed }))).toEqual([]);
      expect(faultsOf(tablesLinkedData({ ...DATASET, confirmed }))).toEqual([]);
    }
    expect(faultsOf(tablesLinkedData({ ...DATASET, licence: 'https://licence.example.cn/' }))).toEqual([]);
  });

  it('calls a story news where it is one, and an article else', () => {
    expect([storyLinkedData(STORY)['@type'], storyLinkedData({ ...STORY, news: false })['@type']]).toEqual([
      'NewsArticle',
      'Article',
    ]);
  });

  it('tells the moment of a day in China, and of which page a story is the matter', () => {
    expect(storyLinkedData({ ...STORY, modified: '2026-11-27' })).toMatchObject({
      datePublished: '2026-11-25T00:00:00+08:00',
      dateModified: '2026-11-27T00:00:00+08:00',
      mainEntityOfPage: { '@type': 'WebPage', '@id': STORY.url },
    });
    const bare = { ...storyLinkedData(STORY), datePublished: '2026-11-25' };
    expect(linkedDataFaults(linkedDataText([bare]))).toEqual([expect.stringMatching(/datePublished/)]);
    const long = storyLinkedData({ ...STORY, title: '长'.repeat(111) });
    expect(linkedDataFaults(linkedDataText([long]))).toEqual([expect.stringMatching(/headline/)]);
  });

  it('calls nobody a person who did not agree, as author or in the text', () => {
    const story = { ...STORY, author: '样例作者', people: ['甲', '小禾', '样例队'] };
    expect(linkedDataText([storyLinkedData(story)])).not.toMatch(/Person|作者|小禾|样例队/);
    expect(storyLinkedData({ ...story, agreed: ['甲'] })['about']).toEqual([{ '@type': 'Person', name: '甲' }]);
    expect(storyLinkedData({ ...story, agreed: ['样例作者'] })).toMatchObject({
      author: { '@type': 'Person', name: '样例作者' },
    });
  });

  it('names no publisher that has not confirmed, and no licence that nobody decided on', () => {
    const open = linkedDataText([siteLinkedData(SITE), storyLinkedData(STORY), tablesLinkedData(DATASET)]);
    expect(open).not.toMatch(/publisher|Organization|license/);
    expect(siteLinkedData({ ...SITE, confirmed: '样例单位' })['publisher']).toEqual({
      ...{ '@type': 'Organization', name: '样例单位' },
    });
  });

  it('says of one year one year, and of several from which to which', () => {
    expect(tablesLinkedData(DATASET)['temporalCoverage']).toBe('2019/2020');
    expect(tablesLinkedData({ ...DATASET, years: [2021] })['temporalCoverage']).toBe('2021');
  });

  it('stays inside its script whatever a title says, and says it all the same', () => {
    for (const title of ['</script><script>alert(1)</script>', '<!--<script>', ']]>&amp;"\\', '\u2028</SCRIPT >']) {
      const crumb = { text: title, href: 'https://aid.example.cn/' };
      const text = linkedDataText([storyLinkedData({ ...STORY, title }), crumbsLinkedData([crumb, crumb])]);
      expect(text).not.toContain('<');
      expect(thingsIn(text)[0]?.['headline']).toBe(title);
    }
  });
});
