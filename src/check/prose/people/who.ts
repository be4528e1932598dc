import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { matchesIn } from '../../text/glance.ts';
import { tellsAid } from '../../text/hardship/aid.ts';
import { tellsHardship } from '../../text/hardship/hardships.ts';
import type { FoundName } from '../../text/names/names.ts';
import { ADULT_WORDS, CHILD_WORDS, HELPER_WORDS } from '../../text/roles.ts';
import type { Passage } from './passages.ts';
import { BLANK } from './units.ts';

const LINK = `(?:的|[者人]|是|叫|名叫|叫做|取名|汉名|为|有|：|:|、|，(?=${BLANK})|和|与|及|[（(“"‘「\\s｜]|${BLANK}|[左右]|代表|从左到右|[两三四五六七八九]?名|一等奖|姓名|们|他|她|我|发言)`;
/** 小老师 is a child; the teacher of a 完小 is none. */
const NOT_SMALL = '(?<!(?<![完附村县乡镇市区一二三四五六中])小)';
/**
 * Tells by the words before and behind a name that somebody is one of those whom `words` name; `beside`: in a clause of
 * its own behind a comma, which may be told of somebody else.
 */
const sides = (words: string) => ({
  before: new RegExp(`${NOT_SMALL}(?:${words})${LINK}{0,24}$`, 'u'),
  after: new RegExp(
    `^(?:[”"’]|等|[一两二三四五]?人|、|和|与|${BLANK}|[\\d一二三四五六七八九十两几]{1,2}[位名]|啦|副){0,24}${NOT_SMALL}(?:${words})(?!们)|` +
      `^(?:[^，。；！？\n]{0,24}?|[^。；！？\n]{0,40}?[，,](?:他|她|现在?|曾|也|还|后来|如今|目前|一直)?)(?:(?<![不就还命钱])是|当上?了?|担任|(?<!主)任|成为|身份是|岗位是|职务[是：]|作为)(?!他|她|谁|从|因|为|去|来|${BLANK})[^，。；！？\n${BLANK}]{0,16}(?<!和|给|他的|她的|我的|小)(?:${words})(?!们|说|问|上课|念|翻|[：:]|[送捐给寄买建修资帮][^，。；]{0,4}的|[给把帮替为让带教送背扶接陪][他她])`,
    'u',
  ),
  beside: new RegExp(
    `^[”"’]?[，,：:（(\\s]{1,2}(?!图|左|右|旁|身|他|她|后|靠|站|坐)(?:[男女][，,])?(?:今年|现年)?[^，。；！？：（）\n]{0,14}(?<!的|们|和|给|对|跟|让|被|由|请|向|从|与|把|找|像|告诉|叫|小)(?:${words})(?!们|说|问|上课|念|翻|[：:])|` +
      `^(?:[，,](?!图|左|右|旁|身|他|她|靠|站|坐)[^，。；！？喜爱问找给对跟和与见像说写送${BLANK}]{0,18}){1,3}(?<=${words})(?=[，。；]|$)`,
    'u',
  ),
});
const ADULT = sides(ADULT_WORDS);
const HELPER = sides(HELPER_WORDS);
/** 妈妈卓玛, 爷爷叫次仁: the elder who is named. */
const KIN_BEFORE =
  /(?<![和与跟、]|爸爸|叔叔)(?:爸爸|妈妈|父亲|母亲|爷爷|奶奶|外婆|外公|阿妈|阿爸|丈夫|妻子)(?:名叫|叫|是|：)?[“"]?$/u;
const TITLED = new RegExp(`^[”"’]?(?:${ADULT_WORDS})`, 'u');
/** 告诉老师：“… : to whom something is said. */
const SPOKEN_TO =
  /(?:告诉|问|(?<!结)对|跟|向|答|喊|叫|写给|寄给|交给|送给)[^，。；！？\n]{0,6}(?:老师|校长|阿姨|叔叔|志愿者|记者|医生)(?:说|问|喊)?[：:，,]\s?[“"]?$/u;
/** 张样例，单位：样例小学（教师）: what stands by itself in a list of particulars. */
const ADULT_CELL = new RegExp(
  `[：（(，,/／]\\s?(?:${ADULT_WORDS}|\\p{Script=Han}{1,4}(?:(?<![学队组团成社会]|守门|升旗)员|[工医]|(?<![老])师))\\s?(?:[）)，,。/／]|$)`,
  'u',
);
/** Who drew up, checked or received a paper stands behind the word for it, with an office between: 经办：团县委 样例. */
const DREW_UP =
  /(?:经办人?|(?<!受)(?:资助|捐[赠款助])人|审核人?|录入|接收人?|(?<!走访|家访|回访|谈话|工作)记录人?|建档人|填表人?|制表人?|填报人?|执笔|统计员|捐方|付款人?|编导|裁判|帮扶人|责任人|联系人|挂联人)(?:签[字名章])?[：:\s][^，。；！？\n]{0,12}$|(?:经办|复核|审核|主办)$|教师组[^。；！？\n]{0,12}$/u;
/** 教了八年书的样例: how long somebody has been at it. */
const AT_IT = /(?:教|干|守|做|当|管|工作|支教)了?[^，。；]{0,6}年[^，。；]{0,4}的$/u;
/** 优秀教师：样例小学，样例；…: a row on the line of its heading. */
const ADULT_ROW =
  /(?:教师|老师|班主任|辅导员|志愿者|干部|校长)(?:名单|代表)?[：:](?![^。！？]*(?:学生|同学|年级|孩子))[^。！？]{0,60}$/u;
const STUDIES = /(?:大学|学院|研究)[^，。；！？\n]{0,14}$/u;
/** What only somebody grown up does. */
const ADULT_DOES =
  /(?:(?<![\d一二三四五六七八九])(?:[2-9]\d|[二三四五六七八九]十)[多几来余]岁|(?:19\d\d|20[01]\d)届|任教|执教|支教|带班|带队(?!老师|教师)|成家|教书|授课|讲课|上[了过]?[^，。；]{0,6}[堂节]课|(?<![人谁师受])教(?!室|育|练|学楼|学点|材|科|会|导|师|他|她|我|给)(?:了|过|着|的是)?[^，。；]{0,10}|退休|结婚|参加工作|大学毕业|(?:从|在)[^，。；]{0,12}(?:小学|中学|学校)毕业|毕业于|随行|(?<!自我)介绍(?=说|道|，|：|了?(?!自己)[^，。]{0,4}情况)|透露|坦言|指出|强调|致辞|宣布|剪彩|汇报|签约|承建|施工|监理|安装|调试|维修|驾车|运送|义诊|坐诊|行医|捐资|捐建|开车|开了[^，。；]{0,6}年|捐款|捐赠|守了[^，。；]{0,4}年|同事|工作人员|开[^，。；]{0,6}[店馆铺]|老把式|(?:值|敲|守|干|养|修|跑|教|做)了?[一二三四五六七八九十两\d]{1,3}年|在[^，。；]{0,10}(?:团[省市县区]委|卫生院|医院|公司|机关|派出所|合作社)|是(?:一[名位个]|个)?[^，。；]{0,8}(?:[医匠警]|(?<![队委组学播音门旗操理])员)(?=[，。；]|$)|当老师(?=了|[，。])|在[^，。；]{0,12}工作)/u;
/** What the line above a list says of everyone in it: 优秀班主任（初中）： 受助学生名单： */
const ADULT_HEAD = new RegExp(`(?:${HELPER_WORDS})[^，。；！？\\n]{0,8}$`, 'u');

const CHILD_BEFORE = new RegExp(
  `(?:${CHILD_WORDS}|[一二三四五六七八九1-9]年级|[初高][一二三]|[一二三四五六七八九\\d）)]\\s?班|班[里上]|毕业班|放学|上学|读书|小学|中学|完小|附中|幼儿园|中队|[女男孩]孩子?)${LINK}{0,24}$`,
  'u',
);
/** 有个爱笑的男孩，八岁，名字叫…: the child comes first, the name behind a word that gives it. */
const CHILD_CALLED = new RegExp(
  `(?:${CHILD_WORDS}|[一二三四五六七八九1-9]年级|[初高][一二三])[^。；！？${BLANK}]{0,20}(?:叫|名叫|名字叫|名字是|取名|大名)[“"‘]?$`,
  'u',
);
/** One of a row of children told of before: 孩子排成两行。队尾的… */
const CHILD_OF_ROW =
  /(?:队[尾头伍]|[前后]排|第[一二三四五六\d]排|靠窗|座位|课桌|角落|最[小矮高]|领头|带头|打头|角落)[^，。；！？]{0,6}的$/u;
/** 老师让…上台, 老师点…的名: what only pupils are told to do. */
const TOLD_BY_TEACHER = /老师[让叫请点喊]了?$/u;
const IN_LESSON = /^(?:上台|起立|起来|站起|回答|背|念|读|发言|擦黑板|的名|做操|领读|朗读|默写)/u;
const ONE_CHILD = /(?:个|名|位)[^，。；！？]{0,8}(?:孩子|学生|[男女]孩|娃|[男女]生|同学)/u;
const CHILDREN = /孩子|学生|同学|小朋友|队员|[男女]生/u;
const CHILD_AFTER = new RegExp(
  `^(?:[”"’啦]|、|和|与|${BLANK}|[，,：:（(]|的|她?他?的){0,12}(?:小学生|[初高]中生|小姑娘|小?同学|小朋友|妹妹|弟弟|[男女]孩|同桌|作文|日记|教室|班主任|课本|课桌|作业|手工|学校|同班|校服|书包|和同学|和小伙伴)|^在(?:作文|日记)|` +
    `^[”"’]?(?:[（(][^（）()]{1,4}[）)])?[，,]?(?:和|与)(?:[他她]的)?(?:同学|同桌|小伙伴|妹妹|弟弟|姐姐|哥哥)`,
  'u',
);
const N = '[一二三四五六七八九十\\d]{1,3}';
/** 小学五年级学生: at once before a name it says what somebody is, whatever part they play that day. */
const PUPIL_BEFORE =
  /(?:(?<!大学|学院)[一二三四五六1-6]年级|[初高][一二三]|(?<!大)学|[一二三四五六七八九\d）)]班)的?(?:小?学生|小?同学|[男女]生|小朋友|少先队员|班长|大队委员?|中队长|毕业生)(?:代表)?$|(?:[一二三四五六1-6]年级|[初高][一二三]|[一二三四五六七八九\d）)]班)的$/u;
