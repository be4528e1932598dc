import { describe, expect, it } from 'vitest';
import { titlePieces } from '#format/title-pieces.ts';

const NAMES = [
  '共青团样例省委',
  '样例省',
  '南山市',
  '丙乡',
  '丙乡民族小学',
  '书信交流',
  '样例林溪',
  '样例省团委机关服务中心',
];
const cut = titlePieces(NAMES);
const pieces = (title: string) => cut(title).join('|');

describe('a title in pieces', () => {
  it('leaves a year in Chinese digits whole', () => {
    expect(pieces('援建南山市　二〇一九至二〇二〇年').split('|')).toEqual(
      expect.arrayContaining(['南山市　', '二〇二〇年']),
    );
  });

  it('is the title again when they are joined', () => {
    for (const title of [
      '',
      ' ',
      '一封信',
      'A&B <x> 甲',
      '（四）“三下乡”：2019—2020年，10天',
      '西藏ཨ་山　南',
      '👩‍👧和信',
    ])
      expect(cut(title).join('')).toBe(title);
  });

  it('is never cut inside a name, whatever the dictionary finds in it; the longest counts', () => {
    expect(pieces('共青团样例省委援建南山市')).toBe('共青团样例省委|援建|南山市');
    expect(pieces('丙乡民族小学的信')).toBe('丙乡民族小学的|信');
    expect(pieces('样例林溪写给丙乡')).toBe('样例林溪|写给|丙乡');
  });

  it('is cut in a long name of two parts behind the dot that joins them, and nowhere else in it', () => {
    const dotted = titlePieces(['阿依古丽·买买提', '那·斯琴']);
    expect(dotted('阿依古丽·买买提的信').join('|')).toBe('阿依古丽·|买买提的|信');
    expect(dotted('那·斯琴的信').join('|')).toBe('那·斯琴的|信');
  });

  it('is cut inside a name only where that is longer than a line, and there between the words of the name', () => {
    const long = pieces('样例省团委机关服务中心');
    expect(long).not.toContain('机|关');
    expect(long).not.toContain('服|务');
    expect(long.split('|').length).toBeGreaterThan(1);
  });

  it('never has a piece that begins with a particle or a sign that closes', () => {
    const titles = [
      '桥修好了，先写谁',
      '没有照片的人，也有自己的封面',
      '孩子们笑得很开心',
      '慢慢地走着，看着',
      '是的，写完了。',
      '谁来担着呢？',
    ];
    for (const title of titles) {
      for (const piece of cut(title)) expect(piece, title).not.toMatch(/^(?:[了们地得着呢吧，。？！：；、）”》]|的)/u);
    }
  });

  it('knows words that only begin like a particle', () => {
    expect(pieces('三个地方了解情况')).toBe('三个|地方|了解|情况');
  });

  it('never has a piece that ends with a sign that opens, or with a number that counts what follows', () => {
    expect(pieces('去“三下乡”的12个人')).toMatch(/“三下乡”的\|12个/u);
    expect(pieces('二十八个乡镇的名字')).toBe('二十八个|乡镇的|名字');
    expect(pieces('第一个过桥的人')).toMatch(/^第一个/u);
  });

  it('takes characters together that the dictionary knows only alone', () => {
    expect(pieces('每个部门牵头一个项目')).toBe('每个|部门|牵头|一个|项目');
    expect(pieces('样例受助学生')).toBe('样例|受助|学生');
  });

  it('lets what leads on stand with what it leads to', () => {
    expect(pieces('怎样把一件小事写成好办法')).toMatch(/把一件/u);
    expect(pieces('计划与上报')).toBe('计划|与上报');
  });

  it('leaves what is not Chinese to the browser', () => {
    expect(cut('SVG和表格').every((piece) => !/^[VG]/.test(piece))).toBe(true);
  });
});
