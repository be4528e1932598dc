import { describe, expect, test } from 'vitest';
import { placeNames } from '#check/prose/places/names.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { fictionalKnowledge, proseOf, realKnowledge, told } from './prose-of.ts';

const read = placeNames(realKnowledge());
const readElsewhere = placeNames(fictionalKnowledge());
const found = (text: string) => told(read, proseOf(text));

/** Sentence, severity, words found, right name. */
const wrong: [string, string, string, string][] = [
  ['曾期乡的孩子寄来了画。', 'error', '曾期乡', '“增期乡”'],
  ['志愿者在玉迈乡住了十天。', 'error', '玉迈乡', '“玉麦乡”'],
  ['杰德绣镇织邦典。', 'error', '杰德绣镇', '“杰德秀镇”'],
  ['长沙结对贡噶县。', 'error', '贡噶县', '“贡嘎县”'],
  ['玉麦镇的国旗升起来了。', 'error', '玉麦镇', '“玉麦乡”'],
  ['我们到过吉雄乡，也到过岗堆镇。', 'error', '吉雄乡', '“吉雄镇”'],
  ['队员走进隆子乡。', 'error', '隆子乡', '“隆子县”或者“隆子镇”'],
  ['信从常得市寄出。', 'error', '常得市', '“常德市”'],
  ['株州市团委来了三个人。', 'error', '株州市', '“株洲市”'],
  ['长纱市的学生写了回信。', 'error', '长纱市', '“长沙市”'],
  ['岳杨团市委收到一封感谢信。', 'error', '岳杨', '“岳阳”'],
  ['长沙、株州、岳阳、常德四市各有任务。', 'error', '株州', '“株洲”'],
  ['贡嘎、札囊、桑日、隆子四县都在名单里。', 'error', '札囊', '“扎囊”'],
  ['扎襄县的中学建了心理咨询室。', 'error', '扎襄县', '“扎囊县”'],
  ['桑目县离拉萨不远。', 'error', '桑目县', '“桑日县”'],
  ['郎杰学乡的小学有了鼓号队。', 'error', '郎杰学乡', '“朗杰学乡”'],
  ['甲竹琳镇的孩子。', 'error', '甲竹琳镇', '“甲竹林镇”'],
  ['贡嘎县德秀镇的小学。', 'error', '德秀镇', '“杰德秀镇”'],
  ['贡嘎县杰秀镇的小学。', 'error', '杰秀镇', '“杰德秀镇”'],
  ['玉麦麦乡的国旗升起来了。', 'error', '玉麦麦乡', '“玉麦乡”'],
  ['隆子县麦玉乡在边境上。', 'error', '麦玉乡', '“玉麦乡”'],
  ['隆子县当日镇的中学。', 'error', '当日镇', '“日当镇”'],
  ['三安林乡是隆子县的一个乡。', 'error', '三安林乡', '“三林乡”（今名“三安曲林乡”）'],
  ['昌果乡、江堂镇都在名单里。', 'error', '江堂镇', '“江塘镇”'],
  ['热容乡的团支部。', 'error', '热容乡', '“热荣乡”'],
  ['热绒乡的团支部。', 'error', '热绒乡', '“热荣乡”'],
  ['桑日县荣乡有一所小学。', 'error', '荣乡', '“绒乡”'],
  ['桑日县绒镇有一所小学。', 'error', '绒镇', '“绒乡”'],
  ['玉麦县的孩子收到了信。', 'error', '玉麦县', '“玉麦乡”'],
  ['贡嘎市的孩子收到了信。', 'error', '贡嘎市', '“贡嘎县”'],
  ['贡嘎镇的孩子收到了信。', 'warning', '贡嘎镇', '“贡嘎县”'],
  ['雪萨镇在隆子县。', 'error', '雪萨镇', '“雪沙乡”（今名“雪萨乡”）'],
  ['山南县的中小学生。', 'error', '山南县', '“山南市”'],
  ['湖南青年援助山南地区。', 'warning', '山南地区', '“山南市”'],
  ['列麦乡、准把乡、雪沙乡都收到了书。', 'error', '准把乡', '“准巴乡”'],
  ['隆子县玉林乡的小学。', 'warning', '玉林乡', '“三林乡”（今名“三安曲林乡”）或者“玉麦乡”'],
  ['杰德绣的邦典很有名。', 'error', '杰德绣', '“杰德秀”'],
  ['湖南长纱的学生。', 'warning', '长纱', '“长沙”'],
  ['从长纱到贡嘎县很远。', 'warning', '长纱', '“长沙”'],
  ['德常市委的同志。', 'error', '德常市', '“常德市”'],
  ['淮巴乡的学校在山上。', 'error', '淮巴乡', '“准巴乡”'],
  ['斗王乡有一个珞巴族村。', 'error', '斗王乡', '“斗玉乡”（今名“斗玉珞巴民族乡”）'],
  ['在昌国乡，团员种下一片树。', 'error', '昌国乡', '“昌果乡”'],
  ['隆孜县的中学。', 'error', '隆孜县', '“隆子县”'],
  ['桑叶镇有一座寺。', 'error', '桑叶镇', '“桑耶镇”'],
  ['扎塘乡的街上。', 'error', '扎塘乡', '“扎塘镇”'],
  ['山男市的学生。', 'error', '山男市', '“山南市”'],
];

