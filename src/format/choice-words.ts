import { TOLD_WORDS } from '#domain/people/consent/guardian.ts';
import { LANGUAGES } from '#domain/places/language-name.ts';
import { AGE_BAND_WORDS, CHANNEL_WORDS, SCOPE_WORDS } from './consent-words.ts';
import { KIND_WORDS } from './kinds.ts';
import { NAME_KIND_WORDS } from './name-words.ts';

/** English word as it stands in a file → Chinese ones: the first is shown, the others are understood too. */
type Vocabulary = Readonly<Record<string, readonly string[]>>;

const shownAs = (words: Readonly<Record<string, string>>, also: Vocabulary = {}): Vocabulary =>
  Object.fromEntries(Object.entries(words).map(([id, word]) => [id, [word, ...(also[id] ?? [])]]));

/** Every choice between fixed words that a file of the content or the records offers. One word means one thing in all of them. */
const VOCABULARIES: readonly Vocabulary[] = [
  shownAs(KIND_WORDS, {
    person: ['个人', '人物通讯', '先进人物', '典型人物', '人物稿'],
    collective: ['先进集体', '团队', '单位', '集体稿'],
    achievement: ['成绩', '成效', '成就', '工作成果'],
    practice: ['办法', '做法', '经验', '好做法', '好经验', '案例'],
    news: ['新闻', '消息', '通讯', '活动', '简讯', '快讯', '报道', '要闻', '工作动态'],
    explainer: ['说明', '问答', '政策解读', '图解'],
  }),
  shownAs(AGE_BAND_WORDS, {
    'under-14': ['14岁以下', '未满14岁', '不满十四岁', '十四岁以下', '儿童'],
    '14-17': ['14到17岁', '14岁到17岁', '14至17岁', '十四到十七岁', '未成年人', '未成年'],
    adult: ['成年', '成人', '18岁以上', '已成年'],
    collective: ['单位', '团队'],
  }),
  shownAs(SCOPE_WORDS, {
    name: ['名字', '真名', '实名'],
    portrait: ['照片', '图片', '头像', '相片'],
    voice: ['录音', '音频'],
    story: ['故事', '经历'],
  }),
  shownAs(CHANNEL_WORDS, {
    site: ['网页', '官网', '本网站'],
    wechat: ['微信公众号', '公众号'],
    press: ['报纸', '电视', '新闻媒体', '报刊'],
  }),
  shownAs(TOLD_WORDS),
  {
    city: ['市', '城市', '地级市', '州', '盟', 'prefecture', 'municipality'],
    county: ['县', '区', '区县', '县区', '市辖区', '县级市', '旗', 'district', 'banner'],
    township: ['乡镇', '乡', '镇', '街道', '村', '社区', 'town', 'street', 'subdistrict', 'village', 'community'],
    region: ['受援地区', '地区'],
    office: [
      '机关',
      '办公室',
      '联络处',
      '办事处',
      '省直单位',
      '团委',
      '政府',
      '委员会',
      'committee',
      'government',
      'bureau',
    ],
    department: ['部门', '厅局', '处室'],
    command: ['前方指挥部', '指挥部', '工作队', '工作组', 'headquarters'],
    enterprise: ['企业', '公司', '集团', 'company', 'firm'],
    school: ['学校', '小学', '中学', '大学', '学院', 'university', 'college', 'primary-school', 'middle-school'],
    hospital: ['医院', '卫生院', 'clinic'],
  },
  { department: ['部门'], cities: ['几个市', '市级团委', '各市'], other: ['别的单位', '其他', '单位'] },
  {
    year: ['每年', '一年', '全年', 'yearly', 'annual'],
    total: ['一共', '共', '合计', '总数', '总共', 'all', 'whole'],
    unstated: ['没有写明', '未写明'],
  },
  shownAs(LANGUAGES, {
    // Beside other words for each the codes of three letters, and those of its country.
    bo: ['藏语', 'bod', 'tib'],
    ug: ['维文', '维语', '维吾尔语', 'uig', 'uy'],
    kk: ['哈文', '哈萨克语', 'kaz', 'kz'],
    ky: ['柯文', '柯尔克孜语', 'kir', 'kg'],
    mn: ['蒙文', '蒙语', '蒙古语', 'mon', 'khk', 'mvf'],
    ii: ['彝语', 'iii'],
    za: ['壮语', 'zha'],
    ko: ['朝文', '朝鲜语', 'kor', 'kr'],
    ru: ['俄语', 'rus'],
    en: ['英语', 'eng'],
  }),
  {
    original: ['原载', '原文', '首发'],
    repost: ['转载', '转载页', '转发'],
    encyclopedia: ['资料条目', '百科', '词条', '资料网站'],
  },
  { high: ['高'], medium: ['中'], low: ['低'] },
  {
    left: ['左', '左边'],
    centre: ['中', '中间', '居中'],
    right: ['右', '右边'],
    top: ['上', '上边', '上面'],
    bottom: ['下', '下边', '下面'],
  },
  { wide: ['整张', '不裁', '全图'], cut: ['裁满', '裁', '裁切', 'crop'] },
  { start: ['开头', '左'], middle: ['中间', '居中'], end: ['末尾', '右'] },
  {
    title: ['标题'],
    addressee: ['主送单位', '抬头'],
    paragraph: ['段落', '正文', '一段', 'text', 'body'],
    signature: ['落款', '署名'],
    date: ['日期'],
    section: ['部分', '一级标题', '章', '标题一', 'chapter', 'heading'],
    field: ['方面', '二级标题', '行动', '节', 'subsection'],
    item: ['条', '项', '逐条', '款', 'article', 'clause', 'list'],
    roster: ['名单'],
    contact: ['联系人', '联系方式'],
  },
  {
    river: ['河', '江', '河流'],
    lake: ['湖', '湖泊'],
    railway: ['铁路', '高铁', '铁道', 'rail'],
    road: ['公路', '路', '道路', '高速'],
  },
  { pairings: ['结对表', '结对'], targets: ['任务表', '任务'] },
  { phone: ['手机', '窄的'], wide: ['电脑', '宽的'] },
  { wide: ['加宽', '宽', '宽的'], full: ['满屏', '通栏', '全屏'] },
  shownAs(NAME_KIND_WORDS, {
    recorded: ['记录里有', '有授权'],
    public: ['公开', '官员', '公职', '领导'],
    published: ['别处发表过', '已经发表', '发表过'],
    alias: ['假名'],
    'not-a-person': ['不是人'],
  }),
  { none: ['不放照片', '无', '没有'] },
];

const vocabularyOf = (options: readonly string[]): Vocabulary | null =>
  VOCABULARIES.find((words) => options.every((option) => Object.hasOwn(words, option))) ?? null;

/** The Chinese word for one of the options; null where there is none, for the option is what anyone would write. */
export const choiceWord = (option: string, options: readonly string[]): string | null =>
  vocabularyOf(options)?.[option]?.[0] ?? null;

/** All options for a sentence: 其中一个：人物写 person，集体写 collective. */
export function choicesSaid(options: readonly string[]): string {
  const words = vocabularyOf(options);
  if (!words) return options.join('、');
  return `其中一个：${options.map((option) => `${words[option]?.[0]}写 ${option}`).join('，')}`;
}

/** The option that a Chinese word means; null where it means none of them. */
export function meantChoice(word: string, options: readonly string[]): string | null {
  const words = vocabularyOf(options);
  const wanted = word.trim().replaceAll(/[“”"'\s]/gu, '');
  return options.find((option) => words?.[option]?.includes(wanted)) ?? null;
}
