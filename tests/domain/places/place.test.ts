import { describe, expect, it } from 'vitest';
import { heightStep, type Place, placeSchema, printedHeight, seatWord } from '#domain/places/place.ts';
import { realProgramme } from '../real-programme.ts';

const programme = realProgramme();
const places = programme.content.places;
const fact = (id: string) => programme.facts.get(id);

describe('a place', () => {
  const coarse = { elevation: { metres: 3631, source: '样例高程', approximate: true } };
  const fine = { elevation: { metres: 3568, source: '样例高程' } };

  it('prints tens of metres from a fine model, hundreds from a coarse one, nothing where none is known', () => {
    expect([coarse, fine, {}].map(printedHeight)).toEqual([3600, 3570, null]);
    expect([coarse, fine].map(heightStep)).toEqual([100, 10]);
  });

  it('has its point and height at the seat, not over a whole county', () => {
    const county = (name: string): Pick<Place, 'name' | 'level'> => ({ name, level: 'county' });
    expect(seatWord(county('样例县'))).toBe('县城');
    expect(seatWord(county('样例区'))).toBe('城区');
    expect(seatWord({ name: '样例', level: 'city' })).toBe('城区');
    expect(['样例地区', '样例州', '样例盟'].map((name) => seatWord({ name, level: 'region' }))).toEqual(['', '', '']);
    expect(seatWord({ name: '样例市', level: 'region' })).toBe('城区');
  });

  it('takes no coordinate finer than two decimals and says so', () => {
    const at = (lon: number) =>
      placeSchema.safeParse({
        level: 'city',
        name: '样例',
        position: { lon, lat: 28.2, datum: 'WGS84', source: '样例来源', confidence: 'high' },
      });
    expect(at(112.97).success).toBe(true);
    expect(at(112.97087).error?.issues[0]?.message).toContain('最多写两位小数');
  });
});

describe('what the content says of real places', () => {
  it('rests on sources that publish WGS84', () => {
    for (const { id, position } of places)
      expect([id, /GCJ|换算|高德|百度/.test(position?.source ?? '')]).toEqual([id, false]);
  });

  it('marks every Tibetan name that was not compared with the state database, and says where one is only a bare name', () => {
    const named = places.flatMap(({ id, level, names = [] }) =>
      names.filter(({ lang }) => lang === 'bo').map((name) => ({ id, level, name })),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const { id, level, name } of named) {
      expect([id, name.unverified === true || name.source.includes('国家地名信息库')]).toEqual([id, true]);
      if (level === 'township') expect([id, name.note]).toEqual([id, expect.stringContaining('不含')]);
    }
  });

  it('cites the statistics bureau for codes and names where they were read', () => {
    for (const { id, code } of places)
      expect([id, code?.source]).toEqual([id, expect.stringMatching(/^国家统计局.*经 npm/)]);
  });
});

describe('facts of places and ways', () => {
  it('count no river', () => {
    expect([...programme.facts.keys()].filter((id) => /river/.test(id))).toEqual([]);
    for (const { id, sentence } of programme.facts.values())
      expect([id, /跨过|沿途/.test(sentence)]).toEqual([id, false]);
  });

  it('read 约, name the seat, and show steps that come to what is printed', () => {
    for (const journey of programme.journeys) {
      const [distance, climb] = [fact(`${journey.id}-distance`), fact(`${journey.id}-climb`)];
      expect(distance?.sentence).toMatch(/县城的球面距离约\d+0公里/);
      expect(climb?.sentence).toMatch(/县城，海拔升高约\d+00?米/);
      for (const each of [distance, climb]) {
        const last = each?.basis.kind === 'derived' ? each.basis.steps.at(-1)?.result : '';
        expect(last).toBe(`约${each?.value}${each?.unit}`);
      }
    }
    for (const { id, basis, approximate, value } of programme.facts.values()) {
      if (!id.endsWith('-elevation')) continue;
      expect([id, approximate, Number(value) % 10]).toEqual([id, true, 0]);
      expect(basis.kind).toBe('outside');
    }
  });
});
