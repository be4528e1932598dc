import { matchesIn } from '../../text/glance.ts';
import { wordBoundsOf } from '../../text/names/reading.ts';
import { PROVINCE_NAME } from '../../text/provinces.ts';
import type { Range } from '../prose.ts';

/**
 * What tells where a child can be found. `place`: a village or a county, too wide or too unsure to be certain; `grade`:
 * a year at a school that is named elsewhere, if at all.
 */
export type SignKind = 'school' | 'class' | 'grade' | 'home' | 'place';

export interface Sign extends Range {
  readonly kind: SignKind;
}

const SCHOOL = /\p{Script=Han}{1,14}?(?:小学|中学|学校|幼儿园|附小|附中|一中|二中|三中|完小)/gu;
/** Words before the name of a school that are no part of it. */
const CUT =
  /^.*(?:就读于?|读于|来自|考[入上进]|转[入到]|进入|走进|毕业于?|[在于到从的是和与读上念入进去给向为对了所个些这那们回座各全某另每让把将被有也都还]|里(?!$)|(?<=[村乡镇县市区城山寨沟坡湾家校班这那哪手心])里)/u;
const COMMON_SCHOOL =
  /^(?:[全各那到和上入进去给向为对回座有]|乡村|农村|城市|当地|本地|中心|希望|公办|民办|寄宿制?|寄宿|结对|援助|对口|普通|职业|完全|九年一贯制|偏远|边远|高原|边境|边陲|特殊教育|附属|重点|一般|市|县|区|省|乡|镇|村|各地|两地|双方|山村|牧区|同一|乡镇|市县|新|老|小|大|孩子|学生|自己|母|我|你|他|她|两|多|几|数|受援|共建|技工|中等|高等|专科|党|团|职教|贫困|地区|山区|西部|内地|基层|高海拔|海拔|示范|民族|双语|国际|名牌|省级|市级|县级|所在|现在|原来|以前|别的|其他|许多|很多|不少|部分|所有|周边|附近|邻近|优质|\p{Script=Han}?名|一|二|三|四|五)*$/u;
const OTHERS_AFTER =
  /^(?:的)?(?:老师|教师|校长|班主任|志愿|团委|团员|辅导员|少先队(?!员)|(?:少先)?队员们|大队(?![委长])|寄|捐|送|发来|同学们|师生|孩子们|学生们|小朋友们|笔友(?![：:])|支教|任教|教书|毕业)/u;
const OTHERS_BEFORE = /(?:毕业于?|任教于?|支教于?|考入|考上|考取|调到|援建了?)$/u;

/**
 * Of these words, those that begin names of schools too: 向阳, 和平, 那曲, 回龙. There they are no words of their own, or
 * leave a single character.
 */
const MAY_BEGIN = /^[到和上入进去给向为对那回座各全有]/u;

/** What of the words before 小学 is its name. */
function schoolNameIn(text: string, end: number, stem: string): string {
  const own = stem.replace(CUT, '');
  const { isBound } = wordBoundsOf(text);
  const from = end - own.length;
  // The word that was cut off last, if it is one character of a longer word.
  const longer = stem.slice(0, stem.length - own.length).slice(-1) + own;
  return own !== stem && MAY_BEGIN.test(longer) && (own.length === 1 || !isBound(from)) ? longer : own;
}

function schoolsIn(text: string): Sign[] {
  return matchesIn(text, SCHOOL).flatMap(({ index, 0: words }): Sign[] => {
    const end = index + words.length;
    const stem = words.replace(/(?:小学|中学|学校|幼儿园|附小|附中|[一二三]中|完小)$/u, '');
    const own = schoolNameIn(text, index + stem.length, stem);
    const start = index + stem.length - own.length;
    if (own.length < 2 || COMMON_SCHOOL.test(own) || OTHERS_AFTER.test(text.slice(end, end + 5))) return [];
    if (OTHERS_BEFORE.test(text.slice(Math.max(0, start - 4), start))) return [];
    return [{ kind: 'school', start, end }];
  });
}

