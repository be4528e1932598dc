import { expect, test } from 'vitest';
import { joined, type NumberState, spoken, wordsOf } from '#charts/kit/progress-words.ts';
import { layoutBar, progressBar } from '#charts/line-progress/bar.ts';
import { statusOf } from '#domain/programme/progress.ts';
import { troubles } from '../svg-texts.ts';

const place = { x: 10, y: 20, height: 20, dotted: 100, scale: (v: number) => v * 2 };
const text = { quantity: 20, per: 'year', annex: '附件' } as const;
function state(
  target: number | null,
  reported: number | null,
  more: Partial<NumberState> & { open?: boolean } = {},
): NumberState {
  const { open = false, ...rest } = more;
  return { target, reported, status: statusOf(target, reported, !open), unit: '人', disagreement: null, ...rest };
}
const part = { status: 'partial', answered: 2, concerned: 4, reporter: { measure: '个', noun: '单位' } } as const;
const states: [string, NumberState, string, string][] = [
  ['only planned', state(50, null), '计划50　暂未收录', '计划50人，暂未收录'],
  ['partial', state(50, 32, part), '上报32　部分上报：4个单位中2个', '计划50人，上报32人，部分上报：4个单位中2个'],
  ['below', state(50, 32), '上报32　计划50', '计划50人，上报32人，低于计划'],
  ['met', state(50, 50), '上报50', '计划50人，上报50人，等于计划'],
  ['above', state(50, 57), '上报57　计划50', '计划50人，上报57人，高于计划'],
  ['nought', state(50, 0), '上报0　计划50', '计划50人，上报0人'],
  ['unquantified', state(null, null, { open: true, unit: '次' }), '文件未定量　暂未收录', '文件未定量'],
  [
    'unquantified, reported',
    state(null, 12, { open: true, unit: '次' }),
    '上报12次　文件未定量',
    '上报12次，文件未定量，有上报',
  ],
  [
    'text and annex differ',
    state(40, null, { disagreement: text }),
    '附件40　正文20　暂未收录',
    '附件40人，正文20人，暂未收录',
  ],
  ['not listed', state(null, null), '本年未列', '本年未列'],
];

test.each(states)('%s says its state in words', (_, s, drawn, said) => {
  expect(joined(wordsOf(s))).toBe(drawn);
  expect(spoken(s)).toBe(said);
});

test('the ten states are ten different drawings without their words', () => {
  const shapes = states.map(([, s]) =>
    progressBar(s, 'x').replaceAll(/<text.*?<\/text>| aria-label="[^"]*"| width="\d+"| viewBox="[^"]*"/g, ''),
  );
  expect(new Set(shapes).size).toBe(10);
});

test('a plan without a report is a frame and nothing in it', () => {
  expect(layoutBar(state(50, null), place)).toMatchObject({
    frame: { x: 10, y: 20, width: 100, height: 20 },
    fills: [],
    uprights: [],
    end: 110,
  });
});

test('a report below the plan fills its share and leaves the frame', () => {
  const bar = layoutBar(state(50, 32), place);
  expect(bar.fills).toEqual([{ x: 10, y: 20, width: 64, height: 20 }]);
  expect(bar.frame?.width).toBe(100);
});

test('what some of several executors reported fills up to the sum so far, with loose threads at its end', () => {
  const bar = layoutBar(state(50, 32, part), place);
  expect(bar).toMatchObject({ fills: [{ x: 10, width: 64 }], frame: { width: 100 }, uprights: [] });
  expect(bar.fringe).toEqual({ x: 74, y: 20, width: 7, height: 20 });
  const nought = layoutBar(state(50, 0, part), place);
  expect(nought).toMatchObject({ fills: [], uprights: [], fringe: { x: 10 } });
  const more = layoutBar(state(50, 57, part), place);
  expect(more).toMatchObject({ fills: [{ width: 114 }], fringe: { x: 124 }, end: 131 });
});

test('a met plan is solid to an upright at its end', () => {
  const bar = layoutBar(state(50, 50), place);
  expect(bar.frame).toBeNull();
  expect(bar.fills[0]?.width).toBe(100);
  expect(bar.uprights).toEqual([{ x: 109.25, y1: 16, y2: 44, width: 1.5 }]);
});

test('a report above the plan goes on after a gap with the plan in it, and is as long as its value', () => {
  const bar = layoutBar(state(50, 57), place);
  expect(bar.fills).toEqual([{ x: 10, y: 20, width: 100, height: 20 }]);
  expect(bar.beyond).toEqual({ x: 113, y: 20, width: 11, height: 20 });
  expect(bar.uprights[0]).toMatchObject({ x: 111.5, width: 1.5 });
  expect(bar.end).toBe(10 + 114);
});

test('reported nought is a thick upright at the beginning, taller than its frame', () => {
  const bar = layoutBar(state(50, 0), place);
  expect(bar.uprights).toEqual([{ x: 11.5, y1: 16, y2: 44, width: 3 }]);
  expect(bar.fills).toEqual([]);
});

test('without a target there is no frame and no length', () => {
  const none = layoutBar(state(null, null, { open: true }), place);
  expect(none).toMatchObject({ frame: null, fills: [], dotted: { x1: 10, x2: 110, y: 30 } });
  const twelve = layoutBar(state(null, 12, { open: true }), place);
  const thousand = layoutBar(state(null, 1000, { open: true }), place);
  expect(twelve.fills).toEqual(thousand.fills);
});

test('the text stands dashed under the annex, on the same scale', () => {
  const bar = layoutBar(state(40, null, { disagreement: text }), place);
  expect(bar.frame?.width).toBe(80);
  expect(bar.textFrame?.width).toBe(40);
  expect((bar.frame?.y ?? 0) + (bar.frame?.height ?? 0)).toBeLessThan(bar.textFrame?.y ?? 0);
  expect(progressBar(state(40, null, { disagreement: text }), 'x')).toContain('stroke-dasharray="3 2.5"');
});

test('one number of the text for all years is words beside one year, no frame', () => {
  const all = state(40, null, { disagreement: { quantity: 60, per: 'total', annex: '附件' } });
  expect(layoutBar(all, place).textFrame).toBeNull();
  expect(joined(wordsOf(all))).toBe('附件40　正文共60　暂未收录');
});

test('a target of nought is told apart: planned, met, passed', () => {
  const [planned, met, passed] = [null, 0, 5].map((reported) => layoutBar(state(0, reported), place));
  expect(planned).toMatchObject({ frame: null, fills: [], uprights: [{ width: 1.5 }] });
  expect(met).toMatchObject({ frame: null, fills: [], uprights: [{ width: 3 }] });
  expect(passed).toMatchObject({ fills: [], beyond: { x: 13 } });
  expect(joined(wordsOf(state(0, 0)))).toBe('上报0　计划0');
});

test('what was reported for a year that is not listed stays in words', () => {
  expect(joined(wordsOf(state(null, 5)))).toBe('上报5　本年未列');
});

test('a small bar is a picture with a name, and nothing of it is cut off', () => {
  for (const s of [
    ...states.map(([, s]) => s),
    state(4, 9000),
    state(123456, 98765, { unit: '平方公里', disagreement: { quantity: 200000, per: 'year', annex: '附件' } }),
  ]) {
    const svg = progressBar(s, 'bar-1');
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`aria-label="${spoken(s)}"`);
    expect(svg).not.toMatch(/style=|<a |<title/);
    expect(troubles(svg)).toEqual([]);
  }
});
