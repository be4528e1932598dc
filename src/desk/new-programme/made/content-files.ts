import { stringify } from 'yaml';
import { documentNoun } from '#domain/plan/document-words.ts';
import { numberOfProject, printedNumbering } from '#domain/plan/numbering.ts';
import { pinyinId } from '#format/pinyin.ts';
import { departmentsIn, idsOf, type ProgrammeIds } from '../programme-ids.ts';
import { languageOf, type Party, type ProgrammeDraft, projectName } from '../questions.ts';

/** A new programme that was asked to its end, with the ids of all its things. */
export type WholeProgramme = Required<
  Omit<ProgrammeDraft, 'language' | 'namesSource' | 'heading' | 'target' | 'unit' | 'project'>
> &
  Pick<ProgrammeDraft, 'language' | 'namesSource' | 'heading' | 'target'> & {
    readonly ids: ProgrammeIds;
    /** What the document calls itself: 方案, 协议. */
    readonly noun: string;
    readonly project: string;
    readonly short: string;
    readonly unit: string;
  };

/** Whether every value is there. */
const isAnswered = <T extends object>(answers: T): answers is { [K in keyof T]: NonNullable<T[K]> } =>
  Object.values(answers).every(Boolean);

/** A draft that was answered to its end. Throws where something was never asked. */
export function wholeProgramme(draft: ProgrammeDraft): WholeProgramme {
  const { folder, name, organisation, title, date, years, giver, receiver, pairing, clause, target } = draft;
  const unit = draft.unit ?? target?.unit;
  const answers = { folder, name, organisation, title, date, years, giver, receiver, pairing, clause, unit };
  if (!isAnswered(answers)) throw new Error('a programme that lacks an answer');
  const project = projectName(draft);
  return {
    ...draft,
    ...answers,
    third: draft.third ?? [],
    ids: idsOf(draft),
    noun: documentNoun({ title: answers.title }),
    project,
    short: project.replace(/(?<=..)项目$/u, ''),
  };
}

/** A value as YAML, on one line. */
const v = (value: string | number) => stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
const list = (values: readonly (string | number)[]) => `[${values.join(', ')}]`;
const file = (...lines: readonly (string | readonly string[])[]) => `${lines.flat().join('\n')}\n`;

function siteYaml({ name, organisation, title, giver, receiver, years, ids }: WholeProgramme): string {
  const span = years.length === 1 ? `${years[0]}年` : `${years[0]}—${years.at(-1)}年`;
  return file(
    '# 网站自己的信息。井号开头的是说明，网站不读；每个键是什么，见 content/README.md 的“site.yaml”。',
    '',
    '# 网站名称',
    `name: ${v(name)}`,
    '# 正式网址，https:// 开头、/ 结尾。还没有定：定下来以前这样占着，检查会提醒一次',
    `address: https://${pinyinId(name).slice(0, 60).replace(/-$/, '') || 'site'}.invalid/`,
    '# 文件是哪个单位的，不等于网站是它办的',
    `organisation: ${v(organisation)}`,
    '# 网站的建设单位。它书面确认以前 confirmed 写 null，页脚写“建设单位待定”；确认了写 { date: 日子, paper: 文件名或文号 }',
    'publisher:',
    `  name: ${v(organisation)}`,
    '  confirmed: null',
    '# 一句话说明网站是什么',
    `description: ${v(`按《${title}》，${giver.name}和${receiver.name}结对：做哪些事，计划多少，做到哪里。`)}`,
    '# 图的两头怎样叫',
    `from: ${v(giver.name)}`,
    `to: ${v(receiver.name)}`,
    '# 首页题签上竖排的一行字',
    `slip: ${v(`${giver.name}和${receiver.name}结对　${span}`)}`,
    '# 首页那张图的标题',
    `map_title: ${v(`从${giver.name}到${receiver.name}`)}`,
    '# 援助一方的本级（不是结对的哪一个）也承担任务的，去掉下面一行的井号，改成它的 id 和名字',
    '# own_level: { id: benji, name: 本级 }',
    '# 援助的、受援的、下一级怎样称呼，由 places.yaml 来定；要换一个词才写',
    '# words: { giver: { noun: 支援单位, measure: 个 } }',
    '# 网站的联系方式，不是文件上的联系人；还没有就是 null',
    'contact: { email: null, phone: null, address: null }',
    '# 备案，填了才显示',
    'filings: { icp: null, police: null, police_url: null, site_code: null }',
    '# 下载的数据用什么许可，由建设单位决定；还没有定是 null，网页上照实说',
    'data_licence: null',
    '# 各类稿件审几次，0—3：人物、集体、成果、好办法、动态、解读。先从严，由主管的人来定',
    'review_steps: { person: 3, collective: 3, achievement: 3, practice: 3, news: 3, explainer: 0 }',
    '# “关于本站”里自己写的段落，每项有 heading、paragraphs、sources；没有就是 []',
    'about: []',
    `# 这里没有写 aided（受援地区的整体）：有的，先在 places.yaml 里加上它，level: region，不是 ${ids.receiver}`,
  );
}

