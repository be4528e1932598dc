import { describe, expect, test } from 'vitest';
import { fixedPhrases } from '#check/prose/document/fixed-phrases.ts';
import { placeHomes } from '#check/prose/places/homes.ts';
import { placeNames } from '#check/prose/places/names.ts';
import type { PlanRule } from '#check/prose/prose.ts';
import { fictionalKnowledge, proseOf } from './prose-of.ts';

/** The rules that read a story in its own words, for programmes of districts and streets, of hospitals, of schools. */
type Fixture = 'agreement' | 'joint' | 'hospitals' | 'schools' | 'region';
const FIXTURES = ['agreement', 'joint', 'hospitals', 'schools', 'region'] as const;
const known = Object.fromEntries(FIXTURES.map((of) => [of, fictionalKnowledge(of)])) as Record<
  Fixture,
  ReturnType<typeof fictionalKnowledge>
>;
const told = (rule: PlanRule, of: Fixture, texts: readonly string[]) => {
  const prose = proseOf(...texts);
  return rule(known[of])(prose).map((one) => (texts[one.block] ?? '').slice(one.start, one.end));
};

/** Names of areas have a rule of their own; those of schools and hospitals are names of the document. */
const toldOfNames = (of: Fixture, text: string) => [placeNames, fixedPhrases].flatMap((rule) => told(rule, of, [text]));

describe('whose a place is', () => {
  test.each<[Fixture, string]>([
    ['agreement', '样例己市结对样北区。'],
    ['agreement', '石燕街道在样北区。'],
    ['agreement', '样北区的石燕街道收到了信。'],
    ['agreement', '荷桥街道属于样中区。'],
    ['agreement', '样中区下辖的荷桥街道收到了信。'],
    ['agreement', '样中区有两个街道：荷桥街道、石燕街道。'],
    ['agreement', '走进石燕街道，这里由样例戊市结对。'],
    ['agreement', '车到荷桥街道。该街道由样例己市结对。'],
    ['agreement', '车到样中区。该区由样例戊市结对。'],
    ['agreement', '石燕街道，样例戊市的结对街道。'],
    ['agreement', '样例戊市结对的街道有荷桥街道、石燕街道。'],
    ['agreement', '样例戊市结对的街道有石燕街道。'],
    ['agreement', '荷桥街道和石燕街道都是样北区的街道。'],
    ['agreement', '石燕街道列在样北区名下。'],
    ['joint', '东门街道在白水区。'],
    ['joint', '松甲市结对白水区。'],
    ['region', '样例乙市结对云溪县。'],
    ['region', '朝霞镇在桐溪县。'],
  ])('%s: told where another is said: %s', (of, text) => {
    expect(told(placeHomes, of, [text])).not.toEqual([]);
  });

  test.each<[Fixture, string]>([
    ['agreement', '样例戊市结对样北区和样南区。'],
    ['agreement', '石燕街道在样中区。'],
    ['agreement', '样北区的荷桥街道收到了信。'],
    ['agreement', '样北区有两个街道：荷桥街道、柳桥街道。'],
    ['agreement', '样例戊市结对的街道有荷桥街道、柳桥街道。'],
    ['agreement', '走进石燕街道，这里由样例己市结对。'],
    ['agreement', '车到荷桥街道。该街道由样例戊市结对。'],
    ['agreement', '石燕街道，样例己市的结对街道。'],
    ['agreement', '荷桥街道和柳桥街道都是样北区的街道。'],
    ['agreement', '从石燕街道到样北区要走一天。'],
    ['joint', '东门街道在青石区。'],
    ['region', '朝霞镇在霞溪县。'],
  ])('%s: let alone where it is right: %s', (of, text) => {
    expect(told(placeHomes, of, [text])).toEqual([]);
  });
});

describe('the name of a place', () => {
  test.each<[Fixture, string]>([
    ['agreement', '荷侨街道的孩子来信了。'],
    ['agreement', '柳桥镇的孩子来信了。'],
    ['agreement', '样北县的孩子来信了。'],
    ['agreement', '石雁街道的孩子来信了。'],
    ['agreement', '雁门坡乡的孩子来信了。'],
    ['hospitals', '样例伯医院派出了医生。'],
    ['schools', '样例风小学的同学来信了。'],
    ['region', '朝霞乡的孩子来信了。'],
  ])('%s: told where it is another: %s', (of, text) => {
    expect(toldOfNames(of, text)).not.toEqual([]);
  });

  test.each<[Fixture, string]>([
    ['agreement', '荷桥街道、柳桥街道的孩子来信了，雁门坡镇的也来了。'],
    ['agreement', '样北区的孩子来信了。'],
    ['agreement', '他在镇上的街道走了一圈。'],
    ['hospitals', '样例柏医院派出了医生，样例榆医院腾出了房间。'],
    ['schools', '样例枫小学的同学来信了。'],
    ['schools', '县里的小学都放假了，中学还在上课。'],
  ])('%s: let alone where it is right: %s', (of, text) => {
    expect(toldOfNames(of, text)).toEqual([]);
  });
});

describe('words of the document', () => {
  test.each<[Fixture, string]>([
    ['agreement', '协议写着，会商由双方轮流招集。'],
    ['agreement', '按协议，会商由双方轮留召集。'],
    ['agreement', '协议第九条要求，双方一是按实报数，二是公开结果。'],
    ['agreement', '本协议自签定之日起生效，协议里这样写。'],
    ['hospitals', '备忘录规定，样例柏医院和样例榆医院接对五年。'],
    ['schools', '协议规定，全年筒上40课时。'],
  ])('%s: told where a character is another: %s', (of, text) => {
    expect(told(fixedPhrases, of, [text])).not.toEqual([]);
  });

  test.each<[Fixture, string]>([
    ['agreement', '协议写着，会商由双方轮流召集。'],
    ['agreement', '协议第九条要求，双方一是按时报数，二是公开结果。'],
    ['hospitals', '备忘录规定，样例柏医院和样例榆医院结对五年。'],
    ['hospitals', '他们按实际情况结算，五年一次。'],
  ])('%s: let alone where it is right: %s', (of, text) => {
    expect(told(fixedPhrases, of, [text])).toEqual([]);
  });
});
