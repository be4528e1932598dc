import { describe, expect, it } from 'vitest';
import type { OutsideFact } from '#domain/outside/outside-fact.ts';
import { tellingFacts } from '#domain/outside/telling.ts';

const fact = (place: string, subject: string): OutsideFact => ({
  id: `${place}-${subject}`,
  ...{ place, subject, fact: `${place}的${subject}。` },
  ...{ asOf: null, aid: false, projects: [], sources: [], caution: null },
});
const PLACES = ['甲乡', '乙乡', '丙乡', '丁乡', '戊乡', '己乡'];
const subjectsOf = (facts: readonly OutsideFact[]) => [...new Set(tellingFacts(facts).map(({ subject }) => subject))];

describe('what tells something of its own place', () => {
  it('is everything but a subject that half of the places have', () => {
    const villages = PLACES.map((place) => fact(place, '村数'));
    const apples = PLACES.slice(0, 2).map((place) => fact(place, '苹果'));
    expect(subjectsOf([...villages, ...apples, fact('甲乡', '古桥')])).toEqual(['苹果', '古桥']);
    expect(subjectsOf([...villages.slice(0, 4), fact('戊乡', '古桥'), fact('己乡', '水井')])).toEqual(['古桥', '水井']);
  });

  it('is everything of a few places: nobody can say yet what all have', () => {
    expect(subjectsOf(PLACES.slice(0, 3).map((place) => fact(place, '村数')))).toEqual(['村数']);
  });

  it('stays in its order', () => {
    const facts = [fact('乙乡', '古桥'), fact('甲乡', '水井')];
    expect(tellingFacts(facts)).toEqual(facts);
  });
});
