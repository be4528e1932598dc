import { expect, test } from 'vitest';
import { departmentMatrix } from '#charts/department-matrix/department-matrix.ts';
import { layoutMatrix, layoutMatrixList } from '#charts/department-matrix/layout.ts';
import type { Department } from '#domain/plan/department.ts';
import type { Project } from '#domain/programme/project.ts';
import { LONG, links } from './fictional-rows.ts';
import { programmeOfContent } from './programme-of-content.ts';
import { troubles } from './svg-texts.ts';

const departments: Department[] = ['样例省青少年权益保护与社会工作综合协调处', '甲部', '乙部'].map((name, i) => ({
  id: `d${i}`,
  name,
  source: 'c-1',
}));
const project = (number: number, short: string, lead: string[], partners: string[]): Project => ({
  id: `q${number}`,
  number,
  title: short,
  short,
  field: 'c-1',
  clause: 'c-1',
  lead,
  partners,
  lines: [],
});
const projects = [project(1, LONG, ['d0'], []), project(2, '短名', ['d0'], ['d1'])];
const common = { plan: '方案', links, name: 'departments', title: '谁牵头，谁配合' };

test('leading and partnering are different marks where row and column cross', () => {
  const layout = layoutMatrix({ departments, projects });
  expect(layout.marks.map(({ department, project: p, role }) => [department, p, role])).toEqual([
    ['d0', 'q1', 'lead'],
    ['d0', 'q2', 'lead'],
    ['d1', 'q2', 'partner'],
  ]);
  const [first, , third] = layout.marks;
  expect(first?.x).toBe(layout.columns[0]?.x);
  expect(third?.y).toBe((layout.rows[1]?.y ?? 0) + 19);
  expect(layout.rows.map((r) => r.count)).toEqual(['牵头2', '配合1', '文件未列项目']);
});

test('the wide form has a key, links in both heads, solid and hollow squares', () => {
  const [wide] = departmentMatrix({ departments, projects, ...common }).forms;
  expect(wide?.svg).toContain('实心牵头');
  expect(wide?.svg).toContain('空心配合');
  expect(wide?.svg).toContain('href="/projects/q1/"');
  expect(wide?.svg).toContain('href="/departments/#d2"');
  // Two in the matrix, one in the key.
  expect(wide?.svg.match(/<rect [^>]*fill="var\(--ink\)"/g)).toHaveLength(3);
  expect(wide?.svg.match(/<rect [^>]*fill="var\(--paper\)"/g)).toHaveLength(2);
});

test('the narrow form names every square, the lead first, and its rows do not shrink', () => {
  const list = layoutMatrixList({ departments, projects });
  expect(list.blocks[1]?.marks.map((m) => [m.role, m.text])).toEqual([
    ['lead', departments[0]?.name],
    ['partner', '甲部'],
  ]);
  for (const block of list.blocks) {
    expect(block.bottom - block.top).toBeGreaterThanOrEqual(24);
    for (const mark of block.marks) expect(mark.x + mark.width).toBeLessThanOrEqual(350);
  }
});

test('long names and the real departments: nothing cut off, nothing overlaps', () => {
  const real = programmeOfContent();
  for (const who of [{ departments, projects }, real, { departments: [], projects: [] }]) {
    const figure = departmentMatrix({ departments: who.departments, projects: who.projects, ...common });
    for (const form of figure.forms) {
      expect(troubles(form.svg)).toEqual([]);
      expect(form.svg).not.toMatch(/style=|NaN|undefined|Infinity/);
    }
  }
});

test('the table and the sentence say the same', () => {
  const figure = departmentMatrix({ departments, projects, ...common });
  expect(figure.sentence).toBe(
    `2个项目由3个部门和单位牵头或配合；牵头最多的是${departments[0]?.name}，2个项目；配合最多的是甲部，1个项目。`,
  );
  expect(figure.table.rows).toEqual([
    [1, LONG, departments[0]?.name, '牵头'],
    [2, '短名', departments[0]?.name, '牵头'],
    [2, '短名', '甲部', '配合'],
  ]);
});

test('all cities together are named beside the departments, not counted as one of them', () => {
  const cities: Department = { id: 'd9', name: '4个市级团委', source: 'c-1', kind: 'cities' };
  const figure = departmentMatrix({
    ...{ departments: [...departments, cities], projects: [project(1, '样例', ['d0'], ['d9'])] },
    ...common,
  });
  expect(figure.sentence).toContain('1个项目由3个部门和单位、4个市级团委牵头或配合');
});

test('a place shared by more than two is not named', () => {
  const equal = ['d0', 'd1', 'd2'].map((id, i) => project(i + 1, `样例${i}`, [id], []));
  expect(departmentMatrix({ departments, projects: equal, ...common }).sentence).toBe(
    '3个项目由3个部门和单位牵头或配合。',
  );
});
