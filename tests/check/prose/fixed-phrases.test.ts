import { describe, expect, test } from 'vitest';
import { fixedPhrases } from '#check/prose/document/fixed-phrases.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = fixedPhrases(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong = [
  '“民族团结大家亲”融情实践。',
  '“百团结对大帮扶”支援项目。',
  '按方案，每年召开三次援藏工作联席会议。',
  '各单位要不拆不扣地完成对口援藏的各项任务，通知里是这么写的。',
  '“民族团结一家人”融情实践交流项目今年由少年部负责。',
  '“芙容学子”公益助学活动设立了专项基金。',
  '援藏共青团强基固本工层含三个项目。',
  '中小学生“手牵手”结对书信交流，每市每年50人。',
  '大学生“三下乡”服务实践、西部计划山南专项、“百校结对帮扶”都写在方案里。',
  '通知要求做到目标明确，责任具体。',
  '方案要求各单位目标明确、责任具体。',
  '按照通知，要发挥示范引导作用，扩大影响。',
  '通知强调要宣传援藏工作中的典形人物和先进事迹。',
  '方案的目标之一是推动山南市基层党组织建设和青年工作再上新台阶。',
  '“百团结对扶扶”支援项目。',
  '芙榕学子每年40人。',
  '“华融湘江银行·绿色助学活动”每人3000元。',
  '方案提出每年召开一次援藏工作联系会议，总结各方面的进展。',
  '“共青团强基固本工成”有三个项目。',
  '通知里说，要为西藏社会稳定与长治久安做出供献。',
];

const right = [
  '“青年创业创新大赛”每年一次。',
  '按方案，每年召开一次援藏工作联席会议。',
  '各单位要不折不扣地完成对口援藏的各项任务，通知里是这么写的。',
  '“民族团结一家亲”融情实践交流项目由少年部牵头。',
  '“芙蓉学子”公益助学活动中设立专项基金。',
  '援藏共青团强基固本工程含三个项目。',
  '孩子们手牵手过了桥。“手拉手”结对书信交流，每市每年50人。',
  '大学生“三下乡”服务实践、西部计划山南专项、“百团结对帮扶”都写在方案里。',
  '县里推动基层党组织建设，村村有活动室。',
  '青少年交流活动办了三次，青年人才服务也跟上了。',
  '湖南有许多芙蓉学校，这一所建在县城。',
  '我们做到目标明确，分工具体。',
  '特困群体帮扶是民政部门的事。',
  '“目标明确”是误写，通知写的是“目标明晰”。',
  '少先队阵地建没建好，看鼓号队就知道。',
  '他们完成了各项任务，没有打折扣。',
  '心理咨询师说，中学的心理咨询室要安静。',
  '从2019年起，每年召开一次工作联席会议。',
  '就业创业帮扶、就业帮扶和创业帮扶，是三件事。',
  '县里开展结对帮困和民族团结共建活动。',
  '学校开展“三下乡”社会实践活动，不是方案里的那一项。',
];

describe('names and passages of the document', () => {
  test.each(wrong)('is told where it is not the document’s: %s', (text) => {
    expect(found(text)[0] ?? '').toMatch(/^(?:error|warning)｜document-phrase｜/);
  });

  test.each(right)('is left alone where it is, or where something else is meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    [
      '“民族团结一家人”融情实践交流项目在5月。',
      'error｜document-phrase｜民族团结一家人”融情实践交流',
      '｜“民族团结一家亲',
    ],
    ['芙容学子公益助学活动。', 'error｜document-phrase｜', '“芙蓉学子'],
    ['通知要求做到目标明确，责任具体。', 'error｜document-phrase｜做到目标明确，责任具体。', '目标明晰'],
  ])('is told with the right one beside it: %s', (text, begins, right) => {
    expect(found(text)[0]).toContain(begins.slice(0, 22));
    expect(found(text).join()).toContain(right);
  });

  test.each(['目标明确责任具体', '山南市', '民族团结一家人', '每年支持山南市开展', '团'])(
    'a text of nothing but %s is read in time',
    (piece) => {
      expect(() => found(piece.repeat(Math.ceil(60_000 / piece.length)))).not.toThrow();
    },
  );

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
