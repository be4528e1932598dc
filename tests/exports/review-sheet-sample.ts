import { weaveCloth } from '#charts/kit/palette.ts';
import type { ReviewSheetData, SheetStory } from '#exports/review-sheet/data.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { slipOf } from '#format/slip-title.ts';
import { titlePieces } from '#format/title-pieces.ts';

const PEN_PALS: PrintedNumber = {
  id: 'pen-pals-people-2021',
  value: '40',
  unit: '人',
  approximate: false,
  label: '书信交流2021年计划人数',
  sentence: '书信交流，2021年计划40人。',
  href: '/facts/pen-pals-people-2021/',
  mark: '四（三）7',
  markHref: '/plan/#c-4-3-7',
  against: [],
  differs: null,
  corrected: null,
};

/** The text of the sheet's story; it begins on line 18 of its file. */
const TEXT = `十一月的丙乡，下午四点太阳就落到山后面去了。见[邮路](https://example.com/a)。

## 一封信要走多久

2021年计划<Num fact="pen-pals-people-2021"/>。这一批寄出了25封，走了四天。

3. 第一天，从丙乡到县城，坐的是送菜的车
4. 第二天到第四天，邮车

| 地点 | 一 | 二 |
|---|---:|---|
| 丙乡 | 1000 | 2000 |

<Letter from="样例小溪（化名）" to="样例林溪" date="2026年10月">

海有没有声音？

</Letter>

<Interview by="样例林溪" role="支教志愿者" form="讲述">

回信还没有到。

</Interview>

<Photo src="he-ying.jpg" alt="三个人站在门口" caption="寄信那天" photographer="样例摄影" holder="样例省团委" licence="授权" people="样例林溪"/>`;

const TITLE = '第一封信走了四千公里，她在教室门口等到放学';

export const STORY: SheetStory = {
  page: {
    kind: { text: '人物', href: '/stories/by/kind/person/' },
    projects: [{ text: '书信交流', href: '/projects/pen-pals/' }],
    pairing: { text: '甲→乙', href: '/pairings/jia/' },
    title: TITLE,
    profile: {
      name: '样例林溪',
      alias: false,
      rows: [
        { term: '从哪来', text: '样例大学', href: null },
        { term: '在哪儿', text: '丙乡', href: '/townships/bing/' },
        { term: '多久', text: '2026年9月起，计划到2027年7月', href: null },
      ],
      words: '“回信还没有到。”',
    },
    slip: slipOf(TITLE, titlePieces([])),
    subtitle: '一位支教志愿者的冬天',
    summary: '样例林溪教三年级语文。她把孩子们写的第一批信寄出去，信封上的地址是一个字一个字教会的。',
    byline: [
      { term: '来源', text: '样例省团委', href: 'https://example.com/a?b=1&c=2' },
      { term: '编辑', text: '样例编辑', href: null },
    ],
    date: '2026-11-20',
    dateText: '2026年11月20日',
    minutes: 3,
    aliases: ['样例小溪'],
    coverRights: null,
    corrections: [
      { date: '2026-11-22', dateText: '2026年11月22日', text: '第二段“三天”应为“四天”。', href: '/corrections/#x' },
    ],
    box: { title: '这件事', rows: [{ term: '结对', links: [{ text: '甲→乙', href: null }] }] },
    names: new Map(),
    numbers: new Map([[PEN_PALS.id, PEN_PALS]]),
    passage: (locator) => ({ text: `方案，${locator}`, href: `/plan/#${locator}` }),
    sides: { left: '甲省', right: '乙地' },
  },
  sample: false,
  markdown: TEXT,
  firstLine: 18,
  address: 'https://aid.example.cn/stories/di-yi-feng-xin/',
  cover: {
    src: 'jiao-shi.jpg',
    image: 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2w==',
    width: 800,
    height: 600,
    alt: '一间教室，窗台上排着一摞信封',
    caption: '信寄出去的前一天',
    photographer: '样例摄影',
    holder: '样例省团委',
    licence: '样例省团委授权本站使用',
    expires: '2030年12月31日',
    people: [
      {
        printed: '样例林溪',
        channels: [
          { channel: '网站', answers: [{ scopes: ['肖像'], permitted: true, until: '2031年12月31日' }] },
          { channel: '微信', answers: [{ scopes: ['肖像'], permitted: false, why: '已撤回授权' }] },
        ],
      },
    ],
    remarks: [],
  },
  pictures: new Map([
    [
      'he-ying.jpg',
      {
        src: 'he-ying.jpg',
        image: null,
        width: 600,
        height: 800,
        alt: '',
        caption: '',
        photographer: '',
        holder: '',
        licence: '',
        expires: null,
        people: null,
        remarks: ['没有写权利'],
      },
    ],
  ]),
  figures: new Map(),
  cloth: weaveCloth([2, 1], [undefined, undefined], null),
};

