import { describe, expect, test } from 'vitest';
import { quotations } from '#check/prose/document/quotations.ts';
import type { Citation } from '#check/prose/prose.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = quotations(realKnowledge());
const found = (text: string) => told(read, proseOf(text));
const cited = (text: string, citation: Citation) => told(read, proseOf({ text, quoted: true, citation }));
const by = (clause: string | null, by: string | null = null): Citation => ({ by, clause });

/** Words in quotation marks that the notice does not have, and what it has instead. */
const wrong: [string, string][] = [
  ['印发时，通知只有一句嘱咐：“请结合实际，认真组织实施。”', '认真贯彻执行'],
  ['方案第二部分定的目标是“推动山南市基层团组织建设迈上新台阶”。', '推动山南市基层团组织建设和青年工作'],
  ['通知写道：“给予每人八千元一次性补助”。', '“给予每人5000元一次性补助”｜四（三）7'],
  ['通知写道：“给予每人5000元的一次性补助”。', '“给予每人5000元一次性补助”｜四（三）7'],
  ['方案要求“做到目标明确，责任具体”。', '“做到目标明晰，责任具体”｜六、2'],
  ['方案六、2写着：“做到目标明晰，责任到人”。', '“做到目标明晰，责任具体”｜六、2'],
  ['正文写的是“完善4个心理咨询室”。', '“建立4个心理咨询室”｜四（四）11'],
  ['附件3备注说，“每个所需建设经费8万元”。', '“每个所需建设经费5万元”｜附件3，备注2'],
  ['《实施方案》指出：“治国必治边，治边先安藏”。', '“治国必治边，治边先稳藏”｜一，第1段'],
  ['正文里写“完善”，附件里写“建立”。', '附件3，备注1'],
  ['按照通知“不折不扣地完成对口援藏各项任务”的要求，四个市委都排了时间表。', '对口援藏的各项任务”｜六、1'],
  ['通知规定，“每年选派20人，每人服务10天”。', '“每年选派10人，每人服务10天”｜四（二）4'],
  ['“每年召开两次援藏工作联席会议”，这是通知的原话。', '“每年召开一次援藏工作联席会议”｜五、1'],
  ['“每年召开一次援藏工作联席会议，总结各方面各战线的工作进度情况”（五、1）。', '工作进展情况”｜五、1'],
  ['通知里那句“狠抓各项援藏工作的执行与落实”，我们抄在了本子上。', '执行和落实”｜六、2'],
  ['通知把它叫作“百团结对扶贫”支援项目。', '“百团结对帮扶”｜四（四）10'],
  ['附件2的表头写着“责任部门”。', '“责任部室”｜附件2'],
  ['正文四（二）6写明“为期60天”。', '“为期30天”｜四（二）6'],
  ['通知明确提出“建立健全联席会议制度”。', '“建立联席会议制度”｜五、1'],
  ['方案第六部分要求“加强宣传，树立典型”。', '“加强宣传，选树典型”｜六、3'],
  ['通知说：“加大对援藏工作的宣传力度……发挥示范带头作用……”。', '“发挥示范引领作用”｜六、3'],
  ['通知用的说法是“贫困大学生”，正文写“特殊人群帮扶”。', '“特殊群体帮扶”｜四（三）8'],
  ['备注里说得很清楚：“每个所需建设费用5万元”。', '“每个所需建设经费5万元”｜附件3，备注2'],
  ['工作实施方案写道：“把有利于西藏社会稳定和长治久安作为对口援藏工作的根本任务”。', '对口援藏工作的根本目标”｜六、1'],
  ['通知强调，各单位要“提高认识，加强管理”。', '“提高认识，强化管理”｜六、1'],
  ['联席会议制度在方案里是这样写的：“每季度召开一次援藏工作联席会议”。', '“每年召开一次援藏工作联席会议”｜五、1'],
  ['方案对信息报送提了要求：“严格把关，确保真实正确，时效性强”。', '“严格把关，确保真实准确，时效性强”｜五、3'],
  ['附件3的备注写道：“为受援地小学少先队提供活动室、鼓号队建设支援”。', '建设支持”｜附件3，备注2'],
  ['通知原文是“选派志愿者入藏服务”。', '“选派志愿者进藏服务”｜四（二）3'],
  ['方案提出“让每一个西藏孩子都有一个湖南朋友”。', '通知里一字不差的原话'],
];