/** 他是样例小学四年级的学生，也是…: the first that is said of somebody is what they are. */
const IS_PUPIL =
  /^(?:[他她]|这[个名位][^，。；是读上念]{0,4})(?:现在?|今年|目前|正|才|刚|还|如今)*(?:是|就?读于?|上|念)[^，。；曾毕任教]{0,24}(?:小学|年级|[初高][一二三]|中学|完小)[^，。；任教老毕]{0,8}(?:学生|同学|队员|[男女]生|$|[，。；])/u;
/** What only a child does or is, as it is said of somebody named before. */
const CHILD_DOES = new RegExp(
  `(?:就?读(?!者|书活动|信|完|到|给|后)(?:于|着)?|[上念](?!课|台|了一堂|面)|在读|升入?|插班|借读|转[学到入]|住校|寄宿|(?<![讲写说拍画]的)是|为(?![^，。；！？\\n]{0,18}(?:小学|中学|完小|学校)的?[装修捐送建寄买做拉运]))[^，。；！？\\n${BLANK}]{0,18}(?:年级|[初高][一二三]|小学|完小|中学|幼儿园|培智班|学前班|[大中小]班)(?!老师|教师|校长|教书)|` +
    '在[^，。；！？\\n]{0,18}(?:小学|中学|幼儿园|完小|学校)(?:[一二三四五六1-9]年级)?(?:读书|上学|念书|就读|借读|住校)|' +
    `(?:是|身份是|当选|均为|都是|现为|作为)[^，。；！？\\n]{0,24}(?:学生|同学|队员|委员|[男女]生|孩子|[男女]孩|班长|守门员|鼓手|住校生|寄宿生|小朋友|机灵鬼|孩子王)|` +
    `(?:^|[，,。：:（(\\s、｜])(?:[男女][，,])?(?:现读|现就读)?[^，。；：（）\\n${BLANK}]{0,14}(?:[一二三四五六七八九1-9]年级|学前班|[初高][一二三](?![次名个]))(?:[（(]?${N}[）)]?班)?(?:学生|女生|男生)?(?=$|[，,。；）)\\s、｜”"])|` +
    '(?<![\\p{Script=Han}\\d])[一二三四五六七八九][（(]\\d{1,2}[）)](?!\\p{Script=Han}?[条款项])|迟到|早退|旷课|逃学|罚站|听写|默写|毕业班(?!老师|教师)|还没上|快上|刚上|要上小学|(?<![送接陪供让带][^，。；！？\\n]{0,10})(?:去|来)上学|(?:和|跟|由)(?:外婆|外公|奶奶|爷爷)[^，。；！？\\n]{0,4}(?:生活|过日子|照看|带大)|(?:走|步行|骑车|坐车|每天)(?![^，。；！？\\n]{0,12}[送接陪供让带])[^，。；！？\\n]{0,14}上学(?=[，。；]|$)|(?:就要|就|快要?|即将|明年|今年|刚)[^，。；！？\\n]{0,3}(?:小学|初中)毕业|老师[给把让夸问][他她]|背[着上起](?:新|小)?书包',
  'u',
);
/** The same of the line above a list. */
const CHILD_HEAD = new RegExp(`(?:${CHILD_WORDS})[^，。；！？\\n]{0,8}$`, 'u');

