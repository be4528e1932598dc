import { expect, test } from 'vitest';
import { wordingsIn } from '#check/text/wordings.ts';

const VOCABULARY = { kin: '爸爸 妈妈 阿[爸妈]', close: '{kin} 孩子' };
const found = (lines: string, ...texts: string[]) => {
  const isIn = wordingsIn({ some: lines }, VOCABULARY);
  return texts.filter(isIn);
};

test('a line is one of some words, parts behind one another, a vocabulary, or a gap of some characters', () => {
  expect(found('住院|病倒', '他住院了', '他病倒', '他病了')).toEqual(['他住院了', '他病倒']);
  expect(found('交不 起|上', '交不起', '交不上', '交不出')).toEqual(['交不起', '交不上']);
  expect(found('{kin} …4 去世', '妈妈去世', '阿妈前年去世', '叔叔去世')).toEqual(['妈妈去世', '阿妈前年去世']);
  expect(found('没了 {close}', '没了孩子', '没了阿爸', '没了牛')).toEqual(['没了孩子', '没了阿爸']);
  expect(found('妈 …2 走', '妈，她走', '妈一个人走')).toEqual([]);
});

test('what may not stand before or behind keeps a word out', () => {
  const lines = '毛|通! 病 !人|房\n[断截]了? …2 腿(?!毛)';
  expect(found(lines, '有病', '毛病', '病人', '截了一条腿', '断腿毛')).toEqual(['有病', '截了一条腿']);
});

test('a line that may begin anywhere, and a vocabulary that nobody knows, are told at once', () => {
  expect(() => wordingsIn({ some: '…2 病' }, {})).toThrow('a match may begin anywhere');
  expect(() => wordingsIn({ some: '{kin} 病' }, {})).toThrow('no vocabulary is called kin');
});
