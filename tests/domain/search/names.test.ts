import { describe, expect, it } from 'vitest';
import { askedFor, namesNear, sameAs } from '#domain/search/names.ts';
import type { SearchName, SearchSame } from '#domain/search/search-names.ts';

const names: readonly SearchName[] = [
  { text: '玉麦乡', sounds: ['yu mai xiang'] },
  { text: '玉麦', sounds: ['yu mai'], romanised: ['Yümai'], tibetan: ['ཡུལ་སྨད'] },
  { text: '育脉', sounds: ['yu mai'] },
  { text: '贡嘎', sounds: ['gong ga'], romanised: ['Gonggar'], tibetan: ['གོང་དཀར་རྫོང', 'གོང་དཀར'] },
  { text: '贡觉', sounds: ['gong jue'] },
  { text: '隆子', sounds: ['long zi'], romanised: ['Lhünzê'] },
  { text: '绿色助学', sounds: ['lv se zhu xue'] },
  { text: '西安', sounds: ['xi an'] },
  { text: '覃佳', sounds: ['qin jia', 'tan jia'] },
  { text: '山南地区', sounds: ['shan nan di qu'] },
  // Letters at random, the kaf and the yeh of another keyboard among them.
  { text: '样北', sounds: ['yang bei'], scripts: { 维吾尔文: ['\u0628\u0643\u064a\u0628'] } },
];

describe('a query in letters that keyboards write in several ways', () => {
  it.each(['\u0628\u06a9\u06cc\u0628', '\u0628\u0643\u0649\u0628', '\ufe91\ufedc\ufef4\ufe90'])('%s', (typed) => {
    expect(askedFor(typed, names)?.texts).toEqual(['样北']);
  });
});

describe('a query in Latin letters', () => {
  it.each([
    ['gongga', ['贡嘎']],
    ['GongGa', ['贡嘎']],
    ['gong ga', ['贡嘎']],
    ['ｇｏｎｇｇａ', ['贡嘎']],
    ['gòng gā', ['贡嘎']],
    ['gong4 ga1', ['贡嘎']],
    ['gong4ga', ['贡嘎']],
    ['gong-ga', ['贡嘎']],
    ['GONGGAR', ['贡嘎']],
    ['yùmài', ['玉麦', '育脉']],
    ['yu4 mai4', ['玉麦', '育脉']],
    ['yumaixiang', ['玉麦乡']],
    ['ymx', ['玉麦乡']],
    ['YMX', ['玉麦乡']],
    ['ym', ['玉麦', '育脉']],
    ['yümai', ['玉麦']],
    ["xi'an", ['西安']],
    ['xi’an', ['西安']],
    ['lvsezhuxue', ['绿色助学']],
    ['lüsezhuxue', ['绿色助学']],
    ['lǜ sè zhù xué', ['绿色助学']],
    ['lù\u0308sezhuxue', ['绿色助学']],
    ['lu:sezhuxue', ['绿色助学']],
    ['lu:4 se4 zhu4 xue2', ['绿色助学']],
    ['lusezhuxue', ['绿色助学']],
    ['lyusezhuxue', ['绿色助学']],
    ['lszx', ['绿色助学']],
    ['lhunze', ['隆子']],
    ['Lhünzê', ['隆子']],
    ['lhvnze', ['隆子']],
    ['qinjia', ['覃佳']],
    ['tanjia', ['覃佳']],
    ['sndq', ['山南地区']],
  ])('%s asks for %j', (typed, texts) => {
    expect(askedFor(typed, names)).toEqual({ texts, by: '拼音' });
  });

  it.each(['gon', 'gongg', 'y', 'g', 'wechat', 'y4m4x4', '1234', '5000', '', '   ', "'", '玉麦', '玉mai', 'gongga，'])(
    '%j is searched as it stands',
    (typed) => {
      expect(askedFor(typed, names)).toBeNull();
    },
  );

  it('gives each text once where it has one key in two ways', () => {
    const twice = [{ text: '桑日', sounds: ['sang ri'], romanised: ['Sangri', 'Sang-ri'] }];
    expect(askedFor('sangri', twice)?.texts).toEqual(['桑日']);
  });

  it('looks at the list it is handed, not at one it saw before', () => {
    expect(askedFor('gongga', names)).not.toBeNull();
    expect(askedFor('gongga', [])).toBeNull();
  });

  it('takes no text for a name that is far too long for one', () => {
    for (const long of ['u', 'a1', 'u\u0301', '་', 'ཀ', ' ']) expect(askedFor(long.repeat(100_000), names)).toBeNull();
  });
});

describe('a query in Tibetan script', () => {
  it.each(['གོང་དཀར་རྫོང་།', 'གོང་དཀར་རྫོང', 'གོང་དཀར་རྫོང་', ' གོང་དཀར་ རྫོང །', 'གོང\u0f0cདཀར\u0f0cརྫོང', 'གོང་དཀར', 'གོང་དཀར་'])(
    '%s asks for the name',
    (typed) => {
      expect(askedFor(typed, names)).toEqual({ texts: ['贡嘎'], by: '藏文' });
    },
  );

  it.each(['གོང', '།', 'གོང་དཀར gongga', 'གོང་དཀར་པ'])('%s is searched as it stands', (typed) => {
    expect(askedFor(typed, names)).toBeNull();
  });
});

