import { describe, expect, it } from 'vitest';
import { inGroups } from '#domain/search/groups.ts';

const GROUPS = { first: new Set(['人物', '动态']), folded: '事实' };
const KINDS = { town: '乡镇', person: '人物', news: '动态', plan: '文件', one: '事实', two: '事实' };
const VALUES = new Map(Object.entries(KINDS).map(([id, kind]) => [id, { kind: [kind] }]));
const grouped = (ids: readonly string[], inTitle: readonly string[] = []) => {
  const hits = ids.map((id) => ({ id, inTitle: inTitle.includes(id) }));
  const found = inGroups(hits, GROUPS, VALUES);
  return { ids: found.hits.map(({ id }) => id).join(' '), folded: found.folded };
};

describe('what was found', () => {
  it('stands with stories and people first, as they were ranked, and facts folded at the end', () => {
    expect(grouped(['one', 'plan', 'news', 'two', 'person'])).toEqual({ ids: 'news person plan one two', folded: 2 });
  });

  it('begins with the page that is called what was typed, though it is no story; never with a fact', () => {
    expect(grouped(['one', 'town', 'person'], ['one', 'town']).ids).toBe('town person one');
    expect(grouped(['plan', 'person', 'town'], ['town']).ids).toBe('person plan town');
  });

  it('is folded nowhere where there are only facts', () => {
    expect(grouped(['two', 'one'])).toEqual({ ids: 'two one', folded: 0 });
  });

  it('is nothing where nothing was found', () => {
    expect(grouped([])).toEqual({ ids: '', folded: 0 });
  });
});