const AGE =
  /(不满|未满|不到)?(?<![\d一二三四五六七八九十])(?:(\d{1,3})|([一二三四五六七八九十]{1,3}))\s?(?:周)?岁(?!那|时|起|以前|前|后|就|的时候|开始|没了|上了台)/gu;
/** 今年十二, 才十二, 刚满四: an age without its measure. */
const BARE_AGE =
  /(?:今年|刚满|年满|才|过完年满)(\d{1,2}|[一二三四五六七八九]|十[一二三四五六七]?)(?=岁|$|[，。、；！？])/u;
const BORN = /((?:19|20)\d{2})年(?:\d{1,2}月)?(?:出生|生)(?!活|产|意)/u;
const AGE_LABEL = /年龄[：:是]?\s?(\d{1,2})(?!\d)/u;

/** 十二三 and 七八 too: then the larger of the two. */
const yearsOf = (han: string): number =>
  chineseNumber(han) ?? (chineseNumber(han.slice(-1)) ?? 99) + (han.startsWith('十') ? 10 : 0);

const agesIn = (text: string): number[] =>
  matchesIn(text, AGE).map(
    ([, below, digits, han]) => (digits ? Number(digits) : yearsOf(han ?? '')) - (below ? 1 : 0),
  );

/** 他才七岁，姓样，大名｜…: whoever was told of before is named at last. */
const NAMED_AT_LAST = /(?:[^。；，]{0,16}，){1,2}[^。；，]{0,4}(?:叫|大名|小名|学名|名字?是)$/u;

/** An age or a year of birth beside a name. */
function ageBeside({ mentions }: Passage, today: string): number | null {
  for (const { unit, name } of mentions) {
    const [after = ''] = unit.masked.slice(name.end, name.end + 40).split(UP_TO_NEXT);
    const lead = unit.masked.slice(Math.max(0, name.start - 40), name.start);
    const [before = ''] = NAMED_AT_LAST.exec(lead) ?? /[^。；，]{0,16}$/u.exec(lead) ?? [];
    const [age] = [...agesIn(before), ...agesIn(after)];
    if (age !== undefined) return age;
    const bare = BARE_AGE.exec(after);
    if (bare) return Number(bare[1]) || yearsOf(bare[1] ?? '');
    const label = AGE_LABEL.exec(unit.masked.slice(name.end, name.end + 40));
    if (label) return Number(label[1]);
    const born = BORN.exec(before) ?? BORN.exec(after);
    if (born) {
      const years = Number(today.slice(0, 4)) - Number(born[1]);
      // A text may be some years old: whoever it calls a pupil was one.
      return years < OF_AGE + LONGEST_KEPT && NOW_PUPIL.test(after) ? Math.min(years, OF_AGE - 1) : years;
    }
  }
  return null;
}
const OF_AGE = 18;
const LONGEST_KEPT = 8;
const NOW_PUPIL = /(?:现就?读|就读于|在读|正读)[^，。；]{0,16}(?:小学|中学|年级|[初高][一二三])/u;
const UP_TO_NEXT = new RegExp(`[。；${BLANK}]`, 'u');

