import { describe, expect, it } from 'vitest';
import { confusedWith, likenessOf } from '#check/text/alike.ts';

describe('characters that are written for one another', () => {
  it.each([
    ['of one sound, whatever the tone', '带', '代'],
    ['of one of several sounds', '藏', '仓'],
    ['of another sound and the same look', '末', '未'],
    ['with another side', '持', '特'],
    ['rare beside common', '曩', '囊'],
  ])('%s: %s for %s', (_, written, right) => expect(likenessOf(written, right)).toBe('alike'));

  it.each([
    ['zh and z', '知', '子'],
    ['n and l', '男', '兰'],
    ['an and ang', '三', '桑'],
    ['in and ing', '金', '京'],
  ])('sounds that not everyone tells apart come near: %s', (_, written, right) => {
    expect([likenessOf(written, right), likenessOf(right, written)]).toEqual(['near', 'near']);
  });

  it('two sounds that differ at both ends are two sounds', () => expect(likenessOf('上', '三')).toBeNull());

  it('none is written for itself', () =>
    expect([likenessOf('水', '水'), confusedWith('水').has('水')]).toEqual([null, false]));

  it('what is no character of Chinese is taken for nothing', () => {
    expect([...confusedWith('a')]).toEqual([]);
    expect([...confusedWith('')]).toEqual([]);
  });
});
