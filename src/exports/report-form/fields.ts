/** What stands above the lines of the form (上报表): who reports, and when. */
export interface FormField {
  readonly key: 'unit' | 'unit-id' | 'as-of' | 'date' | 'by';
  readonly label: string;
  /** What people write in its place. */
  readonly also: readonly string[];
  /** Whether the unit fills it in. */
  readonly filled: boolean;
  readonly explained: string;
}

/** A column of the lines. */
export interface FormColumn {
  readonly key: 'project' | 'line' | 'year' | 'planned' | 'quantity' | 'unit' | 'note' | 'id';
  readonly heading: string;
  readonly also: readonly string[];
  /** In characters of Latin script. */
  readonly width: number;
  readonly filled: boolean;
  readonly explained: string;
}

/** Stands for the year of a form in what is explained on it. */
export const OF_YEAR = '{年}';

export const FORM_FIELDS: readonly FormField[] = [
  {
    ...{ key: 'unit', label: '上报单位', also: ['单位名称', '填报单位', '报送单位'], filled: false },
    explained: '已经填好，不要改',
  },
  { ...{ key: 'unit-id', label: '单位编号', also: [], filled: false }, explained: '已经填好，不要改：导入靠它认单位' },
  {
    ...{ key: 'as-of', label: '数字截至', also: ['截至日期', '截止日期', '数据截至'], filled: true },
    explained: `下面的数算到哪一天：${OF_YEAR}-12-20、${OF_YEAR}年12月20日都行`,
  },
  {
    ...{ key: 'date', label: '上报日期', also: ['填报日期', '报送日期'], filled: true },
    explained: '哪一天报的，不早于“数字截至”；空着就是导入的那一天',
  },
  {
    ...{ key: 'by', label: '谁报的', also: ['填报人', '报送人', '上报人'], filled: true },
    explained: '写科室或者职务（办公室、负责人），不写人的名字和电话：网页上看得到',
  },
];

export const FORM_COLUMNS: readonly FormColumn[] = [
  { ...{ key: 'project', heading: '项目', also: ['项目名称'], width: 22, filled: false }, explained: '文件里的项目' },
  {
    ...{ key: 'line', heading: '任务', also: ['任务名称', '指标'], width: 30, filled: false },
    explained: '要报的一项',
  },
  { ...{ key: 'year', heading: '年份', also: ['年度'], width: 8, filled: false }, explained: '哪一年的数' },
  {
    ...{ key: 'planned', heading: '计划', also: ['计划数', '目标'], width: 20, filled: false },
    explained: '文件定的数',
  },
  {
    ...{
      key: 'quantity',
      heading: '完成数',
      also: ['完成', '完成情况', '实际完成', '上报数'],
      width: 12,
      filled: true,
    },
    explained:
      '这一年从年初到“数字截至”那天一共多少，不是这一次新增的。没有数的空着；真的是0才写0。只写数，话写在“说明”里',
  },
  { ...{ key: 'unit', heading: '单位', also: ['计量单位'], width: 8, filled: false }, explained: '完成数按它计' },
  {
    ...{ key: 'note', heading: '说明', also: ['备注'], width: 36, filled: true },
    explained: '可以空着。超过计划三倍的、比上一次报的少的，在这里写一句为什么。网页上看得到，不写人的名字',
  },
  {
    ...{ key: 'id', heading: '编号', also: [], width: 24, filled: false },
    explained: '不要改：导入靠它认是哪一行',
  },
];

/** The number of a line in a year, as the form has it: `books-2021`. */
export const formId = (line: string, year: number): string => `${line}-${year}`;
