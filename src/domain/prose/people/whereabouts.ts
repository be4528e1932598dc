import { type Sign, signsIn } from './minors-signs.ts';

const TOWNSHIP =
  /\p{Script=Han}{0,3}(?![的在到从和与个各每这那本该全农乡山下回家故老返水他异同城两多几名所一小大困范驻进入出邻牧新])\p{Script=Han}(?:[乡](?![下里村镇亲愁音土情间])|镇(?![静定压痛])|村(?![民里委口级干支医落子长史务校官]))|\p{Script=Han}[^\P{Script=Han}的在座]山[乡镇](?![下里])|\p{Script=Han}{2}(?:小区|社区|街道|牧场|林场|农场|居委会|安置点|搬迁点)|[村乡镇县][一二三四五六七八九十\d]{1,2}组/gu;
const COUNTY_SCHOOL =
  /[县区乡镇](?:第[一二三四五六七八九十]{1,2}|中心)?(?:小学|中学|完小|幼儿园|完全小学|高中|初中)|第[一二三四五六七八九十\d]{1,3}(?:高级|完全)?(?:中学|小学|中|幼儿园)|学校在[^，。；！？\n]{1,10}?[县区乡镇村]|\p{Script=Han}{2}[一二三四五六七八九十]高(?![考级中年])|(?:[县市区]|\p{Script=Han}{2})[一二三四五六七八九十]小(?![时组队步块姐孩学心])|\p{Script=Han}{2}教学点|(?:儿童)?福利院|(?:职业|特殊|师范|体育)\p{Script=Han}{0,4}学校/gu;
const MORE_CLASSES =
  /毕业班|[大中小]班(?![车长])|培智班|学前班|学号|班号|(?<![\p{Script=Han}\d])[一二三四五六七八九][（(]\d{1,2}[）)](?!\p{Script=Han}?[条款项])|(?<![\d第])[一二三四五六七八九]班(?![车次子组人岗])/gu;
const HOME =
  /(?:家[就住也]?在|家住|住在?|来自|老家|家乡，?在?)[^，。；！？\n的]{0,6}?(?:\p{Script=Han}{2,8}[市县区州]|[^\P{Script=Han}的山偏农牧乡这那自高远边一]{4,6}(?=[，。、；）]|$))/gu;

/** Where somebody can be found, as a passage tells it: school, class, township, home. */
export function whereaboutsIn(text: string): Sign[] {
  const more = (kind: Sign['kind'], pattern: RegExp): Sign[] =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ kind, start: index, end: index + words.length }));
  return [
    ...signsIn(text),
    ...more('school', COUNTY_SCHOOL),
    ...more('class', MORE_CLASSES),
    ...more('home', TOWNSHIP),
    ...more('home', HOME),
  ];
}