/** 如今她四十岁: what was told of a child is long ago. */
const GROWN =
  /(?:[一二三]?十[几多]?|[1-9]\d)年[前后](?=[^。]*(?:如今|现在|今天|成了|成为|当上))|(?:如今|现在)[^，。；！？\n]{0,6}?(?:[2-9]\d|[二三四五六七八九]十[一二三四五六七八九]?)岁/u;

/** An age in a sentence that goes on about somebody; 一个五岁的孩子 is somebody else. */
function ageAround({ ahead, around }: Passage): number | null {
  for (const { text } of [...ahead, ...around]) {
    const [age] = /[一有]个|[一有][名位]/u.test(text) ? [] : agesIn(text);
    if (age !== undefined) return age;
  }
  return null;
}

/** What a story says of somebody: that they are grown up and have a part of their own, or that they are a child. */
interface Who {
  /** Words that only fit a child: an age, 三年级, …同学. `own`: beside the name or as its predicate. */
  readonly child: 'own' | 'near' | null;
  /** A teacher, an official, a volunteer, somebody of age. */
  readonly adult: boolean;
}

/** What is told of long ago or made up. */
const TALE =
  /小说|(?<!小)主人公|虚构|剧本|从前有|(?:课文|绘本|动画片|童话|故事|电影|话剧)[里中]的|剧中|片中|传说|古时|古代|神话|(?<!\d)1[0-8]\d\d年|(?<!\d)19[0-7]\d年(?!(?:\d{1,2}月)?(?:出生|生))/u;
/** Whether what is told is a tale, or of long ago. */
export const isMadeUp = ({ mentions, around }: Passage): boolean =>
  [...mentions.map(({ unit }) => unit), ...around].some(({ text }) => TALE.test(text));

/** 样例的爸爸…, 他爷爷…, 靠左的是…: what follows up to the pause is told of somebody else. */
const OF_KIN =
  /(?<=[，,；])[靠站坐左右前后中旁][^，。；！？\n]{0,4}的[^，。；！？\n]*|其(?:父母?|母|兄|弟|姐|妹|祖[父母]|外祖[父母]|双亲|爷爷|奶奶|监护人)[^，。；！？\n]*|(?:^的|[他她我]的?|(?<=[，,；]))(?:爸爸?|妈妈?|爹|娘|父亲|母亲|父母|爷爷|奶奶|外公|外婆|阿[爸妈]|哥哥|姐姐|叔叔|阿姨|老师)[^，。；！？\n]*/gu;
/** 我在样例小学支教: the writer tells of themselves. */
const OF_WRITER = /我们?(?![校班家])[^，。；！？\n]*/gu;
const ofOwn = (text: string): string => text.replaceAll(OF_KIN, '');
const withoutKin = (text: string): string => ofOwn(text).replaceAll(OF_WRITER, '');
/** Where a sentence ends or goes over to somebody else. */
const ENDS =
  /[。；！？]|，(?=[他她]?的?(?:妈妈|爸爸|父亲|母亲|父母|奶奶|爷爷|外婆|外公|阿[妈爸]|哥哥|姐姐|老师|校长|班主任|志愿者|丈夫|妻子))/u;
/** How much of a unit before and behind a name is looked at. */
const BEFORE = 48;
const AFTER = 80;

/** What stands of a unit before a name and behind it, up to a pause that ends the thought. */
const sidesOf = ({ unit, name }: Passage['mentions'][number]) => ({
  before: unit.masked.slice(Math.max(0, name.start - BEFORE), name.start).replaceAll(OFFICE_OF_PUPILS, '学生'),
  after: unit.masked.slice(name.end, name.end + AFTER).replaceAll(OFFICE_OF_PUPILS, '学生'),
});
/** Offices that only pupils and students hold, and what pupils write for one another. */
const OFFICE_OF_PUPILS =
  /(?<=班的?)团支?部?书记|学生会的?(?:副?主席|副?会长|副?部长|干部|干事|委员|成员)|(?:班|学生|小|少先队)干部|(?<=同学|学生|队员|小朋友|孩子们?)[，、\s]?执笔/gu;

/** 小 before a given name, no surname: what only children are called in writing. */
const isPetName = ({ name, form }: FoundName) => form === 'familiar' && name.length > 2;

/** Whether a later piece of the same sentence goes on about somebody (；她才上一年级) and says so. */
const goesOnAs = (after: string, does: RegExp): boolean =>
  after
    .split(/[。；！？]|，(?=[他她])/u)
    .slice(1)
    .some((piece) => /^[他她这]/u.test(piece) && does.test(withoutKin(piece)));