const right = [
  '印发时，通知只有一句嘱咐：“请结合实际，认真贯彻执行。”',
  '读了通知，她问了一句话：“我们什么时候写信？”',
  '通知写道：“给予每人5000元一次性补助”。',
  '方案六、2写着：“做到目标明晰，责任具体”。',
  '正文写的是“建立4个心理咨询室”，附件3的备注写的是“完善心理咨询室建设”。',
  '正文没有写“每年”，附件2写的是2019年20人。',
  '附件2有一栏叫“计划时间”，写着月份或者“全年”。',
  '四（四）11写“建立”，附件3的备注写“完善”。',
  '援藏工作领导小组的办公室“设统战部”。',
  '通知写明，援藏工作领导小组的办公室“设统战部”，由专人兼任。',
  '通知下发以后，老师在班会上说：“我们也要写信。”',
  '按照通知，孩子们办起了“小小邮局”。',
  '读完方案，她在本子上写下“慢慢来”。',
  '通知要求“加强宣传，选树典型”，学校把它理解成“多拍照片”，并不对。',
  '活动通知上写着“每人带一支笔”。',
  '学校的放假通知写道：“8月1日返校。”',
  '通知写的是“目标明晰”，不是“目标明确”。',
  '不要把“目标明晰”误写成“目标明确”，通知里是前一种。',
  '《西藏工作纪实》写道：“雪山连着雪山。”',
  '方案要求“及时发掘……好的工作方法和思路，认真总结”。',
  '通知说‘手拉手’是结对书信交流，孩子们说：“就是写信。”',
  '通知把“三下乡”写成每年10人，每人10天，这和我们做的一样。',
  '通知第一部分引用了“治国必治边，治边先稳藏”。',
  '团中央的通知里说“全团动员”。',
  '备注：“每个所需建设经费5万元”，说的是少先队阵地。',
  '“按时收集、统计、通报各项工作数据”，这是办公室的第一项职责（三、1）。',
  '通知没有出现“扶贫”两个字，网上有人写成“通知要求扶贫”，不对。',
  '方案里四个“行动”，三个叫行动，一个叫“工程”。',
  '通知提到的“典型人物和先进事迹”，每个单位都可以报。',
  '正文写“队室”，附件写“活动室、鼓号队”，两种叫法。',
  '通知里写作“雪沙乡”，今天叫雪萨乡。',
  '附件1里写的是“甲竹林镇”。',
];

describe('words in quotation marks that are said to be the document’s', () => {
  test.each(wrong)('are told where they do not stand there: %s', (text, says) => {
    const lines = found(text);
    expect(lines[0]).toMatch(/^error｜quotation-differs｜/);
    expect(lines.join('\n')).toContain(says);
  });

  test.each(right)('are left alone where they do, or are somebody else’s: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('are a doubt only where somebody else is quoted', () => {
    const text = '校长说，通知写的是‘目标明确，责任具体’。';
    expect(told(read, proseOf({ text, quoted: true }))[0]).toMatch(/^warning｜quotation-differs/);
  });
});

describe('a Quote', () => {
  const clause = 'c-4-3-7';

  test.each([
    ['“给予每人5000元一次性补助”', by(clause)],
    ['给予每人５０００元 一次性补助', by(clause, '《实施方案》')],
    ['“在‘芙蓉学子’公益助学活动中设立专项基金，……给予每人5000元一次性补助；”', by(clause)],
    ['“……选取30人列为扶助对象……一次性补助……”', by(clause)],
    ['“每个所需建设经费10万元。”', by('a3-note-1')],
    ['“芙蓉学子”', by('a2-furong')],
    ['“责任部室”', by('a2')],
    ['“希望办、统战部”', by('a2-furong-2019')],
    ['“目标明晰，责任具体”', by(null, '《共青团湖南省委2019—2020年援建西藏山南市工作实施方案》')],
    ['“一个人一年见到的信，比一条街还长。”', by(null, '一位老师')],
    ['“一个人一年见到的信，比一条街还长。”', by(null)],
    ['这一条哪里也没有', by('c-9-9')],
  ])('is left alone where its words stand at its address: %s', (text, citation) => {
    expect(cited(text, citation)).toEqual([]);
  });

  test.each([
    [
      '“给予每人八千元一次性补助，名额不限”',
      by(clause, '《实施方案》'),
      'error｜quote-not-in-document｜给予每人八千元一次性补助，名额不限｜“给予每人5000元一次性补助”｜四（三）7',
    ],
    [
      '“给予每人5000元一次性补贴”',
      by(clause),
      'error｜quote-not-in-document｜给予每人5000元一次性补贴｜“给予每人5000元一次性补助”｜四（三）7',
    ],
    [
      '“在‘芙蓉学子’公益助学活动中设立专项基金……每人给予4000元的一次性补助”',
      by(clause),
      'error｜quote-not-in-document｜每人给予4000元的一次性补助｜“每人给予3000元的一次性补助”｜四（三）7',
    ],
    ['“目标明晰，责任具体”', by(clause), 'error｜quote-not-in-document｜目标明晰，责任具体｜这几个字在六、2｜六、2'],
    ['“雪山下的孩子都有了朋友”', by(clause), '四（三）7里一字不差的原话｜四（三）7'],
    ['“目标明确，责任具体”', by(null, '《实施方案》'), '｜“目标明晰，责任具体”｜六、2'],
    ['“每年5月给予5000元”', by(null, '通知'), 'error｜quote-not-in-document'],
    ['“选派1”', by('c-4-2-4'), 'error｜quote-not-in-document｜选派1｜'],
    ['“每个所需建设经费5万元”', by('a3-note-1'), '这几个字在附件3，备注2'],
    ['“青创办”', by('a2-furong'), 'error｜quote-not-in-document'],
    ['“联系人从略”', by('c-contact-person'), 'error｜quote-not-in-document｜“联系人从略”｜不引用｜联系方式'],
  ])('is told where they do not: %s', (text, citation, says) => {
    expect(cited(text, citation).join('\n')).toContain(says);
  });
});

describe('quotations', () => {
  test('of the notice raise nothing: each of its lines stands in it', () => {
    const lines = noticeTexts().map((text) => `通知写道：“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`);
    expect(told(read, proseOf(...noticeTexts(), ...lines))).toEqual([]);
  });

  test.each(explainers())('of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });

  test.each(['通知“', '通知写“甲乙丙”', '“', '《', '通知里的', '正文正文写', '“山南市”', '每年支持山南市'])(
    'a text of nothing but %s is read in time',
    (piece) => {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      expect(() => found(text)).not.toThrow();
      expect(() => cited(text, by(clauseOf))).not.toThrow();
    },
  );
});

const clauseOf = 'c-4-3-7';