const N = '[一二三四五六七八九十\\d]{1,3}';
const CLASS = new RegExp(
  `(?:[一二三四五六七八九1-9]年级|[初高][一二三])\\s?[（(]?(?:${N}|[甲乙丙丁]|(?!毕业|兴趣|培训|补习|实验|重点|平行|普通|提高|冲刺|特长|舞蹈|书法|美术|学生|同学|老师|孩子)\\p{Script=Han}{2})[）)]?班|` +
    `(?<!\\p{Script=Han})[一二三四五六七八九][（(]${N}[）)]班|[（(]\\d{1,2}[）)]班|` +
    `(?<![\\d第])\\d{1,4}班(?![车次子组机人岗倒])|(?<=^|幼儿园|[^\\p{Script=Han}\\d])[大中小][一二三四]班|` +
    '(?<!消防|交警|武警|骑警|公安|巡逻|边防|执勤|机动|特勤|森林|飞行|运输|民兵|[少先的个支各])中队(?!长|辅导)',
  'gu',
);

const classesIn = (text: string): Sign[] =>
  matchesIn(text, CLASS).flatMap(({ index, 0: words }): Sign[] => {
    const end = index + words.length;
    return OTHERS_AFTER.test(text.slice(end, end + 5)) ? [] : [{ kind: 'class', start: index, end }];
  });

const LIVES = /(?:家住|住在|老家在|家就?在|来自|住址[是为：]?)([^，。；！？\n]{1,24})/gu;
const HAMLET =
  /[村组屯寨巷](?!民|里|委|口|级|干|支|小学|中|医|落|子|长|织)|小区|社区|[路街]|胡同|号楼?|[栋幢]|居委会|公寓|花园/u;
const TOWNSHIP = /\p{Script=Han}{2,}(?:[乡镇](?!下|里|村|间|上|小|中心|政府|卫生)|[县市区](?!里|城|第))/u;
const COMMON_VILLAGE =
  /(?:^|[山牧农小渔乡新同本该邻全各每驻进入下回到]|这个|一个|自己的?|偏远的?|边远的?|高原|边境|贫困|示范|小康|搬迁|易地|幸福|美丽|生态|牧民|大)$/u;

function homesIn(text: string): Sign[] {
  return matchesIn(text, LIVES).flatMap(({ index, 0: words, 1: where = '' }): Sign[] => {
    const sign = (kind: SignKind): Sign[] => [{ kind, start: index, end: index + words.length }];
    const hamlet = HAMLET.exec(where);
    if (hamlet && !(hamlet[0] === '村' && COMMON_VILLAGE.test(where.slice(0, hamlet.index)))) return sign('home');
    if (/^(?:\p{Script=Han}{0,12}?)(?:小学|中学|学校|大学|学院)/u.test(where)) return [];
    return TOWNSHIP.test(where)
      ? sign(words.startsWith('来自') ? 'place' : /[乡镇]/u.test(where) ? 'home' : 'place')
      : [];
  });
}

const VILLAGE =
  /(\p{Script=Han}{1,8}?)(?:村(?!民|里|委|口|级|干|支|小学|中|医|落|庄|子|头|长|上)(?:\p{Script=Han}{0,2}组)?|小区)/gu;

const villagesIn = (text: string): Sign[] =>
  matchesIn(text, VILLAGE).flatMap(({ index, 0: words, 1: stem = '' }): Sign[] => {
    const own = stem.replace(CUT, '');
    if (own.length < 2 || COMMON_VILLAGE.test(own)) return [];
    return [{ kind: 'place', start: index + stem.length - own.length, end: index + words.length }];
  });

/** Whether a text has any word of a school, a class or a home: most have none. */
export const mayTellWhere = (text: string): boolean =>
  /小学|中学|学校|年级|[初高][一二三]|幼儿园|附[小中]|[\d一二三四五六七八九十]中|完小|教学点|[一二三四五六七八九]小|场|安置|搬迁|居委|班|中队|福利院|宿舍|寝室|舍长|楼|栋|单元|牧|沟|坳|坪|岭|湾|坝|屯|寨|坡|嘎查|苏木|蒙古包|院子|帐篷|中心校|幼教|村小|附小|一完小|家|[二三四五六七八九十]高|[（(]\d|[乡镇村]|小区|社区|街道|组|住|学号|家就?在|来自|老家|岁|[县区]的|\p{Script=Han}人[，,。）)]/u.test(
    text,
  );

/** More are not looked at in one sentence. */
const MOST = 40;

/** Schools, classes and homes by name in a sentence; 一所小学, 村里的孩子 and the school of those who wrote are none. */
export function signsIn(text: string): Sign[] {
  const certain = [...schoolsIn(text), ...classesIn(text), ...homesIn(text)];
  const places = villagesIn(text).filter((place) => !certain.some((c) => c.start < place.end && place.start < c.end));
  return [...certain, ...places].slice(0, MOST);
}

