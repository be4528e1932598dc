import type { Bound } from '#domain/plan/amount.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { taskTables } from '#domain/programme/words.ts';
import { STATUS_WORDS } from '#format/status.ts';
import { DATA_TABLE_NAMES, type DataTableName, hasTextOnly, isMeant, MEANT, targetsTable } from './tables.ts';

/** What stands in a column: words, a number, a whole number, a day. */
export type FieldType = 'string' | 'number' | 'integer' | 'date';

/** One column of a table. */
export interface DataField {
  readonly name: string;
  readonly type: FieldType;
  /** What it is, in words. */
  readonly meaning: string;
  /** What it means that nothing stands there; null: something always does. */
  readonly blank: string | null;
  /** What holds of every value besides. */
  readonly rules?: Readonly<Record<string, unknown>>;
}

/** A table and what it holds, column by column. */
export interface DataTableWords {
  readonly name: DataTableName;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly DataField[];
}

type Rules = DataField['rules'];
const field = (name: string, type: FieldType, meaning: string, blank: string | null, rules?: Rules): DataField => ({
  ...{ name, type, meaning, blank },
  ...(rules && { rules }),
});

const NOT_NEGATIVE = { minimum: 0 };
/** What each meaning of a number is called. */
const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: '就是这个数',
  least: '不少于',
  over: '超过',
  most: '不超过',
  under: '不到',
  about: '约',
  near: '近',
  odd: '多、余',
  range: '从 quantity（target）到 quantity_to',
};

/** What a number means, and when it is due; `year`: one of the programme's, for examples. */
const meaningFields = (year: number) => [
  field(
    'period',
    'string',
    `时段：${year} 是一年，${year}-h1 上半年，${year}-q3 第三季度，${year}-m7-8 是7—8月，whole 是全部年度`,
    null,
    { pattern: String.raw`\d{4}(-(h[12]|q[1-4]|m\d{1,2}(-\d{1,2})?))?|whole` },
  ),
  field(
    'bound',
    'string',
    `数的意思：${Object.entries(BOUND_WORDS)
      .map(([bound, words]) => `${bound} ${words}`)
      .join('，')}`,
    '没有数',
    { enum: Object.keys(BOUND_WORDS) },
  ),
  field('quantity_to', 'number', '一个范围的上限', '不是范围', NOT_NEGATIVE),
  field('words', 'string', '原文的写法', '原文没有写'),
];

const sourceField = ({ words, cells }: Programme) =>
  field(
    'source',
    'string',
    `出处：本站 /plan/ 页上的网址，# 后面是条款${cells.length > 0 ? `或${words.cell.noun}` : ''}的编号`,
    null,
  );

const lineFields = ({ words, site }: Programme, meant: boolean) => [
  field('project', 'string', '项目编号，同 /projects/<编号>/', null),
  field('line', 'string', `${words.line.noun}编号；只有一${words.line.short}的项目与项目编号相同`, null),
  field('year', 'integer', '年度', meant ? '不是哪一年的，是全部年度合在一起的' : null),
  field(
    'executor',
    'string',
    `执行单位：${words.giver.noun}编号${site.own_level ? '，或本级的编号' : ''}；几个一起的用 + 连着`,
    null,
  ),
];

/** Of programmes without a third level its fields are there too, and always empty. */
function pairingTable(programme: Programme): Omit<DataTableWords, 'name'> {
  const { document, giver, receiver, third } = programme.words;
  const noun = third?.noun ?? '下一级';
  const none = third ? `这一组没有${noun}` : '这里没有这一级，都是空白';
  return {
    title: '结对',
    description: `${third ? `每${third.measure}${third.noun}` : '每组结对'}一行，名称照${document.noun}原文。`,
    fields: [
      field('city', 'string', `${/援/u.test(giver.noun) ? '' : '援助'}${giver.noun}，${document.noun}里的写法`, null),
      field(
        'county',
        'string',
        `${/援/u.test(receiver.noun) ? '' : '受援'}${receiver.noun}，${document.noun}里的写法`,
        null,
      ),
      field('township', 'string', `${noun}，${document.noun}里的写法`, none),
      field('township_official', 'string', `今名；与${document.noun}相同的也写`, none),
      field('code', 'string', '区划代码', third ? '没有可靠来源' : none, { pattern: String.raw`\d{6}(\d{3})?` }),
      sourceField(programme),
    ],
  };
}

/** What the rows of the targets are: a cell each, and what the text alone sets. */
function targetsWords(programme: Programme): string {
  const { cells, words } = programme;
  const inAnnexes = cells.length > 0 ? [`${taskTables(words)}的每一格一行，空格子也在内`] : [];
  return [...inAnnexes, ...(hasTextOnly(programme) ? ['只写在正文里的数，一年一行，或者各年一行'] : [])].join('；');
}

function targetTable(programme: Programme, meant: boolean): Omit<DataTableWords, 'name'> {
  const annex = programme.cells.length > 0 ? programme.words.annex.noun : '';
  return {
    title: '计划',
    description: `${targetsWords(programme)}；不含合计${hasTextOnly(programme) ? '' : '，不含正文里的数'}。`,
    fields: [
      ...lineFields(programme, meant),
      field(
        'quantity',
        'number',
        '计划数',
        annex === '' ? '文件写的不是一个数' : '原文这一格是空的，不是0',
        NOT_NEGATIVE,
      ),
      field('unit', 'string', '单位', '文件没有写'),
      field('departments', 'string', '责任部室，照原文，用、隔开', `${annex}没有写`),
      field('month', 'string', '计划月份的数字，或“全年”，或原文的话', '没有写'),
      sourceField(programme),
      ...(meant ? meaningFields(programme.document.years[0] ?? 0) : []),
    ],
  };
}

function progressFields(programme: Programme, meant: boolean): Omit<DataTableWords, 'name'> {
  const states = Object.entries(STATUS_WORDS).map(([code, words]) => `${code} ${words}`);
  return {
    title: '进展',
    description: '每个要跟踪的数一行；还没有收录到上报的，reported 为空白，不等于没有做。',
    fields: [
      ...lineFields(programme, meant),
      field('target', 'number', '计划数', '没有计划数', NOT_NEGATIVE),
      field('reported', 'number', '最近一次上报的数', '暂未收录，不等于没有做', NOT_NEGATIVE),
      field('unit', 'string', '单位；文件没有定量的，是记上报用的单位，文件没有写', '文件没有写'),
      field('as_of', 'date', '上报数截至哪一天', '暂未收录'),
      field('status', 'string', `状态：${states.join('；')}`, null, { enum: Object.keys(STATUS_WORDS) }),
      field('note', 'string', '附注', '没有要说明的'),
      sourceField(programme),
      ...(meant ? meaningFields(programme.document.years[0] ?? 0) : []),
    ],
  };
}

/** What each table holds, column by column, in the words of its programme. */
export function tableWords(programme: Programme): DataTableWords[] {
  const tables: Readonly<Record<DataTableName, Omit<DataTableWords, 'name'>>> = {
    pairings: pairingTable(programme),
    targets: targetTable(programme, targetsTable(programme, String).columns.includes(MEANT[0])),
    progress: progressFields(programme, isMeant(programme.progress.flatMap(({ cell }) => cell ?? []))),
  };
  return DATA_TABLE_NAMES.map((name) => ({ name, ...tables[name] }));
}