/** What belongs to the days of a pupil. */
const OF_SCHOOLDAYS = /放了?学|作业|红领巾|校服/u;
/** “我叫…，住在…”小姑娘说: who speaks of themselves, and who that is. */
const OF_SELF = /我(?:名|的名字)?[叫是]$/u;
const SAID_BY_CHILD = new RegExp(
  `(?:”|^)[^。，”]{0,12}(?:${CHILD_WORDS})[^。，”]{0,6}(?:说|道|喊|答|告诉|介绍|笑|问|念)`,
  'u',
);
/** 我是…的爸爸: who is named is the child. */
const CHILD_OF_PARENT = /^的(?:爸爸|妈妈|父亲|母亲|家长|奶奶|爷爷|外婆|外公|监护人)(?=[，。；！]|$)/u;
/** 孩子里个头最小的叫…: one of those told of before. */
const CHILD_OF_THOSE =
  /(?:孩子|同学|学生|小朋友)们?(?:里|中|当中|里面|之中)?[^。；！？\ue000]{0,16}最[^，。；！？]{0,6}的(?:那个|一个)?(?:[，,]?[叫是]|[，,]?(?:要数|老师说叫|名叫))?[“"]?$/u;

/** Whether somebody is a child or grown up, by all that the story says of the name. */
export function whoIs(passage: Passage, today: string): Who {
  const now = [...passage.mentions.map(({ unit }) => unit), ...passage.around].some(({ masked }) => GROWN.test(masked));
  if (now) return { child: null, adult: true };
  const beside = ageBeside(passage, today);
  if (beside !== null) return { child: beside < 18 ? 'own' : null, adult: beside >= 18 };
  let own = false;
  let adult = false;
  // Two of one name: the one who is called a child beside the name is one.
  let called = false;
  for (const mention of passage.mentions) {
    const { before, after } = sidesOf(mention);
    const [clause = ''] = after.split(ENDS);
    const { under } = mention.unit;
    if (PUPIL_BEFORE.test(before) && !TITLED.test(after)) called = true;
    else if (/我是$/u.test(before) && CHILD_OF_PARENT.test(after)) called = true;
    else if (
      KIN_BEFORE.test(before) ||
      (isTitled(mention) && !SPOKEN_TO.test(before)) ||
      ADULT_HEAD.test(under) ||
      DREW_UP.test(before) ||
      ADULT_CELL.test(clause) ||
      STUDIES.test(before) ||
      AT_IT.test(before) ||
      (ADULT_ROW.test(before) && !SPOKEN_TO.test(before)) ||
      (ADULT.before.test(before) && !SPOKEN_TO.test(before)) ||
      ADULT.after.test(ofOwn(after)) ||
      (ADULT.beside.test(ofOwn(after)) && !CHILD_DOES.test(clause))
    )
      adult = true;
    else if (
      CHILD_HEAD.test(under) ||
      CHILD_BEFORE.test(before) ||
      CHILD_CALLED.test(before) ||
      CHILD_AFTER.test(after)
    )
      called = true;
    else if (
      /[他她](?:叫|名叫|的名字[叫是])[“"‘]?$/u.test(before) &&
      passage.ahead.some(({ masked }) => ONE_CHILD.test(masked))
    )
      called = true;
    else if (
      (OF_SELF.test(before) &&
        [after, ...passage.around.map(({ masked }) => masked)].some((text) => SAID_BY_CHILD.test(text))) ||
      CHILD_OF_THOSE.test(before)
    )
      called = true;
    else if (TOLD_BY_TEACHER.test(before) && IN_LESSON.test(after)) called = true;
    else if (CHILD_OF_ROW.test(before) && passage.ahead.some(({ masked }) => CHILDREN.test(masked))) called = true;
    else if (isPetName(mention.name)) own = true;
    if (ADULT_DOES.test(withoutKin(clause))) adult = true;
    else if (goesOnAs(after, CHILD_DOES) || CHILD_DOES.test(clause) || OF_SCHOOLDAYS.test(clause)) own = true;
  }
  if (called) return { child: 'own', adult: false };
  const age = adult ? null : ageAround(passage);
  if (age !== null) return { child: age < 18 ? 'own' : null, adult: age >= 18 };
  let near = false;
  for (const { masked } of [...passage.ahead, ...passage.around]) {
    if (IS_PUPIL.test(masked)) return { child: 'own', adult: false };
    if (ADULT_DOES.test(withoutKin(masked)) || ADULT_GOES_ON.test(masked)) adult = true;
    else if (CHILD_DOES.test(masked) || CHILD_GOES_ON.test(masked)) own = true;
  }
  own ||= passage.around.some(({ masked }) => ABOUT_CHILD.test(withoutKin(masked)));
  near ||= [...passage.around, ...passage.mentions.map(({ unit }) => unit)].some(({ masked }) =>
    NEAR.test(withoutVisits(masked)),
  );
  near ||= passage.mentions.some(isOfSchool);
  const tale = isMadeUp(passage);
  return { child: own && !tale ? 'own' : near && !tale ? 'near' : null, adult };
}

/** A sentence that goes on about somebody and says what they are. */
const ADULT_GOES_ON = new RegExp(
  `^(?:他|她|这位|这名|现|曾|是)[^。]{0,20}(?:是|任|叫|位|名)[^。，]{0,14}(?:${ADULT_WORDS})`,
  'u',
);
const CHILD_GOES_ON = /^(?:他|她|这个|那个)[^。]{0,20}(?:男孩|女孩|孩子|学生|小姑娘)/u;
/** What a sentence about somebody says only of a child. */
const ABOUT_CHILD =
  /^小(?:姑娘|家伙|男孩|女孩|丫头)|背[^，。；]{0,6}课文|奖状[^，。；]{0,4}[贴挂]|(?:^|[他她]|小姑娘|小家伙|女孩|男孩)[^，。；]{0,3}放了?学(?!后?，[^，。]{0,4}(?:孩子|学生))|(?:学前班|幼儿园)(?!的?老师|门口|园长)|同桌|红领巾|换门牙|掉[^，。；]{0,3}牙|[一二三四五六七八九]年级(?!的?(?:老师|语文|数学|班主任|教室|孩子|学生|课|上课))/u;
const NEAR = new RegExp(
  `[初高][一二三]|插班|住校|就读|年级|寝室|宿舍|舍长|这孩子|小家伙|这小子|该生|[一二三四五六七八九\\d）)]班|作文|日记|教室|同桌|作业|放了?学|(?<![送接陪供让带][^，。；！？\\n]{0,8})上学|[他她]的(?:班主任|老师)|全班第|红榜|考上(?:初中|高中)|守门员|举旗|${CHILD_WORDS}`,
  'u',
);
const SCHOOL =
  '(?:小学|中学|完小|附小|村小|县小|中心校|教学点|幼教点|民族学校|[县市区][一二三四五]小|[一二三四五六]中(?!心))';
/** 样例小学的样例, 样例（样例小学）, 样例，样例小学: a school that is told of somebody, not one that stands in what they do. */
const OF_SCHOOL_BEFORE = new RegExp(
  `(?<!在[^，。；！？\\n]{0,12})${SCHOOL}[^，。；！？\\n]{0,8}(?:[的：:、，\\s“（(]|${BLANK}|[员手长]|叫|是)*$|${SCHOOL}[^。；！？\\n]{0,20}名[单册录][：:][^。；！？\\n]*$`,
  'u',
);
const OF_SCHOOL_AFTER = new RegExp(
  `^[”"’]?(?:[（(，,、：:\\s/｜—-]|是|来自|家住|，[男女])+[^，。；！？\\n]{0,16}${SCHOOL}`,
  'u',
);
const isOfSchool = (mention: Passage['mentions'][number]): boolean => {
  const { before, after } = sidesOf(mention);
  return OF_SCHOOL_BEFORE.test(before) || OF_SCHOOL_AFTER.test(after);
};

/**
 * What brings somebody to a school who is no pupil there: 来到…小学, 把信送到…小学, 在…小学待了三年, 给…中学捐了书; and the
 * children to whom something is done. A clause with nothing else says nothing of who bears the name.
 */
const VISITS = new RegExp(
  [
    '(?:走进|来到|去到|赶到|前往|路过|经过|拉到|送到|寄到|运到|开到|搬到|坐车到|飞到|回到|常去|去过|到过)[^，。；！？\\n]{0,14}?(?:小学|中学|完小|学校)(?!读|上学|念|就读|报到|上[一二三四五六])',
    `在[^，。；！？\\n]{0,14}?(?:小学|中学|完小|学校)(?:门口|旁边?|附近|对面|外)?(?:一共|前后|整整)?(?:待|呆|烧|扫|守|干|熬|忙|过年|修|种|开了|做饭)[^，。；！？\\n]*`,
    '给[^，。；！？\\n]{0,14}?(?:小学|中学|完小|学校)[^，。；！？\\n]{0,6}?(?:捐|寄|送|拉|运|修|买)[^，。；！？\\n]*',
    '(?:给|教|陪|看着?|听|带着?|领着?|和|跟|与|帮)[^，。；！？\\n]{0,14}?(?:孩子|学生)们[^，。；！？\\n]*',
    '(?:交|递|送|寄|还)给[^，。；！？\\n]{0,8}?(?:值日生|孩子|学生)们?',
    '孩子们(?![^，。；！？\\n]*叫)[^，。；！？\\n]*|[^，。；！？\\n]*最?(?:惦记|牵挂|放心不下)[^，。；！？\\n]*',
  ].join('|'),
  'gu',
);
const withoutVisits = (text: string): string => text.replaceAll(VISITS, '');

/** How far from a name words still tell of who bears it. */
const NEARBY = 90;

/** What the story tells of somebody, names taken out: what stands beside the name, and what goes on about the same person. */
export const tellingOf = ({ mentions, ahead, around }: Passage): string[] => [
  ...mentions.map(({ unit, name }) => {
    const beside = unit.masked.slice(Math.max(0, name.start - NEARBY), name.end + NEARBY);
    return unit.under === '' ? beside : `${unit.under}：${beside}`;
  }),
  ...[...ahead, ...around].map(({ masked }) => masked.slice(0, 2 * NEARBY)),
];

/** What somebody does who gives, at once behind the name: 张样例资助了…, 李样例同学带头… */
const GIVES =
  /^(?!家|户)(?:同学)?(?:[、和与\ue000等]{0,20})(?:[^，。；！？\n]{0,5}?)(?<![受被获得])(?:资助(?:了|的|过)|捐(?!助档|[款赠助]人|了?一?个?[肾肝])|带头|募集|筹集|送去|送来|看望|走访|慰问(?!金)|帮扶(?!对象|资金|金|款|户)|救助了|雇[了用]|(?:给|为|帮)[\d一二三四五六七八九十百两几]+个?人|强调|指出|表示(?![^。；！？]{0,16}(?:感谢|要不是|多亏|家里|报答|回报|好好|努力))|认为|宣布|负责|登记|(?<!经)审核|审阅|主刀|教(?!育|室)|任|(?:三代)?行医|带人|带出了?|带着[^，。；]{0,8}(?:队|员|者|干部)|转运|了解到?|(?:相继)?研制|接任|擅长|帮助|看在)|^[，,]?负责|^[^。；！？\n]{0,40}?(?:研制|发明|创办|救助|帮助)[^，。；]{0,6}(?:贫困|困难|病|残)|^[^。；！？\n]{0,60}?(?:资助|帮扶|照顾|照料)(?:了|过|着)?(?:[一两三四五六七八九十\d多几]{1,3})(?:余|多)?[名个位户]|^[^。；！？\n]{0,24}?(?:向|(?<!写)给|(?<!因)为)(?![他她])[^。；！？，\n]{0,20}(?:捐(?![款赠助]人)|募|义诊|送(?!上|了?一?条?哈达|别|行)|补课|讲课)|^[^。；！？\n]{0,30}?(?:把|将|拿出|用|从)[^。；！？\n]{0,24}?(?<![受被获得到])(?:捐[给出赠献了]|资助(?:了|过|两|三|\d))|^(?![的家舅叔伯姑姨姐哥弟妹爸妈])[^，。；！？\n收领得拿]{0,12}(?:汇|寄|打|转|捐)[来出给去了][^，。；]{0,8}[百千万元]/u;

/** A list of those who gave, on one line: 捐款明细：张样例500元、李样例200元. */
const GIVERS =
  /(?<!(?:收到|领取?|获得|拿到|获|受)[^，。：:]{0,3})(?:捐[款赠资物]|认捐|募捐|爱心|善款|赞助|义捐)(?![^。：:]{0,10}(?:发放|领取|受[助赠益]|接收|清单))[^。：:，]{0,10}[：:][^。]*$/u;

/** 教她的是裁缝样例, 由样例主持: who gives is told last, or does it. */
const GIVER_IS = /[教送帮带陪治救捐][^，。；]{0,8}的人?就?是[^，。；！？]{0,8}$|发起人是[^，。；！？]{0,8}$/u;
const BY_WHOM = /由[^，。；！？]{0,8}$/u;
const CONDUCTS = /^(?:主持|宣读|颁发|发放|讲解|经办|组织)/u;

/** 为肢体残疾的样例送去轮椅: the giver was named before. */
const RECEIVES = /(?:为|给|向|帮|替|把|让)[^，。；！？]{0,16}$/u;

/** Titles that a name is announced with say who teaches, heals, leads or serves; what pupils are chosen for is none. */
const TITLE =
  /(?:(?<![班队组舍会])长|(?<![队学团会组演解党议播委]|炊事|保洁|驾驶|快递|饲养|售货|服务|营业|放映|邮递|水管|管护|清洁|环卫|保安|外卖|收银|搬运|装卸)员|(?<!厨|理发|魔术)师|书记|主任|教授|博士|专家|律师|法官|干部|干事|警|经理|董事|总裁|院士|理事|顾问|导演|司机|医|护士|老板|烈士|将军|司令|政委|支书|匠|领导|负责人|创始人|会计|出纳)$/u;
const isTitled = ({ unit, name }: Passage['mentions'][number]): boolean =>
  name.before?.role === 'adult' &&
  TITLE.test(name.before.word) &&
  !/[小生]$/u.test(unit.text.slice(0, Math.max(0, name.start - name.before.word.length)));

/** What somebody in need is called, at once before the name: whoever is named so helps nobody there. */
const IN_NEED =
  /(?:(?:贫困|困难|受灾|低保|五保|特困|监测|脱贫|建档立卡|边缘易致贫|搬迁|帮扶)户|患儿|患者|孤儿|遗孤|遗属|受助(?:大?学生|学子|新生|人|者|对象|家庭)|(?:贫困|困难|特困|低保|五保|残疾|患病|重病|受灾|失独|留守|困境|孤寡|失学|辍学|脱贫)(?:家庭)?(?:的)?(?:学?生|大?学生|新生|学子|母亲|妇女|老人|职工|党员|群众|牧民|村民|青年|少年|儿童|[男女]孩|姑娘|家长|父亲|阿[妈爸]|子女|教师|医生|工人|农民|人|者|对象))(?:代表|的)?$/u;

/** Whether somebody is named as one who is aided: 受助学生…, a name in a list of those who are. */
export const isNamedAsAided = ({ mentions, around }: Passage): boolean =>
  around.some(({ masked }) => AIDED_AROUND.test(masked)) ||
  mentions.some(({ unit, name }) => {
    const before = unit.masked.slice(Math.max(0, name.start - BEFORE), name.start);
    return (
      (AIDED_BEFORE.test(before) && RECEIVES_THERE.test(unit.masked)) ||
      AIDED_ROW.test(before) ||
      AIDED_WHOM.test(before) ||
      AIDED_LIST.test(unit.under) ||
      AIDED_AFTER.test(unit.masked.slice(name.end, name.end + AFTER))
    );
  });
const AIDED =
  '(?:受助|受资助|被资助|获资助|受捐[助赠]|受救助|被救助|被扶助|受扶助|获救助|受赠|领取助学金)(?!人数|金额|率|面|工作|政策)';
const AIDED_BEFORE = new RegExp(`${AIDED}[^。；！？，给向]{0,16}(?:[，：:][^。；！？，]{0,18})?$`, 'u');
/** 受助学生…说 tells no more than who speaks; a row of names, or that something is handed over, tells who got it. */
const RECEIVES_THERE =
  /名单|名册|名字里|[：:、]|接过|领[到取了]|收到|拿到|[递交送转]给|手[中里上]|信封|新[修盖建]|图为|合影|（[^（）]{0,10}(?:大学|学院)/u;
const AIDED_LIST = new RegExp(
  `${AIDED}|(?:助学|\\p{Script=Han}学子|圆梦|春蕾|扶困|济困|帮困|低保|特困|五保|孤儿|孤寡|残疾人|困境|留守|送温暖|微心愿)[^，。；！？]{0,8}(?:名单|名册|公示|对象|花名册)|(?:资助|救助|帮扶|慰问|补助)(?:对象|名单|花名册)`,
  'u',
);
/** The same where the names stand on the line of their heading: 资助名单：央宗、米玛. */
const AIDED_ROW =
  /(?:获得?|得到|享受|入选|列入)[“"]?(?:[^，。；]{0,8}(?:资助|助学|扶助|救助|学子|春蕾|圆梦))[^，。；！？]{0,6}[”"]?的?(?:有|是|为|：)[^。；！？]{0,40}$|(?:助学|资助|圆梦|春蕾|扶困|济困|帮困|低保|特困|五保|孤儿|孤寡|残疾人|困境|留守|送温暖|帮扶|慰问|补助|救助)[^，。；！？：:]{0,10}(?:名单|名册|公示|对象|花名册|学生|学子|儿童)[^，。；！？：:]{0,8}(?:[：:]|里?有|是|为)[^。；！？]{0,40}$|学子[”"]?名单[^。；！？]{0,40}$/u;
const AIDED_WHOM =
  /(?<![受被获])(?:资助|帮扶|救助)(?:了|的)?(?:[^，。；！？：:]{0,8}(?:学生|孩子|女孩|男孩|新生|青年|对象)(?:[叫是]|名叫)?)?\ue000*$/u;
const AIDED_AROUND = new RegExp(`^(?:他|她)[^。；，]{0,12}${AIDED}`, 'u');
const AIDED_AFTER = new RegExp(`^[^，。；！？]{0,6}[，,]?(?:是|为|作为|成为|列入)[^，。；]{0,12}${AIDED}`, 'u');

/** Whether somebody is told of as one who helps, so that hardship and money beside the name are others'. */
export const helps = ({ mentions, ahead, around }: Passage): boolean => {
  const beside = [...ahead, ...around].map(({ masked }) => masked);
  return (
    mentions.some((mention) => {
      const { before, after } = sidesOf(mention);
      if (IN_NEED.test(before)) return false;
      return (
        ADULT_HEAD.test(mention.unit.under) ||
        (DREW_UP.test(before) && !tellsOwnNeed(after)) ||
        GIVER_IS.test(before) ||
        isAddressed(before, mention.name.name, after) ||
        (BY_WHOM.test(before) && CONDUCTS.test(after)) ||
        GIVERS.test(mention.unit.masked.slice(0, mention.name.start)) ||
        (GIVES.test(after) && !RECEIVES.test(before)) ||
        (hasOffice(mention) && !isInNeed(after, beside))
      );
    }) || beside.some((text) => HELPER_GOES_ON.test(text))
  );
};
/** “李阿姨，我升入中学了”, 寄给王样例阿姨: to whom somebody writes who was helped. */
const isAddressed = (before: string, name: string, after: string): boolean =>
  /^(?:阿姨|叔叔)\s?$/u.test(after) ||
  (/(?:阿姨|叔叔)$/u.test(name) && /(?:^|[“：:]|亲爱的)$/u.test(before) && /^[，,！!：:]/u.test(after));

/** Whether the words beside a name give its bearer an office of those who help. */
function hasOffice(mention: Passage['mentions'][number]): boolean {
  const { before, after } = sidesOf(mention);
  return (
    isTitled(mention) ||
    HELPER.before.test(before) ||
    HELPER.after.test(ofOwn(after)) ||
    HELPER.beside.test(ofOwn(after))
  );
}

/** Others whom a clause tells of, and what is done for them. */
const OTHERS =
  /孩子|学生|同学|老人|病人|患[者儿]|别人|人家|他们|她们|村民|乡亲|群众|老乡|牧民|残疾人|孤儿|困难|贫困|受灾|家庭|[一二三两几\d][名位个户]|[给帮替送救治]|照[顾料]|(?<!因)为|资助|[筹募捐]|说|介绍|表示|透露|指出|知道|看望|慰问(?!金)|来到|走访|每人|低保|户|发[给放]|义卖|主刀|[台例][^，。；]{0,8}手术/u;
/**
 * Whether it is told of somebody with an office that they are in need themselves and are given aid: 村医…给别人看了一辈子
 * 病，自己的脑瘤却拖到走不稳路。县里送上慰问金.
 */
const isInNeed = (after: string, beside: readonly string[]): boolean =>
  tellsOwnNeed(after) && [after, ...beside].some((text) => tellsAid(text) || FREE.test(text));
/** Up to the first clause about others each is told of whoever was named; a later one only where it says so. */
const tellsOwnNeed = (after: string): boolean => {
  const clauses = after.split(/[，。；！？]/u);
  const others = clauses.findIndex((clause) => OTHERS.test(clause));
  return clauses.some(
    (clause, at) =>
      !OTHERS.test(clause) && (others < 0 || at < others || /^[他她]?自己/u.test(clause)) && tellsHardship(clause),
  );
};
const FREE = /免[了去费收除]|全免/u;
const HELPER_GOES_ON = new RegExp(
  `^(?:他|她|这位|这名|现|曾|是)[^。]{0,20}(?:是|任|叫|位|名)[^。，]{0,14}(?:${HELPER_WORDS})`,
  'u',
);
