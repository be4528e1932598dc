import { describe, expect, it } from 'vitest';
import { readDay } from '#desk/clerk-words.ts';
import { headOf, type KnownToManuscripts } from '#stories/manuscript/front.ts';
import { remarkLine } from '#stories/manuscript/import-notes.ts';
import type { Block } from '#stories/manuscript/manuscript.ts';
import { manuscript, table, text } from './build-manuscript.ts';

const known: KnownToManuscripts = {
  projects: [
    { id: 'books', names: ['捐书', '捐书项目'] },
    { id: 'visits', names: ['互访', '互访项目'] },
    { id: 'trees', names: ['种树', '界河种树'] },
  ],
  places: [
    { id: 'jia', names: ['甲市'] },
    { id: 'bing', names: ['丙家乡', '丙家'] },
    { id: 'ding', names: ['丁镇'] },
  ],
  readDay: (text) => {
    const read = readDay(text);
    return 'value' in read ? read.value : null;
  },
  today: '2026-11-25',
  fileName: '来稿',
};
const BODY = text('样例小学的二楼靠东有一间屋子，屋里有三排书架，每一排都放满了从甲市寄来的书，孩子们中午来借。');
const head = (...blocks: Block[]) => {
  const { front, questions, used, photographer } = headOf(manuscript([...blocks, BODY]), known);
  return { ...front, asked: questions.map(remarkLine), used: used.size, photographer };
};

describe('the header table of a document', () => {
  it('fills the front matter, however its names are typed, and is not repeated in the body', () => {
    const rows = table(
      ['标　题：', '二楼的图书室'],
      ['副 标 题', '——记丙家乡的孩子'],
      ['作 者 :', '样例甲　样例乙'],
      ['日　期', '２０２１年１２月２０日（星期一）'],
      ['项目', '项目一、界河种树'],
      ['地点', '甲市，丙家乡'],
      ['稿件来源', '样例单位'],
      ['责任编辑', '样例编辑'],
      ['摘要', '书到了,大家都来借。'],
      ['体裁', '人物通讯'],
    );
    expect(head(rows)).toEqual({
      ...{ title: '二楼的图书室', subtitle: '——记丙家乡的孩子', author: '样例甲、样例乙', date: '2021-12-20' },
      ...{ projects: ['books', 'trees'], places: ['jia', 'bing'], source: '样例单位', editor: '样例编辑' },
      ...{ summary: '书到了，大家都来借。', kind: 'person', asked: [], used: 1, photographer: null },
    });
  });

  it('may have four columns, and asks about what nobody understands', () => {
    const rows = table(
      ['标题', '书到了', '日期', '去年冬天'],
      ['项目', '种花', '地点', '丙家、戊乡'],
      ['审核', '样例丁', '', ''],
    );
    const { title, date, places, projects, asked } = head(rows);
    expect({ title, date, places, projects }).toEqual({
      ...{ title: '书到了', date: undefined, places: ['bing'], projects: undefined },
    });
    expect(asked).toEqual([
      '日期“去年冬天”看不出是哪一天，稿头里先写的是今天：改成稿件的日期，例如 2021-12-20。',
      '项目写的是“种花”，“种花”不是内容里有的项目：对照内容，写进稿头的 projects，或者不写。',
      '地点写的是“丙家、戊乡”，“戊乡”不是内容里有的地方：对照内容，写进稿头的 places，或者不写。',
      '“审核”在稿头里没有放的地方，原来写的是“样例丁”：要紧的，写进正文或者别的项。',
    ]);
  });

  it('is no header where it is a table of the text', () => {
    expect(head(table(['年份', '人数'], ['2019', '50'], ['2020', '60'])).used).toBe(0);
    expect(head(table(['日期', '人数'], ['3月1日', '50'], ['3月2日', '60'])).used).toBe(0);
  });
});

describe('the lines at the head of a document', () => {
  it('are title, second line, author, source and day', () => {
    const blocks = [
      text('二楼的图书室', { align: 'center', size: 22, bold: true }),
      text('——一本书走了四天', { align: 'center', size: 14 }),
      text('文/样例甲 图/样例丙', { align: 'center' }),
      text('来源：样例单位　2021-12-20', { align: 'center' }),
    ];
    expect(head(...blocks)).toEqual({
      ...{ title: '二楼的图书室', subtitle: '——一本书走了四天', author: '样例甲', photographer: '样例丙' },
      ...{ source: '样例单位', date: '2021-12-20', asked: [], used: 4 },
    });
  });

  it('are found by the names of styles', () => {
    const { title, subtitle, author } = head(
      text('书到了', { styles: ['Title'] }),
      text('走了四天', { styles: ['副标题'] }),
      text('通讯员 样例甲 记者 样例乙'),
    );
    expect({ title, subtitle, author }).toEqual({ title: '书到了', subtitle: '走了四天', author: '样例甲、样例乙' });
  });

  it('may be the one heading of the highest rank, and are none where all headings have that rank', () => {
    const first = text('书到了', { styles: ['heading 1'], outline: 1 });
    expect(head(first, text('怎样到的', { styles: ['heading 2'], outline: 2 })).title).toBe('书到了');
    const next = text('又到了一批', { styles: ['heading 1'], outline: 1 });
    expect(head(first, BODY, next).title).toBeUndefined();
    expect(head(first, text('作者：样例甲'), BODY, next).title).toBe('书到了');
  });

  it('are nothing where the text begins at once', () => {
    expect(head().title).toBeUndefined();
    expect(head(text('记者 昨天从样例单位得到消息，第一批书已经到了。')).used).toBe(0);
    expect(head(text('一、背景', { bold: true, size: 14 })).title).toBeUndefined();
  });

  it('that say nothing of place and project leave it to be asked, with what the text mentions', () => {
    const { asked } = head(text('书到了', { styles: ['Title'] }), text('捐书项目的第一批书运到了丙家乡，大家都来看。'));
    expect(asked).toEqual([
      '开头没有写是哪个项目，正文里提到“捐书项目”：属于它的，在稿头写 projects，例如 projects: [books]。',
      '开头没有写是哪里的事，正文里提到“丙家乡”：属于它的，在稿头写 places，例如 places: [bing]。',
    ]);
  });

  it('hold a day alone, in any of its ways', () => {
    const title = text('书到了', { styles: ['标题'] });
    for (const day of ['2021年12月20日', '二〇二一年十二月二十日', '（2021.12.20）', '2021/12/20', '日期：2021-12-20'])
      expect([day, head(title, text(day, { align: 'center' })).date]).toEqual([day, '2021-12-20']);
  });
});
