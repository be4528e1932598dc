import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { colToLetter, writeXlsx } from 'hucre/xlsx';
import { EXAMPLE_MARK, ROSTER_COLUMNS } from './columns.ts';

/** How many people a sheet has room for. */
const ROWS = 300;
const FONT = { name: '宋体', size: 11 };
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const TEXT: CellStyle = { font: FONT, border: BORDER, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' };
const DAY: CellStyle = { ...TEXT, numFmt: 'yyyy-mm-dd' };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  border: BORDER,
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
const EXAMPLE: CellStyle = { ...TEXT, font: { ...FONT, italic: true, color: { rgb: '7F7F7F' } } };

const PAGE = { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

/** Somebody to be put in beforehand. */
export interface RosterEntry {
  readonly name: string;
  readonly remark: string;
}

const EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    ...{ remark: `${EXAMPLE_MARK}，导入时不读`, name: '样例甲', age: '成年人', role: '支教志愿者' },
    ...{ scope: '姓名、事迹', channels: '网站、微信', signed: '2026-05-01', until: '2031-04-30' },
    paper: '宣传部铁柜，授权书第1号',
  },
  {
    ...{ remark: `${EXAMPLE_MARK}，导入时不读`, name: '样例乙', alias: '样例小禾', age: '不满14岁', role: '小学生' },
    ...{ aided: '是', signer: '样例家长', relation: '母亲', scope: '事迹', channels: '网站' },
    ...{ signed: '2026-05-01', until: '2027-04-30', told: '都说过', 'refusal-offered': '是', separate: '是' },
    paper: '宣传部铁柜，授权书第2号',
  },
];

function validations(): DataValidation[] {
  return ROSTER_COLUMNS.flatMap(({ choices, heading, explained }, i): DataValidation[] => {
    if (!choices) return [];
    const letter = colToLetter(i);
    return [
      {
        type: 'list',
        values: [...choices.words],
        range: `${letter}2:${letter}${ROWS + 1}`,
        allowBlank: true,
        showErrorMessage: choices.only,
        errorStyle: 'stop',
        errorTitle: heading,
        errorMessage: `只能选：${choices.words.join('、')}。`,
        showInputMessage: true,
        inputTitle: heading,
        inputMessage: explained.slice(0, 200),
      },
    ];
  });
}

function listSheet(entries: readonly RosterEntry[]): WriteSheet {
  const row = (values: Readonly<Record<string, string>>): CellValue[] =>
    ROSTER_COLUMNS.map(({ key }) => values[key] ?? null);
  const filled = [...EXAMPLES.map(row), ...entries.map(({ name, remark }) => row({ name, remark }))];
  const rows = [ROSTER_COLUMNS.map(({ heading }) => heading), ...filled];
  const cells: WriteSheet['cells'] = new Map();
  for (const [column, { isDay }] of ROSTER_COLUMNS.entries()) {
    for (let r = 0; r <= ROWS; r++) {
      const own = r === 0 ? HEAD : r <= EXAMPLES.length ? EXAMPLE : isDay ? DAY : TEXT;
      cells.set(`${r},${column}`, { value: rows[r]?.[column] ?? null, style: own });
    }
  }
  return {
    name: '名单',
    columns: ROSTER_COLUMNS.map(({ width }) => ({ width })),
    rows,
    cells,
    rowDefs: new Map([[0, { height: 34 }]]),
    freezePane: { rows: 1, columns: 2 },
    dataValidations: validations(),
    pageSetup: PAGE,
  };
}

/** What the sheet is for and how each column is filled in. */
function guideSheet(): WriteSheet {
  const intro = [
    '授权名单：一次记下许多人和他们签了字的授权书。',
    '1. 在“名单”里一人一行，照着签了字的授权书填；还没有签的，只填前面几列，后面空着，签了再填、再导入。',
    '2. 有箭头的格子点开来选；别的照下面写。日子怎么写都行：2026-05-01、2026年5月1日。列可以换次序，可以加自己的列。',
    '3. 存成 .xlsx，运行 npm run consent:import -- 文件名。有一格不对，就一格一格说出来，一个字也不写；改好再来一次。',
    '4. 导入过的再导入，不会记两遍；改过的授权书另记一张，旧的留着。这份表里有真名，导入以后收好，不要外传。',
  ];
  const head = ['列', '谁要填', '怎么填'];
  const table = ROSTER_COLUMNS.map(({ heading, needed, explained }) => [heading, needed, explained]);
  const rows: CellValue[][] = [...intro.map((line) => [line]), [], head, ...table];
  const start = intro.length + 1;
  const cells: WriteSheet['cells'] = new Map();
  for (const [r, own] of rows.entries()) {
    for (const [c, value] of own.entries()) {
      const style = r < intro.length ? { font: { ...FONT, bold: r === 0 } } : r === start ? HEAD : TEXT;
      cells.set(`${r},${c}`, {
        value,
        style: r < intro.length ? { ...style, alignment: { vertical: 'center' } } : style,
      });
    }
  }
  // Two lines where the explanation takes them: not every program does that by itself.
  const long = ROSTER_COLUMNS.flatMap(({ explained }, i) =>
    explained.length > 44 ? [[start + 1 + i, { height: 32 }] as const] : [],
  );
  return {
    name: '怎么填',
    columns: [{ width: 22 }, { width: 20 }, { width: 90 }],
    rows,
    cells,
    rowDefs: new Map(long),
    pageSetup: PAGE,
  };
}

/** The .xlsx of a roster, with those who are to be asked put in. The same entries and moment give the same bytes. */
export function rosterWorkbook(entries: readonly RosterEntry[], now: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [listSheet(entries), guideSheet()],
    defaultFont: FONT,
    properties: { title: '授权名单', created: now, modified: now },
  });
}