function documentYaml({ title, organisation, date, years, noun }: WholeProgramme): string {
  const [, plan = title] = /《(.+)》/u.exec(title) ?? [];
  return file(
    '# 文件的名称、日期、年度、附件清单。',
    '',
    '# 标题，一个字不改；plan_title 是它印发的方案的标题，没有另外的方案就和 title 一样',
    `title: ${v(title)}`,
    `plan_title: ${v(plan)}`,
    '# 网页上的简称',
    `short: ${v(documentNoun({ title: plan }))}`,
    `# 文件怎么称呼自己。按标题是“${noun}”；不对就去掉井号改`,
    `# called: ${v(noun)}`,
    '# 发文机关；引用时写的责任者',
    `issuer: ${v(organisation)}`,
    `author: ${v(organisation)}`,
    '# 印发、签订的日子',
    `date: '${date}'`,
    '# 发文字号；文件上没有、还没有查到都写 null',
    'number: null',
    '# 管哪几年',
    `years: ${list(years)}`,
    '# 附件的文件名（不带 .yaml），按顺序。任务表、结对表抄好一张，放在 plan/ 里，名字加到这里',
    'annexes: []',
    '# 原文还没有抄全：网页上写“摘录”，检查提醒一次。抄全以后删掉这一行',
    'excerpt: true',
  );
}

function bodyYaml({ title, pairing, heading, clause, ids }: WholeProgramme): string {
  const roleOf = (id: string, text: string) =>
    id === ids.heading ? 'section' : printedNumbering(text) ? 'item' : 'paragraph';
  const passage = (id: string, text: string) => [`- id: ${id}`, `  role: ${roleOf(id, text)}`, `  text: ${v(text)}`];
  return file(
    '# 正文，一段一项，一个字不改，次序就是原文的次序。现在只有标题和下面的几段，请照原文抄全。',
    '# id：出处编号，c 开头，跟着原文的序号起；网页的地址由它来，定了不要改。',
    '# role：title 标题、addressee 主送、section 一级标题、field 二级标题、item 逐条、paragraph 段落、',
    '#       roster 名单、contact 联系方式、signature 落款、date 日期。',
    '# 联系人、电话的那一段写 withheld: true，text 换成“联系人、电话从略”。',
    '',
    '- id: c-title',
    '  role: title',
    `  text: ${v(title)}`,
    ...(ids.pairingClause === ids.projectClause
      ? []
      : [
          [
            '# 写谁和谁结对的那一句。原来在附件的表里的，附件抄好以后从这里删掉，pairings.yaml 的 source 改指那一行',
            ...passage(ids.pairingClause, pairing),
          ],
        ]),
    ...(heading === undefined || ids.heading === ids.pairingClause
      ? []
      : [['# 项目那一条上面的标题。二级标题的，role 改成 field', ...passage(ids.heading, heading)]]),
    ['# 写项目的那一条', ...passage(ids.projectClause, clause)],
  );
}

function placesYaml(programme: WholeProgramme): string {
  const { giver, receiver, third, ids, namesSource } = programme;
  const lang = languageOf(programme);
  const place = (id: string, { name, level, other }: Party) => [
    `${id}:`,
    `  level: ${level}`,
    `  name: ${v(name)}`,
    ...(other && lang && namesSource
      ? [
          '  names:',
          `    - lang: ${lang}`,
          `      text: ${v(other)}`,
          `      source: ${v(namesSource)}`,
          '      unverified: true',
        ]
      : []),
  ];
  return file(
    '# 地方和单位：谁援助、谁受援、谁执行任务、谁上报。键是 id，小写拼音，定了不要改。',
    '# level：city 市、county 县（区、县级市、旗）、township 乡镇（街道、村、社区）、region 受援地区；',
    '#        office 机关、department 部门、command 前方指挥部、enterprise 企业、school 学校、hospital 医院。',
    '# name：文件里的写法，一个字不改。',
    '# 查到了才写的，都要有来源（例子，去掉井号照着改）：',
    '#   name_today: 今天的全称',
    "#   code: { value: '六位区划代码', source: 从哪里查到的 }",
    '#   position: { lon: 经度, lat: 纬度, datum: WGS84, source: 从哪里查到的, confidence: low }',
    '#   elevation: { metres: 米, source: 从哪里查到的 }',
    '#   names: [{ lang: bo, text: 藏文名, source: 从哪里抄来的 }]　维吾尔文写 ug，别的见 content/README.md',
    '# 不知道的不写，网页上不会说错。',
    '',
    '# 援助一方',
    place(ids.giver, giver),
    '# 受援一方',
    place(ids.receiver, receiver),
    ...(third.length > 0 ? ['# 受援一方的下一级', ...third.map((one, i) => place(ids.third[i] ?? '', one))] : []),
    ...(namesSource ? ['# 别的文字的名字还没有和国家地名信息库对过，网页上写“待核”；对过了删掉 unverified'] : []),
  );
}

