import { describe, expect, it } from 'vitest';
import { plainStory } from '#stories/render/plain.ts';
import { LOOKUP, PAGE } from './lookup.ts';

const FILES = {
  pictures: new Map([['a.jpg', 'photos/01.jpg']]),
  figures: new Map([['money', 'figures/money.png']]),
};
const plain = (...lines: readonly string[]) =>
  plainStory(lines.join('\n'), { base: '/aid/', page: PAGE, lookup: LOOKUP, ...FILES });
const photo = (src: string) =>
  `<Photo src="${src}" alt="一座桥" caption="桥" photographer="甲" holder="乙单位" licence="授权" people="无"/>`;

describe('the text of a story without markup', () => {
  it('is its paragraphs and headings, each with an empty line before it', () => {
    expect(plain('## 一', '', '**粗**和~~删~~，', '下一行。', '', '第二段。')).toEqual([
      ...['【一】', '', '粗和删，下一行。', '', '第二段。'],
    ]);
  });

  it('keeps the space between words of Latin letters that stood on two lines', () => {
    expect(plain('one', 'two')).toEqual(['one two']);
  });

  it('has lists, in steps, with their numbers and boxes', () => {
    expect(plain('- 甲', '  - 乙', '- 丙')).toEqual(['・甲', '　　・乙', '・丙']);
    expect(plain('3. 甲', '4. 乙')).toEqual(['3. 甲', '4. 乙']);
    expect(plain('- [x] 做完', '- [ ] 没做')).toEqual(['・☑ 做完', '・☐ 没做']);
  });

  it('has tables and comparisons row by row', () => {
    expect(plain('| 甲 | 乙 |', '|---|--:|', '| 1 | 2 |')).toEqual(['甲｜乙', '1｜2']);
    expect(plain('<Compare>', '', '- 海拔', '  - 低', '  - 高', '', '</Compare>')).toEqual([
      '｜甲省｜乙地',
      '海拔｜低｜高',
    ]);
  });

  it('says after each number where it stands, and where the document says otherwise', () => {
    expect(plain('共<Num fact="about"/>，<Num fact="against"/>。')).toEqual([
      '共约50册（附件2），50册（附件2，正文与附件不一致）。',
    ]);
  });

  it('sets quotations in, with who said it', () => {
    expect(plain('<Quote by="样例甲" role="老师">', '', '“好。”', '', '</Quote>')).toEqual([
      ...['　　“好。”', '', '　　——样例甲，老师'],
    ]);
  });

  it('names the file of a picture with its caption and credit, and is silent about one that is not there', () => {
    expect(plain(photo('a.jpg'))).toEqual(['〔照片　photos/01.jpg〕', '桥', '甲／乙单位　授权']);
    expect(plain('前。', '', photo('b.jpg'), '', '后。')).toEqual(['前。', '', '后。']);
    expect(plain('![一座桥](b.jpg)')).toEqual([]);
  });

  it('names the file of a figure with its sentence', () => {
    expect(plain('<Figure name="money"/>')).toEqual(['〔图　捐书一览　figures/money.png〕计划50册。']);
    expect(plain('<Figure name="other"/>')).toEqual(['〔图　捐书一览〕计划50册。']);
  });

  it('gives the address of a link that leads out of the site, and of no other', () => {
    expect(plain('[报](https://example.com/a)、[原文](/plan/#c-1)、[甲](javascript:alert)')).toEqual([
      '报（https://example.com/a）、原文、甲',
    ]);
  });

  it('has its notes at the end, and the marks that lead to them', () => {
    expect(plain('句[^1]。', '', '[^1]: 说明')).toEqual(['句〔注1〕。', '', '【注释】', '', '1. 说明']);
  });
});
