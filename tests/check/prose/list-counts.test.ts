import { describe, expect, test } from 'vitest';
import { listCounts } from '#check/prose/counts/lists.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = listCounts(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong: [string, string][] = [
  ['结对的有4个县：贡嘎、扎囊、桑日。', 'error｜list-count｜4个县｜3'],
  ['援藏工作包括三项：书信交流、融情实践、团干培训、挂职锻炼。', 'error｜list-count｜三项｜4'],
  ['附件1里有以下5个乡镇：绒乡、桑日镇、增期乡、白堆乡。', 'error｜list-count｜5个乡镇｜4'],
  ['要办的事分为两类：一是写信；二是做客；三是助学。', 'error｜list-count｜两类｜3'],
  ['牵头的部门有四个：①少年部；②组织部；③学校部。', 'error｜list-count｜四个｜3'],
  ['贡嘎、扎囊和桑日两个县都在江边。', 'error｜list-count｜两个县｜3'],
  ['长沙、株洲、岳阳、常德五市出力。', 'error｜list-count｜五市｜4'],
  ['少年部、组织部、学校部、希望办3个部门各有分工。', 'error｜list-count｜3个部门｜4'],
  ['贡嘎、扎囊、桑日、隆子等3个县都收到了信。', 'warning｜list-count｜3个县｜4'],
  ['张建国、李晓梅、王芳两人负责收信。', 'warning｜list-count｜两人｜3'],
  ['他带了5样东西：书、笔、本子、画。', 'warning｜list-count｜5样东西｜4'],
  ['方案有３个方面（详见第四部分）：书信、做客、助学、培训。', 'error｜list-count｜３个方面（详见第四部分）｜4'],
  ['共两所学校：第一小学、第二小学、第三小学，都在县城。', 'error｜list-count｜两所学校｜3'],
  ['扎囊县的五个乡镇是扎塘镇、桑耶镇、吉汝乡、扎其乡。', 'error｜list-count｜五个乡镇｜4'],
  ['办公室有三项职责：协调服务；信息发布；项目对接；对外宣传。', 'warning｜list-count｜三项职责｜4'],
  ['援藏有三大任务：交流、培训、助学、帮扶。', 'error｜list-count｜三大任务｜4'],
];

const right = [
  '结对的有4个县：贡嘎、扎囊、桑日、隆子。',
  '结对的有4个县：贡嘎、扎囊、桑日和隆子，都在山南。',
  '结对的有4个县：贡嘎、扎囊、桑日，以及隆子。',
  '有四个县：贡嘎县（长沙、株洲去过）、扎囊县、桑日县、隆子县。',
  '他问了三个孩子：“喜欢画画、唱歌吗？”',
  '长沙有三件事要做：先把信寄出，再等回信，最后归档。',
  '写之前准备12个问题，谈完留下五个：能用一句话回答的删掉，答案网上查得到的删掉，问的人自己想说的删掉。',
  '他只说了两句话：信到了、人也到了、心就安了。',
  '比赛打成3：2，长沙、株洲、岳阳的孩子都在看。',
  '会在8:30开始，书、笔、本子都要带上。',
  '去了5天：扎囊、桑日、隆子。',
  '有5个乡镇：绒乡、桑日镇、增期乡等。',
  '要带的有8种东西：书、笔、本子等。',
  '分两处：绒乡、桑日镇；增期乡、白堆乡。',
  '长沙、株洲、岳阳、常德四市出力。',
  '少年部、组织部和长沙、株洲两市一起收信。',
  '贡嘎、扎囊等4个县都收到了信。',
  '长沙，株洲、岳阳、常德四市出力。',
  '送去书包、文具盒200套。',
  '学生、老师三人一起去。',
  '每年4个县的人数、面积、海拔都要报。',
  '第三个：书、笔。',
  '3个孩子写信说：山、水、云都好看。',
  '四个县的海拔：最高的三千八百多米、最低的三千五百多米。',
  '做了两件事：一是写信；二是做客。',
  '有三个特点：一是早。',
  '书信交流、融情实践两个项目都由少年部牵头。',
  '四个人一组：组长、记录、摄影。',
  '共5名志愿者：队长1名、队员4名，都是大学生。',
  '比赛有6个代表队，得分如下：长沙3、株洲2、岳阳1。',
  '从长沙、株洲到贡嘎、扎囊两县。',
  '两种写法：雪沙乡和雪萨乡、三林乡和三安曲林乡。',
  '共两批：第一批去贡嘎、扎囊，第二批去桑日、隆子。',
  '办公室、宣传部、实业中心3个部门的负责人是成员。',
];

const listed = (text: string, items: number) =>
  proseOf(
    text,
    ...Array.from({ length: items }, (_, i) => ({ text: `第${i + 1}条`, part: 'item' as const, group: 1 })),
  );

describe('counts beside lists', () => {
  test.each(wrong)('%s: the count differs from the list', (text, told) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first).toContain(told);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['这一年做了三件事：', 4],
    ['要记住的有两条：', 3],
    ['以下5个乡镇有回信：', 4],
  ])('%s before a Markdown list of %d items is found', (text, items) => {
    expect(told(read, listed(text, items))).toHaveLength(1);
  });

  test.each([
    ['这一年做了三件事：', 3],
    ['下面是4个县的海拔：', 2],
    ['四座城市各写一句：', 3],
    ['这十二条归在四个方面，选两个方面说：', 4],
    ['过了三天：', 4],
    ['这一年做了三件事。', 4],
  ])('%s before a Markdown list of %d items is right', (text, items) => {
    expect(told(read, listed(text, items))).toEqual([]);
  });

  test('items of a nested list are not counted with the outer ones', () => {
    const item = (group: number) => ({ text: '一条', part: 'item' as const, group });
    expect(told(read, proseOf('有两件事：', item(1), item(2), item(2), item(1)))).toEqual([]);
  });

  test('numbered parts that go on in the next paragraph are not missed ones', () => {
    expect(told(read, proseOf('有三件事：一是写信；二是做客。', '三是助学。'))).toEqual([]);
  });

  test('in the words of others it is only doubtful', () => {
    const [first] = told(read, proseOf({ text: '结对的有4个县：贡嘎、扎囊、桑日。', quoted: true }));
    expect(first).toContain('warning');
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