const LOOSE_TOWNSHIP =
  /\p{Script=Han}{0,3}(?![的在到从和与个各每这那本该全农乡山下回家故老返水他异同城两多几名所一小大困范驻进入出邻牧新])\p{Script=Han}(?:[乡](?![下里村镇亲愁音土情间])|镇(?![静定压痛])|村(?![民里委口级干支医落子长史务校官]))|\p{Script=Han}[^\P{Script=Han}的在座]山[乡镇](?![下里])|\p{Script=Han}{2}(?:小区|社区|街道|牧场|林场|农场|居委会|安置点|搬迁点)|[村乡镇县][一二三四五六七八九十\d]{1,2}组/gu;
const COUNTY_SCHOOL =
  /[县市区乡镇](?:第[一二三四五六七八九十]{1,2}|中心)?(?:小学|中学|完小|幼儿园|完全小学|高中|初中)|第[一二三四五六七八九十\d]{1,3}(?:高级|完全)?(?:中学|小学|中|幼儿园)|学校就?在[^，。；！？\n]{1,10}?(?:[县区乡镇村]|附近|旁边|对面|隔壁)|(?:附近|旁边|对面|隔壁|后面|边上)(?:的|那[所个家])\p{Script=Han}{0,4}(?:小学|中学|幼儿园|学校|教学点)|(?<=“)(?!希望|中心|一所)\p{Script=Han}{2,6}(?:小学|中学|完小|幼儿园)(?=”)|\p{Script=Han}{2}[一二三四五六七八九十]高(?![考级中年])|(?:[县市区]|\p{Script=Han}{2})[一二三四五六七八九十]小(?![时组队步块姐孩学心])|\p{Script=Han}{2}教学点|(?:儿童)?福利院|(?:职业|特殊|师范|体育)\p{Script=Han}{0,4}学校/gu;
/** Classes in few words, and posts that only one of a year holds. */
const MORE_CLASSES =
  /(?:[一二三四五六七八九1-9]年级|[初高][一二三])(?:的)?(?:小?班长|中队长|大队长|小队长|课代表|学习委员|旗手|鼓手)(?=\ue000|$)|毕业班|[大中小]班(?![车长])|培智班|学前班|学号|班号|(?:班级|教室|座位)在|(?<![\p{Script=Han}\d])[一二三四五六七八九][（(]\d{1,2}[）)](?!\p{Script=Han}?[条款项])|(?<![\d第])[一二三四五六七八九]班(?![车次子组人岗])/gu;
const HOME =
  /(?:家[就住也]?在|家住|住在?|来自|老家|家乡，?在?)[^，。；！？\n的]{0,6}?(?:\p{Script=Han}{2,8}[市县区州]|[^\P{Script=Han}的山偏农牧乡这那自高远边一]{4,6}(?=[，。、；）]|$))/gu;

/** Schools as people shorten them: 县一小, 完小, 附小, 二高, 教学点; beside a name they are enough to find it. */
const SHORT_SCHOOL =
  /(?:县|市|区|乡|镇|村|旗|州|城关)(?:[一二三四五六七八九十]{0,2}完?小(?!学|[\p{Script=Han}]?[组时队步姐孩心康])|[一二三四五六七八九十]{1,2}中(?!心)|小(?=宿舍|的|食堂|操场|门口|留)|幼(?=[大中小]班|儿园))|(?<![\p{Script=Han}])[一二三四五六七八九十]{1,2}[完]?小(?![时组队步姐孩心康学])|完小|附小|附中|中心校|幼教点|教学点|[\p{Script=Han}](?:高级|初级)中学|(?<!\p{Script=Han})[二三四]高(?![考级中年])|民族(?:小学|中学|学校)/gu;
/** Where a boarder sleeps: 208寝室, 宿舍2栋413, 301（舍长…）. */
const DORMITORY =
  /\d{2,4}\s?(?:寝室|宿舍|室的)|(?:宿舍|女生楼|男生楼)[^，。；！？\n]{0,4}\d|舍长|(?:一|二|三|四|五|六)楼[东西南北]侧/gu;
/** A house by its number, its floor, what stands beside it. */
const HOUSE =
  /\d{1,3}[栋幢]|\d{1,2}-\d{1,2}-\d{2,4}|[一二三四五六七八九十\d]号楼|[一二三四五六七八九十\d]单元|周转房|廉租房|安置房|蒙古包|(?:家|屋子|院子|帐篷)[^，。；！？\n]{0,3}(?:就?在|是)[^，。；！？\n]{0,14}(?:楼上|楼下|旁边|边上|后头|后面|对面|隔壁|往[东南西北左右]拐|第[一二三四五]个)|(?:第[一二三四五]个)[^，。；！？\n]{0,3}(?:院子|门|帐篷|屋)|家[^，。；！？\n]{0,2}在村[东西南北口头尾里]|住址[：:]\s?\p{Script=Han}{2}|(?:那户|那家)(?:就是|[。，])|(?:旁边|边上|对面|隔壁|后[头面]|前[头面]|楼[上下])[就便]?是[他她它]们?家/gu;
