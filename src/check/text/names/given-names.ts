import { CharacterSet, isHan } from './character-set.ts';

/** Characters of which given names are mostly made. */
const TYPICAL = new CharacterSet(
  '举源悠样乐楼苇沫虎楠柔满仓齐丫萌宵笛越彧翀霁朵糖果小伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰文辉玲斌华红建国庆梅玉婷雪慧琴云莲真环荣爱香月莺媛瑞凡佳嘉琼勤珍贞莉瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣育滢馥筠竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思毅俊峰保东力永健世广志义兴良海山仁波贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮群豪心邦承绍功松善厚民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行泰盛雄琛钧冠策腾榕风航弘梓涵轩宇雨桐诗琪妍紫萱墨诺沐宸奕语汐芷曦睿渊煜祺皓昊瀚锦程铭彤妤婧璇琳瑜琦珂珊珺远舟立恒传根喜长春正金银铜柱宝运凤翠菊连芝淑惠巧美秋冬夏夕朝阳晖晴岳川溪泉湘沅湖洲芬茵萍蕾莎倩娅娥妮娇嫣姗婉娴娣妙妹媚彩锋钢铁钊鑫铮钰铃锐田野乔森柏杨柳桃杏李禾苗青苏蓝琅璐璟珠瑛璋琨玮玥瑟弦音歌舞画书章庭廷宗祖宪宽宣宾容寿尧少尚兆景智曼曾朔望未本朴权极校栩桦楚榆欧水汉汝沁沛法泓洁洛津润淼淳渝港游湛源滔漫潇澄灿炜炳烁烨焕焱然煊照燕牧特狄玄玖珏甜用甫男畅白皎益盈盼知石砚硕祎禄禹秉科秦穆空童笑笙简箫米粒素纪纲纳纹经绪继绮绿翎翊翌耀耘聚胤至舸芃芊芮花苒茜荃莹菡菱萧葆葵蒙蓬蔚薪藏虹蝶衍裳西观觉誉让谊谨谷豆贝贤赋赞赫路跃轶载辽迅迎迪适逸逊道遥郁鄂重锡镜门闻间阅阔陆隆雅雯雷霏霖霜霆靖韬韶颂领颜飏飒驰驹骁骋骏高魁鲁鸿鹃鹤鹰麒麟默黎优佑余佩依侠侬俏修俪儒充冉净凌凯刊初创劲励勃勋北卉卓南卫印双叔古召吉同吟吾品唯喆坤垒城培基堂塬声多大央奎好如妃威娆孝孟季守定实寅尔展屹峥峻崇崎嵘嵩巍州工帅师帆常干年应庸延归彦彰征律微忆忠快念怀恋恩悟情惟愉意愫慈慎慕懿戎战扬抒拓拥捷掌支敦斐斯方旋旗日旦昂昆昔昕映昶显晔晗晟普晶暄暖曙曜一邈骞棠稼旺祯焘煦咪呈池沙虬蛟豹猛铸鉴镕钦铎铖璧玺珮玎玑璎珞缨绣绢缎绶缙绅纬缪衡褀裴谱谐谧谭',
);
/** Characters that stand in given names more often than anywhere else. */
const NAMELY = new CharacterSet(
  '苇沫翀笛伟芳娜秀敏静娟涛超霞兰辉玲斌婷慧琴莲媛瑞佳嘉琼珍贞莉瑾颖瑶怡婵雁蓓纨蕊薇菁岚苑婕馨瑗琰韵卿聪澜毓悦琬茗羽欣馥霭晓霄枫芸菲姬毅俊峰彬晖琳豪雄琛钧冠楠榕弘梓涵轩桐诗琪妍萱沐宸奕汐芷曦睿渊煜祺皓昊瀚铭彤妤婧璇萌瑜琦珂珊珺凤翠菊淑惠巧湘沅茵萍蕾莎倩娅娥妮娇嫣姗婉娴娣妙媚钢钊鑫铮钰铃锐杨璐璟珠瑛璋琨玮玥瑟廷宪尧曼曾朔楚榆沁沛泓洁淼渝潇炜炳烁烨焕焱爽牧玖珏祎祖禄禹秉笙绮维罗翎翊翌耀耘聚舸艳芃芊芮苒茜荃菡菱萧葆蓬蔚虹誉谊豫赫轶迪逸郁锡雅雯霏霖靖韬韶飒骏骁骋鸿鹃鹤鹏麒麟黎佑依侠侬俏俪勋卉咏哲喆嵘嵩旭昂昕映昶晔晗晟暄曙曜昭松柏梅桂森洋浩海波洪涌军勇刚强磊杰明亮志义仁德忠孝勤俭贤良俐伦仪仲伯叔季孟宇宙宏安宁康健宝贵荣华富国庆建平正英红丽春彭邦培坤城堂增奎妹子冬云霜雪露霁凯凌力励勉勃勖卓南厚双友发吉启嗣声夏',
);
/** Characters with which foreign names are written and given names seldom are. */
const FOREIGN = new CharacterSet(
  '斯克尔拉特亚姆莫佩诺夫茨蒂耶廷内顿纳瓦科迪里利洛卡萨塔维弗兹迈考什戈勒基达福素伯帕托梅索普佐贝蒙',
);
/** Characters that hardly stand in a given name: words of grammar, kin, school, counting, places. */
const NEVER = new CharacterSet(
  '名们的了是在与及或被把给从到对为将也都就而又很这那其此某等说称叫没不个位所些岁级班校爸妈爷奶叔姨哥姐弟老我你他她它第每各款村乡县市区省街号课写读去还已您您着过吗呢吧啊呀么嘛啦哪谁吃拿喝吗但却因便让使向跟像比被别再最更仅只请做作想看听见问答讲谈告诉提跑走坐站睡住送收领带买卖打抱开关教拍获病死残贫困难捐助资项届期次批份件条张只本封篇份双套座间栏页句段题版棍球票券款币税费价额率罪刑枪炮弹药毒酒饭菜肉蛋糖盐锅碗瓢盆鞋帽裤袜车票板架柜墙屋厕巷镇厂店铺库摊牌账债租骨血肺肝胃肾肠癌疼痛伤残废尸墓葬杀骂吵闹抢偷骗赌电函邮网器材料系统型式撰贴挂摆铺亲孩表至队杯场寺',
);
const FIRST_OF_TWO = '一';
/** Whether given names are mostly made of these characters; 一 only before another one. */
export function isTypicalGiven(given: string): boolean {
  for (let at = 0; at < given.length; at++) {
    if (!TYPICAL.isAt(given, at) && !(at === 0 && given.length === 2 && given.startsWith(FIRST_OF_TWO))) return false;
  }
  return true;
}

