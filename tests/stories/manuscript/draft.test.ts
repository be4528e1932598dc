import { describe, expect, it } from 'vitest';
import { checkBody } from '#stories/body/check-body.ts';
import { creditIn, draftBody } from '#stories/manuscript/draft.ts';
import { remarkLine } from '#stories/manuscript/import-notes.ts';
import type { Block, Manuscript, TableCell } from '#stories/manuscript/manuscript.ts';
import { styleRole } from '#stories/manuscript/text-roles.ts';
import { item, manuscript, picture, shows, table, text, words } from './build-manuscript.ts';

const body = (blocks: readonly Block[], rest: Partial<Manuscript> = {}) => {
  const draft = draftBody(manuscript(blocks, rest), new Set());
  expect(checkBody(draft.markdown).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return draft;
};
const markdown = (...blocks: Block[]) => body(blocks).markdown.trimEnd();
const TEXT = text('样例小学的二楼靠东有一间屋子，屋里有三排书架，每一排都放满了从甲市寄来的书。');
const spanning = (own: string, columns: number, rows = 1, column = 0): TableCell => ({
  ...{ blocks: [text(own)], columns, rows, column },
});

describe('headings', () => {
  it('are told by the names of styles in every program and template', () => {
    const rank = (...styles: string[]) => {
      const role = styleRole({ styles });
      return role?.is === 'heading' ? role.rank : (role?.is ?? null);
    };
    for (const name of [
      'heading 1',
      'Heading 1',
      '标题 1',
      '标题1',
      '一级标题',
      '标题一',
      '章标题',
      '1级标题',
      '公文标题1',
    ])
      expect([name, rank(name)]).toEqual([name, 1]);
    for (const name of ['heading 2', '标题 2', '二级标题', '标题二', '节标题'])
      expect([name, rank(name)]).toEqual([name, 2]);
    expect([rank('小标题'), rank('我的样式', 'heading 3'), rank('正文'), rank('Normal')]).toEqual([3, 3, null, null]);
    expect([rank('标题'), rank('Title'), rank('副标题'), rank('caption'), rank('题注'), rank('toc 1')]).toEqual([
      ...['title', 'title', 'subtitle', 'caption', 'caption', null],
    ]);
  });

  it('are folded to the two levels of a story, with the numbers the program shows', () => {
    const heading = (own: string, rank: number, label: string | null = null) => text(own, { outline: rank, label });
    expect(
      markdown(heading('背景', 1, '一、'), TEXT, heading('路', 2, '（一）'), TEXT, heading('桥', 3, '1.'), TEXT),
    ).toBe(
      ['## 一、背景', TEXT, '### （一）路', TEXT, '### 1. 桥', TEXT]
        .map((one) => (typeof one === 'string' ? one : one.inlines.map((w) => ('text' in w ? w.text : '')).join('')))
        .join('\n\n'),
    );
  });

  it('made by hand are headings where nothing else can be meant', () => {
    const lines = (...blocks: Block[]) =>
      body(blocks)
        .markdown.split('\n')
        .filter((line) => line.startsWith('#'));
    expect(lines(text('书架', { bold: true }), TEXT, text('借书', { bold: true }), TEXT)).toEqual([
      '## 书架',
      '## 借书',
    ]);
    expect(lines(text('一、书架'), TEXT, text('二、借书'), TEXT)).toEqual(['## 一、书架', '## 二、借书']);
    expect(lines(text('一、书架', { bold: true }), TEXT, text('（一）三排', { bold: true }), TEXT)).toEqual([
      '## 一、书架',
      '### （一）三排',
    ]);
    expect(lines(text('书架', { size: 16, align: 'center' }), TEXT)).toEqual(['## 书架']);
  });

  it('that may be some are asked about, and are paragraphs until then', () => {
    const draft = body([TEXT, text('三排书架', { align: 'center' }), TEXT]);
    expect(draft.markdown).not.toContain('#');
    expect(draft.questions.map(remarkLine)).toEqual([
      '“三排书架”像小标题，拿不准，先当作一段：是的话，在这一行前面加“## ”。',
    ]);
    const plain = body([
      text('问：书是谁的？', { bold: true }),
      TEXT,
      text('样例甲市团委', { align: 'right', bold: true }),
    ]);
    expect([plain.markdown.includes('#'), plain.questions]).toEqual([false, []]);
  });
});

describe('lists', () => {
  it('are Markdown where their marks are dots or plain numbers', () => {
    expect(markdown(item('甲', '1.'), item('乙', '2.'), item('子', '•', 1, '2'), item('丙', '3.'))).toBe(
      '1. 甲\n2. 乙\n   - 子\n3. 丙',
    );
    expect(markdown(item('甲', '●'), item('乙', '●'), text('中间'), item('丙', '5)', 0, '3'))).toBe(
      '- 甲\n- 乙\n\n中间\n\n5) 丙',
    );
  });

  it('keep the numbers that Markdown has not as they are shown', () => {
    expect(markdown(item('甲', '（1）'), item('乙', '①'), item('丙', '1．'))).toBe('（1）甲\n\n①乙\n\n1．丙');
  });

  it('of which one follows the other stay two', () => {
    expect(markdown(item('甲', '1.'), item('乙', '1.', 0, '2'))).toBe('1. 甲\n\n1) 乙');
  });
});

describe('tables', () => {
  it('have their cells on one line each; covered cells say what a reader needs', () => {
    const { markdown: source, changed } = body([
      table(
        [spanning('年份', 1), { ...spanning('计划', 2), column: 1 }],
        [spanning('2019', 1, 2), { ...spanning('甲|市', 1), column: 1 }, { ...spanning('50', 1, 2), column: 2 }],
        [{ ...spanning('乙市', 1), column: 1 }],
      ),
    ]);
    expect(source).toBe('| 年份 | 计划 | 计划 |\n| --- | --- | --- |\n| 2019 | 甲\\|市 | 50 |\n| 2019 | 乙市 |   |\n');
    expect(changed.map(remarkLine)).toEqual([expect.stringMatching(/^表格里有3个合并的格：/)]);
  });

  it('of one cell are its paragraphs; those inside others come behind them, like pictures', () => {
    expect(markdown(table([[text('甲'), text('乙')]]))).toBe('甲\n\n乙');
    const inner = table(['里一', '里二'], ['三', '四']);
    const { markdown: source } = body(
      [table(['外一', '外二'], [[text('甲'), text('乙'), inner], [text([shows('p')])]])],
      {
        pictures: [picture('p')],
      },
    );
    expect(source).toBe(
      '| 外一 | 外二 |\n| --- | --- |\n| 甲　乙 |   |\n\n![](photo-1.png)\n\n| 里一 | 里二 |\n| --- | --- |\n| 三 | 四 |\n',
    );
  });

  it('that lay out pictures are pictures with their captions', () => {
    const rows = table([[text([shows('p')])], [text([shows('q')])]], ['甲说明', '乙说明']);
    const { markdown: source, shown } = body([rows], { pictures: [picture('p'), picture('q')] });
    expect(source).toBe('![](photo-1.png)\n\n甲说明\n\n![](photo-2.png)\n\n乙说明\n');
    expect(shown.map(({ name, caption }) => [name, caption])).toEqual([
      ['photo-1.png', '甲说明'],
      ['photo-2.png', '乙说明'],
    ]);
  });
});

describe('pictures', () => {
  const pictures = [picture('p'), picture('q')];

  it('have the caption below them or above them, and who took them', () => {
    const { markdown: source, shown } = body(
      [
        text([shows('p', '一座石桥')]),
        text('图1 桥在村口。（样例丙 摄）', { align: 'center' }),
        TEXT,
        text('图2 学校', { styles: ['题注'] }),
        text([shows('q', '图片 2')]),
      ],
      { pictures },
    );
    expect(source).toMatch(/^!\[一座石桥\]\(photo-1\.png\)\n\n图1 桥在村口。（样例丙 摄）\n/);
    expect(source).toMatch(/!\[\]\(photo-2\.png\)\n\n图2 学校\n$/);
    expect(shown.map(({ alt, caption, photographer }) => [alt, caption, photographer])).toEqual([
      ['一座石桥', '图1 桥在村口。（样例丙 摄）', '样例丙'],
      ['', '图2 学校', null],
    ]);
  });

  it('are stored once and shown wherever they stand; several side by side are a gallery', () => {
    const draft = body([text([shows('p'), shows('q')]), TEXT, text([words('看'), shows('p'), words('这里。')])], {
      pictures,
    });
    expect(draft.pictures.map(({ name }) => name)).toEqual(['photo-1.png', 'photo-2.png']);
    expect(draft.markdown).toMatch(/^<Gallery>\n\n!\[\]\(photo-1\.png\)\n\n!\[\]\(photo-2\.png\)\n\n<\/Gallery>\n/);
    expect(draft.markdown).toMatch(/看这里。\n\n!\[\]\(photo-1\.png\)\n$/);
  });

  it.each([
    ['桥（样例丙 摄）', '样例丙'],
    ['桥（摄影：样例丙）', '样例丙'],
    ['桥（样例单位供图）', '样例单位'],
    ['桥（摄影/样例丙）', '样例丙'],
    ['桥（图/样例丙）', '样例丙'],
    ['桥。样例丙 摄', '样例丙'],
    ['桥。摄影：样例丙', '样例丙'],
    ['桥在村口，河水很满。', null],
    ['桥（见图2）', null],
  ])('say who took them: %s', (caption, photographer) => {
    expect(creditIn(caption).photographer).toBe(photographer);
    if (photographer !== null) expect(creditIn(caption).rest).toMatch(/^桥。?$/);
  });
});

describe('what stands in a sentence', () => {
  it('keeps its notes, links of the allowed kinds, bold, struck and raised letters', () => {
    const notes = [{ id: 'n', kind: 'footnote' as const, blocks: [text('注的话'), text('第二段')] }];
    const { markdown: source, changed } = body(
      [
        text([
          ...[
            words('有注'),
            { type: 'note', id: 'n' } as const,
            words('，'),
            words('要紧', { bold: true }),
            words('，'),
          ],
          ...[words('删', { strike: true }), words('10'), words('5', { position: 'super' }), words('，')],
          { type: 'link', href: 'https://a.example.cn/x', inlines: [words('字')] },
          { type: 'link', href: 'javascript:alert(1)', inlines: [words('坏')] },
          { type: 'link', href: '#_Toc1', inlines: [words('目录', { underline: true })] },
        ]),
      ],
      { notes },
    );
    expect(source).toBe(
      '有注[^1]，**要紧**，~~删~~10⁵，[字](https://a.example.cn/x)坏目录\n\n[^1]: 注的话\n\n    第二段\n',
    );
    expect(changed.map(remarkLine)).toEqual([
      '下划线不留，字都在：1处，第一处“目录”。',
      '上标、下标：1处，第一处“5”；数字换成了上标、下标的字，别的写成了平常的字。',
      '文件里面的链接只留文字：1处，第一处“目录（#_Toc1）”。',
      '链接打不开或者不能用，只留文字：坏（javascript:alert(1)）。',
    ]);
  });

  it('of a note that no text names is not lost', () => {
    const notes = [{ id: 'n', kind: 'footnote' as const, blocks: [text('标题的注')] }];
    expect(body([TEXT], { notes }).markdown).toMatch(/标题的注\n$/);
  });

  it('is put right as npm run tidy puts it right, and that is told', () => {
    const { markdown: source, changed } = body([text('　　信到了,大家都来看"信"。')]);
    expect(source).toBe('信到了，大家都来看“信”。\n');
    expect(changed.map(remarkLine)).toEqual([
      '和 npm run tidy 一样整理：把直引号改成中文引号，1处。',
      '和 npm run tidy 一样整理：把中文里的半角标点改成全角，1处。',
      '和 npm run tidy 一样整理：去掉段首的空格，1处。',
    ]);
  });

  it('stays apart where two line breaks part it, and on lines of its own where one does', () => {
    const broken = [
      words('甲'),
      { type: 'break' },
      words('乙'),
      { type: 'break' },
      { type: 'break' },
      words('丙'),
    ] as const;
    expect(markdown(text(broken))).toBe('甲\\\n乙\n\n丙');
  });
});