/** A province is too wide to find anybody in. */
const WIDE = new RegExp(`^(?:家?[住在]{0,2}|家乡在|老家在)${PROVINCE_NAME}[省人]?$`, 'u');
/** Where somebody is at home or comes from, without the word for its kind: 家住样山, 样山人, 样例县的小记者. */
const HOME_ANYWHERE =
  /(?:家住|家就?在|家乡在|老家在)(?!这|那|哪|本|该|远|山[上里下]|牧区|农村|乡下|城里|县城|村[里子]|[偏边深大]|草原|高原|南方|北方|当地|同|一起|一个)\p{Script=Han}{2,8}(?=[，。；、！？）]|$)|(?<=[，,（(]\s?|\ue000是)(?!藏族|汉族|本地|当地|外地|男|女|大|老|年轻|自治区|省|山里|农村|城里|乡下)\p{Script=Han}{2,8}(?<![持责办军族证领诉承传主客工专经监介成报代法护病证])人(?=[，,。；）)][^。]{0,14}(?:[读上念][^，。；]{0,6}[初高小]|[一二三四五六七八九]年级))|\p{Script=Han}{2,3}[县区](?!里|城|内|域|团|委|医|政)的?(?:[男女]孩儿?|姑娘|少年)?(?=\ue000)|[^\P{Script=Han}的在到从和回去]{2,6}(?:巷|胡同|里弄|家属院|大院|[路街]\d{1,4}号)[^，。；！？]{0,3}?的?(?:外婆|外公|奶奶|爷爷|姑姑|舅舅|自己|新)?家(?![长庭])|从[^，。；]{2,6}[乡镇县村](?:转|来|过来)|\ue000从\p{Script=Han}{2,3}来(?=[，。])|(?<=\ue000[（(])(?!男|女|化名|左|右|前|后|中|图|一年|二年|三年|四年|五年|六年)\p{Script=Han}{2,6}(?=[，,、]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})岁)|\p{Script=Han}{2,5}[县区](?!里|城|内|域)的?(?:小记者|小选手|小朋友|小学生|孩子|学生|少先队员|小演员|小作者)(?=\ue000)/gu;
/** Hamlets, pastures and hills that have a name: a child is at home there, comes from there or runs there. */
const HOME_HAMLET =
  /(?:家[就住也]?在|家住|住在?|来自|就?往|从|回|是|去)\s?(?!这|那|哪|本|该|全|各|每|山沟|水沟|小沟|上坡|下坡|山坡)\p{Script=Han}{1,4}(?:组|沟|坳|坪|岭|湾|坝|屯|寨|坡(?!度)|嘎查|苏木|牧点|牧场|林场|农场)(?![\p{Script=Han}]?[成织长员])|村子叫|在\p{Script=Han}{2,6}[县区市]?[上念读](?:小学|初中|中学|学)|(?<![\p{Script=Han}])(?![这那哪本该全各每小山])\p{Script=Han}{1,3}(?:嘎查|苏木)/gu;

/** The year of a pupil, without a class. */
const GRADE = /(?:[一二三四五六七八九1-9]年级|[初高][一二三](?![次名个的万百千]))(?!组)/gu;

/** Where somebody can be found, as a passage tells it: school, class, township, home. */
export function whereaboutsIn(text: string): Sign[] {
  const more = (kind: Sign['kind'], pattern: RegExp): Sign[] =>
    matchesIn(text, pattern).map(({ index, 0: words }) => ({ kind, start: index, end: index + words.length }));
  return [
    ...signsIn(text),
    ...more('school', COUNTY_SCHOOL),
    ...more('school', SHORT_SCHOOL),
    ...more('class', MORE_CLASSES),
    ...more('class', DORMITORY),
    ...more('grade', GRADE),
    ...more('home', LOOSE_TOWNSHIP),
    ...more('home', HOME),
    ...more('home', HOME_ANYWHERE).filter(({ start, end }) => !WIDE.test(text.slice(start, end))),
    ...more('home', HOUSE),
    ...more('home', HOME_HAMLET),
  ];
}
