import { describe, expect, it } from 'vitest';
import { rosterLine } from '#domain/search/named-people.ts';

describe('a line of a roster', () => {
  it.each([
    ['组  长：样例甲  样例省团委书记', { label: '组  长：', name: '样例甲', rest: '  样例省团委书记' }],
    ['样  乙  样例省团委副书记（挂职）', { label: '', name: '样  乙', rest: '  样例省团委副书记（挂职）' }],
    ['成  员：样例处、样例办等负责人。', { label: '成  员：', name: '', rest: '样例处、样例办等负责人。' }],
    ['样例丙', { label: '', name: '样例丙', rest: '' }],
    ['样例省团委办公室、样例处', { label: '', name: '', rest: '样例省团委办公室、样例处' }],
  ])('is parted into label, name and the rest, which joined are the line: %s', (text, parts) => {
    const line = rosterLine(text);
    expect(line).toEqual(parts);
    expect(line.label + line.name + line.rest).toBe(text);
  });
});
