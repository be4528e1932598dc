import { describe, expect, test } from 'vitest';
import { identityChecksum, luhn, personalNumbers } from '#check/prose/people/personal-numbers.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge } from './prose-of.ts';

const read = personalNumbers(realKnowledge());
const found = (text: string) =>
  read(proseOf(text)).map(({ severity, code, found: words }) => `${severity}｜${code}｜${words}`);

const withChecksum = (seventeen: string) =>
  [...'0123456789X'].map((c) => seventeen + c).find((id) => identityChecksum(id)) ?? '';
const withLuhn = (digits: string) => [...'0123456789'].map((c) => digits + c).find((card) => luhn(card)) ?? '';

/** Made up: a first day of 1900 in a code that stands for no county. */
const ID = withChecksum('11000019000101000');
const WRONG_ID = `${ID.slice(0, 17)}${ID.endsWith('0') ? '1' : '0'}`;
const CARD = withLuhn('622202000000000');
const LONG_CARD = withLuhn('622202000000000000');
const spaced = (digits: string) => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
const wide = (digits: string) => digits.replaceAll(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

const wrong: [string, string, string, string][] = [
  ['an identity number', `他的身份证号是${ID}。`, 'error｜identity-number', '110****'],
  ['one without a label', `李样例，${ID}，到岗。`, 'error｜identity-number', '110****'],
  ['one in groups', `身份证：110000 19000101 ${ID.slice(14)}`, 'error｜identity-number', '110****'],
  ['one in wide digits', `身份证号${wide(ID)}`, 'error｜identity-number', '110****'],
  ['one whose last character is wrong', `证件上写着${WRONG_ID}。`, 'warning｜identity-number', '110****'],
  ['one with a label and no date', '身份证号999999999999999999', 'warning｜identity-number', '999****'],
  ['an old one', '旧证号码110000000101001还能查到。', 'warning｜identity-number', '110****'],
  ["a pupil's number", `学籍号G${ID}`, 'error｜identity-number', '110****'],
  ['a mobile number', '可以打13800138000找他。', 'error｜mobile-number', '138****8000'],
  ['one with spaces', '老师的手机是138 0013 8000。', 'error｜mobile-number', '138****8000'],
  ['one with hyphens', '手机：138-0013-8000', 'error｜mobile-number', '138****8000'],
  ['one in groups of four, three, four', '手机：1380 013 8000', 'error｜mobile-number', '138****8000'],
  ['one with the code of the country', '+86 13800138000', 'error｜mobile-number', '138****8000'],
  ['one with the code in brackets', '（+86）138-0013-8000', 'error｜mobile-number', '138****8000'],
  ['one in wide digits', `手机${wide('13800138000')}`, 'error｜mobile-number', '138****8000'],
  ['one behind a published label', '联系电话：13800138000', 'error｜mobile-number', '138****8000'],
  ['one that is a mail address too', '发到13800138000@139.com', 'error｜mobile-number', '138****8000'],
  ['one that is a chat account too', '微信：13800138000', 'error｜mobile-number', '138****8000'],
  ['one read out', '电话是一三八〇〇一三八〇〇〇。', 'error｜mobile-number', '138****8000'],
  ['one read out with 幺', '幺三八零零幺三八零零零', 'error｜mobile-number', '138****8000'],
  ['a landline', '打0731—88770000找卓玛的父亲。', 'warning｜landline-number', '0731****00'],
  ['a landline in brackets', '电话是（0731）88770000。', 'warning｜landline-number', '0731****00'],
  ['a landline of a family', '家长联系电话：0731-88770000', 'warning｜landline-number', '0731****00'],
  ['a landline without its area', '她家的电话是88770000。', 'warning｜landline-number', '8877****00'],
  ['a card', `卡号${CARD}`, 'error｜bank-card-number', '622****'],
  ['a card in groups', `把钱打到${spaced(CARD)}。`, 'error｜bank-card-number', '622****'],
  ['a long card', `账号：${spaced(LONG_CARD)}`, 'error｜bank-card-number', '622****'],
  ['a card without a label', `他报了一串数：${LONG_CARD}。`, 'error｜bank-card-number', '622****'],
  ['a private mail address', '给他写信：someone@qq.com。', 'warning｜private-mail', 's****@qq.com'],
  ['one of his own', '他的电子邮箱是 someone@163.com。', 'warning｜private-mail', 's****@163.com'],
  ['a mail address in disguise', '写给someone（at）qq.com', 'warning｜private-mail', 's****@qq.com'],
  ['a WeChat account', '微信号：abc_123', 'warning｜chat-account', 'ab****3'],
  ['a WeChat account after a colon', '加微信：abc_123，聊聊。', 'warning｜chat-account', 'ab****3'],
  ['a QQ account', 'QQ：12345678', 'warning｜chat-account', '12****8'],
  ['a QQ number', '他的QQ号是12345678。', 'warning｜chat-account', '12****8'],
  ['an account for films', '抖音号：abc.1234', 'warning｜chat-account', 'ab****4'],
  ['a passport', '护照号码E12345678', 'warning｜travel-document-number', 'E1****78'],
  ['a travel permit', '港澳通行证：C12345678', 'warning｜travel-document-number', 'C1****78'],
  ['a plate', '开来的是湘A·12345。', 'warning｜car-plate', '湘A****5'],
  ['a plate without a point', '车牌藏E1234D', 'warning｜car-plate', '藏E****D'],
  ['an address', '他家住东风路12号3栋401室。', 'warning｜home-address', '家住东风路*号'],
  ['an address of a flat', '住址：样例小区3栋2单元401室', 'warning｜home-address', '住址：样例小区*栋*单元*室'],
  ['an address in a village', '家住样例村三组12号。', 'warning｜home-address', '家住样例村*组*号'],
];

const right = [
  ['a landline of an office', '联系电话：0731—88770000'],
  ['a hot line', '青少年服务热线12355，24小时有人接。'],
  ['a line of 400', '客服电话400-123-4567'],
  ['a number to ask at', '咨询电话：（0731）88770000。'],
  ['a number to complain at', '举报电话0731 88770000'],
  ['an office', '团委办公室的电话是0731-88770000。'],
  ['the mail address of the notice', '电子邮箱：hnyouth@163.com'],
  ['an address for manuscripts', '投稿邮箱：someone@qq.com'],
  ['manuscripts by mail', '稿件请发someone@163.com。'],
  ['a mail address of an institution', '写给office@example.org.cn。'],
  ['an official account', '关注微信公众号“样例青年”。'],
  ['an official account by its id', '微信公众号：yangli_youth'],
  ['an id of an official account', '样例青年公众号（微信号：yangli_youth）'],
  ['a group', '志愿者建了微信群，每天报平安。'],
  ['an official account for films', '官方抖音号：yangli_youth'],
  ['WeChat as a program', '用微信H5页面做的报名表。'],
  ['an amount', '项目总投资13800138000元。'],
  ['an amount after its sign', '总额￥13800138000。'],
  ['people', '全球有13800138000人看过。'],
  ['a masked number', '手机138****8000'],
  ['an order', '订单号13800138000已经发货。'],
  ['a long order', '订单编号：6222020000000000'],
  [
    'a card of which the checksum is wrong and no label',
    `单子上的数${CARD.slice(0, 15)}${(Number(CARD[15]) + 1) % 10}没有人认得。`,
  ],
  ['a public account', `户名：样例青少年发展基金会，账号：${CARD}`],
  ['a place code', '隆子县的行政区划代码是540529，长沙是430100。'],
  ['a place code with zeros', '代码430100000000，后面都是零。'],
  ['a book', 'ISBN 978-7-02-000220-7'],
  ['a book without hyphens', 'ISBN 9787020002207'],
  ['an address in the web', '见https://example.com/a/13800138000/110000190001010000?x=1。'],
  ['a document number', '湘青联〔2019〕13号'],
  ['a date in digits', '20190508这一天印发，20190508120000归档。'],
  ['a fact', '事实 pen-pals-people-2019-changsha'],
  ['a credit code', `统一社会信用代码${ID}`],
  ['decimals', '圆周率3.14159265358979323846'],
  ['big numbers in groups', '一共1,380,013,800,012,345元'],
  ['years', '2019 2020 2021 2022 四年'],
  ['hours', '8:00-18:00，13:00—15:00开放。'],
  ['a plate that is none', '湘A是长沙，湘E是另一座城市，藏E2019年启用。'],
  ['where an institution is', '团委在样例路12号。'],
  ['where volunteers stay', '志愿者住在乡政府的院子里，两人一间。'],
  ['a child at home', '孩子家住山脚，走路上学要40分钟。'],
  ['QQ as a program', 'QQ、微信里都能转发。'],
  ['many users', 'QQ12345678人在线。'],
  ['one to nine', '一二三四五六七八九十'],
  ['a number of a permit', '许可证编号110000000101001'],
];

describe('numbers that reach a private person', () => {
  test.each(wrong)('%s is found: %s', (_title, text, told, shown) => {
    const [first = '', ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first.startsWith(told)).toBe(true);
    expect(first).toContain(shown);
  });

  test.each(wrong)('%s is not repeated in full: %s', (_title, text) => {
    for (const finding of read(proseOf(text))) {
      const digits = text.slice(finding.start, finding.end);
      expect(JSON.stringify([finding.found, finding.expected, finding.mend, finding.what])).not.toContain(digits);
    }
  });

  test.each(right)('%s raises nothing: %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });

  test('all numbers of a paragraph are found where they stand, each once', () => {
    const text = `电话13800138000，身份证${ID}，卡${CARD}。`;
    expect(read(proseOf('第一段。', text)).map(({ block, start, end }) => [block, text.slice(start, end)])).toEqual([
      [1, '13800138000'],
      [1, ID],
      [1, CARD],
    ]);
  });

  test('a number in a letter of somebody else is found as well', () => {
    const [finding] = read(proseOf({ text: '打13800138000给我', quoted: true }));
    expect(finding?.severity).toBe('error');
  });

  test('a number that the site puts in is nobody’s', () => {
    const text = '共13800138000';
    const proved = [{ start: 1, end: text.length, fact: 'a' }];
    expect(read(proseOf({ text, proved }))).toEqual([]);
  });

  test('somebody born tomorrow has no identity number', () => {
    expect(found(`编了${withChecksum('11000020261126000')}这个数`)).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    expect(read(proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(read(prose)).toEqual([]);
  });

  test.each([
    ['digits', '1'],
    ['letters', 'a'],
    ['mail', 'a@'],
    ['points', 'a.'],
    ['homes', '家住'],
    ['phones', '13800138000 '],
    ['cards', '6222 '],
  ])('a text of nothing but %s is read in time', (_title, part) => {
    expect(read(proseOf(part.repeat(300_000 / part.length))).length).toBeLessThan(30_000);
  });
});
