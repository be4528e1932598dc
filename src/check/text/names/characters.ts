import { CharacterSet, isHan } from '../character-set.ts';

/** Surnames of one character that seldom begin an ordinary word, or whose words a dictionary knows. */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙朱马胡郭林何梁郑罗宋谢唐韩曹许邓萧冯程蔡彭潘袁董余苏叶吕魏蒋田杜沈姜范傅钟卢汪戴崔陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷段郝孔邵史毛贺顾赖龚武康施严尹钱洪汤陶黎龙易文樊兰殷庄章鲁倪庞邢俞翟聂辛柳阳欧伍游肖闫牛骆毕祝葛岳齐涂符甘滕粟詹裴霍阮柯褚娄晏窦祁芦冉覃莫卜蓝昌谌佘喻邬粱房匡卓郁芮嵇茹缪宁漆蔺邰毋郦亓仝阙郇昝亢郜鄢隗逄湛蒲巫旷焦甄岑辜庹糜';
/** Surnames that are above all ordinary words, or that hardly anybody bears: they need other signs of a name beside them. */
const RARE =
  '乜禤缑僪厍妫妘姒宓尕弭忻揆撖柘毌汲沭猗甯眭睢禚笪綦芈苌菅贲邴郈郐郧鄣鄫酆钭镡闾雒麹佀俎琚洑淦朐祢顼冶妥绽喇脱锁忽杞普矣攸蹇呙佴郄邝郅纽肇粘印鹿郎牧鄂侬栾戎韶蓟薄怀咸籍苍闻莘姬扶堵宰璩濮扈冀郏浦慎庾暨衡禄蔚勾訾荆逯桓揭宾苑卞仉撒戈寿仇盘朴项古向曾任高车尤丁万于白安成常关包古邝丛代左申艾华池迟狄费丰封凤付傲盖耿巩桂郭杭花吉纪季简江景靳井鞠阚寇匡况蒯乐冷黎栗连凌满梅米苗闵穆那欧戚强乔屈瞿曲权冉饶荣容沙尚舒水司宿汤童屠危卫温翁乌郗习席冼解幸修宣荀燕言仰叶衣应雍虞宇原云臧湛支仲竺祖尧银元仇谷管翦麻明牟宫贡初楚桑敖步储柴敬厉罕隋苟涂盛佟邸晁敬谯赫皮钮胥裘恽单';
/** Surnames that are common, though their characters are ordinary words too. */
const MIDDLE =
  '丁曾江于万白关左常项古华申费季简靳景巩桂牟柴尤向安成包屈瞿饶荣温翁乌席解应游耿苗欧涂盛宁饶虞储佟詹池丛柏连乔钮胥裘恽厉单';
/** Common surnames whose characters are ordinary words or parts of foreign names as well. */
const WORDY =
  '黄马高金石方雷龙文易康钱汤毛严苏贺武段叶林夏秦章施牛熊田梁程路陶阳卢莫欧温童云楼侯尚庄鲁齐伍游毕顾余洪沈万柳祝江常关柯尹史符甘阮莫尤华丁江韦';
/** Surnames that are words of grammar above all. */
const GRAMMAR = '向于成任连应时那常原由经从相习万明';
/** Surnames of two characters. */
const DOUBLE =
  '欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方|南宫|百里|端木|轩辕|长孙|宇文|独孤|西门|呼延|澹台|申屠|太史|万俟|闻人|赫连|公冶|濮阳|淳于|单于|鲜于|钟离|司空|亓官|拓跋|公羊|仲孙|东郭';

const double = new Set(DOUBLE.split('|'));
const doubleBegins = new CharacterSet([...double].map((name) => name.charAt(0)).join(''));

/** A surname as it stands at the beginning of a name. */
export interface Surname {
  readonly length: 1 | 2;
  /** Whether it is seldom anything but a surname. */
  readonly common: boolean;
  readonly middle: boolean;
  readonly wordy: boolean;
  readonly grammar: boolean;
}

const OF_TWO: Surname = { length: 2, common: true, middle: false, wordy: false, grammar: false };

/** Surnames of one character by its code; a common one is never a rare one. */
const ofOne = new Map(
  [...new Set(RARE + COMMON)].map((first): [number, Surname] => {
    const common = COMMON.includes(first);
    const [middle, wordy, grammar] = [
      !common && MIDDLE.includes(first),
      WORDY.includes(first),
      GRAMMAR.includes(first),
    ];
    return [first.charCodeAt(0), { length: 1, common, middle, wordy, grammar }];
  }),
);

/** The characters with which surnames begin. */
export const SURNAME_BEGINS = [COMMON, RARE, ...[...double].map((name) => name.charAt(0))].join('');

/** The surname that may stand at an offset; null: none. */
export function surnameAt(text: string, at: number): Surname | null {
  if (doubleBegins.isAt(text, at) && double.has(text.slice(at, at + 2))) return OF_TWO;
  return ofOne.get(text.charCodeAt(at)) ?? null;
}

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
  '名们的了是在与及或被把给从到对为将也都就而又很这那其此某等说称叫没不个位所些岁级班校爸妈爷奶叔姨哥姐弟老我你他她它第每各款村乡县市区省街号课写读去还已您您着过吗呢吧啊呀么嘛啦哪谁吃拿喝吗但却因便让使向跟像比被别再最更仅只请做作想看听见问答讲谈告诉提跑走坐站睡住送收领带买卖打抱开关教拍获病死残贫困难捐助资项届期次批份件条张只本封篇份双套座间栏页句段题版棍球票券款币税费价额率罪刑枪炮弹药毒酒饭菜肉蛋糖盐锅碗瓢盆鞋帽裤袜车票板架柜墙屋厕巷镇厂店铺库摊牌账债租骨血肺肝胃肾肠癌疼痛伤残废尸墓葬杀骂吵闹抢偷骗赌电函邮网器材料系统型式撰贴诊挂摆铺亲孩表至队杯场寺阵',
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