/** Characters that are written in two halves are rare: they are asked for as a whole. */
const IN_HALVES = /[\ud800-\udfff]/;

/** Whether characters may be somebody's given name at all. */
export function mayBeGiven(given: string): boolean {
  if (given === '') return false;
  for (let at = 0; at < given.length; at++) {
    if (NEVER.isAt(given, at)) return false;
    if (!isHan(given, at)) return IN_HALVES.test(given) && /^\p{Script=Han}+$/u.test(given) && !hasNever(given);
  }
  return true;
}

const hasNever = (given: string): boolean => [...given].some((character) => NEVER.has(character));

/** Whether a character stands in given names more often than anywhere else. */
export const isNamely = (character: string): boolean => NAMELY.has(character);

/** Of how many characters a given name is mostly made, which stand in names more than anywhere else, which in foreign names. */
export function countedIn(given: string): { typical: number; namely: number; foreign: number } {
  let [typical, namely, foreign] = [0, 0, 0];
  for (let at = 0; at < given.length; at++) {
    if (TYPICAL.isAt(given, at) || (at === 0 && given.length === 2 && given.startsWith(FIRST_OF_TWO))) typical++;
    if (NAMELY.isAt(given, at)) namely++;
    if (FOREIGN.isAt(given, at)) foreign++;
  }
  return { typical, namely, foreign };
}
