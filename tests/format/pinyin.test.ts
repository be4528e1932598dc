import { describe, expect, it } from 'vitest';
import { initialOf, soundOf, soundsOfPerson, soundsWith, syllablesById } from '#format/pinyin.ts';

describe('the sound of a text', () => {
  it.each([
    ['贡嘎县', 'gong ga xian'],
    ['绿色助学', 'lv se zhu xue'],
    ['女队员', 'nv dui yuan'],
    ['银行', 'yin hang'],
    ['雅鲁藏布江', 'ya lu zang bu jiang'],
    ['援藏书籍', 'yuan zang shu ji'],
    ['收藏', 'shou cang'],
    ['接收藏族学生', 'jie shou zang zu xue sheng'],
    ['澜沧江', 'lan cang jiang'],
    ['“三下乡”服务', 'san xia xiang fu wu'],
    ['第2批，200册', 'di 2 pi 200 ce'],
    ['Tibet 之行', 'tibet zhi xing'],
    ['——', ''],
    ['', ''],
  ])('%s reads %j', (text, sound) => {
    expect(soundOf(text)).toBe(sound);
  });
});

describe('the sound of a person', () => {
  it.each([
    ['仇怡', ['qiu yi']],
    ['曾红军', ['zeng hong jun']],
    ['解放', ['xie fang']],
    ['查良镛', ['zha liang yong']],
    ['区小明', ['ou xiao ming']],
    ['任远', ['ren yuan']],
    ['华山', ['hua shan']],
    ['欧阳明', ['ou yang ming']],
    ['覃佳', ['qin jia', 'tan jia']],
    ['单增', ['shan zeng', 'dan zeng']],
    ['扎西', ['zha xi']],
    ['尼玛·次仁', ['ni ma ci ren']],
    ['央金卓嘎', ['yang jin zhuo ga']],
    ['达瓦', ['da wa']],
  ])('%s reads %j', (name, sounds) => {
    expect(soundsOfPerson(name)).toEqual(sounds);
  });

  it('reads the same character as an ordinary one elsewhere', () => {
    expect(soundOf('曾经')).toBe('ceng jing');
    expect(soundOf('仇恨')).toBe('chou hen');
  });
});

describe('syllables by the id', () => {
  it.each([
    ['贡嘎县', 'gongga', 'gong ga xian'],
    ['桑日镇', 'sangri-zhen', 'sang ri zhen'],
    ['乐山', 'yueshan', 'yue shan'],
    ['乐山', 'leshan', 'le shan'],
    ['绿春县', 'lvchun', 'lv chun xian'],
    ['绿春县', 'luchun-xian', 'lv chun xian'],
    ['长子县', 'zhangzi', 'zhang zi xian'],
    ['贡嘎县', 'elsewhere', 'gong ga xian'],
  ])('%s with the id %s reads %s', (name, id, sound) => {
    expect(soundsWith(name, syllablesById(name, id))).toEqual([sound]);
  });

  it('holds for other names with the same characters', () => {
    expect(soundsWith('长子镇', syllablesById('长子县', 'zhangzi'))).toEqual(['zhang zi zhen']);
  });
});

describe('the letter a text is filed under', () => {
  it.each([
    ['贡嘎', 'G'],
    ['“手拉手”三年', 'S'],
    ['长沙', 'C'],
    ['《通知》解读', 'T'],
    ['Émile', 'E'],
    ['ｗｅ chat', 'W'],
    ['200册书', '#'],
    ['གོང་དཀར', '#'],
    ['……', '#'],
    ['', '#'],
  ])('%s: %s', (text, letter) => {
    expect(initialOf(text)).toBe(letter);
  });

  it('is that of the surname for a person', () => {
    expect(initialOf('曾红军', true)).toBe('Z');
    expect(initialOf('仇怡', true)).toBe('Q');
    expect(initialOf('曾经的操场')).toBe('C');
  });
});
