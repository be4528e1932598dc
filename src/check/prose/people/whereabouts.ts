import { type Sign, signsIn } from './minors-signs.ts';

const TOWNSHIP =
  /\p{Script=Han}{0,3}(?![的在到从和与个各每这那本该全农乡山下回家故老返水他异同城两多几名所一小大困范驻进入出邻牧新])\p{Script=Han}(?:[乡](?![下里村镇亲愁音土情间])|镇(?![静定压痛])|村(?![民里委口级干支医落子长史务校官]))|\p{Script=Han}[^\P{Script=Han}的在座]山[乡镇](?![下里])|\p{Script=Han}{2}(?:小区|社区|街道|牧场|林场|农场|居委会|安置点|搬迁点)|[村乡镇县][一二三四五六七八九十\d]{1,2}组/gu;
const COUNTY_SCHOOL =
  /[县区乡镇](?:第[一二三四五六七八九十]{1,2}|中心)?(?:小学|中学|完小|幼儿园|完全小学|高中|初中)|第[一二三四五六七八九十\d]{1,3}(?:高级|完全)?(?:中学|小学|中|幼儿园)|学校在[^，。；！？\n]{1,10}?[县区乡镇村]|\p{Script=Han}{2}[一二三四五六七八九十]高(?![考级中年])|(?:[县市区]|\p{Script=Han}{2})[一二三四五六七八九十]小(?![时组队步块姐孩学心])|\p{Script=Han}{2}教学点|(?:儿童)?福利院|(?:职业|特殊|师范|体育)\p{Script=Han}{0,4}学校/gu;
const MORE_CLASSES =
  /毕业班|[大中小]班(?![车长])|培智班|学前班|学号|班号|(?:班级|教室|座位)在|(?<![\p{Script=Han}\d])[一二三四五六七八九][（(]\d{1,2}[）)](?!\p{Script=Han}?[条款项])|(?<![\d第])[一二三四五六七八九]班(?![车次子组人岗])/gu;
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
  /\d{1,3}[栋幢]|\d{1,2}-\d{1,2}-\d{2,4}|[一二三四五六七八九十\d]号楼|[一二三四五六七八九十\d]单元|周转房|廉租房|安置房|蒙古包|夏营地|(?:家|屋子|院子|帐篷)[^，。；！？\n]{0,3}(?:就?在|是)[^，。；！？\n]{0,14}(?:楼上|楼下|旁边|边上|后头|后面|对面|隔壁|往[东南西北左右]拐|第[一二三四五]个)|(?:第[一二三四五]个)[^，。；！？\n]{0,3}(?:院子|门|帐篷|屋)|家[^，。；！？\n]{0,2}在村[东西南北口头尾里]|住址[：:]\s?\p{Script=Han}{2}|(?:那户|那家)(?:就是|[。，])/gu;
/** Hamlets, pastures and hills that have a name: a child is at home there, comes from there or runs there. */
const HAMLET =
  /(?:家[就住也]?在|家住|住在?|来自|就?往|从|回|是|去)\s?(?!这|那|哪|本|该|全|各|每|山沟|水沟|小沟|上坡|下坡|山坡)\p{Script=Han}{1,4}(?:组|沟|坳|坪|岭|湾|坝|屯|寨|坡(?!度)|嘎查|苏木|牧点|牧场|林场|农场)(?![\p{Script=Han}]?[成织长员])|村子叫|在\p{Script=Han}{2,6}[县区市]?[上念读](?:小学|初中|中学|学)|(?<![\p{Script=Han}])(?![这那哪本该全各每小山])\p{Script=Han}{1,3}(?:嘎查|苏木)/gu;

/** Where somebody can be found, as a passage tells it: school, class, township, home. */
export function whereaboutsIn(text: string): Sign[] {
  const more = (kind: Sign['kind'], pattern: RegExp): Sign[] =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ kind, start: index, end: index + words.length }));
  return [
    ...signsIn(text),
    ...more('school', COUNTY_SCHOOL),
    ...more('school', SHORT_SCHOOL),
    ...more('class', MORE_CLASSES),
    ...more('class', DORMITORY),
    ...more('home', TOWNSHIP),
    ...more('home', HOME),
    ...more('home', HOUSE),
    ...more('home', HAMLET),
  ];
}
