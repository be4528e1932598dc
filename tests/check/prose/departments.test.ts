import { describe, expect, test } from 'vitest';
import { departmentDuties } from '#check/prose/document/departments.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = departmentDuties(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong = [
  '来的是牵头书信交流的学校部。',
  '挂职锻炼由少年部主抓。',
  '书信交流写了牵头部门学校部。',
  '方案里牵头部门共有八个。',
  '书信交流项目由学校部牵头，四个市级团委配合。',
  '希望办是创业青年帮扶项目的牵头部门，10月前后最忙。',
  '（牵头部门：组织部，配合部门：基层组织建设部、4个市级团委）——这是“百团结对帮扶”的分工。',
  '配合希望办做好公益助学的是未保办。',
  '问：挂职锻炼找谁？答：找少年部，他们牵头，组织部配合。',
  '12个项目里，基层组织建设部牵头的有四个，是各部门中最多的。',
  '西部计划专项由学校部负责，七月出发。',
  '学校部牵头西部计划，社会联络部牵头“三下乡”。',
  '牵头创业帮扶的是希望办。',
  '融情实践由统战部牵头，少年部配合。',
  '特殊群体帮扶的配合部门有社会联络部、统战部和4个市级团委。',
  '公益助学由希望办牵头，少年部配合。',
  '“三下乡”由学校部牵头，希望办协助配合。',
  '团干部培训的牵头部门是组织部。',
  '少先队阵地建设归学校部负责。',
  '书信交流、融情实践、挂职锻炼都由少年部牵头。',
  '书信交流由宣传部牵头。',
  '挂职锻炼由少年部牵头，组织部配合。',
  '希望办牵头三个项目。',
  '“芙蓉学子”由青创办负责。',
  '百团结对帮扶由四个市级团委牵头，基层组织建设部配合。',
  '附件2里，创业帮扶的责任部室是希望办。',
  '牵头部门为未保办的是特殊群体帮扶。',
  '基层团组织建设，牵头的是学校部，配合的有未保办。',
];

const right = [
  '来的是牵头书信交流的少年部。',
  '挂职锻炼由组织部主抓，少年部搭手。',
  '书信交流写了牵头部门少年部。',
  '方案里牵头部门共有七个。',
  '这三个项目的牵头部门有两个：少年部、希望办的人都来了。',
  '书信交流项目由少年部牵头，四个市级团委配合。',
  '青创办是创业青年帮扶项目的牵头部门，希望办牵头的是助学和特殊群体帮扶。',
  '（牵头部门：基层组织建设部，配合部门：组织部、4个市级团委）——这是“百团结对帮扶”的分工。',
  '配合希望办做好公益助学的是统战部；到了特殊群体帮扶，配合的才有未保办。',
  '问：挂职锻炼找谁？答：找组织部，他们牵头，少年部和四个市的团委配合。',
  '12个项目里，基层组织建设部牵头的有三个，少年部也是三个。',
  '少年部牵头书信交流、融情实践，配合团干部培训和挂职锻炼。',
  '社会联络部牵头西部计划，在特殊群体帮扶里是配合部门。',
  '长沙团市委学校部负责联系书信交流的学校。',
  '县委组织部牵头选了两名干部来挂职锻炼。',
  '少年部的老师说，挂职锻炼由组织部牵头，他们配合。',
  '助学由希望办牵头，创业由青创办牵头，各管各的。',
  '援藏工作领导小组办公室设统战部，负责具体工作；公益助学由希望办牵头、统战部配合。',
  '书信交流和少先队阵地建设由少年部牵头，挂职锻炼由组织部牵头。',
  '西部计划没有写配合部门，牵头的是社会联络部。',
  '“三下乡”，附件2的责任部室写的是学校部、省直团工委。',
  '团干培训由基层组织建设部牵头，组织部、少年部和4个市级团委配合。',
  '省本级负责本级项目的组织与实施，市级团委对接项目由省本级牵头部门负责组织与协调。',
  '后来书信交流改由学校部牵头，那是2022年的事。',
  '心理咨询室：基层组织建设部牵头，学校部、未保办、4个市级团委配合。',
  '少年部牵头的三个项目里，两个在附件3。',
  '组织部不牵头书信交流。',
  '少年部配合的项目有两个：团（队）干部培训和挂职锻炼。',
  '通知里写到的部门有少年部、组织部、学校部，书信交流只是其中一项。',
];

describe('who leads and who partners a project', () => {
  test.each(wrong)('is told where it is not the document’s: %s', (text) => {
    expect(found(text)[0] ?? '').toMatch(/^error｜department-(?:duty|count)｜/);
  });

  test.each(right)('is left alone where it is, or where something else is meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['书信交流由学校部牵头。', '“书信交流”由少年部牵头，4个市级团委配合｜四（一）1'],
    ['西部计划由社会联络部牵头，学校部配合。', '“西部计划”由社会联络部牵头，没有配合部门｜四（二）3'],
    ['希望办牵头三个项目。', '2个：公益助学、特殊群体'],
  ])('names the right ones: %s', (text, right) => {
    expect(found(text).join()).toContain(right);
  });

  test('is read in a table by the heads of its columns, and under the heading of its project', () => {
    const row = (group: number, ...texts: string[]) => texts.map((text) => ({ text, part: 'cell' as const, group }));
    const table = (department: string) => [
      ...row(1, '项目', '牵头部门', '配合部门'),
      ...row(2, '大学生“三下乡”', department, '省直团工委'),
    ];
    expect(told(read, proseOf(...table('希望办')))).toHaveLength(1);
    expect(told(read, proseOf(...table('学校部')))).toEqual([]);
    const under = (text: string) => proseOf({ text: '书信交流', part: 'heading' }, text);
    expect(told(read, under('牵头部门：学校部。'))).toHaveLength(1);
    expect(told(read, under('牵头部门：少年部。'))).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