/** The same kinds of slips in names that no rule was made with. */
const wrongElsewhere: [string, string, string, string][] = [
  ['孩子们在桐业乡种树。', 'error', '桐业乡', '“桐叶乡”'],
  ['同花乡的花开了。', 'error', '同花乡', '“桐花乡”'],
  ['暇溪县有一条河。', 'error', '暇溪县', '“霞溪县”'],
  ['队员走进桂云乡。', 'error', '桂云乡', '“挂云乡”'],
  ['沃云乡的孩子寄来了画。', 'error', '沃云乡', '“卧云乡”'],
  ['看云乡的孩子寄来了画。', 'error', '看云乡', '“看云镇”'],
  ['云溪县的头云镇、云尾镇。', 'error', '头云镇', '“云头镇”'],
  ['书送到了三心桥镇。', 'warning', '三心桥镇', '“三星桥镇”'],
  ['桐溪、霞西、云溪三个县。', 'error', '霞西', '“霞溪”'],
];

const rightElsewhere = [
  '云头镇、云尾镇、看云镇，都在云溪县。',
  '参加一星乡的活动，批准二星乡的申请。',
  '第一星乡村影院开张了。',
  '乌云头镇上空飘过。',
  '晚霞镇里的孩子，朝霞镇里的老人。',
  '那天挂云彩的乡间小路。',
];

const right = [
  '增期乡的孩子寄来了画。',
  '玉麦乡、雪沙乡、三林乡、斗玉乡都在隆子县。',
  '今天叫雪萨乡、三安曲林乡、斗玉珞巴民族乡。',
  '斗玉珞巴族乡是隆子县的边境乡。',
  '隆子县、隆子镇、桑日县、桑日镇，名字相近。',
  '隆子的信到了，桑日的信还在路上。',
  '贡嘎县还有克西乡，附件1没有列。',
  '加查县、曲松县、错那市、措美县、琼结县、乃东区、浪卡子县、洛扎县都属于山南市。',
  '从拉萨市到日喀则市、林芝市、那曲市。',
  '望城区、浏阳市、湘潭市、醴陵市、汨罗市、桃源县、石门县、衡阳市、益阳市、邵阳市、湘乡市、宁乡市、常宁市。',
  '长沙县、岳阳县都在湖南。',
  '家乡的变化，乡镇的变化，城镇的变化。',
  '他下乡三年，回乡、返乡、还乡，见了老乡和同乡。',
  '“三下乡”每年选派10人。',
  '四座城市、四个县，各县、本县、受援县、州县、市县都一样。',
  '产品上市了，超市也开了。',
  '洛扎县扎日乡不在名单里。',
  '古堆乡、觉拉乡、乃玉乡是别的县的乡。',
  '隆回县、桑植县在湖南。',
  '玉麦乡乡长和隆子县县委书记都来了，还有山南市市长。',
  '玉麦乡镇干部，隆子乡镇干部，贡嘎乡村。',
  '玉麦镇守着边境。',
  '原山南地区2016年改为山南市。',
  '山南地区撤地设市以后，叫山南市。',
  '2013年，湖南对口支援山南地区已经多年。',
  '有人把玉麦乡误写成玉迈乡。',
  '名字是杰德秀镇，不是杰德绣镇。',
  '今日当县里来人，节日当镇上热闹。',
  '当日镇上举行了赶集。',
  '平常的市民生活。',
  '5月8日当乡里开会。',
  '上海市浦东新区三林镇有一所小学。',
  '紫竹林镇的一片竹林。',
  '河南省巩义市竹林镇。',
  '贡嘎机场到了，贡嘎老师来接。',
  '鸟关在笼子里，笼子里有场地。',
  '岳扬结对帮扶一名学生。',
  '参加加玉乡的活动，增加加玉乡的名额。',
  '批准准巴乡的申请。',
  '杰德秀古镇的街道。',
  '绒乡的小学在河边，光荣乡不在这里。',
  '到了隆子这个镇，再往前是全县最远的乡。',
  '长沙市、株洲市、岳阳市、常德市的团市委。',
  '常得到老师的表扬。',
  '第三林区，系列麦田，参加玉石展。',
  '贡嘎县的志愿者到了吉祥镇。',
  '隆子县的四乡、全乡、各镇都有团支部。',
];

describe('names of places in prose', () => {
  test.each(wrong)('%s is found', (text, severity, words, name) => {
    const [first, ...others] = found(text);
    expect(first?.split('｜').slice(0, 4)).toEqual([severity, expect.stringMatching(/^place-/), words, name]);
    expect(others).toEqual([]);
  });

  test.each(right)('%s is silent', (text) => expect(found(text)).toEqual([]));

  test.each(wrongElsewhere)('%s is found in another programme', (text, severity, words, name) => {
    const [first, ...others] = told(readElsewhere, proseOf(text));
    expect(first?.split('｜').slice(0, 4)).toEqual([severity, expect.stringMatching(/^place-/), words, name]);
    expect(others).toEqual([]);
  });

  test.each(rightElsewhere)('%s is silent in another programme', (text) =>
    expect(told(readElsewhere, proseOf(text))).toEqual([]),
  );

  test('the finding says where the name stands', () => {
    expect(found('曾期乡的孩子。')).toEqual(['error｜place-misspelt｜曾期乡｜“增期乡”｜附件1，岳阳桑日县']);
  });

  test('a mistake in somebody else’s words is a warning', () => {
    expect(told(read, proseOf({ text: '玉迈乡很远。', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('the whole notice raises nothing', () => {
    for (const text of noticeTexts()) expect([text, found(text)]).toEqual([text, []]);
  });

  // One sample shows how a warning is accepted, and has it on purpose.
  test.each(explainers())('%s raises nothing', (_, prose) =>
    expect(told(read, prose).filter((line) => !line.startsWith('warning｜place-former-name｜'))).toEqual([]),
  );

  test('long texts are read in linear time', () => {
    const text = '乡镇县市区玉麦隆子绒绒加加'.repeat(20_000);
    expect(read(proseOf(text.slice(0, 200_000))).length).toBeGreaterThanOrEqual(0);
  });
});
