import { describe, expect, it } from 'vitest';
import { toldOf, toldOfBody } from './story-mutation.ts';

const codes = (body: string) => toldOfBody(body).map((line) => line.replace(/｜.*$/, ''));

describe('what was pasted is never glued together unsaid', () => {
  it.each([
    ['paragraphs line under line', '第一段话。\n第二段话。', ['10:1 warning story-lines-joined']],
    ['a list of names', '名单：\n\n样例甲　组长\n样例乙　队员', ['12:1 warning story-lines-joined']],
    ['a signature and its date', '正文。\n\n样例单位\n2026年11月25日', ['12:1 warning story-lines-joined']],
    ['lines inside a list item', '- 第一件事。\n  第二件事。', ['10:1 warning story-lines-joined']],
    ['cells from a spreadsheet', '姓名\t单位\n甲\t团委', ['10:1 error story-table-tabs']],
    ['a table with wide bars', '｜姓名｜单位｜\n｜甲｜团委｜', ['10:1 error story-table-wide']],
  ])('%s', (_, body, told) => {
    expect(codes(body)).toEqual(told);
  });

  it.each([
    ['a paragraph broken by its width', `${'这一行写得很长，断在句子中间，'.repeat(3)}\n接着写完这一句。`],
    ['a break that is shown', '第一行。  \n第二行。'],
    ['indented lines, which are paragraphs already', '　　第一段。\n　　第二段。'],
    ['words that bars part', '记者手记｜走进学校｜样例甲'],
    ['a list', '- 甲\n- 乙'],
    ['a quotation line by line', '> 第一句，\n> 第二句。'],
  ])('%s asks nothing', (_, body) => {
    expect(codes(body).filter((line) => !line.includes('blockquote'))).toEqual([]);
  });
});

describe('marks of other editors', () => {
  it.each(['==要紧的话==，', '++下划线++。', '> [!NOTE]\n> 提示', '[toc]', '原定~~ 8月 ~~改到9月。'])(
    '%s is named',
    (body) => {
      expect(codes(`文。\n\n${body}`)).toEqual([expect.stringMatching(/^12:\d+ warning story-other-editor$/)]);
    },
  );

  it.each([
    [':::tip 提示\n一句话。\n:::', '“:::tip 提示”'],
    ['::: warning\n\n一句话。\n\n:::', '“::: warning”'],
    ['!!! note "提示"\n    一句话。', '“!!! note "提示"”'],
    ['质量是$x^2$。', '“$x^2$”'],
    ['$$\nx^2+y\n$$', '“$$ x^2+y $$”'],
    ['面积10 m^2^。', '“^2^”'],
    ['水是H~2~O。', '“~2~”'],
    ['见[[西部计划]]。', '“[[西部计划]]”'],
    ['见![[图.png]]。', '“![[图.png]]”'],
    ['%% 给同事的话 %%正文。', '“%% 给同事的话 %%”'],
    ['辛苦了[抱拳]！', '“[抱拳]”'],
    ['辛苦了 :smile: 。', '“:smile:”'],
  ])('%j is named once, as %s', (body, found) => {
    const [told = '', ...more] = toldOfBody(`文。\n\n${body}`);
    expect(more).toEqual([]);
    expect(told).toMatch(/^12:\d+ warning story-other-editor｜/);
    expect(told).toContain(`现在是${found}，`);
  });

  it('a class in braces is told as what it is', () => {
    const [told = '', ...more] = toldOfBody('## 小标题 {.center}\n\n文。');
    expect(more).toEqual([]);
    expect(told).toMatch(/^10:8 error story-brace｜.*现在是“\{\.center\}”，应当是没有这个记号。｜删掉：/);
  });

  it.each([
    '- [ ] 还没有做\n- [x] 做完了',
    '票价$100和$200。',
    '每人$5，两人$10。',
    '10~20人，30~40人。',
    '[注][样例甲]',
    '[编者按]一句话。',
    '比分3:2，时间9:30:15。',
    '涨了5%，跌了3%。',
    '2^10是1024，3^2是9。',
    '（^_^）',
    '：：',
  ])('%j is not', (body) => {
    expect(codes(body).filter((line) => /other-editor|brace/.test(line))).toEqual([]);
  });

  it.each(['a == b', '1+1++', 'C++和C++', '[注]', '原定~~8月。~~改到9月。', '10~~20人~~'])('%s is not', (body) => {
    expect(codes(body).filter((line) => line.includes('other-editor'))).toEqual([]);
  });
});

describe('a link to a heading of the story', () => {
  const text =
    '见[第二节](#第二节)，[也是](#%E7%AC%AC%E4%BA%8C%E8%8A%82)。\n\n## 第一节\n\n文[^1]。\n\n## 第二节\n\n文。\n\n[^1]: 注。';

  it('is fine where the heading is there', () => {
    expect(toldOfBody(text)).toEqual([]);
  });

  it('is an error where it is not, with the headings there are', () => {
    const [told = '', ...more] = toldOfBody(text.replace('](#第二节)', '](#第三节)'));
    expect(more).toEqual([]);
    expect(told).toMatch(/^10:2 error story-anchor-missing/);
    expect(told).toContain('#第一节、#第二节');
  });
});

describe('the front matter in the words of a clerk', () => {
  const front = (lines: string) =>
    toldOf(
      `---\nkind: news\ntitle: 试稿\nsummary: 试一试。\n${lines}\neditor: 样例编辑\nsource: 样例单位\n---\n\n正文。\n`,
    );

  it.each([
    ['a project by its name', 'date: 2026-01-01\nprojects: [捐书]', 'bad-id', '“捐书”在这里写它的 id：books。'],
    ['a place by its name', 'date: 2026-01-01\nplaces: [甲市]', 'bad-id', '“甲市”在这里写它的 id：jia。'],
    ['an empty date', 'date: ', 'empty-value', '写上日期，例如 2026-03-01。'],
    [
      'names with a Chinese comma',
      'date: 2026-01-01\npeople: [样例甲，样例乙]',
      'names-joined',
      '改成 [样例甲, 样例乙]',
    ],
  ])('%s', (_, lines, code, mend) => {
    const told = front(lines);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(` error ${code}｜`);
    expect(told[0]).toContain(mend);
  });
});
