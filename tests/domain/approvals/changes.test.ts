import { describe, expect, it } from 'vitest';
import { changesSince } from '#domain/approvals/changes.ts';
import type { Reviewed } from '#domain/approvals/reviewed.ts';
import { storySchema } from '#domain/stories/story.ts';
import { changedParts, PARTS, REVIEWED, sha256 } from './fictional-approvals.ts';

const { front, pictures, facts, consents } = REVIEWED;
const without = (values: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));

describe('what changed since an approval', () => {
  it.each<[string, Partial<Reviewed>]>([
    ['正文改过', { text: '第一段。' }],
    ['标题（title）改过', { front: { ...front, title: '"第二封信"' } }],
    ['多了副题（subtitle）', { front: { ...front, subtitle: '"冬天"' } }],
    ['删了摘要（summary）', { front: without(front, 'summary') }],
    ['多了稿头的 mood', { front: { ...front, mood: '1' } }],
    ['图片 a.jpg 换过', { pictures: { ...pictures, 'a.jpg': sha256('c') } }],
    ['多了图片 c.jpg', { pictures: { ...pictures, 'c.jpg': sha256('c') } }],
    ['少了图片 b.jpg', { pictures: without(pictures, 'b.jpg') }],
    ['事实 books-2021 从 40人 变成 45人', { facts: { 'books-2021': '45人' } }],
    ['多了事实 books-2022（50人）', { facts: { ...facts, 'books-2022': '50人' } }],
    ['不再用事实 books-2021', { facts: {} }],
    ['李样例的授权改过', { consents: { ...consents, 李样例: '{}' } }],
    ['多写了样例乙', { consents: { ...consents, 样例乙: '{}' } }],
    ['不再写小溪（化名）', { consents: without(consents, '小溪（化名）') }],
  ])('says: %s', (words, change) => {
    expect(changesSince(PARTS, changedParts(change))).toEqual([words]);
  });

  it('says nothing where nothing did', () => {
    expect(changesSince(PARTS, changedParts({ text: `${REVIEWED.text}\n` }))).toEqual([]);
  });

  it('says everything at once', () => {
    const now = changedParts({ text: '', front: {}, pictures: {}, facts: {}, consents: {} });
    expect(changesSince(PARTS, now)).toHaveLength(1 + 3 + 2 + 1 + 2);
  });

  it('has a Chinese word for every key of the front matter', () => {
    const all = Object.fromEntries(Object.keys(storySchema.shape).map((key) => [key, '1']));
    const words = changesSince(changedParts({ front: {} }), changedParts({ front: all }));
    expect(words.filter((one) => !/^多了\p{Script=Han}+（[a-z_]+）$/u.test(one))).toEqual([]);
  });
});
