import { describe, expect, test } from 'vitest';
import { documentItself } from '#check/prose/document/itself.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const known = realKnowledge();
const read = documentItself(known);
const found = (text: string) => told(read, proseOf(text));
const TITLE = '《共青团湖南省委2019—2020年援建西藏山南市工作实施方案》';

const wrong: [string, string, string][] = [
  ['（共青团湖南省委办公室，2019年6月8日印发）', 'error｜document-date｜2019年6月8日', '2019年5月8日'],
  [
    '印发这份通知的单位是共青团湖南省委组织部。',
    'warning｜document-issuer｜共青团湖南省委组织部',
    '共青团湖南省委办公室',
  ],
  ['2019年5月18日印发的通知，列出12个项目。', 'error｜document-date｜2019年5月18日', '2019年5月8日'],
  [`2019年6月8日，共青团湖南省委办公室印发${TITLE}。`, 'error｜document-date｜2019年6月8日', '2019年5月8日'],
  ['这份通知于2018年5月印发。', 'error｜document-date｜2018年5月', '2019年5月8日'],
  ['二〇一九年五月十八日印发的这份通知，附了三张表。', 'error｜document-date｜二〇一九年五月十八日', '2019年5月8日'],
  ['通知落款的日期是2019年5月9日。', 'error｜document-date｜2019年5月9日', '2019年5月8日'],
  ['团省委在２０２０年５月８日印发了工作实施方案。', 'error｜document-date｜２０２０年５月８日', '2019年5月8日'],
  ['援藏实施方案印发于4月8日。', 'error｜document-date｜4月8日', '2019年5月8日'],
  ['2019年5月下旬印发的这份通知，管两个年度。', 'error｜document-date｜2019年5月下旬', '2019年5月8日'],
  ['这份通知（湘青发〔2019〕12号）管两个年度。', 'error｜document-number｜湘青发〔2019〕12号', '不写字号'],
  [`${TITLE}（湘青办[2019]7号）管两个年度。`, 'error｜document-number｜湘青办[2019]7号', '不写字号'],
  ['通知是湘青发〔2019〕12号，2019年5月印发。', 'warning｜document-number｜湘青发〔2019〕12号', '不写字号'],
  ['《共青团湖南省委2019—2021年援建西藏山南市工作实施方案》列出12个项目。', 'error｜document-title', TITLE],
  ['《共青团湖南省委2018—2020年援建西藏山南市工作实施方案》列出12个项目。', 'error｜document-title', TITLE],
  ['《共青团湖南省委2019-2020年援建西藏拉萨市工作实施方案》。', 'error｜document-title', TITLE],
  ['《共青团湖南省委2019—2020年援助西藏山南市工作实施方案》。', 'error｜document-title', TITLE],
  ['《关于印发〈共青团湖南省委2019—2021年援建西藏山南市工作实施方案〉的通知》', 'error｜document-title', '的通知》'],
  ['共青团湖南省委2019—2021年援建西藏山南市工作实施方案列出12个项目。', 'error｜document-title｜2019—2021', TITLE],
  ['团中央印发的这份通知列出12个项目。', 'warning｜document-issuer｜团中央', '共青团湖南省委办公室'],
  [`中共湖南省委办公厅印发${TITLE}。`, 'warning｜document-issuer｜中共湖南省委办公厅', '共青团湖南省委办公室'],
  ['2019年4月，方案印发。', 'error｜document-date｜2019年4月', '2019年5月8日'],
];

const right = [
  '（来源：共青团湖南省委办公室，2019年5月8日印发）',
  '印发通知的是共青团湖南省委办公室。',
  `2019年5月8日，共青团湖南省委办公室印发${TITLE}。`,
  '5月8日印发的通知，列出12个项目。',
  '2019年5月印发的通知，列出12个项目。',
  '二〇一九年五月八日印发的通知。',
  '通知在2019年5月上旬印发。',
  '2021年3月印发的另一份通知，说的是别的事。',
  '《儿童个人信息网络保护规定》2019年8月22日发布，10月1日起施行。',
  '2018年版在2019年1月31日公布，通知在2019年5月8日印发，用的是前一种写法。',
  '2019年6月，株洲团市委印发了自己的实施方案。',
  '通知印发一个月以后，2019年6月，第一批信寄出。',
  '2019年9月，学校下发通知，请家长来听课。',
  '2019年10月，按照团省委印发的方案，芙蓉学子的名单公布。',
  `2020年5月，${TITLE}印发一年了。`,
  '2019年3月就着手制定这份方案。',
  '国发〔2016〕3号文件说的是另一件事。',
  '这份方案依据国发〔2016〕3号文件制定。',
  '《未成年人学校保护规定》（教育部令第50号）和通知没有关系。',
  '《某某办法》（国办发〔2020〕5号）是另一份文件，这份通知里没有。',
  '《2019—2020年援建西藏山南市工作实施方案》列出12个项目。',
  '《工作实施方案》列出12个项目。',
  '《共青团湖南省委 2019－2020年援建西藏山南市工作实施方案》列出12个项目。',
  '《共青团湖南省委2019至2020年援建西藏山南市工作实施方案》列出12个项目。',
  '《关于印发《共青团湖南省委2019—2020年援建西藏山南市工作实施方案》的通知》',
  '《关于印发〈共青团湖南省委2019—2020年援建西藏山南市工作实施方案〉的通知》',
  '《2019—2020年共青团湖南省委援建西藏山南市工作任务表（市级团委）》在附件3。',
  '《共青团湖南省委2021—2025年青少年发展工作规划》是另一份文件。',
  '团省委印发的这份通知列出12个项目。',
  '团中央印发的文件要求各省报数，这份通知是后来的事。',
  '共青团湖南省委2019年5月印发的方案列出12个项目。',
  '据新华社2019年5月20日报道，方案已经下发。',
  '2020年8月，芙蓉学子的补助按这份通知发放。',
  '“5月18日”是笔误，通知印发的日子是5月8日。',
  '2019年5月15日，株洲转发了这份通知。',
  '2019年6月，株洲的方案印发。',
  '从2019年5月18日起，各市按这份通知报数。',
];

describe('the document itself', () => {
  test.each(wrong)('%s: what is wrong about the notice is found', (text, told, expected) => {
    const [first, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first).toContain(told);
    expect(first).toContain(expected);
  });

  test.each(right)('%s: nothing is said', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a number is compared where the document has one', () => {
    const document = { ...known.programme.document, number: '湘青发〔2019〕7号' };
    const numbered = documentItself({ ...known, programme: { ...known.programme, document } });
    expect(told(numbered, proseOf('这份通知（湘青发〔2019〕7号）管两个年度。'))).toEqual([]);
    expect(told(numbered, proseOf('这份通知（湘青发〔2019〕12号）管两个年度。'))[0]).toContain('湘青发〔2019〕7号');
  });

  test('in the words of others it is only doubtful', () => {
    const [first] = told(read, proseOf({ text: '2019年5月18日印发的这份通知，我读过。', quoted: true }));
    expect(first).toContain('warning');
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
