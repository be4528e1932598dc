const HARDSHIP =
  /贫困|贫寒|贫苦|特困|困难家庭|家庭困难|家庭经济困难|生活困难|经济困难|经济拮据|手头拮据|家境(?!殷实|优渥|富裕|宽裕)|低保|五保|建档立卡|孤儿|单亲|离异|父母双亡|双亲|早逝|去世|过世|病逝|残疾|残障|重病|大病|患病|重症|瘫痪|癌|尿毒症|白血病|卧病|欠债|负债|债务|外债|欠下|辍学|失学|交不起|上不起学|凑不齐|凑不够|揭不开锅|留守儿童|相依为命|丧父|丧母|靠借|(?<!无|不)穷(?![尽极举])/u;
const AMOUNT =
  /(?:[\d０-９][\d０-９,，.]{0,15}\s?[十百千万亿]{0,2}|[一二两三四五六七八九十百千万亿几]{1,8})(?:余|多|来)?\s?[万亿]?(?:[美港欧]?元(?![旦月宵素件老帅首]|二次|一次|方程|化)|块钱|块学费|人民币)|[￥¥]\s?\d/gu;
/** Money of a whole project, not of one person. */
const TOTAL = /(?:共|总|合计|累计|基金|专项|预算|募集|筹集|募得|捐[赠款出资]|投入|投资|拨款)[^，。；]{0,12}$/u;

/** Whether a text tells of somebody's hardship. */
export const tellsHardship = (text: string): boolean => HARDSHIP.test(text);

/** Whether a text tells an amount of money. */
export const tellsAmount = (text: string): boolean => text.search(AMOUNT) >= 0;

/** Whether a text tells an amount that may be one person's: no total, no budget. */
export const tellsOwnAmount = (text: string): boolean =>
  [...text.matchAll(AMOUNT)].some(({ index }) => !TOTAL.test(text.slice(Math.max(0, index - 16), index)));