/** A sheet on which everything that can stand there stands once. */
export const SHEET: ReviewSheetData = {
  site: '样例援助网',
  publisher: '主办：样例省团委',
  made: '2026年11月25日16:36',
  hash: '3f2a9c41d07be8850c1f'.padEnd(64, '0'),
  id: 'di-yi-feng-xin',
  sample: false,
  file: 'stories/di-yi-feng-xin/index.mdx',
  kind: '人物',
  title: STORY.page.title,
  embargo: '2026年12月1日08:00',
  end: null,
  sourceUrl: 'https://example.com/a?b=1&c=2',
  places: ['甲市', '乙县', '丙乡'],
  length: 1286,
  steps: [
    { step: '初审', needed: true, status: 'valid', why: [], by: '样例王敏', at: '2026年11月23日09:30' },
    {
      step: '复审',
      needed: true,
      status: 'void',
      why: ['正文改过', '事实 books-2021 从 40人 变成 45人'],
      by: '样例李强',
      at: '2026年11月24日10:00',
    },
    { step: '终审', needed: true, status: 'missing', why: [], by: null, at: null },
  ],
  people: [
    {
      printed: '样例林溪',
      alias: false,
      places: [
        { line: null, part: '标题' },
        { line: 18, part: '' },
        { line: 31, part: '采访' },
      ],
      cover: '有授权书',
      settled: true,
      asked: true,
      persons: [
        {
          age: '成年人',
          role: '支教志愿者',
          channels: [
            { channel: '网站', answers: [{ scopes: ['姓名', '肖像'], permitted: true, until: '2031年12月31日' }] },
            {
              channel: '微信',
              answers: [
                { scopes: ['姓名'], permitted: true, until: '2027年6月30日' },
                { scopes: ['肖像'], permitted: false, why: '已撤回授权' },
              ],
            },
            { channel: '媒体', answers: [{ scopes: ['姓名', '肖像'], permitted: false, why: '授权书没有写“媒体”' }] },
          ],
          papers: ['样例档案室三号柜，2026年第12号'],
        },
      ],
      fallback: null,
    },
    {
      printed: '样例小溪（化名）',
      alias: true,
      places: [{ line: 32, part: '信' }],
      cover: '没有记录',
      settled: false,
      asked: true,
      persons: [],
      fallback: '换成“样例同学”，不放照片',
    },
  ],
  noNames: [{ printed: '丙乡明天', places: [{ line: 20, part: '小标题' }] }],
  story: STORY,
  leftOut: [],
  numbers: [
    {
      lines: [22],
      fact: 'pen-pals-people-2021',
      label: '书信交流2021年计划人数',
      value: '40人',
      proof: {
        kind: 'quoted',
        label: '正文四（三）7',
        clause:
          '资助贫困学生。继续实施助学行动，动员社会力量广泛参与，帮助更多的困难家庭学生完成学业，每年选取40人结成书信对子，全程跟进，定期回访，并且在学期末把交流的情况汇总报送领导小组办公室，作为下一年度安排的依据。',
        quote: '每年选取40人',
      },
      against: ['附件2，书信交流，2021年：45人'],
    },
    {
      lines: [22, 33],
      fact: 'student-aid-money',
      label: '两年合计金额',
      value: '40万元',
      proof: {
        kind: 'derived',
        steps: [
          { expression: '80人 × 5000元', result: '400000元' },
          { expression: '400000元 ÷ 10000', result: '40万元' },
        ],
      },
      against: [],
    },
    {
      lines: [],
      fact: 'jia-yi-distance',
      label: '甲市到乙县的直线距离',
      value: '约2040千米',
      proof: { kind: 'outside', source: '按两地坐标用大圆公式计算' },
      against: [],
    },
  ],
  unproved: [{ line: 22, number: '25封', sentence: '这一批寄出了25封，走了四天。' }],
  channels: ['网站', '微信', '媒体'],
  findings: [
    {
      kind: 'warning',
      line: 22,
      message: '数没有出处：现在是“25封”，应当是事实里有的数。',
      mend: '用 Num 写，或者在 accept 里写明理由。',
      reason: null,
    },
    { kind: 'accepted', line: 24, message: '像是口语。', mend: '改成书面语。', reason: '本人原话，已核对录音' },
  ],
  questions: ['样例小溪的监护人看过这一稿没有？'],
};
