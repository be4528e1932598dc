import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ReviewSheetData } from '#exports/review-sheet/data.ts';
import { reviewSheet } from '#exports/review-sheet/sheet.ts';
import { SHEET, STORY } from './review-sheet-sample.ts';

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
  ...{ numbers: [], unproved: [], people: [], findings: [], questions: [] },
  ...{ embargo: null, end: null, sourceUrl: null, places: [] },
};
/** The headings of the sheet in their order. */
const headings = (html: string) =>
  named(html, 'main').flatMap((main) =>
    (main.childNodes ?? []).flatMap(nodesOf).flatMap((node) => {
      if (node.nodeName !== 'h2') return [];
      const [words] = node.childNodes ?? [];
      return words?.value ?? [];
    }),
  );
const storyOf = (html: string) => named(html, 'article')[0] as Node;
const withClass = (node: Node, name: string) =>
  nodesOf(node).filter((one) => attribute(one, 'class')?.split(' ').includes(name));

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

  it('asks in the order of a reader with a pen: people, questions, story, numbers, findings, signatures', () => {
    const sections = ['找到的人', '要问清的事', '稿件', '数和出处', '手工写的数', '检查的结果', '审稿意见和签字'];
    expect(headings(sheet()).filter((words) => sections.includes(words))).toEqual(sections);
  });

  it('says what is sent for review, how far it has come and when it may be out', () => {
    const head = textOf(named(sheet(), 'dl')[0] as Node);
    for (const words of ['人物', 'di-yi-feng-xin', '2026年12月1日08:00', '2个', '初审：样例王敏，已审，有效'])
      expect(head).toContain(words);
    expect(textOf(named(sheet({ sample: true }), 'dl')[0] as Node)).toContain('样稿');
  });

  it('has a line for each step: signed, to be signed again with the reason, or to be signed', () => {
    const rows = withClass(treeOf(sheet()), 'sign')
      .flatMap(nodesOf)
      .filter(({ nodeName }) => nodeName === 'tr');
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
    expect(textOf(withClass(treeOf(html), 'sign')[0] as Node)).toContain('这一篇不用复审');
  });

  it('shows the story as it is read: lists keep their numbers, tables are tables, letters and interviews have names', () => {
    const story = storyOf(sheet());
    const items = nodesOf(story).filter(({ nodeName }) => nodeName === 'ol');
    expect(items.map((list) => [attribute(list, 'start'), textOf(list).trim().split(' ')])).toEqual([
      ['3', ['第一天，从丙乡到县城，坐的是送菜的车', '第二天到第四天，邮车']],
    ]);
    const cells = nodesOf(story).filter(({ nodeName }) => ['th', 'td'].includes(nodeName));
    expect(cells.map(textOf)).toEqual(['地点', '一', '二', '丙乡', '1000', '2000']);
    expect(withClass(story, 'letter').map(textOf)[0]).toMatch(/^样例林溪：海有没有声音？样例小溪（化名）2026年10月$/);
    expect(withClass(story, 'interview').map(textOf)[0]).toBe('样例林溪　支教志愿者　讲述回信还没有到。');
    expect(textOf(withClass(story, 'num')[0] as Node)).toBe('40人四（三）7');
    for (const words of ['文中的样例小溪是化名', '“三天”应为“四天”', '约3分钟']) expect(textOf(story)).toContain(words);
  });

  it('has the line of the file beside each block, and where links lead, without either being text', () => {
    const story = storyOf(sheet());
    const lines = nodesOf(story).flatMap((node) => {
      const line = attribute(node, 'data-line');
      return line ? [`${line} ${node.nodeName}`] : [];
    });
    expect(lines).toEqual([
      ...['18 p', '20 h2', '22 p', '24 li', '25 li', '27 th', '29 td', '31 p', '33 p', '37 p', '39 p', '43 figure'],
    ]);
    expect(withClass(story, 'link').map((link) => [textOf(link), attribute(link, 'data-to')])).toEqual([
      ['邮路', 'https://example.com/a'],
    ]);
    expect(textOf(story)).not.toContain('example.com/a');
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

  it('has beside each picture who is in it, what they permit until when, and its rights', () => {
    const [cover = '', photo = ''] = withClass(storyOf(sheet()), 'aid').map(textOf);
    for (const words of [
      '样例林溪',
      '网站：肖像可以，到2031年12月31日',
      '微信：肖像不可以（已撤回授权）',
      '样例摄影',
      '一间教室',
    ])
      expect(cover).toContain(words);
    for (const words of ['没有写权利', '没有写画面里有谁', '拍摄　没有写', '用到　不限'])
      expect(photo).toContain(words);
    expect(textOf(storyOf(sheet()))).toContain('这张图打不开：he-ying.jpg');
  });

  it('lists pictures that no reader sees apart from the story', () => {
    const [picture] = STORY.pictures.values();
    const html = sheet({ leftOut: picture ? [{ ...picture, remarks: ['已经过期，网站不放'] }] : [] });
    expect(headings(html)).toContain('网站不放的图');
    expect(textOf(named(html, 'main')[0] as Node)).toContain('已经过期，网站不放');
    expect(headings(sheet())).not.toContain('网站不放的图');
  });

  it('shows for everyone found where they stand, what covers them, what is permitted where, and where the paper lies', () => {
    const rows = under(sheet(), '找到的人');
    const [head = '', first = '', second = ''] = rows;
    expect(head).toBe('印的名字在哪里凭什么是谁网站微信媒体');
    expect(first).toMatch(/^样例林溪标题、第18、31行采访 有授权书成年人，支教志愿者授权书存放：样例档案室三号柜/);
    expect(first).toContain('姓名 可以，到2027年6月30日肖像 不可以：已撤回授权');
    expect(second).toMatch(
      /^样例小溪（化名）化名第32行信 没有记录没有授权时：换成“样例同学”，不放照片没有记录，不知道同意了什么$/,
    );
    const ticks = withClass(treeOf(sheet()), 'people').flatMap((table) => withClass(table, 'tick'));
    expect(ticks).toHaveLength(SHEET.people.length);
  });

  it('shows what the story says is no name, to be ticked too', () => {
    const [line] = withClass(treeOf(sheet()), 'no-names');
    expect(line && textOf(line).trim()).toBe('稿头写明不是人名的： 丙乡明天（第20行小标题）');
    expect(line && withClass(line, 'tick')).toHaveLength(1);
  });

  it('asks no paper of whom none is needed', () => {
    const [, second] = SHEET.people;
    const people = second ? [{ ...second, cover: '公开的职务：省团委网站', settled: true, asked: false }] : [];
    expect(under(sheet({ people }), '找到的人')[1]).toMatch(/公开的职务：省团委网站.*不用授权书$/);
  });

  it('shows both of two who bear one name', () => {
    const [person] = SHEET.people;
    const two = person ? [{ ...person, persons: [...person.persons, ...person.persons] }] : [];
    expect(under(sheet({ people: two }), '找到的人')).toHaveLength(3);
  });

  it('never says that nobody is told of: it says that the check saw nobody, and leaves a line for whom it missed', () => {
    for (const people of [[], SHEET.people]) {
      const text = textOf(named(sheet({ people }), 'main')[0] as Node);
      expect(text).toContain('读的时候还看见别的名字，写在这里');
      expect(text).not.toContain('没有写到人');
    }
    expect(textOf(named(sheet(EMPTY), 'main')[0] as Node)).toContain('检查没有认出名字');
  });

  it('lists the findings of the check, the accepted ones with their reason', () => {
    const rows = under(sheet(), '检查的结果').join('\n');
    expect(rows).toContain('怎么改：用 Num 写');
    expect(rows).toContain('认可的理由：本人原话，已核对录音');
  });

  it('asks everything that is open, once: questions, unproved numbers, reminders that nobody accepted', () => {
    expect(under(sheet(), '要问清的事')).toEqual([
      '样例小溪的监护人看过这一稿没有？',
      '第22行的25封：从哪里来的？查过了没有？',
      expect.stringContaining('第22行有提醒'),
    ]);
  });

  it('says of everything that there is none where there is none', () => {
    const text = textOf(named(sheet(EMPTY), 'main')[0] as Node);
    for (const words of ['没有由事实填的数', '没有手工写的数', '没有发现问题', '没有要问的事'])
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
    // The text went through the check; the address and the colours are the site's own.
    if (typeof value === 'string') {
      return ['status', 'kind', 'markdown', 'address', 'cloth'].includes(key) ? value : HOSTILE;
    }
    if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
    if (value instanceof Map) return new Map([...value].map(([name, one]) => [name, poisoned(one)]));
    if (typeof value !== 'object' || value === null || key === 'cloth') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
  }
  const html = reviewSheet(poisoned(SHEET) as ReviewSheetData);

  it('stay words wherever they stand', () => {
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'img')).toEqual([]);
    expect(named(html, 'style')).toHaveLength(1);
    expect(textOf(named(html, 'h1')[0] as Node)).toBe(HOSTILE.slice(0, -2));
    expect(withClass(treeOf(html), 'num').map(textOf)).toEqual([`${HOSTILE.slice(0, -2).repeat(3)}`]);
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
  ])('are no picture: %s', (image) => {
    const cover = STORY.cover && { ...STORY.cover, image };
    expect(named(sheet({ story: { ...STORY, cover } }), 'img')).toEqual([]);
  });

  it('in the text of the story stay words too, and lead nowhere', () => {
    const markdown = '甲\u202e乙[丙](javascript:alert(1))\\<img src=x>';
    const story = storyOf(sheet({ story: { ...STORY, markdown } }));
    expect(textOf(withClass(story, 'prose')[0] as Node).trim()).toBe('甲乙丙<img src=x>');
    expect(nodesOf(story).filter((node) => attribute(node, 'data-to'))).toEqual([]);
  });
});