describe('a query in another script', () => {
  const others: readonly SearchName[] = [
    { text: '样北', sounds: ['yang bei'], scripts: { 维吾尔文: ['بەپتەپ چۇۋچۇۋ', 'بەپتەپ'], 蒙古文: ['ᠠᠪᠠᠪᠠ'] } },
    { text: '样南', sounds: ['yang nan'], scripts: { 哈萨克文: ['غۇپغۇپ', 'Аба'] } },
  ];

  it.each([
    ['بەپتەپ چۇۋچۇۋ', '样北', '维吾尔文'],
    [' بەپتەپچۇۋچۇۋ ', '样北', '维吾尔文'],
    ['بەپتەپ', '样北', '维吾尔文'],
    ['بەپـتەپ', '样北', '维吾尔文'],
    ['ᠠᠪᠠᠪᠠ', '样北', '蒙古文'],
    ['غۇپغۇپ', '样南', '哈萨克文'],
    ['АБА', '样南', '哈萨克文'],
  ])('%s asks for the name', (typed, text, by) => {
    expect(askedFor(typed, others)).toEqual({ texts: [text], by });
  });

  it.each(['بەپ', 'بەپتەپ 样北', '样北', '。', 'བ'])('%s is searched as it stands', (typed) => {
    expect(askedFor(typed, others)).toBeNull();
  });
});

describe('names near to a text', () => {
  it.each([
    ['玉脉', ['玉麦', '育脉']],
    ['玉迈乡', ['玉麦乡']],
    ['贡噶', ['贡嘎', '贡觉']],
    ['gonga', ['贡嘎']],
    ['gongag', ['贡嘎']],
    ['Yumay', ['玉麦', '育脉']],
    ['tan jiaa', ['覃佳']],
  ])('%s is near to %j', (typed, near) => {
    expect(namesNear(typed, names)).toEqual(near);
  });

  it.each([
    ['玉麦', 'is a name'],
    ['玉麦的孩子', 'holds a name'],
    ['gongga', 'asks for a name'],
    ['玉1', 'has no Han character there'],
    ['1麦', 'has no Han character there'],
    ['麦玉', 'differs in two characters'],
    ['麦', 'is too short'],
    ['玉麦'.repeat(200), 'is too long'],
    ['xan', 'is too short'],
    ['xian1x', 'is near to nothing long enough'],
    ['gggg', 'is no edit away'],
    ['', 'is empty'],
  ])('none to %s, which %s', (typed) => {
    expect(namesNear(typed, names)).toEqual([]);
  });

  it('offers three at most, each once', () => {
    const many = ['甲山', '乙山', '丙山', '丁山', '甲山'].map((text) => ({ text, sounds: [] }));
    expect(namesNear('戊山', many)).toEqual(['甲山', '乙山', '丙山']);
  });
});

describe('other words for a text', () => {
  const word = (text: string, why: string) => ({ text, why });
  const same: readonly SearchSame[] = [
    { texts: [word('雪沙乡', '通知里的写法'), word('雪萨乡', '今名')] },
    { texts: [word('雪沙', '通知里的写法'), word('雪萨', '今名')] },
    { texts: [word('斗玉乡', '通知里的写法'), word('斗玉珞巴民族乡', '今名')] },
    { texts: [word('斗玉', '通知里的写法'), word('斗玉珞巴', '今名')] },
    { texts: [word('长沙', '通知里的写法'), word('长沙市', '今名')] },
    { texts: [word('App', '意思相同'), word('应用', '意思相同')] },
    { texts: [word('市级团委', '意思相同'), word('团市委', '意思相同')] },
    { texts: [word('团山南市委', '同一个机构'), word('山南团市委', '同一个机构')] },
    { texts: [word('团省委', '同一个机构'), word('共青团湖南省委', '同一个机构'), word('湖南团省委', '同一个机构')] },
  ];

  it.each([
    ['雪沙', ['雪萨（今名）']],
    [' 雪萨 ', ['雪沙（通知里的写法）']],
    ['雪沙乡', ['雪萨乡（今名）']],
    ['雪沙乡的孩子', ['雪萨乡（今名）']],
    ['雪沙的孩子', []],
    ['斗玉珞巴民族乡', ['斗玉乡（通知里的写法）', '斗玉（通知里的写法）']],
    ['斗玉', []],
    ['长沙市', ['长沙（通知里的写法）']],
    ['长沙', []],
    ['团省委', ['共青团湖南省委（同一个机构）']],
    ['共青团湖南省委的文件', ['团省委（同一个机构）', '湖南团省委（同一个机构）']],
    ['山南团市委', ['团山南市委（同一个机构）', '市级团委（意思相同）']],
    ['app', ['应用（意思相同）']],
    ['APP', ['应用（意思相同）']],
    ['湖南团省委', ['团省委（同一个机构）', '共青团湖南省委（同一个机构）']],
    ['省委', []],
    ['', []],
  ])('%s: %j', (typed, offered) => {
    expect(sameAs(typed, same).map(({ text, why }) => `${text}（${why}）`)).toEqual(offered);
  });
});
