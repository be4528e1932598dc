import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Terms, termsSchema } from '#check/prose/language/terms.ts';
import { wrongWords } from '#check/prose/language/wrong-words.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const content = join(import.meta.dirname, '../../../content');
const terms = termsSchema.parse(parse(readFileSync(join(content, 'terms.yaml'), 'utf8')));
const reader = (list: Terms) => wrongWords({ ...realKnowledge(), terms: list });
const read = reader(terms);
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string][] = [
  ['钱打进学校的帐户。', 'error｜wrong-word｜帐户｜“账户”'],
  ['工作组作了布署。', 'error｜wrong-word｜布署｜“部署”'],
  ['孩子们一如继往地写信。', 'error｜wrong-word｜一如继往｜“一如既往”'],
  ['学校座落在江边。', 'error｜wrong-word｜座落｜“坐落”'],
  ['大家竟相报名。', 'error｜wrong-word｜竟相｜“竞相”'],
  ['队员有了高原反映。', 'error｜wrong-word｜高原反映｜“高原反应”'],
  ['西藏省山南市', 'error｜wrong-word｜西藏省｜“西藏自治区”'],
  ['建一间心里咨询室。', 'error｜wrong-word｜心里咨询｜“心理咨询”'],
  ['每年开一次援藏工作联系会议。', 'error｜wrong-word｜援藏工作联系会议｜“援藏工作联席会议”'],
  ['雪复盖了山口。', 'error｜wrong-word｜复盖｜“覆盖”'],
  ['截止目前没有上报。', 'error｜wrong-word｜截止目前｜“截至目前”'],
  ['他看望了残废人。', 'error｜wrong-word｜残废人｜“残疾人”'],
  ['雪中送碳', 'error｜wrong-word｜雪中送碳｜“雪中送炭”'],
  ['山上有耗牛和青棵。', 'error｜wrong-word｜耗牛｜“牦牛”'],
  ['藏民送来了酥油茶。', 'warning｜wrong-word｜藏民｜“藏族群众”'],
  ['资助了几名贫困生。', 'warning｜wrong-word｜贫困生｜“家庭经济困难学生”'],
  ['志愿者教藏人开网店。', 'warning｜wrong-word｜藏人｜“藏族群众”'],
  ['她在藏区当了两年老师，地点是山南。', 'warning｜wrong-word｜藏区｜“涉藏地区”'],
  ['队员们第一次从国内来到西藏，带的衣服不够厚。', 'error｜wrong-word｜从国内来到西藏｜“从内地来到西藏”'],
  ['截止2026年10月底，事情做完了。', 'warning｜wrong-word｜截止20｜“截至20”'],
  ['既使下雪，信也照寄。', 'error｜wrong-word｜既使｜“即使”'],
  ['按排大家去车站。', 'error｜wrong-word｜按排｜“安排”'],
  ['大家己经到位。', 'error｜wrong-word｜己经｜“已经”'],
  ['报纸报导了三次。', 'warning｜wrong-word｜报导｜“报道”'],
  ['做为志愿者，他来了。', 'warning｜wrong-word｜做为｜“作为”'],
  ['西藏和国内的学校通了信。', 'warning｜wrong-word｜西藏和国内｜“西藏和内地”'],
  ['队里有一名蒙族学生。', 'error｜wrong-word｜蒙族｜“蒙古族”'],
  ['她是摩梭族。', 'error｜wrong-word｜摩梭族｜“摩梭人”'],
  ['建国后，这里有了学校。', 'warning｜wrong-word｜建国后｜“新中国成立后”'],
];