function pairingsYaml({ ids }: WholeProgramme): string {
  return file(
    '# 谁和谁结对，一组一项，次序和文件相同。',
    '# city：援助一方的 id，county：受援一方的 id（键的名字是老的，机关、学校、医院、区都这样写）。',
    '# townships：受援一方的下一级，没有这一级就整行不写。source：文件里写这一组的那一段、那一行的出处编号。',
    '',
    `- city: ${ids.giver}`,
    `  county: ${ids.receiver}`,
    ...(ids.third.length > 0 ? [`  townships: ${list(ids.third)}`] : []),
    `  source: ${ids.pairingClause}`,
  );
}

function departmentsYaml({ clause, ids }: WholeProgramme): string {
  const names = [
    ...departmentsIn(clause, '牵头').map((name, i) => [ids.lead[i] ?? '', name] as const),
    ...departmentsIn(clause, '配合').map((name, i) => [ids.partners[i] ?? '', name] as const),
  ];
  const known = [...new Map(names)];
  const one = (id: string, name: string) => [`  ${id}:`, `    name: ${v(name)}`, `    source: ${ids.projectClause}`];
  return file(
    '# 牵头、配合的部门：id，下面是 name（和原文一字不差）和 source（原文写到它的地方）。',
    '# 文件把各援助单位合起来说的（各市团委、各支援单位），加 kind: cities。领导小组、办公室、制度以后再加，见 content/README.md。',
    '',
    ...(known.length > 0
      ? ['departments:', ...known.map(([id, name]) => one(id, name))]
      : ['# 现在的原文没有写哪个部门牵头', 'departments: {}']),
  );
}

/** What is counted, as part of the address of a fact. */
const WHAT: Readonly<Record<string, string>> = {
  人: 'people',
  名: 'people',
  批: 'batches',
  批次: 'batches',
  元: 'money',
  万元: 'money',
  亿元: 'money',
  个: 'sites',
  处: 'sites',
  所: 'sites',
};

function projectYaml({ project, short, clause, ids, target, unit }: WholeProgramme): string {
  const number = printedNumbering(clause) ? numberOfProject(1, { text: clause }) : 1;
  const words = target && {
    per: { year: '每年', total: '全部年度一共', unstated: '没有写是每年还是一共，只照登，不比' }[target.per],
    target,
  };
  return file(
    '# 一个项目一个文件，文件名就是它的 id。',
    '',
    printedNumbering(clause)
      ? '# 原文的序号，和这一条开头印的相同'
      : '# 原文这一条没有印序号：先写 1，有几个项目就按原文的次序写下去',
    `number: ${v(number)}`,
    '# 原文的名称；简称',
    `title: ${v(project)}`,
    `short: ${v(short)}`,
    ids.heading === 'c-title'
      ? '# 它上面的标题的出处编号。现在指文件的标题；上面另有标题的，抄进 plan/body.yaml，这里改成它的 id'
      : '# 它上面的标题的出处编号',
    `field: ${ids.heading}`,
    '# 这一条的出处编号',
    `clause: ${ids.projectClause}`,
    '# 牵头、配合部门的 id；原文没有写就是 []',
    `lead: ${list(ids.lead)}`,
    `partners: ${list(ids.partners)}`,
    '# 任务行：一起数的事，一样一项',
    'lines:',
    `  - id: ${ids.project}`,
    `    title: ${v(project)}`,
    `    short: ${v(short)}`,
    '    # 数的是什么，用作网址的一部分：people 人、batches 批次、money 金额、sites 个，或别的拼音',
    `    what: ${WHAT[unit] ?? (pinyinId(unit) || 'count')}`,
    '    # 单位，跟在数后面念的',
    `    unit: ${v(unit)}`,
    ...(words
      ? [
          `    # 正文写的数。per: ${target.per} 是${words.per}；quote 从原文里原样复制。附件的任务表里有这一行的，另加 row: 附件-任务行`,
          '    text_targets:',
          `      - quantity: ${v(target.quantity)}`,
          `        per: ${target.per}`,
          `        source: ${ids.projectClause}`,
          `        quote: ${v(target.words)}`,
        ]
      : [
          '    # 没有数：网页上写“文件未定量”。附件的任务表里有这一行的，加 row: 附件-任务行；正文写了数的，加 text_targets',
        ]),
  );
}

/** The files of a new programme but its story, by their paths inside the content folder. */
export function contentFiles(programme: WholeProgramme): Map<string, string> {
  return new Map([
    ['site.yaml', siteYaml(programme)],
    ['plan/document.yaml', documentYaml(programme)],
    ['plan/body.yaml', bodyYaml(programme)],
    ['places.yaml', placesYaml(programme)],
    ['pairings.yaml', pairingsYaml(programme)],
    ['departments.yaml', departmentsYaml(programme)],
    [`projects/${programme.ids.project}.yaml`, projectYaml(programme)],
    // Whoever keeps the folder in Git must not hand out people and consents with it.
    [
      '.gitignore',
      '# 人物和授权记录、从 Word 导入时的说明和换下来的稿子不进 Git\nrecords/\nstories/*/import.md\nstories/*/*.before-import*\n',
    ],
  ]);
}
