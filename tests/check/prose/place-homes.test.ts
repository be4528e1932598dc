import { describe, expect, test } from 'vitest';
import { placeHomes } from '#check/prose/places/homes.ts';
import { placeNames } from '#check/prose/places/names.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { fictionalKnowledge, proseOf, realKnowledge, told } from './prose-of.ts';

const read = placeHomes(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

/** Sentence, then `severity｜code｜words` of each finding. */
const wrong: [string, ...string[]][] = [
  ['桑耶镇归岳阳对口。', 'error｜city-township｜桑耶镇归岳阳'],
  ['长沙寄来的信到了结对的玉麦乡。', 'error｜city-township｜玉麦乡'],
  ['株洲对着的五个乡镇是扎塘镇、桑耶镇、吉汝乡、扎其乡和白堆乡。', 'error｜city-township｜白堆乡'],
  ['共青团常德市委的名单里，除了隆子镇、日当镇，还有桑日县的绒乡。', 'error｜city-township｜绒乡'],
  ['岳阳名下的四个乡镇：绒乡、桑日镇、增期乡、吉汝乡。', 'error｜city-township｜吉汝乡'],
  ['株洲的结对名单里有玉麦乡。', 'error｜city-township｜玉麦乡'],
  ['长沙负责联系的乡镇有昌果乡、江塘镇、桑耶镇、吉雄镇。', 'error｜city-township｜桑耶镇'],
  ['扎囊县玉麦乡的小学收到了书。', 'error｜township-county｜扎囊县玉麦乡'],
  ['扎囊玉麦乡的小学收到了书。', 'error｜township-county｜扎囊玉麦乡'],
  ['玉麦乡所在的贡嘎县在雅鲁藏布江边。', 'error｜township-county｜玉麦乡所在的贡嘎县'],
  ['玉麦乡位于山南市贡嘎县。', 'error｜township-county｜玉麦乡位于山南市贡嘎县'],
  ['玉麦乡是贡嘎县的一个乡。', 'error｜township-county｜玉麦乡是贡嘎县'],
  ['玉麦乡在扎囊县，路很远。', 'error｜township-county｜玉麦乡在扎囊县'],
  ['贡嘎县的吉汝乡、玉麦乡都收到了信。', 'error｜township-county｜贡嘎县的吉汝乡', 'error｜township-county｜玉麦乡'],
  ['贡嘎县的昌果乡、玉麦乡收到了信。', 'error｜township-county｜玉麦乡'],
  ['贡嘎县下辖昌果乡、江塘镇、玉麦乡。', 'error｜township-county｜玉麦乡'],
  ['桑日县结对的乡镇是绒乡、桑日镇、增期乡、吉汝乡。', 'error｜township-county｜吉汝乡'],
  ['贡嘎县，长沙结对，8个：昌果乡、江塘镇、增期乡。', 'error｜township-county｜增期乡'],
  ['桑日县隆子镇的街上。', 'error｜township-county｜桑日县隆子镇'],
  ['隆子县雪萨乡和桑日县三安曲林乡。', 'error｜township-county｜桑日县三安曲林乡'],
  ['长沙结对扎囊县。', 'error｜city-county｜长沙结对扎囊县'],
  ['长沙市结对扎囊。', 'error｜city-county｜长沙市结对扎囊'],
  ['长沙—隆子', 'error｜city-county｜长沙—隆子'],
  ['结对关系：长沙——隆子县。', 'error｜city-county｜长沙——隆子县'],
  ['株洲市对口支援桑日县。', 'error｜city-county｜株洲市对口支援桑日县'],
  ['由岳阳团市委帮扶的贡嘎县，海拔三千多米。', 'error｜city-county｜岳阳团市委帮扶的贡嘎县'],
  ['贡嘎县由岳阳结对帮扶。', 'error｜city-county｜贡嘎县由岳阳'],
  ['隆子县的结对城市是长沙。', 'error｜city-county｜隆子县的结对城市是长沙'],
  ['对口支援隆子县的长沙团市委寄来了书。', 'error｜city-county｜隆子县的长沙'],
  ['长沙与扎囊县结对。', 'error｜city-county｜长沙与扎囊县'],
  ['扎囊县与长沙市结对。', 'error｜city-county｜扎囊县与长沙市'],
  ['共青团常德市委援建西藏山南市桑日县。', 'error｜city-county｜常德市委援建西藏山南市桑日县'],
  ['按方案，岳阳负责扎囊县，常德负责隆子县。', 'error｜city-county｜岳阳负责扎囊县'],
  ['长沙结对的是隆子县。', 'error｜city-county｜长沙结对的是隆子县'],
  ['2019年，株洲对口支援贡嘎县。', 'error｜city-county｜株洲对口支援贡嘎县'],
  ['长沙结对贡嘎县、扎囊县。', 'error｜city-county｜长沙结对贡嘎县、扎囊县'],
  ['长沙、株洲、岳阳、常德分别结对贡嘎、扎囊、隆子、桑日。', 'error｜city-county｜隆子', 'error｜city-county｜桑日'],
  ['贡嘎、扎囊分别由株洲、长沙结对。', 'error｜city-county｜贡嘎', 'error｜city-county｜扎囊'],
  ['岳阳结对玉麦乡。', 'error｜city-township｜岳阳结对玉麦乡'],
  ['长沙团市委援建的吉汝乡小学。', 'error｜city-township｜长沙团市委援建的吉汝乡'],
  ['岳阳的任务，是帮扶贡嘎县。', 'error｜city-county｜岳阳的任务，是帮扶贡嘎县'],
  ['由株洲市承担对桑日县的援建。', 'error｜city-county｜株洲市承担对桑日县'],
  ['长沙对扎囊，株洲对贡嘎。', 'error｜city-county｜长沙对扎囊', 'error｜city-county｜株洲对贡嘎'],
  [
    '长沙市与贡嘎县、株洲市与桑日县、岳阳市与扎囊县分别结对。',
    'error｜city-county｜株洲市与桑日县',
    'error｜city-county｜岳阳市与扎囊县',
  ],
  ['长沙、株洲两市依次结对扎囊、贡嘎两县。', 'error｜city-county｜扎囊', 'error｜city-county｜贡嘎'],
  ['长沙结对的8个乡镇在扎囊县。', 'error｜city-county｜长沙结对的8个乡镇在扎囊县'],
  ['玉麦乡（扎囊县）', 'error｜township-county｜玉麦乡（扎囊县'],
  ['湖南岳阳对口支援西藏贡嘎县。', 'error｜city-county｜岳阳对口支援西藏贡嘎县'],
  ['桑日县是株洲的结对县。', 'error｜city-county｜桑日县是株洲'],
  ['扎囊县，由长沙市对口支援。', 'error｜city-county｜扎囊县，由长沙市'],
  ['2023年，长沙结对扎囊县。', 'warning｜city-county｜长沙结对扎囊县'],
];

const right = [
  '桑耶镇归株洲对口。',
  '长沙寄来的信到了结对的昌果乡。',
  '株洲对着的五个乡镇是扎塘镇、桑耶镇、吉汝乡、扎其乡和阿扎乡。',
  '共青团常德市委的名单里，除了隆子镇、日当镇，还有玉麦乡等九个乡。',
  '长沙结对贡嘎县，株洲结对扎囊县，都写在附件1里。',
  '贡嘎县昌果乡、江塘镇、杰德秀镇、甲竹林镇、东拉乡、吉雄镇、朗杰学乡、岗堆镇由长沙对口。',
  '岳阳的志愿者从桑日镇出发，去往同属桑日县的增期乡。',
  '图为隆子县扎日乡的山谷。该乡在附件1中由常德对口，扎其乡则在扎囊县。',
  '株洲的队伍走过桑耶镇、扎其乡、白堆乡，白堆乡在桑日县。',
  '株洲的名单里没有玉麦乡。',
  '来自长沙的乡镇干部先后去过昌果乡、江塘镇、桑耶镇、吉雄镇。',
  '镇有桑耶镇、扎塘镇、桑日镇、隆子镇、日当镇，其余叫乡。',
  '长沙市委、株洲市委分别对接贡嘎县、扎囊县。',
  '长沙团市委和株洲团市委结对贡嘎县和扎囊县。',
  '长沙、株洲、岳阳、常德四个团市委分别与贡嘎、扎囊、桑日、隆子四个县的团委结对。',
  '岳阳与长沙结对的贡嘎县联系。',
  '长沙（贡嘎县）、株洲（扎囊县）、岳阳（桑日县）、常德（隆子县）',
  '长沙市与贡嘎县、株洲市与扎囊县、岳阳市与桑日县分别结对。',
  '长沙市第一中学与扎囊县中学结对。',
  '他离开长沙，对口支援的第一站是扎囊县的桑耶镇。',
  '湖南省对口支援山南市贡嘎县、扎囊县、桑日县、隆子县。',
  '玉麦乡（隆子县）、杰德秀镇（贡嘎县）',
  '株洲的志愿者和贡嘎县的志愿者一起上课。',
  '隆子县玉麦乡的小学收到了书。',
  '玉麦乡所在的隆子县在边境。',
  '贡嘎县的昌果乡、江塘镇和扎囊县的吉汝乡都收到了信。',
  '贡嘎县杰德秀镇、扎囊县桑耶镇、隆子县玉麦乡。',
  '贡嘎县、玉麦乡都在名单里。',
  '隆子县隆子镇、桑日县桑日镇。',
  '隆子镇和桑日镇都是县城所在地。',
  '从贡嘎县到玉麦乡要走一天。',
  '贡嘎县的昌果乡和玉麦乡相比，海拔低得多。',
  '玉麦乡不属于贡嘎县。',
  '玉麦乡位于扎囊县以南很远的地方。',
  '洛扎县扎日乡不在名单里。',
  '长沙结对贡嘎县，株洲结对扎囊县，岳阳结对桑日县，常德结对隆子县。',
  '长沙与贡嘎结对，株洲与扎囊结对。',
  '长沙离隆子县也很远。',
  '从长沙出发，经过贡嘎县，到隆子县。',
  '长沙、株洲、岳阳、常德分别结对贡嘎、扎囊、桑日、隆子。',
  '贡嘎、扎囊、桑日、隆子四县，分别由长沙、株洲、岳阳、常德结对。',
  '长沙—贡嘎、株洲—扎囊、岳阳—桑日、常德—隆子。',
  '长沙结对的贡嘎县和扎囊县都在江边。',
  '长沙结对的贡嘎县与扎囊县相邻。',
  '与长沙结对的贡嘎县相比，扎囊县小一些。',
  '长沙的孩子给隆子县的孩子写信。',
  '长沙援藏干部在扎囊县住了三年。',
  '长沙市人民医院对口支援扎囊县人民医院。',
  '长沙不是结对隆子县，而是结对贡嘎县。',
  '有人误写成“长沙结对扎囊县”。',
  '长沙结对的是扎囊县吗？',
  '2016年，长沙对口支援扎囊县。',
  '常德—长沙—贡嘎航线开通了。',
  '长沙—隆子的球面距离是多少公里。',
  '长沙、株洲结对贡嘎县、扎囊县。',
  '长沙、株洲、岳阳、常德四市结对帮扶贡嘎、扎囊、桑日、隆子四县。',
  '长沙县结对扎囊县的一所小学。',
  '岳阳结对的桑日县是4个乡镇，不到隆子县的一半。',
  '长沙对贡嘎、株洲对扎囊、岳阳对桑日、常德对隆子。',
  '山南市扎囊县由株洲结对，桑日县由岳阳结对。',
  '对口支援隆子县的常德团市委寄来了书。',
  '结对的两头，长沙最远，隆子县最高。',
  '长沙援建的昌果乡小学，常德援建的玉麦乡小学。',
  '常德结对隆子县11个乡镇，岳阳结对桑日县4个。',
  '长沙和扎囊都有结对的学校。',
  '长沙与扎囊县之间没有结对关系，与贡嘎县才有。',
  '株洲支援队先到贡嘎县，再到扎囊县。',
];

const row = (...cells: string[]) => proseOf(...cells.map((text) => ({ text, part: 'cell' as const, group: 3 })));

describe('where places belong', () => {
  test.each(wrong)('%s is found', (text, ...findings) => {
    expect(found(text).map((line) => line.split('｜').slice(0, 3).join('｜'))).toEqual(findings);
  });

  test.each(right)('%s is silent', (text) => expect(found(text)).toEqual([]));

  test('the finding says what belongs together and where that is written', () => {
    expect(found('扎囊县玉麦乡。')[0]).toMatch(/｜玉麦乡在隆子县｜附件1，常德隆子县$/);
    expect(found('长沙结对扎囊县。')[0]).toMatch(/｜扎囊县由株洲结对，长沙结对贡嘎县｜附件1，株洲扎囊县$/);
    expect(found('岳阳结对玉麦乡。')[0]).toMatch(/｜隆子县玉麦乡由常德结对，岳阳结对桑日县｜附件1，常德隆子县$/);
  });

  test('a row of a table with a city and another’s county is doubtful', () => {
    expect(told(read, row('长沙', '扎囊县', '5个'))).toEqual([
      'warning｜city-county｜扎囊县｜扎囊县由株洲结对｜附件1，株洲扎囊县',
    ]);
    expect(told(read, row('桑日县', '绒乡、玉麦乡'))).toEqual([
      'warning｜township-county｜玉麦乡｜玉麦乡在隆子县｜附件1，常德隆子县',
    ]);
  });

  test('a row of those that belong together is silent', () => {
    expect(told(read, row('株洲', '扎囊县', '扎塘镇、桑耶镇'))).toEqual([]);
    expect(told(read, row('长沙', '株洲', '扎囊县'))).toEqual([]);
  });

  test('a mistake in somebody else’s words is a warning', () => {
    expect(told(read, proseOf({ text: '长沙结对扎囊县。', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('another programme is read by its own names', () => {
    const known = fictionalKnowledge();
    const [names, homes] = [placeNames(known), placeHomes(known)];
    const both = (text: string) => [...told(names, proseOf(text)), ...told(homes, proseOf(text))];
    expect(both('云尾乡的孩子，云溪县朝霞镇的老人。').map((line) => line.split('｜').slice(1, 3).join('｜'))).toEqual([
      'place-ending｜云尾乡',
      'township-county｜云溪县朝霞镇',
    ]);
    expect(
      both('样例甲市结对云溪县、雾溪县，样例丙市结对桐溪区和大星溪自治县；听云乡、看云镇、半云镇在云溪县。'),
    ).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    for (const text of noticeTexts()) expect([text, found(text)]).toEqual([text, []]);
  });

  test.each(explainers())('%s raises nothing', (_, prose) => expect(told(read, prose)).toEqual([]));
});
