import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reviewSheet } from '#exports/review-sheet.ts';
import type { ReviewSheetData } from '#exports/review-sheet-data.ts';
import { SHEET } from './review-sheet-sample.ts';

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(nodesOf)];
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
const treeOf = (html: string) => parse(html) as unknown as Node;
const named = (html: string, name: string) => nodesOf(treeOf(html)).filter(({ nodeName }) => nodeName === name);
const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;
/** Rows of the table or list under a heading, as text. */
function under(html: string, heading: string): string[] {
  const section = named(html, 'section').find((one) => textOf(one).startsWith(heading));
  const rows = nodesOf(section ?? treeOf('')).filter(({ nodeName }) => ['tr', 'li'].includes(nodeName));
  return rows.map((row) => textOf(row).replaceAll(/\s+/g, ' ').trim());
}
const sheet = (more: Partial<ReviewSheetData> = {}) => reviewSheet({ ...SHEET, ...more });
const EMPTY: Partial<ReviewSheetData> = {
  ...{ text: [], numbers: [], unproved: [], pictures: [], people: [], findings: [], questions: [], corrections: [] },
  ...{ subtitle: null, embargo: null, end: null, author: null, sourceUrl: null, projects: [], places: [] },
};

describe('the review sheet', () => {
  it('is one HTML file that asks for nothing and runs nothing', () => {
    const html = sheet();
    expect(html.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true);
    for (const name of ['script', 'link', 'iframe', 'a', 'object', 'form']) expect(named(html, name)).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
    expect(named(html, 'img').map((img) => attribute(img, 'src')?.slice(0, 23))).toEqual(['data:image/jpeg;base64,']);
    const policy = named(html, 'meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(attribute(policy as Node, 'content')).toBe("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
  });

  it('says at its head and at its foot that it is not public, and on every page of paper', () => {
    const html = sheet();
    for (const name of ['header', 'footer']) expect(named(html, name).map(textOf).join()).toContain('内部材料，不公开');
    expect(textOf(named(html, 'style')[0] as Node).match(/内部材料，不公开/g)?.length).toBeGreaterThan(1);
    expect(html).toContain('noindex');
  });

  it('has the title and a short hash in the running head', () => {
    const style = textOf(named(sheet(), 'style')[0] as Node);
    expect(style).toMatch(/@top-left\{content:"送审单　第一封信走了四千公里[^"]*"/);
    expect(style).toContain('校验码 3f2a9c41d07b"');
    expect(sheet()).not.toContain(SHEET.hash);
  });

  it('says what the story is and when it may be out', () => {
    const head = textOf(named(sheet(), 'dl')[0] as Node);
    for (const words of [
      '人物',
      'di-yi-feng-xin',
      '2026年12月1日08:00',
      '样例编辑',
      '书信交流、支教',
      '“三天”应为“四天”',
    ])
      expect(head).toContain(words);
    expect(textOf(named(sheet({ sample: true }), 'dl')[0] as Node)).toContain('样稿');
  });

  it('has a line for each step: signed, to be signed again with the reason, or to be signed', () => {
    const rows = nodesOf(named(sheet(), 'header')[0] as Node).filter(({ nodeName }) => nodeName === 'tr');
    const [, first = '', second = '', third = ''] = rows.map((row) => textOf(row).replaceAll(/\s+/g, ' ').trim());
    expect(first).toBe('初审已审，有效 样例王敏2026年11月23日09:30');
    expect(second).toContain('事实 books-2021 从 40人 变成 45人');
    expect(second).toContain('原签：样例李强，2026年11月24日10:00');
    expect(second).toMatch(/年 月 日$/);
    expect(third).toBe('终审 年 月 日');
  });

  it('does not ask for a step that the story does not need', () => {
    const [first, ...others] = SHEET.steps;
    const html = sheet({ steps: [...(first ? [first] : []), ...others.map((step) => ({ ...step, needed: false }))] });
    expect(textOf(named(html, 'header')[0] as Node)).toContain('这一篇不用复审');
  });

  it('has the whole text, each block with its line', () => {
    const blocks = nodesOf(named(sheet(), 'article')[0] as Node).filter(({ nodeName }) => nodeName === 'div');
    expect(blocks.map(textOf)).toEqual(SHEET.text.map(({ line, text }) => `${line}${text}`));
  });

  it('shows for each number the words, the steps or the source that prove it', () => {
    const [, quoted = '', derived = '', outside = ''] = under(sheet(), '数和出处');
    expect(quoted).toContain('40人');
    expect(quoted).toMatch(/正文四（三）7：“.*，每年选取40人结成书信对子/);
    expect(quoted).toContain('文件里另有说法：附件2，书信交流，2021年：45人');
    expect(derived).toMatch(/^22、33 ?40万元 .*80人 × 5000元 = 400000元.*400000元 ÷ 10000 = 40万元$/);
    expect(outside).toContain('文件以外：按两地坐标用大圆公式计算');
    expect(named(sheet(), 'mark').map(textOf)).toContain('每年选取40人');
  });

  it('cuts a long clause around the words that are cited, never those', () => {
    const clause = `${'前'.repeat(300)}每年40人${'后'.repeat(300)}`;
    const [first] = SHEET.numbers;
    const proof = { kind: 'quoted', label: '正文一', clause, quote: '每年40人' } as const;
    const [, row = ''] = under(sheet({ numbers: first ? [{ ...first, proof }] : [] }), '数和出处');
    expect(row).toMatch(/“……前{48}每年40人后{48}……”/);
  });

  it('shows what is known of each picture, and says what is not', () => {
    const [, first = '', second = ''] = under(sheet(), '图片');
    for (const words of ['封面', '一间教室', '拍摄：样例摄影', '认得出：样例林溪', '用到：2030年12月31日'])
      expect(first).toContain(words);
    for (const words of ['没有小图', '说明：没有写', '权利没有写', '用到：不限']) expect(second).toContain(words);
  });

  it('shows for each person what is permitted where and until when, and where the paper lies', () => {
    const rows = under(sheet(), '写到的人').join('\n');
    expect(rows).toContain('姓名可以，到2031年12月31日可以，到2027年6月30日不可以：授权书没有写这个渠道');
    expect(rows).toContain('授权书存放：样例档案室三号柜');
    expect(rows).toMatch(/样例小溪化名 ?不满14岁小学生/);
    expect(rows).toContain('没有授权时：换成“样例同学”');
  });

  it('lists the findings of the check, the accepted ones with their reason', () => {
    const rows = under(sheet(), '检查的结果').join('\n');
    expect(rows).toContain('怎么改：用 Num 写');
    expect(rows).toContain('认可的理由：本人原话，已核对录音');
  });

  it('asks everything that is open, once: questions, unproved numbers, reminders that nobody accepted', () => {
    expect(under(sheet(), '要问清的事')).toEqual([
      '样例小溪的监护人看过这一稿没有？',
      '第22行的“25封”：从哪里来的？查过了没有？',
      expect.stringContaining('第22行有提醒'),
    ]);
  });

  it('says of everything that there is none where there is none', () => {
    const text = textOf(named(sheet(EMPTY), 'main')[0] as Node);
    for (const words of [
      '没有正文',
      '没有由事实填的数',
      '没有手工写的数',
      '没有图片',
      '没有写到人',
      '没有发现问题',
      '没有要问的事',
    ])
      expect(text).toContain(words);
    expect(sheet(EMPTY)).not.toMatch(/\bnull\b|undefined|NaN/);
  });

  it('breaks no row over two pages and repeats the heads of tables', () => {
    const style = textOf(named(sheet(), 'style')[0] as Node);
    expect(style).toMatch(/tr,li[^{]*\{break-inside:avoid\}/);
    expect(style).toContain('thead{display:table-header-group}');
    expect(style).toContain('@page{size:A4');
  });
});

describe('hostile words on the review sheet', () => {
  const HOSTILE = `</style></td><script>alert(1)</script>"><img src=x onerror=alert(1)>'&amp;\u202e\u0000`;

  /** Every string of the data, at whatever depth, but those that choose something. */
  function poisoned(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return ['status', 'part', 'kind'].includes(key) ? value : HOSTILE;
    if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
  }
  const html = reviewSheet(poisoned(SHEET) as ReviewSheetData);

  it('stay words wherever they stand', () => {
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'img')).toEqual([]);
    expect(named(html, 'style')).toHaveLength(1);
    expect(textOf(named(html, 'h1')[0] as Node)).toBe(HOSTILE.slice(0, -2));
    for (const unseen of HOSTILE.slice(-2)) expect(html).not.toContain(unseen);
  });

  it('cannot leave the running head', () => {
    const style = textOf(named(sheet({ title: 'a"}\n*{display:none}\\"</style>' }), 'style')[0] as Node);
    expect(style).toContain('@top-left{content:"送审单　a} *{display:none}…";');
  });

  it.each([
    'https://example.com/a.jpg',
    'data:text/html;base64,AAAA',
    'data:image/svg+xml;base64,AAAA',
    'data:image/jpeg;base64,AA"onerror="alert(1)',
  ])('are no picture: %s', (thumbnail) => {
    const [first] = SHEET.pictures;
    expect(named(sheet({ pictures: first ? [{ ...first, thumbnail }] : [] }), 'img')).toEqual([]);
  });
});
