import { describe, expect, it } from 'vitest';
import { planPhase } from '#domain/plan/plan-phase.ts';
import { statuses } from '#domain/programme/progress.ts';
import {
  answeredWords,
  disagreementWords,
  partialWords,
  plannedYears,
  planPhaseWords,
  SCHEMATIC,
  STATUS_WORDS,
  UNKNOWN,
} from '#format/status.ts';

it('every state of a number has the words the design gives it, each its own', () => {
  expect(STATUS_WORDS).toEqual({
    'no-report': '暂未收录',
    zero: '上报0',
    partial: '部分上报',
    below: '低于计划',
    met: '等于计划',
    above: '高于计划',
    unquantified: '文件未定量',
    'unquantified-reported': '文件未定量，有上报',
    'not-listed': '本年未列',
  });
  expect(Object.keys(STATUS_WORDS).sort()).toEqual([...statuses].sort());
});

it('a sum so far says of how many executors', () => {
  expect(partialWords(1, 2, { measure: '个', noun: '单位' })).toBe('部分上报：2个单位中1个');
  expect(partialWords(1, 3, { measure: '所', noun: '学校' })).toBe('部分上报：3所学校中1所');
  expect(answeredWords(2, 3, { measure: '所', noun: '学校' })).toBe('（3所学校中2所）');
  expect(answeredWords(3, 3, { measure: '所', noun: '学校' })).toBe('');
});

it('what stands beside a state, a missing value and a map is fixed', () => {
  expect([disagreementWords('附表'), UNKNOWN, SCHEMATIC]).toEqual(['正文与附表不一致', '待补', '示意图']);
});

describe('the years of a plan', () => {
  it.each([
    [[2019], '2019年'],
    [[2020, 2019], '2019、2020两年'],
    [[2021, 2022, 2023], '2021、2022、2023三年'],
    [[2021, 2022, 2023, 2024, 2025], '2021—2025五年'],
    [[2019, 2021, 2024, 2026], '2019、2021、2024、2026四年'],
  ])('%j are called %s', (years, words) => {
    expect(plannedYears(years)).toBe(words);
  });

  it('are to come, running and over by the calendar, also where one between them is left out', () => {
    const days = ['2018-12-31', '2019-01-01', '2020-06-01', '2021-12-31', '2022-01-01'];
    expect(days.map((day) => planPhase([2021, 2019], day))).toEqual(['before', 'during', 'during', 'during', 'after']);
  });
});

describe('the answer to “was it done?”', () => {
  it('once the years are over, says that they are, and that silence is no answer', () => {
    expect(planPhaseWords([2019, 2020], '2026-11-29', 'none')).toBe(
      '计划管2019、2020两年，已经结束；这里是当时的计划。做到了多少，这里还没有收录，不等于没有做。',
    );
    expect(planPhaseWords([2019], '2020-01-01', 'none')).toMatch(/^计划管2019年，已经结束；/);
  });

  it('in a year of the plan speaks of a plan that runs', () => {
    expect(planPhaseWords([2019, 2020], '2020-12-31', 'none')).toBe(
      '计划管2019、2020两年，正在进行；这里是计划。做到了多少，这里还没有收录，不等于没有做。',
    );
  });

  it('before the first year has nothing to say of what was done', () => {
    expect(planPhaseWords([2027, 2028, 2029], '2026-11-29', 'none')).toBe(
      '计划管2027、2028、2029三年，还没有开始；这里是计划。',
    );
  });

  it('leads to the reports where there are some, and does not call the others undone', () => {
    expect(planPhaseWords([2021, 2022], '2023-05-01', 'some')).toBe(
      '计划管2021、2022两年，已经结束；这里是当时的计划。' +
        '做到了多少，收录到的写在计划旁边；写着“暂未收录”的，不等于没有做。',
    );
    expect(planPhaseWords([2021, 2022], '2023-05-01', 'all')).toMatch(/做到了多少，写在计划旁边。$/);
  });
});
