import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'a missing cell',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['zhuzhou: null, yueyang: 1', 'yueyang: 1'] }],
    told: [
      'plan/annex-3.yaml:39:13 error missing-cell｜“基层团组织建设”少了一格：现在是没有写 2019 年的 zhuzhou，应当是表头里的每一栏都有一格。｜补上“zhuzhou: 数字”；原件这一格空着就写“zhuzhou: null”，不要写 0。',
    ],
    refused: true,
  },
  {
    title: 'the contact of the document with name and number',
    mutations: [
      {
        file: 'plan/body.yaml',
        replace: ['withheld: true\n  text: 联系人、电话从略', "text: '联 系 人：样  例'"],
      },
      {
        file: 'plan/body.yaml',
        replace: ['withheld: true\n  text: 联系电话从略', "text: '联系电话：0731—88770000'"],
      },
    ],
    told: [
      'plan/body.yaml:171:9 error contact-not-withheld｜文件里联系人的姓名不上网：现在是c-contact-person 这一段写着，应当是没有姓名的话。｜整段换成“联系人、电话从略”这样的话，下面加一行“withheld: true”；id 不动，网址还在。',
      'plan/body.yaml:174:9 error contact-not-withheld｜文件里的电话号码不上网：现在是c-contact-phone 这一段写着，应当是没有号码的话。｜整段换成“联系人、电话从略”这样的话，下面加一行“withheld: true”；id 不动，网址还在。',
    ],
    refused: true,
  },
  {
    title: 'a number in what is shown in place of it',
    mutations: [{ file: 'plan/body.yaml', replace: ['text: 联系电话从略', "text: '从略（13800000000）'"] }],
    told: [
      'plan/body.yaml:176:9 error withheld-shows｜文件里的电话号码不上网：现在是c-contact-phone 这一段写着，应当是没有号码的话。｜把号码和姓名从这一段里删掉，只留“联系人、电话从略”这样的话。',
    ],
    refused: true,
  },
  {
    title: 'words that are quoted from where the document is withheld',
    mutations: [
      {
        file: 'projects/grassroots-league.yaml',
        replace: ['source: a3-note-1, quote: 完善心理咨询室建设', 'source: c-contact-phone, quote: 从略'],
      },
    ],
    told: [
      'projects/grassroots-league.yaml:21:46 error quote-not-found｜引文和原文对不上：现在是“从略”，应当是c-contact-phone 里一字不差的原话。｜c-contact-phone 是空着的或者没有刊登的，没有话可以引：换一个出处。',
    ],
    refused: true,
  },
  {
    title: 'a locator that points nowhere',
    mutations: [{ file: 'projects/pen-pals.yaml', replace: ['clause: c-4-1-1', 'clause: c-4-1-11'] }],
    told: [
      'projects/pen-pals.yaml:6:9 error unknown-locator｜出处编号在文件里找不到：现在是“c-4-1-11”，应当是plan/ 里有的编号。｜是不是想写“c-4-1-1”？',
    ],
    refused: true,
  },
  {
    title: 'quoted words that do not stand there',
    mutations: [
      { file: 'projects/grassroots-league.yaml', replace: ['quote: 完善心理咨询室建设', 'quote: 改善心理咨询室建设'] },
    ],
    told: [
      'projects/grassroots-league.yaml:21:40 error quote-not-found｜引文和原文对不上：现在是“改善心理咨询室建设”，应当是a3-note-1 里一字不差的原话。｜从 plan/ 的 a3-note-1 里原样复制，标点和空格也不能差。',
    ],
    refused: true,
  },
  {
    title: 'quoted words that stand elsewhere',
    mutations: [
      {
        file: 'projects/grassroots-league.yaml',
        replace: ['source: a3-note-1, quote: 每个', 'source: a3-note-2, quote: 每个'],
      },
    ],
    told: [
      'projects/grassroots-league.yaml:18:74 error quote-not-found｜引文和原文对不上：现在是“每个所需建设经费10万元”，应当是a3-note-2 里一字不差的原话。｜这句话在 a3-note-1，把 source 改成它。',
    ],
    refused: true,
  },
  {
    title: 'a count that the words of the document do not hold',
    mutations: [
      {
        file: 'plan/document.yaml',
        replace: [
          'fields: { source: c-4-p1, quote: 重点做好以下四个方面的工作 }',
          'fields: { source: c-4-p1, quote: 4个市级团委 }\n  projects: { source: c-4-p1, quote: 4个市级团委 }',
        ],
      },
    ],
    told: [
      'plan/document.yaml:16:38 error number-not-in-quote｜引文里没有 12 这个数：现在是“4个市级团委”，应当是含有 12 的原话。｜引文里的数是 4：核对数和引文，改错的那一个。',
    ],
    refused: true,
  },
  {
    title: 'a number that its quote does not hold',
    mutations: [{ file: 'projects/pioneer-posts.yaml', replace: ['quantity: 8', 'quantity: 9'] }],
    told: [
      'projects/pioneer-posts.yaml:17:60 error number-not-in-quote｜引文里没有 9 这个数：现在是“每年建设8个队室”，应当是含有 9 的原话。｜引文里的数是 8：核对数和引文，改错的那一个。',
    ],
    refused: true,
  },
  {
    title: 'a paragraph whose number says another than its text prints',
    mutations: [
      {
        file: 'plan/body.yaml',
        replace: ['- id: c-4-1-1\n  role: item', '- id: c-4-1-1\n  role: item\n  number: "2"'],
      },
    ],
    told: [
      'plan/body.yaml:99:11 error clause-number｜c-4-1-1 的序号和它印的不同：现在是“2”，应当是“1”（text 开头印的是 1）。｜删掉 number 这一项，印在开头的序号程序自己认得；text 抄错了的，对照原件改 text。',
    ],
    refused: true,
  },
  {
    title: 'a project number that the clause does not print',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['number: 3', 'number: 13'] }],
    told: [
      'projects/go-west.yaml:1:9 error project-number｜项目序号和正文不同：现在是13，应当是3（c-4-2-3 开头印的是 3）。｜改成 3；或者 clause 指错了条，改 clause。',
    ],
    refused: true,
  },
  {
    title: 'one number for two projects',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['number: 3', 'number: 4'] }],
    told: [
      'projects/summer-service.yaml:1:9 error id-twice｜项目序号“4”用了两次：现在是projects/go-west.yaml 里的项目和这里的项目，应当是各用各的。｜对照正文，改正其中一个项目的 number。',
      'projects/go-west.yaml:1:9 error project-number｜项目序号和正文不同：现在是4，应当是3（c-4-2-3 开头印的是 3）。｜改成 3；或者 clause 指错了条，改 clause。',
    ],
    refused: true,
  },
  {
    title: 'a project under another heading',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['field: c-4-2', 'field: c-4-1'] }],
    told: [
      'projects/go-west.yaml:5:8 error wrong-heading｜项目不在这个标题下面：现在是“c-4-1”，应当是c-4-2-3 上面的标题 c-4-2。｜改成 c-4-2。',
    ],
    refused: true,
  },
  {
    title: 'an unknown department',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['lead: [shehuilianluobu]', 'lead: [shehuilianlubu]'] }],
    told: [
      'projects/go-west.yaml:7:8 error unknown-department｜没有这个部门：现在是“shehuilianlubu”，应当是departments.yaml 里有的部门 id。｜是不是想写“shehuilianluobu”（社会联络部）？',
    ],
    refused: true,
  },
  {
    title: 'departments and places by their names where ids belong',
    mutations: [
      { file: 'projects/go-west.yaml', replace: ['lead: [shehuilianluobu]', 'lead: [社会联络部]'] },
      { file: 'pairings.yaml', replace: ['city: changsha', 'city: 长沙市'] },
    ],
    told: [
      'pairings.yaml:3:9 error bad-id｜这里写 id，不写名字：现在是“长沙市”，应当是changsha。｜“长沙市”在这里写它的 id：changsha。',
      'projects/go-west.yaml:7:8 error bad-id｜这里写 id，不写名字：现在是“社会联络部”，应当是shehuilianluobu。｜“社会联络部”在这里写它的 id：shehuilianluobu。',
    ],
    refused: true,
  },
  {
    title: 'a lead that the clause does not name',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['lead: [shehuilianluobu]', 'lead: [xuexiaobu]'] }],
    told: [
      'projects/go-west.yaml:7:7 error department-missing｜少了正文写的牵头部门：现在是没有社会联络部，应当是c-4-2-3 写的牵头部门：社会联络部。｜在 lead 里补上它的 id；departments.yaml 里还没有就先加上。',
      'projects/go-west.yaml:7:8 error department-not-in-clause｜正文没有写“学校部”牵头：现在是“xuexiaobu”（学校部），应当是c-4-2-3 写的牵头部门：社会联络部。｜对照正文改正；departments.yaml 里的 name 要与正文一字不差。',
    ],
    refused: true,
  },
  {
    title: 'a partner left out',
    mutations: [{ file: 'projects/student-aid.yaml', replace: ['partners: [tongzhanbu]', 'partners: []'] }],
    told: [
      'projects/student-aid.yaml:8:11 error department-missing｜少了正文写的配合部门：现在是没有统战部，应当是c-4-3-7 写的配合部门：统战部。｜在 partners 里补上它的 id；departments.yaml 里还没有就先加上。',
    ],
    refused: true,
  },
  {
    title: 'one line in two projects',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['id: go-west', 'id: pen-pals'] }],
    told: [
      'projects/pen-pals.yaml:10:9 error id-twice｜id “pen-pals”用了两次：现在是projects/go-west.yaml 里的任务行和这里的任务行，应当是各用各的。｜给这里的任务行换一个 id；用到它的地方也要跟着改。',
      'plan/annex-2.yaml:31:11 error unknown-line｜没有这个任务行：现在是“go-west”，应当是projects/ 里有的任务行 id。｜在 projects/ 里给“西部计划山南专项”加一个任务行，id 是 go-west。',
      'projects/go-west.yaml:15:10 error row-of-another-line｜附件行是别的任务行的：现在是“a2-go-west”是“go-west”的，应当是“pen-pals”的那一行。｜改成 a3-pen-pals。',
      'samples/reports/province-2019-12-31.yaml:6:13 error unknown-line｜没有这个任务行：现在是“go-west”，应当是projects/ 里有的任务行 id。｜能写的有：cadre-secondment（挂职锻炼）、cadre-training（团干培训）、pen-pals（书信交流）、grassroots-league（团组织建设）、hundred-branches（百团结对）、one-family-exchange（融情实践）、pioneer-posts（少先队阵地）、special-groups（特殊群体）、furong（芙蓉学子）、green-aid（绿色助学）、summer-service（三下乡）、youth-startups（创业帮扶）。',
      'samples/reports/province-2020-09-30.yaml:5:13 error unknown-line｜没有这个任务行：现在是“go-west”，应当是projects/ 里有的任务行 id。｜能写的有：cadre-secondment（挂职锻炼）、cadre-training（团干培训）、pen-pals（书信交流）、grassroots-league（团组织建设）、hundred-branches（百团结对）、one-family-exchange（融情实践）、pioneer-posts（少先队阵地）、special-groups（特殊群体）、furong（芙蓉学子）、green-aid（绿色助学）、summer-service（三下乡）、youth-startups（创业帮扶）。',
    ],
    refused: true,
  },
  {
    title: 'an id of two clauses',
    mutations: [{ file: 'plan/body.yaml', replace: ['- id: c-6-4', '- id: c-6-3'] }],
    told: [
      'plan/body.yaml:166:7 error id-twice｜出处编号“c-6-3”用了两次：现在是plan/body.yaml 里的段落和这里的段落，应当是各用各的。｜给这里的段落换一个 id；用到它的地方也要跟着改。',
    ],
    refused: true,
  },
  {
    title: 'a statement with the id of a line’s fact',
    mutations: [
      { file: 'projects/summer-service.yaml', replace: ['id: summer-service-days', 'id: summer-service-people-2019'] },
    ],
    told: [
      'projects/summer-service.yaml:19:11 error fact-id-twice｜两个事实用了同一个编号：现在是“summer-service-people-2019”，应当是每个事实的编号都不同。｜给 statements 里的这一项换一个 id，或者给 lines 里的那一项换一个 what。',
    ],
    refused: true,
  },
];

describe('A plan that contradicts itself is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