const right = [
  '一批援藏人才到了西藏，进藏人员先体检。',
  '西藏人民出版社出了这本书，收藏人是她。',
  '冷藏区在左边，隐藏区别不大。',
  '报名截止2月5日，截止日期写在门上。',
  '他自己经手的每一封信都编了号。',
  '既使用拼音，也使用藏文。',
  '名单按排名先后公布。',
  '他把结果上报导师。',
  '我们不知道他们这样做为什么，也不问。',
  '从内地来到西藏的人，先歇两天。',
  '西藏和国内其他地方一样，九月开学。',
  '她是藏族，家在山南。',
  '涉藏州县的同行来参观，国内进入冬天。',
  '究竟相同还是不同，他们竟相信了。',
  '表格不要重复盖章。',
  '山南市贫困大学生、贫困大学新生',
  '贫困生活补助、生源地贷款',
  '藏民族的歌，西藏民居，援藏民生项目',
  '张建国后来到了山南。',
  '牧民在草地上结帐篷，走到帐篷前。',
  '轮渡假期也开。',
  '未来是美好象征。',
  '消耗牛粪，牛毛牛皮都有用。',
  '毕竟相隔千里。',
  '一座落成的队室，两座落后的旧屋。',
  '中国藉此机会。',
  '他在西藏省吃俭用。',
  '工作严峻工期又紧。',
  '金融恰逢好时候。',
  '青藏高原反映出气候的变化。',
  '按装备清单发放。',
  '发布署名文章。',
  '部署、账户、坐落、覆盖、竞相、截至、志愿者、牦牛、青稞、糌粑。',
];

function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.(?:mdx|yaml)$/.test(file.name))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
}

describe('wrong words', () => {
  test.each(wrong)('%s: the wrong word is found', (text, expected) => {
    expect(found(text)[0]).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('the longest of the words that overlap is told', () => {
    const list = [
      { wrong: '乙丙', right: '一', why: '一' },
      { wrong: '甲乙', right: '二', why: '二' },
      { wrong: '乙丙丁戊', right: '三', why: '三' },
    ];
    expect(told(reader(list), proseOf('甲乙丙丁戊、甲乙、乙丙'))).toEqual([
      'error｜wrong-word｜乙丙丁戊｜“三”｜',
      'error｜wrong-word｜甲乙｜“二”｜',
      'error｜wrong-word｜乙丙｜“一”｜',
    ]);
  });

  test('a word is right inside the right word', () => {
    const list = [{ wrong: '心里', right: '内心里', why: '一' }];
    expect(told(reader(list), proseOf('内心里'))).toEqual([]);
    expect(told(reader(list), proseOf('心里'))).toHaveLength(1);
  });

  test('a word may hold signs that a regular expression reads', () => {
    const list = [{ wrong: 'a.b(c)*', right: 'x', why: '一' }];
    expect(told(reader(list), proseOf('a.b(c)*，axb(c)*'))).toHaveLength(1);
  });

  test('every occurrence is told, in its block, with the reason', () => {
    const all = read(proseOf('帐户和帐户', '他有帐户'));
    expect(all.map(({ block, start }) => [block, start])).toEqual([
      [0, 0],
      [0, 3],
      [1, 2],
    ]);
    expect(all[0]?.mend).toBe('改成“账户”：钱物往来用“账”，“帐”是帐篷、蚊帐。');
  });

  test('in the words of others it is only doubtful', () => {
    expect(told(read, proseOf({ text: '我的帐户', quoted: true }))[0]).toMatch(/^warning/);
  });

  test('without a list nothing is said', () => {
    expect(told(reader([]), proseOf('帐户'))).toEqual([]);
  });

  test('the list has words enough, each once, none of them right elsewhere in it', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(terms.map((term) => term.wrong)).size).toBe(terms.length);
    for (const { right: word, why } of terms) expect(told(read, proseOf(word, why))).toEqual([]);
  });

  test('every exception holds its wrong word', () => {
    const useless = terms.flatMap((term) => (term.unless ?? []).filter((word) => !word.includes(term.wrong)));
    expect(useless).toEqual([]);
  });

  test('neither the notice nor any story, as they are written, has a wrong word', () => {
    const all = ['plan', 'projects', 'stories', 'samples/stories'].flatMap((folder) => texts(join(content, folder)));
    expect(all.length).toBeGreaterThan(40);
    expect(told(read, proseOf(...all))).toEqual([]);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });

  test('a long text is read in time', () => {
    read(proseOf('西藏民族帐竟相'.repeat(40_000)));
  });
});
