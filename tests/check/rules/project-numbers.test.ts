import { describe, expect, test } from 'vitest';
import type { Draft } from '#check/rules/draft.ts';
import { idsTwice } from '#check/rules/ids-twice.ts';
import { projectClauses } from '#check/rules/project-clauses.ts';
import type { Project } from '#domain/programme/project.ts';

const clauses: Draft['clauses'] = [
  { id: 'c-ch1', role: 'section', text: '第一章　来往' },
  { id: 'c-art3', role: 'item', text: '第三条　互访。' },
  { id: 'c-ch2', role: 'section', text: '二、学习' },
  { id: 'c-2-1', role: 'item', text: '1．送书。' },
  { id: 'c-2-a', role: 'item', text: '（二）送教。' },
  { id: 'c-ch3', role: 'section', text: '三、别的' },
  { id: 'c-3-1', role: 'item', text: '1．赛事。' },
  { id: 'c-3-x', role: 'item', number: '附', text: '办班。' },
];
const project = (number: Project['number'], clause: string, field: string) =>
  ({ id: `p-${clause}`, number, field, clause, lines: [] }) as unknown as Project;
const draftOf = (...projects: Project[]) =>
  ({ clauses, projects, places: [], tables: [], departments: null, site: null, document: null }) as unknown as Draft;
const told = (number: Project['number'], clause: string, field: string) =>
  projectClauses(draftOf(project(number, clause, field))).map(({ message }) => message);

describe('the number of a project', () => {
  test.each([
    ['第三条', 'c-art3', 'c-ch1'],
    [3, 'c-art3', 'c-ch1'],
    [1, 'c-2-1', 'c-ch2'],
    ['1', 'c-2-1', 'c-ch2'],
    ['（二）', 'c-2-a', 'c-ch2'],
    ['(二)', 'c-2-a', 'c-ch2'],
    [2, 'c-2-a', 'c-ch2'],
    ['附', 'c-3-x', 'c-ch3'],
  ])('%s stands at %s', (number, clause, field) => {
    expect(told(number, clause, field)).toEqual([]);
  });

  test.each([
    ['第四条', 'c-art3', 'c-ch1', '项目序号和正文不同：现在是第四条，应当是第三条（c-art3 开头印的是 第三条）。'],
    ['第三章', 'c-art3', 'c-ch1', '项目序号和正文不同：现在是第三章，应当是第三条（c-art3 开头印的是 第三条）。'],
    [4, 'c-art3', 'c-ch1', '项目序号和正文不同：现在是4，应当是第三条（c-art3 开头印的是 第三条）。'],
    ['（一）', 'c-2-1', 'c-ch2', '项目序号和正文不同：现在是（一），应当是1（c-2-1 开头印的是 1）。'],
  ])('%s does not', (number, clause, field, message) => {
    expect(told(number, clause, field)).toEqual([message]);
  });

  test('may be given again below another heading, not below the same', () => {
    const codes = (...projects: Project[]) => idsTwice(draftOf(...projects)).map(({ code }) => code);
    expect(codes(project(1, 'c-2-1', 'c-ch2'), project(1, 'c-3-1', 'c-ch3'))).toEqual([]);
    expect(codes(project(1, 'c-2-1', 'c-ch2'), project(1, 'c-2-a', 'c-ch2'))).toEqual(['id-twice']);
  });
});
