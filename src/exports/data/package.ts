import type { Programme } from '#domain/programme/programme.ts';
import { taskTables } from '#domain/programme/words.ts';
import { speaker } from '#format/publisher.ts';
import { STATUS_WORDS } from '#format/status.ts';
import { hasTextOnly, isMeant, MEANT, targetsTable } from './tables.ts';

const field = (name: string, type: string, description: string) => ({ name, type, description });

const MEANING = [
  field('period', 'string', '时段：2022 是一年，2022-h1 上半年，2022-q3 第三季度，2022-m7-8 是7—8月，whole 是全部年度'),
  field(
    'bound',
    'string',
    '数的意思：exact 就是这个数，least 不少于，over 超过，most 不超过，under 不到，about 约，near 近，odd 多、余，range 从 quantity（target）到 quantity_to',
  ),
  field('quantity_to', 'number', '一个范围的上限'),
  field('words', 'string', '原文的写法'),
];

const sourceField = ({ words }: Programme) =>
  field('source', 'string', `出处：本站 /plan/ 页上的网址，# 后面是条款或${words.cell.noun}的编号`);
/** Who carries a line out. */
const executorWords = ({ words, site }: Programme) =>
  `执行单位：${words.giver.noun}编号${site.own_level ? '，或本级的编号' : ''}`;

const lineFields = (programme: Programme) => [
  field('project', 'string', '项目编号，同 /projects/<编号>/'),
  field('line', 'string', `${programme.words.line.noun}编号；只有一${programme.words.line.short}的项目与项目编号相同`),
  field('year', 'integer', '年度'),
  field('executor', 'string', executorWords(programme)),
];

/** Of programmes without a third level its fields are there too, and always empty. */
function pairingTable(programme: Programme) {
  const { document, giver, receiver, third } = programme.words;
  const none = '；这里没有这一级，都是空白';
  const noun = third?.noun ?? '下一级';
  return {
    title: '结对',
    description: `${third ? `每${third.measure}${third.noun}` : '每组结对'}一行，名称照${document.noun}原文。`,
    fields: [
      field('city', 'string', `${/援/u.test(giver.noun) ? '' : '援助'}${giver.noun}，${document.noun}里的写法`),
      field('county', 'string', `${/援/u.test(receiver.noun) ? '' : '受援'}${receiver.noun}，${document.noun}里的写法`),
      field('township', 'string', `${noun}，${document.noun}里的写法${third ? '' : none}`),
      field('township_official', 'string', `今名；与${document.noun}相同的也写${third ? '' : none}`),
      field('code', 'string', `区划代码；空白表示没有可靠来源${third ? '' : none}`),
      sourceField(programme),
    ],
  };
}

/** What the rows of the targets are: a cell each, and what the text alone sets. */
export function targetsWords(programme: Programme): string {
  const { cells, words } = programme;
  const inAnnexes = cells.length > 0 ? [`${taskTables(words)}的每一格一行，空格子也在内`] : [];
  return [...inAnnexes, ...(hasTextOnly(programme) ? ['只写在正文里的数，一年一行，或者各年一行'] : [])].join('；');
}

const tablesOf = (programme: Programme) => {
  const line = lineFields(programme);
  const { annex } = programme.words;
  const source = sourceField(programme);
  return {
    pairings: pairingTable(programme),
    targets: {
      title: '计划',
      description: `${targetsWords(programme)}；不含合计${hasTextOnly(programme) ? '' : '，不含正文里的数'}。`,
      fields: [
        ...line,
        field('quantity', 'number', '计划数；空白表示原文这一格是空的，不是0'),
        field('unit', 'string', '单位'),
        field(
          'departments',
          'string',
          `责任部室，照原文，用、隔开；${programme.cells.length > 0 ? annex.noun : ''}没有这一栏的为空`,
        ),
        field('month', 'string', '计划月份的数字，或“全年”；空白表示没有写'),
        source,
      ],
    },
    progress: {
      title: '进展',
      description: '每个要跟踪的数一行；还没有收录到上报的，reported 为空白，不等于没有做。',
      fields: [
        ...line,
        field('target', 'number', '计划数；空白表示没有计划数'),
        field('reported', 'number', '最近一次上报的数；空白表示暂未收录'),
        field('unit', 'string', '单位；文件没有定量的，是记上报用的单位，文件没有写'),
        field('as_of', 'date', '上报数截至哪一天'),
        field(
          'status',
          'string',
          `状态：${Object.entries(STATUS_WORDS)
            .map(([code, words]) => `${code} ${words}`)
            .join('；')}`,
        ),
        field('note', 'string', '附注'),
        source,
      ],
    },
  };
};

/** `datapackage.json` of a day (`YYYY-MM-DD`) after the Frictionless data package: what each table holds, column by column. */
export function dataPackage(programme: Programme, day: string) {
  const { site, document, progress } = programme;
  const meant = {
    targets: targetsTable(programme, String).columns.includes(MEANT[0]),
    progress: isMeant(progress.flatMap(({ cell }) => cell ?? [])),
  };
  const reported = progress.some((row) => row.reported !== null);
  return {
    name: 'data',
    title: `${site.name}：结对、计划、进展`,
    description: `整理自《${document.plan_title}》（${document.date}印发）${reported ? `及各${programme.words.reporter.noun}上报` : ''}。`,
    homepage: site.address,
    contributors: [{ title: speaker(site, day), role: 'publisher' }],
    sources: [{ title: `${document.author}：${document.title}，${document.date}` }],
    resources: Object.entries(tablesOf(programme)).map(([name, table]) => ({
      name,
      path: `${name}.csv`,
      title: table.title,
      description: table.description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: {
        fields: [...table.fields, ...(name === 'pairings' || !meant[name as 'targets'] ? [] : MEANING)],
        missingValues: [''],
      },
    })),
  };
}
